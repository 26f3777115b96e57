import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../../../src/index.ts";
import { lintProject } from "../../../kit/lint.ts";
import { projectFolder } from "../../../kit/project-folder.ts";
import { proveFix } from "../../../kit/prove.ts";
import { fixFile, world } from "./project.ts";

const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
const twelve = {
  "ssot.json": {
    migrations: numbers.map((n) => ({
      id: `move-${String(n)}`,
      phase: 3,
      canonical: { module: "./src/new", name: `make${String(n)}` },
      deprecated: [{ module: "./src/old", name: `get${String(n)}` }],
    })),
  },
  "src/new.ts": numbers.map((n) => `export const make${String(n)} = (): number => ${String(n)};\n`).join(""),
  "src/old.ts": numbers.map((n) => `/** @deprecated */\nexport const get${String(n)} = (): number => ${String(n)};\n`).join(""),
};
const imports = `import { ${numbers.map((n) => `get${String(n)}`).join(", ")} } from "./old";\n`;

describe("one edit a file", () => {
  test("twelve migrations that meet in one file are done in one pass, the one site under a disable comment is untouched", async () => {
    const uses = numbers.map((n) => `  ${n === 5 ? "// eslint-disable-next-line ssot/no-deprecated-use -- measured against the new one\n  " : ""}get${String(n)}(),\n`).join("");
    const text = `${imports}export const all = [\n${uses}];\n`;
    const { root, fixed, found } = await proveFix({ ...twelve, "src/consumer.ts": text });
    const rest = numbers.filter((n) => n !== 5);
    expect(fixed["src/consumer.ts"]).toBe(
      `import { get5 } from "./old";\nimport { ${rest.map((n) => `make${String(n)}`).join(", ")} } from "./new";\n` +
        text.slice(imports.length).replaceAll(/get(\d+)\(\)/g, (call, n: string) => (n === "5" ? call : `make${n}()`)),
    );
    const reports = found.filter(({ file }) => file === "src/consumer.ts");
    expect(reports).toHaveLength(12 + 11);
    // One pass: every fixable report carries the whole edit, so applying the first one alone leaves nothing to fix.
    const [result] = await new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs.recommended }).lintText(text, { filePath: "src/consumer.ts" });
    const edits = new Set(result?.messages.flatMap(({ fix }) => (fix ? [JSON.stringify(fix)] : [])));
    expect(edits.size).toBe(1);
  });

  test.each([
    ["a disabled block", `/* eslint-disable ssot/no-deprecated-use */\nexport const a = () => oldValue;\n/* eslint-enable ssot/no-deprecated-use */\nexport const b = () => oldValue;\n`, `export const b = () => newValue;`],
    ["a disabled line", `export const a = () => oldValue; // eslint-disable-line\nexport const b = () => oldValue;\n`, `export const b = () => newValue;`],
    ["a disabled next line", `/* eslint-disable-next-line\n  ssot/no-deprecated-use */\nexport const a = () => oldValue;\nexport const b = () => oldValue;\n`, `export const b = () => newValue;`],
  ])("%s is untouched, and its import stays", async (_, body, expected) => {
    const { text } = await fixFile("src/consumer.ts", `import { oldValue } from "./ws/old";\n${body}`);
    expect(text).toContain(`import { oldValue } from "./ws/old";\nimport { newValue } from "./ws/canonical";\n`);
    expect(text).toContain(expected);
    expect(text.match(/\boldValue\b/g)).toHaveLength(2);
  });

  test("an import under a disable comment keeps its uses", async () => {
    const before = `// eslint-disable-next-line ssot/no-deprecated-import\nimport { oldValue } from "./ws/old";\nexport const a = () => oldValue;\n`;
    const { text, reasons } = await fixFile("src/consumer.ts", before);
    expect(text).toBe(before);
    expect(reasons).toEqual(["it is kept by a disable comment"]);
  });

  test("a rule that is off takes no part; import and use are one", async () => {
    const files = {
      ...world,
      "src/consumer.test.ts": `import { vi } from "vitest";\nimport { oldValue } from "./ws/old";\nvi.mock("./ws/old", () => ({ oldValue: 2 }));\nexport const a = () => oldValue;\n`,
      "src/consumer.ts": `import { oldValue } from "./ws/old";\nexport const a = () => oldValue;\n`,
    };
    const { fixed } = await lintProject(files, {
      config: [{ files: ["**/*.ts"], rules: { "ssot/no-deprecated-import": "off", "ssot/no-deprecated-mock": "off" } }],
    });
    expect(fixed["src/consumer.ts"]).toBe(`import { newValue } from "./ws/canonical";\nexport const a = () => newValue;\n`);
    // The mock stays, and would no longer reach what the test imports: the rest of the file is only offered.
    expect(fixed["src/consumer.test.ts"]).toBe(files["src/consumer.test.ts"]);
  });

  test.each(["no-deprecated-import", "no-deprecated-use"])("%s alone in force by its option: the other's sites go along", async (rule) => {
    const files = { ...world, "src/consumer.ts": `import { oldValue, keep } from "./ws/old";\nexport { oldValue };\nexport const a = [oldValue, keep];\n` };
    const { fixed, found } = await proveFix(files, { preset: "phase-1", config: [{ files: ["**/*.ts"], rules: { [`ssot/${rule}`]: ["error", { phase: 2 }] } }] });
    expect(fixed["src/consumer.ts"]).toBe(`import { keep } from "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport { newValue as oldValue };\nexport const a = [newValue, keep];\n`);
    expect(found.filter(({ file }) => file === "src/consumer.ts").map(({ rule: by }) => by).sort()).toEqual([`ssot/${rule}`, "ssot/no-deprecated-reexport"].sort());
  });

  test("a mock that moves along lets its file be fixed", async () => {
    const before = `import { vi } from "vitest";\nimport { oldValue } from "./ws/old";\nvi.mock("./ws/old", () => ({ oldValue: 2 }));\nexport const a = () => oldValue;\n`;
    const { fixed } = await lintProject({ ...world, "src/consumer.test.ts": before });
    expect(fixed["src/consumer.test.ts"]).toBe(
      `import { vi } from "vitest";\nimport { newValue } from "./ws/canonical";\nvi.mock("./ws/canonical", () => ({ newValue: 2 }));\nexport const a = () => newValue;\n`,
    );
  });

  test("an import that only replaced text referred to goes too; one that nobody used before stays", async () => {
    const files = {
      ...world,
      "ssot.json": { migrations: [{ id: "call", phase: 3, canonical: { module: "./src/ws/canonical", name: "newValue" }, deprecated: [{ module: "./src/old-call", name: "call", rewrites: [{ from: "call(Mode.fast, $a)", to: "newValue + $a" }] }] }] },
      "src/old-call.ts": "/** @deprecated */\nexport function call(mode: string, a: number): number { return mode.length + a; }\n",
      "src/mode.ts": `export const Mode = { fast: "fast" };\nexport const other = 1;\n`,
      "src/consumer.ts": `import { call } from "./old-call";\nimport { Mode, other } from "./mode";\nimport * as unused from "./mode";\nexport const x = call(Mode.fast, other);\n`,
    };
    const { fixed } = await proveFix(files, { compiler: { noUnusedLocals: false } });
    expect(fixed["src/consumer.ts"]).toBe(`import { newValue } from "./ws/canonical";\nimport { other } from "./mode";\nimport * as unused from "./mode";\nexport const x = newValue + other;\n`);
  });

  test("a file whose only import goes stays a module, and no two blank lines are left", async () => {
    const pool = {
      "ssot.json": { migrations: [{ id: "pool", phase: 3, canonical: { module: "./src/ws/canonical", name: "newValue" }, deprecated: [{ module: "./src/pool", name: "pool", rewrites: [{ from: "pool().get($a)", to: "newValue + $a" }] }] }] },
      "src/pool.ts": "/** @deprecated */\nexport const pool = (): { get(a: number): number } => ({ get: (a) => a });\n",
    };
    const { fixed } = await proveFix({
      ...world,
      ...pool,
      "src/alone.ts": `import { pool } from "./pool";\n\nconst total = 1;\nconsole.log(total);\n`,
      "src/other.ts": `import { pool } from "./pool";\n\nconst total = 2;\nconsole.log(total);\n`,
      "src/lines.ts": `import { pool } from "./pool";\n\nconst shared = pool();\n\nexport function sum(): number {\n  const own = pool();\n\n  return own.get(1) + shared.get(2);\n}\n`,
    }, { compiler: { noUnusedLocals: false } });
    expect(fixed["src/alone.ts"]).toBe(`export {};\n\nconst total = 1;\nconsole.log(total);\n`);
    expect(fixed["src/lines.ts"]).toBe(`import { newValue } from "./ws/canonical";\n\nexport function sum(): number {\n  return newValue + 1 + (newValue + 2);\n}\n`);
  });

  test("a default export with call shapes takes the name that `to` gives it, and an import of it that is there its own", async () => {
    const files = {
      ...world,
      "ssot.json": { migrations: [{ id: "default", phase: 3, canonical: { module: "./src/ws/canonical", name: "default" }, deprecated: [{ module: "./src/ws/old", name: "default", rewrites: [{ from: "make()", to: "build() + build()" }] }] }] },
      "src/a.ts": `import make, { keep } from "./ws/old";\nexport const a = make() * keep;\n`,
      "src/b.ts": `import make from "./ws/old";\nimport fresh from "./ws/canonical";\nexport const b = make() + fresh();\n`,
      "src/c.ts": `import make from "./ws/old";\nexport const c = (build: number) => make() + build;\n`,
      "src/d.ts": `import * as old from "./ws/old";\nexport const d = old.default();\n`,
    };
    const { fixed, found } = await proveFix(files);
    expect(fixed["src/a.ts"]).toBe(`import { keep } from "./ws/old";\nimport build from "./ws/canonical";\nexport const a = (build() + build()) * keep;\n`);
    expect(fixed["src/b.ts"]).toBe(`import fresh from "./ws/canonical";\nexport const b = fresh() + fresh() + fresh();\n`);
    expect(found.find(({ file, rule }) => file === "src/c.ts" && rule === "ssot/no-deprecated-use")?.message).toContain("Not fixed automatically: the canonical name is taken here.");
    expect(fixed["src/d.ts"]).toBe(`import build from "./ws/canonical";\nexport const d = build() + build();\n`);
  });

  test("a default export of a namespace has no name to be imported by", async () => {
    const before = `import * as old from "./ws/old";\nexport const a = old.default();\n`;
    const { text, reasons } = await fixFile("src/consumer.ts", before);
    expect(text).toBe(before);
    expect(reasons).toEqual(["nothing says what the default export is to be called here"]);
  });

  test("sites in the canonical module, and in those that it needs, are only reported", async () => {
    const files = {
      ...world,
      "ssot.json": { migrations: [{ id: "value", phase: 3, canonical: { module: "./src/top", name: "top" }, deprecated: [{ module: "./src/ws/old", name: "oldValue" }] }] },
      "src/top.ts": `import { middle } from "./middle";\nimport { oldValue } from "./ws/old";\nexport const top = middle + oldValue;\n`,
      "src/middle.ts": `import { deep } from "./deep";\nexport const middle = deep;\n`,
      "src/deep.ts": `import { oldValue } from "./ws/old";\nexport const deep = oldValue;\n`,
      "src/beside.ts": `import { oldValue } from "./ws/old";\nexport const beside = [oldValue];\n`,
    };
    const { fixed, found } = await proveFix(files);
    expect(fixed["src/top.ts"]).toBe(files["src/top.ts"]);
    expect(fixed["src/deep.ts"]).toBe(files["src/deep.ts"]);
    expect(fixed["src/beside.ts"]).toContain("./top");
    expect(found.filter(({ file, message }) => file === "src/deep.ts" && message.includes("Not fixed automatically: the canonical module is this file, or needs it"))).toHaveLength(2);
  });

  test("a canonical symbol that the file takes from where it is defined is used as it is", async () => {
    const files = {
      ...world,
      "ssot.json": { migrations: [{ id: "value", phase: 3, canonical: { module: "./src/lib", name: "newValue" }, deprecated: [{ module: "./src/ws/old", name: "oldValue" }] }] },
      "src/lib.ts": `export * from "./ws/canonical";\n`,
      "src/consumer.ts": `import { oldValue } from "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport const all = [oldValue, newValue];\n`,
    };
    const { fixed } = await proveFix(files);
    expect(fixed["src/consumer.ts"]).toBe(`import { newValue } from "./ws/canonical";\nexport const all = [newValue, newValue];\n`);
  });

  test("two thousand sites in one file: one edit, shared by all reports", async () => {
    const uses = Array.from({ length: 2000 }, (_, index) => `export const v${String(index)} = () => oldValue;`);
    const root = projectFolder({ ...world, "src/consumer.ts": `import { oldValue } from "./ws/old";\n${uses.join("\n")}\n` });
    const [result] = await new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs.recommended }).lintFiles(["src/consumer.ts"]);
    const texts = new Set(result?.messages.map(({ fix }) => fix?.text));
    expect(result?.messages).toHaveLength(2001);
    expect(texts.size).toBe(1);
  });
});

