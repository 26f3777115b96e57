/** Plans a rename or a move with the same signature: import and all references are changed together. */
import type { Fact } from "../../../policy/facts.ts";
import type { Order, Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import type { Listed, Member, Namespace, Use } from "../model.ts";
import type { Reading } from "../read.ts";
import type { Piece } from "../../compose.ts";
import { byKey } from "../../grouped.ts";
import { isPlainName } from "../components.ts";
import { keyName, Type, within } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";
import { isTypeSpecifier } from "../taking.ts";
import { aliasOf, importableBinding } from "./apart.ts";
import { isUsedElsewhere } from "./elsewhere.ts";
import { refuse } from "./group.ts";
import type { Planned } from "./group.ts";
import { planRenamedMembers } from "./in-place.ts";
import { isAliased, isTypeOnly } from "./names.ts";
import type { Names } from "./names.ts";

/** What the planners of one file share. */
export interface Desk {
  readonly reading: Reading;
  readonly names: Names;
  /** What is to become of a fact; facts without an order are kept. */
  order(fact: Fact): Order | undefined;
  /** Whether a node goes with something that is taken out of the file. */
  goes(node: Node): boolean;
}

/** Plans an import by name, without call shapes. */
export function planRename(desk: Desk, taken: Listed, replacement: Replacement): Planned {
  const uses = taken.uses.filter(({ node }) => !desk.goes(node));
  const changing = uses.filter(({ fact }) => desk.order(fact)?.action === "replace");
  const stays = changing.length < uses.length;
  const { variable } = taken;
  const facts = [taken.fact, ...uses.map(({ fact }) => fact)];
  if (!variable) return refuse(facts, "its binding can't be followed");
  const unfit = wrongKind(taken, changing, replacement);
  if (unfit !== undefined) return refuse(facts, unfit);
  if (changing.length === 0 && stays) return refuse(facts, "every use of it is kept by a disable comment");

  if (stays && !changing.every(({ node }) => isPlainName(node, variable, desk.reading.source))) return refuse(facts, "its value is taken by another name");

  const local = localName(desk, taken, changing, replacement, stays);
  if (local === undefined) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const pieces = local.name === variable.name ? [] : changing.flatMap((use) => renamed(use, local.name));
  const existing = local.existing;
  const addition =
    existing || (uses.length === 0 && !isUsedElsewhere(desk.reading, taken))
      ? undefined
      : {
          replacement,
          local: local.name,
          typeOnly: isTypeOnly(taken) || replacement.becomesType,
          item: stays ? undefined : taken.node,
        };
  return {
    groups: [
      { facts: [...(stays ? [] : [taken.fact]), ...changing.map(({ fact }) => fact)], owner: taken, consumes: changing.map(({ node }) => node), pieces, addition },
    ],
    refused: new Map(),
  };
}

function localName(
  desk: Desk,
  taken: Listed,
  changing: readonly Use[],
  replacement: Replacement,
  stays: boolean,
): { readonly name: string; readonly existing: boolean } | undefined {
  const { variable } = taken;
  if (!variable) return undefined;
  const places = changing.map(({ node }) => node);
  const typeOnly = isTypeOnly(taken);
  const pinned = isUsedElsewhere(desk.reading, taken);
  const existing = pinned ? undefined : desk.names.existing(replacement, places, !typeOnly, taken);
  if (existing?.variable && fitsJsx(existing.variable.name, places)) return { name: existing.variable.name, existing: true };

  const aliased = isAliased(taken);
  const wanted = replacement.name;
  const keep = { name: variable.name, existing: false };
  if (!stays && (!replacement.renames || aliased || pinned || wanted === "default" || wanted === variable.name)) return keep;
  if (wanted !== "default" && fitsJsx(wanted, places) && desk.names.free(wanted, taken, places, replacement)) {
    desk.names.take(wanted, taken, replacement);
    return { name: wanted, existing: false };
  }
  return stays ? undefined : keep;
}

/** `<old/>` would be an element of the platform, no component. */
function fitsJsx(name: string, places: readonly Node[]): boolean {
  return !/^[a-z]/.test(name) || places.every(({ type }) => type !== Type.JSXIdentifier);
}

function wrongKind(taken: Listed, uses: readonly Use[], replacement: Replacement): string | undefined {
  const references = taken.variable?.references ?? [];
  for (const { node, fact } of uses) {
    const reference = references.find(({ identifier }) => identifier === node);
    const isType = reference !== undefined && "isTypeReference" in reference && reference.isTypeReference && !reference.isValueReference;
    const isValue = fact.kind === "use" && !isType && !isTypeOnly(taken);
    if (replacement.kind === "value" && isType && node.parent.type !== Type.TSTypeQuery && node.parent.type !== Type.ExportSpecifier)
      return `\`${replacement.name}\` is a value, and is used as a type here`;
    if (replacement.kind === "type" && isValue && node.parent.type !== Type.TSTypeQuery) return `\`${replacement.name}\` is a type, and is used as a value here`;
    if (replacement.kind === "type" && fact.kind === "reexport" && !isType && !isTypeOnly(taken) && !exportsType(node)) return `\`${replacement.name}\` is a type, and is exported as a value here`;
  }
  return undefined;
}

function exportsType(node: Node): boolean {
  const specifier = node.parent;
  if (specifier?.type !== Type.ExportSpecifier) return false;
  return specifier.exportKind === "type" || specifier.parent.exportKind === "type";
}

/** The text for one reference: what a file exports and what an object's key is called keep their outward names. */
export function renamed({ node }: Pick<Use, "node">, name: string): Piece[] {
  const parent = node.parent;
  if (parent.type === Type.ExportSpecifier) {
    const outward = keyName(parent.exported) ?? "";
    const shown = parent.exported.type === Type.Identifier ? outward : JSON.stringify(outward);
    const type = parent.exportKind === "type" ? "type " : "";
    return [replaced(parent, outward === name ? `${type}${name}` : `${type}${name} as ${shown}`)];
  }
  if (parent.type === Type.Property && parent.shorthand) {
    // `{ getX }` is key and value in one; of `{ getX = 1 }` only the target is written anew.
    return [replaced(node, `${keyName(parent.key) ?? node.name}: ${name}`)];
  }
  return [replaced(node, name)];
}

const byPattern = "it is taken from a namespace by destructuring";

/** Plans the members of a namespace, without call shapes: each becomes a named import, but for a new name in the same module. */
export function planMembers(desk: Desk, namespace: Namespace, members: readonly Member[], replacement: Replacement): Planned {
  const facts = members.map(({ fact }) => fact);
  if (members.some(({ node }) => node.parent?.type === Type.TSImportEqualsDeclaration)) return refuse(facts, byPattern);
  // `getX` where `const getX = require("m")` is the module itself; `(typeof ws)["x"]` is a type made of a value.
  if (members.some(({ node }) => node.type === Type.Identifier || node.type === Type.TSIndexedAccessType))
    return refuse(facts, "it is not taken by its name");
  if (members.some(isOfCall)) return refuse(facts, ofCall);
  if (isAssignedAnew(namespace)) return refuse(facts, "the variable that holds the module is assigned anew");
  const typeOnly = isTypeNamespace(namespace);
  for (const { node } of members) {
    const isType = standsForType(node);
    if (isType && replacement.kind === "value") return refuse(facts, `\`${replacement.name}\` is a value, and is used as a type here`);
    if (!isType && !typeOnly && replacement.kind === "type") return refuse(facts, `\`${replacement.name}\` is a type, and is used as a value here`);
  }
  // Under the same name it is to be had of that module itself, not through another one that holds it.
  if (replacement.module === namespace.fact.module && members.some(({ fact }) => fact.name !== replacement.name)) return planRenamedMembers(members, replacement.name);
  const stuck = members.filter((member) => member.node.type === Type.Property && !importableBinding(desk, namespace, member));
  // An alias stays, and is another import.
  const named = [...byKey(members.filter((member) => !stuck.includes(member)), aliasOf).values()].map((each) => importedMembers(desk, namespace, each, replacement));
  const refused = [...named.flatMap((planned) => [...planned.refused]), ...stuck.map(({ fact }) => [fact, byPattern] as const)];
  return { groups: named.flatMap(({ groups }) => groups), refused: new Map(refused) };
}

/** Plans members that get an import by one name. */
function importedMembers(desk: Desk, namespace: Namespace, members: readonly Member[], replacement: Replacement): Planned {
  const facts = members.map(({ fact }) => fact);
  const apart = members.filter(({ node }) => node.type === Type.Property);
  const direct = members.filter(({ node }) => node.type !== Type.Property);
  const bound = apart.flatMap((member) => member.bound ?? []);
  const uses = bound.flatMap((each) => each.uses);
  const [first] = members;
  const alias = first && aliasOf(first);
  const wishes = alias === undefined ? [replacement.name, first?.fact.name ?? ""] : [alias];
  const local = memberLocal(desk, namespace, [...direct, ...uses].map(({ node }) => node), wishes, replacement, bound.map(({ variable }) => variable));
  if (local === undefined) return refuse(facts, replacement.name === "default" ? "nothing says what the default export is to be called here" : `the name \`${replacement.name}\` is taken here`);
  const pieces = [...direct.map(({ node }) => replaced(node, local.name)), ...uses.flatMap((use) => (use.node.name === local.name ? [] : renamed(use, local.name)))];
  const consumes = direct.flatMap((member) => consumedBy(namespace, member));
  // A namespace brings types in without saying so; under `verbatimModuleSyntax` a name has to.
  const typeOnly = isTypeNamespace(namespace) || replacement.kind === "type";
  const addition = local.existing ? undefined : { replacement, local: local.name, typeOnly };
  const removes = apart.length > 0 ? apart.map(({ node }) => node) : undefined;
  return { groups: [{ facts: [...facts, ...uses.map(({ fact }) => fact)], owner: namespace, consumes, pieces, addition, removes }], refused: new Map() };
}

/** The namespace's references that go with a member: its own, and those in a type assertion (`(ws as typeof ws).x`). */
export function consumedBy({ references }: Namespace, { node, reference }: Pick<Member, "node" | "reference">): readonly Node[] {
  if (reference?.range[0] === node.range[0]) return [reference];
  return references.filter((each) => within(each, node));
}

/** The local name for members of a namespace: the first of some wishes that is free. */
function memberLocal(
  desk: Desk,
  namespace: Namespace,
  places: readonly Node[],
  wishes: readonly string[],
  replacement: Replacement,
  leaving: readonly Variable[],
): { readonly name: string; readonly existing: boolean } | undefined {
  const existing = desk.names.existing(replacement, places, !isTypeNamespace(namespace), namespace);
  if (existing?.variable) return { name: existing.variable.name, existing: true };
  const isJsx = places.some(({ type }) => type === Type.JSXMemberExpression || type === Type.JSXIdentifier);
  const name = wishes.find((wish) => wish !== "default" && !(isJsx && /^[a-z]/.test(wish)) && desk.names.free(wish, namespace, places, replacement, leaving));
  if (name === undefined) return undefined;
  desk.names.take(name, namespace, replacement);
  return { name, existing: false };
}

export const ofCall = "it is taken of what a call gives back";

/** `vi.mocked(ws).x`: in its place `x` alone would be of another type. */
export function isOfCall({ node, reference }: Member): boolean {
  for (let inner: Node | undefined = reference; inner && inner !== node; inner = inner.parent) if (inner.type === Type.CallExpression) return true;
  return false;
}

/** `let ws = require("m"); ws = …`: what its members are then of, can't be told. */
export function isAssignedAnew({ variable }: Namespace): boolean {
  return variable?.references.some((reference) => reference.isWrite() && !reference.init) ?? false;
}

/** `ws.X` as a type: a qualified name, or what a class implements and an interface extends. */
function standsForType(node: Node): boolean {
  if (node.type === Type.TSQualifiedName) return node.parent.type !== Type.TSTypeQuery;
  return node.parent?.type === Type.TSClassImplements || node.parent?.type === Type.TSInterfaceHeritage;
}

/** `import type * as ws`, `import { type ws }`. */
export function isTypeNamespace({ holder, node }: Namespace): boolean {
  return (holder.node.type === Type.ImportDeclaration && holder.node.importKind === "type") || isTypeSpecifier(node);
}
