/** The part of tsconfig.json (and jsconfig.json) that names modules: `paths`, `baseUrl`, who is covered by which. */
import { isAbsolute, posix } from "node:path";
import { ResolverFactory } from "oxc-resolver";
import picomatch from "picomatch";
import { asObject, asStrings, keptByFile, readJsonObject, type Disk } from "../files/disk.ts";
import { isRelative, withSlashes } from "./module-path.ts";

/** One entry of `paths`. */
export interface PathAlias {
  /** With at most one `*`. */
  readonly pattern: string;
  /** Absolute, each with at most one `*`. */
  readonly targets: readonly string[];
}

export interface PathConfig {
  readonly file: string;
  /** Every file that it was read from: itself, and what it extends. */
  readonly sources: readonly string[];
  readonly aliases: readonly PathAlias[];
  /** Absolute; `undefined` where none is set. */
  readonly baseUrl: string | undefined;
  /** Whether relative specifiers must carry an extension (`nodenext` and its like). */
  readonly needsExtensions: boolean;
}

/** What applies to the files of one folder. */
export interface FolderConfig {
  /** `true`: the folder's config has `references`, so each file has to be asked about on its own. */
  readonly perFile: boolean;
  /** Every config that one of the folder's files may have. */
  readonly all: readonly PathConfig[];
  configFor(file: string): PathConfig | undefined;
}

export interface PathConfigs {
  /** The config that applies in a folder (absolute real path). */
  around(folder: string): FolderConfig;
  refresh(): void;
}

/** Nx keeps `paths` in tsconfig.base.json; files beside it have no other config. */
const NAMES = ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"];

