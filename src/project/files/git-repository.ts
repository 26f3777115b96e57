/** The git repository around a folder, and the files that git tracks in it. */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { readText } from "./disk.ts";
import { statOf } from "./file-state.ts";
import { withSlashes } from "../modules/module-path.ts";

export interface Repository {
  /** The work tree's topmost folder; absolute, with `/`. */
  readonly top: string;
  /** The folder of this work tree's own state, such as its index. */
  readonly own: string;
  /** What all its work trees share. */
  readonly common: string;
}

/** `undefined` outside of a repository. */
export function repositoryAround(folder: string): Repository | undefined {
  for (let top = folder; ; top = posix.dirname(top)) {
    const file = posix.join(top, ".git");
    if (statOf(file) !== undefined) return { top, ...foldersOf(top, file) };
    if (posix.dirname(top) === top) return undefined;
  }
}

/** In a further work tree, and in a submodule, `.git` is a file that names a folder. */
function foldersOf(top: string, file: string): Pick<Repository, "own" | "common"> {
  const named = /^gitdir: (.*)$/m.exec(readText(file) ?? "")?.[1];
  if (named === undefined) return { own: file, common: file };
  const own = posix.resolve(top, withSlashes(named.trim()));
  return { own, common: posix.resolve(own, withSlashes(readText(posix.join(own, "commondir"))?.trim() ?? "")) };
}

/** What git tracks, though it may be ignored: `git add --force`, or a rule that came later. */
export interface TrackedFiles {
  /** @param path absolute; a folder's, which ends in `/`, is there where a file below it is */
  has(path: string): boolean;
}

/** The file in which git keeps what it tracks. */
export function indexFile({ own }: Repository): string {
  return posix.join(own, "index");
}

/** Nothing where the index cannot be read, or is split in two (`core.splitIndex`). */
export function trackedFiles(repository: Repository): TrackedFiles {
  const paths = pathsOf(repository);
  const start = repository.top === "/" ? 1 : repository.top.length + 1;
  return {
    has(path) {
      const wanted = Buffer.from(path.slice(start));
      const found = paths[placeOf(wanted, paths)];
      if (!found) return false;
      return path.endsWith("/") ? found.subarray(0, wanted.length).equals(wanted) : found.equals(wanted);
    },
  };
}

/** Where in a sorted list something is, or would be. */
function placeOf(wanted: Buffer, paths: readonly Buffer[]): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const path = paths[middle];
    if (path && path.compare(wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All paths from the topmost folder, sorted by their bytes. */
function pathsOf(repository: Repository): readonly Buffer[] {
  try {
    return pathsIn(readFileSync(indexFile(repository)), hashLength(repository));
  } catch {
    // No index yet, or one that is damaged: git itself says so soon enough.
    return [];
  }
}

/** The length of an object's name, in bytes. */
function hashLength({ common }: Repository): number {
  return /^\s*objectformat\s*=\s*sha256\s*$/im.test(readText(posix.join(common, "config")) ?? "") ? 32 : 20;
}

/** The paths in an index, by https://git-scm.com/docs/index-format, versions 2 to 4. */
function pathsIn(index: Buffer, hash: number): readonly Buffer[] {
  const version = index.readUInt32BE(4);
  const paths: Buffer[] = [];
  if (index.toString("latin1", 0, 4) !== "DIRC" || version > 4) return paths;
  let at = 12;
  let path = index.subarray(0, 0);
  for (let count = index.readUInt32BE(8); count > 0; count--) {
    const start = at;
    // Times, device, inode, mode, owner, size: forty bytes. Then the object's name and the flags.
    at += 40 + hash;
    at += (index.readUInt16BE(at) & 0x40_00) === 0 ? 2 : 4;
    if (version === 4) {
      const { kept, from } = sharedStart(index, at, path.length);
      const end = index.indexOf(0, from);
      path = Buffer.concat([path.subarray(0, kept), index.subarray(from, end)]);
      at = end + 1;
    } else {
      const end = index.indexOf(0, at);
      path = index.subarray(at, end);
      // One to eight zeros end an entry, so that its length divides by eight.
      at = start + ((end - start + 8) & ~7);
    }
    paths.push(path);
  }
  return paths;
}

/** How much of the path before a path begins with, and where the rest of it starts. */
function sharedStart(index: Buffer, start: number, length: number): { readonly kept: number; readonly from: number } {
  let from = start;
  let byte = index.readUInt8(from++);
  let dropped = byte & 127;
  while (byte > 127) {
    byte = index.readUInt8(from++);
    dropped = ((dropped + 1) << 7) + (byte & 127);
  }
  return { kept: length - dropped, from };
}
