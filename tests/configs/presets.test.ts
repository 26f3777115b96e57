import js from "@eslint/js";
import json from "@eslint/json";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { lintProject } from "../kit/lint.ts";
import { projectFolder } from "../kit/project-folder.ts";
import { sample, sampleManifest, user, without } from "../kit/sample.ts";

const rest = without(sample, "src/user.ts");
const site = ["1:10-1:20 ssot/no-deprecated-import", "3:24-3:34 ssot/no-deprecated-use"];

/** Lints `files` with `config` as the whole of `eslint.config.js`. */
async function lint(config: Linter.Config[], files: Readonly<Record<string, string | object>>): Promise<Readonly<Record<string, readonly string[]>>> {
  const root = projectFolder(files);
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config });
  const results = await eslint.lintFiles(["."]);
  return Object.fromEntries(
    results.map(({ filePath, messages }) => [
      filePath.slice(root.length + 1),
      messages.map(({ line, column, endLine, endColumn, ruleId, message }) => `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${ruleId ?? message}`),
    ]),
  );
}

/** The settings that ESLint comes to for one file. */
async function calculated(config: Linter.Config[], file: string): Promise<Linter.Config> {
  const eslint = new ESLint({ cwd: projectFolder(sample), overrideConfigFile: true, overrideConfig: config });
  return (await eslint.calculateConfigForFile(file)) as Linter.Config;
}

describe("a preset is a whole config", () => {
  test.each(["ts", "mts", "cts", "tsx", "js", "mjs", "jsx"])("for .%s", async (extension) => {
    const file = `src/user.${extension}`;
    const found = await lint(defineConfig([plugin.configs["phase-2"]]), { ...rest, [file]: user });
    expect(found[file]).toEqual(site);
  });

  test("for .cjs, and its require", async () => {
    const text = 'const { getManager } = require("./factory");\n\nmodule.exports = getManager("a");\n';
    const found = await lint(defineConfig([plugin.configs["phase-2"]]), { ...rest, "src/user.cjs": text });
    expect(found["src/user.cjs"]).toEqual(["1:9-1:19 ssot/no-deprecated-import", "3:18-3:28 ssot/no-deprecated-use"]);
  });

  test("for .d.ts", async () => {
    const text = 'import { getManager } from "./factory";\nexport declare const manager: ReturnType<typeof getManager>;\n';
    const found = await lint(defineConfig([plugin.configs["phase-2"]]), { ...rest, "src/user.d.ts": text });
    expect(found["src/user.d.ts"]).toContain("1:10-1:20 ssot/no-deprecated-import");
  });

  test("for JSX in .js and .jsx, and for TSX", async () => {
    const text = 'import { getManager } from "./factory";\n\nexport const View = () => <p>{getManager("a")}</p>;\n';
    const files = Object.fromEntries(["js", "jsx", "tsx"].map((extension) => [`src/${extension}/view.${extension}`, text.replace("./", "../")]));
    const found = await lint(defineConfig([plugin.configs["phase-2"]]), { ...rest, ...files });
    for (const name of Object.keys(files)) expect(found[name]).toEqual(["1:10-1:20 ssot/no-deprecated-import", "3:31-3:41 ssot/no-deprecated-use"]);
  });
});

