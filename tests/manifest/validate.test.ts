/** Manifests as text and as objects: what is valid, what defaults are, and where problems stand. */
import { readFileSync } from "node:fs";
import picomatch from "picomatch";
import { describe, expect, expectTypeOf, test } from "vitest";
import { validateManifestObject, validateManifestText, type RewriteChecker } from "../../src/manifest/load.ts";
import { locateIn } from "../../src/manifest/locate.ts";
import type { DeprecatedSymbol, LanguageName, Manifest, Migration, Phase, Rewrite } from "../../src/manifest/schema.ts";

const example = readFileSync(new URL("../fixtures/manifests/valid/design-example.json", import.meta.url), "utf8");

/** A manifest of one migration, `extra` taking the place of what is usual. */
function manifestOf(extra: object, entry: object = {}): object {
  const deprecated = [{ module: "./src/old", name: "getOld", ...entry }];
  return { migrations: [{ id: "one", canonical: { module: "./src/new", name: "createNew" }, deprecated, ...extra }] };
}

function problemsOf(value: unknown): readonly string[] {
  return validateManifestObject(value).problems.map(({ path, message, mend }) => `${path}: ${message}. ${mend}`);
}

describe("the example of the design", () => {
  const { manifest, problems } = validateManifestText(example, "ssot.json");

  test("is valid, and is read as it is written", () => {
    expect(problems).toEqual([]);
    expect(manifest?.gates[2]).toBe(75);
    expect(manifest?.verify).toEqual({
      goldenPath: "npm run test:golden",
      perFile: "npx vitest related --run {file}",
      timeoutSeconds: 600,
    });
    const migration = manifest?.migrations[0];
    expect(migration).toMatchObject({ id: "websocket-factory", phase: 2, exclusive: true, language: "ecmascript" });
    expect(migration?.deprecated[0]?.rewrites.map(({ safe }) => safe)).toEqual([true, true]);
    expect(migration?.deprecated[0]?.bind["userContext"]).toEqual(["userContext", "ctx", "this.userContext"]);
    expect(migration?.priority[0]).toEqual({ name: "critical path", files: ["src/routes/**"] });
  });

  test("has types that say what is certain", () => {
    expectTypeOf<Migration["phase"]>().toEqualTypeOf<Phase>();
    expectTypeOf<Migration["language"]>().toEqualTypeOf<LanguageName>();
    expectTypeOf<Manifest["migrations"][number]>().toEqualTypeOf<Migration>();
    expectTypeOf<DeprecatedSymbol["rewrites"][number]>().toEqualTypeOf<Rewrite>();
    expectTypeOf<Manifest["gates"][Phase]>().toEqualTypeOf<number>();
    expectTypeOf<DeprecatedSymbol["bind"]>().toExtend<Readonly<Record<string, readonly string[]>>>();
  });

  test("cannot be changed by one of those who share it", () => {
    expect(Object.isFrozen(manifest)).toBe(true);
    expect(Object.isFrozen(manifest?.migrations[0]?.deprecated[0]?.bind["userContext"])).toBe(true);
  });
});

