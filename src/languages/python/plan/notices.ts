/** Writes deprecation notices: docstrings, and comments above what can have none. */
import type { Fact } from "../../../policy/facts.ts";
import type { Piece } from "../../compose.ts";
import { inserted } from "../../pieces.ts";
import { behindBreak, lineBreak, startOfLine } from "../../text-lines.ts";
import { isOverload } from "../facts/definitions.ts";
import { isNoticed } from "../facts/notices.ts";
import { blockStatement } from "../facts/statements.ts";
import type { Defined } from "../model.ts";
import { scopesOf } from "../scopes/analyze.ts";
import type { PythonFile } from "../source-code.ts";
import type { PyStrings } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import type { PySuite } from "../tree/statements.ts";
import { nodesOf } from "../tree/walk.ts";
import { refuse } from "./group.ts";
import type { Group, Planned } from "./group.ts";
import { indentOf, isJoined, opensLine } from "../edits/layout.ts";

const joined = "its docstring is put together from several strings";

/** A definition that is to say that it is deprecated, and by which words. */
export interface Wanted {
  readonly definition: Defined;
  readonly notice: string;
}

/** Plans all notices of a file. What two names of one statement would say alike is said once. */
export function planNotices(file: PythonFile, wanted: readonly Wanted[]): Planned {
  const groups = new Map<string, Group>();
  const refused = new Map<Fact, string>();
  for (const { definition, notice } of wanted) {
    const planned = planNotice(file, definition, notice);
    for (const [fact, reason] of planned.refused) refused.set(fact, reason);
    for (const group of planned.groups) {
      const key = group.pieces.map(({ span, text }) => `${span.join()} ${text(() => "")}`).join("\0");
      const facts = [...(groups.get(key)?.facts ?? []), ...group.facts];
      groups.set(key, { ...group, facts });
    }
  }
  return { groups: [...groups.values()], refused };
}

/** Plans the notices of one definition: at every statement of it that has none. */
function planNotice(file: PythonFile, { fact, statements }: Defined, notice: string): Planned {
  const said = `Deprecated: ${notice.replaceAll(/\s+/g, " ").trim()}`;
  const pieces: Piece[] = [];
  for (const place of fact.name === "*" ? [file.ast] : bare(file, statements)) {
    const piece = noticeAt(file, place, said);
    if (typeof piece === "string") return refuse([fact], piece);
    pieces.push(piece);
  }
  return { groups: [{ facts: [fact], consumes: [], pieces }], refused: new Map() };
}

/** Beside an implementation, overloads need none. */
function bare(file: PythonFile, statements: readonly PyNode[]): readonly PyNode[] {
  const implementations = statements.filter((statement) => !isOverload(statement));
  return (implementations.length > 0 ? implementations : statements).filter((statement) => !isNoticed(statement, file, scopesOf(file.ast)));
}

/** The piece that gives one statement, or the file, its notice; the reason where there is no place for it. */
function noticeAt(file: PythonFile, place: PyNode, said: string): Piece | string {
  const { text } = file;
  if (place.type === "PyModule") return inDocstring(text, place, "", said) ?? inserted(headerEnd(file), headerText(text, headerEnd(file), said));
  if (place.type === "PyFunction" || place.type === "PyClass") return inBody(file, place, place.body, said);
  const start = blockStatement(place).range[0];
  if (isJoined(text, start)) return "its line goes on from the one before";
  return inserted(startOfLine(text, start), `${indentOf(text, start)}# ${said}${lineBreak(text)}`);
}

/** The docstring of a block. */
function docstringOf({ body: [first] }: PyModule | PySuite): PyStrings | undefined {
  const expression = first?.type === "PyStatementLine" ? first.body[0] : undefined;
  const isText = expression?.type === "PyStrings" && expression.parts.every((part) => part.type === "PyString" && !part.isBytes);
  return isText ? expression : undefined;
}

/** Adds to a body's docstring, or gives it one. What stands behind the colon goes to lines of its own. */
function inBody(file: PythonFile, { type, range }: PyNode, body: PySuite, said: string): Piece | string {
  const { text } = file;
  const [first] = body.body;
  if (!first) return "it has no body";
  const start = first.range[0];
  // "Insert a blank line after all docstrings that document a class" (PEP 257).
  const docstring = `"""${padded(escaped(said), '"""')}"""${type === "PyClass" ? lineBreak(text) : ""}`;
  if (opensLine(text, start) && !isJoined(text, start)) {
    const indent = indentOf(text, start);
    return inDocstring(text, body, indent, said) ?? inserted(start, `${docstring}${lineBreak(text)}${indent}`);
  }
  const colon = text.lastIndexOf(":", start);
  if (!/^:[^\S\r\n]*(?:\\(?:\r\n|[\r\n])[^\S\r\n]*)?$/.test(text.slice(colon, start))) return "its body does not follow its colon";
  const indent = indentOf(text, range[0]) + indentUnit(text, file.ast);
  const separator = lineBreak(text) + indent;
  const change = inDocstring(text, body, indent, said);
  if (change === undefined) return { span: [colon + 1, start], text: () => `${separator}${docstring}${separator}` };
  if (typeof change === "string") return change;
  const next = first.type === "PyStatementLine" ? first.body[1]?.range[0] : undefined;
  const end = docstringOf(body)?.range[1] ?? start;
  const changed = text.slice(start, change.span[0]) + change.text(() => "") + text.slice(change.span[1], end);
  return { span: [colon + 1, next ?? end], text: () => separator + changed + (next === undefined ? "" : separator) };
}

