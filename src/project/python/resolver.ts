/** From dotted names to the identities of Python modules. */
import { isAbsolute, posix, resolve } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Disk } from "../files/disk.ts";
import { withSlashes } from "../modules/module-path.ts";
import { dottedText, isPackageFile, isPython, PYTHON_EXTENSIONS, PYTHON_NEVER, pythonStem } from "./module-path.ts";

export interface PythonResolver {
  /** Identity of the module that a dotted text (relative ones too) names in `fromFile` (absolute path). */
  moduleKey(fromFile: string, specifier: string): ModuleKey;
  /** Identity of a manifest's `module`: a dotted absolute one. */
  manifestModule(module: string): ModuleKey;
  /** Identity of a file itself (absolute path, which need not exist); a stub beside a source is that one. */
  fileKey(file: string): ModuleKey;
  /** The module of that name right below a package; `undefined` where there is none. */
  submodule(module: ModuleKey, name: string): ModuleKey | undefined;
  /** The package that a module is right below, and its name there; `undefined` at a root. */
  parentOf(module: ModuleKey): { readonly module: ModuleKey; readonly name: string } | undefined;
  /** Absolute real paths of the folders where absolute imports start, in the order in which they are tried. */
  roots(): readonly string[];
  /** Whether the key is a package's that the manifest names for Python, and that is none of the project's own. */
  isForeign(key: ModuleKey): boolean;
  /** Whether the key is a module of Python: also one that is gone, or not the project's, but named by the manifest. */
  isModule(key: ModuleKey): boolean;
  refresh(): void;
}

/** What a dotted name leads to. */
interface Located {
  readonly key: ModuleKey;
  /** The folders in which modules below it are; none where it is a plain module. */
  readonly folders: readonly string[];
}

/** How deep a folder without `__init__.py` is searched for a Python file: others are not meant to be packages. */
const DEPTH = 3;

const LIMIT = 100_000;

/** Linux' PATH_MAX; others allow less. */
const LONGEST = 4096;

/**
 * @param root absolute real path of the manifest's folder
 * @param roots the manifest's `python.roots`, relative to it
 */
