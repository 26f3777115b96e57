/** What becomes of an export that is reported: it goes where nobody takes it, else the message says who may. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";
import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid } from "../kit/rule-tester.ts";
import { asked, files, managerData, manifest } from "./case-project.ts";

const rest = `export const rest = 1;\n`;

const modules: readonly Invalid[] = [
  { name: "one of several", code: `export { «getManager», openSocket } from "./ws/factory";\n`, output: `export { openSocket } from "./ws/factory";\n`, data: managerData },
  { name: "the last of a list, with its line", code: `export { openSocket } from "./ws/factory";\nexport { «getManager as create» } from "./ws/factory"; // old\n${rest}`, output: `export { openSocket } from "./ws/factory";\n${rest}` },
  { name: "all that the file has: it stays a module", code: `export { «getManager», «default» } from "./ws/factory";\n`, output: `export {};\n` },
  { name: "a star, where all of the module is deprecated", code: `«export * from "./all";»\n${rest}`, output: rest },
  { name: "a namespace, where all of the module is deprecated", code: `«export * as old from "./all";»\n${rest}`, output: rest },
  { name: "imported, then exported: the import goes along", code: `import { getManager, openSocket } from "./ws/factory";\nexport { «getManager», openSocket };\n`, output: `import { openSocket } from "./ws/factory";\nexport { openSocket };\n` },
  { name: "imported, used, then exported: the import stays", code: `import { getManager } from "./ws/factory";\nexport { «getManager as create» };\nexport const made = getManager();\n`, output: `import { getManager } from "./ws/factory";\nexport const made = getManager();\n` },
  { name: "the default", code: `import { getManager } from "./ws/factory";\nexport default «getManager»;\n${rest}`, output: rest },
  { name: "a member of a namespace, as the default", code: `import * as ws from "./ws/factory";\nexport default «ws.getManager»;\nexport const open = ws.openSocket;\n`, output: `import * as ws from "./ws/factory";\nexport const open = ws.openSocket;\n` },
  { name: "a property of the default's object", code: `import { getManager, openSocket } from "./ws/factory";\nexport default { «getManager», openSocket };\n`, output: `import { openSocket } from "./ws/factory";\nexport default { openSocket };\n` },
];

const layouts: readonly Invalid[] = [
  { name: "comments between the tokens", code: `export { /* a */ openSocket, /* b */ «getManager /* c */ as /* d */ create», } from "./ws/factory"; // e\n`, output: `export { /* a */ openSocket, } from "./ws/factory"; // e\n` },
  { name: "CRLF, a byte order mark and an emoji", code: `\uFEFF/* 🎉 */ export const a = "🎉";\r\nexport { «getManager» } from "./ws/factory";\r\nexport const b = 1;\r\n`, output: `\uFEFF/* 🎉 */ export const a = "🎉";\r\nexport const b = 1;\r\n` },
  { name: "several on a line, no semicolon and no final newline at the end", code: `export const a = 1; export { «getManager» } from "./ws/factory"; export { openSocket } from "./ws/factory"`, output: `export const a = 1; export { openSocket } from "./ws/factory"` },
  { name: "the last line, without a newline", code: `export const a = 1\nexport { «getManager» } from './ws/factory'`, output: `export const a = 1` },
];

const own: Invalid["data"] = { ...managerData, details: `${asked} Offered as a quick fix, not automatic: a declaration of this file would go with it. See https://example.com/issues/989` };
const types: readonly Invalid[] = [
  { name: "types", code: `export type { «ManagerOptions», «getManager» } from "./ws/factory";\nexport { «type ManagerOptions as Options», openSocket } from "./ws/factory";\n`, output: `export { openSocket } from "./ws/factory";\n` },
  { name: "an imported type", code: `import type { ManagerOptions } from "./ws/factory";\nexport type { «ManagerOptions» };\n${rest}`, output: rest },
  { name: "a type of the file's own is only offered", code: `import type { ManagerOptions } from "./ws/factory";\nexport type Options = «ManagerOptions»;\n${rest}`, suggestions: [rest] },
  { name: "so is an import that is exported", code: `export «import ws = require("./all");»\n${rest}`, suggestions: [rest] },
];

const declarations: readonly Invalid[] = [
  { name: "a constant of the file's own is only offered", code: `import { getManager } from "./ws/factory";\nexport const create = «getManager», a = 1;\n`, suggestions: [`export const a = 1;\n`], data: own },
];

