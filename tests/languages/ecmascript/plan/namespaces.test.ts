/** What is taken through a namespace of another module: `export * as ws from "./factory"` in `./facade`. */
import { describe, expect, test } from "vitest";
import { planned } from "./facade.ts";
import type { Setting } from "./facade.ts";

const facade = `import * as facade from "./facade";\n`;
const ws = `import { ws } from "./facade";\n`;

describe("members become named imports of the canonical symbol", () => {
  test.each([
    ["of a namespace taken by name", `${ws}export const a = ws.getX(1) + ws.getX(2);\n`, `import { createX } from "./canonical";\nexport const a = createX(1) + createX(2);\n`],
    ["under another name, beside others", `import { plain, ws as w, other } from "./facade";\nexport const a = w.getX(plain) + other.getX(1);\n`, `import { plain, other } from "./facade";\nimport { createX } from "./canonical";\nexport const a = createX(plain) + other.getX(1);\n`],
    ["of a namespace that is still used otherwise", `${ws}export const a = ws.getX(1) + ws.keep;\n`, `${ws}import { createX } from "./canonical";\nexport const a = createX(1) + ws.keep;\n`],
    ["of a member of a namespace, which goes with its last use", `${facade}export const a = facade.ws.getX(1);\n`, `import { createX } from "./canonical";\nexport const a = createX(1);\n`],
    ["and stays for the others", `${facade}export const a = facade.ws.getX(facade.plain);\nexport const b = facade.ws.keep;\n`, `${facade}import { createX } from "./canonical";\nexport const a = createX(facade.plain);\nexport const b = facade.ws.keep;\n`],
    ["beside a member of the same name of another namespace", `${facade}export const a = [facade.ws.getX(1), facade.other.getX(1)];\n`, `${facade}import { createX } from "./canonical";\nexport const a = [createX(1), facade.other.getX(1)];\n`],
    ["through several namespaces", `import * as all from './all'\nexport const a = all.facade.ws.getX(1)\n`, `import { createX } from './canonical'\nexport const a = createX(1)\n`],
    ["through several namespaces, the first by name", `import { facade } from "./all";\nexport const a = facade.ws.getX(1), b = facade.plain;\n`, `import { facade } from "./all";\nimport { createX } from "./canonical";\nexport const a = createX(1), b = facade.plain;\n`],
    ["with optional chains, brackets, assertions and parentheses", `${facade}export const a = [facade?.ws?.getX(1), facade["ws"]["getX"](2), (facade.ws as typeof facade.ws).getX(3), (facade.ws!).getX, ((facade)).ws.getX];\n`, `import { createX } from "./canonical";\nexport const a = [createX(1), createX(2), createX(3), createX, createX];\n`],
    ["as types and in type queries", `${facade}export let a: facade.ws.OldShape, b: typeof facade.ws.getX, c: facade.ws.Manager;\n`, `${facade}import { type Shape, createX } from "./canonical";\nexport let a: Shape, b: typeof createX, c: facade.ws.Manager;\n`],
    ["of a namespace that is a type's only", `import type { ws } from "./facade";\nexport let a: ws.OldShape;\nexport let b: typeof ws.getX;\n`, `import type { Shape, createX } from "./canonical";\nexport let a: Shape;\nexport let b: typeof createX;\n`],
    ["of a specifier that is a type's only", `import { type ws, plain } from "./facade";\nexport let a: ws.OldShape = { a: plain };\n`, `import { plain } from "./facade";\nimport type { Shape } from "./canonical";\nexport let a: Shape = { a: plain };\n`],
    ["as elements", `${facade}export const a = <facade.ws.OldButton label="ä😀"></facade.ws.OldButton>;\n`, `import { Button } from "./canonical";\nexport const a = <Button label="ä😀"></Button>;\n`],
    ["as elements of a namespace taken by name", `${ws}export const a = [<ws.OldButton/>, <ws.OldButton>{...[]}</ws.OldButton>];\n`.replace("{...[]}", ""), `import { Button } from "./canonical";\nexport const a = [<Button/>, <Button></Button>];\n`],
    ["in heritage clauses", `${facade}export class A extends facade.ws.OldButton implements facade.ws.OldShape { a = 1 }\n`, `import { Button, type Shape } from "./canonical";\nexport class A extends Button implements Shape { a = 1 }\n`],
    ["joining an import that is there", `import { keep } from "./canonical";\n${ws}export const a = ws.getX(keep);\n`, `import { keep, createX } from "./canonical";\nexport const a = createX(keep);\n`],
    ["by the name that an import has already", `import { createX as make } from "./canonical";\n${facade}export const a = facade.ws.getX(make(1));\n`, `import { createX as make } from "./canonical";\nexport const a = make(make(1));\n`],
    ["not joining the facade, though that has the canonical module as a namespace", `import { fresh, ws } from "./facade";\nexport const a = ws.getX(fresh.keep);\n`, `import { fresh } from "./facade";\nimport { createX } from "./canonical";\nexport const a = createX(fresh.keep);\n`],
    ["with comments, CRLF and a byte order mark kept", `\uFEFF// top\r\nimport * as facade from "./facade"; // all\r\n// 😀\r\nexport const a = /* 1 */ facade /* 2 */.ws.getX( /* 3 */ 1 ) // 4`, `\uFEFF// top\r\nimport { createX } from "./canonical"; // all\r\n// 😀\r\nexport const a = /* 1 */ createX( /* 3 */ 1 ) // 4`],
    ["whose new name is taken keep the old one", `${ws}const createX = 1;\nexport const a = ws.getX(createX);\n`, `import { createX as getX } from "./canonical";\nconst createX = 1;\nexport const a = getX(createX);\n`],
  ])("%s", (_, before, after) => {
    expect(planned(before).text).toBe(after);
  });

  test.each([
    ["of a destructured `require`", `const { ws } = require("./facade");\nload(ws.getX(1));\n`, `const { createX } = require("./canonical");\nload(createX(1));\n`],
    ["of a required module", `const facade = require("./facade");\nload(facade.ws.getX(1), facade.plain);\n`, `const facade = require("./facade");\nconst { createX } = require("./canonical");\nload(createX(1), facade.plain);\n`],
    ["of an awaited import", `const facade = await import("./facade");\nload(facade.ws.getX(1));\n`, `const { createX } = await import("./canonical");\nload(createX(1));\n`],
    ["of a `require` where it stands", `load(require("./facade").ws.getX(1));\n`, `load(require("./canonical").createX(1));\n`],
    ["of an awaited import where it stands", `load((await import("./all"))["facade"]?.ws.getX(1));\n`, `load((await import("./canonical")).createX(1));\n`],
    ["of a promise", `load(import("./facade").then((m) => m.ws.getX(1)));\n`, `load(import("./canonical").then((m) => m.createX(1)));\n`],
    ["of an import type", `let a: import("./facade").ws.OldShape, b: typeof import('./all').facade.ws.getX;\n`, `let a: import("./canonical").Shape, b: typeof import('./canonical').createX;\n`],
  ])("%s", (_, before, after) => {
    expect(planned(before, { untyped: true }).text).toBe(after);
  });
});

