/** The project's source files: which there are, and which have changed since the last look. */

/** One source file as it was at the last look. */
export interface SourceFile {
  /** Absolute real path, with `/`. */
  readonly path: string;
  mtime: number;
  ctime: number;
  /** The inode: a folder that takes another's place brings files of the same names along. */
  node: number;
  /** In bytes. */
  size: number;
  /** Another change may not show in its times: the content decides. */
  isYoung: boolean;
}

/** What a look has found. */
export interface Changes {
  /** New files, files whose state differs, and young ones. */
  readonly changed: readonly SourceFile[];
  readonly removed: readonly SourceFile[];
  /** Files have come or gone, or a file that names modules has changed: a specifier may lead to another file than before. */
  readonly isMoved: boolean;
  /** A file that names modules, or a link, has changed: any specifier may. */
  readonly isRenamed: boolean;
}

/** Something that was passed over, for whoever wonders why a file is not known. */
export interface Note {
  /** Absolute. */
  readonly path: string;
  readonly reason: string;
}

export interface ListingOptions {
  /** Absolute real path. */
  readonly root: string;
  /** Whether a file (its path from the root, with `/`) is a source. */
  isSource(path: string): boolean;
  /** Whether nothing below a folder (its path from the root) is wanted. */
  isExcludedFolder(path: string): boolean;
}

/** A folder. */
export interface Folder {
  readonly path: string;
  /** As `folderState` gives it. */
  readonly state: string;
  readonly files: readonly SourceFile[];
  /** Absolute paths of the folders in it. */
  readonly folders: readonly string[];
  /** What is ignored of sources and folders (these end in `/`), and listed only where git tracks it. */
  readonly ignored: readonly string[];
}

/** What a look has seen, apart from the single files. */
export interface Seen {
  /** Every folder of the last look, by path. */
  readonly folders: ReadonlyMap<string, Folder>;
  /** The files that name modules: `package.json`, tsconfigs, the workspace's list; with their states. */
  readonly configFiles: ReadonlyMap<string, string>;
  /** The files that say what is ignored, with their states; also those above the project that are not there. */
  readonly ignoreFiles: ReadonlyMap<string, string>;
  /** Links, and the real paths that they lead to (empty: nowhere): by them a file may be reached under another name than its own. */
  readonly links: ReadonlyMap<string, string>;
}

export interface Listing extends Seen {
  /** Absolute real path. */
  readonly root: string;
  /** Every file of the last look, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly notes: readonly Note[];
  /** Looks at the disk. The first look lists everything; later ones list the folders that have changed. */
  look(): Changes;
  /** Looks at one file (absolute real path) alone. */
  lookAt(path: string): Changes;
  /** Looks at a file that names modules from now on, wherever it is. */
  watch(path: string): void;
  /** Takes what an earlier run saw as the last look. */
  restore(seen: Seen): void;
}