const commonJs: readonly Invalid[] = [
  { name: "a property of the object", code: `const { getManager, openSocket } = require("./ws/factory");\nmodule.exports = { «getManager», openSocket };\n`, output: `const { openSocket } = require("./ws/factory");\nmodule.exports = { openSocket };\n` },
  { name: "exports.x", code: `const { getManager } = require("./ws/factory");\nexports.create = «getManager»;\nexports.a = 1;\n`, output: `exports.a = 1;\n` },
  { name: "a member at once", code: `module.exports.create = «require("./ws/factory").getManager»;\nexports.a = 1;\n`, output: `exports.a = 1;\n` },
  { name: "a property that is defined, with its statement", code: `const old = require("./ws/factory");\nObject.defineProperty(exports, "create", { enumerable: true, get: function () { return «old.getManager»; } });\nexports.a = 1;\n`, output: `exports.a = 1;\n` },
  { name: "a value that is defined", code: `const { getManager, openSocket } = require("./ws/factory");\nObject.defineProperty(exports, "create", { value: «getManager» });\nexports.a = openSocket;\n`, output: `const { openSocket } = require("./ws/factory");\nexports.a = openSocket;\n` },
  { name: "under another name it may be an option", code: `const { getManager } = require("./ws/factory");\nmodule.exports = { «create: getManager», a: 1 };\n`, suggestions: [`module.exports = { a: 1 };\n`] },
];

const old = { "src/all.ts": `/** @deprecated */\nexport const a = 1;\n/** @deprecated */\nexport const b = 2;\n` };
const migrations = [...manifest.migrations, ...["a", "b"].map((name) => ({ id: name, phase: 1, message: "Gone", deprecated: [{ module: "./src/all", name }] }))];

testRule("no-deprecated-reexport", "leaked", { files: { ...files, ...old }, manifest: { migrations } }, {
  valid: [],
  invalid: [
    ...modules, ...layouts, ...declarations,
    ...types.map((each): Invalid => ({ kinds: typescript, ...each })),
    ...commonJs.map((each): Invalid => ({ kinds: ["js", "jsx"], sourceType: "commonjs", ...each })),
  ],
});

