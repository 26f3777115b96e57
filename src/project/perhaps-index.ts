/** Files that may pass something on, found by the modules that their specifiers may lead to. */
import type { ModuleKey } from "../policy/facts.ts";
import { moduleKeys, specifierKey, type OtherNames } from "./specifier-ends.ts";

interface Entry {
  readonly specifiers: readonly string[];
  /** Of each specifier: another one once it was resolved. */
  readonly keys: string[];
}

export interface PerhapsTools {
  resolve(file: ModuleKey, specifier: string): ModuleKey;
  otherNames(): OtherNames;
}

/**
 * A specifier is kept by its key, and one that was resolved by what it leads to: many have a key in common with a module that
 * they do not lead to, and each is resolved once. Files are taken into the index when it is asked: a process that finds all
 * answers on disk never asks.
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
      const keys = specifiers.map((specifier) => specifierKey(file, specifier, names) ?? exactKey(this.#tools.resolve(file, specifier)));
      this.#files.set(file, { specifiers, keys });
      for (const key of keys) this.#add(key, file);
      if (keys.some((key, index) => this.#askedKeys.has(key) && this.#asked.has(this.#tools.resolve(file, specifiers[index] ?? "")))) late.push(file);
    }
    this.#waiting.clear();
    return late;
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

  /** Resolves every specifier of a key: from now on they have the key of what they lead to. */
  #resolveAll(key: string): void {
    const files = this.#filesOf(key);
    this.#byKey.delete(key);
    for (const file of files) {
      const { specifiers = [], keys = [] } = this.#files.get(file) ?? {};
      for (const [index, specifier] of specifiers.entries()) {
        if (keys[index] !== key) continue;
        const exact = exactKey(this.#tools.resolve(file, specifier));
        keys[index] = exact;
        this.#add(exact, file);
      }
    }
  }

  /** The files of which a specifier leads to `module`, or to one that was asked about before; each is given once. */
  leadingTo(module: ModuleKey): Iterable<ModuleKey> {
    const late = this.#waiting.size > 0 ? this.#index() : [];
    if (this.#asked.has(module)) return late;
    this.#asked.add(module);
    const exact = exactKey(module);
    for (const key of moduleKeys(module)) {
      this.#askedKeys.add(key);
      this.#resolveAll(key);
    }
    this.#askedKeys.add(exact);
    return new Set([...late, ...this.#filesOf(exact)]);
  }
}

function exactKey(module: ModuleKey): string {
  return `to ${module}`;
}
