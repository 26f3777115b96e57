import { createRule } from "../rule-kit/create-rule.ts";

/** Definitions of deprecated symbols that do not say so where editors and readers look. */
export const requireDeprecationNotice = createRule({
  name: "require-deprecation-notice",
  description: "require a deprecation notice at the definition of a deprecated symbol",
  messages: {
    definition: "{{subject}} is deprecated by the manifest, but its definition has no `@deprecated` notice. {{instead}}{{details}}",
    module: "{{subject}} is deprecated by the manifest, but the file has no `@deprecated` header. {{instead}}{{details}}",
  },
  messageId: ({ fact }) => (fact.name === "*" ? "module" : "definition"),
});
