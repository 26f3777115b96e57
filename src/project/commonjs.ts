/**
 * Exports of a CommonJS file, as far as its text shows them. Whatever uses `module` or `exports` in another way than
 * the ones read here makes the list open: there may be more names.
 */
import type { CallExpression, Node, Program } from "oxc-parser";
import type { ExportKind } from "../languages/adapter.ts";
import { declaredKinds, type Kinds } from "./kinds.ts";

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

export interface CommonJsExports {
  readonly exports: ReadonlyMap<string, ExportSource>;
  readonly kinds: ReadonlyMap<string, ExportKind>;
  /** Modules all of whose exports are passed on: by TypeScript's `__exportStar` without `default`. */
  readonly stars: readonly { readonly from: string; readonly withDefault: boolean }[];
  /** There may be more. */
  readonly open: boolean;
  /** The file says that `default` is an export of its own (`__esModule`). */
  readonly isTranspiled: boolean;
}

/** Every node below a tree, in no particular order, with its parent. Iterative: deep trees must not overflow. */
export function* nodesOf(tree: Node): Generator<readonly [node: Node, parent: Node | undefined]> {
  const stack: (readonly [Node, Node | undefined])[] = [[tree, undefined]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (const value of Object.values(next[0])) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) stack.push([child, next[0]]);
    }
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
  return node.callee.type === "Identifier" && /^_*(?:import|interop)/.test(node.callee.name) ? requiredSpecifier(argument) : undefined;
}

/** Whether a `require` is only passed on whole: `module.exports = require("x")`, `__exportStar(require("x"), exports)`. */
export function isPassedOn(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "AssignmentExpression") return parent.right === node && isExportsObject(parent.left);
  return parent?.type === "CallExpression" && parent.arguments[0] === node && exportsAll.test(calleeName(parent));
}

/** What TypeScript compiles `export *` to. */
const exportsAll = /^_*export(?:Star)?$/;

function calleeName({ callee }: CallExpression): string {
  return callee.type === "Identifier" ? callee.name : (propertyName(callee) ?? "");
}

/** The name of a property that is written out; `undefined` for a computed one. */
function propertyName(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : undefined;
  return node.property.type === "Literal" && typeof node.property.value === "string" ? node.property.value : undefined;
}

/** `exports` or `module.exports`. */
function isExportsObject(node: Node): boolean {
  if (node.type === "Identifier") return node.name === "exports";
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && propertyName(node) === "exports";
}

/** What the file's variables stand for, where that is another module or an export of it. */
function requiredBindings(program: Program): ReadonlyMap<string, ExportSource> {
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
  return bindings;
}

