/** Call shapes, read once: what `from` is to match and what `to` puts there. */
import type { RewriteText } from "../../adapter.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { checkRewrite } from "./check.ts";
import { type Hole, readNames } from "./placeholder.ts";
import { sameScalars } from "./same.ts";
import { readTemplate, type Template } from "./template.ts";
import { childrenOf } from "../tree/walk.ts";

/** A `from`. */
export interface Pattern {
  readonly template: Template;
  /** From the deprecated symbol outwards to the root. */
  readonly spine: readonly PyNode[];
  readonly holes: readonly Hole[];
  /** By its node, for the matcher. */
  readonly holeAt: ReadonlyMap<PyNode, Hole>;
  /** Other names that it shows; the code that it matches has them too. */
  readonly names: ReadonlySet<string>;
}

/** A `to`. */
export interface Output {
  readonly template: Template;
  readonly holes: readonly Hole[];
  /** Where the canonical symbol stands. */
  readonly canonical: readonly PyName[];
  /** Names that are neither placeholders nor the canonical symbol. */
  readonly others: readonly PyName[];
}

/** One call shape, ready to be matched. */
export interface CompiledRewrite {
  readonly pattern: Pattern;
  readonly output: Output;
  /** Another `from` of the entry goes on where this one ends. */
  readonly extended: boolean;
  /** What the manifest says of it. */
  readonly safe: boolean;
}

/** The names by which call shapes speak of the two symbols. */
export interface RewriteNames {
  readonly deprecated: string;
  readonly canonical: string;
}

/**
 * Reads call shapes. One that `checkRewrite` finds fault with is left out: the manifest's validation reports it, and a
 * shape that is understood by half must not change code.
 */
export function compileRewrites(rewrites: readonly RewriteText[], names: RewriteNames): readonly CompiledRewrite[] {
  const read = rewrites.flatMap(({ from, to, safe }) => {
    if (checkRewrite({ from, to }, names).length > 0) return [];
    const pattern = readPattern(from, names.deprecated);
    const output = readOutput(to, names.canonical);
    return pattern && output ? [{ pattern, output, safe }] : [];
  });
  return read.map((rewrite) => ({
    ...rewrite,
    extended: read.some(({ pattern }) => pattern !== rewrite.pattern && extend(rewrite.pattern, pattern)),
  }));
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

/** Whether `longer` holds, on its way out from the symbol, what `shorter` is, and goes on from there. */
function extend(shorter: Pattern, longer: Pattern): boolean {
  const inner = longer.spine[shorter.spine.length - 1];
  return longer.spine.length > shorter.spine.length && inner !== undefined && unify(shorter, shorter.template.root, longer, inner);
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