/**
 * Adds a paragraph to the docstring of a block, in its layout; `undefined` where it has none.
 * @param indent the block's
 */
function inDocstring(text: string, block: PyModule | PySuite, indent: string, said: string): Piece | string | undefined {
  const docstring = docstringOf(block);
  if (!docstring) return undefined;
  const [part] = docstring.parts;
  if (docstring.parts.length > 1 || part?.type !== "PyString") return joined;
  const [start, end] = part.inner;
  const inner = text.slice(start, end);
  const prefix = text.slice(part.range[0], start).replace(/['"]+$/, "");
  const quotes = text.slice(end, part.range[1]);
  const words = /r/i.test(prefix) ? said : escaped(said);
  // A notice is a paragraph of its own, which takes quotes that go over lines.
  const triple = quotes.length === 3 ? quotes : quotes.repeat(3);
  if (words.includes(triple)) return "its docstring is in the quotes that the notice has";
  if (inner.trim() === "") return { span: part.range, text: () => `${prefix}${triple}${padded(words, triple)}${triple}` };
  const newline = lineBreak(text);
  const content = inner.trimEnd();
  const paragraph = `${newline}${newline}${indent}${words}`;
  if (quotes === triple && /[\r\n]/.test(inner)) {
    const tail = inner.slice(content.length);
    // Directly before the quotes there must be none of their kind.
    return { span: [start + content.length, end], text: () => paragraph + (tail === "" && words.endsWith(quotes.charAt(0)) ? " " : tail) };
  }
  if (inner.includes(triple)) return joined;
  return { span: part.range, text: () => `${prefix}${triple}${content}${paragraph}${newline}${indent}${triple}` };
}

function escaped(said: string): string {
  return said.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"');
}

function padded(words: string, quotes: string): string {
  return words.endsWith(quotes.charAt(0)) ? `${words} ` : words;
}

/** By what the file indents its blocks. */
function indentUnit(text: string, ast: PyModule): string {
  for (const node of nodesOf(ast)) {
    const [first] = node.type === "PySuite" ? node.body : [];
    const outer = node.parent;
    if (!first || !outer || !opensLine(text, first.range[0])) continue;
    const [inner, around] = [indentOf(text, first.range[0]), indentOf(text, outer.range[0])];
    if (inner.startsWith(around) && inner.length > around.length) return inner.slice(around.length);
  }
  return "    ";
}

/** Behind the comments at the top that are the file's own: `#!`, an encoding, a licence. */
function headerEnd({ text, comments, ast }: PythonFile): number {
  const [first] = ast.body;
  const top = comments.filter(({ range }) => !first || range[1] <= first.range[0]);
  let end = 0;
  let isHeader = false;
  for (const [index, { value, range, loc }] of top.entries()) {
    if (loc.start.line !== index + 1) break;
    const isSpecial = (index === 0 && value.startsWith("!")) || (index < 2 && /coding[:=]/.test(value));
    isHeader ||= /copyright|licen[cs]e|SPDX-/i.test(value);
    const behind = behindBreak(text, range[1]);
    if (isSpecial) end = behind;
    // A block of comments is the file's, where it says so or stands apart.
    const next = top[index + 1];
    if (next?.loc.start.line !== index + 2 && (isHeader || /^[ \t]*(?:[\r\n]|$)/.test(text.slice(behind)))) end = behind;
  }
  return end;
}

function headerText(text: string, offset: number, said: string): string {
  const newline = lineBreak(text);
  const docstring = `"""${padded(escaped(said), '"""')}"""${newline}`;
  const before = offset > 0 ? (/[\r\n]$/.test(text.slice(0, offset)) ? "" : newline) : "";
  const isApart = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(offset));
  // A licence stands apart from what follows it.
  const gap = offset > 0 && isApart && text.slice(offset) !== "" ? newline : "";
  return `${before}${gap}${docstring}${isApart ? "" : newline}`;
}
