/** When what comes through modules is left alone, merged, or only offered. */
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import type { Linted, LintOptions } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";
import { files, manifest } from "./barrels-project.ts";

type Files = Readonly<Record<string, string | object>>;

/** A project with one more file (or several, of which the first counts), proved: its reports, and its text after the fix. */
async function prove(more: Files, options: LintOptions = {}): Promise<Linted & { readonly reports: readonly string[]; readonly after: string | undefined }> {
  const linted = await proveFix({ ...files, "globals.d.ts": `declare const vi: { mock(module: string, factory?: () => object): void };\n`, ...more }, options);
  const [name = ""] = Object.keys(more);
  const reports = linted.found.filter(({ file }) => file === name).map(({ rule, at, fixable, suggestions }) => {
    const mend = fixable ? "" : suggestions > 0 ? " offered" : " unfixed";
    return `${rule.replace("ssot/", "")} ${at.replace(/-.*/, "")}${mend}`;
  });
  return { ...linted, reports, after: linted.fixed[name] };
}

function off(...rules: readonly string[]): Linter.Config[] {
  return [{ files: ["**/*.ts"], rules: Object.fromEntries(rules.map((rule) => [`ssot/${rule}`, "off" as const])) }];
}

const all = `import { createManager, makeManager } from "./facade";

export const old = makeManager("a");
export const good = createManager("b");
`;

describe("a site has one report, and a rule that is off has no part", () => {
  it("with all rules", async () => {
    const { reports, after } = await prove({ "src/app.ts": all });
    expect(reports).toEqual(["canonical-import-path 1:10", "no-deprecated-import 1:25", "no-deprecated-use 3:20"]);
    expect(after).toBe(`import { createManager } from "./ws/canonical";\n\nexport const old = createManager("a");\nexport const good = createManager("b");\n`);
  });

  it("without canonical-import-path the detour stays", async () => {
    const code = all.replace("createManager, makeManager", "Node, makeManager").replace('createManager("b")', "new Node()");
    const { reports, after } = await prove({ "src/app.ts": code }, { config: off("canonical-import-path") });
    expect(reports).toEqual(["no-deprecated-import 1:16", "no-deprecated-use 3:20"]);
    expect(after).toBe(`import { Node } from "./facade";\nimport { createManager } from "./ws/canonical";\n\nexport const old = createManager("a");\nexport const good = new Node();\n`);
  });

  it("without no-deprecated-reexport nothing is contained", async () => {
    const { reports, after } = await prove({ "src/app.ts": all }, { preset: "phase-1", config: off("no-deprecated-reexport") });
    expect(reports).toEqual([]);
    expect(after).toBe(all);
  });

  it("with no-deprecated-use alone the import goes along, unreported", async () => {
    const { reports, after } = await prove({ "src/app.ts": all }, { config: off("no-deprecated-import") });
    expect(reports).toEqual(["canonical-import-path 1:10", "no-deprecated-use 3:20"]);
    expect(after).toBe(`import { createManager } from "./ws/canonical";\n\nexport const old = createManager("a");\nexport const good = createManager("b");\n`);
  });

  it("with neither, the import is contained in phase 2 as well", async () => {
    const { reports, after } = await prove({ "src/app.ts": all }, { config: off("no-deprecated-import", "no-deprecated-use", "canonical-import-path") });
    expect(reports).toEqual(["no-deprecated-reexport 1:25"]);
    expect(after).toBe(`import { createManager } from "./facade";\nimport { getManager as makeManager } from "./ws/factory";\n\nexport const old = makeManager("a");\nexport const good = createManager("b");\n`);
  });

  it("a rule's own phase goes before the migration's", async () => {
    const config: Linter.Config[] = [{ files: ["**/*.ts"], rules: { "ssot/no-deprecated-import": ["error", { phase: 1 }], "ssot/no-deprecated-use": ["error", { phase: 1 }] } }];
    const { reports } = await prove({ "src/app.ts": all }, { config });
    expect(reports).toEqual(["canonical-import-path 1:10", "no-deprecated-reexport 1:25"]);
  });

  it("files that a migration allows have none", async () => {
    const code = all.replace("./facade", "../facade");
    const { reports, after } = await prove({ "src/compat/app.ts": code }, { preset: "phase-4" });
    expect(reports).toEqual([]);
    expect(after).toBe(code);
  });

  it("files that the manifest excludes neither", async () => {
    const { reports, after } = await prove({ "src/app.ts": all, "ssot.json": { ...manifest, exclude: ["src/app.ts"] } }, { preset: "phase-4" });
    expect(reports).toEqual([]);
    expect(after).toBe(all);
  });
});