describe("Python", () => {
  const python = { id: "python", language: "python", phase: 2, canonical: { module: "shop.canonical", name: "create" }, deprecated: [{ module: "shop.factory", name: "obtain" }] };
  const files = { ...sample, "ssot.json": { migrations: [...sampleManifest.migrations, python] } };
  const text = "from shop.factory import obtain\n\nobtain()\n";
  const pythonSite = ["1:26-1:32 ssot/no-deprecated-import", "3:1-3:7 ssot/no-deprecated-use"];

  test.each(["py", "pyi"])(".%s beside TypeScript, by one manifest", async (extension) => {
    const found = await lint(defineConfig([plugin.configs["phase-2"]]), { ...files, [`shop/user.${extension}`]: text });
    expect(found[`shop/user.${extension}`]).toEqual(pythonSite);
    expect(found["src/user.ts"]).toEqual(site);
  });

  test("rules without files, typed ones turned off for Python as the docs say, do not reach it", async () => {
    const config = defineConfig([
      plugin.configs["phase-2"],
      js.configs.recommended,
      tseslint.configs.recommendedTypeChecked,
      { languageOptions: { parserOptions: { projectService: true } } },
      { files: ["**/*.{py,pyi}"], extends: [tseslint.configs.disableTypeChecked] },
    ]);
    const found = await lint(config, { "ssot.json": files["ssot.json"], "shop/user.py": text });
    expect(found["shop/user.py"]).toEqual(pythonSite);
  });
});

describe("phases", () => {
  const manifest = (phase: number): object => ({ migrations: [{ ...sampleManifest.migrations[0], phase }] });

  test("recommended takes each migration's own", async () => {
    const files = { ...sample, "ssot.json": manifest(1) };
    expect((await lint([...plugin.configs.recommended], files))["src/user.ts"]).toEqual([]);
    expect((await lint([...plugin.configs.recommended], { ...files, "ssot.json": manifest(2) }))["src/user.ts"]).toEqual(site);
  });

  test("phase-N takes every migration at N", async () => {
    expect((await lint([...plugin.configs["phase-1"]], sample))["src/user.ts"]).toEqual([]);
    expect((await lint([...plugin.configs["phase-2"]], { ...sample, "ssot.json": manifest(1) }))["src/user.ts"]).toEqual(site);
  });

  test("phase-3 takes the tests in", async () => {
    const files = { ...rest, "src/user.test.ts": user };
    expect((await lint([...plugin.configs["phase-2"]], files))["src/user.test.ts"]).toEqual([]);
    expect((await lint([...plugin.configs["phase-3"]], files))["src/user.test.ts"]).toEqual(site);
  });
});

describe("blocks that follow win", () => {
  test("a severity alone keeps the phase option", async () => {
    const own = { rules: { "ssot/no-deprecated-import": "warn" } } as const;
    const { rules } = await calculated(defineConfig([plugin.configs["phase-2"], own]), "src/user.ts");
    expect(rules?.["ssot/no-deprecated-import"]).toEqual([1, { phase: 2 }]);
  });

  test("a parser", async () => {
    const { meta, ...own } = await import("@typescript-eslint/parser");
    const parser = { ...own, meta: { ...meta, name: "own" } };
    const config = defineConfig([plugin.configs["phase-2"], { files: ["**/*.ts"], languageOptions: { parser } }]);
    const { languageOptions } = await calculated(config, "src/user.ts");
    expect(languageOptions?.parser).toBe(parser);
    expect((await lint(config, sample))["src/user.ts"]).toEqual(site);
  });

  test.each(["after", "before"])("parserOptions that stand %s merge", async (where) => {
    const own: Linter.Config = { files: ["**/*.{js,ts}"], languageOptions: { parserOptions: { projectService: true, ecmaFeatures: { impliedStrict: true } } } };
    const presets = plugin.configs["phase-2"];
    const config = where === "after" ? [...presets, own] : [own, ...presets];
    const script = await calculated(config, "src/user.js");
    expect(script.languageOptions?.parserOptions).toMatchObject({ projectService: true, ecmaFeatures: { jsx: true, impliedStrict: true } });
    expect((await calculated(config, "src/user.ts")).languageOptions?.parserOptions).toMatchObject({ projectService: true });
  });
});

