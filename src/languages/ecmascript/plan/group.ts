/** The unit of planning: edits that only make sense together. */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import type { Listed, Taken } from "../model.ts";
import type { Piece } from "../../compose.ts";
import type { Node } from "../syntax.ts";

/** A new name that the file must import for a group's edits to hold. */
export interface Addition {
  readonly replacement: Replacement;
  readonly local: string;
  readonly typeOnly: boolean;
  /** The list item whose place the new one takes, one for one (a rename); absent for a call shape. */
  readonly item?: Listed["node"] | undefined;
}

/** Edits that are made together or not at all. */
export interface Group {
  /** What is mended by it. An import's own fact is mended when its item goes, which is decided over all groups. */
  readonly facts: readonly Fact[];
  readonly owner: Taken | undefined;
  /** References to `owner`'s binding that are gone afterwards, or refer to the canonical symbol. */
  readonly consumes: readonly Node[];
  readonly pieces: readonly Piece[];
  readonly addition?: Addition | undefined;
  /** What goes altogether: statements, declarators, items of lists. What only they used goes with them. */
  readonly removes?: readonly Node[] | undefined;
  /** Why it is no automatic fix; absent where it is. */
  readonly doubt?: string | undefined;
}

/** The groups of one import, and why a fact can't be mended. */
export interface Planned {
  readonly groups: readonly Group[];
  readonly refused: ReadonlyMap<Fact, string>;
}

/** `ws.getX = stub`: others than this file see what is put there, and would no more. */
export const replacedOnModule = "this file puts something else in its place on the module";

/** Nothing is changed, for one reason. */
export function refuse(facts: Iterable<Fact>, reason: string): Planned {
  return { groups: [], refused: new Map([...facts].map((fact) => [fact, reason])) };
}
