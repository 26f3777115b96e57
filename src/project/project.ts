/** The project as one object: module identities, exports over all files, and specifiers to write. */
import { posix, resolve } from "node:path";
import picomatch from "picomatch";
import type { RequiredAs } from "../languages/adapter.ts";
import type { LanguageName, Manifest } from "../manifest/schema.ts";
import type { ModuleKey } from "../policy/facts.ts";
import { unlistedPackage } from "./modules/dependencies.ts";
import { keptByFile, openDisk, readText } from "./files/disk.ts";
import { hasManualMock } from "./files/manual-mocks.ts";
import { createGraph, type Definition, type ExportAnswer } from "./exports/graph.ts";
import { DiskListing } from "./files/disk-listing.ts";
import { declaredModules, isPackageKey, isRelative, CODE_EXTENSIONS, COMPONENT_EXTENSIONS, withSlashes } from "./modules/module-path.ts";
import { readActsAtLoad } from "./exports/acts-at-load.ts";
import { readLoadReads } from "./exports/load-reads.ts";
import { isNodeEsm } from "./modules/node-format.ts";
import { createOwnNames } from "./modules/own-name.ts";
import { createPublicEntries } from "./modules/public-entries.ts";
import { createManifestCode, type ManifestCode } from "./manifest-code.ts";
import type { KnownNames } from "./exports/names.ts";
import { forBothLanguages } from "./python/both-languages.ts";
import { isPython, PYTHON_NEVER } from "./python/module-path.ts";
import { isPublicModule } from "./python/public-entries.ts";
import { createPythonResolver } from "./python/resolver.ts";
import { pythonSpecifier } from "./python/specifier.ts";
import { isLoadedByPath } from "./python/unseen-loads.ts";
import { createResolver } from "./modules/resolver.ts";
import { hasSameExports, isStandIn } from "./exports/same-exports.ts";
import { createPublicWayFinder, type Way } from "./modules/public-way.ts";
import { createSpecifierWriter, type SpecifierTarget } from "./modules/specifier.ts";
import { Survey } from "./survey/survey.ts";
import { readPathConfigs } from "./modules/tsconfig.ts";
import { disableCommentsIn } from "./texts/disable-comments.ts";
import { mayBeLoadedUnseen } from "./takers/unseen-loads.ts";
import { findWorkspaces } from "./modules/workspace.ts";

export type { FactoryMock } from "./takers/factory-mocks.ts";
export type { Survey } from "./survey/survey.ts";
export type { Definition, ExportAnswer, SpecifierTarget };

const source = new RegExp(`(?:${[...CODE_EXTENSIONS, ...COMPONENT_EXTENSIONS].map((extension) => extension.replace(".", "\\.")).join("|")})$`);
const sourceOrPython = new RegExp(`${source.source}|\\.pyi?$`);

