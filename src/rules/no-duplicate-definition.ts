import { createRule } from "../rule-kit/create-rule.ts";

/** A second definition, under the same exported name, of a symbol that is to have one. */
export const noDuplicateDefinition = createRule({
  name: "no-duplicate-definition",
  description: "disallow a second definition of an exclusive symbol",
  messages: {
    duplicate: "This is a second definition of {{symbol}}, which is to be defined once. {{instead}}{{details}}",
  },
  messageId: () => "duplicate",
  mends: false,
});
