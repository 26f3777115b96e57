/**
 * What Python costs.
 *
 *   npm run bench:python                       5,000 files, copies of python3's standard library
 *   npm run bench:python -- --corpus DIR       files of yours, as often as it takes
 *   npm run bench:python -- --rounds 9 --skip parse --skip odd --skip sites
 *   npm run bench:python -- --skip lint --skip parse --skip sites --kind "one line"
 */
import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { forgetSaved } from "./graph-lint.ts";
import { lintBy, type Sample } from "./lint-sample.ts";
import { makePythonCorpus, standardLibrary } from "./python-corpus.ts";
import { oddRows } from "./python-odd.ts";
import type { ParseSample } from "./python-parse-child.ts";
import { siteRows } from "./python-sites.ts";
import { childArguments, inPairs, inTurns, machine } from "./samples.ts";
import type { Comparison } from "./samples.ts";

const { values } = parseArgs({
  options: { corpus: { type: "string" }, files: { type: "string", default: "5000" }, rounds: { type: "string", default: "5" }, skip: { type: "string", multiple: true, default: [] }, sites: { type: "string", default: "5000" }, kind: { type: "string", multiple: true } },
});
const folder = path.join(os.tmpdir(), "eslint-plugin-ssot-bench/python");
const files = Number(values.files);
makePythonCorpus(folder, { source: path.resolve(values.corpus ?? standardLibrary()), files, naming: Math.ceil(files / 100) });

const comparisons: readonly Comparison[] = [["empty-again", "empty"], ["idle-rules", "empty"], ["ssot", "empty"], ["ssot-cached", "empty"], ["ssot-unused", "empty"]];

async function take(name: string): Promise<Sample> {
  const lint = async (): Promise<Sample> => lintBy("python-child", name, folder);
  // What is kept on disk belongs to the variant that is measured with it: it lints once to have it.
  if (name.startsWith("ssot")) forgetSaved(folder);
  if (name === "ssot-cached") await lint();
  return lint();
}

function parse(what: string): ParseSample {
  return JSON.parse(execFileSync(process.execPath, childArguments("python-parse-child", what, path.join(folder, "packages")), { encoding: "utf8" })) as ParseSample;
}

console.log(`${folder}: ${String((await take("empty")).files)} files`);
console.log(machine());
if (!values.skip.includes("lint")) console.table(await inPairs(comparisons, Number(values.rounds), take));
if (!values.skip.includes("parse")) {
  const parsed = inTurns(["raw", "tree", "scopes"], 3, parse);
  console.table([...parsed].map(([what, samples]) => {
    const bytes = samples[0]?.bytes ?? 0;
    const rates = samples.map(({ cpu }) => bytes / 1000 / cpu).toSorted((one, other) => one - other);
    return { what, MB: (bytes / 1e6).toFixed(1), "MB/s, highest": rates.at(-1)?.toFixed(1), "MB/s, lowest": rates[0]?.toFixed(1), broken: samples[0]?.broken };
  }));
}
if (!values.skip.includes("odd")) console.table(oddRows(`${folder}-odd`, values.kind));
if (!values.skip.includes("sites")) console.table(siteRows(`${folder}-sites`, Number(values.sites), values.kind));
