/** Plans what is to go: exports of other modules' symbols, and the file's own definitions. */
import type { Fact } from "../../../policy/facts.ts";
import type { Order } from "../../adapter.ts";
import type { Reading } from "../read.ts";
import type { Node, Variable } from "../syntax.ts";
import type { Group } from "./group.ts";
import { withOrphans } from "./orphans.ts";
import { isIn } from "./parts.ts";
import { definitionRemoval } from "./remove-definition.ts";
import { ownReads, reexportRemoval } from "./remove-reexport.ts";
import { holds } from "./ties.ts";
import type { Ties } from "./ties.ts";

/** One fact's removal, before it is known who else refers to what goes. */
export interface Removal {
  readonly fact: Fact;
  readonly parts: readonly Node[];
  /** Bindings that go with the parts: nothing that stays may refer to them. */
  readonly variables: readonly Variable[];
  /** The member of `exports` that goes, by which the file may read it. */
  readonly member: string | undefined;
  readonly doubt: string | undefined;
  /** The statement that leaves a bare import of its module behind. */
  readonly loads: Node | undefined;
}

/** All removals of a file. */
export interface Removals {
  /** The first one, if any, holds all that is automatic. */
  readonly groups: readonly Group[];
  readonly refused: ReadonlyMap<Fact, string>;
  /** What goes automatically, with what only it used. */
  readonly parts: readonly Node[];
}

/**
 * @param orders of the file, by fact
 * @param ties what holds declarations in the file; told which statements leave a bare import behind
 */
export function planRemovals(reading: Reading, orders: ReadonlyMap<Fact, Order>, ties: Ties): Removals {
  const refused = new Map<Fact, string>();
  const loading = new Set<Node>();
  const planned: Removal[] = [];
  const isGoing = (name: string): boolean => reading.definitions.some(({ fact }) => fact.name === name && orders.get(fact)?.action === "remove");
  if (reading.definitions.some(({ fact }) => orders.get(fact)?.action === "remove")) reading.complete();
  for (const { fact, order, removal } of asked()) {
    if (typeof removal === "string") {
      refused.set(fact, removal);
      continue;
    }
    if (removal.loads) loading.add(removal.loads);
    planned.push({ ...removal, doubt: removal.doubt ?? order.doubt });
  }
  ties.loading = loading;
  if (planned.length === 0) return { groups: [], refused, parts: [] };

  const kept = [...orders.values()].filter(({ action }) => action === "keep").map(({ fact }) => fact);
  const safe = settled(planned.filter(({ doubt }) => doubt === undefined));
  const doubtful = planned.filter(({ doubt }) => doubt !== undefined).flatMap((removal) => settled([removal]).removals);
  const groups = doubtful.map((removal) => groupOf([removal], removal.doubt));
  return { groups: safe.removals.length > 0 ? [groupOf(safe.removals), ...groups] : groups, refused, parts: safe.parts };

  function* asked(): Iterable<{ readonly fact: Fact; readonly order: Order; readonly removal: Removal | string }> {
    for (const exported of reading.reexports) {
      const order = orders.get(exported.fact);
      if (order?.action === "remove") yield { fact: exported.fact, order, removal: reexportRemoval(reading, exported, order) };
    }
    for (const { fact } of reading.definitions) {
      const order = orders.get(fact);
      if (order?.action === "remove") yield { fact, order, removal: definitionRemoval(reading, fact, isGoing) };
    }
  }

  /** Those that can go together; each that something else refers to is refused, and what it referred to is asked anew. */
  function settled(all: readonly Removal[]): { readonly removals: readonly Removal[]; readonly parts: readonly Node[] } {
    let removals = all;
    for (;;) {
      const parts = withOrphans(reading, removals.flatMap((removal) => removal.parts), ties);
      const left = removals.filter((removal) => {
        const reason = obstacle(removal, parts);
        if (reason !== undefined) refused.set(removal.fact, reason);
        return reason === undefined;
      });
      if (left.length === removals.length) return { removals, parts };
      removals = left;
    }
  }

  function obstacle({ fact, parts: own, variables, member }: Removal, parts: readonly Node[]): string | undefined {
    if (kept.some((other) => other !== fact && own.some((part) => holds(part, other)))) return "a site in it is kept by a disable comment";
    const references = variables.flatMap((variable) => reading.references(variable));
    const reads = member === undefined ? [] : ownReads(reading, member);
    const count = new Set([...references, ...reads].filter((node) => !isIn(parts, node))).size;
    if (count === 0) return undefined;
    return `this file itself still uses it in ${count === 1 ? "one place" : `${String(count)} places`}`;
  }
}

function groupOf(removals: readonly Removal[], doubt?: string): Group {
  return { facts: removals.map(({ fact }) => fact), owner: undefined, consumes: [], pieces: [], removes: removals.flatMap(({ parts }) => parts), doubt };
}
