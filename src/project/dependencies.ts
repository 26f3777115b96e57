/** What a package.json lists, beside what an import names. */
import { posix } from "node:path";
import { asObject, type Disk } from "./disk.ts";
import { packageSpecifier } from "./module-path.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

const FIELDS = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** The names of all packages that a package.json lists. */
export function dependencyNames(content: ProjectPackage["content"]): ReadonlySet<string> {
  return new Set(FIELDS.flatMap((field) => Object.keys(asObject(content[field]))));
}

/**
 * The package that `specifier` names and the file's own package.json lacks, though it lists the one that `replaced` names:
 * with pnpm or Yarn's strict modes such an import does not resolve. What a package.json above lists, and what is installed
 * where Node looks, is there.
 * @param folder of the file; absolute
 */
export function unlistedPackage(folder: string, replaced: string, specifier: string, workspaces: Workspaces, disk: Disk): { readonly name: string; readonly packageJson: string } | undefined {
  const name = packageSpecifier(specifier)?.name;
  const before = packageSpecifier(replaced)?.name;
  if (name === undefined || before === undefined || name === before) return undefined;
  let lists: string | undefined;
  for (let at = folder; ; at = posix.dirname(at)) {
    const content = workspaces.packageAt(at)?.content ?? {};
    const listed = dependencyNames(content);
    if (listed.has(name) || content["name"] === name || disk.isFolder(posix.join(at, "node_modules", name))) return undefined;
    if (listed.has(before)) lists ??= posix.join(at, "package.json");
    if (posix.dirname(at) === at) return lists === undefined ? undefined : { name, packageJson: lists };
  }
}
