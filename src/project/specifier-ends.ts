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

  /** @param name a link's, or that of a folder whose package.json may send elsewhere */
  addName(name: string): void {
    this.#ends.add(splitExtension(name)[0]);
  }

  addPackage({ name, content }: ProjectPackage): void {
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
