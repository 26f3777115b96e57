/** What the expressions of a CommonJS file stand for: another module, an export of it, or the file's own exports. */
import type { CallExpression, Node, Program } from "oxc-parser";

/** Where an export comes from. */
export interface ExportSource {
  /** The specifier of the module that it is taken from; absent where this file defines it. */
  readonly from?: string;
  /** The name there; `"*"` for the whole namespace. */
  readonly name: string;
  /** Only its type is passed on. */
  readonly typeOnly: boolean;
  /** The binding that `import * as` makes of a whole module: it is this file's own, and equals no other file's (ECMA-262 16.2.1.7.1). */
  readonly binding?: string;
}

/** Every node below a tree, in no particular order, with its parent. Iterative: deep trees must not overflow. */
export function* nodesOf(tree: Node): Generator<readonly [node: Node, parent: Node | undefined]> {
  const stack: (readonly [Node, Node | undefined])[] = [[tree, undefined]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (const child of childrenOf(next[0])) stack.push([child, next[0]]);
  }
}

/** The nodes right below one. */
export function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield child;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The specifier of `require("x")`, or of a call around it (`__importStar(require("x"))`). */
export function requiredSpecifier(node: Node | null | undefined): string | undefined {
  if (node?.type !== "CallExpression") return undefined;
  const argument = node.arguments[0];
  if (node.callee.type === "Identifier" && node.callee.name === "require") {
    return argument?.type === "Literal" && typeof argument.value === "string" ? argument.value : undefined;
  }
  return node.callee.type === "Identifier" && /^_*(?:import|interop|toESM)/.test(node.callee.name) ? requiredSpecifier(argument) : undefined;
}

/** Whether a `require` is only passed on whole: `module.exports = require("x")`, `__exportStar(require("x"), exports)`. */
export function isPassedOn(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "AssignmentExpression") return parent.right === node && isExportsObject(parent.left);
  return parent?.type === "CallExpression" && parent.arguments[0] === node && exportsAll.test(calleeName(parent));
}

/** What TypeScript compiles `export *` to. */
export const exportsAll = /^_*export(?:Star)?$/;

export function calleeName({ callee }: CallExpression): string {
  return callee.type === "Identifier" ? callee.name : (propertyName(callee) ?? "");
}

/** The name of a property that is written out; `undefined` for a computed one. */
export function propertyName(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : undefined;
  return node.property.type === "Literal" && typeof node.property.value === "string" ? node.property.value : undefined;
}

/** `exports` or `module.exports`. */
export function isExportsObject(node: Node): boolean {
  if (node.type === "Identifier") return node.name === "exports";
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && propertyName(node) === "exports";
}

/** What the file's variables stand for, where that is another module or an export of it. */
export function requiredBindings(program: Program): ReadonlyMap<string, ExportSource> {
  const bindings = new Map<string, ExportSource>();
  for (const statement of program.body) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) {
      const whole = sourceOf(init, bindings);
      if (whole === undefined) continue;
      if (id.type === "Identifier") bindings.set(id.name, whole);
      if (id.type !== "ObjectPattern" || whole.name !== "*") continue;
      for (const property of id.properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier" || property.value.type !== "Identifier") continue;
        bindings.set(property.value.name, { ...whole, name: property.key.name });
      }
    }
  }
  // One that is assigned again may hold anything by the time it is exported.
  if (bindings.size > 0) for (const [node] of nodesOf(program)) if (node.type === "AssignmentExpression" && node.left.type === "Identifier") bindings.delete(node.left.name);
  return bindings;
}

/** The export of another module that an expression is; `undefined` where it is anything else. */
export function sourceOf(node: Node | null | undefined, bindings: ReadonlyMap<string, ExportSource>): ExportSource | undefined {
  if (node === null || node === undefined) return undefined;
  const required = requiredSpecifier(node);
  if (required !== undefined) return { from: required, name: "*", typeOnly: false };
  if (node.type === "Identifier") return bindings.get(node.name);
  const name = propertyName(node);
  if (node.type !== "MemberExpression" || name === undefined) return undefined;
  const object = sourceOf(node.object, bindings);
  return object?.from !== undefined && object.name === "*" ? { ...object, name } : undefined;
}

/** What the getter that compilers write gives: `get: function () { return x_1.a; }`. Any other function is a thing of its own. */
export function givenBy(getter: Node): Node {
  if (getter.type !== "FunctionExpression" && getter.type !== "ArrowFunctionExpression") return getter;
  const body = getter.body?.type === "BlockStatement" ? getter.body.body[0] : getter.body;
  return (body?.type === "ReturnStatement" ? body.argument : body) ?? getter;
}

/** The value at the end of `exports.a = exports.b = value`. */
export function finalValue(node: Node): Node {
  return node.type === "AssignmentExpression" ? finalValue(node.right) : node;
}