describe("call shapes are rewritten", () => {
  const manager = `import { createManager } from "./canonical";\n`;
  test.each([
    ["of a namespace by name", `${ws}export const m = ws.getFactory().create({}, "1");\n`, `${manager}export const m = createManager({}, "1");\n`],
    ["of a member", `${facade}export const m = facade.ws.getFactory().create({}, "1");\n`, `${manager}export const m = createManager({}, "1");\n`],
    ["of a member in parentheses, by a variable", `${facade}const f = (facade.ws).getFactory();\nexport const m = f.create({}, "1"), n = f.create({}, "2");\n`, `${manager}export const m = createManager({}, "1"), n = createManager({}, "2");\n`],
    ["of a member, within another's", `${facade}export const m = facade.ws.getFactory().create([facade.ws.getX(1)], "1");\n`, `import { createManager, createX } from "./canonical";\nexport const m = createManager([createX(1)], "1");\n`],
  ])("%s", (_, before, after) => {
    expect(planned(before).text).toBe(after);
  });

  test("and one of no shape is left", () => {
    const before = `${facade}load(facade.ws.getFactory().size);\n`;
    expect(planned(before)).toEqual({ text: before, outcomes: ["facade.ws.getFactory: none, no rewrite of the manifest has this shape"] });
  });
});

