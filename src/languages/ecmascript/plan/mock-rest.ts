/** Mocks that keep the rest of their module: `vi.mock("m", async () => ({ ...(await vi.importActual("m")), x }))`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Mocked } from "../model.ts";
import { keyName, literalText, memberName, Type, variableAt, within } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { typesOfCall } from "./module-types.ts";

/** Methods that give the module as it really is. */
const giving = new Set(["importActual", "requireActual"]);

/**
 * The specifiers within a mock's factory by which it names the module whose rest it keeps, the mock's own not among
 * them; `undefined` where the factory's object holds anything but `mocks` and that rest.
 */
export function restSpecifiers(source: Source, mocks: readonly Mocked[]): readonly Node[] | undefined {
  const [first] = mocks;
  const object = first?.name?.parent?.parent;
  if (object?.type !== Type.ObjectExpression || mocks.some(({ name }) => name?.parent?.parent !== object)) return undefined;
  const keys = new Set<Node | undefined>(mocks.map(({ name }) => name?.parent));
  const specifiers: Node[] = [];
  for (const property of object.properties) {
    if (property.type === Type.Property) {
      if (!keys.has(property) && keyName(property.key, property.computed) !== "__esModule") return undefined;
      continue;
    }
    const call = givingCall(source, property.argument);
    if (!call) return undefined;
    const [specifier] = call.arguments;
    specifiers.push(...(typesOfCall(call, { specifier: first?.fact.specifier ?? "" }) ?? []));
    if (!specifier && isOriginal(source, call.callee, first)) continue;
    const isActual = giving.has(memberName(call.callee) ?? "") && literalText(specifier) === literalText(first?.literal);
    if (!specifier || !isActual) return undefined;
    specifiers.push(specifier);
  }
  return specifiers;
}

/** The calls whose results a factory's object holds as the rest. */
export function restCalls(source: Source, { name }: Mocked): readonly (Node | undefined)[] {
  const object = name?.parent?.parent;
  if (object?.type !== Type.ObjectExpression) return [];
  return object.properties.flatMap((property) => (property.type === Type.SpreadElement ? givingCall(source, property.argument) : []));
}

/** The call whose result `value` is, at once or by a variable that nothing but this spread reads. */
function givingCall(source: Source, value: Node): TSESTree.CallExpression | undefined {
  switch (value.type) {
    case Type.CallExpression:
      return value;
    case Type.AwaitExpression:
      return givingCall(source, value.argument);
    case Type.TSAsExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return givingCall(source, value.expression);
    case Type.Identifier: {
      const variable = variableAt(source, value, value.name);
      const definition = variable?.defs[0]?.node;
      const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
      if (definition?.type !== Type.VariableDeclarator || definition.id.type !== Type.Identifier || !definition.init) return undefined;
      return reads.length === 1 && definition.parent.kind === "const" ? givingCall(source, definition.init) : undefined;
    }
    default:
      return undefined;
  }
}

/** `vi.mock("m", async (importOriginal) => …)`: what vitest hands to the factory gives `m` itself, whatever `m` is. */
function isOriginal(source: Source, callee: Node, mock: Mocked | undefined): boolean {
  if (callee.type !== Type.Identifier || !mock) return false;
  const factory = variableAt(source, callee, callee.name)?.defs[0]?.node;
  const call = factory?.parent;
  return call?.type === Type.CallExpression && call.arguments[0] !== undefined && within(mock.literal, call.arguments[0]);
}
