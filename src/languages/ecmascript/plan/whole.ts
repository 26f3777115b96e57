/** Plans a namespace of a module that moves as a whole (`"*"`). */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import type { Mocked, Namespace } from "../model.ts";
import { keyName, memberObject, Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { refuse } from "./group.ts";
import type { Planned } from "./group.ts";
import { requoted } from "./in-place.ts";
import { listOf } from "./lists.ts";
import { factsOfTypes, typeInTheWay, typesAround } from "./module-types.ts";
import { isAssignedAnew, isTypeNamespace } from "./rename.ts";
import type { Desk } from "./rename.ts";

/**
 * Its specifier changes, if each member used moves along; a namespace of another module becomes an import of its own.
 * `vi.spyOn(ws, "x")` passes the module on to ask for nothing but `x`, so the spies move along as well.
 */
export function planWholeNamespace(desk: Desk, namespace: Namespace, replacement: Replacement): Planned {
  const { holder, members, references, carriers } = namespace;
  const spies = spiesOn(desk, namespace);
  const facts: Fact[] = [namespace.fact, ...spies.map(({ fact }) => fact).filter((fact) => desk.order(fact))];
  // Asked for last: it takes all exports of two modules.
  if (!namespace.variable && carriers.length === 0 && members.length === 0 && !replacement.movesAll()) return refuse(facts, "what is taken of the module can't be followed");
  const inner = desk.reading.taken.flatMap((taken) => (taken.how === "namespace" && taken.within?.namespace === namespace ? taken.within : []));
  const known = new Set([...members, ...inner].map(({ reference }) => reference));
  // Without a binding there is one reference, the expression: what is counted as a member is taken of that.
  const isFollowed = !namespace.variable && (inner.length > 0 || members.some(({ node }) => node.type !== Type.Property));
  const isKnown = (reference: Node): boolean =>
    isFollowed || desk.goes(reference) || known.has(reference) || isWholePattern(reference) || spies.some(({ name }) => isFirstArgument(reference, name?.parent));
  if (!references.every(isKnown) && !replacement.movesAll()) return refuse(facts, "the module object is passed on, and may be asked for any export");
  if (facts.some((fact) => desk.order(fact)?.action === "keep")) return refuse(facts, "it is kept by a disable comment");
  const own = members.filter((member) => member.carriers.length === carriers.length);
  const names = [...[...own, ...spies].map(({ fact }) => fact.name), ...inner.map(({ name }) => name)];
  const left = names.find((name) => !replacement.moves(name));
  if (left !== undefined && !replacement.movesAll()) return refuse(facts, `\`${left}\` is not known to be exported by "${replacement.specifier}"`);
  if (carriers.length > 0) return planImport(desk, namespace, replacement, facts);
  const types = typesAround(namespace, replacement.specifier);
  if (!types) return refuse(facts, typeInTheWay);
  const pieces = [holder.literal, ...types].map((literal) => requoted(literal, replacement.specifier));
  return { groups: [{ facts: [...facts, ...factsOfTypes(desk.reading, types)], owner: undefined, consumes: [], pieces }], refused: new Map() };
}

/** A namespace that is an export of the module that the specifier names: it becomes `import * as ws` of the new one. */
function planImport(desk: Desk, namespace: Namespace, replacement: Replacement, facts: readonly Fact[]): Planned {
  const { node, variable, references, within } = namespace;
  if (variable) {
    if (!listOf(namespace)) return refuse(facts, "it is taken through another name for the module");
    if (isAssignedAnew(namespace)) return refuse(facts, "the variable that holds the module is assigned anew");
    if (references.length === 0) return refuse(facts, "nothing in this file uses it");
    const addition = { replacement, local: variable.name, typeOnly: isTypeNamespace(namespace) };
    return { groups: [{ facts, owner: namespace, consumes: references, pieces: [], addition }], refused: new Map() };
  }
  const owner = bindingBehind(namespace);
  if (!owner || !within?.reference || !listOf(owner) || !memberObject(node)) return refuse(facts, "it is not taken through an import by name");
  if (isAssignedAnew(owner)) return refuse(facts, "the variable that holds the module is assigned anew");
  if (desk.order(owner.fact)) return refuse(facts, "the namespace that it is taken from moves as well");
  const local = within.name;
  if (!desk.names.free(local, owner, [node], replacement)) return refuse(facts, `the name \`${local}\` is taken here`);
  desk.names.take(local, owner, replacement);
  const addition = { replacement, local, typeOnly: isTypeNamespace(owner) };
  return { groups: [{ facts, owner, consumes: [within.reference], pieces: [replaced(node, local)], addition }], refused: new Map() };
}

/** The binding that an expression such as `facade.ws` starts with. */
function bindingBehind({ within }: Namespace): Namespace | undefined {
  const outer = within?.namespace;
  return !outer || outer.variable ? outer : bindingBehind(outer);
}

function spiesOn(desk: Desk, { holder, fact, references }: Namespace): readonly Mocked[] {
  return desk.reading.mocks.filter(
    ({ literal, fact: { module }, name }) =>
      literal === holder.literal && module === fact.module && references.some((reference) => isFirstArgument(reference, name?.parent)),
  );
}

/** Whether `reference` is what `call` is given first, as it is or under a type assertion. */
function isFirstArgument(reference: Node, call: Node | undefined): boolean {
  const first = call?.type === Type.CallExpression ? call.arguments[0] : undefined;
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
