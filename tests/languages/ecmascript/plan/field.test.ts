/** What real repositories taught (docs/field-tests.md). */
import { describe, expect, test } from "vitest";
import { fixFile } from "./project.ts";

describe("a list of names", () => {
  test("one that ended without a comma does so when its last names go", async () => {
    const { text } = await fixFile(
      "src/consumer.ts",
      `import {\n  oldValue,\n  keep, // kept\n  OldClass\n} from './ws/old';\nexport const all = [keep, oldValue, OldClass];\n`,
    );
    expect(text).toBe(
      `import {\n  keep // kept\n} from './ws/old';\nimport { newValue, NewClass } from './ws/canonical';\nexport const all = [keep, newValue, NewClass];\n`,
    );
  });
});

describe("the lines of a list", () => {
  const uses = "export const all = [createManager, oldValue, OldClass];\n";
  const fixed = uses.replace("old", "new").replace("Old", "New");
  const long = "createManager as aManagerForTheFirstPurpose, createManager as aManagerForTheSecondPurpose, createManager";
  const longUses = "export const all = [\n  aManagerForTheFirstPurpose,\n  aManagerForTheSecondPurpose,\n  createManager,\n  oldValue,\n];\n";

  test.each([
    [
      "a comment stays with its name, where another joins",
      `import {\n  type Manager, // kept\n  createManager, // kept too\n} from "./ws/canonical";\nimport { oldValue, OldClass } from "./ws/old";\n${uses}export type M = Manager;\n`,
      `import {\n  type Manager, // kept\n  createManager, // kept too\n  newValue,\n  NewClass,\n} from "./ws/canonical";\n${fixed}export type M = Manager;\n`,
    ],
    [
      "and where there is no comma",
      `import {\n  type Manager,\n  createManager // kept too\n} from "./ws/canonical";\nimport { oldValue, OldClass } from "./ws/old";\n${uses}export type M = Manager;\n`,
      `import {\n  type Manager,\n  createManager, // kept too\n  newValue,\n  NewClass\n} from "./ws/canonical";\n${fixed}export type M = Manager;\n`,
    ],
    [
      "a list takes the lines of a short one that joins it",
      `import { createManager } from "./ws/canonical";\nimport {\n    oldValue,\n    OldClass,\n} from "./ws/old";\n${uses}`,
      `import {\n    createManager,\n    newValue,\n    NewClass,\n} from "./ws/canonical";\n${fixed}`,
    ],
    [
      "a new list takes the lines of the one that its names were in",
      `import {\r\n\tkeep as createManager,\r\n\toldValue,\r\n\tOldClass\r\n} from './ws/old';\r\n${uses}`,
      `import {\r\n\tkeep as createManager\r\n} from './ws/old';\r\nimport {\r\n\tnewValue,\r\n\tNewClass\r\n} from './ws/canonical';\r\n${fixed}`,
    ],
    [
      "a list on one line that would get too long is put on lines",
      `import { ${long} } from "./ws/canonical";\nimport { oldValue } from "./ws/old";\n${longUses}`,
      `import {\n  ${long.replaceAll(", ", ",\n  ")},\n  newValue,\n} from "./ws/canonical";\n${longUses.replace("old", "new")}`,
    ],
    [
      "but not where comments are in it",
      `import { /* three */ ${long} } from "./ws/canonical";\nimport { oldValue } from "./ws/old";\n${longUses}`,
      `import { /* three */ ${long}, newValue } from "./ws/canonical";\n${longUses.replace("old", "new")}`,
    ],
    [
      "a default stands before it, and there is no space in the braces",
      `import ws, {createManager} from "./ws/canonical";\nimport {\n  oldValue,\n  OldClass,\n} from "./ws/old";\n${uses}ws();\n`,
      `import ws, {\n  createManager,\n  newValue,\n  NewClass,\n} from "./ws/canonical";\n${fixed}ws();\n`,
    ],
    [
      "one that was on lines for its length says nothing of a short one",
      `import { createManager } from "./ws/canonical";\nimport {\n  oldValue,\n  OldClass,\n  keep as somethingElseThatIsLong,\n  keep as andYetAnotherThingThatIsLong,\n} from "./ws/old";\n${uses}export const more = [somethingElseThatIsLong, andYetAnotherThingThatIsLong];\n`,
      `import { createManager, newValue, NewClass } from "./ws/canonical";\nimport {\n  keep as somethingElseThatIsLong,\n  keep as andYetAnotherThingThatIsLong,\n} from "./ws/old";\n${fixed}export const more = [somethingElseThatIsLong, andYetAnotherThingThatIsLong];\n`,
    ],
  ])("%s", async (_, before, after) => {
    const { text } = await fixFile("src/consumer.ts", before);
    expect(text).toBe(after);
  });

  test("a require takes the lines of another", async () => {
    const { text } = await fixFile("src/consumer.cjs", `const {\n  keep,\n  oldValue,\n  OldClass,\n} = require("./ws/old");\nmodule.exports = [keep, oldValue, OldClass];\n`);
    expect(text).toBe(`const {\n  keep,\n} = require("./ws/old");\nconst {\n  newValue,\n  NewClass,\n} = require("./ws/canonical");\nmodule.exports = [keep, newValue, NewClass];\n`);
  });
});

