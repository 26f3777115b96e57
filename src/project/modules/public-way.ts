/**
 * How a file is to take an export of which no specifier such as it writes names the module: by a public module that passes it
 * on, of another package, or of a library that `paths` alone give a name.
 */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../exports/graph.ts";
import { isPackageKey, isRelative } from "./module-path.ts";
import { exportsEntries } from "./package-exports.ts";
import type { Resolver } from "./resolver.ts";
import type { Workspaces } from "./workspace.ts";

/** A specifier, and the module that it leads to. */
export interface Way {
  readonly specifier: string;
  readonly module: ModuleKey;
}

/** Finds a public module of `module`'s package that lets its export `name` out under that name, for a file that writes `replaced`. */
export type PublicWayFinder = (fromFile: string, replaced: string, module: ModuleKey, name: string) => Way | undefined;

export function createPublicWayFinder(resolver: Resolver, workspaces: Workspaces, graph: Pick<Graph, "home" | "recordOf">): PublicWayFinder {
  return (fromFile, replaced, module, name) => {
    const owner = isPackageKey(module) ? undefined : workspaces.ownerOf(posix.dirname(module));
    const scope = resolver.scopeOf(fromFile);
    const isOther = owner?.name !== undefined && owner.folder !== workspaces.ownerOf(scope.folder)?.folder;
    const home = graph.home(module, name);
    const wayBy = (specifier: string): Way | undefined => {
      const found = resolver.identify(scope, specifier);
      const its = isPackageKey(found) ? undefined : graph.home(found, name);
      return its && its.module === home?.module && its.name === home.name ? { specifier, module: found } : undefined;
    };
    // The module that the old symbol came from, first: who takes both goes on by one import.
    const first = isRelative(replaced) || replaced.startsWith("/") ? undefined : wayBy(replaced);
    if (first || !isOther) return first;
    const entries = entriesOf(owner.name, owner.content["exports"]);
    const known = new Set(graph.recordOf(resolver.fileKey(fromFile))?.takes.map(({ from }) => from));
    for (const entry of [...entries.filter((each) => known.has(each)), owner.name]) {
      const way = wayBy(entry);
      if (way) return way;
    }
    // Several others may be for a browser, a server …
    const [only, another] = entries.flatMap((entry) => wayBy(entry) ?? []);
    return another ? undefined : only;
  };
}

/** The specifiers of the modules that a package shows one by one. */
function entriesOf(name: string, exports: unknown): readonly string[] {
  const keys = exports === undefined ? ["."] : exportsEntries(exports).map(({ key }) => key);
  return keys.filter((key) => !key.includes("*")).map((key) => name + key.slice(1));
}
