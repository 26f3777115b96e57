/** Several sites of one canonical symbol in a file: they share one import, which is there for each of them. */
import { describe, expect, test } from "vitest";
import { proveFix } from "../../../kit/prove.ts";

const file = "src/consumer.ts";

describe("imports that go to one symbol", () => {
  const migration = (id: string, name: string): object => ({ id, phase: 2, canonical: { module: "./src/new", name: "Neu" }, deprecated: [{ module: `./src/${id}`, name }] });
  const world = {
    "ssot.json": { migrations: [migration("a", "OldA"), migration("b", "OldB")] },
    "src/new.ts": "export class Neu { x = 1; }\nexport type M = 1;\nexport const v = 1;\n",
    "src/a.ts": "/** @deprecated */\nexport class OldA { x = 1; }\nexport const keep = 1;\nexport type K = 1;\n",
    "src/b.ts": "/** @deprecated */\nexport class OldB { x = 1; }\n",
    "src/globals.d.ts": "declare const require: (module: string) => any;\ndeclare const vi: any;\ndeclare const jest: any;\n",
  };

  test.each([
    [
      "what a function loads goes for no import of the file: the modules may be other ones by then",
      `import { Neu } from "./new";\nexport const again = async () => { const { OldA } = await import("./a"); return [new OldA(), new Neu()]; };\n`,
      `import { Neu } from "./new";\nexport const again = async () => { const { Neu: OldA } = await import("./new"); return [new OldA(), new Neu()]; };\n`,
    ],
    [
      "what a function loads as a whole does not either",
      `import { Neu } from "./new";\nexport const again = () => { const a = require("./a"); return [new a.OldA(), new Neu()]; };\n`,
      `import { Neu } from "./new";\nexport const again = () => { const { Neu: OldA } = require("./new"); return [new OldA(), new Neu()]; };\n`,
    ],
    [
      "what a function loads goes for no name of an outer one",
      `export const f = () => { const { Neu } = require("./new"); return () => { const { OldA } = require("./a"); return [new OldA(), new Neu()]; }; };\n`,
      `export const f = () => { const { Neu } = require("./new"); return () => { const { Neu: OldA } = require("./new"); return [new OldA(), new Neu()]; }; };\n`,
    ],
    [
      "what is loaded once the modules are reset goes for nothing before",
      `export const f = async () => {\n  const { Neu } = await import("./new");\n  vi.resetModules();\n  const { OldA } = await import("./a");\n  return [new OldA(), new Neu()];\n};\n`,
      `export const f = async () => {\n  const { Neu } = await import("./new");\n  vi.resetModules();\n  const { Neu: OldA } = await import("./new");\n  return [new OldA(), new Neu()];\n};\n`,
    ],
    [
      "nor does it join a list before",
      `export const f = async () => {\n  const { v } = await import("./new");\n  vi.doMock("./other");\n  const { OldA } = await import("./a");\n  return [new OldA(), v];\n};\n`,
      `export const f = async () => {\n  const { v } = await import("./new");\n  vi.doMock("./other");\n  const { Neu } = await import("./new");\n  return [new Neu(), v];\n};\n`,
    ],
    [
      "nor does it share a new statement or a name",
      `export const f = () => {\n  const { OldA, keep } = require("./a");\n  jest.resetModules();\n  const { OldB } = require("./b");\n  return [new OldA(), keep, new OldB()];\n};\n`,
      `export const f = () => {\n  const { keep } = require("./a");\n  const { Neu } = require("./new");\n  jest.resetModules();\n  const { Neu: OldB } = require("./new");\n  return [new Neu(), keep, new OldB()];\n};\n`,
    ],
    [
      "nor does a module loaded as a whole",
      `export const f = () => {\n  const a = require("./a");\n  jest.resetModules();\n  const b = require("./b");\n  return [new a.OldA(), new b.OldB()];\n};\n`,
      `export const f = () => {\n  const { Neu } = require("./new");\n  jest.resetModules();\n  const { Neu: OldB } = require("./new");\n  return [new Neu(), new OldB()];\n};\n`,
    ],
    [
      "a type and a value: one import of the value",
      `import type { OldA } from "./a";\nimport { OldB } from "./b";\nexport const f = (a: OldA) => [a, new OldB()];\n`,
      `import { Neu } from "./new";\nexport const f = (a: Neu) => [a, new Neu()];\n`,
    ],
    [
      "a type and a value that is exported",
      `import type { OldA } from "./a";\nimport { OldB } from "./b";\nexport const f = (a: OldA) => [a];\nexport { OldB };\n`,
      `import { Neu } from "./new";\nexport const f = (a: Neu) => [a];\nexport { Neu as OldB };\n`,
    ],
    [
      "where a list of types is there for the type",
      `import type { M } from "./new";\nimport type { OldA } from "./a";\nimport { OldB } from "./b";\nexport const f = (a: OldA, m: M) => [a, m, new OldB()];\n`,
      `import type { M } from "./new";\nimport { Neu } from "./new";\nexport const f = (a: Neu, m: M) => [a, m, new Neu()];\n`,
    ],
    [
      "where a list of values is there for the value",
      `import type { OldA, K } from "./a";\nimport { v } from "./new";\nimport { OldB } from "./b";\nexport const f = (a: OldA, k: K) => [a, k, v, new OldB()];\n`,
      `import type { K } from "./a";\nimport { v, Neu } from "./new";\nexport const f = (a: Neu, k: K) => [a, k, v, new Neu()];\n`,
    ],
    [
      "a type by name and a value by a namespace",
      `import type { OldA } from "./a";\nimport * as a from "./a";\nexport const f = (b: OldA) => [b, a.keep, new a.OldA()];\n`,
      `import * as a from "./a";\nimport { Neu } from "./new";\nexport const f = (b: Neu) => [b, a.keep, new Neu()];\n`,
    ],
    [
      "types in a list of types and among values",
      `import type * as b from "./b";\nimport { type OldA, keep } from "./a";\nexport const f = (a: OldA, c: b.OldB) => [a, c, keep];\n`,
      `import type { Neu } from "./new";\nimport { keep } from "./a";\nexport const f = (a: Neu, c: Neu) => [a, c, keep];\n`,
    ],
    [
      "one of the file and one of a function in it: no name stands for both",
      `import { OldA } from "./a";\nexport const load = async () => { const { OldB } = await import("./b"); return [new OldB(), new OldA()]; };\n`,
      `import { Neu } from "./new";\nexport const load = async () => { const { Neu: OldB } = await import("./new"); return [new OldB(), new Neu()]; };\n`,
    ],
    [
      "a `require` goes for no later one, which a hoisted function may run before",
      `const { OldA } = require("./a");\nstart();\nconst { Neu } = require("./new");\nexport function start() { return [new OldA()]; }\nexport const b = new Neu();\n`,
      `const { Neu: OldA } = require("./new");\nstart();\nconst { Neu } = require("./new");\nexport function start() { return [new OldA()]; }\nexport const b = new Neu();\n`,
    ],
    [
      "an import goes for no `require`",
      `import * as a from "./a";\nf();\nconst { Neu } = require("./new");\nexport const b = new Neu();\nexport function f() { return new a.OldA(); }\n`,
      `import { Neu as OldA } from "./new";\nf();\nconst { Neu } = require("./new");\nexport const b = new Neu();\nexport function f() { return new OldA(); }\n`,
    ],
    [
      "an import that goes for another between lines without semicolons",
      `import { Neu } from "./new"\nexport const f = function () { return new Neu() }\nimport { OldA } from "./a";\n[1].forEach(() => new OldA())\n`,
      `import { Neu } from "./new"\nexport const f = function () { return new Neu() }\n;\n[1].forEach(() => new Neu())\n`,
    ],
    [
      "an import whose semicolon stands before the next statement",
      `import { OldA, keep } from "./a"\n;[keep].forEach(() => new OldA())\n`,
      `import { keep } from "./a"\nimport { Neu } from "./new"\n;[keep].forEach(() => new Neu())\n`,
    ],
    [
      "an import and a `require` of one block",
      `import { OldA } from "./a";\nconst b = require("./b");\nexport const f = () => [new OldA(), new b.OldB()];\n`,
      `import { Neu } from "./new";\nexport const f = () => [new Neu(), new Neu()];\n`,
    ],
    [
      "a `require` and an `import()` of one block",
      `const a = require("./a");\nconst b = await import("./b");\nexport const f = () => [new a.OldA(), new b.OldB()];\n`,
      `const { Neu } = require("./new");\nexport const f = () => [new Neu(), new Neu()];\n`,
    ],
    [
      "a type by an import, and a value by a `require`",
      `import type { OldA } from "./a";\nconst b = require("./b");\nexport const f = (a: OldA) => [a, new b.OldB()];\n`,
      `import { Neu } from "./new";\nexport const f = (a: Neu) => [a, new Neu()];\n`,
    ],
  ])("%s", async (_, before, after) => {
    const { fixed } = await proveFix({ ...world, [file]: before });
    expect(fixed[file]).toBe(after);
  });
});

