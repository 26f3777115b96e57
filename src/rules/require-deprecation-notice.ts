import { createRule } from "../rule-kit/create-rule.ts";

/** Definitions of deprecated symbols that do not say so where editors and readers look. */
export const requireDeprecationNotice = createRule({
  name: "require-deprecation-notice",
  description: "require a deprecation notice at the definition of a deprecated symbol",
  messages: {
    definition: "{{subject}} is deprecated by the manifest, but its definition has no `@deprecated` notice. {{instead}}{{details}}",
    module: "{{subject}} is deprecated by the manifest, but the file has no `@deprecated` header. {{instead}}{{details}}",
    // Python has several ways to say it, and no tag of that name.
    pythonDefinition: "{{subject}} is deprecated by the manifest, but its definition has no deprecation notice. {{instead}}{{details}}",
    pythonModule: "{{subject}} is deprecated by the manifest, but the file does not begin with a deprecation notice. {{instead}}{{details}}",
  },
  messageId: ({ fact, symbol }) => {
    const isModule = fact.name === "*";
    if (symbol.migration.language === "python") return isModule ? "pythonModule" : "pythonDefinition";
    return isModule ? "module" : "definition";
  },
});
