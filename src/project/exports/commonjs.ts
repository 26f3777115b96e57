/**
 * Exports of a CommonJS file, as far as its text shows them. Whatever uses `module` or `exports` in another way than
 * the ones read here makes the list open: there may be more names.
 */
import type { CallExpression, Node, ObjectExpression, Program } from "oxc-parser";
import type { ExportKind } from "../../languages/adapter.ts";
import { calleeName, exportsAll, finalValue, givenBy, isExportsObject, nodesOf, propertyName, requiredBindings, requiredSpecifier, sourceOf, type ExportSource } from "./commonjs-values.ts";
import { declaredKinds, type Kinds } from "./kinds.ts";

export interface CommonJsExports {
  readonly exports: ReadonlyMap<string, ExportSource>;
  readonly kinds: ReadonlyMap<string, ExportKind>;
  /** Modules all of whose exports are passed on: by TypeScript's `__exportStar` without `default`. */
  readonly stars: readonly { readonly from: string; readonly withDefault: boolean }[];
  /**
   * Names that `exports.x = …` gives somewhere: Node finds these in the text. What else it finds depends on the values:
   * https://github.com/nodejs/cjs-module-lexer#grammar.
   */
  readonly assigned: ReadonlySet<string>;
  /** There may be more. */
  readonly open: boolean;
  /** The file says that `default` is an export of its own (`__esModule`). */
  readonly isTranspiled: boolean;
  /** The file has an export that is called so; else an import of the default has all of them. */
  readonly namesDefault: boolean;
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
  const assigned = new Set<string>();
  let open = false;
  let complete = false;
  let isTranspiled = false;
  let namesDefault = false;

  /** Names that were only announced as yet: `exports.a = void 0` of compiled files, a hint to Node, the default of a whole. */
  const announced = new Set<string>();
  /** What `module.exports = __toCommonJS(all)` makes the exports, and the objects that `__export(all, { … })` fills. */
  const compiled = new Set<string>();
  const filled: (readonly [target: string, getters: ObjectExpression])[] = [];
  const hints = new Set<Node>();

  const addExport = (name: string, value: Node, isAnnounced = value.type === "UnaryExpression"): void => {
    if (name === "__esModule") {
      isTranspiled = true;
      return;
    }
    const source = value.type === "UnaryExpression" ? undefined : sourceOf(value, bindings);
    const given = source ?? { name, typeOnly: false };
    const before = exports.get(name);
    if (before === undefined || (announced.has(name) && !isAnnounced)) exports.set(name, given);
    // One thing here and another there: which of them, only running the file tells.
    else if ((!isAnnounced || (announced.has(name) && source !== undefined)) && (before.from !== given.from || before.name !== given.name)) exports.set(name, { name, typeOnly: false });
    if (isAnnounced && before === undefined) announced.add(name);
    if (!isAnnounced) announced.delete(name);
    const isClass = value.type === "ClassExpression" || (value.type === "Identifier" && declared.get(value.name) === "both");
    if (value.type !== "UnaryExpression" || !kinds.has(name)) kinds.set(name, isClass ? "both" : "value");
  };

  const addNamed = (name: string, value: Node, isAnnounced?: boolean): void => {
    namesDefault ||= name === "default";
    addExport(name, value, isAnnounced);
  };

  const addProperties = ({ properties }: ObjectExpression, isAnnounced?: boolean): void => {
    for (const property of properties) {
      if (property.type === "SpreadElement") copyAll(property.argument);
      else {
        const name = property.computed ? undefined : property.key.type === "Identifier" ? property.key.name : property.key.type === "Literal" && typeof property.key.value === "string" ? property.key.value : undefined;
        if (name === undefined) open = true;
        else addNamed(name, property.kind === "get" ? givenBy(property.value) : property.value, isAnnounced);
      }
    }
  };

  /** Whether it is known what there is where this one of two is exported. */
  const isTold = (value: Node): boolean => value.type === "ObjectExpression" || sourceOf(value, bindings)?.name === "*";

