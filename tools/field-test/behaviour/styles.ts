/** The ways in which a module's definitions move. */
import path from "node:path";
import ts from "typescript";
import { byKey } from "../../../src/languages/grouped.ts";
import type { Project } from "./program.ts";
import { reshape } from "./reshape.ts";

export interface Migration {
  readonly id: string;
  readonly phase: number;
  readonly canonical: { readonly module: string; readonly name: string };
  readonly deprecated: readonly { readonly module: string; readonly name: string; readonly rewrites?: readonly Rewrite[] }[];
}

export interface Rewrite {
  readonly from: string;
  readonly to: string;
}

export interface MovedSymbol {
  readonly name: string;
  readonly as: string;
  readonly rewrites?: readonly Rewrite[];
}

/** A module whose definitions have moved. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  /** What is left in the old place. */
  readonly shim: string;
  readonly text: string;
  readonly symbols: readonly MovedSymbol[];
  /** Of each old name, what an entry has to take from the new module, and whether it is a type. Without those that have another call shape. */
  readonly outward: ReadonlyMap<string, { readonly as: string; readonly isType: boolean }>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a module exports at its own statements. */
export interface Exported {
  readonly name: string;
  readonly node: ts.Identifier;
  readonly statement: ts.Statement;
  readonly kind: "value" | "type";
  readonly callable: ts.FunctionDeclaration | ts.ArrowFunction | undefined;
}

/**
 * As a whole; under new names; under new names in the same module; with arguments as an object; as the default export; as a method of an
 * object. What a style cannot do with an export, is renamed.
 */
const STYLES = ["whole", "renamed", "in place", "reshaped", "default", "member"] as const;

/**
 * What a module becomes when its definitions move, or nothing where that takes more than this knows: a module with lists of exports, a
 * default export, `require` or `declare module`.
 *
 * @param style the place of one of `STYLES`
 */