describe("a type of an `import type`", () => {
  const uses = `export const b = newValue;\nexport const c = (shape: OldShape): number => shape.a;\n`;
  const fixed = uses.replace("OldShape", "NewShape");

  test.each([
    [
      "does not join a list of values",
      `import { newValue } from "./ws/canonical";\nimport type { OldShape } from "./ws/old";\n${uses}`,
      `import { newValue } from "./ws/canonical";\nimport type { NewShape } from "./ws/canonical";\n${fixed}`,
    ],
    [
      "joins one that holds types as well",
      `import { newValue, type Manager } from "./ws/canonical";\nimport type { OldShape } from "./ws/old";\n${uses}export type M = Manager;\n`,
      `import { newValue, type Manager, type NewShape } from "./ws/canonical";\n${fixed}export type M = Manager;\n`,
    ],
    [
      "joins a list of types before one of values",
      `import { newValue } from "./ws/canonical";\nimport type { Manager } from "./ws/canonical";\nimport type { OldShape } from "./ws/old";\n${uses}export type M = Manager;\n`,
      `import { newValue } from "./ws/canonical";\nimport type { Manager, NewShape } from "./ws/canonical";\n${fixed}export type M = Manager;\n`,
    ],
  ])("%s", async (_, before, after) => {
    const { text } = await fixFile("src/consumer.ts", before);
    expect(text).toBe(after);
  });
});

describe("a deprecated name in the canonical's own module", () => {
  const more = {
    "ssot.json": {
      migrations: [
        {
          id: "log",
          phase: 3,
          canonical: { module: "./src/log", name: "logger" },
          deprecated: [{ module: "./src/log", name: "trace", rewrites: [{ from: "trace($$$all)", to: "logger.trace($$$all)" }] }],
        },
      ],
    },
    "src/log.ts": `/** @deprecated */\nexport function trace(text: string): void { void text; }\nexport const logger = { trace };\nexport const value = 1;\nexport const other = 2;\n`,
  };

  test("is replaced in its own list where that stays, though another takes of the module too", async () => {
    const { text } = await fixFile(
      "src/consumer.ts",
      `import {\n  value,\n  trace\n} from "./log";\nimport { other } from "./log";\ntrace(String(value + other));\n`,
      { more },
    );
    expect(text).toBe(`import {\n  value,\n  logger\n} from "./log";\nimport { other } from "./log";\nlogger.trace(String(value + other));\n`);
  });

  test("joins the other list where its own has no more names", async () => {
    const { text } = await fixFile("src/consumer.ts", `import { other } from "./log";\nimport { trace } from "./log";\ntrace(String(other));\n`, { more });
    expect(text).toBe(`import { other, logger } from "./log";\nlogger.trace(String(other));\n`);
  });
});

