/** Fills a `to`: the canonical symbol's name, captured and bound code, argument lists that are kept. */
import type { Piece } from "../../compose.ts";
import type { PyModule, PyNode, PyRange } from "../tree/node.ts";
import type { CompiledRewrite } from "./compile.ts";
import { type KeptList, keptLists, type Texts } from "./kept-lists.ts";
import type { Capture, Match } from "./match.ts";
import type { Hole } from "./placeholder.ts";
import { needsParentheses } from "./precedence.ts";
import { preferredQuote, quotesAround, requoted } from "./quotes.ts";
import { outerRange, ownsParentheses, within } from "./ranges.ts";
import { readTemplate, type Template } from "./template.ts";

/** Gives the file's text of a span, with what is to change in it changed. */
type Inner = Parameters<Piece["text"]>[0];

/** Everything that is known of a match when it is written. */
export interface Job {
  readonly file: Texts & { readonly ast: PyModule };
  readonly rewrite: CompiledRewrite;
  readonly match: Match;
  /** How the canonical symbol is spelled here. */
  readonly canonical: string;
  /** What `bind` gives. */
  readonly bound: ReadonlyMap<string, Template>;
  /** Quotes that may not be written: those of f-strings around the match. */
  readonly quotes: ReadonlySet<string>;
}

/** New text for a range of a manifest text. */
export interface Edit {
  readonly range: PyRange;
  readonly text: string;
}

/** A `to` with the code that it is filled with. */
export interface Filling {
  /** The code of the file that it holds. */
  readonly kept: readonly PyRange[];
  readonly lists: readonly KeptList[];
  /** The text of a node of `to`, filled, and with `extra` written into it. */
  text(node: PyNode, inner: Inner, extra: readonly Edit[]): string;
}

/** Prepares the filling of a match's `to`. */
export function fill(job: Job): Filling {
  const { file, match, rewrite } = job;
  const { template, holes } = rewrite.output;
  const lists = keptLists(file, rewrite, match);
  const inLists = (node: PyNode): boolean => lists.some(({ place }) => within(node.range, place));
  const open = holes.filter(({ node }) => !inLists(node));
  const captured = open.flatMap(({ name }) => match.captures.get(name) ?? []);
  return {
    lists,
    kept: [...lists.map(({ span }) => span), ...captured.flatMap((capture) => rangesOf(capture, file.text))],
    text: (node, inner, extra) => {
      const edits: Edit[] = [...extra];
      for (const name of rewrite.output.canonical) edits.push({ range: name.range, text: job.canonical });
      for (const string of template.nodes)
        if (string.type === "PyString" && !inLists(string) && quotesAround(string, template.code).size === 0) edits.push({ range: string.range, text: stringText(job, string) });
      for (const hole of open) edits.push(holeEdit(job, hole, inner));
      for (const list of lists) edits.push({ range: list.place, text: textOfList(list, inner) });
      return edited(template.code, node.range, edits);
    },
  };
}

function edited(code: string, [start, end]: PyRange, edits: readonly Edit[]): string {
  let result = "";
  let done = start;
  for (const { range, text } of edits.toSorted((one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1])) {
    if (range[0] < done || range[1] > end) continue;
    result += code.slice(done, range[0]) + text;
    done = range[1];
  }
  return result + code.slice(done, end);
}

function textOfList({ span: [start, end], edits }: KeptList, inner: Inner): string {
  let text = "";
  let done = start;
  for (const { range, text: written } of edits) {
    text += inner([done, range[0]]) + written;
    done = range[1];
  }
  return text + inner([done, end]);
}

function stringText({ file, rewrite, quotes }: Job, string: PyNode): string {
  const text = rewrite.output.template.code.slice(...string.range);
  return requoted(text, preferredQuote(file.ast, file.text, quotes));
}

/** The texts that a placeholder's code is taken from: one, unless something else stands between its items. */
export function rangesOf({ hole, nodes }: Capture, text: string): readonly PyRange[] {
  if (!hole.rest) return nodes.map(({ range }) => range);
  const ranges: PyRange[] = [];
  let previous: PyNode | undefined;
  for (const node of nodes) {
    const range = itemRange(node, text);
    const last = ranges.at(-1);
    if (last && previous && isNext(previous, node)) ranges[ranges.length - 1] = [last[0], range[1]];
    else ranges.push(range);
    previous = node;
  }
  return ranges;
}

