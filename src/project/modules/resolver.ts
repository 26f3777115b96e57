/** From specifiers to module identities. */
import { isBuiltin } from "node:module";
import { isAbsolute, posix, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LanguageName } from "../../manifest/schema.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Disk } from "../files/disk.ts";
import { createLookups } from "./lookups.ts";
import { findModuleFiles } from "./module-files.ts";
import { goneKey, isDeclaration, isPackageKey, isRelative, splitExtension, withSlashes } from "./module-path.ts";
import type { FolderConfig, PathConfig, PathConfigs } from "./tsconfig.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/** Files with the same answers: those of one folder under one tsconfig. */
export interface Scope {
  /** Absolute real path. */
  readonly folder: string;
  readonly config: PathConfig | undefined;
  readonly keys: Map<string, ModuleKey>;
}

export interface Resolver {
  moduleKey(fromFile: string, specifier: string): ModuleKey;
  /** @param language of the migration; without one ecmascript's */
  manifestModule(module: string, language?: LanguageName): ModuleKey;
  fileKey(file: string): ModuleKey;
  scopeOf(file: string): Scope;
  /** Like `moduleKey`, for a scope. */
  identify(scope: Scope, specifier: string): ModuleKey;
  /** The package of a name as a folder sees it, where it is one of the project. */
  packageNamed(folder: string, name: string): ProjectPackage | undefined;
  /** The file that declares the types of a package's module; `undefined` where there is none. */
  typesOf(key: ModuleKey): string | undefined;
  /** The file that `require` of a package's module runs; of a project file that itself. */
  requiredOf(key: ModuleKey): string | undefined;
  /** What a specifier in an installed package's file leads to, types first. */
  insidePackage(file: string, specifier: string): string | undefined;
  /** The source of a file that a build wrote; the file itself where there is none. */
  sourceOf(file: string): string;
  /** The file at an absolute path, which may lack its extension or name a folder. */
  locate(path: string): string | undefined;
  refresh(): void;
}

/** Past this many folders the keys are dropped: a server that lives for days must not grow for days. */
const SCOPE_LIMIT = 20_000;

/** Linux' PATH_MAX; others allow less. */
const LONGEST_SPECIFIER = 4096;

/**
 * @param root absolute real path of the manifest's folder
 */
