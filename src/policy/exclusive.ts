/** Canonical symbols that are `exclusive`: one import path, one definition. */
import type { Migration } from "../manifest/schema.ts";
import type { ModuleKey } from "./facts.ts";
import { nested } from "./nested.ts";
import type { GovernedSymbol, SymbolPorts } from "./symbols.ts";
import type { Seed } from "./ways.ts";

/** The exclusive symbols of one manifest and language, and the ways around their canonical path. */
export class ExclusiveSymbols {
  readonly #symbols: readonly GovernedSymbol[];
  readonly #ports: SymbolPorts;
  readonly #detours = new Map<ModuleKey, Map<string, GovernedSymbol>>();
  /** Names of which there is to be one definition; the default is none. */
  readonly names: ReadonlySet<string>;

  constructor(migrations: readonly Migration[], ports: SymbolPorts) {
    this.#ports = ports;
    this.#symbols = migrations.flatMap((migration) => exclusiveOf(migration, ports));
    this.names = new Set(this.#symbols.flatMap(({ name }) => (name === "default" ? [] : name)));
  }

  /** Each at its canonical path. */
  get all(): readonly GovernedSymbol[] {
    return this.#symbols;
  }

  /**
   * What is to be followed through other modules: the canonical export, and the definition behind it, from which other paths
   * lead out beside the canonical one.
   */
  get seeds(): readonly Seed[] {
    return this.#symbols.flatMap(({ module, name, origin }) => [{ module, name }, ...(origin.module === module ? [] : [origin])]);
  }

  /** Notes another way to one of the symbols; a way to anything else is none of ours. */
  addDetour(way: Pick<GovernedSymbol, "module" | "name" | "through" | "origin">): void {
    const { origin } = way;
    const symbol = this.#symbols.find((each) => [each, each.origin].some(({ module, name }) => module === origin.module && name === origin.name));
    if (symbol) nested(this.#detours, way.module).set(way.name, { ...symbol, ...way });
  }

  /**
   * Notes the modules that define what the canonical modules let out.
   * @param isDeprecated whether an export is another migration's affair
   */
  addHomes(isDeprecated: (module: ModuleKey, name: string) => boolean): void {
    for (const symbol of this.#symbols) {
      const { origin } = symbol;
      if (origin.module !== symbol.module && !isDeprecated(origin.module, origin.name))
        nested(this.#detours, origin.module).set(origin.name, { ...symbol, ...origin });
    }
  }

  /** Every detour. */
  *detours(): Iterable<GovernedSymbol> {
    for (const symbols of this.#detours.values()) yield* symbols.values();
  }

  /** The names by which `module` has such symbols, though it is not the canonical one. */
  detoursIn(module: ModuleKey): ReadonlyMap<string, GovernedSymbol> | undefined {
    return this.#detours.get(module);
  }

  /** The symbol that (`module`, `name`) is by another path than the canonical one. */
  detour(module: ModuleKey, name: string): GovernedSymbol | undefined {
    return this.#detours.get(module)?.get(name);
  }

  /** The symbol that (`module`, `name`) is by its canonical path. */
  at(module: ModuleKey, name: string): GovernedSymbol | undefined {
    return this.#symbols.find((symbol) => symbol.module === module && symbol.name === name);
  }

  /** The symbol of which a definition of `name` in `module` is a second one. */
  duplicated(module: ModuleKey, name: string): GovernedSymbol | undefined {
    if (!this.names.has(name)) return undefined;
    const symbols = this.#symbols.filter((symbol) => symbol.name === name);
    const own = [module, ...this.#ports.formsOf(module)];
    return symbols.some((symbol) => own.includes(symbol.module) || own.includes(symbol.origin.module)) ? undefined : symbols[0];
  }
}

/** The canonical symbol of a migration as a symbol of its own; a whole module has too many paths to be one. */
function exclusiveOf(migration: Migration, ports: SymbolPorts): readonly GovernedSymbol[] {
  const { canonical: target, exclusive } = migration;
  if (!exclusive || !target || target.name === "*") return [];
  const module = ports.manifestModule(target.module);
  const { name } = target;
  return [
    {
      migration,
      entry: { module: target.module, name, except: [], rewrites: [], bind: {}, sideEffects: false },
      module,
      name,
      canonical: { module, specifier: target.module, name },
      isPath: false,
      rewrites: [],
      rewriteNames: { deprecated: name, canonical: name },
      bind: {},
      through: [],
      origin: ports.home(module, name) ?? { module, name },
    },
  ];
}
