/** The text by which one module names another. */
import { posix } from "node:path";
import type { Module } from "./model.ts";
import type { Random } from "./random.ts";

/**
 * A relative path within a package; across packages the package's name where it shows the module, else (and now and then
 * in any case) the alias.
 */
export function specifierFor(from: Module, to: Module, random: Random): string {
  const sameOwner = from.owner === to.owner;
  if (!sameOwner && to.subpath !== undefined && random.chance(0.9)) return posix.join(to.owner.name, to.subpath);
  if (!sameOwner || random.chance(0.08)) return `@app/${withoutExtension(to.path.slice("packages/".length))}`;
  const path = relative(posix.dirname(from.path), to.path);
  if (from.owner.extensions) return path.replace(/\.tsx?$/, ".js");
  const bare = withoutExtension(path);
  return bare.endsWith("/index") && random.chance(0.8) ? bare.slice(0, -"/index".length) : bare;
}

function relative(folder: string, path: string): string {
  const text = posix.relative(folder, path);
  return text.startsWith("../") ? text : `./${text}`;
}

function withoutExtension(path: string): string {
  return path.replace(/\.tsx?$/, "");
}
