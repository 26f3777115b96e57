/** Plans one match: whether its new text is right, and whether it is safe. */
import type { Span } from "../../../policy/facts.ts";
import { variableAt } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { firstBound, namesIn } from "./bind.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { Piece } from "../../compose.ts";
import { languageGlobals } from "./globals.ts";
import { objectionsToJourney } from "./journey.ts";
import type { Match } from "./match.ts";
import { objectionsToOrder } from "./order.ts";
import type { Objection } from "./order.ts";
import { declaredAround, functionsAround } from "./placeholder.ts";
import { isReplaceable } from "./place.ts";
import { examine } from "./purity.ts";
import { render } from "./render.ts";
import type { ShapeRequest } from "./request.ts";
import { allowsAwait, allowsYield } from "./scopes.ts";
import type { Template } from "./template.ts";
import { heldText } from "./tree.ts";
import type { VariableForm } from "./variable.ts";

/** What is to be written at one match, or why nothing may. */
export type SitePlan =
  | { readonly refused: string }
  | { readonly piece: Piece; readonly kept: readonly Span[]; readonly doubt: string | undefined };

/** Plans one match. */
export function planSite(request: ShapeRequest, rewrite: CompiledRewrite, match: Match, form: VariableForm | undefined): SitePlan {
  const { sourceCode: source } = request;
  const { root } = match;
  if (!isReplaceable(root)) return { refused: "something is assigned to it" };
  const bound = bindHoles(request, rewrite, match, form);
  if (typeof bound === "string") return { refused: bound };
  const awaits = match.awaits.length > 0;
  const objections = [
    ...objectionsToSuspension(source, rewrite, match, awaits),
    ...objectionsToOrder(source, rewrite, match),
    ...objectionsToNames(source, rewrite, match, bound),
    ...(form ? objectionsToJourney(source, match, form) : []),
  ];
  const grave = objections.find((objection) => objection.grave);
  if (grave) return { refused: grave.reason };
  const canonical = request.canonicalAt(root, spokenName(rewrite));
  if (canonical === undefined) return { refused: "the canonical name is taken here" };
  const { template } = rewrite.output;
  const name = /^[^.[]*/.exec(canonical)?.[0] ?? canonical;
  if (rewrite.output.canonical.some((node) => declaredAround(template, node).has(name)))
    return { refused: `the rewrite itself declares the name ${name}` };
  const { piece, kept, recast } = render({ source, rewrite, match, canonical, bound }, awaits);
  const doubts = [
    ...(rewrite.safe ? [] : ["the manifest calls this rewrite not safe"]),
    ...objections.map((objection) => objection.reason),
    ...(recast ? ["a comment has no place in the new code"] : []),
  ];
  return { piece, kept, doubt: doubts[0] };
}

function spokenName({ output: { canonical: [symbol] } }: CompiledRewrite): string {
  return (symbol && heldText(symbol, "name")) ?? "";
}

/** The code for each `$name` of `to` that `from` does not bind. */
function bindHoles(
  request: ShapeRequest,
  { output }: CompiledRewrite,
  match: Match,
  form: VariableForm | undefined,
): Map<string, Template> | string {
  const bound = new Map<string, Template>();
  for (const { name } of output.holes) {
    if (match.captures.has(name) || bound.has(name)) continue;
    const texts = Object.hasOwn(request.bind, name) ? (request.bind[name] ?? []) : [];
    const template = firstBound(request.sourceCode, match.root, texts, form?.variable);
    if (!template) return texts.length === 0 ? `nothing in the manifest says what $${name} is` : `nothing here can stand for $${name}`;
    bound.set(name, template);
  }
  return bound;
}

function objectionsToSuspension(source: Source, { output }: CompiledRewrite, match: Match, awaits: boolean): Objection[] {
  const { template } = output;
  const found: Objection[] = [];
  const own = template.nodes.filter((node) => functionsAround(template, node).length === 0);
  const isAwaited = match.root.parent?.type === "AwaitExpression";
  const written = own.some((node) => node.type === "AwaitExpression" && !(isAwaited && node === template.root));
  if ((awaits || written) && !isAwaited && !allowsAwait(source, match.root))
    found.push({ grave: true, reason: "an await is not allowed here" });
  if (awaits && isThenned(match.root)) found.push({ grave: false, reason: "it is used as a promise, but would be awaited" });
  if (own.some(({ type }) => type === "YieldExpression") && !allowsYield(match.root))
    found.push({ grave: true, reason: "a yield is not allowed here" });
  return found;
}

function isThenned({ parent }: Node): boolean {
  if (parent?.type !== "MemberExpression" || parent.property.type !== "Identifier") return false;
  return ["then", "catch", "finally"].includes(parent.property.name);
}

/** Names must go on to mean what they meant: those of `to` here, and those of the code in functions of `to`. */
function objectionsToNames(
  source: Source,
  { pattern, output }: CompiledRewrite,
  match: Match,
  bound: ReadonlyMap<string, Template>,
): Objection[] {
  const found: Objection[] = [];
  for (const { name } of output.others)
    if (!pattern.names.has(name) && !(languageGlobals.has(name) && isUndeclared(source, match.root, name)))
      found.push({ grave: false, reason: `what ${name} means here is not known` });
  for (const { node, name } of output.holes) {
    const declared = declaredAround(output.template, node);
    if (declared.size === 0) continue;
    const template = bound.get(name);
    const names = template ? namesIn(template) : examine(source, match.captures.get(name)?.nodes ?? []).names;
    for (const used of names)
      if (declared.has(used)) found.push({ grave: true, reason: `the rewrite itself declares the name ${used}` });
    // A value from `bind` is read when the function is called, with the function's own `this`.
    if (template) found.push(...objectionsToThis(output.template, node, template));
  }
  return found;
}

function objectionsToThis(output: Template, node: Template["root"], bound: Template): Objection[] {
  const hasThis = bound.nodes.some(({ type }) => type === "ThisExpression");
  const ownThis = functionsAround(output, node).some(({ type }) => type !== "ArrowFunctionExpression");
  return hasThis && ownThis ? [{ grave: true, reason: "this would be another one in the function" }] : [];
}

function isUndeclared(source: Source, site: Node, name: string): boolean {
  const variable = variableAt(source, site, name);
  return !variable || variable.defs.length === 0;
}
