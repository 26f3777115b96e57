/** Lists of names that a statement takes of a module, and how they are written: `import { a }`, `const { a } = require()`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Replacement } from "../../adapter.ts";
import { byKey } from "../../grouped.ts";
import type { Holder, Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { isIdentifierName, unwrapped, Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { indentBefore } from "../../text-lines.ts";
import { endOf } from "../rewrite/remove.ts";
import { isWhole } from "./additions.ts";
import type { Addition } from "./group.ts";
import { onLines, widestLike } from "./layout.ts";
import { isLoadedWith } from "./loads.ts";
import { typesOfDeclarator } from "./module-types.ts";

/** A statement of its own that takes names of one module. */
export interface NameList {
  readonly form: "import" | "require" | "dynamic";
  readonly holder: Holder;
  readonly statement: TSESTree.ImportDeclaration | TSESTree.VariableDeclaration;
  /** Specifiers, or the pattern's properties; a namespace is one item. */
  readonly items: readonly Node[];
  /** The literals by which types in the statement name the module too: `require("m") as typeof import("m")`. */
  readonly types: readonly Node[];
}

/** The list that `taken` stands in; `undefined` where the module is named by something that is no statement of its own. */
export function listOf({ how, holder, node }: Pick<Taken, "how" | "holder" | "node">): NameList | undefined {
  if (holder.kind === "import" && holder.node.type === Type.ImportDeclaration) {
    // `const other = ws`: the binding stands in no import.
    const items: readonly Node[] = holder.node.specifiers;
    return items.includes(node) ? { form: "import", holder, statement: holder.node, items, types: [] } : undefined;
  }
  if (holder.kind !== "require" && holder.kind !== "dynamic") return undefined;
  const declarator = node.type === Type.VariableDeclarator ? node : node.parent?.parent;
  if (declarator?.type !== Type.VariableDeclarator) return undefined;
  const isMember = how === "listed" && declarator === node;
  if (!isMember && declarator.init !== unwrapped(holder.node)) return undefined;
  if (holder.kind === "dynamic" && declarator.init?.type !== Type.AwaitExpression) return undefined;
  const statement = declarator.parent;
  if (statement.declarations.length !== 1 || !isStatementList(statement.parent)) return undefined;
  const types = typesOfDeclarator(declarator, holder);
  if (!types) return undefined;
  if (declarator.id.type === Type.ObjectPattern) {
    if (declarator.id !== node.parent || declarator.id.typeAnnotation) return undefined;
    // What is taken out of the pattern would fall to its rest; and a property with a default may hold something else.
    if (declarator.id.properties.some(({ type }) => type === Type.RestElement)) return undefined;
    if (node.type === Type.Property && node.value.type !== Type.Identifier) return undefined;
    return { form: holder.kind, holder, statement, items: declarator.id.properties, types };
  }
  return { form: holder.kind, holder, statement, items: [declarator], types };
}

/** The lists of a file, where a new name may be looked for thousands of times. */
export interface Lists {
  /** Those that take something governed of the module that the new name is of, and the imports of the specifier by which it is to be had. */
  of(replacement: Replacement): Iterable<NameList>;
}

/** All lists of a file. */
export function listsOf({ taken, declarations }: Pick<Reading, "taken" | "declarations">): Lists {
  const governed = byKey(taken.flatMap((each) => listOf(each) ?? []), ({ holder }) => holder.module);
  const declared = byKey(declarations.filter(({ specifiers }) => specifiers.length > 0), ({ source }) => source.value);
  return {
    *of({ module, specifier }) {
      yield* governed.get(module) ?? [];
      for (const node of declared.get(specifier) ?? []) yield { form: "import", holder: { kind: "import", module, specifier, literal: node.source, node }, statement: node, items: node.specifiers, types: [] };
    },
  };
}

function isStatementList(node: Node): boolean {
  return (
    node.type === Type.Program || node.type === Type.BlockStatement || node.type === Type.StaticBlock || node.type === Type.TSModuleBlock
  );
}

/** How one name is written in a list of `form`. */
export function itemText(form: NameList["form"], { replacement, local, typeOnly }: Addition, allTypes: boolean): string {
  const { name } = replacement;
  const shown = isIdentifierName(name) ? name : JSON.stringify(name);
  if (form !== "import") return shown === local ? local : `${shown}: ${local}`;
  const type = typeOnly && !allTypes ? "type " : "";
  return type + (shown === local ? local : `${shown} as ${local}`);
}

