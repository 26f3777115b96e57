/** Places where a node is an expression that is read, so that another one can take its place. */
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";

const noExpressions = new Set<string>([
  "ExportSpecifier",
  "ImportSpecifier",
  "TSTypeQuery",
  "TSTypeReference",
  "TSQualifiedName",
  "TSClassImplements",
  "TSInterfaceHeritage",
  "TSExpressionWithTypeArguments",
  "TSInstantiationExpression",
  "TSImportEqualsDeclaration",
  "TSTypePredicate",
  "UpdateExpression",
  "ArrayPattern",
  "ObjectPattern",
  "RestElement",
  "JSXMemberExpression",
  "JSXOpeningElement",
  "JSXClosingElement",
]);

/** Whether an expression can take the place of `node`: not where it is a type, a name, or is assigned to or deleted. */
export function isReplaceable(node: Node): boolean {
  const { parent } = node;
  if (!parent || node.type === Type.JSXIdentifier || noExpressions.has(parent.type)) return false;
  switch (parent.type) {
    case Type.AssignmentExpression:
    case Type.AssignmentPattern:
    case Type.ForInStatement:
    case Type.ForOfStatement:
      return parent.left !== node;
    case Type.UnaryExpression:
      return parent.operator !== "delete";
    case Type.Property:
      return parent.parent.type !== Type.ObjectPattern || parent.key === node;
    case Type.ChainExpression:
    case Type.TSAsExpression:
    case Type.TSNonNullExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSTypeAssertion:
      return isReplaceable(parent);
    default:
      return true;
  }
}
