/**
 * ESLint over the Python files of a folder in a process of its own, as `eslint .` runs it: prints CPU milliseconds and the
 * number of reports as JSON.
 *
 *   tsx tools/bench/python-child.ts VARIANT FOLDER
 */
import type { Sample } from "./bench-child.ts";
import { variants } from "./python-variants.ts";

const [name = "", folder = ""] = process.argv.slice(2);
const variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
const before = process.cpuUsage();
const { ESLint } = await import("eslint");
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: await variant(folder) });
const results = await eslint.lintFiles(["**/*.py"]);
const { user, system } = process.cpuUsage(before);
const sample: Sample = { cpu: (user + system) / 1000, files: results.length, reports: results.reduce((sum, { messages }) => sum + messages.length, 0) };
console.log(JSON.stringify(sample));
