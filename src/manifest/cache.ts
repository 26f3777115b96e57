/**
 * Reads manifests, and remembers what came of it, right or wrong. An editor's server lives for days and asks for every
 * file and rule, so what is remembered is tied to the content, and there is little of it.
 */
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { RewriteChecker } from "./check-rewrites.ts";
import { unreadable, type FoundFile } from "./find.ts";
import { ManifestError, problemWithoutPlace, type ManifestProblem } from "./problems.ts";
import type { Manifest } from "./schema.ts";
import { validateManifestObject, validateManifestText } from "./validate.ts";

/** A manifest that was read. */
export interface ReadManifest {
  /** The same object until the content changes. */
  readonly manifest: Manifest;
  /** Another text if, and only if, the content is another. */
  readonly version: string;
}

/** What came of one content. Errors are kept as problems: ESLint writes into the `Error` that it is thrown. */
type Outcome = ReadManifest | { readonly problems: readonly ManifestProblem[] };

interface ObjectEntry {
  readonly checkRewrite: RewriteChecker | undefined;
  readonly outcome: Outcome;
}

interface FileEntry extends ObjectEntry {
  /** The file's state just before it was read. */
  readonly stamp: string;
  /** Whether the file had been left alone for so long that any change since must show in the stamp. */
  readonly isSettled: boolean;
  readonly version: string;
}

const objects = new WeakMap<object, ObjectEntry>();
/** By path, the one used last at the end. */
const files = new Map<string, FileEntry>();
const mostFiles = 16;

// Coarse clocks of file systems (2 s on FAT) give two quick writes the same time: until then the content decides.
const settlingNanoseconds = 2_000_000_000n;

/**
 * @param value the manifest itself; what it is found to be is remembered with it, so it must not be changed afterwards
 * @throws ManifestError
 */
export function readObject(value: object, checkRewrite: RewriteChecker | undefined): ReadManifest {
  let entry = objects.get(value);
  if (entry === undefined || entry.checkRewrite !== checkRewrite) {
    const { manifest, problems } = validateManifestObject(value, checkRewrite);
    const outcome = manifest === undefined ? { problems } : { manifest, version: hashOf(JSON.stringify(manifest)) };
    entry = { checkRewrite, outcome };
    objects.set(value, entry);
  }
  return open(entry.outcome);
}

/**
 * @param found the file with its state as of now
 * @throws ManifestError
 */
export function readFile({ path, stat }: FoundFile, checkRewrite: RewriteChecker | undefined): ReadManifest {
  const stamp = `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
  const known = files.get(path);
  const entry = known?.checkRewrite === checkRewrite ? known : undefined;
  if (entry?.stamp === stamp && entry.isSettled) return open(remember(path, entry).outcome);
  if (!stat.isFile())
    throw unreadable(path, Object.assign(new Error(), { code: stat.isDirectory() ? "EISDIR" : "no file" }));
  const changed = stat.ctimeNs > stat.mtimeNs ? stat.ctimeNs : stat.mtimeNs;
  const isSettled = BigInt(Date.now()) * 1_000_000n - changed > settlingNanoseconds;
  const bytes = readBytes(path);
  const version = hashOf(bytes);
  const outcome = entry?.version === version ? entry.outcome : judge(path, bytes, version, checkRewrite);
  return open(remember(path, { checkRewrite, stamp, isSettled, version, outcome }).outcome);
}

function open(outcome: Outcome): ReadManifest {
  if ("problems" in outcome) throw new ManifestError(outcome.problems);
  return outcome;
}

function remember(path: string, entry: FileEntry): FileEntry {
  files.delete(path);
  files.set(path, entry);
  for (const oldest of files.keys()) {
    if (files.size <= mostFiles) break;
    files.delete(oldest);
  }
  return entry;
}

function judge(path: string, bytes: Buffer, version: string, checkRewrite: RewriteChecker | undefined): Outcome {
  const encoding = judgeEncoding(path, bytes);
  if (encoding !== undefined) return { problems: [encoding] };
  const { manifest, problems } = validateManifestText(bytes.toString("utf8"), path, checkRewrite);
  return manifest === undefined ? { problems } : { manifest, version };
}

function judgeEncoding(path: string, bytes: Buffer): ManifestProblem | undefined {
  if (isUtf8(bytes) && !bytes.includes(0)) return undefined;
  const mend = "Save the file as UTF-8";
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return problemWithoutPlace(path, { path: [], message: "The manifest is written in UTF-16", mend });
  if (bytes.includes(0)) {
    return problemWithoutPlace(path, { path: [], message: "This is no text file", mend: "Name the manifest instead" });
  }
  return problemWithoutPlace(path, { path: [], message: `Line ${firstBadLine(bytes)} is not UTF-8`, mend });
}

/** From 1. A line feed is never part of a longer UTF-8 character, so each line can be judged alone. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    start = end + 1;
    line += 1;
  }
  return line;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
