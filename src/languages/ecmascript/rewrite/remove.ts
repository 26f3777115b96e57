/** Takes out a variable's declaration: its line with the comment behind it, or its part of a declaration of several. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Span } from "../../../policy/facts.ts";
import { cut } from "../../pieces.ts";
import type { Node, Source } from "../syntax.ts";
import { commentText, commentsOutside, indentationAt, lineEnding } from "./comments.ts";
import type { Piece } from "../../compose.ts";
import { startOfLine } from "../../text-lines.ts";
import { startWithDirectives } from "../next-line.ts";
import { separates } from "./semicolon.ts";

/**
 * Takes out a declarator.
 * @param kept spans of the file whose text goes on to stand elsewhere
 */
export function removeDeclarator(source: Source, declarator: TSESTree.VariableDeclarator, kept: readonly Span[]): Piece {
  const declaration = declarator.parent;
  const statement = removeStatement(source, declaration, kept);
  const declarations: readonly Node[] = declaration.declarations;
  if (declarations.length === 1) return statement;
  const index = declarations.indexOf(declarator);
  const text = remaining(source, declarator, kept);
  return {
    span: declarator.range,
    text: () => text,
    declarator: {
      index,
      count: declarations.length,
      statement,
      leading: leading(source, declarator, text),
      trailing: trailing(source, declarator, text),
    },
  };
}

/** With the comma behind it, and a comment that ends that line. */
function leading(source: Source, declarator: Node, text: string): Piece {
  const comma = source.getTokenAfter(declarator);
  const end = comma ? comma.range[1] : declarator.range[1];
  const line = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r]*?\*\/[ \t]*(?=\r?\n))?\s*/.exec(source.text.slice(end))?.[0] ?? "";
  const between = commentsBetween(source, declarator.range[1], end);
  return { span: [declarator.range[0], end + line.length], text: () => [text, ...between].map((part) => part && `${part} `).join("") };
}

/** With the comma before it. */
function trailing(source: Source, declarator: Node, text: string): Piece {
  const comma = source.getTokenBefore(declarator);
  const start = comma ? comma.range[0] : declarator.range[0];
  const between = commentsBetween(source, start, declarator.range[0]);
  return { span: [start, declarator.range[1]], text: () => [...between, text].map((part) => part && ` ${part}`).join("") };
}

function commentsBetween(source: Source, start: number, end: number): string[] {
  return source
    .getAllComments()
    .filter(({ range }) => start <= range[0] && range[1] <= end)
    .map((comment) => commentText(source, comment) + (comment.type === "Line" ? lineEnding(source.text) : ""));
}

/** The comments in what goes, where its place was. */
function remaining(source: Source, node: Node, kept: readonly Span[]): string {
  return commentsOutside(source, node, kept)
    .map((comment) => commentText(source, comment) + (comment.type === "Line" ? lineEnding(source.text) : ""))
    .join(" ");
}

/** Without a semicolon on a later line: whoever writes it there writes it for the next statement, which needs it. */
export function endOf(source: Source, statement: Node): number {
  const last = source.getLastToken(statement);
  const before = last?.value === ";" ? source.getTokenBefore(last) : null;
  return last && before && before.loc.end.line < last.loc.start.line ? before.range[1] : statement.range[1];
}

function removeStatement(source: Source, statement: Node, kept: readonly Span[]): Piece {
  const { text } = source;
  const [start] = statement.range;
  const end = endOf(source, statement);
  const inside = commentsOutside(source, statement, kept).filter(({ range }) => range[1] <= end);
  const comments = inside.map((comment) => commentText(source, comment));
  const semicolon = end === statement.range[1] && separates(source, statement) ? ";" : "";
  const lineStart = start - (/[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))?.[0].length ?? 0);
  const isFirst = lineStart === 0 || text[lineStart - 1] === "\n";
  const rest = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r]*?\*\/[ \t]*(?=\r?\n|$))?/.exec(text.slice(end))?.[0] ?? "";
  const behind = text.slice(end + rest.length);
  const newline = /^\r?\n/.exec(behind)?.[0] ?? "";
  const isLast = newline !== "" || behind === "";
  const next = source.getTokenAfter(statement, { includeComments: true });
  if (comments.length === 0 && semicolon !== "" && next && next.type !== "Line" && next.type !== "Block")
    return { span: [start, next.range[0]], text: () => semicolon };
  if (comments.length > 0 || semicolon !== "") {
    const indentation = indentationAt(text, start);
    const newLine = lineEnding(text) + indentation;
    // A line comment would swallow what stands behind it on the line.
    const swallows = inside.at(-1)?.type === "Line";
    const left = comments.join(newLine) + (semicolon === "" ? "" : (swallows ? newLine : "") + semicolon);
    const ending = isLast || semicolon !== "" || !swallows ? "" : newLine;
    return { span: [start, isLast ? end + rest.length : end], text: () => left + ending };
  }
  if (isFirst && isLast) {
    const first = startOfLine(text, startWithDirectives(source, statement));
    // At the end of a file without a last line break, the one before goes instead.
    const before = behind === "" ? (/\r?\n$/.exec(text.slice(0, first))?.[0].length ?? 0) : 0;
    if (before > 0) return cut(first - before, end + rest.length);
    return cut(first, end + rest.length + newline.length);
  }
  if (isLast) return cut(lineStart, end + rest.length);
  const space = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return cut(start, end + space);
}
