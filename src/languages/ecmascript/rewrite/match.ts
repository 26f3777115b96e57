/** Matches a `from` with code, node by node. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import type { Pattern } from "./compile.ts";
import type { Hole } from "./placeholder.ts";
import { contentKeys, held, heldText, heldTree, heldTrees, isTree } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** The code that a placeholder stands for: one node, or any number for `$$$name`. */
export interface Capture {
  readonly hole: Hole;
  readonly nodes: readonly Node[];
}

/** Where a variable stands for a part of the shape: its use, and what it was given. */
export interface Detour {
  readonly use: Node;
  readonly value: Node;
}

/** A `from` found in the code. */
export interface Match {
  /** The node to replace. */
  readonly root: Node;
  readonly captures: ReadonlyMap<string, Capture>;
  /** Every `await` that the code has inside the shape and `from` does not show. */
  readonly awaits: readonly TSESTree.AwaitExpression[];
  /** The calls of the code by those of the `from`. */
  readonly calls: ReadonlyMap<Tree, Node>;
  readonly detour: Detour | undefined;
}

/** How far out from the anchor the code follows a `from`. */
export interface Climb {
  /** The node reached, an `await` around it included where the `from` goes on. */
  readonly node: Node;
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
    const key = pattern.template.places.get(here)?.key ?? "";
    let inner = node;
    while (inner.parent?.type === Type.AwaitExpression && next.type !== "AwaitExpression") inner = inner.parent;
    const outer = inner.parent;
    if (outer?.type !== next.type || !heldTrees(outer, key).includes(inner)) return { node: inner, index };
    node = outer;
    index++;
  }
}

/** Matches a whole `from` at `root`, which was found by climbing from `anchor`. */
export function matchPattern(pattern: Pattern, anchor: Node, root: Node, detour: Detour | undefined): Match | undefined {
  const matcher = new Matcher(pattern, anchor, detour);
  if (!matcher.node(pattern.template.root, root)) return undefined;
  const { captures, awaits, calls } = matcher;
  return { root, captures, awaits, calls, detour };
}

class Matcher {
  readonly captures = new Map<string, Capture>();
  readonly awaits: TSESTree.AwaitExpression[] = [];
  readonly calls = new Map<Tree, Node>();
  readonly pattern: Pattern;
  readonly anchor: Node;
  readonly detour: Detour | undefined;
  readonly #spine: ReadonlySet<Tree>;

  constructor(pattern: Pattern, anchor: Node, detour: Detour | undefined) {
    this.pattern = pattern;
    this.anchor = anchor;
    this.detour = detour;
    this.#spine = new Set(pattern.spine);
  }

  node(wanted: Tree, found: Node): boolean {
    const hole = this.pattern.holeAt.get(wanted);
    if (hole) return isWhole(found) && this.#capture(hole, [found]);
    const actual = this.#spine.has(wanted) ? this.#onSpine(wanted, found) : found;
    if (wanted === this.pattern.spine[0]) return actual === this.anchor;
    if (wanted.type !== actual.type) return false;
    if (wanted.type === "Literal") return sameLiteral(wanted, actual);
    if (wanted.type === "CallExpression" || wanted.type === "NewExpression") this.calls.set(wanted, actual);
    const values = wanted.type === "ObjectExpression" ? pairedValues(wanted, actual) : undefined;
    if (values) return values.every(([one, other]) => this.node(one, other));
    const keys = new Set([...contentKeys(wanted), ...contentKeys(actual)]);
    for (const key of keys) {
      // `{ a: a }` is `{ a }`.
      if (key === "shorthand") continue;
      if (!this.#value(held(wanted, key), held(actual, key))) return false;
    }
    return true;
  }

  /** Through the `await`s that the pattern does not show, and from a variable to what it was given. */
  #onSpine(wanted: Tree, found: Node): Node {
    let actual = found;
    for (;;) {
      if (this.detour && actual === this.detour.use) actual = this.detour.value;
      else if (actual.type === Type.AwaitExpression && wanted.type !== "AwaitExpression") {
        this.awaits.push(actual);
        actual = actual.argument;
      } else return actual;
    }
  }

