/** Which modules a package shows to the world. */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Disk } from "./disk.ts";
import { matchStar, splitExtension } from "./module-path.ts";
import { exportsEntries, type ExportsEntry } from "./package-exports.ts";
import { fileOfSubpath, layoutOf, mainTargets, sourceStems, type Locate } from "./sources.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/**
 * Whether a package that is not private lets everybody import the module: it has a name, and its main fields or `exports`
 * lead there. A package without `exports` hides no file; only its main modules count as meant for others.
 */
export function isPublicEntry(module: ModuleKey, workspaces: Workspaces, disk: Disk, locate: Locate): boolean {
  const owner = workspaces.ownerOf(posix.dirname(module));
  if (owner?.name === undefined || owner.content["private"] === true) return false;
  const layout = layoutOf(owner.folder, disk);
  const [stem] = splitExtension(module);
  return entriesOf(owner).some(({ key, targets }) =>
    targets.some((target) => {
      // Each condition may have a module of its own.
      if (!key.includes("*")) return fileOfSubpath({ ...owner, content: { exports: { [key]: target } } }, key, layout, locate) === module;
      const stars = sourceStems(posix.normalize(target), layout).map((source) => matchStar(posix.join(owner.folder, source), stem));
      // Another key may hide a part of what the pattern has.
      return stars.some((star) => star !== undefined && fileOfSubpath(owner, key.replace("*", star), layout, locate) === module);
    }),
  );
}

function entriesOf({ content }: ProjectPackage): readonly ExportsEntry[] {
  const field = content["exports"];
  return field === undefined || field === null ? [{ key: ".", targets: mainTargets(content) }] : exportsEntries(field);
}
