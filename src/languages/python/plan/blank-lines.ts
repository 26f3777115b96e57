/** Blank lines around what is taken out: not more than there were. */
import type { TextEdit } from "../../adapter.ts";
import { startOfLine } from "../../text-lines.ts";

/** Joins edits that take out whole lines one after the other, and leaves of the blank lines around them the longer run. */
export function tidied(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const previous = result.at(-1);
    const isRun = previous && takesLines(text, previous) && takesLines(text, edit) && /^[ \t\r\n]*$/.test(text.slice(previous.span[1], edit.span[0]));
    // What is blank between two that go counts as behind both.
    if (isRun) result[result.length - 1] = { span: [previous.span[0], edit.span[1]], text: "" };
    else result.push(edit);
  }
  return result.map((edit, index) => (takesLines(text, edit) ? widened(text, edit, result[index + 1]) : edit));
}

function takesLines(text: string, { span: [start, end], text: left }: TextEdit): boolean {
  return left === "" && startOfLine(text, start) === start && end > start && (end === text.length || startOfLine(text, end) === end);
}

function widened(text: string, edit: TextEdit, next: TextEdit | undefined): TextEdit {
  const [start, end] = edit.span;
  const before = text.slice(blankFrom(text, start), start);
  const behind = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end, next ? next.span[0] : undefined))?.[0] ?? "";
  const isLast = end + behind.length === text.length;
  // At the top of the file or of a block, nothing is to be kept apart.
  const isFirst = start === before.length || /:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)$/.test(text.slice(lineBefore(text, start - before.length), start - before.length));
  if (isLast) return { span: [start - before.length, text.length], text: "" };
  if (before === "" && !isFirst) return edit;
  const surplus = isFirst ? lines(behind).length : Math.min(lines(before).length, lines(behind).length);
  return { span: [start, end + lines(behind).slice(0, surplus).join("").length], text: "" };
}

/** Where the line begins that ends at the line start `offset`. */
function lineBefore(text: string, offset: number): number {
  return startOfLine(text, text.slice(offset - 2, offset) === "\r\n" ? offset - 2 : offset - 1);
}

/** Where the blank lines begin that end at the line start `offset`; a form feed makes a line no blank one. */
function blankFrom(text: string, offset: number): number {
  let from = offset;
  while (from > 0) {
    const line = lineBefore(text, from);
    if (!/^[ \t]*[\r\n]+$/.test(text.slice(line, from))) break;
    from = line;
  }
  return from;
}

function lines(blank: string): readonly string[] {
  return blank.match(/[ \t]*(?:\r\n|\n|\r)/g) ?? [];
}
