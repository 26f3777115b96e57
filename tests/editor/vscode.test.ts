/** What people see who write code: the server of the VS Code extension, on a project with the installed package. */
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { eslintMajors, userProject } from "../kit/installed.ts";
import type { UserProject } from "../kit/installed.ts";
import { configForms, sample, sampleManifest, user, userFixed } from "../kit/sample.ts";
import { Editor } from "./client.ts";

const docs = `https://unpkg.com/${packageJson.name}@${packageJson.version}/docs/rules`;

// One server for all tests of a major: it lives on from test to test, as it does for days in an editor.
describe.each(eslintMajors)("VS Code with ESLint %i", (major) => {
  let editor: Editor;
  let project: UserProject;
  let files = 0;

  /** Opens a new file of the project in a tab. */
  function open(text: string): string {
    files += 1;
    const name = `src/user-${String(files)}.ts`;
    project.write(name, text);
    editor.openFile(name, "typescript", text);
    return name;
  }

  beforeAll(async () => {
    const ends: (() => void)[] = [];
    project = await userProject(major, { ...sample, "eslint.config.js": configForms["eslint.config.js"] }, (remove) => ends.push(remove));
    editor = await Editor.open(project.root);
    return async () => {
      await editor.close();
      for (const end of ends) end();
    };
  });

  test("a site has a squiggle of its own extent, with a link to the rule's page", async () => {
    const [first, second, ...more] = await editor.diagnostics(open(user));
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
    const file = open(user);
    const [site] = await editor.diagnostics(file);
    const actions = site ? await editor.actions(file, site) : [];
    const fix = actions.find(({ title }) => title === "Fix this ssot/no-deprecated-import problem");
    if (!fix) throw new Error(actions.map(({ title }) => title).join("\n"));
    await editor.take(fix);
    expect(editor.text(file)).toBe(userFixed);
    expect(await editor.diagnostics(file)).toEqual([]);
  });

  test("fix on save mends all sites of text that was just typed, and a second save changes nothing", async () => {
    const file = open(userFixed);
    expect(await editor.diagnostics(file)).toEqual([]);
    editor.type(file, `${user}export const other = getManager("b");\n`);
    // The server takes its cue from the squiggles, which come while one types.
    expect(await editor.diagnostics(file)).toHaveLength(3);
    await editor.fixOnSave(file);
    const fixed = `${userFixed}export const other = createManager("b");\n`;
    expect(editor.text(file)).toBe(fixed);
    expect(await editor.diagnostics(file)).toEqual([]);
    await editor.fixOnSave(file);
    expect(editor.text(file)).toBe(fixed);
  });

  test.each(["json", "jsonc"])("the errors of a manifest (%s) are squiggles in it, as it is typed", async (languageId) => {
    const good = '{\n  // nothing yet\n  "migrations": []\n}\n';
    const file = `${languageId}/ssot.json`;
    editor.openFile(file, languageId, good);
    expect(await editor.diagnostics(file)).toEqual([]);
    editor.type(file, good.replace('"migrations"', '"exlude": [],\n  "migrations"'));
    const [problem, ...more] = await editor.diagnostics(file);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: "ssot/valid-manifest",
      codeDescription: { href: `${docs}/valid-manifest.md` },
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 10 } },
    });
  });

  test("the manifest changes on disk: broken, another symbol, as before", async () => {
    const file = open(user);
    expect(await editor.diagnostics(file)).toHaveLength(2);
    project.write("ssot.json", '{ "migrations": 1 }');
    await editor.diagnostics(file).catch(() => []);
    expect(editor.log.join("\n")).toContain("migrations: must be a list");
    const [migration] = sampleManifest.migrations;
    project.write("ssot.json", { migrations: [{ ...migration, deprecated: [{ module: "./src/factory", name: "getOther" }] }] });
    expect(await editor.diagnostics(file)).toEqual([]);
    project.write("ssot.json", sampleManifest);
    expect(await editor.diagnostics(file)).toHaveLength(2);
  });

  test("another file changes on disk: seen after a pause", async () => {
    const [migration] = sampleManifest.migrations;
    project.write("src/barrel.ts", "export {};\n");
    project.write("ssot.json", { migrations: [{ ...migration, deprecated: [{ module: "./src/barrel", name: "getManager" }] }] });
    const file = open(user);
    expect(await editor.diagnostics(file)).toEqual([]);
    project.write("src/barrel.ts", 'export { getManager } from "./factory";\n');
    await pause(1200);
    expect(await editor.diagnostics(file)).toHaveLength(2);
  });
});
