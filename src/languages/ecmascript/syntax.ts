/** What this language takes from the syntax tree: its types, a walk, and a few questions asked of nodes everywhere. */
import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

export type Node = TSESTree.Node;
export type Variable = TSESLint.Scope.Variable;
/** ESLint's SourceCode for JavaScript and TypeScript. */
export type Source = Readonly<TSESLint.SourceCode>;

export const Type = AST_NODE_TYPES;

/**
 * Calls `visit` for each node under `root`, parents first, in the order of the text. Iterative: a chain of thousands
 * of calls is as deep as it is long.
 */
export function walk(source: Source, root: Node, visit: (node: Node) => void): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    const keys = source.visitorKeys[node.type] ?? [];
    const children: Node[] = [];
    for (const key of keys) {
      const child: unknown = Reflect.get(node, key);
      if (Array.isArray(child)) for (const each of child) if (isNode(each)) children.push(each);
      if (isNode(child)) children.push(child);
    }
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push(child);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The text of a string literal or of a template without expressions; `undefined` for anything else. */
export function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type === Type.Literal && typeof node.value === "string") return node.value;
  if (node?.type === Type.TemplateLiteral && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  if (node?.type === Type.TSLiteralType) return literalText(node.literal);
  return undefined;
}

/** The name of a property key or an import/export name, which may be a string (`import { "a-b" as c }`). */
export function keyName(node: Node, computed = false): string | undefined {
  if (!computed && node.type === Type.Identifier) return node.name;
  return literalText(node);
}

/** The name of the member that `node` takes of its object: `a.b`, `a["b"]`, the type `a.B`, `<a.B/>`. */
export function memberName(node: Node): string | undefined {
  switch (node.type) {
    case Type.MemberExpression:
      return keyName(node.property, node.computed);
    case Type.TSQualifiedName:
      return node.right.name;
    case Type.JSXMemberExpression:
      return node.property.name;
    default:
      return undefined;
  }
}

/** The node whose member is taken, for the nodes that `memberName` knows. */
export function memberObject(node: Node): Node | undefined {
  switch (node.type) {
    case Type.MemberExpression:
    case Type.JSXMemberExpression:
      return node.object;
    case Type.TSQualifiedName:
      return node.left;
    default:
      return undefined;
  }
}

/** Goes up through what does not change a value: `as`, `satisfies`, `!`, `<T>`, an optional chain; parentheses have no node. */
export function asserted(node: Node): Node {
  let outer = node;
  for (;;) {
    const parent: Node | undefined = outer.parent;
    const through =
      parent &&
      (parent.type === Type.TSAsExpression ||
        parent.type === Type.TSSatisfiesExpression ||
        parent.type === Type.TSNonNullExpression ||
        parent.type === Type.TSTypeAssertion ||
        parent.type === Type.ChainExpression) &&
      parent.expression === outer;
    if (!through) return outer;
    outer = parent;
  }
}

/** Goes up through `asserted` and `await`. */
export function unwrapped(node: Node): Node {
  let outer = asserted(node);
  while (outer.parent?.type === Type.AwaitExpression) outer = asserted(outer.parent);
  return outer;
}

/** The nearest node of a type around `inner`, or `inner` itself. */
export function ancestor<Name extends Node["type"]>(inner: Node, type: Name): Extract<Node, { type: Name }> | undefined {
  const isOfType = (node: Node): node is Extract<Node, { type: Name }> => node.type === type;
  for (let node: Node | undefined = inner; node; node = node.parent) if (isOfType(node)) return node;
  return undefined;
}

/** Whether `inner` lies within `outer`. */
export function within(inner: Node, outer: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The variable that `identifier` refers to, by the scopes at its place. */
export function variableAt(source: Source, identifier: Node, name: string): Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = source.getScope(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(name) ?? mergedIn(source, scope, name);
    if (variable) return variable;
  }
  return undefined;
}

/** What `name` means in one block of a namespace or an enum by another block of the same one; no scope shows that. */
export function mergedIn(source: Source, { block, upper }: TSESLint.Scope.Scope, name: string): Variable | undefined {
  const isEnum = block.type === Type.TSEnumDeclaration;
  if (!isEnum && block.type !== Type.TSModuleDeclaration) return undefined;
  const others = isEnum ? (upper?.set.get(block.id.name)?.defs ?? []).map(({ node }) => node) : namespacesWith(source, block);
  for (const node of others) {
    if (node === block || (node.type !== Type.TSModuleDeclaration && node.type !== Type.TSEnumDeclaration)) continue;
    const variable = source.scopeManager?.acquire(node)?.set.get(name);
    if (variable?.defs.some((definition) => isEnum || isAmbient(node) || isExportedIn(node, definition.node))) return variable;
  }
  return undefined;
}

