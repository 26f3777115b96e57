/** What becomes of a module as a whole, where every one of its exports has a migration. */
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";

/** The one module that everything `module` exports is to be taken from, with the same signatures; none where anything stays. */
export function successorOf(module: ModuleKey, project: Project, symbols: SymbolTable): ModuleKey | undefined {
  const { names, isAll } = project.exportNames(module);
  const running = names.filter((name) => project.exportOf(module, name).kind !== "type");
  const successor = (name: string): ModuleKey | undefined => {
    const symbol = symbols.deprecated(module, name);
    return symbol?.rewrites.length === 0 ? symbol.canonical?.module : undefined;
  };
  const [target, ...others] = new Set(running.map(successor));
  return isAll && others.length === 0 ? target : undefined;
}
