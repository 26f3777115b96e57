/** What holds for all rules together, under ESLint itself: one walk, one edit, disable comments, other configurations. */
import * as typescriptParser from "@typescript-eslint/parser";
import { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintProject } from "../kit/lint.ts";
import type { Linted } from "../kit/lint.ts";
import { projectFolder } from "../kit/project-folder.ts";
import { files, manifest } from "./case-project.ts";

const ruleNames = ["no-deprecated-import", "no-deprecated-use", "no-deprecated-reexport", "no-deprecated-mock", "require-deprecation-notice"] as const;

/** The case project with one more file, linted with a preset; only that file's reports. */
async function lintFile(name: string, code: string, options: Parameters<typeof lintProject>[1] = {}): Promise<Linted> {
  const linted = await lintProject({ ...files, [name]: code, "ssot.json": manifest }, options);
  return { ...linted, found: linted.found.filter(({ file }) => file === name) };
}

function short(linted: Linted): readonly string[] {
  return linted.found.map(({ rule, at, fixable }) => `${rule.replace("ssot/", "")} ${at}${fixable ? " fixable" : ""}`);
}

describe("a site has one report", () => {
  it("each is the rule's whose row names it", async () => {
    const linted = await lintFile(
      "src/app.ts",
      `import { getManager, type ManagerOptions } from "./ws/factory";
import * as ws from "./ws/factory";
export { getManager, ws };
export { resetPool } from "./ws/factory";
export default ws.getManager;
export const options: ManagerOptions = getManager();
`,
    );
    expect(short(linted)).toEqual([
      "no-deprecated-import 1:10-1:20 fixable",
      "no-deprecated-import 1:22-1:41 fixable",
      "no-deprecated-reexport 3:10-3:20 fixable",
      "no-deprecated-reexport 3:22-3:24",
      "no-deprecated-reexport 4:10-4:19 fixable",
      "no-deprecated-import 5:16-5:29 fixable",
      "no-deprecated-use 6:23-6:37 fixable",
      "no-deprecated-use 6:40-6:50 fixable",
    ]);
    expect(linted.fixed["src/app.ts"]).toBe(`import { createManager, type ManagerConfig } from "./ws/canonical";
import * as ws from "./ws/factory";
export { createManager as getManager, ws };
export default createManager;
export const options: ManagerConfig = createManager();
`);
    expect(linted.unstable).toEqual([]);
  });

  it("where the import is not in force yet, the export is the re-export rule's", async () => {
    const linted = await lintFile("src/app.ts", `import * as ws from "./ws/factory";\nexport default ws.getManager;\nexport const { resetPool } = ws;\n`, { preset: "phase-1" });
    expect(short(linted)).toEqual(["no-deprecated-reexport 2:16-2:29 fixable", "no-deprecated-reexport 3:16-3:25"]);
    expect(linted.fixed["src/app.ts"]).toBe(`import * as ws from "./ws/factory";\nexport const { resetPool } = ws;\n`);
  });

  it("a test is the rules' from phase 3 on, and its mock moves along", async () => {
    const code = `import { vi } from "vitest";\nimport { getManager } from "../src/ws/factory";\nvi.mock("../src/ws/factory", () => ({ getManager: vi.fn() }));\nvi.mocked(getManager).mockReset();\n`;
    expect(short(await lintFile("tests/app.test.ts", code))).toEqual([]);
    const linted = await lintFile("tests/app.test.ts", code, { preset: "phase-3" });
    expect(short(linted)).toEqual(["no-deprecated-import 2:10-2:20 fixable", "no-deprecated-mock 3:39-3:49 fixable", "no-deprecated-use 4:11-4:21 fixable"]);
    expect(linted.fixed["tests/app.test.ts"]).toBe(
      `import { vi } from "vitest";\nimport { createManager } from "../src/ws/canonical";\nvi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\nvi.mocked(createManager).mockReset();\n`,
    );
  });
});

