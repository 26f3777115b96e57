/** The presets, derived from the rules' meta: which files a block is for follows from the languages its rules read. */
import type { RuleDefinition } from "@eslint/core";
import type { ESLint, Linter } from "eslint";
import type { Phase } from "../policy/phases.ts";
import { cacheKey, noteFile } from "./cache-key.ts";
import { typescriptParser } from "./typescript-parser.ts";

const script = ["**/*.{js,mjs,cjs,jsx}"];
const typescript = ["**/*.{ts,mts,cts,tsx}"];
const manifests = ["**/ssot.json"];

/** Folders that no JavaScript project lints and every Python project has: global, so that they are not even walked. */
const environments = ["**/.venv/**", "**/venv/**", "**/site-packages/**"];

/**
 * One preset.
 * @param name behind `ssot/`
 * @param phase every migration is taken at this phase; absent: each at its own
 */
export function preset(
  name: string,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, RuleDefinition>>,
  phase?: Phase,
): Linter.Config[] {
  const named = Object.entries(rules);
  const forManifests = named.filter(([, { meta }]) => meta?.languages?.includes("json/jsonc"));
  const forScripts = named.filter((rule) => !forManifests.includes(rule));
  const option: [] | [{ phase: Phase }] = phase === undefined ? [] : [{ phase }];
  const ruled: Linter.Config = {
    name: `ssot/${name}/rules`,
    files: [...script, ...typescript],
    plugins: { ssot: plugin },
    settings: { ssot: cacheKey },
    rules: Object.fromEntries(forScripts.map(([rule]) => [`ssot/${rule}`, ["error", ...option]])),
  };
  // ESLint takes functions here; its types tell of strings only.
  Reflect.set(ruled, "ignores", [noteFile]);
  return [
    { name: `ssot/${name}/ignores`, ignores: environments },
    {
      name: `ssot/${name}/javascript`,
      files: script,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { name: `ssot/${name}/typescript`, files: typescript, languageOptions: { parser: typescriptParser } },
    ruled,
    {
      name: `ssot/${name}/manifest`,
      files: manifests,
      plugins: { ssot: plugin },
      processor: "ssot/manifest",
      // What the processor runs, told where people look for it.
      rules: Object.fromEntries(forManifests.map(([rule]) => [`ssot/${rule}`, "error"])),
    },
  ];
}
