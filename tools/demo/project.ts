/** One project under `examples/`, linted and mended in a copy. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { ESLint } from "eslint";
import type source from "../../src/index.ts";

export const root = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** The plugin as it is built, so that the demo shows what users get. */
const { default: plugin } = (await import(
  new URL("../../dist/index.js", import.meta.url).href
)) as { readonly default: typeof source };

/** The names of the folders in `examples/` that have a manifest, and all of `files`. */
export function exampleNames(files: readonly string[]): string[] {
  const folders = readdirSync(path.join(root, "examples"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wanted = ["ssot.json", ...files];
  return folders.map(({ name }) => name).filter((name) => wanted.every((file) => existsSync(path.join(root, "examples", name, file))));
}

/** ESLint with nothing but the preset. */
export async function lint(folder: string, files: readonly string[], fix: boolean): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended, fix });
  const results = await eslint.lintFiles(files.length > 0 ? [...files] : ["."]);
  if (fix) await ESLint.outputFixes(results);
  return results;
}

/** Copies an example to where it may be changed. */
export function copyExample(name: string, target: string): void {
  cpSync(path.join(root, "examples", name), target, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
}

/** What `git diff` says between two folders of `parent`; empty where they are the same. */
export function diff(parent: string, before: string, after: string, coloured: boolean): string {
  const options = ["--no-index", "--no-prefix", "--no-ext-diff", `--color=${coloured ? "always" : "never"}`];
  const { stdout, error, status } = spawnSync("git", ["diff", ...options, before, after], { cwd: parent, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`git diff failed in ${parent}`);
  // Blob ids tell nothing here, and the two paths stand on the next lines again.
  const isNoise = (line: string): boolean => /^(?:\x1b\[\d*m)*(?:diff --git|index) /.test(line);
  return stdout.split("\n").filter((line) => !isNoise(line)).join("\n").trimEnd();
}

/** What TypeScript says about a project; empty where it compiles. */
export function compile(folder: string): string {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder, encoding: "utf8" });
  return (stdout + stderr).trim();
}
