/** What is taken through other modules, in whole projects, by ESLint itself: at the importer, in every form and phase. */
import { describe, expect, it } from "vitest";
import { proveFix } from "../kit/prove.ts";
import type { Linted } from "../kit/lint.ts";
import type { Proof } from "../kit/prove.ts";
import { barrels, files } from "./barrels-project.ts";

type Files = Readonly<Record<string, string | object>>;

/** The barrels and some more files, proved; only the reports in those other files. */
async function prove(more: Files, proof: Proof): Promise<Linted> {
  const linted = await proveFix({ ...files, ...more }, proof);
  return { ...linted, found: linted.found.filter(({ file }) => !barrels.has(file) && file !== "src/ws/factory.ts") };
}

function short(linted: Linted): readonly string[] {
  return linted.found.map(({ rule, messageId, at, fixable }) => `${rule.replace("ssot/", "")} ${messageId ?? ""} ${at.replace(/-.*/, "")}${fixable ? "" : " unfixed"}`);
}

interface Form {
  readonly name: string;
  readonly file?: string;
  readonly code: string;
  readonly more?: Files;
  readonly compiler?: Proof["compiler"];
  /** By phase: what is reported at the importer, and its text after the fix. */
  readonly contained: readonly string[];
  readonly atHome: string;
  readonly reported: readonly string[];
  readonly moved: string;
}

