/** Argument lists that `to` has as `from` has them: their text is kept to the letter. */
import { withoutItems } from "../edits/lists.ts";
import type { PyComment } from "../parse.ts";
import type { PyArgument, PyCall } from "../tree/expressions.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { Match } from "./match.ts";
import { itemRange, openingBehind, outerRange, within } from "./ranges.ts";
import type { Template } from "./template.ts";

/** A `( … )` of `to` for which the code's own text is taken; both without the parentheses. */
export interface KeptList {
  readonly call: PyCall;
  /** In `to`. */
  readonly place: PyRange;
  /** In the file. */
  readonly span: PyRange;
  /** What is written otherwise in it: the names of keyword arguments. In the file, in its order. */
  readonly edits: readonly { readonly range: PyRange; readonly text: string }[];
  /** The code's call. */
  readonly code: PyCall;
  readonly added: Added;
}

/** Arguments of `to` that the code's list has not; none of them holds code of the file. */
export interface Added {
  readonly before: readonly PyArgument[];
  readonly behind: readonly PyArgument[];
}

/** How a list of the code becomes one of `to`; first come those that need the least. */
interface Fit extends Pick<KeptList, "edits" | "added"> {
  readonly written: PyCall;
  readonly rank: number;
}

/** A file, as far as text is taken from it. */
export interface Texts {
  readonly text: string;
  readonly comments: readonly PyComment[];
}

/** What stands between the parentheses of a call. */
export function listOf(call: PyCall, { text, comments }: Texts): PyRange {
  return [openingBehind(outerRange(call.callee, text)[1], text, comments) + 1, call.range[1] - 1];
}

/** The calls of a manifest text, by where they begin, outer ones first. */
export function callsIn({ nodes }: Template): readonly PyCall[] {
  return nodes.filter((node) => node.type === "PyCall");
}

/** The argument lists of `to` that can be taken from the code as they stand. */
export function keptLists(file: Texts, { pattern, output }: CompiledRewrite, match: Match): readonly KeptList[] {
  const kept: KeptList[] = [];
  const free = [...callsIn(pattern.template)];
  const names = new Set<PyNode>([...output.canonical, ...output.others, ...pattern.spine.slice(0, 1)]);
  for (const call of callsIn(output.template)) {
    if (holds(call, names)) continue;
    const isFree = (other: PyCall): boolean => !holds(other, names) && match.calls.has(other);
    const fits = free.filter(isFree).flatMap((other) => fit(file, { pattern, output }, call, other, match) ?? []);
    const [best] = fits.toSorted((one, other) => one.rank - other.rank);
    if (!best) continue;
    const { written, edits, added } = best;
    const code = match.calls.get(written);
    // What was given to a variable stands elsewhere: its text is not this call's.
    if (!code || !within(code.range, match.root.range)) continue;
    const span = listOf(code, file);
    // An empty list is worth taking only for what is written in it.
    if (call.arguments.length === 0 && file.text.slice(...span).trim() === "") continue;
    kept.push({ call, place: listOf(call, { text: output.template.code, comments: [] }), span, edits, code, added });
    free.splice(free.indexOf(written), 1);
  }
  return kept;
}

/** Whether a list of the code can be taken for one of `to`: as it is, under other names, or with others added. */
function fit(file: Texts, rewrite: Pick<CompiledRewrite, "pattern" | "output">, call: PyCall, written: PyCall, match: Match): Fit | undefined {
  const { pattern, output } = rewrite;
  const none: Added = { before: [], behind: [] };
  if (listText(written, pattern.template) === listText(call, output.template)) return { written, edits: [], added: none, rank: 0 };
  const code = match.calls.get(written);
  // A list of one line is as well written anew.
  if (!code || !/[\r\n]/.test(file.text.slice(...listOf(code, file)))) return undefined;
  const more = call.arguments.length - written.arguments.length;
  if (more < 0) {
    const edits = leavingOut(file, rewrite, call, written, code, match);
    return edits && { written, edits, added: none, rank: 2 };
  }
  for (let at = 0; at <= more; at++) {
    const wanted = call.arguments.slice(at, at + written.arguments.length);
    const added: Added = { before: call.arguments.slice(0, at), behind: call.arguments.slice(at + written.arguments.length) };
    if (more > 0 && !takesMore(rewrite, code, wanted, added, match)) continue;
    const isSame = more > 0 && partText(wanted, output.template) === partText(written.arguments, pattern.template);
    const edits = isSame ? [] : renaming(file, rewrite, wanted, written, match);
    if (edits) return { written, edits, added, rank: more > 0 ? 2 : 1 };
  }
  return undefined;
}

