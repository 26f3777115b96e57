/** Comments that speak of the line below them, and of nothing else. */
import type { TSESTree } from "@typescript-eslint/utils";

const directive = /^[\s*]*(?:@ts-(?:ignore|expect-error)|eslint-disable-next-line|prettier-ignore|biome-ignore|(?:istanbul|c8|v8) ignore next|oxlint-disable-next-line)\b/;

/** Whether a comment is a directive for the next line: nothing may come between the two, nor another line take that one's place. */
export function isForNextLine({ value }: TSESTree.Comment): boolean {
  return directive.test(value);
}
