/** Statements, and what only stands in them. */
import type { PyArgument, PyExpression, PyIdentifier, PyParameter } from "./expressions.ts";
import type { PyNodeBase, PyRange } from "./node.ts";
import type { PyPattern } from "./patterns.ts";

/** An indented block, or the simple statements behind a colon. */
export interface PySuite extends PyNodeBase<"PySuite"> {
  readonly body: readonly PyStatement[];
}

/** One logical line of simple statements (`a = 1; b = 2`); it ends before the line break. */
export interface PyStatementLine extends PyNodeBase<"PyStatementLine"> {
  readonly body: readonly PySimpleStatement[];
}

/** `if` or `elif`; an `elif` is a `PyIf` in `orelse`. */
export interface PyIf extends PyNodeBase<"PyIf"> {
  readonly test: PyExpression;
  readonly body: PySuite;
  readonly orelse: PySuite | PyIf | undefined;
}

export interface PyWhile extends PyNodeBase<"PyWhile"> {
  readonly test: PyExpression;
  readonly body: PySuite;
  readonly orelse: PySuite | undefined;
}

export interface PyFor extends PyNodeBase<"PyFor"> {
  readonly target: PyExpression;
  readonly iterable: PyExpression;
  readonly body: PySuite;
  readonly orelse: PySuite | undefined;
  readonly isAsync: boolean;
}

export interface PyTry extends PyNodeBase<"PyTry"> {
  readonly body: PySuite;
  readonly handlers: readonly PyExcept[];
  readonly orelse: PySuite | undefined;
  readonly finalbody: PySuite | undefined;
}

/** `except A as name:` or `except* A:`. */
export interface PyExcept extends PyNodeBase<"PyExcept"> {
  readonly test: PyExpression | undefined;
  readonly name: PyIdentifier | undefined;
  readonly body: PySuite;
  readonly isGroup: boolean;
}

export interface PyWith extends PyNodeBase<"PyWith"> {
  readonly items: readonly PyWithItem[];
  readonly body: PySuite;
  readonly isAsync: boolean;
}

export interface PyWithItem extends PyNodeBase<"PyWithItem"> {
  readonly expression: PyExpression;
  readonly target: PyExpression | undefined;
}

/** `def` or `async def`; its range begins at the first decorator. */
export interface PyFunction extends PyNodeBase<"PyFunction"> {
  readonly decorators: readonly PyDecorator[];
  readonly name: PyIdentifier;
  readonly typeParameters: PyTypeParameters | undefined;
  readonly parameters: readonly PyParameter[];
  readonly returns: PyExpression | undefined;
  readonly body: PySuite;
  readonly isAsync: boolean;
}

/** Its range begins at the first decorator. */
export interface PyClass extends PyNodeBase<"PyClass"> {
  readonly decorators: readonly PyDecorator[];
  readonly name: PyIdentifier;
  readonly typeParameters: PyTypeParameters | undefined;
  readonly arguments: readonly PyArgument[];
  readonly body: PySuite;
}

export interface PyDecorator extends PyNodeBase<"PyDecorator"> {
  readonly expression: PyExpression;
}

export interface PyTypeParameters extends PyNodeBase<"PyTypeParameters"> {
  readonly parameters: readonly PyTypeParameter[];
}

/** `T`, `*Ts` or `**P`, with its bound and its default. */
export interface PyTypeParameter extends PyNodeBase<"PyTypeParameter"> {
  readonly name: PyIdentifier;
  readonly bound: PyExpression | undefined;
  readonly default: PyExpression | undefined;
}

/** `type X[T] = …`. */
export interface PyTypeAlias extends PyNodeBase<"PyTypeAlias"> {
  readonly name: PyIdentifier;
  readonly typeParameters: PyTypeParameters | undefined;
  readonly value: PyExpression;
}

export interface PyMatch extends PyNodeBase<"PyMatch"> {
  readonly subject: PyExpression;
  readonly cases: readonly PyCase[];
}

export interface PyCase extends PyNodeBase<"PyCase"> {
  readonly pattern: PyPattern;
  readonly guard: PyExpression | undefined;
  readonly body: PySuite;
}

