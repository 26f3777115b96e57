import { createRule } from "../rule-kit/create-rule.ts";

/** Imports of deprecated symbols, in every form that takes one export or a module as a whole. */
export const noDeprecatedImport = createRule({
  name: "no-deprecated-import",
  description: "disallow importing a deprecated symbol",
  messages: {
    deprecated: "{{subject}} is deprecated. {{instead}}{{details}}",
    through: "{{subject}} is deprecated, and comes here through {{through}}. {{instead}}{{details}}",
  },
  messageId: ({ symbol }) => (symbol.through.length > 0 ? "through" : "deprecated"),
});
