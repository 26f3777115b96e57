/** Whether anybody outside may take what a module of Python has. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { readText, type Disk } from "../files/disk.ts";
import { pythonStem } from "./module-path.ts";
import type { PythonResolver } from "./resolver.ts";
import { dottedNames } from "./specifier.ts";

/** A module of a published project is public where no part of its name says that it is private. */
export function isPublicModule(module: ModuleKey, resolver: PythonResolver, disk: Disk): boolean {
  const project = projectAround(module, disk);
  if (project === undefined || !isPublished(project)) return false;
  const name = dottedNames(module, resolver)[0] ?? posix.relative(project, pythonStem(module)).replaceAll("/", ".");
  return !/(?:^|\.)_/.test(name);
}

/** The nearest folder that says how it is built. */
function projectAround(module: ModuleKey, disk: Disk): string | undefined {
  for (let folder = posix.dirname(module); ; folder = posix.dirname(folder)) {
    if (["pyproject.toml", "setup.py", "setup.cfg"].some((name) => disk.isFile(posix.join(folder, name)))) return folder;
    if (posix.dirname(folder) === folder) return undefined;
  }
}

/** Many projects have these files for the sake of their tools alone: what is published says how it is built. */
function isPublished(folder: string): boolean {
  const [pyproject = "", script, config = ""] = ["pyproject.toml", "setup.py", "setup.cfg"].map((name) => readText(posix.join(folder, name)));
  const isBuilt = tables(pyproject).has("build-system") || script !== undefined || ["metadata", "options"].some((name) => tables(config).has(name));
  // By this classifier PyPI refuses a package.
  return isBuilt && ![pyproject, script ?? "", config].some((text) => /^[^#\n]*\bPrivate ::/m.test(text));
}

/** The names of the tables of a TOML or INI text. Only these are wanted, and they stand on lines of their own: no parser is needed. */
function tables(text: string): ReadonlySet<string> {
  // In a text of several lines anything may stand on one.
  const plain = text.replaceAll(/"""[^]*?"""|'''[^]*?'''/g, '""');
  return new Set([...plain.matchAll(/^[ \t]*\[[ \t]*["']?([\w.-]+)["']?[ \t]*\][ \t]*(?:[#;].*)?$/gm)].map(([, name = ""]) => name));
}
