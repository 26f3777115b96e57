import { readdirSync } from "node:fs";
import path from "node:path";
import { Linter, type Rule } from "eslint";
import { expect, test } from "vitest";
import plugin from "../../../src/index.ts";
import { foreignMessages } from "../../../tools/python/foreign-rules.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/python");

test("rules that are made for JavaScript and set without files say nothing of Python, and do not crash", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
  expect(files.length).toBeGreaterThan(3);
  expect(foreignMessages(files.map((name) => path.join(folder, name)))).toEqual([]);
});

test("a rule that goes down the tree by itself has the keys for it", () => {
  const found: string[] = [];
  const walks: Rule.RuleModule = {
    create: ({ sourceCode }) => {
      found.push(...(sourceCode.visitorKeys["PyAttribute"] ?? []));
      return {};
    },
  };
  new Linter({ configType: "flat" }).verify("a.b\n", [{ files: ["**/*.py"], plugins: { ssot: plugin, own: { rules: { walks } } }, language: "ssot/python", rules: { "own/walks": "error" } }], "a.py");
  expect(found).toEqual(["object", "attribute"]);
});
