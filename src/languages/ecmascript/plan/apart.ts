/** Members that a pattern takes out of a namespace: `const { getX, getY: make } = ws`. */
import { isPlainName } from "../components.ts";
import type { Bound, Member, Namespace } from "../model.ts";
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { isIn } from "./parts.ts";
import type { Desk } from "./rename.ts";

/** The variable that such a member is bound to, where an import may take its place; `undefined` where that is not certain. */
export function importableBinding(desk: Desk, namespace: Namespace, { node, bound }: Member): Bound | undefined {
  const declarator = node.type === Type.Property && node.value.type === Type.Identifier ? node.parent.parent : undefined;
  if (!bound || !desk.reading.ports.whole || declarator?.type !== Type.VariableDeclarator || declarator.init?.type !== Type.Identifier) return undefined;
  const { id, parent: declaration } = declarator;
  if (id.type !== Type.ObjectPattern || id.typeAnnotation || id.properties.some(({ type }) => type === Type.RestElement)) return undefined;
  if (declaration.parent.type !== Type.Program && declaration.parent.type !== Type.BlockStatement) return undefined;
  const { variable, uses } = bound;
  if (!namespace.references.includes(declarator.init) || variable.defs.length > 1) return undefined;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  return uses.every((use) => use.fact.kind === "use" && desk.order(use.fact)?.action === "replace" && isPlainName(use.node, variable, desk.reading.source)) ? bound : undefined;
}

/** The name that a pattern gives a member, where it is not the member's own. */
export function aliasOf({ node, bound, fact }: Member): string | undefined {
  const name = node.type === Type.Property ? bound?.variable.name : undefined;
  return name === fact.name ? undefined : name;
}

/** Whether a reference is what a pattern takes apart of which all properties go. */
export function isTakenApart(reference: Node, parts: readonly Node[]): boolean {
  const { parent } = reference;
  if (parent?.type !== Type.VariableDeclarator || parent.init !== reference || parent.id.type !== Type.ObjectPattern) return false;
  return parent.id.properties.length > 0 && parent.id.properties.every((property) => isIn(parts, property));
}
