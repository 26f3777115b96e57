/** A package's name in its own files, such as its tests: behind it is what a build wrote, of which the project knows the source. */
import { posix } from "node:path";
import { bestPattern, isPackageKey, packageSpecifier } from "./module-path.ts";
import { targetsOf } from "./package-exports.ts";
import type { Resolver } from "./resolver.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

export interface OwnNames {
  /** Whether a file that writes `replaced`, by the name of its own package, would write a path into that package by `specifier`. */
  leaves(fromFile: string, replaced: string, specifier: string): boolean;
  /** Whether it also gets a source by `specifier`, and had what is built of the sources before. */
  leavesBuild(fromFile: string, replaced: string, specifier: string): boolean;
}

export function createOwnNames(resolver: Resolver, workspaces: Workspaces): OwnNames {
  /** The package that `fromFile` is of, where it writes that one's name and no tsconfig says what is behind it. */
  const ownBy = (fromFile: string, specifier: string): ProjectPackage | undefined => {
    const scope = resolver.scopeOf(fromFile);
    const own = workspaces.ownerOf(scope.folder);
    if (own?.name === undefined || packageSpecifier(specifier)?.name !== own.name) return undefined;
    const aliases = (scope.config?.aliases ?? []).map(({ pattern }) => pattern).filter((pattern) => pattern !== "*");
    return bestPattern(aliases, specifier) === undefined ? own : undefined;
  };
  const leaves = (fromFile: string, replaced: string, specifier: string): boolean => {
    const own = ownBy(fromFile, replaced);
    return own !== undefined && packageSpecifier(specifier)?.name !== own.name;
  };
  return {
    leaves,
    leavesBuild(fromFile, replaced, specifier) {
      const own = ownBy(fromFile, replaced);
      if (own === undefined || !leaves(fromFile, replaced, specifier)) return false;
      const module = resolver.identify(resolver.scopeOf(fromFile), replaced);
      // Without `exports` Node knows no package by its own name.
      const targets = targetsOf(own.content["exports"], packageSpecifier(replaced)?.subpath ?? ".").map((target) => posix.join(own.folder, target));
      return !isPackageKey(module) && targets.length > 0 && !targets.some((target) => [target, resolver.locate(target)].includes(module));
    },
  };
}
