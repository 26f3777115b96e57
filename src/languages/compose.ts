/** Makes text edits of pieces of new text that may lie in one another. */
import type { Span } from "../policy/facts.ts";
import type { TextEdit } from "./adapter.ts";

/** New text for a span of the file. */
export interface Piece {
  readonly span: Span;
  /** `inner(span)` gives the file's text of that span, with all pieces that lie inside it applied. */
  readonly text: (inner: (span: Span) => string) => string;
  /** For a declarator that goes: what goes with it depends on which of its neighbours go too. */
  readonly declarator?: Declarator;
}

/** How one of several declarators is taken out of its declaration. */
export interface Declarator {
  /** Its index among all of the declaration, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Takes out the whole statement. */
  readonly statement: Piece;
  /** Takes out the declarator and the comma behind it. */
  readonly leading: Piece;
  /** Takes out the declarator and the comma before it. */
  readonly trailing: Piece;
}

/**
 * Makes disjoint edits, in the order of the text. Pieces that say the same of the same span count once; insertions at
 * one offset keep their order, and stand before what begins there.
 * @throws where two pieces overlap without one lying in the other, or say different things of one span: whoever gives
 * such orders has planned one site twice
 */
export function compose(text: string, pieces: readonly Piece[]): readonly TextEdit[] {
  const composer = new Composer(text, pieces.length === 0 ? [] : withoutTwins(resolveDeclarators(pieces)));
  // One past the end, so that what is added to the end of the text counts as in it.
  return composer.outermost([0, text.length + 1]).map((piece) => ({ span: piece.span, text: composer.textOf(piece) }));
}

/** Text with the edits of `compose` made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { span, text: replaced } of edits) {
    result += text.slice(done, span[0]) + replaced;
    done = span[1];
  }
  return result + text.slice(done);
}

class Composer {
  readonly #text: string;
  /** By start; insertions before what begins there, outer pieces before inner ones. */
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.#text = text;
    this.#pieces = pieces.toSorted(
      (one, other) =>
        one.span[0] - other.span[0] ||
        Number(isInsertion(other)) - Number(isInsertion(one)) ||
        other.span[1] - one.span[1],
    );
  }

  textOf(piece: Piece): string {
    return piece.text((span) => this.#apply(span, piece));
  }

  /** The pieces in `span` that lie in no other piece of it. */
  outermost([start, end]: Span, outer?: Piece): Piece[] {
    const found: Piece[] = [];
    let last: Piece | undefined;
    for (let index = this.#firstFrom(start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (!piece || piece.span[0] >= end) break;
      if (piece === outer) continue;
      if (outer && contains(piece.span, outer.span)) continue;
      if (piece.span[1] > end) throw overlap(piece, [start, end]);
      if (!last || last.span[1] <= piece.span[0]) found.push((last = piece));
      else if (piece.span[1] > last.span[1]) throw overlap(piece, last.span);
    }
    return found;
  }

  #apply(span: Span, outer: Piece): string {
    const edits = this.outermost(span, outer).map((piece) => ({
      span: shifted(piece.span, -span[0]),
      text: this.textOf(piece),
    }));
    return applyEdits(this.#text.slice(...span), edits);
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.span[0] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isInsertion({ span: [start, end] }: Piece): boolean {
  return start === end;
}

function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1] && outer[0] !== outer[1];
}

function shifted([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}

function overlap({ span }: Piece, other: Span): Error {
  return new Error(`Two rewrites overlap: [${span.join(", ")}) and [${other.join(", ")}).`);
}

/** Makes one piece of those that replace the same span. */
function withoutTwins(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const bySpan = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = piece.span.join();
    const twins = bySpan.get(key);
    if (isInsertion(piece)) kept.push(piece);
    else if (twins) twins.push(piece);
    else bySpan.set(key, [piece]);
  }
  for (const [first, ...others] of bySpan.values()) {
    if (!first) continue;
    if (others.length === 0) kept.push(first);
    else kept.push({ span: first.span, text: (inner) => agreed([first, ...others], inner) });
  }
  return kept;
}

function agreed(twins: readonly Piece[], inner: (span: Span) => string): string {
  const [text, ...others] = new Set(twins.map((piece) => piece.text(inner)));
  if (text === undefined || others.length > 0) throw new Error(`Two rewrites of [${twins[0]?.span.join(", ") ?? ""}) differ.`);
  return text;
}

/** Decides, for each declarator that goes, what goes with it: the statement where none stays, else a comma. */
function resolveDeclarators(pieces: readonly Piece[]): Piece[] {
  const gone = new Map<number, Set<number>>();
  for (const { declarator } of pieces) {
    if (!declarator) continue;
    const start = declarator.statement.span[0];
    gone.set(start, (gone.get(start) ?? new Set()).add(declarator.index));
  }
  return pieces.map((piece) => {
    const { declarator } = piece;
    if (!declarator) return piece;
    const indexes = gone.get(declarator.statement.span[0]);
    if (indexes?.size === declarator.count) return declarator.statement;
    for (let index = declarator.index + 1; index < declarator.count; index++)
      if (!indexes?.has(index)) return declarator.leading;
    return declarator.trailing;
  });
}
