/** The survey of all files: where governed exports get out, and who takes them, kept up to date file by file. */
import type { ModuleKey } from "../policy/facts.ts";
import type { Ways } from "../policy/ways.ts";
import { configFacts } from "./config-facts.ts";
import { ExportEdges, followLeaks, outletOf } from "./leaks.ts";
import type { Changes, Note, SourceFile } from "./listing.ts";
import { PerhapsIndex } from "./perhaps-index.ts";
import { judge, type Verdict } from "./prefilter.ts";
import { ModuleEnds, OtherNames } from "./specifier-ends.ts";
import { collectNames } from "./collect-names.ts";
import { restoredFolders, savedFolders, type SavedSurvey } from "./saved-survey.ts";
import { beat, shared } from "./shared-survey.ts";
import { readSurvey, surveyFile, writeSurvey } from "./survey-file.ts";
import type { SurveyRequest, SurveyTools } from "./survey-tools.ts";
import { Takers, type Taker } from "./takers.ts";
import { YoungContents } from "./young-contents.ts";

/** A look that judges more files than this is worth keeping for the next process. */
const worthKeeping = 500;

/** Requests whose answers are kept: one for each language and manifest that is in use. */
const most = 8;

const nothing: Ways = { leaks: [], namespaces: [] };

export class Survey {
  readonly #tools: SurveyTools;
  readonly #verdicts = new Map<ModuleKey, Verdict>();
  readonly #perhaps: PerhapsIndex;
  readonly #contents = new YoungContents();
  readonly #notes = new Map<ModuleKey, Note>();
  readonly #edges: ExportEdges;
  #names = new OtherNames();
  /** By request. */
  readonly #ways = new Map<string, Ways>();
  /** Every module that was found to let a governed export out, or to be asked about. */
  readonly #modules = new Set<ModuleKey>();
  /** How specifiers of those modules may end. */
  readonly #ends = new ModuleEnds(() => this.#names);
  #isOpen = false;
  #takers: Takers | undefined;
  /** Identifies the files, among all surveys of all projects. */
  readonly #name: string;
  #judged = 0;
  #version = 0;

  /** @param name another text for another project, or for other files of it */
  constructor(name: string, tools: SurveyTools) {
    this.#name = name;
    this.#tools = tools;
    this.#edges = new ExportEdges((file, specifier) => tools.resolver.moduleKey(file, specifier));
    this.#perhaps = new PerhapsIndex((file, specifier) => tools.resolver.moduleKey(file, specifier));
  }

