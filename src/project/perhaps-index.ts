/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import type { ModuleKey } from "../policy/facts.ts";
import { moduleKeys, specifierKey, type OtherNames } from "./specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  readonly keys: readonly string[];
}

/** A specifier is kept by its key, and one of which only resolving it tells by what it leads to. */
export class PerhapsIndex {
  readonly #files = new Map<ModuleKey, Entry>();
  readonly #byKey = new Map<string, Set<ModuleKey>>();
  readonly #resolve: (file: ModuleKey, specifier: string) => ModuleKey;

  constructor(resolve: (file: ModuleKey, specifier: string) => ModuleKey) {
    this.#resolve = resolve;
  }

  set(file: ModuleKey, specifiers: readonly string[], names: OtherNames): void {
    this.delete(file);
    const keys = specifiers.map((specifier) => specifierKey(file, specifier, names) ?? `to ${this.#resolve(file, specifier)}`);
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
  leadingTo(modules: ReadonlySet<ModuleKey>): ReadonlySet<ModuleKey> {
    const found = new Set<ModuleKey>();
    for (const module of modules) {
      for (const key of [...moduleKeys(module), `to ${module}`])
        for (const file of this.#byKey.get(key) ?? [])
          if (!found.has(file) && this.#files.get(file)?.specifiers.some((specifier) => modules.has(this.#resolve(file, specifier)))) found.add(file);
    }
    return found;
  }
}