export function createResolver(root: string, disk: Disk, workspaces: Workspaces, configs: PathConfigs): Resolver {
  const files = findModuleFiles();
  const { locate } = files;
  const lookups = createLookups(disk, files, workspaces);
  const foldersSeen = new Map<string, { folder: string; configs: FolderConfig; scopes: Map<PathConfig | undefined, Scope> }>();
  const fileKeys = new Map<string, ModuleKey>();
  const manifestKeys = new Map<string, ModuleKey>();
  /** By which specifier a package's module was reached: the way to its types. Survives a refresh, which drops its use only. */
  const origins = new Map<ModuleKey, { folder: string; specifier: string }>();
  let lastFile: string | undefined;
  let lastScope: Scope | undefined;

  const scopeOf = (file: string): Scope => {
    if (file === lastFile && lastScope !== undefined) return lastScope;
    const written = dirname(file);
    let seen = foldersSeen.get(written);
    if (seen === undefined) {
      if (foldersSeen.size >= SCOPE_LIMIT) foldersSeen.clear();
      const folder = disk.realPath(withSlashes(resolve(root, written)));
      seen = { folder, configs: configs.around(folder), scopes: new Map() };
      foldersSeen.set(written, seen);
    }
    const path = seen.configs.perFile ? posix.join(seen.folder, posix.basename(withSlashes(file))) : file;
    const config = seen.configs.configFor(path);
    let scope = seen.scopes.get(config);
    if (scope === undefined) {
      scope = { folder: seen.folder, config, keys: new Map() };
      seen.scopes.set(config, scope);
    }
    lastFile = file;
    lastScope = scope;
    return scope;
  };

  const resolveAnew = (scope: Scope, specifier: string): ModuleKey => {
    // A loader's prefix, a bundler's virtual module: names of their own.
    if (specifier === "" || specifier.includes("\0") || specifier.includes("!")) return specifier;
    const query = specifier.indexOf("?");
    // `./x?raw` is another module than `./x`: its text, a worker, an address.
    if (query > 0) return identify(scope, specifier.slice(0, query)) + specifier.slice(query);
    if (isRelative(specifier)) {
      // `..` is a folder, also beside a file of its name.
      const text = /(?:^|\/)\.\.?$/.test(specifier) ? `${specifier}/` : specifier;
      return preferExisting(files.find(scope.folder, text), posix.join(scope.folder, text));
    }
    if (isAbsolute(specifier)) return preferExisting(locate(withSlashes(specifier)), disk.realPath(withSlashes(specifier)));
    if (/^file:/i.test(specifier)) return identify(scope, withSlashes(fileURLToPath(specifier)));
    const alias = lookups.byConfig(scope.config, specifier);
    if (alias.file !== undefined) return alias.file;
    if (isBuiltin(specifier)) {
      const bare = specifier.replace(/^node:/, "");
      return isBuiltin(bare) ? bare : specifier;
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return specifier;
    const other = specifier.startsWith("#") ? lookups.byImports(scope.folder, specifier) : lookups.byPackage(scope.folder, specifier);
    if (other.file?.includes("/node_modules/") === true && !origins.has(other.file)) {
      if (origins.size >= SCOPE_LIMIT) origins.clear();
      origins.set(other.file, { folder: scope.folder, specifier });
    }
    return other.file ?? alias.gone ?? other.gone ?? (specifier.length > 1 ? specifier.replace(/\/$/, "") : specifier);
  };

  const preferExisting = (file: string | undefined, path: string): ModuleKey => file ?? disk.realPath(goneKey(path));

  const identify = (scope: Scope, specifier: string): ModuleKey => {
    const known = scope.keys.get(specifier);
    if (known !== undefined) return known;
    // No path is that long, and looking for one takes seconds.
    if (specifier.length > LONGEST_SPECIFIER) return specifier;
    let key: ModuleKey;
    try {
      key = resolveAnew(scope, specifier);
    } catch {
      // A resolver's own trouble with a text (a broken file: address, a link loop) is no reason to stop a lint.
      key = specifier;
    }
    scope.keys.set(specifier, key);
    return key;
  };

  const manifestAnew = (module: string): ModuleKey => {
    if (isRelative(module) || isAbsolute(module)) {
      const path = withSlashes(resolve(root, module));
      return preferExisting(files.find(root, isAbsolute(module) ? path : module), path);
    }
    const here = identify(scopeOf(posix.join(root, "package.json")), module);
    if (here !== module || isBuiltin(module)) return here;
    for (const each of workspaces.packagesBelow(root)) {
      const key = identify(scopeOf(posix.join(each.folder, "package.json")), module);
      if (key !== module) return key;
    }
    return here;
  };

  return {
    scopeOf,
    identify,
    locate,
    packageNamed: lookups.packageNamed,
    sourceOf: lookups.preferSource,
    moduleKey: (fromFile, specifier) => identify(scopeOf(fromFile), specifier),
    manifestModule(module) {
      const key = manifestKeys.get(module) ?? manifestAnew(module);
      manifestKeys.set(module, key);
      return key;
    },
    fileKey(file) {
      const known = fileKeys.get(file);
      if (known !== undefined) return known;
      const path = withSlashes(resolve(root, file));
      const key = disk.isFile(path) ? disk.realPath(path) : disk.realPath(goneKey(path));
      if (fileKeys.size >= SCOPE_LIMIT) fileKeys.clear();
      fileKeys.set(file, key);
      return key;
    },
    requiredOf(key) {
      if (!isPackageKey(key)) return key;
      const origin = origins.get(key) ?? (isAbsolute(key) ? { folder: dirname(key), specifier: key } : { folder: root, specifier: key });
      return files.findRequired(origin.folder, origin.specifier);
    },
    typesOf(key) {
      if (isDeclaration(key)) return key;
      const origin = origins.get(key) ?? (isAbsolute(key) ? undefined : { folder: root, specifier: key });
      const declared = origin === undefined ? undefined : files.findDeclaration(posix.join(origin.folder, "x.ts"), origin.specifier);
      if (declared !== undefined && isDeclaration(declared)) return declared;
      const [stem, extension] = splitExtension(key);
      return [`${stem}.d${extension.replace("j", "t").replace("x", "")}`, `${stem}.d.ts`].find((path) => isDeclaration(path) && disk.isFile(path));
    },
    insidePackage: (file, specifier) => files.findDeclaration(file, specifier) ?? files.find(posix.dirname(file), specifier),
    refresh() {
      foldersSeen.clear();
      fileKeys.clear();
      manifestKeys.clear();
      lastFile = undefined;
      lastScope = undefined;
      files.refresh();
      lookups.refresh();
    },
  };
}
