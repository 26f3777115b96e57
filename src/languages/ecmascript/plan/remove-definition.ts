/** What is to be taken out for a definition to go: its declarations, and the entries by which the file exports it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { DefinitionFact } from "../../../policy/facts.ts";
import { assignments } from "../definitions.ts";
import { commonJsExport, exportedAs } from "../exported.ts";
import type { Reading } from "../read.ts";
import { ancestor, keyName, Type } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";
import { isInert } from "../rewrite/inert.ts";
import { areInert, globalDoubts, isTopLevel, partsOf, statementOf, topLevelVariables } from "./parts.ts";
import type { Removal } from "./removal.ts";

const wholeExport = "it is everything that this file exports";
const effects = "making it does something besides";

/**
 * Plans one definition that is to go; the reason where it can't.
 * @param goes whether the export of that name goes as well
 */
export function definitionRemoval(reading: Reading, fact: DefinitionFact, goes: (name: string) => boolean): Removal | string {
  const { source } = reading;
  if (fact.name === "*") return "every export of this file is deprecated: delete the file, once nobody imports it";
  const entries = entriesOf(reading, fact.name);
  if (typeof entries === "string") return entries;
  const variables: Variable[] = [];
  const parts = new Set<Node>(entries.parts);
  const others = new Set<string>();
  let isDefault = false;
  let declared: Node[] = [];
  for (const variable of topLevelVariables(source)) {
    if (!entries.locals.has(variable.name) || variable.defs.length === 0) continue;
    const found = partsOf(variable);
    if (typeof found === "string") return found;
    variables.push(variable);
    declared.push(...found);
    if (found.some((part) => ancestor(part, Type.ExportNamedDeclaration)) && variable.name !== fact.name && !goes(variable.name)) others.add(variable.name);
    isDefault ||= fact.name !== "default" && !goes("default") && found.some((part) => part.type === Type.ExportDefaultDeclaration || part.parent?.type === Type.ExportDefaultDeclaration);
    for (const reference of reading.references(variable)) {
      const as = exportedAs(source, reference);
      const entry = as === undefined ? undefined : entryAround(reference);
      if (as === undefined || !entry) continue;
      if (as !== fact.name && !goes(as)) others.add(as);
      if (isDefaultsMember(entry) && !goes("default")) others.add("default");
      parts.add(entry);
    }
  }
  // `export { getX as makeX }` where `getX` is exported too: that name stays, and with it what it names.
  const isAlias = entries.parts.length > 0 && (isDefault || variables.some(({ name }) => others.has(name)));
  if (isAlias) return { fact, parts: entries.parts, variables: [], member: undefined, doubt: undefined, loads: undefined };
  declared = declared.filter((part) => !parts.has(part));
  if (declared.length === 0 && entries.parts.length === 0) return "where it is defined can't be told";
  if (!areInert(source, declared, true)) return effects;
  for (const part of declared) parts.add(part);
  const doubts = [
    ...[...others].map((name) => `it is exported as \`${name}\` too`),
    ...globalDoubts(source),
    ...(reading.ports.whole ? [] : ["another part of the file may use it"]),
  ];
  return { fact, parts: [...parts], variables, member: entries.member ? fact.name : undefined, doubt: doubts[0], loads: undefined };
}

interface Entries {
  /** What exports it, and nothing else. */
  readonly parts: Node[];
  /** The names that it has in the file. */
  readonly locals: Set<string>;
  /** It is a member of `exports`, by which the file may read it. */
  member: boolean;
}

/** The entries that export `name`; the reason where one of them can't go. */
function entriesOf({ source }: Reading, name: string): Entries | string {
  const found: Entries = { parts: [], locals: new Set(), member: false };
  for (const statement of source.ast.body) {
    const refused = byStatement(statement);
    if (refused !== undefined) return refused;
  }
  return found;

  function byStatement(statement: Node): string | undefined {
    switch (statement.type) {
      case Type.ExportDefaultDeclaration:
        return name === "default" ? byDefault(statement) : undefined;
      case Type.TSExportAssignment:
        return name === "default" ? wholeExport : undefined;
      case Type.ExportNamedDeclaration:
        byName(statement);
        return undefined;
      case Type.ExpressionStatement:
        return byAssignment(statement);
      default:
        return undefined;
    }
  }

  function byDefault(statement: TSESTree.ExportDefaultDeclaration): string | undefined {
    const { declaration } = statement;
    if (declaration.type === Type.Identifier) found.locals.add(declaration.name);
    else if ("id" in declaration && declaration.id?.type === Type.Identifier && declaration.type.endsWith("Declaration")) {
      found.locals.add(declaration.id.name);
      return undefined;
    } else if (!isInert(source, declaration, true)) return effects;
    found.parts.push(statement);
    return undefined;
  }

  function byName(statement: TSESTree.ExportNamedDeclaration): void {
    for (const specifier of statement.source ? [] : statement.specifiers) {
      if (keyName(specifier.exported) !== name) continue;
      found.parts.push(specifier);
      found.locals.add(keyName(specifier.local) ?? "");
    }
    const declaration = statement.declaration;
    if (declaration && (source.scopeManager?.getDeclaredVariables(declaration) ?? []).some((variable) => variable.name === name)) found.locals.add(name);
  }

  function byAssignment(statement: TSESTree.ExpressionStatement): string | undefined {
    const assigned = assignments(statement.expression);
    const [first] = assigned;
    if (!first) return undefined;
    const { value } = first;
    const names = assigned.map(({ target }) => commonJsExport(source, target));
    if (names.includes("module.exports")) {
      if (name === "default" && value.type !== Type.ObjectExpression) return wholeExport;
      return value.type === Type.ObjectExpression ? byProperty(value) : undefined;
    }
    if (!names.includes(name)) return undefined;
    if (assigned.length > 1) return "it is assigned together with something else";
    return add(statement, value);
  }

  function byProperty(object: TSESTree.ObjectExpression): string | undefined {
    for (const property of object.properties) {
      if (property.type !== Type.Property || keyName(property.key, property.computed) !== name) continue;
      const refused = add(property, property.value);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  function add(part: Node, value: Node): string | undefined {
    if (value.type === Type.Identifier) found.locals.add(value.name);
    else if (!isInert(source, value, true)) return effects;
    found.parts.push(part);
    found.member = true;
    return undefined;
  }
}

/** `x` of `export default { x }`: who takes the default export has it. */
function isDefaultsMember(entry: Node): boolean {
  return entry.type === Type.Property && entry.parent.parent.type === Type.ExportDefaultDeclaration;
}

/** What exports the reference and nothing else. */
function entryAround(reference: Node): Node | undefined {
  const { parent } = reference;
  switch (parent?.type) {
    case Type.ExportSpecifier:
    case Type.ExportDefaultDeclaration:
      return isTopLevel(statementOf(parent.type === Type.ExportSpecifier ? parent.parent : parent)) ? parent : undefined;
    case Type.Property:
      return parent;
    case Type.AssignmentExpression:
      return parent.parent.type === Type.ExpressionStatement ? parent.parent : undefined;
    default:
      return undefined;
  }
}
