/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import type { ModuleKey } from "../policy/facts.ts";
import { moduleKeys, specifierKey, type OtherNames } from "./specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  /** Of each specifier. */
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
  /** Most keys are one file's, and a set for each of them would be dear. */
  readonly #byKey = new Map<string, ModuleKey | Set<ModuleKey>>();
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
      if (files === file) this.#byKey.delete(key);
      else if (typeof files === "object" && files.delete(file) && files.size === 0) this.#byKey.delete(key);
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
        if (typeof files === "object") files.add(file);
        else this.#byKey.set(key, files === undefined || files === file ? file : new Set([files, file]));
      }
      if (keys.some((key, index) => this.#askedKeys.has(key) && this.#asked.has(this.#tools.resolve(file, specifiers[index] ?? "")))) late.push(file);
    }
    this.#waiting.clear();
    return late;
  }

  /** Whether one of the file's specifiers of that key leads to `module`. */
  #leads(file: ModuleKey, key: string, module: ModuleKey): boolean {
    const { specifiers = [], keys = [] } = this.#files.get(file) ?? {};
    return specifiers.some((specifier, index) => keys[index] === key && this.#tools.resolve(file, specifier) === module);
  }

  /** The files of which a specifier leads to `module`, or to one that was asked about before; each is given once. */
  leadingTo(module: ModuleKey): Iterable<ModuleKey> {
    const late = this.#waiting.size > 0 ? this.#index() : [];
    if (this.#asked.has(module)) return late;
    this.#asked.add(module);
    const found = new Set(late);
    // What has this key was resolved for it.
    const exact = `to ${module}`;
    for (const key of [...moduleKeys(module), exact]) {
      this.#askedKeys.add(key);
      const files = this.#byKey.get(key) ?? [];
      for (const file of typeof files === "string" ? [files] : files) if (!found.has(file) && (key === exact || this.#leads(file, key, module))) found.add(file);
    }
    return found;
  }
}
