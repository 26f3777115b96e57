import { describe, expect, test } from "vitest";
import { fixFile, manifest } from "./project.ts";

const ts = "src/consumer.ts";
const whole = { id: "whole", phase: 3, canonical: { module: "./src/now", name: "*" }, deprecated: [{ module: "./src/was", name: "*" }] };
const more = {
  "src/globals.d.ts": `declare const require: (module: string) => any;
declare const vi: { importActual<T>(module: string): Promise<T>; mock(module: string, factory: (original: <T>() => Promise<T>) => object): void };
`,
  "src/was.ts": `/** @deprecated Use "./now" instead. */\n\nexport const a = 1;\nexport const onlyHere = 2;\n`,
  "src/now.ts": `export const a = 1;\n`,
  "ssot.json": { migrations: [...manifest.migrations, whole] },
};

describe("types that say which module a loaded one is go with it", () => {
  test.each([
    ["a variable that is filled later", `let ws: typeof import("./ws/old");\nexport const load = async () => { ws = await import("./ws/old"); };\nexport const get = () => ws.oldValue;\n`, `let ws: typeof import("./ws/canonical");\nexport const load = async () => { ws = await import("./ws/canonical"); };\nexport const get = () => ws.newValue;\n`],
    ["one that may be empty", `let ws: typeof import("./ws/old") | undefined;\nws = await import("./ws/old");\nexport const get = () => ws?.oldValue;\n`, `let ws: typeof import("./ws/canonical") | undefined;\nws = await import("./ws/canonical");\nexport const get = () => ws?.newValue;\n`],
    ["a promise", `const old: Promise<typeof import("./ws/old")> = import("./ws/old");\nexport const a = (await old).oldValue;\n`, `const old: Promise<typeof import("./ws/canonical")> = import("./ws/canonical");\nexport const a = (await old).newValue;\n`],
    ["a callback's parameter", `export const a = import("./ws/old").then((ws: typeof import("./ws/old")) => ws.oldValue);\n`, `export const a = import("./ws/canonical").then((ws: typeof import("./ws/canonical")) => ws.newValue);\n`],
    ["a callback's pattern", `export const a = import("./ws/old").then(({ oldValue }: typeof import("./ws/old")) => oldValue);\n`, `export const a = import("./ws/canonical").then(({ newValue: oldValue }: typeof import("./ws/canonical")) => oldValue);\n`],
    ["a pattern", `const { oldValue: v }: typeof import("./ws/old") = await import("./ws/old");\nexport const a = v;\n`, `const { newValue: v }: typeof import("./ws/canonical") = await import("./ws/canonical");\nexport const a = v;\n`],
    ["an assertion where the module is loaded", `export const a = (require("./ws/old") as typeof import("./ws/old")).oldValue;\n`, `export const a = (require("./ws/canonical") as typeof import("./ws/canonical")).newValue;\n`],
    ["an assertion behind a list", `const { oldValue } = require("./ws/old") as typeof import("./ws/old");\nexport const a = oldValue;\n`, `const { newValue } = require("./ws/canonical") as typeof import("./ws/canonical");\nexport const a = newValue;\n`],
    ["an assertion behind a variable", `const ws = require("./ws/old") as typeof import("./ws/old");\nexport const a = ws.oldValue + ws.keep;\n`, `const ws = require("./ws/old") as typeof import("./ws/old");\nconst { newValue } = require("./ws/canonical") as typeof import("./ws/canonical");\nexport const a = newValue + ws.keep;\n`],
    ["an assertion behind an awaited import", `const { oldValue: v } = (await import("./ws/old")) as typeof import("./ws/old");\nexport const a = v;\n`, `const { newValue: v } = (await import("./ws/canonical")) as typeof import("./ws/canonical");\nexport const a = v;\n`],
    ["what a runner gives", `const ws = await vi.importActual<typeof import("./ws/old")>("./ws/old");\nexport const a = ws.oldValue;\n`, `const ws = await vi.importActual<typeof import("./ws/canonical")>("./ws/canonical");\nexport const a = ws.newValue;\n`],
    ["what a runner gives, under an annotation", `const ws: typeof import("./ws/old") = await vi.importActual("./ws/old");\nexport const a = ws.oldValue;\n`, `const ws: typeof import("./ws/canonical") = await vi.importActual("./ws/canonical");\nexport const a = ws.newValue;\n`],
    ["a module that moves as a whole", `let all: typeof import("./was");\nall = await import("./was");\nexport const { a } = all;\n`, `let all: typeof import("./now");\nall = await import("./now");\nexport const { a } = all;\n`],
    ["a whole module under an assertion", `export const { a } = require("./was") as typeof import("./was");\n`, `export const { a } = require("./now") as typeof import("./now");\n`],
    ["the rest of a whole module in a mock", `vi.mock("./was", async (original) => ({ ...(await original<typeof import("./was")>()), a: 2 }));\nexport {};\n`, `vi.mock("./now", async (original) => ({ ...(await original<typeof import("./now")>()), a: 2 }));\nexport {};\n`],
  ])("%s", async (_, before, after) => {
    expect((await fixFile(ts, before, { more })).text).toBe(after);
  });

  test.each([
    ["by another name", `import type * as Old from "./ws/old";\nlet ws: typeof Old;\nexport const get = async () => { ws = await import("./ws/old"); return ws.oldValue; };\n`],
    ["through an alias", `type Old = typeof import("./ws/old");\nconst { oldValue }: Old = await import("./ws/old");\nexport const a = oldValue;\n`],
    ["by its members", `const { oldValue }: { oldValue: number } = await import("./ws/old");\nexport const a = oldValue;\n`],
  ])("one that says so %s is in the way", async (_, before) => {
    const { text, reasons } = await fixFile(ts, before, { more });
    expect(text).toBe(before);
    expect(reasons).toContain("a type says which module it is");
  });
});
