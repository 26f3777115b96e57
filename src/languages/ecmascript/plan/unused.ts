/** Imports that only replaced text referred to: they go with it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { TextEdit } from "../../adapter.ts";
import type { Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import type { Piece } from "../../compose.ts";
import type { Node, Variable } from "../syntax.ts";
import { anyWord } from "../../words.ts";
import { withoutItems, withoutStatement } from "./list-edits.ts";

/**
 * The pieces that take out imports of which `edits` leave no reference. An import that nobody referred to before stays:
 * it may be there for its effect, or for a tool.
 * @param gone imports that the plan takes out already
 * @param isEvaluated whether code in a string may refer to a variable
 */
export function leftWithoutUsers(reading: Reading, edits: readonly TextEdit[], gone: ReadonlySet<Taken>, isEvaluated: (variable: Variable) => boolean): Piece[] {
  if (!reading.ports.whole) return [];
  const governed = new Set<Node>([...gone].map(({ node }) => node));
  const touched = new Set<Node>(reading.taken.filter(({ how }) => how !== "member").map(({ node }) => node));
  const pieces: Piece[] = [];
  for (const declaration of reading.declarations) {
    const orphans = declaration.specifiers.filter(
      (specifier) => !governed.has(specifier) && !touched.has(specifier) && isOrphaned(reading, specifier, edits, isEvaluated),
    );
    if (orphans.length === 0) continue;
    const isEdited = edits.some(({ span }) => span[0] < declaration.range[1] && declaration.range[0] < span[1]);
    // Two edits of one list would meet at a comma; the linter's next pass is not ours to wait for, so the import stays.
    if (isEdited) continue;
    if (orphans.length === declaration.specifiers.length) pieces.push(withoutStatement(reading.source, declaration));
    else pieces.push(...withoutItems(reading.source, declaration.specifiers, new Set(orphans)));
  }
  return pieces;
}

function isOrphaned(reading: Reading, specifier: TSESTree.ImportClause, edits: readonly TextEdit[], isEvaluated: (variable: Variable) => boolean): boolean {
  const variable = reading.source.scopeManager?.getDeclaredVariables(specifier)[0];
  const references = variable ? reading.references(variable) : [];
  if (!variable || references.length === 0 || isEvaluated(variable)) return false;
  return references.every((reference) => {
    const edit = edits.find(({ span }) => span[0] <= reference.range[0] && reference.range[1] <= span[1]);
    return edit !== undefined && !spells(edit.text, variable.name);
  });
}

/** Such an expression is dear to make, and most references are in no edit. */
function spells(text: string, name: string): boolean {
  return text.includes(name) && new RegExp(anyWord([name], String.raw`[\p{ID_Continue}$]`), "u").test(text);
}
