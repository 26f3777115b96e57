/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import type { ModuleKey } from "../policy/facts.ts";
import { moduleKeys, specifierKey, type OtherNames } from "./specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  readonly keys: readonly string[];
}

export interface PerhapsTools {
  resolve(file: ModuleKey, specifier: string): ModuleKey;
  otherNames(): OtherNames;
}

/**
 * A specifier is kept by its key, and one of which only resolving it tells by what it leads to. Files are taken into the
 * index when it is asked: a process that finds all answers on disk never asks.
 */
export class PerhapsIndex {
  readonly #waiting = new Map<ModuleKey, readonly string[]>();
  readonly #files = new Map<ModuleKey, Entry>();
  readonly #byKey = new Map<string, Set<ModuleKey>>();
  /** Modules that were asked about: of the files that were indexed by then all is said. */
  readonly #asked = new Set<ModuleKey>();
  readonly #askedKeys = new Set<string>();
  readonly #tools: PerhapsTools;

  constructor(tools: PerhapsTools) {
    this.#tools = tools;
  }

  set(file: ModuleKey, specifiers: readonly string[]): void {
    this.delete(file);
    this.#waiting.set(file, specifiers);
  }

  delete(file: ModuleKey): void {
    this.#waiting.delete(file);
    for (const key of this.#files.get(file)?.keys ?? []) {
      const files = this.#byKey.get(key);
      files?.delete(file);
      if (files?.size === 0) this.#byKey.delete(key);
    }
    this.#files.delete(file);
  }

  /** To be called when specifiers may lead elsewhere than before. */
  indexAnew(): void {
    for (const [file, { specifiers }] of this.#files) this.#waiting.set(file, specifiers);
    this.#files.clear();
    this.#byKey.clear();
    this.#asked.clear();
    this.#askedKeys.clear();
  }

  /** Takes the waiting files in, and gives those that lead to a module which was asked about before. */
  #index(): readonly ModuleKey[] {
    const late: ModuleKey[] = [];
    const names = this.#tools.otherNames();
    for (const [file, specifiers] of this.#waiting) {
      const keys = specifiers.map((specifier) => specifierKey(file, specifier, names) ?? `to ${this.#tools.resolve(file, specifier)}`);
      this.#files.set(file, { specifiers, keys });
      for (const key of keys) {
        const files = this.#byKey.get(key);
        if (files) files.add(file);
        else this.#byKey.set(key, new Set([file]));
      }
      if (keys.some((key) => this.#askedKeys.has(key)) && this.#leads(file, this.#asked)) late.push(file);
    }
    this.#waiting.clear();
    return late;
  }

  #leads(file: ModuleKey, modules: ReadonlySet<ModuleKey>): boolean {
    return this.#files.get(file)?.specifiers.some((specifier) => modules.has(this.#tools.resolve(file, specifier))) === true;
  }

  /** The files of which a specifier leads to `module`, or to one that was asked about before; each is given once. */
  leadingTo(module: ModuleKey): Iterable<ModuleKey> {
    const late = this.#waiting.size > 0 ? this.#index() : [];
    if (this.#asked.has(module)) return late;
    this.#asked.add(module);
    const found = new Set(late);
    const fresh = new Set([module]);
    // These were resolved for their key.
    const exact = `to ${module}`;
    for (const key of [...moduleKeys(module), exact]) {
      this.#askedKeys.add(key);
      for (const file of this.#byKey.get(key) ?? []) if (!found.has(file) && (key === exact || this.#leads(file, fresh))) found.add(file);
    }
    return found;
  }
}
