/** Plans what is taken of modules and by stars, without call shapes: each name becomes an import by name. */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import type { Member, Namespace, Starred, Use } from "../model.ts";
import { calleeName, isTarget } from "../read/expressions.ts";
import { dotted } from "../read/imports.ts";
import { runsBefore } from "../read/place.ts";
import { isShown, shown } from "../rewrite/shown.ts";
import type { Reference, Scope, Variable } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import { refuse } from "./group.ts";
import type { Addition, Desk, Group, ImportStatement, Planned } from "./group.ts";
import { whyMocked } from "./held.ts";
import { isHiddenByStar, isPrivate, symbolOf } from "./names.ts";

/** A namespace whose members can become imports by name. */
export interface Source {
  readonly namespace: Namespace;
  readonly statement: ImportStatement;
  readonly scope: Scope;
}

/** The statement and scope of a namespace, or why its members can't be imported by name there. */
export function sourceOf(namespace: Namespace): Source | string {
  const { variable, imported } = namespace;
  if (!("kind" in imported)) return "it is taken of a module that is loaded by its name";
  if (!variable) return "its binding can't be followed";
  if (variable.scope.kind === "class") return "the module is an attribute of a class";
  const isRoot = imported.kind === "module" && imported.alias === undefined;
  const isOther = ({ node, kind }: (typeof variable.bindings)[number]): boolean =>
    node !== imported.node && kind !== "annotation" && !(isRoot && node.type === "PyImportAlias" && !node.alias);
  if (variable.bindings.some(isOther)) return "the variable that holds the module is bound elsewhere too";
  return { namespace, statement: imported.statement, scope: variable.scope };
}

/** In the body of a class that binds the name too, it may be read before that is done. */
export const attribute = "a class has an attribute of the same name";

const captured = "in a `case` a name alone would take whatever comes";

/** Whether a reference reads `variable` and nothing else. */
export function isCertain(reference: Reference, variable: Variable | undefined): boolean {
  return reference.variable === variable && reference.fallback === undefined;
}

/** Why one member can't be changed; `undefined` where it can. */
export function whyOdd(desk: Desk, { namespace, statement }: Source, { node, fact, reference }: Member): string | undefined {
  if (fact.name === "*" || !reference) return "no import here names the module";
  if (!runsBefore(statement, node) && isImportedElsewhere(namespace)) return "several imports of the module may have run before it";
  if (!isCertain(reference, namespace.variable)) return attribute;
  if (node.type === "PyCall" && node.arguments.length !== 2) return "`getattr` has something else to give where it is missing";
  if (isTarget(node)) return "it is assigned to";
  if (desk.reading.file.text.slice(...node.range).includes("#")) return "a comment stands within it";
  const isSet = namespace.members.some((other) => other.fact.name === fact.name && isTarget(other.node));
  const beside = namedBeside(namespace, fact.name);
  if (beside.includes("hasattr")) return "`hasattr` asks the module for it";
  return isSet || beside.length > 0 ? "this file puts something else in its place on the module" : undefined;
}

/** Whether another statement imports the module of a namespace under the same name. */
function isImportedElsewhere({ imported, variable }: Namespace): boolean {
  if (!("kind" in imported) || imported.kind !== "module") return false;
  return variable?.bindings.some(({ node }) => node !== imported.node && node.type === "PyImportAlias" && dotted(node.module) === imported.module) ?? false;
}

/** What is called with the module and a name of it: `monkeypatch.setattr(ws, "get_x", …)`, `patch.object(ws, "get_x")`. */
function namedBeside({ references, members }: Namespace, name: string): readonly string[] {
  const getattrs = new Set<PyNode>(members.map(({ node }) => node));
  return references.flatMap(({ node }) => {
    const argument = topOf(node).parent;
    const call = argument?.parent;
    if (argument?.type !== "PyArgument" || call?.type !== "PyCall" || getattrs.has(call)) return [];
    const isNamed = call.arguments.some(({ value }) => value.type === "PyStrings" && value.parts.some((part) => part.type === "PyString" && part.value === name));
    return isNamed ? [calleeName(call) ?? ""] : [];
  });
}

/** The whole of `a.b.c`. */
function topOf(node: PyNode): PyNode {
  let top = node;
  while (top.parent?.type === "PyAttribute") top = top.parent;
  return top;
}

