/** Whether a value is called or accessed further: at once, or by the variable that holds it. */
import type { Scopes, Variable } from "../scopes/scope.ts";
import { textOf } from "../read/expressions.ts";
import type { PyExpression } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import { variableAt } from "./surroundings.ts";

/** A file's tree, and what its names mean. */
export interface Names {
  readonly ast: PyModule;
  readonly scopes: Scopes;
}

/** Whether anything is done with the value of `node` that a longer shape could describe. */
export function isUsedFurther(names: Names, node: PyNode): boolean {
  const seen = new Set<Variable>();
  const pending = [node];
  for (let value = pending.pop(); value; value = pending.pop()) {
    const next = stepFurther(names, value, seen);
    if (next === true) return true;
    for (const each of next) pending.push(each);
  }
  return false;
}

/** `true` where the value is accessed; else where else it is seen. */
function stepFurther(names: Names, node: PyNode, seen: Set<Variable>): true | readonly PyNode[] {
  const { parent } = node;
  switch (parent?.type) {
    case "PyAttribute":
    case "PySubscript":
      return parent.object === node || [];
    case "PyCall":
      return parent.callee === node || [];
    // A decorator is called, and a context manager entered.
    case "PyDecorator":
    case "PyWithItem":
      return true;
    case "PyArgument":
      return isGetattr(parent) || [];
    case "PyConditional":
      return parent.test === node ? [] : [parent];
    case "PyBinary":
      return parent.operator === "and" || parent.operator === "or" ? [parent] : [];
    case "PyAwait":
      return [parent];
    case "PyWalrus":
      return [parent, ...readsOf(names, parent.target, seen)];
    case "PyAssignment":
      if (parent.value !== node) return [];
      return either(parent.targets.map((target) => throughTarget(names, target.type === "PyAnnotated" ? target.target : target, seen)));
    case "PyFor":
      return parent.iterable === node || [];
    case "PyDictEntry":
      return (parent.value === node && isKeyAccessed(names, parent.key)) || [];
    case "PyParameter":
      return isFieldAccessed(names, node) || [];
    default:
      return [];
  }
}

function either(answers: readonly (true | readonly PyNode[])[]): true | readonly PyNode[] {
  const nodes: PyNode[] = [];
  for (const answer of answers) {
    if (answer === true) return true;
    for (const node of answer) nodes.push(node);
  }
  return nodes;
}

function isGetattr({ parent }: PyNode): boolean {
  return parent?.type === "PyCall" && parent.callee.type === "PyName" && /^(?:get|has|set|del)attr$/.test(parent.callee.name);
}

/** Taking it apart is accessing it. */
function throughTarget(names: Names, target: PyNode, seen: Set<Variable>): true | readonly PyNode[] {
  if (target.type === "PyName") return readsOf(names, target, seen);
  if (target.type === "PyAttribute" || target.type === "PySubscript") return isFieldAccessed(names, target) || [];
  return true;
}

function readsOf({ scopes }: Names, target: PyNode, seen: Set<Variable>): readonly PyNode[] {
  if (target.type !== "PyName") return [];
  const variable = variableAt(scopes, target, target.name);
  if (!variable || seen.has(variable)) return [];
  seen.add(variable);
  return variable.references.map((reference) => reference.node);
}

/**
 * A field holds it as a variable does, for all that this file shows: any attribute of that name counts, and of what is
 * held by a key, or by a parameter that has it as its default, any subscript or use of that name.
 */
function isFieldAccessed({ ast }: Names, target: PyNode): boolean {
  const field = nameOf(target);
  for (const node of nodesOf(ast)) {
    if (node === target || (field !== undefined && nameOf(node) !== field) || (field === undefined && node.type !== target.type)) continue;
    if (isAccessed(node)) return true;
  }
  return false;
}

/** Whether the file accesses what it takes by such a key, of whatever dict. */
function isKeyAccessed({ ast }: Names, key: PyExpression): boolean {
  const text = textOf(key);
  if (text === undefined) return false;
  for (const node of nodesOf(ast)) {
    if (node.type !== "PySubscript" || !isAccessed(node)) continue;
    const [argument] = node.arguments;
    if (argument && textOf(argument.value) === text) return true;
  }
  return false;
}

function isAccessed(node: PyNode): boolean {
  const { parent } = node;
  if (parent?.type === "PyAttribute" || parent?.type === "PySubscript") return parent.object === node;
  return (parent?.type === "PyCall" && parent.callee === node) || parent?.type === "PyWithItem" || parent?.type === "PyAwait";
}

function nameOf(node: PyNode): string | undefined {
  if (node.type === "PyAttribute") return node.attribute.name;
  if (node.type === "PyName") return node.name;
  return node.parent?.type === "PyParameter" ? node.parent.name?.name : undefined;
}
