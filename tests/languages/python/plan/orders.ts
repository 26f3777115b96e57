/** Plans a Python text with orders of the test's own, without policy or project: modules are known by their specifiers alone. */
import { expect } from "vitest";
import type { Order, Outcome, Replacement } from "../../../../src/languages/adapter.ts";
import { applyEdits } from "../../../../src/languages/compose.ts";
import { planFile } from "../../../../src/languages/python/plan/plan.ts";
import type { Fact } from "../../../../src/policy/facts.ts";
import { readPython } from "../facts.ts";
import type { ReadSetting } from "../facts.ts";

/** What becomes of a fact; `undefined` for no order. */
export type Decide = (fact: Fact) => Partial<Order> | undefined;

export interface PlanSetting extends ReadSetting {
  readonly decide?: Decide;
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

/** `create_x` of `acme.new` in place of whatever it is. */
export function becomes(name: string, module = "acme.new", more: Partial<Replacement> = {}): Replacement {
  return {
    specifier: module,
    module,
    name,
    kind: "unknown",
    isSame: (other, its) => other === module && its === name,
    renames: true,
    becomesType: false,
    rewrites: [],
    rewriteNames: { deprecated: "get_x", canonical: name },
    bind: {},
    sideEffects: false,
    moves: () => true,
    required: "member",
    movesAll: () => false,
    starred: () => ({ lacks: [], adds: [] }),
    ...more,
  };
}

/** The symbols of the tests: a rename, a class, and a module that moved. */
export const deprecated: NonNullable<ReadSetting["deprecated"]> = { "acme.old": ["get_x", "OldThing"], "acme.moved": ["*"], "acme.new": [] };

/** What those modules are known to export, and one whose star hides things. */
const exports: NonNullable<ReadSetting["exports"]> = {
  "acme.old": ["get_x", "OldThing", "keep"],
  "acme.new": ["create_x", "NewThing", "other"],
  "acme.hiding": ["create_x"],
  "acme.hiding_both": ["create_x", "get_x"],
};

const moved = new Map<string, Replacement>([
  ["acme.old get_x", becomes("create_x")],
  ["acme.old OldThing", becomes("NewThing")],
]);

/** All that is taken is replaced. */
export const replaceAll: Decide = (fact) => {
  if (fact.kind === "definition" || (fact.kind === "reexport" && fact.name === "*" && fact.module !== "acme.moved")) return undefined;
  const replacement = fact.module === "acme.moved" ? becomes(fact.name, "acme.placed") : moved.get(`${fact.module} ${fact.name}`);
  return replacement && { replacement };
};

function planOnce(text: string, { decide = replaceAll, ...setting }: PlanSetting) {
  const { reading } = readPython(text, { deprecated, exports, ...setting });
  const orders = reading.facts.flatMap((fact): readonly Order[] => {
    const order = decide(fact);
    return order ? [{ fact, action: "replace", replacement: { refused: "" }, ...order }] : [];
  });
  return { plan: planFile(reading, orders), orders, source: reading.file.text };
}

/** Plans a text, and expects that what comes of it is left alone by a second run. */
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
  return { text: fixed, outcomes: orders.map(({ fact }) => `${fact.kind === "reexport" ? fact.as : fact.name}: ${shown(plan.outcomes.get(fact))}`), suggested };
}

function shown(outcome: Outcome | undefined): string {
  if (!outcome) return "nothing";
  return outcome.fix === "automatic" ? outcome.fix : `${outcome.fix} (${outcome.reason})`;
}