  /** What was passed over, and why. */
  get notes(): readonly Note[] {
    return [...this.#tools.listing.notes, ...this.#notes.values()];
  }

  /** What the files say that name modules, by their absolute paths. */
  get configs(): readonly (readonly [path: string, facts: unknown])[] {
    return [...this.#tools.listing.configFiles].flatMap(([path, state]) => (state === "" ? [] : [[path, configFacts(path)] as const]));
  }

  /** Counts the looks that have found something: who has derived something from an answer knows by it whether that holds. */
  get version(): number {
    return this.#version;
  }

  /** Where governed exports get out, as of the last look. */
  ways(request: SurveyRequest): Ways {
    if (!this.#isOpen) this.look();
    const asked = JSON.stringify(request);
    const ways = this.#ways.get(asked) ?? this.#sharedWays(asked, request);
    if (this.#ways.size >= most) this.#ways.clear();
    this.#ways.set(asked, ways);
    for (const text of request.texts) this.#ends.addSpecifier(text);
    return ways;
  }

  /** Of the threads of one run the first follows for all. One that has seen a change since follows for itself. */
  #sharedWays(asked: string, request: SurveyRequest): Ways {
    const made = this.#version <= 1 ? shared("ways", () => `${this.#name}\0${asked}`, () => this.#follow(request)) : undefined;
    const ways = made?.value ?? this.#follow(request);
    for (const { module } of [...request.seeds, ...request.barriers, ...ways.leaks, ...ways.namespaces]) this.#govern(module);
    return ways;
  }

  /**
   * Whether a specifier may lead to a module that a governed export is to be had from; `false` is certain.
   * @param file that writes the specifier; absolute real path
   */
  mayLead(file: string, specifier: string): boolean {
    return this.#ends.mayLead(file, specifier);
  }

  /** Everybody who takes something of `module`. */
  takersOf(module: ModuleKey): readonly Taker[] {
    if (!this.#takers?.covers(module)) {
      this.#govern(module);
      this.#takers = new Takers(new Set(this.#modules), {
        ...this.#tools,
        files: () => this.#tools.listing.files.values(),
        isRead: (file) => this.#verdicts.get(file)?.kind === "parse",
        otherNames: () => this.#names,
      });
    }
    return this.#takers.of(module);
  }

  /** Looks at the disk, and reads what has changed; `version` tells whether that matters. */
  look(): void {
    if (this.#isOpen) return this.#take(this.#tools.listing.look());
    this.#isOpen = true;
    const survey = shared("survey", () => this.#name, () => {
      this.#openAlone();
      return this.#saved();
    });
    if (!survey) this.#openAlone();
    else if (!survey.isOwn) {
      this.#restore(survey.value);
      this.#take(this.#tools.listing.look());
    }
  }

  /** The first look of a process: what an earlier one saw is only checked. */
  #openAlone(): void {
    const file = surveyFile(this.#tools.listing.root, this.#name);
    const saved = file === undefined ? undefined : readSurvey(file);
    if (saved) this.#restore(saved);
    const judged = this.#judged;
    this.#take(this.#tools.listing.look());
    if (file !== undefined && this.#judged - judged > worthKeeping) writeSurvey(file, this.#saved());
  }

  /** Looks at one file (absolute real path), sooner than at all of them. */
  lookAt(file: ModuleKey): void {
    if (this.#isOpen && this.#tools.listing.files.has(file)) this.#take(this.#tools.listing.lookAt(file));
  }

  #take({ changed, removed, isMoved }: Changes): void {
    const { disk, graph, forgetPaths } = this.#tools;
    // One that comes back as it was is new all the same.
    for (const { path } of removed) this.#contents.forget(path);
    const different = changed.filter((file) => this.#contents.isDifferent(file));
    if (different.length === 0 && !isMoved) return;
    if (this.#verdicts.size > 0) for (const { path } of different) disk.touch(path);
    graph.refresh();
    if (isMoved) {
      disk.refresh();
      forgetPaths();
      this.#names = collectNames(this.#tools);
      this.#takers = undefined;
      this.#edges.resolveAnew();
      this.#perhaps.indexAnew(this.#names);
    }
    const before = different.some(({ path }) => this.#matters(path));
    for (const { path } of removed) this.#forget(path);
    for (const file of different) this.#judge(file);
    // Most edits are of files that have nothing to do with any governed symbol, before and after.
    if (!isMoved && !before && !different.some(({ path }) => this.#matters(path))) return;
    this.#version += 1;
    this.#ways.clear();
  }

  #restore(saved: SavedSurvey): void {
    this.#tools.listing.restore({ ...saved, folders: restoredFolders(saved.folders) });
    this.#names = collectNames(this.#tools);
    for (const [path, verdict] of saved.verdicts) this.#note(path, verdict);
    for (const [path, outlet] of saved.outlets) this.#edges.set(path, outlet);
    this.#contents.restore(saved.hashes);
  }

  #saved(): SavedSurvey {
    const { listing } = this.#tools;
    const verdicts = new Map([...this.#verdicts].filter(([, { kind }]) => kind !== "silent"));
    const { configFiles, ignoreFiles, links } = listing;
    return { folders: savedFolders(listing), configFiles, ignoreFiles, links, verdicts, outlets: this.#edges.outlets, hashes: this.#contents.hashes };
  }

  /** Whether ways may lead through a file, or end at what it defines. */
  #matters(file: ModuleKey): boolean {
    const verdict = this.#verdicts.get(file);
    if (verdict?.kind === "parse" || this.#modules.has(file) || this.#edges.isSource(file)) return true;
    return verdict?.kind === "perhaps" && verdict.specifiers.some((specifier) => this.#ends.mayLead(file, specifier) && this.#modules.has(this.#tools.resolver.moduleKey(file, specifier)));
  }

  #judge(file: SourceFile): void {
    const { path, size } = file;
    this.#judged += 1;
    beat();
    this.#forget(path);
    this.#note(path, judge(path, size));
  }

  #note(path: ModuleKey, verdict: Verdict): void {
    this.#verdicts.set(path, verdict);
    if (verdict.kind === "perhaps") this.#perhaps.set(path, verdict.specifiers, this.#names);
    if (verdict.kind === "passed over") this.#notes.set(path, { path, reason: verdict.reason });
  }

  #forget(path: ModuleKey): void {
    this.#takers?.forget(path);
    this.#verdicts.delete(path);
    this.#notes.delete(path);
    this.#edges.delete(path);
    this.#perhaps.delete(path);
  }

  #read(path: ModuleKey): void {
    const record = this.#tools.graph.recordOf(path);
    if (record) this.#edges.set(path, outletOf(record));
  }

  /** Follows the leaks, and reads the files that turn out to be on their way, until there are none. */
  #follow({ seeds, barriers }: SurveyRequest): Ways {
    const known = new Set<ModuleKey>();
    for (let ways: Ways = nothing, fresh = new Set(seeds.map(({ module }) => module)); ; ) {
      for (const module of fresh) known.add(module);
      if (fresh.size === 0) return ways;
      this.#readPerhaps(fresh);
      ways = followLeaks(seeds, barriers, this.#edges, this.#tools.graph);
      fresh = new Set([...ways.leaks, ...ways.namespaces].map(({ module }) => module).filter((module) => !known.has(module)));
    }
  }

  #govern(module: ModuleKey): void {
    if (this.#modules.has(module)) return;
    this.#modules.add(module);
    this.#ends.add(module);
  }

  /** Reads the files that have one of `modules` by a specifier. */
  #readPerhaps(modules: ReadonlySet<ModuleKey>): void {
    for (const path of this.#perhaps.leadingTo(modules)) {
      this.#verdicts.set(path, { kind: "parse" });
      this.#perhaps.delete(path);
      this.#read(path);
    }
  }
}
