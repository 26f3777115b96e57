/** Namespaces that pass through other modules: `export * as ws from "./factory"` in `./facade`. */
import { describe, expect, it } from "vitest";
import { readFacts, shown } from "./facts.ts";
import type { ReadSetting } from "./facts.ts";

const setting: ReadSetting = {
  deprecated: { factory: ["x", "X"], facade: ["ws", "default", "self"], all: ["facade"] },
  namespaces: { facade: { ws: "factory", default: "factory", self: "facade" }, all: { facade: "facade" } },
};

/** `module: fact`, of the governed modules behind a facade. */
function factsOf(text: string, more: ReadSetting = {}): readonly string[] {
  return readFacts(text, { ...setting, ...more }).facts.map((fact) => `${fact.module}: ${shown(text, fact)}`);
}

const whole = `import * as facade from "facade"; `;
const byName = `import { ws } from "facade"; `;

describe("a namespace taken by name is followed", () => {
  const taken = "factory: import namespace * «ws»";
  it.each<[string, readonly string[]]>([
    [`${byName}ws.x();`, [taken, "factory: import member x «ws.x»"]],
    [`import { ws as w } from "facade"; w?.x();`, ["factory: import namespace * «ws as w»", "factory: import member x «w?.x»"]],
    [`import { "ws" as w } from "facade"; w["x"];`, [`factory: import namespace * «"ws" as w»`, `factory: import member x «w["x"]»`]],
    [`import w from "facade"; w.x;`, ["factory: import namespace * «w»", "factory: import member x «w.x»"]],
    [`import { type ws } from "facade"; let t: ws.X;`, ["factory: import namespace * «type ws»", "factory: import member X «ws.X»"]],
    [`import type { ws } from "facade"; let t: typeof ws.x;`, [taken, "factory: import member x «ws.x»"]],
    [`${byName}const { x } = ws;`, [taken, "factory: import member x «x»"]],
    [`${byName}<ws.X></ws.X>;`, [taken, "factory: import member X «ws.X»"]],
    [`${byName}import y = ws.x;`, [taken, "factory: import member x «ws.x»"]],
    [`${byName}export { ws as w };`, [taken, "factory: reexport * as w «ws as w»"]],
    [`${byName}export default ws;`, [taken, "factory: reexport * as default «ws»"]],
    [`const { ws } = require("facade"); ws.x();`, [taken, "factory: import member x «ws.x»"]],
    [`const { ws: w = other } = await import("facade"); w.x();`, ["factory: import namespace * «ws: w = other»", "factory: import member x «w.x»"]],
    [`import("facade").then(({ ws }) => ws.x());`, [taken, "factory: import member x «ws.x»"]],
    [`import { facade } from "all"; facade.ws.x();`, ["facade: import namespace * «facade»", "factory: import namespace * «facade.ws»", "factory: import member x «facade.ws.x»"]],
    [`import { self } from "facade"; self.self.ws.x;`, ["facade: import namespace * «self»", "facade: import namespace * «self.self»", "factory: import namespace * «self.self.ws»", "factory: import member x «self.self.ws.x»"]],
  ])("%s", (text, expected) => {
    expect(factsOf(text)).toEqual(expected);
    expect(readFacts(text, setting).concerns).toBe(true);
  });
});

