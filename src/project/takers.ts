/** Who takes an export through a module: asked for when an export may go, and read then. */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Graph } from "./graph.ts";
import type { ImportRows } from "./import-rows.ts";
import type { SourceFile } from "./listing.ts";
import { mayLoadByPattern } from "./pattern-loads.ts";
import { readBytes } from "./prefilter.ts";
import { isPython } from "./python/module-path.ts";
import { pythonTakes } from "./python/takers.ts";
import type { ModuleRecord } from "./record.ts";
import type { Resolver } from "./resolver.ts";
import { beat } from "./shared-survey.ts";
import { endOf, mayMeanAny, ModuleEnds, nameParts, type OtherNames } from "./specifier-ends.ts";
import { asBytes, decoded, gap, mocksIn } from "./specifiers-in-text.ts";

/** One file that takes something of a module. */
export interface Taker {
  readonly file: ModuleKey;
  /**
   * The export's name; `"*"` where the module is taken whole: a namespace, `import()`, `require`, an `export *`; empty where
   * a module of Python is only loaded.
   */
  readonly name: string;
  readonly by: "import" | "star" | "mock";
}

export interface TakersTools {
  readonly graph: Graph;
  readonly resolver: Resolver;
  readonly rows: ImportRows;
  otherNames(): OtherNames;
  /** The modules that governed exports are to be had from. */
  governed(): ReadonlySet<ModuleKey>;
}

/** Answers are kept until a file changes. */
export class Takers {
  readonly #tools: TakersTools;
  readonly #takers = new Map<ModuleKey, readonly Taker[]>();
  readonly #mockers = new Map<ModuleKey, readonly SourceFile[]>();
  readonly #mocksInPython = new Map<ModuleKey, readonly Taker[]>();
  /** By file of Python, and by the module that it takes something of. */
  readonly #pythonTaken = new Map<ModuleKey, ReadonlyMap<ModuleKey, Iterable<Taker>>>();
  /** The files of Python that may name a governed module. */
  #pythonFiles: GovernedFiles = { files: [], modules: 0 };
  /** Those that may mock one. */
  #pythonTests: GovernedFiles = { files: [], modules: 0 };

  constructor(tools: TakersTools) {
    this.#tools = tools;
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#takers.clear();
    this.#mockers.clear();
    this.#mocksInPython.clear();
    this.#pythonTaken.clear();
    this.#pythonFiles = { files: [], modules: 0 };
    this.#pythonTests = { files: [], modules: 0 };
  }

  /**
   * Everybody who takes something of `module`, in the order of their paths.
   * @param names where only these matter: who takes others alone may be left out
   */
  of(module: ModuleKey, names: readonly string[] = ["*"]): readonly Taker[] {
    const question = [module, ...names].join("\0");
    let takers = this.#takers.get(question);
    if (!takers) {
      takers = [...(isPython(module) ? this.#ofPython(module, this.#mayName(module)) : this.#ofScript(module, names))].sort(byFile);
      this.#takers.set(question, takers);
    }
    return takers;
  }

  #ofScript(module: ModuleKey, names: readonly string[]): readonly Taker[] {
    const target = this.#target(module);
    return this.#tools.rows.mayName([module]).filter(spelling(names)).flatMap(({ path }) => [...this.#taken(path, target)]);
  }

  /** @param files those that may take it */
  #ofPython(module: ModuleKey, files: readonly SourceFile[]): readonly Taker[] {
    const target = this.#target(module);
    return files.flatMap(({ path }) => {
      const record = this.#tools.graph.recordOf(path);
      // The record of a file that does not parse tells of texts alone.
      return [...(record?.names ? (this.#takenInPython(path, record).get(module) ?? []) : this.#taken(path, target))];
    });
  }

  /** A module of Python is also to be had as an attribute of others, by any name. */
  #mayName(module: ModuleKey): readonly SourceFile[] {
    return this.#governed(module, this.#pythonFiles, (modules) => this.#tools.rows.mayName(modules));
  }

  #mayMock(module: ModuleKey): readonly SourceFile[] {
    return this.#governed(module, this.#pythonTests, (modules) => this.#tools.rows.mayMock(modules));
  }

  /** What `ask` gives for the module and all that are governed; for one of these, the same as for the others. */
  #governed(module: ModuleKey, known: GovernedFiles, ask: (modules: Iterable<ModuleKey>) => readonly SourceFile[]): readonly SourceFile[] {
    const governed = this.#tools.governed();
    if (!governed.has(module)) return ask([module, ...governed]);
    if (known.modules !== governed.size) {
      known.files = ask(governed);
      known.modules = governed.size;
    }
    return known.files;
  }