/** `a = b = value`; an annotated target (`a: int = 1`) is a `PyAnnotated`. */
export interface PyAssignment extends PyNodeBase<"PyAssignment"> {
  readonly targets: readonly (PyExpression | PyAnnotated)[];
  readonly value: PyExpression;
}

/** `a: int`, a statement of its own or the target of an assignment. */
export interface PyAnnotated extends PyNodeBase<"PyAnnotated"> {
  readonly target: PyExpression;
  readonly annotation: PyExpression;
}

export interface PyAugmentedAssignment extends PyNodeBase<"PyAugmentedAssignment"> {
  readonly target: PyExpression;
  readonly value: PyExpression;
  /** `"+="` and the like. */
  readonly operator: string;
}

/** `import a.b as c, d`. */
export interface PyImport extends PyNodeBase<"PyImport"> {
  readonly names: readonly PyImportAlias[];
  /** `lazy import` of PEP 810. */
  readonly isLazy: boolean;
}

export interface PyImportAlias extends PyNodeBase<"PyImportAlias"> {
  readonly module: PyModuleName;
  readonly alias: PyIdentifier | undefined;
}

/** `from ..a import b as c`, or `from a import *`. */
export interface PyImportFrom extends PyNodeBase<"PyImportFrom"> {
  readonly module: PyModuleName;
  readonly names: readonly PyImportFromAlias[];
  /** Where the `*` stands; `undefined` where names are listed. */
  readonly star: PyRange | undefined;
  readonly hasParentheses: boolean;
  readonly isLazy: boolean;
}

export interface PyImportFromAlias extends PyNodeBase<"PyImportFromAlias"> {
  readonly name: PyIdentifier;
  readonly alias: PyIdentifier | undefined;
}

/** A dotted module, or only dots. */
export interface PyModuleName extends PyNodeBase<"PyModuleName"> {
  /** The number of leading dots. */
  readonly level: number;
  readonly parts: readonly PyIdentifier[];
}

export interface PyGlobal extends PyNodeBase<"PyGlobal"> {
  readonly names: readonly PyIdentifier[];
}

export interface PyNonlocal extends PyNodeBase<"PyNonlocal"> {
  readonly names: readonly PyIdentifier[];
}

export interface PyDelete extends PyNodeBase<"PyDelete"> {
  readonly targets: readonly PyExpression[];
}

export interface PyAssert extends PyNodeBase<"PyAssert"> {
  readonly test: PyExpression;
  readonly message: PyExpression | undefined;
}

export interface PyReturn extends PyNodeBase<"PyReturn"> {
  readonly value: PyExpression | undefined;
}

export interface PyRaise extends PyNodeBase<"PyRaise"> {
  readonly exception: PyExpression | undefined;
  readonly cause: PyExpression | undefined;
}

/** `pass`, `break` or `continue`. */
export type PyFlow = PyNodeBase<"PyPass"> | PyNodeBase<"PyBreak"> | PyNodeBase<"PyContinue">;

/** What stands on a line of its own, with other such statements before or behind it. */
export type PySimpleStatement = PyExpression | PyPlainStatement;

/** The simple statements that are no expressions. */
export type PyPlainStatement =
  | PyAssignment
  | PyAnnotated
  | PyAugmentedAssignment
  | PyImport
  | PyImportFrom
  | PyGlobal
  | PyNonlocal
  | PyDelete
  | PyAssert
  | PyReturn
  | PyRaise
  | PyTypeAlias
  | PyFlow;

/** What a block holds. */
export type PyStatement = PyStatementLine | PyIf | PyWhile | PyFor | PyTry | PyWith | PyFunction | PyClass | PyMatch;

/** The parts of statements. */
export type PyStatementPart =
  | PyPlainStatement
  | PySuite
  | PyExcept
  | PyWithItem
  | PyDecorator
  | PyTypeParameters
  | PyTypeParameter
  | PyCase
  | PyImportAlias
  | PyImportFromAlias
  | PyModuleName;
