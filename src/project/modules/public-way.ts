/** How another package is to take an export of which no public path names the module: by a public module that passes it on. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../exports/graph.ts";
import { isPackageKey, packageSpecifier } from "./module-path.ts";
import { exportsEntries } from "./package-exports.ts";
import type { Resolver } from "./resolver.ts";
import type { Workspaces } from "./workspace.ts";

/** A specifier, and the module that it leads to. */
export interface PublicWay {
  readonly specifier: string;
  readonly module: ModuleKey;
}

/** Finds a public module of `module`'s package that lets its export `name` out under that name, for a file that writes `replaced`. */
export type PublicWayFinder = (fromFile: string, replaced: string, module: ModuleKey, name: string) => PublicWay | undefined;

export function createPublicWayFinder(resolver: Resolver, workspaces: Workspaces, graph: Pick<Graph, "home">): PublicWayFinder {
  return (fromFile, replaced, module, name) => {
    const owner = isPackageKey(module) ? undefined : workspaces.ownerOf(posix.dirname(module));
    if (owner?.name === undefined) return undefined;
    const scope = resolver.scopeOf(fromFile);
    if (workspaces.ownerOf(scope.folder)?.folder === owner.folder) return undefined;
    const keys = owner.content["exports"] === undefined ? ["."] : exportsEntries(owner.content["exports"]).map(({ key }) => key);
    const shown = keys.filter((key) => !key.includes("*")).map((key) => `${owner.name ?? ""}${key.slice(1)}`);
    // The module that the old symbol came from, first: who takes both goes on by one import.
    const texts = packageSpecifier(replaced)?.name === owner.name ? [replaced, ...shown] : shown;
    const home = graph.home(module, name);
    for (const specifier of texts) {
      const found = resolver.identify(scope, specifier);
      if (isPackageKey(found)) continue;
      const its = graph.home(found, name);
      if (its !== undefined && its.module === home?.module && its.name === home.name) return { specifier, module: found };
    }
    return undefined;
  };
}
