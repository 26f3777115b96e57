/** A small project with one deprecated function, for tests that are about the host and not about a rule. */

/** Its manifest. */
export const sampleManifest = {
  migrations: [
    {
      id: "websocket-factory",
      phase: 2,
      canonical: { module: "./src/canonical", name: "createManager" },
      deprecated: [{ module: "./src/factory", name: "getManager" }],
    },
  ],
};

/** The file with the sites. */
export const user = 'import { getManager } from "./factory";\n\nexport const manager = getManager("a");\n';
/** The same after `--fix`. */
export const userFixed = 'import { createManager } from "./canonical";\n\nexport const manager = createManager("a");\n';

/** Each form of config that ESLint reads, with the preset as the whole of it. */
export const configForms = {
  "eslint.config.js": `import { defineConfig } from "eslint/config";
import ssot from "eslint-plugin-ssot";

export default defineConfig([ssot.configs["phase-2"]]);
`,
  "eslint.config.mjs": `import ssot from "eslint-plugin-ssot";

export default [...ssot.configs["phase-2"]];
`,
  "eslint.config.cjs": `const { defineConfig } = require("eslint/config");
const ssot = require("eslint-plugin-ssot");

module.exports = defineConfig([ssot.configs["phase-2"]]);
`,
  "eslint.config.ts": `import type { Linter } from "eslint";
import { defineConfig } from "eslint/config";
import ssot from "eslint-plugin-ssot";

const config: Linter.Config[] = defineConfig([ssot.configs["phase-2"]]);
export default config;
`,
} as const;

/** The whole project but for ESLint's config. */
export const sample = {
  "package.json": { name: "sample", private: true, type: "module" },
  "ssot.json": sampleManifest,
  "src/canonical.ts": "export const createManager = (id: string): string => id;\n",
  "src/factory.ts": "/** @deprecated use `createManager` */\nexport const getManager = (id: string): string => id;\n",
  "src/user.ts": user,
} as const;

/** `files` but for one. */
export function without<Files extends object, Name extends keyof Files>(files: Files, name: Name): Omit<Files, Name> {
  const rest = { ...files };
  Reflect.deleteProperty(rest, name);
  return rest;
}
