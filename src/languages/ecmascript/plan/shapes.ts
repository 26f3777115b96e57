/** Plans call shapes: each reference is rewritten where it stands, and the import goes when none is left. */
import type { Fact } from "../../../policy/facts.ts";
import type { Order, Replacement } from "../../adapter.ts";
import type { Listed, Member, Namespace } from "../model.ts";
import { isPlainName } from "../components.ts";
import { matchShape } from "../rewrite/match-shape.ts";
import { compileRewrites } from "../rewrite/compile.ts";
import type { Node } from "../syntax.ts";
import { isUsedElsewhere } from "./elsewhere.ts";
import { refuse } from "./group.ts";
import type { Group, Planned } from "./group.ts";
import { isTypeOnly } from "./names.ts";
import { consumedBy, isAssignedAnew, isOfCall, ofCall } from "./rename.ts";
import type { Desk } from "./rename.ts";

interface Anchor {
  readonly fact: Fact;
  readonly node: Node;
  /** The references to the import's binding that go with it: the node itself, or the namespace in it. */
  readonly consumes: readonly Node[];
}

/** Plans an import by name whose calls change their shape. */
export function planShapes(desk: Desk, taken: Listed, replacement: Replacement): Planned {
  const { variable } = taken;
  const uses = taken.uses.filter(({ node }) => !desk.goes(node));
  const odd = variable ? uses.filter(({ node }) => !isPlainName(node, variable, desk.reading.source)) : [];
  if (odd.length > 0) return refuse([taken.fact, ...uses.map(({ fact }) => fact)], "its value is taken by another name");
  const anchors = uses.map(({ fact, node }) => ({ fact, node, consumes: [node] }));
  const planned = shapesAt(desk, taken, anchors, replacement, isTypeOnly(taken));
  if (anchors.length > 0 || !variable || isUsedElsewhere(desk.reading, taken)) return planned;
  return { groups: [{ facts: [taken.fact], owner: taken, consumes: [], pieces: [] }], refused: new Map() };
}

/** Plans the members of a namespace whose calls change their shape. */
export function planMemberShapes(desk: Desk, namespace: Namespace, members: readonly Member[], replacement: Replacement): Planned {
  if (isAssignedAnew(namespace)) return refuse(members.map(({ fact }) => fact), "the variable that holds the module is assigned anew");
  const anchors: Anchor[] = [];
  const refused = new Map<Fact, string>();
  for (const member of members) {
    const { fact, node, reference } = member;
    if (!reference) refused.set(fact, "it is taken from a namespace by destructuring");
    // `getX()` where `const getX = require("m")`: the canonical symbol is not taken that way.
    else if (reference === node) refused.set(fact, "it is not taken by its name");
    else if (isOfCall(member)) refused.set(fact, ofCall);
    else anchors.push({ fact, node, consumes: consumedBy(namespace, member) });
  }
  const planned = shapesAt(desk, namespace, anchors, replacement, false);
  return { ...planned, refused: new Map([...planned.refused, ...refused]) };
}

function shapesAt(desk: Desk, owner: Listed | Namespace, anchors: readonly Anchor[], replacement: Replacement, typeOnly: boolean): Planned {
  const groups: Group[] = [];
  const refused = new Map<Fact, string>();
  if (typeOnly) return { groups, refused: new Map(anchors.map(({ fact }) => [fact, "a type-only import has no calls to rewrite"])) };
  const rewrites = compileRewrites(replacement.rewrites, replacement.rewriteNames);
  for (const { fact, node, consumes } of anchors) {
    const order: Order | undefined = desk.order(fact);
    if (order?.action !== "replace") continue;
    let local: { readonly name: string; readonly existing: boolean } | undefined;
    const result = matchShape({
      sourceCode: desk.reading.source,
      anchor: node,
      rewrites,
      bind: replacement.bind,
      canonicalAt: (place, spoken) => {
        local = localAt(desk, owner, place, replacement, spoken);
        return local?.name;
      },
    });
    if (!result.matched) {
      refused.set(fact, result.reason);
      continue;
    }
    const addition = !local || local.existing ? undefined : { replacement, local: local.name, typeOnly: false };
    groups.push({
      facts: [fact],
      owner,
      consumes,
      pieces: result.pieces,
      addition,
      doubt: result.safe ? undefined : (result.reason ?? "the manifest calls this rewrite not safe"),
    });
  }
  return { groups, refused };
}

function localAt(desk: Desk, owner: Listed | Namespace, place: Node, replacement: Replacement, spoken: string): { name: string; existing: boolean } | undefined {
  const existing = desk.names.existing(replacement, [place], true, owner);
  if (existing?.variable) return { name: existing.variable.name, existing: true };
  const name = replacement.name === "default" ? spoken : replacement.name;
  if (!desk.names.free(name, owner, [place], replacement)) return undefined;
  desk.names.take(name, owner, replacement);
  return { name, existing: false };
}
