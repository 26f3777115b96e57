/**
 * One measurement in a process of its own, so that its peak of memory is its own; prints it as JSON.
 *
 *   node node_modules/.bench/graph-child.mjs read|graph|update FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { loadManifest } from "../../src/manifest/load.ts";
import { checkRewrites, languages } from "../../src/rule-kit/languages.ts";
import { sessionOf } from "../../src/rule-kit/session.ts";
import type { Session } from "../../src/rule-kit/session.ts";
import type { Expected } from "../monorepo.ts";
import { createRandom } from "../monorepo/random.ts";
import { cpuSince } from "./samples.ts";

/** What one child has to say. Times in milliseconds; CPU is that of all threads; memory in MB. */
export interface Measurement {
  readonly ms: number;
  readonly cpu: number;
  /** Files read, or leaks found: what shows that the work was done. */
  readonly count: number;
  /** The process's peak when the work was done. */
  readonly peak: number;
  /** How long each update took. */
  readonly updates: readonly number[];
}

const EDITS = 200;
const source = /\.[cm]?tsx?$/;

/** What any tool does that looks at every file: lists them, and reads their bytes. */
function readAll(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git") continue;
    const full = `${folder}/${entry.name}`;
    if (entry.isDirectory()) count += readAll(full);
    else if (source.test(entry.name)) {
      readFileSync(full);
      count++;
    }
  }
  return count;
}

/** The first graph of a folder; `again` looks at one file anew. Both give the number of ways to governed symbols. */
function openGraph(folder: string): { readonly first: () => number; readonly again: (file: string) => number } {
  const settings = {};
  const session = (): Session => sessionOf(loadManifest({ cwd: folder, checkRewrite: checkRewrites }));
  const count = (of: Session): number => languages.reduce((sum, language) => sum + [...of.realm(language).symbols.governed()].length, 0);
  return {
    first: () => count(session()),
    again(file) {
      const of = session();
      of.begin(file, settings);
      return count(of);
    },
  };
}

function expectedOf(folder: string): Expected {
  return JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Expected;
}

function measured(work: () => number): Omit<Measurement, "updates"> {
  const before = process.cpuUsage();
  const start = performance.now();
  const count = work();
  const ms = performance.now() - start;
  return { ms, cpu: cpuSince(before), count, peak: process.resourceUsage().maxRSS / 1024 };
}

/** Random edits of random files; each is undone before the next. One in three lets a governed symbol out. */
async function update(folder: string): Promise<Measurement> {
  const graph = openGraph(folder);
  const first = measured(graph.first);
  const files = readdirSync(path.join(folder, "packages"), { recursive: true, encoding: "utf8" }).filter((name) => source.test(name) && !/(?:^|\/)(?:generated|index|compat)\b|\.test\./.test(name));
  const { symbols } = expectedOf(folder);
  const random = createRandom(7);
  const updates: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const file = path.join(folder, "packages", random.pick(files));
    const home = random.pick(symbols);
    const specifier = home.file.replace(/^packages\//, "@app/").replace(/\.tsx?$/, "");
    const leaks = edit % 3 === 2 && !file.endsWith(home.file);
    const added = leaks ? `export { ${home.name} as leaked${String(edit)} } from "${specifier}";\n` : edit % 3 === 1 ? `export const edited${String(edit)} = 1;\n` : "// Edited.\n";
    const text = readFileSync(file, "utf8");
    try {
      writeFileSync(file, `${text}\n${added}`);
      // What begins in one go is the passes of one lint.
      await nextTurn();
      const start = performance.now();
      const count = graph.again(file);
      updates.push(performance.now() - start);
      // The file's barrels may pass the new leak on.
      if (leaks ? count <= first.count : count !== first.count) throw new Error(`After an edit of ${file} there are ${String(count)} leaks instead of ${String(first.count)}: ${added}`);
    } finally {
      writeFileSync(file, text);
    }
    await nextTurn();
    graph.again(file);
  }
  return { ...first, updates };
}

const [what = "", folder = ""] = process.argv.slice(2);
const result: Measurement = what === "update" ? await update(folder) : { ...measured(what === "read" ? () => readAll(folder) : openGraph(folder).first), updates: [] };
console.log(JSON.stringify(result));
