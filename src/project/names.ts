/** All names that a module is known to export, to find the one that was meant by another. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import { isPackageKey } from "./module-path.ts";
import type { ModuleRecord } from "./record.ts";

/** What the walk asks. */
export interface NamePorts {
  /** The record of a file, in packages too; `undefined` where there is none. */
  record(file: string): ModuleRecord | undefined;
  /** Where a specifier of a file leads to. */
  next(file: string, specifier: string): string;
  /** The file that declares the types of a package's module. */
  typesOf(module: ModuleKey): string | undefined;
}

/** @returns the names, those of `export *` after its own; there may be more that cannot be known */
export function exportedNames(module: ModuleKey, { record, next, typesOf }: NamePorts): readonly string[] {
  const names = new Set<string>();
  const files = new Set([module]);
  // A Set visits what is added while it is walked.
  for (const file of files) {
    const declared = isPackageKey(file) ? (typesOf(file) ?? file) : file;
    const found = isAbsolute(declared) ? record(declared) : undefined;
    for (const name of found?.exports.keys() ?? []) if (name !== "default" || file === module) names.add(name);
    for (const { from } of found?.stars ?? []) files.add(next(declared, from));
  }
  return [...names];
}
