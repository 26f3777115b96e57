/** Python files by the real ESLint: what is parsed, comments, cache, threads, suppressions. */
import { ESLint as ESLint10 } from "eslint";
import type { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { eslintMajors, userProject } from "../kit/installed.ts";
import { lintProject } from "../kit/lint.ts";
import { without } from "../kit/sample.ts";
import { projectFolder } from "../kit/project-folder.ts";

const { ESLint: ESLint9 } = (await import("eslint9")) as { readonly ESLint: typeof ESLint10 };
const classes = [[9, ESLint9], [10, ESLint10]] as const;

const manifest = (more: object = {}, migration: object = {}): object => ({
  migrations: [
    {
      id: "websocket-factory",
      language: "python",
      phase: 2,
      canonical: { module: "acme.canonical", name: "create_manager" },
      deprecated: [{ module: "acme.factory", name: "get_manager" }],
      ...migration,
    },
  ],
  ...more,
});

const user = "from acme.factory import get_manager\n\nmanager = get_manager('a')\n";
const project = {
  "package.json": { name: "shop", private: true, type: "module" },
  "ssot.json": manifest(),
  "acme/__init__.py": "",
  "acme/canonical.py": "def create_manager(id):\n    return id\n",
  "acme/factory.py": "from typing_extensions import deprecated\n\n\n@deprecated('Use create_manager.')\ndef get_manager(id):\n    return id\n",
  "acme/user.py": user,
};
const site = ["1:26 ssot/no-deprecated-import", "3:11 ssot/no-deprecated-use"];

const config = `import ssot from "eslint-plugin-ssot";

export default [...ssot.configs.recommended, { linterOptions: { reportUnusedDisableDirectives: "error" } }];
`;

function shown(results: readonly ESLint10.LintResult[], root: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    results.flatMap(({ filePath, messages }) =>
      messages.length === 0 ? [] : [[filePath.slice(root.length + 1), messages.map(({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${ruleId ?? message}`)]],
    ),
  );
}

describe.each(classes)("ESLint %i", (_major, ESLint) => {
  const open = (root: string, more: ESLint10.Options = {}): ESLint10 => new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs.recommended, ...more });
  const lint = async (files: Readonly<Record<string, string | object>>, more: ESLint10.Options = {}): Promise<Readonly<Record<string, readonly string[]>>> => {
    const root = projectFolder(files);
    return shown(await open(root, more).lintFiles(["."]), root);
  };

  test("the preset lints .py and .pyi", async () => {
    expect(await lint({ ...project, "acme/stub.pyi": "from acme.factory import get_manager\n" })).toEqual({ "acme/stub.pyi": site.slice(0, 1), "acme/user.py": site });
  });

  test("a file that names nothing governed is not parsed, wherever it comes in the run", async () => {
    const broken = Object.fromEntries(["a", "b", "z"].map((name) => [`${name}/old.py`, "print 'x'  # eslint\n"]));
    expect(await lint({ ...project, ...broken, "y.py": "print get_manager\n" })).toEqual({ "acme/user.py": site, "y.py": [expect.stringMatching(/^1:7 Parsing error/)] });
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, readonly string[]>>]>([
    ["a name that a barrel gives", { "acme/api.py": "from acme.factory import get_manager as obtain\n", "last.py": "from acme.api import obtain\n" }, { "acme/api.py": ["1:26 ssot/no-deprecated-import"], "last.py": ["1:22 ssot/no-deprecated-import"] }],
    ["a star", { "last.py": "from acme.factory import \\\n *\n" }, { "last.py": ["2:2 ssot/no-deprecated-reexport"] }],
    ["full-width letters", { "last.py": "from acme.factory import ｇｅｔ_manager\n" }, { "last.py": ["1:26 ssot/no-deprecated-import"] }],
  ])("what may hold a site is parsed: %s", async (_name, files, expected) => {
    expect(await lint({ ...project, ...files })).toEqual({ ...expected, "acme/user.py": site });
  });

  test("a project without a migration of Python hears nothing of its Python files", async () => {
    const files = { ...project, "a.js": "export const a = 1;\n", "ssot.json": manifest({}, { language: "ecmascript", canonical: { module: "./a", name: "a" }, deprecated: [{ module: "./b", name: "b" }] }) };
    expect(await lint({ ...files, "build/old.py": "print 'get_manager', eslint  # eslint\n", "z.py": "print 'x'\n" })).toEqual({});
  });

  test("asking for names hides no site", async () => {
    const files = {
      ...project,
      "acme/api.py": "from acme import factory as passed_on\nfrom .factory import get_manager as obtain\n",
      "acme/pack/__init__.py": "from ..factory import *\n",
      ...Object.fromEntries([
        "from acme.factory import *\n",
        "from acme.factory import(\n  get_manager as another_name)\n",
        "import acme\nacme.factory.get_manager()\n",
        "import acme.factory as short\nlonger = short.get_manager\n",
        "from acme.api import obtain\n",
        "from acme.api import passed_on\n__all__ = ['passed_on']\n",
        "from acme import factory\n__all__ = ['factory']\n",
        "from acme import api\napi.passed_on.get_manager\n",
        "import acme.api as a\na.obtain()\n",
        "from acme.pack import *\n__all__ = []\n__all__ += ['get_manager']\n",
        "from acme import factory\nfrom acme.factory import *\n__all__ = factory.__all__\n",
        "from importlib import import_module\nimport_module('acme.factory').get_manager\n",
        "import acme.factory\ngetattr(acme.factory, 'get_' 'manager')\n",
        "import acme.factory\ngetattr(acme.factory, 'get\\x5fmanager')\n",
        "from acme.factory import ｇｅｔ＿ｍａｎａｇｅｒ\n",
        "from acme.pack import get_manager\n",
        "from . import other\n",
      ].map((text, index) => [`acme/n${String(index)}.py`, text])),
    };
    const everything = [{ files: ["**/*.py"], languageOptions: { ssotNames: "" } }];
    const asked = await lint(files);
    expect(asked).toEqual(await lint(files, { overrideConfig: [...plugin.configs.recommended, ...everything] }));
    expect(Object.keys(asked).length).toBeGreaterThan(14);
    const whole = { ...files, "ssot.json": manifest({}, { phase: 4, canonical: { module: "acme.canonical", name: "*" }, deprecated: [{ module: "acme.factory", name: "*" }] }) };
    expect(await lint(whole)).toEqual(await lint(whole, { overrideConfig: [...plugin.configs.recommended, ...everything] }));
  });

  test("of a module that went as a whole, importers by any path, and the module itself", async () => {
    const whole = manifest({}, { phase: 4, canonical: { module: "acme.canonical", name: "*" }, deprecated: [{ module: "acme.factory", name: "*" }] });
    const files = {
      ...without(project, "acme/factory.py"),
      "ssot.json": whole,
      "acme/factory/__init__.py": "def make(): ...\n",
      "acme/factory/inner.py": "from . import make\n",
      "acme/user.py": "from acme import factory\n",
      "last.py": "from acme.factory import make\n",
    };
    expect(await lint(files)).toEqual({
      "acme/factory/__init__.py": ["1:1 ssot/no-deprecated-definition"],
      "acme/factory/inner.py": ["1:15 ssot/no-deprecated-import"],
      "acme/user.py": ["1:18 ssot/no-deprecated-import"],
      "last.py": ["1:26 ssot/no-deprecated-import"],
    });
  });

  test("a change of the manifest, or of a barrel, is seen by one ESLint object that lives on", async () => {
    const root = projectFolder({ ...project, "first.py": "a = 1\n", "last.py": "from acme.api import obtain\n" });
    const eslint = open(root);
    const at = async (file: string): Promise<unknown> => shown(await eslint.lintFiles([file]), root);
    expect(await at("first.py")).toEqual({});
    expect(await at("last.py")).toEqual({});
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${root}/ssot.json`, JSON.stringify(manifest({}, { deprecated: [{ module: "acme.api", name: "obtain" }] })));
    expect(await at("last.py")).toEqual({ "last.py": ["1:22 ssot/no-deprecated-import"] });
  });

  test("the manifest of the settings decides", async () => {
    const settings = { ssot: { manifest: manifest({}, { deprecated: [{ module: "acme.other", name: "get_other" }] }) } };
    const root = projectFolder({ ...project, "ssot.json": "broken", "a.py": "from acme.other import get_other\n", "b.py": "from acme.other import get_other\n", "c.py": "print 'x'\n" });
    const results = await open(root, { overrideConfig: [...plugin.configs.recommended, { settings }] }).lintFiles(["**/*.py"]);
    expect(shown(results, root)).toEqual({ "a.py": ["1:24 ssot/no-deprecated-import"], "b.py": ["1:24 ssot/no-deprecated-import"] });
  });

  test("without the option every file is parsed; with a list of one's own, what names those", async () => {
    const broken = { ...project, "acme/user.py": "", "z.py": "print 'x'\n" };
    const withNames = (ssotNames: unknown): ESLint10.Options => ({ overrideConfig: [...plugin.configs.recommended, { files: ["**/*.py"], languageOptions: { ssotNames } }] });
    expect(Object.keys(await lint(broken, withNames(["print"])))).toEqual(["z.py"]);
    expect(await lint(broken, withNames(["get_manager"]))).toEqual({});
    const own = [{ files: ["**/*.py"], plugins: { ssot: plugin }, language: "ssot/python", rules: { "ssot/no-deprecated-import": "error" } }] satisfies Linter.Config[];
    expect(Object.keys(await lint(broken, { overrideConfig: own }))).toEqual(["z.py"]);
  });

  test("the configuration can be printed, and says what is parsed", async () => {
    const root = projectFolder(project);
    const calculated = (await open(root).calculateConfigForFile("a.py")) as object;
    expect(JSON.parse(JSON.stringify(calculated))).toMatchObject({ language: "ssot/python", languageOptions: { ssotNames: expect.stringContaining("ssot.json") as string } });
  });
});

describe.each(eslintMajors)("installed, with ESLint %i", (major) => {
  const files = { ...project, "eslint.config.js": config };
  const sites = (stdout: string): unknown => (JSON.parse(stdout) as ESLint10.LintResult[]).flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath.split("/").at(-1) ?? ""}:${String(line)} ${String(ruleId)}`));
  const expected = ["user.py:1 ssot/no-deprecated-import", "user.py:3 ssot/no-deprecated-use"];

  test("eslint . lints Python, in threads too, and from the cache", async () => {
    const { eslint, write } = await userProject(major, files);
    for (const args of [[], ["--concurrency", "2"], ["--cache"], ["--cache"]]) expect(sites((await eslint(".", "--format", "json", ...args)).stdout), args.join(" ")).toEqual(expected);
    write("ssot.json", manifest({}, { phase: 1 }));
    expect(sites((await eslint(".", "--format", "json", "--cache")).stdout)).toEqual([]);
  });

  test("unused directives are reported, and removed by --fix; used ones are let be", async () => {
    const text = "# eslint-disable-next-line ssot/no-deprecated-import -- compat\nfrom acme.factory import get_manager\n\nx = 1  # eslint-disable-line ssot/no-deprecated-use\ny = get_manager  # noqa  # eslint-disable-line ssot/no-deprecated-use\n";
    const { eslint, read } = await userProject(major, { ...files, "acme/user.py": text });
    expect((await eslint("acme")).stdout).toMatch(/4:8 +error +Unused eslint-disable directive[\s\S]*1 problem/);
    expect((await eslint("acme", "--fix")).code).toBe(0);
    expect(read("acme/user.py")).toBe(text.replace("x = 1  # eslint-disable-line ssot/no-deprecated-use", "x = 1   "));
  });

  test("suppressions", async () => {
    const { eslint, read } = await userProject(major, files);
    expect((await eslint("acme", "--suppress-all")).code).toBe(0);
    expect(JSON.parse(read("eslint-suppressions.json"))).toEqual({ "acme/user.py": { "ssot/no-deprecated-import": { count: 1 }, "ssot/no-deprecated-use": { count: 1 } } });
    expect((await eslint("acme")).code).toBe(0);
  });

  test("without a Python file the parser is not loaded", async () => {
    const hook = 'import { registerHooks } from "node:module";\nimport { createRequire } from "node:module";\nprocess.on("exit", () => { console.error(Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes("python-parser")).length); });\n';
    const javascript = { ...files, "acme/user.py": "", "a.js": "export {};\n", "hook.mjs": hook.split("\n").slice(1).join("\n") };
    const { root } = await userProject(major, javascript);
    const { run } = await import("../kit/run.ts");
    const count = async (target: string): Promise<string> => (await run(process.execPath, ["--import", "./hook.mjs", "node_modules/eslint/bin/eslint.js", target], root)).stderr.trim();
    expect(await count("acme/factory.py")).toBe("1");
    expect(await count("a.js")).toBe("0");
  });
});

test("a rule of JavaScript's own that a project sets everywhere needs a block for Python", async () => {
  const { found } = await lintProject(project, { config: [{ rules: { "no-unused-vars": "error", "no-undef": "error" } }] });
  expect(found.map(({ rule }) => rule)).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
});
