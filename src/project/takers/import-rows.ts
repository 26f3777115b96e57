/**
 * What each file names in its imports, told from its text and kept as numbers: small enough to be kept for every file of a
 * big project, in memory and on disk. A row may hold more than the file really imports, and never less.
 */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../exports/graph.ts";
import { decoded, readBytes, SIZE_LIMIT } from "../files/file-bytes.ts";
import type { SourceFile } from "../files/listing.ts";
import { isPackageKey } from "../modules/module-path.ts";
import { mayLoadByPattern } from "../texts/pattern-loads.ts";
import { isPython } from "../python/module-path.ts";
import { pythonSpecifiersIn } from "../python/specifiers-in-text.ts";
import { dottedStringsIn, mayAssign, mayCompose, mayReplace } from "../python/takers.ts";
import { any, composed, hashOf, resolved, wantedKeys } from "./row-keys.ts";
import { beat } from "../survey/shared-survey.ts";
import { endKey, mayMeanAny, resolvedKey, specifierKey, type OtherNames } from "../modules/specifier-ends.ts";
import { erasedIn, mocksIn, scriptSourcesIn, specifiersIn } from "../texts/specifiers-in-text.ts";
import { spiedIn } from "../texts/staying-mocks.ts";

/** One file's row. */
interface Row {
  /** Hashes of the keys of its specifiers; with `resolved` among them where one of the keys is what a specifier leads to. */
  readonly keys: Int32Array;
  /** The same of the modules that it mocks. */
  readonly mocks: Int32Array;
  /** The project files that run with it, by number; `undefined` where its specifiers are not resolved (any more). */
  targets: Int32Array | undefined;
}

/** All rows as two lists of numbers, by the place of the file in a list of files. */
export interface PackedRows {
  /** Where the file's row begins in `data`; -1 where it has none. */
  readonly starts: Int32Array;
  /** For each row the numbers of keys, mocks and targets (-1: not resolved), then these. */
  readonly data: Int32Array;
}

export interface RowTools {
  /** The listed files, in the listing's order. */
  files(): ReadonlyMap<ModuleKey, SourceFile>;
  otherNames(): OtherNames;
  resolve(file: ModuleKey, specifier: string): ModuleKey;
  readonly graph: Pick<Graph, "python">;
}

const nothing: Row = { keys: new Int32Array(), mocks: new Int32Array(), targets: new Int32Array() };

export class ImportRows {
  readonly #tools: RowTools;
  readonly #numbers = new Map<ModuleKey, number>();
  readonly #paths: ModuleKey[] = [];
  readonly #rows: (Row | undefined)[] = [];
  #scanned = 0;
  #isWhole = false;

  constructor(tools: RowTools) {
    this.#tools = tools;
  }

  /** Counts the files that were read for their rows. */
  get scanned(): number {
    return this.#scanned;
  }

  /** The number of a module. */
  numberOf(module: ModuleKey): number {
    const known = this.#numbers.get(module);
    if (known !== undefined) return known;
    const number = this.#paths.push(module) - 1;
    this.#numbers.set(module, number);
    return number;
  }

  moduleAt(number: number): ModuleKey {
    return this.#paths[number] ?? "";
  }

  /** The project files that a listed file may run with it, by number; `undefined` where it is not listed. */
  targetsOf(number: number): Int32Array | undefined {
    const known = this.#rows[number];
    if (known?.targets) return known.targets;
    const file = this.#tools.files().get(this.moduleAt(number));
    if (!file) return undefined;
    const { row, targets } = this.#scan(file);
    row.targets ??= this.#numbersOf(targets());
    this.#rows[number] = row;
    return row.targets;
  }

