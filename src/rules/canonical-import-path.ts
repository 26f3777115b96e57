import { createRule } from "../rule-kit/create-rule.ts";

/** Imports of an exclusive canonical symbol by another path than the canonical one. */
export const canonicalImportPath = createRule({
  name: "canonical-import-path",
  description: "require an exclusive symbol to be imported from its canonical module",
  messages: {
    detour: "{{subject}} has one import path, and this is another one. {{instead}}{{details}}",
  },
  messageId: () => "detour",
});
