/** Links among a project's files: what one leads to is listed where it is, so none is followed. But specifiers may go by it. */
import { realpathSync } from "node:fs";
import { posix } from "node:path";
import type { Note } from "./listing.ts";
import { splitExtension, withSlashes } from "../modules/module-path.ts";

/** The real path that a link leads to; empty where it leads nowhere, or in a circle. */
export function targetOf(path: string): string {
  try {
    return withSlashes(realpathSync.native(path));
  } catch {
    return "";
  }
}

/**
 * Puts the links of one folder in place of those that were known there.
 * @param known by path, the real paths that they lead to
 * @returns whether any has come, gone, or leads elsewhere
 */
export function replaceLinks(known: Map<string, string>, folder: string, links: ReadonlyMap<string, string>): boolean {
  const gone = [...known.keys()].filter((path) => posix.dirname(path) === folder && !links.has(path));
  const fresh = [...links].filter(([path, target]) => known.get(path) !== target);
  for (const path of gone) known.delete(path);
  for (const [path, target] of fresh) known.set(path, target);
  return gone.length + fresh.length > 0;
}

/** What to say of links that lead to no file of the project. */
export function linkNotes(root: string, links: ReadonlyMap<string, string>): readonly Note[] {
  const outward = [...links].filter(([, target]) => !`${target}/`.startsWith(`${root}/`));
  return outward.map(([path, target]) => ({ path, reason: target === "" ? "the link leads nowhere, or in a circle" : "the link leads out of the project" }));
}

/** Whether a specifier may go by a link: it leads to a folder, or is called like a source. */
export function mayBeSource(path: string, target: string): boolean {
  return posix.extname(target) === "" || splitExtension(path)[1] !== "";
}
