/** `"sideEffects": true`: whatever takes its place, the old module is loaded all the same. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const files = {
  "ssot.json": {
    migrations: [
      { id: "one", phase: 2, canonical: { module: "./src/new", name: "create" }, deprecated: [{ module: "./src/old", name: "get", sideEffects: true }] },
      { id: "all", phase: 2, canonical: { module: "./src/all", name: "*" }, deprecated: [{ module: "./src/old-all", name: "*", sideEffects: true }] },
    ],
  },
  "src/old.ts": "/** @deprecated */\nexport const get = () => 1;\n",
  "src/new.ts": "export const create = () => 1;\n",
  "src/old-all.ts": "/** @deprecated */\n\nexport const a = 1;\n",
  "src/all.ts": "export const a = 1;\n",
};

describe("an import statement leaves a bare one", () => {
  it.each([
    ["a name", `import { get } from "./old";\n\nget();\n`, `import "./old";\nimport { create } from "./new";\n\ncreate();\n`],
    ["a name, with attributes", `import { get } from "./old" with { "resolution-mode": "import" };\n\nget();\n`, `import "./old" with { "resolution-mode": "import" };\nimport { create } from "./new" with { "resolution-mode": "import" };\n\ncreate();\n`],
    ["a member", `import * as old from "./old";\n\nold.get();\n`, `import "./old";\nimport { create } from "./new";\n\ncreate();\n`],
    ["a whole module", `import * as all from "./old-all";\n\nexport const b = all.a;\n`, `import "./old-all";\nimport * as all from "./all";\n\nexport const b = all.a;\n`],
    ["a whole module, without semicolons", `import * as all from './old-all'\n\nexport const b = all.a\n`, `import './old-all'\nimport * as all from './all'\n\nexport const b = all.a\n`],
    ["a whole module that a bare import loads already", `import "./old-all";\nimport * as all from "./old-all";\n\nexport const b = all.a;\n`, `import "./old-all";\nimport * as all from "./all";\n\nexport const b = all.a;\n`],
    ["not types", `import type * as all from "./old-all";\n\nexport type B = typeof all.a | typeof import("./old-all").a;\n`, `import type * as all from "./all";\n\nexport type B = typeof all.a | typeof import("./all").a;\n`],
    ["a destructured import()", `const { get } = await import("./old");\nexport const b = get();\n`, `await import("./old");\nconst { create } = await import("./new");\nexport const b = create();\n`],
  ])("%s", async (_, before, after) => {
    const linted = await lintProject({ ...files, "src/chat.ts": before });
    expect(linted.fixed["src/chat.ts"]).toBe(after);
    expect(linted.unstable).toEqual([]);
  });
});

describe("what can leave none is a quick fix", () => {
  it.each([
    ["a member of import()", `export const b = (await import("./old")).get();\n`],
    ["what a promise of it is handed to", `export const b = import("./old").then(({ get }) => get());\n`],
    ["a module that is held", `const all = await import("./old-all");\nexport const b = all.a;\n`],
    ["import = require()", `import all = require("./old-all");\nexport const b = all.a;\n`],
  ])("%s", async (_, before) => {
    const linted = await lintProject({ ...files, "src/chat.ts": before });
    expect(linted.fixed["src/chat.ts"]).toBe(before);
    expect(linted.found.filter(({ file, suggestions }) => file === "src/chat.ts" && suggestions === 0)).toEqual([]);
    expect(linted.found[0]?.message).toContain("Offered as a quick fix, not automatic: loading the old module does something, and nothing here would load it.");
  });
});

describe("a module by which a symbol comes, and which does something beside", () => {
  const through = {
    "ssot.json": { migrations: [{ id: "rules", phase: 3, canonical: { module: "./src/new", name: "newAdd" }, deprecated: [{ module: "./src/old", name: "add" }] }] },
    "src/new.ts": "export const newAdd = () => 1;\nexport const clear = () => 2;\n",
    "src/old.ts": `/** @deprecated */\nexport { newAdd as add } from "./new";\n`,
  };
  const test = `import { add } from "./helper";\nit("adds", () => add());\n`;

  it.each([
    ["calls", `import { clear } from "../src/new";\nexport { add } from "../src/old";\nbeforeEach(() => clear());\n`],
    ["awaits", `import { clear } from "../src/new";\nexport { add } from "../src/old";\nawait clear();\n`],
  ])("is loaded as before: it %s", async (_, helper) => {
    const { fixed } = await lintProject({ ...through, "tests/helper.ts": helper, "tests/a.test.ts": test });
    expect(fixed["tests/a.test.ts"]).toBe(`import "./helper";\nimport { newAdd } from "../src/new";\nit("adds", () => newAdd());\n`);
  });

  it("is loaded no longer where it only lets out and defines", async () => {
    const helper = `"use strict";\nexport { add } from "../src/old";\nexport const run = () => run();\nrun.title = "run";\n`;
    const { fixed } = await lintProject({ ...through, "tests/helper.ts": helper, "tests/a.test.ts": test });
    expect(fixed["tests/a.test.ts"]).toBe(`import { newAdd } from "../src/new";\nit("adds", () => newAdd());\n`);
  });
});
