import { describe, expect, it } from "vitest";
import { readFacts, shown } from "./facts.ts";
import type { ReadSetting } from "./facts.ts";

function factsOf(text: string, setting?: ReadSetting): readonly string[] {
  return readFacts(text, setting).facts.map((fact) => shown(text, fact));
}

describe("facts come in the order of the text, each once", () => {
  it("whatever the order in which syntax is understood", () => {
    const text = `vi.spyOn(ws, "x"); export { y }; export * from "old"; y(); import { y, z as q } from "old"; import * as ws from "old"; ws.x; <ws.A>{q}<q/></ws.A>;`;
    expect(factsOf(text)).toEqual([
      'mock x «"x"»',
      "reexport y as y «y»",
      'reexport * as * «export * from "old";»',
      "use y «y»",
      "import named y «y»",
      "import named z «z as q»",
      "import namespace * «* as ws»",
      "import member x «ws.x»",
      "import member A «ws.A»",
      "use z «q»",
    ]);
  });

  it("and the same ones again when the same tree is read twice", () => {
    const text = `import { x } from "old"; x();`;
    expect(factsOf(text)).toEqual(factsOf(text));
  });
});

describe("variables that hold a module", () => {
  it("come to an end, however often and by whatever they are set", () => {
    const text = `var ws = require("old"); var ws = ws; let a; a = require("old"); a = a; a = require("old"); const b = a, c = b; c.x;`;
    expect(factsOf(text)).toEqual([
      `import require * «ws = require("old")»`,
      `import require * «a = require("old")»`,
      `import require * «require("old")»`,
      "import member x «c.x»",
    ]);
  });
});

describe("whether an export is a declaration of the file's own", () => {
  const declaring = (text: string, setting?: ReadSetting): readonly string[] =>
    readFacts(text, setting).facts.flatMap((fact) => (fact.kind === "reexport" ? [`${fact.as} ${fact.declares ? "declares" : "passes on"}`] : []));

  it.each([
    [`export { x, y as z } from "old"; export * from "old"; export * as ns from "old";`, ["x passes on", "z passes on", "* passes on", "ns passes on"]],
    [`import { x } from "old"; export { x as a }; export default { x, b: x }; export const c = x, d = 1;`, ["a passes on", "x passes on", "b passes on", "c declares"]],
    [`import { x } from "old"; export default x; export type { x as T }; export type A = x; export type B = import("old").B;`, ["default passes on", "T passes on", "A declares", "B declares"]],
    [`export import ws = require("old"); export import y = ws.y; export const { z } = ws, q = ws as unknown;`, ["ws declares", "y declares", "z declares", "q declares"]],
    [`import x = require("old"); export = x;`, ["export= passes on"]],
    [`exports.x = require("old").x; module.exports = { x: require("old").x, ...require("old") };`, ["x passes on", "x passes on", "module.exports passes on"]],
  ])("%s", (text, expected) => {
    expect(declaring(text)).toEqual(expected);
  });
});

describe("what an `export *` does not let through", () => {
  const hidden = (text: string): readonly (readonly string[])[] =>
    readFacts(text).facts.flatMap((fact) => (fact.kind === "reexport" && fact.name === "*" ? [[...new Set(fact.hidden)].sort()] : []));

  it.each([
    [`export * from "old"; export const a = 1, { b, c: [d], ...e } = f; export function g() {} export class h {}`, ["a", "b", "d", "e", "g", "h"]],
    [`export { i, j as k, l as "m" }; export { n } from "x"; export * as o from "y"; export * from "old"; let i, j, l;`, ["i", "k", "m", "n", "o"]],
    [`export interface A {} export type B = 1; export enum C {} export namespace D {} export declare function e(): void; export import F = G.H; export * from "old";`, ["A", "B", "C", "D", "e", "F"].sort()],
    [`export default 1; const q = 1; function r() {} export * from "old";`, []],
    [`declare module "x" { export const a: number; export * from "old"; }\nexport const b = 1;`, ["a"]],
    [`export * as ns from "old"; export const a = 1;`, []],
  ])("%s", (text, expected) => {
    expect(hidden(text)).toEqual([expected]);
  });
});

