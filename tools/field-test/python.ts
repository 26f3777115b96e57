/** What CPython says of a checkout: whether its files compile, and where a manifest's sites are. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Counted } from "./count.ts";
import { readManifest } from "./manifest.ts";

function run(python: string, script: string, input: string): string {
  const { status, stdout, stderr } = spawnSync(python, [path.join(import.meta.dirname, script)], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${script} left ${String(status)}\n${stderr}`);
  return stdout;
}

/** Those of `files` that this Python does not compile, with its errors. */
export function compileErrors(python: string, files: readonly string[]): readonly string[] {
  return run(python, "compile.py", files.filter((file) => /\.pyi?$/.test(file)).join("\n")).split("\n").filter((line) => line !== "");
}

/** Sites by CPython's `ast` and `symtable`. */
export function countPythonSites(python: string, root: string, manifestFile: string, files: readonly string[]): readonly Counted[] {
  const { migrations, python: { roots = ["."] } = {} } = readManifest(manifestFile);
  const asked = {
    root,
    roots,
    deprecated: migrations.flatMap(({ deprecated }) => deprecated),
    canonical: migrations.flatMap(({ canonical }) => (canonical ? [[canonical.module, canonical.name]] : [])),
    files: files.filter((file) => file.endsWith(".py") && existsSync(file)),
  };
  return JSON.parse(run(python, "count.py", JSON.stringify(asked))) as readonly Counted[];
}
