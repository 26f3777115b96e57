/** What the manifest's check asks of the code, beside exports and homes. */
import { isBuiltin } from "node:module";
import { isAbsolute, posix } from "node:path";
import type { LanguageName } from "../manifest/schema.ts";
import type { ModuleKey } from "../policy/facts.ts";
import { readJsonObject, type Disk } from "./files/disk.ts";
import type { Graph } from "./exports/graph.ts";
import { isRelative, packageSpecifier } from "./modules/module-path.ts";
import { targetsOf } from "./modules/package-exports.ts";
import { readCallable, type Callable } from "./exports/parameters.ts";
import { isPython } from "./python/module-path.ts";
import { readPythonCallable } from "./python/parameters.ts";
import { presenceOfPython } from "./python/presence.ts";
import type { Resolver } from "./modules/resolver.ts";

export type { Callable };

/** Answers for the check of the manifest. None throws. */
export interface ManifestCode {
  /**
   * Whether there is such a module, as the manifest writes it. `no` only where it is certain: never of a package that is
   * not built yet, and of one that is not installed only where it is the path of a file, but for the `./` before it.
   */
  presenceOf(module: string, language?: LanguageName): "yes" | "no" | "unknown";
  /** The names that a module is known to export. */
  exportNames(module: ModuleKey): readonly string[];
  /** What an export takes when it is called; in packages as far as their types tell. */
  callableOf(module: ModuleKey, name: string): Callable;
  /** The names in a folder (a path from the manifest's, `.` for that one), those of folders with a `/` behind. */
  list(folder: string): readonly string[];
}

/** @param root absolute real path of the manifest's folder */
export function createManifestCode(root: string, disk: Disk, resolver: Resolver, graph: Graph): ManifestCode {
  /** The installed package's folder, as the root sees it. */
  const installed = (name: string): string | undefined => {
    for (let at = root; ; at = posix.dirname(at)) {
      const folder = posix.join(at, "node_modules", name);
      if (disk.isFolder(folder)) return folder;
      if (posix.dirname(at) === at) return undefined;
    }
  };

  const presenceOfPackage = (specifier: string): "no" | "unknown" => {
    const parts = packageSpecifier(specifier);
    const folder = parts && installed(parts.name);
    // A package as a whole may be types alone, or styles.
    if (parts === undefined || parts.subpath === ".") return "unknown";
    if (folder === undefined) return disk.isFile(resolver.manifestModule(`./${specifier}`)) ? "no" : "unknown";
    const { exports } = readJsonObject(posix.join(folder, "package.json"));
    return exports === undefined || targetsOf(exports, parts.subpath).length === 0 ? "no" : "unknown";
  };

  return {
    presenceOf(module, language) {
      if (language === "python") return presenceOfPython(resolver.manifestModule(module, language), disk);
      const key = resolver.manifestModule(module);
      if (!isAbsolute(key)) return isBuiltin(module) || isBuiltin(key) ? "yes" : presenceOfPackage(key);
      if (disk.isFile(key)) return "yes";
      if (isRelative(module)) return "no";
      // Where the sources of a package of the project are is a guess: only a folder that is there settles it.
      return packageSpecifier(module)?.subpath !== "." && disk.isFolder(posix.dirname(key)) ? "no" : "unknown";
    },
    exportNames: (module) => graph.exportNames(module).names,
    callableOf(module, name) {
      const { module: file, name: inner } = graph.definedAt(module, name) ?? { module, name };
      if (isPython(file)) return readPythonCallable(file, disk.size(file), inner);
      return isAbsolute(file) ? readCallable(file, disk.size(file), inner) : {};
    },
    list(folder) {
      const path = posix.join(root, folder);
      return disk.list(path).map((name) => (disk.isFolder(posix.join(path, name)) ? `${name}/` : name));
    },
  };
}
