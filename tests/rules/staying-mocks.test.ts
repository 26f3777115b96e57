/** Mocks that no fix moves along: as long as a test has one, what it runs is changed by a person. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { spiedIn, wholeMocksIn } from "../../src/project/texts/staying-mocks.ts";

const files = {
  "src/new.ts": "export const createX = () => 1;\nexport const a = 1;\n",
  "src/old.ts": "/** @deprecated */\nexport const getX = () => 1;\nexport const keep = 2;\n",
  "src/same.ts": "/** @deprecated */\nexport const alt = () => 1;\nexport const neu = () => 1;\n",
  "src/consumer.ts": `import { getX } from "./old";\nimport { alt } from "./same";\n\nexport const c = () => [getX(), alt()];\n`,
};

function manifestOf(phase: number) {
  return {
    migrations: [
      { id: "x", phase, canonical: { module: "./src/new", name: "createX" }, deprecated: [{ module: "./src/old", name: "getX" }] },
      { id: "same", phase, canonical: { module: "./src/same", name: "neu" }, deprecated: [{ module: "./src/same", name: "alt" }] },
    ],
  };
}

/** Why the consumer's import of `getX` and that of `alt` are not changed by themselves. */
async function reasons(phase: number, test: string): Promise<readonly (string | undefined)[]> {
  const { found } = await lintProject({ ...files, "ssot.json": manifestOf(phase), "tests/c.test.ts": `import { c } from "../src/consumer";\n${test}\nc();\n` });
  return ["1:", "2:"].map((line) => found.find(({ file, at }) => file === "src/consumer.ts" && at.startsWith(line))?.message.split("automatic: ")[1]);
}

const left = "a mock of src/old.ts in tests/c.test.ts would be left behind.";
const leftInSame = "a mock of src/same.ts in tests/c.test.ts would be left behind.";

