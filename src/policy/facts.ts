/**
 * Facts: what a language read from one file's syntax, before any judgement. Modules are already identified (a
 * `ModuleKey`, not the text that was written), so that the policy can compare them without knowing how they resolve.
 */

/** `[start, end)` offsets into the file's text, in UTF-16 code units, a byte order mark not counted. */
export type Span = readonly [start: number, end: number];

/**
 * Identity of a module: the absolute real path of its file (with `/`), or, where no file is found, the specifier's
 * text (a package) or the path without extension that the specifier leads to (a project module that is gone).
 */
export type ModuleKey = string;

/** How an import takes the symbol; only for messages and for the language's own planning. */
export type ImportForm =
  | "named"
  | "default"
  | "namespace"
  | "member"
  | "destructured"
  | "require"
  | "dynamic"
  | "type"
  | "import-equals";

interface FactBase {
  /** Where a report stands. */
  readonly span: Span;
  /** The module that the symbol is taken from, by this site's own specifier. */
  readonly module: ModuleKey;
  /** That specifier as it is written; empty for a definition. */
  readonly specifier: string;
  /** The export's name in `module`; `"*"` for the whole namespace. */
  readonly name: string;
  /** The module that the specifier names, where that one holds `module` as a whole: `module` itself where its default export is all of it. */
  readonly via?: ModuleKey | undefined;
}

/** A specifier, namespace member, `require`, `import()` … that takes one export (or the namespace) of a module. */
export interface ImportFact extends FactBase {
  readonly kind: "import";
  readonly form: ImportForm;
  /** The name under which other files may take it through this one, where importing is letting out (Python). */
  readonly outward?: string | undefined;
}

/** A reference to a binding that an import brought in. */
export interface UseFact extends FactBase {
  readonly kind: "use";
}

/** An export by which this file lets a symbol of another module out. */
export interface ReexportFact extends FactBase {
  readonly kind: "reexport";
  /** The outward name; `"*"` for `export *`. */
  readonly as: string;
  /** Whether it is a declaration of the file's own (`export const y = x`, `export type T = X`): that goes with it. */
  readonly declares: boolean;
  /** Whether an import of this file brings it in, and takes it along when it changes; `export … from` takes it itself. */
  readonly imported: boolean;
  /**
   * Names that do not get out, since the file exports something else under them: beside an `export *` (ECMA-262
   * 16.2.1.7.2.2), or beside a spread in `module.exports = { … }`. Empty where one export is let out.
   */
  readonly hidden: readonly string[];
  /** The exports of the file that hold it, where it is a property of an object that is exported: outward names. */
  readonly within?: readonly string[] | undefined;
}

/** A module or an export of it, named by a mocking call of a test runner. */
export interface MockFact extends FactBase {
  readonly kind: "mock";
}

/** The definition of an export of this very file (`module` is the file's own key); `"*"` is the file as a whole. */
export interface DefinitionFact extends FactBase {
  readonly kind: "definition";
  /** Whether it carries a deprecation notice. */
  readonly noticed: boolean;
  /** Whether it only passes something imported on, under a name of its own. */
  readonly passesOn?: boolean;
}

export type Fact = ImportFact | UseFact | ReexportFact | MockFact | DefinitionFact;