describe("disable comments", () => {
  it.each([
    ["phase-1", "no-deprecated-reexport", `import { makeManager } from ".";\n`],
    ["phase-2", "no-deprecated-import", `import { makeManager } from ".";\n`],
    ["phase-2", "canonical-import-path", `import { createManager as makeManager } from ".";\n`],
  ] as const)("in %s of %s: the import stays as it is", async (preset, rule, line) => {
    const code = `// eslint-disable-next-line ssot/${rule}\n${line}\nexport const main = makeManager("a");\n`;
    const { after, found } = await prove({ "src/app.ts": code }, { preset });
    expect(after).toBe(code);
    expect(found.filter(({ file, rule: reported }) => file === "src/app.ts" && reported === `ssot/${rule}`)).toEqual([]);
  });

  it("of the other imports' rules: no effect on a detour", async () => {
    const code = `/* eslint-disable ssot/no-deprecated-import, ssot/no-deprecated-use */\nimport { createManager, makeManager } from "./facade";\n\nexport const main = [createManager("a"), makeManager("b")];\n`;
    const { reports, after } = await prove({ "src/app.ts": code });
    expect(reports).toEqual(["canonical-import-path 2:10"]);
    expect(after).toBe(code.replace("createManager, makeManager", "makeManager").replace(`"./facade";`, `"./facade";\nimport { createManager } from "./ws/canonical";`));
  });

  it("at a use: in phase 1 the import moves all the same", async () => {
    const { after } = await prove({ "src/app.ts": `import { makeManager } from ".";\n\nexport const main = makeManager("a"); // eslint-disable-line ssot/no-deprecated-use\n` }, { preset: "phase-1", config: [{ linterOptions: { reportUnusedDisableDirectives: "off" } }] });
    expect(after).toBe(`import { getManager as makeManager } from "./ws/factory";\n\nexport const main = makeManager("a"); // eslint-disable-line ssot/no-deprecated-use\n`);
  });

  it("at a use: in phase 2 the old import stays for it", async () => {
    const { after } = await prove({ "src/app.ts": `import { makeManager } from ".";\n\nexport const a = makeManager("a"); // eslint-disable-line ssot/no-deprecated-use\nexport const b = makeManager("b");\n` }, { preset: "phase-2" });
    expect(after).toBe(`import { makeManager } from ".";\nimport { createManager } from "./ws/canonical";\n\nexport const a = makeManager("a"); // eslint-disable-line ssot/no-deprecated-use\nexport const b = createManager("b");\n`);
  });
});

describe("several imports become one", () => {
  it.each([
    ["a detour, and the deprecated symbol by two ways", `import { createManager } from "./ws";\nimport { makeManager } from "./facade";\nimport get from ".";\n\nexport const main = [createManager("a"), makeManager("b"), get("c")];\n`, `import { createManager } from "./ws/canonical";\n\nexport const main = [createManager("a"), createManager("b"), createManager("c")];\n`],
    ["the canonical import is there already", `import { createManager } from "./ws/canonical";\nimport { createManager as create, getManager } from "./ws";\n\nexport const main = [createManager("a"), create("b"), getManager("c")];\n`, `import { createManager } from "./ws/canonical";\n\nexport const main = [createManager("a"), createManager("b"), createManager("c")];\n`],
    ["a type and a value", `import type { Node } from "./ws";\nimport { Node as Other, Factory } from "./facade";\n\nexport const main: Node[] = [new Other()], more = new Factory();\n`, `import type { Hub as Node } from "./ws/hub";\nimport { Hub as Other } from "./ws/hub";\n\nexport const main: Node[] = [new Other()], more = new Other();\n`],
    ["an alias that is used beside the name", `import { createManager, createManager as create } from "./facade";\n\nexport const main = [createManager("a"), create("b")];\n`, `import { createManager } from "./ws/canonical";\n\nexport const main = [createManager("a"), createManager("b")];\n`],
  ])("%s", async (_, code, expected) => {
    const { after } = await prove({ "src/app.ts": code });
    expect(after).toBe(expected);
  });

  it.each([
    ["phase-1", `import { getManager } from "./ws";\nimport { makeManager } from "./facade";\nmakeManager("a");\n`, `import { getManager as makeManager } from "./ws/factory";\nmakeManager("a");\n`],
    ["phase-2", `import { createManager } from "./ws";\nimport { createManager as create } from "./facade";\ncreate("a");\n`, `import { createManager as create } from "./ws/canonical";\ncreate("a");\n`],
  ] as const)("in %s an import without a use is none to join", async (preset, code, expected) => {
    // As JavaScript: TypeScript would complain of the unused one, before the fix.
    const { after } = await prove({ "src/app.js": code }, { preset });
    expect(after).toBe(expected);
  });
});

