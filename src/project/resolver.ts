/** From specifiers to module identities. */
import { isBuiltin } from "node:module";
import { isAbsolute, posix, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ResolverFactory } from "oxc-resolver";
import type { ModuleKey } from "../policy/facts.ts";
import type { Disk } from "./disk.ts";
import {
  bestPattern, CODE_EXTENSIONS, COMPONENT_EXTENSIONS, DECLARATION_EXTENSIONS, goneKey, isDeclaration, isRelative,
  packageSpecifier, splitExtension, withSlashes,
} from "./module-path.ts";
import { targetsOf } from "./package-exports.ts";
import { fileOfSubpath, goneFileOfSubpath, layoutOf, sourceOfFile } from "./sources.ts";
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
  manifestModule(module: string): ModuleKey;
  fileKey(file: string): ModuleKey;
  scopeOf(file: string): Scope;
  /** Like `moduleKey`, for a scope. */
  identify(scope: Scope, specifier: string): ModuleKey;
  /** The package of a name as a folder sees it, where it is one of the project. */
  packageNamed(folder: string, name: string): ProjectPackage | undefined;
  /** The file that declares the types of a package's module; `undefined` where there is none. */
  typesOf(key: ModuleKey): string | undefined;
  /** What a specifier in an installed package's file leads to, types first. */
  insidePackage(file: string, specifier: string): string | undefined;
  refresh(): void;
}

const EXTENSIONS = [...CODE_EXTENSIONS, ...DECLARATION_EXTENSIONS, ".json", ...COMPONENT_EXTENSIONS];

/**
 * One fixed set, whatever the form of the import: `import` and `require` of a package must be the same module. It has
 * no `types`: modules that share one declaration file (`date-fns/esm/*` did) would become one.
 */
const RUNTIME = ["import", "module", "node", "module-sync", "require", "default"];
const TYPES = ["types", ...RUNTIME];

/** Past this many folders the keys are dropped: a server that lives for days must not grow for days. */
const SCOPE_LIMIT = 20_000;

/**
 * @param root absolute real path of the manifest's folder
 */