describe("in phase 2 and 3", () => {
  it.each([
    ["a spy on a namespace", `import * as old from "../src/old";\njest.spyOn(old, "getX");`],
    ["a spy on a namespace, asserted", `import * as old from "../src/old";\nvi.spyOn(old as any, 'getX').mockReturnValue(1);`],
    ["a spy on what is required", `jest.spyOn(require("../src/old"), "getX");`],
    ["a spy on a variable", `const real = jest.requireActual<typeof import("../src/old")>("../src/old");\njest.spyOn(real, "getX");`],
    ["a stub", `const old = require("../src/old");\nsinon.stub(old, "getX").returns(1);`],
    ["sinon's others", `const old = require("../src/old");\nsinon.replace(old, "getX", () => 1);`],
    ["a spy of a sandbox", `import * as old from "../src/old";\nsandbox.spy(old, "getX");`],
    ["a method that node:test mocks", `const old = require("../src/old");\nt.mock.method(old, "getX", () => 1);`],
    ["a module that is mocked whole", `vi.mock("../src/old");`],
    ["a module that is mocked whole, by an import", `vi.mock(import("../src/old"), { spy: true });`],
  ])("%s", async (_, test) => {
    expect(await reasons(2, test)).toEqual([left, undefined]);
    expect(await reasons(3, test)).toEqual([left, undefined]);
  });

  it.each([
    ["node:test", `import { mock } from "node:test";\nmock.module("../src/old", { namedExports: { getX: () => 2 } });`],
    ["node:test, by the test's context", `test("c", (t) => {\n  t.mock.module("../src/old", { namedExports: { getX: () => 2, keep: 1 } });\n});`],
    ["bun", `import { mock } from "bun:test";\nmock.module("../src/old", () => ({ getX: () => 2 }));`],
    ["testdouble", `const td = require("testdouble");\ntd.replaceEsm("../src/old", { getX: () => 2 });`],
    ["esmock", `import esmock from "esmock";\nconst consumer = await esmock("../src/consumer", { "../src/old": { getX: () => 2 } });`],
    ["proxyquire", `const proxyquire = require("proxyquire").noCallThru();\nconst consumer = proxyquire("../src/consumer", { "./old": { getX: () => 2 } });`],
  ])("a mock of another runner: %s", async (_, test) => {
    expect(await reasons(2, test)).toEqual([left, undefined]);
    expect(await reasons(3, test)).toEqual([left, undefined]);
  });

  it.each([
    ["a factory that asks for the old module, of which something stays", `vi.mock("../src/old", async (importOriginal) => ({ ...(await importOriginal()), getX: vi.fn() }));`],
    ["a factory with a body that asks for it", `vi.mock(import("../src/old"), async (original) => {\n  const old = await original();\n\n  return { ...old, getX: vi.fn() };\n});\n`],
  ])("%s", async (_, test) => {
    expect(await reasons(3, test)).toEqual([left, undefined]);
  });

  it.each([
    ["a factory that stands for what stays as well", `vi.mock("../src/old", () => ({ getX: vi.fn(), keep: 3 }));`],
    ["a factory that gives more than is written out", `const more = {};\nvi.mock("../src/old", () => ({ ...more, getX: vi.fn() }));`],
    ["a factory that is written elsewhere", `import { factory } from "./factory";\njest.mock("../src/old", factory);`],
    ["a factory beside a mock of the new module", `vi.mock("../src/old", () => ({ getX: vi.fn() }));\nvi.mock("../src/new", () => ({ createX: vi.fn() }));`],
    ["a factory in a test that is right as it is", `vi.mock("../src/old", () => ({ getX: vi.fn() }));`],
  ])("%s", async (what, test) => {
    const allow = what.includes("right as it is") ? ["tests/**"] : [];
    const manifest = { migrations: manifestOf(3).migrations.map((each) => ({ ...each, allow })) };
    const { found } = await lintProject({ ...files, "ssot.json": manifest, "tests/c.test.ts": `import { c } from "../src/consumer";\n${test}\nc();\n` });
    expect(found.find(({ file }) => file === "src/consumer.ts")?.message.split("automatic: ")[1]).toBe(left);
  });

  it.each([
    ["a factory that stands for exceptions as well", `vi.mock("../src/old", () => ({ a: 2, keep: 3 }));\n`, left],
    ["not one of them alone", `vi.mock("../src/old", () => ({ keep: 3 }));\n`, undefined],
    ["not one of what moves", `vi.mock("../src/old", () => ({ a: 3 }));\n`, undefined],
  ])("of a whole module that is taken as a namespace: %s", async (_, test, reason) => {
    const manifest = { migrations: [{ id: "all", phase: 3, canonical: { module: "./src/new", name: "*" }, deprecated: [{ module: "./src/old", name: "*", except: ["keep"] }] }] };
    const { found } = await lintProject({
      ...files, "ssot.json": manifest, "src/old.ts": `/** @deprecated Not deprecated: \`keep\`. */\nexport const a = 1;\nexport const keep = 2;\n`,
      "src/consumer.ts": `import * as old from "./old";\n\nexport const c = () => old.a;\n`, "tests/c.test.ts": `import { c } from "../src/consumer";\n${test}\nc();\n`,
    });
    const message = found.find(({ file }) => file === "src/consumer.ts")?.message;
    expect(message).toContain("is deprecated");
    expect(message?.split("automatic: ")[1]).toBe(reason);
  });

  it("not a factory of a barrel that moves along", async () => {
    const test = `import { d } from "../src/through";\nvi.mock("../src/index", () => ({ makeX: () => 2 }));\nd();\n`;
    const more = { "src/index.ts": `export { getX as makeX, keep } from "./old";\n`, "src/through.ts": `import { makeX } from ".";\n\nexport const d = () => makeX();\n` };
    const { fixed } = await lintProject({ ...files, ...more, "ssot.json": manifestOf(3), "tests/d.test.ts": test });
    expect(fixed["tests/d.test.ts"]).toContain(`vi.mock("../src/new", () => ({ createX: () => 2 }));`);
    expect(fixed["src/through.ts"]).toContain("createX()");
    const partial = await lintProject({ ...files, ...more, "ssot.json": manifestOf(3), "tests/d.test.ts": test.replace("{ makeX", "{ keep: 1, makeX") });
    expect(partial.found.find(({ file }) => file === "src/through.ts")?.message).toContain("a mock of src/index.ts in tests/d.test.ts would be left behind.");
  });

  it("not a factory that replaces something else", async () => {
    const test = `vi.mock("../src/old", async (importOriginal) => ({ ...(await importOriginal()), keep: 3 }));\nconst getX = 1;`;
    expect(await reasons(3, test)).toEqual([undefined, undefined]);
  });

  it.each([
    ["a spy on something else", `import * as old from "../src/old";\nvi.spyOn(old, "keep");`],
    ["a spy on another module's", `import * as old from "../src/new";\nvi.spyOn(old, "getX");`],
  ])("not %s", async (_, test) => {
    expect(await reasons(2, test)).toEqual([undefined, undefined]);
  });

  it("not a factory that asks for a module whose every export moves", async () => {
    const test = `import { c } from "../src/consumer";\nvi.mock("../src/old", async (importOriginal) => ({ ...(await importOriginal()), getX: vi.fn() }));\nc();\n`;
    const { fixed } = await lintProject({ ...files, "src/old.ts": "/** @deprecated */\nexport const getX = () => 1;\n", "ssot.json": manifestOf(3), "tests/c.test.ts": test });
    expect(fixed["src/consumer.ts"]).toContain("createX()");
    expect(fixed["tests/c.test.ts"]).toBe(test.replace("/old", "/new").replace("getX", "createX"));
  });
});

