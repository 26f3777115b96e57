/** What each file may pass on of others: judged by its text, and read where something governed may come its way. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Ways } from "../../policy/ways.ts";
import type { Graph } from "../exports/graph.ts";
import { ExportEdges, followLeaks, outletOf, type Outlet } from "./leaks.ts";
import type { Note, SourceFile } from "../files/listing.ts";
import { PerhapsIndex, type PerhapsTools } from "./perhaps-index.ts";
import { judge, type Verdict } from "../texts/prefilter.ts";
import type { SurveyRequest } from "./survey-tools.ts";

/** What the next process need not find out. */
export interface SavedOutlets {
  /** Of the files that are not silent. */
  readonly verdicts: ReadonlyMap<ModuleKey, Verdict>;
  readonly outlets: ReadonlyMap<ModuleKey, Outlet>;
}

export class Outlets {
  readonly #graph: Graph;
  readonly #verdicts = new Map<ModuleKey, Verdict>();
  readonly #perhaps: PerhapsIndex;
  readonly #edges: ExportEdges;
  readonly #notes = new Map<ModuleKey, Note>();

  constructor(graph: Graph, naming: PerhapsTools) {
    this.#graph = graph;
    this.#perhaps = new PerhapsIndex(naming);
    this.#edges = new ExportEdges((file, specifier) => naming.resolve(file, specifier), (module) => this.#readPerhaps(module));
  }

  /** Files that were passed over, and why. */
  get notes(): Iterable<Note> {
    return this.#notes.values();
  }

  /** Whether the file was judged. */
  has(file: ModuleKey): boolean {
    return this.#verdicts.has(file);
  }

  get isEmpty(): boolean {
    return this.#verdicts.size === 0;
  }

  /** Whether the file passes something governed on, or somebody passes something of it on. */
  passes(file: ModuleKey): boolean {
    return this.#verdicts.get(file)?.kind === "parse" || this.#edges.isSource(file);
  }

  /** The specifiers of a file that may pass something on. */
  specifiersOf(file: ModuleKey): readonly string[] {
    const verdict = this.#verdicts.get(file);
    return verdict?.kind === "perhaps" ? verdict.specifiers : [];
  }

  /** Reads the text of a file that is new, or has changed. */
  judge({ path, size }: SourceFile): void {
    this.forget(path);
    this.#note(path, judge(path, size));
  }

  #note(path: ModuleKey, verdict: Verdict): void {
    this.#verdicts.set(path, verdict);
    if (verdict.kind === "perhaps") this.#perhaps.set(path, verdict.specifiers);
    if (verdict.kind === "passed over") this.#notes.set(path, { path, reason: verdict.reason });
  }

  forget(path: ModuleKey): void {
    this.#verdicts.delete(path);
    this.#notes.delete(path);
    this.#edges.delete(path);
    this.#perhaps.delete(path);
  }

  /** To be called when specifiers may lead elsewhere than before. */
  resolveAnew(): void {
    this.#edges.resolveAnew();
    this.#perhaps.indexAnew();
  }

  /** Where governed exports get out. */
  follow({ seeds, barriers }: SurveyRequest): Ways {
    return followLeaks(seeds, barriers, this.#edges, this.#graph);
  }

  /** Reads the files that have the module by a specifier. */
  #readPerhaps(module: ModuleKey): void {
    for (const path of this.#perhaps.leadingTo(module)) {
      this.#verdicts.set(path, { kind: "parse" });
      this.#perhaps.delete(path);
      const record = this.#graph.recordOf(path);
      if (record) this.#edges.set(path, outletOf(record));
    }
  }

  saved(): SavedOutlets {
    return { verdicts: new Map([...this.#verdicts].filter(([, { kind }]) => kind !== "silent")), outlets: this.#edges.outlets };
  }

  restore({ verdicts, outlets }: SavedOutlets): void {
    for (const [path, verdict] of verdicts) this.#note(path, verdict);
    for (const [path, outlet] of outlets) this.#edges.set(path, outlet);
  }
}
