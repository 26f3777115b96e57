/** Lists the source files on disk, as git and the manifest see them. */
import { readdirSync, realpathSync, type Dirent, type Stats } from "node:fs";
import { posix } from "node:path";
import { readText } from "./disk.ts";
import { fileTimes, folderTimes, isYoung, statOf } from "./file-state.ts";
import { isIgnored, rulesAbove, withRules, type IgnoreRules } from "./git-ignore.ts";
import type { Changes, Folder, Listing, ListingOptions, Note, SourceFile } from "./listing.ts";

const CONFIG = /^(?:package\.json|[jt]sconfig(?:\..+)?\.json|pnpm-workspace\.yaml)$/;

/** Never sources of a project, whatever git says. */
const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".yarn"]);

export class DiskListing implements Listing {
  readonly files = new Map<string, SourceFile>();
  readonly folders = new Map<string, Folder>();
  readonly configFiles = new Map<string, string>();
  readonly linkNames = new Set<string>();
  readonly #notes = new Map<string, Note>();
  readonly #options: ListingOptions;
  /** State of every `.gitignore` there is: another one means another list. */
  readonly #ignoreFiles = new Map<string, string>();
  #changed = new Set<SourceFile>();
  #removed: SourceFile[] = [];
  #isMoved = false;
  #now = 0;

  get root(): string {
    return this.#options.root;
  }

