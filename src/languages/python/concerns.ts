/** Whether a file has to be read: the cheap question. */
import type { ReadPorts } from "../adapter.ts";
import { below, getattrsOf, stepsFrom } from "./facts/chains.ts";
import { dynamicIn } from "./read/dynamic.ts";
import { importsOf, specifierOf } from "./read/imports.ts";
import type { ImportedName } from "./read/imports.ts";
import type { PythonFile } from "./source-code.ts";
import type { PyModule } from "./tree/node.ts";
import { nodesOf } from "./tree/walk.ts";

/** Whether a file may hold a fact of a governed module: never `false` for one that does. */
export function mayConcern(file: PythonFile, ports: ReadPorts): boolean {
  const { ast } = file;
  if (ports.definitions.length > 0 || definesExclusive(ast, ports.exclusiveNames)) return true;
  const behind = (specifier: string): readonly string[] => ports.deprecatedNamesBehind(specifier);
  const imports = importsOf(ast);
  if (imports.some((imported) => takes(imported, behind))) return true;
  const dynamic = dynamicIn(file);
  // Few files load a module by its name, and what they do with it only reading tells.
  if (dynamic.imports.length > 0) return true;
  const starts = startsOf(imports);
  const getattrs = getattrsOf(dynamic.attributes);
  if (starts.size === 0) return false;
  for (const node of nodesOf(ast)) {
    if (node.type !== "PyName") continue;
    for (const start of starts.get(node.name) ?? []) {
      let specifier = start;
      for (const { name } of stepsFrom(node, getattrs)) {
        if (behind(specifier).length > 0) return true;
        specifier = below(specifier, name);
      }
    }
  }
  return false;
}

function takes(imported: ImportedName, behind: (specifier: string) => readonly string[]): boolean {
  const specifier = specifierOf(imported);
  const names = behind(specifier);
  if (imported.kind !== "name") return names.length > 0;
  return names.includes("*") || names.includes(imported.name) || behind(below(specifier, imported.name)).length > 0;
}

/** The modules that local names may be, by what the imports say. */
function startsOf(imports: readonly ImportedName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const starts = new Map<string, Set<string>>();
  for (const imported of imports) {
    if (imported.kind === "star") continue;
    const specifier = specifierOf(imported);
    const start = imported.kind === "name" ? below(specifier, imported.name) : imported.alias === undefined ? imported.local : specifier;
    starts.set(imported.local, (starts.get(imported.local) ?? new Set()).add(start));
  }
  return starts;
}

function definesExclusive(ast: PyModule, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const node of nodesOf(ast)) {
    if ((node.type === "PyName" || node.type === "PyIdentifier") && names.has(node.name)) return true;
  }
  return false;
}
