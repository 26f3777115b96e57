/** Scopes, functions and loops around a place in the code. */
import type { Scope, Scopes, Variable } from "../scopes/scope.ts";
import { OpenScope } from "../scopes/scope.ts";
import { variableOf } from "../scopes/resolve.ts";
import type { PyNode } from "../tree/node.ts";
import { isCollected } from "./ranges.ts";

/** A node, and the child of it by which a place lies in it. */
export interface Step {
  readonly owner: PyNode;
  readonly child: PyNode;
}

/** Everything around `node`, the innermost first. */
export function* around(node: PyNode): Iterable<Step> {
  let child = node;
  for (let owner = node.parent; owner; owner = owner.parent) {
    yield { owner, child };
    child = owner;
  }
}

/** Whether what stands in `child` of `owner` runs in the scope that `owner` makes: a body, not a default or decorator. */
export function isOwnScope({ owner, child }: Step): boolean {
  switch (owner.type) {
    case "PyFunction":
    case "PyLambda":
    case "PyClass":
      return child === owner.body;
    case "PyComprehension":
      // The first iterable is computed outside; its target is bound within, but nothing is replaced there.
      return child !== owner.clauses[0];
    case "PyModule":
      return true;
    default:
      return false;
  }
}

/** What makes the scopes around `node`, the innermost first. */
export function* ownersAround(node: PyNode): Iterable<PyNode> {
  for (const step of around(node)) if (isOwnScope(step)) yield step.owner;
}

/** The scope in which `node` stands. */
export function scopeAt(scopes: Scopes, node: PyNode): Scope {
  for (const owner of ownersAround(node)) {
    const scope = scopes.of(owner);
    if (scope) return scope;
  }
  return scopes.module;
}

/** What `name` means in `scope`. */
export function variableIn(scope: Scope, name: string): Variable | undefined {
  return scope instanceof OpenScope ? variableOf(scope, scope.mangled(name)) : undefined;
}

/** What `name` would mean where `node` stands. */
export function variableAt(scopes: Scopes, node: PyNode, name: string): Variable | undefined {
  return variableIn(scopeAt(scopes, node), name);
}

/** Whether an `await` may be written where `node` stands, without making another thing of what is around it. */
export function allowsAwait(node: PyNode): boolean {
  const [inner, outer] = ownersAround(node);
  // A generator would become an asynchronous one; a list within another comprehension could be none before Python 3.11.
  const owner = inner?.type === "PyComprehension" && isCollected(inner) ? outer : inner;
  return owner?.type === "PyFunction" && owner.isAsync;
}
