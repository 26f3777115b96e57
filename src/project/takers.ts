/** Who takes an export through a module: asked for when an export may go, and read then. */
import type { ModuleKey } from "../policy/facts.ts";
import type { Graph } from "./graph.ts";
import type { ImportRows } from "./import-rows.ts";
import type { SourceFile } from "./listing.ts";
import { readBytes } from "./prefilter.ts";
import { isPython } from "./python/module-path.ts";
import { pythonTakes, type Place } from "./python/takers.ts";
import type { ModuleRecord } from "./record.ts";
import type { Resolver } from "./resolver.ts";
import { beat } from "./shared-survey.ts";
import { endOf, mayMeanAny, ModuleEnds, pathEnds, type OtherNames } from "./specifier-ends.ts";
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
  governed(): Iterable<ModuleKey>;
}

/** Answers are kept until a file changes. */
export class Takers {
  readonly #tools: TakersTools;
  readonly #takers = new Map<ModuleKey, readonly Taker[]>();
  readonly #mockers = new Map<ModuleKey, readonly ModuleKey[]>();
  /** What each file of Python takes, by module: as many modules are asked for as files are fixed. */
  readonly #python = new Map<ModuleKey, ReadonlyMap<ModuleKey, readonly Taker[]>>();

  readonly #places = new Map<string, readonly Place[]>();
  #governed: ReadonlySet<ModuleKey> | undefined;

  constructor(tools: TakersTools) {
    this.#tools = tools;
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#takers.clear();
    this.#mockers.clear();
    this.#python.clear();
    this.#places.clear();
    this.#governed = undefined;
  }

  /**
   * Everybody who takes something of `module`, in the order of their paths.
   * @param names where only these matter: who takes others alone may be left out
   */
  of(module: ModuleKey, names: readonly string[] = ["*"]): readonly Taker[] {
    const question = [module, ...names].join("\0");
    let takers = this.#takers.get(question);
    if (!takers) {
      const target = this.#target(module);
      const files = isPython(module) ? this.#tools.rows.mayName(this.#ways(module)) : this.#tools.rows.mayName([module]).filter(spelling(names));
      takers = files.flatMap(({ path }) => [...this.#taken(path, target)]).sort(byFile);
      this.#takers.set(question, takers);
    }
    return takers;
  }

  /**
   * The files that mock `module`, in the order of their paths.
   * @param name in Python an export that is mocked; `"*"`: any
   */
  mockersOf(module: ModuleKey, name = "*"): readonly ModuleKey[] {
    if (isPython(module)) {
      const isMock = (taker: Taker): boolean => taker.by === "mock" && (name === "*" || taker.name === "*" || taker.name === name);
      return [...new Set(this.of(module).filter(isMock).map(({ file }) => file))];
    }
    let mockers = this.#mockers.get(module);
    if (!mockers) {
      const target = this.#target(module);
      const files = this.#tools.rows.mayMock(isPython(module) ? this.#ways(module) : [module]);
      mockers = files.filter((file) => this.#mocks(file, target)).map(({ path }) => path).sort();
      this.#mockers.set(module, mockers);
    }
    return mockers;
  }

  #mocks(file: SourceFile, target: Target): boolean {
    if (isPython(file.path)) return [...this.#taken(file.path, target)].some(({ by }) => by === "mock");
    return mocksOf(file).some((specifier) => this.#isBehind(file.path, specifier, target));
  }

  /** A module of Python is also to be had as an attribute of others, by any name. */
  #ways(module: ModuleKey): readonly ModuleKey[] {
    return [module, ...this.#tools.governed()];
  }

  #target(module: ModuleKey): Target {
    return { module, ends: new ModuleEnds(() => this.#tools.otherNames(), [module]), lastEnds: lastEnds(module) };
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
    if (record?.names) return this.#pythonOf(file, record).get(target.module) ?? [];
    for (const { from, name, isStar = false } of record?.takes ?? []) add(from, name, isStar ? "star" : "import");
    for (const from of record?.mocks ?? []) add(from, "*", "mock");
    return taken.values();
  }

  #pythonOf(file: ModuleKey, record: ModuleRecord): ReadonlyMap<ModuleKey, readonly Taker[]> {
    const known = this.#python.get(file);
    if (known) return known;
    const takes = new Map<ModuleKey, Map<string, Taker>>();
    const { graph, resolver } = this.#tools;
    this.#governed ??= new Set(this.#tools.governed());
    const governed = this.#governed;
    for (const { module, name, by } of pythonTakes(file, record, { graph, resolver, isGoverned: (each) => governed.has(each), absolute: this.#places })) {
      const ofModule = takes.get(module) ?? new Map<string, Taker>();
      takes.set(module, ofModule.set(`${by} ${name}`, { file, name, by }));
    }
    const taken = new Map([...takes].map(([module, ofModule]) => [module, [...ofModule.values()]]));
    this.#python.set(file, taken);
    return taken;
  }

  /** Whether a specifier leads to the module; one that leads nowhere counts for every module that it might be meant for. */
  #isBehind(file: ModuleKey, specifier: string, { module, ends, lastEnds: wanted }: Target): boolean {
    if (!ends.mayLead(file, specifier)) return false;
    const found = this.#tools.resolver.moduleKey(file, specifier);
    if (found === module) return true;
    return mayMeanAny(specifier, found) && wanted.has(endOf(specifier));
  }
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
    return bytes === undefined || spelled.some((name) => bytes.includes(name)) || wholly.test(bytes);
  };
}

function mocksOf({ path, size }: SourceFile): readonly string[] {
  const bytes = readBytes(path, size);
  return bytes === undefined ? [] : mocksIn(decoded(bytes));
}

function lastEnds(module: ModuleKey): ReadonlySet<string> {
  const ends = pathEnds(module);
  const segments = module.split("/");
  const name = endOf(module);
  const last = name === "index" ? [segments.at(-2) ?? "", "index"] : [name, ...ends.slice(segments.length)];
  return new Set(last.filter((end) => end !== ""));
}
