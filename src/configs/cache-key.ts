/**
 * Makes what reports depend on a part of the key of ESLint's `--cache`, which is the file's text and the serialised config:
 * the manifest, and what other files have to do with governed symbols. Else a migration that goes on to its next phase,
 * or a barrel that lets a symbol out anew, would show in no file that is cached.
 */
import path from "node:path";
import { loadManifest, ManifestError } from "../manifest/load.ts";
import type { LoadedManifest } from "../manifest/load.ts";
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
  return false;
}

/** The preset's `settings.ssot`, with which ESLint merges the user's. */
export const cacheKey = {
  /** Called on the merged settings when ESLint serialises the config, and by nobody else. */
  toJSON(this: Settings): object {
    const { manifest, root } = this;
    const loaded = load(manifest, root);
    if (!loaded) return { manifest, root };
    const { session, version } = sessionOf(loaded);
    return { manifest, root, version, fingerprint: session.fingerprint() };
  },
};

/** `undefined` where there is no valid manifest: nothing is cached of a run that it stops. */
function load(setting: unknown, root: unknown): LoadedManifest | undefined {
  for (const cwd of new Set([process.cwd(), folder ?? process.cwd()])) {
    try {
      const loaded = loadManifest({ cwd, setting, root, checkRewrite: checkRewrites });
      // One that is not about the file is not the one that its rules will load.
      if (folder === undefined || cwd === folder || !path.relative(loaded.root, folder).startsWith("..")) return loaded;
    } catch (error) {
      if (!(error instanceof ManifestError)) throw error;
    }
  }
  return undefined;
}
