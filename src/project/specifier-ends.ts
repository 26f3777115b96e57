/**
 * Which specifiers can lead to a module, told from how they end: a cheap question before the resolver is asked.
 *
 * A specifier ends in a part of the module's path, unless somebody has given the module another name: an exact entry of
 * `paths`, `exports` or `imports`, a package's name, a link. Those names are few, and known.
 */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import { asObject } from "./disk.ts";
import { isRelative, splitExtension } from "./module-path.ts";
import type { PathConfig } from "./tsconfig.ts";
import type { ProjectPackage } from "./workspace.ts";

/** The last part of a specifier, without extension; empty for `.` and `..`, which lead to some folder's index. */
export function endOf(specifier: string): string {
  const trimmed = specifier.replace(/[?#!].*$/, "").replace(/\/+$/, "");
  const end = posix.basename(trimmed === "" ? specifier : trimmed);
  return end === "." || end === ".." ? "" : splitExtension(end)[0];
}

/** The ends of what leads to `module` by its path. */
export function pathEnds(module: ModuleKey): readonly string[] {
  const segments = splitExtension(module)[0].split("/");
  const name = segments.at(-1) ?? "";
  // `"@x/*": ["src/*.service.ts"]` leaves a part of the name to the pattern.
  const parts = name.split(".").map((_, index, all) => all.slice(0, index + 1).join("."));
  return [...segments, ...parts, ""];
}

/** Names that modules have besides their paths. */
export class OtherNames {
  readonly #ends = new Set<string>();
  /** Patterns that put something beside their `*` on both sides: anything may be meant by them. */
  readonly #prefixes = new Set<string>();

  /** Whether a specifier that ends in `end` may be such a name. */
  mayBe(specifier: string, end: string): boolean {
    if (this.#ends.has(end)) return true;
    for (const prefix of this.#prefixes) if (specifier.startsWith(prefix)) return true;
    return false;
  }

  readonly #packages = new Set<string>();
  /** Whether a path may lead elsewhere than it says: there are links to sources. */
  hasLinks = false;

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
    if (name !== undefined) this.#ends.add(endOf(name));
    for (const field of ["exports", "imports"]) {
      for (const [key, value] of Object.entries(asObject(content[field]))) this.#addPattern(key === "." ? (name ?? "") : key.replace(/^\./, name ?? "."), JSON.stringify(value));
    }
    // What is installed by a link has the name that it is asked for by.
    for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
      for (const [key, version] of Object.entries(asObject(content[field]))) if (typeof version === "string" && /^(?:workspace|link|file|portal):/.test(version)) this.#ends.add(endOf(key));
    }
  }

  addAliases({ aliases }: PathConfig): void {
    for (const { pattern, targets } of aliases) this.#addPattern(pattern, JSON.stringify(targets));
  }

  #addPattern(pattern: string, targets: string): void {
    const [before = "", after] = pattern.split("*", 2);
    if (after === undefined) this.#ends.add(endOf(pattern));
    else if (/[^/"]\*|\*[^/".]/.test(targets) || after !== "" || !/(?:^|\/)$/.test(before)) this.#prefixes.add(before);
  }
}

/** What specifiers look like that may lead to one of some modules. */
export class ModuleEnds {
  readonly #ends = new Set<string>();
  /** The modules' paths as relative specifiers lead to them: without extension, an index by its folder too. */
  readonly #paths = new Set<string>();
  readonly #others: () => OtherNames;

  /** @param others names that any module may have besides its path, as of now */
  constructor(others: () => OtherNames, modules: Iterable<ModuleKey> = []) {
    this.#others = others;
    for (const module of modules) this.add(module);
  }

  add(module: ModuleKey): void {
    for (const end of pathEnds(module)) this.#ends.add(end);
    for (const stem of stemsOf(module, this.#others())) this.#paths.add(stem);
  }

  /** Adds a specifier that is known to lead to one of the modules. */
  addSpecifier(specifier: string): void {
    this.#ends.add(endOf(specifier));
  }

  /**
   * `false` only where that is certain.
   * @param folder of the file that writes the specifier; absolute real path
   */
  mayLead(folder: string, specifier: string): boolean {
    const others = this.#others();
    const path = others.hasLinks ? undefined : relativePath(folder, specifier);
    if (path !== undefined) return this.#paths.has(path) || others.isPackage(path);
    const end = endOf(specifier);
    return isOdd(specifier) || this.#ends.has(end) || others.mayBe(specifier, end);
  }
}

/** Whether a specifier has what may be a part of a name, or the beginning of a query: only resolving it tells. */
export function isOdd(specifier: string): boolean {
  return /[?#!%\\]/.test(specifier.slice(1));
}

/** The path that a relative specifier spells, without extension; `undefined` for any other specifier, and for an odd one. */
export function relativePath(folder: string, specifier: string): string | undefined {
  if (!isRelative(specifier) || isOdd(specifier)) return undefined;
  const path = posix.join(folder, specifier);
  return splitExtension(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path)[0];
}

/** The paths by which relative specifiers lead to a module: without extension, an index by its folder too, and so a package. */
export function stemsOf(module: ModuleKey, names: OtherNames): readonly string[] {
  const [path] = splitExtension(module);
  const stems = [path, module];
  if (path.endsWith("/index")) stems.push(path.slice(0, -"/index".length));
  for (let folder = posix.dirname(path); folder !== posix.dirname(folder); folder = posix.dirname(folder)) if (names.isPackage(folder)) stems.push(folder);
  return stems;
}
