/** Finds the definitions of a file's exports, and whether they carry a deprecation notice. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinitionFact, ModuleKey, Span } from "../../policy/facts.ts";
import { commonJsExport } from "./exported.ts";
import { keyName, Type, variableAt, within } from "./syntax.ts";
import type { Node, Source } from "./syntax.ts";

/** One wanted export's definition. */
export interface Definition {
  readonly fact: DefinitionFact;
  /** What a notice is still to be put before: statements, or members of an exported object; the program for the whole file. */
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
    const found = visible(declarationsOf(source, name));
    const bare = found.filter(({ statement }) => !hasNotice(source, statement));
    const first = bare[0] ?? found[0];
    if (!first) continue;
    const fact = { kind: "definition", module: self, specifier: "", name, noticed: bare.length === 0, passesOn: found.every((each) => isPassedOn(source, each)), span: spanOf(first.name) } as const;
    yield { fact, statements: [...new Set(bare.map(({ statement }) => statement))] };
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
  /** What a notice belongs before. */
  readonly statement: Node;
  /** Where the report stands. */
  readonly name: Node;
}

/** Editors show the notice of each overload for itself, and the implementation's to nobody. */
function visible(found: readonly Declared[]): readonly Declared[] {
  const isImplementation = ({ statement }: Declared): boolean => declarationIn(statement).type === Type.FunctionDeclaration;
  return found.some(({ statement }) => declarationIn(statement).type === Type.TSDeclareFunction) ? found.filter((each) => !isImplementation(each)) : found;
}

/** What defines the file's export `name`. */
function declarationsOf(source: Source, name: string): readonly Declared[] {
  const { body } = source.ast;
  const local = new Set<string>();
  const found: Declared[] = [];
  for (const statement of body) {
    switch (statement.type) {
      case Type.ExportDefaultDeclaration:
      case Type.TSExportAssignment:
        if (name === "default") given(statement, valueOf(statement));
        break;
      case Type.ExportNamedDeclaration:
        for (const specifier of statement.source ? [] : statement.specifiers)
          if (keyName(specifier.exported) === name) given(statement, specifier.local);
        break;
      case Type.ExpressionStatement:
        for (const { target, value } of assignments(statement.expression)) {
          const as = commonJsExport(source, target);
          if (as === name || (as === "module.exports" && name === "default")) given(statement, value, target);
          else if (as === "module.exports" && value.type === Type.ObjectExpression) member(value);
        }
        break;
      default:
    }
  }
  for (const statement of body) {
    const isExport = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration;
    for (const declared of namesIn(source, declarationIn(statement)))
      if (local.has(declared.name) || (statement.type === Type.ExportNamedDeclaration && declared.name === name))
        found.push({ statement: ownDeclarator(statement, declared) ?? (isExport ? statement : declarationIn(statement)), name: declared });
  }
  return found;

  /** The export is `value`: a name for what stands elsewhere in the file, or the definition itself. */
  function given(statement: Node, value: Node, target?: Node): void {
    if (value.type === Type.Identifier) local.add(value.name);
    else if (isDefinition(source, value)) found.push({ statement, name: nameOf(value) ?? (target?.type === Type.MemberExpression ? target.property : value) });
  }

  function member(object: TSESTree.ObjectExpression): void {
    for (const property of object.properties) {
      if (property.type !== Type.Property || keyName(property.key, property.computed) !== name) continue;
      if (property.value.type === Type.Identifier) local.add(property.value.name);
      else if (isDefinition(source, property.value)) found.push({ statement: property, name: property.key });
    }
  }
}

function valueOf(statement: TSESTree.ExportDefaultDeclaration | TSESTree.TSExportAssignment): Node {
  return statement.type === Type.TSExportAssignment ? statement.expression : statement.declaration;
}

/** `exports.a = exports.b = value`: each target with what it is given in the end. */
export function assignments(expression: Node): readonly { readonly target: Node; readonly value: Node }[] {
  const targets: Node[] = [];
  let value = expression;
  for (; value.type === Type.AssignmentExpression && value.operator === "="; value = value.right) targets.push(value.left);
  return targets.map((target) => ({ target, value }));
}

