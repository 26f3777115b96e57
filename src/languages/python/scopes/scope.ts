/** Scopes, variables and references of a Python file, by the language reference, 4.2 "Naming and binding". */
import type { PyIdentifier, PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyImportAlias, PyImportFromAlias } from "../tree/statements.ts";

/** `type-parameters` is the scope around a generic function, class or alias, which holds its type parameters. */
export type ScopeKind = "module" | "class" | "function" | "lambda" | "comprehension" | "type-parameters";

/** What puts a value under a name; `annotation` (`x: int`) only makes the name the scope's own. */
export type BindingKind =
  | "import"
  | "parameter"
  | "function"
  | "class"
  | "type-parameter"
  | "type-alias"
  | "assignment"
  | "annotation"
  | "deletion";

/** One place where a variable is bound. */
export interface Binding {
  readonly kind: BindingKind;
  /** The name there; of an import, the whole alias (`b as c`). */
  readonly node: PyName | PyIdentifier | PyImportAlias | PyImportFromAlias;
  /** The scope in which it stands: with `global` and `nonlocal` not the variable's own. */
  readonly scope: Scope;
}

/** One place where a variable is read; `x += 1` is one, and a binding too. */
export interface Reference {
  readonly node: PyName;
  readonly name: string;
  /** The scope in which it stands. */
  readonly scope: Scope;
  /** In an annotation, which may never be evaluated. */
  readonly inAnnotation: boolean;
  /** In a string within an annotation. */
  readonly inString: boolean;
  /** What it reads. A name that is bound nowhere is a builtin, one of a star import, or unknown. */
  readonly variable: Variable | undefined;
  /**
   * In a class body: the module's variable, which is read where the class has not bound the name yet (`old = old`).
   */
  readonly fallback: Variable | undefined;
}

/** A name in the scope that it belongs to. */
export interface Variable {
  /** A private name of a class (`__x`) as Python compares it: `_Class__x`. */
  readonly name: string;
  readonly scope: Scope;
  /** In the order of the text; empty only where `global` declares what the module never binds. */
  readonly bindings: readonly Binding[];
  readonly references: readonly Reference[];
  /** Where `global` and `nonlocal` statements name it. */
  readonly declarations: readonly PyIdentifier[];
}

export interface Scope {
  readonly kind: ScopeKind;
  /** The node that makes it: the module, class, function, lambda, comprehension, or what has type parameters. */
  readonly node: PyNode;
  readonly parent: Scope | undefined;
  readonly children: readonly Scope[];
  /** Its own variables. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names that a statement declares to be the module's, or an outer function's. */
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  /** Star imports in it: any name that is bound nowhere may be theirs. */
  readonly starImports: readonly PyNode[];
  /** All references that stand in it. */
  readonly references: readonly Reference[];
}

/** All scopes of a file. */
export interface Scopes {
  readonly module: Scope;
  /** In the order of the text, the module first. */
  readonly all: readonly Scope[];
  /** The scope that a node makes. */
  of(node: PyNode): Scope | undefined;
  /** The reference at a name. */
  referenceAt(node: PyName): Reference | undefined;
}

/** A variable while it is filled. */
export interface OpenVariable extends Variable {
  readonly bindings: Binding[];
  readonly references: Reference[];
  readonly declarations: PyIdentifier[];
}

/** A scope while it is filled. */
export class OpenScope implements Scope {
  readonly kind: ScopeKind;
  readonly node: PyNode;
  readonly parent: OpenScope | undefined;
  readonly children: OpenScope[] = [];
  readonly variables = new Map<string, OpenVariable>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly starImports: PyNode[] = [];
  readonly references: Reference[] = [];
  /** The class whose private names are mangled here. */
  readonly className: string | undefined;

  constructor(kind: ScopeKind, node: PyNode, parent: OpenScope | undefined, className: string | undefined) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.className = className;
    parent?.children.push(this);
  }

  /** The module's scope. */
  get root(): OpenScope {
    return this.parent?.root ?? this;
  }

  /** The variable of that name, made where there is none yet. */
  own(name: string): OpenVariable {
    const known = this.variables.get(name);
    if (known) return known;
    const variable = { name, scope: this, bindings: [], references: [], declarations: [] };
    this.variables.set(name, variable);
    return variable;
  }

  /** A name as Python compares it (language reference, 6.2.1): private names of a class carry the class's name. */
  mangled(name: string): string {
    if (this.className === undefined || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
    const bare = this.className.replace(/^_+/, "");
    return bare === "" ? name : `_${bare}${name}`;
  }
}
