/** How long it takes to lint one file of a big project in a fresh process. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Expected } from "../monorepo.ts";

const repository = path.resolve(import.meta.dirname, "../..");
/** Where the plugin keeps what it knows of a project, from the project's folder. */
const cache = "node_modules/.cache/eslint-plugin-ssot";

/** Wall time of the process in milliseconds. */
export interface LintTimes {
  /** Nothing is known of the project yet. */
  readonly first: number;
  /** With what the first run has left on disk. */
  readonly second: number;
  /** Whether it has left anything. */
  readonly cached: boolean;
  /** Whether the plugin reported the import: where not, its times say little. */
  readonly reported: boolean;
}

/** Takes out what an earlier run has kept of a project. */
export function forgetSaved(folder: string): void {
  rmSync(path.join(folder, cache), { recursive: true, force: true });
}

/**
 * Lints a file that imports a governed symbol through a barrel.
 * @param folder a generated monorepo
 */
export function lintOneFile(folder: string): LintTimes {
  const file = consumer(folder);
  const plugin = pathToFileURL(path.join(repository, "dist/index.js")).href;
  writeFileSync(path.join(folder, "eslint.config.mjs"), `import ssot from "${plugin}";\nexport default [...ssot.configs.recommended];\n`);
  forgetSaved(folder);
  const first = lint(folder, file);
  const second = lint(folder, file);
  return { first: first.time, second: second.time, cached: existsSync(path.join(folder, cache)), reported: first.reported && second.reported };
}

function lint(folder: string, file: string): { readonly time: number; readonly reported: boolean } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(repository, "node_modules/eslint/bin/eslint.js"), file], { cwd: folder, encoding: "utf8" });
  const time = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`ESLint failed on ${file} (status ${String(status)}):\n${stdout}${stderr}`);
  return { time, reported: stdout.includes("ssot/") };
}

/** A production file that takes a symbol through a barrel, of a migration whose phase speaks of production. */
function consumer(folder: string): string {
  const { symbols } = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Expected;
  const ways = symbols.filter((_, index) => index % 3 !== 0).flatMap(({ file: home, name, importers }) =>
    importers.filter(({ file, through }) => through.file !== home && through.member === undefined && !file.includes(".test.")).map(({ file, through }) => ({ file, isPlain: through.name === name && name !== "default" })),
  );
  // The usual way first: under its own name.
  const found = ways.find(({ isPlain }) => isPlain) ?? ways[0];
  if (found === undefined) throw new Error(`No file of ${folder} takes a symbol through a barrel.`);
  return found.file;
}
