/** The edits of lists between commas: imported names, the strings of `__all__`. */
import type { Piece } from "../../compose.ts";
import { cut, inserted } from "../../pieces.ts";
import { behindBreak, lineBreak, startOfLine } from "../../text-lines.ts";
import type { PyRange } from "../tree/node.ts";
import { behindComma, endOfLine, indentOf, nextToken, opensLine } from "./layout.ts";

/** A list of which items are taken out, or to which some are added. */
export interface CommaList {
  readonly text: string;
  readonly items: readonly { readonly range: PyRange; readonly parenthesized: PyRange | undefined }[];
  /** Brackets are around it, so that a line may end after any comma. */
  readonly isEnclosed: boolean;
}

type Item = CommaList["items"][number];

function spanOf({ range, parenthesized }: Item): PyRange {
  return parenthesized ?? range;
}

/** Takes `gone` out of the list, which keeps at least one item. A line that is an item's own goes whole. */
export function withoutItems(list: CommaList, gone: ReadonlySet<Item>): Piece[] {
  const pieces: Piece[] = [];
  let run: Item[] = [];
  let before: Item | undefined;
  for (const item of [...list.items, undefined]) {
    if (item && gone.has(item)) {
      run.push(item);
      continue;
    }
    if (run.length > 0) pieces.push(...withoutRun(list, run, before, item));
    run = [];
    before = item;
  }
  return pieces;
}

/** Items that stand side by side, between `before` and `after`, either of which may be missing. */
function withoutRun({ text, isEnclosed }: CommaList, run: readonly Item[], before: Item | undefined, after: Item | undefined): Piece[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const start = spanOf(first)[0];
  const end = spanOf(last)[1];
  const comma = before && behindComma(text, spanOf(before)[1]);
  const behind = behindComma(text, end);
  const lines = after || isEnclosed ? run.map((item) => ownLines(text, spanOf(item))) : [];
  if (lines.length > 0 && lines.every((span) => span !== undefined)) {
    const pieces = lines.map(([from, to]) => cut(from, to));
    if (after || behind !== undefined) return pieces;
    // A list that ended without a comma does so afterwards.
    return comma === undefined ? pieces : [cut(comma - 1, comma), ...pieces];
  }
  // The line that it shares with what is before goes on ending there.
  const endsLine = comma !== undefined && behind !== undefined && !/[\r\n]/.test(text.slice(comma, end)) && /^[^\S\r\n]*\\?[\r\n]/.test(text.slice(behind));
  if (after && endsLine) return [cut(comma, behind)];
  if (after) return cutRun(text, run, start, behindOwn(text, behind ?? end, spanOf(after)[0]));
  if (comma === undefined) return [cut(start, end)];
  // A comment behind the comma is of the item before.
  if (text.slice(comma, start).includes("#")) return [cut(comma - 1, comma), ...cutRun(text, run, startOfLine(text, start), end)];
  return cutRun(text, run, comma - 1, end);
}

/** Takes a run out, with what stands from `from` to `to`, but for the comments on lines of their own above any but its first item. */
function cutRun(text: string, run: readonly Item[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const [index, item] of run.slice(1).entries()) {
    const [, end] = spanOf(run[index] ?? item);
    const [start] = spanOf(item);
    const above = /(?:\r\n|[\r\n])\s*#/.exec(text.slice(end, start));
    if (!above) continue;
    const line = end + above.index;
    pieces.push(opensLine(text, at) ? cut(startOfLine(text, at), behindBreak(text, line)) : cut(at, line));
    // The closing bracket follows the last one, and needs no indentation.
    at = index === run.length - 2 && to === spanOf(item)[1] ? startOfLine(text, start) : start;
  }
  return [...pieces, cut(at, to)];
}

