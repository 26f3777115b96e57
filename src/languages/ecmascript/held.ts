/** A module as an expression holds it, on its way through a file. */
import type { ImportFact, ImportForm, ModuleKey, ReexportFact } from "../../policy/facts.ts";
import type { ReadPorts } from "../adapter.ts";
import type { Holder, Named, Namespace } from "./model.ts";
import { ancestor, asserted, keyName, Type } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** The module that an expression holds, and how it came there. */
export interface Held {
  readonly holder: Holder;
  /** The module that `holder` names, or one that it exports whole (`export * as ws from "m"`). */
  readonly module: ModuleKey;
  /** The nodes that take one module out of another, outermost module first; empty where `holder` names the module itself. */
  readonly carriers: readonly Node[];
  /** The fact that tells of the module already: no other is made of it as a whole. */
  readonly fact?: ImportFact | undefined;
  /** The binding that the expression starts with, if it starts with one. */
  readonly binding?: Namespace | undefined;
  /** That binding's reference here. */
  readonly reference?: Node | undefined;
  /** The namespaces that count what is taken by the expression as their members: the binding, and those behind it. */
  readonly counted: readonly Namespace[];
}

/** The module that a specifier names, before anything is done with it. */
export function heldBy(holder: Holder): Held {
  return { holder, module: holder.module, carriers: [], counted: [] };
}

/** The module `inner`, which `carrier` takes out of the one that is held. */
export function carriedBy(held: Held, carrier: Node, inner: ModuleKey): Held {
  return { ...held, module: inner, carriers: [...held.carriers, carrier], fact: undefined };
}

/** The module held, under the specifier that the file writes. */
export function namedOf({ holder, module }: Held): Named {
  return { module, specifier: holder.specifier, literal: holder.literal, via: module === holder.module ? undefined : holder.module };
}

/** The export `name` of a module: it itself, or all (`"*"`) of the module that it is as a whole. */
export function exportOf(ports: ReadPorts, from: Named, name: string): readonly [from: Named, name: string] {
  const inner = ports.namespaceAt(from.module, name);
  return inner === undefined ? [from, name] : [{ ...from, module: inner, via: from.via ?? (inner === from.module ? undefined : from.module) }, "*"];
}

/** How an expression takes a module that is not bound to a name. */
export function looseForm({ kind }: Holder): ImportForm {
  return kind === "type" || kind === "require" ? kind : "dynamic";
}

/** The fact that `node` takes the export `name`. */
export function importOf({ module, holder, carriers }: Held, form: ImportForm, name: string, node: Node): ImportFact {
  const via = carriers.length === 0 ? undefined : holder.module;
  return { kind: "import", form, module, specifier: holder.specifier, name, via, span: node.range };
}

/** The fact that `site` lets the export `name` out. */
export function reexportOf({ module, specifier, via }: Named, name: string, site: Node, as: string, hidden: readonly string[]): ReexportFact {
  return { kind: "reexport", module, specifier, name, via, as, hidden, within: exportsAround(site), declares: isDeclared(site), imported: !isFrom(site), span: site.range };
}

function isFrom(site: Node): boolean {
  return site.type === Type.ExportAllDeclaration || (site.type === Type.ExportSpecifier && site.parent.type === Type.ExportNamedDeclaration && site.parent.source !== null);
}

/** The exports of the file that are objects with `site` in them: the default, and in CommonJS what the outermost property is. */
function exportsAround(site: Node): readonly string[] | undefined {
  const own = site.type === Type.Property ? site : asserted(site).parent;
  if (own?.type !== Type.Property || own.parent.type !== Type.ObjectExpression) return undefined;
  const names = ["default"];
  for (let outer = asserted(own.parent).parent; outer?.type === Type.Property; outer = asserted(outer.parent).parent) names.push(keyName(outer.key, outer.computed) ?? "default");
  return names;
}

/** Whether a declaration behind `export` lets it out, not a list of names, a default or a member of `exports`. */
function isDeclared(site: Node): boolean {
  const declaration = ancestor(site, Type.ExportNamedDeclaration)?.declaration;
  return declaration !== undefined && declaration !== null;
}
