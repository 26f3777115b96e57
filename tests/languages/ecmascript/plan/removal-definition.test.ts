import { describe, expect, test } from "vitest";
import { planText, removeAll } from "./orders.ts";
import type { Decide, PlanSetting } from "./orders.ts";
import { typed } from "./typed.ts";

const cjs: PlanSetting = { sourceType: "commonjs", parser: "espree" };

describe("a definition goes", () => {
  test.each<[string, string, string, (readonly string[])?]>([
    [
      "with its overloads, its notices, and what only it used",
      `import { old, other } from "./old";\nimport z, { z as y } from "./z";\n\n/** Helps. */\nfunction help() {\n  return old() + y;\n}\n\n/** @deprecated */\nexport function getX(): number;\n/** @deprecated */\nexport function getX(a: number): number;\nexport function getX(a = 0) {\n  return help() + a; // goes\n}\n\nexport const k = z + other;\n`,
      `import { other } from "./old";\nimport z from "./z";\n\nexport const k = z + other;\n`,
    ],
    ["from beside the default export that declares it", `export default function getX() {}\nexport { getX };\n`, `export default function getX() {}\n`],
    ["from beside it, under another name", `export default class Made {}\nexport { Made as getX };\n`, `export default class Made {}\n`],
    ["with its own entry", `const k = 1;\nfunction getX() {}\nexport { getX, k };\n`, `const k = 1;\nexport { k };\n`],
    ["under another name", `function make() {}\nexport { make as getX };\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["an alias alone, where its own name stays", `export function make() {}\nexport { make as getX };\n`, `export function make() {}\n`],
    ["as the default export", `const make = () => 1;\nexport default make;\nexport const k = 1;\n`, `export const k = 1;\n`, ["default"]],
    ["an unnamed default export", `export default function () {}\nexport const k = 1;\n`, `export const k = 1;\n`, ["default"]],
    ["an interface with its namespace", `export interface getX { a: number }\nexport namespace getX { export const a = 1; }\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["a type of the same name as the value", `export const getX = 1;\nexport type getX = number;\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["a class with its decorators", `declare const mark: (...all: unknown[]) => void;\n/** Old. */\n@mark\nexport class getX {\n  @mark a = 1;\n}\nexport const k = mark;\n`, `declare const mark: (...all: unknown[]) => void;\nexport const k = mark;\n`],
    ["one of several declarators", `export const a = 1,\n  getX = 2, // its own\n  k = 3;\n`, `export const a = 1,\n  k = 3;\n`],
    ["the first of several declarators, with the notice above them, which is its", `/** Kept. */\nexport const a = 1;\n\n/** @deprecated Use b. */\nexport const getX = 2,\n  k = 3;\n`, `/** Kept. */\nexport const a = 1;\n\nexport const k = 3;\n`],
    ["the first of several, below what says no such thing", `/** Both. */\nexport const getX = 2, k = 3;\n`, `/** Both. */\nexport const k = 3;\n`],
    ["the second, below the first's notice", `/** @deprecated For long. */\nexport const k = 3, getX = 2;\n`, `/** @deprecated For long. */\nexport const k = 3;\n`],
    ["one of several names that are taken apart", `const all = { a: 1, getX: { b: 2 } };\nexport const { a, getX: { b: getX } } = all;\n`, `const all = { a: 1, getX: { b: 2 } };\nexport const { a } = all;\n`],
    ["two that refer to one another", `export const getX = (): unknown => getY;\nexport const getY = (): unknown => getX;\nexport const k = 1;\n`, `export const k = 1;\n`, ["getX", "getY"]],
    ["helpers that refer to one another", `function a(): void { b(); }\nfunction b(): void { a(); }\nexport function getX() { a(); }\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["state, types and classes that only it used", `let made: number | undefined;\nconst cache = new Map<string, Entry>();\ntype Entry = { a: Base };\nclass Base { static all = new Set(); }\nexport function getX() { cache.clear(); return (made ??= 1); }\nexport const k = 1;\n`, `export const k = 1;\n`],
    ["one of the names that a helper takes apart", `const all = { a: 1, b: 2 };\nconst { a, b } = all;\nexport const getX = () => a;\nexport const k = b;\n`, `const all = { a: 1, b: 2 };\nconst { b } = all;\nexport const k = b;\n`],
    ["a shadowing name keeps nothing", `const n = 1;\nexport function getX() { return n; }\nexport function k(n: number) { return n; }\n`, `export function k(n: number) { return n; }\n`],
    ["behind a licence and a header, which stay", `/** @license MIT */\n\n/** Its own. */\n// @ts-expect-error so it was\nexport const getX: string = 1; // goes\n\n// k's\nexport const k = 1;\n`, `/** @license MIT */\n\n// k's\nexport const k = 1;\n`],
    ["the licence directly above it stays", `/** @license MIT */\nexport const getX = 1;\nexport const k = 1;\n`, `/** @license MIT */\nexport const k = 1;\n`],
    ["the last of a module", `#!/usr/bin/env node\nexport function getX() {}\n\nconsole.log(1);`, `#!/usr/bin/env node\nexport {};\n\nconsole.log(1);`],
    ["with CRLF", `export const a = 1;\r\n\r\n/**\r\n * 😀\r\n */\r\nexport const getX = () => 1;\r\n\r\nexport const k = 1;\r\n`, `export const a = 1;\r\n\r\nexport const k = 1;\r\n`],
  ])("%s", (_, before, after, definitions = ["getX"]) => {
    const planned = typed(before, { definitions, decide: ({ kind }) => (kind === "definition" ? { action: "remove" } : undefined) });
    expect(planned.text).toBe(after);
    expect(planned.outcomes.every((outcome) => outcome.endsWith(": automatic"))).toBe(true);
  });

  test.each<[string, string, string, (readonly string[])?]>([
    ["CommonJS, by name", `function getX() {}\nexports.getX = getX;\nexports.k = 1;\n`, `exports.k = 1;\n`],
    ["announced first", `exports.getX = void 0;\nconst getX = () => 1;\nexports.getX = getX;\nexports.k = 1;\n`, `exports.k = 1;\n`],
    ["a method of what is exported, and what only it required", `const { z, y } = require("./z");\nmodule.exports = {\n  getX() { return z; },\n  k: y,\n};\n`, `const { y } = require("./z");\nmodule.exports = {\n  k: y,\n};\n`],
    ["a component that only it showed", `const Part = () => null;\nexports.getX = () => <Part />;\nexports.k = 1;\n`, `exports.k = 1;\n`],
  ])("%s", (_, before, after) => {
    expect(planText(before, { ...cjs, definitions: ["getX"] }).text).toBe(after);
  });

  test.each<[string, string, string]>([
    ["a helper that another uses", `const help = () => 1;\nexport const getX = () => help();\nexport const k = help();\n`, `const help = () => 1;\nexport const k = help();\n`],
    ["a helper that does something when it is made", `const help = console.log("made");\nexport const getX = () => help;\nexport const k = 1;\n`, `const help = console.log("made");\nexport const k = 1;\n`],
    ["a class that does something when it is made", `class Help { static { console.log(1); } }\nexport const getX = () => Help;\nexport const k = 1;\n`, `class Help { static { console.log(1); } }\nexport const k = 1;\n`],
    ["a component that another shows", `const Part = () => null;\nexport const getX = () => <Part />;\nexport const k = () => <Part />;\n`, `const Part = () => null;\nexport const k = () => <Part />;\n`],
    ["a helper that nobody used before", `const unused = 1;\nexport const getX = 1;\nexport const k = 1;\n`, `const unused = 1;\nexport const k = 1;\n`],
  ])("without %s", (_, before, after) => {
    expect(planText(before, { definitions: ["getX"], parser: before.includes("<") ? "espree" : "typescript" }).text).toBe(after);
  });

  test.each<[string, string, string, PlanSetting?]>([
    ["it is used in the file", `export const getX = () => 1;\nexport const k = getX() + getX();\n`, "getX: none (this file itself still uses it in 2 places)"],
    ["it is assigned anew", `let getX = 1;\ngetX = 2;\nexport { getX };\n`, "getX: none (this file itself still uses it in one place)"],
    ["it is used as a type", `export class getX {}\nexport let k: getX;\n`, "getX: none (this file itself still uses it in one place)"],
    ["making it does something", `export const getX = console.log("made");\n`, "getX: none (making it does something besides)"],
    ["making the object does something", `export const { getX, k } = make();\n`, "getX: none (making it does something besides)"],
    ["a class with a static block", `export class getX { static { register(); } }\n`, "getX: none (making it does something besides)"],
    ["it is taken out of an array", `export const [getX, k] = [1, 2];\n`, "getX: none (it is taken out of an array, or is the rest of something)"],
    ["a literal spells it out", `export const { a, getX } = { a: 1, getX: 2 };\n`, "getX: none (the object that it is taken out of is written for it)"],
    ["the whole file", `export const k = 1;\n`, "*: none (every export of this file is deprecated: delete the file, once nobody imports it)", { definitions: ["*"] }],
    ["module.exports itself", `module.exports = function () {};\n`, "default: none (it is everything that this file exports)", { definitions: ["default"], ...cjs }],
    ["it is read as an export", `exports.getX = () => 1;\nexports.k = exports.getX();\n`, "getX: none (this file itself still uses it in one place)", cjs],
    ["it is announced with others", `exports.k = exports.getX = void 0;\nconst getX = () => 1;\nexports.getX = getX;\n`, "getX: none (it is assigned together with something else)", cjs],
    ["it is exported under another name too", `const getX = () => 1;\nexport { getX, getX as k };\n`, "getX: suggestion (it is exported as `k` too)"],
    ["the default export holds it too", `export const getX = () => 1;\nexport default { getX };\n`, "getX: suggestion (it is exported as `default` too)"],
    ["scripts have the file's exports as a global name", `export const getX = () => 1;\nexport as namespace Old;\n`, "getX: suggestion (scripts have it as a member of `Old`)"],
    ["a component's script", `export const getX = () => 1;\n`, "getX: suggestion (another part of the file may use it)", { whole: false }],
  ])("is left, with a reason: %s", (_, before, outcome, setting) => {
    const planned = planText(before, { definitions: ["getX"], ...setting });
    expect(planned.text).toBe(before);
    expect(planned.outcomes).toEqual([outcome]);
  });

  test("one that a doubtful one refers to is not taken from under it", () => {
    const decide: Decide = ({ name }) => ({ action: "remove", ...(name === "getX" ? { doubt: "perhaps" } : {}) });
    const planned = planText(`export const getX = () => getY();\nexport const getY = () => 1;\n`, { definitions: ["getX", "getY"], decide });
    expect(planned.outcomes).toEqual(["getX: suggestion (perhaps)", "getY: none (this file itself still uses it in one place)"]);
    expect(planned.suggested["getX"]).toBe(`export const getY = () => 1;\n`);
  });

  test("no notice is written to what goes", () => {
    const decide: Decide = (fact) => ({ ...removeAll(fact), notice: "Use x." });
    expect(planText(`export const getX = 1;\nexport const k = 1;\n`, { definitions: ["getX"], decide }).text).toBe(`export const k = 1;\n`);
  });
});
