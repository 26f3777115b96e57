/**
 * Which files of Python spell what: told from their text, so that of the many that import a package only those are parsed
 * that may take a certain export of a module in it.
 */
import { anyWord } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Governed } from "../governed.ts";
import type { SourceFile } from "../listing.ts";
import { readBytes } from "../prefilter.ts";
import { decoded } from "../specifiers-in-text.ts";
import { lastPart } from "./module-path.ts";

/** What a file spells. */
interface Spelled {
  readonly words: ReadonlySet<string>;
  /** Those that stand for themselves somewhere: neither `m.x`, nor in an import of `m`. */
  readonly values: ReadonlySet<string>;
  /** It has a star import of what may be a governed module. */
  readonly isStarred: boolean;
}

/** The same of many files. */
interface Index {
  readonly words: ReadonlyMap<string, readonly SourceFile[]>;
  readonly values: ReadonlyMap<string, readonly SourceFile[]>;
  readonly starred: readonly SourceFile[];
}

const star = /\bimport[\s\\]*\*/g;
/** What makes `m` a part of `m.x`, or of `from m import x`. */
const goesOn = /\s*\.|[\s\\]+import\b/y;
const isRenamed = /[\s\\]+as\b/y;
const isImported = /\b(?:import|from)[ \t]+[\w.]*$/;
/** A module's name is no longer, and what looks back is slow. */
const lookBack = 200;

export class SpelledWords {
  readonly #governed: Governed;
  #words: ReadonlySet<string> | undefined;
  #expression = /[]/g;
  readonly #files = new Map<ModuleKey, Spelled>();
  #indexes = new WeakMap<readonly SourceFile[], Index>();

  constructor(governed: Governed) {
    this.#governed = governed;
  }

  /** To be called when any file has changed, or more is governed. */
  refresh(): void {
    this.#words = undefined;
    this.#files.clear();
    this.#indexes = new WeakMap();
  }

  /**
   * Of some files those that may take one of the names of a module, have the module as a value, or have a star; all of them
   * where the question is about nothing that is governed.
   * @param files for the same list again no file is looked at
   */
  mayTake(files: readonly SourceFile[], module: ModuleKey, names: readonly string[]): readonly SourceFile[] {
    const known = this.#wordsOf();
    const own = [lastPart(module), ...(this.#governed.aliases.get(module) ?? [])];
    if (![...own, ...names].every((word) => known.has(word))) return files;
    const { words, values, starred } = this.#indexOf(files);
    return [...new Set([...starred, ...names.flatMap((name) => words.get(name) ?? []), ...own.flatMap((name) => values.get(name) ?? [])])];
  }

  /** Whether a governed module may be called so. */
  mayBeName(part: string): boolean {
    return this.#wordsOf().has(part);
  }

  #wordsOf(): ReadonlySet<string> {
    if (this.#words) return this.#words;
    const { names, modules, aliases } = this.#governed;
    const words = new Set([...names, ...[...modules].map(lastPart), ...[...aliases.values()].flatMap((each) => [...each])]);
    words.delete("*");
    this.#expression = new RegExp(anyWord(words), "g");
    this.#words = words;
    return words;
  }

  #indexOf(files: readonly SourceFile[]): Index {
    let index = this.#indexes.get(files);
    if (!index) {
      const each = files.map((file) => ({ file, ...this.#spelled(file) }));
      index = {
        words: byWord(each.map(({ file, words }) => [file, words])),
        values: byWord(each.map(({ file, values }) => [file, values])),
        starred: each.flatMap(({ file, isStarred }) => (isStarred ? file : [])),
      };
      this.#indexes.set(files, index);
    }
    return index;
  }

  #spelled(file: SourceFile): Spelled {
    const known = this.#files.get(file.path);
    if (known) return known;
    const bytes = readBytes(file.path, file.size) ?? "";
    // Python compares identifiers in normal form KC.
    const text = /[\x80-\xff]/.test(bytes) ? decoded(bytes).normalize("NFKC") : bytes;
    const words = new Set<string>();
    const values = new Set<string>();
    for (const { 0: word, index } of text.matchAll(this.#expression)) {
      words.add(word);
      if (!values.has(word) && isValue(text, index, index + word.length)) values.add(word);
    }
    const spelled = { words, values, isStarred: this.#isStarred(text) };
    this.#files.set(file.path, spelled);
    return spelled;
  }

  #isStarred(text: string): boolean {
    for (const { index } of text.matchAll(star)) {
      const before = dotted.exec(text.slice(Math.max(0, index - lookBack), index))?.[0] ?? "";
      if (before.length === lookBack) return true;
      const last = before.split(/[\s\\.]+/).findLast((part) => part !== "");
      // `from . import *` and `from.x import *` are of a module, too.
      if (/\bfrom[\s\\.]/.test(before) && (last === undefined || /\.[\s\\]*$/.test(before) || this.mayBeName(last))) return true;
    }
    return false;
  }
}

function byWord(files: readonly (readonly [SourceFile, ReadonlySet<string>])[]): ReadonlyMap<string, readonly SourceFile[]> {
  const found = new Map<string, SourceFile[]>();
  for (const [file, words] of files) {
    for (const word of words) {
      const known = found.get(word);
      if (known) known.push(file);
      else found.set(word, [file]);
    }
  }
  return found;
}

/** What stands before an `import`, as far as it may be a dotted name behind `from`. */
const dotted = /[\w.\s\\]*$/;

function isValue(text: string, start: number, end: number): boolean {
  goesOn.lastIndex = end;
  if (goesOn.test(text)) return false;
  isRenamed.lastIndex = end;
  // Under another name it is as good as any use.
  return isRenamed.test(text) || !isImported.test(text.slice(Math.max(0, start - lookBack), start));
}
