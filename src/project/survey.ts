/** The survey of all files for one set of governed exports: where they get out, kept up to date file by file. */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Seed, Ways } from "../policy/ways.ts";
import { readText, type Disk } from "./disk.ts";
import type { Definition, Graph } from "./graph.ts";
import { ExportEdges, followLeaks, outletOf } from "./leaks.ts";
import type { Listing, Note, SourceFile } from "./listing.ts";
import { Prefilter, readBytes, type Verdict } from "./prefilter.ts";
import type { Resolver } from "./resolver.ts";
import { endOf, OtherNames, pathEnds } from "./specifier-ends.ts";
import { restoredFolders, savedFolders, type SavedSurvey } from "./saved-survey.ts";
import { sharedSurvey } from "./shared-survey.ts";
import { readSurvey, surveyFile, writeSurvey } from "./survey-file.ts";
import { Takers, type Taker } from "./takers.ts";
import type { PathConfigs } from "./tsconfig.ts";
import type { Workspaces } from "./workspace.ts";

/** What a survey is about. */
export interface SurveyRequest {
  /** Governed exports, deprecated and canonical. */
  readonly seeds: readonly Seed[];
  /** Exports at which nothing is followed further. */
  readonly barriers: readonly Definition[];
}

export interface SurveyTools {
  readonly disk: Disk;
  readonly resolver: Resolver;
  readonly graph: Graph;
  readonly workspaces: Workspaces;
  readonly configs: PathConfigs;
  readonly listing: Listing;
  /** Forgets what specifiers lead to. */
  forgetPaths(): void;
}

/** A look that judges more files than this is worth keeping for the next process. */
const worthKeeping = 500;

const nothing: Ways = { leaks: [], namespaces: [] };

export class Survey {
  readonly request: SurveyRequest;
  readonly #tools: SurveyTools;
  readonly #prefilter: Prefilter;
  readonly #verdicts = new Map<ModuleKey, Verdict>();
  /** Content of files whose times do not tell enough. */
  readonly #hashes = new Map<ModuleKey, string>();
  readonly #notes = new Map<ModuleKey, Note>();
  readonly #edges: ExportEdges;
  #names = new OtherNames();
  #leaks: Ways | undefined;
  #takers: Takers | undefined;
  /** Identifies what is asked, among all surveys of all projects. */
  readonly #question: string;
  #judged = 0;

  /** @param question another text for another request, or for other files */
  constructor(request: SurveyRequest, question: string, tools: SurveyTools) {
    this.request = request;
    this.#question = question;
    this.#tools = tools;
    this.#edges = new ExportEdges((file, specifier) => tools.resolver.moduleKey(file, specifier));
    this.#prefilter = new Prefilter(request.seeds.map(({ name }) => name));
  }

