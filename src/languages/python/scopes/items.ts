/**
 * What each kind of node binds and reads, and in which scope its children stand. One node at a time: the walk is
 * analyze.ts's, so that no nesting is too deep.
 */
import type { PyComprehension, PyLambda, PyParameter } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyClass, PyFunction, PyTypeAlias, PyTypeParameters } from "../tree/statements.ts";
import { childrenOf } from "../tree/walk.ts";
import type { Analysis } from "./analyze.ts";
import type { OpenScope } from "./scope.ts";

/** How an expression stands: read (in code, in an annotation, in a string within one), bound, or deleted. */
export type Mode = "read" | "annotation" | "string" | "bind" | "delete";

/** A node to look at. */
export interface Item {
  readonly node: PyNode;
  readonly scope: OpenScope;
  readonly mode: Mode;
}

/** Tells `analysis` what `item` binds and reads; gives what is to be looked at next, in the order of the text. */
export function itemsBelow({ node, scope, mode }: Item, analysis: Analysis): readonly Item[] {
  /** In the same scope; a target's parts are targets, and what it is reached by is read. */
  const same = (children: readonly (PyNode | undefined)[], as: Mode = mode): readonly Item[] => at(scope, as, children);
  const reading: Mode = mode === "bind" || mode === "delete" ? "read" : mode;

  switch (node.type) {
    case "PyName":
      if (mode === "bind" || mode === "delete") analysis.bind(mode === "bind" ? "assignment" : "deletion", node.name, node, scope);
      else analysis.read(node, scope, mode);
      return [];
    case "PyTuple":
    case "PyList":
    case "PyStarred":
      return same(childrenOf(node));
    case "PyStrings":
      return [...same(node.parts, reading), ...same([node.forward], "string")];
    case "PyAssignment":
      // The value is computed first, but the text's order serves people better.
      return [...same(node.targets, "bind"), ...same([node.value], "read")];
    case "PyAnnotated":
      return annotated(node, scope, analysis);
    case "PyAugmentedAssignment":
      return [...same([node.target], "bind"), ...(node.target.type === "PyName" ? same([node.target]) : []), ...same([node.value])];
    case "PyWalrus":
      analysis.bind("assignment", node.target.name, node.target, aroundComprehensions(scope));
      return same([node.value]);
    case "PyFor":
      return [...same([node.target], "bind"), ...same([node.iterable, node.body, node.orelse])];
    case "PyWithItem":
      return [...same([node.expression]), ...same([node.target], "bind")];
    case "PyDelete":
      return same(node.targets, "delete");
    case "PyExcept":
    case "PyPatternAs":
    case "PyPatternCapture":
    case "PyPatternRest":
      capture(node, scope, analysis);
      return same(childrenOf(node));
    case "PyImportAlias": {
      const [first] = node.module.parts;
      const bound = node.alias ?? first;
      if (bound) analysis.bind("import", bound.name, node, scope);
      return [];
    }
    case "PyImportFrom":
      if (node.star) scope.starImports.push(node);
      for (const each of node.names) analysis.bind("import", (each.alias ?? each.name).name, each, scope);
      return [];
    case "PyGlobal":
    case "PyNonlocal":
      for (const name of node.names) analysis.declare(name, scope, node.type === "PyGlobal" ? "globals" : "nonlocals");
      return [];
    case "PyFunction":
      return functionItems(node, scope, analysis);
    case "PyLambda":
      return lambdaItems(node, scope, analysis);
    case "PyClass":
      return classItems(node, scope, analysis);
    case "PyTypeAlias":
      return aliasItems(node, scope, analysis);
    case "PyComprehension":
      return comprehensionItems(node, scope, analysis);
    default:
      return same(childrenOf(node), reading);
  }
}

function at(scope: OpenScope, mode: Mode, nodes: readonly (PyNode | undefined)[]): readonly Item[] {
  const items: Item[] = [];
  for (const node of nodes) if (node && !isLeaf(node)) items.push({ node, scope, mode });
  return items;
}

/** Half of all nodes are of this kind, and tell of no name. */
function isLeaf({ type }: PyNode): boolean {
  return type === "PyIdentifier" || type === "PyNumber" || type === "PyString" || type === "PyConstant";
}

