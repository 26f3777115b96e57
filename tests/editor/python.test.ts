/** Python in VS Code: the extension's server, with the settings that docs/editors.md names. */
import { beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { eslintMajors, userProject } from "../kit/installed.ts";
import type { UserProject } from "../kit/installed.ts";
import { Editor } from "./client.ts";
import { pythonFixed, pythonProject, pythonUser } from "./python-project.ts";

const docs = `https://unpkg.com/${packageJson.name}@${packageJson.version}/docs/rules`;

/** `"eslint.validate": ["python"]` and `"eslint.codeAction.disableRuleComment": { "enable": false }`, as they reach the server. */
const settings = { validate: "on", codeAction: { disableRuleComment: { enable: false, location: "separateLine", commentStyle: "line" }, showDocumentation: { enable: true } } };

describe.each(eslintMajors)("VS Code with ESLint %i", (major) => {
  let editor: Editor;
  let project: UserProject;
  let files = 0;

  function open(text: string): string {
    files += 1;
    const name = `shop/user_${String(files)}.py`;
    project.write(name, text);
    editor.openFile(name, "python", text);
    return name;
  }

  beforeAll(async () => {
    const ends: (() => void)[] = [];
    project = await userProject(major, pythonProject, (remove) => ends.push(remove));
    editor = await Editor.open(project.root, settings);
    return async () => {
      await editor.close();
      for (const end of ends) end();
    };
  });

  test("a site has a squiggle of its own extent, with a link to the rule's page", async () => {
    const [first, second, ...more] = await editor.diagnostics(open(pythonUser));
    expect(more, editor.log.join("\n")).toEqual([]);
    expect(first).toMatchObject({
      code: "ssot/no-deprecated-import",
      codeDescription: { href: `${docs}/no-deprecated-import.md` },
      range: { start: { line: 0, character: 25 }, end: { line: 0, character: 36 } },
    });
    expect(second).toMatchObject({ code: "ssot/no-deprecated-use", range: { start: { line: 2, character: 24 }, end: { line: 2, character: 35 } } });
  });

  test("the quick fix of one site mends the file; nothing offers to write a comment of JavaScript's", async () => {
    const file = open(pythonUser);
    const [site] = await editor.diagnostics(file);
    const actions = site ? await editor.actions(file, site) : [];
    expect(actions.filter(({ title }) => /disable/i.test(title))).toEqual([]);
    const fix = actions.find(({ title }) => title === "Fix this ssot/no-deprecated-import problem");
    if (!fix) throw new Error(actions.map(({ title }) => title).join("\n"));
    await editor.take(fix);
    expect(editor.text(file)).toBe(pythonFixed);
    expect(await editor.diagnostics(file)).toEqual([]);
  });

  test("fix on save mends what was just typed", async () => {
    const file = open(pythonFixed);
    expect(await editor.diagnostics(file)).toEqual([]);
    editor.type(file, pythonUser);
    expect(await editor.diagnostics(file)).toHaveLength(2);
    await editor.fixOnSave(file);
    expect(editor.text(file)).toBe(pythonFixed);
  });

  test("a file that is broken while one types, and right again", async () => {
    const file = open(pythonUser);
    editor.type(file, pythonUser.replace("('a')", "('a'"));
    expect(await editor.diagnostics(file)).toMatchObject([{ message: expect.stringContaining("Parsing error") as string }]);
    editor.type(file, pythonUser);
    expect(await editor.diagnostics(file)).toHaveLength(2);
  });
});
