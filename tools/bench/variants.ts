/** What is measured: the same files under the same parser, with different rules. */
import { readFileSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import type { Linter } from "eslint";
import { idleRules } from "./idle-rules.ts";

/** What a corpus is linted with; written beside it by `corpus.ts`. */
export interface CorpusNotes {
  /** Fifty exports of the corpus, with the module that defines each (a path from its root). */
  readonly symbols: readonly { readonly module: string; readonly name: string; readonly importers: number }[];
}

const files = ["**/*.{ts,tsx,mts,cts}"];
const bare: Linter.Config[] = [{ files, languageOptions: { parser } }, { linterOptions: { reportUnusedDisableDirectives: "off" } }];

function notes(folder: string): CorpusNotes {
  return JSON.parse(readFileSync(path.join(folder, "bench.json"), "utf8")) as CorpusNotes;
}

function manifest(symbols: CorpusNotes["symbols"], count: number): object {
  return {
    migrations: Array.from({ length: count }, (_, index) => {
      const symbol = symbols[index];
      return {
        id: `migration-${String(index)}`,
        phase: 3,
        message: "Measured.",
        deprecated: [symbol ? { module: `./${symbol.module}`, name: symbol.name } : { module: `./gone/module-${String(index)}`, name: `goneSymbol${String(index)}` }],
      };
    }),
  };
}

async function ours(folder: string, symbols: CorpusNotes["symbols"], count: number): Promise<Linter.Config[]> {
  const { default: plugin } = await import("../../dist/index.js");
  return [...plugin.configs.recommended, ...bare, { settings: { ssot: { manifest: manifest(symbols, count), root: folder } } }];
}

/** By name: the configuration for a folder. */
export const variants: Readonly<Record<string, (folder: string) => Linter.Config[] | Promise<Linter.Config[]>>> = {
  none: () => bare,
  "none-again": () => bare,
  "idle-rules": () => [...bare, idleRules(files)],
  "ssot-50": (folder) => ours(folder, notes(folder).symbols, 50),
  "ssot-50-kept": (folder) => ours(folder, notes(folder).symbols, 50),
  "ssot-50-unused": (folder) => ours(folder, [], 50),
  "ssot-5": (folder) => ours(folder, notes(folder).symbols.slice(0, 5), 5),
  "ssot-500": (folder) => ours(folder, notes(folder).symbols.slice(0, 5), 500),
  "no-restricted-imports": (folder) => [
    ...bare,
    {
      files,
      rules: {
        "no-restricted-imports": [
          "error",
          { paths: notes(folder).symbols.map(({ module, name }) => ({ name: `./${path.basename(module)}`, importNames: [name] })) },
        ],
      },
    },
  ],
  "import-x": async () => {
    const { importX } = await import("eslint-plugin-import-x");
    return [
      ...bare,
      {
        files,
        plugins: { "import-x": importX },
        settings: { "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] }, "import-x/extensions": [".ts", ".tsx"] },
        rules: { "import-x/no-deprecated": "error" },
      },
    ];
  },
};
