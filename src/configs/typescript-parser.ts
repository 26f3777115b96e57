/**
 * TypeScript's parser, loaded with the first TypeScript file: it takes longer to load than ESLint and the plugin
 * together, and there is nothing for it to parse in a JavaScript project, in a run that is all from the cache, and in
 * the main thread of `--concurrency`.
 */
import { createRequire } from "node:module";
import type { Linter } from "eslint";

type Parser = Extract<Linter.Parser, { parseForESLint: unknown }>;

const require = createRequire(import.meta.url);
const { version } = require("@typescript-eslint/parser/package.json") as { readonly version: string };

export const typescriptParser: Parser = {
  // As the parser names itself: it is a part of the cache's key, and what `--print-config` shows.
  meta: { name: "typescript-eslint/parser", version },
  parseForESLint: (text, options) => (require("@typescript-eslint/parser") as Parser).parseForESLint(text, options),
};
