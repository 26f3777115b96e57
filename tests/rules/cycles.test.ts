/** An old module that stands between the canonical one and itself: whoever loads the canonical one first finds it unfinished there. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const migrations = [{ id: "run", phase: 2, canonical: { module: "./src/new", name: "runNew" }, deprecated: [{ module: "./src/old", name: "run" }] }];
/** The canonical module needs `base`, and that takes the old one, where no fix may change it. */
const around = {
  "ssot.json": { migrations },
  "src/new.ts": `import { base } from "./base";\nexport const runNew = () => base;\n`,
  "src/base.ts": `import { run } from "./old";\nexport const base = (): unknown => run;\n`,
  "src/user.ts": `import { run } from "./old";\nrun();\n`,
};
const fixedUser = `import { runNew } from "./new";\nrunNew();\n`;
const reason = "src/old.ts reads what the canonical module has while that loads, and the canonical module needs it";

describe("an old module that the canonical one needs", () => {
  const reading = {
    "in a variable": `import { runNew } from "./new";\n/** @deprecated */\nexport const run = runNew;\n`,
    "in a call": `import { runNew } from "./new";\n/** @deprecated */\nexport const run = Object.freeze({ runNew });\n`,
    "in a function that runs at once": `import { runNew } from "./new";\nfunction make() {\n  return runNew;\n}\n/** @deprecated */\nexport const run = make();\n`,
    "as a namespace": `import * as fresh from "./new";\n/** @deprecated */\nexport const run = fresh.runNew;\n`,
    "in a class's heading": `import { runNew } from "./new";\n/** @deprecated */\nexport const run = class extends (runNew as any) {};\n`,
    "in a static member": `import { runNew } from "./new";\n/** @deprecated */\nexport class run {\n  static at = runNew;\n}\n`,
    "as the default export": `import { runNew } from "./new";\n/** @deprecated */\nexport const run = 1;\nexport default runNew();\n`,
    "through another module": `import { runNew } from "./hub";\n/** @deprecated */\nexport const run = runNew;\n`,
  };
  for (const [name, text] of Object.entries(reading)) {
    it(`is a suggestion where it reads what comes from there ${name}`, async () => {
      const { found, fixed } = await lintProject({ ...around, "src/old.ts": text, "src/hub.ts": `export { runNew } from "./new";\n` });
      expect(fixed["src/user.ts"]).toBe(around["src/user.ts"]);
      expect(found.filter(({ file }) => file === "src/user.ts").map(({ message, suggestions }) => [message.includes(reason), suggestions])).toEqual([[true, 1], [true, 1]]);
    });
  }

  const lazy = {
    "lets it out": `/** @deprecated */\nexport { runNew as run } from "./new";\n`,
    "imports and exports it": `import { runNew } from "./new";\nexport { runNew as run };\n`,
    "calls it in functions alone": `import { runNew } from "./new";\n/** @deprecated */\nexport function run() {\n  return runNew();\n}\nexport const other = () => runNew(), third = { run() { return runNew; } };\n`,
    "has it in methods and fields of a class": `import { runNew } from "./new";\n/** @deprecated */\nexport class run {\n  at = runNew;\n  go() {\n    return runNew;\n  }\n}\n`,
    "takes its type": `import type { runNew } from "./new";\nimport { type runNew as other } from "./new";\n/** @deprecated */\nexport const run = (() => 1) as typeof runNew & typeof other;\n`,
    "reads something of the same name": `import { runNew } from "./new";\nconst names = { runNew: 1 };\n/** @deprecated */\nexport const run = () => runNew;\nexport const x = names.runNew;\n`,
  };
  for (const [name, text] of Object.entries(lazy)) {
    it(`is fixed where it only ${name}`, async () => {
      const { fixed } = await lintProject({ ...around, "src/old.ts": text });
      expect(fixed["src/user.ts"]).toBe(fixedUser);
    });
  }

  it("is fixed where the file goes on loading the same module", async () => {
    const { fixed } = await lintProject({
      ...around,
      "ssot.json": { migrations: [{ id: "run", phase: 2, canonical: { module: "./src/index", name: "runNew" }, deprecated: [{ module: "./src/old", name: "run" }] }] },
      "src/old.ts": reading["in a variable"],
      "src/index.ts": `export * from "./old";\nexport * from "./new";\n`,
      "src/base.ts": `import { run } from "./index";\nexport const base = (): unknown => run;\n`,
      "src/user.ts": `import { run } from "./index";\nrun();\n`,
    });
    expect(fixed["src/user.ts"]).toBe(`import { runNew } from "./index";\nrunNew();\n`);
  });

  it("is fixed where the canonical module does not need it", async () => {
    const { fixed } = await lintProject({ ...around, "src/old.ts": reading["in a variable"], "src/base.ts": `export const base = 1;\n` });
    expect(fixed["src/user.ts"]).toBe(fixedUser);
  });

  it("is a suggestion in CommonJS, where even passing on reads", async () => {
    const { found, fixed } = await lintProject({
      "ssot.json": { migrations },
      "src/new.js": `const { base } = require("./base");\nexports.runNew = () => base;\n`,
      "src/base.js": `const { run } = require("./old");\nexports.base = () => run;\n`,
      "src/old.js": `const { runNew } = require("./new");\nmodule.exports = { run: runNew };\n`,
      "src/user.js": `const { run } = require("./old");\nrun();\n`,
    });
    expect(fixed["src/user.js"]).toBe(`const { run } = require("./old");\nrun();\n`);
    expect(found.find(({ file }) => file === "src/user.js")?.message).toContain("src/old.js reads what");
  });
});

