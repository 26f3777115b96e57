import { createRule } from "../rule-kit/create-rule.ts";

/** Calls of and references to imported symbols that are deprecated, where they stand. */
export const noDeprecatedUse = createRule({
  name: "no-deprecated-use",
  description: "disallow using a deprecated symbol",
  messages: {
    deprecated: "{{subject}} is deprecated. {{instead}}{{details}}",
    through: "{{subject}} is deprecated, and comes here through {{through}}. {{instead}}{{details}}",
  },
  messageId: ({ symbol }) => (symbol.through.length > 0 ? "through" : "deprecated"),
});
