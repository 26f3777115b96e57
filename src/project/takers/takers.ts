/** Who takes an export through a module: asked for when an export may go, and read then. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { decoded, readBytes } from "../files/file-bytes.ts";
import type { Governed } from "../survey/governed.ts";
import type { Graph } from "../exports/graph.ts";
import type { ImportRows } from "./import-rows.ts";
import type { SourceFile } from "../files/listing.ts";
import { declaredModules } from "../modules/module-path.ts";
import { isPython } from "../python/module-path.ts";
import { SpelledWords } from "../python/spelled-words.ts";
import { pythonTakes } from "../python/takers.ts";
import { whoPassesThrough } from "../python/through-package.ts";
import type { ModuleRecord } from "../exports/record.ts";
import type { Resolver } from "../modules/resolver.ts";
import { beat } from "../survey/shared-survey.ts";
import { endOf, mayMeanAny, ModuleEnds, nameParts, type OtherNames } from "../modules/specifier-ends.ts";
import { SpelledNames } from "./spelled-names.ts";
import { mocksIn } from "../texts/specifiers-in-text.ts";
import { StayingMocks } from "../texts/staying-mocks.ts";

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
  readonly governed: Governed;
}

/** Answers are kept until a file changes. */
export class Takers {
  readonly #tools: TakersTools;
  readonly #takers = new Map<ModuleKey, readonly Taker[]>();
  readonly #mockers = new Map<ModuleKey, readonly ModuleKey[]>();
  readonly #throughPackage = new Map<ModuleKey, readonly ModuleKey[]>();
  /** Of scripts, by the module alone. */
  readonly #scriptMockers = new Map<ModuleKey, readonly SourceFile[]>();
  /** The scripts' mocks that no fix moves along. */
  readonly staying: StayingMocks;
  /** By file of Python, and by the governed module that it takes something of. */
  readonly #pythonTaken = new Map<ModuleKey, TakersByModule>();
  /** The files of Python that may name a governed module. */
  #pythonFiles: readonly SourceFile[] | undefined;
  /** Those that may mock one. */
  #pythonTests: readonly SourceFile[] | undefined;
  /** What files of Python spell. */
  readonly #words: SpelledWords;
  /** What scripts do. */
  readonly #spelled: SpelledNames;

  constructor(tools: TakersTools) {
    this.#tools = tools;
    this.staying = new StayingMocks((module) => tools.rows.mayMock([module]), (module) => {
      const target = this.#target(module);
      return (file, specifier) => this.#isBehind(file, specifier, target);
    });
    this.#spelled = new SpelledNames(tools.governed.names);
    this.#words = new SpelledWords(tools.governed);
  }

  /** To be called when any file has changed, or more is governed. */
  refresh(): void {
    this.#takers.clear();
    this.#mockers.clear();
    this.#throughPackage.clear();
    this.#scriptMockers.clear();
    this.staying.refresh();
    this.#spelled.refresh();
    this.#words.refresh();
    this.#pythonTaken.clear();
    this.#pythonFiles = undefined;
    this.#pythonTests = undefined;
  }

