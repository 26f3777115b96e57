/** Statements that end without a semicolon, and what may follow them. */
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { withoutLead } from "./comments.ts";
import { heldTrees } from "./tree.ts";

/** A statement that begins so would continue an unended one before it. */
const continuing = /^(?:[([`+\-/*.,]|in\b|instanceof\b)/;

/** Whether a text would continue an expression before it. */
export function continues(text: string): boolean {
  return continuing.test(withoutLead(text));
}

const unended = new Set<string>([
  "ExpressionStatement",
  "VariableDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "BreakStatement",
  "ContinueStatement",
  "DebuggerStatement",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "PropertyDefinition",
  "TSTypeAliasDeclaration",
  "TSImportEqualsDeclaration",
  "TSExportAssignment",
]);

/** The statements before `statement` in its list, the nearest first. */
function earlierStatements(statement: Node): readonly Node[] {
  const { parent } = statement;
  // What hangs in a file's tree is a node of it.
  const nodes = parent ? [...heldTrees(parent, "body"), ...heldTrees(parent, "consequent")].map((node) => node as Node) : [];
  return nodes.slice(0, Math.max(0, nodes.indexOf(statement))).toReversed();
}

/** Whether a `(` at the start of `statement` would be read as part of the statement before it. */
export function followsUnended(source: Source, statement: Node): boolean {
  for (const earlier of earlierStatements(statement)) {
    if (isUnended(source, earlier)) return true;
    // A declaration or an import may go too, and its semicolon with it; then the one before counts.
    if (!mayGo(earlier)) return false;
  }
  return false;
}

/** Whether a `(` on the line behind `statement` would be read as a part of it. */
export function isUnended(source: Source, statement: Node): boolean {
  return unended.has(statement.type) && !endsItself(source, statement);
}

function endsItself(source: Source, statement: Node): boolean {
  const last = source.getLastToken(statement)?.value;
  if (last === ";") return true;
  const declared =
    statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration
      ? statement.declaration
      : undefined;
  return declared !== undefined && declared !== null && !unended.has(declared.type) && declared.type.endsWith("Declaration");
}

function mayGo(statement: Node): boolean {
  if (statement.type === Type.ImportDeclaration) return true;
  if (statement.type !== Type.VariableDeclaration) return false;
  return statement.declarations.every(({ init }) => init?.type === Type.CallExpression || init?.type === Type.AwaitExpression);
}

/** Whether taking out `statement` would join the statements around it. */
export function separates(source: Source, statement: Node): boolean {
  const next = source.getTokenAfter(statement);
  return next !== null && continues(source.text.slice(next.range[0], next.range[0] + 12)) && followsUnended(source, statement);
}
