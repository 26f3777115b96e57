/**
 * One variant in a process of its own, as `eslint .` runs it: prints CPU milliseconds and the number of reports as JSON.
 *
 *   tsx tools/bench/bench-child.ts VARIANT FOLDER
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { forgetSaved } from "./graph-lint.ts";
import { variants } from "./variants.ts";

/** What one process has to say. */
export interface Sample {
  /** Of all threads, ESLint and plugins being loaded included; that of the benchmark's own loader not. */
  readonly cpu: number;
  readonly files: number;
  readonly reports: number;
}

const [name = "", folder = ""] = process.argv.slice(2);
const variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
// Where a project keeps what is known of it; the benchmark's own corpus has nothing installed.
mkdirSync(path.join(folder, "node_modules"), { recursive: true });
if (!name.endsWith("-kept")) forgetSaved(folder);
const before = process.cpuUsage();
const { ESLint } = await import("eslint");
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: await variant(folder), ignorePatterns: ["dist/**", "**/dist/**", "**/*.d.ts"] });
const results = await eslint.lintFiles([path.posix.join("**", "*.{ts,tsx}")]);
const { user, system } = process.cpuUsage(before);
const sample: Sample = { cpu: (user + system) / 1000, files: results.length, reports: results.reduce((sum, { messages }) => sum + messages.length, 0) };
console.log(JSON.stringify(sample));