const namespaces = new WeakMap<Node, readonly Node[]>();

/** `namespacesLike`, found once: every name within is asked about, and the whole file is walked for it. */
function namespacesWith(source: Source, block: TSESTree.TSModuleDeclaration): readonly Node[] {
  let found = namespaces.get(block);
  if (!found) namespaces.set(block, (found = namespacesLike(source, block)));
  return found;
}

/** The blocks whose exports a namespace sees: those of its own path, and of `namespace A.B` those of `A` too. */
function namespacesLike(source: Source, block: TSESTree.TSModuleDeclaration): readonly Node[] {
  const pathOf = (node: TSESTree.TSModuleDeclaration): string => source.getText(node.id).replace(/\s/g, "");
  let around = "";
  for (let node: Node | undefined = block.parent; node; node = node.parent) if (node.type === Type.TSModuleDeclaration) around = `${pathOf(node)}.${around}`;
  const names = pathOf(block).split(".");
  const seen = new Set(names.map((_, index) => around + names.slice(0, index + 1).join(".")));
  const found: Node[] = [];
  const stack: { readonly body: readonly Node[]; readonly prefix: string }[] = [{ body: source.ast.body, prefix: "" }];
  for (let list = stack.pop(); list; list = stack.pop())
    for (const statement of list.body) {
      const declared = statement.type === Type.ExportNamedDeclaration ? statement.declaration : statement;
      if (declared?.type !== Type.TSModuleDeclaration) continue;
      const path = list.prefix + pathOf(declared);
      if (seen.has(path)) found.push(declared);
      if (declared.body) stack.push({ body: declared.body.body, prefix: `${path}.` });
    }
  return found;
}

function isExportedIn(block: Node, definition: Node): boolean {
  const exported = ancestor(definition, Type.ExportNamedDeclaration);
  return exported !== undefined && exported !== block.parent && within(exported, block);
}

/** Whether such a block hides `variable` from an identifier that the scopes take for a reference to it. */
export function isHidden(source: Source, identifier: Node, variable: Variable): boolean {
  for (let scope: TSESLint.Scope.Scope | null = source.getScope(identifier); scope && scope !== variable.scope; scope = scope.upper)
    if (mergedIn(source, scope, variable.name)) return true;
  return false;
}

/** Whether `name` is the platform's at `node`: the file declares it nowhere, or only to tell TypeScript about it. */
export function isPlatforms(source: Source, node: Node, name: string): boolean {
  return (variableAt(source, node, name)?.defs ?? []).every((definition) => isAmbient(definition.node));
}

function isAmbient(definition: Node): boolean {
  for (let node: Node | undefined = definition; node; node = node.parent) if ("declare" in node && node.declare) return true;
  return false;
}

/** The name in the opening tag that belongs to `name` in a closing one; `undefined` where `name` stands in no closing tag. */
export function openingName(name: Node): Node | undefined {
  let outer = name;
  while (outer.parent?.type === Type.JSXMemberExpression) outer = outer.parent;
  if (outer.parent?.type !== Type.JSXClosingElement) return undefined;
  let opening: Node = outer.parent.parent.openingElement.name;
  while (opening.type === Type.JSXMemberExpression) opening = opening.object;
  return opening;
}

/** Whether something is put in the place of an expression, or it is deleted: it is a target, not a value. */
export function isWritten(node: Node): boolean {
  const target = asserted(node);
  const { parent } = target;
  switch (parent?.type) {
    case Type.AssignmentExpression:
    case Type.AssignmentPattern:
    case Type.ForInStatement:
    case Type.ForOfStatement:
      return parent.left === target;
    case Type.UpdateExpression:
    case Type.ArrayPattern:
    case Type.RestElement:
      return true;
    case Type.UnaryExpression:
      return parent.operator === "delete";
    case Type.Property:
      return parent.value === target && parent.parent.type === Type.ObjectPattern;
    default:
      return false;
  }
}

/** The function that does nothing but give `value`. */
export function functionThatGives(value: Node): Node | undefined {
  const { parent } = value;
  if (parent?.type === Type.ArrowFunctionExpression) return parent.body === value ? parent : undefined;
  const body = parent?.type === Type.ReturnStatement ? parent.parent : undefined;
  const isAll = body?.type === Type.BlockStatement && body.body.length === 1;
  return isAll && (body.parent.type === Type.FunctionExpression || body.parent.type === Type.ArrowFunctionExpression) ? body.parent : undefined;
}

/** Whether a text can stand as a name where any IdentifierName can (ECMA-262, 12.7). */
export function isIdentifierName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
}
