import json from "@eslint/json";
import { ESLint, RuleTester } from "eslint";
import { describe, expect, it, test } from "vitest";
import plugin from "../../src/index.ts";
import { projectFolder } from "../kit/project-folder.ts";

RuleTester.describe = describe;
RuleTester.it = it;

const good = `{
  // A comment, and a trailing comma.
  "migrations": [
    { "id": "clock", "canonical": { "module": "./src/clock", "name": "now" }, "deprecated": [{ "module": "./src/time", "name": "getTime" }] },
  ],
}`;

describe.each(["json/jsonc"] as const)("valid-manifest in %s", (language) => {
  const tester = new RuleTester({ plugins: { json }, language, languageOptions: { allowTrailingCommas: true } });
  tester.run("valid-manifest", plugin.rules["valid-manifest"], {
    valid: [{ filename: "ssot.json", code: good }, { filename: "ssot.json", code: `{ "migrations": [] }` }],
    invalid: [
      {
        filename: "ssot.json",
        code: good.replace('"clock"', '"Clock Face"'),
        errors: [{ messageId: "invalid", line: 4, column: 13, endLine: 4, endColumn: 25 }],
      },
      {
        filename: "ssot.json",
        // The emoji before the place counts two: columns are UTF-16 units.
        code: `{ "migrations": [{ "title": "🎉", "id": "a", "phase": 7, "canonical": { "module": "./a", "name": "b" }, "deprecated": [] }] }`,
        errors: [
          { messageId: "invalid", line: 1, column: 55, endLine: 1, endColumn: 56 },
          { messageId: "invalid", line: 1, column: 119, endLine: 1, endColumn: 121 },
        ],
      },
      {
        filename: "ssot.json",
        code: `{ "migrations": [{ "id": "a", "canonical": { "module": "./a", "name": "b" }, "deprecated": [{ "module": "./c", "name": "d", "rewrites": [{ "from": "d(", "to": "b()" }] }] }] }`,
        errors: [{ messageId: "invalid", line: 1, column: 148, endLine: 1, endColumn: 152 }],
      },
    ],
  });
});

test("through the preset: the manifest's errors stand in the manifest, and those of its syntax too", async () => {
  const root = projectFolder({ "ssot.json": `{\n  "migrations": [\n    { "id": "a" "phase": 1 }\n  ]\n}\n`, "src/a.js": "" });
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const [result] = await eslint.lintFiles(["ssot.json"]);
  expect(result?.messages.map(({ ruleId, severity, line, column }) => ({ ruleId, severity, line, column }))).toContainEqual({
    ruleId: "ssot/valid-manifest",
    severity: 2,
    line: 3,
    column: 16,
  });
  // The same manifest stops the run where a file is judged by it: once, with the place.
  await expect(eslint.lintFiles(["src"])).rejects.toThrow(/ssot\.json:3:16 /);
});
