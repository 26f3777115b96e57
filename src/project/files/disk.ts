/**
 * What the disk says, asked at most once per epoch. An epoch is the time between two calls of `refresh`: within it the
 * disk is taken as it was, so that a lint asks for each file once; after it every answer is checked anew.
 */
import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from "node:fs";
import { posix } from "node:path";
import { parse as parseJson } from "jsonc-parser";
import { withSlashes } from "../modules/module-path.ts";

/** Past this many entries a cache starts again: a server that lives for days must not grow for days. */
const LIMIT = 100_000;

export interface Disk {
  /** Counts the calls of `refresh`. */
  readonly epoch: number;
  /** Forgets every answer; values read from files stay until their file has changed. */
  refresh(): void;
  /** Forgets what is known of one file: its content has changed, whatever its times and size say. */
  touch(path: string): void;
  /** Another number whenever what was read from the file may be out of date. */
  stamp(path: string): number;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** The names in a folder; empty where it cannot be read. */
  list(folder: string): readonly string[];
  /** Changes when the file's content may have; `undefined` where there is no such file. */
  signature(path: string): string | undefined;
  /** Size of the file in bytes, 0 where there is none. */
  size(path: string): number;
  /** The real path; of a path that does not exist, the real path of its longest existing part and the rest. */
  realPath(path: string): string;
}

/** Opens the disk. Nothing here throws: what cannot be read is as if it were not there. */
export function openDisk(): Disk {
  const stats = new Map<string, Stats | undefined>();
  const realPaths = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const touched = new Map<string, number>();
  let epoch = 0;

  const stat = (path: string): Stats | undefined => {
    if (stats.has(path)) return stats.get(path);
    let found: Stats | undefined;
    try {
      found = statSync(path, { throwIfNoEntry: false });
    } catch {
      // A file as a folder, a loop of links, a forbidden folder, a null byte: nothing that can be read.
    }
    if (stats.size >= LIMIT) stats.clear();
    stats.set(path, found);
    return found;
  };

  const realPath = (path: string): string => {
    const known = realPaths.get(path);
    if (known !== undefined) return known;
    let real: string;
    try {
      real = withSlashes(realpathSync.native(path));
    } catch {
      const parent = posix.dirname(path);
      real = parent === path ? path : posix.join(realPath(parent), posix.basename(path));
    }
    if (realPaths.size >= LIMIT) realPaths.clear();
    realPaths.set(path, real);
    return real;
  };

  return {
    get epoch() {
      return epoch;
    },
    refresh() {
      epoch += 1;
      stats.clear();
      realPaths.clear();
      lists.clear();
    },
    touch(path) {
      if (touched.size >= LIMIT) touched.clear();
      touched.set(path, (touched.get(path) ?? 0) + 1);
      stats.delete(path);
    },
    stamp: (path) => epoch + (touched.get(path) ?? 0) / LIMIT,
    isFile: (path) => stat(path)?.isFile() === true,
    isFolder: (path) => stat(path)?.isDirectory() === true,
    list(folder) {
      let names = lists.get(folder);
      if (names === undefined) {
        try {
          names = readdirSync(folder);
        } catch {
          names = [];
        }
        lists.set(folder, names);
      }
      return names;
    },
    signature(path) {
      const found = stat(path);
      // ctime too: some tools write a file and put its old mtime back.
      return found?.isFile() === true ? `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${touched.get(path) ?? 0}` : undefined;
    },
    size: (path) => stat(path)?.size ?? 0,
    realPath,
  };
}

/**
 * Keeps what `read` makes of a file until the file changes. The result gives `undefined` where there is no file.
 *
 * @param limit how many files are kept before the oldest goes
 */
export function keptByFile<Value>(disk: Disk, limit: number, read: (path: string) => Value): (path: string) => Value | undefined {
  const kept = new Map<string, { value: Value; signature: string; stamp: number }>();
  return (path) => {
    const entry = kept.get(path);
    const stamp = disk.stamp(path);
    if (entry?.stamp === stamp) return entry.value;
    const signature = disk.signature(path);
    if (signature === undefined) {
      kept.delete(path);
      return undefined;
    }
    if (entry?.signature === signature) {
      entry.stamp = stamp;
      return entry.value;
    }
    const value = read(path);
    if (kept.size >= limit) {
      const oldest = kept.keys().next();
      if (oldest.done !== true) kept.delete(oldest.value);
    }
    kept.set(path, { value, signature, stamp });
    return value;
  };
}

/** The file's text without a byte order mark; `undefined` where it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

/** Whether all of the file's bytes are UTF-8; `false` where it cannot be read. */
export function isUtf8File(path: string): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return true;
  } catch {
    return false;
  }
}

/** A JSON object (comments and trailing commas allowed) as a record; empty where it is none or cannot be read. */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> {
  const text = readText(path);
  if (text === undefined) return {};
  try {
    return asObject(JSON.parse(text));
  } catch {
    return asObject(parseJson(text, [], { allowTrailingComma: true }));
  }
}

/** The value as a record; empty where it is no plain object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** Whether the value is a plain JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The strings of a JSON array, or one string as an array of it. */
export function asStrings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
