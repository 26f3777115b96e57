/** Whether a declaration can go without anything else changing: making what it declares does nothing besides. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isPlatforms, Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { isEffect } from "./purity.ts";
import { children, isFunction } from "./tree.ts";

/** What the platform makes without doing anything else. */
const harmless = new Set(["Map", "Set", "WeakMap", "WeakSet", "Symbol"]);

/**
 * Whether a declaration, a declarator or an expression does nothing but give its value. A `require` counts as an
 * import does: loading a module is no reason to keep it.
 * @param decorated whether decorators may be there: what they do is meant to go
 */
export function isInert(source: Source, node: Node, decorated = false): boolean {
  switch (node.type) {
    case Type.FunctionDeclaration:
    case Type.TSDeclareFunction:
    case Type.TSInterfaceDeclaration:
    case Type.TSTypeAliasDeclaration:
    case Type.TSImportEqualsDeclaration:
      return true;
    case Type.VariableDeclarator:
      return ["const", "let", "var"].includes(node.parent.kind) && isQuiet(source, node.id) && (!node.init || isQuiet(source, node.init));
    case Type.VariableDeclaration:
      return node.declarations.every((declarator) => isInert(source, declarator));
    case Type.ClassDeclaration:
    case Type.ClassExpression:
      return isInertClass(source, node, decorated);
    case Type.TSEnumDeclaration:
      return node.body.members.every(({ initializer }) => !initializer || isQuiet(source, initializer));
    case Type.TSModuleDeclaration:
      return node.declare || (node.body?.type === Type.TSModuleBlock && node.body.body.every((statement) => isInert(source, statement)));
    case Type.ExportNamedDeclaration:
      return !node.declaration || isInert(source, node.declaration);
    default:
      return !node.type.endsWith("Statement") && !node.type.endsWith("Declaration") && isQuiet(source, node);
  }
}

function isInertClass(source: Source, { superClass, body, decorators }: TSESTree.ClassDeclaration | TSESTree.ClassExpression, decorated: boolean): boolean {
  if (superClass && !isQuiet(source, superClass)) return false;
  if (decorators.length > 0 && !decorated) return false;
  return body.body.every((member) => {
    if (member.type === Type.StaticBlock) return false;
    if (member.type === Type.TSIndexSignature) return true;
    if (!decorated && hasDecorator(member)) return false;
    if (member.computed && !isQuiet(source, member.key)) return false;
    return !("static" in member && member.static && member.value) || isQuiet(source, member.value);
  });
}

function hasDecorator(node: Node): boolean {
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === Type.Decorator) return true;
    // What hangs in a file's tree is a node of it.
    if (next.type !== Type.BlockStatement) stack.push(...children(next).map((child) => child.node as Node));
  }
  return false;
}

function isQuiet(source: Source, expression: Node): boolean {
  const stack = [expression];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (node.type === Type.ClassExpression) {
      if (!isInertClass(source, node, false)) return false;
      continue;
    }
    if (isEffect(node) && !isHarmless(source, node)) return false;
    stack.push(...children(node).map((child) => child.node as Node));
  }
  return true;
}

/** `new Map()`, `Symbol("a")`, `require("m")`, `/* #__PURE__ *\/ make()`. */
function isHarmless(source: Source, node: Node): boolean {
  if (node.type !== Type.CallExpression && node.type !== Type.NewExpression) return false;
  if (source.getCommentsBefore(node).some(({ value }) => /^\s*[#@]__PURE__\s*$/.test(value))) return true;
  if (isRequireOfLiteral(source, node)) return true;
  const { callee } = node;
  const takesItems = node.arguments.some(({ type }) => type !== Type.ArrayExpression && type !== Type.Literal);
  return callee.type === Type.Identifier && harmless.has(callee.name) && isPlatforms(source, callee, callee.name) && !takesItems;
}

function isRequireOfLiteral(source: Source, { callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return callee.type === Type.Identifier && callee.name === "require" && isPlatforms(source, callee, "require") && given.length === 1 && given[0]?.type === Type.Literal;
}
