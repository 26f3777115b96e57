/** Which files run when a module of Python is imported. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { ModuleRecord } from "../record.ts";
import { isPackageFile, isPython, pythonStem } from "./module-path.ts";
import type { PythonResolver } from "./resolver.ts";

export interface ClosurePorts {
  readonly resolver: Pick<PythonResolver, "moduleKey" | "submodule" | "parentOf">;
  record(file: ModuleKey): ModuleRecord | undefined;
  /** Where a name of a module is defined; `"*"` there for a module. */
  home(module: ModuleKey, name: string): { readonly name: string } | undefined;
}

/**
 * The module and every file that it imports, however far: the files that must not import it.
 *
 * Importing `a.b` runs the package `a` too. A file of `a` itself is run with `a` underway, and asks nothing of it when it
 * imports `a.b`: so what a package around a module imports counts for files outside of that package alone. Else a package
 * that shows all that it has at its top would forbid every import within it.
 */
export function pythonClosure(module: ModuleKey, ports: ClosurePorts): ReadonlySet<ModuleKey> {
  const known = new Map<ModuleKey, readonly ModuleKey[]>();
  const targets = (file: ModuleKey): readonly ModuleKey[] => {
    let found = known.get(file);
    if (!found) known.set(file, (found = [...targetsOf(file, ports)]));
    return found;
  };
  const closure = reached(module, targets);
  const packages = new Set<ModuleKey>();
  const addAround = (files: Iterable<ModuleKey>): void => {
    for (const file of files) for (let at = ports.resolver.parentOf(file); at && !packages.has(at.module); at = ports.resolver.parentOf(at.module)) packages.add(at.module);
  };
  addAround(closure);
  // A Set visits what is added while it is walked.
  for (const each of packages) {
    if (closure.has(each) || !isPackageFile(each)) continue;
    const inside = `${pythonStem(each)}/`;
    const files = reached(each, targets);
    addAround(files);
    for (const file of files) if (!file.startsWith(inside)) closure.add(file);
  }
  return closure;
}

function reached(module: ModuleKey, targets: (file: ModuleKey) => readonly ModuleKey[]): Set<ModuleKey> {
  const files = new Set([module]);
  for (const each of files) for (const target of targets(each)) files.add(target);
  return files;
}

/** The files that a file asks for something, without the packages around them. */
function* targetsOf(file: ModuleKey, { resolver, record, home }: ClosurePorts): Iterable<ModuleKey> {
  for (const { from, names } of record(file)?.names?.runs ?? []) {
    const base = resolver.moduleKey(file, from);
    let isAsked = names.length === 0;
    for (const name of names) {
      const below = resolver.submodule(base, name);
      // The package may have something else under the module's name.
      if (below === undefined || home(base, name)?.name !== "*") isAsked = true;
      else if (isPython(below)) yield below;
    }
    if (isAsked && isPython(base) && record(base)) yield base;
  }
}
