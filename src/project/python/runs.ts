/** Which files run when a module of Python is imported. */
import type { ModuleKey } from "../../policy/facts.ts";
import { isPackageFile, isPython, pythonStem } from "./module-path.ts";
import type { RunImport } from "./names.ts";
import type { PythonResolver } from "./resolver.ts";

export interface RunPorts {
  readonly resolver: Pick<PythonResolver, "moduleKey" | "submodule">;
  isFile(path: string): boolean;
  /** Where a name of a module is defined; `"*"` there for a module. */
  home(module: ModuleKey, name: string): { readonly name: string } | undefined;
}

/** The files that a file asks for something by its imports, without the packages around them. */
export function* filesRun(file: ModuleKey, runs: Iterable<RunImport>, { resolver, isFile, home }: RunPorts): Iterable<ModuleKey> {
  for (const { from, names } of runs) {
    const base = resolver.moduleKey(file, from);
    let isAsked = names.length === 0;
    for (const name of names) {
      const below = resolver.submodule(base, name);
      // The package may have something else under the module's name.
      if (below === undefined || home(base, name)?.name !== "*") isAsked = true;
      else if (isPython(below)) yield below;
    }
    if (isAsked && isPython(base) && isFile(base)) yield base;
  }
}

export interface AroundPorts {
  readonly parentOf: PythonResolver["parentOf"];
  /** A module and all that it may import, however far. */
  reached(module: ModuleKey): Iterable<ModuleKey>;
  /** Whether a package has begun to run before: nothing runs it anew. */
  isUnderway(packageFile: ModuleKey): boolean;
}

/**
 * The packages that run because something in them does that a module needs.
 *
 * Importing `a.b` runs the package `a` too. A file of `a` itself is run with `a` underway, and asks nothing of it when it
 * imports `a.b`: so what a package around both imports does not count. Else a package that shows all that it has at its top would
 * forbid every import within it.
 */
export function packagesAround(module: ModuleKey, { parentOf, reached, isUnderway }: AroundPorts): readonly ModuleKey[] {
  const packages = new Set<ModuleKey>();
  const addAround = (files: Iterable<ModuleKey>): void => {
    for (const file of files) for (let at = parentOf(file); at && !packages.has(at.module) && !isUnderway(at.module); at = parentOf(at.module)) packages.add(at.module);
  };
  addAround(reached(module));
  // A Set visits what is added while it is walked.
  for (const each of packages) if (isPackageFile(each)) addAround(reached(each));
  return [...packages].filter(isPackageFile);
}

/** Whether a file is in a package, by the package's `__init__.py`. */
export function isInside(packageFile: ModuleKey, file: ModuleKey): boolean {
  return file.startsWith(`${pythonStem(packageFile)}/`);
}
