import { describe, expect, test } from "vitest";
import type { Fact } from "../../../../src/policy/facts.ts";
import type { Order } from "../../../../src/languages/adapter.ts";
import { planText, replacement } from "./orders.ts";
import type { Decide, PlanSetting } from "./orders.ts";
import { typed } from "./typed.ts";

/** Removes what is exported under one of the names; all else has no order. */
function removing(...names: readonly string[]): Decide {
  return (fact) => (fact.kind === "reexport" && names.includes(fact.as) ? { action: "remove" } : undefined);
}

/** Re-exports go, all else is replaced. */
const replacing: Decide = ({ kind }) => ({ action: kind === "reexport" || kind === "definition" ? "remove" : "replace" });

const cjs: PlanSetting = { sourceType: "commonjs", parser: "espree" };

describe("an export of another module's symbol goes", () => {
  test.each<[string, string, string, Decide?]>([
    ["one of several specifiers", `export { old, other } from "./old";\n`, `export { other } from "./old";\n`, removing("old")],
    ["the last specifier, with the statement and the comment behind it", `// above\nexport { old } from "./old"; // behind\nexport const k = 1;\n`, `// above\nexport const k = 1;\n`],
    ["a type", `export type { Shape } from "./old";\nexport { type Shape as S, other } from "./old";\n`, `export { other } from "./old";\n`, removing("Shape", "S")],
    ["items on lines of their own", `export {\n  old,\n  other, // stays\n} from "./old";\n`, `export {\n  other, // stays\n} from "./old";\n`, removing("old")],
    ["the last item of a list without a final comma", `export {\n  other,\n  old // goes\n} from "./old";\n`, `export {\n  other\n} from "./old";\n`, removing("old")],
    ["between comments of the others", `export { old as a /* a's */, old /* its own */, other /* other's */ } from "./old";\n`, `export { old as a /* a's */, other /* other's */ } from "./old";\n`, removing("old")],
    ["behind a line comment of the one before", `export { other, // other's\n  old } from "./old";\n`, `export { other // other's\n } from "./old";\n`, removing("old")],
    ["before a line comment of its own", `export { old, // its own\n  other } from "./old";\n`, `export { other } from "./old";\n`, removing("old")],
    ["import and export", `import { old } from "./old";\nexport { old };\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["import and renamed export, the import's other name stays", `import { old, other } from "./old";\nexport { old as getX };\nexport const k = other;\n`, `import { other } from "./old";\nexport const k = other;\n`, removing("getX")],
    ["a default export of an import", `import { old } from "./old";\nexport default old;\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["an exported constant", `import { old } from "./old";\nexport const getX = old;\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["one of two exported constants", `import { old } from "./old";\nexport const getX = old, k = 1;\n`, `export const k = 1;\n`],
    ["an exported type alias", `import type { Shape } from "./old";\nexport type Old = Shape;\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["an exported alias of a namespace's member", `import * as ws from "./old";\nexport import a = ws.old;\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["a namespace", `export * as ws from "./old";\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["everything", `export * from "./old";\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["a property of the default export", `import { old } from "./old";\nexport default { old, k: 1 };\n`, `export default { k: 1 };\n`],
    ["the only property of the default export", `import { old } from "./old";\nexport default { old };\n`, `export default {};\n`],
    ["a property with a JSDoc block of its own", `import { old } from "./old";\nexport default {\n  /** @deprecated */\n  old,\n  k: 1,\n};\n`, `export default {\n  k: 1,\n};\n`],
  ])("%s", (_, before, after, decide) => {
    expect(typed(before, decide && { decide }).text).toBe(after);
  });

  test.each<[string, string, string, PlanSetting?]>([
    ["exports.x", `const { old } = require("./old");\nexports.old = old;\nexports.k = 1;\n`, `exports.k = 1;\n`],
    ["module.exports.x of a whole module", `const ws = require("./old");\nmodule.exports.getX = ws.old;\nexports.k = 1;\n`, `exports.k = 1;\n`],
    ["a property of module.exports", `const { old, other } = require("./old");\nmodule.exports = { old, k: other };\n`, `const { other } = require("./old");\nmodule.exports = { k: other };\n`, { decide: removing("old") }],
    ["what is required where it is exported", `exports.getX = require("./old").old;\nexports.k = 1;\n`, `exports.k = 1;\n`],
  ])("CommonJS: %s", (_, before, after, setting) => {
    expect(planText(before, { ...cjs, ...setting }).text).toBe(after);
  });

  test.each([
    ["the only statement", `export { old } from "./old";\n`, `export {};\n`],
    ["import and export, at the place of the export", `// top\nimport { old } from "./old";\n\nconst k = 1;\nexport { old }; // goes\n\nconsole.log(k);\n`, `// top\n\nconst k = 1;\nexport {};\n\nconsole.log(k);\n`],
    ["without semicolons, before a bracket", `export { old } from "./old"\n[1].forEach(String)\n`, `export {}\n[1].forEach(String)\n`],
    ["without a final line break", `console.log(1);\nexport { old } from "./old";`, `console.log(1);\nexport {};`],
    ["with CRLF, a byte order mark and an emoji", `\uFEFF// 😀\r\nexport { old } from "./old"; // 😀\r\nconsole.log(1);\r\n`, `\uFEFF// 😀\r\nexport {};\r\nconsole.log(1);\r\n`],
  ])("what was a module stays one: %s", (_, before, after) => {
    expect(typed(before).text).toBe(after);
  });

  test.each([
    ["nothing but an import is left", `import { z } from "./z";\nexport { old } from "./old";\nconsole.log(z);\n`, `import { z } from "./z";\nconsole.log(z);\n`],
    ["lines that would become one expression", `import { z } from "./z"\nconst f = () => z\nexport { old } from "./old"\n[1].forEach(f)\n`, `import { z } from "./z"\nconst f = () => z\n;[1].forEach(f)\n`],
    ["a semicolon for the next line", `export const k = 1\nexport { old } from "./old"\n;[1].forEach(String)\n`, `export const k = 1\n;[1].forEach(String)\n`],
    ["several on a line", `export { old } from "./old"; export const k = 1; export { old as o } from "./old"; // o's\n`, `export const k = 1;\n`],
    ["all of a line", `export const k = 1;\nexport { old } from "./old"; export { old as o } from "./old"; // o's\nexport const j = 1;\n`, `export const k = 1;\nexport const j = 1;\n`],
    ["all of the only line", `export { old } from "./old"; export { old as o } from "./old";`, `export {};`],
    ["a blank line on either side", `export const a = 1;\n\nexport { old } from "./old";\n\nexport const k = 1;\n`, `export const a = 1;\n\nexport const k = 1;\n`],
    ["the first lines of a file", `import { old } from "./old";\n\nexport { old };\n\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["the last lines of a file", `export const k = 1;\n\nexport { old } from "./old";\n`, `export const k = 1;\n`],
    ["a directive for it alone goes, other comments stay", `// about all\n// eslint-disable-next-line ssot/other -- x\nexport { old } from "./old";\nexport const k = 1;\n`, `// about all\nexport const k = 1;\n`],
    ["its @deprecated does not fall on the next statement", `/** @deprecated */\nexport { old } from "./old";\nexport const k = 1;\n`, `export const k = 1;\n`],
  ])("%s", (_, before, after) => {
    expect(typed(before).text).toBe(after);
  });

  test.each<[string, string, string, PlanSetting?]>([
    ["used in the file", `import { old } from "./old";\nexport const getX = old;\ngetX();\nconsole.log(getX);\n`, "getX: none (this file itself still uses it in 2 places)"],
    ["beside a rest", `export const { old, ...rest } = require("./old");\n`, "old: none (the rest of the object would then hold it)"],
    ["export =", `import ws = require("./old");\nexport = ws;\n`, "export=: none (it is everything that this file exports)"],
    ["in a namespace", `import { old } from "./old";\nexport namespace N { export const x = old; }\n`, "x: none (it does not stand at the top level of the file)"],
    ["in an ambient module", `declare module "m" {\n  export { old } from "./old";\n}\n`, "old: none (it does not stand at the top level of the file)"],
    ["an option of a larger value", `import { old } from "./old";\nexport default { extends: old };\n`, "extends: suggestion (under this name it may be an option that somebody reads)"],
    ["a part of a larger value", `import { old } from "./old";\nexport default { components: { old } };\n`, "old: suggestion (it is a part of a larger value that is exported)"],
    ["in a component's script", `import { old } from "./old";\nexport { old };\n`, "old: suggestion (another part of the file may use it)", { whole: false }],
    ["module.exports = require()", `module.exports = require("./old");\n`, "module.exports: none (it is everything that this file exports)", cjs],
    ["module.exports = { ...require() }", `module.exports = { ...require("./old"), k: 1 };\n`, "module.exports: none (all that the module holds is exported with it)", cjs],
    ["Object.assign(module.exports, require())", `Object.assign(module.exports, require("./old"));\n`, "module.exports: none (all that the module holds is exported with it)", cjs],
    ["a chain", `exports.a = exports.b = require("./old").old;\n`, "b: none (it is assigned together with something else)", cjs],
    ["read by the file as its own export", `const { old } = require("./old");\nexports.old = old;\nexports.k = () => exports.old();\n`, "old: none (this file itself still uses it in one place)", cjs],
    ["read by a method of the same object", `const { old } = require("./old");\nmodule.exports = { old, k() { return this.old(); } };\n`, "old: none (this file itself still uses it in one place)", cjs],
  ])("is left, with a reason: %s", (_, before, outcome, setting) => {
    const planned = planText(before, setting);
    expect(planned.text).toBe(before);
    expect(planned.outcomes).toEqual([outcome]);
  });

  test("whatever the module does by being loaded goes on", () => {
    const decide: Decide = ({ kind }) => (kind === "reexport" ? { action: "remove", replacement: { ...replacement, sideEffects: true } } : undefined);
    expect(typed(`export { old } from "./old"; // goes\nexport type { Shape } from "./old";\nexport * as ws from "./old";\n`, { decide }).text).toBe(`import "./old";\nimport "./old";\n`);
    expect(typed(`import { old } from "./old";\nexport { old };\n`, { decide }).text).toBe(`import "./old";\n`);
    expect(planText(`const { old } = require("./old");\nexports.old = old;\n`, { ...cjs, decide }).text).toBe(`require("./old");\n`);
    const required = planText(`exports.old = require("./old").old;\n`, { ...cjs, decide });
    expect(required.outcomes).toEqual(["old: none (loading the old module does something, and it is loaded here)"]);
    expect(planText(`export { a } from "./old" with { type: "json" };\n`, { decide }).text).toBe(`import "./old" with { type: "json" };\n`);
  });
});

describe("one edit with what is replaced", () => {
  test("the export goes, the uses are replaced, and the import with them", () => {
    const planned = typed(`import { old } from "./old";\nexport { old };\nexport const k = old() + old();\n`, { decide: replacing });
    expect(planned.text).toBe(`import { createX } from "./new";\nexport const k = createX() + createX();\n`);
    expect(new Set(planned.outcomes)).toEqual(new Set(["old: automatic"]));
  });

  test("call shapes: the same", () => {
    const shapes = { ...replacement, rewrites: [{ from: "old()", to: "createX()", safe: true }] };
    const decide: Decide = ({ kind }) => (kind === "reexport" ? { action: "remove" } : { action: "replace", replacement: shapes });
    expect(typed(`import { old } from "./old";\nexport { old };\nexport const k = old();\n`, { decide }).text).toBe(`import { createX } from "./new";\nexport const k = createX();\n`);
    expect(typed(`import { old } from "./old";\nexport { old };\nexport const k = 1;\n`, { decide }).text).toBe(`export const k = 1;\n`);
  });

  test("members of a namespace: the same", () => {
    const members: Decide = (fact) => (fact.kind === "reexport" ? { action: "remove" } : fact.name === "old" ? { action: "replace" } : undefined);
    expect(typed(`import * as ws from "./old";\nexport default ws.old;\nexport const k = ws.old();\n`, { decide: members }).text).toBe(`import { createX } from "./new";\nexport const k = createX();\n`);
  });

  test("nothing is imported anew for what goes", () => {
    const text = `import { old } from "./old";\n\nexport function getX() {\n  return old();\n}\n\nexport const k = 1;\n`;
    const planned = typed(text, { decide: replacing, definitions: ["getX"] });
    expect(planned.text).toBe(`export const k = 1;\n`);
    expect(new Set(planned.outcomes)).toEqual(new Set(["old: automatic", "getX: automatic"]));
  });

  test("an import that only what goes used stays where new text takes it", () => {
    const text = `import { createX } from "./new";\nimport { old } from "./old";\n\nexport function getX() {\n  return createX();\n}\n\nexport const k = old();\n`;
    const decide: Decide = (fact) => (fact.kind === "definition" ? { action: "remove" } : fact.name === "old" ? { action: "replace" } : undefined);
    expect(typed(text, { decide, definitions: ["getX"] }).text).toBe(`import { createX } from "./new";\n\nexport const k = createX();\n`);
  });

  const keeping = (kept: (fact: Fact) => boolean): Decide => (fact) => (kept(fact) ? { action: "keep" } : fact.kind === "reexport" || fact.kind === "definition" ? { action: "remove" } : { action: "replace" });

  test.each<[string, string, string, Decide]>([
    ["another use of the import", `import { old } from "./old";\nexport { old };\nexport const k = old();\n`, `import { old } from "./old";\nexport const k = old();\n`, keeping(({ kind }) => kind === "use")],
    ["the import itself", `import { old } from "./old";\nexport { old };\nexport const k = 1;\n`, `import { old } from "./old";\nexport const k = 1;\n`, keeping(({ kind }) => kind === "import")],
    ["a site within what is to go", `import { old } from "./old";\nexport const getX = () => old();\n`, `import { old } from "./old";\nexport const getX = () => old();\n`, keeping(({ kind }) => kind !== "definition")],
    ["a site within what only serves it", `import { old } from "./old";\nconst help = () => old();\nexport const getX = () => help();\n`, `import { old } from "./old";\nconst help = () => old();\n`, keeping(({ kind }) => kind !== "definition")],
  ])("a disable comment keeps %s", (_, before, after, decide) => {
    expect(planText(before, { decide, definitions: ["getX"] }).text).toBe(after);
  });
});

describe("an order's own doubt", () => {
  const doubting = (doubted: (fact: Fact) => boolean): Decide => (fact) => ({
    action: fact.kind === "reexport" || fact.kind === "definition" ? "remove" : "replace",
    ...(doubted(fact) ? { doubt: "a public entry reaches it" } : {}),
  });

  test("makes a removal a suggestion, and lets the uses be replaced", () => {
    const planned = planText(`import { old } from "./old";\nexport { old as o };\nold();\n`, { decide: doubting(({ kind }) => kind === "reexport") });
    expect(planned.text).toBe(`import { old } from "./old";\nimport { createX } from "./new";\nexport { old as o };\ncreateX();\n`);
    expect(planned.outcomes).toEqual(["old: none (it stays until every use of it is changed)", "o: suggestion (a public entry reaches it)", "old: automatic"]);
    expect(planned.suggested["old"]).toBe(`import { old } from "./old";\nold();\n`);
  });

  test.each<[string, (fact: Fact) => boolean]>([
    ["the import", ({ kind }) => kind === "import"],
    ["a use", ({ kind }) => kind === "use"],
  ])("at %s makes the whole import a suggestion", (_, doubted) => {
    const planned = planText(`import { old } from "./old";\nold();\n`, { decide: doubting(doubted) });
    expect(planned.text).toBe(`import { old } from "./old";\nold();\n`);
    expect(planned.outcomes).toEqual(["old: suggestion (a public entry reaches it)", "old: suggestion (a public entry reaches it)"]);
    expect(planned.suggested["old"]).toBe(`import { createX } from "./new";\ncreateX();\n`);
  });

  test("at an import makes each of its call shapes a suggestion; what the language doubts keeps its own reason", () => {
    const rewrites = [{ from: "old(1)", to: "createX(1)", safe: true }, { from: "old(2)", to: "createX(2)", safe: false }];
    const decide: Decide = ({ kind }): Partial<Order> => ({ replacement: { ...replacement, rewrites }, ...(kind === "import" ? { doubt: "it leaves the package" } : {}) });
    const planned = planText(`import { old } from "./old";\nold(1);\nold(2);\n`, { decide });
    expect(planned.outcomes).toEqual([
      "old: none (it stays until every use of it is changed)",
      "old: suggestion (it leaves the package)",
      "old: suggestion (the manifest calls this rewrite not safe)",
    ]);
  });

  test("makes a definition a suggestion", () => {
    const planned = planText(`const help = 1;\nexport const getX = () => help;\nexport const k = 1;\n`, { definitions: ["getX"], decide: doubting(() => true) });
    expect(planned.outcomes).toEqual(["getX: suggestion (a public entry reaches it)"]);
    expect(planned.suggested["getX"]).toBe(`export const k = 1;\n`);
  });
});
