/** Offsets ↔ lines and columns. Python breaks lines at CRLF, LF and CR, and nowhere else. */
import type { PyPosition } from "./tree/node.ts";

/** What ends a line. */
export const lineBreak = /\r\n|[\r\n]/;

/** The lines of one text, found when they are first asked for. */
export class Lines {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The place of an offset: line from 1, column from 0, in UTF-16 units. */
  position(offset: number): PyPosition {
    const starts = (this.#starts ??= startsOf(this.#text));
    const index = indexAt(starts, offset);
    return { line: index + 1, column: offset - (starts[index] ?? 0) };
  }
}

/** The index of the last start that is no further than `offset`; the starts ascend from 0. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(new RegExp(lineBreak, "g"))) starts.push(match.index + match[0].length);
  return starts;
}