/** Answers about the modules of one project. No method throws; the disk is taken as it was at the last `refresh`. */
export interface Project {
  /** Absolute real path of the manifest's folder, with `/`. */
  readonly root: string;
  /** Identity of the module that `specifier` names in `fromFile` (absolute path). */
  moduleKey(fromFile: string, specifier: string): ModuleKey;
  /**
   * Identity of a manifest's `module`. Of ecmascript (the default): a path from the root, or a package as the root, else any
   * package below, sees it; of Python: a dotted module.
   */
  manifestModule(module: string, language?: LanguageName): ModuleKey;
  /** Identity of a file itself (absolute path, which need not exist). */
  fileKey(file: string): ModuleKey;
  /** The modules of which a file is another form: those whose types it declares, and what it was built from. */
  formsOf(file: ModuleKey): readonly ModuleKey[];
  /** What a module exports under a name (`"default"` too); `no` only where that is certain. */
  exportOf(module: ModuleKey, name: string): ExportAnswer;
  /**
   * Where an export is defined, through re-exports, renames and `export *`. A package is its own exports' home,
   * whatever it has inside; so is a module that cannot be known. `undefined` where the module does not export the name,
   * or two `export *` disagree about it.
   */
  home(module: ModuleKey, name: string): Definition | undefined;
  /** Whether the module may have `name` from elsewhere, so that `home` is worth asking; answered without a parse. */
  mayReexport(module: ModuleKey, name: string): boolean;
  /** Whether `module` is `target`, or needs it: by imports, however far; those of types alone do not count. */
  needs(module: ModuleKey, target: ModuleKey): boolean;
  /** Whether a module of Python is what its package has under its name; that may be a function, too. */
  isPackageAttribute(module: ModuleKey): boolean;
  /** Whether an import of the file itself, that runs, loads `module` or what is below it. */
  loads(file: ModuleKey, module: ModuleKey): boolean;
  /**
   * Whether `module` reads, while it loads, what `target` has, and `target` needs it: who loads `target` first then finds it
   * unfinished there, and who loads `module` first does not.
   */
  meetsUnfinished(module: ModuleKey, target: ModuleKey): boolean;
  /** Whether a file in `__mocks__` stands for the module where a test mocks it without a factory. */
  hasManualMock(module: ModuleKey): boolean;
  /** Whether a file of the project calls something for its own sake while it loads. */
  actsAtLoad(module: ModuleKey): boolean;
  /**
   * The text for importing `target` from `fromFile` (absolute path), in the style of the specifier it replaces;
   * `undefined` where no public path leads there.
   */
  specifierFor(fromFile: string, replaced: string, target: SpecifierTarget): string | undefined;
  /**
   * The same with the module that it leads to: `target`, or a public module that lets its export `name` out under that name, where
   * no specifier such as the replaced one names `target`. Without a name: `target` alone.
   */
  wayTo(fromFile: string, replaced: string, target: SpecifierTarget, name: string | undefined): Way | undefined;
  /**
   * The package that `specifier` would name and the package.json of `fromFile` (absolute path) lacks, though it lists that of
   * the `replaced` one; with the absolute path of that package.json.
   */
  unlistedPackage(fromFile: string, replaced: string, specifier: string): { readonly name: string; readonly packageJson: string } | undefined;
  /** Whether `fromFile` had what is built of its own package by the `replaced` specifier, and has a source of it by the new one. */
  leavesBuild(fromFile: string, replaced: string, specifier: string): boolean;
  /** The names that a module is known to export, and whether there are no others. */
  exportNames(module: ModuleKey): KnownNames;
  /** Whether the module does nothing but pass on all that `other` has; `isStandIn` has the conditions. */
  isStandIn(module: ModuleKey, other: ModuleKey): boolean;
  /** Whether two modules are known to have the same names, or one stands in for the other. */
  hasSameExports(module: ModuleKey, other: ModuleKey): boolean;
  /** Whether comments of a project file may switch one of the rules off somewhere; names without the plugin's prefix. */
  mayDisable(module: ModuleKey, rules: readonly string[]): boolean;
  /** Whether the module is a script of CommonJS. */
  isCommonJs(module: ModuleKey): boolean;
  /** How `require` gives the module's default. */
  requiredDefault(module: ModuleKey): RequiredAs;
  /** Whether `fromFile` (absolute path) has the module's `default` in Node only as a member of its default import, which is all of a script. */
  nestsDefault(fromFile: string, module: ModuleKey): boolean;
  /** Whether a default import of the module has all that it exports, and Node may not find `name` among these in its text. */
  mayHideName(module: ModuleKey, name: string): boolean;
  /** The names that a star import of a module of Python binds, and whether there are no others. */
  starNames(module: ModuleKey): KnownNames;
  /**
   * The survey of all source files.
   * @param exclude globs, relative to the root, of files that are none of the project's
   */
  survey(exclude: readonly string[]): Survey;
  /** The survey that was made last. */
  readonly surveyed: Survey | undefined;
  /** Whether the package that the module is a public entry of is published: then anybody may take what it exports. */
  isPublicEntry(module: ModuleKey): boolean;
  /** Whether a framework or another platform's build may load the module though nobody names it in an import. */
  mayBeLoadedUnseen(module: ModuleKey): boolean;
  /** What only the manifest's check asks. */
  readonly code: ManifestCode;
  /** Starts a new epoch: files and configs are looked at anew, and read anew where they have changed. */
  refresh(): void;
}

/**
 * @param root folder of the manifest
 * @param python where Python's imports start; absent where no migration is of Python: its files are then none of the project's
 */