  /** All that `value` holds is exported. */
  const copyAll = (value: Node, isAnnounced?: boolean): void => {
    const whole = sourceOf(value, bindings);
    if (whole?.from !== undefined && whole.name === "*") stars.push({ from: whole.from, withDefault: true });
    else if (value.type === "ObjectExpression") addProperties(value, isAnnounced);
    else if (value.type === "ConditionalExpression" && isTold(value.consequent) && isTold(value.alternate)) for (const each of [value.consequent, value.alternate]) copyAll(each);
    else if (value.type === "CallExpression" && calleeName(value) === "assign") for (const each of value.arguments) copyAll(each);
    else open ||= !isExportsObject(value);
  };

  const replaceExports = (value: Node, isHint: boolean): void => {
    copyAll(value, isHint ? true : undefined);
    const [all] = value.type === "CallExpression" && calleeName(value) === "__toCommonJS" ? value.arguments : [];
    if (all?.type === "Identifier") compiled.add(all.name);
    addExport("default", value.type === "ObjectExpression" ? program : value, true);
  };

  for (const [node, parent] of nodesOf(program)) {
    if (node.type === "LogicalExpression" && node.left.type === "Literal" && node.left.value === 0 && node.right.type === "AssignmentExpression" && isExportsObject(node.right.left)) {
      // esbuild's hint to Node lists every name, however the exports are made.
      complete = true;
      hints.add(node.right);
    }
    if (node.type === "AssignmentExpression" && node.operator === "=") {
      if (isExportsObject(node.left)) {
        understood.add(node.left);
        if (node.left.type === "MemberExpression") replaceExports(finalValue(node.right), hints.has(node));
      } else if (node.left.type === "MemberExpression" && isExportsObject(node.left.object)) {
        const name = propertyName(node.left);
        if (name === undefined) open = true;
        else {
          assigned.add(name);
          addNamed(name, finalValue(node.right));
        }
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
        if (second?.type === "Literal" && typeof second.value === "string") addNamed(second.value, value?.type !== "Property" ? program : value.key.type === "Identifier" && value.key.name === "get" ? givenBy(value.value) : value.value);
        else open = true;
      } else if (exportsAll.test(callee)) {
        const star = requiredSpecifier(first);
        if (star !== undefined) stars.push({ from: star, withDefault: !callee.endsWith("Star") });
        if (star !== undefined && second !== undefined && isExportsObject(second)) understood.add(second);
        if (first?.type === "Identifier" && second?.type === "ObjectExpression") filled.push([first.name, second]);
      } else if (callee === "assign" && first !== undefined && isExportsObject(first)) {
        understood.add(first);
        for (const each of node.arguments.slice(1)) copyAll(each);
      } else if (callee === "forEach") {
        const all = copiedByKeys(node, bindings);
        if (all !== undefined) stars.push({ from: all, withDefault: false });
      }
    } else if ((node.type === "UnaryExpression" && node.operator === "typeof") || node.type === "BinaryExpression") {
      for (const side of node.type === "UnaryExpression" ? [node.argument] : [node.left, node.right]) understood.add(side);
    } else if (node.type === "Identifier" && parent !== undefined && (node.name === "exports" || node.name === "module") && !understood.has(node)) {
      open ||= !isHarmless(node, parent, understood);
    }
  }
  for (const [target, { properties }] of filled) {
    for (const property of compiled.has(target) ? properties : []) if (property.type === "Property" && property.key.type === "Identifier") addNamed(property.key.name, givenBy(property.value));
  }
  return { exports, kinds, stars, assigned, open: open && !complete, isTranspiled, namesDefault };
}

/** The module of which Babel's `export *` copies all: `Object.keys(m).forEach(function (key) { … exports … })`. */
function copiedByKeys({ callee, arguments: [each] }: CallExpression, bindings: ReadonlyMap<string, ExportSource>): string | undefined {
  const keys = callee.type === "MemberExpression" && callee.object.type === "CallExpression" ? callee.object : undefined;
  const whole = keys === undefined || calleeName(keys) !== "keys" ? undefined : sourceOf(keys.arguments[0], bindings);
  if (each === undefined || whole?.from === undefined || whole.name !== "*") return undefined;
  for (const [node] of nodesOf(each)) if (isExportsObject(node)) return whole.from;
  return undefined;
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
