/** `const x = require("m").x`: a member that is taken at once, and what is done with it. */
import type { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { proveFix } from "../kit/prove.ts";

const file = "src/consumer.js";
const config: Linter.Config[] = [{ files: ["**/*.js"], languageOptions: { sourceType: "commonjs" } }];
const rewrites = [{ from: "connect($url)", to: "new Connection({ url: $url })" }];
const world = (text: string, more: object = {}): Record<string, string | object> => ({
  [file]: text,
  "ssot.json": { migrations: [{ id: "connect", phase: 2, canonical: { module: "./src/new", name: "Connection" }, deprecated: [{ module: "./src/old", name: "connect", ...more }] }] },
  "package.json": { type: "commonjs" },
  "src/new.js": "exports.Connection = class {\n  constructor(options) {\n    this.options = options;\n  }\n};\n",
  "src/old.js": "exports.connect = (url) => url;\nexports.keep = 1;\n",
});

describe("calls that change their shape", () => {
  test.each([
    [
      "where the name is called",
      `"use strict";\nconst connect = require("./old").connect;\nconst keep = require("./old").keep;\n\nmodule.exports = (url) => [connect(url), connect("a"), keep];\n`,
      `"use strict";\nconst { Connection } = require("./new");\nconst keep = require("./old").keep;\n\nmodule.exports = (url) => [new Connection({ url: url }), new Connection({ url: "a" }), keep];\n`,
    ],
    [
      "under another name, with `var`",
      `var open = require("./old").connect; // once\nexports.a = open("a");\n`,
      `var { Connection } = require("./new"); // once\nexports.a = new Connection({ url: "a" });\n`,
    ],
    [
      "where the canonical one is there as a member",
      `const Connection = require("./new").Connection;\nconst connect = require("./old").connect;\nexports.a = [connect("a"), Connection];\n`,
      `const Connection = require("./new").Connection;\nexports.a = [new Connection({ url: "a" }), Connection];\n`,
    ],
    [
      "within a function",
      `exports.a = () => {\n  const connect = require("./old").connect;\n  return connect("a");\n};\n`,
      `exports.a = () => {\n  const { Connection } = require("./new");\n  return new Connection({ url: "a" });\n};\n`,
    ],
    [
      "but for one that does not fit",
      `const connect = require("./old").connect;\nexports.a = [connect("a"), connect];\n`,
      `const connect = require("./old").connect;\nconst { Connection } = require("./new");\nexports.a = [new Connection({ url: "a" }), connect];\n`,
    ],
  ])("%s", async (_, text, expected) => {
    expect((await proveFix(world(text, { rewrites }), { config })).fixed[file]).toBe(expected);
  });
});

describe("a new name", () => {
  test.each([
    ["the variable keeps its own", `const connect = require("./old").connect;\nexports.a = connect("a");\n`, `const connect = require("./new").Connection;\nexports.a = connect("a");\n`],
    ["by a string", `const open = require("./old")["connect"];\nexports.a = open("a");\n`, `const open = require("./new")["Connection"];\nexports.a = open("a");\n`],
    ["let out again", `const connect = require("./old").connect;\nmodule.exports = { connect };\n`, `const connect = require("./new").Connection;\nmodule.exports = { connect };\n`],
    ["a kept use keeps the import", `const connect = require("./old").connect;\n// eslint-disable-next-line ssot/no-deprecated-use\nexports.a = connect("a");\n`, undefined],
  ])("%s", async (_, text, expected) => {
    expect((await proveFix(world(text), { config })).fixed[file]).toBe(expected ?? text);
  });
});

describe("a module of CommonJS that is its export itself", () => {
  const whole = (name: string, deprecated: object, more: object = {}): Record<string, string | object> => ({
    "ssot.json": { migrations: [{ id: "slug", phase: 2, canonical: { module: "./src/new", name }, deprecated: [deprecated] }] },
    "package.json": { type: "commonjs" },
    "src/new.js": `module.exports = (text) => text;\nmodule.exports.slug = module.exports;\n`,
    "src/old.js": `/** @deprecated */\nmodule.exports = require("./new");\n`,
    "src/names.js": `/** @deprecated */\nexports.slugify = require("./new");\nexports.keep = 1;\n`,
    ...more,
  });
  const named = { module: "./src/names", name: "slugify" };
  const itself = { module: "./src/old", name: "default" };

  test.each([
    ["in place of a name", named, `const { slugify } = require("./names");\nexports.a = slugify("a");\n`, `const slugify = require("./new");\nexports.a = slugify("a");\n`],
    ["beside one that stays", named, `const { slugify, keep } = require("./names");\nexports.a = [slugify("a"), keep];\n`, `const { keep } = require("./names");\nconst slugify = require("./new");\nexports.a = [slugify("a"), keep];\n`],
    ["in place of a member", named, `const slugify = require("./names").slugify;\nexports.a = slugify("a");\n`, `const slugify = require("./new");\nexports.a = slugify("a");\n`],
    ["in place of a module's member", named, `const names = require("./names");\nexports.a = names.slugify("a");\n`, `const slugify = require("./new");\nexports.a = slugify("a");\n`],
    ["at once", named, `exports.a = require("./names").slugify("a");\n`, `exports.a = require("./new")("a");\n`],
    ["in place of another one", itself, `const slug = require("./old");\nexports.a = ["a"].map(slug).concat(slug("b"));\n`, `const slug = require("./new");\nexports.a = ["a"].map(slug).concat(slug("b"));\n`],
  ])("is taken %s", async (_, deprecated, text, expected) => {
    expect((await proveFix({ ...whole("default", deprecated), [file]: text }, { config })).fixed[file]).toBe(expected);
  });

  test.each([
    ["by a member", `const slug = require("./old");\nexports.a = ["a"].map(slug).concat(slug("b"));\n`, `const slug = require("./new").slug;\nexports.a = ["a"].map(slug).concat(slug("b"));\n`],
    ["let out again", `const slugify = require("./old");\nmodule.exports = { slugify };\n`, `const slugify = require("./new").slug;\nmodule.exports = { slugify };\n`],
    ["not where something that it has is taken", `const slug = require("./old");\nexports.a = [slug("b"), slug.slug("a")];\n`, undefined],
    ["not where it is taken apart", `const slug = require("./old");\nconst { slug: other } = slug;\nexports.a = [slug("b"), other];\n`, undefined],
  ])("goes to a name %s", async (_, text, expected) => {
    expect((await proveFix({ ...whole("slug", itself), [file]: text }, { config })).fixed[file]).toBe(expected ?? text);
  });

  test("with calls that change their shape", async () => {
    const shaped = { ...itself, rewrites: [{ from: "old($text)", to: "slug({ text: $text })" }] };
    const { fixed } = await proveFix({ ...whole("slug", shaped), [file]: `const make = require("./old");\nexports.a = make("a");\n` }, { config });
    expect(fixed[file]).toBe(`const { slug } = require("./new");\nexports.a = slug({ text: "a" });\n`);
  });

  describe("of a package", () => {
    const linted = async (files: Readonly<Record<string, string | object>>, text = `const { slugify } = require("./names");\nexports.a = slugify("a");\n`): Promise<readonly (string | undefined)[]> => {
      const migration = { migrations: [{ id: "slug", phase: 2, canonical: { module: "slug", name: "default" }, deprecated: [named, { module: "old-slug", name: "default" }] }] };
      const { found, fixed } = await proveFix({ ...whole("default", named), ...files, "ssot.json": migration, [file]: text }, { config });
      return [fixed[file], found.find((each) => each.file === file)?.message.split("automatically: ")[1]];
    };
    const manifest = { name: "slug", main: "./main.js", exports: { ".": { import: "./main.mjs", require: "./main.js" } } };

    test.each([
      ["itself", "module.exports = (text) => text;\n", "require(\"slug\")"],
      ["itself, whatever it begins with", `(function (root, make) {\n  typeof exports === "object" ? (module.exports = make()) : (root.slug = make());\n})(this, () => (text) => text);\n`, "require(\"slug\")"],
      ["by another file", `module.exports = require("./inner");\n`, "require(\"slug\")"],
      ["as a member", "Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = (text) => text;\n", undefined],
    ])("that gives it %s", async (_, main, expected) => {
      const files = { "node_modules/slug/package.json": manifest, "node_modules/slug/main.js": main, "node_modules/slug/inner.js": "module.exports = (text) => text;\n", "node_modules/slug/main.mjs": "export default (text) => text;\n" };
      const required = expected === undefined ? `const { default: slugify } = require("slug");` : `const slugify = ${expected};`;
      expect(await linted(files)).toEqual([`${required}\nexports.a = slugify("a");\n`, undefined]);
    });

    test("for one that is itself, too", async () => {
      const files = { "node_modules/slug/package.json": manifest, "node_modules/slug/main.js": "module.exports = (text) => text;\n", "node_modules/slug/main.mjs": "export default 1;\n", "node_modules/old-slug/index.js": "module.exports = (text) => text;\n" };
      expect(await linted(files, `const slug = require("old-slug");\nexports.a = ["a"].map(slug);\n`)).toEqual([`const slug = require("slug");\nexports.a = ["a"].map(slug);\n`, undefined]);
    });

    test("that is not there", async () => {
      expect((await linted({}))[1]).toBe('whether `require("slug")` gives it itself is not known.');
    });
  });
});
