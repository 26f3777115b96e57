/** The part of ESLint's SourceCode that every language offers to rules, told by what it has. */
import type { ParsedFile } from "../languages/adapter.ts";
import type { DirectiveSource } from "./directives.ts";

/** A file as rules see it, in any language. */
export type LintedFile = ParsedFile & DirectiveSource;

/** Whether `value` is the SourceCode of a language that gives text, tree and places. */
export function isLintedFile(value: unknown): value is LintedFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "ast" in value &&
    typeof value.ast === "object" &&
    value.ast !== null &&
    "getLocFromIndex" in value &&
    typeof value.getLocFromIndex === "function"
  );
}