  /** Files that were passed over, and why. */
  get notes(): readonly Note[] {
    return [...this.#tools.listing.notes, ...this.#notes.values()];
  }

  /** The files that say what specifiers lead to, with digests of their contents. */
  get configFiles(): readonly (readonly [path: string, digest: string])[] {
    return [...this.#tools.listing.configFiles.keys()].sort().map((path) => [path, createHash("sha1").update(readText(path) ?? "").digest("base64")]);
  }

  /** Where the governed exports get out, as of the last look. */
  get leaks(): Ways {
    if (!this.#leaks) this.look();
    return this.#leaks ?? nothing;
  }

  /** Everybody who takes something of `module`, which is one that has a governed export, or lets one out. */
  takersOf(module: ModuleKey): readonly Taker[] {
    if (!this.#takers?.covers(module)) {
      const modules = new Set([...this.request.seeds, ...this.leaks.leaks, ...this.leaks.namespaces].map((each) => each.module));
      this.#takers = new Takers(modules.add(module), {
        ...this.#tools,
        files: () => this.#tools.listing.files.values(),
        isRead: (file) => this.#verdicts.get(file)?.kind === "parse",
        otherNames: () => this.#names,
      });
    }
    return this.#takers.of(module);
  }

  /**
   * Looks at the disk, and reads what has changed.
   * @returns whether anything has
   */
  look(): boolean {
    if (this.#leaks) return this.#lookAgain();
    let isMade = false;
    const shared = sharedSurvey(this.#question, () => {
      isMade = true;
      this.#openAlone();
      return this.#saved();
    });
    if (isMade) return true;
    if (!shared) this.#openAlone();
    else {
      this.#restore(shared);
      this.#lookAgain();
    }
    return true;
  }

  /** The first look of a process: what an earlier one saw is only checked. */
  #openAlone(): void {
    const file = surveyFile(this.#tools.listing.root, this.#question);
    const saved = file === undefined ? undefined : readSurvey(file);
    if (saved) this.#restore(saved);
    const judged = this.#judged;
    this.#lookAgain();
    if (file !== undefined && this.#judged - judged > worthKeeping) writeSurvey(file, this.#saved());
  }

  #lookAgain(): boolean {
    const { listing, disk, graph, forgetPaths } = this.#tools;
    const { changed, removed, isMoved } = listing.look();
    const different = changed.filter((file) => this.#isDifferent(file));
    if (this.#leaks && different.length === 0 && !isMoved) return false;
    disk.refresh();
    graph.refresh();
    if (isMoved) {
      forgetPaths();
      this.#collectNames();
      this.#takers = undefined;
    }
    for (const { path } of removed) this.#forget(path);
    for (const file of different) this.#judge(file);
    if (isMoved) this.#edges.resolveAnew();
    this.#leaks = this.#follow();
    return true;
  }

  #restore(saved: SavedSurvey): void {
    this.#tools.listing.restore({ ...saved, folders: restoredFolders(saved.folders) });
    this.#collectNames();
    for (const [path, verdict] of saved.verdicts) {
      this.#verdicts.set(path, verdict);
      if (verdict.kind === "passed over") this.#notes.set(path, { path, reason: verdict.reason });
    }
    for (const [path, outlet] of saved.outlets) this.#edges.set(path, outlet);
    for (const [path, hash] of saved.hashes) this.#hashes.set(path, hash);
  }

  #saved(): SavedSurvey {
    const { listing } = this.#tools;
    const verdicts = new Map([...this.#verdicts].filter(([, { kind }]) => kind !== "silent"));
    const { configFiles, ignoreFiles, links } = listing;
    return { folders: savedFolders(listing), configFiles, ignoreFiles, links, verdicts, outlets: this.#edges.outlets, hashes: this.#hashes };
  }

  /** A young file is listed as changed each time: its content tells. */
  #isDifferent(file: SourceFile): boolean {
    const before = this.#hashes.get(file.path);
    const hash = file.isYoung || before !== undefined ? hashOf(file) : undefined;
    if (file.isYoung && hash !== undefined) this.#hashes.set(file.path, hash);
    else this.#hashes.delete(file.path);
    if (before !== undefined && before === hash) return false;
    // Its times may be the same as before.
    if (before !== undefined) this.#tools.disk.touch(file.path);
    return true;
  }

  #judge(file: SourceFile): void {
    const { path, size } = file;
    this.#judged += 1;
    const verdict = this.#prefilter.judge(path, size);
    this.#forget(path);
    this.#verdicts.set(path, verdict);
    if (verdict.kind === "parse") this.#read(path);
    if (verdict.kind === "passed over") this.#notes.set(path, { path, reason: verdict.reason });
  }

  #forget(path: ModuleKey): void {
    this.#takers?.forget(path);
    this.#verdicts.delete(path);
    this.#notes.delete(path);
    this.#edges.delete(path);
  }

  #read(path: ModuleKey): void {
    const record = this.#tools.graph.recordOf(path);
    if (record) this.#edges.set(path, outletOf(record));
  }

  #collectNames(): void {
    const { listing, workspaces, configs } = this.#tools;
    this.#names = new OtherNames();
    for (const path of listing.links.keys()) this.#names.addName(posix.basename(path));
    for (const folder of new Set([listing.root, ...[...listing.configFiles.keys()].map((path) => posix.dirname(path))])) {
      const owner = workspaces.packageAt(folder);
      if (owner) {
        this.#names.addPackage(owner);
        this.#names.addName(posix.basename(folder));
      }
      for (const config of configs.around(folder).all) {
        this.#names.addAliases(config);
        for (const path of config.sources) listing.watch(path);
      }
    }
  }

  /** Follows the leaks, and reads the files that turn out to be on their way, until there are none. */
  #follow(): Ways {
    const { seeds, barriers } = this.request;
    const known = new Set<ModuleKey>();
    for (;;) {
      const leaks = followLeaks(seeds, barriers, this.#edges, this.#tools.graph);
      const modules = new Set([...seeds, ...leaks.leaks, ...leaks.namespaces].map(({ module }) => module));
      const fresh = new Set([...modules].filter((module) => !known.has(module)));
      for (const module of fresh) known.add(module);
      if (fresh.size === 0 || !this.#readPerhaps(fresh)) return leaks;
    }
  }

  /** Reads the files that have one of `modules` by a specifier; whether there is any. */
  #readPerhaps(modules: ReadonlySet<ModuleKey>): boolean {
    const ends = new Set([...modules].flatMap((module) => pathEnds(module)));
    let isAny = false;
    for (const [path, verdict] of this.#verdicts) {
      if (verdict.kind !== "perhaps" || !this.#leadsTo(path, verdict.specifiers, modules, ends)) continue;
      this.#verdicts.set(path, { kind: "parse" });
      this.#read(path);
      isAny = true;
    }
    return isAny;
  }

  #leadsTo(path: ModuleKey, specifiers: readonly string[], modules: ReadonlySet<ModuleKey>, ends: ReadonlySet<string>): boolean {
    return specifiers.some((specifier) => {
      const end = endOf(specifier);
      return (ends.has(end) || this.#names.mayBe(specifier, end)) && modules.has(this.#tools.resolver.moduleKey(path, specifier));
    });
  }
}

function hashOf({ path, size }: SourceFile): string | undefined {
  const text = readBytes(path, size);
  return text === undefined ? undefined : createHash("sha1").update(text, "latin1").digest("base64");
}
