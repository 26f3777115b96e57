/** Where a name really comes from decides: across packages too, and not at all where only the name is the same. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import type { Linted } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";
import { files } from "./barrels-project.ts";

type Files = Readonly<Record<string, string | object>>;

function at(linted: Linted, name: string): readonly string[] {
  return linted.found.filter(({ file }) => file === name).map(({ rule, message }) => `${rule.replace("ssot/", "")}: ${message}`);
}

const packages: Files = {
  "package.json": { private: true, workspaces: ["packages/*"] },
  "ssot.json": {
    migrations: [
      {
        id: "manager", phase: 1, exclusive: true,
        canonical: { module: "./packages/ws/src/canonical", name: "createManager" },
        deprecated: [{ module: "./packages/ws/src/factory", name: "getManager" }],
      },
    ],
  },
  "packages/ws/package.json": { name: "@acme/ws", version: "1.0.0", exports: { ".": "./dist/index.js", "./canonical": "./dist/canonical.js" } },
  "packages/ws/src/factory.ts": `/** @deprecated */\nexport const getManager = (id: string) => ({ id });\n`,
  "packages/ws/src/canonical.ts": `export const createManager = (id: string) => ({ id });\n`,
  "packages/ws/src/index.ts": `export { getManager } from "./factory";\nexport { createManager } from "./canonical";\n`,
  "packages/ui/package.json": { name: "@acme/ui", version: "1.0.0", exports: { ".": "./src/index.ts" } },
  "packages/ui/src/index.ts": `export * from "@acme/ws";\n`,
  "packages/app/package.json": { name: "@acme/app", private: true },
};
const compiler = (root: string): { readonly paths: Record<string, string[]> } => ({
  paths: { "@acme/ws/canonical": [`${root}/packages/ws/src/canonical.ts`], "@acme/*": [`${root}/packages/*/src/index.ts`] },
});
const app = `import { getManager } from "@acme/ui";\n\nexport const main = getManager("a");\n`;

describe("packages of a workspace, not built", () => {
  it("are passed by their sources, and named on the way", async () => {
    const linted = await proveFix({ ...packages, "packages/app/src/main.ts": app }, { preset: "phase-2", compiler });
    expect(at(linted, "packages/app/src/main.ts")[0]).toBe(
      'no-deprecated-import: `getManager` from "./packages/ws/src/factory" is deprecated, and comes here through packages/ws/src/index.ts → packages/ui/src/index.ts. Use `createManager` from "./packages/ws/src/canonical" instead.',
    );
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(`import { createManager } from "@acme/ws/canonical";\n\nexport const main = createManager("a");\n`);
  });

  it("hide the home: in phase 1 there is nothing to take it from", async () => {
    const linted = await proveFix({ ...packages, "packages/app/src/main.ts": app }, { compiler });
    expect(at(linted, "packages/app/src/main.ts")).toEqual([
      'no-deprecated-reexport: `getManager` from "./packages/ws/src/factory" is deprecated, and is taken through packages/ws/src/index.ts → packages/ui/src/index.ts here: take it from its home. Use `createManager` from "./packages/ws/src/canonical" instead. Not fixed automatically: no public path leads from here to "./packages/ws/src/factory".',
    ]);
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(app);
  });

  it("see their own home", async () => {
    const linted = await proveFix({ ...packages, "packages/ws/src/pool.ts": `import { getManager } from ".";\n\nexport const pool = [getManager("a")];\n` }, { compiler });
    expect(linted.fixed["packages/ws/src/pool.ts"]).toBe(`import { getManager } from "./factory";\n\nexport const pool = [getManager("a")];\n`);
  });

  it("a detour across packages takes the package's own public path", async () => {
    const linted = await proveFix({ ...packages, "packages/app/src/main.ts": `import { createManager } from "@acme/ui";\n\nexport const main = createManager("a");\n` }, { preset: "phase-2", compiler });
    expect(at(linted, "packages/app/src/main.ts")).toEqual([
      'canonical-import-path: `createManager` from "./packages/ws/src/canonical" has one import path, and this is another one. Use `createManager` from "./packages/ws/src/canonical" instead.',
    ]);
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(`import { createManager } from "@acme/ws/canonical";\n\nexport const main = createManager("a");\n`);
  });
});

/** Modules that export something of the same name, and what a file takes of them. */
const innocent: readonly (readonly [string, Files, string])[] = [
  ["another module's own", { "src/other.ts": `export const getManager = () => 1;\n`, "src/others.ts": `export * from "./other";\n` }, `import { getManager } from "./others";\ngetManager();\n`],
  ["a barrel's own export hides the star", { "src/own.ts": `export * from "./ws/factory";\nexport const getManager = () => 1;\n`, "src/owns.ts": `export * from "./own";\n` }, `import { getManager } from "./owns";\ngetManager();\n`],
  ["an explicit export from elsewhere hides the star", { "src/other.ts": `export const getManager = () => 1;\n`, "src/own.ts": `export * from "./ws";\nexport { getManager } from "./other";\n` }, `import { getManager } from "./own";\ngetManager();\n`],
  ["two stars disagree: nobody gets it", { "src/other.ts": `export const getManager = () => 1;\n`, "src/both.ts": `export * from "./ws";\nexport * from "./other";\n` }, `import * as both from "./both";\nboth.openSocket("a");\nboth.getManager;\n`],
  ["the default does not pass a star", { "src/star.ts": `export * from "./ws/factory";\n` }, `import Factory from "./star";\nnew Factory();\n`],
  ["the name is another one on the way", { "src/swap.ts": `export { openSocket as getManager, getManager as openSocket } from "./ws/factory";\n` }, `import { getManager } from "./swap";\ngetManager("a");\n`],
  ["stars in a circle", { "src/one.ts": `export * from "./two";\n`, "src/two.ts": `export * from "./one";\n` }, `import { getManager } from "./one";\ngetManager();\n`],
  ["a package that is not installed", {}, `import { getManager } from "ws-factory";\ngetManager();\n`],
  ["the rest of the barrel", {}, `import { openSocket } from ".";\nimport * as all from "./ws";\nall.openSocket(openSocket("a"));\n`],
  ["local names", {}, `import { openSocket as getManager } from "./ws";\nfunction makeManager() {}\ngetManager("a");\nmakeManager();\n`],
];

