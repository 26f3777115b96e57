/** Who takes an export of a file. */
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";

/**
 * Files that take one of `names` of `module`, or may: namespaces, `import()`, unresolved imports and mocks count.
 * @param names `"*"`: any
 */
export function mayTake(module: ModuleKey, names: readonly string[], { surveyed }: Project, symbols: SymbolTable): readonly ModuleKey[] {
  const found = (surveyed?.takersOf(module, names) ?? []).filter(({ file, name, by }) => {
    if (file === module) return false;
    if (names.includes("*")) return true;
    if (by === "star") return names.some((each) => letsOut(file, each, symbols));
    return name === "*" || names.includes(name);
  });
  return [...new Set(found.map(({ file }) => file))];
}

/** Files that take `name` of `module` by that very name, or pass it on with all the rest. */
export function takersByName(module: ModuleKey, name: string, { surveyed }: Project, symbols: SymbolTable): readonly ModuleKey[] {
  const found = (surveyed?.takersOf(module, [name]) ?? []).filter(({ file, name: taken, by }) => {
    if (file === module || by === "mock") return false;
    return by === "star" ? letsOut(file, name, symbols) : taken === name;
  });
  return [...new Set(found.map(({ file }) => file))];
}

/** A file that mocks `name` of `module`, or has the module as a value. */
export function mockerOf(module: ModuleKey, name: string, { surveyed }: Project): ModuleKey | undefined {
  const takers = (surveyed?.takersOf(module, [name]) ?? []).filter(({ file }) => file !== module);
  const mocker = takers.find(({ name: taken, by }) => by === "mock" && taken === name) ?? takers.find(({ name: taken, by }) => taken === "*" && by !== "star");
  return mocker?.file;
}

/** Whether a file that passes a governed export on with all the rest has it, by itself or in a module as a whole. */
function letsOut(file: ModuleKey, name: string, symbols: SymbolTable): boolean {
  return symbols.deprecated(file, name) !== undefined || symbols.namespaces.at(file, name) !== undefined;
}
