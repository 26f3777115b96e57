/** A default import of a CommonJS module has all that it exports, as members. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import type { Linted } from "../kit/lint.ts";

const files = {
  "ssot.json": {
    migrations: [
      { id: "manager", phase: 2, exclusive: true, canonical: { module: "./src/new", name: "createManager" }, deprecated: [{ module: "./src/old", name: "getManager" }] },
      { id: "pluck", phase: 2, canonical: { module: "collections", name: "map" }, deprecated: [{ module: "collections", name: "pluck" }] },
    ],
  },
  "src/old.js": "/** @deprecated */\nexports.getManager = () => 1;\nexports.keep = 2;\n",
  "src/new.ts": "export const createManager = () => 1;\n",
  "node_modules/collections/package.json": { name: "collections", version: "1.0.0", main: "index.js" },
  "node_modules/collections/index.js": "module.exports = { map() {}, pluck() {} };\n",
};

function sites({ found }: Linted): readonly string[] {
  return found.map(({ file, rule, at, fixable, suggestions }) => `${file}:${at.replace(/-.*/, "")} ${rule.replace("ssot/", "")}${fixable ? " fix" : suggestions > 0 ? " suggestion" : ""}`);
}

describe("a default import of CommonJS", () => {
  it("is asked for its members, and goes with the last of them", async () => {
    const linted = await lintProject({
      ...files,
      "src/a.ts": `import old from "./old";\n\nold.getManager();\n`,
      "src/b.ts": `import { default as old } from "./old";\nimport _ from "collections";\n\nold.getManager(old.keep, _.pluck());\n`,
      "src/c.ts": `import * as ns from "./old";\n\nns.default.getManager();\n`,
    });
    expect(sites(linted)).toEqual(["src/a.ts:3:1 no-deprecated-import fix", "src/b.ts:4:1 no-deprecated-import fix", "src/b.ts:4:26 no-deprecated-import fix", "src/c.ts:3:1 no-deprecated-import fix"]);
    expect(linted.fixed).toMatchObject({
      "src/a.ts": `import { createManager } from "./new";\n\ncreateManager();\n`,
      "src/b.ts": `import { default as old } from "./old";\nimport { createManager } from "./new";\nimport _ from "collections";\n\ncreateManager(old.keep, _.map());\n`,
      "src/c.ts": `import { createManager } from "./new";\n\ncreateManager();\n`,
    });
  });

  it("is let out, and followed", async () => {
    const linted = await lintProject({
      ...files,
      "src/index.ts": `export { default as old } from "./old";\n`,
      "src/barrel.js": `exports.getManager = require("./old").getManager;\nexports.own = 1;\n`,
      "src/a.ts": `import { old } from ".";\n\nold.getManager();\n`,
    });
    expect(sites(linted)).toEqual(["src/a.ts:3:1 no-deprecated-import fix", "src/barrel.js:1:22 no-deprecated-import fix", "src/index.ts:1:10 no-deprecated-reexport"]);
    expect(linted.found[0]?.message).toContain("comes here through src/index.ts.");
  });

  it("is no way through another module, nor a detour to the canonical one", async () => {
    const linted = await lintProject({
      ...files,
      "ssot.json": { migrations: [{ ...files["ssot.json"].migrations[0], canonical: { module: "./src/canonical", name: "createManager" }, phase: 1 }] },
      "src/canonical.js": "exports.createManager = () => 1;\n",
      "src/a.ts": `import old from "./old";\nimport canonical from "./canonical";\n\nold.getManager(canonical.createManager());\n`,
    });
    expect(sites(linted)).toEqual([]);
  });

  it("gives way to a name only where that is sure to be there", async () => {
    const linted = await lintProject({
      ...files,
      "ssot.json": { migrations: [{ ...files["ssot.json"].migrations[0], exclusive: false, canonical: { module: "./src/canonical", name: "createManager" } }] },
      "src/canonical.js": "module.exports = { createManager() {} };\n",
      "src/a.mjs": `import old from "./old.js";\n\nold.getManager();\n`,
    });
    expect(sites(linted)).toEqual(["src/a.mjs:3:1 no-deprecated-import suggestion"]);
    expect(linted.found[0]?.message).toContain('Offered as a quick fix, not automatic: "./canonical.js" is CommonJS too, of which Node may not give `createManager` by its name.');
  });

  it("gives way to a name that Node finds in the text", async () => {
    const linted = await lintProject({
      ...files,
      "ssot.json": { migrations: [{ ...files["ssot.json"].migrations[0], exclusive: false, canonical: { module: "./src/canonical", name: "createManager" } }] },
      "src/canonical.js": `if (process.env.NODE_ENV === "production") {\n  exports.createManager = require("./min").createManager;\n} else {\n  exports.createManager = function () {};\n}\n`,
      "src/min.js": "exports.createManager = () => 1;\n",
      "src/a.mjs": `import old from "./old.js";\n\nold.getManager();\n`,
    });
    expect(sites(linted)).toEqual(["src/a.mjs:3:1 no-deprecated-import fix"]);
    expect(linted.fixed["src/a.mjs"]).toBe(`import { createManager } from "./canonical.js";\n\ncreateManager();\n`);
  });

  it("is its own export where there is one, or where the module is compiled", async () => {
    const linted = await lintProject({
      ...files,
      "src/old.js": "exports.getManager = () => 1;\nexports.default = { getManager() {} };\n",
      "src/a.ts": `import old from "./old";\n\nold.getManager();\n`,
    });
    expect(sites(linted).filter((site) => site.startsWith("src/a"))).toEqual([]);
    const compiled = await lintProject({
      ...files,
      "src/old.js": `Object.defineProperty(exports, "__esModule", { value: true });\nexports.getManager = () => 1;\n`,
      "src/a.ts": `import old from "./old";\n\nold.getManager();\n`,
    });
    expect(sites(compiled).filter((site) => site.startsWith("src/a"))).toEqual([]);
  });

  it("is a person's to change where Node and bundlers do not agree on what it is", async () => {
    const compiled = {
      "ssot.json": { migrations: [{ id: "manager", phase: 2, canonical: { module: "./src/new", name: "createManager" }, deprecated: [{ module: "./src/old", name: "default" }] }] },
      "src/new.ts": files["src/new.ts"],
      "src/old.js": `Object.defineProperty(exports, "__esModule", { value: true });\n/** @deprecated */\nexports.default = () => 1;\n`,
      "src/a.mjs": `import old from "./old.js";\n\nold.default();\n`,
      "src/all.mjs": `export { default as manager } from "./old.js";\n`,
      "src/b.ts": `import { manager } from "./all.mjs";\n\nmanager.default();\n`,
      "src/c.ts": `import old from "./old";\n\nold();\n`,
      "esm/package.json": { type: "module" },
      "esm/d.ts": `import old from "../src/old.js";\n\nold();\n`,
    };
    const linted = await lintProject(compiled);
    expect(sites(linted).filter((site) => site.includes("import"))).toEqual(["esm/d.ts:1:8 no-deprecated-import suggestion", "src/a.mjs:1:8 no-deprecated-import suggestion", "src/b.ts:1:10 no-deprecated-import suggestion", "src/c.ts:1:8 no-deprecated-import fix"]);
    expect(linted.found.find(({ file }) => file === "src/a.mjs")?.message).toContain("in Node a default import of src/old.js is all that it exports, and in bundlers its `default`");
  });

  it("is what `require` gives itself, but for what TypeScript imports by it", async () => {
    const whole = {
      "ssot.json": { migrations: [{ id: "slug", phase: 2, canonical: { module: "./src/new", name: "default" }, deprecated: [{ module: "./src/old", name: "slugify" }] }] },
      "src/new.js": "module.exports = (text) => text;\n",
      "src/old.js": "/** @deprecated */\nexports.slugify = require('./new');\n",
      "src/a.js": `const { slugify } = require("./old");\n\nslugify("a");\n`,
      "src/b.js": `const old = require("./old");\n\nold.slugify("b");\n`,
      "src/c.js": `require("./old").slugify("c");\n`,
      "src/d.mjs": `import { slugify } from "./old.js";\n\nslugify("d");\n`,
      "src/e.ts": `import old = require("./old");\n\nold.slugify("e");\n`,
    };
    const linted = await lintProject(whole);
    expect(sites(linted).filter((site) => !site.endsWith(" fix"))).toEqual(["src/e.ts:3:1 no-deprecated-import"]);
    expect(linted.found.find((each) => each.file === "src/e.ts")?.message).toContain('Not fixed automatically: what `require("./new")` gives is that export itself.');
    expect(linted.fixed).toMatchObject({
      "src/a.js": `const slugify = require("./new");\n\nslugify("a");\n`,
      "src/b.js": `const slugify = require("./new");\n\nslugify("b");\n`,
      "src/c.js": `require("./new")("c");\n`,
      "src/d.mjs": `import slugify from "./new.js";\n\nslugify("d");\n`,
    });
  });
});
