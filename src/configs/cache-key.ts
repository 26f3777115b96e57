/**
 * Makes the manifest a part of the key of ESLint's `--cache`, which is the file's text and the serialised config: else
 * a migration that goes on to its next phase would show in no file that is cached.
 */
import { loadManifest } from "../manifest/load.ts";
import { checkRewrites } from "../rule-kit/languages.ts";

interface Settings {
  readonly manifest?: unknown;
  readonly root?: unknown;
}

/** The preset's `settings.ssot`, with which ESLint merges the user's. */
export const cacheKey = {
  /** Called on the merged settings when ESLint serialises the config, and by nobody else. */
  toJSON(this: Settings): object {
    const { manifest, root } = this;
    try {
      return { manifest, root, version: loadManifest({ cwd: process.cwd(), setting: manifest, root, checkRewrite: checkRewrites }).version };
    } catch {
      // Nothing is cached of a run that a broken manifest stops.
      return { manifest, root };
    }
  },
};
