/** The manifest's errors against the code, through the real ESLint and on the real disk. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import json from "@eslint/json";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { lintProject } from "../kit/lint.ts";
import { projectFolder } from "../kit/project-folder.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const code = {
  "package.json": { name: "shop", workspaces: ["packages/*"] },
  "src/ws/canonical.ts":
    "export interface Context { user: string }\n" +
    "export function createManager(this: void, context: Context, id: string, size = 1) { return { context, id, size }; }\n" +
    "export class Manager { constructor(readonly context: Context) {} static open() { return new Manager({ user: '' }); } }\n" +
    "export class Child extends Manager {}\n",
  "src/ws/factory.ts": "/** @deprecated use `createManager` */\nexport const getFactory = () => ({ create: (id: string) => id });\n",
  "src/ws/index.ts": 'export { getFactory as factory } from "./factory";\nexport * from "./canonical";\n',
  "src/time/clock.ts": "export const now = () => 1;\n",
  "src/time/time.ts": "export const now = () => 2;\nexport const sleep = () => 3;\n",
  "packages/log/package.json": { name: "@shop/log", exports: { ".": "./src/index.ts", "./*": "./src/*.ts" } },
  "packages/log/src/index.ts": "export const createLogger = (name: string, ...tags: string[]) => [name, ...tags];\n",
  "packages/log/src/old.ts": "export const getLogger = (name: string) => [name];\n",
  "node_modules/dated/package.json": { name: "dated", version: "1.0.0", main: "index.js", types: "index.d.ts" },
  "node_modules/dated/index.js": "exports.format = (date, text) => text; exports.parse = (text) => text;\n",
  "node_modules/dated/index.d.ts": "export declare function format(date: Date, text?: string): string;\nexport declare function parse(text: string): Date;\n",
};

const canonical = { module: "./src/ws/canonical", name: "createManager" };
const getFactory = { module: "./src/ws/factory", name: "getFactory" };

/** Reports in `ssot.json`: `"what is underlined" message`. */
async function reportsOf(migrations: readonly object[], more: Readonly<Record<string, string | object>> = {}): Promise<readonly string[]> {
  const text = JSON.stringify({ migrations: migrations.map((each, index) => ({ id: `m-${String(index)}`, ...each })) }, null, 2);
  const { found } = await lintProject({ ...code, ...more, "ssot.json": text }, { only: ["ssot/valid-manifest"] });
  return found.map(({ at, message }) => {
    const [line = 0, column = 0, endLine, endColumn] = at.split(/[:-]/).map(Number);
    expect(endLine).toBe(line);
    return `${(text.split("\n")[line - 1] ?? "").slice(column - 1, (endColumn ?? 0) - 1)} ${message}`;
  });
}