describe("nothing is changed, for a reason", () => {
  test.each<[string, string, readonly string[], Setting?]>([
    ["a pattern", `${facade}const { getX } = facade.ws;\nexport const a = getX(1);\n`, ["getX: none, it is taken from a namespace by destructuring", "getX: none, "]],
    ["a pattern in a pattern", `${facade}const { ws: { getX } } = facade;\nexport const a = getX(1);\n`, ["getX: none, it is taken from a namespace by destructuring", "getX: none, "]],
    ["a pattern in a pattern of a `require`", `const { ws: { getX } } = require("./facade");\nexport const a = getX(1);\n`, ["getX: none, its name can't be changed here", "getX: none, "]],
    ["a pattern with a rest", `const { ws, ...rest } = require("./facade");\nexport const a = ws.getX(rest);\n`, ["ws.getX: none, other exports are taken by the same expression"]],
    ["a pattern with a default", `const { ws = { getX: (n: number) => n } } = require("./facade");\nexport const a = ws.getX(1);\n`, ["ws.getX: none, its name can't be changed here"]],
    ["a shape by a pattern", `${facade}const { getFactory } = facade.ws;\nexport const a = getFactory().create({}, "1");\n`, ["getFactory: none, it is taken from a namespace by destructuring", "getFactory: none, "]],
    ["another name for it", `${facade}const w = facade.ws;\nexport const a = w.getX(1);\n`, ["w.getX: none, it is taken through another name for the module"]],
    ["another name for the whole", `${ws}const w = ws;\nexport const a = w.getX(1);\n`, ["w.getX: none, it is taken through another name for the module"]],
    ["an alias by `import =`", `${facade}import w = facade.ws;\nexport const a = w.getX(1);\n`, ["w.getX: none, it is taken through another name for the module"]],
    ["a member of the alias", `${facade}import getX = facade.ws.getX;\nexport const a = getX(1);\n`, ["facade.ws.getX: none, it is taken from a namespace by destructuring"]],
    ["an indexed type", `${facade}export let a: (typeof facade.ws)["getX"];\n`, [`(typeof facade.ws)["getX"]: none, it is not taken by its name`]],
    ["both names taken", `${ws}export const a = (createX: number, getX: number) => ws.getX(createX + getX);\n`, ["ws.getX: none, the name `createX` is taken here"]],
    ["a disable comment", `${facade}export let a: facade.ws.OldShape;\n`, ["facade.ws.OldShape: none, it stays until every use of it is changed"], { kept: ["facade.ws.OldShape"] }],
    ["the module of a `require` used otherwise too", `const w = require("./facade").ws;\nload(w.getX(1));\n`, ["w.getX: none, other exports are taken by the same expression"]],
    ["a shape where it stands", `load(require("./facade").ws.getFactory().create({}, "1"));\n`, ["require(\"./facade\").ws.getFactory: none, its call changes shape, and it is not imported by name"]],
    ["a comment in the way", `load(require("./facade")/* the old one */.ws/* of old */.getX(1), require("./facade")./* old */ws.getX(2));\n`, [`require("./facade")/* the old one */.ws/* of old */.getX: automatic`, `require("./facade")./* old */ws.getX: none, its name can't be changed here`]],
  ])("%s", (_, before, outcomes, setting) => {
    const result = planned(before, { ...setting, untyped: before.includes("require(") });
    expect(result.outcomes).toEqual(outcomes);
    if (!outcomes.some((outcome) => outcome.endsWith("automatic"))) expect(result.text).toBe(before);
  });

  test.each([
    ["of another namespace", `${facade}export const a = facade.other.getX(1);\n`],
    ["of a shadowed name", `${facade}export const a = (facade: { ws: { getX(n: number): number } }) => facade.ws.getX(1);\nexport const b = facade.plain;\n`],
  ])("a member %s is nobody's business", (_, before) => {
    expect(planned(before)).toEqual({ text: before, outcomes: [] });
  });
});

