/**
 * Which specifiers can lead to a module, told from how they end: a cheap question before the resolver is asked.
 *
 * A specifier ends in a part of the module's path, unless somebody has given the module another name: an exact entry of
 * `paths`, `exports` or `imports`, a package's name, a link. Those names are few, and known.
 */
import { posix } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import { asObject } from "./disk.ts";
import { splitExtension } from "./module-path.ts";
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

  addLink(name: string): void {
    this.#ends.add(splitExtension(name)[0]);
  }

  addPackage({ name, content }: ProjectPackage): void {
    if (name !== undefined) this.#ends.add(endOf(name));
    for (const field of ["exports", "imports"]) {
      for (const [key, value] of Object.entries(asObject(content[field]))) this.#addPattern(key === "." ? (name ?? "") : key, JSON.stringify(value), field === "exports" ? (name ?? "") : "");
    }
  }

  addAliases({ aliases }: PathConfig): void {
    for (const { pattern, targets } of aliases) this.#addPattern(pattern, JSON.stringify(targets), "");
  }

  #addPattern(pattern: string, targets: string, name: string): void {
    const [before = "", after] = pattern.split("*", 2);
    if (after === undefined) this.#ends.add(endOf(pattern));
    else if (/[^/"]\*|\*[^/".]/.test(targets) || after !== "") this.#prefixes.add(pattern.startsWith(".") ? name : before);
  }
}

/** The ends of specifiers that may lead to one of some modules. */
export class ModuleEnds {
  readonly #ends = new Set<string>();
  readonly #others: () => OtherNames;

  /** @param others names that any module may have besides its path, as of now */
  constructor(others: () => OtherNames, modules: Iterable<ModuleKey> = []) {
    this.#others = others;
    for (const module of modules) this.add(module);
  }

  add(module: ModuleKey): void {
    for (const end of pathEnds(module)) this.#ends.add(end);
  }

  /** Adds a specifier that is known to lead to one of the modules. */
  addSpecifier(specifier: string): void {
    this.#ends.add(endOf(specifier));
  }

  /** `false` only where that is certain. */
  mayLead(specifier: string): boolean {
    const end = endOf(specifier);
    return this.#ends.has(end) || this.#others().mayBe(specifier, end);
  }
}
