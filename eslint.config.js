import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
// Our own plugin as users get it: `npm run build` first.
import ssot from "./dist/index.js";

export default defineConfig([
  globalIgnores(["dist", "examples", "tests/fixtures", "coverage"]),
  ssot.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Syntax trees name their kinds by string enums of three packages that agree by their text.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      // Rooms hand out objects of functions; none of them uses `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
    },
  },
  {
    // The trees' types are typescript-eslint's; other parsers leave out fields that those call certain.
    files: ["src/languages/ecmascript/**"],
    rules: { "@typescript-eslint/no-unnecessary-condition": "off" },
  },
]);
