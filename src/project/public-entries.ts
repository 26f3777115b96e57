/** Which modules a package shows to the world. */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Disk } from "./disk.ts";
import { matchStar, splitExtension } from "./module-path.ts";
import { exportsEntries } from "./package-exports.ts";
import { fileOfSubpath, layoutOf, sourceStems, type Locate } from "./sources.ts";
import type { Workspaces } from "./workspace.ts";

/**
 * Whether a package that is not private lets everybody import the module: it has a name, and its main fields or `exports`
 * lead there. A package without `exports` hides no file; only its main module counts as meant for others.
 */
export function isPublicEntry(module: ModuleKey, workspaces: Workspaces, disk: Disk, locate: Locate): boolean {
  const owner = workspaces.ownerOf(posix.dirname(module));
  if (owner?.name === undefined || owner.content["private"] === true) return false;
  const layout = layoutOf(owner.folder, disk);
  const field = owner.content["exports"];
  if (field === undefined || field === null) return fileOfSubpath(owner, ".", layout, locate) === module;
  const [stem] = splitExtension(module);
  return exportsEntries(field).some(({ key, targets }) => {
    if (!key.includes("*")) return fileOfSubpath(owner, key, layout, locate) === module;
    return targets.some((target) => sourceStems(posix.normalize(target), layout).some((source) => matchStar(posix.join(owner.folder, source), stem) !== undefined));
  });
}
