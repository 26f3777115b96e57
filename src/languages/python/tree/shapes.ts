/** Which of our nodes each of pyright's becomes: the one place that knows pyright's numbers and names. */
import type { RawNode } from "../python-parser.cjs";
import type { PyNodeType } from "./node.ts";
import { binaryOperators, constants, flag, numberOf, rangeOf, stars, stringValues } from "./values.ts";

/** How one type of pyright's is converted. */
export interface Shape {
  readonly type: PyNodeType;
  /** Our key, and pyright's. A name below a key that ends in `!` is an identifier, no expression. */
  readonly children: Readonly<Record<string, string>>;
  /** What else the node holds. */
  readonly values?: Readonly<Record<string, (raw: RawNode) => unknown>>;
}

const isAsync = { isAsync: flag("isAsync") };
const isLazy = flag("isLazy");
const star = (raw: RawNode): unknown => stars[numberOf(raw.d["argCategory"] ?? raw.d["category"])];
const operator: Shape["values"] & object = { operator: (raw: RawNode) => binaryOperators[numberOf(raw.d["operator"])] };

/** By pyright's `nodeType`. `undefined`: never in a tree without errors and type comments. */
export const shapes: readonly (Shape | undefined)[] = [
  undefined, // an error
  { type: "PyArgument", children: { "name!": "name", value: "valueExpr" }, values: { star } },
  { type: "PyAssert", children: { test: "testExpr", message: "exceptionExpr" } },
  { type: "PyAssignment", children: { value: "rightExpr" } },
  { type: "PyWalrus", children: { target: "name", value: "rightExpr" } },
  { type: "PyAugmentedAssignment", children: { target: "leftExpr", value: "rightExpr" }, values: operator },
  { type: "PyAwait", children: { value: "expr" } },
  { type: "PyBinary", children: { left: "leftExpr", right: "rightExpr" }, values: operator },
  { type: "PyBreak", children: {} },
  { type: "PyCall", children: { callee: "leftExpr", arguments: "args" } },
  {
    type: "PyClass",
    children: { decorators: "decorators", "name!": "name", typeParameters: "typeParams", arguments: "arguments", body: "suite" },
  },
  { type: "PyComprehension", children: { element: "expr", clauses: "forIfNodes" } },
  { type: "PyComprehensionFor", children: { target: "targetExpr", iterable: "iterableExpr" }, values: isAsync },
  { type: "PyComprehensionIf", children: { test: "testExpr" } },
  { type: "PyConstant", children: {}, values: { value: (raw) => constants[numberOf(raw.d["constType"])] } },
  { type: "PyContinue", children: {} },
  { type: "PyDecorator", children: { expression: "expr" } },
  { type: "PyDelete", children: { targets: "targets" } },
  { type: "PyDict", children: { items: "items" } },
  { type: "PyDictUnpack", children: { value: "expr" } },
  { type: "PyDictEntry", children: { key: "keyExpr", value: "valueExpr" } },
  { type: "PyEllipsis", children: {} },
  { type: "PyIf", children: { test: "testExpr", body: "ifSuite", orelse: "elseSuite" } },
  { type: "PyImport", children: { names: "list" }, values: { isLazy } },
  { type: "PyImportAlias", children: { module: "module", "alias!": "alias" } },
  {
    type: "PyImportFrom",
    children: { module: "module", names: "imports" },
    values: { star: (raw) => rangeOf(raw.d["wildcardToken"]), hasParentheses: flag("usesParens"), isLazy },
  },
  { type: "PyImportFromAlias", children: { "name!": "name", "alias!": "alias" } },
  { type: "PySubscript", children: { object: "leftExpr", arguments: "items" } },
  { type: "PyExcept", children: { test: "typeExpr", "name!": "name", body: "exceptSuite" }, values: { isGroup: flag("isExceptGroup") } },
  {
    type: "PyFor",
    children: { target: "targetExpr", iterable: "iterableExpr", body: "forSuite", orelse: "elseSuite" },
    values: isAsync,
  },
  { type: "PyFormatString", children: { fields: "fieldExprs" } },
  {
    type: "PyFunction",
    children: {
      decorators: "decorators",
      "name!": "name",
      typeParameters: "typeParams",
      parameters: "params",
      returns: "returnAnnotation",
      body: "suite",
    },
    values: isAsync,
  },
  { type: "PyGlobal", children: { "names!": "targets" } },
  { type: "PyLambda", children: { parameters: "params", body: "expr" } },
  { type: "PyList", children: { items: "items" } },
  { type: "PyAttribute", children: { object: "leftExpr", "attribute!": "member" } },
  { type: "PyModule", children: { body: "statements" } },
  { type: "PyModuleName", children: { "parts!": "nameParts" }, values: { level: (raw) => raw.d["leadingDots"] } },
  { type: "PyName", children: {} }, // its `name` is convert.ts's
  { type: "PyNonlocal", children: { "names!": "targets" } },
  { type: "PyNumber", children: {} },
  { type: "PyParameter", children: { "name!": "name", annotation: "annotation", default: "defaultValue" }, values: { star } },
  { type: "PyPass", children: {} },
  { type: "PyRaise", children: { exception: "expr", cause: "fromExpr" } },
  { type: "PyReturn", children: { value: "expr" } },
  { type: "PySet", children: { items: "items" } },
  { type: "PySlice", children: { lower: "startValue", upper: "endValue", step: "stepValue" } },
  { type: "PyStatementLine", children: { body: "statements" } },
  { type: "PyStrings", children: { parts: "strings" } }, // its `forward` is convert.ts's
  { type: "PyString", children: {}, values: stringValues },
  { type: "PySuite", children: { body: "statements" } },
  { type: "PyConditional", children: { body: "ifExpr", test: "testExpr", orelse: "elseExpr" } },
  { type: "PyTuple", children: { items: "items" }, values: { hasParentheses: flag("hasParens") } },
  { type: "PyTry", children: { body: "trySuite", handlers: "exceptClauses", orelse: "elseSuite", finalbody: "finallySuite" } },
  { type: "PyAnnotated", children: { target: "valueExpr", annotation: "annotation" } },
  { type: "PyUnary", children: { operand: "expr" }, values: operator },
  { type: "PyStarred", children: { value: "expr" } },
  { type: "PyWhile", children: { test: "testExpr", body: "whileSuite", orelse: "elseSuite" } },
  { type: "PyWith", children: { items: "withItems", body: "suite" }, values: isAsync },
  { type: "PyWithItem", children: { expression: "expr", target: "target" } },
  { type: "PyYield", children: { value: "expr" } },
  { type: "PyYieldFrom", children: { value: "expr" } },
  undefined, // a function's type comment
  { type: "PyMatch", children: { subject: "expr", cases: "cases" } },
  { type: "PyCase", children: { pattern: "pattern", guard: "guardExpr", body: "suite" } },
  { type: "PyPatternSequence", children: { items: "entries" } },
  { type: "PyPatternAs", children: { alternatives: "orPatterns", "target!": "target" } },
  { type: "PyPatternLiteral", children: { value: "expr" } },
  { type: "PyPatternClass", children: { className: "className", arguments: "args" } },
  { type: "PyPatternCapture", children: { "target!": "target" }, values: { isWildcard: flag("isWildcard") } },
  { type: "PyPatternMapping", children: { items: "entries" } },
  { type: "PyPatternEntry", children: { key: "keyPattern", value: "valuePattern" } },
  { type: "PyPatternRest", children: { "target!": "target" } },
  { type: "PyPatternValue", children: { value: "expr" } },
  { type: "PyPatternArgument", children: { "name!": "name", pattern: "pattern" } },
  { type: "PyTypeParameter", children: { "name!": "name", bound: "boundExpr", default: "defaultExpr" } },
  { type: "PyTypeParameters", children: { parameters: "params" } },
  { type: "PyTypeAlias", children: { "name!": "name", typeParameters: "typeParams", value: "expr" } },
];
