import { defineConfig } from "tsdown";

/**
 * The programs that are measured, as JavaScript: a loader that takes TypeScript would be asked for each module that a plugin
 * loads, which costs those most that load most. They lie as deep as their sources, for the path to `dist`.
 */
export default defineConfig({
  entry: ["*-child.ts"],
  outDir: "../../node_modules/.bench",
  format: "esm",
  platform: "node",
  target: "node20.19",
  // No package.json tells there that it is ESM.
  fixedExtension: true,
  dts: false,
  deps: { neverBundle: [/dist\/index\.js$/], skipNodeModulesBundle: true },
});
