/** Names that a file is to import: each once, and as a value if anybody wants it as one. */
import { byKey } from "../../grouped.ts";
import type { Addition } from "./group.ts";
import type { NameList } from "./lists.ts";

export function isSame(one: Addition, other: Addition): boolean {
  return one.replacement.module === other.replacement.module && one.replacement.name === other.replacement.name && one.local === other.local;
}

/** Whether it is all that a statement of that form has of its module, and shares it with nobody: a namespace, `x = require("m")`. */
export function isWhole({ replacement }: Addition, { form }: Pick<NameList, "form">): boolean {
  return replacement.name === "*" || (replacement.required === "itself" && form === "require");
}

/** Adds to what one statement brings in. */
export function add(additions: Addition[], addition: Addition): void {
  const index = additions.findIndex((other) => isSame(other, addition));
  const known = additions[index];
  if (!known) additions.push(addition);
  else if (known.typeOnly && !addition.typeOnly) additions[index] = { ...known, typeOnly: false };
}

/** A statement, and what is to be brought in by it or behind it. */
interface Bringing {
  readonly list: NameList;
  readonly additions: Addition[];
}

/**
 * Takes out what another statement of the same block brings in under the same name: an `import` where there is one, else the
 * first. As a value, if any of them does.
 */
export function dropDoubles(works: readonly Bringing[]): void {
  const key = ({ replacement, local }: Addition, { list }: Bringing): string => [list.statement.parent.range[0], replacement.module, replacement.name, local].join("\0");
  const isImport = ({ list }: Bringing): boolean => list.form === "import";
  const kept = new Map<string, { readonly work: Bringing; readonly addition: Addition }>();
  const inOrder = [...works].sort((one, other) => one.list.statement.range[0] - other.list.statement.range[0]);
  for (const work of [...inOrder.filter(isImport), ...inOrder.filter((each) => !isImport(each))])
    for (const addition of work.additions) {
      const known = kept.get(key(addition, work));
      if (known && (addition.typeOnly || !known.addition.typeOnly)) continue;
      // What an `import` has as a type it can bring in as a value; of two the one that does so already is nearer at hand.
      const stays = known && !isImport(work);
      kept.set(key(addition, work), stays ? { work: known.work, addition: { ...known.addition, typeOnly: false } } : { work, addition });
    }
  const left = byKey(kept.values(), ({ work }) => work);
  for (const work of works) work.additions.splice(0, Infinity, ...(left.get(work) ?? []).map(({ addition }) => addition));
}
