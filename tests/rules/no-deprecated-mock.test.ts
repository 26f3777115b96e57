import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Data, Invalid, Valid } from "../kit/rule-tester.ts";
import { asked, managerData, manifest, project, see } from "./case-project.ts";

const resetPool: Data = { symbol: '`resetPool` from "./src/ws/factory"', instead: "Pools are gone; open one manager per tenant.", details: " (owner @core)" };

const factories: readonly Invalid[] = [
  {
    name: "a key of the factory's object",
    code: `vi.mock("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\n`,
    output: `vi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\n`,
    data: managerData,
  },
  {
    name: "keys in a block that returns, a function expression, async",
    code: `jest.mock('../src/ws/factory', async function () {\n  const fake = jest.fn()\n  return { «"getManager"»: fake }\n})\n`,
    output: `jest.mock('../src/ws/canonical', async function () {\n  const fake = jest.fn()\n  return { "createManager": fake }\n})\n`,
  },
  {
    name: "a shorthand key",
    code: `const getManager = vi.hoisted(() => vi.fn());\nvi.doMock("../src/ws/factory", () => ({ «getManager» }));\n`,
    output: `const getManager = vi.hoisted(() => vi.fn());\nvi.doMock("../src/ws/canonical", () => ({ createManager: getManager }));\n`,
  },
  {
    name: "a method, a default, the mark of a module",
    code: `jest.mock("../src/ws/factory", () => ({ __esModule: true, «getManager»() {}, «default»: class {} }));\n`,
    output: `jest.mock("../src/ws/canonical", () => ({ __esModule: true, createManager() {}, Hub: class {} }));\n`,
  },
  {
    name: "beside what is not deprecated it is only reported",
    code: `vi.mock("../src/ws/factory", () => ({ «getManager»: vi.fn(), openSocket: vi.fn() }));\n`,
  },
  {
    name: "beside the rest of the real module it is only reported, and that rest is no site",
    code: `vi.mock("../src/ws/factory", async () => ({ ...(await vi.importActual("../src/ws/factory")), «getManager»: vi.fn() }));\njest.mock("../src/ws/factory", () => ({ ...jest.requireActual("../src/ws/factory"), «resetPool»: jest.fn() }));\n`,
  },
  {
    name: "the original, by the factory's parameter",
    code: `vi.mock("../src/ws/factory", async (original) => {\n  const actual = await original();\n  return { ...actual, «getManager»: vi.fn() };\n});\n`,
  },
  {
    name: "several returns, each with its object; what a function within returns is none of them",
    code: `vi.mock("../src/ws/factory", () => {\n  const inner = () => { return { getManager: 0 }; };\n  if (inner()) return { «getManager»: 1 };\n  return { «getManager»: 2 };\n});\n`,
    output: `vi.mock("../src/ws/canonical", () => {\n  const inner = () => { return { getManager: 0 }; };\n  if (inner()) return { createManager: 1 };\n  return { createManager: 2 };\n});\n`,
  },
  {
    name: "several returns, of which one has other exports too, or is no object",
    code: `vi.mock("../src/ws/factory", () => {\n  if (a) return { «getManager»: 1 };\n  return { «getManager»: 2, openSocket: 1 };\n});\nvi.doMock(«"../src/ws/factory"», () => {\n  if (a) return fakes;\n  return { getManager: 2 };\n});\n`,
  },
  {
    name: "a factory that asks for the original would get another one",
    code: `vi.mock("../src/ws/factory", async (original) => {\n  const { getManager } = await original();\n  return { «getManager»: vi.fn(getManager) };\n});\n`,
  },
  {
    name: "a factory that only names its parameter",
    code: `vi.mock("../src/ws/factory", (original) => ({ «getManager»: vi.fn() }));\n`,
    output: `vi.mock("../src/ws/canonical", (original) => ({ createManager: vi.fn() }));\n`,
  },
  {
    name: "the module named by an import, which loads nothing",
    code: `vi.mock(import("../src/ws/factory"), () => ({ «getManager»: vi.fn() }));\n`,
    output: `vi.mock(import("../src/ws/canonical"), () => ({ createManager: vi.fn() }));\n`,
  },
  {
    name: "no successor",
    code: `jest.setMock("../src/ws/factory", { «resetPool»: jest.fn() });\n`,
    data: resetPool,
  },
];

