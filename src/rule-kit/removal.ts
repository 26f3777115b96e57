/** Whether an export may go: who takes it, and who may. */
import path from "node:path";
import type { ModuleKey } from "../policy/facts.ts";
import type { Decision } from "../policy/policy.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";
import { mayTake } from "./takers.ts";
import type { OrderContext } from "./orders.ts";

/** How many files a message names before it only counts. */
const named = 3;

/** What a module that is deprecated as a whole has of the names that the manifest excepts, as messages show them. */
export function exceptionsIn({ name, module, entry }: GovernedSymbol, { exportNames }: Project): readonly string[] {
  if (name !== "*" || entry.except.length === 0) return [];
  const { names } = exportNames(module);
  return entry.except.filter((each) => names.includes(each)).map((each) => `\`${each}\``);
}

/**
 * Why the export that is judged has to stay, in words; `undefined` where nobody would miss it.
 * Namespaces, `import()`, unresolved imports and mocks count as takers: they may mean it.
 */
export function whyItStays({ fact, symbol, symbols }: Decision, { project, symbols: table, file }: OrderContext): string | undefined {
  if (fact.kind === "definition" && fact.name === "*") {
    const kept = exceptionsIn(symbol, project);
    if (kept.length > 0) return `the file has ${kept.join(", ")} too, which ${kept.length === 1 ? "is" : "are"} not deprecated`;
    return takenBy(takers(["*"]), "import it") ?? "the whole file is deprecated, and nothing in the project imports it: delete it";
  }
  const whole = fact.kind === "reexport" && fact.name === "*";
  const taken = takenBy(takers(outwardNames()), fact.kind === "definition" ? "still refer to it" : "import it through here");
  if (taken !== undefined) return taken;
  if (project.isPublicEntry(file.module)) return "this is a public entry of a package that is published";
  if (project.mayBeLoadedUnseen(file.module)) return "a framework, or another platform's build, may load this file by its path";
  if (whole && !letsOutNothingElse(fact.module)) return "other exports go through here as well";
  return undefined;

  /** The names by which others have what is judged: its own, and those of exports that hold it. */
  function outwardNames(): readonly string[] {
    const names = fact.kind === "reexport" ? [...ownNames(), ...(fact.within ?? [])] : ownNames();
    return project.isCommonJs(file.module) ? [...names, "default"] : names;
  }

  function ownNames(): readonly string[] {
    if (fact.kind === "import") return [fact.outward ?? fact.name];
    if (fact.kind !== "reexport") return [fact.name];
    // "module.exports": whatever that holds is the file's.
    return fact.as === "*" || (fact.name === "*" && fact.as === "module.exports") ? symbols.map(({ name }) => name) : [fact.as];
  }

  /** Files that take one of `names` of this one, or may. */
  function takers(wanted: readonly string[]): readonly ModuleKey[] {
    return mayTake(file.module, wanted, project, table);
  }

  function takenBy(files: readonly ModuleKey[], how: string): string | undefined {
    const [first] = files;
    if (first === undefined) return undefined;
    const shown = files.slice(0, named).map((each) => path.posix.relative(project.root, each)).join(", ");
    const more = files.length > named ? ` and ${String(files.length - named)} more` : "";
    return files.length === 1 ? `one file may ${how}: ${shown}` : `${String(files.length)} files may ${how}: ${shown}${more}`;
  }

  function letsOutNothingElse(module: ModuleKey): boolean {
    const { names, isAll } = project.exportNames(module);
    const out = new Set(symbols.map(({ name }) => name));
    return isAll && names.every((name) => out.has(name) || (name === "default" && fact.kind === "reexport" && fact.as === "*") || table.deprecated(module, name) !== undefined);
  }
}
