/** A Python file's tree → what binds the names of the module, in the order of the text. */
import { posix } from "node:path";
import { dunderAllOf, lastingOf } from "../../languages/python/read/dunder-all.ts";
import { dotted, importsOf, type ImportedName } from "../../languages/python/read/imports.ts";
import { scopesOf } from "../../languages/python/scopes/analyze.ts";
import type { Binding } from "../../languages/python/scopes/scope.ts";
import type { PyModule, PyNode } from "../../languages/python/tree/node.ts";
import { isPackageFile } from "./module-path.ts";
import type { BoundValue, ListedNames, NameBinding, NameStar } from "./names.ts";

/** Of what a function does nobody knows when it does it. */
const LATER = Infinity;

/**
 * Everything that binds a name of the module: in branches too, and in functions that say `global`.
 * @param path the file's; the modules below a package are attributes of it as soon as it imports them
 */
export function bindingsOf(module: PyModule, path: string): ReadonlyMap<string, readonly NameBinding[]> {
  const all = new Map<string, NameBinding[]>();
  const add = (name: string, binding: NameBinding): void => {
    const known = all.get(name);
    if (known) known.push(binding);
    else all.set(name, [binding]);
  };
  const scope = scopesOf(module).module;
  for (const [name, { bindings }] of scope.variables) {
    // `x: int` alone binds nothing, but says that something will.
    const isDeclared = bindings.every(({ kind }) => kind === "annotation");
    for (const binding of bindings) {
      const is = boundBy(binding, isDeclared);
      if (is) add(name, { ...placeOf(binding.node, binding.scope === scope), is });
    }
  }
  if (isPackageFile(path)) {
    const folders = posix.dirname(path).split("/");
    for (const imported of importsOf(module)) {
      const name = loadedBy(imported, folders);
      // Only the first import loads it.
      if (name === undefined || all.get(name)?.some(({ is, isSure }) => is.kind === "loaded" && isSure) === true) continue;
      const { at, isSure } = placeOf(imported.statement, inModule(imported.statement));
      add(name, { at: at - 0.5, isSure, is: { kind: "loaded" } });
    }
  }
  for (const bindings of all.values()) bindings.sort((one, other) => one.at - other.at);
  return all;
}

/** The star imports that add to the module's names. */
export function starsOf(module: PyModule): readonly NameStar[] {
  return importsOf(module).flatMap((imported) => (imported.kind === "star" ? [{ ...placeOf(imported.statement, true), from: textOf(imported) }] : []));
}

/** What a star import of the module passes, where it says so. */
export function listedNames(module: PyModule): ListedNames | undefined {
  const all = dunderAllOf(module);
  if (!all.isSet && all.entries.length === 0 && all.modules.length === 0 && all.unknown.length === 0) return undefined;
  const start = lastList(module);
  const entries = all.entries.filter(({ statement }) => statement.range[0] >= start);
  const modules = all.modules.filter(({ statement }) => statement.range[0] >= start);
  const unknown = all.unknown.filter(({ range }) => range[0] >= start);
  const names = new Set(lastingOf(entries).map(({ name }) => name));
  return { names, isOpen: modules.length > 0 || unknown.length > 0 || entries.some(({ removes }) => removes) };
}

/** Where `__all__` is surely begun anew for the last time. */
function lastList(module: PyModule): number {
  const { bindings, references } = scopesOf(module).module.variables.get("__all__") ?? { bindings: [], references: [] };
  const anew = bindings.findLast(({ node }) => {
    const assignment = node.parent?.type === "PyAnnotated" ? node.parent.parent : node.parent;
    if (assignment?.type !== "PyAssignment" || !isSurelyRun(node)) return false;
    const [start, end] = assignment.range;
    return !references.some((each) => each.node.range[0] > start && each.node.range[1] <= end);
  });
  return anew?.node.range[0] ?? 0;
}

/** The text of the module that an import names, leading dots included. */
export function textOf({ level, module }: Pick<ImportedName, "level" | "module">): string {
  return ".".repeat(level) + module;
}

function boundBy({ kind, node }: Binding, isDeclared: boolean): BoundValue | undefined {
  switch (kind) {
    case "import":
      return importedBy(node);
    case "deletion":
      return { kind: "deleted" };
    case "annotation":
      return isDeclared ? { kind: "own", isNothing: false } : undefined;
    case "assignment":
      // The handler takes the name away again.
      return node.parent?.type === "PyExcept" ? undefined : { kind: "own", isNothing: isNothing(node) };
    default:
      return { kind: "own", isNothing: false };
  }
}

function importedBy(node: Binding["node"]): BoundValue | undefined {
  if (node.type === "PyImportAlias") {
    const names = node.module.parts.map(({ name }) => name);
    // `import a.b as c` takes the attribute: a package may have put something else there.
    const last = node.alias && names.length > 1 ? names.pop() : undefined;
    return { kind: "from", from: node.alias ? names.join(".") : (names[0] ?? ""), name: last ?? "*", isRoot: !node.alias && names.length > 1 };
  }
  if (node.type !== "PyImportFromAlias" || node.parent?.type !== "PyImportFrom") return undefined;
  const { module } = node.parent;
  return { kind: "from", from: ".".repeat(module.level) + dotted(module), name: node.name.name, isRoot: false };
}

/** Whether the name is given `None`. */
function isNothing(node: PyNode): boolean {
  const assignment = node.parent?.type === "PyAnnotated" ? node.parent.parent : node.parent;
  return assignment?.type === "PyAssignment" && assignment.value.type === "PyConstant" && assignment.value.value === "None";
}

function placeOf(node: PyNode, isOwn: boolean): Pick<NameBinding, "at" | "isSure"> {
  return isOwn ? { at: node.range[0], isSure: isSurelyRun(node) } : { at: LATER, isSure: false };
}

/** Parts of statements that are run as a whole. */
const parts = new Set<PyNode["type"]>(["PyModule", "PyStatementLine", "PyImport", "PyImportFrom", "PyAssignment", "PyAugmentedAssignment", "PyAnnotated", "PyFunction", "PyClass", "PyTypeAlias", "PyDelete", "PyTuple", "PyList", "PyStarred"]);

/** Whether no branch, handler or loop decides that a statement of the module is run. */
function isSurelyRun(node: PyNode): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === "PyTry" ? outer.finalbody !== inner : outer.type === "PySuite" ? outer.parent?.type !== "PyTry" : !parts.has(outer.type)) return false;
  }
  return true;
}

function inModule(node: PyNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (outer.type === "PyFunction" || outer.type === "PyLambda") return false;
  return true;
}

/** The module right below the package that an import loads on its way. */
function loadedBy({ level, module }: ImportedName, folders: readonly string[]): string | undefined {
  const names = module === "" ? [] : module.split(".");
  if (level > 0) {
    const way = folders.slice(folders.length - (level - 1));
    return level <= folders.length && way.every((folder, index) => names[index] === folder) ? names[way.length] : undefined;
  }
  // Where the package's name begins, the file alone does not tell.
  for (let length = Math.min(names.length - 1, folders.length); length > 0; length--) {
    if (names.slice(0, length).join("/") === folders.slice(folders.length - length).join("/")) return names[length];
  }
  return undefined;
}
