/** Places where a node is an expression that is read, so that another one can take its place. */
import type { PyNode } from "../tree/node.ts";

/** Why nothing can take the place of `node`; `undefined` where an expression can. */
export function refusalOfPlace(node: PyNode): string | undefined {
  let child = node;
  for (let { parent } = node; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case "PyTuple":
      case "PyList":
      case "PyStarred":
        continue;
      case "PyDelete":
        return "it is deleted";
      case "PyAssignment":
        return parent.value === child ? undefined : "something is assigned to it";
      case "PyAugmentedAssignment":
      case "PyAnnotated":
      case "PyFor":
      case "PyComprehensionFor":
      case "PyWithItem":
      case "PyWalrus":
        return parent.target === child ? "something is assigned to it" : undefined;
      case "PyPatternClass":
      case "PyPatternValue":
      case "PyPatternLiteral":
        return "it stands in a pattern";
      default:
        return undefined;
    }
  }
  return undefined;
}
