import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "tests/fixtures/**"],
    testTimeout: 60_000,
    hookTimeout: 240_000,
    // Two cores: more workers only make the language server and npm wait for each other.
    maxWorkers: 2,
  },
});
