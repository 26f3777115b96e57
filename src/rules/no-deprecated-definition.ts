import { createRule } from "../rule-kit/create-rule.ts";

/** Definitions of deprecated symbols, and what the manifest's own modules still export of them, when they are to go. */
export const noDeprecatedDefinition = createRule({
  name: "no-deprecated-definition",
  description: "disallow the definition of a deprecated symbol once it is to be removed",
  messages: {
    definition: "{{subject}} is deprecated, and is to be removed. {{instead}}{{details}}",
    entry: "This export of {{symbol}} is to be removed. {{instead}}{{details}}",
    module: "{{subject}} is deprecated as a whole, and is to be removed. {{instead}}{{details}}",
  },
  messageId: ({ fact }) => (fact.kind !== "definition" ? "entry" : fact.name === "*" ? "module" : "definition"),
});