describe("a namespace of a module that moves as a whole", () => {
  const more = {
    "ssot.json": {
      migrations: [{ id: "move", phase: 3, canonical: { module: "./src/new", name: "*" }, deprecated: [{ module: "./src/all", name: "*", except: ["stays"] }] }],
    },
    "src/all.ts": `/** @deprecated */\nexport const a = (): number => 1;\nexport const stays = (): number => 2;\n`,
    "src/new.ts": `export const a = (): number => 1;\nexport const stays = (): number => 3;\n`,
    "src/vi.d.ts": `declare const vi: { spyOn(object: object, name: string): { mockReturnValue(value: number): void } };\n`,
  };
  const spy = (name: string): string => `import * as all from "./all";\nvi.spyOn(all, "${name}").mockReturnValue(1);\nexport const one = all.a();\n`;

  test("moves with the spies on it, which name what they ask for", async () => {
    const { text } = await fixFile("src/consumer.test.ts", spy("a"), { more });
    expect(text).toBe(spy("a").replace("./all", "./new"));
  });

  test.each([
    ["a spy names what does not move", spy("stays"), "`stays` is not known to be exported by \"./new\""],
    ["a spy is under a disable comment", spy("a").replace("vi.", "// eslint-disable-next-line ssot/no-deprecated-mock -- old\nvi."), "it is kept by a disable comment"],
    ["it is passed on to others as well", `${spy("a")}console.log(all);\n`, "the module object is passed on, and may be asked for any export"],
  ])("stays where %s", async (_, before, reason) => {
    const { text, reasons } = await fixFile("src/consumer.test.ts", before, { more: { ...more, "src/console.d.ts": "declare const console: { log(it: unknown): void };\n" } });
    expect(text).toBe(before);
    expect(reasons).toContain(reason);
  });
});

describe("a namespace that is not asked at once", () => {
  test("stays where its members are taken through another name for it", async () => {
    const before = `import * as ws from "./ws/old";\nconst other = ws;\nexport const a = other.oldValue;\n`;
    const { text, reasons } = await fixFile("src/consumer.ts", before);
    expect(text).toBe(before);
    expect(reasons).toEqual(["it is taken through another name for the module"]);
  });

  test("goes where its members are taken in parentheses and under assertions", async () => {
    const { text } = await fixFile("src/consumer.ts", `import * as ws from "./ws/old";\nexport const a = [(ws).oldValue, (ws as typeof ws).oldValue, (ws!).oldValue];\n`);
    expect(text).toBe(`import { newValue } from "./ws/canonical";\nexport const a = [newValue, newValue, newValue];\n`);
  });
});

describe("a mock that keeps the rest of a module that moves as a whole", () => {
  const more = {
    "ssot.json": {
      migrations: [{ id: "move", phase: 3, canonical: { module: "./src/new", name: "*" }, deprecated: [{ module: "./src/all", name: "*", except: ["stays"] }] }],
    },
    "src/all.ts": `/** @deprecated */\nexport const a = (): number => 1;\nexport const stays = (): number => 2;\n`,
    "src/new.ts": `export const a = (): number => 1;\nexport const stays = (): number => 3;\n`,
    "src/vi.d.ts": `type Loose = any;\ndeclare const vi: { mock(module: string, factory: (original: () => Promise<object>) => object): void; importActual(module: string): Promise<object> };\ndeclare const jest: { mock(module: string, factory: () => object): void; requireActual(module: string): Loose };\n`,
  };

  test.each([
    ["at once", `vi.mock("./all", async () => ({ ...(await vi.importActual("./all")), a: () => 5 }));\n`],
    ["under an assertion", `vi.mock("./all", async () => {\n  return {\n    ...((await vi.importActual('./all')) as object),\n    a: () => 5,\n  };\n});\n`],
    ["by a variable", `jest.mock("./all", () => {\n  const original = jest.requireActual("./all");\n  return { __esModule: true, ...original, a: () => 5 };\n});\n`],
    ["by what vitest hands in", `vi.mock("./all", async (importOriginal) => ({ ...(await importOriginal()), a: () => 5 }));\n`],
  ])("moves with it: %s", async (_, before) => {
    const { text } = await fixFile("src/consumer.test.ts", before, { more });
    expect(text).toBe(before.replaceAll("./all", "./new"));
  });

  test.each([
    ["it mocks what does not move", `vi.mock("./all", async () => ({ ...(await vi.importActual("./all")), a: () => 5, stays: () => 6 }));\n`],
    ["the rest is another module's", `vi.mock("./all", async () => ({ ...(await vi.importActual("./new")), a: () => 5 }));\n`],
    ["the new module is mocked as well", `vi.mock("./new", () => ({ stays: () => 7 }));\nvi.mock("./all", async () => ({ ...(await vi.importActual("./all")), a: () => 5 }));\n`],
    ["the rest is read for more", `jest.mock("./all", () => {\n  const original = jest.requireActual("./all");\n  return { ...original, a: original.stays };\n});\n`],
  ])("stays where %s", async (_, before) => {
    const { text } = await fixFile("src/consumer.test.ts", before, { more });
    expect(text).toBe(before);
  });
});

