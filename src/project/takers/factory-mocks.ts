/** Which exports the factories of a test's mocks stand for: a fix moves a mock only as a whole. */
import type { Argument, CallExpression, Node } from "oxc-parser";
import { childrenOf, nodesOf, propertyName } from "../exports/commonjs-values.ts";
import { parse } from "../exports/record.ts";

/** A mock with a factory. */
export interface FactoryMock {
  readonly specifier: string;
  /** The names that it gives; absent where the factory cannot be read. */
  readonly names: readonly string[] | undefined;
  /** It may give others besides. */
  readonly isOpen: boolean;
}

const method = /^(?:(?:do|set)?mock|unstable_mockModule)$/i;
const mayMock = /\b(?:(?:do|set)?mock|unstable_mockModule)\s*(?:<|\()/i;

/** @param path the test's, which tells how it is parsed */
export function factoryMocksIn(path: string, text: string): readonly FactoryMock[] {
  if (!mayMock.test(text)) return [];
  try {
    return [...nodesOf(parse(path, text).program)].flatMap(([node]) => (node.type === "CallExpression" ? (mockOf(node) ?? []) : []));
  } catch {
    return [];
  }
}

function mockOf({ callee, arguments: [target, factory] }: CallExpression): FactoryMock | undefined {
  if (!factory || !method.test(propertyName(callee) ?? "")) return undefined;
  const literal = target?.type === "ImportExpression" ? target.source : target;
  const specifier = literal?.type === "TemplateLiteral" && literal.expressions.length === 0 ? literal.quasis[0]?.value.cooked : literal?.type === "Literal" ? literal.value : undefined;
  if (typeof specifier !== "string") return undefined;
  const objects = objectsOf(factory);
  if (factory.type === "ObjectExpression" && namesIn(factory).every((name) => name === "spy")) return undefined;
  if (!objects) return { specifier, names: undefined, isOpen: true };
  const names = objects.flatMap(namesIn);
  return { specifier, names: names.filter((name) => name !== undefined && name !== "__esModule").map(String), isOpen: names.includes(undefined) };
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
