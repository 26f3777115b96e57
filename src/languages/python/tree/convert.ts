/** Pyright's tree → ours. Without recursion: a sum of 50,000 terms is a tree 50,000 deep. */
import type { Lines } from "../lines.ts";
import type { RawNode } from "../python-parser.cjs";
import type { PyModule, PyNodeType, PyRange } from "./node.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { shapes } from "./shapes.ts";
import { isRaw } from "./values.ts";

/**
 * A node while it is filled; what it holds by then is what shapes.ts says of its type. Ranges and places are made when
 * they are asked for: most nodes are never asked.
 */
class TreeNode {
  readonly type: PyNodeType;
  readonly parent: TreeNode | null;
  readonly start: number;
  readonly end: number;
  readonly parenthesized: PyRange | undefined;
  [key: string]: unknown;

  constructor(type: PyNodeType, raw: RawNode, parent: TreeNode | null) {
    const { start, length, own } = raw;
    this.type = type;
    this.parent = parent;
    this.start = own ? own.start : start;
    this.end = own ? own.start + own.length : start + length;
    this.parenthesized = own && [start, start + length];
  }

  get range(): PyRange {
    return [this.start, this.end];
  }

  get loc(): unknown {
    const lines = linesOf.get(rootOf(this));
    return { start: lines?.position(this.start), end: lines?.position(this.end) };
  }
}

function rootOf(node: TreeNode): TreeNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** By module. */
const linesOf = new WeakMap<object, Lines>();

/** The parser gave an error's node, or one that Python refuses, and no error. */
export class UnreadableNode extends Error {
  /** Where it stands. */
  readonly offset: number;

  constructor(offset: number, message = "This cannot be read") {
    super(message);
    this.offset = offset;
  }
}

interface Slot {
  readonly ours: string;
  readonly theirs: string;
  readonly asIdentifier: boolean;
}

interface Plan {
  readonly type: PyNodeType;
  readonly slots: readonly Slot[];
  readonly values: readonly (readonly [key: string, read: (raw: RawNode) => unknown])[];
  /** What is done besides. */
  readonly special: "assignment" | "name" | "strings" | undefined;
  readonly refuse: (typeof refusals)[PyNodeType];
}

const specials = { PyAssignment: "assignment", PyName: "name", PyStrings: "strings" } as const;

const plans: readonly (Plan | undefined)[] = shapes.map(
  (shape) =>
    shape && {
      type: shape.type,
      slots: Object.entries(shape.children).map(([key, theirs]) => ({ ours: key.replace("!", ""), theirs, asIdentifier: key.endsWith("!") })),
      values: Object.entries(shape.values ?? {}),
      special: isSpecial(shape.type) ? specials[shape.type] : undefined,
      refuse: refusals[shape.type],
    },
);

function isSpecial(type: string): type is keyof typeof specials {
  return type in specials;
}

/** Converts a tree without errors; `lines` are those of its text. */
export function convert(root: RawNode, annotations: ReadonlyMap<RawNode, RawNode>, text: string, lines: Lines): PyModule {
  const conversion = new Conversion(annotations, text);
  const module = conversion.convert(root);
  linesOf.set(module, lines);
  if (!isModule(module)) throw new UnreadableNode(root.start);
  return module;
}

/** The root of a file that nobody reads: it has no statements. */
export function emptyModule(length: number, lines: Lines): PyModule {
  return convert({ nodeType: moduleType, start: 0, length, d: { statements: [] } }, new Map(), "", lines);
}

const moduleType = plans.findIndex((plan) => plan?.type === "PyModule");

class Conversion {
  readonly #annotations: ReadonlyMap<RawNode, RawNode>;
  /** Nodes whose children are still to be made, beside what they are made from. */
  readonly #nodes: TreeNode[] = [];
  readonly #raws: RawNode[] = [];
  readonly #text: string;
  /** The first by its place. */
  #refusal: Refusal | undefined;

  constructor(annotations: ReadonlyMap<RawNode, RawNode>, text: string) {
    this.#annotations = annotations;
    this.#text = text;
  }

  convert(root: RawNode): TreeNode {
    const module = this.#make(root, null, false);
    for (;;) {
      const node = this.#nodes.pop();
      const raw = this.#raws.pop();
      if (!node || !raw) break;
      this.#fill(node, raw);
    }
    if (this.#refusal) throw new UnreadableNode(this.#refusal.offset, this.#refusal.message);
    return module;
  }

  #make(raw: RawNode, parent: TreeNode | null, asIdentifier: boolean): TreeNode {
    const plan = plans[raw.nodeType];
    if (!plan) throw new UnreadableNode(raw.start);
    if (plan.special === "name") {
      const node = new TreeNode(asIdentifier ? "PyIdentifier" : "PyName", raw, parent);
      node["name"] = normalName(raw.d["value"]);
      return node;
    }
    const node = new TreeNode(plan.type, raw, parent);
    this.#nodes.push(node);
    this.#raws.push(raw);
    return node;
  }

  #fill(node: TreeNode, raw: RawNode): void {
    const plan = plans[raw.nodeType];
    if (!plan) return;
    if (plan.refuse) this.#refuse(plan.refuse(raw, this.#text));
    if (plan.special === "assignment") this.#fillAssignment(node, raw);
    else for (const { ours, theirs, asIdentifier } of plan.slots) node[ours] = this.#child(raw.d[theirs], node, asIdentifier);
    for (const [key, read] of plan.values) node[key] = read(raw);
    if (plan.special === "strings") node["forward"] = this.#child(this.#annotations.get(raw), node, false);
  }

  #refuse(refusal: Refusal | undefined): void {
    if (refusal && (!this.#refusal || refusal.offset < this.#refusal.offset)) this.#refusal = refusal;
  }

  #child(value: unknown, parent: TreeNode, asIdentifier: boolean): unknown {
    if (Array.isArray(value)) return this.#children(value, parent, asIdentifier);
    return isRaw(value) ? this.#make(value, parent, asIdentifier) : undefined;
  }

  #children(values: readonly unknown[], parent: TreeNode, asIdentifier: boolean): readonly TreeNode[] {
    const nodes: TreeNode[] = [];
    for (const value of values) if (isRaw(value)) nodes.push(this.#make(value, parent, asIdentifier));
    return nodes;
  }

  /** Pyright nests `a = b = c` to the right, the last target outermost; we list the targets as they stand. */
  #fillAssignment(node: TreeNode, raw: RawNode): void {
    const targets: unknown[] = [];
    let value: unknown = raw;
    while (isRaw(value) && plans[value.nodeType]?.special === "assignment") {
      if (value !== raw) this.#refuse(refusals.PyAssignment?.(value, this.#text));
      targets.push(this.#child(value.d["leftExpr"], node, false));
      value = value.d["rightExpr"];
    }
    node["targets"] = targets.reverse();
    node["value"] = this.#child(value, node, false);
  }
}

const ascii = /^\w*$/;

/** Python compares identifiers in normal form KC. */
function normalName(value: unknown): string {
  const text = typeof value === "string" ? value : "";
  return ascii.test(text) ? text : text.normalize("NFKC");
}

/** Shapes and types agree by tests/languages/python/tree.test.ts. */
function isModule(node: object): node is PyModule {
  return "type" in node && node.type === "PyModule";
}
