/** `exports` and `imports` of a package.json as data: which targets a subpath has. No file is read here. */
import { isObject } from "../files/disk.ts";
import { bestPattern } from "./module-path.ts";

/** Conditions of other platforms: their targets count only where there is no other. One module must win everywhere. */
const OTHER_PLATFORMS = new Set([
  "browser", "deno", "worker", "workerd", "edge-light", "edge", "react-native", "react-server", "electron", "production",
]);

/** The keys with their values: `exports` without keys stands for `"."`. */
function entriesOf(field: unknown): ReadonlyMap<string, unknown> {
  if (field === undefined || field === null) return new Map();
  if (isObject(field)) {
    const keys = Object.keys(field);
    if (keys.some((key) => key.startsWith(".") || key.startsWith("#"))) return new Map(Object.entries(field));
  }
  return new Map([[".", field]]);
}

/** The string targets below a value, in the order written: those of other platforms apart. */
function targetsByPlatform(value: unknown): { readonly here: readonly string[]; readonly elsewhere: readonly string[] } {
  const here = new Set<string>();
  const elsewhere = new Set<string>();
  const walk = (node: unknown, other: boolean): void => {
    if (typeof node === "string") (other ? elsewhere : here).add(node);
    else if (Array.isArray(node)) for (const item of node) walk(item, other);
    else if (isObject(node)) {
      for (const [condition, below] of Object.entries(node)) walk(below, other || OTHER_PLATFORMS.has(condition));
    }
  };
  walk(value, false);
  return { here: [...here], elsewhere: [...elsewhere] };
}

/** All string targets below a value, in the order written, whatever the condition but for other platforms'. */
function targetsBelow(value: unknown): readonly string[] {
  const { here, elsewhere } = targetsByPlatform(value);
  return here.length > 0 ? here : elsewhere;
}

/** One entry of `exports` or `imports`. */
export interface ExportsEntry {
  /** `"."`, `"./sub"`, `"./*"`, `"#x/*"`. */
  readonly key: string;
  /** Targets relative to the package (`"./dist/*.js"`); an `imports` entry may have package specifiers. */
  readonly targets: readonly string[];
}

/** Every entry that leads somewhere; what is `null` (hidden) is left out. */
export function exportsEntries(field: unknown): readonly ExportsEntry[] {
  return [...entriesOf(field)].map(([key, value]) => ({ key, targets: targetsBelow(value) })).filter((entry) => entry.targets.length > 0);
}

/** Every key with all its targets, those of every platform, and what the field would be with one of them alone under that key. */
export function targetsOfAllPlatforms(field: unknown): readonly { readonly key: string; readonly target: string; readonly alone: object }[] {
  const entries = entriesOf(field);
  return [...entries].flatMap(([key, value]) => {
    const { here, elsewhere } = targetsByPlatform(value);
    return [...here, ...elsewhere].map((target) => ({ key, target, alone: { ...Object.fromEntries(entries), [key]: target } }));
  });
}

/** The targets of one subpath, its `*` filled in; empty where the field hides it. */
export function targetsOf(field: unknown, subpath: string): readonly string[] {
  const entries = entriesOf(field);
  const best = bestPattern(entries.keys(), subpath);
  if (best !== undefined) return targetsBelow(entries.get(best.pattern)).map((target) => target.replaceAll("*", best.star));
  // The folder form `"./": "./"` is gone from Node 17 on, and still in old packages.
  for (const [key, value] of entries) {
    if (key.endsWith("/") && subpath.startsWith(key)) return targetsBelow(value).map((target) => target + subpath.slice(key.length));
  }
  return [];
}
