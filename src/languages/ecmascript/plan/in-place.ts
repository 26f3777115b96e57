/** Plans what is mended where it stands, by another specifier in the same syntax: `require("m").x`, `import("m").X`, `*`. */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import type { Listed, Member, Namespace, Taken } from "../model.ts";
import type { Piece } from "../rewrite/compose.ts";
import { keyName, literalText, Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import type { Planned } from "./group.ts";
import { refuse, replaced } from "./group.ts";
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
  const facts = swaps.map(({ taken }) => taken.fact);
  const [first] = swaps;
  if (!first) return refuse(facts, "");
  const { holder } = first.taken;
  if (others.length > 0) return refuse(facts, "other exports are taken by the same expression");
  if (swaps.some(({ replacement }) => replacement.rewrites.length > 0)) return refuse(facts, "its call changes shape, and it is not imported by name");
  if (swaps.some(({ replacement }) => replacement.specifier !== first.replacement.specifier))
    return refuse(facts, "what is taken here moves to more than one module");
  const pieces: Piece[] = [respecified(desk, holder.literal, first.replacement.specifier)];
  for (const { taken, replacement } of swaps) {
    const piece = renamedMember(taken, replacement.name);
    if (piece === undefined) return refuse(facts, "its name can't be changed here");
    if (piece) pieces.push(piece);
  }
  const uses = swaps.flatMap(({ taken }) => (taken.how === "listed" ? taken.uses.map(({ fact }) => fact) : []));
  return { groups: [{ facts: [...facts, ...uses], owner: undefined, consumes: [], pieces }], refused: new Map() };
}

/** The piece that changes the member's name; `null` where it stays the same, `undefined` where it can't be written. */
function renamedMember(taken: Listed | Member, name: string): Piece | null | undefined {
  if (taken.fact.name === name) return null;
  if (taken.how === "listed") {
    if (taken.node.type !== Type.Property || taken.node.computed) return undefined;
    return taken.node.shorthand ? replaced(taken.node, `${name}: ${taken.variable?.name ?? name}`) : replaced(taken.node.key, name);
  }
  const { name: spelled, node } = taken;
  if (node.type === Type.Property) {
    if (node.computed || node.value.type !== Type.Identifier) return undefined;
    return node.shorthand ? replaced(node, `${name}: ${node.value.name}`) : replaced(spelled, name);
  }
  if (spelled.type === Type.Identifier || spelled.type === Type.JSXIdentifier) return replaced(spelled, name);
  if (literalText(spelled) === undefined) return undefined;
  const literal = spelled.type === Type.TSLiteralType ? spelled.literal : spelled;
  const quote = literal.type === Type.Literal ? literal.raw.charAt(0) : "`";
  return replaced(literal, quote + name + quote);
}

/**
 * Plans a namespace of a module that moves as a whole: its specifier changes, if each member used moves along.
 * `vi.spyOn(ws, "x")` passes the module on to ask for nothing but `x`, so the spies move along as well.
 */
export function planWholeNamespace(desk: Desk, namespace: Namespace, replacement: Replacement): Planned {
  const spies = desk.reading.mocks.filter(({ literal, name }) => literal === namespace.holder.literal && name?.parent?.type === Type.CallExpression);
  const facts: Fact[] = [namespace.fact, ...spies.map(({ fact }) => fact).filter((fact) => desk.order(fact))];
  const { holder, members, references } = namespace;
  if (!namespace.variable) return refuse(facts, "what is taken of the module can't be followed");
  const known = new Set(members.map(({ node }) => node.range[0]));
  const isSpied = (reference: Node): boolean => spies.some(({ name }) => name?.parent && isFirstArgument(reference, name.parent));
  const escapes = references.some((reference) => !desk.goes(reference) && !known.has(reference.range[0]) && !isWholePattern(reference) && !isSpied(reference));
  if (escapes) return refuse(facts, "the module object is passed on, and may be asked for any export");
  if (facts.some((fact) => desk.order(fact)?.action === "keep")) return refuse(facts, "it is kept by a disable comment");
  const left = [...members, ...spies].find(({ fact }) => !replacement.moves(fact.name));
  if (left) return refuse(facts, `\`${left.fact.name}\` is not known to be exported by "${replacement.specifier}"`);
  return {
    groups: [{ facts, owner: undefined, consumes: [], pieces: [respecified(desk, holder.literal, replacement.specifier)] }],
    refused: new Map(),
  };
}

/** Whether `reference` is what `call` is given first, as it is or under a type assertion. */
function isFirstArgument(reference: Node, call: Node): boolean {
  const first = call.type === Type.CallExpression ? call.arguments[0] : undefined;
  return first !== undefined && first.range[0] <= reference.range[0] && reference.range[1] <= first.range[1];
}

/** `const { a, b } = ws`: each name is a member; a rest element takes the others, unknown which. */
function isWholePattern(reference: Node): boolean {
  const declarator = reference.parent;
  return (
    declarator?.type === Type.VariableDeclarator &&
    declarator.id.type === Type.ObjectPattern &&
    declarator.id.properties.every((property) => property.type === Type.Property && keyName(property.key, property.computed) !== undefined)
  );
}

/** The specifier in the quotes of the one it replaces. */
export function respecified(desk: Desk, literal: Node, specifier: string): Piece {
  const node = literal.type === Type.TSLiteralType ? literal.literal : literal;
  const quote = desk.reading.source.text.charAt(node.range[0]);
  return replaced(node, `${quote}${specifier}${quote}`);
}
