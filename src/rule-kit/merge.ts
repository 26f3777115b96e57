/** One edit out of many. */
import type { TextEdit } from "../languages/adapter.ts";

/** ESLint's form of an edit. */
export interface MergedEdit {
  readonly range: [number, number];
  readonly text: string;
}

/**
 * Merges disjoint, ordered edits into one over the range that they span. Merged once and shared by all reports: ESLint
 * would build the text anew for each of thousands.
 * @returns `undefined` where there is nothing to edit
 */
export function merged(text: string, edits: readonly TextEdit[]): MergedEdit | undefined {
  const [first] = edits;
  const last = edits.at(-1);
  if (!first || !last) return undefined;
  let result = "";
  let end = first.span[0];
  for (const edit of edits) {
    result += text.slice(end, edit.span[0]) + edit.text;
    end = edit.span[1];
  }
  return { range: [first.span[0], last.span[1]], text: result };
}