describe("defaults", () => {
  test("fill in what is not written", () => {
    const { manifest } = validateManifestObject(manifestOf({}));
    expect(manifest).toMatchObject({ exclude: [], python: { roots: ["."] }, gates: { 1: 25, 2: 75, 3: 95, 4: 100 } });
    expect(manifest?.verify).toBeUndefined();
    expect(manifest?.migrations[0]).toMatchObject({
      language: "ecmascript",
      phase: 1,
      exclusive: false,
      allow: [],
      priority: [],
      deprecated: [{ except: [], rewrites: [], bind: {}, sideEffects: false }],
    });
  });

  test("a command for each file need not be about that file", () => {
    expect(validateManifestObject({ verify: { perFile: "npx tsc --noEmit" }, migrations: [] }).problems).toEqual([]);
  });

  test("of gates and verify hold one by one", () => {
    const { manifest } = validateManifestObject({ gates: { 2: 80 }, verify: { goldenPath: "true" }, migrations: [] });
    expect(manifest?.gates).toEqual({ 1: 25, 2: 80, 3: 95, 4: 100 });
    expect(manifest?.verify).toEqual({ goldenPath: "true", timeoutSeconds: 600 });
  });

  test.each([
    ["src/a.test.ts", true],
    ["a.spec.mjs", true],
    ["src/__tests__/a.ts", true],
    ["src/__mocks__/a.ts", true],
    ["tests/a.ts", true],
    ["packages/x/test/a.py", true],
    ["e2e/a.ts", true],
    ["shop/test_cart.py", true],
    ["shop/cart_test.py", true],
    ["conftest.py", true],
    ["src/a.ts", false],
    ["src/latest/a.ts", false],
    ["src/contest.py", false],
    ["shop/testing.py", false],
  ])("of tests: %s is a test file: %s", (file, isTest) => {
    const tests = validateManifestObject({ migrations: [] }).manifest?.tests ?? [];
    expect(picomatch([...tests])(file)).toBe(isTest);
  });
});

describe("valid", () => {
  test.each([
    ["a package", { canonical: { module: "rxjs", name: "map" } }, { module: "rxjs/operators", name: "map" }],
    ["a scoped package", { canonical: { module: "@a/b/c.js", name: "x" } }, { module: "@a/b", name: "default" }],
    ["a built-in", { canonical: { module: "node:fs/promises", name: "readFile" } }, { module: "fs", name: "readFile" }],
    [
      "a star",
      { canonical: { module: "rxjs", name: "*" } },
      { module: "rxjs/operators", name: "*", except: ["merge"] },
    ],
    ["a $ in a name", {}, { name: "$old_1" }],
    ["no canonical", { canonical: undefined, message: "Ask us." }, {}],
    ["no canonical, a message of the entry", { canonical: undefined }, { message: "Ask us." }],
    ["all of a module without replacement", { canonical: undefined, message: "Ask us." }, { name: "*" }],
    ["the same day", { since: "2024-02-29", removeBy: "2024-02-29" }, {}],
    ["an extended glob", { allow: ["!(a|b)/**", "./src/{a,b}/[c-d]?.ts"] }, {}],
    ["a $ in a text", {}, { rewrites: [{ from: "getOld()", to: 'createNew("$x", `$y`, a$z)' }] }],
    ["a $name in a template", {}, { rewrites: [{ from: "getOld($x)", to: "createNew(`a${$x}`)" }] }],
    ["many arguments", {}, { rewrites: [{ from: "getOld($$$rest)", to: "createNew($$$rest)", safe: false }] }],
  ])("%s", (_, migration, entry) => {
    expect(problemsOf(manifestOf(migration, entry))).toEqual([]);
  });

  test("Python", () => {
    const canonical = { module: "shop.web.canonical", name: "create_manager" };
    const entry = { module: "shop.größe", name: "alt", rewrites: [{ from: "alt($x)", to: "create_manager(a=$x)" }] };
    expect(problemsOf(manifestOf({ language: "python", canonical }, entry))).toEqual([]);
  });

  test("a chain, and a named entry beside a star of the same module", () => {
    const migrations = [
      { id: "a", canonical: { module: "./b", name: "b" }, deprecated: [{ module: "./a", name: "a" }] },
      { id: "b", canonical: { module: "./c", name: "c" }, deprecated: [{ module: "./b", name: "b" }] },
      { id: "c", canonical: { module: "./d", name: "*" }, deprecated: [{ module: "./b", name: "*" }] },
    ];
    expect(problemsOf({ migrations })).toEqual([]);
  });

  test("a symbol that a star excepts does not go round", () => {
    const migrations = [
      { id: "a", canonical: { module: "new", name: "*" }, deprecated: [{ module: "old", name: "*", except: ["x"] }] },
      { id: "b", canonical: { module: "old", name: "x" }, deprecated: [{ module: "new", name: "x" }] },
    ];
    expect(problemsOf({ migrations })).toEqual([]);
  });

  test("the same names in two languages", () => {
    const entry = { canonical: { module: "new", name: "x" }, deprecated: [{ module: "old", name: "x" }] };
    expect(
      problemsOf({
        migrations: [
          { id: "a", ...entry },
          { id: "b", language: "python", ...entry },
        ],
      }),
    ).toEqual([]);
  });

  test("comments and trailing commas", () => {
    const text = '// one\n{ /* two */ "migrations": [], } // three';
    expect(validateManifestText(text, "ssot.json").problems).toEqual([]);
  });
});

