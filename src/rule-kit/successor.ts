/** What becomes of a module as a whole, where every one of its exports has a migration. */
import type { Successor } from "../languages/adapter.ts";
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";

/** The one module that everything `module` exports is to be taken from, with the same signatures; none where anything stays. */
export function successorOf(module: ModuleKey, project: Project, symbols: SymbolTable): Successor | undefined {
  const before = runningOf(module, project);
  const canonical = before.names.map((name) => {
    const symbol = symbols.deprecated(module, name);
    return symbol?.rewrites.length === 0 ? symbol.canonical : undefined;
  });
  const [target, ...others] = new Set(canonical.map((each) => each?.module));
  if (target === undefined || others.length > 0 || !before.isAll) return undefined;
  return {
    module: target,
    hasNoOther() {
      const after = runningOf(target, project);
      const moved = new Set(canonical.map((each) => each?.name));
      return after.isAll && after.names.every((name) => moved.has(name));
    },
  };
}

/** What a module exports beside types. */
function runningOf(module: ModuleKey, project: Project): { readonly names: readonly string[]; readonly isAll: boolean } {
  const { names, isAll } = project.exportNames(module);
  return { names: names.filter((name) => project.exportOf(module, name).kind !== "type"), isAll };
}
