/**
 * `--cache`: what changes elsewhere and matters lints anew, what does not matter keeps the cache. Told by which files a
 * rule of the user's own gets to see, beside the preset.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint as ESLint10 } from "eslint";
import type { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { eslintMajors, userProject } from "../kit/installed.ts";
import { projectFolder } from "../kit/project-folder.ts";
import { sampleManifest } from "../kit/sample.ts";

type Files = Readonly<Record<string, string | object>>;

const { ESLint: ESLint9 } = (await import("eslint9")) as { readonly ESLint: typeof ESLint10 };
const classes = [[9, ESLint9], [10, ESLint10]] as const;

const user = (from: string): string => `import { getManager } from "${from}";\n\nexport const manager = getManager("a");\n`;
const silent = "export const other = 1;\n";
const factory = "export const getManager = (id: string): string => id;\n";
const leaks = 'export * from "./factory";\n';
const [migration] = sampleManifest.migrations;

const project: Files = {
  "package.json": { name: "cached", private: true, scripts: {} },
  "tsconfig.json": { compilerOptions: {} },
  "ssot.json": sampleManifest,
  "src/canonical.ts": 'import "./needed";\n\nexport const createManager = (id: string): string => id;\n',
  "src/needed.ts": "export {};\n",
  "src/factory.ts": factory,
  "src/barrel.ts": silent,
  "src/facade.ts": 'export * as ws from "./factory";\n',
  "src/user.ts": user("./barrel"),
  "src/user.test.ts": 'import { vi } from "vitest";\nimport { run } from "./helper";\n\nvi.mock("./factory");\nrun();\n',
  "src/helper.ts": "export const run = (): void => {};\n",
  "src/direct.ts": user("./factory"),
  "src/far.ts": 'import { other } from "./barrel";\n\nexport const far = other;\n',
};
const every = Object.keys(project).filter((name) => name.startsWith("src/")).sort();

/** Runs with a cache of their own, each with ESLint made anew. */
class CachedRuns {
  readonly root: string;
  readonly #ESLint: typeof ESLint10;
  readonly #more: Linter.Config[];
  readonly #seen: string[] = [];
  lastResults: readonly ESLint10.LintResult[] = [];

  /** @param files of a new folder, or the path of one */
  constructor(ESLint: typeof ESLint10, files: Files | string = project, more: Linter.Config[] = []) {
    this.root = typeof files === "string" ? files : projectFolder(files);
    this.#ESLint = ESLint;
    this.#more = more;
  }

  /** The files that are really linted, in the order of their names. */
  async run(folder = "src"): Promise<readonly string[]> {
    const seen = this.#seen;
    const counting: Linter.Config = {
      files: ["**/*.ts"],
      plugins: { counting: { rules: { count: { create: ({ filename }) => (seen.push(path.relative(this.root, filename)), {}) } } } },
      rules: { "counting/count": "error" },
    };
    const overrideConfig = [...plugin.configs.recommended, counting, ...this.#more];
    const eslint = new this.#ESLint({ cwd: this.root, overrideConfigFile: true, overrideConfig, cache: true, cacheLocation: ".eslintcache", cacheStrategy: "content" });
    seen.length = 0;
    this.lastResults = await eslint.lintFiles([folder]);
    return [...seen].sort();
  }

  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.root, name)), { recursive: true });
      writeFileSync(path.join(this.root, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
    }
  }

  reports(name: string): readonly (string | null)[] {
    return this.lastResults.find(({ filePath }) => filePath === path.join(this.root, name))?.messages.map(({ ruleId }) => ruleId) ?? [];
  }
}

type Change = readonly [name: string, change: (runs: CachedRuns) => void];