describe("a mock of a module whose every export moves to one other, by its name", () => {
  const moves = (entries: readonly (readonly [string, string, string])[]): object => ({ migrations: entries.map(([name, module, as], index) => ({ id: `m${String(index)}`, phase: 3, canonical: { module, name: as }, deprecated: [{ module: "./src/all", name }] })) });
  const more = {
    "ssot.json": moves([["a", "./src/new", "newA"], ["b", "./src/new", "newB"]]),
    "src/all.ts": `export type T = number;\n/** @deprecated */\nexport { newA as a, newB as b } from "./new";\n`,
    "src/new.ts": `export const newA = (): number => 1;\nexport const newB = (): number => 2;\nexport const other = 3;\n`,
    "src/vi.d.ts": `declare const vi: { fn(): () => void; unmock(module: string): void; mock(module: string, factory?: object | ((original: () => Promise<object>) => object)): void; importActual(module: string): Promise<object> };\ndeclare const jest: { unstable_unmockModule(module: string): void };\n`,
  };
  const alone = { ...more, "src/new.ts": more["src/new.ts"].replace("export const other = 3;\n", "export type Other = number;\n") };

  test.each([
    ["without a factory", `vi.mock("./all");\n`, `vi.mock("./new");\n`],
    ["with options", `vi.mock("./all", { spy: true });\n`, `vi.mock("./new", { spy: true });\n`],
  ])("%s moves along where the new one has nothing else", async (_, before, after) => {
    expect((await fixFile("src/consumer.test.ts", before, { more: alone })).text).toBe(after);
    expect((await fixFile("src/consumer.test.ts", before, { more })).text).toBe(before);
    expect((await fixFile("src/consumer.test.ts", before, { more: { ...alone, "src/__mocks__/all.ts": "export const a = 1;\n" } })).text).toBe(before);
  });

  test.each([
    ["with the rest that vitest hands in", `vi.mock("./all", async (importOriginal) => ({ ...(await importOriginal()), a: vi.fn() }));\n`, `vi.mock("./new", async (importOriginal) => ({ ...(await importOriginal()), newA: vi.fn() }));\n`],
    ["with the rest that it asks for", `vi.mock("./all", async () => ({ ...(await vi.importActual("./all")), b: vi.fn() }));\n`, `vi.mock("./new", async () => ({ ...(await vi.importActual("./new")), newB: vi.fn() }));\n`],
    ["where a mock of it is undone", `vi.unmock("./all");\n`, `vi.unmock("./new");\n`],
    ["where Jest undoes it for modules of ECMAScript", `jest.unstable_unmockModule("./all");\n`, `jest.unstable_unmockModule("./new");\n`],
    ["with a name that the module has no longer", `vi.mock("./all", () => ({ a: vi.fn(), gone: vi.fn() }));\n`, `vi.mock("./new", () => ({ newA: vi.fn(), gone: vi.fn() }));\n`],
  ])("moves along %s", async (_, before, after) => {
    const { text } = await fixFile("src/consumer.test.ts", before, { more });
    expect(text).toBe(after);
  });

  test.each([
    ["an export stays", { ...more, "src/all.ts": `${more["src/all.ts"]}export const stays = 1;\n` }],
    ["one may be anything", { ...more, "src/all.ts": `${more["src/all.ts"]}export * from "unknown";\n`, "src/unknown.d.ts": `declare module "unknown" {\n  export const what: number;\n}\n` }],
    ["they move to two modules", { ...more, "ssot.json": moves([["a", "./src/new", "newA"], ["b", "./src/two", "newB"]]), "src/two.ts": `export { newB } from "./new";\n` }],
  ])("stays where %s", async (_, files) => {
    for (const before of [`vi.mock("./all", async (importOriginal) => ({ ...(await importOriginal()), a: vi.fn() }));\n`, `vi.mock("./all", () => ({ a: vi.fn(), gone: vi.fn() }));\n`, `vi.unmock("./all");\n`]) {
      const { text } = await fixFile("src/consumer.test.ts", before, { more: files });
      expect(text).toBe(before);
    }
  });

  test.each([
    ["by a variable", `vi.mock("./all", async (original) => {\n  const m = (await original()) as any;\n  return { a: () => m.b() };\n});\n`],
    ["beside the rest", `vi.mock("./all", async (original) => ({ ...(await original()), a: async () => ((await original()) as any).b() }));\n`],
    ["of the rest", `vi.mock("./all", async (original) => {\n  const m = (await original()) as any;\n  return { ...m, a: () => m.b() };\n});\n`],
  ])("stays where its factory takes something by its old name %s", async (_, before) => {
    const { text } = await fixFile("src/consumer.test.ts", before, { more });
    expect(text).toBe(before);
  });

  test("stays where what the old module has no longer is something else in the new one", async () => {
    const before = `vi.mock("./all", () => ({ a: vi.fn(), other: vi.fn() }));\n`;
    const { text } = await fixFile("src/consumer.test.ts", before, { more });
    expect(text).toBe(before);
  });
});

