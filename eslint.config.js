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
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
    },
  },
]);
