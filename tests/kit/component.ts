/** The block that docs/editors.md tells the users of components to write. */
import type { Linter } from "eslint";
import tseslint from "typescript-eslint";
import plugin from "../../src/index.ts";

/** Phase 2 for components of one extension, read by a parser of their own. */
export function componentBlock(extension: string, parser: Linter.Parser): Linter.Config {
  return {
    files: [`**/*.${extension}`],
    plugins: { ssot: plugin },
    languageOptions: { parser, parserOptions: { parser: tseslint.parser } },
    rules: Object.assign({}, ...plugin.configs["phase-2"].map(({ rules }) => rules)) as Linter.RulesRecord,
  };
}
