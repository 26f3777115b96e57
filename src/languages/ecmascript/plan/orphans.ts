/** What only the parts that go refer to: declarations of the file's own, that nobody else sees. */
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import type { Reading } from "../read.ts";
import { areInert, isIn, partsOf, topLevelVariables } from "./parts.ts";
import type { Declared } from "./parts.ts";
import { listOf } from "./lists.ts";
import type { Ties } from "./ties.ts";

interface Helper extends Declared {
  readonly references: readonly Node[];
}

/**
 * `parts` with the declarations that nothing but they refer to, directly or by one another.
 * @param ties what holds a declaration whoever refers to it
 */
export function withOrphans(reading: Reading, parts: readonly Node[], ties: Pick<Ties, "isPinned">): readonly Node[] {
  if (parts.length === 0) return parts;
  const candidates = helpers(reading).filter((helper) => !helper.parts.some((part) => ties.isPinned(part) || isIn(parts, part)));
  const reached = new Set<Helper>();
  const all = (): Node[] => [...parts, ...[...reached].flatMap((helper) => helper.parts)];
  // Whatever is referred to from there, and so on; then those are left that nothing else refers to.
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    const region = all();
    for (const helper of candidates) if (helper.references.some((node) => isIn(region, node))) reached.add(helper);
  }
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const helper of reached) {
      const region = all();
      if (helper.references.some((node) => !isIn(region, node))) reached.delete(helper);
    }
  }
  return all();
}

/** Top-level declarations without `export` that do nothing but declare. Imports by list are another's to drop. */
function helpers(reading: Reading): readonly Helper[] {
  const { source } = reading;
  const lists = new Set<Node | undefined>(reading.taken.map((taken) => listOf(taken)?.statement));
  return topLevelVariables(source).flatMap((variable) => {
    if (variable.defs.length === 0 || variable.defs.some(({ node, type }) => (type as string) === "ImportBinding" && node.type !== Type.TSImportEqualsDeclaration)) return [];
    const parts = partsOf(variable);
    if (typeof parts === "string" || !parts.every((part) => isHidden(part) && !isIn([...lists].flatMap((list) => list ?? []), part))) return [];
    return areInert(source, parts) ? [{ variable, parts, references: reading.references(variable) }] : [];
  });
}

function isHidden(part: Node): boolean {
  for (let node: Node | undefined = part; node; node = node.parent) if (node.type.startsWith("Export")) return false;
  return true;
}
