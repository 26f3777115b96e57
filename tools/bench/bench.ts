/**
 * What linting costs with the plugin, beside its peers: ratios of CPU time over the same files and parser. Each sample is
 * a process of its own that lints all files, as `eslint .` does; variants take turns, so that what the machine does beside us,
 * it does to all alike.
 *
 *   npm run bench                                real sources from the registry, about 2,000 files
 *   npm run bench -- --corpus DIR                a folder of yours (its node_modules are not linted)
 *   npm run bench -- --rounds 9 --only ssot-50   more rounds, some variants
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Sample } from "./bench-child.ts";
import { registryCorpus, writeNotes } from "./corpus.ts";

const { values } = parseArgs({
  options: { corpus: { type: "string" }, rounds: { type: "string", default: "5" }, only: { type: "string", multiple: true } },
});
const folder = values.corpus ? path.resolve(values.corpus) : registryCorpus(path.join(os.tmpdir(), "eslint-plugin-ssot-bench/registry"));
if (!existsSync(path.join(folder, "bench.json"))) writeNotes(folder);

/**
 * Each variant with what it is divided by; `none` twice shows how much of a difference is noise. Ours begin without what an
 * earlier run has kept in `node_modules/.cache`, but for `ssot-50-kept`.
 */
const all: readonly (readonly [variant: string, base: string])[] = [
  ["none-again", "none"],
  ["ssot-50", "none"],
  ["ssot-50-kept", "none"],
  ["ssot-50-unused", "none"],
  ["ssot-500", "ssot-5"],
  ["no-restricted-imports", "none"],
  ["import-x", "none"],
];
const chosen = all.filter(([variant]) => !values.only || values.only.includes(variant));
const names = [...new Set(chosen.flatMap(([variant, base]) => [base, variant]))];
const samples = new Map<string, Sample[]>(names.map((name) => [name, []]));

function take(name: string): Sample {
  const output = execFileSync(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "bench-child.ts"), name, folder], { encoding: "utf8" });
  return JSON.parse(output) as Sample;
}

console.log(`${folder}: ${String(take(names[0] ?? "none").files)} files`);
console.log(`${os.cpus()[0]?.model ?? "unknown CPU"}, ${String(os.cpus().length)} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1) ?? "?"}`);

const rounds = Number(values.rounds);
for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(round + turn) % names.length] ?? "";
    samples.get(name)?.push(take(name));
  }
  process.stderr.write(`round ${String(round + 1)} of ${String(rounds)}\n`);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** What disturbs a sample only adds to it. */
function lowest(those: readonly Sample[]): number {
  return Math.min(...those.map(({ cpu }) => cpu));
}

console.table(
  chosen.map(([variant, base]) => {
    const own = samples.get(variant) ?? [];
    const theirs = samples.get(base) ?? [];
    const ratios = own.map(({ cpu }, round) => cpu / (theirs[round]?.cpu ?? Number.NaN)).toSorted((one, other) => one - other);
    return {
      variant,
      "divided by": base,
      "lowest ÷ lowest": (lowest(own) / lowest(theirs)).toFixed(3),
      "median ÷ median": (median(own.map(({ cpu }) => cpu)) / median(theirs.map(({ cpu }) => cpu))).toFixed(3),
      "of single rounds": `${ratios[0]?.toFixed(3) ?? ""}–${ratios.at(-1)?.toFixed(3) ?? ""}`,
      "CPU ms, lowest": lowest(own).toFixed(0),
      reports: own[0]?.reports,
    };
  }),
);
