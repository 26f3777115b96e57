/** What a reading of a Python file keeps of the syntax behind its facts, for planning edits. */
import type { DefinitionFact, ImportFact, ModuleKey, ReexportFact, UseFact } from "../../policy/facts.ts";
import type { AllEntry } from "./read/dunder-all.ts";
import type { DynamicAttribute, DynamicImport } from "./read/dynamic.ts";
import type { ModuleImport, NameImport, StarImport } from "./read/imports.ts";
import type { Reference, Variable } from "./scopes/scope.ts";
import type { PyAttribute } from "./tree/expressions.ts";
import type { PyNode } from "./tree/node.ts";

/** A module, and the dotted text (leading dots included) by which this file names it. */
export interface Named {
  readonly module: ModuleKey;
  readonly specifier: string;
}

/** A reference to what an import brought in. */
export interface Use {
  readonly fact: UseFact | ReexportFact;
  readonly reference: Reference;
}

/** One export taken by name: `from m import x as y`. */
export interface Listed {
  readonly how: "listed";
  readonly fact: ImportFact;
  readonly imported: NameImport;
  readonly variable: Variable | undefined;
  /** Every reference that may read what the import bound. */
  readonly uses: readonly Use[];
  /**
   * The variable is bound elsewhere too (`try: from a import x` / `except ImportError: x = None`), so that a reference may
   * mean something else.
   */
  readonly isShared: boolean;
}

/** What a star import brings in: `from m import *`. */
export interface Starred {
  readonly how: "starred";
  readonly fact: ReexportFact;
  readonly imported: StarImport;
  /** References to governed names of the module that nothing else binds. */
  readonly uses: readonly Use[];
}

/** A whole module under a name: `import a.b as m`, `from a import b` where `b` is a module, `m = import_module("a.b")`. */
export interface Namespace {
  readonly how: "namespace";
  readonly fact: ImportFact;
  readonly imported: ModuleImport | NameImport | DynamicImport;
  readonly variable: Variable | undefined;
  /** Every reference to the binding; `import a.b` binds `a`, which may be used for other things than `a.b`. */
  readonly references: readonly Reference[];
  readonly members: Member[];
}

/** One export taken as an attribute of a module: `m.x`, `a.b.x`, `getattr(m, "x")`, `import_module("a.b").x`. */
export interface Member {
  readonly how: "member";
  readonly fact: ImportFact;
  /** The attribute, or the call of `getattr`. */
  readonly node: PyAttribute | DynamicAttribute["node"];
  /** The expression that is the module: `a.b` of `a.b.x`. */
  readonly object: PyNode;
  readonly namespace: Namespace | undefined;
  /** The reference that the expression starts with; absent for `import_module("a.b").x`. */
  readonly reference: Reference | undefined;
}

/** An import's syntax, by its fact. */
export type Taken = Listed | Namespace | Member | Starred;

/** An entry of `__all__`, or another module's `__all__`, that lets something out. */
export interface Exported {
  readonly fact: ReexportFact;
  readonly entry: AllEntry | undefined;
  readonly site: PyNode;
}

/** The definition of a governed export of this very file: all the statements that bind the name at module level. */
export interface Defined {
  readonly fact: DefinitionFact;
  /** Functions, classes, assignments; overloads and branches of an `if` are several. Empty for the whole file (`"*"`). */
  readonly statements: readonly PyNode[];
}