export function createPythonResolver(root: string, roots: readonly string[], disk: Disk): PythonResolver {
  const located = new Map<string, Located | undefined>();
  /** By the folder that a relative text starts in, and by the text. */
  const keys = new Map<string, Map<string, ModuleKey>>();
  let count = 0;
  const holding = new Map<string, boolean>();
  const listed = new Map<string, ReadonlySet<string>>();
  const named = new Set<ModuleKey>();
  let starts: readonly string[] | undefined;

  /** The names in a folder; looking up one is cheaper than asking the disk for each extension. */
  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = listed.get(folder);
    if (!names) {
      if (listed.size >= LIMIT) listed.clear();
      listed.set(folder, (names = new Set(disk.list(folder))));
    }
    return names;
  };

  /** Whether a module of that name may be in the folder: of one that may not be listed nobody knows. */
  const mayHold = (folder: string, name: string): boolean => {
    const names = namesIn(folder);
    return names.size === 0 || names.has(name) || PYTHON_EXTENSIONS.some((extension) => names.has(name + extension));
  };

  const fileAt = (stem: string): string | undefined => PYTHON_EXTENSIONS.map((extension) => stem + extension).find((path) => disk.isFile(path));

  /** Whether a folder may be meant as a namespace package: there is Python in it. */
  const holdsPython = (folder: string, depth = DEPTH): boolean => {
    const known = holding.get(folder);
    if (known !== undefined) return known;
    const names = disk.list(folder);
    const holds = names.some((name) => /\.pyi?$/.test(name))
      || (depth > 1 && names.some((name) => isWalked(name) && disk.isFolder(posix.join(folder, name)) && holdsPython(posix.join(folder, name), depth - 1)));
    // A search that was cut short says nothing of the folder itself.
    if (holds || depth === DEPTH) holding.set(folder, holds);
    return holds;
  };

  /** As CPython's path finder: the first package or module wins, and only without one do folders make a package. */
  const locateIn = (folders: readonly string[], name: string): Located | undefined => {
    const portions: string[] = [];
    for (const folder of folders) {
      if (!mayHold(folder, name)) continue;
      const path = posix.join(folder, name);
      const init = fileAt(`${path}/__init__`);
      if (init !== undefined) return { key: disk.realPath(init), folders: [disk.realPath(path)] };
      const file = fileAt(path);
      if (file !== undefined) return { key: disk.realPath(file), folders: [] };
      if (disk.isFolder(path)) portions.push(disk.realPath(path));
    }
    const [first] = portions;
    return first !== undefined && portions.some((portion) => holdsPython(portion)) ? { key: first, folders: portions } : undefined;
  };

  const allRoots = (): readonly string[] => {
    starts ??= [...new Set(roots.flatMap((each) => {
      const folder = disk.realPath(withSlashes(resolve(root, each)));
      const source = posix.join(folder, "src");
      // The usual layout: what is in `src` is imported without it.
      return disk.isFolder(source) && fileAt(`${source}/__init__`) === undefined && holdsPython(source) ? [folder, source] : [folder];
    }))];
    return starts;
  };

  /** @returns the module, or where it would be: `undefined` for a package that is none of the project's */
  const walk = (folders: readonly string[], parts: readonly string[]): { readonly found?: Located; readonly gone?: string } => {
    let at: Located | undefined;
    for (const [index, part] of parts.entries()) {
      const next = locateIn(at?.folders ?? folders, part);
      if (next === undefined) return at === undefined ? {} : { gone: posix.join(at.folders[0] ?? pythonStem(at.key), ...parts.slice(index)) };
      at = next;
    }
    return at === undefined ? {} : { found: at };
  };

  const absolute = (parts: readonly string[]): ModuleKey => {
    const { found, gone } = walk(allRoots(), parts);
    return found?.key ?? gone ?? parts.join(".");
  };

  const relative = (folder: string, level: number, parts: readonly string[]): ModuleKey => {
    let start = folder;
    for (let up = 1; up < level; up++) start = posix.dirname(start);
    if (parts.length === 0) return fileAt(`${start}/__init__`) ?? start;
    const { found, gone } = walk([start], parts);
    return found?.key ?? gone ?? posix.join(start, ...parts);
  };

  const kept = (folder: string, specifier: string, work: () => ModuleKey): ModuleKey => {
    // Texts are asked about many thousand times; putting two together for each question would take longer than the answer.
    const known = keys.get(folder)?.get(specifier);
    if (known !== undefined) return known;
    const key = work();
    if (count >= LIMIT) {
      keys.clear();
      count = 0;
    }
    count += 1;
    keys.set(folder, (keys.get(folder) ?? new Map<string, ModuleKey>()).set(specifier, key));
    return key;
  };

  const moduleKey = (fromFile: string, specifier: string): ModuleKey => {
    if (specifier.length > LONGEST) return specifier;
    const folder = specifier.startsWith(".") ? posix.dirname(withSlashes(fromFile)) : "";
    return kept(folder, specifier, () => {
      const text = dottedText(specifier);
      if (text === undefined) return specifier;
      return text.level === 0 ? absolute(text.parts) : relative(disk.realPath(withSlashes(resolve(root, folder))), text.level, text.parts);
    });
  };

  const locatedBelow = (folder: string, name: string): Located | undefined => {
    const question = `${folder}\0${name}`;
    if (!located.has(question)) {
      if (located.size >= LIMIT) located.clear();
      located.set(question, dottedText(name)?.parts.length === 1 ? locateIn([folder], name) : undefined);
    }
    return located.get(question);
  };

  const isThere = (key: ModuleKey): boolean => isPython(key) || (isAbsolute(key) && posix.extname(key) === "" && disk.isFolder(key) && holdsPython(key));

  return {
    moduleKey,
    manifestModule(module) {
      const key = moduleKey(posix.join(root, "x.py"), module);
      named.add(key);
      return key;
    },
    fileKey(file) {
      const path = withSlashes(resolve(root, file));
      if (!disk.isFile(path)) return disk.realPath(pythonStem(path));
      const source = path.endsWith(".pyi") ? path.slice(0, -1) : path;
      return disk.realPath(disk.isFile(source) ? source : path);
    },
    submodule(module, name) {
      if (isPackageFile(module)) return locatedBelow(posix.dirname(module), name)?.key;
      return !/\.pyi?$/.test(module) && disk.isFolder(module) ? locatedBelow(module, name)?.key : undefined;
    },
    parentOf(module) {
      if (!isThere(module)) return undefined;
      const stem = pythonStem(module);
      const folder = posix.dirname(stem);
      if (folder === stem || allRoots().includes(stem) || allRoots().includes(folder)) return undefined;
      return { module: fileAt(`${folder}/__init__`) ?? folder, name: posix.basename(stem) };
    },
    roots: allRoots,
    isForeign: (key) => !isAbsolute(key) && named.has(key),
    isModule: (key) => isThere(key) || named.has(key),
    refresh() {
      located.clear();
      keys.clear();
      holding.clear();
      listed.clear();
      starts = undefined;
    },
  };
}

function isWalked(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules" && !PYTHON_NEVER.has(name);
}
