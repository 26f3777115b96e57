/**
 * Where the sources behind a package of the project are. Linting runs before the build, so what package.json names
 * (`dist/index.js`) is often not there; and when it is there, it must still be the same module as its source.
 */
import { posix } from "node:path";
import type { Disk } from "../files/disk.ts";
import { isDeclaration, isTypeScriptSource, splitExtension } from "./module-path.ts";
import { targetsOf } from "./package-exports.ts";
import type { ProjectPackage } from "./workspace.ts";

/** Finds the file that an absolute path without or with extension leads to; `undefined` where there is none. */
export type Locate = (path: string) => string | undefined;

/** Folders that builds write to. */
const OUTPUT = new Set(["dist", "lib", "build", "out", "output", "esm", "cjs", "es", "types"]);
/** Folders that sources are in. */
const SOURCE = ["src", "source", "lib"];
/** What bundlers put before the extension. */
const FORMAT = /\.(?:cjs|esm|umd|mjs|min|common|module|node|browser|development|production|dev|prod)$/;

/** Package fields that name the main module, the most telling first. */
export const MAIN_FIELDS = ["source", "module", "main", "types", "typings"];
/** Those that name the main module of one platform, or what takes other files' places there. */
export const PLATFORM_FIELDS = ["browser", "react-native"];

/** Which of a package's folders are built, and whether its sources have a folder of their own. */
export interface Layout {
  isOutput(name: string): boolean;
  readonly hasSourceFolder: boolean;
}

/** @param disk to look into the package's folders */
export function layoutOf(folder: string, disk: Disk): Layout {
  return {
    // A `lib` of TypeScript files is where somebody writes, whatever its name.
    isOutput: (name) => OUTPUT.has(name) && !disk.list(posix.join(folder, name)).some(isTypeScriptSource),
    hasSourceFolder: ["src", "source"].some((name) => disk.isFolder(posix.join(folder, name))),
  };
}

/**
 * The places, without extension and relative to the package, where the source of a built file can be. Texts with a
 * `*` go through unharmed.
 *
 * @param target relative to the package, `dist/esm/index.mjs`
 */
export function sourceStems(target: string, layout: Layout): readonly string[] {
  const segments = splitExtension(target)[0].split("/");
  if (!layout.isOutput(segments[0] ?? "")) return [segments.join("/")];
  let outputs = 1;
  while (outputs < segments.length - 1 && OUTPUT.has(segments[outputs] ?? "")) outputs += 1;
  const stems: string[] = [];
  for (const base of [...SOURCE, ""]) {
    // What is cut off least comes first: a real `src/esm/` must win over `src/`.
    for (let cut = 1; cut <= outputs; cut += 1) {
      // A package with a source folder builds from there, or from the whole folder and then with its name in the path.
      const isPlausible = base !== "" || !layout.hasSourceFolder || SOURCE.includes(segments[cut] ?? "");
      if (isPlausible) stems.push(posix.join(base, ...segments.slice(cut)));
    }
  }
  return [...new Set(stems.flatMap((stem) => (FORMAT.test(stem) ? [stem, stem.replace(FORMAT, "")] : [stem])))];
}

/** Whether the path, relative to the package, is in a folder that a build writes to. */
function isBuilt(path: string, layout: Layout): boolean {
  return layout.isOutput(path.split("/", 1)[0] ?? "") && !isTypeScriptSource(path);
}

/** The source of one target: the target itself where no build wrote it, else what it was built from. */
function sourceOfTarget(folder: string, target: string, layout: Layout, locate: Locate): string | undefined {
  const path = posix.normalize(target);
  const within = (found: string | undefined): string | undefined => {
    if (found === undefined || !found.startsWith(`${folder}/`) || found.includes("/node_modules/") || isDeclaration(found)) return undefined;
    return isBuilt(found.slice(folder.length + 1), layout) ? undefined : found;
  };
  if (!isBuilt(path, layout)) {
    const found = within(locate(posix.join(folder, path)));
    if (found !== undefined) return found;
  }
  for (const stem of sourceStems(path, layout)) {
    const found = within(locate(posix.join(folder, stem)));
    // A plain file beside the output folder (`index.js`: `module.exports = require("./lib")`) is a module of its own.
    if (found !== undefined && (isTypeScriptSource(found) || stem.startsWith("src/") || stem.startsWith("source/"))) return found;
  }
  return undefined;
}

/** What package.json says a subpath leads to, relative to the package. */
function targetsOfSubpath(owner: ProjectPackage, subpath: string): readonly string[] {
  const field = owner.content["exports"];
  if (field !== undefined && field !== null) return targetsOf(field, subpath);
  return subpath === "." ? mainTargets(owner.content) : [subpath];
}

/** The main modules of a package without `exports`, relative to it, as its package.json names them. */
export function mainTargets(content: ProjectPackage["content"]): readonly string[] {
  const mains = namedMains(content);
  return mains.length > 0 ? mains : ["./index"];
}

/** The main modules that are named. */
export function namedMains(content: ProjectPackage["content"]): readonly string[] {
  return MAIN_FIELDS.map((name) => content[name]).filter((value) => typeof value === "string");
}

/**
 * The file behind a subpath of a package of the project: its source where one is found, else what is built.
 *
 * @param subpath `"."` or `"./sub"`
 * @returns `undefined` where `exports` hides the subpath or nothing is there
 */
export function fileOfSubpath(owner: ProjectPackage, subpath: string, layout: Layout, locate: Locate): string | undefined {
  const targets = targetsOfSubpath(owner, subpath);
  const code = targets.filter((target) => !isDeclaration(target));
  const declarations = targets.filter((target) => isDeclaration(target));
  for (const target of [...code, ...declarations]) {
    const found = sourceOfTarget(owner.folder, target, layout, locate);
    if (found !== undefined) return found;
  }
  if (targets.length > 0 && (subpath === "." || owner.content["exports"] !== undefined)) {
    // The names of bundles tell nothing (`dist/acme.umd.js`), but sources are mostly named as the subpath.
    const guess = locate(posix.join(owner.folder, "src", subpath === "." ? "index" : subpath));
    if (guess !== undefined && !isDeclaration(guess)) return guess;
  }
  for (const target of [...code, ...declarations]) {
    const found = locate(posix.join(owner.folder, target));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the source of a public subpath would be if it were still there; `undefined` where the subpath is not public. */
export function goneFileOfSubpath(owner: ProjectPackage, subpath: string, layout: Layout, isFolder: (path: string) => boolean): string | undefined {
  const target = targetsOfSubpath(owner, subpath)[0];
  if (target === undefined) return undefined;
  const stems = sourceStems(posix.normalize(target), layout).map((stem) => posix.join(owner.folder, stem));
  return stems.find((stem) => isFolder(posix.dirname(stem))) ?? posix.join(owner.folder, target);
}

/** The source of a file that a build wrote into a package of the project; the file itself where there is none. */
export function sourceOfFile(owner: ProjectPackage, file: string, layout: Layout, locate: Locate): string {
  if (!file.startsWith(`${owner.folder}/`)) return file;
  const path = file.slice(owner.folder.length + 1);
  return isBuilt(path, layout) ? (sourceOfTarget(owner.folder, path, layout, locate) ?? file) : file;
}