/** The whole lines of an item that shares them with nothing but its comma, a comment and a backslash. */
function ownLines(text: string, [start, end]: PyRange): PyRange | undefined {
  if (!opensLine(text, start)) return undefined;
  const rest = /[^\S\r\n]*(?:#[^\r\n]*|\\)?(?=[\r\n]|$)/y;
  rest.lastIndex = behindComma(text, end) ?? end;
  return rest.test(text) ? [startOfLine(text, start), behindBreak(text, rest.lastIndex)] : undefined;
}

/** Behind the comment that ends the line of `comma`, and what white space follows, up to the next item or its comments. */
function behindOwn(text: string, comma: number, next: number): number {
  const end = endOfLine(text, comma);
  const from = end !== undefined && end < next ? end : comma;
  return from + (/^(?:\s|\\(?=[\r\n]))*/.exec(text.slice(from, next))?.[0].length ?? 0);
}

/**
 * Adds items behind the last one that stays, on lines of their own where that has one.
 * @param last the item that stays
 */
export function withItems({ text, isEnclosed }: Pick<CommaList, "text" | "isEnclosed">, last: Item, added: readonly string[]): Piece[] {
  if (added.length === 0) return [];
  const [start, end] = spanOf(last);
  if (!isEnclosed || !opensLine(text, start)) return [inserted(end, added.map((each) => `, ${each}`).join(""))];
  const separator = lineBreak(text) + indentOf(text, start);
  const comma = behindComma(text, end);
  const line = endOfLine(text, comma ?? end);
  if (line === undefined) return [inserted(end, added.map((each) => `,${separator}${each}`).join(""))];
  if (comma !== undefined) return [inserted(line, added.map((each) => `${separator}${each},`).join(""))];
  return [inserted(end, ","), inserted(line, added.map((each) => separator + each).join(`,`))];
}

/**
 * A list of its own, in the form of another one: several names on lines of their own where those are, and over lines no longer than
 * its own where it shares them.
 * @param head what stands before the new list on its line
 */
export function listText(list: CommaList, names: readonly string[], head: string): string {
  const { text, items, isEnclosed } = list;
  const [first, last] = [items[0], items.at(-1)];
  const onOne = names.join(", ");
  if (!first || !last || !isEnclosed || names.length === 1) return onOne;
  const isApart = items.every((item) => opensLine(text, spanOf(item)[0]));
  const width = isApart ? 0 : widthOf(list);
  if (width === undefined || head.length + onOne.length <= width) return onOne;
  const hangs = opensLine(text, spanOf(first)[0]);
  const separator = lineBreak(text) + (hangs ? indentOf(text, spanOf(first)[0]) : " ".repeat(head.length + 1));
  const comma = behindComma(text, spanOf(last)[1]);
  const closing = nextToken(text, comma ?? spanOf(last)[1]);
  const end = opensLine(text, closing) ? lineBreak(text) + indentOf(text, closing) : "";
  const lines = isApart ? names : filled(names, width - (separator.length - lineBreak(text).length));
  return `(${hangs ? separator : ""}${lines.join(`,${separator}`)}${comma === undefined ? "" : ","}${end})`;
}

/** PEP 8's limit: what fits is not broken, where no line break stands behind the bracket. */
const columns = 79;

/** The length of the longest line of a list; `undefined` where it has but one. */
function widthOf({ text, items }: CommaList): number | undefined {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return undefined;
  const lines = text.slice(startOfLine(text, spanOf(first)[0]), behindComma(text, spanOf(last)[1]) ?? spanOf(last)[1]).split(/\r\n|[\r\n]/);
  return lines.length > 1 ? Math.max(opensLine(text, spanOf(first)[0]) ? 0 : columns, ...lines.map((line) => line.replace(/\s*#.*/, "").length)) : undefined;
}

/** As many names on each line as there is room for, with their commas. */
function filled(names: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const line = lines.at(-1);
    const longer = `${line ?? ""}, ${name}`;
    if (line === undefined || longer.length + ",".length > width) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Whether nothing but the closing bracket follows the last item: a comma there is optional. */
export function hasTrailingComma(text: string, last: Item): boolean {
  return text[nextToken(text, spanOf(last)[1])] === ",";
}
