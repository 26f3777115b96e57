/** The three ways of changing a text at a place. */
import type { Piece } from "./compose.ts";
import type { Span } from "../policy/facts.ts";

/** A piece that replaces a node by a fixed text. */
export function replaced({ range }: { readonly range: Span }, text: string): Piece {
  return { span: range, text: () => text };
}

/** A piece that takes a span out. */
export function cut(start: number, end: number): Piece {
  return { span: [start, end], text: () => "" };
}

/** A piece that puts text in at an offset. */
export function inserted(offset: number, text: string): Piece {
  return { span: [offset, offset], text: () => text };
}
