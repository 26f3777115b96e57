/** Plans call shapes: each reference is rewritten where it stands, and the import goes when none is left. */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import type { Listed, Member, Namespace, Starred, Use } from "../model.ts";
import { compileRewrites } from "../rewrite/compile.ts";
import { matchShape } from "../rewrite/match-shape.ts";
import type { ShapeRequest } from "../rewrite/request.ts";
import type { Scope } from "../scopes/scope.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import { refuse } from "./group.ts";
import type { Desk, Group, ImportStatement, Planned } from "./group.ts";
import { attribute, isCertain, memberAddition, sourceOf, whyOdd } from "./members.ts";
import { whyMocked } from "./held.ts";
import { isHiddenByStar, symbolOf } from "./names.ts";
import { isProbed } from "./rename.ts";

interface Anchor {
  readonly fact: Fact;
  readonly node: ShapeRequest["anchor"];
  /** The reference to the import's binding that goes with it. */
  readonly consumes: PyName;
}

/** Where the canonical symbol would be imported. */
interface Home {
  readonly owner: Listed | Namespace | undefined;
  readonly statement: ImportStatement;
  readonly scope: Scope;
}

/** Plans an import by name whose calls change their shape. */
export function planShapes(desk: Desk, taken: Listed, replacement: Replacement): Planned {
  const { variable, uses, imported, fact } = taken;
  const facts = [fact, ...uses.map((use) => use.fact)];
  if (!variable) return refuse(facts, "its binding can't be followed");
  if (taken.isShared) return refuse(facts, `\`${variable.name}\` is bound elsewhere in this file too`);
  if (!uses.every(({ reference }) => isCertain(reference, variable))) return refuse(facts, attribute);
  if (uses.length > 0) return shapesAt(desk, anchorsOf(uses), { owner: taken, statement: imported.statement, scope: variable.scope }, replacement);
  const held = desk.held(taken);
  if (held !== undefined) return refuse(facts, held);
  if (isProbed(taken)) return refuse(facts, "it is imported to see whether it can be");
  return { groups: [{ facts, owner: taken, consumes: [], pieces: [] }], refused: new Map() };
}

/** Plans the members of a module whose calls change their shape. */
export function planMemberShapes(desk: Desk, namespace: Namespace, members: readonly Member[], replacement: Replacement): Planned {
  const source = sourceOf(namespace);
  if (typeof source === "string") return refuse(members.map(({ fact }) => fact), source);
  const refused = new Map<Fact, string>();
  const anchors = members.flatMap((member): readonly Anchor[] => {
    const { fact, node, reference } = member;
    const odd = whyOdd(desk, source, member);
    if (odd !== undefined) refused.set(fact, odd);
    return odd === undefined && reference ? [{ fact, node, consumes: reference.node }] : [];
  });
  const planned = shapesAt(desk, anchors, { owner: namespace, ...source }, replacement);
  return { ...planned, refused: new Map([...planned.refused, ...refused]) };
}

/** Plans the uses of what a star brought in, whose calls change their shape. */
export function planStarredShapes(desk: Desk, { imported }: Starred, uses: readonly Use[], replacement: Replacement): Planned {
  return shapesAt(desk, anchorsOf(uses), { owner: undefined, statement: imported.statement, scope: desk.reading.scopes.module }, replacement);
}

function anchorsOf(uses: readonly Use[]): readonly Anchor[] {
  return uses.map(({ fact, reference: { node } }) => ({ fact, node, consumes: node }));
}

function shapesAt(desk: Desk, anchors: readonly Anchor[], { owner, statement, scope }: Home, replacement: Replacement): Planned {
  const groups: Group[] = [];
  const refused = new Map<Fact, string>();
  const { file, scopes } = desk.reading;
  const rewrites = compileRewrites(replacement.rewrites, replacement.rewriteNames);
  const symbol = symbolOf(replacement);
  const held = owner && desk.held(owner);
  const mocked = whyMocked(desk.reading, owner?.variable);
  for (const { fact, node, consumes } of anchors) {
    if (desk.order(fact)?.action !== "replace") continue;
    const imported = new Set<string>();
    const result = matchShape({
      file,
      anchor: node,
      rewrites,
      bind: replacement.bind,
      canonicalAt: (place) => {
        const spots = [{ scope: scopeAt(place) ?? scope }];
        const existing = desk.names.existingOrMoved(replacement, spots, statement);
        if (existing !== undefined) return existing;
        if (isHiddenByStar(desk.reading, replacement.name, scope, statement.range[0]) || !desk.names.free(replacement.name, scope, spots, symbol)) return undefined;
        desk.names.take(replacement.name, scope, spots, symbol);
        imported.add(replacement.name);
        return replacement.name;
      },
    });
    if (!result.matched) {
      refused.set(fact, result.reason);
      continue;
    }
    const { doubt, pieces, removed } = result;
    const additions = [...imported].map((local) => memberAddition(replacement, local, statement));
    groups.push({ facts: [fact], owner, keepsOwner: held !== undefined, consumes: [consumes], pieces, additions, removes: removed, doubt: doubt ?? mocked });
  }
  return { groups, refused };

  function scopeAt(place: PyNode): Scope | undefined {
    for (const node of nodesOf(place)) if (node.type === "PyName") return scopes.referenceAt(node)?.scope;
    return undefined;
  }
}
