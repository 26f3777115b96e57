/** What of a changed file has to be parsed to know that all of it does. */
import type { TextEdit } from "../../adapter.ts";
import { applyEdits } from "../../compose.ts";
import { indexAt } from "../lines.ts";
import type { PyModule } from "../tree/node.ts";

/**
 * The module's statements that edits change, with the edits made: those side by side as one text. Each has to parse by itself;
 * the others do as before.
 * @param edits in the order of the text, and disjoint
 */
export function* changedStatements(text: string, module: PyModule, edits: readonly TextEdit[]): Iterable<string> {
  const starts = startsOf(module);
  let [first, last] = [0, -1];
  let own: TextEdit[] = [];
  for (const edit of edits) {
    const [from, to] = [indexAt(starts, edit.span[0]), indexAt(starts, edit.span[1])];
    if (own.length > 0 && from > last + 1) {
      yield changed(text, [starts[first] ?? 0, starts[last + 1] ?? text.length], own);
      own = [];
    }
    if (own.length === 0) first = from;
    own.push(edit);
    last = to;
  }
  if (own.length > 0) yield changed(text, [starts[first] ?? 0, starts[last + 1] ?? text.length], own);
}

/** Where the lines begin with which the module's statements do; what stands between two of them goes with the upper one. */
function startsOf({ body }: PyModule): readonly number[] {
  const starts = [0];
  let end = body[0]?.range[1] ?? 0;
  for (const { range, loc } of body.slice(1)) {
    const start = range[0] - loc.start.column;
    if (start >= end) starts.push(start);
    end = range[1];
  }
  return starts;
}

function changed(text: string, [start, end]: readonly [start: number, end: number], edits: readonly TextEdit[]): string {
  const own = edits.map(({ span, text: by }): TextEdit => ({ span: [span[0] - start, span[1] - start], text: by }));
  const part = applyEdits(text.slice(start, end), own);
  // A header without a body, or a backslash, must not end it where another statement follows.
  return end === text.length ? part : `${part}pass\n`;
}
