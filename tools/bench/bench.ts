/**
 * What linting costs with the plugin, beside its peers, in one run: ratios of CPU time over the same files and parser.
 * File by file, each variant in turn, so that what the machine does beside us, it does to all alike.
 *
 *   npm run bench                                real sources from the registry, about 2,000 files
 *   npm run bench -- --corpus DIR                a folder of yours (its node_modules are not linted)
 *   npm run bench -- --passes 5 --only ssot-50   more passes, some variants
 */
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ESLint } from "eslint";
import { registryCorpus, sourcesIn, writeNotes } from "./corpus.ts";
import { variants } from "./variants.ts";

const { values } = parseArgs({
  options: { corpus: { type: "string" }, passes: { type: "string", default: "3" }, only: { type: "string", multiple: true } },
});
const folder = values.corpus ? path.resolve(values.corpus) : registryCorpus(path.join(os.tmpdir(), "eslint-plugin-ssot-bench/registry"));
if (!existsSync(path.join(folder, "bench.json"))) writeNotes(folder);

/** Each variant with what it is divided by; `none` twice shows how much of a difference is noise. */
const all: readonly (readonly [variant: string, base: string])[] = [
  ["none-again", "none"],
  ["ssot-50", "none"],
  ["ssot-50-unused", "none"],
  ["ssot-500", "ssot-5"],
  ["no-restricted-imports", "none"],
  ["import-x", "none"],
];
const chosen = all.filter(([variant]) => !values.only || values.only.includes(variant));
const names = [...new Set(chosen.flatMap(([variant, base]) => [base, variant]))];
const files = sourcesIn(folder).map((name) => ({ filePath: path.join(folder, name), text: readFileSync(path.join(folder, name), "utf8") }));

console.log(`${folder}: ${String(files.length)} files`);
console.log(`${os.cpus()[0]?.model ?? "unknown CPU"}, ${String(os.cpus().length)} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1) ?? "?"}`);

interface Measured {
  readonly eslint: ESLint;
  /** CPU milliseconds of each pass over all files. */
  readonly passes: number[];
  reports: number;
}

const measured = new Map<string, Measured>();
for (const name of names) {
  const variant = variants[name];
  if (!variant) throw new Error(`no such variant: ${name}`);
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: await variant(folder), ignore: false });
  measured.set(name, { eslint, passes: [], reports: 0 });
}

const passes = Number(values.passes);
for (let pass = 0; pass < passes; pass++) {
  for (const each of measured.values()) each.passes.push(0);
  for (const [index, { filePath, text }] of files.entries()) {
    // The first to lint a file brings its text into the caches, so the order turns with the files.
    for (let turn = 0; turn < names.length; turn++) {
      const each = measured.get(names[(index + pass + turn) % names.length] ?? "");
      if (!each) continue;
      const before = process.cpuUsage();
      const [result] = await each.eslint.lintText(text, { filePath });
      const { user, system } = process.cpuUsage(before);
      each.passes[pass] = (each.passes[pass] ?? 0) + (user + system) / 1000;
      if (pass === 0) each.reports += result?.messages.length ?? 0;
    }
  }
  process.stderr.write(`pass ${String(pass + 1)} of ${String(passes)}\n`);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

console.table(
  chosen.map(([variant, base]) => {
    const own = measured.get(variant);
    const theirs = measured.get(base);
    const ratios = own?.passes.map((cpu, pass) => cpu / (theirs?.passes[pass] ?? Number.NaN)) ?? [];
    return {
      variant,
      "divided by": base,
      // The first pass has what happens once: the manifest, the homes of its symbols, caches that fill.
      "first pass": ratios[0]?.toFixed(3),
      "later passes (median)": ratios.length > 1 ? median(ratios.slice(1)).toFixed(3) : "",
      "CPU ms (first pass)": own?.passes[0]?.toFixed(0),
      reports: own?.reports,
    };
  }),
);
