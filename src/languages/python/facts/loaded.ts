/** Which module a call loads by its name. */
import type { ModuleKey } from "../../../policy/facts.ts";
import type { DynamicImport } from "../read/dynamic.ts";
import { textOf } from "../read/expressions.ts";

/** What a call loads. */
export interface Loaded {
  /** The module that the string names, as an import of this file would write it. */
  readonly specifier: string;
  /** The module that the call gives: another one for `__import__("a.b")`, which gives `a`. */
  readonly start: string;
}

/** @param self the file's own identity */
export function loadedBy({ node, module, level, from, gives }: DynamicImport, self: ModuleKey): Loaded {
  const specifier = level === 0 ? module : relative(level, module, from, self);
  // `__import__("a.b", …, ["x"])` gives `a.b`.
  const isListed = node.arguments.length > 3 || node.arguments.some(({ name }) => name?.name === "fromlist");
  return { specifier, start: gives === "root" && !isListed ? (specifier.split(".")[0] ?? specifier) : specifier };
}

/** `import_module("..a", "pkg.sub")` is `pkg.a`; of `__package__` it is what `from ..a` is. */
function relative(level: number, module: string, from: DynamicImport["from"], self: ModuleKey): string {
  const dots = ".".repeat(level) + module;
  if (from?.type === "PyName") return from.name === "__name__" && !/\/__init__\.pyi?$/.test(self) ? "" : dots;
  const anchor = from && textOf(from);
  if (anchor === undefined) return "";
  const parts = anchor.split(".");
  return level > parts.length ? "" : [...parts.slice(0, parts.length - level + 1), ...(module === "" ? [] : [module])].join(".");
}
