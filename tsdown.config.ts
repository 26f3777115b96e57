import { defineConfig } from "tsdown";

/**
 * `require` gets the very object that `import` gets: where one config of a project requires the plugin and another one
 * imports it, ESLint refuses two objects under one key. Every supported Node requires ES modules.
 */
const onePlugin = {
  name: "one-plugin",
  renderChunk: (_code: string, { fileName }: { readonly fileName: string }): string | null =>
    fileName === "index.cjs" ? 'module.exports = require("./index.js").default;\n' : null,
};

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  // `index.js` is ESM because package.json says so; only the other one needs an extension that tells.
  fixedExtension: false,
  dts: true,
  platform: "node",
  target: "node20.19",
  sourcemap: false,
  plugins: [onePlugin],
});
