/** Questions about the syntax in which modules, and what they export, are taken. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ImportForm } from "../../policy/facts.ts";
import type { Holder } from "./model.ts";
import { isPlatforms, keyName, Type, variableAt } from "./syntax.ts";
import type { Node, Source, Variable } from "./syntax.ts";

/** The export that an import declaration's clause takes; `"*"` for the module as a whole. */
export function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === Type.ImportNamespaceSpecifier) return "*";
  return specifier.type === Type.ImportDefaultSpecifier ? "default" : (keyName(specifier.imported) ?? "");
}

/** How it takes one. */
export function importForm({ importKind }: TSESTree.ImportDeclaration, specifier: TSESTree.ImportClause): ImportForm {
  if (importKind === "type" || isTypeSpecifier(specifier)) return "type";
  return importedName(specifier) === "default" ? "default" : "named";
}

/** `type X` in `import { type X }`. */
export function isTypeSpecifier(node: Node): boolean {
  return node.type === Type.ImportSpecifier && node.importKind === "type";
}

/** Whether an `await` stands between an expression and what it is wrapped in. */
export function isAwaited(expression: Node, value: Node): boolean {
  for (let node: Node | undefined = expression; node && node !== value; node = node.parent) if (node.parent?.type === Type.AwaitExpression) return true;
  return false;
}

/** A bare `require("m");` runs a module and takes nothing of it. */
export function isIgnored(value: Node): boolean {
  return value.parent?.type === Type.ExpressionStatement;
}

/** There a module can be a function or a class itself: its default export, as ECMAScript imports it. */
export function isCommonJs({ kind }: Holder): boolean {
  return kind === "require" || kind === "import-equals";
}

export function isCalled(value: Node, parent: Node): boolean {
  if (parent.type === Type.CallExpression || parent.type === Type.NewExpression) return parent.callee === value;
  return parent.type === Type.ClassDeclaration || parent.type === Type.ClassExpression ? parent.superClass === value : false;
}

/** The keys that an object literal spells out. */
export function keysOf(object: Node): readonly string[] {
  if (object.type !== Type.ObjectExpression) return [];
  return object.properties.flatMap((property) => (property.type === Type.Property ? (keyName(property.key, property.computed) ?? []) : []));
}

export function nameNode(member: Node): Node {
  switch (member.type) {
    case Type.MemberExpression:
    case Type.JSXMemberExpression:
      return member.property;
    case Type.TSQualifiedName:
      return member.right;
    default:
      return member;
  }
}

/** The names of `import("m").a.b.c`, from left to right. */
export function qualifierNames(qualifier: TSESTree.EntityName | null): readonly TSESTree.Identifier[] {
  if (qualifier?.type === Type.TSQualifiedName) return [...qualifierNames(qualifier.left), qualifier.right];
  return qualifier?.type === Type.Identifier ? [qualifier] : [];
}

/** The declarator that a pattern, or one within it, belongs to. */
export function declaratorOf(pattern: Node): TSESTree.VariableDeclarator | undefined {
  let node: Node | undefined = pattern;
  while (node?.type === Type.ObjectPattern || node?.type === Type.Property || node?.type === Type.AssignmentPattern) node = node.parent;
  return node?.type === Type.VariableDeclarator ? node : undefined;
}

/** The variable `local` that a pattern around `node`, of a declaration or a parameter, declares. */
export function variableOf({ scopeManager }: Source, node: Node, local: string): Variable | undefined {
  let declaration: Node | undefined = node.parent;
  while (declaration && declaration.type !== Type.VariableDeclaration && !("params" in declaration)) declaration = declaration.parent;
  return declaration && scopeManager?.getDeclaredVariables(declaration).find(({ name }) => name === local);
}

/** The name that a property of a pattern binds: `x` of `{ x }`, `{ y: x }`, `{ y: x = 1 }`. */
export function bindingOf(property: TSESTree.Property): string | undefined {
  const value = property.value.type === Type.AssignmentPattern ? property.value.left : property.value;
  return value.type === Type.Identifier ? value.name : undefined;
}

/** `Foo` in `<Foo>` and `<Foo.Bar>`: names that refer to a binding. Lower-case names are the platform's elements. */
export function isElementName(name: TSESTree.JSXIdentifier): boolean {
  const { parent } = name;
  if (parent.type === Type.JSXMemberExpression) return parent.object === name;
  const isElement = parent.type === Type.JSXOpeningElement || parent.type === Type.JSXClosingElement;
  return isElement && !/^[a-z]/.test(name.name);
}

/** The platform's `require`, or what `createRequire` made; a function of the file's own that is called so is another. */
export function isRequire(source: Source, callee: TSESTree.Identifier): boolean {
  if (callee.name !== "require") return false;
  if (isPlatforms(source, callee, "require")) return true;
  const definitions = variableAt(source, callee, "require")?.defs ?? [];
  return definitions.some(({ node }) => node.type === Type.VariableDeclarator && node.init !== null && source.getText(node.init).includes("createRequire("));
}
