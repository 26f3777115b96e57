/** Walking a tree without recursion: it may be deeper than the stack. */
import { visitorKeys } from "./keys.ts";
import type { PyNode } from "./node.ts";

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

/** A node's children, in the order of the text. */
export function childrenOf(node: PyNode): readonly PyNode[] {
  const children: PyNode[] = [];
  const holder: object = node;
  for (const key of visitorKeys[node.type]) {
    const value: unknown = Reflect.get(holder, key);
    if (Array.isArray(value)) {
      for (const item of value) if (isPyNode(item)) children.push(item);
    } else if (isPyNode(value)) children.push(value);
  }
  return children;
}

/** Whether `value` is a node of a Python tree. */
export function isPyNode(value: unknown): value is PyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && value.type in visitorKeys;
}
