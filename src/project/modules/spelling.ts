/** How a path is spelled in a specifier: with which extension, and with or without `/index`. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { isDeclaration, isRelative, splitExtension } from "./module-path.ts";
import type { ModuleRecord } from "../exports/record.ts";
import type { Scope } from "./resolver.ts";

/** A habit of writing specifiers. */
export interface Style {
  /** `none`; `script`: as if compiled (`./x.js` for `x.ts`); `source`: the file's own. */
  readonly extension: "none" | "script" | "source";
  /** Whether `/index` is written. Where an extension is, it always is. */
  readonly index: boolean;
  /** `.tsx` is written as `.jsx`. */
  readonly jsx: boolean;
}

const BARE: Style = { extension: "none", index: false, jsx: false };

/**
 * The habit that a specifier shows.
 *
 * @param isPackageName a package's bare name (`highlight.js`) shows none
 * @returns `undefined` where it shows none
 */
export function styleOf(specifier: string, isPackageName: boolean): Style | undefined {
  if (isPackageName) return undefined;
  const [stem, extension] = splitExtension(specifier);
  if (extension === "") return { ...BARE, index: posix.basename(stem) === "index" };
  if (isDeclaration(specifier) || /^\.[cm]?tsx?$/.test(extension)) return { ...BARE, extension: "source" };
  return /^\.[cm]?jsx?$/.test(extension) ? { ...BARE, extension: "script", jsx: extension === ".jsx" } : undefined;
}

/**
 * The habit of a file's other relative imports; without any, what its tsconfig, its own extension, or Node asks for.
 *
 * @param isEsm whether Node takes the file's `.js` for ESM, where a relative specifier has its extension
 */
export function fileStyle(file: string, scope: Scope, record: ModuleRecord | undefined, isEsm: boolean): Style {
  for (const specifier of record?.imports ?? []) {
    const style = isRelative(specifier) ? styleOf(specifier, false) : undefined;
    if (style !== undefined) return style;
  }
  return scope.config?.needsExtensions === true || isEsm || /\.m[jt]s$/.test(file) ? { ...BARE, extension: "script" } : BARE;
}

/**
 * The ways to write a module's path, the one in style first. The rest is for where that one leads elsewhere.
 *
 * @param module absolute path of the file
 */
export function spellings(module: ModuleKey, style: Style): readonly string[] {
  const [stem, extension] = splitExtension(module);
  if (!/^\.(?:d\.)?[cm]?[jt]sx?$/.test(extension)) return [module];
  const script = stem + scriptExtension(extension, style.jsx);
  if (style.extension === "source") return [module, script];
  if (style.extension === "script") return [script, module];
  // Nothing but an extension leads to these: bundlers and compilers do not try them.
  if (/^\.(?:d\.)?[cm]/.test(extension)) return [script, module];
  const folder = stem.endsWith("/index") ? [stem.slice(0, -"/index".length)] : [];
  return style.index ? [stem, ...folder, script, module] : [...folder, stem, script, module];
}

/** What a source's extension is once it is compiled. */
function scriptExtension(extension: string, jsx: boolean): string {
  if (extension === ".tsx") return jsx ? ".jsx" : ".js";
  return extension.replace(".d", "").replace("t", "j");
}
