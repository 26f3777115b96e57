/** When, how often and in which order the parts of an expression are evaluated. */
import type { PyNode } from "../tree/node.ts";
import { childrenOf, pushReversed } from "../tree/walk.ts";
import { keywordOf } from "./lists.ts";

/** How often, and when, the code at a place of a manifest text is evaluated. */
export interface Timing {
  /** Not always: in a branch, behind `and` or `or`, in a chain of comparisons. */
  readonly conditional: boolean;
  /** In a lambda or comprehension of the text: evaluated when that runs, however often. */
  readonly delayed: boolean;
}

/** When the code at `node` is evaluated, as seen from `root` around it. */
export function timing(root: PyNode, node: PyNode): Timing {
  let [conditional, delayed] = [false, false];
  let child = node;
  for (let parent = node.parent; parent && child !== root; child = parent, parent = parent.parent) {
    if (parent.type === "PyConditional" && child !== parent.test) conditional = true;
    if (parent.type === "PyBinary" && child === parent.right && (parent.operator === "and" || parent.operator === "or" || isChained(parent))) conditional = true;
    if (parent.type === "PyLambda" && child === parent.body) delayed = true;
    if (parent.type === "PyComprehension" && child !== parent.clauses[0]) delayed = true;
  }
  return { conditional, delayed };
}

const comparisons = new Set(["<", ">", "<=", ">=", "==", "!=", "<>", "is", "is not", "in", "not in"]);

/**
 * Whether a node is the later part of a chain of comparisons. `b < c` of `a < b < c` is no expression of its own, and is
 * made only where `a < b` holds.
 */
export function isChained(node: PyNode): boolean {
  const { parent } = node;
  return node.type === "PyBinary" && !node.parenthesized && comparisons.has(node.operator) && parent?.type === "PyBinary" && comparisons.has(parent.operator);
}

/** A number for each node of an expression: what is evaluated first has the smaller one. */
export function evaluationOrder(root: PyNode): ReadonlyMap<PyNode, number> {
  const order = new Map<PyNode, number>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    order.set(node, order.size);
    pushReversed(pending, evaluated(node));
  }
  return order;
}

/** A node's children as they are evaluated. */
function evaluated(node: PyNode): readonly PyNode[] {
  switch (node.type) {
    case "PyConditional":
      return [node.test, node.body, node.orelse];
    case "PyComprehension":
      return [...node.clauses, node.element];
    case "PyCall":
      // `*x` behind a keyword argument comes before it.
      return [node.callee, ...node.arguments.filter((each) => keywordOf(each) === undefined), ...node.arguments.filter((each) => keywordOf(each) !== undefined)];
    default:
      return childrenOf(node);
  }
}