describe("a namespace taken as a member of another is followed", () => {
  const facade = "facade: import namespace * «* as facade»";
  const ws = "factory: import namespace * «facade.ws»";
  const x = "factory: import member x «facade.ws.x»";
  it.each<[string, readonly string[]]>([
    [`${whole}facade.ws.x();`, [facade, ws, x]],
    [`${whole}facade?.ws?.x();`, [facade, "factory: import namespace * «facade?.ws»", "factory: import member x «facade?.ws?.x»"]],
    [`${whole}facade["ws"]["x"];`, [facade, `factory: import namespace * «facade["ws"]»`, `factory: import member x «facade["ws"]["x"]»`]],
    [`${whole}(facade.ws as any)!.x;`, [facade, "factory: import member x «(facade.ws as any)!.x»", ws]],
    [`${whole}facade.default.x;`, [facade, "factory: import namespace * «facade.default»", "factory: import member x «facade.default.x»"]],
    [`${whole}let t: facade.ws.X<string>;`, [facade, ws, "factory: import member X «facade.ws.X»"]],
    [`${whole}let t: typeof facade.ws.x;`, [facade, ws, x]],
    [`${whole}let t: (typeof facade.ws)["x"];`, [facade, `factory: import member x «(typeof facade.ws)["x"]»`, ws]],
    [`${whole}let t: (typeof facade)["ws"]["x"];`, [facade, `factory: import namespace * «(typeof facade)["ws"]»`, `factory: import member x «(typeof facade)["ws"]["x"]»`]],
    [`${whole}class A extends facade.ws.X implements facade.ws.X {}`, [facade, ws, "factory: import member X «facade.ws.X»", ws, "factory: import member X «facade.ws.X»"]],
    [`${whole}<facade.ws.X a={1}><b/></facade.ws.X>;`, [facade, ws, "factory: import member X «facade.ws.X»"]],
    [`${whole}const { x, y: z } = facade.ws;`, [facade, "factory: import member x «x»", "factory: import member y «y: z»", ws]],
    [`${whole}const { ws } = facade; ws.x();`, [facade, "factory: import namespace * «ws»", "factory: import member x «ws.x»"]],
    [`${whole}const { ws: { x } } = facade; x();`, [facade, "factory: import namespace * «ws: { x }»", "factory: import member x «x»", "factory: use x «x»"]],
    [`${whole}({ ws: { x: a.b } } = facade);`, [facade, "factory: import namespace * «ws: { x: a.b }»", "factory: import member x «x: a.b»"]],
    [`${whole}const w = facade.ws; w.x();`, [facade, ws, "factory: import member x «w.x»"]],
    [`${whole}import w = facade.ws; w.x();`, [facade, ws, "factory: import member x «w.x»"]],
    [`${whole}import y = facade.ws.x;`, [facade, ws, x]],
    [`${whole}export const w = facade.ws;`, [facade, ws, "factory: reexport * as w «facade.ws»"]],
    [`${whole}export import w = facade.ws; let t: w.X;`, [facade, ws, "factory: reexport * as w «facade.ws»", "factory: import member X «w.X»"]],
    [`${whole}export const { ws, ws: { x: y } } = facade;`, [facade, "factory: import namespace * «ws»", "factory: reexport * as ws «ws»", "factory: import namespace * «ws: { x: y }»", "factory: import member x «x: y»", "factory: reexport x as y «x: y»"]],
    [`${whole}export default { a: facade.ws };`, [facade, "factory: reexport * as a «a: facade.ws»", ws]],
    [`${whole}export default { ...facade.ws };`, [facade, "factory: reexport * as module.exports «...facade.ws»", ws]],
    [`${whole}load(facade.ws);`, [facade, ws]],
    [`import * as all from "all"; all.facade.ws.x();`, ["all: import namespace * «* as all»", "facade: import namespace * «all.facade»", "factory: import namespace * «all.facade.ws»", "factory: import member x «all.facade.ws.x»"]],
    [`import all = require("all"); all.facade.ws.x();`, ["all: import import-equals * «import all = require(\"all\");»", "facade: import namespace * «all.facade»", "factory: import namespace * «all.facade.ws»", "factory: import member x «all.facade.ws.x»"]],
  ])("%s", (text, expected) => {
    expect(factsOf(text)).toEqual(expected);
    expect(readFacts(text, setting).concerns).toBe(true);
  });
});

describe("a namespace of a module that is bound to no name is followed", () => {
  it.each<[string, readonly string[]]>([
    [`require("facade").ws.x();`, [`factory: import namespace * «require("facade").ws»`, `factory: import member x «require("facade").ws.x»`]],
    [`(await import("facade")).ws.x();`, [`factory: import namespace * «(await import("facade")).ws»`, `factory: import member x «(await import("facade")).ws.x»`]],
    [`import("facade").then((m) => m.ws.x());`, [`facade: import dynamic * «import("facade")»`, "factory: import namespace * «m.ws»", "factory: import member x «m.ws.x»"]],
    [`const { ws: { x } } = require("facade");`, ["factory: import namespace * «ws: { x }»", "factory: import member x «x»"]],
    [`const { ws } = require("facade"), { x } = ws;`, ["factory: import namespace * «ws»", "factory: import member x «x»"]],
    [`const w = require("facade").ws; w.x();`, [`factory: import namespace * «require("facade").ws»`, "factory: import member x «w.x»"]],
    [`let w; w = require("facade").ws; w.x();`, [`factory: import namespace * «require("facade").ws»`, "factory: import member x «w.x»"]],
    [`let t: import("facade").ws.X;`, [`factory: import member X «import("facade").ws.X»`, "factory: import namespace * «ws»"]],
    [`let t: typeof import("facade").ws.x;`, [`factory: import member x «import("facade").ws.x»`, "factory: import namespace * «ws»"]],
    [`let t: (typeof import("facade").ws)["x"];`, [`factory: import member x «(typeof import("facade").ws)["x"]»`, "factory: import namespace * «ws»"]],
    [`let t: (typeof import("facade"))["ws"]["x"];`, [`factory: import namespace * «(typeof import("facade"))["ws"]»`, `factory: import member x «(typeof import("facade"))["ws"]["x"]»`]],
    [`let t: import("all").facade.ws.X;`, [`factory: import member X «import("all").facade.ws.X»`, "facade: import namespace * «facade»", "factory: import namespace * «ws»"]],
    [`let t: typeof import("facade").ws;`, ["factory: import namespace * «ws»"]],
    [`export { ws, x } from "facade";`, ["factory: reexport * as ws «ws»", "facade: reexport x as x «x»"]],
    [`export { default as w } from "facade";`, ["factory: reexport * as w «default as w»"]],
    [`module.exports.ws = require("facade").ws;`, [`factory: import namespace * «require("facade").ws»`, `factory: reexport * as ws «require("facade").ws»`]],
  ])("%s", (text, expected) => {
    expect(factsOf(text)).toEqual(expected);
    expect(readFacts(text, setting).concerns).toBe(true);
  });
});