describe("in phase 3 alone", () => {
  it("a mock with a factory moves along", async () => {
    expect(await reasons(2, `vi.mock("../src/old", () => ({ getX: () => 1 }));`)).toEqual([left, undefined]);
    expect(await reasons(3, `vi.mock("../src/old", () => ({ getX: () => 1 }));`)).toEqual([undefined, undefined]);
  });

  it("a spy in the new name's own module is renamed", async () => {
    const test = `import * as same from "../src/same";\nvi.spyOn(same, "alt");`;
    expect(await reasons(2, test)).toEqual([undefined, leftInSame]);
    expect(await reasons(3, test)).toEqual([undefined, undefined]);
  });
});

describe("a mock in a test", () => {
  const test = `import { c } from "../src/consumer";\nvi.mock("../src/old", () => ({ getX: () => 2 }));\nc();\n`;
  const mock = async (more: Readonly<Record<string, string>>, allow: readonly string[] = []) => {
    const manifest = { migrations: manifestOf(3).migrations.map((each) => ({ ...each, allow })) };
    const { found, fixed } = await lintProject({ ...files, "ssot.json": manifest, "tests/c.test.ts": test, ...more });
    return { message: found.find(({ file }) => file === "tests/c.test.ts")?.message ?? "", isMoved: fixed["tests/c.test.ts"]?.includes("src/new") };
  };
  const disabled = `import { getX } from "./old"; // eslint-disable-line no-console, ssot/no-deprecated-import\n\nexport const c = () => getX();\n`;

  it("moves with the code that it is for, and stays with code that stays", async () => {
    expect((await mock({})).isMoved).toBe(true);
    for (const { message, isMoved } of [await mock({}, ["src/consumer.ts"]), await mock({ "src/consumer.ts": disabled })]) {
      expect(isMoved).toBe(false);
      expect(message).toContain("Offered as a quick fix, not automatic: src/consumer.ts, which this test runs, goes on taking the old one.");
    }
  });

  it("does so whatever the code takes it through", async () => {
    const more = { "src/index.ts": `export * from "./old";\n`, "src/consumer.ts": `import { getX } from ".";\n\nexport const c = () => getX();\n` };
    expect((await mock(more)).isMoved).toBe(true);
    expect((await mock(more, ["src/consumer.ts"])).isMoved).toBe(false);
  });

  it("is no affair of code that it does not run, nor of a comment about another rule", async () => {
    expect((await mock({ "src/other.ts": disabled })).isMoved).toBe(true);
    expect((await mock({ "src/consumer.ts": disabled.replace(", ssot/no-deprecated-import", "") })).isMoved).toBe(true);
  });

  it("that is kept by a disable comment keeps the code", async () => {
    const { found } = await lintProject({ ...files, "ssot.json": manifestOf(3), "tests/c.test.ts": test.replace("vi.mock", "// eslint-disable-next-line\nvi.mock") });
    expect(found.find(({ file }) => file === "src/consumer.ts")?.message.split("automatic: ")[1]).toBe(left);
  });
});

it("is told from the text", () => {
  expect(spiedIn(`import d, * as $w from './a'; vi.spyOn($w, "x"); vi.spyOn(($w as any).y, "z")`)).toEqual(["./a", "./a"]);
  expect(spiedIn(`const m: typeof import("./t") = await import("./a"); spyOn<any>( m, 'x')`, "x")).toContain("./a");
  expect(spiedIn(`import * as a from "./a"; vi.spyOn(console, "log")`)).toEqual([]);
  expect(wholeMocksIn(`vi.mock("a"); jest.doMock('b',); vi.mock(import("c")); vi.mock("d", () => ({})); vi.mock(import("e"), async () => ({})); other.mock("f"); vi.unmock("g")`)).toEqual(["a", "b", "c"]);
});
