/** The text edits of lists and statements: taking out, adding, and what goes along with them. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Piece } from "../../compose.ts";
import { cut, inserted } from "../../pieces.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { startWithDirectives } from "../next-line.ts";
import { endOf } from "../rewrite/remove.ts";
import { separates } from "../rewrite/semicolon.ts";
import type { Addition } from "./group.ts";
import { spread, widest } from "./layout.ts";
import { itemText } from "./lists.ts";
import type { NameList } from "./lists.ts";
import { behindBreak, indentBefore, lineBreak, startOfLine } from "../../text-lines.ts";

const isComma = (token: object): boolean => "value" in token && token.value === ",";

/** Takes `gone` out of the list, which keeps at least one item. A line that is an item's own goes whole. */
export function withoutItems(source: Source, items: readonly Node[], gone: ReadonlySet<Node>): Piece[] {
  const pieces: Piece[] = [];
  const named = items.filter(({ type }) => type !== Type.ImportDefaultSpecifier);
  const [first] = items;
  const goesDefault = first?.type === Type.ImportDefaultSpecifier && gone.has(first);
  if (goesDefault) {
    // `import d, { a } from`: up to the brace, or the namespace's star.
    const comma = source.getTokenAfter(first, isComma);
    const next = comma && source.getTokenAfter(comma);
    if (next) pieces.push(cut(first.range[0], next.range[0]));
  }
  const kept = named.filter((item) => !gone.has(item));
  if (kept.length === 0 && named.length > 0) {
    // Only the default stays: braces and comma go.
    const brace = named[0] && source.getTokenBefore(named[0]);
    const last = named.at(-1);
    const close = last && (last.type === Type.ImportNamespaceSpecifier ? last : source.getTokenAfter(last, ({ value }) => value === "}"));
    if (first && brace && close) pieces.push(cut(first.range[1], close.range[1]));
    return pieces;
  }
  let run: Node[] = [];
  let before: Node | undefined;
  for (const item of [...named, undefined]) {
    if (item && gone.has(item)) {
      run.push(item);
      continue;
    }
    pieces.push(...withoutRun(source, run, before, item));
    run = [];
    before = item;
  }
  return pieces;
}

/** Items that stand side by side, between `before` and `after`, either of which may be missing. */
function withoutRun(source: Source, run: readonly Node[], before: Node | undefined, after: Node | undefined): Piece[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const lines = run.map((item) => ownLines(source, item));
  if (lines.every((span) => span !== undefined)) {
    const pieces = lines.map(([start, end]) => cut(start, end));
    // A list that ended without a comma does so afterwards.
    const comma = before && !after && !isComma(source.getTokenAfter(last) ?? last) ? source.getTokenAfter(before, isComma) : undefined;
    return comma ? [cut(...comma.range), ...pieces] : pieces;
  }
  if (after) {
    const comma = source.getTokenAfter(last, isComma);
    const own = comma ? commentsEndingLine(source, comma, after) : [];
    const next = comma && source.getTokenAfter(own.at(-1) ?? comma, { includeComments: true });
    return [cut(first.range[0], next ? next.range[0] : after.range[0])];
  }
  const comma = before && source.getTokenBefore(first);
  if (!comma) return [cut(first.range[0], last.range[1])];
  // A comment behind the comma is of the item before.
  if (commentsEndingLine(source, comma, first).length > 0) return [cut(...comma.range), cut(startOfLine(source.text, first.range[0]), last.range[1])];
  return [cut(comma.range[0], last.range[1])];
}

/** The comments behind a comma, where the next item stands on a later line. */
function commentsEndingLine(source: Source, comma: TSESTree.Token, next: Node): readonly TSESTree.Comment[] {
  if (source.getFirstToken(next)?.loc.start.line === comma.loc.end.line) return [];
  return source.getCommentsAfter(comma).filter(({ loc }) => loc.start.line === comma.loc.end.line && loc.end.line === comma.loc.end.line);
}

/** The whole lines of an item that shares them with nothing but its comma and a comment behind it; with what spoke of its line. */
function ownLines(source: Source, item: Node): readonly [number, number] | undefined {
  const comma = source.getTokenAfter(item);
  const end = comma && isComma(comma) ? comma.range[1] : item.range[1];
  return wholeLines(source.text, startWithDirectives(source, item), end);
}

/** The lines of `[start, end)` with their break, where but white space and one trailing comment nothing else stands on them. */
export function wholeLines(text: string, start: number, end: number): readonly [number, number] | undefined {
  const lineStart = startOfLine(text, start);
  if (text.slice(lineStart, start).trim() !== "") return undefined;
  const lineEnd = endOfLine(text, end);
  if (lineEnd === undefined) return undefined;
  return [lineStart, behindBreak(text, lineEnd)];
}