describe("who may take it", () => {
  const factory = `/** @deprecated */\nexport const getManager = () => ({});\nexport const openSocket = 1;\n`;
  const barrel = `export { getManager } from "./factory";\nexport const own = 1;\n`;
  const ssot = { migrations: [{ id: "manager", phase: 1, canonical: { module: "./src/canonical", name: "createManager" }, deprecated: [{ module: "./src/factory", name: "getManager" }] }] };
  const base = { "ssot.json": ssot, "src/factory.ts": factory, "src/canonical.ts": `export const createManager = () => ({});\n`, "src/index.ts": barrel };
  const takers = (...names: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(names.map((name) => [`src/${name}.ts`, `export const load = () => import("./index");\n`]));

  it.each<[string, Readonly<Record<string, string | object>>, string]>([
    ["one file", takers("a"), "one file may import it through here: src/a.ts."],
    ["three files", takers("a", "b", "c"), "3 files may import it through here: src/a.ts, src/b.ts, src/c.ts."],
    ["five files, of which three are named", takers("a", "b", "c", "d", "e"), "5 files may import it through here: src/a.ts, src/b.ts, src/c.ts and 2 more."],
    ["a namespace, whatever is taken of it", { "src/user.ts": `import * as all from ".";\nexport const a = all.own;\n` }, "one file may import it through here: src/user.ts."],
    ["the default export that it is a property of", { "src/index.ts": `import { getManager } from "./factory";\nexport default { getManager };\n`, "src/user.ts": `import api from ".";\napi.getManager();\n` }, "one file may import it through here: src/user.ts."],
    ["an object within that one", { "src/index.ts": `import { getManager } from "./factory";\nexport default { ws: { getManager } };\n`, "src/user.ts": `import api from ".";\napi.ws.getManager();\n` }, "one file may import it through here: src/user.ts."],
    ["the default import of CommonJS", { "src/index.ts": `exports.getManager = require("./factory").getManager;\n`, "src/user.ts": `import api from ".";\napi.getManager();\n` }, "one file may import it through here: src/user.ts."],
    ["an export of CommonJS that holds it", { "src/index.ts": `const { getManager } = require("./factory");\nmodule.exports = { ws: { getManager } };\n`, "src/user.ts": `import { ws } from ".";\nws.getManager();\n` }, "one file may import it through here: src/user.ts."],
    ["all that CommonJS passes on", { "src/index.ts": `module.exports = { ...require("./factory") };\n`, "src/user.ts": `import { getManager } from ".";\ngetManager();\n` }, "one file may import it through here: src/user.ts."],
    ["require", { "src/user.cjs": `const { own } = require("./index");\nexports.own = own;\n` }, "one file may import it through here: src/user.cjs."],
    ["a glob", { "src/user.ts": `export const all = import.meta.glob("./*.ts");\n` }, "one file may import it through here: src/user.ts."],
    ["a context", { "src/user.js": `export const all = require.context(".", false, /index/);\n` }, "one file may import it through here: src/user.js."],
    ["a path that is put together", { "src/user.ts": "export const load = (name: string) => import(`../src/${name}.ts`);\n" }, "one file may import it through here: src/user.ts."],
    ["a mock", { "src/user.test.ts": `vi.mock("./index");\n` }, "one file may import it through here: src/user.test.ts."],
    ["an alias that leads nowhere", { "src/user.ts": `import { getManager } from "@app/src";\ngetManager();\n` }, "one file may import it through here: src/user.ts."],
    ["a public entry", { "package.json": { name: "acme", main: "./src/index.ts" } }, "this is a public entry of a package that is published."],
    ["a public entry of one platform", { "package.json": { name: "acme", exports: { ".": { browser: "./dist/index.js", default: "./dist/node.js" } } }, "src/node.ts": "export {};\n" }, "this is a public entry of a package that is published."],
    ["what a bundler takes in another file's place", { "package.json": { name: "acme", private: true, browser: { "./src/node.ts": "./src/index.ts" } }, "src/node.ts": "export {};\n" }, "a framework, or another platform's build, may load this file by its path."],
    ["a star beside what else goes through", { "src/index.ts": `export * from "./factory";\nexport const own = 1;\n` }, "other exports go through here as well."],
  ])("%s", async (_, more, reason) => {
    const all: Readonly<Record<string, string | object>> = { ...base, ...more };
    const { found, fixed } = await lintProject(all, { preset: "phase-1" });
    const report = found.find(({ file }) => file === "src/index.ts");
    expect(report?.message).toContain(`Not fixed automatically: ${reason}`);
    expect(fixed["src/index.ts"]).toBe(all["src/index.ts"]);
  });

  it.each<[string, Readonly<Record<string, string | object>>]>([
    ["nobody", {}],
    ["a file that takes something else", { "src/user.ts": `import { own } from ".";\nexport const a = own;\n` }],
    ["a file that takes it elsewhere", { "src/user.ts": `import { getManager } from "./factory";\nexport const a = getManager();\n` }],
    ["a public entry of a private package", { "package.json": { name: "acme", private: true, main: "./src/index.ts" } }],
  ])("%s: it goes, and all compiles as before", async (_, more) => {
    const { fixed } = await proveFix({ ...base, ...more }, { preset: "phase-1" });
    expect(fixed["src/index.ts"]).toBe(`export const own = 1;\n`);
  });

  it("who imports a script has what its declaration file declares", async () => {
    const declared = { "src/api.js": `export { getManager } from "./factory.ts";\n`, "src/api.d.ts": `export { getManager } from "./factory.ts";\n`, "src/user.ts": `import * as api from "./api.js";\napi.getManager();\n` };
    const { found, fixed } = await lintProject({ ...base, ...declared }, { preset: "phase-1" });
    for (const name of ["src/api.js", "src/api.d.ts"]) expect(found.find(({ file }) => file === name)?.message).toContain("one file may import it through here: src/user.ts.");
    expect(fixed["src/api.d.ts"]).toBe(declared["src/api.d.ts"]);
  });

  it("a file that a framework loads by its path keeps it", async () => {
    const route = `export { getManager as GET } from "../../factory";\n`;
    const { found, fixed } = await lintProject({ ...base, "src/app/orders/route.ts": route }, { preset: "phase-1" });
    expect(found.find(({ file }) => file === "src/app/orders/route.ts")?.message).toContain("Not fixed automatically: a framework, or another platform's build, may load this file by its path.");
    expect(fixed["src/app/orders/route.ts"]).toBe(route);
  });

  it("beside an import that moves, an export from the old module goes by the same edit", async () => {
    const both = `import { getManager } from "./factory";\nexport { getManager as create } from "./factory";\nexport { getManager };\nexport const made = getManager();\n`;
    const { found, fixed } = await proveFix({ ...base, "src/index.ts": both }, { preset: "phase-2" });
    expect(found.filter(({ file }) => file === "src/index.ts").map(({ fixable }) => fixable)).toEqual([true, true, true, true]);
    expect(fixed["src/index.ts"]).toBe(`import { createManager } from "./canonical";\nexport { createManager as getManager };\nexport const made = createManager();\n`);
  });

  it("once a file takes it from its home, the next run removes the export", async () => {
    const user = `import { getManager } from ".";\nexport const a = getManager();\n`;
    const first = await lintProject({ ...base, "src/user.ts": user }, { preset: "phase-1" });
    expect(first.fixed["src/user.ts"]).toBe(user.replace(`"."`, `"./factory"`));
    expect(first.fixed["src/index.ts"]).toBe(barrel);
    const second = await proveFix({ ...base, ...first.fixed }, { preset: "phase-1" });
    expect(second.fixed["src/index.ts"]).toBe(`export const own = 1;\n`);
  });
});
