/** Items by what they share. */

/** The items that share a key, by that key, in the order of their first. */
export function byKey<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The items that share a key, in the order of their first. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => object | string): Iterable<readonly Item[]> {
  return byKey(items, keyOf).values();
}
