/** How an expression leaves the file: the outward name under which a reference is exported, if it is. */
import { keyName, Type } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/**
 * The outward name under which `node` (an expression, or the local part of an export specifier) is exported as it is;
 * `undefined` where it is not, or only as a part of something computed.
 */
export function exportedAs(node: Node): string | undefined {
  const parent = node.parent;
  switch (parent?.type) {
    case Type.ExportSpecifier:
      return keyName(parent.exported);
    case Type.ExportDefaultDeclaration:
      return "default";
    case Type.TSExportAssignment:
      return "export=";
    case Type.VariableDeclarator:
      return parent.init === node &&
        parent.id.type === Type.Identifier &&
        parent.parent.parent.type === Type.ExportNamedDeclaration
        ? parent.id.name
        : undefined;
    case Type.Property:
      return parent.value === node && isExportedObject(parent.parent)
        ? keyName(parent.key, parent.computed)
        : undefined;
    case Type.AssignmentExpression:
      return parent.right === node && parent.operator === "=" ? commonJsExport(parent.left) : undefined;
    default:
      return undefined;
  }
}

/** `export default { … }` and `module.exports = { … }`, and objects within those. */
function isExportedObject(node: Node): boolean {
  if (node.type !== Type.ObjectExpression) return false;
  const parent = node.parent;
  if (parent.type === Type.Property) return parent.value === node && isExportedObject(parent.parent);
  if (parent.type === Type.ExportDefaultDeclaration || parent.type === Type.TSExportAssignment) return true;
  return (
    parent.type === Type.AssignmentExpression && parent.right === node && commonJsExport(parent.left) === "module.exports"
  );
}

/** `module.exports` itself, or the name in `exports.x` and `module.exports.x`. */
function commonJsExport(target: Node): string | undefined {
  if (target.type !== Type.MemberExpression) return undefined;
  const { object } = target;
  const name = keyName(target.property, target.computed);
  if (object.type === Type.Identifier && object.name === "module") return name === "exports" ? "module.exports" : undefined;
  if (object.type === Type.Identifier && object.name === "exports") return name;
  return commonJsExport(object) === "module.exports" ? name : undefined;
}

/** The span of a site that is exported: the export specifier or the object's property where there is one. */
export function exportSite(node: Node): Node {
  const parent = node.parent;
  return parent?.type === Type.ExportSpecifier || parent?.type === Type.Property ? parent : node;
}