  #value(wanted: unknown, found: unknown): boolean {
    if (Array.isArray(wanted) && Array.isArray(found)) return this.#list(wanted, found);
    if (isTree(wanted)) return isNode(found) && this.node(wanted, found);
    return sameValue(wanted, found);
  }

  /** A list with at most one `$$$name`, which takes what the others leave. */
  #list(wanted: readonly unknown[], found: readonly unknown[]): boolean {
    const at = wanted.findIndex((item) => isTree(item) && this.pattern.holeAt.get(item)?.rest === true);
    if (at < 0) return wanted.length === found.length && wanted.every((item, index) => this.#value(item, found[index]));
    const behind = wanted.length - at - 1;
    const rest = found.slice(at, found.length - behind);
    const restHole = wanted[at];
    const hole = isTree(restHole) ? this.pattern.holeAt.get(restHole) : undefined;
    if (!hole || found.length < at + behind || !rest.every(isNode)) return false;
    return (
      wanted.slice(0, at).every((item, index) => this.#value(item, found[index])) &&
      this.#capture(hole, rest) &&
      wanted.slice(at + 1).every((item, index) => this.#value(item, found[found.length - behind + index]))
    );
  }

  #capture(hole: Hole, nodes: readonly Node[]): boolean {
    const known = this.captures.get(hole.name);
    if (!known) {
      this.captures.set(hole.name, { hole, nodes });
      return true;
    }
    return known.nodes.length === nodes.length && known.nodes.every((node, index) => sameTree(node, nodes[index]));
  }
}

/** The values of two objects of the same keys, in whatever order they are written; `undefined` where keys alone do not tell. */
function pairedValues(wanted: Tree, found: Node): readonly (readonly [Tree, Node])[] | undefined {
  const [values, others] = [valuesByKey(wanted), valuesByKey(found)];
  if (!values || values.size !== others?.size) return undefined;
  const pairs = Array.from(values, ([key, value]) => [value, others.get(key)] as const);
  return pairs.every((pair): pair is readonly [Tree, Node] => isNode(pair[1])) ? pairs : undefined;
}

/** What an object has under each key, where it is made of `key: value` alone. */
function valuesByKey(object: Tree): ReadonlyMap<string, Tree> | undefined {
  const values = new Map<string, Tree>();
  for (const property of heldTrees(object, "properties")) {
    const [key, value] = [heldTree(property, "key"), heldTree(property, "value")];
    const name = key?.type === "Identifier" ? heldText(key, "name") : key && heldText(key, "value");
    const isPlain = property.type === "Property" && held(property, "kind") === "init" && held(property, "method") !== true && held(property, "computed") !== true;
    // Of two under one key the last one counts; and `__proto__` is no key.
    if (!isPlain || name === undefined || !value || name === "__proto__" || values.has(name)) return undefined;
    values.set(name, value);
  }
  return values;
}

/** A `$name` is one expression (or type): a spread is any number, and a pattern is none. */
function isWhole(node: Node): boolean {
  return node.type !== Type.SpreadElement && node.type !== Type.RestElement && node.type !== Type.AssignmentPattern;
}

/** Whether two pieces of code are the same but for spacing, comments and quotes. */
export function sameTree(one: Tree | undefined, other: Tree | undefined): boolean {
  if (!one || !other || one.type !== other.type) return one === other;
  if (one.type === "Literal") return sameLiteral(one, other);
  const keys = new Set([...contentKeys(one), ...contentKeys(other)]);
  return [...keys].every((key) => key === "shorthand" || sameContent(held(one, key), held(other, key)));
}

function sameContent(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameContent(item, other[index]));
  if (isTree(one)) return isTree(other) && sameTree(one, other);
  return sameValue(one, other);
}

function sameLiteral(one: Tree, other: Tree): boolean {
  for (const key of ["regex", "bigint"])
    if (held(one, key) || held(other, key)) return sameValue(held(one, key), held(other, key));
  return Object.is(held(one, "value"), held(other, "value"));
}

/** Parsers differ in how they write "nothing": left out, `null`, `false` or an empty list. */
function sameValue(one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (typeof one === "object" && typeof other === "object" && one !== null && other !== null) {
    const left = new Map<string, unknown>(Object.entries(one));
    const right = new Map<string, unknown>(Object.entries(other));
    return [...new Set([...left.keys(), ...right.keys()])].every((key) => sameContent(left.get(key), right.get(key)));
  }
  return Object.is(one, other);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function isNode(value: unknown): value is Node {
  return isTree(value);
}
