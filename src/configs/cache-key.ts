/**
 * Makes what reports depend on a part of the key of ESLint's `--cache`, which is the file's text and the serialised config:
 * the manifest, and what other files have to do with governed symbols. Else a migration that goes on to its next phase,
 * or a barrel that lets a symbol out anew, would show in no file that is cached.
 */
import path from "node:path";
import { loadManifest, ManifestError } from "../manifest/load.ts";
import type { LoadedManifest } from "../manifest/load.ts";
import { layOutSurvey } from "../project/survey/shared-survey.ts";
import { checkRewrites } from "../rule-kit/languages.ts";
import { sessionOf } from "../rule-kit/session.ts";

interface Settings {
  readonly manifest?: unknown;
  readonly root?: unknown;
}

/** Of the file for which ESLint has last asked what configures it. */
let folder: string | undefined;

/**
 * Stands among a block's `ignores`, ignores nothing, and notes for whom a configuration is wanted: when that is
 * serialised, nothing tells ESLint's working directory, and it need not be the process's own.
 */
export function noteFile(file: string): boolean {
  folder = path.dirname(file);
  // Workers of `--concurrency` start when all files are known, and share what is laid out by then.
  layOutSurvey();
  return false;
}

/** The preset's `settings.ssot`, with which ESLint merges the user's. */
export const cacheKey = {
  /** Called on the merged settings when ESLint serialises the config, and by nobody else. */
  toJSON(this: Settings): object {
    const { manifest, root } = this;
    const isObject = typeof manifest === "object" && !(typeof root === "string" && path.isAbsolute(root));
    // Where the paths of such a manifest start cannot be known from elsewhere: nothing is taken from the cache.
    if (isObject && folder !== undefined && !isWithin(process.cwd(), folder)) return { manifest, root, run: thisRun() };
    return { manifest, root, facts: candidates(manifest, root, isObject ? [] : foldersFrom(folder)) };
  },
};

/** The settings of the manifest's own block: what is wrong with it depends on the code, so it is never taken from the cache. */
export const manifestKey = {
  toJSON(this: Settings): object {
    return { manifest: this.manifest, root: this.root, run: thisRun() };
  },
};

/** Another text in each run. */
function thisRun(): string {
  return `${String(process.pid)} ${String(performance.timeOrigin + performance.now())}`;
}

/**
 * What each manifest says that may be the one: that of the process's own working directory, and those above the file,
 * for ESLint's working directory is one of the folders above. One that is broken says nothing: its run caches nothing.
 */
function candidates(setting: unknown, root: unknown, folders: readonly string[]): readonly object[] {
  const loaded = new Map<string, LoadedManifest>();
  for (const cwd of [process.cwd(), ...folders]) {
    try {
      const found = loadManifest({ cwd, setting, root, checkRewrite: checkRewrites });
      loaded.set(found.file ?? found.root, found);
    } catch (error) {
      if (!(error instanceof ManifestError)) throw error;
    }
  }
  return [...loaded.values()].map((each) => ({ version: each.version, fingerprint: sessionOf(each).fingerprint() }));
}

/** A folder and those above it, the nearest first. */
function foldersFrom(at: string | undefined): readonly string[] {
  if (at === undefined) return [];
  const above = path.dirname(at);
  return above === at ? [at] : [at, ...foldersFrom(above)];
}

function isWithin(above: string, at: string): boolean {
  const relative = path.relative(above, at);
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..";
}