  /**
   * Everybody who takes something of `module`, in the order of their paths.
   * @param names where only these matter: who takes others alone may be left out; none: who takes it whole
   */
  of(module: ModuleKey, names: readonly string[] = ["*"]): readonly Taker[] {
    const question = [module, ...names].join("\0");
    let takers = this.#takers.get(question);
    if (!takers) {
      takers = [...(isPython(module) ? this.#ofPython(module, names, this.#mayName(module)) : this.#ofScript(module, names))].sort(byFile);
      this.#takers.set(question, takers);
    }
    return takers;
  }

  /** The files of Python that have `module` as an attribute of its package, and do not load it themselves. */
  throughPackage(module: ModuleKey): readonly ModuleKey[] {
    const files = this.#throughPackage.get(module) ?? whoPassesThrough(module, this.#tools, () => this.#mayTakeInPython(module, ["*"], this.#mayName(module)));
    this.#throughPackage.set(module, files);
    return files;
  }

  #ofScript(module: ModuleKey, names: readonly string[]): readonly Taker[] {
    const modules = [module, ...declaredModules(module)];
    const targets = modules.map((each) => this.#target(each));
    const takers = this.#tools.rows.mayName(modules).filter((file) => this.#spelled.mayTake(file, names));
    return takers.flatMap(({ path }) => targets.flatMap((target) => [...this.#taken(path, target, names)]));
  }

  /** @param files those that may name the module */
  #ofPython(module: ModuleKey, names: readonly string[], files: readonly SourceFile[]): readonly Taker[] {
    const target = this.#target(module);
    return this.#mayTakeInPython(module, names, files).flatMap(({ path }) => {
      const record = this.#tools.graph.recordOf(path);
      // The record of a file that does not parse tells of texts alone.
      return [...(record?.names ? (this.#takenInPython(path, record, module).get(module) ?? []) : this.#taken(path, target))];
    });
  }

  #mayTakeInPython(module: ModuleKey, names: readonly string[], files: readonly SourceFile[]): readonly SourceFile[] {
    const { graph, rows } = this.#tools;
    return this.#words.mayTake(files, { module, names, around: graph.python.parentOf(module)?.module, naming: (modules) => rows.naming(modules) });
  }

  /** A module of Python is also to be had as an attribute of others: of all that are governed the files are the same. */
  #mayName(module: ModuleKey): readonly SourceFile[] {
    const { rows, governed } = this.#tools;
    return governed.modules.has(module) ? (this.#pythonFiles ??= rows.mayName(governed.modules)) : rows.mayName([module, ...governed.modules]);
  }

  #mayMock(module: ModuleKey): readonly SourceFile[] {
    const { rows, governed } = this.#tools;
    return governed.modules.has(module) ? (this.#pythonTests ??= rows.mayMock(governed.modules)) : rows.mayMock([module, ...governed.modules]);
  }

  /**
   * The files that mock `module`, in the order of their paths.
   * @param name an export that is mocked, which in a script is one that the file spells; `"*"`: any
   */
  mockersOf(module: ModuleKey, name = "*"): readonly ModuleKey[] {
    const question = [module, name].join("\0");
    let mockers = this.#mockers.get(question);
    if (!mockers) {
      mockers = [...new Set(isPython(module) ? this.#mockersInPython(module, name) : this.#mockersInScripts(module, name))].sort();
      this.#mockers.set(question, mockers);
    }
    return mockers;
  }

  #mockersInPython(module: ModuleKey, name: string): readonly ModuleKey[] {
    const isMock = (taker: Taker): boolean => taker.by === "mock" && (name === "*" || taker.name === "*" || taker.name === name);
    return this.#ofPython(module, [name], this.#mayMock(module)).filter(isMock).map(({ file }) => file);
  }

  #mockersInScripts(module: ModuleKey, name: string): readonly ModuleKey[] {
    let mockers = this.#scriptMockers.get(module);
    if (!mockers) {
      const target = this.#target(module);
      const isMocking = (file: SourceFile): boolean => mocksOf(file).some((specifier) => this.#isBehind(file.path, specifier, target));
      mockers = this.#tools.rows.mayMock([module]).filter(isMocking);
      this.#scriptMockers.set(module, mockers);
    }
    return mockers.filter((file) => name === "*" || this.#spelled.spells(file, name)).map(({ path }) => path);
  }

  #target(module: ModuleKey): Target {
    return { module, ends: new ModuleEnds(() => this.#tools.otherNames(), [module]), lastEnds: lastEnds(module) };
  }

  /** What a file of Python takes, each take once: found for all governed modules in one go, since many are asked about. */
  #takenInPython(file: ModuleKey, record: ModuleRecord, module: ModuleKey): TakersByModule {
    const isGoverned = this.#tools.governed.modules.has(module);
    const known = isGoverned ? this.#pythonTaken.get(file) : undefined;
    if (known) return known;
    beat();
    const mayBeName = (part: string): boolean => !isGoverned || this.#words.mayBeName(part);
    const taken = new Map<ModuleKey, Map<string, Taker>>();
    for (const { module: from, name, by } of pythonTakes(file, record, { ...this.#tools, mayBeName })) {
      const ofModule = taken.get(from) ?? new Map<string, Taker>();
      taken.set(from, ofModule.set(`${by} ${name}`, { file, name, by }));
    }
    const found = new Map([...taken].map(([from, takers]) => [from, [...takers.values()]]));
    if (isGoverned) this.#pythonTaken.set(file, found);
    return found;
  }

  /** What one file takes of the module, each take once, however often it is written. */
  #taken(file: ModuleKey, target: Target, names: readonly string[] = ["*"]): Iterable<Taker> {
    beat();
    const taken = new Map<string, Taker>();
    const record = this.#tools.graph.recordOf(file);
    const isAsked = (name: string): boolean => name === "*" || names.includes(name) || names.includes("*");
    const behind = new Map<string, boolean>();
    const isBehind = (from: string): boolean => {
      let answer = behind.get(from);
      if (answer === undefined) behind.set(from, (answer = this.#isBehind(file, from, target)));
      return answer;
    };
    const add = (from: string, name: string, by: Taker["by"]): void => {
      const key = `${by} ${name}`;
      if (isAsked(name) && !taken.has(key) && isBehind(from)) taken.set(key, { file, name, by });
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

type TakersByModule = ReadonlyMap<ModuleKey, Iterable<Taker>>;

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

function mocksOf({ path, size }: SourceFile): readonly string[] {
  const bytes = readBytes(path, size);
  return bytes === undefined ? [] : mocksIn(decoded(bytes));
}

function lastEnds(module: ModuleKey): ReadonlySet<string> {
  const parts = nameParts(module);
  return new Set(endOf(module) === "index" ? [posix.basename(posix.dirname(module)), ...parts] : parts);
}
