/** What the check of a manifest asks of the code that it is about. */

/** One way to call a definition. */
export interface CallSignature {
  /** The fewest arguments. */
  readonly min: number;
  /** The most; `Infinity` where there is no end. */
  readonly max: number;
  /** The parameters, as messages show them: `(key, options?)`. */
  readonly text: string;
}

/** What a definition takes; what is absent is not known. */
export interface CallableDefinition {
  /** When it is called: one for each overload. */
  readonly calls?: readonly CallSignature[];
  /** When it is called with `new`. */
  readonly news?: readonly CallSignature[];
}

/** One call of the canonical symbol in a `to`. */
export interface WrittenCall {
  /** With `new`. */
  readonly isNew: boolean;
  /** Arguments that are surely there. */
  readonly count: number;
  /** There may be more (`$$$name`, a spread). */
  readonly isOpen: boolean;
}

/** Answers about the code of one project, for migrations of ecmascript; `module` is an identity unless said otherwise. */
export interface CodePorts {
  /** The identity of a module as the manifest writes it. */
  manifestModule(module: string): string;
  /** Whether there is a module, as the manifest writes it; `no` only where that is certain. */
  presenceOf(module: string): "yes" | "no" | "unknown";
  /** Whether a module exports a name; `no` only where that is certain. */
  exportOf(module: string, name: string): { readonly known: "yes" | "no" | "unknown" };
  /** The names that a module is known to export. */
  exportNames(module: string): readonly string[];
  /** Where an export is defined, through re-exports; `undefined` where the module does not have it. */
  home(module: string, name: string): { readonly module: string; readonly name: string } | undefined;
  /** What an export takes when it is called. */
  callableOf(module: string, name: string): CallableDefinition;
  /** The direct calls of the symbol `name` in the text of a `to`. */
  callsIn(to: string, name: string): readonly WrittenCall[];
  /** The names in a folder (`.` for the manifest's, `./src` below it), those of folders with a `/` behind. */
  list(folder: string): readonly string[];
}