describe("imports of a symbol that is the canonical one by another path", () => {
  const world = {
    "ssot.json": { migrations: [{ id: "neu", phase: 2, exclusive: true, canonical: { module: "./src/new", name: "neu" }, deprecated: [{ module: "./src/old", name: "old" }] }] },
    "src/new.ts": "export const neu = 1;\n",
    "src/old.ts": `export { neu as old } from "./new";\nexport const keep = 1;\n`,
    "src/way.ts": `export { neu } from "./new";\nexport const more = 1;\n`,
  };

  test.each([
    [
      "one that is renamed gives its name to no namespace's member",
      `import { old } from "./old";\nimport * as o from "./old";\nexport const a = [old, o.old, o.keep];\n`,
      `import { neu } from "./new";\nimport * as o from "./old";\nexport const a = [neu, neu, o.keep];\n`,
    ],
    [
      "one that goes for another import does not either",
      `import { neu } from "./way";\nimport * as way from "./way";\nimport { neu as right } from "./new";\nexport const a = [neu, way.neu, way.more, right];\n`,
      `import * as way from "./way";\nimport { neu as right } from "./new";\nexport const a = [right, right, way.more, right];\n`,
    ],
    [
      "one that keeps its name gives it to all",
      `import { old } from "./old";\nimport { neu as own } from "./way";\nimport * as way from "./way";\nexport const a = [old, own, way.neu, way.more];\n`,
      `import { neu as own } from "./new";\nimport * as way from "./way";\nexport const a = [own, own, own, way.more];\n`,
    ],
  ])("%s", async (_, before, after) => {
    const { fixed } = await proveFix({ ...world, [file]: before });
    expect(fixed[file]).toBe(after);
  });
});
