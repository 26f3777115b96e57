/**
 * What linting costs with the plugin, beside its peers, in one run: ratios of CPU time over the same files and parser.
 *
 *   npm run bench                                  real sources from the registry, about 2,000 files
 *   npm run bench -- --corpus DIR                  a folder of yours (its node_modules are not linted)
 *   npm run bench -- --rounds 7 --only ssot-50     more rounds, some variants
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { registryCorpus, writeNotes } from "./corpus.ts";

interface Measured {
  readonly cpu: number;
  readonly wall: number;
  readonly files: number;
  readonly reports: number;
  readonly fatal: number;
  readonly peak: number;
}

const { values } = parseArgs({
  options: { corpus: { type: "string" }, rounds: { type: "string", default: "5" }, only: { type: "string", multiple: true }, typed: { type: "boolean", default: false } },
});
const root = path.resolve(import.meta.dirname, "../..");
const folder = values.corpus ? path.resolve(values.corpus) : registryCorpus(path.join(root, "node_modules/.cache/ssot-bench"));
if (!existsSync(path.join(folder, "bench.json"))) writeNotes(folder);

/** Each variant with what it is divided by. */
const all: readonly (readonly [variant: string, base: string])[] = [
  ["ssot-50", "none"],
  ["ssot-50-unused", "none"],
  ["ssot-500", "ssot-5"],
  ["no-restricted-imports", "none"],
  ["import-x", "none"],
  ...(values.typed ? ([["typescript-eslint", "none"]] as const) : []),
];
const chosen = all.filter(([variant]) => !values.only || values.only.includes(variant));
const names = [...new Set(chosen.flatMap(([variant, base]) => [base, variant]))];
const rounds = Number(values.rounds);
const runs = new Map<string, Measured[]>(names.map((name) => [name, []]));

function measure(name: string): Measured {
  const output = execFileSync(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "measure.ts"), name, folder], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Measured;
}

console.log(`${folder}\n${os.cpus()[0]?.model ?? "unknown CPU"}, ${String(os.cpus().length)} cores, Node ${process.version}, ${String(rounds)} rounds, interleaved`);
for (let round = 0; round < rounds; round++) {
  // Forward and back again: what the machine does beside us, it does to all alike.
  for (const name of round % 2 === 0 ? names : names.toReversed()) {
    const measured = measure(name);
    runs.get(name)?.push(measured);
    process.stderr.write(`round ${String(round + 1)}  ${name.padEnd(24)} ${measured.cpu.toFixed(0)} ms\n`);
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const rows = chosen.map(([variant, base]) => {
  const own = runs.get(variant) ?? [];
  const theirs = runs.get(base) ?? [];
  const ratios = own.map(({ cpu }, round) => cpu / (theirs[round]?.cpu ?? Number.NaN));
  const [first] = own;
  return {
    variant,
    "divided by": base,
    "median of ratios": median(ratios).toFixed(3),
    "ratio of minima": (Math.min(...own.map(({ cpu }) => cpu)) / Math.min(...theirs.map(({ cpu }) => cpu))).toFixed(3),
    "CPU ms (min)": Math.min(...own.map(({ cpu }) => cpu)).toFixed(0),
    "peak MB": median(own.map(({ peak }) => peak)).toFixed(0),
    files: first?.files,
    reports: first?.reports,
    fatal: first?.fatal,
  };
});
console.table(rows);
