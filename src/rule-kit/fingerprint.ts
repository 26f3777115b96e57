/** What a file's reports depend on besides its own text and the manifest, as one text. */
import { createHash } from "node:crypto";
import path from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Definition, Project } from "../project/project.ts";

/**
 * Another text when something changes in other files that a report may tell of, and the same one when anything else
 * does: where governed symbols get out, who takes them there, what they are, and which modules may not be fixed.
 * Not in it are the files' bytes and times, nor where the project lies: an edit that leaves all of that as it is leaves
 * the cache as it is, and so does a fresh clone.
 */
export function fingerprintOf(project: Project, symbols: SymbolTable): string {
  const short = (module: ModuleKey): string => (path.isAbsolute(module) ? path.posix.relative(project.root, module) : module);
  const lines: string[] = [];
  const note = (...parts: readonly unknown[]): void => void lines.push(JSON.stringify(parts));
  const shortened = (definition: Definition | undefined): unknown => definition && [short(definition.module), definition.name];
  const closure = (module: ModuleKey): readonly string[] => [...project.closure(module)].map(short).sort();
  const modules = new Set<ModuleKey>();
  const walked = new Set<ModuleKey>();
  const noteExport = (module: ModuleKey, name: string): void => note(short(module), name, project.exportOf(module, name), shortened(project.home(module, name)));

  for (const { module, name, through, canonical, origin } of [...symbols.governed(), ...symbols.exclusive.all]) {
    modules.add(module);
    note(short(module), name, through.map(short), project.exportOf(module, name), shortened(origin));
    if (name === "*") note(short(module), project.exportNames(module));
    if (!canonical) continue;
    walked.add(canonical.module);
    noteExport(canonical.module, canonical.name);
    // Of a whole module that moved, each name is fixed only where the other one has it.
    if (canonical.name === "*") note(short(canonical.module), project.exportNames(canonical.module));
  }
  for (const { module, name, target } of symbols.namespaces()) {
    modules.add(module);
    note(short(module), name, short(target));
  }
  for (const module of modules) {
    const takers = project.surveyed?.takersOf(module) ?? [];
    note(short(module), takers.map(({ file, name, by }) => [short(file), name, by]), project.isPublicEntry(module));
    // A fix in what such a test runs is a person's.
    for (const { file, by } of takers) if (by === "mock") walked.add(file);
  }
  for (const module of walked) note(short(module), closure(module));
  for (const [file, facts] of project.surveyed?.configs ?? []) note(short(file), facts);
  // In an order of their own: what was found first depends on which thread read which file.
  return createHash("sha1").update(lines.sort().join("\n")).digest("base64");
}