describe("ignores", () => {
  test.each([".venv", "venv", "site-packages", "a/b/.venv"])("%s is ignored, whoever else lints it", async (folder) => {
    const all: Linter.Config = { files: ["**/*.ts"], rules: { "no-var": "error" } };
    const found = await lint([...plugin.configs.recommended, all], { ...sample, [`${folder}/a.ts`]: "var a;" });
    expect(Object.keys(found)).not.toContain(`${folder}/a.ts`);
  });

  test("nothing else is: dist, generated and dot folders are the user's to ignore", async () => {
    const files = Object.fromEntries(["dist", "build", "coverage", ".storybook", "generated"].map((folder) => [`${folder}/a.ts`, user.replace("./", "../src/")]));
    const found = await lint([...plugin.configs["phase-2"]], { ...sample, ...files });
    for (const name of Object.keys(files)) expect(found[name]).toEqual(site);
  });
});

describe("beside other plugins", () => {
  test("the plugin under another key as well reports there too, and fixes the same", async () => {
    const own: Linter.Config = { files: ["**/*.ts"], plugins: { truth: plugin }, rules: { "truth/no-deprecated-import": ["warn", { phase: 2 }] } };
    const { found, fixed, unstable } = await lintProject(sample, { preset: "phase-2", config: [own] });
    expect(found.map(({ at, rule }) => `${at} ${rule}`)).toEqual(["1:10-1:20 ssot/no-deprecated-import", "1:10-1:20 truth/no-deprecated-import", site[1]]);
    expect(fixed["src/user.ts"]).toContain("createManager");
    expect(unstable).toEqual([]);
  });

  const broken = '{\n  // comment\n  "migrations": [{ "id": "Not Kebab", "deprecated": [] }],\n  "migrations": [],\n}\n';
  const allJson: Linter.Config = { files: ["**/*.json"], plugins: { json }, language: "json/json", rules: { "json/no-duplicate-keys": "error" } };
  const problems = ["4:3-4:15 ssot/valid-manifest"];

  test("every error of ssot.json stands at its place, comments and trailing commas are none", async () => {
    expect((await lint([...plugin.configs.recommended], { "ssot.json": broken }))["ssot.json"]).toEqual(problems);
    expect((await lint([...plugin.configs.recommended], { "ssot.json": "{ // c\n migrations: [] }" }))["ssot.json"]).toEqual(["2:2-2:12 ssot/valid-manifest"]);
    expect((await lint([...plugin.configs.recommended], { "ssot.json": '{ "migrations": [], /* c */ }' }))["ssot.json"]).toEqual([]);
  });

  test.each(["after", "before"])("the user's own @eslint/json for all JSON, %s the preset, does not clash", async (where) => {
    const presets = plugin.configs.recommended;
    const config = where === "after" ? [...presets, allJson] : [allJson, ...presets];
    const found = await lint(config, { "ssot.json": broken, "other.json": '{ "a": 1, "a": 2 }' });
    expect(found["other.json"]).toEqual(["1:11-1:14 json/no-duplicate-keys"]);
    expect(found["ssot.json"]).toEqual(problems);
  });

  test("rules without files, JavaScript's, typed ones and our own, do not reach the manifest", async () => {
    const everywhere = defineConfig([
      plugin.configs["phase-2"],
      js.configs.all,
      { files: ["**/*.ts"], extends: [tseslint.configs.disableTypeChecked] },
      { ...tseslint.configs.base, rules: { "@typescript-eslint/await-thenable": "error", "ssot/no-deprecated-import": "warn" } },
    ]);
    expect((await lint(everywhere, { "ssot.json": broken }))["ssot.json"]).toEqual(problems);
  });

  test("a block with ignores leaves the manifest out", async () => {
    const found = await lint([...plugin.configs.recommended, { ignores: ["**/ssot.json"] }], { "ssot.json": broken, "src/a.ts": "" }).catch(String);
    expect(found).not.toHaveProperty("ssot.json");
  });

  test("the rule itself works in a JSON language too, for those who do without presets", async () => {
    const own: Linter.Config = { files: ["**/*.json"], plugins: { json, ssot: plugin }, language: "json/jsonc", rules: { "ssot/valid-manifest": "warn" } };
    const found = await lint([own], { "ssot.json": broken.replace("],\n}", "]\n}") });
    expect(found["ssot.json"]).toEqual(problems);
  });
});