/** The export of another module that an expression is; `undefined` where it is anything else. */
function sourceOf(node: Node | null | undefined, bindings: ReadonlyMap<string, ExportSource>): ExportSource | undefined {
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
function givenBy(getter: Node): Node {
  if (getter.type !== "FunctionExpression" && getter.type !== "ArrowFunctionExpression") return getter;
  const body = getter.body?.type === "BlockStatement" ? getter.body.body[0] : getter.body;
  return (body?.type === "ReturnStatement" ? body.argument : body) ?? getter;
}

/** @param program a file without ESM syntax, parsed without parentheses nodes */
export function readCommonJs(program: Program): CommonJsExports {
  const bindings = requiredBindings(program);
  const declared = declaredKinds(program.body);
  const exports = new Map<string, ExportSource>();
  const kinds: Kinds = new Map();
  const stars: { from: string; withDefault: boolean }[] = [];
  /** Uses of `exports` and `module` that are understood. */
  const understood = new Set<Node>();
  let open = false;
  let complete = false;
  let isTranspiled = false;

  const addExport = (name: string, value: Node): void => {
    if (name === "__esModule") {
      isTranspiled = true;
      return;
    }
    const source = value.type === "UnaryExpression" ? undefined : sourceOf(value, bindings);
    // `exports.a = void 0` at the top of compiled files only announces the name.
    if (!exports.has(name) || source !== undefined) exports.set(name, source ?? { name, typeOnly: false });
    const isClass = value.type === "ClassExpression" || (value.type === "Identifier" && declared.get(value.name) === "both");
    if (value.type !== "UnaryExpression" || !kinds.has(name)) kinds.set(name, isClass ? "both" : "value");
  };

  const replaceExports = (value: Node): void => {
    const whole = sourceOf(value, bindings);
    if (whole?.from !== undefined && whole.name === "*") stars.push({ from: whole.from, withDefault: true });
    else if (value.type !== "ObjectExpression") open ||= !isExportsObject(value) && value.type !== "AssignmentExpression";
    else {
      for (const property of value.properties) {
        if (property.type === "SpreadElement") {
          const spread = sourceOf(property.argument, bindings);
          if (spread?.from !== undefined && spread.name === "*") stars.push({ from: spread.from, withDefault: true });
          else open = true;
        } else if (!property.computed && property.key.type === "Identifier") addExport(property.key.name, property.value);
        else if (property.key.type === "Literal" && typeof property.key.value === "string") addExport(property.key.value, property.value);
        else open = true;
      }
    }
    if (!exports.has("default")) addExport("default", value.type === "ObjectExpression" ? program : value);
  };

  for (const [node, parent] of nodesOf(program)) {
    if (node.type === "LogicalExpression" && node.left.type === "Literal" && node.left.value === 0 && node.right.type === "AssignmentExpression" && isExportsObject(node.right.left)) {
      // esbuild's hint to Node lists every name, however the exports are made.
      complete = true;
    }
    if (node.type === "AssignmentExpression" && node.operator === "=") {
      if (isExportsObject(node.left)) {
        understood.add(node.left);
        if (node.left.type === "MemberExpression") replaceExports(node.right);
      } else if (node.left.type === "MemberExpression" && isExportsObject(node.left.object)) {
        const name = propertyName(node.left);
        if (name === undefined) open = true;
        else addExport(name, finalValue(node.right));
      }
    } else if (node.type === "MemberExpression" && isExportsObject(node.object)) {
      understood.add(node.object);
    } else if (node.type === "CallExpression") {
      const [first, second] = node.arguments;
      const callee = calleeName(node);
      if (callee === "defineProperty" && first !== undefined && isExportsObject(first)) {
        understood.add(first);
        const descriptor = node.arguments[2];
        const value = descriptor?.type !== "ObjectExpression" ? undefined : descriptor.properties.find((each) => each.type === "Property" && each.key.type === "Identifier" && /^(?:get|value)$/.test(each.key.name));
        if (second?.type === "Literal" && typeof second.value === "string") addExport(second.value, value?.type !== "Property" ? program : value.key.type === "Identifier" && value.key.name === "get" ? givenBy(value.value) : value.value);
        else open = true;
      } else if (exportsAll.test(callee)) {
        const star = requiredSpecifier(first);
        if (star !== undefined) stars.push({ from: star, withDefault: !callee.endsWith("Star") });
        if (star !== undefined && second !== undefined && isExportsObject(second)) understood.add(second);
      }
    } else if ((node.type === "UnaryExpression" && node.operator === "typeof") || node.type === "BinaryExpression") {
      for (const side of node.type === "UnaryExpression" ? [node.argument] : [node.left, node.right]) understood.add(side);
    } else if (node.type === "Identifier" && parent !== undefined && (node.name === "exports" || node.name === "module") && !understood.has(node)) {
      open ||= !isHarmless(node, parent, understood);
    }
  }
  return { exports, kinds, stars, open: open && !complete, isTranspiled };
}

/** The value at the end of `exports.a = exports.b = value`. */
function finalValue(node: Node): Node {
  return node.type === "AssignmentExpression" ? finalValue(node.right) : node;
}

/** Whether a use of the name `exports` or `module` lets nobody else add exports. Parents are visited before. */
function isHarmless(node: Node, parent: Node, understood: ReadonlySet<Node>): boolean {
  if (parent.type === "Property" || parent.type === "MethodDefinition") return parent.key === node && !parent.computed;
  if (parent.type === "AssignmentExpression") return parent.left === node || isExportsObject(parent.left);
  if (parent.type !== "MemberExpression") return false;
  // `x.exports` names a property; `module.exports` is fine where it was itself understood; `module.id` always.
  if (parent.property === node && !parent.computed) return true;
  return propertyName(parent) !== "exports" ? propertyName(parent) !== undefined : understood.has(parent);
}