describe("disable comments", () => {
  const body = `export const a = getManager();\nexport const b = getManager();\n`;
  const importLine = `import { getManager } from "./ws/factory";\n`;
  const both = `import { getManager } from "./ws/factory";\nimport { createManager } from "./ws/canonical";\n`;

  it.each([
    ["on the same line", `export const a = getManager(); // eslint-disable-line ssot/no-deprecated-use -- later\nexport const b = getManager();\n`],
    ["on the same line, in a block", `export const a = getManager(); /* eslint-disable-line */\nexport const b = getManager();\n`],
    ["for the next line", `// eslint-disable-next-line ssot/no-deprecated-use, ssot/no-deprecated-use\nexport const a = getManager();\nexport const b = getManager();\n`],
    ["for the next line, from several lines", `/* eslint-disable-next-line\n  ssot/no-deprecated-use --\n  not yet */\nexport const a = getManager();\nexport const b = getManager();\n`],
    ["for the next line, all rules", `/* eslint-disable-next-line */\nexport const a = getManager();\nexport const b = getManager();\n`],
    ["until enabled", `/* eslint-disable ssot/no-deprecated-use */\nexport const a = getManager();\n/* eslint-enable ssot/no-deprecated-use */\nexport const b = getManager();\n`],
    ["until all are enabled", `/* eslint-disable "ssot/no-deprecated-use" */\nexport const a = getManager();\n/* eslint-enable */\nexport const b = getManager();\n`],
    ["all, until one is enabled", `/* eslint-disable */\nexport const a = getManager();\n/* eslint-enable ssot/no-deprecated-use -- again */\nexport const b = getManager();\n`],
  ])("%s: the site is neither reported nor touched, and its import stays", async (_, code) => {
    const linted = await lintFile("src/app.ts", importLine + code, { config: [{ linterOptions: { reportUnusedDisableDirectives: "error" } }] });
    const last = importLine.split("\n").length + code.split("\n").length - 2;
    expect(short(linted)).toEqual(["no-deprecated-import 1:10-1:20", `no-deprecated-use ${String(last)}:18-${String(last)}:28 fixable`]);
    expect(linted.fixed["src/app.ts"]).toBe(both + code.replace(/b = getManager/u, "b = createManager"));
    expect(linted.unstable).toEqual([]);
  });

  it("at the import: nothing of it changes", async () => {
    const code = `// eslint-disable-next-line ssot/no-deprecated-import\n${importLine}${body}`;
    const linted = await lintFile("src/app.ts", code);
    expect(short(linted)).toEqual(["no-deprecated-use 3:18-3:28", "no-deprecated-use 4:18-4:28"]);
    expect(linted.fixed["src/app.ts"]).toBe(code);
  });

  it("of another rule: no effect", async () => {
    const linted = await lintFile("src/app.ts", `/* eslint-disable ssot/no-deprecated-mock, no-undef */\n${importLine}${body}`, { config: [{ linterOptions: { reportUnusedDisableDirectives: "off" } }] });
    expect(linted.found).toHaveLength(3);
    expect(linted.fixed["src/app.ts"]).not.toContain("getManager");
  });

  it("for the whole file: nothing is reported, and nothing changes", async () => {
    const code = `/* eslint-disable */\n${importLine}${body}`;
    const linted = await lintFile("src/app.ts", code);
    expect(linted.found).toEqual([]);
    expect(linted.fixed["src/app.ts"]).toBe(code);
  });

  it("at a definition: no notice is written there", async () => {
    const code = `// eslint-disable-next-line ssot/require-deprecation-notice\nexport function OldButton() {\n  return null;\n}\n`;
    const linted = await lintFile("src/ui/old-button.tsx", code);
    expect(linted.found).toEqual([]);
    expect(linted.fixed["src/ui/old-button.tsx"]).toBe(code);
  });

  it("at a mock: neither it nor what it stands for changes", async () => {
    const code = `import { getManager } from "../src/ws/factory";\n// eslint-disable-next-line ssot/no-deprecated-mock\nvi.mock("../src/ws/factory", () => ({ getManager: vi.fn() }));\ngetManager();\n`;
    const linted = await lintFile("tests/app.test.ts", code, { preset: "phase-3" });
    expect(short(linted)).toEqual(["no-deprecated-import 1:10-1:20", "no-deprecated-use 4:1-4:11"]);
    expect(linted.fixed["tests/app.test.ts"]).toBe(code);
  });

  it("that are not needed are reported by ESLint, those that are needed are not", async () => {
    const code = `/* eslint-disable ssot/no-deprecated-mock */\n${importLine.trim()} // eslint-disable-line ssot/no-deprecated-import\ngetManager(); // eslint-disable-line ssot/no-deprecated-use\nstart(); // eslint-disable-line ssot/no-deprecated-use\n`;
    const { results } = await lintFile("src/app.ts", code, { config: [{ linterOptions: { reportUnusedDisableDirectives: "error" } }] });
    const messages = results.find(({ filePath }) => filePath.endsWith("src/app.ts"))?.messages ?? [];
    expect(messages.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([
      "1: Unused eslint-disable directive (no problems were reported from 'ssot/no-deprecated-mock').",
      "4: Unused eslint-disable directive (no problems were reported from 'ssot/no-deprecated-use').",
    ]);
  });
});

const source = `import { getManager } from "./ws/factory";\nimport * as ws from "./ws/factory";\nexport { getManager };\nvi.mock("./ws/factory");\nstart(ws.getManager, getManager);\n`;

function configFor(root: string, rules: readonly string[], over: { manifest?: object; parser?: Linter.Parser } = {}): Linter.Config[] {
  return [
    {
      files: ["**/*.ts"],
      plugins: { ssot: plugin },
      rules: Object.fromEntries(rules.map((rule) => [`ssot/${rule}`, "error" as const])),
      settings: { ssot: { manifest: over.manifest ?? manifest, root } },
      languageOptions: { parser: over.parser ?? typescriptParser },
    },
  ];
}

describe("one walk", () => {
  it("is all that a file gets, however many rules run", () => {
    const root = projectFolder(files);
    const walks = (rules: readonly string[]): number => {
      let asked = 0;
      // Who walks asks for the keys of each node's type; a declaration of exports is asked for once in each walk.
      const parser = {
        parseForESLint(text: string, options: typescriptParser.ParserOptions) {
          const result = typescriptParser.parseForESLint(text, options);
          const visitorKeys = new Proxy(result.visitorKeys, {
            get(keys, type) {
              if (type === "ExportNamedDeclaration") asked++;
              return Reflect.get(keys, type) as unknown;
            },
          });
          return { ...result, visitorKeys };
        },
      } as Linter.Parser;
      new Linter({ cwd: root }).verify(source, configFor(root, rules, { parser }), `${root}/src/app.ts`);
      return asked;
    };
    const [none, one, all] = [walks([]), walks(["no-deprecated-import"]), walks(ruleNames)];
    expect(none).toBeGreaterThan(0);
    expect(one).toBe(none + 1);
    expect(all).toBe(none + 1);
  });

  it("is not even begun where a file cannot hold a site", () => {
    const root = projectFolder(files);
    let asked = 0;
    const parser = {
      parseForESLint(text: string, options: typescriptParser.ParserOptions) {
        const result = typescriptParser.parseForESLint(text, options);
        return { ...result, visitorKeys: new Proxy(result.visitorKeys, { get: (keys, type) => (type === "Program" && asked++, Reflect.get(keys, type) as unknown) }) };
      },
    } as Linter.Parser;
    const verify = (rules: readonly string[]): number => {
      asked = 0;
      new Linter({ cwd: root }).verify(`import { getManager } from "./other";\ngetManager();\n`, configFor(root, rules, { parser }), `${root}/src/app.ts`);
      return asked;
    };
    expect(verify(ruleNames)).toBe(verify([]));
  });
});

describe("one SourceCode, linted again", () => {
  const verify = (linter: Linter, root: string, code: string | Linter["getSourceCode"], rules: readonly string[], over: object = {}): readonly string[] =>
    linter.verify(code as string, configFor(root, rules, over), `${root}/src/app.ts`).map(({ ruleId, line }) => `${ruleId ?? "fatal"}:${String(line)}`);

  it("with other rules, another manifest, and back: each time by its own configuration", () => {
    const root = projectFolder(files);
    const linter = new Linter({ cwd: root });
    const expected = verify(linter, root, source, ["no-deprecated-import"]);
    expect(expected).toEqual(["ssot/no-deprecated-import:1", "ssot/no-deprecated-import:5"]);
    const parsed = linter.getSourceCode() as unknown as string;
    const other = { manifest: { migrations: [{ id: "other", phase: 2, canonical: { module: "./src/a", name: "b" }, deprecated: [{ module: "./src/c", name: "d" }] }] } };
    expect(verify(linter, root, parsed, ["no-deprecated-use"])).toEqual(["ssot/no-deprecated-use:5"]);
    expect(verify(linter, root, parsed, ["no-deprecated-use"], other)).toEqual([]);
    expect(verify(linter, root, parsed, ["no-deprecated-import"])).toEqual(expected);
    expect(verify(linter, root, parsed, ["no-deprecated-import"], other)).toEqual([]);
    // The file concerned no rule under the last configuration; another rule that has not asked yet gets its own answer.
    expect(verify(linter, root, parsed, ["no-deprecated-reexport"])).toEqual(["ssot/no-deprecated-reexport:3"]);
    expect(verify(linter, root, parsed, ["no-deprecated-import", "no-deprecated-use"])).toHaveLength(3);
  });
});

describe("files that do not parse", () => {
  it.each([
    ["src/broken.ts", `import { getManager } from "./ws/factory";\nexport const = getManager();\n`],
    ["src/broken.js", `import { getManager } from "./ws/factory";\ngetManager(\n`],
    ["src/broken.jsx", `import { OldButton } from "./ui/old-button";\nexport const a = <OldButton>;\n`],
  ])("%s is reported once by ESLint, never by us, and never rewritten; others are not hidden", async (name, code) => {
    const linted = await lintProject({ ...files, [name]: code, "src/good.ts": `import { getManager } from "./ws/factory";\ngetManager();\n`, "ssot.json": manifest });
    expect(linted.found.filter(({ file }) => file === name).map(({ rule }) => rule)).toEqual(["fatal"]);
    expect(linted.fixed[name]).toBe(code);
    expect(linted.fixed["src/good.ts"]).toBe(`import { createManager } from "./ws/canonical";\ncreateManager();\n`);
  });
});

describe("thousands of sites in one file", () => {
  const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");

  it.each<readonly [what: string, code: (count: number) => string, reports: (count: number) => number]>([
    ["uses", (count) => `import { getManager } from "./ws/factory";\n${lines(count, (index) => `start(getManager(${String(index)}));`)}\n`, (count) => count + 1],
    ["members", (count) => `import * as ws from "./ws/factory";\n${lines(count, (index) => `start(ws.getManager(${String(index)}));`)}\n`, (count) => count],
    [
      "elements",
      (count) => `import { OldButton } from "./ui/old-button";\nexport const page = <>{/* all */}\n${lines(count, (index) => `<OldButton key={${String(index)}}>x</OldButton>`)}\n</>;\n`,
      (count) => count + 1,
    ],
    [
      "elements of a namespace",
      (count) => `import * as ui from "./ui/old-button";\nexport const page = <>\n${lines(count, (index) => `<ui.OldButton key={${String(index)}}>x</ui.OldButton>`)}\n</>;\n`,
      (count) => count,
    ],
    ["imports", (count) => `${lines(count, (index) => `import { getManager as make${String(index)} } from "./ws/factory"; make${String(index)}();`)}\n`, (count) => count * 2],
    ["requires", (count) => `${lines(count, (index) => `start(require("./ws/factory").getManager(${String(index)}));`)}\n`, (count) => count],
    ["re-exports", (count) => `${lines(count, (index) => `export { getManager as make${String(index)} } from "./ws/factory";`)}\n`, (count) => count],
    ["spies", (count) => `import * as ws from "./ws/factory";\n${lines(count, () => `vi.spyOn(ws, "getManager");`)}\n`, (count) => count],
  ])("%s", { timeout: 60_000 }, async (_, code, reports) => {
    const root = projectFolder({ ...files, "ssot.json": manifest });
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs["phase-3"] });
    /** Milliseconds of the processor, not of the clock: other work may go on beside the tests. */
    const lint = async (count: number): Promise<number> => {
      const start = process.cpuUsage();
      const [result] = await eslint.lintText(code(count), { filePath: "src/many.tsx" });
      const { user, system } = process.cpuUsage(start);
      expect(result?.messages).toHaveLength(reports(count));
      return (user + system) / 1000;
    };
    await lint(1250);
    const before = process.memoryUsage().heapUsed;
    // Four times the sites: what takes the square of the time takes sixteen times as long.
    const few = await lint(1250);
    expect((await lint(5000)) / few).toBeLessThan(10);
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(400);
  });
});
