/** Which exports the factories of a test's mocks stand for: a fix moves a mock only as a whole. */
import type { Argument, CallExpression, Node } from "oxc-parser";
import { childrenOf, nodesOf, propertyName } from "../exports/commonjs-values.ts";
import { parse } from "../exports/record.ts";
import { loadsWithMocks, mocksByKey } from "../texts/specifiers-in-text.ts";

/** A mock that says what it gives. */
export interface FactoryMock {
  readonly specifier: string;
  /** The names that it gives; absent where the factory cannot be read. */
  readonly names: readonly string[] | undefined;
  /** It may give others besides. */
  readonly isOpen: boolean;
  /** It is of a runner whose mocks are no facts, so that nothing moves them. */
  readonly isForeign: boolean;
}

const method = /^(?:(?:do|set)?mock|unstable_mockModule)$/i;
const foreignMethod = /^(?:module|replace(?:Esm|Cjs)?)$/;
const mayMock = /\b(?:(?:do|set)?mock|unstable_mockModule|replace(?:Esm|Cjs))\b/i;

/** @param path the test's, which tells how it is parsed */
export function factoryMocksIn(path: string, text: string): readonly FactoryMock[] {
  const hasKeys = loadsWithMocks.test(text);
  if (!hasKeys && !mayMock.test(text)) return [];
  try {
    return [...nodesOf(parse(path, text).program)].flatMap(([node]) => (node.type === "CallExpression" ? (mockOf(node) ?? []) : hasKeys && node.type === "Property" ? givenByKey(node, text) : []));
  } catch {
    return [];
  }
}

function mockOf({ callee, arguments: [target, factory] }: CallExpression): FactoryMock | undefined {
  const name = propertyName(callee) ?? "";
  const isForeign = foreignMethod.test(name) && callee.type === "MemberExpression" && /^(?:mock|td|testdouble|quibble)$/.test(propertyName(callee.object) ?? (callee.object.type === "Identifier" ? callee.object.name : ""));
  if (!isForeign && (!factory || !method.test(name))) return undefined;
  const specifier = textOf(target?.type === "ImportExpression" ? target.source : target);
  if (specifier === undefined) return undefined;
  if (isForeign || !factory) return { specifier, names: undefined, isOpen: true, isForeign };
  const objects = objectsOf(factory);
  if (factory.type === "ObjectExpression" && namesIn(factory).every((each) => each === "spy")) return undefined;
  if (!objects) return { specifier, names: undefined, isOpen: true, isForeign };
  const names = objects.flatMap(namesIn);
  return { specifier, names: names.filter((each) => each !== undefined && each !== "__esModule").map(String), isOpen: names.includes(undefined), isForeign };
}

function givenByKey({ key, value }: Extract<Node, { type: "Property" }>, text: string): readonly FactoryMock[] {
  const written = textOf(key);
  const names = value.type === "ObjectExpression" ? namesIn(value).filter((each) => each !== undefined) : undefined;
  return written === undefined ? [] : mocksByKey(text, written).map((specifier) => ({ specifier, names, isOpen: true, isForeign: true }));
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

type ObjectNode = Extract<Node, { type: "ObjectExpression" }>;

/** All that the factory may give; `undefined` where anything of it is no object literal. */
function objectsOf(factory: Argument): readonly ObjectNode[] | undefined {
  if (factory.type === "ObjectExpression") return [factory];
  if ((factory.type !== "ArrowFunctionExpression" && factory.type !== "FunctionExpression") || !factory.body) return undefined;
  const values = factory.body.type === "BlockStatement" ? [...returnedIn(factory.body)] : [factory.body];
  const objects = values.flatMap((value) => objectIn(value) ?? []);
  return objects.length === values.length && objects.length > 0 ? objects : undefined;
}

function* returnedIn(node: Node): Generator<Node | null> {
  if (node.type === "ReturnStatement") yield node.argument;
  for (const child of childrenOf(node)) if (!/Function|^Class/.test(child.type)) yield* returnedIn(child);
}

function objectIn(value: Node | null): ObjectNode | undefined {
  if (value?.type === "ObjectExpression") return value;
  if (value?.type === "AwaitExpression") return objectIn(value.argument);
  return value?.type === "TSAsExpression" || value?.type === "TSSatisfiesExpression" || value?.type === "TSNonNullExpression" || value?.type === "TSTypeAssertion" ? objectIn(value.expression) : undefined;
}

/** Its keys; `undefined` for one that is not written out, or for a spread. */
function namesIn({ properties }: ObjectNode): readonly (string | undefined)[] {
  return properties.map((property) => {
    if (property.type !== "Property") return undefined;
    if (property.key.type === "Literal") return typeof property.key.value === "string" ? property.key.value : undefined;
    return property.key.type === "Identifier" && !property.computed ? property.key.name : undefined;
  });
}
