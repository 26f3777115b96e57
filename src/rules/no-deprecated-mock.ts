import { createRule } from "../rule-kit/create-rule.ts";

/** Mocks of vitest and jest that name a deprecated symbol or its module. */
export const noDeprecatedMock = createRule({
  name: "no-deprecated-mock",
  description: "disallow mocking a deprecated symbol or its module",
  messages: {
    mocked: "This mock names {{symbol}}, which is deprecated. {{instead}}{{details}}",
    through: "This mock names {{symbol}}, which is deprecated, and comes here through {{through}}. {{instead}}{{details}}",
  },
  languages: ["js/js"],
  messageId: ({ symbol }) => (symbol.through.length > 0 ? "through" : "mocked"),
});
