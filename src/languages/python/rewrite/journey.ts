/** Code that was given to a variable's call and now stands where the variable was used; and the variable's own place. */
import type { Scopes } from "../scopes/scope.ts";
import { textOf } from "../read/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { isAssignedAt } from "./assigned.ts";
import type { Match } from "./match.ts";
import type { Objection } from "./order.ts";
import { examine, isKeptByLoop } from "./purity.ts";
import { within } from "./ranges.ts";
import { around, isOwnScope, variableAt } from "./surroundings.ts";
import type { VariableForm } from "./variable.ts";

/** Everything that speaks against moving captured code from the declaration to a use of the variable. */
export function objectionsToJourney(scopes: Scopes, match: Match, { declaration, variable, uses }: VariableForm): readonly Objection[] {
  const found: Objection[] = [];
  if (variable.scope.kind === "module" && !isOfMain(declaration)) found.push(slight(`other modules may take ${variable.name} from this one`));
  if (!isAssignedAt(variable, match.root)) found.push(slight(`${variable.name} may not be assigned where it is used`));
  const guard = guardAround(declaration);
  if (guard && !within(match.root.range, guard.range)) found.push(slight(`${variable.name} is assigned under a try or with, and used outside of it`));
  for (const { hole, nodes } of match.captures.values()) {
    const [first] = nodes;
    if (!first || !within(first.range, declaration.range)) continue;
    const { effects, reads, fresh, suspends, binds, contextual, names } = examine(scopes, nodes, (each) => isKeptByLoop(each, declaration, match.root));
    const label = `$${hole.name}`;
    if (suspends || binds || contextual) found.push({ grave: true, reason: `${label} would mean something else where the variable is used` });
    for (const [name, meant] of names)
      if (meant !== variableAt(scopes, match.root, name)) found.push({ grave: true, reason: `${name} is another variable where the value is used` });
    if (effects || reads) found.push(slight(`${label} may have changed where the value is used`));
    if (fresh && (uses.length > 1 || isRepeated(match.root, declaration))) found.push(slight(`${label} would be made anew at each use`));
  }
  return found;
}

/** `if __name__ == "__main__":` does not run where the file is imported. */
function isOfMain(declaration: PyNode): boolean {
  for (const { owner, child } of around(declaration)) {
    if (owner.type !== "PyIf" || child !== owner.body || owner.test.type !== "PyBinary" || owner.test.operator !== "==") continue;
    const { left, right } = owner.test;
    if (left.type === "PyName" && left.name === "__name__" && right.type === "PyStrings" && textOf(right) === "__main__") return true;
  }
  return false;
}

/** The innermost `try` or `with` around the declaration, in its own function. */
function guardAround(declaration: PyNode): PyNode | undefined {
  for (const step of around(declaration)) {
    if (isOwnScope(step)) return undefined;
    if (step.owner.type === "PyTry") return step.child;
    if (step.owner.type === "PyWith") return step.owner;
  }
  return undefined;
}

/** Whether `site` may run more often than the declaration: in a loop or function that the declaration is not in. */
function isRepeated(site: PyNode, declaration: PyNode): boolean {
  for (const step of around(site)) {
    const { owner } = step;
    if (within(declaration.range, owner.range)) return false;
    if (["PyFor", "PyWhile", "PyFunction", "PyLambda", "PyComprehension"].includes(owner.type)) return true;
  }
  return false;
}

function slight(reason: string): Objection {
  return { grave: false, reason };
}
