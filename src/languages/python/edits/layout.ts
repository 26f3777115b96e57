/** Where things stand in a Python text: what is between two tokens, and what else is on a line. */
import { startOfLine } from "../../text-lines.ts";

/** White space, line breaks, joined lines and comments: what may stand between two tokens. */
const trivia = /(?:\s|\\(?=[\r\n])|#[^\r\n]*)*/y;

/** The offset of the next token. */
export function nextToken(text: string, offset: number): number {
  trivia.lastIndex = offset;
  trivia.test(text);
  return trivia.lastIndex;
}

/** The offset behind the comma that is the next token; `undefined` where something else is. */
export function behindComma(text: string, offset: number): number | undefined {
  const next = nextToken(text, offset);
  return text[next] === "," ? next + 1 : undefined;
}

/** The offset of the break that ends the line, where but white space and a comment nothing follows `offset` on it. */
export function endOfLine(text: string, offset: number): number | undefined {
  const rest = /[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;
  rest.lastIndex = offset;
  return rest.test(text) ? rest.lastIndex : undefined;
}

/** Whether only white space stands before `offset` on its line. */
export function opensLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === "";
}

/** Whether the line of `offset` goes on from the one before, by a backslash. */
export function isJoined(text: string, offset: number): boolean {
  const line = startOfLine(text, offset);
  const before = text.slice(startOfLine(text, Math.max(0, line - 1)), line);
  return /\\(?:\r\n|[\r\n])$/.test(before) && !/^[^\S\r\n]*#/.test(before);
}

/** The indentation of the line of `offset`: a form feed is no part of it. */
export function indentOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /^\f*([ \t]*)/.exec(text.slice(start, offset))?.[1] ?? "";
}
