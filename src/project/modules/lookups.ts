/** The ways by which a specifier that is neither relative nor absolute leads somewhere, one by one. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Disk } from "../files/disk.ts";
import type { ModuleFiles } from "./module-files.ts";
import { bestPattern, goneKey, packageSpecifier } from "./module-path.ts";
import { targetsOf } from "./package-exports.ts";
import { fileOfSubpath, goneFileOfSubpath, layoutOf, sourceOfFile } from "./sources.ts";
import type { PathConfig } from "./tsconfig.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/** What one way of resolving gives: the file, or where the specifier leads though nothing is there. */
export interface Lookup {
  readonly file?: string | undefined;
  readonly gone?: ModuleKey | undefined;
}

export interface Lookups {
  /** By `paths` or `baseUrl`. */
  byConfig(config: PathConfig | undefined, specifier: string): Lookup;
  /** By `imports` of the package that the folder is in. */
  byImports(folder: string, specifier: string): Lookup;
  /** By a package's name: the project's own, else an installed one. */
  byPackage(folder: string, specifier: string): Lookup;
  /** The package of a name as a folder sees it, where it is one of the project. */
  packageNamed(folder: string, name: string): ProjectPackage | undefined;
  /** The source of a file that a build wrote into a package of the project; the file itself where there is none. */
  preferSource(file: string): string;
  /** Forgets every answer. */
  refresh(): void;
}

export function createLookups(disk: Disk, files: ModuleFiles, workspaces: Workspaces): Lookups {
  const { locate } = files;
  const subpaths = new Map<string, Lookup>();
  const installed = new Map<string, readonly string[]>();

  const preferSource = (file: string): string => {
    const owner = file.includes("/node_modules/") ? undefined : workspaces.ownerOf(posix.dirname(file));
    return owner === undefined ? file : sourceOfFile(owner, file, layoutOf(owner.folder, disk), locate);
  };

  const packageNamed = (folder: string, name: string): ProjectPackage | undefined => {
    const own = workspaces.ownerOf(folder);
    if (own?.name === name && own.content["exports"] !== undefined) return own;
    const member = workspaces.membersAround(folder).get(name);
    if (member === undefined) return undefined;
    // A published version that is installed nearer than the workspace's own package is a package like any other.
    for (const packages of installedAround(folder)) {
      const path = posix.join(packages, name);
      if (disk.isFolder(path)) return disk.realPath(path) === member.folder ? member : undefined;
    }
    return member;
  };

  /** The `node_modules` of a folder and those above it, the nearest first. Most folders have none, and are asked about many names. */
  const installedAround = (folder: string): readonly string[] => {
    const known = installed.get(folder);
    if (known) return known;
    const parent = posix.dirname(folder);
    const own = posix.join(folder, "node_modules");
    const found = [...(disk.isFolder(own) ? [own] : []), ...(parent === folder ? [] : installedAround(parent))];
    installed.set(folder, found);
    return found;
  };

  const byConfig = (config: PathConfig | undefined, specifier: string): Lookup => {
    if (config === undefined) return {};
    const best = bestPattern(config.aliases.map((alias) => alias.pattern), specifier);
    const targets = config.aliases.find((alias) => alias.pattern === best?.pattern)?.targets ?? [];
    let gone: string | undefined;
    for (const target of targets) {
      const file = locate(target.replace("*", best?.star ?? ""));
      if (file !== undefined) return { file: preferSource(file) };
    }
    if (best !== undefined && best.pattern !== "*") {
      // `"@acme/*": ["packages/*/src"]` may also stand for packages of a registry: the folder tells whose it is.
      const target = targets.find((each) => {
        const [before = "", after = ""] = each.split("*", 2);
        return disk.isFolder(posix.dirname(`${before}x`)) && (!after.startsWith("/") || disk.isFolder(before + (best.star.split("/", 1)[0] ?? "")));
      });
      if (target !== undefined) gone = goneKey(target.replace("*", best.star));
    }
    const based = config.baseUrl === undefined ? undefined : locate(posix.join(config.baseUrl, specifier));
    return { file: based === undefined ? undefined : preferSource(based), gone };
  };

  const byImports = (folder: string, specifier: string): Lookup => {
    const owner = workspaces.ownerOf(folder);
    const targets = owner === undefined ? [] : targetsOf(owner.content["imports"], specifier);
    for (const target of targets) {
      if (owner === undefined) continue;
      if (!target.startsWith("./")) {
        // Another package, which may be one of the project.
        const { file } = byPackage(owner.folder, target);
        if (file !== undefined) return { file };
        continue;
      }
      const path = posix.join(owner.folder, target);
      const source = sourceOfFile(owner, path, layoutOf(owner.folder, disk), locate);
      const file = source === path ? locate(path) : source;
      if (file !== undefined) return { file };
    }
    const file = files.find(folder, specifier);
    const inside = targets.find((target) => target.startsWith("./"));
    return { file: file === undefined ? undefined : preferSource(file), gone: inside === undefined || owner === undefined ? undefined : goneKey(posix.join(owner.folder, inside)) };
  };

  /** What a subpath of a package of the project is; asked for from many folders, answered once. */
  const behind = (own: ProjectPackage, subpath: string): Lookup => {
    const question = `${own.folder}\0${subpath}`;
    let answer = subpaths.get(question);
    if (answer === undefined) {
      const layout = layoutOf(own.folder, disk);
      const file = fileOfSubpath(own, subpath, layout, locate);
      const gone = file === undefined ? goneFileOfSubpath(own, subpath, layout, disk.isFolder) : undefined;
      answer = { file, gone: gone === undefined ? undefined : goneKey(gone) };
      subpaths.set(question, answer);
    }
    return answer;
  };

  const byPackage = (folder: string, specifier: string): Lookup => {
    const parts = packageSpecifier(specifier);
    if (parts === undefined) return {};
    const own = packageNamed(folder, parts.name);
    if (own !== undefined) return behind(own, parts.subpath);
    const file = files.find(folder, specifier) ?? files.findTypes(folder, specifier);
    if (file === undefined) {
      const linked = linkedFrom(folder, parts.name);
      return linked === undefined ? {} : behind(linked, parts.subpath);
    }
    if (!file.includes("/node_modules/")) {
      // A link to a folder of the project that no workspace lists.
      const owner = workspaces.ownerOf(posix.dirname(file));
      return { file: (owner?.name === parts.name ? behind(owner, parts.subpath).file : undefined) ?? preferSource(file) };
    }
    return { file };
  };

  /** The folder of the project that is linked there under a package's name; what it names as its modules is not built yet. */
  const linkedFrom = (folder: string, name: string): ProjectPackage | undefined => {
    const link = installedAround(folder).map((packages) => posix.join(packages, name)).find((path) => disk.isFolder(path));
    const real = link === undefined ? undefined : disk.realPath(link);
    return real === undefined || real.includes("/node_modules/") ? undefined : workspaces.packageAt(real);
  };

  const refresh = (): void => {
    subpaths.clear();
    installed.clear();
  };

  return { byConfig, byImports, byPackage, packageNamed, preferSource, refresh };
}
