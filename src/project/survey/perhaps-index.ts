/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import type { ModuleKey } from "../../policy/facts.ts";
import { moduleKeys, resolvedKey, roughKey, roughKeys, specifierKey, type OtherNames } from "../modules/specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  /** Of each specifier: a finer one when the one it has is asked for. */
  readonly keys: string[];
}

export interface PerhapsTools {
  resolve(file: ModuleKey, specifier: string): ModuleKey;
  otherNames(): OtherNames;
}

/**
 * A specifier is kept by a rough key. When that is asked for it is kept by the key of what it spells, and when that is asked
 * for, by what it leads to: nobody asks for most specifiers of a big project, and each is resolved once at most. Files are taken
 * into the index when it is asked: a process that finds all answers on disk never asks.
 */
export class PerhapsIndex {
  readonly #waiting = new Map<ModuleKey, readonly string[]>();
  readonly #files = new Map<ModuleKey, Entry>();
  /** Many keys are one file's, and a set for each of them would be dear. */
  readonly #byKey = new Map<string, ModuleKey | Set<ModuleKey>>();
  /** Keys that were asked for: of these, only what a specifier leads to is kept. */
  readonly #asked = new Set<string>();
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
  }

  /** Takes the waiting files in, and gives those that lead to a module which was asked about before. */
  #index(): readonly ModuleKey[] {
    const late: ModuleKey[] = [];
    const names = this.#tools.otherNames();
    for (const [file, specifiers] of this.#waiting) {
      const keys = specifiers.map((specifier) => {
        const rough = roughKey(file, specifier, names);
        return this.#asked.has(rough) ? this.#spelled(file, specifier) : rough;
      });
      this.#files.set(file, { specifiers, keys });
      for (const key of keys) this.#add(key, file);
      if (keys.some((key) => this.#asked.has(key))) late.push(file);
    }
    this.#waiting.clear();
    return late;
  }

  /** The key of what a specifier spells, or of what it leads to, where that was asked for or the text does not tell. */
  #spelled(file: ModuleKey, specifier: string): string {
    const key = specifierKey(file, specifier, this.#tools.otherNames());
    return key === undefined || this.#asked.has(key) ? this.#exact(file, specifier) : key;
  }

  #exact(file: ModuleKey, specifier: string): string {
    return resolvedKey(this.#tools.resolve(file, specifier));
  }

  #add(key: string, file: ModuleKey): void {
    const files = this.#byKey.get(key);
    if (typeof files === "object") files.add(file);
    else this.#byKey.set(key, files === undefined || files === file ? file : new Set([files, file]));
  }

  #filesOf(key: string): Iterable<ModuleKey> {
    const files = this.#byKey.get(key) ?? [];
    return typeof files === "string" ? [files] : files;
  }

  /** Asks for a key: from now on its specifiers have finer ones. */
  #ask(key: string, finer: (file: ModuleKey, specifier: string) => string): void {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    const files = this.#filesOf(key);
    this.#byKey.delete(key);
    for (const file of files) {
      const { specifiers = [], keys = [] } = this.#files.get(file) ?? {};
      for (const [index, specifier] of specifiers.entries()) {
        if (keys[index] !== key) continue;
        const found = finer(file, specifier);
        keys[index] = found;
        this.#add(found, file);
      }
    }
  }

  /** The files of which a specifier leads to `module`, or to one that was asked about before; each is given once. */
  leadingTo(module: ModuleKey): Iterable<ModuleKey> {
    const late = this.#waiting.size > 0 ? this.#index() : [];
    const exact = resolvedKey(module);
    if (this.#asked.has(exact)) return late;
    this.#asked.add(exact);
    const keys = moduleKeys(module);
    for (const key of roughKeys(keys)) this.#ask(key, (file, specifier) => this.#spelled(file, specifier));
    for (const key of keys) this.#ask(key, (file, specifier) => this.#exact(file, specifier));
    return new Set([...late, ...this.#filesOf(exact)]);
  }
}
