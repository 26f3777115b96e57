/** Writes what takes a match's place. */
import { ASTUtils } from "@typescript-eslint/utils";
import type { Span } from "../../../policy/facts.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { callsIn, keptLists, listInTemplate } from "./arguments.ts";
import { asBlock, commentText, commentsOutside, indentationAt, isInline, lineEnding, spanWithComments, withoutLead } from "./comments.ts";
import type { CompiledRewrite } from "./compile.ts";
import { applyEdits, compose } from "./compose.ts";
import type { Piece } from "./compose.ts";
import type { Match } from "./match.ts";
import { needsParentheses } from "./precedence.ts";
import type { Slot } from "./precedence.ts";
import type { Hole } from "./placeholder.ts";
import { preferredQuote, requoted } from "./quotes.ts";
import { continues, followsUnended } from "./semicolon.ts";
import { readExpression } from "./template.ts";
import type { Template, TemplateNode } from "./template.ts";
import { children, held, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** Everything that is known of a match when it is written. */
export interface Order {
  readonly source: Source;
  readonly rewrite: CompiledRewrite;
  readonly match: Match;
  /** The canonical symbol's name here. */
  readonly canonical: string;
  /** What `bind` gives. */
  readonly bound: ReadonlyMap<string, Template>;
}

/** The new text. */
export interface Rendering {
  readonly piece: Piece;
  /** The captured code and argument lists that it holds. */
  readonly kept: readonly Span[];
  /** A line comment has no place in it but as a block comment. */
  readonly recast: boolean;
}

type Inner = (span: Span) => string;

/** Writes a match's new text. */
export function render(order: Order): Rendering {
  const { source, rewrite, match } = order;
  const { template } = rewrite.output;
  const lists = keptLists(source, rewrite, match);
  const holes = rewrite.output.holes.filter(({ node }) => !lists.some(({ place }) => liesIn(node, place)));
  const spans = captureSpans(order, holes);
  const kept = [...lists.map(({ span }) => span), ...spans.values()];
  const loose = commentsOutside(source, match.root, kept);
  const lists2 = callsIn(template).map((call) => listInTemplate(template, call)?.[0]);
  const opening = lists2.filter((offset) => offset !== undefined).toSorted((one, other) => one - other)[0];
  const behind = opening === undefined ? [] : loose.filter((comment) => !isInline(comment));
  const leading = loose.filter((comment) => !behind.includes(comment));

  const fixed: Piece[] = lists.map(({ place, span }) => ({ span: place, text: () => source.text.slice(...span) }));
  const write = (inner: Inner): string => {
    const pieces = [...templatePieces(order, holes, spans, inner)];
    for (const { place, span } of lists) pieces.push({ span: [place[0] + 1, place[1]], text: () => inner([span[0] + 1, span[1]]) });
    if (opening !== undefined && behind.length > 0) {
      const list = lists.find(({ place }) => place[0] === opening);
      const follows = list ? source.text.slice(list.span[0] + 1) : template.text.slice(opening + 1);
      pieces.push(commentPiece(source, opening + 1, behind, follows));
    }
    return rootText(order, pieces, leading.map((comment) => (isInline(comment) ? commentText(source, comment) : asBlock(comment))));
  };
  void fixed;
  return { piece: { span: match.root.range, text: write }, kept, recast: leading.some((comment) => !isInline(comment)) };
}

function captureSpans({ source, match }: Order, holes: readonly Hole[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const { name } of holes) {
    const capture = match.captures.get(name);
    const bounds = match.detour && capture?.nodes[0] && !isInside(capture.nodes[0], match.root) ? match.detour.value.range : match.root.range;
    const span = capture && spanWithComments(source, capture.nodes, bounds);
    if (span) spans.set(name, span);
  }
  return spans;
}
