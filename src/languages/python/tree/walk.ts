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
  const pending: (PyNode | undefined)[] = [root];
  const entered: PyNode[] = [];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node) {
      yield { node, phase: 1 };
      entered.push(node);
      pending.push(undefined);
      pushChildren(pending, node, visitorKeys[node.type]);
    } else {
      const left = entered.pop();
      if (left) yield { node: left, phase: 2 };
    }
  }
}

/** All nodes below `root` and itself, in the order of the text: what needs no more than that is spared half of the steps. */
export function* nodesOf(root: PyNode): Generator<PyNode, void, undefined> {
  const pending: PyNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    pushChildren(pending, node, visitorKeys[node.type]);
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
    if (keys) pushChildren(pending, node, keys);
  }
}

/** Puts items on a stack so that the first is taken first. Not by `push(...items)`: a call has room for some 100,000. */
export function pushReversed<Item>(stack: Item[], items: readonly Item[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) stack.push(item);
  }
}

/** A node's children, in the order of the text. */
export function childrenOf(node: PyNode): readonly PyNode[] {
  const keys = visitorKeys[node.type];
  const children: PyNode[] = [];
  if (keys.length === 0 || !isHolder(node)) return children;
  for (const key of keys) {
    const value = node[key];
    if (isChild(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isChild(item)) children.push(item);
  }
  return children;
}

/** Puts a node's children on a stack, so that the first is taken first: without a list in between, since every walk does it. */
function pushChildren(stack: (PyNode | undefined)[], node: PyNode, keys: readonly string[]): void {
  if (keys.length === 0 || !isHolder(node)) return;
  for (let index = keys.length - 1; index >= 0; index--) {
    const value = node[keys[index] ?? ""];
    if (isChild(value)) stack.push(value);
    else if (Array.isArray(value)) {
      for (let each = value.length - 1; each >= 0; each--) {
        const item: unknown = value[each];
        if (isChild(item)) stack.push(item);
      }
    }
  }
}

/** Every object may be asked for every key. */
function isHolder(node: object): node is Readonly<Record<string, unknown>> {
  return typeof node === "object";
}

/** What stands under a visitor key is a node, a list of nodes, or nothing. */
function isChild(value: unknown): value is PyNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
