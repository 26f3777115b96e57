/** Finds the manifest's file. */
import { statSync, type BigIntStats } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { ManifestError, problemWithoutPlace } from "./problems.ts";

/** A file that is there, with the state in which it was found. */
export interface FoundFile {
  /** Absolute path. */
  readonly path: string;
  readonly stat: BigIntStats;
}

/**
 * @param setting the path in `settings.ssot.manifest`, absolute or to be looked up from `cwd` upwards
 * @param cwd absolute path of a folder
 * @throws ManifestError that says where it was looked for
 */
export function findManifestFile(setting: string, cwd: string): FoundFile {
  if (isAbsolute(setting)) {
    const found = statFile(setting);
    if (found !== undefined) return found;
    throw missing(setting, "There is no manifest at this path", "Create it, or correct `settings.ssot.manifest`");
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = statFile(join(folder, setting));
    if (found !== undefined) return found;
    if (folder === dirname(folder)) break;
  }
  throw missing(
    setting,
    `There is no such file in ${cwd} or any folder above it`,
    "Create one (docs/manifest.md has a first one to copy), or set `settings.ssot.manifest` to the path of yours",
  );
}

/** @returns the absolute path of the folder that paths in an object's manifest start from */
export function findRoot(root: unknown, cwd: string): string {
  if (root === undefined) return cwd;
  const file = "settings.ssot.root";
  if (typeof root !== "string" || root.trim() === "" || root.includes("\0")) {
    throw missing(file, "is not the path of a folder", "Write one, absolute or from ESLint's working directory");
  }
  const path = resolve(cwd, root);
  if (statOf(path)?.isDirectory() === true) return path;
  throw missing(
    file,
    `There is no folder ${path}`,
    "Correct the path; it is absolute or from ESLint's working directory",
  );
}

function statFile(path: string): FoundFile | undefined {
  const stat = statOf(path);
  return stat === undefined ? undefined : { path, stat };
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function missing(file: string, message: string, mend: string): ManifestError {
  return new ManifestError([problemWithoutPlace(file, { path: [], message, mend })]);
}

/** @returns the error for something that is there, and that the operating system does not let us read as a file */
export function unreadable(path: string, error: unknown): ManifestError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "EISDIR")
    return missing(path, "This is a folder, not a manifest", "Name the file in it, such as ssot.json");
  if (code === "EACCES" || code === "EPERM") {
    return missing(path, `The manifest may not be read by this user (${code})`, "Give this user the right to read it");
  }
  return missing(path, `The manifest cannot be read (${code})`, "Put a plain file there");
}
