/** Call shapes, read once: what `from` is to match and what `to` puts there. */
import type { RewriteText } from "../../adapter.ts";
import { compileShapes, type CompiledShape, type RewriteNames, type ShapeOutput, type ShapePattern } from "../../call-shape.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { checkRewrite } from "./check.ts";
import { type Hole, readNames } from "./placeholder.ts";
import { sameScalars } from "./same.ts";
import { readTemplate, type Template } from "./template.ts";
import { childrenOf } from "../tree/walk.ts";

/** A `from`. */
export type Pattern = ShapePattern<Template, PyNode, Hole>;

/** A `to`. */
export type Output = ShapeOutput<Template, PyName, Hole>;

/** One call shape, ready to be matched. */
export type CompiledRewrite = CompiledShape<Pattern, Output>;

/** Reads call shapes; one that `checkRewrite` finds fault with is left out. */
export function compileRewrites(rewrites: readonly RewriteText[], names: RewriteNames): readonly CompiledRewrite[] {
  return compileShapes<Pattern, Output>(rewrites, {
    read({ from, to }) {
      if (checkRewrite({ from, to }, names).length > 0) return undefined;
      const pattern = readPattern(from, names.deprecated);
      const output = readOutput(to, names.canonical);
      return pattern && output && { pattern, output };
    },
    unify: (shorter, longer, inner) => unify(shorter, shorter.template.root, longer, inner),
  });
}

function readPattern(text: string, deprecated: string): Pattern | undefined {
  const template = readTemplate(text);
  if (!template) return undefined;
  const { holes, free, symbol } = readNames(template, deprecated);
  const [start] = symbol;
  if (!start) return undefined;
  const spine: PyNode[] = [];
  for (let node: PyNode | null = start; node; node = node === template.root ? null : node.parent) spine.push(node);
  const names = new Set(free.map(({ name }) => name));
  return { template, spine, holes, holeAt: new Map(holes.map((hole) => [hole.node, hole])), names };
}

function readOutput(text: string, canonical: string): Output | undefined {
  const template = readTemplate(text);
  if (!template) return undefined;
  const { holes, free, symbol } = readNames(template, canonical);
  return { template, holes, canonical: symbol, others: free.filter((node) => !symbol.includes(node)) };
}

/** Whether some code could match both: a placeholder of either side takes anything. */
function unify(one: Pattern, left: PyNode, other: Pattern, right: PyNode): boolean {
  if (left === one.spine[0]) return right === other.spine[0];
  if (one.holeAt.has(left) || other.holeAt.has(right)) return true;
  if (left.type !== right.type || !sameScalars(left, one.template.code, right, other.template.code)) return false;
  const [lefts, rights] = [childrenOf(left), childrenOf(right)];
  // A list with any number of items; keywords in another order: it might be.
  const isOpen = left.type === "PyCall" || lefts.length !== rights.length;
  if (!isOpen) return lefts.every((child, index) => unify(one, child, other, rights[index] ?? child));
  const [first, second] = [lefts[0], rights[0]];
  if (left.type !== "PyCall" || !first || !second) return false;
  return unify(one, first, other, second) && mayTake(one, lefts.slice(1), rights.length - 1) && mayTake(other, rights.slice(1), lefts.length - 1);
}

function mayTake({ holeAt }: Pattern, items: readonly PyNode[], count: number): boolean {
  return items.length === count || items.some((item) => item.type === "PyArgument" && holeAt.get(item.value)?.rest === true);
}
