/** Whether a shape's captured code is still evaluated once, always, and in the order in which it was. */
import { within } from "../syntax.ts";
import type { Source } from "../syntax.ts";
import type { Capture, Match } from "./match.ts";
import { keptLists } from "./arguments.ts";
import { timing } from "./compile.ts";
import type { CompiledRewrite, Timing } from "./compile.ts";
import { examine } from "./purity.ts";
import type { Traits } from "./purity.ts";

/** A finding against a rewrite. */
export interface Objection {
  /** Whether even a suggestion would be wrong. */
  readonly grave: boolean;
  readonly reason: string;
}

interface Place extends Timing {
  readonly name: string;
  readonly start: number;
}

/** Everything that speaks against moving the captured code to where `to` has it. */
export function objectionsToOrder(source: Source, rewrite: CompiledRewrite, match: Match): Objection[] {
  const { pattern, output } = rewrite;
  const captures = [...match.captures.values()];
  const written = pattern.holes.map(({ name }) => name);
  const inOrder = inOrderOfText(written, match);
  const traits = new Map(captures.map((capture) => [capture.hole.name, examine(source, capture.nodes)]));
  const places: Place[] = output.holes
    .filter(({ name }) => traits.has(name))
    .map(({ node, name }) => ({ name, start: node.start, ...timing(output.template, node) }));
  const objections = captures.flatMap((capture) => {
    const own = places.filter(({ name }) => name === capture.hole.name);
    const times = written.filter((name) => name === capture.hole.name).length;
    return objectionsToCapture(capture, traitsOf(traits, capture.hole.name), own, timing(pattern.template, capture.hole.node), times);
  });
  // Whose text is kept stands in the order that it has in the file.
  const areKept = (one: Place, other: Place): boolean => keptLists(source, rewrite, match).some(({ place: [start, end] }) => [one, other].every((each) => start <= each.start && each.start < end));
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      if (inOrder.indexOf(one.name) > inOrder.indexOf(other.name) && clash(traitsOf(traits, one.name), traitsOf(traits, other.name)) && !areKept(one, other))
        objections.push(slight(`$${one.name} and $${other.name} would be evaluated in another order`));
  if (match.awaits.length > 0)
    for (const [name, { effects, changesMeanwhile }] of traits)
      if (effects || changesMeanwhile) objections.push(slight(`$${name} would be evaluated before the await instead of after it`));
  return objections;
}

/** The keys of an object may be written in another order than in `from`; what was given to a variable's value came before. */
function inOrderOfText(names: readonly string[], { captures, root }: Match): readonly string[] {
  let last = 0;
  const places = new Map(names.map((name) => {
    const [node] = captures.get(name)?.nodes ?? [];
    if (node) last = within(node, root) ? node.range[0] : -1;
    return [name, last];
  }));
  return [...names].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

function objectionsToCapture(capture: Capture, traits: Traits, places: readonly Place[], here: Timing, written: number): Objection[] {
  const { name } = capture.hole;
  const found: Objection[] = [];
  if (traits.effects && written > 1) found.push(slight(`$${name} was evaluated more than once`));
  if (traits.effects && places.length === 0) found.push(slight(`$${name} has side effects and would be dropped`));
  if (places.length > 1 && (traits.effects || traits.fresh)) found.push(slight(`$${name} would be evaluated more than once`));
  for (const place of places) {
    if (place.conditional !== here.conditional && traits.effects) found.push(slight(`$${name} would not be evaluated as it was`));
    if (place.functions.length > here.functions.length) found.push(...objectionsToDelay(name, traits, place));
    else if (here.functions.length > 0 && traits.effects) found.push(slight(`$${name} stands in a function`));
  }
  return found;
}

/** In a function of `to`, code is evaluated later, as often as that function is called, with that function's `this`. */
function objectionsToDelay(name: string, traits: Traits, place: Place): Objection[] {
  const grave = (reason: string): Objection => ({ grave: true, reason });
  if (traits.suspends) return [grave(`$${name} holds an await or yield, and would stand in a function`)];
  if (traits.contextual && place.functions.some(({ type }) => type !== "ArrowFunctionExpression"))
    return [grave(`$${name} holds this or arguments, and would stand in a function that has its own`)];
  if (traits.effects || traits.fresh || traits.reads) return [slight(`$${name} would be evaluated when the function is called`)];
  return [];
}

/** Whether two pieces of code may notice that they changed places. */
function clash(one: Traits, other: Traits): boolean {
  return (one.effects && (other.effects || other.reads)) || (other.effects && one.reads);
}

function traitsOf(traits: ReadonlyMap<string, Traits>, name: string): Traits {
  const found = traits.get(name);
  if (!found) throw new Error(`$${name} was captured, but not examined.`);
  return found;
}

function slight(reason: string): Objection {
  return { grave: false, reason };
}