describe("types that a module takes which the canonical one needs", () => {
  const types = [{ id: "shape", phase: 2, canonical: { module: "./src/new", name: "NewShape" }, deprecated: [{ module: "./src/old", name: "Shape" }] }];
  const project = {
    "ssot.json": { migrations: types },
    "src/new.ts": `import { base } from "./base";\nexport class NewShape {\n  at = base;\n}\n`,
    "src/old.ts": `/** @deprecated */\nexport { NewShape as Shape } from "./new";\n`,
  };
  const typed = {
    "an import of types": [`import type { Shape } from "./old";\nexport const base = (shape: Shape): Shape => shape;\n`, `import type { NewShape } from "./new";\nexport const base = (shape: NewShape): NewShape => shape;\n`],
    "types in a list": [`import { type Shape } from "./old";\nexport const base = (shape: Shape): Shape => shape;\n`, `import { type NewShape } from "./new";\nexport const base = (shape: NewShape): NewShape => shape;\n`],
    "an import in a type": [`export const base = (shape: import("./old").Shape) => shape;\n`, `export const base = (shape: import("./new").NewShape) => shape;\n`],
    "an export of it": [`import type { Shape } from "./old";\nexport type { Shape };\nexport const base = 1;\n`, `import type { NewShape } from "./new";\nexport type { NewShape as Shape };\nexport const base = 1;\n`],
  };
  for (const [name, [before = "", after]] of Object.entries(typed)) {
    it(`are taken from the canonical module by ${name}, since nothing of that runs`, async () => {
      const { fixed } = await lintProject({ ...project, "src/base.ts": before });
      expect(fixed["src/base.ts"]).toBe(after);
    });
  }

  it("are taken by other files too where the old module reads what the canonical one has", async () => {
    const { fixed } = await lintProject({ ...project, "src/old.ts": `import { NewShape } from "./new";\n/** @deprecated */\nexport class Shape extends NewShape {}\n`, "src/base.ts": `export { Shape as base } from "./old";\n`, "src/user.ts": `import type { Shape } from "./old";\nexport type User = Shape;\n` });
    expect(fixed["src/user.ts"]).toBe(`import type { NewShape } from "./new";\nexport type User = NewShape;\n`);
  });

  it("stay where a value is taken as well, which would close a cycle", async () => {
    const text = `import { Shape } from "./old";\nimport type { Shape as Type } from "./old";\nexport const base = (): Type => new Shape();\n`;
    const { fixed } = await lintProject({ ...project, "src/base.ts": text });
    expect(fixed["src/base.ts"]).toBe(text);
  });

  it("stay in the module that defines the canonical symbol", async () => {
    const text = `import type { Shape } from "./old";\nexport class NewShape {\n  next?: Shape;\n}\n`;
    const barrel = [{ ...types[0], canonical: { module: "./src/index", name: "NewShape" } }];
    for (const each of [project, { ...project, "ssot.json": { migrations: barrel }, "src/index.ts": `export * from "./new";\n` }]) {
      const { fixed } = await lintProject({ ...each, "src/new.ts": text });
      expect(fixed["src/new.ts"]).toBe(text);
    }
  });
});
