/** Takes the namespaces between a module and its member out of an expression: `require("m").ws.x` becomes `require("m").x`. */
import type { Member } from "../model.ts";
import type { Piece } from "../../compose.ts";
import { memberObject, Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { nameNode } from "../taking.ts";

/** The pieces that do so; `undefined` where more than the carriers' own text would have to go. */
export function withoutCarriers(source: Source, { carriers }: Pick<Member, "carriers">): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const carrier of carriers) {
    const span = ownSpan(source, carrier);
    if (!span || source.getAllComments().some(({ range }) => span[0] < range[1] && range[0] < span[1])) return undefined;
    pieces.push({ span, text: () => "" });
  }
  return pieces;
}

/** The text by which a carrier takes its module: `.ws` of `require("m").ws.x`, `ws.` of `import("m").ws.X`. */
function ownSpan(source: Source, carrier: Node): [number, number] | undefined {
  if (carrier.type === Type.Identifier) {
    const next = carrier.parent.type === Type.TSQualifiedName ? source.getTokenAfter(carrier) : undefined;
    return next?.value === "." ? [carrier.range[0], source.getTokenAfter(next)?.range[0] ?? next.range[1]] : undefined;
  }
  const { parent } = carrier;
  if (!memberObject(carrier) || !parent || memberObject(parent) !== carrier) return undefined;
  let start = source.getTokenBefore(nameNode(carrier));
  if (start?.value === "[") {
    const before = source.getTokenBefore(start);
    if (before?.value === "?.") start = before;
  }
  return start ? [start.range[0], carrier.range[1]] : undefined;
}