  #numbersOf(targets: Iterable<ModuleKey>): Int32Array {
    const numbers = new Set<number>();
    for (const target of targets) if (!isPackageKey(target)) numbers.add(this.numberOf(target));
    return Int32Array.from(numbers);
  }

  /** The listed files of which a specifier may lead to one of `modules`. */
  mayName(modules: Iterable<ModuleKey>): readonly SourceFile[] {
    return this.#found(modules, holds);
  }

  /** The listed files that may mock one of `modules`. */
  mayMock(modules: Iterable<ModuleKey>): readonly SourceFile[] {
    return this.#found(modules, ({ mocks }, wanted) => mocks.some((key) => wanted.has(key)));
  }

  /** Tells whether an import or a mock of a listed file of Python may name one of `modules` in one piece, and not only what has it as an attribute. */
  naming(modules: readonly ModuleKey[]): (file: SourceFile) => boolean {
    const wanted = new Set([any, ...modules.map((module) => hashOf(resolvedKey(module)))]);
    return ({ path }) => {
      const row = this.#rows[this.numberOf(path)];
      return !row || !isPython(path) || holds(row, wanted);
    };
  }

  #found(modules: Iterable<ModuleKey>, isFound: (row: Row, wanted: ReadonlySet<number>) => boolean): readonly SourceFile[] {
    this.scanAll();
    const wanted = wantedKeys(modules);
    const found: SourceFile[] = [];
    const files = this.#tools.files();
    for (const [number, row] of this.#rows.entries()) {
      const file = row && isFound(row, wanted) ? files.get(this.moduleAt(number)) : undefined;
      if (file) found.push(file);
    }
    return found;
  }

  /** Whether every listed file has a row, since `scanAll`. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Reads every listed file that has no row yet. */
  scanAll(): void {
    if (this.#isWhole) return;
    this.#isWhole = true;
    for (const file of this.#tools.files().values()) {
      const number = this.numberOf(file.path);
      this.#rows[number] ??= this.#scan(file).row;
    }
  }

  #scan({ path, size }: SourceFile): { readonly row: Row; readonly targets: () => Iterable<ModuleKey> } {
    beat();
    this.#scanned += 1;
    const bytes = size > SIZE_LIMIT ? undefined : readBytes(path, size);
    if (bytes === undefined) return { row: { ...nothing }, targets: () => [] };
    const text = decoded(bytes);
    if (isPython(path)) return { row: this.#pythonRow(path, text), targets: () => this.#pythonTargets(path, text) };
    const specifiers = [...specifiersIn(text), ...scriptSourcesIn(path, text)];
    const erased = erasedIn(text);
    const keys = mayLoadByPattern(text) ? Int32Array.of(any, ...this.#keysOf(path, specifiers)) : this.#keysOf(path, specifiers);
    const row = { keys, mocks: this.#keysOf(path, [...mocksIn(text), ...spiedIn(text)]), targets: undefined };
    return { row, targets: () => specifiers.filter((specifier) => !erased.has(specifier)).map((specifier) => this.#tools.resolve(path, specifier)) };
  }

  /** Where a text of Python leads is cheap to know, and many begin with a package that a module is in. */
  #pythonRow(file: ModuleKey, text: string): Row {
    const keysOf = (specifiers: readonly string[]): Int32Array => Int32Array.from(new Set([resolved, ...specifiers.map((specifier) => hashOf(resolvedKey(this.#tools.resolve(file, specifier))))]));
    const specifiers = pythonSpecifiersIn(text);
    const keys = specifiers ? keysOf(specifiers) : Int32Array.of(any);
    // What is replaced is named by a string, or by what an import has brought in.
    const replaced = (): Int32Array => Int32Array.from(new Set([...(mayCompose(text) ? [composed] : []), ...keys, ...keysOf(dottedStringsIn(text))]));
    const mocks = mayReplace(text) ? replaced() : mayAssign(text) ? keys : new Int32Array();
    return { keys, mocks, targets: undefined };
  }

  #pythonTargets(file: ModuleKey, text: string): Iterable<ModuleKey> {
    const { python } = this.#tools.graph;
    return python.importsIn(file, text) ?? python.importsOf(file);
  }

  #keysOf(file: ModuleKey, specifiers: readonly string[]): Int32Array {
    const names = this.#tools.otherNames();
    const keys = specifiers.flatMap((specifier) => {
      const key = specifierKey(file, specifier, names);
      if (key !== undefined) return [hashOf(key)];
      const found = this.#tools.resolve(file, specifier);
      return [resolved, hashOf(resolvedKey(found)), ...(mayMeanAny(specifier, found) ? [hashOf(endKey(specifier))] : [])];
    });
    return Int32Array.from(new Set(keys));
  }

  /** To be called when a file has changed or is gone. */
  forget(file: ModuleKey): void {
    const number = this.#numbers.get(file);
    if (number !== undefined) this.#rows[number] = undefined;
    this.#isWhole = false;
  }

  /** To be called when files have come or gone: what may lead to them is to be resolved anew. */
  resolveAnew(modules: Iterable<ModuleKey>): void {
    const wanted = wantedKeys(modules);
    for (const [number, row] of this.#rows.entries()) {
      if (row?.keys.includes(resolved) === true || row?.mocks.includes(resolved) === true) {
        this.#rows[number] = undefined;
        this.#isWhole = false;
      } else if (row?.targets && row.keys.some((key) => wanted.has(key))) row.targets = undefined;
    }
  }

  /** To be called when any specifier may lead elsewhere than before. */
  clear(): void {
    this.#rows.fill(undefined);
    this.#isWhole = false;
  }

  /** @param files every listed file; the listing's own order says when a file has come, which nobody knows later */
  packed(files: readonly ModuleKey[]): PackedRows {
    const places = new Map(files.map((path, place) => [this.numberOf(path), place]));
    const starts = new Int32Array(files.length).fill(-1);
    const data: number[] = [];
    for (const [place, path] of files.entries()) {
      const row = this.#rows[this.numberOf(path)];
      if (!row) continue;
      starts[place] = data.length;
      // What leads to a file that is not listed is resolved anew: nobody looks whether that one has changed.
      const targets = row.targets && Array.from(row.targets, (number) => places.get(number) ?? -1);
      const isWhole = targets?.includes(-1) === false;
      data.push(row.keys.length, row.mocks.length, isWhole ? targets.length : -1, ...row.keys, ...row.mocks, ...(isWhole ? targets : []));
    }
    return { starts, data: Int32Array.from(data) };
  }

  /** Takes rows over that were packed with the same list of files. */
  restore({ starts, data }: PackedRows, files: readonly ModuleKey[]): void {
    const numbers = files.map((path) => this.numberOf(path));
    for (const [place, number] of numbers.entries()) {
      const start = starts[place] ?? -1;
      if (start < 0) continue;
      const [keys = 0, mocks = 0, targets = -1] = data.subarray(start, start + 3);
      const at = start + 3;
      this.#rows[number] = {
        keys: data.subarray(at, at + keys),
        mocks: data.subarray(at + keys, at + keys + mocks),
        targets: targets < 0 ? undefined : data.subarray(at + keys + mocks, at + keys + mocks + targets).map((target) => numbers[target] ?? -1),
      };
    }
  }
}

function holds({ keys, mocks }: Row, wanted: ReadonlySet<number>): boolean {
  return keys.some((key) => wanted.has(key)) || mocks.some((key) => wanted.has(key));
}
