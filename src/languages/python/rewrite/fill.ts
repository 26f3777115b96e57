/** Fills a `to`: the canonical symbol's name, captured and bound code, argument lists that are kept. */
import type { Piece } from "../../compose.ts";
import { lineBreak } from "../../text-lines.ts";
import { indentOf, opensLine } from "../edits/layout.ts";
import { withItems } from "../edits/lists.ts";
import type { PyModule, PyNode, PyRange } from "../tree/node.ts";
import type { CompiledRewrite } from "./compile.ts";
import { type KeptList, keptLists, type Texts } from "./kept-lists.ts";
import type { Capture, Match } from "./match.ts";
import type { Hole } from "./placeholder.ts";
import { needsParentheses } from "./precedence.ts";
import { preferredQuote, quotesAround, requoted } from "./quotes.ts";
import { itemRange, ownsParentheses, within } from "./ranges.ts";
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
  const inLists = ({ range }: { readonly range: PyRange }): boolean => lists.some(({ place }) => within(range, place));
  const isAdded = ({ range }: PyNode): boolean => lists.some(({ added }) => [...added.before, ...added.behind].some((argument) => within(range, argument.range)));
  const open = holes.filter(({ node }) => !inLists(node) || isAdded(node));
  const captured = open.flatMap(({ name }) => match.captures.get(name) ?? []);
  return {
    lists,
    kept: [...lists.map(({ span }) => span), ...captured.flatMap((capture) => rangesOf(capture, file.text))],
    text: (node, inner, extra) => {
      const edits: Edit[] = [];
      for (const name of rewrite.output.canonical) edits.push({ range: name.range, text: job.canonical });
      for (const string of template.nodes)
        if (string.type === "PyString" && (!inLists(string) || isAdded(string)) && quotesAround(string, template.code).size === 0) edits.push({ range: string.range, text: stringText(job, string) });
      for (const hole of open) edits.push(holeEdit(job, hole, inner));
      const added = (argument: PyNode): string => edited(template.code, itemRange(argument, template.code), edits);
      const ofLists = lists.map((list) => ({ range: list.place, text: textOfList(list, file.text, inner, added) }));
      return edited(template.code, node.range, [...extra, ...edits.filter((edit) => !inLists(edit)), ...ofLists]);
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

/** @param added gives the text of an argument that is no code of the file */
function textOfList({ span: [start, end], edits, code: call, added: { before, behind } }: KeptList, code: string, inner: Inner, added: (argument: PyNode) => string): string {
  let text = "";
  let done = start;
  const [first, last] = [call.arguments[0], call.arguments.at(-1)];
  const opening: readonly Edit[] = first && before.length > 0 ? [beforeFirst(code, itemRange(first, code)[0], before.map(added))] : [];
  const closing = last ? withItems({ text: code, isEnclosed: true }, { range: itemRange(last, code), parenthesized: undefined }, behind.map(added)) : [];
  for (const { range, text: written } of [...opening, ...edits, ...closing.map((piece) => ({ range: piece.span, text: piece.text(inner) }))]) {
    text += inner([done, range[0]]) + written;
    done = range[1];
  }
  return text + inner([done, end]);
}

/** On lines of their own where the first item has one. */
function beforeFirst(code: string, start: number, texts: readonly string[]): Edit {
  const separator = opensLine(code, start) ? `,${lineBreak(code)}${indentOf(code, start)}` : ", ";
  return { range: [start, start], text: texts.map((each) => each + separator).join("") };
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
