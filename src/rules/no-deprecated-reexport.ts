import { createRule } from "../rule-kit/create-rule.ts";

/** Exports by which a module other than its home lets a deprecated symbol out. */
export const noDeprecatedReexport = createRule({
  name: "no-deprecated-reexport",
  description: "disallow letting a deprecated symbol out of a module that does not define it",
  messages: {
    leaked: "This export lets {{symbol}} out, which is deprecated. {{instead}}{{details}}",
  },
  messageId: () => "leaked",
});
