/** What people see who write code: the server of the VS Code extension, on a project with the installed package. */
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { eslintMajors, installed, userProject } from "../kit/installed.ts";
import type { EslintMajor, UserProject } from "../kit/installed.ts";
import { configForms, sample, sampleManifest, user, userFixed } from "../kit/sample.ts";
import { Editor } from "./client.ts";

const docs = `https://unpkg.com/${packageJson.name}@${packageJson.version}/docs/rules`;

async function editorOn(major: EslintMajor, files: Readonly<Record<string, string | object>> = {}): Promise<{ editor: Editor; project: UserProject }> {
  const project = await userProject(major, { ...sample, "eslint.config.js": configForms["eslint.config.js"], ...files });
  const editor = await Editor.open(project.root);
  onTestFinished(async () => {
    await editor.close();
  });
  return { editor, project };
}

describe.each(eslintMajors)("VS Code with ESLint %i", (major) => {
  beforeAll(async () => {
    await installed(major);
  });

  test("a site has a squiggle of its own extent, with a link to the rule's page", async () => {
    const { editor } = await editorOn(major);
    editor.openFile("src/user.ts", "typescript", user);
    const [first, second, ...more] = await editor.diagnostics("src/user.ts");
    expect(more, editor.log.join("\n")).toEqual([]);
    expect(first).toMatchObject({
      source: "eslint",
      code: "ssot/no-deprecated-import",
      codeDescription: { href: `${docs}/no-deprecated-import.md` },
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 19 } },
    });
    expect(second).toMatchObject({ code: "ssot/no-deprecated-use", range: { start: { line: 2, character: 23 }, end: { line: 2, character: 33 } } });
  });

  test("the quick fix of one site mends the file, and nothing is left", async () => {
    const { editor } = await editorOn(major);
    editor.openFile("src/user.ts", "typescript", user);
    const [site] = await editor.diagnostics("src/user.ts");
    const actions = site ? await editor.actions("src/user.ts", site) : [];
    const fix = actions.find(({ title }) => title === "Fix this ssot/no-deprecated-import problem");
    if (!fix) throw new Error(actions.map(({ title }) => title).join("\n"));
    await editor.take(fix);
    expect(editor.text("src/user.ts")).toBe(userFixed);
    expect(await editor.diagnostics("src/user.ts")).toEqual([]);
  });

  test("fix on save mends all sites of text that was just typed, and a second save changes nothing", async () => {
    const { editor } = await editorOn(major, { "src/user.ts": userFixed });
    editor.openFile("src/user.ts", "typescript", userFixed);
    expect(await editor.diagnostics("src/user.ts")).toEqual([]);
    editor.type("src/user.ts", `${user}export const other = getManager("b");\n`);
    // The server takes its cue from the squiggles, which come while one types.
    expect(await editor.diagnostics("src/user.ts")).toHaveLength(3);
    await editor.fixOnSave("src/user.ts");
    const fixed = `${userFixed}export const other = createManager("b");\n`;
    expect(editor.text("src/user.ts")).toBe(fixed);
    expect(await editor.diagnostics("src/user.ts")).toEqual([]);
    await editor.fixOnSave("src/user.ts");
    expect(editor.text("src/user.ts")).toBe(fixed);
  });

  test.each(["json", "jsonc"])("the errors of a manifest (%s) are squiggles in it, as it is typed", async (languageId) => {
    const { editor } = await editorOn(major);
    const good = '{\n  // nothing yet\n  "migrations": []\n}\n';
    editor.openFile("ssot.json", languageId, good);
    expect(await editor.diagnostics("ssot.json")).toEqual([]);
    editor.type("ssot.json", good.replace('"migrations"', '"exlude": [],\n  "migrations"'));
    const [problem, ...more] = await editor.diagnostics("ssot.json");
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: "ssot/valid-manifest",
      codeDescription: { href: `${docs}/valid-manifest.md` },
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 10 } },
    });
  });

  test("the server that lives on follows the manifest on disk: broken, mended, another symbol", async () => {
    const { editor, project } = await editorOn(major);
    editor.openFile("src/user.ts", "typescript", user);
    expect(await editor.diagnostics("src/user.ts")).toHaveLength(2);
    project.write("ssot.json", '{ "migrations": 1 }');
    await editor.diagnostics("src/user.ts").catch(() => []);
    expect(editor.log.join("\n")).toContain("migrations");
    const [migration] = sampleManifest.migrations;
    project.write("ssot.json", { migrations: [{ ...migration, deprecated: [{ module: "./src/factory", name: "getOther" }] }] });
    expect(await editor.diagnostics("src/user.ts")).toEqual([]);
    project.write("ssot.json", sampleManifest);
    expect(await editor.diagnostics("src/user.ts")).toHaveLength(2);
  });

  test("a change of another file on disk is seen after a pause", async () => {
    const [migration] = sampleManifest.migrations;
    const throughBarrel = { migrations: [{ ...migration, deprecated: [{ module: "./src/barrel", name: "getManager" }] }] };
    const { editor, project } = await editorOn(major, { "ssot.json": throughBarrel, "src/barrel.ts": "export {};\n" });
    editor.openFile("src/user.ts", "typescript", user);
    expect(await editor.diagnostics("src/user.ts")).toEqual([]);
    project.write("src/barrel.ts", 'export { getManager } from "./factory";\n');
    await pause(1200);
    expect(await editor.diagnostics("src/user.ts")).toHaveLength(2);
  });
});
