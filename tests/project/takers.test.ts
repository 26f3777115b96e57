import { describe, expect, it, test } from "vitest";
import { fixture, type Fixture, type Tree } from "./fixture.ts";
import { expectSameByName, seedOf, waysOf } from "./survey-kit.ts";

const home = { "src/home.ts": "export function getX() {} export default 1;", "src/innocent.ts": "export function getX() {}" };

/** Who takes something of a module, as `"file name"`, with how where it is no import. */
function takers(made: Fixture, module = "src/home.ts"): readonly string[] {
  const { survey } = waysOf(made.project, [seedOf(made, "src/home.ts getX")]);
  for (const name of ["getX", "makeX", "default"]) expectSameByName(survey, made.at(module), name);
  return survey.takersOf(made.at(module)).map(({ file, name, by }) => `${file.slice(made.root.length + 1)} ${name}${by === "import" ? "" : ` ${by}`}`);
}

/** The same of one file `src/a.ts`, without its path. */
function takesOf(text: string, path = "src/a.ts", more: Tree = {}): readonly string[] {
  return takers(fixture({ ...home, ...more, [path]: text })).map((line) => line.slice(path.length + 1));
}

describe("imports", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["a name", 'import { getX } from "./home";', ["getX"]],
    ["a name under another, beside others", 'import d, { getX as y, type T, default as e } from "./home";', ["default", "getX", "T"]],
    ["a name that is a string", 'import { "get x" as y } from "./home";', ["get x"]],
    ["the default", 'import old from "./home";', ["default"]],
    ["a namespace", 'import * as home from "./home";', ["*"]],
    ["the default and a namespace", 'import d, * as home from "./home";', ["default", "*"]],
    ["types", 'import type { getX } from "./home"; import type * as all from "./home";', ["getX", "*"]],
    ["for its effects: it takes nothing", 'import "./home"; import {} from "./home";', []],
    ["comments and lines between", 'import /* a */ {\r\n  // the old one\r\n  getX, // really\r\n} /* b */ from // c\n  /* d */ "./home";', ["getX"]],
    ["dynamic", 'const { getX } = await import("./home");', ["*"]],
    ["dynamic, as bundlers want it", 'const home = () => import(/* webpackChunkName: "home" */ // @ts-ignore\n  `./home.js`);', ["*"]],
    ["dynamic, with options", 'await import("./home", { with: { type: "x" } });', ["*"]],
    ["a type of an import", 'type X = typeof import("./home").getX; let y: import( /* it */ "./home" ).T;', ["*"]],
    ["a type in a JSDoc comment", '/** @type {import("./home").T} */ let x;', ["*"]],
    ["require", 'const { getX } = require("./home"); const h = require /* x */ ("./home.ts");', ["*"]],
    ["import = require", 'import home = require("./home");', ["*"]],
    ["a list that is exported", 'export { getX, default as y } from "./home";', ["getX", "default"]],
    ["a star", 'export * from "./home";', ["* star"]],
    ["a star with a name", 'export * as home from "./home";', ["*"]],
    ["a star and a namespace", 'import * as home from "./home"; export * from "./home";', ["*", "* star"]],
    ["a star and a list", 'export * from "./home"; export { getX as y } from "./home";', ["getX", "* star"]],
    ["an escape in the specifier", 'import { getX } from "./\\u0068ome";', ["getX"]],
    ["in a file that does not parse to its end", 'import { getX } from "./home"; const = 1;', ["getX"]],
  ])("%s", (_, text, expected) => {
    expect([...takesOf(text)].sort()).toEqual([...expected].sort());
  });

  test.each<readonly [string, string]>([
    ["loaded where it is resolved", 'const path = require.resolve("./home"); const { getX } = require(path);'],
    ["loaded where it is resolved, as ESM has it", 'const home = await import(import.meta.resolve("./home"));'],
    ["an address", 'const home = await import(new URL("./home.ts", import.meta.url).href);'],
    ["a function that loads", 'const load = (path) => import(path); const pages = { home: () => load("./home.js") };'],
    ["require under another name", 'const load = require; load("./home").getX();'],
    ["a require that is made", 'import { createRequire } from "node:module"; const load = createRequire(import.meta.url); load("./home");'],
    ["the module's own require", 'const home = module.require("./home");'],
    ["a library that loads", 'const proxyquire = require("proxyquire"); const home = proxyquire.noCallThru()("./home", {});'],
    ["a library that loads, of another name", 'const rewire = require("rewire"); const home = rewire("./home");'],
    ["a list", 'require.ensure(["./home"], (load) => load("./home").getX()); require(["./home"], (home) => home.getX());'],
    ["the file's own folder", 'const home = require(path.join(__dirname, "home")), again = require(path.resolve(__dirname, "./home.js"));'],
    ["the file's own folder in a text", "const home = require(`${__dirname}/home`);"],
    ["the file's own folder, as ESM has it", "const home = await import(import.meta.dirname + '/home.js');"],
    ["a path in pieces", 'const home = await import("./ho" + "me");'],
    ["a comment that imports", '/** @import { getX } from "./home" */'],
    ["more for its types", 'declare module "./home" { interface Options {} } export {};'],
  ])("%s", (_, text) => {
    expect(new Set(takesOf(text, "src/a.js"))).toEqual(new Set(["*"]));
  });

  test.each<readonly [string, string]>([
    ["another module of the same export", 'import { getX } from "./innocent";'],
    ["a comment, a string, prose", '// import { getX } from "./innocent"\nconst home = "./home"; const getX = `from ${home}`;'],
    ["a package of the module's name", 'import { getX } from "home"; import h from "node:home";'],
    ["a file of the same name elsewhere", 'import { getX } from "../other/home";'],
    ["a query: it is another module", 'import text from "./home?raw";'],
    ["a loader", 'import text from "raw-loader!./home";'],
  ])("%s is innocent", (_, text) => {
    expect(takesOf(text, "src/a.ts", { "other/home.ts": "export const getX = 1;" })).toEqual([]);
  });

  test.each<readonly [string, string, string, readonly string[]]>([
    ["JSX", "src/a.jsx", 'import { getX } from "./home"; export const A = () => <a b={getX} />;', ["getX"]],
    ["TSX", "src/a.tsx", 'import { getX } from "./home"; const b = <T,>() => <a b={getX} />;', ["getX"]],
    ["CommonJS", "src/a.cjs", 'exports.x = require("./home").getX;', ["*"]],
    ["a whole module that is one's own", "src/a.js", 'module.exports = require("./home");', ["* star"]],
    ["a whole module that is one's own, and used", "src/a.js", 'const h = require("./home"); h.getX(); module.exports = h;', ["*", "* star"]],
    ["a declaration file", "src/a.d.ts", 'import { getX } from "./home"; declare const x: typeof getX;', ["getX"]],
    ["Vue", "src/a.vue", '<template><p>import { no } from "./home"</p></template>\n<script setup lang="ts">\nimport { getX } from "./home";\n</script>', ["getX"]],
    ["Vue, two scripts, CRLF, an attribute with a bracket", "src/a.vue", '<script lang="ts">\r\nimport d from "./home";\r\nexport default {};\r\n</script>\r\n<script setup lang="ts" generic="T extends Record<string, X>">\r\nimport { getX } from "./home";\r\n</script>', ["default", "getX"]],
    ["Vue with JSX", "src/a.vue", '<script lang="tsx">\nimport { getX } from "./home"; const a = <b c={getX} />;\n</script>', ["getX"]],
    ["Vue, a script of its own file", "src/a.vue", '<template/>\n<script src="./home.ts"></script>', ["*"]],
    ["Svelte", "src/a.svelte", '<script context="module">import { getX } from "./home";</script>\n<script>import h from "./home"</script>\n<p/>', ["getX", "default"]],
    ["Astro", "src/a.astro", '---\nimport { getX } from "./home";\n---\n<script>import("./home")</script>', ["getX", "*"]],
    ["MDX", "docs/a.mdx", '---\ntitle: import\n---\n\nimport { Button } from "./button"\nimport { getX as x } from "../src/home"\nexport const size = {\n  a: <b/>,\n}\n\n# {x()}\n\nimport this, said he.\n\nexport { default } from "../src/home"', ["getX", "default"]],
  ])("%s", (_, path, text, expected) => {
    expect([...takesOf(text, path)].sort()).toEqual([...expected].sort());
  });
});