/** Whether the definition is no more than another name for something that is imported: `export const x = imported`. */
function isPassedOn(source: Source, { name }: Declared): boolean {
  let root: Node | null = name.parent?.type === Type.VariableDeclarator && name.parent.id === name ? name.parent.init : null;
  while (root?.type === Type.MemberExpression) root = root.object;
  return root?.type === Type.Identifier && (variableAt(source, root, root.name)?.defs ?? []).some(({ type }) => (type as string) === "ImportBinding");
}

/** Not what another module is asked for (`require("m").x`), nor the `void 0` by which compilers announce a name. */
function isDefinition(source: Source, value: Node): boolean {
  let root = value;
  while (root.type === Type.MemberExpression) root = root.object;
  if (root.type === Type.Identifier) {
    const declarator = variableAt(source, root, root.name)?.defs[0]?.node;
    return declarator?.type !== Type.VariableDeclarator || declarator.init === null || !isRequired(declarator.init);
  }
  return value.type !== Type.UnaryExpression && !isRequired(root);
}

function isRequired(value: Node): boolean {
  if (value.type === Type.AwaitExpression) return value.argument.type === Type.ImportExpression;
  return value.type === Type.CallExpression && value.callee.type === Type.Identifier && value.callee.name === "require";
}

/** `b` of `const a = 1, b = 2`: a notice before the statement would be read as that of `a` too. */
function ownDeclarator(statement: Node, name: Node): Node | undefined {
  const declaration = declarationIn(statement);
  if (declaration.type !== Type.VariableDeclaration || declaration.declarations.length === 1) return undefined;
  return declaration.declarations.find((declarator) => within(name, declarator));
}

/** A name without the type behind it: `x` of `const x: T`. */
function spanOf(name: Node): Span {
  return name.type === Type.Identifier && name.typeAnnotation ? [name.range[0], name.range[0] + name.name.length] : name.range;
}

function nameOf(declaration: Node): Node | undefined {
  return "id" in declaration && declaration.id && typeof declaration.id === "object" ? declaration.id : undefined;
}

/** The declaration in an export, else the statement itself. */
function declarationIn(statement: Node): Node {
  const isExport = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration;
  return isExport ? (statement.declaration ?? statement) : statement;
}

/** The identifiers that a declaration binds at its own level, those in patterns too. */
function namesIn(source: Source, statement: Node): readonly TSESTree.Identifier[] {
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
      return statement.declarations
        .filter(({ init }) => !init || isDefinition(source, init))
        .flatMap((declarator) => source.scopeManager?.getDeclaredVariables(declarator) ?? [])
        .flatMap(({ identifiers }) => identifiers.filter((identifier) => identifier.type === Type.Identifier && within(identifier, statement)));
    default:
      return [];
  }
}

/** A JSDoc block with `@deprecated` before the statement: of several, TypeScript reads the last. */
function hasNotice(source: Source, statement: Node): boolean {
  if (statement.type === Type.VariableDeclarator) return hasNoticeBefore(source, statement) || hasNotice(source, exportAround(statement.parent));
  return hasNoticeBefore(source, statement);
}

function hasNoticeBefore(source: Source, statement: Node): boolean {
  return isNotice(source.getCommentsBefore(firstToken(statement)).findLast(({ type, value }) => type === "Block" && value.startsWith("*"))?.value);
}

function exportAround(declaration: Node): Node {
  return declaration.parent?.type === Type.ExportNamedDeclaration ? declaration.parent : declaration;
}

/** Decorators stand before `export class` and are a part of the statement for its comments. */
export function firstToken(statement: Node): Node {
  const declaration = declarationIn(statement);
  const [decorator] = declaration.type === Type.ClassDeclaration ? declaration.decorators ?? [] : [];
  return decorator && decorator.range[0] < statement.range[0] ? decorator : statement;
}

/** TypeScript takes a tag at any place in a JSDoc comment, but not within a word or code. */
function isNotice(comment: string | undefined): boolean {
  return comment !== undefined && comment.startsWith("*") && /[\s*]@deprecated\b/.test(comment);
}
