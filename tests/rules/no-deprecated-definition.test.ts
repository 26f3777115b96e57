/** What is reported, and why it stays; that it goes where nobody refers to it is tested with the edits that take it out. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Data, Invalid, Valid } from "../kit/rule-tester.ts";
import { asked, manifest, see } from "./case-project.ts";
import { removalFiles, removalManifest } from "./removal-project.ts";

const instead = 'Use `createManager` from "./src/ws/canonical" instead.';
const stays = (reason: string): Data => ({ symbol: '`getManager` from "./src/ws/factory"', instead, details: `${asked} Not fixed automatically: ${reason}.${see}` });
const three = stays("3 files may still refer to it: src/index.ts, src/user.ts, tests/user.test.ts");

const home: readonly Invalid[] = [
  { name: "a function, and who takes it", file: "src/ws/factory.ts", code: `/** @deprecated */\nexport function «getManager»() {}\n`, data: three },
  { name: "a variable", file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const other = 1, «getManager» = () => {};\n`, data: three },
  { name: "exported later", file: "src/ws/factory.ts", code: `/** @deprecated */\nconst «getManager» = () => {};\nexport { getManager };\n`, data: three },
  { name: "without a notice: removal goes before it", file: "src/ws/factory.ts", code: `export class «getManager» {}\n`, data: three },
  { name: "used in the file itself, which is no reason of its own", file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const «getManager» = () => {};\ngetManager();\n`, data: three },
  { name: "CRLF, a byte order mark, an emoji before it, no final newline", file: "src/ws/factory.ts", code: `\uFEFF/* 🎉 */ export const «getManager» = () => {};\r\nexport const a = 1`, data: three },
  { name: "overloads, reported once", file: "src/ws/factory.ts", code: `export function «getManager»(id: string): void;\nexport function getManager(id: number): void;\nexport function getManager(id: unknown) { return id; }\n`, data: three },
  {
    name: "no successor, and one that refers to it", file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const «resetPool» = 1;\n`,
    data: { symbol: '`resetPool` from "./src/ws/factory"', instead: "Pools are gone; open one manager per tenant.", details: " (owner @core) Not fixed automatically: one file may still refer to it: tests/user.test.ts." },
  },
  {
    name: "a whole module, at its first line", file: "src/legacy/date.ts", code: `«/** @deprecated */»\nexport const parse = 1;\n`, messageId: "module",
    data: { symbol: 'the module "./src/legacy/date"', instead: 'Use "./src/time/date" instead.', details: " Not fixed automatically: one file may import it: src/user.ts." },
  },
  {
    name: "a whole module that nobody imports", file: "src/legacy/unused.ts", code: `«export const parse = 1;»\n`, messageId: "module",
    data: { symbol: 'the module "./src/legacy/unused"', instead: 'Use "./src/time/date" instead.', details: " Not fixed automatically: the whole file is deprecated, and nothing in the project imports it: delete it." },
  },
];

const entries: readonly Invalid[] = [
  {
    name: "the export of a module that the manifest names, which has it from elsewhere", file: "src/shim.ts", code: `export { «makeSocket» } from "./ws/sockets";\n`, messageId: "entry",
    data: { symbol: '`makeSocket` from "./src/shim"', instead, details: " Not fixed automatically: one file may import it through here: src/user.ts." },
  },
  {
    name: "imported, then exported", file: "src/shim.ts", code: `import { makeSocket } from "./ws/sockets";\nexport { «makeSocket» };\n`, messageId: "entry",
    data: { symbol: '`makeSocket` from "./src/shim"', instead, details: " Not fixed automatically: one file may import it through here: src/user.ts." },
  },
  {
    name: "by a star", file: "src/shim.ts", code: `«export * from "./ws/sockets";»\n`, messageId: "entry",
    data: { symbol: '`makeSocket` from "./src/shim"', instead, details: " Not fixed automatically: one file may import it through here: src/user.ts." },
  },
];

/** Nothing is left of the old symbol but an entry that lets the canonical one out. */
const shims: readonly Invalid[] = [
  { name: "the canonical symbol under its old name", file: "src/alias.ts", code: `export { «createManager as makeManager» } from "./ws/canonical";\nexport const other = 1;\n`, messageId: "entry", output: `export const other = 1;\n`, data: { symbol: '`makeManager` from "./src/alias"', instead, details: "" } },
  { name: "imported, then exported", file: "src/alias.ts", code: `import { createManager } from "./ws/canonical";\nexport { «createManager as makeManager», createManager };\n`, messageId: "entry", output: `import { createManager } from "./ws/canonical";\nexport { createManager };\n` },
  { name: "as a member of what CommonJS exports", file: "src/alias.ts", code: `module.exports = { other: 1, makeManager: «require("./ws/canonical").createManager» };\n`, messageId: "entry", suggestions: [`module.exports = { other: 1 };\n`] },
  { name: "a constant, once", file: "src/alias.ts", code: `import { createManager } from "./ws/canonical";\nexport const «makeManager» = createManager;\nexport const other = 1;\n`, output: `export const other = 1;\n` },
  { name: "under its own name, from where it was before", file: "src/moved.ts", code: `export { «createManager» } from "./ws/canonical";\nexport const other = 1;\n`, messageId: "entry", output: `export const other = 1;\n` },
  { name: "by a star", file: "src/moved.ts", code: `«export * from "./ws/canonical";»\nexport const other = 1;\n`, messageId: "entry", output: `export const other = 1;\n`, data: { symbol: '`createManager` from "./src/moved"', instead, details: "" } },
];

