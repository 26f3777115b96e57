/** Lists the source files on disk, as git and the manifest see them. */
import { readdirSync, type Dirent, type Stats } from "node:fs";
import { posix } from "node:path";
import { fileState, folderState, isSameState, isYoung, statOf } from "./file-state.ts";
import { below, isIgnored, type IgnoreRules } from "./git-ignore.ts";
import { GitView } from "./git-view.ts";
import { linkNotes, replaceLinks, targetOf } from "./links.ts";
import type { Changes, Folder, Listing, ListingOptions, Note, Seen, SourceFile } from "./listing.ts";

/** Files that name modules. Above the project only these are looked for. */
const CONFIGS = ["package.json", "tsconfig.json", "jsconfig.json", "tsconfig.base.json", "pnpm-workspace.yaml", "lerna.json"];
const CONFIG = /^(?:package\.json|[jt]sconfig(?:\..+)?\.json|pnpm-workspace\.yaml|lerna\.json)$/;

/** Never sources of a project, whatever git says. */
const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".yarn"]);

export class DiskListing implements Listing {
  readonly files = new Map<string, SourceFile>();
  readonly folders = new Map<string, Folder>();
  readonly configFiles = new Map<string, string>();
  readonly links = new Map<string, string>();
  readonly #unreadable = new Set<string>();
  readonly #options: ListingOptions;
  readonly #git: GitView;
  #changed = new Set<SourceFile>();
  #removed: SourceFile[] = [];
  #isMoved = false;
  #isRenamed = false;
  #now = 0;

  constructor(options: ListingOptions) {
    this.#options = options;
    this.#git = new GitView(options.root);
  }

  get root(): string {
    return this.#options.root;
  }

  get ignoreFiles(): ReadonlyMap<string, string> {
    return this.#git.ignoreFiles;
  }

