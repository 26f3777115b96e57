/** What binds the names of a Python module: its record beyond what is common to all languages. */

/** One place where a name of the module is bound. */
export interface NameBinding {
  /** Where in the text: later ones win. */
  readonly at: number;
  /** Whatever else happens, it is bound there: no branch, handler or function decides. */
  readonly isSure: boolean;
  readonly is: BoundValue;
}

/** What is bound. */
export type BoundValue =
  /** Something of this very file; `isNothing`: `None`, a stand-in for what could not be imported. */
  | { readonly kind: "own"; readonly isNothing: boolean }
  /** An export of another module, or a module below that one; the name is `"*"` for the module as a whole. */
  | { readonly kind: "from"; readonly from: string; readonly name: string; /** The first part of `import a.b`, meant to lead to what is below. */ readonly isRoot: boolean }
  /** The module of that name below this package, if there is one: that it was imported makes it an attribute. */
  | { readonly kind: "loaded" }
  | { readonly kind: "deleted" };

/** A star import that adds names to the module. */
export interface NameStar {
  readonly at: number;
  readonly isSure: boolean;
  readonly from: string;
}

/** An import, as it is run. */
export interface RunImport {
  readonly from: string;
  /** What is taken, which may be modules below; empty for `import a.b`, and `"*"` for a star. */
  readonly names: readonly string[];
  /** It stands in a function, and runs when that does. */
  readonly isLate?: boolean;
}

/** What a star import of a module passes. */
export interface ListedNames {
  readonly names: ReadonlySet<string>;
  /** A part is computed: there may be more. */
  readonly isOpen: boolean;
}

/** The names of a Python module. */
export interface PythonNames {
  /** In the order of the text. */
  readonly bindings: ReadonlyMap<string, readonly NameBinding[]>;
  /** In the order of the text. */
  readonly stars: readonly NameStar[];
  /** Its `__all__`; without one a star passes all but what begins with an underscore. */
  readonly all: ListedNames | undefined;
  /** Imports that run when this module does, or may run later; those for type checkers alone are not among them. */
  readonly runs: readonly RunImport[];
  /** Attributes that the file assigns or deletes, of modules maybe. */
  readonly assigned: readonly string[];
}
