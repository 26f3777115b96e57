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

/** Takes out each type that another statement brings in as a value: the two would have one name. */
export function dropTypesOfValues(works: readonly { readonly list: NameList; readonly additions: Addition[] }[]): void {
  if (!works.some(({ additions }) => additions.some(({ typeOnly }) => typeOnly))) return;
  const symbol = ({ replacement, local }: Addition, { list }: (typeof works)[number]): string => [list.statement.parent.range[0], replacement.module, replacement.name, local].join("\0");
  const imports = works.filter(({ list }) => list.form === "import");
  const values = new Set(imports.flatMap((work) => work.additions.filter(({ typeOnly }) => !typeOnly).map((addition) => symbol(addition, work))));
  for (const work of imports)
    work.additions.splice(0, Infinity, ...work.additions.filter((addition) => !addition.typeOnly || !values.has(symbol(addition, work))));
}