describe("a manifest that fits its code has no report", () => {
  test("in all that it may say", async () => {
    const found = await reportsOf([
      {
        canonical,
        deprecated: [
          {
            ...getFactory,
            rewrites: [
              { from: "getFactory().create($id, $context)", to: "createManager($context, $id)" },
              { from: "getFactory().sized($id, $context, $size)", to: "createManager($context, $id, $size)" },
              { from: "getFactory().all($$$rest)", to: "createManager($$$rest)" },
              { from: "getFactory().later($id)", to: "createManager.bind($id)" },
            ],
          },
        ],
      },
      { canonical: { module: "./src/ws/canonical", name: "Manager" }, deprecated: [{ module: "./src/ws/factory", name: "gone", rewrites: [{ from: "gone()", to: "Manager.open()" }, { from: "gone($a)", to: "new Manager($a)" }] }] },
      { canonical: { module: "./src/ws", name: "Child" }, deprecated: [{ module: "./src/legacy/child", name: "openChild", rewrites: [{ from: "openChild($a, $b)", to: "new Child($a, $b)" }] }] },
      { canonical: { module: "./src/time/clock", name: "*" }, deprecated: [{ module: "./src/time/time", name: "*", except: ["sleep"] }] },
      { canonical: { module: "@shop/log", name: "createLogger" }, deprecated: [{ module: "./packages/log/src/old", name: "getLogger", rewrites: [{ from: "getLogger($a)", to: "createLogger($a)" }] }] },
      { canonical: { module: "dated", name: "format" }, deprecated: [{ module: "not-installed/old", name: "formatDate", rewrites: [{ from: "formatDate($a)", to: "format($a)" }] }] },
      { canonical: { module: "not-installed", name: "createThing" }, deprecated: [{ module: "dated", name: "parse", rewrites: [{ from: "parse($a)", to: "createThing()" }] }] },
      { message: "Ask the service instead", deprecated: [{ module: "node:fs", name: "readFileSync" }] },
    ]);
    expect(found).toEqual([]);
  });

  test.each(["ssot.json", "examples/websocket/ssot.json"])("as %s of this repository", async (name) => {
    const file = path.join(repository, name);
    const eslint = new ESLint({ cwd: path.dirname(file), overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
    const results = await eslint.lintText(readFileSync(file, "utf8"), { filePath: file });
    expect(results.map(({ messages }) => messages)).toEqual([[]]);
  });
});

describe("each error stands at its place", () => {
  const rewriting = (from: string, to: string, target: object = canonical): object => ({ canonical: target, deprecated: [{ ...getFactory, rewrites: [{ from, to }] }] });
  const cases: readonly (readonly [title: string, migrations: readonly object[], expected: string])[] = [
    ["a canonical module that is not there", [{ canonical: { ...canonical, module: "./src/ws/canonicl" }, deprecated: [getFactory] }], '"./src/ws/canonicl" migrations[0].canonical.module: there is no module "./src/ws/canonicl". Did you mean "./src/ws/canonical"?'],
    ["a canonical name that is not exported", [{ canonical: { ...canonical, name: "createManger" }, deprecated: [getFactory] }], '"createManger" migrations[0].canonical.name: "./src/ws/canonical" does not export `createManger`. Did you mean `createManager`?'],
    ["one of a barrel", [{ canonical: { module: "./src/ws", name: "createManger" }, deprecated: [getFactory] }], '"createManger" migrations[0].canonical.name: "./src/ws" does not export `createManger`. Did you mean `createManager`?'],
    ["one of an installed package", [{ canonical: { module: "dated", name: "formt" }, deprecated: [getFactory] }], '"formt" migrations[0].canonical.name: "dated" does not export `formt`. Did you mean `format`?'],
    ["a module that an installed package does not have", [{ canonical: { module: "dated/format", name: "format" }, deprecated: [getFactory] }], '"dated/format" migrations[0].canonical.module: the package has no module "dated/format". Name the module that exports `format`.'],
    ["one that a package of the project does not have", [{ canonical: { module: "@shop/log/new", name: "createLogger" }, deprecated: [getFactory] }], '"@shop/log/new" migrations[0].canonical.module: the package has no module "@shop/log/new". Name the module that exports `createLogger`.'],
    ["a whole module that is not there", [{ canonical: { module: "./src/time/clok", name: "*" }, deprecated: [{ module: "./src/time/time", name: "*" }] }], '"./src/time/clok" migrations[0].canonical.module: there is no module "./src/time/clok". Did you mean "./src/time/clock"?'],
    ["a path without ./", [{ canonical: { ...canonical, module: "src/ws/canonical" }, deprecated: [getFactory] }], '"src/ws/canonical" migrations[0].canonical.module: there is no module "src/ws/canonical". Did you mean "./src/ws/canonical"?'],
    ["a deprecated path without ./", [{ canonical, deprecated: [{ ...getFactory, module: "src/ws/factory" }] }], '"src/ws/factory" migrations[0].deprecated[0].module: there is no module "src/ws/factory". Did you mean "./src/ws/factory"?'],
    ["a deprecated module that is mistyped", [{ canonical, deprecated: [{ ...getFactory, module: "./src/ws/fcatory.ts" }] }], '"./src/ws/fcatory.ts" migrations[0].deprecated[0].module: there is no module "./src/ws/fcatory.ts". Did you mean "./src/ws/factory.ts"?'],
    ["a deprecated name that is mistyped", [{ canonical, deprecated: [{ ...getFactory, name: "getFcatory" }] }], '"getFcatory" migrations[0].deprecated[0].name: "./src/ws/factory" does not export `getFcatory`. Did you mean `getFactory`?'],
    ["too few arguments", [rewriting("getFactory().create($id)", "createManager($id)")], '"createManager($id)" migrations[0].deprecated[0].rewrites[0].to: gives `createManager` 1 argument, but it takes 2 to 3. Its parameters are (context, id, size?): write as many here.'],
    ["too many, behind a barrel", [rewriting("getFactory($a)", "createManager($a, 1, 2, 3)", { module: "./src/ws/index.ts", name: "createManager" })], '"createManager($a, 1, 2, 3)" migrations[0].deprecated[0].rewrites[0].to: gives `createManager` 4 arguments, but it takes 2 to 3. Its parameters are (context, id, size?): write as many here.'],
    ["none for a class", [rewriting("getFactory()", "new Manager()", { module: "./src/ws/canonical", name: "Manager" })], '"new Manager()" migrations[0].deprecated[0].rewrites[0].to: gives `Manager` 0 arguments, but it takes 1. Its parameters are (context): write as many here.'],
    ["too many for a package's function", [rewriting("getFactory($a)", "format($a, 1, 2)", { module: "dated", name: "format" })], '"format($a, 1, 2)" migrations[0].deprecated[0].rewrites[0].to: gives `format` 3 arguments, but it takes 1 to 2. Its parameters are (date, text?): write as many here.'],
    ["none for a package of the workspace", [rewriting("getFactory()", "createLogger()", { module: "@shop/log", name: "createLogger" })], '"createLogger()" migrations[0].deprecated[0].rewrites[0].to: gives `createLogger` 0 arguments, but it takes 1 or more. Its parameters are (name, ...tags): write as many here.'],
    ["a module deprecated by two texts", [{ canonical, deprecated: [{ module: "@shop/log/old", name: "getLogger" }, { module: "./packages/log/src/old", name: "getLogger" }] }], '"getLogger" migrations[0].deprecated[1].name: `getLogger` of "./packages/log/src/old" is deprecated by migrations[0].deprecated[0] already, as `getLogger` of "@shop/log/old". Keep one of the two entries.'],
    ["a symbol with two replacements", [{ canonical, deprecated: [getFactory] }, { canonical: { ...canonical, name: "Manager" }, deprecated: [{ module: "./src/ws", name: "factory" }] }], '"factory" migrations[1].deprecated[0].name: `factory` of "./src/ws" is the same definition as `getFactory` of "./src/ws/factory", which migrations[0].deprecated[0] replaces otherwise. Let both have the same canonical symbol, or take one of the two entries out.'],
    ["a symbol that replaces itself", [{ canonical: { module: "@shop/log/old", name: "getLogger" }, deprecated: [{ module: "./packages/log/src/old.ts", name: "getLogger" }] }], '"getLogger" migrations[0].deprecated[0].name: `getLogger` of "./packages/log/src/old.ts" is to be replaced by itself: "@shop/log/old" is the same module. Name another symbol here, or in `canonical`.'],
    ["a circle", [{ canonical: { module: "@shop/log/old", name: "getLogger" }, deprecated: [getFactory] }, { canonical: getFactory, deprecated: [{ module: "./packages/log/src/old", name: "getLogger" }] }], '"getFactory" migrations[0].deprecated[0].name: the replacements go in a circle: `getFactory` of "./src/ws/factory" → `getLogger` of "@shop/log/old" → `getFactory` of "./src/ws/factory". Decide which of them stays, and take out the entry that deprecates it.'],
  ];
  test.each(cases)("%s", async (_, migrations, expected) => {
    expect(await reportsOf(migrations)).toEqual([expected]);
  });

  test("all at once, in their order", async () => {
    const found = await reportsOf([
      { canonical: { ...canonical, name: "createManger" }, deprecated: [{ module: "./src/time/clcok", name: "now" }] },
      rewriting("getFactory()", "createManager()"),
    ]);
    expect(found.map((report) => report.slice(0, report.indexOf(":")))).toEqual([
      '"createManger" migrations[0].canonical.name',
      '"./src/time/clcok" migrations[0].deprecated[0].module',
      '"createManager()" migrations[1].deprecated[0].rewrites[0].to',
    ]);
  });
});

test("plain JavaScript: what a function looks into before it uses it may be left out", async () => {
  const script = {
    "src/new.js": "export function open(key, options) { return connect(key, options ?? {}); }\nexport const close = (key, id) => connect(key, id);\n",
    "src/old.js": "export const getOld = () => 1;\n",
  };
  const to = (name: string, text: string): object => ({ canonical: { module: "./src/new", name }, deprecated: [{ module: "./src/old", name: "getOld", rewrites: [{ from: "getOld($a)", to: text }] }] });
  expect(await reportsOf([to("open", "open($a)")], script)).toEqual([]);
  expect(await reportsOf([to("close", "close($a)")], script)).toHaveLength(1);
});

describe("the code as it is now", () => {
  const manifest = JSON.stringify({ migrations: [{ id: "factory", canonical, deprecated: [getFactory] }] }, null, 2);
  const eslintIn = (root: string): ESLint => new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const count = async (eslint: ESLint, root: string, text = manifest): Promise<number> => (await eslint.lintText(text, { filePath: path.join(root, "ssot.json") }))[0]?.messages.length ?? -1;

  test("an editor sees that a module was mended, or broken", async () => {
    const root = projectFolder({ ...code, "ssot.json": manifest, "src/ws/canonical.ts": "export const other = 1;\n" });
    const eslint = eslintIn(root);
    expect(await count(eslint, root)).toBe(1);
    writeFileSync(path.join(root, "src/ws/canonical.ts"), "export const createManager = 1;\n");
    expect(await count(eslint, root)).toBe(0);
    rmSync(path.join(root, "src/ws/canonical.ts"));
    expect(await count(eslint, root)).toBe(1);
    // The text in the editor counts, not the one that is saved.
    expect(await count(eslint, root, manifest.replace("ws/canonical", "time/clock").replace("createManager", "now"))).toBe(0);
  });

  test("two projects in turn are not mixed up", async () => {
    const whole = projectFolder({ ...code, "ssot.json": manifest });
    const empty = projectFolder({ "ssot.json": manifest });
    for (const [root, expected] of [[whole, 0], [empty, 1], [whole, 0]] as const) expect(await count(eslintIn(root), root)).toBe(expected);
  });

  test("these errors stop no run: the rest of the project is linted", async () => {
    const broken = manifest.replace("createManager", "createManger");
    const { found } = await lintProject({ ...code, "ssot.json": broken, "src/user.ts": 'import { getFactory } from "./ws/factory";\nexport const id = getFactory();\n' }, { preset: "phase-2" });
    expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual(expect.arrayContaining(["ssot.json ssot/valid-manifest", "src/user.ts ssot/no-deprecated-import"]));
  });

  test("as a rule for JSONC, and for a manifest of another name", async () => {
    const broken = `\uFEFF// 🎉\r\n${manifest.replace("createManager", "createManger")}`;
    const root = projectFolder({ ...code, "config/manifest.jsonc": "", "rules.jsonc": broken });
    const config: Linter.Config = { files: ["**/*.jsonc"], plugins: { json, ssot: plugin }, language: "json/jsonc", rules: { "ssot/valid-manifest": "error" } };
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [config] });
    const [result] = await eslint.lintFiles(["rules.jsonc"]);
    expect(result?.messages.map(({ line, column, endColumn, message }) => ({ line, column, endColumn, message }))).toEqual([
      { line: 8, column: 17, endColumn: 31, message: 'migrations[0].canonical.name: "./src/ws/canonical" does not export `createManger`. Did you mean `createManager`?' },
    ]);
    // Its paths start at its own folder.
    const [moved] = await eslint.lintText(broken, { filePath: path.join(root, "config/manifest.jsonc") });
    expect(moved?.messages.map(({ message }) => message)).toEqual(['migrations[0].canonical.module: there is no module "./src/ws/canonical". Name the module that exports `createManger`.']);
  });
});