describe("the cheap question is sound: a file with a fact is read", () => {
  const setting: ReadSetting = { deprecated: { old: ["x", "default"] } };
  const texts: readonly string[] = [
    `import { x } from "old";`,
    `import { "x" as y } from "old";`,
    `import { y, x as z } from "old";`,
    `import d from "old"; d();`,
    `import { default as d } from "old";`,
    `import * as ws from "old"; ws.x;`,
    `import * as ws from "old"; ws . x;`,
    `import * as ws from "old"; ws /* . */ . /* y */ x;`,
    `import * as ws from "old"; ws\n  ?.x;`,
    `import * as ws from "old"; ws["x"];`,
    `import * as ws from "old"; ws.\\u0078;`,
    `import * as ws from "old"; const { x } = ws;`,
    `import * as ws from "old"; export { ws };`,
    `import * as ws from "old"; let t: ws.x;`,
    `import * as ws from "old"; let t: typeof ws.x;`,
    `import * as ws from "old"; let t: (typeof ws)["x"];`,
    `import * as ws from "old"; (ws as any).x; ws!.x;`,
    `import * as ws from "old"; <ws.x></ws.x>;`,
    `import * as ws from "old"; < ws.x />;`,
    `import * as ws from "old"; vi.spyOn(ws, "x");`,
    `import * as ws from "old"; import y = ws.x;`,
    `export { x } from "old";`,
    `export { default } from "old";`,
    `export { "x" as y } from "old";`,
    `export * from "old";`,
    `export * as ns from "old";`,
    `require("old").x;`,
    `require('old')["x"];`,
    "require(`old`).x;",
    `require /* c */ ( /* c */ // d\n "old" ).x;`,
    `require(("old")).x;`,
    `require?.("old").x;`,
    `require("\\x6fld").x;`,
    `require("\\u006fld").x; require("\\u{6f}ld").x; require("o\\ld").x;`,
    `import("old").then(({ x }) => x);`,
    `import /* c */ (\n"old"\n).then((m) => m.x);`,
    `let t: import("old").x;`,
    `let t: typeof import("old");`,
    `import m = require("old"); m.x;`,
    `export import m = require("old");`,
    `declare module "y" { import { x } from "old"; }`,
    `declare module "y" { export * from "old"; }`,
    `declare global { namespace N { type T = import("old").x; } }`,
    `vi.mock("old");`,
    `vi["mock"]("old");`,
    `vi?.mock?.("old");`,
    `vi.mock(import("old"), () => ({ x: 1 }));`,
    `jest.unmock("other").dontMock("old");`,
    `jest.requireActual("old").x;`,
    `vi.importActual<typeof import("y")>("old");`,
    `vi.importMock<Record<string, (a: 1) => 2>>("old");`,
    `jest.unstable_mockModule("old", () => ({ x: 1 }));`,
    `jest.createMockFromModule("old");`,
    `jest.setMock("old", { x: 1 });`,
  ];
  it.each(texts)("%s", (text) => {
    const { concerns, facts } = readFacts(text, setting);
    expect(facts.length).toBeGreaterThan(0);
    expect(concerns).toBe(true);
  });

  it.each([
    `import { y } from "old"; y();`,
    `import * as ws from "old"; ws.y(); ws?.other;`,
    `export { y } from "old";`,
    `import { x } from "new"; x();`,
    `require("new").x; import("new"); vi.mock("new");`,
    `import "old";`,
    `const text = 'require("old")'; // require("old")`,
    `describe("old", () => it("old", run)); load("old");`,
  ])("and a file that can hold none is not: %s", (text) => {
    expect(readFacts(text, setting).concerns).toBe(false);
  });

  it("a file whose own exports are governed is always read", () => {
    expect(readFacts(`export const x = 1;`, { definitions: ["x"] }).concerns).toBe(true);
  });
});

describe("script and CommonJS files, with espree", () => {
  it.each(["script", "commonjs"] as const)("references to what is declared at the top are found (%s)", (sourceType) => {
    const text = `var { x } = require("old"); var ws = require("old"); function f() { return x() + ws.y; } let { z } = require("old"); const g = () => z;`;
    expect(factsOf(text, { parser: "espree", sourceType })).toEqual([
      "import destructured x «x»",
      `import require * «ws = require("old")»`,
      "use x «x»",
      "import member y «ws.y»",
      "import destructured z «z»",
      "use z «z»",
    ]);
  });

  it("JSX references are found, also those that the scope manager does not know", () => {
    const text = `import { X } from "old"; const a = <X><X.Y/></X>; const f = (X) => <X></X>;`;
    const expected = ["import named X «X»", "use X «X»", "use X «X»"];
    expect(factsOf(text, { parser: "espree" })).toEqual(expected);
    expect(factsOf(text, { parser: "typescript" })).toEqual(expected);
  });
});
