/** What is to be taken out for an export of another module's symbol to go. */
import type { Order } from "../../adapter.ts";
import { commonJsExport, definedExport } from "../exported.ts";
import type { Reexported } from "../model.ts";
import type { Reading } from "../read.ts";
import { ancestor, asserted, keyName, memberName, Type, unwrapped, walk, within } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";
import { globalDoubts, isTopLevel, partsOf, statementOf } from "./parts.ts";
import type { Removal } from "./removal.ts";

/** Plans one export that is to go; the reason where it can't. */
export function reexportRemoval(reading: Reading, { fact, site }: Reexported, order: Order): Removal | string {
  const defined = definedExport(reading.source, site)?.call.parent;
  const part = defined?.type === Type.ExpressionStatement ? defined : partOf(site);
  if (typeof part === "string") return part;
  const statement = statementAround(part);
  if (!statement || !isTopLevel(statement)) return "it does not stand at the top level of the file";
  const isFrom = "source" in statement && statement.source !== null;
  const runs = "sideEffects" in order.replacement && order.replacement.sideEffects;
  if (runs && !isFrom && loads(reading, fact.specifier, part)) return "loading the old module does something, and it is loaded here";
  const variables = declaredBy(reading, part);
  const parts = new Set([part]);
  for (const variable of variables) {
    const all = partsOf(variable);
    if (typeof all === "string") return all;
    for (const each of all) parts.add(each);
  }
  const isProperty = part.type === Type.Property && part.parent.type === Type.ObjectExpression;
  const doubt = isProperty ? doubtOfProperty(part) : undefined;
  const outside = reading.ports.whole || isFrom ? undefined : "another part of the file may use it";
  const member = isProperty || statement.type === Type.ExpressionStatement ? fact.as : undefined;
  return { fact, parts: [...parts], variables, member, doubt: doubt ?? globalDoubts(reading.source)[0] ?? outside, loads: runs && isFrom ? statement : undefined };
}

/** The part that lets the symbol out. */
function partOf(site: Node): Node | string {
  switch (site.type) {
    case Type.ExportSpecifier:
    case Type.ExportAllDeclaration:
    case Type.VariableDeclarator:
    case Type.Property:
      return site;
    case Type.TSImportEqualsDeclaration:
      return statementOf(site);
    case Type.SpreadElement:
      return "all that the module holds is exported with it";
    default:
  }
  const value = unwrapped(site);
  const { parent } = value;
  switch (parent?.type) {
    case Type.ExportDefaultDeclaration:
    case Type.VariableDeclarator:
    case Type.Property:
      return parent;
    case Type.TSImportEqualsDeclaration:
    case Type.TSTypeAliasDeclaration:
      return statementOf(parent);
    case Type.TSTypeReference:
      return partOf(parent);
    case Type.TSExportAssignment:
      return "it is everything that this file exports";
    case Type.AssignmentExpression:
      return parent.parent.type === Type.ExpressionStatement ? partOfAssignment(parent.parent, parent.left) : "it is assigned together with something else";
    default:
      return "all that the module holds is exported with it";
  }
}

function partOfAssignment(statement: Node, target: Node): Node | string {
  const isWhole = target.type === Type.MemberExpression && target.object.type === Type.Identifier && target.object.name === "module";
  return isWhole ? "it is everything that this file exports" : statement;
}

function statementAround(part: Node): Node | undefined {
  for (let node: Node | undefined = part; node; node = node.parent)
    if (node.parent?.type === Type.Program || node.parent?.type === Type.TSModuleBlock || node.parent?.type === Type.BlockStatement) return node;
  return undefined;
}

/** The bindings that go with it: an exported constant may be used in the file itself. */
function declaredBy({ source }: Reading, part: Node): readonly Variable[] {
  const declared = (node: Node): readonly Variable[] => source.scopeManager?.getDeclaredVariables(node) ?? [];
  if (part.type === Type.ExportNamedDeclaration && part.declaration) return declared(part.declaration);
  if (part.type === Type.VariableDeclarator) return declared(part);
  if (part.type !== Type.Property || part.parent.type !== Type.ObjectPattern) return [];
  const declarator = ancestor(part, Type.VariableDeclarator);
  return (declarator ? declared(declarator) : []).filter(({ identifiers }) => identifiers.some((identifier) => within(identifier, part)));
}

/** Whether the module is loaded by the very expression that is exported. */
function loads({ taken }: Reading, specifier: string, part: Node): boolean {
  return taken.some(({ holder: { kind, node, specifier: loaded } }) => loaded === specifier && (kind === "require" || kind === "dynamic") && within(node, part));
}

/** An object that is exported as a whole may be read by a tool (a configuration, a component): of options, not of exports. */
function doubtOfProperty(property: Node): string | undefined {
  if (property.type !== Type.Property) return undefined;
  const object = asserted(property.parent).parent;
  if (object?.type === Type.Property) return "it is a part of a larger value that is exported";
  const value = property.value;
  const own = value.type === Type.Identifier ? value.name : value.type === Type.MemberExpression ? keyName(value.property, value.computed) : undefined;
  return own === keyName(property.key, property.computed) ? undefined : "under this name it may be an option that somebody reads";
}

/** Where the file itself reads its own export `name`: `exports.x`, `module.exports.x`, `this.x` in a method of such an object. */
export function ownReads({ source }: Reading, name: string): readonly Node[] {
  const found: Node[] = [];
  walk(source, source.ast, (node) => {
    if (node.type !== Type.MemberExpression || memberName(node) !== name) return;
    if (node.object.type === Type.ThisExpression || commonJsExport(source, node) === name) found.push(node);
  });
  return found;
}
