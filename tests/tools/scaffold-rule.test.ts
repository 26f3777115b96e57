/** A scaffolded rule compiles, is in every list, and its docs and its test pass as they are. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../kit/project-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("a scaffolded rule is whole", { timeout: 240_000 }, () => {
  const copy = projectFolder({ "tsconfig.rule.json": { extends: "./tsconfig.json", include: ["src", "tests/rules", "tests/kit"] } });
  const node = (...args: readonly string[]): { readonly status: number | null; readonly output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
    return { status, output: stdout + stderr };
  };
  const read = (file: string): string => readFileSync(path.join(copy, file), "utf8");
  const scaffold = (name: string) => node("--import", "tsx", "tools/scaffold-rule.ts", name);
  for (const name of ["src", "tools", "docs", "README.md", "schema.json", "package.json", "tsconfig.json", "tests/kit", "tests/docs"])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");

  expect(scaffold("no-deprecated-foo")).toMatchObject({ status: 0 });
  expect(read("src/rules/index.ts")).toContain('import { noDeprecatedFoo } from "./no-deprecated-foo.ts";');
  expect(read("src/rules/index.ts")).toContain('  "no-deprecated-foo": noDeprecatedFoo,\n} as const;');
  expect(read("src/policy/phases.ts")).toContain('  | "no-deprecated-foo";');

  expect(node(path.join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.rule.json")).toEqual({ status: 0, output: "" });

  node("--import", "tsx", "tools/write-docs.ts");
  expect(read("docs/rules/README.md")).toContain("`ssot/no-deprecated-foo`");
  expect(read("docs/rules/no-deprecated-foo.md")).toContain("# ssot/no-deprecated-foo");
  const run = node(path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", copy, "tests/rules", "tests/docs", "-t", "foo");
  expect(run, run.output).toMatchObject({ status: 0 });

  for (const name of ["no-deprecated-foo", "no-deprecated-import", "Foo"]) expect(scaffold(name), name).toMatchObject({ status: 1 });
});