describe("mocks", () => {
  test.each([
    'vi.mock("./home");', 'vi.mock("./home", () => ({ getX: vi.fn() }));', "jest.mock('./home.js', factory, { virtual: true });", "vi.doMock(`./home`);", 'vi.unmock("./home"); vi.doUnmock("./home");', 'jest.dontMock("./home");',
    'jest.deepUnmock("./home")', 'jest.setMock("./home", {});', 'jest.unstable_mockModule("./home", () => ({}));', 'jest.unstable_unmockModule("./home");', 'jest.createMockFromModule("./home");', 'jest.genMockFromModule("./home");',
    'await vi.importActual("./home");', 'await vi.importMock("./home");', 'jest.requireActual("./home").getX;', 'jest.requireMock("./home");', 'vi["mock"]("./home");', "jest['requireActual']('./home')", 'mock.module("./home.ts", { namedExports: {} });', 'await td.replaceEsm("./home");', 'td.replaceCjs("./home");', 'vi?.mock?.("./home")', "vi\n  .mock(\n    // the old one\n    './home',\n  );",
    'jest.mock("a").mock("./home");', 'vitest.mock(/* it */ "./home");', '(vi as any).mock("./home")', 'vi!.mock("./home")', 'vi.mock ("./home")',
  ])("%s", (text) => {
    expect([...new Set(takesOf(text, "tests/a.test.ts", { "tests/home.ts": "" }))]).toEqual([]);
    expect([...new Set(takesOf(text.replaceAll("./home", "../src/home"), "tests/a.test.ts"))]).toEqual(["* mock"]);
  });

  test.each(['vi.mock(import("./home"), () => ({}));', 'vi.mock<typeof import("./home")>("./home");', 'const actual = await vi.importActual<typeof import("./home")>("./home");', 'jest.requireActual<Partial<typeof import("./home")>>("./home")'])("%s", (text) => {
    expect([...new Set(takesOf(text))].sort()).toEqual(["*", "* mock"]);
  });

  it("of other modules are innocent", () => {
    expect(takesOf('vi.mock("./innocent"); fn.mockReturnValue("home"); vi.spyOn(console, "home");')).toEqual([]);
  });
});

