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
