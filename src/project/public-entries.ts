/** Which modules a package shows to the world. */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Disk } from "./disk.ts";
import { matchStar, splitExtension } from "./module-path.ts";
import { targetsOfAllPlatforms } from "./package-exports.ts";
import { fileOfSubpath, layoutOf, mainTargets, PLATFORM_FIELDS, sourceStems, type Locate } from "./sources.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/**
 * Whether a package that is not private lets everybody import the module, on whatever platform: it has a name, and its main
 * fields or `exports` lead there. A package without `exports` hides no file; only its main modules count as meant for others.
 */
export function isPublicEntry(module: ModuleKey, workspaces: Workspaces, disk: Disk, locate: Locate): boolean {
  const owner = workspaces.ownerOf(posix.dirname(module));
  if (owner?.name === undefined || owner.content["private"] === true) return false;
  const layout = layoutOf(owner.folder, disk);
  const [stem] = splitExtension(module);
  return targetsOfAllPlatforms(owner.content["exports"] ?? mainsOf(owner)).some(({ key, target, alone }) => {
    const leadsHere = (subpath: string): boolean => fileOfSubpath({ ...owner, content: { exports: alone } }, subpath, layout, locate) === module;
    if (!key.includes("*")) return leadsHere(key);
    const stars = sourceStems(posix.normalize(target), layout).map((source) => matchStar(posix.join(owner.folder, source), stem));
    // Another key may hide a part of what the pattern has.
    return stars.some((star) => star !== undefined && leadsHere(key.replace("*", star)));
  });
}

function mainsOf({ content }: ProjectPackage): readonly string[] {
  return [...mainTargets(content), ...PLATFORM_FIELDS.map((name) => content[name]).filter((value) => typeof value === "string")];
}
