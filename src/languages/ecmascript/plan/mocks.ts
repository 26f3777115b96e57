/** Plans mocks: the new target where the mock's shape allows it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Fact, ModuleKey } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import { isOptions } from "../mocks.ts";
import type { Mocked } from "../model.ts";
import type { Reading } from "../read.ts";
import { isFunctionNode } from "../rewrite/scopes.ts";
import type { Piece } from "../../compose.ts";
import { keyName, memberName, Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { requoted } from "./in-place.ts";
import { refuse } from "./group.ts";
import { factsOfTypes, typeInTheWay, typesOfCall } from "./module-types.ts";
import { restCalls, restSpecifiers } from "./mock-rest.ts";
import type { Planned } from "./group.ts";
import type { Desk } from "./rename.ts";

/**
 * Plans one mocking call. What gets another name in the same module does so where it stands.
 * @param mocks every part of the call that names something governed
 */
export function planMock(desk: Desk, mocks: readonly Mocked[], replacementOf: (fact: Fact) => Replacement | string): Planned {
  const moving: Mocked[] = [];
  const planned: Planned[] = [];
  for (const mock of mocks) {
    const { fact, name, through } = mock;
    const replacement = replacementOf(fact);
    if (!name || through || typeof replacement === "string" || replacement.module !== fact.module || replacement.rewrites.length > 0) moving.push(mock);
    else planned.push(planKey(fact, name, replacement.name));
  }
  if (moving.length > 0) planned.push(planMove(desk, moving, replacementOf));
  return { groups: planned.flatMap(({ groups }) => groups), refused: new Map(planned.flatMap(({ refused }) => [...refused])) };
}

function planKey(fact: Fact, key: Node, name: string): Planned {
  const object = key.parent?.parent;
  const isThere = object?.type === Type.ObjectExpression && object.properties.some((each) => each.type === Type.Property && keyName(each.key, each.computed) === name);
  if (isThere) return refuse([fact], `\`${name}\` is mocked here already`);
  return { groups: [{ facts: [fact], owner: undefined, consumes: [], pieces: [renamedKey(key, name)] }], refused: new Map() };
}

/** Plans the parts of a call that name another module afterwards: all of them move together to one, or none. */
function planMove(desk: Desk, all: readonly Mocked[], replacementOf: (fact: Fact) => Replacement | string): Planned {
  const [first] = all;
  const { ports } = desk.reading;
  const successor = first && ports.successorOf(first.fact.module);
  // What was an export once may still be mocked: it stands for nothing.
  const isGone = ({ fact: { module, name } }: Mocked): boolean => successor !== undefined && !ports.exports(module, name) && !ports.exports(successor.module, name);
  const mocks = all.filter((mock) => desk.order(mock.fact) || !isGone(mock));
  const facts = mocks.map(({ fact }) => fact);
  if (!first || mocks.length === 0) return refuse(facts, "");
  // Each spy is a call of its own, though they share the namespace's specifier.
  if (mocks.some(({ name }) => name?.parent?.type === Type.CallExpression))
    return { groups: [], refused: new Map(facts.map((fact) => [fact, spyReason(replacementOf(fact))])) };
  if (mocks.some(({ through }) => through)) return refuse(facts, "it is mocked as a part of another module");
  if (mocks.some(({ name }) => !name) && hasNoFactory(first.literal) && ports.hasManualMock(first.fact.module)) return refuse(facts, "a file in __mocks__ stands for the old module");
  // A key that no migration governs stands for an export that stays where it is.
  if (mocks.some(({ fact }) => !desk.order(fact))) return refuse(facts, "the mock also stands for other exports");
  // Where every export moves, the rest that a factory keeps of the old module is to be the new one's.
  const keepsNames = ports.deprecatedNames(first.fact.module).includes("*");
  const movesWhole = successor !== undefined || keepsNames;
  const rest = movesWhole ? restSpecifiers(desk.reading.source, all) : undefined;
  if (!movesWhole && mocks.some(({ passed }) => passed)) return refuse(facts, "the module object is passed on, and may be asked for any export");
  // But for the rest, what is asked of the old module is asked by the old names.
  const ofRest = rest ? restCalls(desk.reading.source, first) : [];
  if (!keepsNames && originals(desk.reading, first.literal).some(({ parent }) => !ofRest.includes(parent))) return refuse(facts, "the mock's factory asks for the old module");
  const pieces: Piece[] = [];
  let specifier: string | undefined;
  let target: ModuleKey | undefined;
  for (const { fact, name, keys } of mocks) {
    const replacement = replacementOf(fact);
    if (typeof replacement === "string") return refuse(facts, replacement);
    if (replacement.rewrites.length > 0) return refuse(facts, "a mock of another signature has another shape");
    if (specifier !== undefined && specifier !== replacement.specifier) return refuse(facts, "what is mocked here moves to more than one module");
    specifier = replacement.specifier;
    target = replacement.module;
    if (!name) {
      const goesAlong = successor?.module === target && (isUnmocking(first.literal) || (hasNoFactory(first.literal) && successor.hasNoOther()));
      if (replacement.name !== "*" && !goesAlong) return refuse(facts, "the whole module is mocked");
      continue;
    }
    if (name.parent?.type === Type.Property && (keys ? !keys.every((key) => all.some((mock) => mock.name?.parent === key)) : !rest)) return refuse(facts, "the mock also stands for other exports");
    if (fact.name !== replacement.name) pieces.push(renamedKey(name, replacement.name));
  }
  if (specifier === undefined) return refuse(facts, "");
  if (isMocking(first.literal) && isMockedAlready(desk, target)) return refuse(facts, "the new module is mocked here already");
  const call = callOf(first.literal);
  const types = call ? typesOfCall(call, { specifier: first.fact.specifier, target: specifier }) : [];
  if (!types) return refuse(facts, typeInTheWay);
  for (const literal of [first.literal, ...(rest ?? []), ...types]) pieces.push(requoted(literal, specifier));
  return { groups: [{ facts: [...facts, ...factsOfTypes(desk.reading, [...(rest ?? []), ...types])], owner: undefined, consumes: [], pieces }], refused: new Map() };
}

