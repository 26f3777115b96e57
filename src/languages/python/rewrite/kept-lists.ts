/** Argument lists that `to` has as `from` has them: their text is kept to the letter. */
import type { PyComment } from "../parse.ts";
import type { PyCall } from "../tree/expressions.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { Match } from "./match.ts";
import { openingBehind, outerRange, within } from "./ranges.ts";
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
    const same = free.findIndex((other) => isFree(other) && listText(other, pattern.template) === listText(call, output.template));
    const at = same < 0 ? free.findIndex((other) => isFree(other) && renaming(file, { pattern, output }, call, other, match) !== undefined) : same;
    const written = free[at];
    const code = written && match.calls.get(written);
    // What was given to a variable stands elsewhere: its text is not this call's.
    if (!code || !within(code.range, match.root.range)) continue;
    const edits = same < 0 ? (renaming(file, { pattern, output }, call, written, match) ?? []) : [];
    const span = listOf(code, file);
    // An empty list is worth taking only for what is written in it.
    if (call.arguments.length === 0 && file.text.slice(...span).trim() === "") continue;
    kept.push({ call, place: listOf(call, { text: output.template.code, comments: [] }), span, edits });
    free.splice(at, 1);
  }
  return kept;
}

/**
 * How the code's list becomes that of `to`, where it goes over lines and `to` has the same values in the same order, only
 * given by other names, or by none: a list of one line is as well written anew.
 */
function renaming({ text, comments }: Texts, { pattern, output }: Pick<CompiledRewrite, "pattern" | "output">, wanted: PyCall, written: PyCall, match: Match): KeptList["edits"] | undefined {
  const code = match.calls.get(written);
  if (!code || ![wanted, code].every((call) => call.arguments.length === written.arguments.length)) return undefined;
  if (!/[\r\n]/.test(text.slice(...listOf(code, { text, comments })))) return undefined;
  const edits: { range: PyRange; text: string }[] = [];
  for (const [index, { name, value, star }] of code.arguments.entries()) {
    const [to, from] = [wanted.arguments[index], written.arguments[index]];
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
  const text = code.slice(...listOf(call, { text: code, comments: [] }));
  return /["']/.test(text) ? text : text.replace(/\s+/g, "").replace(/,$/, "");
}

/** Whether an argument of the call holds one of the names. */
function holds(call: PyCall, names: ReadonlySet<PyNode>): boolean {
  return call.arguments.some((argument) => {
    for (const node of nodesOf(argument)) if (names.has(node)) return true;
    return false;
  });
}
