/** Plans what is mended where it stands, by another specifier in the same syntax: `require("m").x`, `import("m").X`. */
import type { Replacement } from "../../adapter.ts";
import { cut, inserted, replaced } from "../../pieces.ts";
import type { Listed, Member, Taken } from "../model.ts";
import type { Piece } from "../../compose.ts";
import { isIdentifierName, isWritten, literalText, Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { nameNode } from "../taking.ts";
import type { Planned } from "./group.ts";
import { refuse, replacedOnModule } from "./group.ts";
import { withoutCarriers } from "./carriers.ts";
import { factsOfTypes, typeInTheWay, typesAround } from "./module-types.ts";
import type { Desk } from "./rename.ts";

/** One import that has no list of its own, with what is to take its place. */
export interface Swap {
  readonly taken: Listed | Member;
  readonly replacement: Replacement;
}

/**
 * Plans all that one holder gives: its specifier is changed only if everything taken through it moves along.
 * @param others what is taken through the holder and not to be changed
 */
export function planSwap(desk: Desk, swaps: readonly Swap[], others: readonly Taken[]): Planned {
  const facts = swaps.flatMap(({ taken }) => [taken.fact, ...(taken.how === "listed" ? taken.uses.map(({ fact }) => fact) : [])]);
  const [first] = swaps;
  if (!first) return refuse(facts, "");
  const { holder } = first.taken;
  if (holder.kind === "import") return refuse(facts, "it is taken through another name for the module");
  // `old` where `import old = require("m")` is what the module is itself.
  if (swaps.some(({ taken }) => taken.how === "member" && taken.name === taken.reference)) return refuse(facts, "it is not taken by its name");
  if (swaps.some(({ taken }) => taken.how === "member" && isWritten(taken.node))) return refuse(facts, replacedOnModule);
  if (facts.some((fact) => desk.order(fact)?.action === "keep")) return refuse(facts, "a use of it is kept by a disable comment");
  if (others.length > 0) return refuse(facts, "other exports are taken by the same expression");
  if (swaps.some(({ replacement }) => replacement.rewrites.length > 0)) return refuse(facts, "its call changes shape, and it is not imported by name");
  if (swaps.some(({ replacement }) => replacement.specifier !== first.replacement.specifier))
    return refuse(facts, "what is taken here moves to more than one module");
  const literals = new Set<Node>();
  const pieces: Piece[] = [];
  for (const { taken, replacement } of swaps) {
    const types = typesAround(taken, replacement.specifier);
    if (!types) return refuse(facts, typeInTheWay);
    for (const literal of types) literals.add(literal);
    const piece = renamedMember(taken, replacement);
    const cuts = taken.how === "member" ? withoutCarriers(desk.reading.source, taken) : [];
    if (piece === undefined || !cuts) return refuse(facts, "its name can't be changed here");
    if (piece) pieces.push(piece);
    pieces.push(...cuts);
  }
  for (const literal of [holder.literal, ...literals]) pieces.push(requoted(literal, first.replacement.specifier));
  const told = factsOfTypes(desk.reading, [...literals]);
  return { groups: [{ facts: [...facts, ...told], owner: undefined, consumes: [], pieces }], refused: new Map() };
}

/** Plans members whose new name is an export of the very module that they are members of: the name alone is changed. */
export function planRenamedMembers(members: readonly Member[], name: string): Planned {
  const facts = members.flatMap(({ fact, bound }) => [fact, ...(bound?.uses ?? []).map((use) => use.fact)]);
  const pieces = members.map((member) => renamedMember(member, { name, required: "member" }));
  if (pieces.includes(undefined)) return refuse(facts, "its name can't be changed here");
  return { groups: [{ facts, owner: undefined, consumes: [], pieces: pieces.filter((piece) => piece !== null && piece !== undefined) }], refused: new Map() };
}

/** The piece that changes the member's name; `null` where it stays the same, `undefined` where it can't be written. */
function renamedMember(taken: Listed | Member, { name, required }: Pick<Replacement, "name" | "required">): Piece | null | undefined {
  const value = taken.node.type === Type.VariableDeclarator ? taken.node.init : taken.node;
  if (value && required === "itself" && taken.holder.kind === "require") return withoutMember(value, taken.holder.node);
  if (taken.how === "listed" && value === taken.holder.node) return isIdentifierName(name) ? inserted(value.range[1], `.${name}`) : undefined;
  if (taken.fact.name === name) return null;
  if (taken.how === "listed") {
    if (taken.node.type === Type.VariableDeclarator && value) return respelled(nameNode(value), name);
    if (taken.node.type !== Type.Property || taken.node.computed) return undefined;
    return taken.node.shorthand ? replaced(taken.node, `${name}: ${taken.variable?.name ?? name}`) : replaced(taken.node.key, name);
  }
  const { name: spelled, node, holder } = taken;
  // `lazy(() => import("m"))`, which goes on taking a default.
  if (spelled === holder.literal) return isIdentifierName(name) ? inserted(node.range[1], `.then((module) => ({ default: module.${name} }))`) : undefined;
  if (node.type === Type.Property) {
    if (node.computed || node.value.type !== Type.Identifier) return undefined;
    return node.shorthand ? replaced(node, `${name}: ${node.value.name}`) : replaced(spelled, name);
  }
  return respelled(spelled, name);
}

/** The piece that takes the module itself in place of a member of it; `null` where that is taken already. */
function withoutMember(value: Node, module: Node): Piece | null | undefined {
  if (value === module) return null;
  // Right behind it there is but the dot: no parenthesis, and no `?.`.
  const isPlain = value.type === Type.MemberExpression && value.object === module && value.property.range[0] === module.range[1] + 1;
  return isPlain && !value.computed ? cut(module.range[1], value.range[1]) : undefined;
}

/** Another name for a member; `undefined` where it can't be written. */
function respelled(spelled: Node, name: string): Piece | undefined {
  if (spelled.type === Type.Identifier || spelled.type === Type.JSXIdentifier) return replaced(spelled, name);
  if (literalText(spelled) === undefined) return undefined;
  return requoted(spelled, name);
}

/** A literal's new text, in the quotes of the old one. */
export function requoted(literal: Node, text: string): Piece {
  const node = literal.type === Type.TSLiteralType ? literal.literal : literal;
  const quote = node.type === Type.Literal ? node.raw.charAt(0) : "`";
  return replaced(node, quote + text + quote);
}
