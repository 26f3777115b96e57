/** Expressions, and what only stands in them. */
import type { PyNodeBase } from "./node.ts";

/** A variable, read or bound. */
export interface PyName extends PyNodeBase<"PyName"> {
  /** As Python compares it: in normal form KC. */
  readonly name: string;
}

/** A name that is no expression: of a function, a parameter, an attribute, a keyword argument, in an import, … */
export interface PyIdentifier extends PyNodeBase<"PyIdentifier"> {
  readonly name: string;
}

export interface PyConstant extends PyNodeBase<"PyConstant"> {
  readonly value: "None" | "True" | "False" | "__debug__";
}

export type PyEllipsis = PyNodeBase<"PyEllipsis">;
export type PyNumber = PyNodeBase<"PyNumber">;

/** One or more strings side by side, which are one value. */
export interface PyStrings extends PyNodeBase<"PyStrings"> {
  readonly parts: readonly (PyString | PyFormatString)[];
  /** In an annotation: the expression that the string holds, with its places in the file. Not walked into. */
  readonly forward: PyExpression | undefined;
}

export interface PyString extends PyNodeBase<"PyString"> {
  /** With escapes resolved, but for `\N{…}`, which stays. */
  readonly value: string;
  readonly isBytes: boolean;
  /** Where the text between the quotes begins and ends. */
  readonly inner: readonly [start: number, end: number];
}

/** `f"…"` or `t"…"`. */
export interface PyFormatString extends PyNodeBase<"PyFormatString"> {
  /** The expressions in braces, those in format specifiers among them. */
  readonly fields: readonly PyExpression[];
}

export interface PyUnary extends PyNodeBase<"PyUnary"> {
  readonly operator: string;
  readonly operand: PyExpression;
}

/** Arithmetic, comparison, `and`, `or`. A chain of comparisons is nested to the left, as arithmetic is. */
export interface PyBinary extends PyNodeBase<"PyBinary"> {
  readonly left: PyExpression;
  readonly operator: string;
  readonly right: PyExpression;
}

/** `name := value`. */
export interface PyWalrus extends PyNodeBase<"PyWalrus"> {
  readonly target: PyName;
  readonly value: PyExpression;
}

export interface PyAwait extends PyNodeBase<"PyAwait"> {
  readonly value: PyExpression;
}

/** `body if test else orelse`. */
export interface PyConditional extends PyNodeBase<"PyConditional"> {
  readonly body: PyExpression;
  readonly test: PyExpression;
  readonly orelse: PyExpression;
}

/** `*value`, but for arguments, which say so themselves. */
export interface PyStarred extends PyNodeBase<"PyStarred"> {
  readonly value: PyExpression;
}

export interface PyTuple extends PyNodeBase<"PyTuple"> {
  readonly items: readonly PyExpression[];
  readonly hasParentheses: boolean;
}

export interface PyList extends PyNodeBase<"PyList"> {
  /** One comprehension, or expressions. */
  readonly items: readonly PyExpression[];
}

export interface PySet extends PyNodeBase<"PySet"> {
  readonly items: readonly PyExpression[];
}

export interface PyDict extends PyNodeBase<"PyDict"> {
  readonly items: readonly (PyDictEntry | PyDictUnpack | PyComprehension)[];
}

export interface PyDictEntry extends PyNodeBase<"PyDictEntry"> {
  readonly key: PyExpression;
  readonly value: PyExpression;
}

export interface PyDictUnpack extends PyNodeBase<"PyDictUnpack"> {
  readonly value: PyExpression;
}

/** `element for … in … if …`: in a list, a set, a dict, or a generator where the parent is none of these. */
export interface PyComprehension extends PyNodeBase<"PyComprehension"> {
  readonly element: PyExpression | PyDictEntry | PyDictUnpack;
  readonly clauses: readonly (PyComprehensionFor | PyComprehensionIf)[];
}

export interface PyComprehensionFor extends PyNodeBase<"PyComprehensionFor"> {
  readonly target: PyExpression;
  readonly iterable: PyExpression;
  readonly isAsync: boolean;
}

export interface PyComprehensionIf extends PyNodeBase<"PyComprehensionIf"> {
  readonly test: PyExpression;
}

export interface PyCall extends PyNodeBase<"PyCall"> {
  readonly callee: PyExpression;
  readonly arguments: readonly PyArgument[];
}

/** `value`, `name=value`, `*value` or `**value`: of a call, a class or a subscript. */
export interface PyArgument extends PyNodeBase<"PyArgument"> {
  readonly name: PyIdentifier | undefined;
  readonly value: PyExpression;
  readonly star: "" | "*" | "**";
}

/** `object[a, b:c]`. */
export interface PySubscript extends PyNodeBase<"PySubscript"> {
  readonly object: PyExpression;
  readonly arguments: readonly PyArgument[];
}

export interface PySlice extends PyNodeBase<"PySlice"> {
  readonly lower: PyExpression | undefined;
  readonly upper: PyExpression | undefined;
  readonly step: PyExpression | undefined;
}

export interface PyYield extends PyNodeBase<"PyYield"> {
  readonly value: PyExpression | undefined;
}

export interface PyYieldFrom extends PyNodeBase<"PyYieldFrom"> {
  readonly value: PyExpression;
}

/** `object.attribute`. */
export interface PyAttribute extends PyNodeBase<"PyAttribute"> {
  readonly object: PyExpression;
  readonly attribute: PyIdentifier;
}

export interface PyLambda extends PyNodeBase<"PyLambda"> {
  readonly parameters: readonly PyParameter[];
  readonly body: PyExpression;
}

/** A parameter of a function or lambda; without a name it is a bare `*` or `/`. */
export interface PyParameter extends PyNodeBase<"PyParameter"> {
  readonly name: PyIdentifier | undefined;
  readonly annotation: PyExpression | undefined;
  readonly default: PyExpression | undefined;
  readonly star: "" | "*" | "**";
}

/** What has a value. */
export type PyExpression =
  | PyName
  | PyConstant
  | PyEllipsis
  | PyNumber
  | PyStrings
  | PyUnary
  | PyBinary
  | PyWalrus
  | PyAwait
  | PyConditional
  | PyStarred
  | PyTuple
  | PyList
  | PySet
  | PyDict
  | PyComprehension
  | PyCall
  | PySubscript
  | PySlice
  | PyYield
  | PyYieldFrom
  | PyAttribute
  | PyLambda;

/** The parts of expressions. */
export type PyExpressionPart =
  | PyIdentifier
  | PyString
  | PyFormatString
  | PyDictEntry
  | PyDictUnpack
  | PyComprehensionFor
  | PyComprehensionIf
  | PyArgument
  | PyParameter;
