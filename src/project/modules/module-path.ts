/** Paths and specifiers as text: separators, extensions, and what kind of specifier a text is. No file is read here. */
import { isAbsolute, posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";

/** Extensions of files whose exports can be read, in the order in which an extensionless specifier tries them. */
export const CODE_EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"] as const;
export const DECLARATION_EXTENSIONS = [".d.ts", ".d.mts", ".d.cts"] as const;
/** Files with scripts in them: these import, but what the files export is up to their compiler. */
export const COMPONENT_EXTENSIONS = [".vue", ".svelte", ".astro", ".mdx"] as const;
/** Every extension that a module's identity does without once its file is gone. */
const ALL_EXTENSIONS = [...DECLARATION_EXTENSIONS, ...CODE_EXTENSIONS, ".json", ...COMPONENT_EXTENSIONS] as const;

/** The path with `/` whatever the platform. */
export function withSlashes(path: string): string {
  return path.includes("\\") && process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** `["a/b", ".d.ts"]` for `a/b.d.ts`; the extension is `""` where it is none of a module's. */
export function splitExtension(path: string): readonly [stem: string, extension: string] {
  for (const extension of ALL_EXTENSIONS) {
    if (path.endsWith(extension) && path.length > extension.length && !path.endsWith(`/${extension}`)) {
      return [path.slice(0, -extension.length), extension];
    }
  }
  return [path, ""];
}

/** Whether the file declares types only. */
export function isDeclaration(path: string): boolean {
  return DECLARATION_EXTENSIONS.some((extension) => path.endsWith(extension));
}

/** The modules whose types a file may declare: who imports them has its declarations. */
export function declaredModules(path: string): readonly string[] {
  const [stem] = splitExtension(path);
  return isDeclaration(path) ? CODE_EXTENSIONS.map((extension) => stem + extension) : [];
}

/** Whether the file is TypeScript that gets compiled (so never itself the product of a build). */
export function isTypeScriptSource(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path) && !isDeclaration(path);
}

/** Identity of a project module that is not there: its absolute path without extension and trailing `/index`. */
export function goneKey(path: string): ModuleKey {
  const [stem] = splitExtension(path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path);
  return stem.endsWith("/index") ? stem.slice(0, -"/index".length) : stem;
}

/** Whether the module is an installed package's, or a package that is not installed: none of the project's own. */
export function isPackageKey(key: ModuleKey): boolean {
  return !isAbsolute(key) || key.includes("/node_modules/");
}

/** Whether the specifier is relative to the file that writes it. */
export function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** The relative specifier that leads from a folder to a path. */
export function relativeSpecifier(folder: string, path: string): string {
  const text = posix.relative(folder, path);
  if (text === "") return ".";
  return text.startsWith("../") || text === ".." ? text : `./${text}`;
}

/** A package specifier in its parts. */
export interface PackageSpecifier {
  readonly name: string;
  /** As a key of `exports`: `"."` or `"./sub"`. */
  readonly subpath: string;
}

/** Takes `@scope/name/sub` apart; `undefined` for a text that cannot name a package. */
export function packageSpecifier(specifier: string): PackageSpecifier | undefined {
  const parts = /^(@[^/\\%:]+\/[^/\\%:]+|[^@./\\%:#][^/\\%:]*)(\/.*)?$/.exec(specifier);
  const name = parts?.[1];
  if (name === undefined) return undefined;
  const rest = parts?.[2] ?? "";
  return { name, subpath: rest === "" || rest === "/" ? "." : `.${rest}` };
}

/** A text with at most one `*`, as `paths`, `exports` and `imports` write them. */
export function matchStar(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === text ? "" : undefined;
  const prefix = pattern.slice(0, star);
  const suffix = pattern.slice(star + 1);
  if (text.length < prefix.length + suffix.length || !text.startsWith(prefix) || !text.endsWith(suffix)) return undefined;
  return text.slice(prefix.length, text.length - suffix.length);
}

/** The key that a text matches as Node and TypeScript choose it: an exact one, else the longest before its `*`. */
export function bestPattern(patterns: Iterable<string>, text: string): { pattern: string; star: string } | undefined {
  let best: { pattern: string; star: string } | undefined;
  for (const pattern of patterns) {
    if (pattern === text) return { pattern, star: "" };
    const star = pattern.includes("*") ? matchStar(pattern, text) : undefined;
    if (star === undefined) continue;
    if (best === undefined || pattern.indexOf("*") > best.pattern.indexOf("*")) best = { pattern, star };
  }
  return best;
}