/** `x: int` makes a bare name the scope's own; `(x): int` and `x.y: int` bind nothing without a value. */
function annotated(node: Extract<PyNode, { type: "PyAnnotated" }>, scope: OpenScope, analysis: Analysis): readonly Item[] {
  const hasValue = node.parent?.type === "PyAssignment";
  const { target, annotation } = node;
  const rest = at(scope, "annotation", [annotation]);
  if (target.type !== "PyName") return [...at(scope, "bind", [target]), ...rest];
  if (hasValue) analysis.bind("assignment", target.name, target, scope);
  else if (!target.parenthesized) analysis.bind("annotation", target.name, target, scope);
  return rest;
}

type Capturing = Extract<PyNode, { type: "PyExcept" | "PyPatternAs" | "PyPatternCapture" | "PyPatternRest" }>;

function capture(node: Capturing, scope: OpenScope, analysis: Analysis): void {
  const target = node.type === "PyExcept" ? node.name : node.target;
  if (target && !(node.type === "PyPatternCapture" && node.isWildcard)) analysis.bind("assignment", target.name, target, scope);
}

/** `:=` in a comprehension binds in the scope around it, as if that were declared there (PEP 572). */
function aroundComprehensions(scope: OpenScope): OpenScope {
  let outer = scope;
  while (outer.kind === "comprehension" && outer.parent) outer = outer.parent;
  return outer;
}

function functionItems(node: PyFunction, scope: OpenScope, analysis: Analysis): readonly Item[] {
  analysis.bind("function", node.name.name, node.name, scope);
  const outer = generic(node, scope, analysis);
  const inner = analysis.open("function", node, outer);
  return [
    ...at(scope, "read", node.decorators),
    ...at(outer, "read", [node.typeParameters]),
    ...parameterItems(node.parameters, { scope, outer, inner }, analysis),
    ...at(outer, "annotation", [node.returns]),
    ...at(inner, "read", [node.body]),
  ];
}

function lambdaItems(node: PyLambda, scope: OpenScope, analysis: Analysis): readonly Item[] {
  const inner = analysis.open("lambda", node, scope);
  return [...parameterItems(node.parameters, { scope, outer: scope, inner }, analysis), ...at(inner, "read", [node.body])];
}

/** Defaults are computed where the function is defined; annotations see its type parameters. */
function parameterItems(
  parameters: readonly PyParameter[],
  { scope, outer, inner }: { readonly scope: OpenScope; readonly outer: OpenScope; readonly inner: OpenScope },
  analysis: Analysis,
): readonly Item[] {
  return parameters.flatMap(({ name, annotation, default: value }) => {
    if (name) analysis.bind("parameter", name.name, name, inner);
    return [...at(outer, "annotation", [annotation]), ...at(scope, "read", [value])];
  });
}

function classItems(node: PyClass, scope: OpenScope, analysis: Analysis): readonly Item[] {
  analysis.bind("class", node.name.name, node.name, scope);
  const outer = generic(node, scope, analysis, node.name.name);
  const inner = analysis.open("class", node, outer, node.name.name);
  return [
    ...at(scope, "read", node.decorators),
    ...at(outer, "read", [node.typeParameters, ...node.arguments]),
    ...at(inner, "read", [node.body]),
  ];
}

function aliasItems(node: PyTypeAlias, scope: OpenScope, analysis: Analysis): readonly Item[] {
  analysis.bind("type-alias", node.name.name, node.name, scope);
  return at(generic(node, scope, analysis), "read", [node.typeParameters, node.value]);
}

/** The scope of type parameters, where there are any. */
function generic(node: PyNode & { typeParameters: PyTypeParameters | undefined }, scope: OpenScope, analysis: Analysis, className?: string): OpenScope {
  if (!node.typeParameters) return scope;
  const outer = analysis.open("type-parameters", node, scope, className);
  for (const { name } of node.typeParameters.parameters) analysis.bind("type-parameter", name.name, name, outer);
  return outer;
}

/** The first iterable is computed in the scope around the comprehension, all else in its own. */
function comprehensionItems(node: PyComprehension, scope: OpenScope, analysis: Analysis): readonly Item[] {
  const inner = analysis.open("comprehension", node, scope);
  const clauses = node.clauses.flatMap((clause, index): readonly Item[] => {
    if (clause.type === "PyComprehensionIf") return at(inner, "read", [clause.test]);
    return [...at(inner, "bind", [clause.target]), ...at(index === 0 ? scope : inner, "read", [clause.iterable])];
  });
  return [...at(inner, "read", [node.element]), ...clauses];
}
