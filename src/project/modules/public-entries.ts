/** Which modules a package shows to the world. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { asObject, asStrings, type Disk } from "../files/disk.ts";
import { isDeclaration, matchStar, splitExtension } from "./module-path.ts";
import { targetsOfAllPlatforms } from "./package-exports.ts";
import { fileOfSubpath, layoutOf, mainTargets, namedMains, PLATFORM_FIELDS, sourceStems, type Locate } from "./sources.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

export interface PublicEntries {
  /**
   * Whether a package that is not private lets everybody import the module, on whatever platform: it has a name, and its main
   * fields or `exports` lead there. A package without `exports` hides no file; only its main modules count as meant for others.
   */
  has(module: ModuleKey): boolean;
  /** To be called when files have come or gone, or a package.json has changed. */
  refresh(): void;
}

/** What one package shows. */
interface Shown {
  /** What its keys without a star lead to. */
  readonly files: ReadonlySet<string | undefined>;
  /** A key with a star: the paths of sources that it may mean, and where it leads with a text in its place. */
  readonly patterns: readonly { readonly sources: readonly string[]; readonly fileOf: (star: string) => string | undefined }[];
}

export function createPublicEntries(workspaces: Workspaces, disk: Disk, locate: Locate): PublicEntries {
  /** By the package's folder: each is asked about many modules. */
  const known = new Map<string, Shown>();

  const shownBy = (owner: ProjectPackage): Shown => {
    const layout = layoutOf(owner.folder, disk);
    const entries = fieldsOf(owner.content).flatMap((field) => targetsOfAllPlatforms(field)).map(({ key, target, alone }) => {
      const as = { ...owner, content: { exports: alone } };
      return { key, target, fileOf: (subpath: string): string | undefined => fileOfSubpath(as, subpath, layout, locate) };
    });
    return {
      files: new Set(entries.filter(({ key }) => !key.includes("*")).map(({ key, fileOf }) => fileOf(key))),
      patterns: entries.filter(({ key }) => key.includes("*")).map(({ key, target, fileOf }) => ({
        sources: sourceStems(posix.normalize(target), layout).map((source) => posix.join(owner.folder, source)),
        fileOf: (star) => fileOf(key.replace("*", star)),
      })),
    };
  };

  return {
    has(module) {
      const owner = workspaces.ownerOf(posix.dirname(module));
      if (owner?.name === undefined || owner.content["private"] === true) return false;
      let shown = known.get(owner.folder);
      if (!shown) known.set(owner.folder, (shown = shownBy(owner)));
      const { files, patterns } = shown;
      const [stem] = splitExtension(module);
      // TypeScript reads the types beside a script, whether they are named or not.
      const scripts = isDeclaration(module) ? [module, module.replace(/\.d(\.[cm]?)ts$/, "$1js")] : [module];
      // Another key may hide a part of what the pattern has.
      const isMeant = ({ sources, fileOf }: Shown["patterns"][number]): boolean =>
        sources.some((source) => {
          const star = matchStar(source, stem);
          const file = star === undefined ? undefined : fileOf(star);
          return file !== undefined && scripts.includes(file);
        });
      return scripts.some((script) => files.has(script)) || patterns.some(isMeant);
    },
    refresh: () => known.clear(),
  };
}

/** What names modules that are meant for others: in the project, when it is published, and to TypeScript that reads no `exports`. */
function fieldsOf(content: ProjectPackage["content"]): readonly unknown[] {
  const published = asObject(content["publishConfig"]);
  const older = Object.values(asObject(content["typesVersions"])).map((paths) => Object.entries(asObject(paths)).map(([path, targets]) => [`./${path}`, asStrings(targets).map((target) => `./${posix.normalize(target)}`)]));
  return [content["exports"] ?? mainsOf(content), published["exports"] ?? namedMains(published), ...older.map((entries) => Object.fromEntries(entries) as unknown)];
}

function mainsOf(content: ProjectPackage["content"]): readonly string[] {
  return [...mainTargets(content), ...PLATFORM_FIELDS.map((name) => content[name]).filter((value) => typeof value === "string")];
}
