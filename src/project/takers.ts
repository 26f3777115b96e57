/** Who takes an export through a module: asked for when an export may go, and read then. */
import type { ModuleKey } from "../policy/facts.ts";
import type { Graph } from "./graph.ts";
import type { SourceFile } from "./listing.ts";
import { isPackageKey } from "./module-path.ts";
import { readBytes } from "./prefilter.ts";
import { isPython } from "./python/module-path.ts";
import { pythonSpecifiersIn } from "./python/specifiers-in-text.ts";
import { dottedStringsIn, pythonTakes } from "./python/takers.ts";
import type { ModuleRecord } from "./record.ts";
import type { Resolver } from "./resolver.ts";
import { beat, shared } from "./shared-survey.ts";
import { endOf, ModuleEnds, pathEnds, type OtherNames } from "./specifier-ends.ts";
import { decoded, mocksIn, specifiersIn } from "./specifiers-in-text.ts";

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

/** What is asked about: files whose takes are wanted, and the modules of which. */
export interface TakersTools {
  readonly graph: Graph;
  readonly resolver: Resolver;
  /** Every listed file. */
  files(): Iterable<SourceFile>;
  /** Whether a file's record is read anyway. */
  isRead(file: ModuleKey): boolean;
  otherNames(): OtherNames;
}

type Take = Omit<Taker, "file"> & { readonly module: ModuleKey };

export class Takers {
  readonly #tools: TakersTools;
  readonly #modules: ReadonlySet<ModuleKey>;
  readonly #ends: ModuleEnds;
  /** What each file takes of the modules; files that take nothing have an empty list. */
  readonly #takes = new Map<ModuleKey, readonly Take[]>();
  #byModule: Map<ModuleKey, Taker[]> | undefined;

  /** @param modules whose takers will be asked for */
  constructor(modules: ReadonlySet<ModuleKey>, tools: TakersTools) {
    this.#modules = modules;
    this.#tools = tools;
    this.#ends = new ModuleEnds(() => tools.otherNames(), modules);
  }

  /** Whether the takers of `module` are known here. */
  covers(module: ModuleKey): boolean {
    return this.#modules.has(module);
  }

  /** To be called when a file has changed or is gone. */
  forget(file: ModuleKey): void {
    this.#takes.delete(file);
    this.#byModule = undefined;
  }

  /** Everybody who takes something of `module`, in the order of their paths. */
  of(module: ModuleKey): readonly Taker[] {
    this.#byModule ??= this.#collect();
    return this.#byModule.get(module) ?? [];
  }

  #collect(): Map<ModuleKey, Taker[]> {
    if (this.#takes.size === 0) this.#takeOver();
    const byModule = new Map<ModuleKey, Taker[]>();
    for (const file of this.#tools.files()) {
      const { path } = file;
      for (const { module, name, by } of this.#takesIn(file)) {
        const takers = byModule.get(module) ?? [];
        byModule.set(module, takers);
        takers.push({ file: path, name, by });
      }
    }
    for (const takers of byModule.values()) takers.sort((one, other) => (one.file < other.file ? -1 : 1));
    return byModule;
  }

  /** Of the files as they are, another thread may have read it all. */
  #takeOver(): void {
    const files = [...this.#tools.files()];
    // What its times do not tell, they do not tell another thread either.
    if (files.some(({ isYoung }) => isYoung)) return;
    const stateOf = ({ path, mtime, ctime, size }: SourceFile): string => `${path} ${String(mtime)} ${String(ctime)} ${String(size)}`;
    const question = (): string => [...[...this.#modules].sort(), ...files.map(stateOf).sort()].join("\n");
    const known = shared("takers", question, () => {
      for (const file of files) this.#takesIn(file);
      return [...this.#takes].filter(([, takes]) => takes.length > 0);
    });
    if (!known || known.isOwn) return;
    for (const { path } of files) this.#takes.set(path, []);
    for (const [path, takes] of known.value) this.#takes.set(path, takes);
  }

  #takesIn({ path, size }: SourceFile): readonly Take[] {
    let takes = this.#takes.get(path);
    if (!takes) this.#takes.set(path, (takes = this.#takesOf(path, size)));
    return takes;
  }

  #takesOf(path: ModuleKey, size: number): readonly Take[] {
    beat();
    const { graph, isRead } = this.#tools;
    if (!isRead(path)) {
      const bytes = readBytes(path, size);
      const text = bytes === undefined ? "" : decoded(bytes);
      const mayTake = mentionedIn(path, text)?.some((specifier) => this.#ends.mayLead(path, specifier)) ?? true;
      // A component's script may be another file.
      if (!mayTake && !/<script\b[^<]*\ssrc\b/.test(text)) return [];
    }
    const record = graph.recordOf(path);
    return record ? [...this.#taken(path, record)] : [];
  }

  /** Each take once, however often it is written. */
  #taken(file: ModuleKey, { takes, mocks, names }: ModuleRecord): Iterable<Take> {
    const taken = new Map<string, Take>();
    if (names) {
      for (const take of pythonTakes(file, { takes, mocks }, { ...this.#tools, isWanted: (module) => this.#modules.has(module) })) taken.set(`${take.by} ${take.name}\0${take.module}`, take);
      return taken.values();
    }
    const add = (from: string, name: string, by: Take["by"]): void => {
      for (const module of this.#behind(file, from)) taken.set(`${by} ${name}\0${module}`, { module, name, by });
    };
    for (const { from, name, isStar = false } of takes) add(from, name, isStar ? "star" : "import");
    for (const from of mocks) add(from, "*", "mock");
    return taken.values();
  }

  /** The wanted modules that a specifier leads to; of one that leads nowhere all that it might be meant for. */
  #behind(file: ModuleKey, specifier: string): readonly ModuleKey[] {
    if (!this.#ends.mayLead(file, specifier)) return [];
    const module = this.#tools.resolver.moduleKey(file, specifier);
    if (this.#modules.has(module)) return [module];
    const isUnresolved = isPackageKey(module) && !module.startsWith("/") && /[/~#@]/.test(specifier);
    if (!isUnresolved) return [];
    const end = endOf(specifier);
    return end === "" ? [] : [...this.#modules].filter((each) => lastEnds(each).has(end));
  }
}

/** Every specifier in a file's text, and what its mocks may name; `undefined` where only reading it tells. */
function mentionedIn(path: ModuleKey, text: string): readonly string[] | undefined {
  if (!isPython(path)) return [...specifiersIn(text), ...mocksIn(text)];
  const specifiers = pythonSpecifiersIn(text);
  return specifiers && [...specifiers, ...dottedStringsIn(text)];
}

/** What a specifier of the module would end in: its file's name, or its folder's where that is an index. */
function lastEnds(module: ModuleKey): ReadonlySet<string> {
  const ends = pathEnds(module);
  const segments = module.split("/");
  const name = endOf(module);
  return name === "index" ? new Set([segments.at(-2) ?? "", "index"]) : new Set([name, ...ends.slice(segments.length)].filter((end) => end !== ""));
}
