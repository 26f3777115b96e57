/** Lints Python texts by the real ESLint, of either major, with the language and a few tiny rules. */
import type { Rule } from "eslint";
import { ESLint, Linter } from "eslint";
import * as eslint9 from "eslint9";
import { pythonLanguage } from "../../../src/languages/python/language.ts";

/** Reports each variable of a name, and can rename it. */
const noName: Rule.RuleModule = {
  meta: { type: "problem", fixable: "code", hasSuggestions: true, schema: [{ type: "object" }] },
  create(context) {
    const [{ name = "old", to, suggest = false } = {}] = context.options as { name?: string; to?: string; suggest?: boolean }[];
    return {
      [`PyName[name="${name}"]`](node: Rule.Node) {
        const fix = to === undefined ? null : (fixer: Rule.RuleFixer): Rule.Fix => fixer.replaceText(node, to);
        context.report({ node, message: `No ${name}.`, fix: suggest ? null : fix, suggest: suggest && fix ? [{ desc: "Rename", fix }] : [] });
      },
    };
  },
};

const plugin: ESLint.Plugin = { languages: { python: pythonLanguage }, rules: { "no-name": noName } };

/** The block under which the tests lint. */
export function block(more: object = {}): Linter.Config {
  const config = { files: ["**/*.py", "**/*.pyi"], plugins: { ssot: plugin }, language: "ssot/python", rules: { "ssot/no-name": "error" }, ...more };
  return config as Linter.Config;
}

export const majors = [
  ["10", Linter],
  ["9", eslint9.Linter as unknown as typeof Linter],
] as const;

/** Messages as `line:column-endLine:endColumn text`. */
export function shown(messages: readonly Linter.LintMessage[]): readonly string[] {
  return messages.map(({ line, column, endLine, endColumn, message }) =>
    endLine === undefined ? `${String(line)}:${String(column)} ${message}` : `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${message}`,
  );
}

/** The ESLint class of a major, on a folder. */
export function eslintOf(major: string, options: ESLint.Options): Pick<ESLint, "lintFiles"> {
  return major === "10" ? new ESLint(options) : (new eslint9.ESLint(options));
}