const forms: readonly Form[] = [
  {
    name: "one barrel",
    code: `import { getManager, openSocket } from "./ws";\n\nexport const main = getManager(openSocket("a"));\n`,
    contained: ["no-deprecated-reexport taken 1:10"],
    atHome: `import { openSocket } from "./ws";\nimport { getManager } from "./ws/factory";\n\nexport const main = getManager(openSocket("a"));\n`,
    reported: ["no-deprecated-import through 1:10", "no-deprecated-use through 3:21"],
    moved: `import { openSocket } from "./ws";\nimport { createManager } from "./ws/canonical";\n\nexport const main = createManager(openSocket("a"));\n`,
  },
  {
    name: "three barrels, and another name on the way",
    code: `import { makeManager } from ".";\n\nexport const main = makeManager("a"), other = makeManager("b");\n`,
    contained: ["no-deprecated-reexport taken 1:10"],
    atHome: `import { getManager as makeManager } from "./ws/factory";\n\nexport const main = makeManager("a"), other = makeManager("b");\n`,
    reported: ["no-deprecated-import through 1:10", "no-deprecated-use through 3:21", "no-deprecated-use through 3:47"],
    moved: `import { createManager } from "./ws/canonical";\n\nexport const main = createManager("a"), other = createManager("b");\n`,
  },
  {
    name: "a name that became the default",
    code: `import make from "./index";\n\nexport const main = make("a");\n`,
    contained: ["no-deprecated-reexport taken 1:8"],
    atHome: `import { getManager as make } from "./ws/factory";\n\nexport const main = make("a");\n`,
    reported: ["no-deprecated-import through 1:8", "no-deprecated-use through 3:21"],
    moved: `import { createManager as make } from "./ws/canonical";\n\nexport const main = make("a");\n`,
  },
  {
    name: "a default that became a name, as a type too",
    code: `import { Factory } from "./facade";\n\nexport const main: Factory = new Factory();\n`,
    contained: ["no-deprecated-reexport taken 1:10"],
    atHome: `import Factory from "./ws/factory";\n\nexport const main: Factory = new Factory();\n`,
    reported: ["no-deprecated-import through 1:10", "no-deprecated-use through 3:20", "no-deprecated-use through 3:34"],
    moved: `import { Hub } from "./ws/hub";\n\nexport const main: Hub = new Hub();\n`,
  },
  {
    name: "for its type only",
    code: `import type { Factory } from "./facade";\n\nexport const id = (factory: Factory) => factory.id;\n`,
    contained: ["no-deprecated-reexport taken 1:15"],
    atHome: `import type Factory from "./ws/factory";\n\nexport const id = (factory: Factory) => factory.id;\n`,
    reported: ["no-deprecated-import through 1:15", "no-deprecated-use through 3:29"],
    moved: `import type { Hub } from "./ws/hub";\n\nexport const id = (factory: Hub) => factory.id;\n`,
  },
  {
    name: "a member of a barrel's namespace",
    code: `import * as all from ".";\n\nexport const main = all.makeManager(all.openSocket("a"));\n`,
    contained: ["no-deprecated-reexport taken 3:21"],
    atHome: `import * as all from ".";\nimport { getManager } from "./ws/factory";\n\nexport const main = getManager(all.openSocket("a"));\n`,
    reported: ["no-deprecated-import through 3:21"],
    moved: `import * as all from ".";\nimport { createManager } from "./ws/canonical";\n\nexport const main = createManager(all.openSocket("a"));\n`,
  },
  {
    name: "destructured from import()",
    code: `export async function main() {\n  const { makeManager } = await import(".");\n  return makeManager("a");\n}\n`,
    contained: ["no-deprecated-reexport taken 2:11"],
    atHome: `export async function main() {\n  const { getManager: makeManager } = await import("./ws/factory");\n  return makeManager("a");\n}\n`,
    reported: ["no-deprecated-import through 2:11", "no-deprecated-use through 3:10"],
    moved: `export async function main() {\n  const { createManager } = await import("./ws/canonical");\n  return createManager("a");\n}\n`,
  },
  {
    name: "required",
    file: "src/app.cjs",
    code: `const { makeManager } = require("./index");\nmodule.exports.main = makeManager("a");\n`,
    contained: ["no-deprecated-reexport taken 1:9"],
    atHome: `const { getManager: makeManager } = require("./ws/factory");\nmodule.exports.main = makeManager("a");\n`,
    reported: ["no-deprecated-import through 1:9", "no-deprecated-use through 2:23"],
    moved: `const { createManager } = require("./ws/canonical");\nmodule.exports.main = createManager("a");\n`,
  },
  {
    name: "a barrel that imports first and exports then",
    more: { "src/late.ts": `import get, { Factory } from "./index";\nexport { get as obtain };\nexport default Factory;\n` },
    code: `import Legacy, { obtain } from "./late";\n\nexport const main = [obtain("a"), new Legacy()];\n`,
    contained: ["no-deprecated-reexport taken 1:8", "no-deprecated-reexport taken 1:18"],
    atHome: `import Legacy, { getManager as obtain } from "./ws/factory";\n\nexport const main = [obtain("a"), new Legacy()];\n`,
    reported: ["no-deprecated-import through 1:8", "no-deprecated-import through 1:18", "no-deprecated-use through 3:22", "no-deprecated-use through 3:39"],
    moved: `import { Hub as Legacy } from "./ws/hub";\nimport { createManager } from "./ws/canonical";\n\nexport const main = [createManager("a"), new Legacy()];\n`,
  },
  {
    name: "an alias leads to the barrel",
    more: { "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } } },
    compiler: (root) => ({ paths: { "@/*": [`${root}/src/*`] } }),
    code: `import { makeManager } from "@/facade";\n\nexport const main = makeManager("a");\n`,
    contained: ["no-deprecated-reexport taken 1:10"],
    atHome: `import { getManager as makeManager } from "@/ws/factory";\n\nexport const main = makeManager("a");\n`,
    reported: ["no-deprecated-import through 1:10", "no-deprecated-use through 3:21"],
    moved: `import { createManager } from "@/ws/canonical";\n\nexport const main = createManager("a");\n`,
  },
];

describe.each(forms.map((form) => [form.name, form] as const))("%s", (_, { file = "src/app.ts", code, more, compiler, contained, atHome, reported, moved }) => {
  const at = async (preset: NonNullable<Proof["preset"]>, name = file): Promise<Linted> => {
    const linted = await prove({ ...more, [name]: code }, { preset, ...(compiler && { compiler }) });
    return { ...linted, found: linted.found.filter((found) => found.file === name) };
  };

  it("in phase 1 it is to be taken from its home, and its uses stay as they are", async () => {
    const linted = await at("phase-1");
    expect(short(linted)).toEqual(contained);
    expect(linted.fixed[file]).toBe(atHome);
  });

  it("in phase 2 the import is no-deprecated-import's alone, and goes the canonical way with its uses", async () => {
    const linted = await at("phase-2");
    expect(short(linted)).toEqual(reported);
    expect(linted.fixed[file]).toBe(moved);
  });

  it("in a test phase 2 is not in force: there it is contained", async () => {
    const test = file.replace(/app/, "app.test");
    const linted = await at("phase-2", test);
    expect(short(linted)).toEqual(contained);
    expect(linted.fixed[test]).toBe(atHome);
  });

  it("in a test, in phase 3, it goes the canonical way", async () => {
    const test = file.replace(/app/, "app.test");
    const linted = await at("phase-3", test);
    expect(short(linted)).toEqual(reported);
    expect(linted.fixed[test]).toBe(moved);
  });
});
