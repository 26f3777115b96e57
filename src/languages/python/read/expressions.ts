/** Small questions to expressions. */
import type { PyAttribute, PyCall, PyExpression, PyName, PyStrings } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";

/** The value of a text that is written out; `undefined` for bytes, for f-strings, and for everything else. */
export function textOf(node: PyExpression): string | undefined {
  return node.type === "PyStrings" ? stringValue(node) : undefined;
}

/** The value of strings side by side; `undefined` where one of them is bytes or an f-string. */
export function stringValue({ parts }: PyStrings): string | undefined {
  let value = "";
  for (const part of parts) {
    if (part.type !== "PyString" || part.isBytes) return undefined;
    value += part.value;
  }
  return value;
}

/** The name that is called, where it is a bare one. */
export function calleeName({ callee }: PyCall): string | undefined {
  return callee.type === "PyName" ? callee.name : undefined;
}

/** `a.b.c` → its first name and the attributes behind it; `undefined` where it begins with anything else. */
export interface DottedName {
  readonly root: PyName;
  /** From left to right: `a.b`, `a.b.c`. */
  readonly attributes: readonly PyAttribute[];
}

/** Reads a dotted expression. */
export function dottedName(node: PyExpression): DottedName | undefined {
  const attributes: PyAttribute[] = [];
  let left = node;
  while (left.type === "PyAttribute") {
    attributes.push(left);
    left = left.object;
  }
  return left.type === "PyName" ? { root: left, attributes: attributes.reverse() } : undefined;
}

/** The attributes that are taken of a name: of `a` in `a.b.c()`, `a.b` and `a.b.c`. */
export function attributesOf(name: PyName): readonly PyAttribute[] {
  const attributes: PyAttribute[] = [];
  let node = name.parent;
  let inner: object = name;
  while (node?.type === "PyAttribute" && node.object === inner) {
    attributes.push(node);
    inner = node;
    node = node.parent;
  }
  return attributes;
}

/** Whether an expression is assigned, deleted, or a loop's or a `with`'s target. */
export function isTarget(node: PyNode): boolean {
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.type) {
      case "PyTuple":
      case "PyList":
      case "PyStarred":
        continue;
      case "PyAssignment":
        return inner !== outer.value;
      case "PyAnnotated":
      case "PyAugmentedAssignment":
      case "PyFor":
      case "PyWithItem":
      case "PyComprehensionFor":
        return inner === outer.target;
      case "PyDelete":
        return true;
      default:
        return false;
    }
  }
  return false;
}
