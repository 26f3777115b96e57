/**
 * Holds our reading of Python against CPython's over many files:
 * `npx tsx tools/python-conformance.ts [--python python3] [folder …]` (default: that Python's standard library).
 * `--write` puts what CPython says beside each file, for tests/languages/python/conformance.test.ts.
 * Ends with 1 where anything differs in a file that CPython accepts.
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type Answer, differences } from "./python/compare.ts";
import { describe } from "./python/ours.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { python: { type: "string", default: "python3" }, show: { type: "string", default: "20" }, write: { type: "boolean", default: false } } });
const { python } = values;

function ask(code: string): string {
  return spawnSync(python, ["-c", code], { encoding: "utf8" }).stdout.trim();
}

const folders = positionals.length > 0 ? positionals : [ask("import os; print(os.path.dirname(os.__file__))")];
const placesInFormatStrings = ask("import sys; print(sys.version_info >= (3, 12))") === "True";
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.pyi?$/.test(name) && (positionals.length > 0 || !name.includes("site-packages")))
    .map((name) => path.join(folder, name))
    .sort(),
);

const oracle = spawn(python, [path.join(import.meta.dirname, "python/oracle.py")], { stdio: ["pipe", "pipe", "inherit"] });
oracle.stdin.end(files.join("\n"));
const counts = { files: 0, refusedByBoth: 0, refusedByCPythonOnly: 0, notCompiled: 0, differing: 0 };
const shown: string[] = [];
for await (const line of createInterface(oracle.stdout)) {
  const file = files[counts.files++] ?? "";
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const theirs = JSON.parse(line) as Answer;
  if (values.write) writeFileSync(`${file}.json`, `${line}\n`);
  const ours = describe(text, placesInFormatStrings);
  if ("error" in theirs) {
    counts["error" in ours ? "refusedByBoth" : "refusedByCPythonOnly"]++;
    if (!("error" in ours)) shown.push(`${file}: only CPython refuses, line ${String(theirs.line)}: ${theirs.error}`);
    continue;
  }
  if (theirs.compileError !== undefined) counts.notCompiled++;
  const found = differences(ours, theirs, text);
  if (found.length > 0) counts.differing++;
  shown.push(...found.slice(0, 14).map((each) => `${file}: ${each}`));
}
for (const each of shown.slice(0, Number(values.show))) console.log(each);
console.log(JSON.stringify(counts));
process.exitCode = counts.differing > 0 || counts.files < files.length ? 1 : 0;
