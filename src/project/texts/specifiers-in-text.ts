/** Specifiers in a file's text, found without parsing: every one that is there, and maybe some that only look like one. */
import { posix } from "node:path";
import { COMPONENT_EXTENSIONS, relativeSpecifier } from "../modules/module-path.ts";

/**
 * White space and comments, which may stand between any two tokens; and bytes beyond ASCII, which may be white space.
 * Each part ends in one way only: else a banner of slashes would be tried in more ways than there is time for.
 */
export const gap = String.raw`(?:\s|[\x80-\uffff]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\r\n]*[\r\n])*`;

const literal = String.raw`(["'\x60])((?:(?!\1)[^\\\n]|\\[^])+)\1`;
const imported = new RegExp(String.raw`\b(?:from|import|require|module)${gap}(?:\(${gap})?${literal}`, "g");
/** `import type from "m"` takes a default by that name, and so does `import type, { x } from "m"`. */
const erasing = new RegExp(String.raw`\b(?:import|export)\s+type\s+(?!from\b\s*["'])(?:(?!\b(?:import|export|from)\b)[\w$\s{}*,])+\bfrom\s*(["'])([^"'\\\n]+)\1`, "g");
const scriptSource = /\bsrc\s*=\s*(["'])([^"']+)\1/g;
const importCall = new RegExp(String.raw`\bimport${gap}\(${gap}${literal}`, "g");
/** `/** @import { A } from "m" *\/` and `declare module "m" { … }`, which adds to what that module declares. */
const declared = /(?:@import\b[^"'@]{0,300}?\bfrom\s*|\bmodule\s*)(["'])([^"'\\\n]+)\1/g;
/** Type arguments are of any shape (`vi.importActual<typeof import("./a")>("./a")`), and not long. */
const mocked = new RegExp(String.raw`\b(?:\w*[mM]ock\w*(?:\.module)?|\w*[aA]ctual|replace(?:Esm|Cjs))\b["'\x60]?${gap}[\]?.!]*${gap}(?:<[^]{0,300}?>${gap})?\(${gap}(?:import${gap}\(${gap})?${literal}`, "g");

/** Loaders that are given a module's mocks as an object, by their specifiers: `esmock("./a", { "./b": { x } })`. */
export const loadsWithMocks = /\b(?:esmock|proxyquire)\b/;
const key = new RegExp(String.raw`${literal}${gap}:`, "g");
const loadedWithMocks = new RegExp(String.raw`\(${gap}(["'\x60])(\.[^"'\x60\\\n]*)\1${gap},`, "g");

/** What a key of such an object may name, from the test: proxyquire's start at the module that it loads. */
export function mocksByKey(text: string, key: string): readonly string[] {
  if (!key.startsWith(".") || !text.includes("proxyquire")) return [key];
  const folders = literalsOf(text, loadedWithMocks).map((loaded) => posix.dirname(loaded));
  return [key, ...folders.map((folder) => relativeSpecifier(".", posix.join(folder, key)))];
}

/** Every specifier in an import, a re-export, or a call of `import` or `require`. */
export function specifiersIn(text: string): readonly string[] {
  return literalsOf(text, imported);
}

/**
 * The specifiers that only statements name which are erased: `import type … from "m"`, `export type … from "m"`. A comment
 * that looks like one hides nothing: what another statement names too is not among them.
 */
export function erasedIn(text: string): ReadonlySet<string> {
  const erased = countsOf(text, erasing);
  if (erased.size === 0) return new Set();
  const mentions = countsOf(text, imported);
  return new Set([...erased].filter(([specifier, count]) => mentions.get(specifier) === count).map(([specifier]) => specifier));
}

/** The scripts of a component that are files of their own. */
export function scriptSourcesIn(path: string, text: string): readonly string[] {
  return COMPONENT_EXTENSIONS.some((extension) => path.endsWith(extension)) ? literalsOf(text, scriptSource) : [];
}

/** Every specifier of what is taken whole beside statements: `import("m")`, as an expression and as a type, and what only types name. */
export function looseTakesIn(text: string): readonly string[] {
  return [...(text.includes("import") ? literalsOf(text, importCall) : []), ...(/@import|\bmodule\s*["']/.test(text) ? literalsOf(text, declared) : [])];
}

/** Every specifier in a call by which a test runner mocks a module, or gives the real one. */
export function mocksIn(text: string): readonly string[] {
  const called = /[mM]ock|[aA]ctual|replace[EC]/.test(text) ? literalsOf(text, mocked) : [];
  return loadsWithMocks.test(text) ? [...new Set([...called, ...literalsOf(text, key).flatMap((each) => mocksByKey(text, each))])] : called;
}

function literalsOf(text: string, pattern: RegExp): readonly string[] {
  return [...countsOf(text, pattern).keys()];
}

/** How often each specifier stands there. */
function countsOf(text: string, pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, , written = ""] of text.matchAll(pattern)) {
    const specifier = written.includes("\\") ? unescaped(written) : written;
    counts.set(specifier, (counts.get(specifier) ?? 0) + 1);
  }
  return counts;
}

/** What a string literal's text stands for. */
function unescaped(written: string): string {
  return written.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi, (_, braced: string | undefined, four: string | undefined, two: string | undefined, other: string | undefined) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ff_ff));
    return /^[\r\n\u2028\u2029]/.test(other ?? "") ? "" : (other ?? "");
  });
}
