/**
 * Lints the manifest beside whatever else a config says. As a file of a JSON language it would get every rule that the
 * user has on without `files`, and JavaScript's rules crash there (`getAllComments is not a function`), or ESLint
 * refuses the config ("rules do not support the language"). A processor that hands no text on runs no rule at all.
 */
import type { Linter } from "eslint";
import { describeProblem } from "../manifest/load.ts";
import type { ManifestProblem } from "../manifest/load.ts";
import { checkManifest } from "../rule-kit/check-manifest.ts";

/** By file, from `preprocess` to the `postprocess` that ESLint calls next. */
const found = new Map<string, readonly ManifestProblem[]>();

export const manifestProcessor: Linter.Processor = {
  meta: { name: "ssot/manifest", version: "1" },
  supportsAutofix: false,
  preprocess(text, filename) {
    found.set(filename, checkManifest(text, filename));
    return [];
  },
  postprocess(_messages, filename) {
    const problems = found.get(filename) ?? [];
    found.delete(filename);
    return problems.map((problem) => ({
      ruleId: "ssot/valid-manifest",
      messageId: "invalid",
      severity: 2,
      message: describeProblem(problem),
      line: problem.line,
      column: problem.column,
      endLine: problem.endLine,
      endColumn: problem.endColumn,
    }));
  },
};
