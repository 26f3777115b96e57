/** Plans a module that moved as a whole: it is imported from its new place, under the name that it has here. */
import type { Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import type { Member, Namespace, Starred } from "../model.ts";
import { dotted } from "../read/imports.ts";
import type { ModuleImport, NameImport } from "../read/imports.ts";
import { runsBefore } from "../read/place.ts";
import { isShown, shown } from "../rewrite/shown.ts";
import type { PyNode } from "../tree/node.ts";
import { refuse } from "./group.ts";
import type { Addition, Desk, Group, Planned } from "./group.ts";
import { planLoaded } from "./loaded.ts";
import { sourceOf } from "./members.ts";
import { symbolOf } from "./names.ts";

/** Plans the import of a whole module. */
export function planWhole(desk: Desk, namespace: Namespace, replacement: Replacement): Planned {
  const { fact, members, imported } = namespace;
  const own = members.filter((member) => member.fact.module === fact.module && member.fact.name !== "*");
  const facts = [fact, ...own.map((member) => member.fact)].filter((each) => desk.order(each));
  const left = own.find((member) => !replacement.moves(member.fact.name));
  if (left) return refuse([fact], `\`${left.fact.name}\` is not known to be exported by "${replacement.specifier}"`);
  if (own.some((member) => desk.order(member.fact)?.action === "keep")) return refuse([fact], "it is kept by a disable comment");
  if (!("kind" in imported)) return planLoaded(desk, namespace, replacement);
  const source = sourceOf(namespace);
  if (typeof source === "string") return refuse([fact], source);
  if (!isFollowed(namespace, own)) return refuse([fact], "the module object is passed on, and may be asked for any export");
  const group: Group = { facts, consumes: [], pieces: [] };
  if (imported.kind === "name" || isBelowNow(imported, replacement)) return planBelowPackage(desk, namespace, replacement, group);
  if (replacement.specifier.startsWith(".")) return refuse([fact], "only `from` takes a relative module");
  const { alias, node } = imported;
  if (alias !== undefined) return planned({ ...group, pieces: [replaced(node.module, replacement.specifier)] });
  return planDotted(desk, namespace, own, replacement, group);
}

/** `import mock` of what is `unittest.mock` now: as `from unittest import mock` it keeps its name. */
function isBelowNow({ module, alias }: ModuleImport | NameImport, { specifier }: Replacement): boolean {
  return alias === undefined && !module.includes(".") && specifier.endsWith(`.${module}`) && !specifier.startsWith(".");
}

function planned(group: Group): Planned {
  return { groups: [group], refused: new Map() };
}

/** Whether every reference takes a known member, so that nothing else is asked of the module. */
function isFollowed({ references, imported, variable }: Namespace, own: readonly Member[]): boolean {
  const known = new Set(own.map(({ reference }) => reference));
  const isRoot = "kind" in imported && imported.kind === "module" && imported.alias === undefined && imported.module.includes(".");
  // What else is taken of `a` after `import a.b` is not of `a.b`, unless `a` or `a.b` is passed on.
  return references.every((reference) => known.has(reference) || (isRoot && reference.node.parent?.type === "PyAttribute" && !reaches(reference.node.parent, imported.module, variable?.name ?? "")));
}

/** Whether an expression beginning with `root.…` may be `module`, or a package above it. */
function reaches(first: PyNode, module: string, root: string): boolean {
  let path = root;
  for (let node: PyNode | null = first; node?.type === "PyAttribute"; node = node.parent) {
    path += `.${node.attribute.name}`;
    if (path === module) return true;
    if (!module.startsWith(`${path}.`)) return false;
  }
  return true;
}

/** `import a.b` and `a.b.x`: all are written anew. */
function planDotted(desk: Desk, namespace: Namespace, own: readonly Member[], { specifier, module }: Replacement, group: Group): Planned {
  const { fact, imported, variable, references } = namespace;
  if (!("kind" in imported) || imported.kind !== "module" || !variable) return refuse([fact], "its binding can't be followed");
  const root = specifier.split(".")[0] ?? specifier;
  const used = new Set(own.map(({ reference }) => reference));
  if (root !== variable.name) {
    if (references.some((reference) => !used.has(reference))) return refuse([fact], `\`${variable.name}\` is used for something else too`);
    const held = desk.held(namespace);
    if (held !== undefined) return refuse([fact], held);
    const spots = own.flatMap(({ reference }) => reference ?? []);
    if (!desk.names.free(root, variable.scope, spots, symbolOf({ module, name: "*" }))) return refuse([fact], `the name \`${root}\` is taken here`);
    desk.names.take(root, variable.scope, spots, symbolOf({ module, name: "*" }));
  }
  const pieces = own.flatMap(({ object, node }) => (object.type === "PyCall" || node.range[0] > object.range[0] ? [] : [replaced(object, specifier)]));
  if (pieces.length < own.length) return refuse([fact], "it is not taken by its dotted name everywhere");
  const doubt = own.some(({ node }) => isShown(node, desk.reading.file.text)) ? shown : undefined;
  // Where it is imported already, once is enough.
  const isTwice = root === variable.name && isImportedBefore(namespace, specifier);
  return planned(isTwice ? { ...group, doubt, pieces, drops: [imported.node] } : { ...group, doubt, pieces: [replaced(imported.node.module, specifier), ...pieces] });
}

/** Whether another statement has imported a module, under the same name, before that is referred to anywhere. */
function isImportedBefore({ imported, variable, references }: Namespace, module: string): boolean {
  return variable?.bindings.some(({ node }) => {
    if (!("kind" in imported) || node === imported.node || node.type !== "PyImportAlias" || node.alias || dotted(node.module) !== module) return false;
    const { parent } = node;
    return parent !== null && references.every((reference) => runsBefore(parent, reference.node));
  }) ?? false;
}

/** `from a import b`: the same from where the module is now. */
function planBelowPackage(desk: Desk, namespace: Namespace, replacement: Replacement, group: Group): Planned {
  const { specifier, module } = replacement;
  const { imported, variable, references, fact } = namespace;
  if (!("kind" in imported) || !variable) return refuse([fact], "its binding can't be followed");
  const [, parent = "", name = specifier] = /^(.*?)\.?([^.]*)$/s.exec(specifier) ?? [];
  const from = /^\.+[^.]*$/.test(specifier) ? (/^\.+/.exec(specifier)?.[0] ?? "") : parent;
  const symbol = symbolOf({ module, name: "*" });
  const spots = references;
  const inPackage = { ...replacement, name, isSame: (other: string, its: string) => from !== "" && other === desk.reading.ports.moduleKey(from) && its === name };
  const existing = desk.held(namespace) === undefined ? desk.names.existing(inPackage, spots, imported.statement) : undefined;
  if (existing !== undefined) return planned({ ...group, owner: namespace, pieces: references.map(({ node }) => replaced(node, existing)), drops: [imported.node] });
  const isNamed = imported.alias === undefined && desk.held(namespace) === undefined && name !== variable.name && desk.names.free(name, variable.scope, spots, symbol);
  const local = isNamed ? name : variable.name;
  if (isNamed) desk.names.take(name, variable.scope, spots, symbol);
  const addition: Addition = {
    specifier: from,
    module: from === "" ? "" : desk.reading.ports.moduleKey(from),
    name,
    local,
    repeats: imported.kind === "name" && imported.alias === imported.name,
    at: imported.statement,
    item: imported.node,
    joins: desk.held(namespace) === undefined ? "any" : "above",
  };
  const pieces = isNamed ? references.map(({ node }) => replaced(node, local)) : [];
  return planned({ ...group, owner: namespace, pieces, additions: [addition], drops: [imported.node] });
}

/** `from old import *` of a module that moved: nothing that anybody has by it may be missing, or come to mean something else. */
export function planWholeStar({ reading }: Desk, { fact, imported }: Starred, replacement: Replacement): Planned {
  const { scopes, all, ports } = reading;
  if (replacement.sideEffects) return refuse([fact], `importing "${fact.specifier}" does something`);
  const change = replacement.starred();
  if (!change) return refuse([fact], `not all names of "${fact.specifier}" and "${replacement.specifier}" are known`);
  const unbound = new Set(scopes.all.flatMap(({ references }) => references.flatMap(({ variable, name }) => (variable && variable.bindings.length > 0 ? [] : [name]))));
  const listed = new Set(all.entries.map(({ name }) => name));
  const lost = change.lacks.find((name) => unbound.has(name) || listed.has(name) || scopes.module.variables.has(name) || ports.takersOf(name).length > 0);
  if (lost !== undefined) return refuse([fact], `\`${lost}\` is not known to be exported by "${replacement.specifier}"`);
  const gained = change.adds.find((name) => unbound.has(name) || scopes.module.variables.has(name));
  if (gained !== undefined) return refuse([fact], `"${replacement.specifier}" would put something else under \`${gained}\``);
  return planned({ facts: [fact], consumes: [], pieces: [replaced(imported.moduleNode, replacement.specifier)] });
}
