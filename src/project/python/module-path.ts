/** Python's files and dotted names as text. No file is read here. */
import { posix } from "node:path";

/** Extensions of Python files; a stub comes second, since its source is the module. */
export const PYTHON_EXTENSIONS = [".py", ".pyi"] as const;

/** Folders that hold what is installed or made, never a project's own sources. */
export const PYTHON_NEVER = new Set([".venv", "venv", "site-packages", "__pycache__"]);

/** Whether the file is Python. */
export function isPython(path: string): boolean {
  return path.endsWith(".py") || path.endsWith(".pyi");
}

/** The path of a module without its extension, of a package's `__init__` the package's folder. */
export function pythonStem(path: string): string {
  const bare = path.replace(/\.pyi?$/, "");
  return bare !== path && bare.endsWith("/__init__") ? bare.slice(0, -"/__init__".length) : bare;
}

/** The last part of a module's dotted name, as Python compares names: from its path, or from that name itself. */
export function lastPart(module: string): string {
  return (posix.basename(pythonStem(module)).split(".").at(-1) ?? "").normalize("NFKC");
}

/** Whether the file is a package's own. */
export function isPackageFile(path: string): boolean {
  return /^__init__\.pyi?$/.test(posix.basename(path));
}

/** A dotted text in its parts: leading dots, and names. */
export interface DottedText {
  readonly level: number;
  readonly parts: readonly string[];
}

/** Takes `..pkg.x` apart; `undefined` for what names no module. */
export function dottedText(text: string): DottedText | undefined {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/s.exec(text) ?? [];
  const parts = rest === "" ? [] : rest.split(".");
  if ((dots === "" && parts.length === 0) || parts.some((part) => part === "" || /[\s/\\\0]/.test(part))) return undefined;
  return { level: dots.length, parts };
}

/** The dotted text of what is called `name` in the module of another: an attribute, or a module below it. */
export function dottedBelow(module: string, name: string): string {
  return module.endsWith(".") ? module + name : `${module}.${name}`;
}
