/** What a survey is asked, and what it works with. */
import type { Seed } from "../../policy/ways.ts";
import type { Disk } from "../files/disk.ts";
import type { Definition, Graph } from "../exports/graph.ts";
import type { Listing } from "../files/listing.ts";
import type { Resolver } from "../modules/resolver.ts";
import type { PathConfigs } from "../modules/tsconfig.ts";
import type { Workspaces } from "../modules/workspace.ts";

/** What a survey is about. */
export interface SurveyRequest {
  /** Governed exports, deprecated and canonical. */
  readonly seeds: readonly Seed[];
  /** Exports at which nothing is followed further. */
  readonly barriers: readonly Definition[];
  /** How the manifest writes their modules: a package's `exports` may have called them anything. */
  readonly texts: readonly string[];
}

export interface SurveyTools {
  readonly disk: Disk;
  readonly resolver: Resolver;
  readonly graph: Graph;
  readonly workspaces: Workspaces;
  readonly configs: PathConfigs;
  readonly listing: Listing;
  /** Forgets what specifiers lead to. */
  forgetPaths(): void;
}