const phases: readonly Invalid[] = [
  { name: "by the migration's own phase", file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const «getManager» = 1;\n` },
  { name: "by the option", phase: 4, file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const «getManager» = 1;\n`, manifest },
];

const valid: readonly Valid[] = [
  { name: "in phase 3", phase: 3, file: "src/ws/factory.ts", code: `/** @deprecated */\nexport const getManager = 1;\n` },
  { name: "what else the home defines", file: "src/ws/factory.ts", code: `export const openSocket = 1;\nconst getManager = 2;\nexport { openSocket as open };\n` },
  { name: "the same name elsewhere", code: `export const getManager = 1;\nexport function resetPool() {}\n` },
  { name: "the canonical definition", file: "src/ws/canonical.ts", code: `export const createManager = 1;\n` },
  { name: "a star beside an export of that name", file: "src/moved.ts", code: `export * from "./ws/canonical";\nexport { createManager } from "elsewhere";\n` },
  { name: "the canonical symbol under a name that is not deprecated", file: "src/alias.ts", code: `export { createManager, createManager as build } from "./ws/canonical";\n` },
  { name: "an export of another module is no-deprecated-reexport's", code: `export { getManager } from "./ws/factory";\n` },
  { name: "strings and comments", file: "src/ws/factory.ts", code: `// export const getManager = 1;\nexport const text = "export const getManager";\n` },
  { name: "an excluded file", file: "src/ws/factory.ts", code: `export const getManager = 1;\n`, manifest: { ...removalManifest, exclude: ["src/ws/**"] } },
];

testRule("no-deprecated-definition", "definition", { files: removalFiles, manifest: removalManifest }, {
  valid,
  invalid: [...home, ...entries, ...shims, ...phases].map((each): Invalid => ({ kinds: typescript, ...each })),
});

describe("who counts as one that refers to it", () => {
  const factory = { "src/ws/factory.ts": `/** @deprecated */\nexport const getManager = () => ({});\nexport const openSocket = 1;\n`, "src/ws/canonical.ts": `export const createManager = () => ({});\n` };
  const ssot = { migrations: [{ id: "manager", phase: 4, canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/ws/factory", name: "getManager" }], allow: ["src/user.*", "tests/**"] }] };
  const messageOf = async (more: Readonly<Record<string, string | object>>): Promise<string | undefined> => {
    const { found } = await lintProject({ ...factory, "ssot.json": ssot, ...more });
    return found.find(({ rule }) => rule === "ssot/no-deprecated-definition")?.message;
  };

  it.each([
    ["an import", { "src/user.ts": `import { getManager } from "./ws/factory";\ngetManager();\n` }],
    ["a type", { "src/user.ts": `export type T = typeof import("./ws/factory").getManager;\n` }],
    ["a namespace, whatever is taken of it", { "src/user.ts": `import * as ws from "./ws/factory";\nws.openSocket;\n` }],
    ["import()", { "src/user.ts": `export const load = () => import("./ws/factory");\n` }],
    ["require", { "src/user.cjs": `const { openSocket } = require("./ws/factory");\nopenSocket;\n` }],
    ["the default import of CommonJS", { "src/user.ts": `import ws from "./ws/factory";\nws.getManager();\n`, "src/ws/factory.ts": `/** @deprecated */\nexports.getManager = () => ({});\nexports.openSocket = 1;\n` }],
    ["a barrel's star, once it lets it out", { "src/user.ts": `export * from "./ws/factory";\n` }],
    ["a mock's string", { "tests/user.test.ts": `vi.mock("../src/ws/factory");\n` }],
    ["an alias that leads nowhere, and may mean it", { "src/user.ts": `import { getManager } from "@app/ws/factory";\ngetManager();\n` }],
  ])("%s", async (_, more) => {
    const [name = ""] = Object.keys(more);
    expect(await messageOf(more)).toContain(`Not fixed automatically: one file may still refer to it: ${name}.`);
  });

  it.each([
    ["an import of something else", { "src/user.ts": `import { openSocket } from "./ws/factory";\nopenSocket;\n` }],
    ["the same name of another module", { "src/other.ts": `export const getManager = 1;\n`, "src/user.ts": `import { getManager } from "./other";\ngetManager;\n` }],
    ["a star that is hidden", { "src/user.ts": `export * from "./ws/factory";\nexport const getManager = 1;\n` }],
    ["a package that is called so", { "src/user.ts": `import { getManager } from "factory";\ngetManager;\n` }],
  ])("not %s", async (_, more) => {
    expect(await messageOf(more)).not.toContain("refer to it");
  });

  it("a module that has exceptions is not to be deleted, whoever imports it", async () => {
    const ssotOfDates = { migrations: [{ id: "dates", phase: 4, canonical: { module: "./src/time", name: "*" }, deprecated: [{ module: "./src/dates", name: "*", except: ["format", "gone"] }] }] };
    const dates = { "ssot.json": ssotOfDates, "src/dates.ts": `export const format = 1;\nexport const parse = 2;\n`, "src/time.ts": `export const parse = 2;\n` };
    expect(await messageOf(dates)).toContain("Not fixed automatically: the file has `format` too, which is not deprecated.");
    expect(await messageOf({ ...dates, "src/dates.ts": `export const parse = 2;\n` })).toContain("nothing in the project imports it: delete it.");
  });

  it("a public entry of a package that is published is anybody's", async () => {
    const name = { "package.json": { name: "acme", version: "1.0.0", exports: { "./factory": "./src/ws/factory.ts" } } };
    expect(await messageOf(name)).toContain("Not fixed automatically: this is a public entry of a package that is published.");
    expect(await messageOf({ "package.json": { ...name["package.json"], private: true } })).not.toContain("public entry");
  });
});
