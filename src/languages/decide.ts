/** Groups of edits → the plan of a file: what is made together, what is offered alone, and why the rest is left. */
import type { Fact } from "../policy/facts.ts";
import type { FilePlan, Order, Outcome, TextEdit } from "./adapter.ts";

/** Edits that are made together or not at all, as far as a decision needs to know them. */
export interface Undecided {
  /** What is mended by it. */
  readonly facts: readonly Fact[];
  /** Why it is no automatic fix; absent where it is. */
  readonly doubt?: string | undefined;
}

/** How a language makes edits of its groups. */
export interface Drawn<Group extends Undecided> {
  /** Throws where the file with these edits does not parse. */
  prove(edits: readonly TextEdit[]): void;
  readonly orders: ReadonlyMap<Fact, Order>;
  /** The edits that make all of `groups`, each of which shares imports with the others. */
  edits(groups: readonly Group[]): readonly TextEdit[];
  /** What goes along with `groups` beyond their own facts: an import that they leave without users, a site in what goes. */
  alsoMended(groups: readonly Group[]): Iterable<Fact>;
}

const automatic: Outcome = { fix: "automatic" };

/** What is said of a change that breaks the file. */
export const unparsable = "the changed file would not parse";

/**
 * @param groups all that could be made
 * @param refused why a fact can't be mended, of those that no group mends
 */
export function decide<Group extends Undecided>(drawn: Drawn<Group>, groups: readonly Group[], refused: ReadonlyMap<Fact, string>): FilePlan {
  const chosen = parsing(drawn, groups.filter(({ doubt }) => doubt === undefined));
  const offered = new Set(parsing(drawn, groups.filter(({ doubt }) => doubt !== undefined)));
  const made = new Set(chosen);
  const outcomes = new Map<Fact, Outcome>();
  for (const [fact, reason] of refused) outcomes.set(fact, { fix: "none", reason });
  for (const group of groups) {
    const outcome = made.has(group) ? automatic : offer(drawn, group, offered.has(group));
    for (const fact of group.facts) outcomes.set(fact, outcome);
  }
  for (const fact of drawn.alsoMended(chosen)) outcomes.set(fact, automatic);
  for (const [fact, { action, replacement }] of drawn.orders) {
    if (outcomes.has(fact)) continue;
    const reason = action !== "keep" && "refused" in replacement ? replacement.refused : "";
    outcomes.set(fact, { fix: "none", reason: reason === "" && fact.kind === "import" ? "it stays until every use of it is changed" : reason });
  }
  return { edits: chosen.length > 0 ? drawn.edits(chosen) : [], outcomes };
}

function offer<Group extends Undecided>(drawn: Drawn<Group>, group: Group, doesParse: boolean): Outcome {
  if (group.doubt === undefined || !doesParse) return { fix: "none", reason: unparsable };
  return { fix: "suggestion", edits: drawn.edits([group]), reason: group.doubt };
}

/** The groups that together give a file that parses; where they don't, those that do so each on top of the others. */
function parsing<Group extends Undecided>(drawn: Drawn<Group>, groups: readonly Group[]): readonly Group[] {
  if (groups.length === 0 || parses(drawn, groups)) return groups;
  let good: readonly Group[] = [];
  for (const group of groups) if (parses(drawn, [...good, group])) good = [...good, group];
  return good;
}

/** Whether the file still parses with all of `groups` made. */
export function parses<Group extends Undecided>(drawn: Drawn<Group>, groups: readonly Group[]): boolean {
  try {
    drawn.prove(drawn.edits(groups));
    return true;
  } catch {
    return false;
  }
}