describe("a fix never closes a circle", () => {
  const needs = { "src/names.ts": `import { createManager, makeManager } from ".";\n\nexport const named = (id: string) => id;\nexport const later = () => [createManager("a"), makeManager("b")];\n` };

  it("of what the canonical module needs, neither the detour nor the old way is changed", async () => {
    const { reports, found, after } = await prove({ ...needs, "src/ws/canonical.ts": `import { named } from "../names";\n\nexport const createManager = (id: string) => ({ id: named(id) });\n` });
    expect(reports).toEqual(["no-deprecated-import 1:25 unfixed", "no-deprecated-use 4:49 unfixed"]);
    expect(found.find(({ file }) => file === "src/names.ts")?.message).toContain("Not fixed automatically: the canonical module is this file, or needs it.");
    expect(after).toBe(needs["src/names.ts"]);
  });

  it("in phase 1 the same of what the home needs", async () => {
    const factory = files["src/ws/factory.ts"].replace("({ id })", "({ id: named(id) })");
    const { reports, found, after } = await prove({ ...needs, "src/ws/factory.ts": `import { named } from "../names";\n\n${factory}` }, { preset: "phase-1" });
    expect(reports).toEqual(["no-deprecated-reexport 1:25 unfixed"]);
    expect(found.find(({ file }) => file === "src/names.ts")?.message).toContain("Not fixed automatically: its home is this file, or needs it.");
    expect(after).toBe(needs["src/names.ts"]);
  });

  it("the home itself may take it back through a barrel, and is only told so", async () => {
    const factory = `import { getManager as again } from "./index";\n${files["src/ws/factory.ts"]}export const twice = () => again("a");\n`;
    const { reports, after } = await prove({ "src/ws/factory.ts": factory }, { preset: "phase-2" });
    expect(reports).toEqual([]);
    expect(after).toBe(factory);
  });
});

