/** Plans one match: whether its new text is right, and whether it is safe. */
import type { Piece } from "../../compose.ts";
import { scopesOf } from "../scopes/analyze.ts";
import type { Scopes, Variable } from "../scopes/scope.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import { firstBound } from "./bind.ts";
import type { CompiledRewrite } from "./compile.ts";
import { objectionsToFormat, objectionsToLists } from "./fit.ts";
import { objectionsToJourney } from "./journey.ts";
import { objectionsToNames, refusalOfCanonical } from "./naming.ts";
import type { Match } from "./match.ts";
import { type Objection, objectionsToOrder } from "./order.ts";
import { refusalOfPlace } from "./place.ts";
import { quotesAround } from "./quotes.ts";
import { render } from "./render.ts";
import type { ShapeRequest } from "./request.ts";
import { allowsAwait, scopeAt } from "./surroundings.ts";
import type { Template } from "./template.ts";
import { timing } from "./timing.ts";
import type { VariableForm } from "./variable.ts";

/** What is to be written at one match, or why nothing may. */
export type SitePlan =
  | { readonly refused: string }
  | { readonly piece: Piece; readonly kept: readonly PyRange[]; readonly doubt: string | undefined };

/** Plans one match. */
export function planSite(request: ShapeRequest, rewrite: CompiledRewrite, match: Match, form: VariableForm | undefined): SitePlan {
  const { file } = request;
  const scopes = scopesOf(file.ast);
  const { root } = match;
  const unfit = refusalOfPlace(root);
  if (unfit !== undefined) return { refused: unfit };
  const bound = bindHoles(request, scopes, rewrite, match, form?.variable);
  if (typeof bound === "string") return { refused: bound };
  const job = { file, rewrite, match, bound, quotes: quotesAround(root, file.text), canonical: "" };
  const { lists, lost } = render(job);
  const objections = [
    ...(lost.length > 0 ? [{ grave: true, reason: "a comment has no place in the new code" }] : []),
    ...objectionsToSuspension(scopes, rewrite, match),
    ...objectionsToFormat(job),
    ...objectionsToLists(rewrite, match, lists),
    ...objectionsToOrder(scopes, rewrite, match, lists),
    ...objectionsToNames(scopes, rewrite, match, bound),
    ...(form ? objectionsToJourney(scopes, match, form) : []),
    ...objectionsToRole(rewrite, root),
  ];
  const grave = objections.find((objection) => objection.grave);
  if (grave) return { refused: grave.reason };
  // Whoever is asked may set the name aside, so that is done last.
  const canonical = request.canonicalAt(root);
  if (canonical === undefined) return { refused: "the canonical name is taken here" };
  const hidden = refusalOfCanonical(scopes, rewrite, match, /^[^.]*/.exec(canonical)?.[0] ?? canonical);
  if (hidden !== undefined) return { refused: hidden };
  const { piece, kept } = render({ ...job, canonical });
  const doubts = [...(rewrite.safe ? [] : ["the manifest calls this rewrite not safe"]), ...objections.map(({ reason }) => reason)];
  return { piece, kept, doubt: doubts[0] };
}

/** The code for each `$name` of `to` that `from` does not bind. */
function bindHoles(request: ShapeRequest, scopes: Scopes, { output }: CompiledRewrite, match: Match, going: Variable | undefined): Map<string, Template> | string {
  const bound = new Map<string, Template>();
  for (const { name } of output.holes) {
    if (match.captures.has(name) || bound.has(name)) continue;
    const texts = Object.hasOwn(request.bind, name) ? (request.bind[name] ?? []) : [];
    const template = firstBound({ scopes, site: match.root, going }, texts);
    if (!template) return texts.length === 0 ? `nothing in the manifest says what $${name} is` : `nothing here can stand for $${name}`;
    bound.set(name, template);
  }
  return bound;
}

function objectionsToSuspension(scopes: Scopes, { pattern, output }: CompiledRewrite, { root, awaits, detour }: Match): readonly Objection[] {
  const { template } = output;
  const isAwaited = root.parent?.type === "PyAwait";
  const written = template.nodes.filter((node) => node.type === "PyAwait" && !(isAwaited && node === template.root));
  const isMoved = awaits.some((node) => scopeAt(scopes, node) !== scopeAt(scopes, root));
  const isNew = written.length > 0 || (awaits.length > 0 && detour !== undefined && !isAwaited);
  // Where the code has one, another one may take its place.
  const isShown = pattern.template.nodes.some((node) => node.type === "PyAwait" && !timing(pattern.template.root, node).delayed);
  const isThere = (isShown || awaits.length > 0) && detour === undefined;
  const isDelayed = written.some((node) => timing(template.root, node).delayed);
  return isMoved || isDelayed || (isNew && !isThere && !allowsAwait(root)) ? [{ grave: true, reason: "an await is not allowed here" }] : [];
}

/** What is done with the value by the statement that it stands in. */
function objectionsToRole({ output }: CompiledRewrite, { parent }: PyNode): readonly Objection[] {
  if (parent?.type !== "PyDecorator") return [];
  let node: PyNode = output.template.root;
  if (node.type === "PyCall") node = node.callee;
  while (node.type === "PyAttribute") node = node.object;
  return node.type === "PyName" ? [] : [{ grave: false, reason: "before Python 3.9 no such expression could be a decorator" }];
}
