/** Edits and lints without end in one process, and compares with a process that has seen nothing yet. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint } from "eslint";
import plugin from "../../src/index.ts";
import { mulberry32 } from "../monorepo/random.ts";
import { SoakProject } from "./project.ts";

export interface Soak {
  readonly edits: number;
  /** After every so many edits all files are linted, here and in a fresh process. */
  readonly every: number;
  readonly seed: number;
  /** Called at each checkpoint. */
  readonly note: (checkpoint: Checkpoint) => void;
}

export interface Checkpoint {
  readonly edits: number;
  /** In bytes, after a collection. */
  readonly heap: number;
  readonly reports: number;
  /** Reports that only one of the two processes gives. */
  readonly differences: readonly string[];
}

/** Every report of a project's files, one a line. */
export async function reportsOf(root: string): Promise<readonly string[]> {
  const results = await eslintFor(root).lintFiles(["src"]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, message, fix }) => `${path.relative(root, filePath)}:${String(line)}:${String(column)} ${ruleId ?? ""} ${message} ${JSON.stringify(fix ?? null)}`),
  );
}

function eslintFor(root: string): ESLint {
  return new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended] });
}

/** @throws Error where nothing collects the garbage: run node with `--expose-gc` */
export async function soak({ edits, every, seed, note }: Soak): Promise<void> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "ssot-soak-")));
  const random = mulberry32(seed);
  try {
    const project = new SoakProject(root, random);
    // A server keeps its ESLint, or makes one for each lint: both in turn.
    let kept = eslintFor(root);
    for (let count = 1; count <= edits; count += 1) {
      project.edit();
      if (count % 100 === 0) kept = eslintFor(root);
      const file = project.anyFile();
      await (random() < 0.5 ? kept : eslintFor(root)).lintFiles([file]);
      if (count % every === 0) note({ edits: count, ...(await compare(root)), heap: heap() });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function compare(root: string): Promise<Pick<Checkpoint, "reports" | "differences">> {
  const here = await reportsOf(root);
  const program = path.join(import.meta.dirname, "reports.ts");
  const fresh = JSON.parse(execFileSync(process.execPath, ["--import", "tsx", program, root], { encoding: "utf8", cwd: path.join(import.meta.dirname, "../.."), maxBuffer: 1e9 })) as readonly string[];
  const [own, others] = [new Set(here), new Set(fresh)];
  return { reports: here.length, differences: [...here.filter((report) => !others.has(report)).map((report) => `only here: ${report}`), ...fresh.filter((report) => !own.has(report)).map((report) => `only fresh: ${report}`)] };
}

function heap(): number {
  if (!globalThis.gc) throw new Error("Nothing collects the garbage: run node with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
