import { describe, expect, it, test } from "vitest";
import { mayLoadByPattern } from "../../src/project/texts/pattern-loads.ts";
import { fixture, type Tree } from "./fixture.ts";
import { seedOf, waysOf } from "./survey-kit.ts";

const pages = { "src/pages/home.ts": "export function getX() {}", "src/pages/deep/index.ts": "export const getX = 1;" };

/** Whether `text` in a file takes what the modules of `pages` export. */
function takes(text: string, path = "src/a.ts", more: Tree = {}): { readonly home: boolean; readonly deep: boolean } {
  const made = fixture({ ...pages, ...more, [path]: text });
  const { survey } = waysOf(made.project, [seedOf(made, "src/pages/home.ts getX")]);
  const isTaken = (module: string): boolean => survey.takersOf(made.at(module), ["getX"]).some(({ file, name, by }) => file === made.at(path) && name === "*" && by === "import");
  return { home: isTaken("src/pages/home.ts"), deep: isTaken("src/pages/deep/index.ts") };
}

describe("import.meta.glob", () => {
  test.each<readonly [string, string, boolean, boolean]>([
    ["one folder", 'const all = import.meta.glob("./pages/*.ts");', true, false],
    ["folders below", "import.meta.glob('./pages/**/*.ts', { eager: true });", true, true],
    ["several patterns", 'import.meta.glob(["./other/*.ts", `./pages/deep/*.ts`]);', false, true],
    ["braces", 'import.meta.glob("./{pages,views}/*.{ts,tsx}");', true, false],
    ["type arguments, a cast", 'import.meta.glob<{ getX: X }>("./pages/*.ts"); (import.meta as any).glob("./pages/deep/*");', true, true],
    ["comments and lines between", "import.meta\n  .glob( // all of them\n    './pages/*.ts',\n  );", true, false],
    ["eagerly, as it was written before", 'import.meta.globEager("./pages/*.ts");', true, false],
    ["a path from the root of the site", 'import.meta.glob("/src/pages/*.ts");', true, false],
    ["an alias", 'import.meta.glob("@/pages/*.ts");', true, false],
    ["a base", 'import.meta.glob("./*.ts", { base: "./pages" });', true, false],
    ["a path up", 'import.meta.glob("../src/pages/*.ts");', true, false],
    ["what is left out narrows nothing here", 'import.meta.glob(["./pages/*.ts", "!**/home.ts"]);', true, false],
    ["other folders", 'import.meta.glob(["./views/*.ts", "../pages/*.ts", "!./pages/*.ts"]);', false, false],
    ["other extensions", 'import.meta.glob("./pages/**/*.vue");', false, false],
    ["another glob", 'fs.glob("./pages/*.ts"); glob("./pages/*.ts"); import.meta.url.glob("./pages/*.ts");', false, false],
  ])("%s", (_, text, home, deep) => {
    expect(takes(text)).toEqual({ home, deep });
  });

  it("in a component, and from a folder whose name looks like a pattern", () => {
    expect(takes('<script setup>\nconst all = import.meta.glob("./pages/*.ts");\n</script>', "src/a.vue")).toEqual({ home: true, deep: false });
    expect(takes('import.meta.glob("../pages/*.ts");', "src/[id]/a.ts")).toEqual({ home: true, deep: false });
  });
});

describe("require.context", () => {
  test.each<readonly [string, string, boolean, boolean]>([
    ["a folder and those below", 'const all = require.context("./pages");', true, true],
    ["not below", 'require.context("./pages", false);', true, false],
    ["an expression", "require.context('./pages', true, /\\/home\\.ts$/);", true, false],
    ["an expression without the extension, and with a flag that keeps a place", "const r = require.context('./', true, /^\\.\\/pages\\/deep$/gi, 'lazy');", false, true],
    ["an alias", 'require.context("@/pages", false, /\\.ts$/);', true, false],
    ["a cast", '(require as any).context("./pages", false);', true, false],
    ["as webpack has it in modules", 'import.meta.webpackContext("./pages", { recursive: false, regExp: /\\.ts$/ });', true, false],
    ["another folder, another context", 'require.context("./page"); canvas.context("./pages"); require.context(folder);', false, false],
    ["another extension", "require.context('./pages', true, /\\.vue$/);", false, false],
  ])("%s", (_, text, home, deep) => {
    expect(takes(text)).toEqual({ home, deep });
  });
});

test("a long comment of many sentences is read once", () => {
  const before = performance.now();
  expect(mayLoadByPattern("// A sentence that ends.\n".repeat(40_000))).toBe(false);
  expect(mayLoadByPattern("/* One. */ // Two.\n".repeat(40_000))).toBe(false);
  expect(mayLoadByPattern("import ( // `a.\n".repeat(2_000))).toBe(false);
  expect(performance.now() - before).toBeLessThan(1_000);
});

describe("a path that is put together", () => {
  test.each<readonly [string, string, boolean, boolean]>([
    ["a template, whose holes may have slashes", "const load = (name) => import(`./pages/${name}.ts`);", true, true],
    ["a template with more that is known", "const load = (name) => import(`./pages/h${name}e.ts`);", true, false],
    ["without an extension", "import(`./pages/${name}`);", true, true],
    ["with that of what is built", "import(/* webpackChunkName: 'page' */ `./pages/ho${name}.js`);", true, false],
    ["a sum", 'import("./pages/" + name + "/index.js");', false, true],
    ["require", 'require("./pages/" + name); require(`./nothing/${name}`);', true, true],
    ["an alias", "import(`@/pages/${name}.ts`);", true, true],
    ["another folder, another extension", "import(`./views/${name}.ts`); import(`./pages/${name}.json`);", false, false],
    ["nothing that is known", "import(name); import(`${folder}/${name}.ts`); require(folder + '/' + name);", false, false],
  ])("%s", (_, text, home, deep) => {
    expect(takes(text)).toEqual({ home, deep });
  });
});