describe("a namespace whose module moves as a whole becomes an import of its own", () => {
  const star = `import * as ws from "./canonical";\n`;
  test.each([
    ["by name", `${ws}export const a = ws.keep;\n`, `${star}export const a = ws.keep;\n`],
    ["by another name, beside others", `import { plain, ws as w } from "./facade";\nexport const a = w.keep + plain;\nexport let b: w.Manager;\n`, `import { plain } from "./facade";\nimport * as w from "./canonical";\nexport const a = w.keep + plain;\nexport let b: w.Manager;\n`],
    ["by name, spied on", `${ws}vi.spyOn(ws, "keep");\nexport const a = ws.keep;\n`, `${star}vi.spyOn(ws, "keep");\nexport const a = ws.keep;\n`],
    ["as a type", `import type { ws } from "./facade";\nexport let b: ws.Manager;\n`, `import type * as ws from "./canonical";\nexport let b: ws.Manager;\n`],
    ["as a member", `${facade}export const a = facade.ws.keep + facade?.ws.keep;\nexport let b: facade.ws.Manager;\n`, `${star}export const a = ws.keep + ws.keep;\nexport let b: ws.Manager;\n`],
    ["as a member, beside others", `import * as all from "./all";\nexport const { keep } = all.facade.ws;\nexport const b = all.facade.plain;\n`, `import * as all from "./all";\n${star}export const { keep } = ws;\nexport const b = all.facade.plain;\n`],
  ])("%s", (_, before, after) => {
    expect(planned(before, { whole: true }).text).toBe(after);
  });

  test.each([
    [`const { ws, plain } = require("./facade");\nload([ws.keep, plain]);\n`, `const { plain } = require("./facade");\nconst ws = require("./canonical");\nload([ws.keep, plain]);\n`],
    [`const { ws } = await import("./facade");\nload(ws.keep);\n`, `const ws = await import("./canonical");\nload(ws.keep);\n`],
  ])("%s", (before, after) => {
    expect(planned(before, { whole: true, untyped: true }).text).toBe(after);
  });

  test.each<[string, string, readonly string[], Setting?]>([
    ["a member does not move", `${ws}export const a = ws.getX(1);\n`, ["ws: none, `getX` is not known to be exported by \"./canonical\""]],
    ["it is passed on", `${ws}load(ws);\n`, ["ws: none, the module object is passed on, and may be asked for any export"]],
    ["the member is passed on", `${facade}load(facade.ws);\n`, ["facade.ws: none, the module object is passed on, and may be asked for any export"]],
    ["a rest takes what is left", `${facade}const { keep, ...rest } = facade.ws;\nload([keep, rest]);\n`, ["facade.ws: none, the module object is passed on, and may be asked for any export"]],
    ["its name is taken", `${facade}export const a = (ws: number) => ws + facade.ws.keep;\n`, ["facade.ws: none, the name `ws` is taken here"]],
    ["nobody uses it", ws, ["ws: none, nothing in this file uses it"], { unused: true }],
    ["it is kept", `${ws}export const a = ws.keep;\n`, ["ws: none, it is kept by a disable comment"], { kept: ["ws"] }],
    ["it is taken by a pattern of another namespace", `${facade}const { ws } = facade;\nexport const a = ws.keep;\n`, ["ws: none, it is taken through another name for the module"]],
    ["it is bound to no name", `load(require("./facade").ws.keep);\n`, [`require("./facade").ws: none, it is not taken through an import by name`]],
  ])("but not where %s", (_, before, outcomes, setting) => {
    const result = planned(before, { ...setting, whole: true, untyped: before.includes("require(") });
    expect(result).toEqual({ text: before, outcomes });
  });
});

describe("mocks", () => {
  const use = `${facade}export const a = facade.ws.getX(1);\n`;
  test.each([
    ["a spy on the namespace", `vi.spyOn(facade.ws, "getX");\n`, [`"getX": none, the object that is spied on is the old module`]],
    ["a mock of the facade that holds the namespace", `vi.mock("./facade", () => ({ ws: { getX: () => 5 } }));\n`, ["getX: none, it is mocked as a part of another module"]],
    ["a mock of the facade as a whole", `vi.mock("./facade");\n`, []],
  ])("beside %s a change is only offered", (_, mock, outcomes) => {
    const before = mock.startsWith("vi.spyOn") ? use + mock : mock + use;
    const result = planned(before);
    expect(result.text).toBe(before);
    expect(result.outcomes.toSorted()).toEqual([...outcomes, "facade.ws.getX: suggestion, a mock of the old module in this file would be left behind"].toSorted());
  });

  test("of other modules make no difference", () => {
    expect(planned(`vi.mock("./other");\n${use}`).text).toBe(`vi.mock("./other");\nimport { createX } from "./canonical";\nexport const a = createX(1);\n`);
  });
});
