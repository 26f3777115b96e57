/** Argument lists that `to` has as `from` has them: their text is kept to the letter. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Span } from "../../../policy/facts.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import type { CompiledRewrite } from "./compile.ts";
import { sameTree } from "./match.ts";
import type { Match } from "./match.ts";
import type { Template, TemplateNode } from "./template.ts";
import { children, heldTree, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** A `( … )` of `to` for which the code's own text is taken. */
export interface KeptList {
  /** In `to`. */
  readonly place: Span;
  /** In the file. */
  readonly span: Span;
}

/** The `( … )` of a call in a manifest text; `undefined` for `new X` without one. */
export function listInTemplate(template: Template, call: TemplateNode): Span | undefined {
  const callee = heldTree(call, "typeArguments") ?? heldTree(call, "callee");
  if (!callee || !("end" in callee) || typeof callee.end !== "number") return undefined;
  const open = template.text.indexOf("(", callee.end);
  return open < 0 || open >= call.end || template.text[call.end - 1] !== ")" ? undefined : [open, call.end];
}

/** The calls of a manifest text, by where they begin, outer ones first. */
export function callsIn(template: Template): TemplateNode[] {
  return template.nodes.filter(({ type }) => type === "CallExpression" || type === "NewExpression");
}

/** The argument lists of `to` that can be taken from the code as they stand. */
export function keptLists(source: Source, { pattern, output }: CompiledRewrite, match: Match): KeptList[] {
  const kept: KeptList[] = [];
  const free = callsIn(pattern.template);
  const symbols = new Set<Tree>([...output.canonical, ...output.others.map(({ node }) => node), ...pattern.spine.slice(0, 1)]);
  for (const call of callsIn(output.template)) {
    const place = listInTemplate(output.template, call);
    const wanted = heldTrees(call, "arguments");
    if (!place || wanted.some((argument) => holds(argument, symbols))) continue;
    const at = free.findIndex((other) => sameList(wanted, heldTrees(other, "arguments"), symbols));
    const code = free[at] && match.calls.get(free[at]);
    const span = code && listInCode(source, code, match);
    // An empty list is worth taking only for what is written in it.
    if (!span || (wanted.length === 0 && source.text.slice(...span).replace(/\s/g, "") === "()")) continue;
    kept.push({ place, span });
    free.splice(at, 1);
  }
  return kept;
}

function sameList(wanted: readonly Tree[], written: readonly Tree[], symbols: ReadonlySet<Tree>): boolean {
  return (
    wanted.length === written.length &&
    wanted.every((argument, index) => sameTree(argument, written[index])) &&
    !written.some((argument) => holds(argument, symbols))
  );
}

function holds(node: Tree, wanted: ReadonlySet<Tree>): boolean {
  return wanted.has(node) || children(node).some(({ node: child }) => holds(child, wanted));
}

function listInCode(source: Source, call: Node, match: Match): Span | undefined {
  if (call.type !== Type.CallExpression && call.type !== Type.NewExpression) return undefined;
  const [start, end] = match.root.range;
  // What was given to a variable stands elsewhere: its text is not this call's.
  if (call.range[0] < start || call.range[1] > end) return undefined;
  const open = source.getTokenAfter(call.typeArguments ?? call.callee, isOpening);
  return open && open.range[0] < end && source.text[call.range[1] - 1] === ")" && open.range[1] <= call.range[1]
    ? [open.range[0], call.range[1]]
    : undefined;
}

function isOpening(token: TSESTree.Token): boolean {
  return token.value === "(";
}
