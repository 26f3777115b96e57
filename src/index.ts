/** eslint-plugin-ssot: the plugin object. */
import type { ESLint, Linter } from "eslint";
import packageJson from "../package.json" with { type: "json" };
import { manifestProcessor } from "./configs/manifest-processor.ts";
import { preset } from "./configs/presets.ts";
import { layOutSurvey } from "./project/survey/shared-survey.ts";
import { pythonLanguage } from "./languages/python/language.ts";
import { rules } from "./rules/index.ts";

/** What makes the plugin and its presets fit `defineConfig` without a cast. Not exported: `export =` leaves no room. */
interface SsotPlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: typeof rules;
  languages: { python: NonNullable<ESLint.Plugin["languages"]>[string] };
  processors: { manifest: Linter.Processor };
  configs: Record<"recommended" | "phase-1" | "phase-2" | "phase-3" | "phase-4", Linter.Config[]>;
}

// Workers of `--concurrency` start when the config is loaded, and share what is laid out by then.
layOutSurvey();

// A preset holds the plugin that it is a part of, so the presets are filled in when the plugin is there.
const configs: Partial<SsotPlugin["configs"]> = {};
const base = {
  meta: { name: packageJson.name, version: packageJson.version, namespace: "ssot" },
  rules,
  languages: { python: pythonLanguage },
  processors: { manifest: manifestProcessor },
  configs,
};

const plugin: SsotPlugin = Object.assign(base, {
  configs: Object.assign(configs, {
    recommended: preset("recommended", base, rules),
    "phase-1": preset("phase-1", base, rules, 1),
    "phase-2": preset("phase-2", base, rules, 2),
    "phase-3": preset("phase-3", base, rules, 3),
    "phase-4": preset("phase-4", base, rules, 4),
  }),
});

export default plugin;
