/** The imports of a file, each name one. */
import type { PyModule, PyNode, PyRange } from "../tree/node.ts";
import type { PyImport, PyImportAlias, PyImportFrom, PyImportFromAlias, PyModuleName } from "../tree/statements.ts";
import { statementsOf } from "../tree/walk.ts";

interface Common {
  /** The number of leading dots: 0 is absolute, 1 the file's own package, 2 the one around it. */
  readonly level: number;
  /** The dotted name behind the dots; empty for `from . import x`. */
  readonly module: string;
  readonly moduleNode: PyModuleName;
  /** What it is called in the importing file, where that is not its own name. */
  readonly alias: string | undefined;
  /** Where a report about this name stands. */
  readonly span: PyRange;
}

/** `import a.b` (binds `a`) or `import a.b as c` (binds `c` to `a.b`). */
export interface ModuleImport extends Common {
  readonly kind: "module";
  readonly node: PyImportAlias;
  readonly statement: PyImport;
  /** The name that it binds. */
  readonly local: string;
}

/** `from a import b as c`. */
export interface NameImport extends Common {
  readonly kind: "name";
  readonly node: PyImportFromAlias;
  readonly statement: PyImportFrom;
  /** What is taken: an attribute of the module, or a module below it. */
  readonly name: string;
  /** The name that it binds. */
  readonly local: string;
}

/** `from a import *`. */
export interface StarImport extends Common {
  readonly kind: "star";
  readonly node: PyImportFrom;
  readonly statement: PyImportFrom;
}

/** One imported name. */
export type ImportedName = ModuleImport | NameImport | StarImport;

const known = new WeakMap<PyModule, readonly ImportedName[]>();

/** All imports, in functions, classes and branches too, in the order of the text; found once for each tree. */
export function importsOf(module: PyModule): readonly ImportedName[] {
  let imports = known.get(module);
  if (!imports) {
    imports = [...statementsOf(module)].flatMap(importsAt);
    known.set(module, imports);
  }
  return imports;
}

function importsAt(node: PyNode): readonly ImportedName[] {
  if (node.type === "PyImport") return node.names.map((alias) => moduleImport(alias, node));
  if (node.type !== "PyImportFrom") return [];
  const { module: moduleNode, star } = node;
  const common = { level: moduleNode.level, module: dotted(moduleNode), moduleNode, statement: node };
  if (star) return [{ ...common, kind: "star", alias: undefined, node, span: star }];
  return node.names.map((each) => {
    const alias = each.alias?.name;
    return { ...common, kind: "name", name: each.name.name, alias, local: alias ?? each.name.name, node: each, span: each.range };
  });
}

function moduleImport(node: PyImportAlias, statement: PyImport): ModuleImport {
  const alias = node.alias?.name;
  const module = dotted(node.module);
  const local = alias ?? node.module.parts[0]?.name ?? module;
  return { kind: "module", level: 0, module, moduleNode: node.module, alias, local, node, statement, span: node.range };
}

/** The module that an import names, as the file writes it: `.a.b`; of `from . import x` the dots alone. */
export function specifierOf({ level, module }: { readonly level: number; readonly module: string }): string {
  return ".".repeat(level) + module;
}

/** The dotted name of a module, without leading dots. */
export function dotted({ parts }: PyModuleName): string {
  return parts.map(({ name }) => name).join(".");
}
