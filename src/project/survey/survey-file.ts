/**
 * Surveys on disk, for a process that lints a single file (a commit hook): checking what an earlier process saw is a
 * fraction of reading it all. Nothing here throws; without a cache everything is read.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import packageJson from "../../../package.json" with { type: "json" };
import { statOf } from "../files/file-state.ts";
import { fromBytes, toBytes, type SavedSurvey } from "./saved-survey.ts";

/** Of older ones nobody will ask again: each manifest and version of the plugin has its own. */
const kept = 4;

/** What package managers write into `node_modules` whenever they change it. */
const installs = [".package-lock.json", ".modules.yaml", ".yarn-integrity", ".yarn-state.yml"];

/** Where the survey of one question is kept; another file after each installation. `undefined` where the project has no `node_modules` to keep it in. */
export function surveyFile(root: string, question: string): string | undefined {
  for (let folder = root; ; folder = posix.dirname(folder)) {
    if (statOf(posix.join(folder, "node_modules"))?.isDirectory() === true) {
      const installed = installs.map((name) => String(statOf(posix.join(folder, "node_modules", name))?.mtimeMs));
      const name = createHash("sha1").update([packageJson.version, built(), process.version, root, question, ...installed].join("\0")).digest("hex");
      return posix.join(folder, "node_modules/.cache/eslint-plugin-ssot", `${name}.survey`);
    }
    if (posix.dirname(folder) === folder) return undefined;
  }
}

/** When the plugin itself was written: builds of one version may read files differently. */
function built(): string {
  return String(statOf(fileURLToPath(import.meta.url))?.mtimeMs);
}

export function readSurvey(file: string): SavedSurvey | undefined {
  try {
    // The digest in it says that `toBytes` wrote it, and its name that this very version did.
    return fromBytes(readFileSync(file)) as SavedSurvey | undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes beside the file and renames, so that a reader never sees half of it.
 * @returns whether it could be written
 */
export function writeSurvey(file: string, survey: SavedSurvey): boolean {
  const folder = posix.dirname(file);
  const written = `${file}.${String(process.pid)}.${String(threadId)}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(written, toBytes(survey));
    renameSync(written, file);
    const others = readdirSync(folder).map((name) => posix.join(folder, name)).sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
    for (const old of others.slice(kept)) rmSync(old, { force: true });
    return true;
  } catch {
    // A full disk, a folder that may not be written: the next process reads everything.
    try {
      rmSync(written, { force: true });
    } catch {
      // It cannot have been written, since its folder is none.
    }
    return false;
  }
}