describe("silence where a name comes from elsewhere", () => {
  it.each(innocent)("%s", async (_, more, code) => {
    const linted = await lintProject({ ...files, ...more, "src/app.ts": code }, { preset: "phase-4" });
    expect(at(linted, "src/app.ts")).toEqual([]);
    expect(linted.fixed["src/app.ts"]).toBe(code);
  });
});

describe("what is let out, module by module", () => {
  it.each([
    ["two stars that disagree let it out by neither", `export * from "./ws/factory";\nexport * from "./other";\n`, []],
    ["two stars that agree both let it out", `export * from "./ws/factory";\nexport * from "./same";\n`, ["both.ts 1", "both.ts 2"]],
    ["a star of a package that is not known is none to disagree", `export * from "./ws/factory";\nexport * from "other";\n`, ["both.ts 1"]],
  ])("%s", async (_, code, reported) => {
    const { found } = await lintProject({ ...files, "src/other.ts": `export const getManager = 1;\n`, "src/same.ts": `export { getManager } from "./ws/factory";\n`, "src/both.ts": code }, { preset: "phase-1" });
    expect(found.filter(({ file }) => file === "src/both.ts").map(({ file, at: place }) => `${file.replace("src/", "")} ${place.replace(/:.*/, "")}`)).toEqual(reported);
  });

  it("a whole module is let out beside other modules, and each of these by its own star", async () => {
    const manifest = { migrations: [{ id: "all", phase: 1, canonical: { module: "./src/ws/canonical", name: "*" }, deprecated: [{ module: "./src/ws/factory", name: "*" }, { module: "./src/other", name: "*" }] }] };
    const { found } = await lintProject({ ...files, "ssot.json": manifest, "src/other.ts": `export const other = 1;\n`, "src/both.ts": `export * from "./ws/factory";\nexport * from "./other";\nexport * from "./same";\n`, "src/same.ts": `export const same = 1;\n` }, { preset: "phase-1" });
    expect(found.filter(({ file }) => file === "src/both.ts").map(({ at: place, rule }) => `${place.replace(/-.*/, "")} ${rule}`)).toEqual(["1:1 ssot/no-deprecated-reexport", "2:1 ssot/no-deprecated-reexport"]);
  });

  it("names the way, whatever phase the imports are in", async () => {
    const linted = await lintProject(files, { preset: "phase-1" });
    const use = 'Use `createManager` from "./src/ws/canonical" instead.';
    const both = 'For `getManager`: Use `createManager` from "./src/ws/canonical" instead. For the default export: Use `Hub` from "./src/ws/hub" instead.';
    expect(at(linted, "src/ws/index.ts")[0]).toContain(`no-deprecated-reexport: This export lets \`getManager\` from "./src/ws/factory" out, which is deprecated. ${use}`);
    expect(at(linted, "src/facade.ts")[0]).toContain(`This export lets \`getManager\` from "./src/ws/factory" out, which is deprecated, and comes here through src/ws/index.ts. ${use}`);
    expect(at(linted, "src/index.ts")).toEqual([
      expect.stringContaining(`This export lets \`getManager\`, the default export from "./src/ws/factory" out, which is deprecated, and comes here through src/ws/index.ts → src/facade.ts. ${both}`),
      expect.stringContaining(`This export lets \`getManager\` from "./src/ws/factory" out, which is deprecated, and comes here through src/ws/index.ts → src/facade.ts. ${use}`),
    ]);
  });

  it("names the way at uses as it does where the symbol is taken", async () => {
    const linted = await lintProject({ ...files, "src/held.ts": `export * as ws from "./ws";\n`, "src/app.ts": `import { ws } from "./held";\nconst { getManager } = ws;\n\ngetManager("a");\n` }, { preset: "phase-2" });
    const reports = at(linted, "src/app.ts");
    expect(reports).toHaveLength(2);
    for (const report of reports) expect(report).toContain("comes here through src/ws/index.ts → src/held.ts.");
  });

  it("says once what to use instead of a symbol that comes by several ways", async () => {
    const linted = await lintProject({ ...files, "src/ways.ts": `export * from "./ws";\nexport * as ws from "./ws";\n`, "src/all.ts": `export * from "./ways";\n` }, { preset: "phase-1" });
    expect(at(linted, "src/all.ts")[0]?.match(/For `getManager`: /g)).toHaveLength(1);
  });

  it("the module that the manifest names may have it from its home: only what stands on it leaks", async () => {
    const manifest = { migrations: [{ id: "manager", phase: 2, canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/ws/index", name: "getManager" }] }] };
    const linted = await lintProject({ ...files, "ssot.json": manifest, "src/app.ts": `import { makeManager } from ".";\nmakeManager("a");\n` });
    expect(at(linted, "src/ws/index.ts")).toEqual([]);
    expect(at(linted, "src/facade.ts")[0]).toContain('This export lets `getManager` from "./src/ws/index" out, which is deprecated. Use');
    expect(at(linted, "src/app.ts")[0]).toContain('`getManager` from "./src/ws/index" is deprecated, and comes here through src/facade.ts → src/index.ts. Use');
  });
});

it("is called by the name that the manifest has for it where the deprecated module lets it out under another one", async () => {
  const linted = await lintProject({
    "ssot.json": { migrations: [{ id: "manager", phase: 4, canonical: { module: "./src/new", name: "createManager" }, deprecated: [{ module: "./src/old", name: "getManager" }] }] },
    "src/new.ts": `export const createManager = () => 1;\n`,
    "src/old.ts": `export { manager as getManager } from "./impl";\n`,
    "src/impl.ts": `/** @deprecated */\nexport const manager = () => 1;\n`,
    "src/index.ts": `export { manager as make } from "./impl";\n`,
    "src/chat.ts": `import { make } from ".";\n\nmake();\n`,
  });
  expect(linted.found.map(({ message }) => message.match(/`\w+` from "\S+"/)?.[0])).toEqual(linted.found.map(() => '`getManager` from "./src/old"'));
  expect(linted.found.length).toBeGreaterThanOrEqual(4);
});
