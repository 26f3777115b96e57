/** When a module is loaded: a test may have its modules run again, so that each loading may give another one of the same path. */
import type { Holder } from "../model.ts";
import { around, isFunctionNode } from "../rewrite/scopes.ts";
import type { Source } from "../syntax.ts";

/** Calls after which a path gives another module, of vitest and jest, and Node's own list of what is loaded. */
const reset =
  /\b(?:resetModules|resetModuleRegistry|resetAllModules|doMock|doUnmock|dontMock|unmock|setMock|unstable_mockModule|unstable_unmockModule)\s*\(|\brequire\.cache\b/g;

/**
 * Names the time at which `holder` loads its module. What is loaded at one time is one module, wherever it is named; an
 * `import` and what the file itself runs share theirs, a function's is its own, and so is what comes behind a reset.
 */
export function loadOf(source: Source, { kind, node }: Holder): string {
  if (kind !== "require" && kind !== "dynamic" && kind !== "mock") return "0:0";
  const [start = 0] = [...around(node)].map(({ owner }) => owner).find(isFunctionNode)?.range ?? [];
  const resets = resetsIn(source).filter((offset) => start <= offset && offset < node.range[0]);
  return `${String(start)}:${String(resets.length)}`;
}

/** A file may have thousands of modules to ask for, and hardly ever a reset. */
const resetsOf = new WeakMap<Source, readonly number[]>();

function resetsIn(source: Source): readonly number[] {
  let offsets = resetsOf.get(source);
  if (!offsets) resetsOf.set(source, (offsets = Array.from(source.text.matchAll(reset), ({ index }) => index)));
  return offsets;
}

/** Whether both are loaded at one time. */
export function isLoadedWith(source: Source, one: { readonly holder: Holder }, other: { readonly holder: Holder }): boolean {
  return loadOf(source, one.holder) === loadOf(source, other.holder);
}
