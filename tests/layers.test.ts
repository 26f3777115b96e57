import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

/** Top to bottom: a room may import from itself and from those below it (DESIGN section 7). */
const rooms = ["index", "configs", "rules", "rule-kit", "project", "languages", "policy", "manifest"] as const;
type Room = (typeof rooms)[number];

/** What a room may import of packages; a room that is not named here takes none. */
const packages: Readonly<Record<Room, readonly string[]>> = {
  index: ["eslint"],
  configs: ["@eslint/core", "eslint", "node:module", "node:path"],
  rules: ["@eslint/core"],
  "rule-kit": ["@eslint/core", "node:crypto", "node:path", "oxc-parser"],
  project: [
    "node:crypto", "node:fs", "node:path", "node:url", "node:module", "node:v8", "node:worker_threads",
    "ignore", "oxc-parser", "oxc-resolver", "picomatch", "jsonc-parser",
  ],
  languages: ["@eslint/core", "@eslint/plugin-kit", "@typescript-eslint/types", "@typescript-eslint/utils", "@typescript-eslint/utils/ast-utils", "oxc-parser", "node:fs", "node:module"],
  policy: ["picomatch"],
  manifest: ["jsonc-parser", "zod", "node:buffer", "node:fs", "node:path", "node:crypto", "picomatch"],
};

const source = path.resolve(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

function roomOf(file: string): string {
  const [first = ""] = file.split(path.sep);
  return first === "index.ts" ? "index" : first;
}

function importsOf(file: string): readonly { specifier: string; typeOnly: boolean }[] {
  const { module } = parseSync(file, readFileSync(path.join(source, file), "utf8"));
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [])),
  );
  return [...imports, ...exports];
}

describe("rooms", () => {
  test("every folder of src is listed", () => {
    const found = readdirSync(source).map((name) => roomOf(name));
    expect(new Set(found)).toEqual(new Set(rooms));
  });

  test.each(files)("%s imports from its own room and those below it only", (file) => {
    const own = rooms.findIndex((room) => room === roomOf(file));
    for (const { specifier } of importsOf(file)) {
      if (!specifier.startsWith(".")) {
        const room = rooms[own];
        expect(room && packages[room], `${file} imports ${specifier}`).toContain(specifier);
        continue;
      }
      const target = path.relative(source, path.resolve(source, path.dirname(file), specifier));
      if (target === path.join("..", "package.json")) continue;
      const theirs = rooms.findIndex((room) => room === roomOf(target));
      expect(theirs, `${file} imports ${specifier}`).toBeGreaterThanOrEqual(own);
    }
  });

  test("of the manifest's room, others take types; only rule-kit and rules load it", () => {
    const lower = files.filter((file) => ["project", "languages", "policy"].includes(roomOf(file)));
    for (const file of lower)
      for (const { specifier, typeOnly } of importsOf(file))
        if (specifier.includes("/manifest/")) expect(typeOnly, `${file} imports ${specifier}`).toBe(true);
  });

  test("in a language, what rewrites a call knows nothing of the plan for the file", () => {
    for (const file of files.filter((name) => /[\\/]rewrite[\\/]/.test(name)))
      for (const { specifier } of importsOf(file)) expect(specifier, file).not.toContain("/plan/");
  });

  test("a rule's page holds no syntax: no package of trees, and no node names", () => {
    for (const file of files.filter((name) => roomOf(name) === "rules")) {
      const text = readFileSync(path.join(source, file), "utf8");
      expect(text, file).not.toMatch(/ImportDeclaration|CallExpression|MemberExpression|Identifier/);
    }
  });

  test("no two modules import each other", () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
          .map(({ specifier }) => path.relative(source, path.resolve(source, path.dirname(file), specifier))),
      ]),
    );
    const onPath = new Set<string>();
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string): void => {
      if (onPath.has(file)) cycles.push(`${[...onPath].join(" → ")} → ${file}`);
      if (onPath.has(file) || done.has(file)) return;
      onPath.add(file);
      for (const next of edges.get(file) ?? []) visit(next);
      onPath.delete(file);
      done.add(file);
    };
    for (const file of files) visit(file);
    expect(cycles).toEqual([]);
  });

  test("files stay under 250 lines", () => {
    for (const file of files) {
      expect(statSync(path.join(source, file)).isFile()).toBe(true);
      expect(readFileSync(path.join(source, file), "utf8").split("\n").length, file).toBeLessThanOrEqual(251);
    }
  });
});
