/** Turns decisions into orders: what is to become of each site, and what takes a symbol's place. */
import type { Order } from "../languages/adapter.ts";
import type { Fact } from "../policy/facts.ts";
import type { Phase, RuleName } from "../policy/phases.ts";
import type { Decision, JudgedFile, Policy } from "../policy/policy.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";
import type { DisabledRanges } from "./directives.ts";
import { replacementText } from "./messages.ts";
import { mocksLeftBehind } from "./mocks-left-behind.ts";
import { whyItStays } from "./removal.ts";
import { Replacements } from "./replacements.ts";

/** A rule that is switched on for the file. */
export interface Active {
  /** The rule's id as the user registered it (`ssot/no-deprecated-use`). */
  readonly id: string;
  readonly phase: Phase | undefined;
}

/** The file that the orders are for, and what is known around it. */
export interface OrderContext {
  readonly project: Project;
  readonly symbols: SymbolTable;
  readonly policy: Policy;
  /** The file's absolute path. */
  readonly path: string;
  readonly file: JudgedFile;
  readonly active: ReadonlyMap<RuleName, Active>;
  /** What the user registered the plugin's rules under (`ssot/`). */
  readonly prefix: string;
  readonly disabled: DisabledRanges;
}

const refused = (reason: string): Order["replacement"] => ({ refused: reason });

/** @param facts every fact of the file, in force or not */
export function ordersFor(decisions: readonly Decision[], facts: readonly Fact[], context: OrderContext): readonly Order[] {
  const { active, disabled, prefix } = context;
  const replacements = new Replacements(context.project, context.path);
  const takes = active.has("no-deprecated-import") || active.has("no-deprecated-use");
  const ruled = new Set(decisions.map(({ fact }) => fact));
  /** An import that only changes its path: whoever refers to it goes along, though nothing is said of that. */
  const withUses = (fact: Fact, replacement: Order["replacement"]): readonly Order[] => {
    const uses = facts.filter((use) => (use.kind === "use" || use.kind === "reexport") && !ruled.has(use) && isOf(use, fact));
    return [fact, ...uses].map((each) => ({ fact: each, action: "replace", replacement }));
  };
  return decisions.flatMap((decision): readonly Order[] => {
    const { fact, rule, symbol } = decision;
    // An import and its uses are one: where either rule is on, both change.
    const isWanted = active.has(rule) || (takes && (fact.kind === "import" || fact.kind === "use" || fact.kind === "reexport"));
    if (!isWanted) return [];
    if (disabled.covers(active.get(rule)?.id ?? prefix + rule, fact.span)) return [{ fact, action: "keep", replacement: refused("") }];
    switch (rule) {
      case "require-deprecation-notice":
        return [{ fact, action: "replace", replacement: refused(""), notice: replacementText(symbol) }];
      case "no-duplicate-definition":
        return [];
      case "no-deprecated-definition":
        return [removal(decision, context)];
      case "no-deprecated-reexport": {
        if (fact.kind !== "import") return [exportOrder(decision, context, replacements, ruled)];
        return withUses(fact, replacements.fromHome(symbol, fact));
      }
      case "canonical-import-path":
        return withUses(fact, replacements.of(symbol, fact));
      case "no-deprecated-mock":
        return [{ fact, action: "replace", replacement: replacements.of(symbol, fact) }];
      default:
        return [{ fact, action: "replace", replacement: replacements.of(symbol, fact), doubt: mocksLeftBehind(symbol, fact, context) }];
    }
  });
}

/**
 * An export that lets the symbol out. `import { old } …; export { old }`: where the import moves, the export moves along and
 * keeps its outward name. Any other one goes, where nobody takes it.
 */
function exportOrder(decision: Decision, context: OrderContext, replacements: Replacements, ruled: ReadonlySet<Fact>): Order {
  const { fact, symbol } = decision;
  const isImported = [...ruled].some((each) => each.kind === "import" && isOf(each, fact));
  const replacement = isImported ? replacements.of(symbol, fact) : undefined;
  return replacement && !("refused" in replacement) ? { fact, action: "replace", replacement } : removal(decision, context);
}

function removal(decision: Decision, context: OrderContext): Order {
  const why = whyItStays(decision, context);
  const { fact } = decision;
  return why === undefined ? { fact, action: "remove", replacement: refused("") } : { fact, action: "replace", replacement: refused(why) };
}

/** Whether two facts are about the same export, by the same specifier. */
function isOf(one: Fact, other: Fact): boolean {
  return one.module === other.module && one.name === other.name && one.specifier === other.specifier;
}
