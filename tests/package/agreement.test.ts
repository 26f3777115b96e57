/** A rule is a page of code, a page of documentation, a test, an entry of the plugin and of the presets. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { repository } from "../kit/installed.ts";

const names = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(repository, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

const rules = names("src/rules", ".ts").filter((name) => name !== "index");
const presets = Object.entries(plugin.configs);

test("the plugin has every rule, under its file's name", () => {
  expect(Object.keys(plugin.rules).sort()).toEqual([...rules].sort());
});

test("there is no page of a rule that is not there", () => {
  expect(names("docs/rules", ".md").filter((name) => name !== "README").sort()).toEqual([...rules].sort());
});

test("there is no test of a rule that is not there", () => {
  const tested = names("tests/rules", ".test.ts").map((name) => name.split(".")[0] ?? "");
  // Beside the rules' own there are tests of all rules at once, which are not called as a rule could be.
  expect(tested.filter((name) => /^(?:no|require|valid|canonical)-/.test(name)).filter((name) => !rules.includes(name))).toEqual([]);
});

describe.each(rules)("%s", (name) => {
  test("has a page that begins with its name", () => {
    const page = path.join(repository, "docs/rules", `${name}.md`);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).toContain(`# ssot/${name}\n`);
  });

  test("has a test", () => {
    expect(names("tests/rules", ".test.ts").map((test) => test.split(".")[0])).toContain(name);
  });

  test("links to its page in the published package", () => {
    const rule = plugin.rules[name as keyof typeof plugin.rules];
    expect(rule.meta?.docs?.url).toBe(`https://unpkg.com/${plugin.meta.name}@${plugin.meta.version}/docs/rules/${name}.md`);
    expect(rule.meta?.docs?.description).toBeTruthy();
    expect(rule.meta?.languages).not.toHaveLength(0);
  });

  test.each(presets)("is an error in %s", (_preset, blocks) => {
    const inRules = blocks.flatMap(({ rules: levels = {} }) => Object.keys(levels));
    expect(inRules).toContain(`ssot/${name}`);
  });
});

test("every rule of a preset is one of the plugin's", () => {
  const used = presets.flatMap(([, blocks]) => blocks.flatMap(({ rules: levels = {} }) => Object.keys(levels)));
  expect([...new Set(used)].filter((id) => !rules.includes(id.replace(/^ssot\//, "")))).toEqual([]);
});

test("every block but the global ignores has a name and files of its own", () => {
  for (const [name, blocks] of presets) {
    for (const block of blocks) {
      expect(block.name).toContain(`ssot/${name}/`);
      if (!block.ignores) expect(block.files).toBeDefined();
    }
  }
});
