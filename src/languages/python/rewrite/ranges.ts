/** Where nodes stand, with what belongs to them. */
import type { PyComprehension } from "../tree/expressions.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import type { PyComment } from "../parse.ts";

/** Whether a generator stands in parentheses of its own, which its range holds: `f(x for x in y)` has none. */
export function ownsParentheses(node: PyComprehension, text: string): boolean {
  const [start] = node.range;
  return text[start] === "(" && outerRange(node.element, text)[0] > start;
}

/** Whether a comprehension makes a list, a set or a dict: it runs where it stands, and uses up what it goes through; a generator waits. */
export function isCollected({ parent, range, element }: PyComprehension): boolean {
  if (parent?.type !== "PyList" && parent?.type !== "PySet" && parent?.type !== "PyDict") return false;
  // A generator in a list has parentheses of its own.
  return (element.parenthesized ?? element.range)[0] === range[0];
}

/** The range with the parentheses around the node. */
export function outerRange(node: PyNode, text: string): PyRange {
  const [start, end] = node.range;
  if (node.type !== "PyYield" && node.type !== "PyYieldFrom") return node.parenthesized ?? node.range;
  // The parser's own range of a `yield` ends with the parenthesis, and begins behind it.
  const open = /\(\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  const close = /^\s*\)/.exec(text.slice(end, end + 200));
  return open && close ? [start - open[0].length, end + close[0].length] : node.range;
}

/** An item of a list with the parentheses around its value. */
export function itemRange(node: PyNode, text: string): PyRange {
  const value = node.type === "PyArgument" ? outerRange(node.value, text) : outerRange(node, text);
  return [Math.min(node.range[0], value[0]), Math.max(node.range[1], value[1])];
}

/** Whether parentheses stand around the node that are not its own. */
export function isParenthesized(node: PyNode, text: string): boolean {
  return outerRange(node, text)[0] !== node.range[0];
}

/** Whether `inner` lies in `outer`. */
export function within(inner: PyRange, outer: PyRange): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Where the argument list of a call begins: its `(`. */
export function openingBehind(offset: number, text: string, comments: readonly PyComment[]): number {
  let at = offset;
  for (;;) {
    while (/[\s\\]/.test(text[at] ?? "")) at++;
    const comment = text[at] === "#" ? comments.find(({ range }) => range[0] === at) : undefined;
    if (!comment) return at;
    at = comment.range[1];
  }
}