function isNext(one: PyNode, other: PyNode): boolean {
  const { parent } = one;
  const items: readonly PyNode[] = parent?.type === "PyCall" ? parent.arguments : parent?.type === "PyList" ? parent.items : [];
  return items[items.indexOf(one) + 1] === other;
}

/** An item with the parentheses around its value. */
function itemRange(node: PyNode, text: string): PyRange {
  const value = node.type === "PyArgument" ? outerRange(node.value, text) : outerRange(node, text);
  return [Math.min(node.range[0], value[0]), Math.max(node.range[1], value[1])];
}

function holeEdit(job: Job, hole: Hole, inner: Inner): Edit {
  const { match, file } = job;
  const { template } = job.rewrite.output;
  const capture = match.captures.get(hole.name);
  const bound = job.bound.get(hole.name);
  const { range } = hole.node;
  if (bound) return { range, text: fitted(template, hole, bound.root, bound.code.slice(...bound.root.range), bound.code) };
  const [first] = capture?.nodes ?? [];
  if (!capture || !first) return emptied(template, hole);
  if (hole.rest) {
    const text = rangesOf(capture, file.text).map(inner).join(", ");
    // A generator alone needs no parentheses, but not beside others.
    const value = first.type === "PyArgument" ? first.value : first;
    const isBare = value.type === "PyComprehension" && !ownsParentheses(value, file.text) && !isAlone(template, hole.node);
    return { range, text: isBare ? `(${text})` : text };
  }
  const text = inner(first.range);
  if (text === file.text.slice(...first.range)) return { range, text: fitted(template, hole, first, text, file.text) };
  // Where something in it is rewritten too, the node is what that became.
  const changed = readTemplate(text);
  return { range, text: changed ? fitted(template, hole, changed.root, text, changed.code) : `(${text})` };
}

/** Whether a place is that of a call's only argument, without a comma: there a generator needs no parentheses. */
function isAlone({ code }: Template, { range, parent }: PyNode): boolean {
  const call = parent?.parent;
  if (parent?.type !== "PyArgument" || parent.name || parent.star !== "" || call?.type !== "PyCall") return false;
  return call.arguments.length === 1 && !code.slice(range[1], call.range[1]).includes(",");
}

/**
 * The text of `node` for a placeholder, in parentheses where its place needs them.
 * @param source the text in which the node's own places count
 */
function fitted(template: Template, { node: place }: Hole, node: PyNode, text: string, source: string): string {
  const { parent } = place;
  if (place.parenthesized || !parent) return text;
  const isBare = node.type === "PyComprehension" && !ownsParentheses(node, source);
  const breaks = /[\r\n]/.test(text) && !isBracketed(template, place);
  return breaks || (isBare ? !isAlone(template, place) : needsParentheses(node, { parent, child: place })) ? `(${text})` : text;
}

/** Whether a place in a manifest text is within brackets, so that a line may end there. */
function isBracketed({ root }: Template, place: PyNode): boolean {
  let child = place;
  for (let { parent } = place; parent && child !== root; child = parent, parent = parent.parent) {
    if (child.parenthesized || parent.type === "PyList" || parent.type === "PySet" || parent.type === "PyDict" || parent.type === "PyComprehension") return true;
    if (parent.type === "PyTuple" && parent.hasParentheses) return true;
    if ((parent.type === "PyCall" && parent.callee !== child) || (parent.type === "PySubscript" && parent.object !== child)) return true;
  }
  return false;
}

/** Where a `$$$name` stands for nothing, a comma goes too. */
function emptied({ code }: Template, { node }: Hole): Edit {
  const argument: PyNode = node.parent?.type === "PyArgument" ? node.parent : node;
  const list = argument.parent;
  const items: readonly PyNode[] = list?.type === "PyCall" ? list.arguments : list?.type === "PyList" ? list.items : [];
  const at = items.indexOf(argument);
  const [previous, next] = [items[at - 1], items[at + 1]];
  if (next) return { range: [node.range[0], itemRange(next, code)[0]], text: "" };
  if (previous) return { range: [itemRange(previous, code)[1], node.range[1]], text: "" };
  const comma = /^\s*,/.exec(code.slice(node.range[1]));
  return { range: [node.range[0], node.range[1] + (comma?.[0].length ?? 0)], text: "" };
}
