/**
 * What the export graph costs, beside listing and reading the same files; each measurement in a process of its own.
 *
 *   npm run bench:graph                                  1,000, 10,000 and 100,000 generated files
 *   npm run bench:graph -- --files 1000 --files 10000    other sizes
 *   npm run bench:graph -- --runs 5 --skip update --skip lint
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { generateMonorepo } from "../monorepo.ts";
import type { Measurement } from "./graph-child.ts";
import { forgetSaved, lintOneFile } from "./graph-lint.ts";
import { childArguments, machine } from "./samples.ts";

const { values } = parseArgs({
  options: {
    files: { type: "string", multiple: true, default: ["1000", "10000", "100000"] },
    runs: { type: "string", default: "3" },
    skip: { type: "string", multiple: true, default: [] },
    // Not below a `node_modules`: what is in there is an installed package to every resolver, ours too.
    cache: { type: "string", default: path.join(os.tmpdir(), "eslint-plugin-ssot-bench") },
  },
});
const sizes = values.files.map(Number);
const runs = Number(values.runs);

/** The monorepo of a size, generated once. */
function monorepo(files: number): string {
  const folder = path.resolve(values.cache, `monorepo-${String(files)}`);
  // Written last: a folder without it is half made, or another's, and the generator refuses it.
  const mark = path.join(folder, "generated.json");
  if (existsSync(mark)) return folder;
  generateMonorepo(folder, { files });
  // Where a project keeps what is known of it between two runs.
  mkdirSync(path.join(folder, "node_modules"));
  writeFileSync(mark, JSON.stringify({ by: "tools/bench/graph.ts", files }));
  return folder;
}

function child(what: "read" | "graph" | "update", folder: string): Measurement {
  const output = execFileSync(process.execPath, childArguments("graph-child", what, folder), { encoding: "utf8", maxBuffer: 2 ** 26 });
  return JSON.parse(output) as Measurement;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** The median run by CPU time. */
function median(measurements: readonly Measurement[]): Measurement {
  const middle = measurements.toSorted((one, other) => one.cpu - other.cpu)[Math.floor(measurements.length / 2)];
  if (middle === undefined) throw new Error("Nothing was measured.");
  return middle;
}

console.log(machine());

const results = sizes.map((files) => {
  const folder = monorepo(files);
  // The first reading brings the files into the system's cache, for all that follow alike.
  child("read", folder);
  const reads: Measurement[] = [];
  const graphs: Measurement[] = [];
  for (let run = 0; run < runs; run++) {
    reads.push(child("read", folder));
    forgetSaved(folder);
    if (!values.skip.includes("graph")) graphs.push(child("graph", folder));
  }
  const read = median(reads);
  const graph = graphs.length > 0 ? median(graphs) : undefined;
  const updates = values.skip.includes("update") ? [] : child("update", folder).updates;
  const lint = values.skip.includes("lint") ? undefined : lintOneFile(folder);
  return { files, read, graph, updates, lint };
});

console.table(results.map(({ files, read, graph, updates, lint }) => ({
  files,
  "read ms": Math.round(read.ms),
  "read CPU": Math.round(read.cpu),
  "graph ms": graph && Math.round(graph.ms),
  "graph CPU": graph && Math.round(graph.cpu),
  "graph ÷ read (ms)": graph && (graph.ms / read.ms).toFixed(2),
  "graph ÷ read (CPU)": graph && (graph.cpu / read.cpu).toFixed(2),
  "peak MB": graph && Math.round(graph.peak),
  leaks: graph?.count,
  "update mean ms": updates.length > 0 ? mean(updates).toFixed(2) : undefined,
  "update p95 ms": updates.length > 0 ? quantile(updates, 0.95).toFixed(2) : undefined,
  "lint 1st ms": lint && `${String(Math.round(lint.first))}${lint.reported ? "" : " (nothing reported)"}`,
  "lint 2nd ms": lint && `${String(Math.round(lint.second))}${lint.cached ? "" : " (no cache left)"}`,
})));

for (const [index, { files, graph }] of results.entries()) {
  const before = results[index - 1];
  if (graph === undefined || before?.graph === undefined) continue;
  const times = (files / before.files).toFixed(1);
  console.log(`${String(before.files)} → ${String(files)} files (${times} times): graph ${(graph.ms / before.graph.ms).toFixed(1)} times the ms, ${(graph.cpu / before.graph.cpu).toFixed(1)} times the CPU, ${(graph.peak / before.graph.peak).toFixed(1)} times the memory`);
}