  /**
   * The files that mock `module`, in the order of their paths.
   * @param name an export that is mocked, which in a script is one that the file spells; `"*"`: any
   */
  mockersOf(module: ModuleKey, name = "*"): readonly ModuleKey[] {
    if (isPython(module)) {
      const isMock = (taker: Taker): boolean => name === "*" || taker.name === "*" || taker.name === name;
      const takers = this.#mocksInPython.get(module) ?? this.#ofPython(module, this.#mayMock(module)).filter(({ by }) => by === "mock");
      this.#mocksInPython.set(module, takers);
      return [...new Set(takers.filter(isMock).map(({ file }) => file))].sort();
    }
    let mockers = this.#mockers.get(module);
    if (!mockers) {
      const target = this.#target(module);
      const isMocking = (file: SourceFile): boolean => mocksOf(file).some((specifier) => this.#isBehind(file.path, specifier, target));
      mockers = this.#tools.rows.mayMock([module]).filter(isMocking);
      this.#mockers.set(module, mockers);
    }
    return mockers.filter((file) => name === "*" || spells(file, name)).map(({ path }) => path).sort();
  }

  #target(module: ModuleKey): Target {
    return { module, ends: new ModuleEnds(() => this.#tools.otherNames(), [module]), lastEnds: lastEnds(module) };
  }

  /** What a file of Python takes, each take once: found for all modules in one go, since many are asked about. */
  #takenInPython(file: ModuleKey, record: ModuleRecord): ReadonlyMap<ModuleKey, Iterable<Taker>> {
    const known = this.#pythonTaken.get(file);
    if (known) return known;
    beat();
    const taken = new Map<ModuleKey, Map<string, Taker>>();
    for (const { module, name, by } of pythonTakes(file, record, this.#tools)) {
      const ofModule = taken.get(module) ?? new Map<string, Taker>();
      taken.set(module, ofModule.set(`${by} ${name}`, { file, name, by }));
    }
    const found = new Map([...taken].map(([module, takers]) => [module, [...takers.values()]]));
    this.#pythonTaken.set(file, found);
    return found;
  }

  /** What one file takes of the module, each take once, however often it is written. */
  #taken(file: ModuleKey, target: Target): Iterable<Taker> {
    beat();
    const taken = new Map<string, Taker>();
    const record = this.#tools.graph.recordOf(file);
    const add = (from: string, name: string, by: Taker["by"]): void => {
      const key = `${by} ${name}`;
      if (!taken.has(key) && this.#isBehind(file, from, target)) taken.set(key, { file, name, by });
    };
    for (const { from, name, isStar = false } of record?.takes ?? []) add(from, name, isStar ? "star" : "import");
    for (const from of record?.mocks ?? []) add(from, "*", "mock");
    if (record?.loads?.some((load) => load(target.module)) === true) taken.set("import *", { file, name: "*", by: "import" });
    return taken.values();
  }

  /** Whether a specifier leads to the module; one that leads nowhere counts for every module that it might be meant for. */
  #isBehind(file: ModuleKey, specifier: string, { module, ends, lastEnds: wanted }: Target): boolean {
    if (!ends.mayLead(file, specifier)) return false;
    const found = this.#tools.resolver.moduleKey(file, specifier);
    if (found === module) return true;
    return mayMeanAny(specifier, found) && wanted.has(endOf(specifier));
  }
}

/** The answer to a question about all governed modules, and how many of these there were. */
interface GovernedFiles {
  files: readonly SourceFile[];
  modules: number;
}

interface Target {
  readonly module: ModuleKey;
  readonly ends: ModuleEnds;
  /** What a specifier of it would end in: its file's name, or its folder's where that is an index. */
  readonly lastEnds: ReadonlySet<string>;
}

function byFile(one: Taker, other: Taker): number {
  if (one.file === other.file) return 0;
  return one.file < other.file ? -1 : 1;
}

/** By these a file may have a module's export without its name, or spell the name in another way. */
const wholly = new RegExp(String.raw`\b(?:im|ex)port${gap}(?:type${gap})?(?:[\w$\x80-\uffff]+${gap},${gap})?\*|\bimport${gap}\(|\brequire\b|[mM]ock|[aA]ctual|<script|\\[ux]`);

/** Whether a file may take one of the names, told from its text: of the many that have a barrel's path most do not spell it. */
function spelling(names: readonly string[]): (file: SourceFile) => boolean {
  if (names.some((name) => name === "*" || name === "default")) return () => true;
  const spelled = names.map(asBytes);
  return ({ path, size }) => {
    const bytes = readBytes(path, size);
    return bytes === undefined || spelled.some((name) => bytes.includes(name)) || wholly.test(bytes) || mayLoadByPattern(bytes);
  };
}

function spells({ path, size }: SourceFile, name: string): boolean {
  const word = asBytes(name).replaceAll("$", String.raw`\$`);
  return new RegExp(String.raw`(?<![\w$])${word}(?![\w$])`).test(readBytes(path, size) ?? "");
}

function mocksOf({ path, size }: SourceFile): readonly string[] {
  const bytes = readBytes(path, size);
  return bytes === undefined ? [] : mocksIn(decoded(bytes));
}

function lastEnds(module: ModuleKey): ReadonlySet<string> {
  const parts = nameParts(module);
  return new Set(endOf(module) === "index" ? [posix.basename(posix.dirname(module)), ...parts] : parts);
}
