/** The survey of all files: where governed exports get out, and who takes them, kept up to date file by file. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Ways } from "../../policy/ways.ts";
import { factsOfConfigs } from "./config-facts.ts";
import { Governed } from "./governed.ts";
import type { Changes, Note, SourceFile } from "../files/listing.ts";
import { Outlets } from "./outlets.ts";
import { Importers } from "../takers/importers.ts";
import { askedFor } from "../python/leaks.ts";
import { ModuleEnds, OtherNames } from "../modules/specifier-ends.ts";
import { collectNames } from "./collect-names.ts";
import { filesOf, restoredFolders, savedFolders, type SavedSurvey } from "./saved-survey.ts";
import { beat, shared } from "./shared-survey.ts";
import { readSurvey, surveyFile, writeSurvey } from "./survey-file.ts";
import type { SurveyRequest, SurveyTools } from "./survey-tools.ts";
import type { Taker } from "../takers/takers.ts";
import type { StayingKinds } from "../texts/staying-mocks.ts";
import { YoungContents } from "../files/young-contents.ts";

/** What took reading more files than this is worth keeping for the next process. */
const worthKeeping = 500;

/** Requests whose answers are kept: one for each language and manifest that is in use. */
const most = 8;

export class Survey {
  readonly #tools: SurveyTools;
  readonly #outlets: Outlets;
  readonly #contents = new YoungContents();
  #names = new OtherNames();
  /** By request. */
  readonly #ways = new Map<string, Ways>();
  readonly #governed = new Governed();
  /** What specifiers lead to that are on the way of one. */
  readonly #asked = new Set<ModuleKey>();
  /** How specifiers of those modules may end. */
  readonly #ends = new ModuleEnds(() => this.#names);
  #isOpen = false;
  readonly #importers: Importers;
  /** Identifies the files, among all surveys of all projects. */
  readonly #name: string;
  #judged = 0;
  /** Files judged and rows read that the disk knows of. */
  #kept = 0;
  #version = 0;

