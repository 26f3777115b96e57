/** The patterns of `case`. */
import type { PyAttribute, PyExpression, PyIdentifier, PyName } from "./expressions.ts";
import type { PyNodeBase } from "./node.ts";

/** `[a, *rest]` or `a, b`. */
export interface PyPatternSequence extends PyNodeBase<"PyPatternSequence"> {
  readonly items: readonly PyPattern[];
}

/** `A | B as name`; also a pattern alone, which then is its only alternative. */
export interface PyPatternAs extends PyNodeBase<"PyPatternAs"> {
  readonly alternatives: readonly PyPattern[];
  readonly target: PyIdentifier | undefined;
}

export interface PyPatternLiteral extends PyNodeBase<"PyPatternLiteral"> {
  readonly value: PyExpression;
}

/** `module.Class(a, key=b)`. */
export interface PyPatternClass extends PyNodeBase<"PyPatternClass"> {
  readonly className: PyName | PyAttribute;
  readonly arguments: readonly PyPatternArgument[];
}

export interface PyPatternArgument extends PyNodeBase<"PyPatternArgument"> {
  readonly name: PyIdentifier | undefined;
  readonly pattern: PyPattern;
}

/** `name`, `*name`, or the wildcard `_`, which binds nothing. */
export interface PyPatternCapture extends PyNodeBase<"PyPatternCapture"> {
  readonly target: PyIdentifier;
  readonly isWildcard: boolean;
}

export interface PyPatternMapping extends PyNodeBase<"PyPatternMapping"> {
  readonly items: readonly (PyPatternEntry | PyPatternRest)[];
}

export interface PyPatternEntry extends PyNodeBase<"PyPatternEntry"> {
  readonly key: PyPattern;
  readonly value: PyPattern;
}

/** `**rest`. */
export interface PyPatternRest extends PyNodeBase<"PyPatternRest"> {
  readonly target: PyIdentifier;
}

/** A dotted name, compared by value. */
export interface PyPatternValue extends PyNodeBase<"PyPatternValue"> {
  readonly value: PyExpression;
}

/** What stands behind `case`. */
export type PyPattern =
  | PyPatternSequence
  | PyPatternAs
  | PyPatternLiteral
  | PyPatternClass
  | PyPatternCapture
  | PyPatternMapping
  | PyPatternValue;

/** The parts of patterns. */
export type PyPatternPart = PyPatternArgument | PyPatternEntry | PyPatternRest;
