/** Whether a variable surely has a value at a place. What is not surely so is not so. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type, within } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { around, isFunctionNode } from "./scopes.ts";

/** Whether `variable` is declared, and definitely assigned, where `site` stands. */
export function isAssigned(source: Source, variable: Variable, site: Node): boolean {
  return variable.defs.some((definition) => {
    const { node } = definition;
    switch (definition.type as string) {
      case "ImportBinding":
        return isValueImport(node);
      case "FunctionName":
        // A declaration is there from the start of its block; an expression's name only within it.
        return true;
      case "Parameter":
        return isFunctionNode(node) && isParameterAssigned(node, definition.name, site);
      case "CatchClause":
        return node.type === Type.CatchClause && within(site, node.body);
      case "Variable":
        return node.type === Type.VariableDeclarator && isVariableAssigned(source, variable, node, site);
      case "ClassName":
      case "TSEnumName":
        return isReached(source, node, site);
      default:
        return false;
    }
  });
}

function isValueImport(specifier: Node): boolean {
  if (specifier.type === Type.TSImportEqualsDeclaration) return specifier.importKind !== "type";
  const declaration = specifier.parent;
  if (declaration?.type !== Type.ImportDeclaration || declaration.importKind === "type") return false;
  return specifier.type !== Type.ImportSpecifier || specifier.importKind !== "type";
}

/** In the body every parameter is assigned that may not be left out; in a parameter's default those before it. */
function isParameterAssigned(owner: Node & { body: Node | null }, name: Node, site: Node): boolean {
  if (name.type === Type.Identifier && name.optional) return false;
  if (owner.body !== null && within(site, owner.body)) return true;
  if (!within(site, owner) || name.range[1] > site.range[0]) return false;
  for (const step of around(site)) {
    // A parameter's decorator runs when the class is made.
    if (step.owner.type === Type.Decorator) return false;
    if (step.owner === owner) return !within(name, step.child);
  }
  return false;
}

function isVariableAssigned(source: Source, variable: Variable, declarator: TSESTree.VariableDeclarator, site: Node): boolean {
  const declaration = declarator.parent;
  if (declaration.declare) return true;
  const loop = declaration.parent;
  if ((loop.type === Type.ForOfStatement || loop.type === Type.ForInStatement) && loop.left === declaration)
    return within(site, loop.body);
  if (declarator.init && isReached(source, declarator, site)) return true;
  return variable.references.some(({ identifier, init }) => {
    if (init === true) return false;
    const assignment = identifier.parent;
    return (
      assignment.type === Type.AssignmentExpression &&
      assignment.operator === "=" &&
      assignment.left === identifier &&
      assignment.parent.type === Type.ExpressionStatement &&
      isReached(source, assignment, site)
    );
  });
}

/**
 * Whether `step` has surely been executed when `site` is: it is (or is in) a statement of a list that holds the site
 * too, further down, and no function between them can have been called before.
 */
function isReached(source: Source, step: Node, site: Node): boolean {
  const block = listAround(step);
  if (!block || step.range[1] > site.range[0] || !within(site, block)) return false;
  let outermost: Node | undefined;
  for (const { owner } of around(site)) {
    if (owner === block) break;
    if (isFunctionNode(owner)) outermost = owner;
  }
  // Only a hoisted function can run before the statement that holds it; all others are not yet made.
  return outermost?.type !== Type.FunctionDeclaration || !mayRunBefore(source, outermost, step.range[1], new Set());
}

/** What holds the statement that `step` is in: executed in order, as far as it is executed. */
function listAround(step: Node): Node | undefined {
  let statement = step;
  if (statement.parent?.type === Type.VariableDeclaration) statement = statement.parent;
  if (statement.parent?.type === Type.ExpressionStatement) statement = statement.parent;
  if (statement.parent?.type === Type.ForStatement && statement.parent.init === statement) return listOrLoop(statement.parent);
  if (statement.parent?.type === Type.ExportNamedDeclaration) statement = statement.parent;
  const { parent } = statement;
  return parent && isList(parent) ? parent : undefined;
}

/** A loop's first part is always executed, so it counts for what follows the loop too. */
function listOrLoop(loop: Node): Node | undefined {
  return loop.parent && isList(loop.parent) ? loop.parent : loop;
}

/** Of a switch, each case is a list of its own: one may be entered without the ones above it. */
function isList(node: Node): boolean {
  return (
    node.type === Type.Program ||
    node.type === Type.BlockStatement ||
    node.type === Type.StaticBlock ||
    node.type === Type.SwitchCase ||
    node.type === Type.TSModuleBlock
  );
}

/** Whether a hoisted function may be called before `offset` is passed: something there, or what runs from there, names it. */
function mayRunBefore(source: Source, declaration: TSESTree.FunctionDeclaration, offset: number, seen: Set<Node>): boolean {
  if (seen.has(declaration)) return false;
  seen.add(declaration);
  const [variable] = source.getDeclaredVariables?.(declaration) ?? [];
  // `export default function () {}` has no name to be called by.
  if (!declaration.id) return false;
  if (!variable || variable.identifiers[0] !== declaration.id) return true;
  return variable.references.some(({ identifier }) => {
    if (identifier.parent.type === Type.ExportSpecifier || within(identifier, declaration)) return false;
    if (identifier.range[0] < offset) return true;
    for (const { owner } of around(identifier)) {
      if (owner.range[0] < offset) break;
      if (owner.type === Type.FunctionDeclaration && mayRunBefore(source, owner, offset, seen)) return true;
    }
    return false;
  });
}
