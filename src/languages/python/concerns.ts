/** Whether a file has to be read: the cheap question. */
import type { ReadPorts } from "../adapter.ts";
import { importsOf, specifierOf } from "./read/imports.ts";
import type { PythonFile } from "./source-code.ts";

/** Whether a file may hold a fact of a governed module: never `false` for one that does. */
export function mayConcern({ ast, isParsed }: PythonFile, ports: ReadPorts): boolean {
  if (!isParsed) return false;
  if (ports.definitions.length > 0) return true;
  return importsOf(ast).some((imported) => ports.deprecatedNamesBehind(specifierOf(imported)).length > 0);
}
