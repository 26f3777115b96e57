/** Whether a value is called or accessed further: at once, or by the variable that holds it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type, variableAt, walk } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { sameTree } from "./match.ts";

/** Whether anything is done with the value of `node` that a longer shape could describe. */
export function isUsedFurther(source: Source, node: Node): boolean {
  return isFurther(source, node, new Set());
}

function isFurther(source: Source, node: Node, seen: Set<Variable>): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case Type.MemberExpression:
    case Type.CallExpression:
    case Type.NewExpression:
      return isHead(parent, node);
    case Type.TaggedTemplateExpression:
      return parent.tag === node;
    case Type.ConditionalExpression:
      return parent.test !== node && isFurther(source, parent, seen);
    case Type.SequenceExpression:
      return parent.expressions.at(-1) === node && isFurther(source, parent, seen);
    case Type.AwaitExpression:
    case Type.ChainExpression:
    case Type.LogicalExpression:
    case Type.TSAsExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return isFurther(source, parent, seen);
    case Type.VariableDeclarator:
      return parent.init === node && isTargetFurther(source, parent.id, seen);
    case Type.AssignmentExpression:
      return parent.right === node && (isTargetFurther(source, parent.left, seen) || isFurther(source, parent, seen));
    case Type.AssignmentPattern:
      return parent.right === node && isTargetFurther(source, parent.left, seen);
    case Type.Property:
      return parent.value === node && parent.parent.type === Type.ObjectExpression && isFieldFurther(source, parent.key);
    case Type.PropertyDefinition:
      return parent.value === node && isFieldFurther(source, parent.key);
    default:
      return false;
  }
}

/** Whether `node` is what is called, or the object whose member is taken. */
function isHead(parent: TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.NewExpression, node: Node): boolean {
  return (parent.type === Type.MemberExpression ? parent.object : parent.callee) === node;
}

/** Whether what is assigned to `target` is accessed by it. Taking it apart is accessing it. */
function isTargetFurther(source: Source, target: Node, seen: Set<Variable>): boolean {
  if (target.type === Type.MemberExpression) return isFieldFurther(source, target.property);
  if (target.type !== Type.Identifier) return true;
  const variable = variableAt(source, target, target.name);
  if (!variable || seen.has(variable)) return false;
  seen.add(variable);
  return variable.references.some((reference) => reference.isRead() && isFurther(source, reference.identifier, seen));
}

/** A field holds it as a variable does, for all that this file shows: any member of that name counts. */
function isFieldFurther(source: Source, key: Node): boolean {
  let found = false;
  walk(source, source.ast, (node) => {
    if (node.type !== Type.MemberExpression || node.property === key) return;
    if (sameTree(node.property, key) && isAccessed(node)) found = true;
  });
  return found;
}

function isAccessed(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case Type.MemberExpression:
    case Type.CallExpression:
    case Type.NewExpression:
      return isHead(parent, node);
    case Type.VariableDeclarator:
      return parent.init === node && parent.id.type !== Type.Identifier;
    case Type.AwaitExpression:
    case Type.ChainExpression:
    case Type.TSNonNullExpression:
    case Type.TSAsExpression:
      return isAccessed(parent);
    default:
      return false;
  }
}
