/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import { endOf, isOdd, pathEnds, relativePath, stemsOf, type OtherNames } from "./specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  readonly keys: readonly string[];
}

/**
 * A relative specifier is kept by the path that it spells, any other one by how it ends, and one that may be another name
 * of a module by what it leads to.
 */
export class PerhapsIndex {
  readonly #files = new Map<ModuleKey, Entry>();
  readonly #byKey = new Map<string, Set<ModuleKey>>();
  readonly #resolve: (file: ModuleKey, specifier: string) => ModuleKey;

  constructor(resolve: (file: ModuleKey, specifier: string) => ModuleKey) {
    this.#resolve = resolve;
  }

  set(file: ModuleKey, specifiers: readonly string[], names: OtherNames): void {
    this.delete(file);
    const folder = posix.dirname(file);
    const keys = specifiers.map((specifier) => {
      const path = names.hasLinks ? undefined : relativePath(folder, specifier);
      if (path !== undefined && !names.isPackage(path)) return path;
      const end = endOf(specifier);
      return path !== undefined || names.hasLinks || isOdd(specifier) || names.mayBe(specifier, end) ? `to ${this.#resolve(file, specifier)}` : `end ${end}`;
    });
    this.#files.set(file, { specifiers, keys });
    for (const key of keys) {
      const files = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, files);
      files.add(file);
    }
  }

  delete(file: ModuleKey): void {
    for (const key of this.#files.get(file)?.keys ?? []) {
      const files = this.#byKey.get(key);
      files?.delete(file);
      if (files?.size === 0) this.#byKey.delete(key);
    }
    this.#files.delete(file);
  }

  /** To be called when specifiers may lead elsewhere than before. */
  indexAnew(names: OtherNames): void {
    for (const [file, { specifiers }] of [...this.#files]) this.set(file, specifiers, names);
  }

  /** The files of which a specifier leads to one of `modules`. */
  leadingTo(modules: ReadonlySet<ModuleKey>, names: OtherNames): ReadonlySet<ModuleKey> {
    const found = new Set<ModuleKey>();
    for (const module of modules) {
      const keys = [...stemsOf(module, names), `to ${module}`, ...new Set(pathEnds(module).map((end) => `end ${end}`))];
      for (const key of keys)
        for (const file of this.#byKey.get(key) ?? [])
          if (!found.has(file) && this.#files.get(file)?.specifiers.some((specifier) => modules.has(this.#resolve(file, specifier)))) found.add(file);
    }
    return found;
  }
}
