import type { RuleDefinition } from "@eslint/core";
import { describeProblem } from "../manifest/load.ts";
import { checkManifest } from "../rule-kit/check-manifest.ts";
import { phaseSchema, ruleUrl } from "../rule-kit/create-rule.ts";
import { isLintedFile } from "../rule-kit/parsed-file.ts";

/** The manifest's errors, its own and those against the code, each where it stands in `ssot.json`. */
export const validManifest: RuleDefinition = {
  meta: {
    type: "problem",
    docs: { description: "require `ssot.json` to be valid", url: ruleUrl("valid-manifest"), recommended: true },
    // Takes the option that every rule has, and needs none: a manifest is valid in every phase or in none.
    schema: phaseSchema,
    // The presets run it by a processor, in a block of the default language.
    languages: ["json/json", "json/jsonc", "json/json5", "js/js"],
    messages: { invalid: "{{problem}}" },
  },
  create(context) {
    const { sourceCode, filename } = context;
    if (!isLintedFile(sourceCode)) return {};
    return {
      Document() {
        for (const problem of checkManifest(sourceCode.text, filename)) {
          context.report({
            loc: { start: sourceCode.getLocFromIndex(problem.start), end: sourceCode.getLocFromIndex(problem.end) },
            messageId: "invalid",
            data: { problem: describeProblem(problem) },
          });
        }
      },
    };
  },
};
