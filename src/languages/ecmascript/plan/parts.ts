/** The parts of a file that can be taken out as they are: statements, declarators, and items of lists. */
import type { TSESTree } from "@typescript-eslint/utils";
import { ancestor, Type, within } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { isInert } from "../rewrite/inert.ts";

/** Whether `node` lies in one of `parts`. */
export function isIn(parts: Iterable<Node>, node: Node): boolean {
  for (const part of parts) if (within(node, part)) return true;
  return false;
}

/** A declaration with the `export` before it, which is the statement. */
export function statementOf(declaration: Node): Node {
  const { parent } = declaration;
  const isExport = parent?.type === Type.ExportNamedDeclaration || parent?.type === Type.ExportDefaultDeclaration;
  return isExport && parent.declaration === declaration ? parent : declaration;
}

/** Whether a statement is one of the file itself, not of a block, a namespace or a `declare module`. */
export function isTopLevel(statement: Node): boolean {
  return statement.parent?.type === Type.Program;
}

/** A binding of the file's top level, with what declares it. */
export interface Declared {
  readonly variable: Variable;
  readonly parts: readonly Node[];
}

/**
 * What is to be taken out for a binding to go: all its declarations (overloads, merged interfaces and namespaces).
 * @returns the reason where that can't be done
 */
export function partsOf(variable: Variable): readonly Node[] | string {
  const parts = new Set<Node>();
  for (const { node, name } of variable.defs) {
    const part = node.type === Type.VariableDeclarator ? partOfDeclarator(node, name) : statementOf(node);
    if (typeof part === "string") return part;
    const declaration = node.type === Type.VariableDeclarator ? statementOf(node.parent) : part;
    if (!isTopLevel(declaration)) return "it is not declared at the top level of the file";
    parts.add(part);
  }
  return [...parts];
}

/** The declarator, or of one that takes something apart only what is bound to `name`. */
function partOfDeclarator(declarator: TSESTree.VariableDeclarator, name: Node): Node | string {
  let node = name;
  for (let parent = node.parent; parent && parent !== declarator; parent = node.parent) {
    if (parent.type === Type.Property && parent.parent.type === Type.ObjectPattern) {
      const { properties } = parent.parent;
      if (properties.some(({ type }) => type === Type.RestElement)) return "the rest of the object would then hold it";
      // TypeScript refuses a property of a literal that nobody takes.
      if (properties.length > 1) return declarator.init?.type === Type.ObjectExpression ? "the object that it is taken out of is written for it" : parent;
      node = parent.parent;
    } else if (parent.type === Type.AssignmentPattern) node = parent;
    else return "it is taken out of an array, or is the rest of something";
  }
  return declarator;
}

/** Whether all that `parts` do when the file is loaded is to declare something. */
export function areInert(source: Source, parts: readonly Node[], decorated = false): boolean {
  return parts.every((part) => {
    const declarator = ancestor(part, Type.VariableDeclarator);
    if (declarator) return isInert(source, declarator);
    const isExport = part.type === Type.ExportNamedDeclaration || part.type === Type.ExportDefaultDeclaration;
    return isInert(source, isExport ? (part.declaration ?? part) : part, decorated);
  });
}

/** Why an export may be taken though nothing imports it: `export as namespace Old` gives all of them to scripts. */
export function globalDoubts({ ast }: Source): readonly string[] {
  return ast.body.flatMap((statement) => (statement.type === Type.TSNamespaceExportDeclaration ? `scripts have it as a member of \`${statement.id.name}\`` : []));
}

/** The bindings of the file's top level. */
export function topLevelVariables(source: Source): readonly Variable[] {
  const scopes = source.scopeManager?.scopes ?? [];
  return scopes.filter(({ block, type }) => block === source.ast && type !== "class").flatMap(({ variables }) => variables);
}
