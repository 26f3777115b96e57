/** The one question that the planner asks of call shapes: what becomes of this reference? */
import type { Piece } from "../../compose.ts";
import { scopesOf } from "../scopes/analyze.ts";
import type { Scopes } from "../scopes/scope.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import { isUsedFurther } from "./further.ts";
import { climb, matchPattern } from "./match.ts";
import { refusalOfPlace } from "./place.ts";
import { within } from "./ranges.ts";
import type { ShapeRequest, ShapeResult } from "./request.ts";
import { planSite } from "./site.ts";
import { type Found, type VariableForm, variableForm } from "./variable.ts";

export type { ShapeRequest, ShapeResult };

/** Finds the first rewrite that matches around a reference, and what it makes of the code. */
export function matchShape(request: ShapeRequest): ShapeResult {
  const { anchor, rewrites } = request;
  const { ast, text } = request.file;
  const file = { ast, text, scopes: scopesOf(ast) };
  if (isInString(file.scopes, anchor)) return { matched: false, reason: "it stands in a string" };
  let reason = "no rewrite of the manifest has this shape";
  let form: VariableForm | string | undefined = "unknown";
  for (const rewrite of rewrites) {
    const { pattern } = rewrite;
    const { node, index } = climb(pattern, { node: anchor, index: 0 });
    if (index < pattern.spine.length - 1) {
      if (form === "unknown") form = variableForm(file, anchor, rewrites);
      if (typeof form === "string") reason = form;
      else if (form?.uses.some((use) => use.rewrite === rewrite)) return planAll(request, form.uses, form);
      continue;
    }
    const match = matchPattern(pattern, anchor, node, undefined, text);
    if (!match) continue;
    const refused = refusalOfPlace(node);
    if (refused !== undefined) return { matched: false, reason: refused };
    if (!rewrite.extended || !isUsedFurther(file, node)) return planAll(request, [{ rewrite, match }], undefined);
    if (typeof form !== "string" || form === "unknown") reason = "its value is used further, in a way that no shape describes";
  }
  return { matched: false, reason };
}

/** Whether a quoted annotation holds it: a string holds no calls. */
function isInString(scopes: Scopes, anchor: PyNode): boolean {
  for (const node of nodesOf(anchor)) if (node.type === "PyName") return scopes.referenceAt(node)?.inString === true;
  return false;
}

function planAll(request: ShapeRequest, found: readonly Found[], form: VariableForm | undefined): ShapeResult {
  const pieces: Piece[] = [];
  const kept: PyRange[] = [];
  let doubt: string | undefined;
  for (const { rewrite, match } of found) {
    const plan = planSite(request, rewrite, match, form);
    if ("refused" in plan) return { matched: false, reason: plan.refused };
    pieces.push(plan.piece);
    kept.push(...plan.kept);
    doubt ??= plan.doubt;
  }
  if (!form) return { matched: true, doubt, pieces, removed: [] };
  const { declaration, variable } = form;
  const lost = request.file.comments.some(({ range }) => within(range, declaration.range) && !kept.some((span) => within(range, span)));
  if (lost) return { matched: false, reason: `a comment in the declaration of ${variable.name} would be lost` };
  return { matched: true, doubt, pieces, removed: [declaration] };
}