const relevant: readonly Change[] = [
  ["a barrel lets a symbol out anew", (runs) => runs.write({ "src/barrel.ts": silent + leaks })],
  ["a namespace gets another outward name", (runs) => runs.write({ "src/facade.ts": 'export * as sockets from "./factory";\n' })],
  ["an importer of what leaks comes", (runs) => runs.write({ "src/new.ts": 'import { ws } from "./facade";\n\nexport const it = ws;\n' })],
  ["an importer of the symbol goes", (runs) => runs.write({ "src/facade.ts": silent })],
  ["the canonical export disappears", (runs) => runs.write({ "src/canonical.ts": 'import "./needed";\n' })],
  ["the canonical export becomes a type", (runs) => runs.write({ "src/canonical.ts": 'import "./needed";\n\nexport type createManager = string;\n' })],
  ["the canonical symbol comes to be the old one by another path", (runs) => runs.write({ "src/canonical.ts": 'export { getManager as createManager } from "./factory";\n' })],
  ["the canonical module needs a user", (runs) => runs.write({ "src/needed.ts": 'import "./direct";\n' })],
  ["the canonical module's file is gone", (runs) => rmSync(path.join(runs.root, "src/canonical.ts"))],
  ["the symbol moves to another home", (runs) => runs.write({ "src/factory.ts": 'export * from "./far";\n', "src/far.ts": factory })],
  ["a test that mocks the old module comes to run a user", (runs) => runs.write({ "src/helper.ts": 'import { manager } from "./direct";\n\nexport const run = (): string => manager;\n' })],
  ["the paths of tsconfig", (runs) => runs.write({ "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } } })],
  ["a package of the project comes to be listed", (runs) => runs.write({ "package.json": { name: "cached", private: true, dependencies: { cached: "link:." } } })],
  ["what a package lets out", (runs) => runs.write({ "package.json": { name: "cached", exports: "./src/barrel.ts" } })],
  ["the manifest, alone", (runs) => runs.write({ "ssot.json": { migrations: [{ ...migration, phase: 3 }] } })],
];

/** With the files that are linted since they have changed themselves. */
const irrelevant: readonly (readonly [...Change, own: readonly string[]])[] = [
  ["nothing", () => undefined, []],
  ["the canonical module needs another one, that takes nothing governed", (runs) => runs.write({ "src/needed.ts": 'import "./far";\n' }), ["src/needed.ts"]],
  ["a body and a comment", (runs) => runs.write({ "src/far.ts": '/* new */ import { other } from "./barrel";\n\nexport const far = other + 1;\n' }), ["src/far.ts"]],
  ["a body in the home", (runs) => runs.write({ "src/factory.ts": "export const getManager = (id: string): string => `${id}!`; // louder\n" }), ["src/factory.ts"]],
  ["a body in the canonical module", (runs) => runs.write({ "src/canonical.ts": 'import "./needed";\n\nexport const createManager = (id: string): string => id.trim();\n' }), ["src/canonical.ts"]],
  ["an export that is not governed", (runs) => runs.write({ "src/barrel.ts": `${silent}export const more = 2;\n` }), ["src/barrel.ts"]],
  ["a new file that has to do with others", (runs) => runs.write({ "src/new.ts": 'import { far } from "./far";\n\nexport * from "./helper";\nexport const it = far;\n' }), ["src/new.ts"]],
  ["a file that goes", (runs) => rmSync(path.join(runs.root, "src/far.ts")), []],
  ["a time alone", (runs) => ["package.json", "tsconfig.json", "src/barrel.ts", "src/factory.ts"].forEach((name) => utimesSync(path.join(runs.root, name), 1, 1)), []],
  ["a script and a dependency of package.json", (runs) => runs.write({ "package.json": { name: "cached", private: true, version: "2.0.0", scripts: { test: "vitest" }, dependencies: { zod: "*" } } }), []],
  ["what tsconfig says of types", (runs) => runs.write({ "tsconfig.json": { compilerOptions: { strict: true } } }), []],
];

describe.each(classes)("ESLint %i by its class, with a working directory that is not the process's", (_major, ESLint) => {
  test.each(relevant)("lints anew: %s", async (_name, change) => {
    const runs = new CachedRuns(ESLint);
    expect(await runs.run()).toEqual(every);
    expect(await runs.run()).toEqual([]);
    change(runs);
    expect(await runs.run()).toEqual(expect.arrayContaining(every.filter((name) => existsSync(path.join(runs.root, name)))));
    expect(await runs.run()).toEqual([]);
  });

  test.each(irrelevant)("keeps the cache: %s", async (_name, change, own) => {
    const runs = new CachedRuns(ESLint);
    expect(await runs.run()).toEqual(every);
    change(runs);
    expect(await runs.run()).toEqual(own);
  });

  test("a broken manifest caches nothing, and the mended one replays nothing", async () => {
    const runs = new CachedRuns(ESLint);
    await runs.run();
    expect(runs.reports("src/user.ts")).toEqual([]);
    runs.write({ "ssot.json": "{", "src/barrel.ts": leaks });
    await expect(runs.run()).rejects.toThrow(/ssot\.json/);
    runs.write({ "ssot.json": { migrations: [{ ...migration, deprecated: [{ module: "./src/barrel", name: "getManager" }] }] } });
    expect(await runs.run()).toEqual(every);
    expect(runs.reports("src/user.ts")).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
    runs.write({ "ssot.json": sampleManifest, "src/barrel.ts": silent });
    await runs.run();
    expect(runs.reports("src/user.ts")).toEqual([]);
  });

  test("a manifest is checked against the code of now", async () => {
    const runs = new CachedRuns(ESLint);
    await runs.run(".");
    expect(runs.reports("ssot.json")).toEqual([]);
    runs.write({ "src/canonical.ts": "export const createManagers = 1;\n" });
    await runs.run(".");
    expect(runs.reports("ssot.json")).toEqual(["ssot/valid-manifest"]);
    runs.write({ "src/canonical.ts": "export const createManager = (id: string): string => id;\n" });
    await runs.run(".");
    expect(runs.reports("ssot.json")).toEqual([]);
    expect(await runs.run(".")).toEqual([]);
  });

  test("first broken, then right", async () => {
    const runs = new CachedRuns(ESLint, { ...project, "src/barrel.ts": leaks, "ssot.json": "[]" });
    await expect(runs.run()).rejects.toThrow(/ssot\.json/);
    await expect(runs.run()).rejects.toThrow(/ssot\.json/);
    runs.write({ "ssot.json": sampleManifest });
    expect(await runs.run()).toEqual(every);
    expect(runs.reports("src/user.ts")).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
  });

  test("a module comes to be another object than the one that it stood in for", async () => {
    const manifest = { migrations: [{ ...migration, canonical: { module: "./src/new", name: "*" }, deprecated: [{ module: "./src/old", name: "*" }] }] };
    const passing = 'const all = require("./old");\n\nexport const handlers = Object.keys(all);\n';
    const runs = new CachedRuns(ESLint, { "ssot.json": manifest, "src/new.js": "module.exports = () => 1;\n", "src/old.js": 'module.exports = require("./new");\n', "src/user.ts": passing });
    await runs.run();
    const isFixed = (): boolean | undefined => runs.lastResults.find(({ filePath }) => filePath.endsWith("user.ts"))?.messages.some(({ fix }) => fix);
    expect(isFixed()).toBe(true);
    runs.write({ "src/old.js": 'module.exports = { ...require("./new") };\n' });
    expect(await runs.run()).toEqual(["src/user.ts"]);
    expect(runs.reports("src/user.ts")).toEqual(["ssot/no-deprecated-import"]);
    expect(isFixed()).toBe(false);
  });

  test("a manifest beside the files is not the one of the working directory", async () => {
    const runs = new CachedRuns(ESLint, { ...project, "src/ssot.json": { migrations: [] } });
    await runs.run();
    expect(await runs.run()).toEqual([]);
    runs.write({ "src/barrel.ts": leaks });
    expect(await runs.run()).toEqual(every);
    runs.write({ "ssot.json": { migrations: [] } });
    expect(await runs.run()).toEqual(every);
  });

  test("the process stands above, where another manifest is", async () => {
    const before = process.cwd();
    const inside = Object.fromEntries(Object.entries(project).map(([name, content]) => [`app/${name}`, content]));
    const above = projectFolder({ ...inside, "ssot.json": { migrations: [] } });
    process.chdir(above);
    try {
      const runs = new CachedRuns(ESLint, path.join(above, "app"));
      await runs.run();
      expect(runs.reports("src/user.ts")).toEqual([]);
      runs.write({ "src/barrel.ts": leaks });
      expect(await runs.run()).toEqual(every);
      expect(runs.reports("src/user.ts")).toHaveLength(2);
    } finally {
      process.chdir(before);
    }
  });

  test("a manifest in the settings, as a path", async () => {
    const runs = new CachedRuns(ESLint, { ...project, "ssot.json": "no manifest", "own.json": sampleManifest }, [{ settings: { ssot: { manifest: "own.json" } } }]);
    expect(await runs.run()).toEqual(every);
    expect(await runs.run()).toEqual([]);
    runs.write({ "src/barrel.ts": leaks });
    expect(await runs.run()).toEqual(every);
    runs.write({ "own.json": { migrations: [] } });
    expect(await runs.run()).toEqual(every);
  });

  test("a manifest in the settings, as an object: from a root that is known, else nothing is taken from the cache", async () => {
    const root = projectFolder({ ...project, "ssot.json": "no manifest" });
    const runs = new CachedRuns(ESLint, root, [{ settings: { ssot: { manifest: sampleManifest, root } } }]);
    expect(await runs.run()).toEqual(every);
    expect(await runs.run()).toEqual([]);
    runs.write({ "src/barrel.ts": leaks });
    expect(await runs.run()).toEqual(every);
    const elsewhere = new CachedRuns(ESLint, root, [{ settings: { ssot: { manifest: sampleManifest } } }]);
    expect(await elsewhere.run()).toEqual(every);
    expect(await elsewhere.run()).toEqual(every);
  });
});

describe.each(eslintMajors)("ESLint %i from the command line", (major) => {
  test("lints anew what a change elsewhere concerns, and nothing else", async () => {
    const counting = `import { appendFileSync } from "node:fs";
import ssot from "eslint-plugin-ssot";

const count = { create({ filename }) { appendFileSync("seen.log", filename + "\\n"); return {}; } };
export default [...ssot.configs["phase-2"], { files: ["**/*.ts"], plugins: { own: { rules: { count } } }, rules: { "own/count": "error" } }];
`;
    const files = { ...project, "package.json": { name: "cached", private: true, type: "module" }, "eslint.config.js": counting };
    const { root, eslint, write } = await userProject(major, files);
    const run = async (): Promise<{ readonly seen: number; readonly code: number | null }> => {
      rmSync(path.join(root, "seen.log"), { force: true });
      appendFileSync(path.join(root, "seen.log"), "");
      const { code } = await eslint("--cache", "--cache-strategy", "content", "src");
      return { code, seen: readFileSync(path.join(root, "seen.log"), "utf8").split("\n").length - 1 };
    };
    // The facade lets a namespace out.
    expect(await run()).toEqual({ code: 1, seen: every.length });
    expect(await run()).toEqual({ code: 1, seen: 0 });
    write("src/far.ts", "export const far = 2;\n");
    expect(await run()).toEqual({ code: 1, seen: 1 });
    write("src/barrel.ts", leaks);
    expect(await run()).toEqual({ code: 1, seen: every.length });
    write("ssot.json", "{");
    expect(await run()).toMatchObject({ code: 2 });
    write("ssot.json", { migrations: [] });
    expect(await run()).toEqual({ code: 0, seen: every.length });
    write("ssot.json", sampleManifest);
    expect(await run()).toEqual({ code: 1, seen: every.length });
  });
});
