/**
 * One variant in a process of its own, as `eslint .` runs it: prints CPU milliseconds and the number of reports as JSON.
 *
 *   node node_modules/.bench/bench-child.mjs VARIANT FOLDER
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { forgetSaved } from "./graph-lint.ts";
import { lintHere } from "./lint-sample.ts";
import { variants } from "./variants.ts";

const [name = "", folder = ""] = process.argv.slice(2);
const variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
// Where a project keeps what is known of it; the benchmark's own corpus has nothing installed.
mkdirSync(path.join(folder, "node_modules"), { recursive: true });
if (!name.endsWith("-kept")) forgetSaved(folder);
console.log(JSON.stringify(await lintHere(folder, ["**/*.{ts,tsx}"], () => variant(folder), ["dist/**", "**/dist/**", "**/*.d.ts"])));
