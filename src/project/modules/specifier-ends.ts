/**
 * Which specifiers can lead to a module, told from how they end: a cheap question before the resolver is asked.
 *
 * A specifier ends in a part of the module's path, unless somebody has given the module another name: an exact entry of
 * `paths`, `exports` or `imports`, a package's name, a link. Those names are few, and known.
 */
import { isAbsolute, posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { DEPENDENCY_FIELDS } from "./dependencies.ts";
import { asObject } from "../files/disk.ts";
import { isRelative, splitExtension } from "./module-path.ts";
import { isPython } from "../python/module-path.ts";
import { endOfDotted } from "../python/specifier-ends.ts";
import type { PathConfig } from "./tsconfig.ts";
import type { ProjectPackage } from "./workspace.ts";

/** The last part of a specifier, without extension; empty for `.` and `..`, which lead to some folder's index. */
export function endOf(specifier: string): string {
  const trimmed = specifier.replace(/[?#!].*$/, "").replace(/\/+$/, "");
  const end = posix.basename(trimmed === "" ? specifier : trimmed);
  return end === "." || end === ".." ? "" : splitExtension(end)[0];
}

/**
 * Whether a specifier leads nowhere, and may be an alias that only a bundler knows: it may mean any module that ends like it.
 * @param found what it leads to
 */
export function mayMeanAny(specifier: string, found: ModuleKey): boolean {
  return !isAbsolute(found) && /[/~#@]/.test(specifier);
}

/** A file's name, and what is before each of its dots: `"@x/*": ["src/*.service.ts"]` leaves a part of the name to the pattern. */
export function nameParts(module: ModuleKey): readonly string[] {
  const name = posix.basename(splitExtension(module)[0]);
  return name.split(".").map((_, index, all) => all.slice(0, index + 1).join("."));
}

/** Whether a specifier may name a package as a whole, by its name or an alias; the package says which of its files that is. */
function mayBePackage(specifier: string): boolean {
  return !/\/.*\//.test(specifier);
}

/** Names that modules have besides their paths. */
export class OtherNames {
  readonly #ends = new Set<string>();
  /** Patterns that put something beside their `*` on both sides: anything may be meant by them. */
  readonly #prefixes = new Set<string>();
  readonly #packages = new Set<string>();
  /** The names of these folders, up to their first dots. */
  readonly #starts = new Set<string>();
  /** Whether a path may lead elsewhere than it says: there are links to sources. */
  hasLinks = false;

  /** Whether a specifier that ends in `end` may be such a name. */
  mayBe(specifier: string, end: string): boolean {
    if (this.#ends.has(end)) return true;
    for (const prefix of this.#prefixes) if (specifier.startsWith(prefix)) return true;
    return false;
  }

  /** Whether a package's folder has a name that begins with `start`, up to its first dot. */
  mayBePackage(start: string): boolean {
    return this.#starts.has(start);
  }

  /** @param name a link's, or that of a folder whose package.json may send elsewhere */
  addName(name: string): void {
    this.#ends.add(splitExtension(name)[0]);
  }

  /** Whether a folder is a package's: its path alone leads to whatever module its package.json says. */
  isPackage(folder: string): boolean {
    return this.#packages.has(folder);
  }

  addPackage({ folder, name, content }: ProjectPackage): void {
    this.#packages.add(folder);
    this.#starts.add(startOf(posix.basename(folder)));
    if (name !== undefined) this.#ends.add(endOf(name));
    for (const field of ["exports", "imports"]) {
      for (const [key, value] of Object.entries(asObject(content[field]))) this.#addPattern(key === "." ? (name ?? "") : key.replace(/^\./, name ?? "."), JSON.stringify(value));
    }
    // What is installed by a link has the name that it is asked for by.
    for (const field of DEPENDENCY_FIELDS) {
      for (const [key, version] of Object.entries(asObject(content[field]))) if (typeof version === "string" && /^(?:workspace|link|file|portal):/.test(version)) this.#ends.add(endOf(key));
    }
  }

  addAliases({ aliases }: PathConfig): void {
    for (const { pattern, targets } of aliases) this.#addPattern(pattern, JSON.stringify(targets));
  }

  #addPattern(pattern: string, targets: string): void {
    const [before = "", after] = pattern.split("*", 2);
    if (after === undefined) this.#ends.add(endOf(pattern));
    // What leads on to another package (`"#x/*": "@acme/x/*"`) may end there as that one's `exports` say.
    else if (/"(?!\.?\/)[^"]*\*/.test(targets) || /[^/"]\*|\*[^/".]|\*\/(?!index\.\w+")/.test(targets) || after !== "" || !/(?:^|\/)$/.test(before)) this.#prefixes.add(before);
  }
}

/** The keys of specifiers that may lead to one of some modules. */
export class ModuleEnds {
  readonly #modules = new Set<ModuleKey>();
  readonly #keys = new Set<string>();
  readonly #others: () => OtherNames;

  /** @param others names that any module may have besides its path, as of now */
  constructor(others: () => OtherNames, modules: Iterable<ModuleKey> = []) {
    this.#others = others;
    for (const module of modules) this.add(module);
  }

  add(module: ModuleKey): void {
    if (this.#modules.has(module)) return;
    this.#modules.add(module);
    for (const key of moduleKeys(module)) this.#keys.add(key);
  }

  /** Adds a specifier that is known to lead to one of the modules. */
  addSpecifier(specifier: string): void {
    this.#keys.add(endKey(specifier));
  }

  /**
   * `false` only where that is certain.
   * @param file that writes the specifier; absolute real path
   */
  mayLead(file: string, specifier: string): boolean {
    const key = specifierKey(file, specifier, this.#others());
    return key === undefined || this.#keys.has(key);
  }
}

/**
 * A specifier's key, which is among the keys of the module that it leads to: the path that a relative one spells, and how
 * any other one ends. `undefined` where the text does not tell, and only resolving it does.
 * @param file that writes it; absolute real path
 */
export function specifierKey(file: string, specifier: string, others: OtherNames): string | undefined {
  if (isPython(file)) {
    const end = endOfDotted(posix.dirname(file), specifier, others.hasLinks);
    return end === undefined || others.mayBe(specifier, end) ? undefined : keyOfEnd(end);
  }
  // What may be a part of a name, or the beginning of a query.
  if (/[?#!%\\]/.test(specifier.slice(1))) return undefined;
  if (!isRelative(specifier) || others.hasLinks) {
    return others.mayBe(specifier, endOf(specifier)) ? undefined : endKey(specifier);
  }
  const path = posix.join(posix.dirname(file), specifier);
  const stem = splitExtension(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path)[0];
  return others.isPackage(stem) ? undefined : stem;
}

/**
 * What `roughKeys` finds a specifier by. To tell it costs a fraction of `specifierKey`.
 * @param file that writes it; absolute real path
 */
export function roughKey(file: string, specifier: string, others: OtherNames): string {
  const [, start] = plain.exec(specifier) ?? [];
  if (start !== undefined && !others.hasLinks && !others.mayBePackage(start)) return rough(start);
  const key = specifierKey(file, specifier, others);
  return key === undefined ? untold : roughly(key);
}

/** A relative specifier that ends in a name, and how that begins, up to its first dot. */
const plain = /^\.\.?\/(?:[^?#!%\\]*\/)?([^/.?#!%\\]+)(?:\.[^/?#!%\\]*)?$/;

/** The rough key of specifiers whose text does not tell where they lead. */
const untold = "rough";

/** The rough keys of all specifiers that have one of some keys, or none. */
export function roughKeys(keys: Iterable<string>): Iterable<string> {
  return new Set([untold, ...Array.from(keys, roughly)]);
}

function roughly(key: string): string {
  return rough(startOf(posix.basename(key.replace(/^(?:end|package) /, ""))));
}

function rough(start: string): string {
  return `rough ${start}`;
}

/** A name up to its first dot. */
function startOf(name: string): string {
  return name.split(".", 1)[0] ?? "";
}

/**
 * The keys of all specifiers that lead to a module: its path without extension, an index' folder too, and its ends. What
 * names a package may end in any folder that the module is in.
 */
export function moduleKeys(module: ModuleKey): Iterable<string> {
  const [path] = splitExtension(module);
  const folder = path.endsWith("/index") ? [path.slice(0, -"/index".length)] : [];
  // A package's dotted modules.
  const dotted = isAbsolute(module) ? [] : [module.slice(module.lastIndexOf(".") + 1)];
  const parts = [...nameParts(module), ...dotted, ""];
  const segments = path.split("/");
  // An installed package may send anything to any of its files.
  const ends = path.includes("/node_modules/") ? segments : segments.slice(-2);
  return new Set([path, module, ...folder, ...[...ends, ...parts].map(keyOfEnd), ...[...segments, ...parts].map(keyOfPackage)]);
}

/** The key of a specifier that was resolved, by what it leads to. */
export function resolvedKey(module: ModuleKey): string {
  return `to ${module}`;
}

/** How the specifier ends, as a key. */
export function endKey(specifier: string): string {
  const end = endOf(specifier);
  return mayBePackage(specifier) ? keyOfPackage(end) : keyOfEnd(end);
}

function keyOfEnd(end: string): string {
  return `end ${end}`;
}

function keyOfPackage(end: string): string {
  return `package ${end}`;
}