test("each spy on a namespace has its own reason, whatever else is spied on", async () => {
  const { reasons } = await fixFile(
    "src/consumer.test.ts",
    `import * as ws from "./ws/old";\nvi.spyOn(ws, "keep");\nvi.spyOn(ws, "oldValue");\nvi.spyOn(ws, "getFactory");\n`,
    { more: { "src/vi.d.ts": "declare const vi: { spyOn(object: object, name: string): void };\n" } },
  );
  expect(reasons).toEqual(["the object that is spied on is the old module", "a mock of another signature has another shape"]);
});

describe("a new name in the same module", () => {
  const more = {
    "ssot.json": { migrations: [{ id: "here", phase: 3, canonical: { module: "./src/api", name: "newCall" }, deprecated: [{ module: "./src/api", name: "oldCall" }] }] },
    "src/api.ts": `/** @deprecated */\nexport const oldCall = (): number => 1;\nexport const newCall = (): number => 1;\nexport const other = 2;\n`,
    "src/facade.ts": `export * as api from "./api";\n`,
  };

  test.each([
    ["a member of a namespace", `import * as api from "./api";\nexport const all = [api.oldCall(), api["oldCall"](), (api as typeof api).oldCall, api.other];\n`],
    ["and the last one", `import * as api from './api';\nexport const all = api['oldCall']();\n`],
    ["a type", `import type * as api from "./api";\nexport type Call = typeof api.oldCall;\n`],
    ["a module that is required", `const api = require("./api");\nexport const all = api.oldCall();\n`],
    ["and by a variable that would take more", `var api = require("./api");\nexport const all = [api.oldCall(), api];\n`],
  ])("%s is renamed where it stands", async (_, before) => {
    const { text } = await fixFile(before.includes("require") ? "src/consumer.js" : "src/consumer.ts", before, { more });
    expect(text).toBe(before.replaceAll("oldCall", "newCall"));
  });

  test.each([
    ["a key of a mock, whatever stands beside it", `vi.mock("./api", async (original) => ({ ...(await original()), oldCall: vi.fn(), other: 3 }));\n`],
    ["a string, in its quotes", `jest.mock('./api', () => ({ 'oldCall': jest.fn(), other: 3 }));\n`],
    ["a spy", `import * as api from "./api";\nvi.spyOn(api, 'oldCall');\nvi.spyOn(api, "other");\nvi.mocked(api.oldCall);\n`],
    ["what the real module gives", `const real = jest.requireActual("./api").oldCall;\nconst { oldCall: too } = jest.requireActual("./api");\nload(real, too);\n`],
  ])("%s is renamed there", async (_, before) => {
    const { text } = await fixFile("src/consumer.test.js", before, { more });
    expect(text).toBe(before.replaceAll("oldCall", "newCall"));
  });

  test("but not to a name that is mocked already", async () => {
    const before = `vi.mock("./api", () => ({ oldCall: vi.fn(), newCall: vi.fn() }));\n`;
    const { text, reasons } = await fixFile("src/consumer.test.js", before, { more });
    expect(text).toBe(before);
    expect(reasons).toEqual(["`newCall` is mocked here already"]);
  });

  test("a member of a member is taken from its home all the same, and so its mock stays", async () => {
    const consumer = await fixFile("src/consumer.ts", `import * as facade from "./facade";\nexport const all = facade.api.oldCall();\n`, { more });
    expect(consumer.text).toBe(`import { newCall } from "./api";\nexport const all = newCall();\n`);
    const { reasons } = await fixFile("src/consumer.test.js", `vi.mock("./facade", () => ({ api: { oldCall: vi.fn() }, other: 1 }));\n`, { more });
    expect(reasons).toEqual(["it is mocked as a part of another module"]);
  });
});
