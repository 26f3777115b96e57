/** Fills a `to`: the canonical symbol's name, captured and bound code, argument lists that are kept. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Span } from "../../../policy/facts.ts";
import { cut } from "../../pieces.ts";
import type { Node, Source } from "../syntax.ts";
import { keptLists } from "./arguments.ts";
import type { KeptList } from "./arguments.ts";
import { spanWithComments, withoutLead } from "./comments.ts";
import type { CompiledRewrite } from "./compile.ts";
import { applyEdits, compose } from "../../compose.ts";
import type { Piece } from "../../compose.ts";
import type { Match } from "./match.ts";
import type { Hole } from "./placeholder.ts";
import { needsParentheses } from "./precedence.ts";
import { preferredQuote, requoted } from "./quotes.ts";
import { readExpression } from "./template.ts";
import type { Template, TemplateNode } from "./template.ts";
import { held, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** Gives the file's text of a span, with what is to change in it changed. */
type Inner = (span: Span) => string;

/** Everything that is known of a match when it is written. */
export interface Job {
  readonly source: Source;
  readonly rewrite: CompiledRewrite;
  readonly match: Match;
  /** The canonical symbol's name here. */
  readonly canonical: string;
  /** What `bind` gives. */
  readonly bound: ReadonlyMap<string, Template>;
}

/** A `to` with the code that it is filled with. */
export interface Filling {
  /** The code of the file that it holds. */
  readonly kept: readonly Span[];
  readonly lists: readonly KeptList[];
  /**
   * The text of a node of `to`, filled.
   * @param extra more to be written into `to`
   */
  text(node: TemplateNode, inner: Inner, extra: readonly Piece[]): string;
}

/** Prepares the filling of a match's `to`. */
export function fill(job: Job): Filling {
  const { source, match, rewrite } = job;
  const { template, holes } = rewrite.output;
  const lists = keptLists(source, rewrite, match);
  const open = holes.filter(({ node }) => !lists.some(({ place }) => liesIn(node, place)));
  const spans = new Map<string, Span>();
  for (const { name } of open) {
    const capture = match.captures.get(name);
    const span = capture && spanWithComments(source, capture, boundsOf(match, capture.nodes[0]));
    if (span) spans.set(name, span);
  }
  return {
    lists,
    kept: [...lists.map(({ span }) => span), ...spans.values()],
    text: (node, inner, extra) => {
      const pieces = [...namePieces(job), ...listPieces(template, open, spans), ...extra];
      for (const hole of open) pieces.push({ span: [hole.node.start, hole.node.end], text: () => holeText(job, hole, spans, inner) });
      for (const list of lists)
        pieces.push({ span: [list.place[0] + 1, list.place[1]], text: () => inner([list.span[0] + 1, list.span[1]]) });
      const within = pieces.filter(({ span }) => node.start <= span[0] && span[1] <= node.end);
      const edits = compose(template.text, outside(within, lists)).map(({ span, text }) => ({
        span: [span[0] - node.start, span[1] - node.start] as const,
        text,
      }));
      return applyEdits(template.text.slice(node.start, node.end), edits);
    },
  };
}

/** A captured node stands where the match is, or where the variable was declared. */
function boundsOf(match: Match, node: Node | undefined): TSESTree.Range {
  const [start, end] = match.root.range;
  const isThere = node && start <= node.range[0] && node.range[1] <= end;
  return isThere || !match.detour ? match.root.range : match.detour.value.range;
}

/** Without what a kept list replaces anyway. */
function outside(pieces: readonly Piece[], lists: readonly KeptList[]): Piece[] {
  return pieces.filter(({ span }) => !lists.some(({ place }) => place[0] + 1 < span[1] && place[0] + 1 <= span[0] && span[1] < place[1]));
}

function namePieces({ source, rewrite, canonical }: Job): Piece[] {
  const { template, canonical: nodes } = rewrite.output;
  const names = nodes.map((node): Piece => {
    const parent = template.places.get(node)?.parent;
    const shorthand = parent?.type === "Property" && held(parent, "shorthand") === true;
    const text = shorthand ? `${template.text.slice(node.start, node.end)}: ${canonical}` : canonical;
    return { span: [node.start, node.end], text: () => text };
  });
  const literals = template.nodes.filter((node) => node.type === "Literal" && typeof held(node, "value") === "string");
  const quote = literals.length > 0 ? preferredQuote(source) : undefined;
  const strings = literals.map((node): Piece => ({ span: [node.start, node.end], text: () => requoted(node, template.text, quote) }));
  return [...names, ...strings];
}

/** A list with a `$$$name` is joined anew: where that stands for nothing, a comma goes too. */
function listPieces(template: Template, holes: readonly Hole[], spans: ReadonlyMap<string, Span>): Piece[] {
  return holes.flatMap(({ node, name, rest }): Piece[] => {
    const place = template.places.get(node);
    if (!rest || !place || spans.has(name)) return [];
    const items = heldTrees(place.parent, place.key).filter(isTemplateNode);
    const index = items.findIndex((item) => item === node);
    const next = items[index + 1];
    const previous = items[index - 1];
    if (next) return [cut(node.start, next.start)];
    return previous ? [cut(previous.end, node.end)] : [];
  });
}

function isTemplateNode(node: Tree): node is TemplateNode {
  return "start" in node && "end" in node;
}

function holeText(job: Job, hole: Hole, spans: ReadonlyMap<string, Span>, inner: Inner): string {
  const { template } = job.rewrite.output;
  const bound = job.bound.get(hole.name);
  const span = spans.get(hole.name);
  const text = bound ? bound.text.trim() : span ? inner(span) : "";
  if (hole.rest) return text;
  const tree = bound?.root ?? codeTree(job, hole.name, span, text);
  const before = template.text.slice(0, hole.node.start);
  const isGrouped = /\(\s*$/.test(before) && /^\s*\)/.test(template.text.slice(hole.node.end)) && !isArgument(template, hole.node);
  if (isGrouped) return text;
  const head = withoutLead(text);
  const place = template.places.get(hole.node);
  const joins = /[+-]$/.test(before) && before.endsWith(head.slice(0, 1));
  const opens = place?.parent.type === "ArrowFunctionExpression" && head.startsWith("{");
  return joins || opens || (tree ? needsParentheses(tree, text, place) : place !== undefined) ? `(${text})` : text;
}

function isArgument(template: Template, node: TemplateNode): boolean {
  return template.places.get(node)?.key === "arguments";
}

/** The captured node; where something in it is rewritten too, the node that it becomes. */
function codeTree({ source, match }: Job, name: string, span: Span | undefined, text: string): Tree | undefined {
  const node = match.captures.get(name)?.nodes[0];
  return node && span && source.text.slice(...span) === text ? node : readExpression(text);
}

function liesIn(node: TemplateNode, [start, end]: Span): boolean {
  return start <= node.start && node.end <= end;
}
