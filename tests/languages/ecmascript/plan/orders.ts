/** Plans a text with orders of the test's own, without policy or project: modules are known by their specifiers alone. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { expect } from "vitest";
import { ecmascript } from "../../../../src/languages/ecmascript/ecmascript.ts";
import { applyEdits } from "../../../../src/languages/compose.ts";
import type { FilePlan, Order, Outcome, ReadPorts, Replacement } from "../../../../src/languages/adapter.ts";
import { reparser } from "../../../../src/languages/ecmascript/reparse.ts";
import { isLintedFile } from "../../../../src/rule-kit/parsed-file.ts";
import type { Fact } from "../../../../src/policy/facts.ts";

/** What becomes of a fact; `undefined` for no order. */
export type Decide = (fact: Fact) => Partial<Order> | undefined;

export interface PlanSetting {
  readonly decide?: Decide;
  /** Names that this file defines and that are to go. */
  readonly definitions?: readonly string[];
  /** Governed names by specifier; default: every export of `./old`. */
  readonly deprecated?: Readonly<Record<string, readonly string[]>>;
  readonly sourceType?: "module" | "commonjs";
  readonly parser?: "espree" | "typescript";
  readonly whole?: boolean;
  /** Whether a second run is given the same orders, so that it has to change nothing; default: yes. */
  readonly repeats?: boolean;
}

/** What came of a text. */
export interface PlannedText {
  readonly text: string;
  /** `name: automatic`, `name: none (reason)`, `name: suggestion (reason)`, of each fact with an order, in the text's order. */
  readonly outcomes: readonly string[];
  /** What applying the suggestion of a fact gives, by the fact's name. */
  readonly suggested: Readonly<Record<string, string>>;
}

/** `createX` of `./new` in place of whatever it is. */
export const replacement: Replacement = {
  specifier: "./new",
  module: "./new",
  name: "createX",
  kind: "value",
  isSame: (module, name) => module === "./new" && name === "createX",
  renames: true,
  becomesType: false,
  rewrites: [],
  rewriteNames: { deprecated: "old", canonical: "createX" },
  bind: {},
  sideEffects: false,
  moves: () => true,
  required: "member",
  movesAll: () => false,
  starred: () => undefined,
};

/** Re-exports and definitions are to go; all else has no order. */
export const removeAll: Decide = ({ kind }) => (kind === "reexport" || kind === "definition" ? { action: "remove" } : undefined);

function planOnce(text: string, { decide = removeAll, definitions = [], deprecated = { "./old": ["*"] }, sourceType = "module", parser = "typescript", whole = true }: PlanSetting): { plan: FilePlan; orders: readonly Order[]; source: string } {
  const languageOptions = { sourceType, parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === "typescript" ? { parser: typescriptParser } : {}) };
  const files = ["**/*.tsx"];
  const ports: ReadPorts = {
    moduleKey: (specifier) => specifier,
    governs: (module) => Object.hasOwn(deprecated, module) || module === "./new",
    deprecatedNames: (module) => deprecated[module] ?? [],
    namespaceAt: () => undefined,
    successorOf: () => undefined,
    requiredDefault: () => "member",
    hasManualMock: () => false,
    mayBeLoadedUnseen: () => false,
    loadsAlong: () => false,
    deprecatedNamesBehind: (specifier) => ports.deprecatedNames(specifier),
    takersOf: () => [],
    mockerOf: () => undefined,
    isInUtf8: () => true,
    exports: () => false,
    disagree: () => false,
    exclusiveNames: new Set(),
    self: "self",
    definitions,
    whole,
    parse: reparser("/file.tsx", languageOptions),
  };
  let result: { plan: FilePlan; orders: readonly Order[]; source: string } | undefined;
  const rule: Rule.RuleModule = {
    create({ sourceCode }) {
      if (!isLintedFile(sourceCode)) throw new Error("no file");
      return {
        Program() {
          const reading = ecmascript.read(sourceCode, ports);
          const orders = reading.facts.flatMap((fact) => {
            // What is taken from the canonical module itself is in place.
            const order = fact.module === replacement.module ? undefined : decide(fact);
            return order ? [{ fact, action: "replace", replacement, ...order } satisfies Order] : [];
          });
          result = { plan: reading.plan(orders), orders, source: sourceCode.text };
        },
      };
    },
  };
  const messages = new Linter().verify(text, { files, plugins: { test: { rules: { rule } } }, rules: { "test/rule": "error" }, languageOptions }, "file.tsx");
  if (!result) throw new Error(messages.map(({ message }) => message).join("\n"));
  return result;
}

/** Plans a text, and expects that what comes of it parses and is left alone by a second run. */
export function planText(text: string, setting: PlanSetting = {}): PlannedText {
  const { plan, orders, source } = planOnce(text, setting);
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const fixed = mark + applyEdits(source, plan.edits);
  const again = planOnce(fixed, setting);
  if (setting.repeats ?? true) expect(again.plan.edits, "changed by a second run").toEqual([]);
  const suggested: Record<string, string> = {};
  for (const { fact } of orders) {
    const outcome = plan.outcomes.get(fact);
    if (outcome?.fix === "suggestion") suggested[fact.name] = mark + applyEdits(source, outcome.edits);
  }
  return { text: fixed, outcomes: orders.map(({ fact }) => `${nameOf(fact)}: ${shown(plan.outcomes.get(fact))}`), suggested };
}

function nameOf(fact: Fact): string {
  return fact.kind === "reexport" ? fact.as : fact.name;
}

function shown(outcome: Outcome | undefined): string {
  if (!outcome) return "nothing";
  return outcome.fix === "automatic" ? outcome.fix : `${outcome.fix} (${outcome.reason})`;
}
