/** How a file is to write the specifier of a module, in the style of the specifier that it replaces. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { asObject, type Disk } from "../files/disk.ts";
import type { Graph } from "../exports/graph.ts";
import { bestPattern, isPackageKey, isRelative, matchStar, packageSpecifier, relativeSpecifier, splitExtension } from "./module-path.ts";
import { exportsEntries, targetsOf, type ExportsEntry } from "./package-exports.ts";
import type { Resolver, Scope } from "./resolver.ts";
import { layoutOf, sourceStems, type Layout } from "./sources.ts";
import { fileStyle, spellings, type Style, styleOf } from "./spelling.ts";
import type { ProjectPackage, Workspaces } from "./workspace.ts";

/** The module that a new specifier is to name. */
export interface SpecifierTarget {
  readonly module: ModuleKey;
  /** How the manifest names it: the text where the module is a package's. */
  readonly manifestText: string;
}

/** Gives the text for importing a target from a file; `undefined` where no public path leads there. */
export type SpecifierWriter = (fromFile: string, replaced: string, target: SpecifierTarget) => string | undefined;

/** An alias: an entry of `paths` or of `imports`, with the absolute texts that its target can be matched by. */
interface Alias {
  readonly pattern: string;
  readonly texts: readonly string[];
}

export function createSpecifierWriter(disk: Disk, resolver: Resolver, workspaces: Workspaces, graph: Graph): SpecifierWriter {
  const ownerOf = (file: string): ProjectPackage | undefined => workspaces.ownerOf(posix.dirname(file));

  /** @param spelled the ways to write the module's path, best first */
  const aliasesTo = (scope: Scope, module: ModuleKey, replaced: string, spelled: readonly string[]): readonly Alias[] => {
    const byConfig = (scope.config?.aliases ?? [])
      .filter((alias) => alias.pattern !== "*")
      .flatMap(({ pattern, targets }) => targets.map((target) => ({ pattern, target, texts: spelled.flatMap((path) => filled(pattern, target, path)) })))
      // The alias that leads nearest to the module says most.
      .sort((a, b) => b.target.length - a.target.length);
    const owner = workspaces.ownerOf(scope.folder);
    // A `#` that is written there already is somebody else's affair, such as a bundler's.
    const isRead = owner !== undefined && (replaced.startsWith("#") || workspaces.nearestTo(scope.folder)?.folder === owner.folder);
    const entries = isRead ? exportsEntries(owner.content["imports"]).filter((entry) => entry.key.startsWith("#")) : [];
    const byImports = owner === undefined ? [] : entries.map((entry) => ({ pattern: entry.key, texts: entryTexts(owner, layoutOf(owner.folder, disk), entry, module, spelled) }));
    return [...byConfig, ...byImports];
  };

  /** The package's own specifiers of a module, as far as its package.json lets it out. */
  const publicTexts = (owner: ProjectPackage | undefined, module: ModuleKey, replaced: string, spelled: readonly string[]): readonly string[] => {
    const name = owner?.name;
    if (owner === undefined || name === undefined) return [];
    if (owner.content["exports"] !== undefined) {
      const entries = [...exportsEntries(owner.content["exports"])].sort((a, b) => Number(a.key.includes("*")) - Number(b.key.includes("*")));
      // `exports` adds no extension: where the replaced specifier was none of a package's, all is written.
      const inFull = isRelative(replaced) ? [module, ...spelled] : spelled;
      const matched = entries.flatMap((entry) => entryTexts(owner, layoutOf(owner.folder, disk), entry, module, inFull));
      // Bundles can be named unlike their source; which module an exact subpath is, resolving it tells.
      const exact = entries.map((entry) => entry.key).filter((key) => !key.includes("*"));
      return [...matched, ...exact].map((key) => name + key.slice(1));
    }
    const deep = spelled.map((path) => `${name}/${posix.relative(owner.folder, path)}`);
    // Where the replaced specifier went into the built folder, the new one does too.
    const built = replaced.startsWith(`${name}/`) ? /^(?:dist|lib|build|out|esm|cjs|es)\//.exec(replaced.slice(name.length + 1))?.[0] : undefined;
    const inBuilt = built === undefined ? [] : deep.map((text) => text.replace(`${name}/src/`, `${name}/${built}`));
    return [name, ...inBuilt, ...deep];
  };

  /** Whether a text goes into a package by its name where its `exports` does not let it in. */
  const isHidden = (owner: ProjectPackage | undefined, text: string): boolean => {
    const parts = packageSpecifier(text);
    if (owner === undefined || parts?.name !== owner.name) return false;
    const fields = [owner.content["exports"], asObject(owner.content["publishConfig"])["exports"]];
    return fields.some((field) => field !== undefined && targetsOf(field, parts?.subpath ?? ".").length === 0);
  };

  const candidates = (fromFile: string, scope: Scope, replaced: string, target: SpecifierTarget): readonly string[] => {
    const { module } = target;
    const own = workspaces.ownerOf(scope.folder);
    const owner = ownerOf(module);
    const isNear = own?.folder === owner?.folder;
    const old = resolver.identify(scope, replaced);
    const oldOwner = isPackageKey(old) ? undefined : ownerOf(old);
    const oldPackage = packageSpecifier(replaced)?.name;
    /** The replaced specifier went into another package, not by its name but past its front door: the new one may too. */
    const hasCrossed = oldOwner !== undefined && oldOwner.folder !== own?.folder && oldPackage !== oldOwner.name;

    const oldPattern = isPackageKey(old) && !replaced.startsWith("#") ? undefined : bestPattern(patternsOf(scope, own), replaced)?.pattern;
    const namesPackage = oldPattern === undefined && oldPackage !== undefined && (isPackageKey(old) || resolver.packageNamed(scope.folder, oldPackage) !== undefined);
    // A bundler may find a script by `.js` that is TypeScript, and may not.
    const isEsm = own?.content["type"] === "module" && /\.jsx?$/.test(fromFile) && /\.jsx?$/.test(module);
    const inFile = (): Style => fileStyle(fromFile, scope, graph.recordOf(resolver.fileKey(fromFile)), isEsm);
    const shown = styleOf(replaced, namesPackage && oldPackage === replaced);

    const spelled = spellings(module, shown ?? inFile());
    // A path within a package, and an alias of one file, show nothing of how a relative one is written.
    const isShown = isRelative(replaced) || replaced.startsWith("/") || oldPattern?.includes("*") === true || (oldPattern === undefined && !namesPackage);
    const relative = (isShown ? spelled : spellings(module, inFile())).map((path) => relativeSpecifier(scope.folder, path));
    const toPackage = isRelative(target.manifestText) || isHidden(owner, target.manifestText) ? [] : [target.manifestText];
    const open = (texts: readonly string[]): readonly string[] => texts.filter((text) => !isHidden(owner, text));
    const byPackage = [...toPackage, ...open(publicTexts(owner, module, replaced, spelled))];
    if (isRelative(replaced) || replaced.startsWith("/")) return isNear ? relative : hasCrossed ? [...relative, ...byPackage] : byPackage;

    const aliases = aliasesTo(scope, module, replaced, spelled);
    const base = oldPattern === undefined && !namesPackage ? scope.config?.baseUrl : undefined;
    const based = base === undefined ? [] : spelled.map((path) => posix.relative(base, path)).filter((text) => !isRelative(text));
    const same = open([...aliases.filter((alias) => alias.pattern === oldPattern).flatMap((alias) => alias.texts), ...based]);
    const others = open(aliases.filter((alias) => alias.pattern !== oldPattern && (isNear || hasCrossed || !alias.pattern.includes("*"))).flatMap((alias) => alias.texts));
    if (isNear) return [...same, ...(oldPackage === own?.name ? byPackage : []), ...others, ...relative];
    // Where `paths` stand for a workspace, they have the packages' own names.
    const prefix = owner?.name === undefined ? undefined : `${owner.name}/`;
    const named = prefix === undefined ? [] : open(aliases.filter((alias) => alias.pattern.startsWith(prefix)).flatMap((alias) => alias.texts));
    return hasCrossed ? [...same, ...byPackage, ...others] : [...byPackage, ...named, ...others];
  };

  return (fromFile, replaced, target) => {
    const scope = resolver.scopeOf(fromFile);
    const leadsThere = (text: string): boolean => resolver.identify(scope, text) === target.module;
    if (isPackageKey(target.module)) return leadsThere(target.manifestText) ? target.manifestText : undefined;
    return candidates(fromFile, scope, replaced, target).find(leadsThere);
  };
}

