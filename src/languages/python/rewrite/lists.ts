/** Which item of a list of the code is which of a `from`'s. */
import type { PyNode } from "../tree/node.ts";
import type { Pattern } from "./compile.ts";
import type { Hole } from "./placeholder.ts";

/** A list's items, each with its own. */
export interface Shares {
  readonly pairs: readonly (readonly [wanted: PyNode, found: PyNode])[];
  /** What a `$$$name` takes, in the order of the text. */
  readonly rest: readonly PyNode[];
}

/** The `$$$name` that an item is. */
export function restOf(pattern: Pattern, item: PyNode): Hole | undefined {
  const hole = pattern.holeAt.get(item.type === "PyArgument" && !item.name && item.star === "" ? item.value : item);
  return hole?.rest === true ? hole : undefined;
}

/** The name of a keyword argument; `""` for `**`. */
export function keywordOf(item: PyNode): string | undefined {
  if (item.type !== "PyArgument") return undefined;
  return item.star === "**" ? "" : item.name?.name;
}

/**
 * Shares out the items of the code. Those by position go by their order, and a `$$$name` takes what the others leave;
 * keyword arguments go by their names, wherever they stand.
 * @param rest the `$$$name` of the `from`'s list
 */
export function distribute(wanted: readonly PyNode[], rest: PyNode | undefined, found: readonly PyNode[]): Shares | undefined {
  const pairs: (readonly [PyNode, PyNode])[] = [];
  const taken = new Set<PyNode>();
  const pair = (one: PyNode, other: PyNode | undefined): boolean => {
    if (!other || taken.has(other)) return false;
    taken.add(other);
    pairs.push([one, other]);
    return true;
  };
  const ordered = found.filter((item) => keywordOf(item) === undefined);
  const wantedOrdered = wanted.filter((item) => keywordOf(item) === undefined);
  const at = rest ? wantedOrdered.indexOf(rest) : wantedOrdered.length;
  const behind = wantedOrdered.slice(at + 1);
  if (ordered.length < at + behind.length) return undefined;
  if (!wantedOrdered.slice(0, at).every((item, index) => pair(item, ordered[index]))) return undefined;
  if (!behind.every((item, index) => pair(item, ordered[ordered.length - behind.length + index]))) return undefined;
  for (const item of wanted) {
    const name = keywordOf(item);
    if (name !== undefined && !pair(item, found.find((other) => keywordOf(other) === name && !taken.has(other)))) return undefined;
  }
  const left = found.filter((item) => !taken.has(item));
  return left.length > 0 && !rest ? undefined : { pairs, rest: left };
}
