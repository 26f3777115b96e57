/** Which parameters a function of plain JavaScript can do without: what its JSDoc says, and what its body looks into. */
import type { Comment, Node } from "oxc-parser";
import { nodesOf } from "./commonjs-values.ts";
import type { Leniency } from "./signature.ts";

/**
 * JavaScript lets every argument go. But a function that uses a parameter without a look whether it is there wants it.
 *
 * @param body of the function
 * @param doc the JSDoc comment before it, if any
 * @returns `undefined` where the JSDoc gives the function another type than its parameter list shows
 */
export function leniencyOf(body: Node, doc: string | undefined): Leniency | undefined {
  if (doc !== undefined && /@(?:overload|type|callback)\b/.test(doc)) return undefined;
  const omitted = new Set<string>();
  for (const match of doc?.matchAll(/@(?:param|arg|argument)\s+(?:\{([^}]*)\}\s*)?(\[?)\s*([\w$]+)/g) ?? []) {
    const [, type = "", bracket, name = ""] = match;
    if (bracket === "[" || /=\s*$|\bundefined\b|^\s*(?:\*|any|unknown)\s*$/.test(type)) omitted.add(name);
  }
  let takesMore = /@(?:param|arg|argument)\s+\{\s*\.\.\./.test(doc ?? "");
  for (const [node] of nodesOf(body)) {
    if (node.type === "Identifier" && node.name === "arguments") takesMore = true;
    for (const tested of testedIn(node)) if (tested?.type === "Identifier") omitted.add(tested.name);
  }
  // Who reads `arguments` may count them too.
  return { takesMore, mayOmit: (name) => takesMore || omitted.has(name) };
}

/** The parts of a node that it can bear to be `undefined`. */
function testedIn(node: Node): readonly (Node | null)[] {
  switch (node.type) {
    case "AssignmentExpression":
    case "LogicalExpression":
      return [node.left];
    case "UnaryExpression":
    case "SpreadElement":
      return [node.argument];
    case "BinaryExpression":
      return [node.left, node.right];
    case "IfStatement":
    case "ConditionalExpression":
      return [node.test];
    case "MemberExpression":
      return node.optional ? [node.object] : [];
    case "CallExpression":
      return node.optional ? [node.callee] : [];
    default:
      return [];
  }
}

/** The JSDoc comment that ends just before `start`. */
export function docBefore(text: string, comments: readonly Comment[], start: number): string | undefined {
  const before = comments.findLast(({ end }) => end <= start);
  const isDoc = before?.type === "Block" && before.value.startsWith("*") && text.slice(before.end, start).trim() === "";
  return isDoc ? before.value : undefined;
}
