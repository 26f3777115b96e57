/**
 * Counts a manifest's sites by another way than the plugin: TypeScript's own parser, binder and module resolution.
 * Imports, re-exports and references to what they bring in; no mocks, no members of what `export *` lets through.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { readManifest } from "./manifest.ts";

/** A place where a deprecated symbol is taken or used. */
export interface Counted {
  /** `file:line:column`, from 1. */
  readonly at: string;
  readonly what: string;
}

interface Governed {
  readonly names: ReadonlySet<string>;
  readonly except: ReadonlySet<string>;
}

/**
 * @param tsconfig gives the options that modules resolve by
 * @param files what was linted
 */
export function countSites(root: string, manifestFile: string, tsconfig: string, files: readonly string[]): Counted[] {
  const read: { readonly config?: unknown } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(tsconfig));
  const cache = ts.createModuleResolutionCache(root, (file) => file, options);
  const resolve = (specifier: string, from: string): string => {
    const { resolvedModule } = ts.resolveModuleName(specifier, from, options, ts.sys, cache);
    return resolvedModule ? ts.sys.realpath?.(resolvedModule.resolvedFileName) ?? resolvedModule.resolvedFileName : specifier;
  };
  const governed = new Map<string, { names: Set<string>; except: Set<string> }>();
  for (const { module, name, except = [] } of readManifest(manifestFile).migrations.flatMap(({ deprecated }) => deprecated)) {
    const key = resolve(module, path.join(root, "ssot.json.ts"));
    const known = governed.get(key) ?? { names: new Set(), except: new Set() };
    governed.set(key, known);
    known.names.add(name);
    for (const each of except) known.except.add(each);
  }
  const of = (specifier: string, from: string): Governed | undefined => governed.get(specifier) ?? governed.get(resolve(specifier, from));
  const sources = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file) && existsSync(file));
  // Without resolution each file is bound on its own: a reference then leads to the import, and no further.
  const program = ts.createProgram(sources, { ...options, noResolve: true, allowJs: true, checkJs: false, noLib: true, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  return sources.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source ? countFile(source, checker, root, (specifier) => of(specifier, file)) : [];
  });
}

function countFile(source: ts.SourceFile, checker: ts.TypeChecker, root: string, of: (specifier: string) => Governed | undefined): Counted[] {
  const found: Counted[] = [];
  const note = (node: ts.Node, what: string): void => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ at: `${path.relative(root, source.fileName)}:${String(line + 1)}:${String(character + 1)}`, what });
  };
  /** Local names of deprecated exports, and of namespaces whose members are sites. */
  const locals = new Set<ts.Symbol>();
  const namespaces = new Map<ts.Symbol, Governed>();
  const take = (node: ts.Node, binding: ts.Node | undefined, name: string, { names, except }: Governed): void => {
    if (except.has(name) || !(names.has(name) || names.has("*"))) return;
    note(node, `import ${name}`);
    const symbol = binding && checker.getSymbolAtLocation(binding);
    if (symbol) locals.add(symbol);
  };
  const takeNamespace = (node: ts.Node, binding: ts.Node, governed: Governed): void => {
    const symbol = checker.getSymbolAtLocation(binding);
    // Of a module that goes as a whole the namespace is the site, and its members are none.
    if (governed.names.has("*")) take(node, undefined, "*", governed);
    else if (symbol) namespaces.set(symbol, governed);
  };
  const takePattern = (pattern: ts.BindingName, governed: Governed): void => {
    if (ts.isIdentifier(pattern)) takeNamespace(pattern, pattern, governed);
    else if (ts.isObjectBindingPattern(pattern)) for (const element of pattern.elements) take(element, element.name, nameOf(element.propertyName ?? element.name), governed);
  };
  const specifierOf = (node: ts.Node | undefined): Governed | undefined => (node && ts.isStringLiteralLike(node) ? of(node.text) : undefined);

  const imports = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const governed = specifierOf(node.moduleSpecifier);
      const clause = node.importClause;
      if (governed && clause) {
        if (clause.name) take(clause.name, clause.name, "default", governed);
        const bindings = clause.namedBindings;
        if (bindings && ts.isNamespaceImport(bindings)) takeNamespace(bindings, bindings.name, governed);
        else if (bindings) for (const element of bindings.elements) take(element, element.name, nameOf(element.propertyName ?? element.name), governed);
      }
    } else if (ts.isExportDeclaration(node)) {
      const governed = specifierOf(node.moduleSpecifier);
      if (governed && node.exportClause && ts.isNamedExports(node.exportClause))
        for (const element of node.exportClause.elements) take(element, undefined, nameOf(element.propertyName ?? element.name), governed);
      else if (governed) note(node, "export *");
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      const governed = specifierOf(node.moduleReference.expression);
      if (governed) takeNamespace(node, node.name, governed);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const governed = specifierOf(node.argument.literal);
      if (governed && node.qualifier && ts.isIdentifier(node.qualifier)) take(node, undefined, node.qualifier.text, governed);
      else if (governed) note(node, "import type");
    } else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(source) === "require")) {
      const governed = specifierOf(node.arguments[0]);
      const parent = governed && ts.findAncestor(node.parent, (each) => !ts.isAwaitExpression(each) && !ts.isParenthesizedExpression(each));
      if (governed && parent && ts.isVariableDeclaration(parent)) takePattern(parent.name, governed);
      else if (governed && parent && ts.isPropertyAccessExpression(parent)) take(parent, undefined, parent.name.text, governed);
      else if (governed) note(node, "import()");
    }
    ts.forEachChild(node, imports);
  };
  imports(source);
  if (locals.size === 0 && namespaces.size === 0) return found;

  const references = (node: ts.Node): void => {
    // An element is one use, though its name is written twice.
    if (ts.isJsxClosingElement(node)) return;
    if ((ts.isIdentifier(node) || ts.isMemberName(node)) && !isDeclared(node)) {
      const symbol = referenceOf(node, checker);
      const governed = symbol && namespaces.get(symbol);
      if (symbol && locals.has(symbol)) note(node, `use ${node.text}`);
      else if (governed && isMemberOf(node)) take(node.parent, undefined, memberName(node.parent), governed);
    }
    ts.forEachChild(node, references);
  };
  references(source);
  return found;
}

function nameOf(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : "";
}

function memberName(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isQualifiedName(node) ? node.right.text : "";
}

function isMemberOf(node: ts.Node): boolean {
  return (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node) || (ts.isQualifiedName(node.parent) && node.parent.left === node);
}

/** Whether the identifier is a part of the import itself. */
function isDeclared({ parent }: ts.Node): boolean {
  return ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent) || ts.isImportEqualsDeclaration(parent) || ts.isBindingElement(parent);
}

function referenceOf(node: ts.Identifier | ts.MemberName, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) return checker.getShorthandAssignmentValueSymbol(parent);
  if (ts.isExportSpecifier(parent)) {
    const isRenamedTo = parent.propertyName !== undefined && parent.name === node;
    return isRenamedTo || parent.parent.parent.moduleSpecifier ? undefined : checker.getExportSpecifierLocalTargetSymbol(parent);
  }
  return checker.getSymbolAtLocation(node);
}
