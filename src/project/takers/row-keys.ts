/** The keys of specifiers as numbers, of which a row has many. */
import type { ModuleKey } from "../../policy/facts.ts";
import { moduleKeys, resolvedKey } from "../modules/specifier-ends.ts";

/** Among the keys of a file of which one key is what a specifier leads to. */
export const resolved = 0;
/** Among the keys of a file whose specifiers its text does not tell, or not all of them. */
export const any = 1;
/** Among the mocks of a file that puts their names together of parts. */
export const composed = 2;

/** The hashes of all keys by which a row may name one of `modules`. */
export function wantedKeys(modules: Iterable<ModuleKey>): ReadonlySet<number> {
  const wanted = new Set([any, composed]);
  for (const module of modules) for (const key of [...moduleKeys(module), resolvedKey(module)]) wanted.add(hashOf(key));
  return wanted;
}

/** FNV-1a, 32 bits. Two keys of one hash only mean that a file is looked at in vain. */
export function hashOf(key: string): number {
  let hash = 0x81_1c_9d_c5 | 0;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01_00_01_93);
  return hash === resolved || hash === any || hash === composed ? 3 : hash;
}
