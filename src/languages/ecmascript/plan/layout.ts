/** Whether the names of a list stand on lines of their own, and how they are put there. */
import type { Piece } from "../../compose.ts";
import { indentBefore, lineBreak, startOfLine } from "../../text-lines.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import type { NameList } from "./lists.ts";

/** How long a line of names gets at most: few formatters allow more. */
export const widest = 120;

/** What formatters allow if nobody tells them. */
const usual = 80;

/** The names between the braces; a namespace is none. */
function namesOf({ items }: Pick<NameList, "items">): readonly Node[] {
  return items.filter(({ type }) => type === Type.ImportSpecifier || type === Type.Property);
}

/**
 * How long a line of names may get where they come from `list`. One that stands on lines of its own, and would not have to,
 * says that all of its file do.
 */
export function widestLike(source: Source, list: NameList): number {
  if (!standsOnLines(source, list)) return widest;
  // A comment keeps a list on lines, however short it is.
  if (source.getCommentsInside(list.statement).length > 0) return usual;
  const line = indentBefore(source.text, list.statement.range[0]) + source.getText(list.statement).replaceAll(/\s+/g, " ");
  return line.length > usual ? usual : 0;
}

/** Whether each name of the list begins a line. */
function standsOnLines({ text }: Source, list: NameList): boolean {
  const names = namesOf(list);
  return names.length > 0 && names.every(({ range: [start] }) => text.slice(startOfLine(text, start), start).trim() === "");
}

/** A list in braces, each name on a line, for a statement of that indentation. */
export function onLines(source: Source, indent: string, names: readonly string[]): string {
  const { start, end } = lines(source, indent);
  return `{${names.map((name, index) => start + name + (index < names.length - 1 ? "," : "")).join("")}${end}}`;
}

/**
 * Puts the names of a list that stands on one line, and `added` ones behind them, on lines of their own.
 * @returns `undefined` where comments stand between them
 */
export function spread(source: Source, list: NameList, added: readonly string[]): Piece[] | undefined {
  const names = namesOf(list);
  const last = names.at(-1);
  const close = last && source.getTokenAfter(last, ({ value }) => value === "}");
  if (!last || !close || source.getCommentsInside(list.statement).length > 0) return undefined;
  const { start, end } = lines(source, indentBefore(source.text, list.statement.range[0]));
  const breaks = names.flatMap((name): Piece[] => {
    const before = source.getTokenBefore(name);
    return before ? [{ span: [before.range[1], name.range[0]], text: () => start }] : [];
  });
  return [...breaks, { span: [last.range[1], close.range[0]], text: () => added.map((name) => `,${start}${name}`).join("") + end }];
}

/** What stands before each name and before the closing brace, the way that the file has its lists. */
function lines({ text }: Source, indent: string): { readonly start: string; readonly end: string } {
  const indents = Array.from(text.matchAll(/^ {2,}(?=[^\s*])/gm), ([found]) => found.length);
  const unit = /^\t/m.test(text) ? "\t" : " ".repeat(indents.length > 0 ? Math.min(...indents) : 2);
  const comma = /,[^\S\r\n]*[\r\n]\s*[}\])]/.test(text) ? "," : "";
  const newLine = lineBreak(text) + indent;
  return { start: newLine + unit, end: comma + newLine };
}
