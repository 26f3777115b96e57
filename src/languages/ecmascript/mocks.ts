/** The mocking calls of vitest and jest, as facts: which module or export of it a test puts something in place of. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { MockFact, ModuleKey } from "../../policy/facts.ts";
import type { Mocked, Named } from "./model.ts";
import type { Reading } from "./read.ts";
import { isFunctionNode } from "./rewrite/scopes.ts";
import { asserted, isPlatforms, keyName, literalText, memberName, memberObject, Type, unwrapped, variableAt, walk } from "./syntax.ts";
import type { Node, Source } from "./syntax.ts";
import { nameNode } from "./taking.ts";

/** Methods whose first argument is a module, the second a factory. */
const replacing = new Set([
  "mock", "doMock", "unmock", "doUnmock", "dontMock", "deepUnmock", "setMock", "unstable_mockModule",
  "unstable_unmockModule", "createMockFromModule", "genMockFromModule",
]);
/** Methods that give the module, real or mocked. */
const giving = new Set(["importActual", "importMock", "requireActual", "requireMock"]);
/** Methods whose first argument is an object, the second the name of its member. */
const spying = new Set(["spyOn", "replaceProperty"]);

const runners: Readonly<Record<string, string>> = { vi: "vitest", vitest: "vitest", jest: "@jest/globals" };

/** Reads mocking calls into a reading's facts. */
export class MockReader {
  readonly #reading: Reading;
  /** `import("m")` as the argument of `vi.mock`: it names the module and loads nothing. */
  readonly #names = new Set<Node>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Whether `node` is the module's name in a mocking call, and so no import. */
  owns(node: Node): boolean {
    return this.#names.has(node);
  }

  /** Reads `node` if it is a mocking call. */
  call(node: TSESTree.CallExpression): void {
    const method = memberName(node.callee);
    if (method === undefined || node.callee.type !== Type.MemberExpression || !isRunner(this.#reading.source, node.callee.object)) return;
    const [first, second] = node.arguments;
    if (!first) return;
    if (replacing.has(method)) this.#replaced(first, second);
    else if (giving.has(method)) this.#given(node, first);
    else if (spying.has(method) && second) this.#spied(first, second);
  }

  #replaced(target: Node, factory: Node | undefined): void {
    if (target.type === Type.ImportExpression) this.#names.add(target);
    const literal = target.type === Type.ImportExpression ? target.source : target;
    const named = this.#reading.governed(literal);
    if (!named) return;
    const objects = factoryObjects(this.#reading.source, factory);
    if (objects.length === 0) this.#keys(named, undefined, literal, false);
    for (const object of objects) this.#keys(named, object, literal, false);
  }

  /**
   * @param object what stands for the module
   * @param whole the site where nothing is known of what the object holds
   */
  #keys(named: Named, object: TSESTree.ObjectExpression | undefined, whole: Node, through: boolean): void {
    // What marks a module for interop is no export of it.
    const properties = (object?.properties ?? []).filter((each) => each.type !== Type.Property || keyName(each.key, each.computed) !== "__esModule");
    const spelled = properties.filter((property) => property.type === Type.Property);
    const keys = spelled.length === properties.length ? spelled : undefined;
    let isKnown = false;
    for (const { key, computed, value } of spelled) {
      const name = keyName(key, computed);
      if (name === undefined) continue;
      isKnown = true;
      const inner = this.#reading.ports.namespaceAt(named.module, name);
      if (inner === undefined) this.#add(named, name, key, { keys, through });
      else this.#keys({ ...named, module: inner }, objectIn(value), key, true);
    }
    if (!isKnown) this.#add(named, "*", whole, { through });
  }

  #given(call: TSESTree.CallExpression, literal: Node): void {
    const named = this.#reading.governed(literal);
    if (!named) return;
    this.#reading.later(() => {
      const isTaken = this.#takenOf(named, unwrapped(call), false);
      if (!isTaken && !this.#restOfMock(call, named.module)) this.#add(named, "*", literal);
    });
  }

  /** @returns whether anything is taken by name of the module that `value` is */
  #takenOf(named: Named, value: Node, through: boolean): boolean {
    const names = [...this.#takenNames(value)];
    for (const { node, keys, passed = false } of names) {
      const name = keyName(node, node.type !== Type.Identifier);
      const inner = name === undefined ? undefined : this.#reading.ports.namespaceAt(named.module, name);
      if (name === undefined) continue;
      if (inner === undefined) this.#add(named, name, node, { keys, through, passed });
      else if (!node.parent || !this.#takenOf({ ...named, module: inner }, unwrapped(node.parent), true))
        this.#add({ ...named, module: inner }, "*", node, { through: true });
    }
    return names.length > 0;
  }

  /** The nodes that spell what is taken of the module that `value` is. */
  *#takenNames(value: Node): Iterable<{ readonly node: Node; readonly keys?: Mocked["keys"]; readonly passed?: boolean }> {
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value && parent.type === Type.MemberExpression) yield { node: parent.property };
    if (parent.type !== Type.VariableDeclarator || parent.init !== value) return;
    if (parent.id.type === Type.ObjectPattern) {
      const { properties } = parent.id;
      const plain = properties.filter((property) => property.type === Type.Property).filter(({ value: bound }) => bound.type === Type.Identifier);
      const keys = plain.length === properties.length ? plain : undefined;
      for (const property of properties) if (property.type === Type.Property) yield { node: property.key, keys };
    }
    if (parent.id.type !== Type.Identifier) return;
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(parent)[0];
    const references = variable ? this.#reading.references(variable) : [];
    const isMember = (reference: Node): boolean => reference.parent !== undefined && memberObject(asserted(reference).parent ?? reference) === asserted(reference);
    const passed = !references.every(isMember);
    for (const reference of references) {
      const member = asserted(reference).parent;
      if (member && isMember(reference)) yield { node: nameNode(member), passed };
    }
  }

  /** `vi.mock("m", async () => ({ ...(await vi.importActual("m")), x }))`: only the rest of `m` is taken, by nobody's name. */
  #restOfMock(call: Node, module: ModuleKey): boolean {
    for (let node = call.parent; node; node = node.parent) {
      if (node.type !== Type.CallExpression || node === call) continue;
      const method = memberName(node.callee);
      const [first] = node.arguments;
      const target = first?.type === Type.ImportExpression ? first.source : first;
      if (method !== undefined && replacing.has(method) && this.#reading.governed(target)?.module === module) return true;
    }
    return false;
  }

  #spied(object: Node, member: Node): void {
    const name = literalText(member);
    if (name === undefined) return;
    // Imports may stand behind the call, and what a `require` gives is itself put off: behind all of that.
    this.#reading.later(() => {
      this.#reading.later(() => {
        const named = this.#reading.wholes.get(object) ?? this.#reading.wholes.get(innermost(object));
        if (named) this.#add(named, name, member);
      });
    });
  }

  /** @param site where the export's name is spelled, or the specifier where the whole module is meant */
  #add({ module, specifier, literal }: Named, name: string, site: Node, more: Partial<Pick<Mocked, "keys" | "through" | "passed">> = {}): void {
    const fact: MockFact = { kind: "mock", module, specifier, name, span: site.range };
    this.#reading.note(fact);
    this.#reading.mocks.push({ fact, literal, keys: more.keys, name: name === "*" ? undefined : site, through: more.through ?? false, passed: more.passed ?? false });
  }
}

