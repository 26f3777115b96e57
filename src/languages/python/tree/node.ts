/**
 * The tree of a Python file. Names begin with `Py`, so that no selector written for JavaScript matches them. Child keys
 * of each type stand in keys.ts, in the order of the text.
 */
import type { PyExpression, PyExpressionPart } from "./expressions.ts";
import type { PyPattern, PyPatternPart } from "./patterns.ts";
import type { PyStatement, PyStatementPart } from "./statements.ts";

/** `[start, end)` in UTF-16 units, a byte order mark not counted. */
export type PyRange = readonly [start: number, end: number];

/** A place as ESLint has it: lines from 1, columns from 0, in UTF-16 units. */
export interface PyPosition {
  readonly line: number;
  readonly column: number;
}

/** What every node has. */
export interface PyNodeBase<Type extends string> {
  readonly type: Type;
  /** Without the parentheses around an expression; those of a tuple or a generator are its own. */
  readonly range: PyRange;
  readonly loc: { readonly start: PyPosition; readonly end: PyPosition };
  /** `null` for the module. */
  readonly parent: PyNode | null;
  /** The range with the (outermost) parentheses around the expression; `undefined` where it has none, or owns them. */
  readonly parenthesized: PyRange | undefined;
}

/** The root. */
export interface PyModule extends PyNodeBase<"PyModule"> {
  readonly body: readonly PyStatement[];
}

/** Any node. */
export type PyNode = PyModule | PyStatement | PyStatementPart | PyExpression | PyExpressionPart | PyPattern | PyPatternPart;

/** The names of all nodes. */
export type PyNodeType = PyNode["type"];