describe("CommonJS and dynamic imports", () => {
  test.each([
    ["a destructured require", `const { oldValue, keep } = require("./ws/old");\nmodule.exports = { a: oldValue, keep };\n`, `const { keep } = require("./ws/old");\nconst { newValue } = require("./ws/canonical");\nmodule.exports = { a: newValue, keep };\n`],
    ["a whole require, by members", `const ws = require("./ws/old");\nconsole.log(ws.oldValue);\n`, `const { newValue } = require("./ws/canonical");\nconsole.log(newValue);\n`],
    ["a member of a require", `console.log(require("./ws/old").oldValue);\n`, `console.log(require("./ws/canonical").newValue);\n`],
    ["an awaited import, destructured", `export async function f() {\n  const { oldValue } = await import("./ws/old");\n  return oldValue;\n}\n`, `export async function f() {\n  const { newValue } = await import("./ws/canonical");\n  return newValue;\n}\n`],
    ["a member of an awaited import", `export const f = async () => (await import("./ws/old")).oldValue;\n`, `export const f = async () => (await import("./ws/canonical")).newValue;\n`],
    ["then, by member", `export const f = () => import("./ws/old").then((ws) => ws.oldValue);\n`, `export const f = () => import("./ws/canonical").then((ws) => ws.newValue);\n`],
    ["then, destructured", `export const f = () => import("./ws/old").then(({ oldValue }) => oldValue);\n`, `export const f = () => import("./ws/canonical").then(({ newValue: oldValue }) => oldValue);\n`],
    ["a binding of a parameter's default keeps its module", `export const f = (ws = require("./ws/old")) => ws.oldValue + ws.keep;\n`, `export const f = (ws = require("./ws/old")) => ws.oldValue + ws.keep;\n`],
  ])("%s", async (_, before, after) => {
    const { fixed, unstable } = await lintProject({ ...world, "src/consumer.js": before });
    expect(fixed["src/consumer.js"]).toBe(after);
    expect(unstable).toEqual([]);
  });

  test("import types", async () => {
    const { text } = await fixFile("src/consumer.ts", `export type A = import("./ws/old").OldShape;\nexport type B = typeof import("./ws/old").oldValue;\nexport type C = (typeof import('./ws/old'))["oldValue"];\n`);
    expect(text).toBe(`export type A = import("./ws/canonical").NewShape;\nexport type B = typeof import("./ws/canonical").newValue;\nexport type C = (typeof import('./ws/canonical'))["newValue"];\n`);
  });
});
