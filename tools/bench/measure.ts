/** One measured lint, in a process of its own: `tsx measure.ts <variant> <folder>` prints JSON. */
import { performance } from "node:perf_hooks";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { variants } from "./variants.ts";

const [name = "", folder = ""] = process.argv.slice(2);
const variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
const overrideConfig: Linter.Config[] = await variant(folder);
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig, errorOnUnmatchedPattern: false });
// What configuration and plugin cost to load is the same in each variant but for the plugin's own modules: it counts.
const before = process.cpuUsage();
const start = performance.now();
const results = await eslint.lintFiles(["."]);
const { user, system } = process.cpuUsage(before);
const reports = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
console.log(
  JSON.stringify({
    cpu: (user + system) / 1000,
    wall: performance.now() - start,
    files: results.length,
    reports,
    fatal: results.reduce((sum, { fatalErrorCount }) => sum + fatalErrorCount, 0),
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
