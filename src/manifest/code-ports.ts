/** What the check of a manifest asks of the code that it is about. */

import type { LanguageName } from "./schema.ts";

/** One way to call a definition. */
export interface CallSignature {
  /** The fewest arguments. */
  readonly min: number;
  /** The most; `Infinity` where there is no end. */
  readonly max: number;
  /** The parameters, as messages show them: `(key, options?)`. */
  readonly text: string;
  /** Of a language in which arguments may have names. */
  readonly named?: {
    /** One that is only for a name has no position; one that is only for a position cannot be given by its name. */
    readonly parameters: readonly { readonly name: string; readonly position: number | undefined; readonly isNamed: boolean; readonly isRequired: boolean }[];
    /** It takes any other name as well. */
    readonly takesOthers: boolean;
  };
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
  /** Arguments that are surely there; those with names are not among them. */
  readonly count: number;
  /** There may be more (`$$$name`, a spread). */
  readonly isOpen: boolean;
  /** The names of arguments, in a language that has such. */
  readonly keywords?: readonly string[];
}

/** Answers about the code of one project; `module` is an identity unless said otherwise. */
export interface CodePorts {
  /** The identity of a module as the manifest writes it. */
  manifestModule(module: string, language: LanguageName): string;
  /** Whether there is a module, as the manifest writes it; `no` only where that is certain. */
  presenceOf(module: string, language: LanguageName): "yes" | "no" | "unknown";
  /** Whether a module exports a name; `no` only where that is certain. */
  exportOf(module: string, name: string): { readonly known: "yes" | "no" | "unknown" };
  /** The names that a module is known to export. */
  exportNames(module: string): readonly string[];
  /** Where an export is defined, through re-exports; `undefined` where the module does not have it. */
  home(module: string, name: string): { readonly module: string; readonly name: string } | undefined;
  /** What an export takes when it is called. */
  callableOf(module: string, name: string): CallableDefinition;
  /** The direct calls of the symbol `name` in the text of a `to`. */
  callsIn(to: string, name: string, language: LanguageName): readonly WrittenCall[];
  /** The names in a folder (`.` for the manifest's, `./src` below it), those of folders with a `/` behind. */
  list(folder: string): readonly string[];
}
