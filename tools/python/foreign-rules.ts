/** Rules that were made for JavaScript, turned on without `files`, over Python files: nothing may crash. */
import { readFileSync } from "node:fs";
import js from "@eslint/js";
import { Linter } from "eslint";
import { Linter as Linter9 } from "eslint9";
import tseslint from "typescript-eslint";
import plugin from "../../src/index.ts";

/** What people have in their config without thinking of Python. */
const everywhere = [
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.py"], plugins: { ssot: plugin }, language: "ssot/python" },
] as unknown as Linter.Config[];

const majors = [
  ["9", Linter9 as unknown as typeof Linter],
  ["10", Linter],
] as const;

/** Messages of rules, and crashes, by file; what does not parse is left out. */
export function foreignMessages(files: readonly string[]): readonly string[] {
  return majors.flatMap(([major, Class]) => {
    const linter = new Class({ configType: "flat" });
    return files.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      try {
        return linter.verify(text, everywhere, "file.py").flatMap(({ fatal, ruleId, message }) => (fatal ? [] : [`ESLint ${major}: ${file}: ${String(ruleId)}: ${message}`]));
      } catch (error) {
        return [`ESLint ${major}: ${file}: ${String(error)}`];
      }
    });
  });
}
