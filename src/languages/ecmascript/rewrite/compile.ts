/** Call shapes, read once: what `from` is to match and what `to` puts there. */
import type { RewriteText } from "../../adapter.ts";
import { compileShapes, type CompiledShape, type RewriteNames, type ShapeOutput, type ShapePattern } from "../../call-shape.ts";
import { functionsAround, readNames } from "./placeholder.ts";
import type { FreeName, Hole } from "./placeholder.ts";
import { readTemplate } from "./template.ts";
import type { Template, TemplateNode } from "./template.ts";
import { held } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** A `from`. */
export type Pattern = ShapePattern<Template, TemplateNode, Hole>;

/** A `to`. */
export type Output = ShapeOutput<Template, TemplateNode, Hole, FreeName>;

/** One call shape, ready to be matched. */
export type CompiledRewrite = CompiledShape<Pattern, Output>;

/** Reads call shapes; one with a fault is left out. */
export function compileRewrites(rewrites: readonly RewriteText[], names: RewriteNames): readonly CompiledRewrite[] {
  return compileShapes<Pattern, Output>(rewrites, {
    read({ from, to }) {
      const pattern = readPattern(from, names.deprecated);
      const output = readOutput(to, names.canonical);
      return pattern && output && { pattern, output };
    },
    unify: (shorter, longer, inner) => unify(shorter, shorter.template.root, longer, inner),
  });
}

/** Reads a `from`; `undefined` where it is no expression or does not hold the symbol exactly once. */
function readPattern(text: string, deprecated: string): Pattern | undefined {
  const template = readTemplate(text);
  if (!template) return undefined;
  const { holes, free, symbol } = readNames(template, deprecated);
  const [start, second] = symbol;
  if (!start || second) return undefined;
  const spine = [start];
  for (let place = template.places.get(start); place; place = template.places.get(place.parent)) spine.push(place.parent);
  return {
    template,
    spine,
    holes,
    holeAt: new Map(holes.map((hole) => [hole.node, hole])),
    names: new Set(free.map(({ name }) => name)),
  };
}

/** Reads a `to`; `undefined` where it is no expression or does not hold the canonical symbol. */
function readOutput(text: string, canonical: string): Output | undefined {
  const template = readTemplate(text);
  if (!template) return undefined;
  const { holes, free, symbol } = readNames(template, canonical);
  if (symbol.length === 0) return undefined;
  return { template, holes, canonical: symbol, others: free.filter(({ node }) => !symbol.includes(node)) };
}

/** Whether some code could match both: a placeholder of either side takes anything. */
function unify(one: Pattern, left: unknown, other: Pattern, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    const items: readonly unknown[] = [...(left as unknown[]), ...(right as unknown[])];
    const rest = items.some((item) => isRest(one, item) || isRest(other, item));
    return rest || (left.length === right.length && left.every((item, index) => unify(one, item, other, right[index])));
  }
  if (!isNode(left) || !isNode(right)) return (left ?? false) === (right ?? false);
  if (left === one.spine[0]) return right === other.spine[0];
  if (one.holeAt.has(left) || other.holeAt.has(right)) return true;
  if (left.type !== right.type) return false;
  const skip = new Set(["start", "end", "raw", "type"]);
  return Object.keys(left).every((key) => skip.has(key) || unify(one, held(left, key), other, held(right, key)));
}

function isRest(pattern: Pattern, item: unknown): boolean {
  return isNode(item) && pattern.holeAt.get(item)?.rest === true;
}

function isNode(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value;
}

/** How often, and when, the code at a place of a manifest text is evaluated. */
export interface Timing {
  /** Not always: in a branch, behind `&&`, `??` or `?.`, as a default. */
  readonly conditional: boolean;
  /** Functions of the text around it, the innermost first: evaluated when they are called. */
  readonly functions: readonly Tree[];
}

const branches: Readonly<Record<string, readonly string[]>> = {
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["right"],
  AssignmentPattern: ["right"],
};

/** When the code at `node` is evaluated. */
export function timing(template: Template, node: Tree): Timing {
  let conditional = false;
  for (let place = template.places.get(node); place; place = template.places.get(place.parent)) {
    const { parent, key } = place;
    if (branches[parent.type]?.includes(key)) conditional = true;
    // Behind `?.` nothing of the chain but its first object is sure to be evaluated.
    if (parent.type === "ChainExpression" && !leads(parent, node)) conditional = true;
  }
  return { conditional, functions: functionsAround(template, node) };
}

function leads(chain: TemplateNode, node: Tree): boolean {
  return "start" in node && node.start === chain.start;
}
