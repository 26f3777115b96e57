/** The files that `npm run bench:python` measures are what it says of them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { manifest, projectOf, siteKinds } from "../../tools/bench/many-sites.ts";
import { makePythonCorpus } from "../../tools/bench/python-corpus.ts";
import { projectFolder } from "../kit/project-folder.ts";

const source = { "a.py": "import os\n", "b/__init__.py": "", "b/c.py": "from . import d\n", "b/d.py": "x = 1\n", "b/latin.py": "# coding: latin-1\n", "site-packages/e.py": "", "f.txt": "" };

async function reportsIn(folder: string, settings: object, fix = false): Promise<readonly ESLint.LintResult[]> {
  const eslint = new ESLint({ cwd: folder, fix, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended, { settings: { ssot: settings } }] });
  return await eslint.lintFiles(["**/*.py"]);
}

describe("the corpus", () => {
  test("has as many files as it is asked for, and a few of them name a governed symbol", async () => {
    const folder = path.join(projectFolder({}), "corpus");
    makePythonCorpus(folder, { source: projectFolder(source), files: 40, naming: 4 });
    const packages = readdirSync(path.join(folder, "packages"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
    expect(packages).toHaveLength(40);
    expect(packages.filter((name) => readFileSync(path.join(folder, "packages", name), "utf8").includes("get_channel_manager_"))).toHaveLength(4);
    expect(packages.some((name) => name.includes("site-packages"))).toBe(false);
    expect(existsSync(path.join(folder, "node_modules"))).toBe(true);
    const results = await reportsIn(folder, {});
    const reported = results.filter(({ errorCount }) => errorCount > 0).map(({ filePath }) => path.relative(folder, filePath));
    expect(reported.filter((name) => name.startsWith("packages"))).toHaveLength(4);
  });

  test("is made once", () => {
    const [from, folder] = [projectFolder(source), path.join(projectFolder({}), "corpus")];
    makePythonCorpus(folder, { source: from, files: 10, naming: 1 });
    writeFileSync(path.join(folder, "mine"), "");
    makePythonCorpus(folder, { source: from, files: 10, naming: 1 });
    expect(existsSync(path.join(folder, "mine"))).toBe(true);
    makePythonCorpus(folder, { source: from, files: 11, naming: 1 });
    expect(existsSync(path.join(folder, "mine"))).toBe(false);
  });
});

describe("files of many sites", () => {
  test.each(siteKinds.map(({ name, text }) => [name, text(20)]))("%s: each is reported, and mended at once", async (name, text) => {
    const root = projectFolder({ ...projectOf(20), "app.py": text });
    const [before] = (await reportsIn(root, { manifest, root })).filter(({ filePath }) => filePath.endsWith("app.py"));
    expect(before?.errorCount).toBeGreaterThan(name === "members" || name === "mocks' strings" ? 0 : 20);
    const [after] = (await reportsIn(root, { manifest, root }, true)).filter(({ filePath }) => filePath.endsWith("app.py"));
    // What a test replaces by its name is not mended.
    expect(after?.errorCount).toBe(name === "mocks' strings" ? 2 : 0);
  });
});
