/** All names that a module is known to export. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { isPackageKey } from "../modules/module-path.ts";
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

/** What is known of a module's names. */
export interface KnownNames {
  /** Those of `export *` after its own. */
  readonly names: readonly string[];
  /** There are no others. */
  readonly isAll: boolean;
}

/** ECMA-262 16.2.1.7.2.1 GetExportedNames, as far as the files can be read. */
export function exportedNames(module: ModuleKey, { record, next, typesOf }: NamePorts): KnownNames {
  const names = new Set<string>();
  const files = new Set([module]);
  let isAll = true;
  // A Set visits what is added while it is walked.
  for (const file of files) {
    const declared = isPackageKey(file) ? (typesOf(file) ?? file) : file;
    const found = isAbsolute(declared) ? record(declared) : undefined;
    if (!found || found.open) isAll = false;
    for (const name of found?.exports.keys() ?? []) if (name !== "default" || file === module) names.add(name);
    for (const { from } of found?.stars ?? []) files.add(next(declared, from));
  }
  return { names: [...names], isAll };
}
