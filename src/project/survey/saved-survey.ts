/** A survey as bytes: for the next process, and for the other threads of this one. */
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Ways } from "../../policy/ways.ts";
import type { PackedRows } from "../takers/import-rows.ts";
import type { Folder, Listing, SourceFile } from "../files/listing.ts";
import type { SavedOutlets } from "./outlets.ts";

/** What a survey knows, as plain data. */
export interface SavedSurvey extends SavedOutlets {
  readonly folders: readonly SavedFolder[];
  readonly configFiles: ReadonlyMap<string, string>;
  readonly ignoreFiles: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  readonly hashes: ReadonlyMap<ModuleKey, string>;
  /** By request. */
  readonly ways: ReadonlyMap<string, Ways>;
  readonly rows: PackedRows;
}

interface SavedFolder {
  readonly path: string;
  readonly state: string;
  readonly files: readonly string[];
  /** mtime, ctime, inode, size, and 1 for young, of each file in turn. */
  readonly states: Float64Array;
  readonly folders: readonly string[];
  readonly ignored: readonly string[];
}

/** The folders of a listing as plain data. */
export function savedFolders(listing: Listing): readonly SavedFolder[] {
  return [...listing.folders.values()].map(({ path, state, files, folders, ignored }) => {
    const states = new Float64Array(files.length * 5);
    for (const [index, { mtime, ctime, node, size, isYoung }] of files.entries()) states.set([mtime, ctime, node, size, Number(isYoung)], index * 5);
    return { path, state, files: files.map((file) => file.path.slice(path.length + 1)), states, folders, ignored };
  });
}

/** All files of some folders, in the order of these: the same before they are saved and after. */
export function filesOf(folders: ReadonlyMap<string, Folder>): readonly ModuleKey[] {
  return Array.from(folders.values(), ({ files }) => files.map(({ path }) => path)).flat();
}

/** The folders that were saved, by path. */
export function restoredFolders(saved: readonly SavedFolder[]): ReadonlyMap<string, Folder> {
  return new Map(saved.map(({ path, state, files, states, folders, ignored }) => {
    const own = files.map((name, index): SourceFile => {
      const [mtime = 0, ctime = 0, node = 0, size = 0, young = 0] = states.subarray(index * 5, index * 5 + 5);
      return { path: `${path}/${name}`, mtime, ctime, node, size, isYoung: young === 1 };
    });
    return [path, { path, state, files: own, folders, ignored }];
  }));
}

/** The bytes of plain data, with their own digest before them. */
export function toBytes(value: unknown): Buffer {
  const body = serialize(value);
  return Buffer.concat([digest(body), body]);
}

/** The data of some bytes that `toBytes` wrote; `undefined` where they are damaged. */
export function fromBytes(bytes: Buffer): unknown {
  const body = bytes.subarray(digestLength);
  if (!digest(body).equals(bytes.subarray(0, digestLength))) return undefined;
  return deserialize(body);
}

const digestLength = 20;

function digest(body: Buffer): Buffer {
  return createHash("sha1").update(body).digest();
}
