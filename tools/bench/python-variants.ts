/** What linting Python is measured with: our preset, and a language that does nothing. */
import type { Language } from "@eslint/core";
import { TextSourceCodeBase, VisitNodeStep } from "@eslint/plugin-kit";
import type { Linter } from "eslint";
import { idleRules } from "./idle-rules.ts";

const files = ["**/*.py"];

/** What ESLint itself costs: a language of which every file is an empty tree. */
class EmptySourceCode extends TextSourceCodeBase {
  override *traverse(): Iterable<VisitNodeStep> {
    yield new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] });
    yield new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast] });
  }
}

const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
const emptyLanguage: Language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: {},
  validateLanguageOptions: () => {},
  parse: () => ({ ok: true, ast: { type: "Empty", range: [0, 0], loc } }),
  createSourceCode: ({ body }, { ast }) => new EmptySourceCode({ text: typeof body === "string" ? body : "", ast: ast as object }),
};

const empty = (): Linter.Config[] => [{ files, plugins: { bench: { languages: { empty: emptyLanguage } } }, language: "bench/empty" }];

/** Symbols of modules that are there, which nobody names. */
const unused = {
  python: { roots: ["."] },
  migrations: Array.from({ length: 50 }, (_, index) => ({
    id: `unused-${String(index)}`,
    language: "python",
    phase: 3,
    message: "Measured.",
    deprecated: [{ module: `shop.gone.module_${String(index)}`, name: `gone_manager_${String(index)}` }],
  })),
};

async function ours(settings: object = {}): Promise<Linter.Config[]> {
  const { default: plugin } = await import("../../dist/index.js");
  return [...plugin.configs.recommended, { settings: { ssot: settings } }];
}

/** By name: the configuration for a folder. */
export const variants: Readonly<Record<string, (folder: string) => Linter.Config[] | Promise<Linter.Config[]>>> = {
  empty,
  "empty-again": empty,
  "idle-rules": () => [...empty(), idleRules(files)],
  ssot: () => ours(),
  "ssot-cached": () => ours(),
  "ssot-unused": (folder) => ours({ manifest: unused, root: folder }),
};