export function createResolver(root: string, disk: Disk, workspaces: Workspaces, configs: PathConfigs): Resolver {
  const runtime = new ResolverFactory({
    extensions: EXTENSIONS,
    // TypeScript first, as the compiler has it; `.d.ts` last, so that a hand-written one beside a `.js` is not taken.
    extensionAlias: {
      ".js": [".ts", ".tsx", ".js", ".jsx", ".d.ts"],
      ".jsx": [".tsx", ".jsx", ".d.ts"],
      ".mjs": [".mts", ".mjs", ".d.mts"],
      ".cjs": [".cts", ".cjs", ".d.cts"],
    },
    conditionNames: RUNTIME,
    mainFields: ["module", "main"],
    nodePath: false,
  });
  const types = runtime.cloneWithOptions({
    extensions: [".d.ts", ...EXTENSIONS], conditionNames: TYPES, mainFields: ["types", "typings", "module", "main"], nodePath: false,
  });

  const foldersSeen = new Map<string, { folder: string; configs: FolderConfig; scopes: Map<PathConfig | undefined, Scope> }>();
  const fileKeys = new Map<string, ModuleKey>();
  const manifestKeys = new Map<string, ModuleKey>();
  /** By which specifier a package's module was reached: the way to its types. Survives a refresh, which drops its use only. */
  const origins = new Map<ModuleKey, { folder: string; specifier: string }>();
  let lastFile: string | undefined;
  let lastScope: Scope | undefined;

  const found = (answer: { path?: string; error?: string }): string | undefined => (answer.path === undefined ? undefined : withSlashes(answer.path));
  const locate = (path: string): string | undefined => found(runtime.sync(posix.dirname(path), path));
  const preferSource = (file: string): string => {
    const owner = file.includes("/node_modules/") ? undefined : workspaces.ownerOf(posix.dirname(file));
    return owner === undefined ? file : sourceOfFile(owner, file, layoutOf(owner.folder, disk), locate);
  };

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

  const packageNamed = (folder: string, name: string): ProjectPackage | undefined => {
    const own = workspaces.ownerOf(folder);
    if (own?.name === name && own.content["exports"] !== undefined) return own;
    const member = workspaces.membersAround(folder).get(name);
    if (member === undefined) return undefined;
    // A published version that is installed nearer than the workspace's own package is a package like any other.
    for (let at = folder; ; at = posix.dirname(at)) {
      const installed = posix.join(at, "node_modules", name);
      if (disk.isFolder(installed)) return disk.realPath(installed) === member.folder ? member : undefined;
      if (posix.dirname(at) === at) return member;
    }
  };

  /** By `paths` or `baseUrl`; `gone`: where an alias leads whose module is not there. */
  const byConfig = (config: PathConfig | undefined, specifier: string): { file?: string | undefined; gone?: string | undefined } => {
    if (config === undefined) return {};
    const best = bestPattern(config.aliases.map((alias) => alias.pattern), specifier);
    const targets = config.aliases.find((alias) => alias.pattern === best?.pattern)?.targets ?? [];
    let gone: string | undefined;
    for (const target of targets) {
      const file = locate(target.replace("*", best?.star ?? ""));
      if (file !== undefined) return { file: preferSource(file) };
    }
    if (best !== undefined && best.pattern !== "*") {
      // `@acme/*` may also stand for packages of a registry: only where the folder is there is it the project's.
      const inFolder = best.pattern.startsWith("@") && !best.pattern.startsWith("@/") ? best.star.split("/")[0] ?? "" : "";
      const target = targets.find((each) => disk.isFolder(posix.join(posix.dirname(each.split("*")[0] + "x"), inFolder))) ;
      if (target !== undefined) gone = goneKey(target.replace("*", best.star));
    }
    const based = config.baseUrl === undefined ? undefined : locate(posix.join(config.baseUrl, specifier));
    return { file: based === undefined ? undefined : preferSource(based), gone };
  };

  /** By `imports` of the package that the folder is in. */
  const byImports = (folder: string, specifier: string): { file?: string | undefined; gone?: string | undefined } => {
    const owner = workspaces.ownerOf(folder);
    const targets = owner === undefined ? [] : targetsOf(owner.content["imports"], specifier);
    for (const target of targets) {
      if (owner === undefined || !target.startsWith("./")) continue;
      const path = posix.join(owner.folder, target);
      const source = sourceOfFile(owner, path, layoutOf(owner.folder, disk), locate);
      const file = source === path ? locate(path) : source;
      if (file !== undefined) return { file };
    }
    const file = found(runtime.sync(folder, specifier));
    const inside = targets.find((target) => target.startsWith("./"));
    return { file: file === undefined ? undefined : preferSource(file), gone: inside === undefined || owner === undefined ? undefined : goneKey(posix.join(owner.folder, inside)) };
  };

  const byPackage = (folder: string, specifier: string): { file?: string | undefined; gone?: string | undefined } => {
    const parts = packageSpecifier(specifier);
    if (parts === undefined) return {};
    const own = packageNamed(folder, parts.name);
    if (own !== undefined) {
      const file = fileOfSubpath(own, parts.subpath, layoutOf(own.folder, disk), locate);
      return { file, gone: goneOf(own, parts.subpath) };
    }
    const file = found(runtime.sync(folder, specifier)) ?? found(types.sync(folder, specifier));
    if (file === undefined) return {};
    if (!file.includes("/node_modules/")) {
      // A link to a folder of the project that no workspace lists.
      const owner = workspaces.ownerOf(posix.dirname(file));
      return { file: (owner?.name === parts.name ? fileOfSubpath(owner, parts.subpath, layoutOf(owner.folder, disk), locate) : undefined) ?? preferSource(file) };
    }
    if (!origins.has(file)) {
      if (origins.size >= SCOPE_LIMIT) origins.clear();
      origins.set(file, { folder, specifier });
    }
    return { file };
  };

  const goneOf = (own: ProjectPackage, subpath: string): string | undefined => {
    const path = goneFileOfSubpath(own, subpath, layoutOf(own.folder, disk), disk.isFolder);
    return path === undefined ? undefined : goneKey(path);
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
      return preferExisting(found(runtime.sync(scope.folder, text)), posix.join(scope.folder, text));
    }
    if (isAbsolute(specifier)) return preferExisting(locate(withSlashes(specifier)), disk.realPath(withSlashes(specifier)));
    if (/^file:/i.test(specifier)) return identify(scope, withSlashes(fileURLToPath(specifier)));
    const alias = byConfig(scope.config, specifier);
    if (alias.file !== undefined) return alias.file;
    if (isBuiltin(specifier)) {
      const bare = specifier.replace(/^node:/, "");
      return isBuiltin(bare) ? bare : specifier;
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return specifier;
    const other = specifier.startsWith("#") ? byImports(scope.folder, specifier) : byPackage(scope.folder, specifier);
    return other.file ?? alias.gone ?? other.gone ?? (specifier.length > 1 ? specifier.replace(/\/$/, "") : specifier);
  };

  const preferExisting = (file: string | undefined, path: string): ModuleKey => file ?? disk.realPath(goneKey(path));

  const identify = (scope: Scope, specifier: string): ModuleKey => {
    const known = scope.keys.get(specifier);
    if (known !== undefined) return known;
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
      return preferExisting(found(runtime.sync(root, isAbsolute(module) ? path : module)), path);
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
    packageNamed,
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
    typesOf(key) {
      if (isDeclaration(key)) return key;
      const origin = origins.get(key) ?? (isAbsolute(key) ? undefined : { folder: root, specifier: key });
      const declared = origin === undefined ? undefined : found(types.resolveDtsSync(posix.join(origin.folder, "x.ts"), origin.specifier));
      if (declared !== undefined && isDeclaration(declared)) return declared;
      const [stem, extension] = splitExtension(key);
      return [`${stem}.d${extension.replace("j", "t").replace("x", "")}`, `${stem}.d.ts`].find((path) => isDeclaration(path) && disk.isFile(path));
    },
    insidePackage: (file, specifier) => found(types.resolveDtsSync(file, specifier)) ?? found(runtime.sync(posix.dirname(file), specifier)),
    refresh() {
      foldersSeen.clear();
      fileKeys.clear();
      manifestKeys.clear();
      lastFile = undefined;
      lastScope = undefined;
      runtime.clearCache();
      types.clearCache();
    },
  };
}
