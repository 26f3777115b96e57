/** Modules that pass all of the canonical one on: their object is the other's, whatever it is asked for. */
import { expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = { migrations: [{ id: "moved", phase: 2, canonical: { module: "./lib/new", name: "*" }, deprecated: [{ module: "./lib/old", name: "*" }] }] };
const thing = `function thing(x) {\n  return x;\n}\nthing.helper = () => 1;\nmodule.exports = thing;\n`;

async function fix(project: Readonly<Record<string, string>>, entry: object = {}): Promise<{ readonly fixed: Readonly<Record<string, string>>; readonly reasons: readonly string[] }> {
  const [migration] = manifest.migrations;
  const deprecated = [{ module: "./lib/old", name: "*", ...entry }];
  const { fixed, found, unstable } = await lintProject({ "package.json": { name: "app" }, "ssot.json": { migrations: [{ ...migration, deprecated }] }, ...project });
  expect(unstable).toEqual([]);
  return { fixed, reasons: found.flatMap(({ message }) => /Not fixed automatically: (.*)\.$/.exec(message)?.[1] ?? []) };
}

const commonJs = { "lib/new.js": thing, "lib/old.js": `/** @deprecated Use ./new. */\nmodule.exports = require("./new");\n` };
const module_ = {
  "lib/new.mjs": `export const open = (id) => id;\nexport default open;\n`,
  "lib/old.mjs": `export * from "./new.mjs";\nexport { default } from "./new.mjs";\n`,
};

it.each([
  ["a module that is a function and has members", commonJs, "app.js", `const thing = require("./lib/old");\nexports.all = [1].map(thing);\nexports.one = thing.helper();\n`],
  ["one that has no name", commonJs, "app.js", `exports.one = require("./lib/old")("a");\nexports.two = require("./lib/old").helper();\n`],
  ["an argument", commonJs, "app.js", `exports.run = (wrap) => wrap(require("./lib/old"));\n`],
  ["a namespace of modules", module_, "app.mjs", `import * as all from "./lib/old.mjs";\nexport const handlers = Object.keys(all);\n`],
  ["what is loaded later", module_, "app.mjs", `export const load = (use) => import("./lib/old.mjs").then(use);\n`],
  ["one that asks for names that are not written out", module_, "app.mjs", `import * as all from "./lib/old.mjs";\nexport const get = (name) => all[name];\n`],
  ["the same names, each moved", { ...module_, "lib/old.mjs": `import * as fresh from "./new.mjs";\n\nexport const open = (id) => fresh.open(id);\nexport default open;\n` }, "app.mjs", `import * as all from "./lib/old.mjs";\nexport const handlers = [all];\n`],
])("%s moves with its path", async (_what, project, file, code) => {
  const { fixed, reasons } = await fix({ ...project, [file]: code });
  expect(reasons).toEqual([]);
  expect(fixed[file]).toBe(code.replaceAll("lib/old", "lib/new"));
});

const passedOn = "the module object is passed on, and may be asked for any export";

it.each([
  ["a script that adds something", { ...commonJs, "lib/old.js": `module.exports = require("./new");\nmodule.exports.more = 1;\n` }],
  ["one that takes its names into an object", { ...commonJs, "lib/old.js": `module.exports = { ...require("./new") };\n` }],
  ["one that assigns its names to its own object", { ...commonJs, "lib/old.js": `Object.assign(module.exports, require("./new"));\n` }],
  ["one that passes another module on", { ...commonJs, "lib/old.js": `module.exports = require("./other");\n`, "lib/other.js": thing }],
  ["one that passes two on", { ...commonJs, "lib/old.js": `if (process.env.DEV) module.exports = require("./other");\nelse module.exports = require("./new");\n`, "lib/other.js": thing }],
])("%s is another object", async (_what, project) => {
  const code = `const thing = require("./lib/old");\nexports.all = [1].map(thing);\n`;
  const { fixed, reasons } = await fix({ ...project, "app.js": code });
  expect(reasons).toContain(passedOn);
  expect(fixed["app.js"]).toBe(code);
});

it.each([
  ["without the default", `export * from "./new.mjs";\n`, {}],
  ["with more names", `export * from "./new.mjs";\nexport { default } from "./new.mjs";\nexport const close = 1;\n`, {}],
  ["with fewer names", `export { open } from "./new.mjs";\n`, {}],
  ["with an exception", module_["lib/old.mjs"], { except: ["open"] }],
])("a module %s is another object", async (_what, old, entry) => {
  const code = `import * as all from "./lib/old.mjs";\nexport const handlers = Object.keys(all);\n`;
  const { fixed, reasons } = await fix({ ...module_, "lib/old.mjs": old, "app.mjs": code }, entry);
  expect(reasons).toContain(passedOn);
  expect(fixed["app.mjs"]).toBe(code);
});
