/** `--concurrency`: one thread surveys the files for all, and the reports are those of a run without. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { eslintMajors, userProject } from "../kit/installed.ts";
import type { UserProject } from "../kit/installed.ts";
import { run } from "../kit/run.ts";
import { sample, sampleManifest, without } from "../kit/sample.ts";

/** Loaded into each thread: notes which thread opens which source of the project's. */
const hook = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { threadId } from "node:worker_threads";

const { openSync, appendFileSync } = fs;
fs.openSync = (file, ...rest) => {
  if (/\\/lib\\/.*\\.ts$/.test(file)) appendFileSync(process.env.OPENED, threadId + " " + file.slice(file.lastIndexOf("/lib/") + 1) + "\\n");
  return openSync(file, ...rest);
};
syncBuiltinESMExports();
`;

const config = `import ssot from "eslint-plugin-ssot";

export default [...ssot.configs["phase-2"]];
`;

/** Two runs of one process, with a change between them. */
const twice = `import { writeFileSync } from "node:fs";
import { ESLint } from "eslint";

const run = async () => {
  const results = await new ESLint({ concurrency: 2 }).lintFiles(["users"]);
  console.log(results.map(({ messages }) => messages.length).join(" "));
};
await run();
writeFileSync("lib/barrel.ts", "export const other = 1;\\n");
await run();
writeFileSync("lib/barrel.ts", 'export * from "../src/factory";\\n');
writeFileSync("ssot.json", JSON.stringify(${JSON.stringify(sampleManifest)}, null, 1));
await run();
`;

const names = Array.from({ length: 12 }, (_, index) => `n${String(index)}`);
const files = {
  ...without(sample, "src/user.ts"),
  "eslint.config.js": config,
  "hook.mjs": hook,
  "twice.mjs": twice,
  "lib/barrel.ts": 'export * from "../src/factory";\n',
  ...Object.fromEntries(names.map((name) => [`lib/${name}.ts`, `export { other as ${name} } from "./other";\n`])),
  "lib/other.ts": "export const other = 1;\n",
  ...Object.fromEntries(names.map((name) => [`users/${name}.ts`, 'import { getManager } from "../lib/barrel";\n\nexport const manager = getManager("a");\n'])),
};

/** How often each source was opened, in all threads together. */
async function opened({ root }: UserProject, program: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string; readonly counts: Readonly<Record<string, number>>; readonly threads: ReadonlySet<string> }> {
  const log = path.join(root, "opened.log");
  rmSync(log, { force: true });
  const env = { OPENED: log, NODE_OPTIONS: `--import ${pathToFileURL(path.join(root, "hook.mjs")).href}` };
  const { stdout, stderr } = await run(process.execPath, program, root, env);
  const counts: Record<string, number> = {};
  const threads = new Set<string>();
  for (const line of existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []) {
    const [thread = "", file = ""] = line.split(" ");
    counts[file] = (counts[file] ?? 0) + 1;
    threads.add(thread);
  }
  return { stdout, stderr, counts, threads };
}

/**
 * Once for where symbols get out, and once more, where that was not the whole, for who takes them there. The barrel is on
 * the way of a symbol: each thread that fixes an import through it asks it for that name.
 */
const once = Object.fromEntries(Object.keys(files).filter((name) => name.startsWith("lib/") && name !== "lib/barrel.ts").map((name) => [name, 2]));

function butBarrel(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => name !== "lib/barrel.ts"));
}

describe.each(eslintMajors)("ESLint %i", (major) => {
  const eslint = (...args: readonly string[]): readonly string[] => ["node_modules/eslint/bin/eslint.js", "--format", "json", "users", ...args];

  test("each source is read by one thread for all, and the reports are the same", async () => {
    const project = await userProject(major, files);
    const alone = await opened(project, eslint());
    expect(butBarrel(alone.counts)).toEqual(once);
    const together = await opened(project, eslint("--concurrency", "2"));
    expect(butBarrel(together.counts)).toEqual(once);
    expect(together.threads).not.toContain("0");
    expect(JSON.parse(together.stdout)).toEqual(JSON.parse(alone.stdout));
    expect(together.stdout).toContain("ssot/no-deprecated-use");
  });

  test("also where the settings name the manifest", async () => {
    const own = config.replace("]];", '], { settings: { ssot: { manifest: "own.json" } } }];');
    const project = await userProject(major, { ...files, "ssot.json": "none", "own.json": sampleManifest, "eslint.config.js": own });
    const together = await opened(project, eslint("--concurrency", "2"));
    expect(butBarrel(together.counts)).toEqual(once);
    expect(together.stdout).toContain("ssot/no-deprecated-use");
  });

  test("a later run of the same process sees what has changed since, the manifest too", async () => {
    const project = await userProject(major, files);
    const { stdout, stderr, counts } = await opened(project, ["twice.mjs"]);
    expect(stderr).not.toContain("rror");
    const [all, none] = [names.map(() => 2).join(" "), names.map(() => 0).join(" ")];
    expect(stdout.trim().split("\n")).toEqual([all, none, all]);
    // Once for each run and all its threads, whatever the last run knew.
    expect(counts["lib/n1.ts"]).toBeLessThanOrEqual(3 * 2);
  });
});