  constructor(options: ListingOptions) {
    this.#options = options;
  }

  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }

  look(): Changes {
    this.#changed = new Set();
    this.#removed = [];
    this.#isMoved = false;
    this.#now = Date.now();
    const known = this.#ignoreFiles.size;
    const isNew = this.folders.size === 0 || [...this.#ignoreFiles].some(([file, times]) => fileTimes(file) !== times);
    if (!isNew) for (const folder of [...this.folders.values()]) if (this.folders.get(folder.path) === folder) this.#lookAt(folder);
    // A new `.gitignore` is felt below folders that were listed long ago.
    if (isNew || this.#ignoreFiles.size !== known) this.#listAll();
    for (const [path, before] of this.configFiles) {
      const times = fileTimes(path);
      if (times === before) continue;
      this.#isMoved = true;
      if (times === "") this.configFiles.delete(path);
      else this.configFiles.set(path, times);
    }
    return { changed: [...this.#changed], removed: this.#removed, isMoved: this.#isMoved };
  }

  restore(folders: Iterable<Folder>, linkNames: Iterable<string>, configFiles: Iterable<readonly [path: string, times: string]>): void {
    for (const name of linkNames) this.linkNames.add(name);
    for (const [path, times] of configFiles) this.configFiles.set(path, times);
    for (const folder of folders) {
      this.folders.set(folder.path, folder);
      for (const file of folder.files) this.files.set(file.path, file);
      const ignoreFile = posix.join(folder.path, ".gitignore");
      const times = fileTimes(ignoreFile);
      if (times !== "") this.#ignoreFiles.set(ignoreFile, times);
    }
  }

  #lookAt(folder: Folder): void {
    if (folderTimes(folder.path, this.#now) !== folder.times) {
      this.#list(folder.path, this.#rulesOf(folder.path));
      return;
    }
    for (const file of folder.files) {
      const stats = statOf(file.path);
      if (stats?.isFile() === true) this.#refresh(file, stats);
      else return this.#list(folder.path, this.#rulesOf(folder.path));
    }
  }

  /** A change of what is ignored may bring and take away files anywhere. */
  #listAll(): void {
    const before = new Set(this.files.values());
    this.folders.clear();
    this.#ignoreFiles.clear();
    this.configFiles.clear();
    this.linkNames.clear();
    this.#notes.clear();
    this.#list(this.#options.root, this.#rulesOf(this.#options.root));
    for (const folder of this.folders.values()) for (const file of folder.files) before.delete(file);
    for (const file of before) this.#drop(file);
  }

  /** Lists one folder, and every folder below it that is not known yet. */
  #list(path: string, above: IgnoreRules): void {
    const times = folderTimes(path, this.#now);
    const entries = times === undefined ? undefined : this.#entries(path);
    if (times === undefined || entries === undefined) return this.#dropFolder(path);
    const rules = entries.some(({ name }) => name === ".gitignore") ? this.#withIgnoreFile(path, above) : above;
    const { root, isSource, isExcludedFolder } = this.#options;
    const prefix = path === root ? "" : `${path.slice(root.length + 1)}/`;
    const files: SourceFile[] = [];
    const folders: string[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (NEVER.has(name)) continue;
      const full = `${path}/${name}`;
      if (entry.isSymbolicLink()) this.#link(full, name);
      else if (CONFIG.test(name)) this.#noteConfig(full);
      else if (entry.isDirectory()) {
        if (!isExcludedFolder(prefix + name) && !isIgnored(rules, `${full}/`)) folders.push(full);
      } else if (entry.isFile() && isSource(prefix + name) && !isIgnored(rules, full)) {
        const file = this.#take(full);
        if (file) files.push(file);
      }
    }
    const before = this.folders.get(path);
    this.folders.set(path, { path, times, files, folders });
    const kept = new Set(files);
    for (const file of before?.files ?? []) if (!kept.has(file)) this.#drop(file);
    for (const folder of before?.folders ?? []) if (!folders.includes(folder)) this.#dropFolder(folder);
    for (const folder of folders) if (!this.folders.has(folder)) this.#list(folder, rules);
  }

  #noteConfig(path: string): void {
    if (this.configFiles.has(path)) return;
    this.configFiles.set(path, fileTimes(path));
    this.#isMoved = true;
  }

  #entries(path: string): readonly Dirent[] | undefined {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch {
      this.#note(path, "the folder cannot be read");
      return undefined;
    }
  }

  /** What a link leads to is listed where it is, if that is within the project: so no link is followed, and no circle walked. */
  #link(path: string, name: string): void {
    this.linkNames.add(name);
    try {
      const target = realpathSync.native(path);
      if (!target.startsWith(`${this.#options.root}/`)) this.#note(path, "the link leads out of the project");
    } catch {
      this.#note(path, "the link leads nowhere, or in a circle");
    }
  }

  #withIgnoreFile(folder: string, above: IgnoreRules): IgnoreRules {
    const file = posix.join(folder, ".gitignore");
    this.#ignoreFiles.set(file, fileTimes(file));
    return withRules(above, folder, readText(file) ?? "");
  }

  /** The rules of the folders above, as they were read when these were listed. */
  #rulesOf(path: string): IgnoreRules {
    const { root } = this.#options;
    if (path === root) return rulesAbove(root);
    const parent = posix.dirname(path);
    const above = this.#rulesOf(parent);
    return this.#ignoreFiles.has(posix.join(parent, ".gitignore")) ? this.#withIgnoreFile(parent, above) : above;
  }

  #take(path: string): SourceFile | undefined {
    const stats = statOf(path);
    if (stats?.isFile() !== true) return undefined;
    const known = this.files.get(path);
    if (known) {
      this.#refresh(known, stats);
      return known;
    }
    const file: SourceFile = { path, mtime: stats.mtimeMs, ctime: stats.ctimeMs, size: stats.size, isYoung: isYoung(stats, this.#now) };
    this.files.set(path, file);
    this.#changed.add(file);
    this.#isMoved = true;
    return file;
  }

  #refresh(file: SourceFile, stats: Stats): void {
    const isSame = file.mtime === stats.mtimeMs && file.ctime === stats.ctimeMs && file.size === stats.size;
    if (isSame && !file.isYoung) return;
    file.mtime = stats.mtimeMs;
    file.ctime = stats.ctimeMs;
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
    for (const file of folder.files) this.#drop(file);
    for (const below of folder.folders) this.#dropFolder(below);
  }

  #note(path: string, reason: string): void {
    this.#notes.set(path, { path, reason });
  }
}
