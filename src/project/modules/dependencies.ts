/** What a package.json lists, beside what an import names. */
import { posix } from "node:path";
import { asObject, type Disk } from "../files/disk.ts";
import { packageSpecifier } from "./module-path.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/** Fields of a package.json that list other packages, with what is wanted of each. */
export const DEPENDENCY_FIELDS = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** Whether a package.json lists a package. */
export function lists(content: ProjectPackage["content"], name: string): boolean {
  return DEPENDENCY_FIELDS.some((field) => Object.hasOwn(asObject(content[field]), name));
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
  let nearest: string | undefined;
  for (let at = folder; ; at = posix.dirname(at)) {
    const content = workspaces.packageAt(at)?.content ?? {};
    if (lists(content, name) || content["name"] === name || disk.isFolder(posix.join(at, "node_modules", name))) return undefined;
    if (lists(content, before)) nearest ??= posix.join(at, "package.json");
    if (posix.dirname(at) === at) return nearest === undefined ? undefined : { name, packageJson: nearest };
  }
}
