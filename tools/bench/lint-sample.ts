/** What it costs to lint a folder, as `eslint .` does: measured in a process of its own. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Linter } from "eslint";
import { childArguments, cpuSince, type Cost } from "./samples.ts";

/** Of all threads, ESLint and plugins being loaded included; that of the benchmark's own loader not. */
export interface Sample extends Cost {
  readonly files: number;
}

/** Lints in this process. */
export async function lintHere(folder: string, patterns: string[], config: () => Linter.Config[] | Promise<Linter.Config[]>, ignorePatterns: string[] = []): Promise<Sample> {
  const before = process.cpuUsage();
  const { ESLint } = await import("eslint");
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: await config(), ignorePatterns });
  const results = await eslint.lintFiles(patterns);
  return { cpu: cpuSince(before), files: results.length, reports: results.reduce((sum, { messages }) => sum + messages.length, 0) };
}

/** The sample that a script of this folder prints for a variant. */
export async function lintBy(script: string, variant: string, folder: string): Promise<Sample> {
  const { stdout } = await promisify(execFile)(process.execPath, childArguments(script, variant, folder));
  return JSON.parse(stdout) as Sample;
}
