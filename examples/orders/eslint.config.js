import { defineConfig } from "eslint/config";
import ssot from "eslint-plugin-ssot";

export default defineConfig([
  // The preset alone lints both halves: the parser for TypeScript and the language for Python come with it.
  ssot.configs.recommended,
  // Disable comments that cover nothing any more are to go too, in both.
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  // A test that still goes the old way holds nobody up.
  { files: ["backend/tests/**"], rules: { "ssot/no-deprecated-import": "warn", "ssot/no-deprecated-use": "warn" } },
]);
