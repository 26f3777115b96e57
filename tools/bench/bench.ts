/**
 * What linting costs with the plugin, beside its peers: ratios of CPU time over the same files and parser. Each sample is
 * a process of its own that lints all files, as `eslint .` does; a variant and what it is divided by run side by side.
 *
 *   npm run bench                                real sources from the registry, about 2,000 files
 *   npm run bench -- --corpus DIR                a folder of yours (its node_modules are not linted)
 *   npm run bench -- --rounds 9 --only ssot-50   more rounds, some variants
 */
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { registryCorpus, writeNotes } from "./corpus.ts";
import { lintBy, type Sample } from "./lint-sample.ts";
import { inPairs, machine } from "./samples.ts";
import type { Comparison } from "./samples.ts";

const { values } = parseArgs({
  options: { corpus: { type: "string" }, rounds: { type: "string", default: "5" }, only: { type: "string", multiple: true } },
});
const folder = values.corpus ? path.resolve(values.corpus) : registryCorpus(path.join(os.tmpdir(), "eslint-plugin-ssot-bench/registry"));
if (!existsSync(path.join(folder, "bench.json"))) writeNotes(folder);

/**
 * Each variant with what it is divided by; `none` twice shows how much of a difference is noise, and `idle-rules` what ESLint
 * itself takes as soon as rules are on. Ours begin without what an earlier run has kept in `node_modules/.cache`, but for
 * `ssot-50-kept`.
 */
const all: readonly Comparison[] = [
  ["none-again", "none"],
  ["idle-rules", "none"],
  ["ssot-50", "none"],
  ["ssot-50", "idle-rules"],
  ["ssot-50-kept", "idle-rules"],
  ["ssot-50-unused", "idle-rules"],
  ["ssot-500", "ssot-5"],
  ["no-restricted-imports", "none"],
  ["import-x", "none"],
];
const chosen = all.filter(([variant]) => !values.only || values.only.includes(variant));

async function take(name: string): Promise<Sample> {
  const lint = async (): Promise<Sample> => lintBy("bench-child", name, folder);
  // It lints once to have what it is measured with.
  if (name.endsWith("-kept")) await lint();
  return lint();
}

console.log(`${folder}: ${String((await take("none")).files)} files`);
console.log(machine());
console.table(await inPairs(chosen, Number(values.rounds), take));
