/** Writes deprecation notices: JSDoc `@deprecated`, as TypeScript and editors read it. */
import { inserted } from "../../pieces.ts";
import type { Definition } from "../definitions.ts";
import { firstToken } from "../definitions.ts";
import type { Piece } from "../../compose.ts";
import { indentBefore, lineBreak, startOfLine } from "../../text-lines.ts";
import { isForNextLine } from "../next-line.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";

interface Wanted extends Definition {
  readonly notice: string;
}

/** The pieces that give each of the definitions' statements a notice: one, where a statement defines several. */
export function* planNotices(source: Source, definitions: readonly Wanted[]): Iterable<{ readonly fact: Definition["fact"]; readonly pieces: readonly Piece[] }> {
  const notices = new Map<Node, Set<string>>();
  for (const { statements, notice } of definitions)
    for (const statement of statements.map(ownerOf)) notices.set(statement, (notices.get(statement) ?? new Set()).add(notice));
  for (const { fact, statements } of definitions) {
    const pieces: Piece[] = [];
    for (const statement of statements.map(ownerOf)) {
      const texts = notices.get(statement);
      notices.delete(statement);
      if (!texts) continue;
      const notice = [...texts].join(" ");
      pieces.push(statement.type === Type.Program ? headerNotice(source, notice) : statementNotice(source, statement, notice));
    }
    yield { fact, pieces };
  }
}

function ownerOf(statement: Node): Node {
  return statement.type === Type.Program ? statement : firstToken(statement);
}

function statementNotice(source: Source, statement: Node, notice: string): Piece {
  const block = source.getCommentsBefore(statement).findLast(({ type, value }) => type === "Block" && value.startsWith("*"));
  const newline = lineBreak(source.text);
  if (!block) {
    const directive = source.getCommentsBefore(statement).find(isForNextLine);
    // Above what speaks of the definition's line; behind other code that is no place for a notice.
    const isAlone = directive !== undefined && source.text.slice(startOfLine(source.text, directive.range[0]), directive.range[0]).trim() === "";
    const [start] = isAlone ? directive.range : statement.range;
    const isInline = !isAlone && (statement.type === Type.VariableDeclarator || directive !== undefined);
    const behind = isInline ? " " : `${newline}${indentBefore(source.text, start)}`;
    return inserted(start, `/** @deprecated ${notice} */${behind}`);
  }
  const end = block.range[1] - 2;
  const text = source.text.slice(...block.range);
  const blockIndent = indentBefore(source.text, block.range[0]);
  const body = text.slice(3, -2).trimEnd();
  if (text.includes("\n")) {
    // The star of the closing line is kept: the tag goes on a line of its own above it.
    const start = block.range[0] + 3 + body.length;
    return { span: [start, end], text: () => `${newline}${blockIndent} * @deprecated ${notice}${newline}${blockIndent} ` };
  }
  const lines = [body.trim(), `@deprecated ${notice}`].filter((line) => line !== "");
  const opened = lines.map((line) => `${blockIndent} * ${line}${newline}`).join("");
  return { span: [block.range[0], block.range[1]], text: () => `/**${newline}${opened}${blockIndent} */` };
}

/** A header goes behind a `#!` line, which has to be the first, and behind a licence, which tools look for at the top. */
function headerNotice(source: Source, notice: string): Piece {
  const newline = lineBreak(source.text);
  const licence = licenceEnd(source);
  if (licence !== undefined) {
    const isApart = /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/.test(source.text.slice(licence));
    return inserted(licence, `${newline}/** @deprecated ${notice} */${isApart ? "" : newline}`);
  }
  const hashbang = /^#!.*(?:\r\n|\r|\n|$)/.exec(source.text)?.[0].length ?? 0;
  return inserted(hashbang, `/** @deprecated ${notice} */${newline}${newline}`);
}

/** Where the licence at the top ends: one block comment, or the line comments that follow each other. */
function licenceEnd(source: Source): number | undefined {
  const first = source.ast.tokens[0];
  const top = source.getAllComments().filter(({ type, range }) => (type === "Block" || type === "Line") && (!first || range[1] <= first.range[0]));
  const start = top.findIndex(({ value }) => /^!|copyright|licen[cs]e|SPDX-/i.test(value));
  let last = top[start];
  if (start > 0 && last?.type === "Block") return undefined;
  for (const next of last?.type === "Line" ? top.slice(start + 1) : []) {
    if (next.type !== "Line" || next.loc.start.line !== (last?.loc.end.line ?? 0) + 1) break;
    last = next;
  }
  return last && wholeLine(source, last.range[1]) ? last.range[1] : undefined;
}

function wholeLine(source: Source, offset: number): boolean {
  return /^[^\S\r\n]*(?:[\r\n]|$)/.test(source.text.slice(offset));
}