/** A statement that takes `additions` (all of one module; a whole namespace alone), written the way `list`'s statement is. */
export function statementText(source: Source, list: NameList, additions: readonly Addition[]): string {
  const indent = indentBefore(source.text, list.statement.range[0]);
  const lines = (names: readonly string[]): string | undefined => (names.length > 1 ? onLines(source, indent, names) : undefined);
  const line = statementOf(source, list, additions);
  return (indent + line).length > widestLike(source, list) ? statementOf(source, list, additions, lines) : line;
}

/** @param lines names on lines of their own, in braces; `undefined` where they are to stand on one */
function statementOf(source: Source, list: NameList, additions: readonly Addition[], lines?: (names: readonly string[]) => string | undefined): string {
  const { statement, form } = list;
  const text = source.text.slice(statement.range[0], endOf(source, statement));
  const semicolon = text.endsWith(";") ? ";" : "";
  const literal = list.holder.literal;
  const quote = source.text.charAt(literal.range[0]);
  const whole = additions.find((addition) => isWhole(addition, list));
  const specifier = `${quote}${additions[0]?.replacement.specifier ?? ""}${quote}`;
  const space = /\{\S/.test(text) && !/\{\s*\}/.test(text) ? "" : " ";
  const braces = (items: readonly string[]): string => lines?.(items) ?? `{${space}${items.join(", ")}${space}}`;
  if (statement.type === Type.VariableDeclaration) {
    const names = whole ? whole.local : braces(additions.map((addition) => itemText(form, addition, false)));
    const type = form === "require" && list.types.length > 0 ? ` as typeof import(${specifier})` : "";
    return `${statement.kind} ${names} = ${form === "require" ? `require(${specifier})` : `await import(${specifier})`}${type}${semicolon}`;
  }
  const allTypes = additions.every(({ typeOnly }) => typeOnly);
  const keyword = allTypes ? "import type" : "import";
  const attributes = statement.attributes.length > 0 ? ` with { ${statement.attributes.map((node) => source.getText(node)).join(", ")} }` : "";
  if (whole) return `${keyword} * as ${whole.local} from ${specifier}${attributes}${semicolon}`;
  // `import type D, { a }` is no syntax: with more names a default is written as one of them.
  const lone = additions.find(({ replacement }) => replacement.name === "default");
  const named = additions.filter((addition) => addition !== lone || (allTypes && additions.length > 1));
  const clauses = [
    ...(lone && !named.includes(lone) ? [lone.local] : []),
    ...(named.length > 0 ? [braces(named.map((addition) => itemText(form, addition, allTypes)))] : []),
  ];
  return `${keyword} ${clauses.join(", ")} from ${specifier}${attributes}${semicolon}`;
}

function isInlineType(item: Node): boolean {
  return item.type === Type.ImportSpecifier && item.importKind === "type";
}

/**
 * Whether a name can join the list: no value goes into `import type`, no type of one into a list of values, none beside a
 * namespace, and attributes agree.
 */
export function canHold(source: Source, list: NameList, addition: Addition, from: NameList): boolean {
  if (list.form !== from.form) return false;
  if (list.statement.type === Type.VariableDeclaration)
    return (
      list.items.every(({ type }) => type === Type.Property) &&
      list.items.length > 0 &&
      list.statement.parent === from.statement.parent &&
      list.statement.range[1] <= from.statement.range[0] &&
      isLoadedWith(source, list, from)
    );
  if (from.statement.type !== Type.ImportDeclaration || list.statement.parent !== from.statement.parent) return false;
  if (list.items.some(({ type }) => type === Type.ImportNamespaceSpecifier)) return false;
  const typed = list.statement.importKind === "type";
  if (typed && (!addition.typeOnly || list.items.some(({ type }) => type === Type.ImportDefaultSpecifier))) return false;
  // Who keeps types apart goes on doing so, and need not have a compiler that reads `import { type T }`.
  if (!typed && from.statement.importKind === "type" && !list.items.some(isInlineType)) return false;
  const attributes = (statement: TSESTree.ImportDeclaration): string =>
    statement.attributes.map((node) => source.getText(node)).sort().join();
  return attributes(list.statement) === attributes(from.statement);
}

/** Whether it is `import type { … }`. */
export function isTypeList({ statement }: NameList): boolean {
  return statement.type === Type.ImportDeclaration && statement.importKind === "type";
}

/** Whether an item of a list is a name, which another one can stand beside. */
export function isPlain({ type }: Node): boolean {
  return type === Type.ImportSpecifier || type === Type.Property;
}
