/** The unit of planning: edits that only make sense together. */
import type { Fact, ModuleKey } from "../../../policy/facts.ts";
import type { Order, Replacement } from "../../adapter.ts";
import type { Piece } from "../../compose.ts";
import type { Listed, Namespace } from "../model.ts";
import type { Reading } from "../read.ts";
import type { PyExpression, PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyImport, PyImportAlias, PyImportFrom, PyImportFromAlias } from "../tree/statements.ts";
import type { Names } from "./names.ts";

/** A statement that imports, and one name in it. */
export type ImportStatement = PyImport | PyImportFrom;
export type ImportItem = PyImportAlias | PyImportFromAlias;

/** A name that the file must import for a group's edits to hold: `from <specifier> import <name> as <local>`. */
export interface Addition {
  readonly specifier: string;
  readonly module: ModuleKey;
  readonly name: string;
  readonly local: string;
  /** Written as `x as x` where both are one: so it is let out, for type checkers. */
  readonly repeats?: boolean | undefined;
  /** The statement whose place it takes, or behind which it goes where that one stays. */
  readonly at: ImportStatement;
  /** The item whose place it takes, one for one. */
  readonly item?: ImportItem | undefined;
  /**
   * Which imports of its module it may join: one further up, one further down with only imports between, or either. What a
   * star may put in its place has to stand behind that; what others take through this file has to be there as early; what is
   * bound anew between stays where it is.
   */
  readonly joins: "above" | "below" | "any" | "none";
}

/** What goes out of `__all__`: an item of a list, or a statement that adds to it. */
export type Unlisted =
  | { readonly item: PyExpression; readonly list: Extract<PyExpression, { type: "PyList" | "PyTuple" | "PySet" }> }
  | { readonly statement: PyNode };

/** Edits that are made together or not at all. */
export interface Group {
  /** What is mended by it. An import's own fact is mended when its item goes, which is decided over all groups. */
  readonly facts: readonly Fact[];
  readonly owner?: Listed | Namespace | undefined;
  /** Whether the import stays, though nothing here refers to it: somebody else needs the name. */
  readonly keepsOwner?: boolean | undefined;
  /** References to `owner`'s binding that are gone afterwards, or read something else. */
  readonly consumes: readonly PyName[];
  readonly pieces: readonly Piece[];
  readonly additions?: readonly Addition[] | undefined;
  /** Simple statements that go altogether. */
  readonly removes?: readonly PyNode[] | undefined;
  /** Items of imports that go altogether, whoever refers to them. */
  readonly drops?: readonly ImportItem[] | undefined;
  readonly unlists?: readonly Unlisted[] | undefined;
  /** Why it is no automatic fix; absent where it is. */
  readonly doubt?: string | undefined;
}

/** The groups of one import, and why a fact can't be mended. */
export interface Planned {
  readonly groups: readonly Group[];
  readonly refused: ReadonlyMap<Fact, string>;
}

/** What the planners of one file share. */
export interface Desk {
  readonly reading: Reading;
  readonly names: Names;
  /** What is to become of a fact; facts without an order are kept. */
  order(fact: Fact): Order | undefined;
  /** Why the name that an import bound has to stay; `undefined` where nobody but its uses would miss it. */
  held(taken: Listed | Namespace): string | undefined;
  /** Why an import has to stay though nothing refers to it: its module does something, and can't be loaded otherwise. */
  whyLeft(taken: Listed | Namespace): string | undefined;
  /** Whether whoever gave the orders has doubts of the import, or of a use of it. */
  isDoubted(taken: Listed): boolean;
  /** What may take a fact's place, or why nothing may. */
  replacementOf(fact: Fact): Replacement | string;
}

/** Nothing is changed, for one reason. */
export function refuse(facts: Iterable<Fact>, reason: string): Planned {
  return { groups: [], refused: new Map([...facts].map((fact) => [fact, reason])) };
}