/** Whether `callee` is vitest's `vi` or jest's `jest`, by whatever name. */
function isRunner(source: Source, callee: Node): boolean {
  const object = innermost(callee);
  // `vi.mock(…).mock(…)`: jest's methods give jest back.
  if (object.type === Type.CallExpression && object.callee.type === Type.MemberExpression) return isRunner(source, object.callee.object);
  if (object.type !== Type.Identifier) return false;
  const definitions = variableAt(source, object, object.name)?.defs ?? [];
  if (isPlatforms(source, object, object.name)) return Object.hasOwn(runners, object.name);
  return definitions.some(({ node, parent }) => {
    if (node.type === Type.ImportSpecifier && parent?.type === Type.ImportDeclaration)
      return isRunnerOf(keyName(node.imported), parent.source.value);
    return node.type === Type.VariableDeclarator && isTakenRunner(node, object.name);
  });
}

/** Goes up through `vi.mocked(…)` and `jest.mocked(…)`, which give back what they are given: only its type is another one. */
export function handedBack(source: Source, value: Node): Node {
  const call = value.parent;
  if (call?.type !== Type.CallExpression || call.arguments[0] !== value || call.callee.type !== Type.MemberExpression) return value;
  return memberName(call.callee) === "mocked" && isRunner(source, call.callee.object) ? unwrapped(call) : value;
}

/** The object literals that a mock's factory gives, if it gives nothing else: none where it does. */
function factoryObjects(source: Source, factory: Node | undefined): readonly TSESTree.ObjectExpression[] {
  if (factory?.type === Type.ObjectExpression) return isOptions(factory) ? [] : [factory];
  if (factory?.type !== Type.ArrowFunctionExpression && factory?.type !== Type.FunctionExpression) return [];
  const values = returnedBy(source, factory);
  const objects = values.flatMap((value) => (value && objectIn(value)) ?? []);
  return objects.length === values.length ? objects : [];
}

function returnedBy(source: Source, factory: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression): readonly (Node | null)[] {
  if (factory.body.type !== Type.BlockStatement) return [factory.body];
  const found: (Node | null)[] = [];
  walk(source, factory.body, (node) => {
    if (node.type !== Type.ReturnStatement) return;
    let owner: Node | undefined = node;
    while (owner && !isFunctionNode(owner)) owner = owner.parent;
    if (owner === factory) found.push(node.argument);
  });
  return found;
}

function objectIn(value: Node): TSESTree.ObjectExpression | undefined {
  const object = innermost(value);
  return object.type === Type.ObjectExpression ? object : undefined;
}

/** vitest's `vi.mock("m", { spy: true })`: options, no replacement. */
export function isOptions(object: TSESTree.ObjectExpression): boolean {
  return object.properties.every((property) => property.type === Type.Property && keyName(property.key) === "spy");
}

function isRunnerOf(name: string | undefined, specifier: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(runners, name) && runners[name] === specifier;
}

/** `const { jest } = require("@jest/globals")`, `const { vi } = await import("vitest")`, vitest's `import.meta.vitest`. */
function isTakenRunner({ id, init }: TSESTree.VariableDeclarator, local: string): boolean {
  if (id.type !== Type.ObjectPattern || !init) return false;
  const property = id.properties.find((each) => each.type === Type.Property && each.value.type === Type.Identifier && each.value.name === local);
  const name = property?.type === Type.Property ? keyName(property.key, property.computed) : undefined;
  const value = innermost(init);
  if (value.type === Type.ImportExpression) return isRunnerOf(name, literalText(value.source));
  if (value.type === Type.CallExpression && value.callee.type === Type.Identifier && value.callee.name === "require")
    return isRunnerOf(name, literalText(value.arguments[0]));
  return value.type === Type.MemberExpression && value.object.type === Type.MetaProperty && isRunnerOf(name, memberName(value));
}

/** The expression within `await` and type assertions. */
function innermost(node: Node): Node {
  switch (node.type) {
    case Type.AwaitExpression:
      return innermost(node.argument);
    case Type.TSAsExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return innermost(node.expression);
    default:
      return node;
  }
}
