/** Temporary projects for tests that drive the real ESLint. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** Writes `files` (path → text; a manifest may be given as an object) into a fresh folder that goes after the test. */
export function projectFolder(files: Readonly<Record<string, string | object>>): string {
  return folderUntil(onTestFinished, files);
}

/** The same, for as long as a whole test file or `describe` runs: RuleTester wants its files' names before the first test. */
export function standingFolder(files: Readonly<Record<string, string | object>>): string {
  return folderUntil(afterAll, files);
}

/** The same, for as long as `end` says. */
export function folderUntil(end: (remove: () => void) => void, files: Readonly<Record<string, string | object>>): string {
  // Its real path: on some systems the temporary folder is a link.
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "ssot-")));
  end(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  return root;
}
