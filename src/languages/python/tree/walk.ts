/** Walking a tree without recursion: it may be deeper than the stack. */
import { visitorKeys } from "./keys.ts";
import type { PyNode, PyNodeType } from "./node.ts";

/** A node is entered (1), then its children are walked, then it is left (2). */
export interface WalkStep {
  readonly node: PyNode;
  readonly phase: 1 | 2;
}

/** All nodes below `root` and itself, in the order of the text. */
export function* walk(root: PyNode): Generator<WalkStep, void, undefined> {
  const pending: WalkStep[] = [{ node: root, phase: 1 }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    yield step;
    if (step.phase === 2) continue;
    pending.push({ node: step.node, phase: 2 });
    const children = childrenOf(step.node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) pending.push({ node: child, phase: 1 });
    }
  }
}

/** All nodes below `root` and itself, in the order of the text: what needs no more than that is spared half of the steps. */
export function* nodesOf(root: PyNode): Generator<PyNode, void, undefined> {
  const pending: PyNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    pushReversed(pending, childrenOf(node));
  }
}

/** What holds statements, all else is expressions: the keys that lead to them. */
const blocks: Partial<Record<PyNodeType, readonly string[]>> = {
  PyModule: ["body"],
  PySuite: ["body"],
  PyStatementLine: ["body"],
  PyIf: ["body", "orelse"],
  PyWhile: ["body", "orelse"],
  PyFor: ["body", "orelse"],
  PyTry: ["body", "handlers", "orelse", "finalbody"],
  PyExcept: ["body"],
  PyWith: ["body"],
  PyFunction: ["body"],
  PyClass: ["body"],
  PyMatch: ["cases"],
  PyCase: ["body"],
};

/** All statements below `root`, and what they stand in, in the order of the text: a fraction of all nodes. */
export function* statementsOf(root: PyNode): Generator<PyNode, void, undefined> {
  const pending: PyNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    const keys = blocks[node.type];
    if (keys) pushReversed(pending, childrenUnder(node, keys));
  }
}

/** Puts items on a stack so that the first is taken first. Not by `push(...items)`: a call has room for some 100,000. */
export function pushReversed<Item>(stack: Item[], items: readonly Item[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) stack.push(item);
  }
}

const none: readonly PyNode[] = [];

/** A node's children, in the order of the text. */
export function childrenOf(node: PyNode): readonly PyNode[] {
  const keys = visitorKeys[node.type];
  return keys.length === 0 ? none : childrenUnder(node, keys);
}

function childrenUnder(node: PyNode, keys: readonly string[]): readonly PyNode[] {
  const children: PyNode[] = [];
  const holder: object = node;
  for (const key of keys) {
    const value: unknown = Reflect.get(holder, key);
    if (isChild(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isChild(item)) children.push(item);
  }
  return children;
}

/** What stands under a visitor key is a node, a list of nodes, or nothing. */
function isChild(value: unknown): value is PyNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
