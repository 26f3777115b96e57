/** Names that a file is to import: each once, and as a value if anybody wants it as one. */
import type { Addition } from "./group.ts";
import type { NameList } from "./lists.ts";

export function isSame(one: Addition, other: Addition): boolean {
  return one.replacement.module === other.replacement.module && one.replacement.name === other.replacement.name && one.local === other.local;
}

/** A namespace shares its statement with nobody. */
export function isWhole({ replacement }: Addition): boolean {
  return replacement.name === "*";
}

/** Adds to what one statement brings in. */
export function add(additions: Addition[], addition: Addition): void {
  const index = additions.findIndex((other) => isSame(other, addition));
  const known = additions[index];
  if (!known) additions.push(addition);
  else if (known.typeOnly && !addition.typeOnly) additions[index] = { ...known, typeOnly: false };
}

/** Takes out what another `import` of the same block brings in under the same name: as a value, if any of them does. */
export function dropDoubles(works: readonly { readonly list: NameList; readonly additions: Addition[] }[]): void {
  const key = ({ replacement, local }: Addition, { list }: (typeof works)[number]): string => [list.statement.parent.range[0], replacement.module, replacement.name, local].join("\0");
  const kept = new Map<string, Addition>();
  const imports = works.filter(({ list }) => list.form === "import");
  for (const work of imports)
    for (const addition of work.additions) {
      const known = kept.get(key(addition, work));
      if (!known || (known.typeOnly && !addition.typeOnly)) kept.set(key(addition, work), addition);
    }
  for (const work of imports) work.additions.splice(0, Infinity, ...work.additions.filter((addition) => kept.get(key(addition, work)) === addition));
}