describe("places", () => {
  test("of a value, from first to last character", () => {
    const [problem] = validateManifestText('{\n  "exclude": [1],\n  "migrations": []\n}', "ssot.json").problems;
    expect(problem).toMatchObject({
      file: "ssot.json",
      line: 2,
      column: 15,
      endLine: 2,
      endColumn: 16,
      start: 16,
      end: 17,
    });
    expect(problem?.path).toBe("exclude[0]");
  });

  test.each([
    ["a byte order mark is not counted", '\uFEFF{ "migrations": 1 }', { line: 1, column: 17, start: 16 }],
    ["CRLF is one line break", '{\r\n  "migrations": 1\r\n}', { line: 2, column: 17, start: 19 }],
    ["a lone CR is one too", '{\r  "migrations": 1\r}', { line: 2, column: 17, start: 18 }],
    ["an emoji has two columns", '{ /* 🧦 */ "migrations": 1 }', { line: 1, column: 26, start: 25 }],
    ["an unknown key is pointed at itself", '{ "migrations": [], "x": [1, 2] }', { column: 21, endColumn: 24 }],
    ["a key that is missing, at the bracket around", '{\n  "tests": []\n}', { line: 1, column: 1, endColumn: 2 }],
    ["the last of a key that stands twice counts", '{ "migrations": 1, "migrations": 2 }', { column: 20 }],
  ])("%s", (_, text, place) => {
    expect(validateManifestText(text, "ssot.json").problems[0]).toMatchObject(place);
  });

  test("can be asked for by who checks the manifest against the code", () => {
    const text = '\uFEFF{\n  "migrations": [{ "id": "a" }]\n}';
    expect(locateIn(text).at(["migrations", 0, "id"])).toMatchObject({ line: 2, column: 26, endColumn: 29 });
    expect(locateIn(text).at(["migrations", 0, "id"], "key")).toMatchObject({ line: 2, column: 20, endColumn: 24 });
    expect(locateIn("").at(["migrations"])).toMatchObject({ line: 1, column: 1, start: 0, end: 0 });
  });

  test("of an object are its paths", () => {
    const [problem] = validateManifestObject({ migrations: 1 }).problems;
    expect(problem).toMatchObject({ file: "settings.ssot.manifest", path: "migrations", line: 0, column: 0 });
  });
});

describe("the language's word on rewrites", () => {
  const rewrites = [{ from: "getOld()", to: "createNew()" }];

  test("is asked with both names and the language, and stands at the part", () => {
    const seen: unknown[] = [];
    const checkRewrite: RewriteChecker = {
      complaints(...question) {
        seen.push(question);
        return [{ part: "to", message: "does not parse", mend: "Close the bracket" }];
      },
      isExpression: () => true,
    };
    const { problems } = validateManifestObject(manifestOf({}, { rewrites }), checkRewrite);
    expect(seen).toEqual([[rewrites[0], { deprecated: "getOld", canonical: "createNew" }, "ecmascript"]]);
    expect(problems.map(({ path }) => path)).toEqual(["migrations[0].deprecated[0].rewrites[0].to"]);
  });

  test("may be a crash, which is one problem among the others", () => {
    const checkRewrite: RewriteChecker = {
      complaints() {
        throw new Error("stack overflow");
      },
      isExpression: () => true,
    };
    const { problems } = validateManifestObject(manifestOf({ phase: 9 }, { rewrites }), checkRewrite);
    expect(problems.map(({ message }) => message)).toEqual([
      "must be a number from 1 to 4, but is the number 9",
      "could not be checked: stack overflow",
    ]);
  });
});