/** The offset of the break that ends the line, where but white space and one comment nothing follows `offset` on it. */
export function endOfLine(text: string, offset: number): number | undefined {
  const rest = /[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*)?(?=\r|\n|$)/y;
  rest.lastIndex = offset;
  return rest.test(text) ? rest.lastIndex : undefined;
}

/** Takes a statement out, with its line, a comment behind it and what spoke of its line; other comments above stay. */
export function withoutStatement(source: Source, statement: Node): Piece {
  const { text } = source;
  const [start] = statement.range;
  const end = endOf(source, statement);
  // Without semicolons the lines around would become one expression.
  if (end === statement.range[1] && separates(source, statement)) return { span: [start, end], text: () => ";" };
  const lines = wholeLines(text, start, end) && wholeLines(text, startWithDirectives(source, statement), end);
  if (lines) return cut(...lines);
  const space = /^[^\S\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  return cut(start, end + space);
}

/**
 * Adds names behind the last item that stays.
 * @param most how long a list on one line gets; a longer one is put on lines
 */
export function withItems(source: Source, list: NameList, gone: ReadonlySet<Node>, additions: readonly Addition[], most = widest): Piece[] {
  if (additions.length === 0) return [];
  const pieces: Piece[] = [];
  const typed = list.statement.type === Type.ImportDeclaration && list.statement.importKind === "type";
  const hasDefault = list.items.some(({ type }) => type === Type.ImportDefaultSpecifier);
  const lone = hasDefault || typed ? undefined : additions.find(({ replacement }) => replacement.name === "default");
  if (lone && list.form === "import") {
    const keyword = source.getFirstToken(list.statement);
    const at = keyword ? keyword.range[1] : list.statement.range[0];
    pieces.push(inserted(at, ` ${lone.local},`));
  }
  const names = additions.filter((addition) => addition !== lone || list.form !== "import").map((addition) => itemText(list.form, addition, typed));
  if (names.length === 0) return pieces;
  return [...pieces, ...withNames(source, list, gone, names, most)];
}

function withNames(source: Source, list: NameList, gone: ReadonlySet<Node>, names: readonly string[], most: number): Piece[] {
  const { text } = source;
  const named = list.items.filter(({ type }) => type !== Type.ImportDefaultSpecifier);
  const last = named.findLast((item) => !gone.has(item)) ?? named.at(-1);
  if (!last) {
    const after = list.items.at(-1);
    const at = after ? after.range[1] : list.statement.range[0];
    return [inserted(at, `, { ${names.join(", ")} }`)];
  }
  const indent = indentBefore(text, last.range[0]);
  if (last.loc.start.line > list.statement.loc.start.line && text.slice(0, last.range[0]).endsWith(`\n${indent}`)) return withLines(source, last, last === named.at(-1), names);
  if (gone.size === 0 && list.statement.loc.start.line === list.statement.loc.end.line) {
    const line = text.slice(startOfLine(text, last.range[0]), list.statement.range[1]);
    const pieces = [line, ...names].join(", ").length > most ? spread(source, list, names) : undefined;
    if (pieces) return pieces;
  }
  return [inserted(last.range[1], names.map((name) => `, ${name}`).join(""))];
}

/** Adds lines behind that of `last`, whose comment stays with it. */
function withLines(source: Source, last: Node, isEnd: boolean, names: readonly string[]): Piece[] {
  const { text } = source;
  const start = lineBreak(text) + indentBefore(text, last.range[0]);
  const next = source.getTokenAfter(last);
  const comma = next && isComma(next) ? next : undefined;
  const line = isEnd ? endOfLine(text, (comma ?? last).range[1]) : undefined;
  if (line === undefined) return [inserted(last.range[1], names.map((name) => `,${start}${name}`).join(""))];
  if (comma) return [inserted(line, names.map((name) => `${start}${name},`).join(""))];
  return [inserted(last.range[1], ","), inserted(line, names.map((name) => start + name).join(","))];
}

/** Puts statements on the lines behind `statement`; on its own line where other code shares that. */
export function behind(source: Source, statement: Node, statements: readonly string[]): Piece[] {
  if (statements.length === 0) return [];
  const end = endOf(source, statement);
  const at = endOfLine(source.text, end);
  if (at === undefined) return [inserted(end, statements.map((text) => ` ${text}`).join(""))];
  const start = lineBreak(source.text) + indentBefore(source.text, statement.range[0]);
  return [inserted(at, statements.map((text) => start + text).join(""))];
}
