/** Code that was given to a variable's call and now stands where the variable was used. */
import { variableAt } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import type { Match } from "./match.ts";
import type { Objection } from "./order.ts";
import { examine } from "./purity.ts";
import { around, isFunctionNode, thisOwner } from "./scopes.ts";
import type { VariableForm } from "./variable.ts";

/** Everything that speaks against moving captured code from the declaration to a use of the variable. */
export function objectionsToJourney(source: Source, match: Match, { declarator, uses }: VariableForm): Objection[] {
  const found: Objection[] = [];
  for (const { hole, nodes } of match.captures.values()) {
    const [first] = nodes;
    if (!first || !isIn(first, declarator)) continue;
    const { effects, reads, fresh, suspends, contextual, names } = examine(source, nodes);
    const label = `$${hole.name}`;
    if (suspends || (contextual && thisOwner(first)?.owner !== thisOwner(match.root)?.owner))
      found.push({ grave: true, reason: `${label} would mean something else where the variable is used` });
    for (const name of names)
      if (variableAt(source, first, name) !== variableAt(source, match.root, name))
        found.push({ grave: true, reason: `${name} is another variable where the value is used` });
    if (effects || reads) found.push({ grave: false, reason: `${label} may have changed where the value is used` });
    if (fresh && (uses.length > 1 || isRepeated(match.root, declarator)))
      found.push({ grave: false, reason: `${label} would be made anew at each use` });
  }
  return found;
}

function isIn(node: Node, outer: Node): boolean {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}

/** Whether `site` may run more often than the declaration: in a loop or function that the declaration is not in. */
function isRepeated(site: Node, declarator: Node): boolean {
  for (const { owner } of around(site)) {
    if (isIn(declarator, owner)) return false;
    if (isFunctionNode(owner) || /^(?:For|While|DoWhile)/.test(owner.type)) return true;
  }
  return false;
}
