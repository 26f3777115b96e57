/** The packages of the project: which one owns a path, and which belong to the same workspace. */
import { posix } from "node:path";
import picomatch from "picomatch";
import { asObject, asStrings, keptByFile, readJsonObject, readText, type Disk } from "../files/disk.ts";

/** A folder with a package.json. */
export interface ProjectPackage {
  /** Absolute real path of the folder. */
  readonly folder: string;
  readonly name: string | undefined;
  /** The content of package.json. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface Workspaces {
  /** The package that a path is in: the nearest package.json that has a name, `exports` or `imports`. */
  ownerOf(path: string): ProjectPackage | undefined;
  /** The nearest package.json at or above a folder, whatever it has: Node asks no other. */
  nearestTo(folder: string): ProjectPackage | undefined;
  /** The package.json of this very folder, named or not. */
  packageAt(folder: string): ProjectPackage | undefined;
  /** The packages of the workspace that the folder is in, by name; empty outside of workspaces. */
  membersAround(folder: string): ReadonlyMap<string, ProjectPackage>;
  /** Packages below a folder: its workspace's, and those that lie at most two folders deep. */
  packagesBelow(folder: string): readonly ProjectPackage[];
  /** Forgets what lists of folders said. */
  refresh(): void;
}

/** Folders that never hold a package of the project. */
const SKIPPED = /^(?:node_modules|\..*|dist|coverage)$/;

/** @param disk where the packages are read from */
export function findWorkspaces(disk: Disk): Workspaces {
  const readPackage = keptByFile(disk, 5_000, (path): ProjectPackage => {
    const content = readJsonObject(path);
    const name = content["name"];
    return { folder: posix.dirname(path), name: typeof name === "string" && name !== "" ? name : undefined, content };
  });
  const pnpmPatterns = keptByFile(disk, 100, (path) => pnpmPackages(readText(path) ?? ""));
  /** Lerna's own list, where the package manager has none. */
  const lernaPatterns = keptByFile(disk, 100, (path) => asStrings(readJsonObject(path)["packages"] ?? ["packages/*"]));
  const owners = new Map<string, ProjectPackage | undefined>();
  const memberships = new Map<string, ReadonlyMap<string, ProjectPackage>>();
  const members = new Map<string, ReadonlyMap<string, ProjectPackage>>();

  const ownerOf = (path: string): ProjectPackage | undefined => {
    if (owners.has(path)) return owners.get(path);
    const found = readPackage(posix.join(path, "package.json"));
    const parent = posix.dirname(path);
    const isPackage = found !== undefined && (found.name ?? found.content["exports"] ?? found.content["imports"]) !== undefined;
    const owner = isPackage ? found : parent === path ? undefined : ownerOf(parent);
    owners.set(path, owner);
    return owner;
  };

  const packageAt = (folder: string): ProjectPackage | undefined => readPackage(posix.join(folder, "package.json"));

  const nearestTo = (folder: string): ProjectPackage | undefined => {
    const parent = posix.dirname(folder);
    return packageAt(folder) ?? (parent === folder ? undefined : nearestTo(parent));
  };

  /** The patterns by which a folder declares a workspace; `undefined` where it declares none. */
  const declared = (folder: string): readonly string[] | undefined => {
    const pnpm = pnpmPatterns(posix.join(folder, "pnpm-workspace.yaml"));
    const own = readPackage(posix.join(folder, "package.json"));
    const field = own?.content["workspaces"];
    const yarn = asStrings(Array.isArray(field) ? field : asObject(field)["packages"]);
    const patterns = [...(pnpm ?? []), ...yarn];
    if (patterns.length > 0) return patterns;
    return own === undefined ? undefined : lernaPatterns(posix.join(folder, "lerna.json"));
  };

  const membersOf = (root: string, patterns: readonly string[]): ReadonlyMap<string, ProjectPackage> => {
    const known = members.get(root);
    if (known !== undefined) return known;
    const found = new Map<string, ProjectPackage>();
    for (const folder of foldersMatching(disk, root, patterns)) {
      const member = readPackage(posix.join(disk.realPath(folder), "package.json"));
      if (member?.name !== undefined && !found.has(member.name)) found.set(member.name, member);
    }
    members.set(root, found);
    return found;
  };

  const membersAround = (folder: string): ReadonlyMap<string, ProjectPackage> => {
    const known = memberships.get(folder);
    if (known !== undefined) return known;
    const patterns = declared(folder);
    const parent = posix.dirname(folder);
    const around = patterns !== undefined ? membersOf(folder, patterns) : parent === folder ? new Map<string, ProjectPackage>() : membersAround(parent);
    memberships.set(folder, around);
    return around;
  };

  return {
    ownerOf,
    nearestTo,
    packageAt,
    membersAround,
    packagesBelow(folder) {
      const near = foldersMatching(disk, folder, ["*", "*/*"]).map((path) => readPackage(posix.join(disk.realPath(path), "package.json")));
      return [...new Set([...membersAround(folder).values(), ...near.filter((found) => found !== undefined)])];
    },
    refresh() {
      owners.clear();
      memberships.clear();
      members.clear();
    },
  };
}

/** The folders below `root` that the patterns name (`packages/*`, `apps/**`, `!packages/old`), as absolute paths. */
function foldersMatching(disk: Disk, root: string, patterns: readonly string[]): readonly string[] {
  const clean = patterns.map((pattern) => pattern.replace(/^(!?)(?:\.\/)?(.*?)\/*$/, "$1$2")).filter((pattern) => pattern !== "" && pattern !== ".");
  const wanted = clean.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = picomatch(clean.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)));
  const found = new Set<string>();
  const walk = (folder: string, path: string, segments: readonly string[]): void => {
    const [first, ...rest] = segments;
    if (first === undefined) {
      if (path !== "" && !unwanted(path)) found.add(folder);
      return;
    }
    if (!/[*?{[(]/.test(first)) {
      walk(posix.join(folder, first), posix.join(path, first), rest);
      return;
    }
    if (first === "**") walk(folder, path, rest);
    const matches = first === "**" ? () => true : picomatch(first);
    for (const name of disk.list(folder)) {
      if (matches(name) && !SKIPPED.test(name) && disk.isFolder(posix.join(folder, name))) walk(posix.join(folder, name), posix.join(path, name), first === "**" ? segments : rest);
    }
  };
  for (const pattern of wanted) walk(root, "", pattern.split("/"));
  return [...found];
}

/** The `packages:` list of a pnpm-workspace.yaml: a block list or `[a, b]`, quoted or not, comments skipped. */
export function pnpmPackages(yaml: string): readonly string[] {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "$1").trimEnd());
  const start = lines.findIndex((line) => /^(["']?)packages\1\s*:/.test(line));
  if (start < 0) return [];
  const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, "$2");
  const flow = /^[^:]*:\s*\[([^\]]*)\]/.exec(lines.slice(start).join(" "))?.[1];
  const items: string[] = flow?.split(",") ?? [];
  for (const line of flow === undefined ? lines.slice(start + 1) : []) {
    // The next key ends the list.
    if (/^[^\s-]/.test(line)) break;
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(item);
  }
  return items.map(unquoted).filter((item) => item !== "");
}
