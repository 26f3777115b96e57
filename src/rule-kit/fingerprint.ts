/** What a file's reports depend on besides its own text and the manifest, as one text. */
import { createHash } from "node:crypto";
import path from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Definition, FactoryMock, Project } from "../project/project.ts";
import { successorOf } from "./successor.ts";

const mocksAndTakes = ["no-deprecated-mock", "no-deprecated-import", "no-deprecated-use"] as const;

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
  /** By module that governed exports are to be had from: the modules from which they would be taken instead. */
  const modules = new Map<ModuleKey, Set<ModuleKey>>();
  /** What imports may be moved to. */
  const canonicals = new Set<string>();
  const noteModule = (module: ModuleKey, ...instead: readonly ModuleKey[]): void => {
    const known = modules.get(module) ?? new Set();
    modules.set(module, known);
    for (const each of instead) known.add(each);
  };
  const noteExport = (module: ModuleKey, name: string): void => note(short(module), name, project.exportOf(module, name), shortened(project.home(module, name)));

  for (const { module, name, through, canonical, origin, isPath } of [...symbols.governed(), ...symbols.exclusive.all]) {
    noteModule(module, origin.module, ...(canonical ? [canonical.module] : []));
    note(short(module), name, through.map(short), project.exportOf(module, name), shortened(origin), isPath);
    if (name === "*") note(short(module), project.exportNames(module));
    const factory = (mock: FactoryMock, test: ModuleKey): boolean => {
      note(short(module), name, short(test), mock);
      return false;
    };
    const ofName = name !== "*";
    const staying = project.surveyed?.stayingMockersOf(module, name, { spies: ofName, wholes: ofName, asking: () => ofName, factory }) ?? [];
    note(short(module), name, staying.map(short));
    noteModule(module, ...staying);
    if (through.length > 0) note(short(module), project.actsAtLoad(module));
    if (!canonical) continue;
    canonicals.add(canonical.specifier);
    note(short(canonical.module), "mocked", project.surveyed?.mockersOf(canonical.module).map(short));
    if (canonical.module === module || canonical.module === origin.module) note(short(canonical.module), name, origin.name, [name, origin.name].map((each) => project.surveyed?.mockersOf(canonical.module, each).map(short)));
    noteExport(canonical.module, canonical.name);
    note([module, origin.module].map((each) => project.meetsUnfinished(each, canonical.module)));
    // Of a whole module that moved, each name is fixed only where the other one has it.
    if (canonical.name !== "*") continue;
    note(short(canonical.module), project.exportNames(canonical.module));
    note(short(module), short(canonical.module), project.isStandIn(module, canonical.module), project.hasSameExports(module, canonical.module));
  }
  for (const { module, name, target, through } of symbols.namespaces.all()) {
    noteModule(module);
    note(short(module), name, short(target), through.map(short));
  }
  const [{ migration } = {}] = symbols.governed();
  for (const [module, instead] of modules) {
    const takers = project.surveyed?.takersOf(module) ?? [];
    note(short(module), takers.map(({ file, name, by }) => [short(file), name, by]), project.isPublicEntry(module));
    const files = [...new Set(takers.map(({ file }) => file))];
    // No fix may close a cycle of imports, and one in what a mocking test runs is a person's.
    const mockers = project.surveyed?.mockersOf(module) ?? [];
    const successor = mockers.length > 0 ? successorOf(module, project, symbols) : undefined;
    // With it mocks move along that would stay otherwise.
    if (successor !== undefined) note(short(module), "successor", short(successor.module), successor.hasNoOther());
    if (mockers.length > 0) note(short(module), "disabled", [...mockers, ...files].filter((file) => project.mayDisable(file, mocksAndTakes)).map(short));
    if (mockers.length > 0) note(short(module), "manual mock", project.hasManualMock(module));
    // In Python some have it as an attribute of its package, as long as a file that they need imports it.
    const loading = migration?.language === "python" ? files.filter((file) => project.loads(file, module)) : files;
    if (loading.length < files.length) note(short(module), "loaded by", loading.map(short));
    const finding = files.filter((file) => !loading.includes(file));
    for (const each of [...instead, ...mockers, ...finding]) note(short(each), short(module), files.filter((file) => project.needs(each, file)).map(short));
  }
  for (const [file, facts] of project.surveyed?.configs(canonicals) ?? []) note(short(file), facts);
  // In an order of their own: what was found first depends on which thread read which file.
  return createHash("sha1").update(lines.sort().join("\n")).digest("base64");
}