/** How the code's list becomes that of `to`, where that has some of the values, in the same order. */
function leavingOut({ text }: Texts, { pattern, output }: Pick<CompiledRewrite, "pattern" | "output">, call: PyCall, written: PyCall, code: PyCall, match: Match): KeptList["edits"] | undefined {
  const wanted = call.arguments.map((argument) => partText([argument], output.template));
  const gone = new Set<PyNode>();
  let at = 0;
  for (const argument of written.arguments) {
    if (partText([argument], pattern.template) === wanted[at]) {
      at += 1;
      continue;
    }
    const hole = argument.star === "" ? pattern.holeAt.get(argument.value) : undefined;
    const [item] = (hole?.rest === false && match.captures.get(hole.name)?.nodes) || [];
    if (item?.parent?.type !== "PyArgument") return undefined;
    gone.add(item.parent);
  }
  if (at < wanted.length || wanted.length === 0) return undefined;
  const items = code.arguments.map((argument) => ({ argument, range: itemRange(argument, text), parenthesized: undefined }));
  const pieces = withoutItems({ text, items, isEnclosed: true }, new Set(items.filter(({ argument }) => gone.has(argument))));
  return pieces.map(({ span }) => ({ range: span, text: "" })).toSorted((one, other) => one.range[0] - other.range[0]);
}

/** Whether arguments can be added to the code's own: it has some, and no generator that has no parentheses of its own. */
function takesMore({ output }: Pick<CompiledRewrite, "output">, code: PyCall, wanted: readonly PyArgument[], { before, behind }: Added, match: Match): boolean {
  const isFilled = ({ range }: PyArgument): boolean => output.holes.some(({ node, name }) => match.captures.has(name) && within(node.range, range));
  return wanted.length > 0 && code.arguments.length > 0 && !code.arguments.some(({ value }) => value.type === "PyComprehension") && ![...before, ...behind].some(isFilled);
}

/** How the code's list becomes that of `to`, where that has the same values in the same order, only given by other names, or by none. */
function renaming({ text }: Texts, { pattern, output }: Pick<CompiledRewrite, "pattern" | "output">, wanted: readonly PyArgument[], written: PyCall, match: Match): KeptList["edits"] | undefined {
  const code = match.calls.get(written);
  if (code?.arguments.length !== written.arguments.length) return undefined;
  const edits: { range: PyRange; text: string }[] = [];
  for (const [index, { name, value, star }] of code.arguments.entries()) {
    const [to, from] = [wanted[index], written.arguments[index]];
    const hole = from && pattern.holeAt.get(from.value);
    if (!to || !hole || hole.rest || output.holes.find(({ node }) => node === to.value)?.name !== hole.name) return undefined;
    if ([to.star, from.star, star].some((each) => each !== "") || name?.name !== from.name?.name) return undefined;
    const start = outerRange(value, text)[0];
    // These need parentheses in most places.
    if (start === value.range[0] && bare.has(value.type)) return undefined;
    const range: PyRange = [name?.range[0] ?? start, start];
    const given = to.name ? `${to.name.name}=` : "";
    if (name?.name === to.name?.name) continue;
    if (text.slice(...range).includes("#")) return undefined;
    edits.push({ range, text: given });
  }
  return edits;
}

const bare = new Set<PyNode["type"]>(["PyWalrus", "PyComprehension", "PyYield", "PyYieldFrom"]);

/** A list's text but for spacing, which counts only where a string may hold it. */
function listText(call: PyCall, { code }: Template): string {
  return plain(code.slice(...listOf(call, { text: code, comments: [] })));
}

function partText(part: readonly PyArgument[], { code }: Template): string {
  const [first, last] = [part[0], part.at(-1)];
  return first && last ? plain(code.slice(itemRange(first, code)[0], itemRange(last, code)[1])) : "";
}

function plain(text: string): string {
  return /["']/.test(text) ? text : text.replace(/\s+/g, "").replace(/,$/, "");
}

/** Whether an argument of the call holds one of the names. */
function holds(call: PyCall, names: ReadonlySet<PyNode>): boolean {
  return call.arguments.some((argument) => {
    for (const node of nodesOf(argument)) if (names.has(node)) return true;
    return false;
  });
}
