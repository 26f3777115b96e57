/** What modules of Python pass on. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Seed, Ways } from "../../policy/ways.ts";
import type { PythonGraph } from "./graph.ts";
import type { Outlet, Passing } from "../survey/leaks.ts";
import { dottedBelow, pythonStem } from "./module-path.ts";
import type { PythonNames } from "./names.ts";

/** More than is passed on in the end: later bindings win, and which these are the graph knows. */
export function pythonOutlet({ bindings, stars }: PythonNames): Outlet {
  const passings: Passing[] = [];
  const pass = (from: string, name: string, as: string): void => void passings.push({ from, name, as, isStar: false, withDefault: true });
  for (const [as, all] of bindings) for (const { is } of all) {
    if (is.kind === "loaded") pass(`.${as}`, "*", as);
    if (is.kind !== "from" || is.isRoot) continue;
    pass(is.from, is.name, as);
    // What is taken by name may be a module.
    if (is.name !== "*") pass(dottedBelow(is.from, is.name), "*", as);
  }
  for (const { from } of stars) passings.push({ from, name: "*", as: "*", isStar: true, withDefault: true });
  return { passings, own: new Set() };
}

/**
 * What files ask for who may have an export from its module: its name, and all names. The texts by which they do are in
 * specifiers-in-text.ts.
 */
export function keysBelow(module: ModuleKey, name: string): readonly ModuleKey[] {
  const stem = isAbsolute(module) ? `${pythonStem(module)}/` : `${module}.`;
  return name === "*" ? [`${stem}?`] : [stem + name, `${stem}*`];
}

/** What a file's specifiers lead to that may be on the way: as yet, or from what is known of the ways. */
export function askedFor(seeds: readonly Seed[], { leaks, namespaces }: Ways, graph: Pick<PythonGraph, "askedBy">): ReadonlySet<ModuleKey> {
  const asked = new Set<ModuleKey>();
  for (const { module, name } of [...seeds, ...leaks]) for (const each of [module, ...graph.askedBy(module, name)]) asked.add(each);
  for (const { module, name } of namespaces) {
    const below = graph.askedBy(module, name);
    for (const each of below.length > 0 ? below : [module]) asked.add(each);
  }
  return asked;
}

/** A module below a package is one of the package's attributes, as soon as anybody imports it. */
export function belowPackage(module: ModuleKey, graph: Pick<PythonGraph, "parentOf">): readonly (Passing & { readonly file: ModuleKey })[] {
  const parent = graph.parentOf(module);
  return parent ? [{ from: "", name: "*", as: parent.name, isStar: false, withDefault: true, file: parent.module }] : [];
}