const all = 'For `getManager`: Use `createManager` from "./src/ws/canonical" instead. For `ManagerOptions`: Use `ManagerConfig` from "./src/ws/canonical" instead. For the default export: Use `Hub` from "./src/ws/canonical" instead. For `resetPool`: Pools are gone; open one manager per tenant.';

const wholes: readonly Invalid[] = [
  {
    name: "a whole module",
    code: `vi.mock(«"../src/ws/factory"»);\nvi.unmock(«'../src/ws/factory'»);\njest.dontMock(«"../src/ws/factory"»).deepUnmock(«"../src/ws/factory"»);\n`,
    data: { symbol: '`getManager`, `ManagerOptions`, the default export, `resetPool` from "./src/ws/factory"', instead: all, details: `${asked} (owner @core) Not fixed automatically: the whole module is mocked.${see}` },
  },
  { name: "options are no factory", code: `vi.mock(«"../src/ws/factory"», { spy: true });\nvi.mock(import(«"../src/ws/factory"»), { spy: true });\n` },
  { name: "an empty factory, one that is elsewhere, one that gives something else", code: `vi.mock(«"../src/ws/factory"», () => ({}));\nvi.mock(«"../src/ws/factory"», makeMock);\nvi.mock(«"../src/ws/factory"», () => fakes);\nvi.mock(«"../src/ws/factory"», () => ({ ...fakes }));\n` },
  { name: "a template literal, a bracket, comments", code: "vi[\"mock\"](/* the old one */ «`../src/ws/factory`»);\n" },
  { name: "jest's other methods", code: `jest.unstable_mockModule(«"../src/ws/factory"», makeMock);\njest.createMockFromModule(«"../src/ws/factory"»);\njest.genMockFromModule(«"../src/ws/factory"»);\n` },
  {
    name: "of a module that moves as a whole",
    code: `vi.mock(«"../src/legacy/date"»);\n`,
    output: `vi.mock("../src/time/date");\n`,
    data: { symbol: 'the module "./src/legacy/date"', instead: 'Use "./src/time/date" instead.', details: "" },
  },
  {
    name: "of a module that moves as a whole, by name; but for the exceptions",
    code: `vi.mock("../src/legacy/date", () => ({ __esModule: true, «now»: () => 0, «"parse"»: () => 0 }));\nvi.mock("../src/legacy/date", () => ({ format: () => "" }));\n`,
    output: `vi.mock("../src/time/date", () => ({ __esModule: true, now: () => 0, "parse": () => 0 }));\nvi.mock("../src/legacy/date", () => ({ format: () => "" }));\n`,
  },
];

const spies: readonly Invalid[] = [
  { name: "a member of a namespace", code: `import * as ws from "../src/ws/factory";\nvi.spyOn(ws, «"getManager"»).mockReturnValue({});\njest.replaceProperty(ws, «'resetPool'», 1);\n`, data: [{ ...managerData, details: `${asked} Not fixed automatically: the object that is spied on is the old module.${see}` }, resetPool] },
  { name: "before the import", code: `beforeEach(() => vi.spyOn(ws, «"getManager"»));\nimport * as ws from "../src/ws/factory";\n` },
  { name: "of a required module, and of one at once", code: `const ws = require("../src/ws/factory");\njest.spyOn(ws, «"getManager"»);\njest.spyOn(require("../src/ws/factory"), «"getManager"»);\n` },
  { name: "of an imported module, and of one at once", code: `it("spies", async () => {\n  const ws = await import("../src/ws/factory");\n  vi.spyOn(ws, «"getManager"»);\n  vi.spyOn(await import("../src/ws/factory"), «"getManager"»);\n});\n` },
];

