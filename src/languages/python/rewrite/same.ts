/** Whether two pieces of code are the same but for spacing, comments, parentheses and quotes. */
import { stringValue } from "../read/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { childrenOf } from "../tree/walk.ts";
import { sigil } from "./template.ts";

/** Whether two nodes of one type say the same by themselves, whatever their children say. */
export function sameScalars(one: PyNode, oneText: string, other: PyNode, otherText: string): boolean {
  switch (one.type) {
    case "PyName":
    case "PyIdentifier":
      return one.type === other.type && one.name === other.name;
    case "PyConstant":
      return one.type === other.type && one.value === other.value;
    case "PyUnary":
      return one.type === other.type && one.operator === other.operator;
    case "PyBinary":
      return one.type === other.type && one.operator === other.operator;
    case "PyArgument":
      return one.type === other.type && one.star === other.star && (one.name === undefined) === (other.name === undefined);
    case "PyParameter":
      return one.type === other.type && one.star === other.star && (one.name === undefined) === (other.name === undefined) && (one.default === undefined) === (other.default === undefined);
    case "PyComprehensionFor":
      return one.type === other.type && one.isAsync === other.isAsync;
    case "PySlice":
      return one.type === other.type && holds(one.lower) === holds(other.lower) && holds(one.upper) === holds(other.upper);
    case "PyNumber":
      return one.type === other.type && textOf(one, oneText) === textOf(other, otherText);
    case "PyStrings": {
      if (one.type !== other.type) return false;
      const value = stringValue(one);
      if (value === undefined) return textOf(one, oneText) === textOf(other, otherText);
      return value.replaceAll(sigil, "$") === stringValue(other)?.replaceAll(sigil, "$");
    }
    default:
      return one.type === other.type;
  }
}

function holds(node: PyNode | undefined): boolean {
  return node !== undefined;
}

function textOf({ range }: PyNode, text: string): string {
  return text.slice(...range);
}

/** Whether nothing below a node has a say beside its own text: strings are compared as a whole. */
export function isLeaf(node: PyNode): boolean {
  return node.type === "PyStrings";
}

/** Whether two pieces of code of one text are the same. */
export function sameTree(one: PyNode, other: PyNode, text: string): boolean {
  const pending: (readonly [PyNode, PyNode])[] = [[one, other]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [left, right] = pair;
    if (!sameScalars(left, text, right, text)) return false;
    if (isLeaf(left)) continue;
    const [lefts, rights] = [childrenOf(left), childrenOf(right)];
    if (lefts.length !== rights.length) return false;
    for (const [index, child] of lefts.entries()) {
      const twin = rights[index];
      if (!twin) return false;
      pending.push([child, twin]);
    }
  }
  return true;
}
