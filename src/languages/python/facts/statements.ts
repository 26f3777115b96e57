/** Which statement something stands in. */
import type { PyNode } from "../tree/node.ts";

/** The statement of a block that holds `node`: a line of simple statements counts as one. */
export function blockStatement(node: PyNode): PyNode {
  return within(node, new Set(["PyModule", "PySuite"]));
}

/** The statement that holds `node` itself: one of several on a line. */
export function statementOf(node: PyNode): PyNode {
  return within(node, new Set(["PyModule", "PySuite", "PyStatementLine"]));
}

function within(node: PyNode, blocks: ReadonlySet<string>): PyNode {
  let inner = node;
  while (inner.parent && !blocks.has(inner.parent.type)) inner = inner.parent;
  return inner;
}
