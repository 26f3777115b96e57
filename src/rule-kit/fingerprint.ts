/** What a file's reports depend on besides its own text and the manifest, as one text. */
import { createHash } from "node:crypto";
import path from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Project } from "../project/project.ts";
import type { Realm } from "./session.ts";

/**
 * Another text when something changes in other files that a report may tell of, and the same one when anything else
 * does: where governed symbols get out, who takes them there, what they are, and which modules may not be fixed.
 * Not in it are the files' bytes: an edit that leaves all of that as it is leaves the cache as it is.
 */
export function fingerprintOf(project: Project, { symbols, survey }: Realm): string {
  const short = (module: ModuleKey): string => path.posix.relative(project.root, module);
  const hash = createHash("sha1");
  const note = (...parts: readonly unknown[]): void => {
    hash.update(`${JSON.stringify(parts)}\n`);
  };
  const modules = new Set<ModuleKey>();
  const canonicals = new Set<ModuleKey>();
  for (const { module, name, through, canonical, origin } of symbols.governed()) {
    modules.add(module);
    note(short(module), name, through.map(short), project.exportOf(module, name), short(origin.module), origin.name);
    if (name === "*") note(project.exportNames(module));
    if (!canonical) continue;
    canonicals.add(canonical.module);
    note(short(canonical.module), project.exportOf(canonical.module, canonical.name), project.home(canonical.module, canonical.name));
  }
  for (const module of [...modules].sort()) note(short(module), survey?.takersOf(module).map(({ file, name, by }) => [short(file), name, by]), project.isPublicEntry(module));
  for (const module of [...canonicals].sort()) note(short(module), [...project.closure(module)].map(short).sort());
  note(survey?.configFiles);
  return hash.digest("base64");
}
