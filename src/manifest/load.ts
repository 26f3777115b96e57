/** Loads the manifest that a run or a validation in an editor is about. */
import { dirname, resolve } from "node:path";
import { readFile, readObject } from "./cache.ts";
import type { RewriteChecker } from "./check-rewrites.ts";
import { findManifestFile, findRoot } from "./find.ts";
import { isObject } from "./json-value.ts";
import { ManifestError, problemWithoutPlace, settingsFile } from "./problems.ts";
import type { Manifest } from "./schema.ts";
import { meantKey } from "./spelling.ts";

export { checkCode } from "./check-code.ts";
export type { RewriteChecker } from "./check-rewrites.ts";
export type { CodePorts } from "./code-ports.ts";
export { describeProblem, ManifestError, type ManifestProblem } from "./problems.ts";
export { placeInText, validateManifestObject, validateManifestText } from "./validate.ts";

/** What to load. */
export interface LoadRequest {
  /** ESLint's working directory. */
  readonly cwd: string;
  /** `settings.ssot.manifest`: a path, the manifest itself, or nothing for `ssot.json`. */
  readonly setting?: unknown;
  /** `settings.ssot.root`: where the paths of a manifest given as an object start. */
  readonly root?: unknown;
  /** Judges the syntax of rewrites. Give the same function each time, since what it found is cached with it. */
  readonly checkRewrite?: RewriteChecker | undefined;
}

/** A valid manifest and where it is from. */
export interface LoadedManifest {
  /** The same object until the content changes. */
  readonly manifest: Manifest;
  /** Absolute path; `undefined` for an object. */
  readonly file: string | undefined;
  /** Absolute path of the folder from which the manifest's paths and globs start. */
  readonly root: string;
  /** Another text if, and only if, the content is another. */
  readonly version: string;
}

/**
 * Loads from disk only what has changed since the last call: a hit costs the look-up's `stat`.
 * @throws ManifestError whose message lists all that is wrong
 */
export function loadManifest({ cwd, setting = "ssot.json", root, checkRewrite }: LoadRequest): LoadedManifest {
  const from = resolve(cwd);
  if (typeof setting === "string" && setting.trim() !== "" && !setting.includes("\0")) {
    const found = findManifestFile(setting, from);
    return { ...readFile(found, checkRewrite), file: found.path, root: dirname(found.path) };
  }
  if (isPlainObject(setting)) {
    return { ...readObject(setting, checkRewrite), file: undefined, root: findRoot(root, from) };
  }
  const message = "is neither a path nor a manifest";
  const mend = 'Write a path such as "config/ssot.json", or the manifest itself as an object';
  throw new ManifestError([problemWithoutPlace(settingsFile, { path: [], message, mend })]);
}

/**
 * What `settings.ssot` says.
 * @throws ManifestError where it is something else than an object, or has a field that nobody reads
 */
export function readSettings(settings: unknown): { readonly manifest?: unknown; readonly root?: unknown } {
  if (settings === undefined) return {};
  if (!isPlainObject(settings)) throw wrongSettings("must be an object", 'Write { manifest: "config/ssot.json" }, or leave it out');
  // The preset's own field is a function, by which ESLint's cache asks for more.
  const odd = Object.keys(settings).find((key) => !fields.includes(key) && typeof settings[key] !== "function");
  if (odd === undefined) return settings;
  const meant = meantKey(odd, fields, settings);
  throw wrongSettings(`has no field "${odd}"`, meant === undefined ? 'It has "manifest" and "root"' : `Write "${meant}"`);
}

const fields = ["manifest", "root"];

function wrongSettings(message: string, mend: string): ManifestError {
  return new ManifestError([problemWithoutPlace("settings.ssot", { path: [], message, mend })]);
}

/** Neither a list nor, say, a `URL`; by shape, since the object may come from another realm. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
