/** What the top-level declarations of a syntax tree are: values, types or both. */
import type { BindingPattern, Declaration, Directive, Program, Statement } from "oxc-parser";
import type { ExportKind } from "../../languages/adapter.ts";

/** Kinds by name. */
export type Kinds = Map<string, ExportKind>;

type TopLevel = Statement | Directive;

/** Notes one more declaration of a name; an interface and a const of one name are both. */
function add(kinds: Kinds, name: string, kind: ExportKind): void {
  const before = kinds.get(name);
  kinds.set(name, before === undefined || before === kind ? kind : "both");
}

/** The names that a pattern binds, `{ a, b: [c] }` included. */
export function boundNames(pattern: BindingPattern): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element.type === "RestElement" ? element.argument : element)));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => boundNames(property.type === "RestElement" ? property.argument : property.value));
  }
}

function declare(kinds: Kinds, declaration: Declaration): void {
  switch (declaration.type) {
    case "VariableDeclaration":
      for (const each of declaration.declarations) for (const name of boundNames(each.id)) add(kinds, name, "value");
      break;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "TSDeclareFunction":
    case "TSEmptyBodyFunctionExpression":
      if (declaration.id !== null) add(kinds, declaration.id.name, "value");
      break;
    case "ClassDeclaration":
    case "ClassExpression":
      if (declaration.id !== null) add(kinds, declaration.id.name, "both");
      break;
    case "TSEnumDeclaration":
      add(kinds, declaration.id.name, "both");
      break;
    case "TSModuleDeclaration":
      if (declaration.id.type === "Identifier") add(kinds, declaration.id.name, "both");
      break;
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      add(kinds, declaration.id.name, "type");
      break;
    case "TSImportEqualsDeclaration":
      // An alias of a namespace's member: value or type, only its target tells.
      add(kinds, declaration.id.name, "unknown");
      break;
    default:
      break;
  }
}

function isDeclarationStatement(statement: TopLevel): statement is Declaration & Statement {
  return /Declaration$|^TSDeclareFunction$/.test(statement.type) && !/^(?:Import|Export|TSGlobal|TSNamespaceExport)/.test(statement.type);
}

/** The kinds of everything that the statements declare, exported or not. */
export function declaredKinds(statements: readonly TopLevel[]): Kinds {
  const kinds: Kinds = new Map();
  for (const statement of statements) {
    if (statement.type === "ExportNamedDeclaration" && statement.declaration !== null) declare(kinds, statement.declaration);
    else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration" || declaration.type === "TSInterfaceDeclaration") declare(kinds, declaration);
    } else if (isDeclarationStatement(statement)) declare(kinds, statement);
  }
  return kinds;
}

/**
 * The kinds of what the statements export from themselves, by outward name; what they pass on from other modules is
 * left out or "unknown".
 *
 * @param ambient in a declaration file without an export list everything at the top is exported
 */
export function exportedKinds(statements: readonly TopLevel[], ambient: boolean): Kinds {
  const declared = declaredKinds(statements);
  const kinds: Kinds = new Map(ambient && !statements.some(isExportList) ? declared : []);
  for (const statement of statements) {
    if (statement.type === "ExportNamedDeclaration" && statement.source === null) {
      if (statement.declaration !== null) for (const name of declaredKinds([statement]).keys()) kinds.set(name, declared.get(name) ?? "unknown");
      for (const { local, exported, exportKind } of statement.specifiers) {
        if (local.type !== "Identifier") continue;
        const kind = declared.get(local.name) ?? "unknown";
        kinds.set(exported.type === "Literal" ? exported.value : exported.name, statement.exportKind === "type" || exportKind === "type" ? "type" : kind);
      }
    } else if (statement.type === "ExportDefaultDeclaration") kinds.set("default", defaultKind(statement.declaration, declared));
  }
  return kinds;
}

function defaultKind(declaration: Extract<TopLevel, { type: "ExportDefaultDeclaration" }>["declaration"], declared: Kinds): ExportKind {
  if (declaration.type === "Identifier") return declared.get(declaration.name) ?? "unknown";
  if (declaration.type === "ClassDeclaration" || declaration.type === "ClassExpression") return "both";
  return declaration.type === "TSInterfaceDeclaration" ? "type" : "value";
}

/** Whether the statement takes the implicit exports of a declaration file away. */
function isExportList(statement: TopLevel): boolean {
  if (statement.type === "ExportNamedDeclaration") return statement.declaration === null;
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration.type === "Identifier";
  return statement.type === "TSExportAssignment" || statement.type === "ExportAllDeclaration";
}

/** The exported members of the namespaces of one name: what `export = name` gives besides the default. */
export function namespaceKinds(program: Program, name: string, ambient: boolean): Kinds {
  const kinds: Kinds = new Map();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "TSModuleDeclaration" || declaration.id.type !== "Identifier" || declaration.id.name !== name) continue;
    if (declaration.body?.type !== "TSModuleBlock") continue;
    for (const [member, kind] of exportedKinds(declaration.body.body, ambient || declaration.declare)) add(kinds, member, kind);
  }
  return kinds;
}
