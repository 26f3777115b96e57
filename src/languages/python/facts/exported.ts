/** What `__all__` lets out of other modules. */
import type { ReexportFact } from "../../../policy/facts.ts";
import type { Exported, Named, Starred, Taken } from "../model.ts";
import { dunderAllOf, lastingOf } from "../read/dunder-all.ts";
import type { AllEntry, AllOfModule, DunderAll } from "../read/dunder-all.ts";
import { dottedName } from "../read/expressions.ts";
import type { Reading } from "../read.ts";
import type { Variable } from "../scopes/scope.ts";
import type { PyModule } from "../tree/node.ts";
import { below } from "./chains.ts";

/** A file's `__all__`. */
export interface OwnAll extends DunderAll {
  /** The names in it, where that is all; `undefined` where it is not set, or computed. */
  readonly known: ReadonlySet<string> | undefined;
  /** The entries that are not taken out again. */
  readonly lasting: readonly AllEntry[];
  /** Their names. */
  readonly names: ReadonlySet<string>;
}

/** Reads it. */
export function ownAllOf(module: PyModule): OwnAll {
  const { entries, modules, unknown, isSet } = dunderAllOf(module);
  const lasting = lastingOf(entries);
  const names = new Set(lasting.map(({ name }) => name));
  const isKnown = isSet && unknown.length === 0 && modules.length === 0;
  return { entries, modules, unknown, isSet, lasting, names, known: isKnown ? names : undefined };
}

/** Entries, and other modules' lists, that let something governed out. */
export function exportedOf(reading: Reading, starred: readonly Starred[]): readonly Exported[] {
  const { all, scopes, taken } = reading;
  const byVariable = new Map<Variable, Taken>();
  for (const each of taken) if ((each.how === "listed" || each.how === "namespace") && each.variable && !byVariable.has(each.variable)) byVariable.set(each.variable, each);

  const entries = all.lasting.flatMap((entry): readonly Exported[] => {
    const { name, node } = entry;
    const variable = scopes.module.variables.get(name);
    const isBound = variable !== undefined && variable.bindings.length > 0;
    const source = isBound ? letOut(byVariable.get(variable), reading, name) : fromStar(name, reading, starred);
    if (!source) return [];
    // Of names that a star brought in, only a star that moves as a whole brings new ones under the same names.
    const imported = isBound || reading.ports.deprecatedNames(source.module).includes("*");
    return [{ fact: reexport(source, source.name, name, node.range, imported), entry, site: node }];
  });
  const modules = all.modules.flatMap(({ object }): readonly Exported[] => {
    const named = moduleOf(object, reading);
    const site = object.parent ?? object;
    return named && reading.ports.governs(named.module) ? [{ fact: reexport(named, "*", "*", site.range), entry: undefined, site }] : [];
  });
  return [...entries, ...modules];
}

type Source = Named & { readonly name: string };

function letOut(taken: Taken | undefined, { ports }: Reading, outward: string): Source | undefined {
  if (!taken || taken.how === "member" || taken.how === "starred") return undefined;
  const { module, specifier, name } = taken.fact;
  // What a module has, others have as its attributes; but one that went as a whole is a site by itself. A package's own
  // modules are to be had there anyway.
  if (name === "*" && (!ports.deprecatedNames(module).includes("*") || module === ports.moduleKey(below(".", outward)))) return undefined;
  return { module, specifier, name };
}

function fromStar(name: string, { ports }: Reading, starred: readonly Starred[]): Source | undefined {
  const star = starred.toReversed().find(({ fact: { module } }) => ports.deprecatedNames(module).includes(name));
  return star && { module: star.fact.module, specifier: star.fact.specifier, name };
}

/** The module before `.__all__`: what an import put under the name, or one of the package's own that an import loaded. */
function moduleOf(object: AllOfModule["object"], { taken, scopes, ports }: Reading): Named | undefined {
  const path = dottedName(object);
  if (!path) return undefined;
  const { variable } = scopes.referenceAt(path.root) ?? {};
  const rest = path.attributes.map(({ attribute }) => attribute.name);
  if (!variable) {
    const specifier = [path.root.name, ...rest].reduce(below, ".");
    return { specifier, module: ports.moduleKey(specifier) };
  }
  for (const each of taken) {
    if (each.how !== "namespace" || each.variable !== variable) continue;
    const { imported, fact } = each;
    const isRoot = "kind" in imported && imported.kind === "module" && imported.alias === undefined;
    const specifier = rest.reduce(below, isRoot ? path.root.name : fact.specifier);
    if (specifier === fact.specifier) return { specifier, module: fact.module };
  }
  return undefined;
}

function reexport({ module, specifier }: Named, name: string, as: string, span: ReexportFact["span"], imported = true): ReexportFact {
  return { kind: "reexport", module, specifier, name, as, declares: false, imported, hidden: [], span };
}
