/** The package's types under the strictest compiler, with the types of either ESLint. */
import path from "node:path";
import { expect, test } from "vitest";
import { eslintMajors, userProject } from "../kit/installed.ts";
import { run } from "../kit/run.ts";

const imported = `import type { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import ssot from "eslint-plugin-ssot";

export const whole: Linter.Config[] = defineConfig([ssot.configs["phase-2"]]);
export const own = defineConfig([ssot.configs.recommended, { plugins: { ssot }, rules: { "ssot/no-deprecated-import": "warn" } }]);
export const extended = defineConfig({ files: ["src/**"], extends: [ssot.configs["phase-1"]] });
export const typescript = tseslint.config(ssot.configs.recommended, { plugins: { ssot } });
export const spread = tseslint.config(...ssot.configs["phase-4"]);
export const plugin: ESLint.Plugin = ssot;
export const rule: string = ssot.rules["no-deprecated-import"].meta?.docs?.url ?? ssot.meta.version;

// @ts-expect-error there is no fifth phase
export const none = ssot.configs["phase-5"];
`;
const required = `import { defineConfig } from "eslint/config";
import ssot = require("eslint-plugin-ssot");

export = defineConfig([ssot.configs["phase-2"]]);
`;

test.each(eslintMajors)("ESLint %i: presets and plugin fit defineConfig and tseslint.config without a cast", async (major) => {
  const compilerOptions = { module: "nodenext", target: "es2023", strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, types: [] };
  const project = await userProject(major, {
    "package.json": { type: "module" },
    "tsconfig.json": { compilerOptions, files: ["imported.ts", "required.cts"] },
    "imported.ts": imported,
    "required.cts": required,
  });
  const ran = await run(process.execPath, [path.join(project.root, "node_modules/typescript/bin/tsc"), "-p", "."], project.root);
  // The compiler's own complaint about another package's types is not ours to mend.
  const ours = ran.stdout.split("\n").filter((line) => line !== "" && !line.startsWith("node_modules/") && !/^ /.test(line));
  expect([...ours, ...ran.stdout.split("\n").filter((line) => line.includes("eslint-plugin-ssot/dist"))]).toEqual([]);
});