const actuals: readonly Invalid[] = [
  {
    name: "destructured",
    code: `const { «getManager», openSocket } = await vi.importActual("../src/ws/factory");\n`,
  },
  {
    name: "destructured and alone",
    code: `const { «getManager» } = await vi.importActual("../src/ws/factory");\ngetManager();\n`,
    output: `const { createManager: getManager } = await vi.importActual("../src/ws/canonical");\ngetManager();\n`,
  },
  {
    name: "a member at once",
    code: `const actual = jest.requireActual("../src/ws/factory").«getManager»;\n`,
    output: `const actual = jest.requireActual("../src/ws/canonical").createManager;\n`,
  },
  {
    name: "members of a variable",
    code: `const ws = jest.requireMock("../src/ws/factory");\nws.«getManager».mockClear();\nws[«"getManager"»]();\n`,
    output: `const ws = jest.requireMock("../src/ws/canonical");\nws.createManager.mockClear();\nws["createManager"]();\n`,
  },
  {
    name: "members of a variable that is passed on as well",
    code: `const ws = jest.requireMock("../src/ws/factory");\nws.«getManager».mockClear();\nstart(ws);\n`,
  },
  {
    name: "whole",
    code: `start(await vi.importMock(«"../src/ws/factory"»));\n`,
  },
];

const runners: readonly Invalid[] = [
  { name: "vi under an alias", code: `import { vi as v, it } from "vitest";\nv.mock(«"../src/ws/factory"»);\n` },
  { name: "vitest", code: `import { vitest } from "vitest";\nvitest.mock(«"../src/ws/factory"»);\n` },
  { name: "jest from its globals", code: `import { jest } from "@jest/globals";\njest.mock(«"../src/ws/factory"»);\n` },
  { name: "jest from its globals, required", code: `const { jest: runner } = require("@jest/globals");\nrunner.mock(«"../src/ws/factory"»);\n` },
  { name: "tests in the source", code: `if (import.meta.vitest) {\n  const { vi } = import.meta.vitest;\n  vi.mock(«"../src/ws/factory"»);\n}\n` },
];

const typed: readonly Invalid[] = [
  { name: "a type argument of the mock", code: `vi.mock<typeof import("../src/ws/factory")>("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\n`, output: `vi.mock<typeof import("../src/ws/canonical")>("../src/ws/canonical", () => ({ createManager: vi.fn() }));\n` },
  { name: "a type argument of the mock that says something else", code: `vi.mock<Fake>("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\n` },
  { name: "the type of a member, an asserted variable", code: `const ws: any = await vi.importActual("../src/ws/factory");\nlet kind: typeof ws.«getManager»;\n(ws as any).«getManager»();\n`, output: `const ws: any = await vi.importActual("../src/ws/canonical");\nlet kind: typeof ws.createManager;\n(ws as any).createManager();\n` },
  { name: "type arguments", code: `const actual = await vi.importActual<typeof import("../src/ws/canonical")>("../src/ws/factory");\nactual.«getManager»();\n`, output: `const actual = await vi.importActual<typeof import("../src/ws/canonical")>("../src/ws/canonical");\nactual.createManager();\n` },
  { name: "asserted", code: `vi.mock("../src/ws/factory", () => ({ «getManager»: vi.fn() }) as any);\n`, output: `vi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }) as any);\n` },
  { name: "an asserted runner", code: `(vi as any).mock(«"../src/ws/factory"»);\n` },
  { name: "a spy on an asserted module", code: `import * as ws from "../src/ws/factory";\nvi.spyOn(ws as any, «"getManager"»);\n` },
  { name: "globals that TypeScript was told about", code: `declare const jest: any;\njest.mock(«"../src/ws/factory"»);\n` },
];

