/** Files that nobody writes by hand, smaller than `npm run bench:python` has them: each is linted, or has one fatal message. */
import path from "node:path";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../../src/index.ts";
import { oddKinds } from "../../../tools/bench/odd-python.ts";
import { standingFolder } from "../../kit/project-folder.ts";

const root = standingFolder({ "pyproject.toml": "" });
const manifest = {
  python: { roots: ["."] },
  migrations: [{ id: "manager", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "create_manager" }, deprecated: [{ module: "shop.legacy", name: "get_manager" }] }],
};
const rules = Object.fromEntries(["no-deprecated-import", "no-deprecated-use", "no-deprecated-reexport", "require-deprecation-notice"].map((rule) => [`ssot/${rule}`, "error" as const]));
const config = { files: ["**/*.py"], plugins: { ssot: plugin }, language: "ssot/python", settings: { ssot: { manifest, root } }, rules } satisfies Linter.Config;
const site = "\nfrom shop.legacy import get_manager\nx = get_manager(1)\n";

function lint(text: string): readonly Linter.LintMessage[] {
  return new Linter({ configType: "flat", cwd: root }).verify(text, config, { filename: path.join(root, "odd.py") });
}

const texts = oddKinds.map(({ name, size, text }) => [name, text(Math.ceil(size / 20))] as const);

describe.each(texts.filter(([, text]) => !text.includes("eslint")))("%s", (_name, text) => {
  test("gives no message, or a fatal one with its place", () => {
    const messages = lint(text);
    expect(messages.length).toBeLessThan(2);
    for (const { fatal, line, column } of messages) {
      expect(fatal).toBe(true);
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });

  test("does not hide a site behind it, where the file parses", () => {
    const messages = lint(text + site);
    if (messages.some(({ fatal }) => fatal === true)) expect(messages).toHaveLength(1);
    else expect(messages.map(({ ruleId }) => ruleId)).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
  });
});

test.each(texts.filter(([, text]) => text.includes("eslint")))("%s: does not hide a site behind it", (_name, text) => {
  expect(lint(text + site).flatMap(({ ruleId }) => ruleId ?? [])).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
});

test("every kind has a name of its own", () => {
  expect(new Set(oddKinds.map(({ name }) => name)).size).toBe(oddKinds.length);
});
