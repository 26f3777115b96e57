/** How an expression leaves the file: the outward name under which a reference is exported, if it is. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ReadPorts } from "../adapter.ts";
import type { Named } from "./model.ts";
import { asserted, functionThatGives, isPlatforms, keyName, literalText, memberName, Type } from "./syntax.ts";
import type { Node, Source } from "./syntax.ts";

/**
 * The outward name under which `node` (an expression, a type's name, or the local part of an export specifier) is
 * exported as it is; `undefined` where it is not, or only as a part of something computed.
 */
export function exportedAs(source: Source, node: Node): string | undefined {
  const value = asserted(node);
  const parent = value.parent;
  switch (parent?.type) {
    case Type.ExportSpecifier:
      return keyName(parent.exported);
    case Type.ExportDefaultDeclaration:
      return "default";
    case Type.TSExportAssignment:
      return "export=";
    case Type.VariableDeclarator:
      return parent.init === value && parent.id.type === Type.Identifier && isExported(parent.parent) ? parent.id.name : undefined;
    case Type.TSImportEqualsDeclaration:
      return isExported(parent) ? parent.id.name : undefined;
    case Type.TSTypeReference:
      return parent.typeArguments ? undefined : exportedAs(source, parent);
    case Type.TSTypeAliasDeclaration:
      // With parameters it is another type, made of this one.
      return parent.typeAnnotation === value && !parent.typeParameters && isExported(parent) ? parent.id.name : undefined;
    case Type.Property:
      if (parent.value === value && isExportedObject(source, parent.parent)) return keyName(parent.key, parent.computed);
      return definedExport(source, value)?.name;
    case Type.ReturnStatement:
    case Type.ArrowFunctionExpression:
      return definedExport(source, value)?.name;
    case Type.AssignmentExpression:
      return parent.right === value && parent.operator === "=" ? commonJsExport(source, parent.left) : undefined;
    default:
      return undefined;
  }
}

/** Whether a declaration stands behind `export`. */
export function isExported(declaration: Node): boolean {
  return declaration.parent?.type === Type.ExportNamedDeclaration;
}

/** `export default { … }` and `module.exports = { … }`, and objects within those. */
export function isExportedObject(source: Source, node: Node): boolean {
  if (node.type !== Type.ObjectExpression) return false;
  const value = asserted(node);
  const parent = value.parent;
  if (parent?.type === Type.Property) return parent.value === value && isExportedObject(source, parent.parent);
  if (parent?.type === Type.ExportDefaultDeclaration || parent?.type === Type.TSExportAssignment) return true;
  return (
    parent?.type === Type.AssignmentExpression && parent.right === value && commonJsExport(source, parent.left) === "module.exports"
  );
}

/** `"module.exports"` for that itself, or the name in `exports.x` and `module.exports.x`. */
export function commonJsExport(source: Source, target: Node): string | undefined {
  if (target.type !== Type.MemberExpression) return undefined;
  const { object } = target;
  const name = keyName(target.property, target.computed);
  if (object.type !== Type.Identifier) return commonJsExport(source, object) === "module.exports" ? name : undefined;
  if (!isPlatforms(source, object, object.name)) return undefined;
  if (object.name === "module") return name === "exports" ? "module.exports" : undefined;
  return object.name === "exports" ? name : undefined;
}

/**
 * `Object.defineProperty(exports, "x", { value: y })`, or with `get: function () { return y; }`, as compilers write it: the
 * call that gives the file's export `x` the value `y`.
 */
export function definedExport(source: Source, value: Node): { readonly call: TSESTree.CallExpression; readonly name: string } | undefined {
  const property = asserted(value).parent?.type === Type.Property ? asserted(value).parent : functionThatGives(asserted(value))?.parent;
  const call = property?.parent?.parent;
  if (property?.type !== Type.Property || call?.type !== Type.CallExpression || memberName(call.callee) !== "defineProperty") return undefined;
  const [target, key, descriptor] = call.arguments;
  const name = key && literalText(key);
  if (!target || name === undefined || descriptor !== property.parent || !isExportsObject(source, target)) return undefined;
  return keyName(property.key) === (property.value === asserted(value) ? "value" : "get") ? { call, name } : undefined;
}

/**
 * How all that `value` holds is copied to the file's exports: `"*"` by `__exportStar(require("m"), exports)`, as
 * compilers write `export *`; `"module.exports"`, the default too, by `Object.assign(module.exports, require("m"))`, by
 * `module.exports = Object.assign({}, require("m"))`, and where it is one of two that `module.exports` may be.
 */
export function copiedAs(source: Source, value: Node): "*" | "module.exports" | undefined {
  const { parent } = value;
  if (parent?.type === Type.ConditionalExpression) return parent.test !== value && isAllExported(source, parent) ? "module.exports" : undefined;
  if (parent?.type !== Type.CallExpression || parent.callee === value) return undefined;
  const { callee, arguments: given } = parent;
  const name = callee.type === Type.Identifier ? callee.name : memberName(callee);
  if (name !== undefined && /^_*export(?:Star)?$/.test(name)) return "*";
  const [target] = given;
  if (name !== "assign" || !target) return undefined;
  const isCopied = (target !== value && isExportsObject(source, target)) || isAllExported(source, parent);
  return isCopied ? "module.exports" : undefined;
}

/** Whether an expression is what `module.exports` is made. */
function isAllExported(source: Source, expression: Node): boolean {
  const { parent } = asserted(expression);
  return parent?.type === Type.AssignmentExpression && parent.operator === "=" && commonJsExport(source, parent.left) === "module.exports";
}

function isExportsObject(source: Source, node: Node): boolean {
  if (node.type === Type.Identifier) return node.name === "exports" && isPlatforms(source, node, "exports");
  return commonJsExport(source, node) === "module.exports";
}

/** The span of a site that is exported: the export specifier or the object's property where there is one. */
export function exportSite(source: Source, node: Node): Node {
  const parent = asserted(node).parent;
  if (parent?.type === Type.Property && definedExport(source, node)) return node;
  return parent?.type === Type.ExportSpecifier || parent?.type === Type.Property ? parent : node;
}

/** ECMA-262 16.2.1.7.2.2: a name that another star of the file has for something else gets out by neither of them. */
export function contested(ports: ReadPorts, star: TSESTree.ExportAllDeclaration, { module }: Named): readonly string[] {
  const { parent } = star;
  const body: readonly Node[] = parent.type === Type.Program || parent.type === Type.TSModuleBlock ? parent.body : [];
  const others = body.flatMap((other) => (other.type === Type.ExportAllDeclaration && other !== star && !other.exported ? ports.moduleKey(other.source.value) : []));
  // A module as a whole is no name: what it has gets out, but for the names that are contested.
  return ports.deprecatedNames(module).filter((name) => name !== "*" && others.some((other) => ports.disagree(name, module, other)));
}
