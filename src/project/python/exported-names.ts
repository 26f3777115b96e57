/** All names that a module of Python is known to have. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { KnownNames } from "../exports/names.ts";
import type { ModuleRecord } from "../exports/record.ts";
import type { PythonResolver } from "./resolver.ts";

export interface NamesPorts {
  readonly resolver: Pick<PythonResolver, "moduleKey">;
  record(file: ModuleKey): ModuleRecord | undefined;
}

/**
 * What others may take of the module. What it imports from packages that are not the project's is its own affair: nobody
 * means `os` when all of a module moves.
 */
export function pythonNames(module: ModuleKey, ports: NamesPorts): KnownNames {
  return namesOf(module, ports, false);
}

/** All that a star import of the module binds, what it has from other packages too. */
export function starNames(module: ModuleKey, ports: NamesPorts): KnownNames {
  return namesOf(module, ports, true);
}

function namesOf(module: ModuleKey, { resolver, record }: NamesPorts, isStarred: boolean): KnownNames {
  const seen = new Set<ModuleKey>();
  let isAll = true;
  const walk = (file: ModuleKey, isStar: boolean): ReadonlySet<string> => {
    const known = seen.has(file) ? undefined : record(file);
    if (!known?.names || known.open) isAll &&= seen.has(file);
    seen.add(file);
    const names = new Set<string>();
    if (!known?.names) return names;
    const { all, bindings, stars } = known.names;
    for (const [name, bound] of bindings) {
      if (/^__.*__$/.test(name)) continue;
      if (isStarred ? bound.at(-1)?.is.kind !== "deleted" : bound.some(({ is }) => is.kind === "own" || (is.kind === "from" && isAbsolute(resolver.moduleKey(file, is.from))))) names.add(name);
    }
    for (const { from } of stars) {
      const target = resolver.moduleKey(file, from);
      if (!isAbsolute(target)) isAll = false;
      else for (const name of walk(target, true)) names.add(name);
    }
    if (!isStar) return names;
    if (all?.isOpen === true) isAll = false;
    if (all) return new Set([...all.names, ...(all.isOpen ? names : [])]);
    return new Set([...names].filter((name) => !name.startsWith("_")));
  };
  const names = [...walk(module, isStarred)];
  return { names, isAll };
}
