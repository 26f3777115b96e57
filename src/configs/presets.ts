/** The presets, derived from the rules' meta: which files a block is for follows from the languages its rules read. */
import type { RuleDefinition } from "@eslint/core";
import type { ESLint, Linter } from "eslint";
import type { Phase } from "../policy/phases.ts";
import { governedNames } from "../rule-kit/governed-names.ts";
import { cacheKey, manifestKey, noteFile } from "./cache-key.ts";
import { typescriptParser } from "./typescript-parser.ts";

const script = ["**/*.{js,mjs,cjs,jsx}"];
const typescript = ["**/*.{ts,mts,cts,tsx}"];
const python = ["**/*.{py,pyi}"];
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
  const option: [] | [{ phase: Phase }] = phase === undefined ? [] : [{ phase }];
  const named = Object.entries(rules);
  const forManifests = named.filter(([, { meta }]) => meta?.languages?.includes("json/jsonc"));
  const forLanguage = (language: string): Linter.RulesRecord =>
    Object.fromEntries(
      named
        .filter((rule) => !forManifests.includes(rule) && rule[1].meta?.languages?.includes(language))
        .map(([rule]) => [`ssot/${rule}`, ["error", ...option]]),
    );
  const common = { plugins: { ssot: plugin }, settings: { ssot: cacheKey } };
  const ruled: Linter.Config = { name: `ssot/${name}/rules`, files: [...script, ...typescript], ...common, rules: forLanguage("js/js") };
  const ruledPython: Linter.Config = { name: `ssot/${name}/python`, files: python, ...common, language: "ssot/python", languageOptions: { ssotNames: governedNames }, rules: forLanguage("ssot/python") };
  // ESLint takes functions here; its types tell of strings only.
  for (const block of [ruled, ruledPython]) Reflect.set(block, "ignores", [noteFile]);
  return [
    { name: `ssot/${name}/ignores`, ignores: environments },
    {
      name: `ssot/${name}/javascript`,
      files: script,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { name: `ssot/${name}/typescript`, files: typescript, languageOptions: { parser: typescriptParser } },
    ruled,
    ruledPython,
    {
      name: `ssot/${name}/manifest`,
      files: manifests,
      plugins: { ssot: plugin },
      processor: "ssot/manifest",
      settings: { ssot: manifestKey },
      // What the processor runs, told where people look for it.
      rules: Object.fromEntries(forManifests.map(([rule]) => [`ssot/${rule}`, "error"])),
    },
  ];
}