describe("spies on a namespace name an export of the module behind it", () => {
  it.each([
    `${byName}vi.spyOn(ws, "x");`,
    `${whole}vi.spyOn(facade.ws, "x");`,
    `${whole}jest.replaceProperty(facade.ws as object, "x", 1);`,
    `vi.spyOn(facade.ws, "x"); ${whole}`,
    `const { ws } = require("facade"); jest.spyOn(ws, "x");`,
    `jest.spyOn(require("facade").ws, "x");`,
    `vi.spyOn((await import("facade")).ws, "x");`,
    `import * as all from "all"; const w = all.facade.ws; vi.spyOn(w, "x");`,
  ])("%s", (text) => {
    expect(factsOf(text)).toContain(`factory: mock x «"x"»`);
  });
});

describe("mocks of a module name what they hold of a namespace of it", () => {
  it.each<[string, readonly string[]]>([
    [`vi.mock("facade", () => ({ ws: { x: vi.fn(), y: 1 }, other: 2 }));`, ["factory: mock x «x»", "factory: mock y «y»", "facade: mock other «other»"]],
    [`jest.mock("all", () => ({ facade: { "ws": { x: 1 } as Fake } }));`, ["factory: mock x «x»"]],
    [`vi.mock("facade", () => ({ ws: fake, default: { ...rest } }));`, ["factory: mock * «ws»", "factory: mock * «default»"]],
    [`(await vi.importActual("facade")).ws.x();`, ["factory: mock x «x»"]],
    [`load(jest.requireActual("facade").ws);`, ["factory: mock * «ws»"]],
    [`const { ws } = jest.requireActual("facade");`, ["factory: mock * «ws»"]],
  ])("%s", (text, expected) => {
    expect(factsOf(text)).toEqual(expected);
  });
});

describe("what is no namespace of a governed module is left alone", () => {
  const behind = (text: string, more?: ReadSetting): readonly string[] => factsOf(text, more).filter((fact) => fact.startsWith("factory"));

  it.each([
    `${whole}facade.other.x();`,
    `${whole}((facade) => facade.ws.x())(other);`,
    `${whole}{ const facade = other; facade.ws.x(); facade?.ws; const { ws } = facade; }`,
    `${whole}let t: other.facade.ws.X; other.facade.ws.x();`,
    `${whole}facade[ws].x; facade[name].ws.x();`,
    `${whole}facade.other.ws.x();`,
    `import { other as ws } from "facade"; ws.x(); <ws.X/>;`,
    `import { ws } from "elsewhere"; ws.x(); vi.spyOn(ws, "x");`,
    `import * as facade from "elsewhere"; facade.ws.x();`,
    `const { other: { x }, ws: ignored } = elsewhere;`,
    `let t: import("facade").other.ws.X;`,
    `export { other as ws } from "facade";`,
    `import("facade").ws.x;`,
  ])("%s", (text) => {
    expect(behind(text)).toEqual([]);
  });

  it("nor what the project does not know as one", () => {
    const text = `${whole}import { ws } from "facade"; ws.x(); facade.ws.x();`;
    expect(factsOf(text, { namespaces: {} })).toEqual([
      "facade: import namespace * «* as facade»",
      "facade: import named ws «ws»",
      "facade: use ws «ws»",
      "facade: import member ws «facade.ws»",
    ]);
  });

  it("and of one that is followed, a binding of the same name in an inner scope", () => {
    expect(behind(`${byName}function f(ws) { return ws.x; } const { x } = { x: 1 };`)).toEqual(["factory: import namespace * «ws»"]);
  });
});
