/** Whether an expression needs parentheses at a place. */
import type { PyNode } from "../tree/node.ts";
import { childrenOf } from "../tree/walk.ts";

const binary: Readonly<Record<string, number>> = {
  or: 3, and: 4, "|": 7, "^": 8, "&": 9, "<<": 10, ">>": 10, "+": 11, "-": 11, "*": 12, "/": 12, "//": 12, "%": 12, "@": 12, "**": 14,
};
const comparison = 6;
/** The levels that others ask for. */
export const level = { star: -2, yield: -1, walrus: 0, lambda: 1, conditional: 2, or: 3, not: 5, bitOr: 7, unary: 13, await: 15, primary: 16, atom: 17 };

/** How tightly a node holds together, by the language reference, 6.17 "Operator precedence". */
export function levelOf(node: PyNode): number {
  switch (node.type) {
    case "PyTuple":
      return node.hasParentheses ? level.atom : level.star;
    case "PyStarred":
    case "PySlice":
      return level.star;
    case "PyYield":
    case "PyYieldFrom":
      return level.yield;
    case "PyWalrus":
      return level.walrus;
    case "PyLambda":
      return level.lambda;
    case "PyConditional":
      return level.conditional;
    case "PyBinary":
      return binary[node.operator] ?? comparison;
    case "PyUnary":
      return node.operator === "not" ? level.not : level.unary;
    case "PyAwait":
      return level.await;
    case "PyCall":
    case "PyAttribute":
    case "PySubscript":
      return level.primary;
    default:
      return level.atom;
  }
}

/** A place for an expression: its parent, and the child that stands there now. */
export interface Slot {
  readonly parent: PyNode;
  readonly child: PyNode;
}

/** Whether `node`, put where `slot` is, must stand in parentheses. Of a generator that is another question. */
export function needsParentheses(node: PyNode, slot: Slot): boolean {
  return levelOf(node) < leastLevel(slot) || (node.type === "PyNumber" && slot.parent.type === "PyAttribute");
}

/** The level that an expression must have at a place to need no parentheses. */
export function leastLevel({ parent, child }: Slot): number {
  const isFirst = childrenOf(parent)[0] === child;
  switch (parent.type) {
    case "PyStatementLine":
    case "PyFunction":
    case "PyReturn":
    case "PyAnnotated":
    case "PyAssert":
    case "PyRaise":
    case "PyTuple":
    case "PyList":
    case "PySet":
    case "PyDictEntry":
    case "PyArgument":
    case "PyLambda":
    case "PyParameter":
    case "PyWalrus":
    case "PyFor":
    case "PyWithItem":
    case "PySlice":
    case "PyMatch":
    case "PyExcept":
    case "PyYield":
    case "PyYieldFrom":
    case "PyTypeAlias":
    case "PyTypeParameter":
      return level.lambda;
    case "PyAssignment":
    case "PyAugmentedAssignment":
      return level.yield;
    case "PyIf":
    case "PyWhile":
    case "PyCase":
    case "PyDecorator":
      return level.walrus;
    case "PyComprehension":
      return level.lambda;
    case "PyComprehensionFor":
    case "PyComprehensionIf":
      return level.or;
    // A lambda's colon would be that of the format.
    case "PyFormatString":
      return level.conditional;
    case "PyConditional":
      return parent.orelse === child ? level.lambda : level.or;
    case "PyStarred":
    case "PyDictUnpack":
      return level.bitOr;
    case "PyUnary":
      return levelOf(parent);
    case "PyBinary":
      return operandLevel(parent.operator, isFirst);
    case "PyAwait":
    case "PyCall":
    case "PyAttribute":
    case "PySubscript":
      return level.primary;
    default:
      // A place that is not foreseen: parentheses do no harm.
      return level.atom;
  }
}

/** All operators group from the left but `**`; comparisons make chains. */
function operandLevel(operator: string, isFirst: boolean): number {
  const own = binary[operator] ?? comparison;
  if (operator === "**") return isFirst ? own + 1 : level.unary;
  return isFirst && own !== comparison ? own : own + 1;
}