/** `vi.mock("m")`, `vi.mock("m", { spy: true })`. */
function hasNoFactory(literal: Node): boolean {
  const factory = callOf(literal)?.arguments[1];
  return !factory || (factory.type === Type.ObjectExpression && isOptions(factory));
}

/** `vi.spyOn(ws, "x")` spies on a binding of the old module; `importActual` and factories name the module themselves. */
function spyReason(replacement: Replacement | string): string {
  if (typeof replacement === "string") return replacement;
  return replacement.rewrites.length > 0 ? "a mock of another signature has another shape" : "the object that is spied on is the old module";
}

/** Of two mocks of one module the runner takes one, and drops what the other stands for. */
function isMockedAlready(desk: Desk, module: ModuleKey | undefined): boolean {
  return desk.reading.mocks.some(({ fact, literal }) => fact.module === module && isMocking(literal));
}

/** Whether the specifier is the target of a call that puts something in the module's place. */
function isMocking(literal: Node): boolean {
  return /^(?:do|set)?mock(?:Module)?$|^unstable_mockModule$/i.test(methodOf(literal) ?? "");
}

/** Whether it is the target of a call that puts the module back in its place. */
function isUnmocking(literal: Node): boolean {
  return /^(?:do|deep)?unmock$|^dontMock$|^unstable_unmockModule$/i.test(methodOf(literal) ?? "");
}

/** The method of the call that names its module by `literal`. */
export function methodOf(literal: Node): string | undefined {
  const call = callOf(literal);
  return call && memberName(call.callee);
}

function callOf(literal: Node): TSESTree.CallExpression | undefined {
  const call = literal.parent?.type === Type.ImportExpression ? literal.parent.parent : literal.parent;
  return call?.type === Type.CallExpression ? call : undefined;
}

/** Where a factory uses what vitest hands to it: `vi.mock("m", async (importOriginal) => …)`. */
function originals({ source }: Reading, literal: Node): readonly Node[] {
  const factory = callOf(literal)?.arguments[1];
  if (!factory || !isFunctionNode(factory)) return [];
  const parameters = factory.params.flatMap((parameter) => (parameter.type === Type.Identifier ? parameter.name : []));
  const variables = source.scopeManager?.getDeclaredVariables(factory) ?? [];
  return variables.flatMap(({ name, references }) => (parameters.includes(name) ? references.map(({ identifier }) => identifier) : []));
}

function renamedKey(key: Node, name: string): Piece {
  const property = key.parent;
  const shorthand = property?.type === Type.Property && property.shorthand && key.type === Type.Identifier;
  if (shorthand) return replaced(property, `${name}: ${key.name}`);
  return key.type === Type.Identifier ? replaced(key, name) : requoted(key, name);
}