/** The patterns that a specifier of the scope can be an alias by. */
function patternsOf(scope: Scope, own: ProjectPackage | undefined): readonly string[] {
  return [...(scope.config?.aliases ?? []).map((alias) => alias.pattern), ...exportsEntries(own?.content["imports"]).map((entry) => entry.key).filter((key) => key.startsWith("#"))];
}

/** The pattern with its `*` filled in where the path matches the target; else nothing. */
function filled(pattern: string, target: string, path: string): readonly string[] {
  const star = matchStar(target, path);
  return star === undefined || (star === "") === target.includes("*") ? [] : [pattern.replace("*", star)];
}

/** The texts by which an entry of `exports` or `imports` leads to a module, its sources taken for what is built. */
function entryTexts(owner: ProjectPackage, layout: Layout, entry: ExportsEntry, module: ModuleKey, spelled: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const target of entry.targets) {
    if (!target.startsWith("./")) continue;
    // Where the target has no extension, what stands for its `*` has.
    const paths = splitExtension(target)[1] === "" ? spelled : [splitExtension(module)[0]];
    for (const source of sourceStems(posix.normalize(target), layout)) {
      for (const path of paths) texts.push(...filled(entry.key, posix.join(owner.folder, source), path));
    }
  }
  return [...new Set(texts)];
}
