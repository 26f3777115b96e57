/** The one question that the planner asks of call shapes: what becomes of this reference? */
import type { Piece } from "../../compose.ts";
import { isUsedFurther } from "./further.ts";
import { climb, matchPattern } from "./match.ts";
import { isReplaceable } from "./place.ts";
import { removeDeclarator } from "./remove.ts";
import type { ShapeRequest, ShapeResult } from "./request.ts";
import { planSite } from "./site.ts";
import { variableForm } from "./variable.ts";
import type { Found, VariableForm } from "./variable.ts";

export type { ShapeRequest, ShapeResult };

/** Finds the first rewrite that matches around a reference, and what it makes of the code. */
export function matchShape(request: ShapeRequest): ShapeResult {
  const { sourceCode: source, anchor, rewrites } = request;
  let reason = "no rewrite of the manifest has this shape";
  let form: VariableForm | string | undefined = "unknown";
  for (const rewrite of rewrites) {
    const { pattern } = rewrite;
    const { node, index } = climb(pattern, { node: anchor, index: 0 });
    if (index < pattern.spine.length - 1) {
      if (form === "unknown") form = variableForm(source, anchor, rewrites);
      if (typeof form === "string") reason = form;
      else if (form?.uses.some((use) => use.rewrite === rewrite)) return planVariable(request, form);
      continue;
    }
    const match = isReplaceable(node) ? matchPattern(pattern, anchor, node, undefined) : undefined;
    if (!match) continue;
    if (!rewrite.extended || !isUsedFurther(source, node)) return planAll(request, [{ rewrite, match }], undefined);
    if (typeof form !== "string" || form === "unknown") reason = "its value is used further, in a way that no shape describes";
  }
  return { matched: false, reason };
}

function planVariable(request: ShapeRequest, form: VariableForm): ShapeResult {
  return planAll(request, form.uses, form);
}

function planAll(request: ShapeRequest, found: readonly Found[], form: VariableForm | undefined): ShapeResult {
  const pieces: Piece[] = [];
  const kept = [];
  let doubt: string | undefined;
  for (const { rewrite, match } of found) {
    const plan = planSite(request, rewrite, match, form);
    if ("refused" in plan) return { matched: false, reason: plan.refused };
    pieces.push(plan.piece);
    kept.push(...plan.kept);
    doubt ??= plan.doubt;
  }
  if (form) pieces.push(removeDeclarator(request.sourceCode, form.declarator, kept));
  return doubt === undefined ? { matched: true, safe: true, pieces } : { matched: true, safe: false, reason: doubt, pieces };
}