const valid: readonly Valid[] = [
  { name: "a local vi that is something else", code: `const vi = createRunner();\nvi.mock("../src/ws/factory");\n` },
  { name: "another package's vi and jest", code: `import { vi } from "other";\nimport { jest } from "./jest";\nimport { it as jestish } from "@jest/globals";\nvi.mock("../src/ws/factory");\njest.mock("../src/ws/factory");\njestish.mock("../src/ws/factory");\n` },
  { name: "somebody else's methods of these names", code: `sinon.mock("../src/ws/factory");\nmock("../src/ws/factory");\nvi.fn("../src/ws/factory");\nvi.mock();\n` },
  { name: "another module, or another export", code: `vi.mock("../src/other");\nvi.mock("../src/ws/factory", () => ({ openSocket: vi.fn() }));\nvi.mock("../src/ws/canonical", () => ({ getManager: vi.fn() }));\nvi.mock("ws", () => ({ getManager: vi.fn() }));\n` },
  { name: "a spy on something else", code: `import * as ws from "../src/ws/factory";\nvi.spyOn(ws, "openSocket");\nvi.spyOn(ws, name);\nvi.spyOn(other, "getManager");\nvi.spyOn({ ws }, "getManager");\n` },
  { name: "what vi.mocked gets is a use", code: `import { getManager } from "../src/ws/factory";\nvi.mocked(getManager);\n` },
  { name: "before phase 3", phase: 2, code: `vi.mock("../src/ws/factory");\n` },
  { name: "an allowed file", code: `vi.mock("../src/ws/factory", () => ({ getManager: vi.fn() }));\n`, manifest: { migrations: [{ ...manifest.migrations[0], allow: ["tests/**"] }] } },
];