export function moveModule(project: Project, from: string, to: string, style: number): Moved | undefined {
  const tree = project.tree(from);
  const kind = STYLES[style] ?? "whole";
  if (/declare (module|global)|import\.meta|\brequire\(/.test(tree.text) || tree.statements.some((each) => ts.isExportDeclaration(each) || ts.isExportAssignment(each))) return undefined;
  const exported = exportsOf(tree);
  if (!exported || exported.length === 0) return undefined;
  const target = kind === "in place" ? from : to;
  const edits: Edit[] = kind === "in place" ? [] : rebased(tree, from, to);
  const quote = tree.text.includes('from "') ? '"' : "'";
  const end = /from ['"][^'"]+['"];/.test(tree.text) || !/from /.test(tree.text) ? ";" : "";
  const extension = /from ['"]\.[^'"]*(\.[jt]s)['"]/.exec(tree.text)?.[1] ?? "";
  const back = `${quote}${specifier(from, to).replace(/\.tsx?$/, "")}${extension}${quote}`;
  const byName = byKey(exported, (each) => each.name);
  if (kind === "whole") {
    const outward = new Map([...byName].map(([name, all]) => [name, { as: name, isType: all.every((each) => each.kind === "type") }]));
    return { from, to, shim: `/** @deprecated Moved. */\nexport * from ${back}${end}\n`, text: apply(tree.text, edits), symbols: [{ name: "*", as: "*" }], outward };
  }
  let shim = "";
  let tail = "";
  const imports: string[] = [];
  const symbols: MovedSymbol[] = [];
  const outward = new Map<string, { as: string; isType: boolean }>();
  for (const [name, all] of byName) {
    const [first] = all;
    if (!first) continue;
    const isType = all.every((each) => each.kind === "type");
    const shaped = all.length === 1 && (kind === "reshaped" || kind === "member") ? reshape(first, kind) : undefined;
    if (shaped) {
      edits.push(...shaped.edits(tree));
      tail += shaped.tail;
      shim += shaped.shim;
      imports.push(shaped.as);
      symbols.push({ name, as: shaped.as, rewrites: shaped.rewrites });
      continue;
    }
    if (kind === "default" && byName.size === 1 && !isType) {
      for (const each of all) {
        const keyword = exportKeyword(each.statement);
        if (keyword) edits.push({ start: keyword.getStart(tree), end: keyword.end + 1, text: "" });
      }
      tail += `\nexport default ${name}${end}\n`;
      shim += `/** @deprecated */\nexport { default as ${name} } from ${back}${end}\n`;
      symbols.push({ name, as: "default" });
      outward.set(name, { as: "default", isType });
      continue;
    }
    const as = newName(name);
    for (const place of project.places(from, first.node.getStart(tree))) edits.push({ start: place.start, end: place.end, text: place.before + as + place.after });
    const source = kind === "in place" ? "" : ` from ${back}`;
    shim += `/** @deprecated */\nexport ${isType ? "type " : ""}{ ${as} as ${name} }${source}${end}\n`;
    symbols.push({ name, as });
    outward.set(name, { as, isType });
  }
  if (imports.length > 0) shim = `import { ${imports.join(", ")} } from ${back}${end}\n${shim}`;
  const text = apply(tree.text, edits) + tail;
  return kind === "in place" ? { from, to: target, shim: text + shim, text: text + shim, symbols, outward } : { from, to, shim, text, symbols, outward };
}

/** A name of the same kind: a hook stays one, and a constant, and what JSX takes for a component. */
function newName(name: string): string {
  if (/^use[A-Z]/.test(name)) return `useNew${name.slice(3)}`;
  if (/^[A-Z_]+$/.test(name)) return `NEW_${name}`;
  return /^[A-Z]/.test(name) ? `New${name}` : `new${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The path from one file to another, as a specifier with its extension. */
export function specifier(from: string, to: string): string {
  const relative = path.relative(path.dirname(from), to);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** The word `export` before a statement. */
export function exportKeyword(statement: ts.Statement): ts.ModifierLike | undefined {
  return ts.canHaveModifiers(statement) ? ts.getModifiers(statement)?.find((each) => each.kind === ts.SyntaxKind.ExportKeyword) : undefined;
}

/** What a module exports at its declarations; nothing where one is of another form. */
function exportsOf(tree: ts.SourceFile): readonly Exported[] | undefined {
  const exported: Exported[] = [];
  for (const statement of tree.statements) {
    if (!exportKeyword(statement)) continue;
    const add = (node: ts.Node | undefined, kind: "value" | "type", callable?: Exported["callable"]): boolean => {
      if (!node || !ts.isIdentifier(node)) return false;
      exported.push({ name: node.text, node, statement, kind, callable });
      return true;
    };
    if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((each) => each.kind === ts.SyntaxKind.DefaultKeyword)) return undefined;
    if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList;
      for (const { name, initializer, type } of declarations) {
        const callable = initializer && ts.isArrowFunction(initializer) && !type && declarations.length === 1 ? initializer : undefined;
        if (!add(name, "value", callable)) return undefined;
      }
    } else if (ts.isFunctionDeclaration(statement)) {
      if (!add(statement.name, "value", statement)) return undefined;
    } else if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
      if (!add(statement.name, "value")) return undefined;
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      if (!add(statement.name, "type")) return undefined;
    } else return undefined;
  }
  return exported;
}

/** Relative specifiers, as the new place has to write them. */
function rebased(tree: ts.SourceFile, from: string, to: string): Edit[] {
  const edits: Edit[] = [];
  const rebase = (literal: ts.Node | undefined): void => {
    if (!literal || !ts.isStringLiteral(literal) || !/^\.\.?(\/|$)/.test(literal.text)) return;
    edits.push({ start: literal.getStart(tree) + 1, end: literal.end - 1, text: specifier(to, path.resolve(path.dirname(from), literal.text)) });
  };
  const pending: ts.Node[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isImportDeclaration(node)) rebase(node.moduleSpecifier);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) rebase(node.argument.literal);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) rebase(node.arguments[0]);
    ts.forEachChild(node, (child) => void pending.push(child));
  }
  return edits;
}

/** Edits at the same place are one: overloads name each other. */
export function apply(text: string, edits: readonly Edit[]): string {
  const seen = new Set<number>();
  let result = text;
  for (const { start, end, text: put } of [...edits].sort((a, b) => b.start - a.start)) {
    if (seen.has(start)) continue;
    seen.add(start);
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}
