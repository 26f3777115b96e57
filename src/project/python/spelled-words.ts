/**
 * Which files of Python spell what: told from their text, so that of the many that import a package only those are parsed
 * that may take a certain export of a module in it.
 */
import { anyWord, isAscii } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import { decoded, readBytes } from "../files/file-bytes.ts";
import type { Governed } from "../survey/governed.ts";
import type { SourceFile } from "../files/listing.ts";
import { lastPart } from "./module-path.ts";
import { folderAbove, isValue, lookBack, nameBefore } from "./word-places.ts";

/** What a file spells. */
interface Spelled {
  readonly words: ReadonlySet<string>;
  /** Those that stand behind a dot: these, and what `chain` writes. */
  readonly chains: ReadonlySet<string>;
  /** Those that stand for themselves somewhere: neither `m.x`, nor in an import of `m`. */
  readonly values: ReadonlySet<string>;
  /** The same behind a dot: these, and what `chain` writes. */
  readonly attributes: ReadonlySet<string>;
  /** The packages that relative imports start from, by their last names. */
  readonly packages: ReadonlySet<string>;
  /** It has a star import of what may be a governed module. */
  readonly isStarred: boolean;
}

/** What is asked of files. */
interface Question {
  readonly module: ModuleKey;
  /** Names of its exports; `"*"` for any. */
  readonly names: readonly string[];
  /** The package that the module is right below. */
  readonly around: ModuleKey | undefined;
  /** Tells whether an import or a mock of a file may name one of some modules itself, in one piece. */
  naming(modules: readonly ModuleKey[]): (file: SourceFile) => boolean;
}

/** The same of many files. */
interface Index {
  readonly words: ReadonlyMap<string, readonly SourceFile[]>;
  readonly chains: ReadonlyMap<string, readonly SourceFile[]>;
  readonly values: ReadonlyMap<string, readonly SourceFile[]>;
  readonly attributes: ReadonlyMap<string, readonly SourceFile[]>;
  readonly packages: ReadonlyMap<string, readonly SourceFile[]>;
  readonly starred: readonly SourceFile[];
}

/** The dots of a relative import. */
const relative = /\bfrom[\s\\]*(\.[\s\\.]*)/g;
const star = /\bimport[\s\\]*\*/g;
/** What stands before an `import`, as far as it may be a dotted name behind `from`. */
const dotted = /[\w.\s\\]*$/;

export class SpelledWords {
  readonly #governed: Governed;
  /** Each by itself: one that is cut out of a text would keep that in memory. */
  #words: ReadonlyMap<string, string> | undefined;
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
  mayTake(files: readonly SourceFile[], { module, names, around, naming }: Question): readonly SourceFile[] {
    const known = this.#wordsOf();
    const aliasesOf = (each: ModuleKey): readonly string[] => [...(this.#governed.aliases.get(each) ?? [])];
    const [ownName, aliases] = [lastPart(module), aliasesOf(module)];
    const own = [ownName, ...aliases];
    if (![...own, ...names].every((word) => word === "*" || known.has(word))) return files;
    const { starred, words, chains, values, attributes, packages } = this.#indexOf(files);
    const holders = this.#holdersOf(module);
    const isNaming = naming([module, ...holders]);
    const renamed = new Set([...holders].flatMap(aliasesOf).flatMap((name) => of(chains, name)));
    const ofImport = (file: SourceFile): boolean => isNaming(file) || renamed.has(file);
    // Whoever has it as an attribute of its package names that, or calls it by its name; who else holds it may be called anything.
    const ofPackage = naming(around === undefined ? [] : [around]);
    const packageNames = ["", ...(around === undefined ? [] : [lastPart(around), ...aliasesOf(around)])];
    const asAttribute = (index: Index["chains"]): readonly SourceFile[] => [
      ...aliases.flatMap((name) => of(index, name)),
      ...of(index, ownName).filter(ofPackage),
      ...packageNames.flatMap((before) => of(index, chain(before, ownName))),
    ];
    const reached = new Set(asAttribute(chains));
    const isWhole = names.includes("*");
    const found = [
      starred,
      isWhole ? files.filter(ofImport) : own.flatMap((name) => of(values, name).filter(ofImport)),
      isWhole ? [...reached, ...own.flatMap((name) => of(packages, name))] : asAttribute(attributes),
      ...names.map((name) => of(words, name).filter((file) => ofImport(file) || reached.has(file))),
      ...names.flatMap((name) => ["", ...own].map((before) => of(chains, chain(before, name)))),
    ];
    return [...new Set(found.flat())];
  }

  /** The modules that have this one as a whole, and those that have such a module. */
  #holdersOf(module: ModuleKey): ReadonlySet<ModuleKey> {
    const holders = new Set<ModuleKey>(this.#governed.holders.get(module));
    // A Set visits what is added while it is walked.
    for (const holder of holders) for (const outer of this.#governed.holders.get(holder) ?? []) holders.add(outer);
    return holders;
  }

  /** Whether a governed module may be called so. */
  mayBeName(part: string): boolean {
    return this.#wordsOf().has(part);
  }

  #wordsOf(): ReadonlyMap<string, string> {
    if (this.#words) return this.#words;
    const { names, modules, aliases } = this.#governed;
    const words = new Set([...names, ...[...modules].map(lastPart), ...[...aliases.values()].flatMap((each) => [...each])]);
    words.delete("*");
    this.#expression = new RegExp(anyWord(words), "g");
    return (this.#words = new Map(Array.from(words, (word) => [word, word])));
  }

  #indexOf(files: readonly SourceFile[]): Index {
    let index = this.#indexes.get(files);
    if (!index) {
      const each = files.map((file) => ({ file, ...this.#spelled(file) }));
      const by = (kind: Exclude<keyof Spelled, "isStarred">): ReadonlyMap<string, readonly SourceFile[]> => byWord(each.map((spelled) => [spelled.file, spelled[kind]]));
      const starred = each.flatMap(({ file, isStarred }) => (isStarred ? file : []));
      index = { words: by("words"), chains: by("chains"), values: by("values"), attributes: by("attributes"), packages: by("packages"), starred };
      this.#indexes.set(files, index);
    }
    return index;
  }

  #spelled(file: SourceFile): Spelled {
    const known = this.#files.get(file.path);
    if (known) return known;
    const bytes = readBytes(file.path, file.size) ?? "";
    // Python compares identifiers in normal form KC.
    const text = isAscii(bytes) ? bytes : decoded(bytes).normalize("NFKC");
    const words = new Set<string>();
    const chains = new Set<string>();
    const values = new Set<string>();
    const attributes = new Set<string>();
    const own = this.#wordsOf();
    for (const { 0: found, index } of text.matchAll(this.#expression)) {
      const word = own.get(found) ?? found;
      words.add(word);
      const before = nameBefore(text, index, file.path);
      if (before !== undefined) chains.add(word).add(chain(before, word));
      if (!isValue(text, index, index + word.length)) continue;
      if (before === undefined) values.add(word);
      else attributes.add(word).add(chain(before, word));
    }
    const packages = new Set(Array.from(text.matchAll(relative), ([, dots = ""]) => lastPart(folderAbove(file.path, dots.replace(/[^.]/g, "").length))));
    const spelled = { words, chains, values, attributes, packages, isStarred: this.#isStarred(text) };
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

function of(index: ReadonlyMap<string, readonly SourceFile[]>, word: string): readonly SourceFile[] {
  return index.get(word) ?? [];
}

/** A name behind a dot, with the one before it, if that is one. */
function chain(before: string, name: string): string {
  return `${before}.${name}`;
}
