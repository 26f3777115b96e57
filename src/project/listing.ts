/** The project's source files: which there are, and which have changed since the last look. */
/** One source file as it was at the last look. */
export interface SourceFile {
  /** Absolute real path, with `/`. */
  readonly path: string;
  mtime: number;
  ctime: number;
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
  readonly times: string;
  readonly files: readonly SourceFile[];
  /** Absolute paths of the folders in it. */
  readonly folders: readonly string[];
}

export interface Listing {
  /** Absolute real path. */
  readonly root: string;
  /** Every file of the last look, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Every folder of the last look, by path. */
  readonly folders: ReadonlyMap<string, Folder>;
  readonly notes: readonly Note[];
  /** States of the files that name modules, by absolute path: `package.json`, tsconfigs, the workspace's list. Above the root also of those that are not there. */
  readonly configFiles: ReadonlyMap<string, string>;
  /** Names of links: by them a file may be reached under another name than its own. */
  readonly linkNames: ReadonlySet<string>;
  /** Looks at the disk. The first look lists everything; later ones list the folders that have changed. */
  look(): Changes;
  /** Looks at one file (absolute real path) alone. */
  lookAt(path: string): Changes;
  /** Counts a file, by its absolute path, among the `configFiles`, whatever its name: another one extends it. */
  watch(path: string): void;
  /** Takes what an earlier run saw as the last look. */
  restore(folders: Iterable<Folder>, linkNames: Iterable<string>, configFiles: Iterable<readonly [path: string, times: string]>): void;
}
