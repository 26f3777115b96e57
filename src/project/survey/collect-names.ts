/** Collects the names that modules have besides their paths, from links, packages and tsconfigs. */
import { posix } from "node:path";
import { mayBeSource } from "../files/links.ts";
import { OtherNames } from "../modules/specifier-ends.ts";
import type { SurveyTools } from "./survey-tools.ts";

/** The names as of the last look. Watches the files that tell of them. */
export function collectNames({ listing, workspaces, configs }: Pick<SurveyTools, "listing" | "workspaces" | "configs">): OtherNames {
  const names = new OtherNames();
  for (const path of listing.links.keys()) names.addName(posix.basename(path));
  names.hasLinks = [...listing.links].some(([path, target]) => mayBeSource(path, target));
  for (const folder of new Set([listing.root, ...[...listing.configFiles.keys()].map((path) => posix.dirname(path))])) {
    const owner = workspaces.packageAt(folder);
    if (owner) {
      names.addPackage(owner);
      names.addName(posix.basename(folder));
    }
    for (const config of configs.around(folder).all) {
      names.addAliases(config);
      for (const path of config.sources) listing.watch(path);
    }
  }
  return names;
}