describe("specifiers that lead nowhere", () => {
  it("may mean every module that they could name", () => {
    const tree = { ...home, "src/legacy/index.ts": "export const getX = 1;", "a.ts": 'import { getX } from "~/home";', "b.ts": 'import { getX } from "@app/src/home.js";', "c.ts": 'vi.mock("#app/home");', "d.ts": 'const h = () => import("$lib/deep/home");', "e.ts": 'import x from "~/other"; import { getX } from "home";', "f.ts": 'import { q } from "@app/legacy";', "g.ts": 'import { q } from "@app/legacy/index";' };
    expect(takers(fixture(tree))).toEqual(["a.ts getX", "b.ts getX", "c.ts * mock", "d.ts *"]);
    expect(takers(fixture(tree), "src/legacy/index.ts")).toEqual(["f.ts q", "g.ts q"]);
  });
  it("are no matter where they lead somewhere", () => {
    const made = fixture({ ...home, "tsconfig.json": { compilerOptions: { paths: { "~/*": ["./other/*"] } } }, "other/home.ts": "", "a.ts": 'import { getX } from "~/home"; import { q } from "pkg/home";', "node_modules/pkg/package.json": { name: "pkg" }, "node_modules/pkg/home.js": "" });
    expect(takers(made)).toEqual([]);
  });
});

describe("takers of any module", () => {
  it("by aliases, workspace packages, #imports, and through other modules by their own names", () => {
    const made = fixture({
      ...home, "package.json": { name: "root", workspaces: ["p/*"], imports: { "#old": "./src/home.ts" } }, "tsconfig.json": { compilerOptions: { paths: { legacy: ["./src/home.ts"] } } },
      "p/ws/package.json": { name: "@acme/ws", exports: { "./feature": "./dist/barrel.js" } }, "p/ws/src/barrel.ts": 'export { getX as makeX } from "../../../src/home";',
      "a.ts": 'import { getX } from "#old";', "b.ts": 'import { getX } from "legacy";', "c.ts": 'import { makeX } from "@acme/ws/feature";', "d.ts": 'import type { makeX } from "./p/ws/src/barrel";',
    });
    expect(takers(made)).toEqual(["a.ts getX", "b.ts getX", "p/ws/src/barrel.ts getX"]);
    expect(takers(made, "p/ws/src/barrel.ts")).toEqual(["c.ts makeX", "d.ts makeX"]);
    // Any other may be asked about too.
    expect(takers(made, "a.ts")).toEqual([]);
  });

  it("changes with the files", () => {
    const made = fixture({ ...home, "a.ts": 'import { getX } from "./src/home";', "b.ts": "" });
    const { survey } = waysOf(made.project, [seedOf(made, "src/home.ts getX")]);
    const names = (): readonly string[] => survey.takersOf(made.at("src/home.ts")).map(({ file, name }) => `${file.slice(made.root.length + 1)} ${name}`);
    expect(names()).toEqual(["a.ts getX"]);
    made.write({ "a.ts": 'import { getY } from "./src/home";', "b.ts": 'import d from "./src/home";', "c.ts": 'vi.mock("./src/home");' });
    survey.look();
    expect(names()).toEqual(["a.ts getY", "b.ts default", "c.ts *"]);
    made.write({ "tsconfig.json": { compilerOptions: { paths: { late: ["./src/home.ts"] } } }, "b.ts": 'import d from "late";', "a.ts": "" });
    survey.look();
    expect(names()).toEqual(["b.ts default", "c.ts *"]);
  });
});
