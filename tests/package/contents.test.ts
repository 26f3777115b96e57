/** What goes to the registry. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { installed, repository, tarball } from "../kit/installed.ts";
import { run, succeed } from "../kit/run.ts";
import type * as PythonParser from "../../src/languages/python/python-parser.cjs";

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

test("the package holds its code, pages, schema and license, and nothing else", async () => {
  await tarball();
  const { stdout } = await succeed("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], repository);
  const [{ files = [] } = {}] = JSON.parse(stdout) as readonly { readonly files?: readonly { readonly path: string }[] }[];
  const paths = files.map((file) => file.path);
  const code = ["dist/index.cjs", "dist/index.d.cts", "dist/index.d.ts", "dist/index.js", "dist/python-parser.cjs"];
  expect(paths.filter((name) => !name.startsWith("docs/"))).toEqual(["LICENSE", "README.md", ...code, "package.json", "schema.json"]);
  expect(paths).toEqual(expect.arrayContaining(["docs/rules/no-deprecated-import.md", "docs/manifest.md", "docs/editors.md", "docs/adoption.md", "docs/oxlint.md"]));
});

test("the bundled Python parser reads as the package that it is made of does, and brings no other", async () => {
  const file = path.join(await installed(10), "node_modules/eslint-plugin-ssot/dist/python-parser.cjs");
  const load = createRequire(import.meta.url);
  const bundled = load(file) as typeof PythonParser;
  const texts = [readFileSync(path.join(repository, "tests/fixtures/python/syntax.py"), "utf8"), "print 1\n", "match x:\n  case a | 1: pass\n", "def f(a, a): (\n", "x = '\n"];
  const read = ({ parsePython }: typeof PythonParser): unknown => texts.map((text) => {
    const { root, errors, tokens } = parsePython(text, false);
    return [root?.length, errors, tokens.count];
  });
  expect(read(bundled)).toEqual(read(load(path.join(repository, "src/languages/python/python-parser.cjs")) as typeof PythonParser));
  const code = readFileSync(file, "utf8");
  expect(code).toContain("Permission is hereby granted");
  expect(parseSync(file, code).module.staticImports).toEqual([]);
  expect(code).not.toMatch(/\brequire\(["']/);
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