interface Settings {
  readonly sources: readonly string[];
  readonly baseUrl?: string;
  readonly paths?: Readonly<Record<string, unknown>>;
  readonly pathsFolder?: string;
  readonly module?: string;
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

interface LoadedConfig extends PathConfig {
  readonly references: readonly string[];
  covers(file: string): boolean;
}

/** @param disk where the configs are read from */
export function readPathConfigs(disk: Disk): PathConfigs {
  const json = keptByFile(disk, 2_000, readJsonObject);
  const extended = new ResolverFactory({ extensions: [".json"], mainFields: ["tsconfig"], mainFiles: ["tsconfig"], conditionNames: ["node", "require", "import"] });
  const loaded = new Map<string, LoadedConfig | undefined>();
  const folders = new Map<string, FolderConfig>();

  const pathOf = (folder: string, specifier: string): string | undefined => {
    if (isRelative(specifier) || isAbsolute(specifier)) {
      const path = posix.resolve(folder, withSlashes(specifier));
      return [path, `${path}.json`, `${path}/tsconfig.json`].find((candidate) => disk.isFile(candidate));
    }
    const found = extended.sync(folder, specifier).path;
    return found === undefined ? undefined : withSlashes(found);
  };

  const settingsOf = (file: string, leaf: string, seen: ReadonlySet<string>): Settings => {
    const raw = json(file) ?? {};
    const folder = posix.dirname(file);
    const options = asObject(raw["compilerOptions"]);
    const here = (text: string): string => posix.resolve(folder, withSlashes(text.replace("${configDir}", leaf)));
    let settings: Settings = { sources: [] };
    const sources = [file];
    for (const specifier of asStrings(raw["extends"])) {
      const base = pathOf(folder, specifier);
      if (base === undefined || seen.has(base)) continue;
      settings = { ...settings, ...settingsOf(base, leaf, new Set([...seen, base])) };
      sources.push(...settings.sources);
    }
    const { baseUrl, paths, moduleResolution = options["module"] } = options;
    return {
      ...settings,
      sources,
      ...(typeof baseUrl === "string" && { baseUrl: here(baseUrl) }),
      ...(paths !== undefined && { paths: asObject(paths), pathsFolder: folder }),
      ...(typeof moduleResolution === "string" && { module: moduleResolution.toLowerCase() }),
      ...(Array.isArray(raw["files"]) && { files: asStrings(raw["files"]).map(here) }),
      ...(Array.isArray(raw["include"]) && { include: asStrings(raw["include"]).map(here) }),
      ...(Array.isArray(raw["exclude"]) && { exclude: asStrings(raw["exclude"]).map(here) }),
    };
  };

  const load = (file: string): LoadedConfig | undefined => {
    if (loaded.has(file)) return loaded.get(file);
    const folder = posix.dirname(file);
    const settings = settingsOf(file, folder, new Set([file]));
    const from = settings.baseUrl ?? settings.pathsFolder ?? folder;
    const target = (text: string): string => posix.resolve(from, withSlashes(text.replace("${configDir}", folder)));
    const config: LoadedConfig = {
      file,
      sources: settings.sources,
      aliases: Object.entries(settings.paths ?? {}).map(([pattern, targets]) => ({ pattern, targets: asStrings(targets).map(target) })),
      baseUrl: settings.baseUrl,
      needsExtensions: /^node(?:16|18|20|next)$/.test(settings.module ?? ""),
      references: references(json(file)?.["references"])
        .map((path) => posix.resolve(folder, withSlashes(path)))
        .map((path) => (disk.isFolder(path) ? `${path}/tsconfig.json` : path))
        .filter((path) => disk.isFile(path)),
      covers: coverage(folder, settings),
    };
    loaded.set(file, config);
    return config;
  };

  /** The config and all that it references, near ones first. */
  const withReferences = (config: LoadedConfig): readonly LoadedConfig[] => {
    const all = new Set([config]);
    // A Set visits what is added while it is walked.
    for (const each of all) for (const path of each.references) {
      const found = load(path);
      if (found !== undefined) all.add(found);
    }
    return [...all];
  };

  const around = (folder: string): FolderConfig => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const file = NAMES.map((name) => posix.join(folder, name)).find((path) => disk.isFile(path));
    const parent = posix.dirname(folder);
    const config = file === undefined ? undefined : load(file);
    let found: FolderConfig;
    if (config === undefined) found = parent === folder ? { perFile: false, all: [], configFor: () => undefined } : around(parent);
    else if (config.references.length === 0) found = { perFile: false, all: [config], configFor: () => config };
    else {
      const candidates = withReferences(config);
      // A file that no config covers still gets its folder's: editors and bundlers resolve it that way.
      found = { perFile: true, all: candidates, configFor: (path) => candidates.find((each) => each.covers(path)) ?? config };
    }
    folders.set(folder, found);
    return found;
  };

  return {
    around,
    refresh() {
      loaded.clear();
      folders.clear();
      extended.clearCache();
    },
  };
}

function references(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => asStrings(asObject(item)["path"])) : [];
}

/** Whether a file is in `files`, or in `include` and not in `exclude`. Patterns are absolute by now. */
function coverage(folder: string, settings: Settings): (file: string) => boolean {
  const files = new Set(settings.files ?? []);
  const include = settings.include ?? (settings.files === undefined ? [folder] : []);
  const test = (patterns: readonly string[]): ((file: string) => boolean) => {
    // Relative to the config, so that odd characters in the path to the project are no pattern.
    const globs = patterns.map((pattern) => posix.relative(folder, pattern)).map((pattern) => (/\*|\.\w+$/.test(posix.basename(pattern)) ? pattern : posix.join(pattern, "**")));
    const matches = picomatch([...globs], { dot: true });
    return (file) => matches(posix.relative(folder, file));
  };
  let included: ((file: string) => boolean) | undefined;
  let excluded: ((file: string) => boolean) | undefined;
  return (file) => {
    if (files.has(file)) return true;
    included ??= test(include);
    excluded ??= test(settings.exclude ?? [posix.join(folder, "**/node_modules")]);
    return included(file) && !excluded(file);
  };
}
