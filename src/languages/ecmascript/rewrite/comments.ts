/** Comments in the code that is replaced: those that the new code does not hold any more must find a place in it. */
import { isParenthesized } from "@typescript-eslint/utils/ast-utils";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Span } from "../../../policy/facts.ts";
import type { Node, Source } from "../syntax.ts";
import type { Capture } from "./match.ts";

type Comment = TSESTree.Comment;

/** Comments of `node` that lie in none of the spans. */
export function commentsOutside(source: Source, node: Node, spans: readonly Span[]): Comment[] {
  return source
    .getCommentsInside(node)
    .filter(({ range }) => !spans.some(([start, end]) => start <= range[0] && range[1] <= end));
}

/** The span of captured code, with the block comments that stand right beside it. */
export function spanWithComments(source: Source, { nodes, hole }: Capture, bounds: Span): Span | undefined {
  const [firstNode] = nodes;
  const lastNode = nodes.at(-1);
  if (!firstNode || !lastNode) return undefined;
  // A list is taken with the parentheses of its items; one expression gets those that its new place needs.
  const first = hole.rest ? outermostParenthesis(source, firstNode, "start") : firstNode;
  const last = hole.rest ? outermostParenthesis(source, lastNode, "end") : lastNode;
  const fits = (comment: Comment): boolean =>
    isInline(comment) && bounds[0] <= comment.range[0] && comment.range[1] <= bounds[1];
  const leading = source.getCommentsBefore(first);
  const trailing = source.getCommentsAfter(last);
  const start = leading.every(fits) ? (leading[0]?.range[0] ?? first.range[0]) : first.range[0];
  const end = trailing.every(fits) ? (trailing.at(-1)?.range[1] ?? last.range[1]) : last.range[1];
  return [start, end];
}

function outermostParenthesis(source: Source, node: Node, side: "start" | "end"): Node | TSESTree.Token {
  let found: Node | TSESTree.Token = node;
  for (let times = 1; isParenthesized(times, node, source); times++) {
    const next: TSESTree.Token | null = side === "start" ? source.getTokenBefore(found) : source.getTokenAfter(found);
    found = next ?? found;
  }
  return found;
}

/** A comment that may stand between any two tokens: behind `return` a line break would end the statement. */
export function isInline(comment: Comment): boolean {
  return comment.type === "Block" && !/[\n\r\u2028\u2029]/.test(comment.value);
}

/** How the file writes a comment. */
export function commentText(source: Source, comment: Comment): string {
  return source.text.slice(...comment.range);
}

/** A line comment as one that ends by itself. */
export function asBlock(comment: Comment): string {
  return `/*${comment.value.replaceAll("*/", "* /").replaceAll(/[\n\r\u2028\u2029]+/g, " ").trimEnd()} */`;
}

/** The white space that the line of `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
}

/** How the file ends its lines. */
export function lineEnding(text: string): string {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** Text without the comments and white space that it begins with. */
export function withoutLead(text: string): string {
  return text.replace(/^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))+/, "");
}