describe("a mock in another test", () => {
  const app = { "src/app.ts": `import { makeManager } from "./facade";\n\nexport const main = () => makeManager("a");\n` };
  const detour = { "src/app.ts": `import { createManager } from "./facade";\n\nexport const main = () => createManager("a");\n` };
  const test = (module: string, name = "../src/runner"): string => `import { run } from "${name}";\n\nvi.mock("${module}");\nrun();\n`;
  const runner = { "src/runner.ts": `import { main } from "./app";\n\nexport const run = () => main();\n` };

  it.each([
    ["of the barrel, in phase 1", "phase-1", app, "../src/facade", "src/facade.ts"],
    ["of a barrel on the way, in phase 1", "phase-1", app, "../src/ws", "src/ws/index.ts"],
    ["of the barrel, in phase 2", "phase-2", app, "../src/facade", "src/facade.ts"],
    ["of the home, in phase 2", "phase-2", app, "../src/ws/factory", "src/ws/factory.ts"],
    ["of a detour's barrel, in phase 2", "phase-2", detour, "../src/facade", "src/facade.ts"],
    ["of a detour's barrel, in phase 3: no rule moves it", "phase-3", detour, "../src/ws", "src/ws/index.ts"],
  ] as const)("%s: the fix is offered, and names the test", async (_, preset, code, mocked, module) => {
    const linted = await prove({ ...code, ...runner, "tests/run.test.ts": test(mocked) }, { preset });
    expect(linted.reports.length).toBeGreaterThan(0);
    expect(linted.reports.every((each) => each.endsWith(" offered"))).toBe(true);
    expect(linted.after).toBe(code["src/app.ts"]);
    expect(linted.found.find(({ file }) => file === "src/app.ts")?.message).toContain(`Offered as a quick fix, not automatic: a mock of ${module} in tests/run.test.ts would be left behind.`);
  });

  it.each([
    ["of the home, in phase 1: it goes on reaching the file", "phase-1", app, "../src/ws/factory"],
    ["of the canonical module, for a detour", "phase-2", detour, "../src/ws/canonical"],
    ["of the canonical module", "phase-2", app, "../src/ws/canonical"],
    ["of another module", "phase-2", app, "../src/runner"],
  ] as const)("%s: the fix is automatic", async (_, preset, code, mocked) => {
    const linted = await prove({ ...code, ...runner, "tests/run.test.ts": test(mocked) }, { preset });
    expect(linted.after).not.toBe(code["src/app.ts"]);
  });

  describe("by the old name, in the module that has the new one too", () => {
    const rewrites = [{ from: "oldCall($a)", to: "newCall($a, 1)" }];
    const here = (more: object): object => ({ migrations: [{ id: "here", phase: 2, canonical: { module: "./src/api", name: "newCall" }, deprecated: [{ module: "./src/api", name: "oldCall", ...more }] }] });
    const api = { "src/api.ts": `/** @deprecated */\nexport const oldCall = (a: number) => a;\nexport const newCall = (a: number, b?: number) => [a, b];\nexport const other = 2;\n` };
    const user = { "src/app.ts": `import { oldCall } from "./api";\n\nexport const main = () => oldCall(1);\n` };
    const mocking = (key: string): object => ({ "tests/run.test.ts": `import { run } from "../src/runner";\n\nvi.mock("../src/api", () => ({ ${key}: 1 }));\nrun();\n` });

    it.each([
      ["whose call changes its shape", "phase-3", { rewrites }, "oldCall"],
      ["in production alone", "phase-2", {}, "oldCall"],
    ] as const)("%s: the fix is offered, and names the test", async (_, preset, more, key) => {
      const { found, after } = await prove({ ...user, "ssot.json": here(more), ...api, ...runner, ...mocking(key) }, { preset });
      expect(after).toBe(user["src/app.ts"]);
      expect(found.filter(({ file }) => file === "src/app.ts").map(({ message }) => message).join("\n")).toContain("a mock of src/api.ts in tests/run.test.ts would be left behind.");
    });

    it.each([
      ["and the mock is renamed with it", "phase-3", {}, "oldCall"],
      ["which mocks another export", "phase-3", { rewrites }, "other"],
      ["which mocks another export, in production alone", "phase-2", {}, "other"],
    ] as const)("%s: the fix is automatic", async (_, preset, more, key) => {
      const { after } = await prove({ ...user, "ssot.json": here(more), ...api, ...runner, ...mocking(key) }, { preset });
      expect(after).toContain("newCall(1");
    });
  });

  it("of a test that does not run this file: the fix is automatic", async () => {
    const { after } = await prove({ ...app, "src/lonely.ts": `export const run = () => 1;\n`, "tests/run.test.ts": test("../src/facade", "../src/lonely") });
    expect(after).toContain("createManager");
  });

  it("of a test that the manifest excludes: the fix is automatic", async () => {
    const { after } = await prove({ ...app, ...runner, "ssot.json": { ...manifest, exclude: ["tests/**"] }, "tests/run.test.ts": test("../src/facade") });
    expect(after).toContain("createManager");
  });

  it("that moves along in phase 3: both are mended", async () => {
    const linted = await prove(
      { "src/app.ts": `import { getManager } from "./ws/factory";\n\nexport const main = () => getManager("a");\n`, ...runner, "tests/run.test.ts": `import { run } from "../src/runner";\n\nvi.mock("../src/ws/factory", () => ({ getManager: () => ({ id: "b" }) }));\nrun();\n` },
      { preset: "phase-3" },
    );
    expect(linted.after).toContain("createManager");
    expect(linted.fixed["tests/run.test.ts"]).toContain(`vi.mock("../src/ws/canonical", () => ({ createManager: () => ({ id: "b" }) }));`);
  });
});

/** The line that nobody takes the default by goes; the star above it stays. */
const star = `export * from "./facade";\n`;

describe("who takes it decides whether an export may go", () => {
  it.each([
    ["one file", { "src/one.ts": `export { openSocket } from "./index";\nexport { makeManager } from "./index";\n` }, "one file may import it through here: src/one.ts.", star],
    ["four files, by an import, a namespace, import() and a mock", {
      "src/a.ts": `import { makeManager } from ".";\nexport const a = makeManager("a");\n`, "src/b.ts": `import * as all from ".";\nexport const b = all.openSocket("b");\n`,
      "src/c.ts": `export const c = import(".");\n`, "tests/d.test.ts": `vi.mock("../src");\n`,
    }, "4 files may import it through here: src/a.ts, src/b.ts, src/c.ts and 1 more.", files["src/index.ts"]],
    ["a package's public entry", { "package.json": { name: "acme", exports: "./src/index.ts" } }, "this is a public entry of a package that is published.", files["src/index.ts"]],
    ["nobody, but it lets out others too", {}, "other exports go through here as well.", star],
  ] as const)("%s", async (_, more, reason, after) => {
    const linted = await lintProject({ ...files, ...more }, { preset: "phase-1" });
    const first = linted.found.find(({ file, at }) => file === "src/index.ts" && at.startsWith("1:"));
    expect(first?.message).toContain(`Not fixed automatically: ${reason}`);
    expect(linted.fixed["src/index.ts"]).toBe(after);
  });
});
