/** How a Python file is to write the dotted text of a module. */
import { isAbsolute, posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { withSlashes } from "../modules/module-path.ts";
import type { SpecifierTarget } from "../modules/specifier.ts";
import { pythonStem } from "./module-path.ts";
import type { PythonResolver } from "./resolver.ts";

/**
 * Absolute, from the root that the replaced text starts from, else in the manifest's words where they lead there; relative
 * where the replaced text was, and the target is in the same package. `undefined` where no root leads to the target.
 */
export function pythonSpecifier(fromFile: string, replaced: string, { module, manifestText }: SpecifierTarget, resolver: PythonResolver): string | undefined {
  const leadsThere = (text: string): boolean => resolver.moduleKey(fromFile, text) === module;
  if (!isAbsolute(module)) return leadsThere(manifestText) ? manifestText : module;
  const absolute = dottedNames(module, resolver);
  const alike = replaced.startsWith(".") ? relativeText(fromFile, module, resolver) : fromSameRoot(fromFile, replaced, module, resolver);
  const candidates = [...alike, manifestText, ...absolute];
  return candidates.find((text) => !/^\d|[^\w.\x80-\uffff]/.test(text) && leadsThere(text));
}

/** The texts by which roots lead to a module, that of the nearest root first. */
export function dottedNames(module: ModuleKey, resolver: Pick<PythonResolver, "roots">): readonly string[] {
  const stem = pythonStem(module);
  const around = resolver.roots().filter((root) => stem.startsWith(root === "/" ? root : `${root}/`));
  return around.sort((one, other) => other.length - one.length).map((root) => posix.relative(root, stem).replaceAll("/", "."));
}

/** What else can import the file may know other roots than this file does. */
function fromSameRoot(fromFile: string, replaced: string, module: ModuleKey, resolver: PythonResolver): readonly string[] {
  const [old, stem] = [pythonStem(resolver.moduleKey(fromFile, replaced)), pythonStem(module)];
  const roots = resolver.roots().filter((root) => posix.join(root, replaced.replaceAll(".", "/")) === old && stem.startsWith(posix.join(root, "/")));
  return roots.map((root) => posix.relative(root, stem).replaceAll("/", "."));
}

function relativeText(fromFile: string, module: ModuleKey, resolver: PythonResolver): readonly string[] {
  const file = resolver.fileKey(fromFile);
  const [own = "", target = ""] = [dottedNames(file, resolver)[0], dottedNames(module, resolver)[0]];
  const [top = ""] = own.split(".");
  if (top === "" || target.split(".")[0] !== top) return [];
  const folder = posix.dirname(withSlashes(file === pythonStem(file) ? fromFile : file));
  const way = posix.relative(folder, pythonStem(module)).split("/").filter((part) => part !== "");
  const up = way.filter((part) => part === "..").length;
  return [".".repeat(up + 1) + way.slice(up).join(".")];
}
