/** Matches a `from` with code, node by node. */
import type { PyAwait, PyCall } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { childrenOf } from "../tree/walk.ts";
import type { Pattern } from "./compile.ts";
import { distribute, restOf } from "./lists.ts";
import type { Hole } from "./placeholder.ts";
import { isLeaf, sameScalars, sameTree } from "./same.ts";
import { isChained } from "./timing.ts";

/** The code that a placeholder stands for: one expression, or any number of arguments or items for `$$$name`. */
export interface Capture {
  readonly hole: Hole;
  readonly nodes: readonly PyNode[];
}

/** Where a variable stands for a part of the shape: its use, and what it was given. */
export interface Detour {
  readonly use: PyNode;
  readonly value: PyNode;
}

/** A `from` found in the code. */
export interface Match {
  /** The node to replace. */
  readonly root: PyNode;
  readonly captures: ReadonlyMap<string, Capture>;
  /** Every `await` that the code has inside the shape and `from` does not show. */
  readonly awaits: readonly PyAwait[];
  /** The calls of the code by those of the `from`. */
  readonly calls: ReadonlyMap<PyNode, PyCall>;
  readonly detour: Detour | undefined;
}

/** How far out from the anchor the code follows a `from`. */
export interface Climb {
  /** The node reached, an `await` around it included where the `from` goes on. */
  readonly node: PyNode;
  /** Its index in the spine. */
  readonly index: number;
}

/** Follows the spine outwards through the code, from where it was left. Holds up at the first difference. */
export function climb(pattern: Pattern, start: Climb): Climb {
  let { node, index } = start;
  for (;;) {
    const here = pattern.spine[index];
    const next = pattern.spine[index + 1];
    if (!here || !next) return { node, index };
    let inner = node;
    while (inner.parent?.type === "PyAwait" && next.type !== "PyAwait") inner = inner.parent;
    const outer = inner.parent;
    if (outer?.type !== next.type || isHead(outer, inner) !== isHead(next, here)) return { node: inner, index };
    node = outer;
    index++;
  }
}

/** Whether `child` is what its parent is made from: the callee, the object, the left side. */
function isHead(parent: PyNode, child: PyNode): boolean {
  return childrenOf(parent)[0] === child;
}

/** Matches a whole `from` at `root`, which was found by climbing from `anchor`. */
export function matchPattern(pattern: Pattern, anchor: PyNode, root: PyNode, detour: Detour | undefined, text: string): Match | undefined {
  const matcher = new Matcher(pattern, anchor, detour, text);
  if (isChained(root) || !matcher.node(pattern.template.root, root)) return undefined;
  const { captures, awaits, calls } = matcher;
  return { root, captures, awaits, calls, detour };
}

/** As deep as the pattern is, which a person wrote. */
class Matcher {
  readonly captures = new Map<string, Capture>();
  readonly awaits: PyAwait[] = [];
  readonly calls = new Map<PyNode, PyCall>();
  readonly #pattern: Pattern;
  readonly #anchor: PyNode;
  readonly #detour: Detour | undefined;
  readonly #text: string;
  readonly #spine: ReadonlySet<PyNode>;

  constructor(pattern: Pattern, anchor: PyNode, detour: Detour | undefined, text: string) {
    this.#pattern = pattern;
    this.#anchor = anchor;
    this.#detour = detour;
    this.#text = text;
    this.#spine = new Set(pattern.spine);
  }

  node(wanted: PyNode, found: PyNode): boolean {
    const hole = this.#pattern.holeAt.get(wanted);
    if (hole) return isWhole(found) && this.#capture(hole, [found]);
    const actual = this.#spine.has(wanted) ? this.#onSpine(wanted, found) : found;
    if (wanted === this.#pattern.spine[0]) return actual === this.#anchor;
    if (wanted.type !== actual.type || !sameScalars(wanted, this.#pattern.template.code, actual, this.#text)) return false;
    if (isLeaf(wanted)) return true;
    if (wanted.type === "PyCall" && actual.type === "PyCall") {
      this.calls.set(wanted, actual);
      return this.node(wanted.callee, actual.callee) && this.#items(wanted.arguments, actual.arguments);
    }
    return this.#items(childrenOf(wanted), childrenOf(actual));
  }

  /** Through the `await`s that the pattern does not show, and from a variable to what it was given. */
  #onSpine(wanted: PyNode, found: PyNode): PyNode {
    let actual = found;
    for (;;) {
      if (this.#detour && actual === this.#detour.use) actual = this.#detour.value;
      else if (actual.type === "PyAwait" && wanted.type !== "PyAwait") {
        this.awaits.push(actual);
        actual = actual.value;
      } else return actual;
    }
  }

  /** Items in their order, but for keyword arguments, which are told by their names. */
  #items(wanted: readonly PyNode[], found: readonly PyNode[]): boolean {
    const rest = wanted.find((item) => restOf(this.#pattern, item) !== undefined);
    const shares = distribute(wanted, rest, found);
    const hole = rest && restOf(this.#pattern, rest);
    if (!shares || (hole && !this.#capture(hole, shares.rest))) return false;
    return shares.pairs.every(([one, other]) => this.node(one, other));
  }

  #capture(hole: Hole, nodes: readonly PyNode[]): boolean {
    const known = this.captures.get(hole.name);
    if (!known) {
      this.captures.set(hole.name, { hole, nodes });
      return true;
    }
    if (known.nodes.length !== nodes.length) return false;
    return known.nodes.every((node, index) => sameTree(node, nodes[index] ?? node, this.#text));
  }
}

/** A `$name` is one expression: `*x` is any number, and a slice or a part of a chain is none. */
function isWhole(node: PyNode): boolean {
  return node.type !== "PyStarred" && node.type !== "PySlice" && !isChained(node);
}
