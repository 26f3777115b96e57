/** Which statement something stands in. */
import type { PyNode } from "../tree/node.ts";

/** The statement of a block that holds `node`: a line of simple statements counts as one. */
export function blockStatement(node: PyNode): PyNode | undefined {
  let inner: PyNode | null = node;
  while (inner?.parent && inner.parent.type !== "PyModule" && inner.parent.type !== "PySuite") inner = inner.parent;
  return inner?.parent ? inner : undefined;
}

/** The statement that holds `node` itself: one of several on a line. */
export function statementOf(node: PyNode): PyNode | undefined {
  let inner: PyNode | null = node;
  while (inner?.parent && inner.parent.type !== "PyModule" && inner.parent.type !== "PySuite" && inner.parent.type !== "PyStatementLine") inner = inner.parent;
  return inner?.parent ? inner : undefined;
}