/** Plans the members of one name. */
export function planMembers(desk: Desk, namespace: Namespace, members: readonly Member[], replacement: Replacement): Planned {
  const facts = members.map(({ fact }) => fact);
  const source = sourceOf(namespace);
  if (typeof source === "string") return refuse(facts, source);
  const refused = new Map<Fact, string>();
  const changing = members.filter((member) => {
    const odd = whyOdd(desk, source, member) ?? (member.node.parent?.type === "PyPatternValue" ? captured : undefined);
    if (odd !== undefined) refused.set(member.fact, odd);
    return odd === undefined;
  });
  if (changing.length === 0) return { groups: [], refused };
  const references = changing.flatMap(({ reference }) => reference ?? []);
  const local = memberLocal(desk, source, references, replacement);
  if (local === undefined) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const held = desk.held(namespace);
  const groupOf = (some: readonly Member[], doubt: string | undefined): Group => ({
    facts: some.map(({ fact }) => fact),
    owner: namespace,
    keepsOwner: held !== undefined,
    doubt,
    consumes: some.flatMap(({ reference }) => reference?.node ?? []),
    pieces: some.map(({ node }) => replaced(node, local.name)),
    additions: local.isExisting ? [] : [memberAddition(replacement, local.name, source.statement)],
  });
  const isDoubted = ({ node }: Member): boolean => isShown(node, desk.reading.file.text);
  const [sure, doubted] = [changing.filter((member) => !isDoubted(member)), changing.filter(isDoubted)];
  const groups = [groupOf(sure, whyMocked(desk.reading, namespace.variable)), groupOf(doubted, shown)];
  return { groups: groups.filter(({ facts }) => facts.length > 0), refused };
}

/** The import that a member needs. */
export function memberAddition({ specifier, module, name }: Replacement, local: string, at: ImportStatement): Addition {
  const joins = at.type === "PyImportFrom" && at.star ? "below" : "any";
  return { specifier, module, name, local, at, joins };
}

/** The local name for a module's member: the canonical name, or where that is taken the old one. */
export function memberLocal(
  desk: Desk,
  { scope, statement, namespace }: Pick<Source, "scope" | "statement"> & { readonly namespace?: Namespace },
  spots: readonly Reference[],
  replacement: Replacement,
): { readonly name: string; readonly isExisting: boolean } | undefined {
  if (isPrivate(replacement.name, scope)) return undefined;
  // What a star may hide is no import to go for.
  const isStar = statement.type === "PyImportFrom" && statement.star !== undefined;
  const old = namespace?.members.find(({ reference }) => reference && spots.includes(reference))?.fact.name;
  const existing = isStar ? undefined : desk.names.existingOrMoved(replacement, spots, statement, old);
  if (existing !== undefined) return { name: existing, isExisting: true };
  const symbol = symbolOf(replacement);
  const isHidden = (wish: string): boolean => isHiddenByStar(desk.reading, wish, scope, statement.range[0]);
  const name = [replacement.name, ...(old === undefined ? [] : [old])].find((wish) => !isHidden(wish) && desk.names.free(wish, scope, spots, symbol));
  if (name === undefined) return undefined;
  desk.names.take(name, scope, spots, symbol);
  return { name, isExisting: false };
}

/** Plans the uses of one name that a star import brought in: it is imported by name behind the star. */
export function planStarred(desk: Desk, starred: Starred, uses: readonly Use[], replacement: Replacement): Planned {
  const facts: readonly Fact[] = uses.map(({ fact }) => fact);
  const { statement } = starred.imported;
  const scope = desk.reading.scopes.module;
  const spots = uses.map(({ reference }) => reference);
  const old = uses[0]?.fact.name;
  const isFree = old !== undefined && !scope.variables.has(old) && !isHiddenByStar(desk.reading, old, scope, statement.range[0]);
  const keep = isFree ? { name: old, isExisting: false } : undefined;
  const isKept = spots.some(({ node }) => isShown(node, desk.reading.file.text));
  const local = isKept ? keep : (memberLocal(desk, { scope, statement }, spots, replacement) ?? keep);
  if (!local) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const group: Group = {
    facts,
    consumes: [],
    pieces: local.name === old ? [] : spots.map(({ node }) => replaced(node, local.name)),
    additions: local.isExisting ? [] : [memberAddition(replacement, local.name, statement)],
  };
  return { groups: [group], refused: new Map() };
}