  get notes(): readonly Note[] {
    return [...[...this.#unreadable].map((path) => ({ path, reason: "the folder cannot be read" })), ...linkNotes(this.root, this.links)];
  }

  lookAt(path: string): Changes {
    this.#begin();
    const file = this.files.get(path);
    const stats = file && statOf(path);
    if (file && stats?.isFile() === true) this.#refresh(file, stats);
    else if (this.folders.has(posix.dirname(path))) this.#list(posix.dirname(path), this.#git.rulesOf(posix.dirname(path)));
    return this.#found();
  }

  look(): Changes {
    this.#begin();
    const known = this.ignoreFiles.size;
    const tracksAnew = this.#git.tracksAnew();
    const isNew = this.folders.size === 0 || this.#git.hasNewRules;
    if (!isNew) for (const folder of [...this.folders.values()]) if (this.folders.get(folder.path) === folder) this.#lookInto(folder, tracksAnew);
    // A new `.gitignore` is felt below folders that were listed long ago.
    if (isNew || this.ignoreFiles.size !== known) this.#listAll();
    for (const [path, before] of this.configFiles) {
      const state = fileState(path, this.#now);
      if (isSameState(before, state)) continue;
      this.#isRenamed = true;
      if (state === "" && path.startsWith(`${this.root}/`)) this.configFiles.delete(path);
      else this.configFiles.set(path, state);
    }
    return this.#found();
  }

  #begin(): void {
    this.#changed = new Set();
    this.#removed = [];
    this.#isMoved = false;
    this.#isRenamed = false;
    this.#now = Date.now();
    this.#git.begin(this.#now);
  }

  #found(): Changes {
    return { changed: [...this.#changed], removed: this.#removed, isMoved: this.#isMoved || this.#isRenamed, isRenamed: this.#isRenamed };
  }

  watch(path: string): void {
    if (!this.configFiles.has(path)) this.configFiles.set(path, fileState(path, this.#now));
  }

  restore({ folders, configFiles, ignoreFiles, links }: Seen): void {
    for (const [path, target] of links) this.links.set(path, target);
    for (const [path, state] of configFiles) this.configFiles.set(path, state);
    for (const [path, state] of ignoreFiles) this.#git.ignoreFiles.set(path, state);
    for (const folder of folders.values()) {
      this.folders.set(folder.path, folder);
      for (const file of folder.files) this.files.set(file.path, file);
    }
  }

  #lookInto(folder: Folder, tracksAnew: boolean): void {
    if (!isSameState(folder.state, folderState(folder.path, this.#now)) || (tracksAnew && this.#listsOthers(folder))) {
      this.#list(folder.path, this.#git.rulesOf(folder.path));
      return;
    }
    for (const file of folder.files) {
      const stats = statOf(file.path);
      if (stats?.isFile() === true) this.#refresh(file, stats);
      else return this.#list(folder.path, this.#git.rulesOf(folder.path));
    }
  }

  /** A change of what is ignored may bring and take away files anywhere. */
  #listAll(): void {
    const before = new Set(this.files.values());
    this.folders.clear();
    this.configFiles.clear();
    this.links.clear();
    this.#unreadable.clear();
    this.#git.listAnew();
    for (let at = posix.dirname(this.root); ; at = posix.dirname(at)) {
      for (const name of CONFIGS) this.watch(posix.join(at, name));
      if (posix.dirname(at) === at) break;
    }
    this.#list(this.root, this.#git.rulesOf(this.root));
    for (const folder of this.folders.values()) for (const file of folder.files) before.delete(file);
    for (const file of before) this.#drop(file);
  }

  /** Lists one folder, and every folder below it that is not known yet. */
  #list(path: string, above: IgnoreRules): void {
    const state = folderState(path, this.#now);
    if (state === undefined) return this.#dropFolder(path);
    const entries = this.#entries(path);
    const rules = entries.some(({ name }) => name === ".gitignore") ? this.#git.withIgnoreFile(path, above) : above;
    const { root, isSource, isExcludedFolder } = this.#options;
    const prefix = path === root ? "" : `${path.slice(root.length + 1)}/`;
    const files: SourceFile[] = [];
    const folders: string[] = [];
    const ignored: string[] = [];
    const links = new Map<string, string>();
    const isListed = (asked: string): boolean => {
      if (!isIgnored(rules, asked)) return true;
      ignored.push(asked);
      return this.#git.tracks(asked);
    };
    for (const entry of entries) {
      const { name } = entry;
      if (NEVER.has(name)) continue;
      const full = `${path}/${name}`;
      if (entry.isSymbolicLink()) links.set(full, targetOf(full));
      if (entry.isDirectory()) {
        if (!isExcludedFolder(prefix + name) && isListed(`${full}/`)) folders.push(full);
      } else if (CONFIG.test(name)) this.#noteConfig(full);
      else if (entry.isFile() && isSource(prefix + name) && isListed(full)) {
        const file = this.#take(full);
        if (file) files.push(file);
      }
    }
    const before = this.folders.get(path);
    this.folders.set(path, { path, state, files, folders, ignored });
    if (replaceLinks(this.links, path, links)) this.#isRenamed = true;
    const kept = new Set(files);
    for (const file of before?.files ?? []) if (!kept.has(file)) this.#drop(file);
    for (const folder of before?.folders ?? []) if (!folders.includes(folder)) this.#dropFolder(folder);
    for (const folder of folders) if (!this.folders.has(folder)) this.#list(folder, below(folder, rules));
  }

  /** Whether git tracks something in a folder that was left out as ignored, or no longer tracks what was not. */
  #listsOthers({ ignored, files, folders }: Folder): boolean {
    return ignored.some((path) => this.#git.tracks(path) !== (path.endsWith("/") ? folders.includes(path.slice(0, -1)) : files.some((file) => file.path === path)));
  }

  #noteConfig(path: string): void {
    if (this.configFiles.has(path)) return;
    this.watch(path);
    this.#isRenamed = true;
  }

  /** What is in a folder. One that may not be read stays listed as empty: when it may, its state is another. */
  #entries(path: string): readonly Dirent[] {
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      this.#unreadable.delete(path);
      return entries;
    } catch {
      this.#unreadable.add(path);
      return [];
    }
  }

  #take(path: string): SourceFile | undefined {
    const stats = statOf(path);
    if (stats?.isFile() !== true) return undefined;
    const known = this.files.get(path);
    if (known) {
      this.#refresh(known, stats);
      return known;
    }
    const file: SourceFile = { path, mtime: stats.mtimeMs, ctime: stats.ctimeMs, node: stats.ino, size: stats.size, isYoung: isYoung(stats, this.#now) };
    this.files.set(path, file);
    this.#changed.add(file);
    this.#isMoved = true;
    return file;
  }

  #refresh(file: SourceFile, stats: Stats): void {
    const isSame = file.mtime === stats.mtimeMs && file.ctime === stats.ctimeMs && file.size === stats.size && file.node === stats.ino;
    if (isSame && !file.isYoung) return;
    file.mtime = stats.mtimeMs;
    file.ctime = stats.ctimeMs;
    file.node = stats.ino;
    file.size = stats.size;
    file.isYoung = isYoung(stats, this.#now);
    this.#changed.add(file);
  }

  #drop(file: SourceFile): void {
    if (!this.files.delete(file.path)) return;
    this.#changed.delete(file);
    this.#removed.push(file);
    this.#isMoved = true;
  }

  #dropFolder(path: string): void {
    const folder = this.folders.get(path);
    if (!folder) return;
    this.folders.delete(path);
    this.#unreadable.delete(path);
    if (replaceLinks(this.links, path, new Map())) this.#isRenamed = true;
    for (const file of folder.files) this.#drop(file);
    for (const below of folder.folders) this.#dropFolder(below);
  }
}
