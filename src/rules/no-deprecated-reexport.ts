import { createRule } from "../rule-kit/create-rule.ts";

/** Exports by which a module other than its home lets a deprecated symbol out, and imports that take it there. */
export const noDeprecatedReexport = createRule({
  name: "no-deprecated-reexport",
  description: "disallow letting a deprecated symbol out of a module that does not define it",
  messages: {
    leaked: "This export lets {{symbol}} out, which is deprecated. {{instead}}{{details}}",
    passedOn: "This export lets {{symbol}} out, which is deprecated, and comes here through {{through}}. {{instead}}{{details}}",
    importable: "This import lets {{symbol}} out, which is deprecated: other files take it from here. {{instead}}{{details}}",
    taken: "{{subject}} is deprecated, and is taken through {{through}} here: take it from its home. {{instead}}{{details}}",
  },
  messageId: ({ fact, symbol }) => (fact.kind === "import" ? (symbol.through.length > 0 ? "taken" : "importable") : symbol.through.length > 0 ? "passedOn" : "leaked"),
});