export function createProject(root: string, python?: Manifest["python"]): Project {
  const disk = openDisk();
  const realRoot = disk.realPath(withSlashes(resolve(root)));
  const workspaces = findWorkspaces(disk);
  const configs = readPathConfigs(disk);
  const pythonResolver = createPythonResolver(realRoot, python?.roots ?? ["."], disk);
  const resolver = forBothLanguages(createResolver(realRoot, disk, workspaces, configs), pythonResolver);
  const graph = createGraph(disk, resolver, pythonResolver);
  const scriptSpecifier = createSpecifierWriter(disk, resolver, workspaces, graph);
  const specifierFor: Project["specifierFor"] = (fromFile, replaced, target) =>
    isPython(fromFile) ? pythonSpecifier(fromFile, replaced, target, pythonResolver) : scriptSpecifier(fromFile, replaced, target);
  const ownNames = createOwnNames(resolver, workspaces);
  const publicWay = createPublicWayFinder(resolver, workspaces, graph);
  const publicEntries = createPublicEntries(workspaces, disk, resolver.locate);
  const disabled = keptByFile(disk, 2_000, (path) => disableCommentsIn(readText(path) ?? ""));
  const loadReads = keptByFile(disk, 2_000, (path) => readLoadReads(path, disk.size(path)));
  const acts = keptByFile(disk, 2_000, (path) => readActsAtLoad(path, disk.size(path)));
  let survey: Survey | undefined;
  let surveyed = "";
  const forgetPaths = (): void => {
    workspaces.refresh();
    configs.refresh();
    resolver.refresh();
    publicEntries.refresh();
  };
  const surveyOf = (exclude: readonly string[]): Survey => {
    const asked = JSON.stringify(exclude);
    if (!survey || surveyed !== asked) {
      const listing = new DiskListing({ root: realRoot, ...sourcesBut(exclude, python !== undefined) });
      survey = new Survey([realRoot, asked, ...(python?.roots ?? [])].join("\0"), { disk, resolver, graph, workspaces, configs, listing, forgetPaths });
      surveyed = asked;
    }
    return survey;
  };
  // A listed file is known by its real path.
  const fileKey = (file: string): ModuleKey => (survey?.lists(file) === true ? file : resolver.fileKey(file));
  const needs = (module: ModuleKey, target: ModuleKey): boolean => (survey ?? surveyOf([])).needs(module, target);
  return {
    root: realRoot,
    moduleKey: resolver.moduleKey,
    manifestModule: resolver.manifestModule,
    fileKey,
    formsOf: (file) => [...declaredModules(file), resolver.sourceOf(file)],
    exportOf: graph.exportOf,
    exportNames: graph.exportNames,
    isStandIn: (module, other) => isStandIn(module, other, { graph, resolver }),
    hasSameExports: (module, other) => hasSameExports(module, other, { graph, resolver }),
    mayDisable: (module, rules) => !isPackageKey(module) && disabled(module)?.some((listed) => listed === "" || rules.some((rule) => listed.includes(rule))) === true,
    isCommonJs: (module) => graph.recordOf(module)?.isCommonJs === true,
    requiredDefault: graph.requiredDefault,
    nestsDefault: (fromFile, module) => graph.recordOf(module)?.isCommonJs === true && !graph.isAllByDefault(module) && isNodeEsm(fileKey(fromFile), workspaces),
    mayHideName: graph.mayHideName,
    starNames: graph.python.starNames,
    home: graph.home,
    mayReexport: graph.mayReexport,
    specifierFor,
    wayTo(fromFile, replaced, target, name) {
      const specifier = specifierFor(fromFile, replaced, target);
      const direct = specifier === undefined ? undefined : { specifier, module: target.module };
      // A name for a library is no reason to write a path into it, and neither is a package's own name.
      const isAsWritten = direct !== undefined && (!isRelative(direct.specifier) || isRelative(replaced)) && !ownNames.leaves(fromFile, replaced, direct.specifier);
      if (name === undefined || isAsWritten || isPython(fromFile)) return direct;
      const way = publicWay(fromFile, replaced, target.module, name);
      return way && !needs(way.module, fileKey(fromFile)) ? way : direct;
    },
    get surveyed() {
      return survey;
    },
    isPublicEntry: (module) => isPython(module) ? isPublicModule(module, pythonResolver, disk) : publicEntries.has(module),
    unlistedPackage: (fromFile, replaced, specifier) => isPython(fromFile) ? undefined : unlistedPackage(posix.dirname(resolver.fileKey(fromFile)), replaced, specifier, workspaces, disk),
    mayBeLoadedUnseen: (module) => isPython(module) ? isLoadedByPath(posix.relative(realRoot, module)) : mayBeLoadedUnseen(module, realRoot, workspaces, disk),
    leavesBuild: (fromFile, replaced, specifier) => !isPython(fromFile) && ownNames.leavesBuild(fromFile, replaced, specifier),
    survey: surveyOf,
    needs,
    isPackageAttribute(module) {
      const parent = graph.python.parentOf(module);
      return (parent && graph.home(parent.module, parent.name)?.name) === "*";
    },
    loads: (file, module) => (survey ?? surveyOf([])).loads(file, module),
    actsAtLoad: (module) => !isPackageKey(module) && (acts(module) ?? false),
    meetsUnfinished(module, target) {
      if (module === target || isPackageKey(module) || !needs(target, module)) return false;
      if (isPython(module)) return graph.python.meetsUnfinished(module, target);
      return (loadReads(module) ?? []).some((from) => needs(resolver.moduleKey(module, from), target));
    },
    hasManualMock: (module) => hasManualMock(module, realRoot, disk),
    code: createManifestCode(realRoot, disk, resolver, graph),
    refresh() {
      disk.refresh();
      forgetPaths();
      graph.refresh();
      survey?.refresh();
    },
  };
}

/** What the manifest leaves in. */
function sourcesBut(exclude: readonly string[], withPython: boolean): { isSource(path: string): boolean; isExcludedFolder(path: string): boolean } {
  const whole = exclude.filter((glob) => glob.endsWith("/**")).map((glob) => glob.slice(0, -"/**".length));
  const isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  const isExcludedFolder = whole.length > 0 ? picomatch(whole, { dot: true }) : () => false;
  if (!withPython) return { isSource: (path) => source.test(path) && !isExcluded(path), isExcludedFolder };
  return {
    isSource: (path) => sourceOrPython.test(path) && !isExcluded(path),
    isExcludedFolder: (path) => PYTHON_NEVER.has(posix.basename(path)) || isExcludedFolder(path),
  };
}
