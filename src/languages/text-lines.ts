/** Lines of a text, for edits that keep its layout. */

/** The text's own line break; `\n` for a text of one line. */
export function lineBreak(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The offset behind the line break at `offset`; that itself where none is there. */
export function behindBreak(text: string, offset: number): number {
  return offset + (/^(?:\r\n|[\r\n])/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0);
}

/** The white space between the start of the line and `offset`; empty where other text stands there. */
export function indentBefore(text: string, offset: number): string {
  const before = text.slice(startOfLine(text, offset), offset);
  return /^\s*$/.test(before) ? before : "";
}

/** Where the line of `offset` starts. A lone `\r` is looked for in that line only: most files have none, down to their start. */
export function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start + text.slice(start, offset).lastIndexOf("\r") + 1;
}
