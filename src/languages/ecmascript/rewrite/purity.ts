/**
 * What moving, dropping or repeating a piece of code would change.
 *
 * Free of side effects are names, literals, `this`, functions, operators and member reads. A getter, `valueOf` or proxy
 * could do something there, but hardly any does, and without member reads (`this.user`, `request.id`) next to nothing
 * could be fixed. That such a read may give another value at another time is kept apart, in `reads`.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Type, variableAt } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { children, isFunction, isOnlyName } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** What there is to know of a piece of code before it is moved. */
export interface Traits {
  /** Evaluating it does something. */
  readonly effects: boolean;
  /** What it gives may differ from one time to another. */
  readonly reads: boolean;
  /** Each evaluation makes a new object: once and twice are not the same. */
  readonly fresh: boolean;
  /** Holds an `await` or `yield` of the function around it. */
  readonly suspends: boolean;
  /** Holds `this`, `super`, `arguments` or `new.target` of the function around it. */
  readonly contextual: boolean;
  /** The names that it refers to, as far as it does not declare them itself. */
  readonly names: ReadonlySet<string>;
  /** A variable in it is written by another function, so it may change while this one waits. */
  readonly changesMeanwhile: boolean;
}

const effectTypes = new Set<string>([
  "CallExpression",
  "NewExpression",
  "TaggedTemplateExpression",
  "ImportExpression",
  "AwaitExpression",
  "YieldExpression",
  "AssignmentExpression",
  "UpdateExpression",
  // Static blocks, computed keys and decorators run with it.
  "ClassExpression",
]);
const readTypes = new Set<string>(["MemberExpression", "SpreadElement", "TemplateLiteral", "BinaryExpression"]);
const freshTypes = new Set<string>([
  "ObjectExpression",
  "ArrayExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
  "ClassExpression",
  "JSXElement",
  "JSXFragment",
]);
/** What stands there is gone when the code runs. */
const typeKeys = new Set(["typeAnnotation", "typeArguments", "typeParameters", "returnType"]);
const steady = new Set(["undefined", "NaN", "Infinity"]);

/** Whether evaluating the node does something by itself, whatever stands in it. */
export function isEffect(node: Node): boolean {
  if (node.type === Type.SpreadElement) return isIterated(node);
  return effectTypes.has(node.type) || (node.type === Type.UnaryExpression && node.operator === "delete");
}

/** `...x` in a list runs what `x` is iterated by: of a generator there is nothing left then. An object is only copied. */
function isIterated({ parent, argument }: TSESTree.SpreadElement): boolean {
  return parent.type !== Type.ObjectExpression && argument.type !== Type.ArrayExpression;
}

/** Examines pieces of code of one file, which stand together (one capture). */
export function examine(source: Source, nodes: readonly Node[]): Traits {
  const found = { effects: false, reads: false, fresh: false, suspends: false, contextual: false, changesMeanwhile: false };
  const names = new Set<string>();

  /** `inside`: in a nested function, which is made now but run later; `ownThis`: in one that is no arrow function. */
  const visit = (node: Node, inside: boolean, ownThis: boolean): void => {
    if (!inside) {
      if (isEffect(node)) found.effects = true;
      if (readTypes.has(node.type)) found.reads = true;
      if (freshTypes.has(node.type) || (node.type === Type.Literal && "regex" in node)) found.fresh = true;
      if (node.type === Type.AwaitExpression || node.type === Type.YieldExpression) found.suspends = true;
    }
    if (!ownThis) {
      const own = node.type === Type.ThisExpression || node.type === Type.Super || node.type === Type.MetaProperty;
      if (own || (node.type === Type.Identifier && node.name === "arguments")) found.contextual = true;
    }
    if ((node.type === Type.Identifier || node.type === Type.JSXIdentifier) && isReference(node)) {
      const variable = variableAt(source, node, node.name);
      if (!variable || !isWithin(variable, nodes)) names.add(node.name);
      if (!inside && !isSteady(variable, node.name)) found.reads = true;
      if (variable && isWrittenElsewhere(source, variable, node)) found.changesMeanwhile = true;
    }
    const nested = isFunction(node);
    for (const { node: child, key } of children(node))
      // What hangs in a file's tree is a node of it.
      visit(child as Node, inside || nested || typeKeys.has(key), ownThis || (nested && node.type !== Type.ArrowFunctionExpression));
  };
  for (const node of nodes) visit(node, false, false);
  return { ...found, names };
}

function isReference(node: Node): boolean {
  const { parent } = node;
  if (!parent) return true;
  const key = children(parent).find(({ node: child }) => child === node)?.key ?? "";
  return !isOnlyName(parent, key) && parent.type !== Type.JSXAttribute;
}

function isWithin(variable: Variable, nodes: readonly Tree[]): boolean {
  const { block } = variable.scope;
  for (let node: Node | undefined = block; node; node = node.parent) if (nodes.includes(node)) return true;
  return false;
}

/** Whether a name gives the same value whenever it is read. */
function isSteady(variable: Variable | undefined, name: string): boolean {
  if (!variable || variable.defs.length === 0) return steady.has(name);
  return isNeverReassigned(variable);
}

/** Whether a variable has the value that it was declared with for good. */
export function isNeverReassigned(variable: Variable): boolean {
  return variable.defs.length === 1 && variable.references.every((reference) => !reference.isWrite() || reference.init === true);
}

function isWrittenElsewhere(source: Source, variable: Variable, node: Node): boolean {
  const here = source.getScope(node).variableScope;
  return variable.references.some(
    (reference: TSESLint.Scope.Reference) =>
      reference.isWrite() && reference.init !== true && reference.from.variableScope !== here,
  );
}