  /** @param name another text for another project, or for other files of it */
  constructor(name: string, tools: SurveyTools) {
    this.#name = name;
    this.#tools = tools;
    const naming = { otherNames: (): OtherNames => this.#names, resolve: (file: ModuleKey, specifier: string): ModuleKey => tools.resolver.moduleKey(file, specifier) };
    this.#outlets = new Outlets(tools.graph, naming);
    this.#importers = new Importers({ ...tools, ...naming, files: () => tools.listing.files, governed: this.#governed });
  }

  /** What was passed over, and why. */
  get notes(): readonly Note[] {
    return [...this.#tools.listing.notes, ...this.#outlets.notes];
  }

  /** What the files say that name modules, by their absolute paths, for imports of the project's packages and of `specifiers`. */
  configs(specifiers: Iterable<string>): readonly (readonly [path: string, facts: unknown])[] {
    return factsOfConfigs(this.#tools, specifiers);
  }

  /** Whether the file (absolute path) is listed under that very name, and no stub. */
  lists(file: string): boolean {
    return this.#tools.listing.files.has(file) && !file.endsWith(".pyi");
  }

  /** Counts the looks that have found something: who has derived something from an answer knows by it whether that holds. */
  get version(): number {
    return this.#version;
  }

  /** Where governed exports get out, as of the last look. */
  ways(request: SurveyRequest): Ways {
    if (!this.#isOpen) this.look();
    const asked = JSON.stringify(request);
    const known = this.#ways.get(asked);
    const ways = known ?? this.#sharedWays(asked, request);
    if (this.#ways.size >= most) this.#ways.clear();
    this.#ways.set(asked, ways);
    this.#govern(request, ways);
    this.#keep();
    return ways;
  }

  #govern(request: SurveyRequest, ways: Ways): void {
    const { modules, isGrown } = this.#governed.add(request, ways);
    if (isGrown) this.refresh();
    for (const module of modules) this.#ends.add(module);
    for (const text of request.texts) this.#ends.addSpecifier(text);
    for (const key of askedFor(request.seeds, ways, this.#tools.graph.python)) {
      this.#asked.add(key);
      this.#ends.add(key);
    }
  }

  /** Of the threads of one run the first follows for all. One that has seen a change since follows for itself. */
  #sharedWays(asked: string, request: SurveyRequest): Ways {
    const made = this.#version <= 1 ? shared("ways", () => `${this.#name}\0${asked}`, () => this.#outlets.follow(request)) : undefined;
    return made?.value ?? this.#outlets.follow(request);
  }

  /** Whether a specifier in `file` (absolute real path) may lead to a module that a governed export is to be had from; `false` is certain. */
  mayLead(file: string, specifier: string): boolean {
    return this.#ends.mayLead(file, specifier);
  }

  /** Everybody who takes something of `module`; with `names`, who takes others alone may be left out. */
  takersOf(module: ModuleKey, names?: readonly string[]): readonly Taker[] {
    return this.#ask(() => this.#importers.takersOf(module, names));
  }

  /** The files that mock `module`. */
  mockersOf(module: ModuleKey, name = "*"): readonly ModuleKey[] {
    return this.#ask(() => this.#importers.mockersOf(module, name));
  }

  /** The scripts whose mock of an export no fix moves along; with `wholes`, mocks of the whole module too. */
  stayingMockersOf(module: ModuleKey, name: string, kinds: StayingKinds): readonly ModuleKey[] {
    return this.#ask(() => this.#importers.stayingMockersOf(module, name, kinds));
  }

  /** Whether `module` is `target`, or needs it by imports that run, however far. */
  needs(module: ModuleKey, target: ModuleKey): boolean {
    return this.#ask(() => this.#importers.needs(module, target));
  }

  /** Whether an import of the file itself, that runs, loads `module` or what is below it. */
  readonly loads = (file: ModuleKey, module: ModuleKey): boolean => this.#ask(() => this.#importers.loads(file, module));

  #ask<Answer>(question: () => Answer): Answer {
    if (!this.#isOpen) this.look();
    const answer = question();
    this.#keep();
    return answer;
  }

  /** To be called when anything may have changed that is not listed, or more is governed. */
  refresh(): void {
    this.#importers.refresh();
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
    this.#take(this.#tools.listing.look());
  }

  /** Puts what is known on disk, where that has grown. */
  #keep(): void {
    const read = this.#judged + this.#importers.scanned;
    if (read - this.#kept <= worthKeeping) return;
    this.#kept = read;
    const file = surveyFile(this.#tools.listing.root, this.#name);
    // A disk that is full stays full for a while.
    if (file !== undefined && !writeSurvey(file, this.#saved())) this.#kept = Infinity;
  }

  /** Looks at one file (absolute real path), sooner than at all of them. */
  lookAt(file: ModuleKey): void {
    if (this.#isOpen && this.#tools.listing.files.has(file)) this.#take(this.#tools.listing.lookAt(file));
  }

  #take({ changed, removed, isMoved, isRenamed }: Changes): void {
    const { disk, graph, forgetPaths } = this.#tools;
    // One that comes back as it was is new all the same.
    for (const { path } of removed) this.#contents.forget(path);
    const different = changed.filter((file) => this.#contents.isDifferent(file));
    if (different.length === 0 && !isMoved) return;
    if (!this.#outlets.isEmpty) for (const { path } of different) disk.touch(path);
    graph.refresh(isMoved ? undefined : different.map(({ path }) => path));
    this.refresh();
    if (isRenamed) this.#importers.clear();
    else if (isMoved) this.#importers.resolveAnew([...removed, ...different.filter((file) => !this.#outlets.has(file.path))].map(({ path }) => path));
    if (isMoved) {
      disk.refresh();
      forgetPaths();
      this.#names = collectNames(this.#tools);
      this.#outlets.resolveAnew();
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
    const folders = restoredFolders(saved.folders);
    this.#tools.listing.restore({ ...saved, folders });
    this.#names = collectNames(this.#tools);
    this.#outlets.restore(saved);
    this.#contents.restore(saved.hashes);
    this.#importers.restore(saved.rows, filesOf(folders));
    for (const [asked, ways] of saved.ways) {
      this.#ways.set(asked, ways);
      this.#govern(JSON.parse(asked) as SurveyRequest, ways);
    }
  }

  #saved(): SavedSurvey {
    const { listing } = this.#tools;
    const { configFiles, ignoreFiles, links } = listing;
    return { folders: savedFolders(listing), configFiles, ignoreFiles, links, ...this.#outlets.saved(), hashes: this.#contents.hashes, ways: this.#ways, rows: this.#importers.packed(filesOf(listing.folders)) };
  }

  /** Whether ways may lead through a file, or end at what it defines. */
  #matters(file: ModuleKey): boolean {
    if (this.#governed.modules.has(file) || this.#outlets.passes(file)) return true;
    const leadsTo = (module: ModuleKey): boolean => this.#asked.has(module) || this.#governed.modules.has(module);
    return this.#outlets.specifiersOf(file).some((specifier) => this.#ends.mayLead(file, specifier) && leadsTo(this.#tools.resolver.moduleKey(file, specifier)));
  }

  #judge(file: SourceFile): void {
    this.#judged += 1;
    beat();
    this.#importers.forget(file.path);
    this.#outlets.judge(file);
  }

  #forget(path: ModuleKey): void {
    this.#importers.forget(path);
    this.#outlets.forget(path);
  }
}