const goneManifest = { migrations: [{ id: "gone", canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/gone", name: "getOld" }] }] };
const gone: readonly Invalid[] = [
  { name: "a target that is gone", code: `vi.mock("../src/gone", () => ({ «getOld»: vi.fn() }));\n`, output: `vi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\n`, manifest: goneManifest },
  { name: "a target that is gone, as a whole", code: `jest.mock(«"../src/gone.js"»);\n`, manifest: goneManifest },
  {
    name: "beside a mock that stays it is only suggested",
    code: `vi.doMock("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\nvi.doUnmock(«"../src/ws/factory"»);\n`,
    suggestions: [`vi.doMock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\nvi.doUnmock("../src/ws/factory");\n`, null],
  },
  {
    name: "beside one that is only suggested too",
    code: `vi.mock(«"../src/legacy/date"»);\nvi.mock("../src/legacy/date", () => ({ «parse»: 1, format: 2 }));\nvi.doMock("../src/legacy/date", () => ({ «now»: 1 }));\n`,
    suggestions: [
      `vi.mock("../src/time/date");\nvi.mock("../src/legacy/date", () => ({ parse: 1, format: 2 }));\nvi.doMock("../src/legacy/date", () => ({ now: 1 }));\n`,
      null,
      `vi.mock("../src/legacy/date");\nvi.mock("../src/legacy/date", () => ({ parse: 1, format: 2 }));\nvi.doMock("../src/time/date", () => ({ now: 1 }));\n`,
    ],
  },
];

const beside: readonly Invalid[] = [
  {
    name: "where the new module's rest is imported too, it is only suggested",
    code: `import { vi } from "vitest";\nimport { Hub, type ManagerConfig } from "../src/ws/canonical";\nvi.mock("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\nnew Hub();\n`,
    kinds: typescript,
    suggestions: [`import { vi } from "vitest";\nimport { Hub, type ManagerConfig } from "../src/ws/canonical";\nvi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\nnew Hub();\n`],
  },
  {
    name: "but not where a type of it is, nor what the mock has",
    code: `import { vi } from "vitest";\nimport { createManager, type ManagerConfig } from "../src/ws/canonical";\nvi.mock("../src/ws/factory", () => ({ «getManager»: vi.fn() }));\ncreateManager();\n`,
    kinds: typescript,
    output: `import { vi } from "vitest";\nimport { createManager, type ManagerConfig } from "../src/ws/canonical";\nvi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\ncreateManager();\n`,
  },
];

const twoOld = {
  files: { ...project.files, "src/ws/other.ts": `/** @deprecated */\nexport class Other {}\n` },
  manifest: { migrations: [...manifest.migrations, { id: "other", phase: 2, canonical: { module: "./src/ws/canonical", name: "Hub" }, deprecated: [{ module: "./src/ws/other", name: "Other" }] }] },
};

const imports: readonly Invalid[] = [
  {
    name: "whose new module is mocked without it",
    code: `import { vi } from "vitest";\nimport { «getManager», openSocket } from "../src/ws/factory";\nvi.mock("../src/ws/canonical", () => ({ Hub: class {} }));\nexport const all = [openSocket, getManager];\n`,
    suggestions: [`import { vi } from "vitest";\nimport { openSocket } from "../src/ws/factory";\nimport { createManager } from "../src/ws/canonical";\nvi.mock("../src/ws/canonical", () => ({ Hub: class {} }));\nexport const all = [openSocket, createManager];\n`],
  },
  {
    name: "whose new module is mocked with it, or as a whole, or by one test",
    code: `import { vi } from "vitest";\nimport { «getManager» } from "../src/ws/factory";\nvi.mock("../src/ws/canonical", () => ({ createManager: 1 }));\nvi.mock("../src/ws/canonical");\nvi.doMock("../src/ws/canonical", () => ({ Hub: 1 }));\ngetManager();\n`,
    output: `import { vi } from "vitest";\nimport { createManager } from "../src/ws/canonical";\nvi.mock("../src/ws/canonical", () => ({ createManager: 1 }));\nvi.mock("../src/ws/canonical");\nvi.doMock("../src/ws/canonical", () => ({ Hub: 1 }));\ncreateManager();\n`,
  },
];

const inTest = <Case extends Valid>(each: Case): Case => ({ file: "tests/manager.test", phase: 3, ...each });

testRule("no-deprecated-mock", "mocked", project, {
  valid: valid.map(inTest),
  invalid: [
    ...[...factories, ...wholes, ...spies, ...actuals, ...runners, ...gone, ...beside].map(inTest),
    ...typed.map((each) => inTest({ kinds: typescript, ...each })),
    { name: "in production code too, from phase 3 on", file: "src/setup", phase: 3, code: `vi.mock(«"./ws/factory"»);\n` },
  ],
});

testRule("no-deprecated-import", "deprecated", project, { valid: [], invalid: imports.map(inTest) });

testRule("no-deprecated-mock", "mocked", twoOld, {
  valid: [],
  invalid: [
    inTest({
      name: "of two that would be mocks of one module, the runner would take one",
      code: `vi.mock("../src/ws/factory", () => ({ «getManager»: 1 }));\nvi.mock("../src/ws/other", () => ({ «Other»: 2 }));\n`,
      output: `vi.mock("../src/ws/canonical", () => ({ createManager: 1 }));\nvi.mock("../src/ws/other", () => ({ Other: 2 }));\n`,
      suggestions: [null, `vi.mock("../src/ws/factory", () => ({ getManager: 1 }));\nvi.mock("../src/ws/canonical", () => ({ Hub: 2 }));\n`],
    }),
    inTest({
      name: "in tests that mock for themselves, each moves",
      code: `vi.doMock("../src/ws/factory", () => ({ «getManager»: 1 }));\nvi.doMock("../src/ws/other", () => ({ «Other»: 2 }));\n`,
      output: `vi.doMock("../src/ws/canonical", () => ({ createManager: 1 }));\nvi.doMock("../src/ws/canonical", () => ({ Hub: 2 }));\n`,
    }),
  ],
});
