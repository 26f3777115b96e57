/** Who has a module as an attribute of its package, and leaves it to others to load it. */
import type { ModuleRecord } from "../exports/record.ts";
import { dottedBelow } from "./module-path.ts";

/** Whether a text takes an attribute `name` anywhere but in an import. */
export function mayPassThrough(text: string, name: string): boolean {
  for (const { index } of text.matchAll(new RegExp(`\\.[\\s\\\\]*${name}(?![\\w\\x80-\\uffff])`, "g"))) {
    const start = Math.max(text.lastIndexOf("\n", index), text.lastIndexOf(";", index)) + 1;
    if (!/^\s*(?:from|import)\s/.test(text.slice(start, index))) return true;
  }
  return false;
}

/**
 * Whether a file takes `name` of a package, which is the module asked about, and has no import of that, nor of anything in it.
 * @param isModule whether a text leads to the module
 */
export function passesThrough({ takes }: Pick<ModuleRecord, "takes">, name: string, isModule: (text: string) => boolean): boolean {
  const loaded = takes.filter((take) => take.name === "").map(({ from }) => from);
  const texts = takes.flatMap((take) => (take.name === name ? [dottedBelow(take.from, name)] : []));
  return texts.some((text) => !loaded.some((each) => each === text || each.startsWith(`${text}.`)) && isModule(text));
}
