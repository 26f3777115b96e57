/** What modules of Python pass on. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../graph.ts";
import type { Outlet, Passing } from "../leaks.ts";
import { dottedBelow } from "./module-path.ts";
import type { PythonNames } from "./names.ts";

/** More than is passed on in the end: later bindings win, and which these are the graph knows. */
export function pythonOutlet({ bindings, stars }: PythonNames): Outlet {
  const passings: Passing[] = [];
  const pass = (from: string, name: string, as: string): void => void passings.push({ from, name, as, isStar: false, withDefault: true });
  for (const [as, all] of bindings) for (const { is } of all) {
    if (is.kind === "loaded") pass(`.${as}`, "*", as);
    if (is.kind !== "from") continue;
    pass(is.from, is.name, as);
    // What is taken by name may be a module.
    if (is.name !== "*") pass(dottedBelow(is.from, is.name), "*", as);
  }
  for (const { from } of stars) passings.push({ from, name: "*", as: "*", isStar: true, withDefault: true });
  return { passings, own: new Set() };
}

/** A module below a package is one of the package's attributes, as soon as anybody imports it. */
export function belowPackage(module: ModuleKey, graph: Pick<Graph, "parentOf">): readonly (Passing & { readonly file: ModuleKey })[] {
  const parent = graph.parentOf(module);
  return parent ? [{ from: "", name: "*", as: parent.name, isStar: false, withDefault: true, file: parent.module }] : [];
}
