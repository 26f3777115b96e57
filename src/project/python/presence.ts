/** Whether there is a module of Python. */
import { isAbsolute, posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { readText, type Disk } from "../files/disk.ts";

/** `no` only where it is certain: never of a package that is not the project's, nor where a package looks for its modules elsewhere. */
export function presenceOfPython(key: ModuleKey, disk: Disk): "yes" | "no" | "unknown" {
  if (!isAbsolute(key)) return "unknown";
  if (disk.isFile(key) || disk.isFolder(key)) return "yes";
  let name = key;
  while (!disk.isFolder(posix.dirname(name)) && posix.dirname(name) !== name) name = posix.dirname(name);
  const folder = posix.dirname(name);
  const init = ["__init__.py", "__init__.pyi"].map((each) => posix.join(folder, each)).find((each) => disk.isFile(each));
  // Another folder may have a part of the same package, another suffix a compiled module.
  if (init === undefined || /\b__path__\b/.test(readText(init) ?? "")) return "unknown";
  return disk.list(folder).some((each) => each.startsWith(`${posix.basename(name)}.`) && !/\.pyi?$/.test(each)) ? "unknown" : "no";
}
