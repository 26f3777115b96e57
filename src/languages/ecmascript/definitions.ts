/** Finds the definitions of a file's exports, and whether they carry a deprecation notice. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinitionFact, ModuleKey } from "../../policy/facts.ts";
import { keyName, Type } from "./syntax.ts";
import type { Node, Source } from "./syntax.ts";

/** One wanted export's definition. */
export interface Definition {
  readonly fact: DefinitionFact;
  /** The statements that a notice belongs before: one, or every overload; the program for the file as a whole. */
  readonly statements: readonly Node[];
}

/**
 * The definitions that this file itself holds of the exports `wanted`.
 * @param wanted names; `"default"`; `"*"` for the file as a whole
 */
export function* readDefinitions(source: Source, self: ModuleKey, wanted: readonly string[]): Iterable<Definition> {
  for (const name of wanted) {
    if (name === "*") {
      yield wholeFile(source, self);
      continue;
    }
    const found = declarationsOf(source.ast, name);
    const [first] = found;
    if (!first) continue;
    const statements = found.map(({ statement }) => statement);
    const noticed = statements.some((statement) => hasNotice(source, statement));
    yield { fact: { kind: "definition", module: self, specifier: "", name, noticed, span: first.name.range }, statements };
  }
}

function wholeFile(source: Source, self: ModuleKey): Definition {
  const first = source.ast.body[0];
  const comments = source.getAllComments().filter(({ range }) => !first || range[0] < first.range[0]);
  const noticed = comments.some(({ value }) => isNotice(value));
  const line = source.getIndexFromLoc({ line: 1, column: 0 });
  const end = source.lines[0]?.length ?? 0;
  return { fact: { kind: "definition", module: self, specifier: "", name: "*", noticed, span: [line, line + end] }, statements: [source.ast] };
}

interface Declared {
  readonly statement: Node;
  /** Where the report stands. */
  readonly name: Node;
}

/** The statements that define what the program exports under `name`. */
function declarationsOf(program: TSESTree.Program, name: string): readonly Declared[] {
  const local = new Set<string>();
  const found: Declared[] = [];
  for (const statement of program.body) {
    if (statement.type === Type.ExportDefaultDeclaration && name === "default") {
      const { declaration } = statement;
      if (declaration.type === Type.Identifier) local.add(declaration.name);
      else found.push({ statement, name: nameOf(declaration) ?? declaration });
    }
    if (statement.type === Type.TSExportAssignment && name === "default" && statement.expression.type === Type.Identifier)
      local.add(statement.expression.name);
    if (statement.type !== Type.ExportNamedDeclaration || statement.source) continue;
    for (const specifier of statement.specifiers)
      if (keyName(specifier.exported) === name && specifier.local.type === Type.Identifier) local.add(specifier.local.name);
    if (statement.declaration)
      for (const declared of namesIn(statement.declaration)) if (declared.name === name) found.push({ statement, name: declared });
  }
  for (const statement of program.body) {
    for (const declared of namesIn(statement)) if (local.has(declared.name)) found.push({ statement, name: declared });
    if (statement.type === Type.ExportNamedDeclaration && statement.declaration)
      for (const declared of namesIn(statement.declaration)) if (local.has(declared.name)) found.push({ statement, name: declared });
    const assigned = commonJsName(statement);
    if (assigned && (keyName(assigned) === name || (name === "default" && keyName(assigned) === "exports")))
      found.push({ statement, name: assigned });
  }
  return found;
}

function nameOf(declaration: Node): Node | undefined {
  return "id" in declaration && declaration.id && typeof declaration.id === "object" ? declaration.id : undefined;
}

/** The identifiers that a declaration binds at its own level; destructuring binds what it takes from elsewhere. */
function namesIn(statement: Node): readonly TSESTree.Identifier[] {
  switch (statement.type) {
    case Type.FunctionDeclaration:
    case Type.TSDeclareFunction:
    case Type.ClassDeclaration:
    case Type.TSInterfaceDeclaration:
    case Type.TSTypeAliasDeclaration:
    case Type.TSEnumDeclaration:
      return statement.id ? [statement.id] : [];
    case Type.TSModuleDeclaration:
      return statement.id.type === Type.Identifier ? [statement.id] : [];
    case Type.VariableDeclaration:
      return statement.declarations.flatMap(({ id }) => (id.type === Type.Identifier ? [id] : []));
    default:
      return [];
  }
}

/** The property in `exports.x = …` and `module.exports.x = …`, where the value is defined right there. */
function commonJsName(statement: Node): Node | undefined {
  if (statement.type !== Type.ExpressionStatement || statement.expression.type !== Type.AssignmentExpression) return undefined;
  const { left, right } = statement.expression;
  const defined = right.type === Type.FunctionExpression || right.type === Type.ArrowFunctionExpression || right.type === Type.ClassExpression;
  if (!defined || left.type !== Type.MemberExpression) return undefined;
  const { object } = left;
  const isExports = object.type === Type.Identifier && (object.name === "exports" || object.name === "module");
  const isModuleExports = object.type === Type.MemberExpression && keyName(object.property) === "exports";
  return isExports || isModuleExports ? left.property : undefined;
}

/** A JSDoc block with `@deprecated` right before the statement (decorators and `export` are parts of it). */
function hasNotice(source: Source, statement: Node): boolean {
  return source.getCommentsBefore(firstToken(statement)).some(({ type, value }) => type === "Block" && isNotice(value));
}

/** Decorators stand before `export class` and are a part of the statement for its comments. */
export function firstToken(statement: Node): Node {
  const declaration = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration ? statement.declaration : statement;
  const [decorator] = declaration?.type === Type.ClassDeclaration ? declaration.decorators ?? [] : [];
  return decorator && decorator.range[0] < statement.range[0] ? decorator : statement;
}

function isNotice(comment: string): boolean {
  return comment.startsWith("*") && /@deprecated\b/.test(comment);
}
