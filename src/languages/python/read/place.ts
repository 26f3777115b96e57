/** Where a statement stands: what runs it, and when. */
import type { PyExpression, PyLambda } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import type { PyClass, PyFunction, PyIf, PySuite, PyTry } from "../tree/statements.ts";

/** The surroundings of a node, innermost first. */
export interface Place {
  /** The block that holds it. */
  readonly block: PyModule | PySuite;
  /** What makes the scope in which it runs. */
  readonly owner: PyModule | PyFunction | PyClass | PyLambda;
  /** The `try` statements around it, in the same scope, with the part of each in which it stands. */
  readonly tries: readonly { readonly node: PyTry; readonly part: "body" | "handler" | "orelse" | "finalbody" }[];
  /** It is only for type checkers: `if TYPE_CHECKING:` is around it. */
  readonly typeChecking: boolean;
}

/** Finds out by walking up. */
export function placeOf(node: PyNode): Place {
  let block: Place["block"] | undefined;
  let owner: Place["owner"] | undefined;
  const tries: { node: PyTry; part: Place["tries"][number]["part"] }[] = [];
  let typeChecking = false;
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === "PyModule" || outer.type === "PySuite") block ??= outer;
    if (outer.type === "PyTry" && !owner) tries.push({ node: outer, part: partOf(outer, inner) });
    if (outer.type === "PyIf" && isForTypeCheckers(outer, inner)) typeChecking = true;
    if (outer.type === "PyModule" || outer.type === "PyFunction" || outer.type === "PyClass" || outer.type === "PyLambda") owner ??= outer;
    if (outer.type === "PyModule") return { block: block ?? outer, owner: owner ?? outer, tries, typeChecking };
  }
  throw new TypeError(`A ${node.type} is outside of every module.`);
}

/** Whether a statement runs when a function is called, and not as its module loads. */
export function isInFunction(node: PyNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (outer.type === "PyFunction" || outer.type === "PyLambda") return true;
  return false;
}

/** Whether `first` has run whenever `second` runs: in the same block before it, or in a body around it. */
export function runsBefore(first: PyNode, second: PyNode): boolean {
  if (first === second || first.range[0] > second.range[0]) return false;
  const [there, here] = [placeOf(first), placeOf(second)];
  if (there.block === here.block) return true;
  const isBody = there.block.type === "PyModule" || there.block.parent?.type === "PyFunction";
  if (!isBody) return false;
  for (let node: PyNode | null = second; node; node = node.parent) if (node === there.block) return true;
  return false;
}

function partOf(node: PyTry, inner: PyNode): Place["tries"][number]["part"] {
  if (inner === node.body) return "body";
  if (inner === node.orelse) return "orelse";
  return inner === node.finalbody ? "finalbody" : "handler";
}

/** In the body of `if TYPE_CHECKING`, or in what follows `if not TYPE_CHECKING`. */
function isForTypeCheckers({ test, body, orelse }: PyIf, inner: PyNode): boolean {
  if (isTypeChecking(test)) return inner === body;
  return test.type === "PyUnary" && test.operator === "not" && isTypeChecking(test.operand) && inner === orelse;
}

/** By its name alone, as type checkers do. */
function isTypeChecking(test: PyExpression): boolean {
  if (test.type === "PyAttribute") return test.attribute.name === "TYPE_CHECKING";
  return test.type === "PyName" && test.name === "TYPE_CHECKING";
}
