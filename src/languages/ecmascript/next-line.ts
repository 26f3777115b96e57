/** Comments that speak of the line below them, and of nothing else. */
import type { TSESTree } from "@typescript-eslint/utils";
import { startOfLine } from "../text-lines.ts";
import type { Node, Source } from "./syntax.ts";

const directive = /^[\s*]*(?:@ts-(?:ignore|expect-error)|eslint-disable-next-line|prettier-ignore|biome-ignore|(?:istanbul|c8|v8) ignore next|oxlint-disable-next-line)\b/;

/** Whether a comment is a directive for the next line: nothing may come between the two, nor another line take that one's place. */
export function isForNextLine({ value }: TSESTree.Comment): boolean {
  return directive.test(value);
}

/** Where what goes with a node starts: at the directives right above it, each on a line of its own, or at the node itself. */
export function startWithDirectives(source: Source, node: Node): number {
  let [start] = node.range;
  let { line } = node.loc.start;
  for (const comment of source.getCommentsBefore(node).toReversed()) {
    const isAbove = comment.loc.end.line === line - 1 && source.text.slice(startOfLine(source.text, comment.range[0]), comment.range[0]).trim() === "";
    if (!isAbove || !isForNextLine(comment)) break;
    [start] = comment.range;
    ({ line } = comment.loc.start);
  }
  return start;
}
