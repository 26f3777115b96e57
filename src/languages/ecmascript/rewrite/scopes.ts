/** Functions and `this` around a place in the code. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";

/** Something whose body runs when it is called, and the child of it by which a place lies in it. */
export interface Boundary {
  readonly owner: Node;
  /** The child that holds the place: a parameter, the body, the key … */
  readonly child: Node;
}

type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Whether `node` is a function with code. */
export function isFunctionNode(node: Node): node is FunctionNode {
  return (
    node.type === Type.FunctionDeclaration ||
    node.type === Type.FunctionExpression ||
    node.type === Type.ArrowFunctionExpression
  );
}

/** Everything around `node`, the innermost first, each with the child that leads to `node`. */
export function* around(node: Node): Iterable<Boundary> {
  let child = node;
  for (let owner = node.parent; owner; owner = owner.parent) {
    yield { owner, child };
    child = owner;
  }
}

/** Whether an `await` may stand where `site` stands. */
export function allowsAwait(source: Source, site: Node): boolean {
  for (const { owner, child } of around(site)) {
    if (isFunctionNode(owner)) {
      if (child === owner.body) return owner.async;
      // A parameter's default belongs to no body; in one of an arrow function inside an async one it is refused too.
      return false;
    }
    if (owner.type === Type.StaticBlock || owner.type === Type.TSModuleBlock) return false;
    if (isField(owner) && child === owner.value) return false;
    if (owner.type === Type.Decorator) return false;
    if (owner.type === Type.Program) return source.ast.sourceType === "module";
  }
  return false;
}

/** Whether a `yield` may stand where `site` stands. */
export function allowsYield(site: Node): boolean {
  for (const { owner, child } of around(site)) {
    if (isFunctionNode(owner)) return owner.generator && child === owner.body;
    if (owner.type === Type.StaticBlock || (isField(owner) && child === owner.value)) return false;
  }
  return false;
}

/** Whether `node` is a field of a class. */
function isField(node: Node): node is TSESTree.PropertyDefinition | TSESTree.AccessorProperty {
  return node.type === Type.PropertyDefinition || node.type === Type.AccessorProperty;
}

/** What gives `this` its meaning at `node`: a function that is no arrow, a field, a static block, or the file. */
export function thisOwner(node: Node): Boundary | undefined {
  for (const step of around(node)) {
    const { owner, child } = step;
    if (isFunctionNode(owner) && owner.type !== Type.ArrowFunctionExpression) return step;
    if (owner.type === Type.StaticBlock || (isField(owner) && child === owner.value) || owner.type === Type.Program) return step;
    if (owner.type === Type.Decorator || owner.type === Type.TSModuleBlock) return step;
  }
  return undefined;
}
