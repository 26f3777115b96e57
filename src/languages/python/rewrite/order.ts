/** Whether a shape's captured code is still evaluated once, always, and in the order in which it was. */
import type { Scopes } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { KeptList } from "./kept-lists.ts";
import type { Capture, Match } from "./match.ts";
import { examine, type Traits } from "./purity.ts";
import { evaluationOrder, timing, type Timing } from "./timing.ts";
import { within } from "./ranges.ts";

/** A finding against a rewrite. */
export interface Objection {
  /** Whether even a suggestion would be wrong. */
  readonly grave: boolean;
  readonly reason: string;
}

/** One item of captured code, with where it was and where it comes to stand. */
interface Move {
  readonly name: string;
  readonly traits: Traits;
  readonly before: number;
  readonly after: readonly [place: number, within: number];
}

/** Everything that speaks against moving the captured code to where `to` has it. */
export function objectionsToOrder(scopes: Scopes, rewrite: CompiledRewrite, match: Match, kept: readonly KeptList[]): Objection[] {
  const { pattern, output } = rewrite;
  const { root } = output.template;
  const objections: Objection[] = [];
  const before = evaluationOrder(match.root);
  const after = evaluationOrder(root);
  const moves: Move[] = [];
  for (const capture of match.captures.values()) {
    const { name } = capture.hole;
    const traits = examine(scopes, capture.nodes.map(withStar));
    const places = output.holes.filter((hole) => hole.name === name).map(({ node }) => node);
    const times = pattern.holes.filter((hole) => hole.name === name).length;
    const timings = places.map((place) => timing(root, place));
    objections.push(...objectionsToCapture(capture, traits, timings, timing(pattern.template.root, capture.hole.node), times));
    if (match.awaits.length > 0 && (traits.effects || traits.changesMeanwhile))
      objections.push(slight(`$${name} would be evaluated before the await instead of after it`));
    for (const place of places) {
      const list = kept.find((each) => within(place.range, each.place));
      for (const node of capture.nodes) {
        const was = orderOf(node, before);
        moves.push({ name, traits: examine(scopes, [withStar(node)]), before: was, after: [list ? (after.get(list.call) ?? 0) : (after.get(place) ?? 0), was] });
      }
    }
  }
  objections.push(...objectionsToMoves(moves));
  return objections;
}

/** `*$name`: going through it is a part of what is evaluated there. */
function withStar(node: PyNode): PyNode {
  const { parent } = node;
  const isUnpacked = (parent?.type === "PyArgument" && parent.star !== "") || parent?.type === "PyStarred" || parent?.type === "PyDictUnpack";
  return isUnpacked ? parent : node;
}

/** What is not in the match was given to its variable, before. */
function orderOf(node: PyNode, order: ReadonlyMap<PyNode, number>): number {
  return order.get(node) ?? node.range[0] - Number.MAX_SAFE_INTEGER;
}

function objectionsToCapture({ hole: { name } }: Capture, traits: Traits, places: readonly Timing[], here: Timing, written: number): Objection[] {
  const { effects, reads, fresh, suspends, binds } = traits;
  const found: Objection[] = [];
  if (effects && written > 1) found.push(slight(`$${name} was evaluated more than once`));
  if (places.length === 0 && effects) found.push({ grave: binds, reason: `$${name} has side effects and would be dropped` });
  if (places.length > 1 && (effects || fresh)) found.push(slight(`$${name} would be evaluated more than once`));
  for (const place of places) {
    if (place.conditional !== here.conditional && effects) found.push(slight(`$${name} would not be evaluated as it was`));
    if (!place.delayed) continue;
    if (suspends || binds || traits.contextual) found.push({ grave: true, reason: `$${name} would mean something else in a lambda or comprehension` });
    else if (effects || fresh || reads) found.push(slight(`$${name} would be evaluated when the lambda or comprehension runs`));
  }
  if (here.delayed && effects) found.push(slight(`$${name} stands in a lambda or comprehension`));
  return found;
}

function objectionsToMoves(moves: readonly Move[]): Objection[] {
  const found: Objection[] = [];
  for (const [index, one] of moves.entries()) {
    for (const other of moves.slice(index + 1)) {
      const stays = one.before < other.before === comesBefore(one.after, other.after);
      if (one.before !== other.before && !stays && clash(one.traits, other.traits))
        found.push(slight(one.name === other.name ? `the parts of $${one.name} would be evaluated in another order` : `$${one.name} and $${other.name} would be evaluated in another order`));
    }
  }
  return found;
}

function comesBefore([place, inside]: Move["after"], [otherPlace, otherInside]: Move["after"]): boolean {
  return place < otherPlace || (place === otherPlace && inside < otherInside);
}

/** Whether two pieces of code may notice that they changed places. */
function clash(one: Traits, other: Traits): boolean {
  return (one.effects && (other.effects || other.reads)) || (other.effects && one.reads);
}

function slight(reason: string): Objection {
  return { grave: false, reason };
}
