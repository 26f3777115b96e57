/** What goes to the registry. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { installed, repository, tarball } from "../kit/installed.ts";
import { run } from "../kit/run.ts";

const bin = (name: string): string => path.join(repository, "node_modules/.bin", name);

test("publint finds nothing", async () => {
  const ran = await run(bin("publint"), ["run", await tarball(), "--strict"], repository);
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
});

test("attw: types and code agree for import, require and bundlers", async () => {
  const ran = await run(bin("attw"), [await tarball(), "--no-color"], repository);
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
});

test("knip: nothing is unused, undeclared or unlisted", async () => {
  const ran = await run(bin("knip"), [], repository);
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
});

test("the package holds its code, docs, schema and license, and nothing else", async () => {
  const home = path.join(await installed(10), "node_modules/eslint-plugin-ssot");
  expect(readdirSync(home).sort()).toEqual(["LICENSE", "README.md", "dist", "docs", "package.json", "schema.json"]);
  expect(readdirSync(path.join(home, "dist")).sort()).toEqual(["index.cjs", "index.d.cts", "index.d.ts", "index.js"]);
  expect(readdirSync(path.join(home, "docs"))).toEqual(expect.arrayContaining(["rules", "manifest.md", "editors.md", "adoption.md"]));
});

test("every package that the code loads is a dependency, and each dependency is loaded", async () => {
  const home = path.join(await installed(10), "node_modules/eslint-plugin-ssot");
  const file = path.join(home, "dist/index.js");
  const code = readFileSync(file, "utf8");
  const imported = parseSync(file, code).module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  // Loaded by `require` when it is needed, see src/configs/typescript-parser.ts.
  const packages = [...imported.filter((name) => !name.startsWith("node:")), "@typescript-eslint/parser"];
  const names = packages.map((name) => name.split("/").slice(0, name.startsWith("@") ? 2 : 1).join("/"));
  const { dependencies } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as { readonly dependencies: Readonly<Record<string, string>> };
  // Of `@eslint/core` only the types are taken.
  expect([...new Set([...names, "@eslint/core"])].sort()).toEqual(Object.keys(dependencies).sort());
});
