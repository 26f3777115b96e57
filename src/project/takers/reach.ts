/** Whether a module needs another one: by imports that run, however far. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { ImportRows } from "./import-rows.ts";
import { isPackageKey } from "../modules/module-path.ts";

export interface ReachTools {
  readonly rows: ImportRows;
  /** The project files that a file really imports; types alone do not count. Parses it. */
  importsOf(module: ModuleKey): readonly ModuleKey[];
}

/** Searches that are kept: a manifest of a few dozen migrations asks from each of its canonical modules. */
const most = 64;

/** A walk over what may be imported, as far as it had to go. */
interface Search {
  /** By number: who was found to import it first. */
  readonly from: Map<number, number>;
  /** In the order in which they were found; those from `next` on have not been looked into. */
  readonly found: number[];
  next: number;
}

/**
 * Answers by a walk over the rows, which need no parsing and may say too much; when that finds a way, each step of it is
 * checked against the parsed file. So for a yes a few files are parsed, and for a no none.
 */
export class Reach {
  readonly #tools: ReachTools;
  readonly #searches = new Map<ModuleKey, Search>();
  readonly #answers = new Map<string, boolean>();
  /** Of files that were parsed: what they really import. */
  readonly #exact = new Map<number, ReadonlySet<number>>();

  constructor(tools: ReachTools) {
    this.#tools = tools;
  }

  /** Whether `module` is `target`, or needs it. */
  needs(module: ModuleKey, target: ModuleKey): boolean {
    if (module === target) return true;
    if (isPackageKey(module) || isPackageKey(target)) return false;
    const question = `${module}\0${target}`;
    let answer = this.#answers.get(question);
    if (answer === undefined) {
      answer = this.#search(module, this.#tools.rows.numberOf(target));
      this.#answers.set(question, answer);
    }
    return answer;
  }

  /** Whether the file itself imports a module of a kind, by imports that run. */
  loadedBy(file: ModuleKey, isWanted: (module: ModuleKey) => boolean): boolean {
    const { rows } = this.#tools;
    return [...this.#exactOf(rows.numberOf(file))].some((number) => isWanted(rows.moduleAt(number)));
  }

  /** `module` and every file that it may need, more of them than it does. */
  mayNeed(module: ModuleKey): Iterable<ModuleKey> {
    const { rows } = this.#tools;
    const search = this.#searches.get(module) ?? this.#open(module);
    // No file has that number.
    this.#extend(search, -1);
    return search.found.map((number) => rows.moduleAt(number));
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#searches.clear();
    this.#answers.clear();
    this.#exact.clear();
  }

  #search(module: ModuleKey, target: number): boolean {
    for (;;) {
      const search = this.#searches.get(module) ?? this.#open(module);
      if (!this.#extend(search, target)) return false;
      if (this.#isReal(search, target)) return true;
      // The way has a step that is none: what was found by it may be there by other ways, or not at all.
      this.#searches.delete(module);
    }
  }

  #open(module: ModuleKey): Search {
    const start = this.#tools.rows.numberOf(module);
    const search: Search = { from: new Map([[start, start]]), found: [start], next: 0 };
    if (this.#searches.size >= most) this.#searches.clear();
    this.#searches.set(module, search);
    return search;
  }

  /** Walks on until `target` is found, or there is nothing more to find. */
  #extend(search: Search, target: number): boolean {
    while (!search.from.has(target)) {
      const file = search.found[search.next];
      if (file === undefined) return false;
      search.next += 1;
      for (const each of this.#targetsOf(file)) {
        if (search.from.has(each)) continue;
        // Many files name the target for its types alone: looked at at once, they do not send the walk back.
        if (each === target && !this.#exactOf(file).has(each)) continue;
        search.from.set(each, file);
        search.found.push(each);
      }
    }
    return true;
  }

  #targetsOf(file: number): Iterable<number> {
    return this.#exact.get(file) ?? this.#tools.rows.targetsOf(file) ?? this.#exactOf(file);
  }

  #isReal({ from }: Search, target: number): boolean {
    for (let at = target; ; ) {
      const before = from.get(at) ?? at;
      if (before === at) return true;
      if (!this.#exactOf(before).has(at)) return false;
      at = before;
    }
  }

  #exactOf(file: number): ReadonlySet<number> {
    let exact = this.#exact.get(file);
    if (!exact) {
      const { rows, importsOf } = this.#tools;
      exact = new Set(importsOf(rows.moduleAt(file)).map((module) => rows.numberOf(module)));
      this.#exact.set(file, exact);
    }
    return exact;
  }
}
