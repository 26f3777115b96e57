/** The manifest's symbols, found by module identity: who is deprecated, and what takes its place in the end. */
import type { DeprecatedSymbol, Manifest, Migration, Rewrite } from "../manifest/schema.ts";
import type { ModuleKey } from "./facts.ts";
import { ExclusiveSymbols } from "./exclusive.ts";
import { HeldModules } from "./held-modules.ts";
import { nested } from "./nested.ts";
import type { Seed, Ways } from "./ways.ts";

/** The symbol everyone is to use. */
export interface CanonicalTarget {
  readonly module: ModuleKey;
  /** The module as the manifest writes it. */
  readonly specifier: string;
  /** An export's name or `"default"`; of a `"*"` migration the member's own name, or `"*"` for a namespace. */
  readonly name: string;
}

/** One deprecated symbol under its migration. */
export interface GovernedSymbol {
  readonly migration: Migration;
  readonly entry: DeprecatedSymbol;
  readonly module: ModuleKey;
  /** The export's name; `"*"` for the module as a whole. */
  readonly name: string;
  /** Chains followed to their end; absent where there is no replacement. */
  readonly canonical: CanonicalTarget | undefined;
  /** It is the canonical symbol itself: only this path to it is deprecated, not what stands behind it. */
  readonly isPath: boolean;
  /** Call shapes; empty for a rename or a move with the same signature. */
  readonly rewrites: readonly Rewrite[];
  /** The names by which `rewrites` call the two symbols (a chain's links differ from its ends). */
  readonly rewriteNames: { readonly deprecated: string; readonly canonical: string };
  readonly bind: Readonly<Record<string, readonly string[]>>;
  /** The modules that it passes on its way here, the one next to its home first; empty at its home. */
  readonly through: readonly ModuleKey[];
  /** Where it is to be had directly. */
  readonly origin: { readonly module: ModuleKey; readonly name: string };
}

/** What the table asks of the project. */
export interface SymbolPorts {
  /** The identity of a module as the manifest writes it. */
  manifestModule(module: string): ModuleKey;
  /** Where an export is really defined, through re-exports; `undefined` where that is not known. */
  home(module: ModuleKey, name: string): { readonly module: ModuleKey; readonly name: string } | undefined;
  /** Whether an export of `module` is defined in `other`. */
  passesOn(module: ModuleKey, other: ModuleKey): boolean;
  /** The modules of which a file is another form, as declarations and what is built are: what it has is theirs. */
  formsOf(file: ModuleKey): readonly ModuleKey[];
  /** Where seeds get out; nothing is followed beyond a barrier. */
  ways(seeds: readonly Seed[], barriers: readonly { readonly module: ModuleKey; readonly name: string }[]): Ways;
}

/** Asked for each specifier of each file, so the usual answer is made once. */
const none: readonly string[] = [];

/** Every governed symbol of one manifest and one language. */
export class SymbolTable {
  readonly #byModule = new Map<ModuleKey, Map<string, GovernedSymbol>>();
  readonly #canonicalModules = new Set<ModuleKey>(); // Those that define what they let out too.
  /** Deprecated exports that are the canonical symbol itself, with the modules to have it from. */
  readonly #shims = new Map<ModuleKey, Map<string, readonly ModuleKey[]>>();
  /** What defines a deprecated symbol, and a module that the manifest names for it though it only lets it out. */
  readonly #outlets = new Set<string>();
  /** Canonical symbols that have one import path and one definition. */
  readonly exclusive: ExclusiveSymbols;
  readonly namespaces = new HeldModules();

  /**
   * @param manifest a valid manifest
   * @param language only migrations of this language are taken
   * @param ports identity of modules
   */
  constructor(manifest: Manifest, language: Migration["language"], ports: SymbolPorts) {
    const migrations = manifest.migrations.filter((migration) => migration.language === language);
    for (const migration of migrations) for (const entry of migration.deprecated) this.#add(migration, entry, ports);
    this.#followChains();
    for (const symbols of this.#byModule.values())
      for (const { canonical } of symbols.values()) {
        if (!canonical) continue;
        this.#canonicalModules.add(canonical.module);
        const home = canonical.name === "*" ? undefined : ports.home(canonical.module, canonical.name);
        if (home) this.#canonicalModules.add(home.module);
      }
    this.#addHomes(ports);
    this.exclusive = new ExclusiveSymbols(migrations, ports);
    this.#addWays(ports);
  }

  #add(migration: Migration, entry: DeprecatedSymbol, ports: SymbolPorts): void {
    const target = migration.canonical;
    const canonical = target && { module: ports.manifestModule(target.module), specifier: target.module, name: target.name };
    const module = ports.manifestModule(entry.module);
    this.#set({
      migration,
      entry,
      module,
      name: entry.name,
      through: [],
      origin: { module, name: entry.name },
      canonical,
      isPath: false,
      rewrites: entry.rewrites,
      rewriteNames: { deprecated: entry.name, canonical: target?.name ?? entry.name },
      bind: entry.bind,
    });
  }

  #set(symbol: GovernedSymbol): void {
    nested(this.#byModule, symbol.module).set(symbol.name, symbol);
  }

  /**
   * A canonical symbol that another migration deprecates is passed over for that one's canonical. Two links that both
   * change the call are left to two passes of the linter: their call shapes can't be one text.
   */
  #followChains(): void {
    for (const symbols of this.#byModule.values())
      for (const symbol of symbols.values()) symbols.set(symbol.name, this.#endOfChain(symbol));
  }

  #endOfChain(start: GovernedSymbol): GovernedSymbol {
    let symbol = start;
    const seen = new Set<GovernedSymbol>();
    while (symbol.canonical) {
      const next = this.deprecated(symbol.canonical.module, symbol.canonical.name);
      // The manifest refuses loops by text; two texts of one file could still make one.
      if (!next || seen.has(next) || (symbol.rewrites.length > 0 && next.rewrites.length > 0)) return symbol;
      seen.add(next);
      const own = symbol.rewrites.length > 0;
      symbol = {
        ...symbol,
        canonical: next.canonical,
        rewrites: own ? symbol.rewrites : next.rewrites,
        rewriteNames: own ? symbol.rewriteNames : next.rewriteNames,
        bind: own ? symbol.bind : next.bind,
      };
    }
    return symbol;
  }

  /**
   * A deprecated `module` may be one that re-exports: the module that defines the symbol is governed as well. Not where
   * that is also what the canonical import leads to: then only the path is deprecated.
   */
  #addHomes(ports: SymbolPorts): void {
    for (const symbol of [...this.#all()]) {
      const { module, name, canonical } = symbol;
      if (name === "*" && canonical && ports.passesOn(canonical.module, module)) this.#set({ ...symbol, isPath: true });
      if (name === "*") continue;
      const home = ports.home(module, name) ?? { module, name };
      const isItself = home.module === module && home.name === name;
      const end = canonical && (ports.home(canonical.module, canonical.name) ?? canonical);
      if (canonical && end && end.module === home.module && end.name === home.name) {
        if (!isItself) nested(this.#shims, module).set(name, [canonical.module, home.module]);
        this.#set({ ...symbol, isPath: true });
        continue;
      }
      // `export * as old from "./m"`: that module is nobody's definition of it, and may be in use for itself.
      if (isItself || home.name === "*") continue;
      this.#outlets.add([home.module, home.name, module].join("\0"));
      if (!this.deprecated(home.module, home.name)) this.#set({ ...symbol, module: home.module, name: home.name, origin: home });
    }
  }

  /** Every module and name by which a governed symbol is to be had. */
  #addWays(ports: SymbolPorts): void {
    const governed = [...this.#all()];
    const seeds: Seed[] = governed.map(({ module, name, entry }) => ({ module, name, except: name === "*" ? entry.except : undefined }));
    const barriers = governed.flatMap(({ canonical }) => (canonical && canonical.name !== "*" ? { module: canonical.module, name: canonical.name } : []));
    if (seeds.length === 0 && this.exclusive.seeds.length === 0) return;
    const { leaks, namespaces } = ports.ways([...seeds, ...this.exclusive.seeds], barriers);
    for (const held of namespaces) this.namespaces.add(held);
    for (const { module, name, seed, original, through } of leaks) {
      const way = { module, name, through, origin: { module: seed.module, name: original } };
      const symbol = this.deprecated(seed.module, original);
      // Through the canonical module it is the canonical symbol, under whatever name.
      if (this.deprecated(module, name) || (symbol?.isPath && symbol.canonical && through.includes(symbol.canonical.module))) continue;
      if (symbol) this.#set({ ...symbol, ...way });
      else this.exclusive.addDetour(way);
    }
    this.exclusive.addHomes((module, name) => this.deprecated(module, name) !== undefined);
  }

  *#all(): Iterable<GovernedSymbol> {
    for (const symbols of this.#byModule.values()) yield* symbols.values();
  }

  /** Everything that is not to be taken from where it is, in no particular order. */
  *governed(): Iterable<GovernedSymbol> {
    yield* this.#all();
    yield* this.exclusive.detours();
  }

  /** Whether any export of `module` is governed. */
  governs(module: ModuleKey): boolean {
    return this.#byModule.has(module) || this.#canonicalModules.has(module) || this.namespaces.has(module) || this.exclusive.detoursIn(module) !== undefined;
  }

  /** The exports of `module` that a file should not take, or that hold such ones; `"*"` for all of them. */
  namesIn(module: ModuleKey): readonly string[] {
    const [symbols, detours, namespaces] = [this.#byModule.get(module), this.exclusive.detoursIn(module), this.namespaces.in(module)];
    if (!detours && !namespaces) return symbols ? [...symbols.keys()] : none;
    return [symbols, detours, namespaces].flatMap((names) => [...(names?.keys() ?? [])]);
  }

  /** The names of deprecated symbols that `module` itself defines, or that the manifest says it does. */
  definedIn(module: ModuleKey): readonly string[] {
    const symbols = this.#byModule.get(module);
    return symbols ? [...symbols.values()].flatMap(({ name, through }) => (through.length === 0 ? name : [])) : none;
  }

  /**
   * The deprecated exports of `module` that are but the canonical symbol, let out once more: no definition of theirs is
   * anywhere, and the entry that lets them out is all there is of them.
   * @param source only those that can be had from there
   */
  shims(module: ModuleKey, source?: ModuleKey): readonly GovernedSymbol[] {
    const shims = [...(this.#shims.get(module) ?? [])];
    return shims.flatMap(([name, sources]) => (source === undefined || sources.includes(source) ? (this.deprecated(module, name) ?? []) : []));
  }

  /** Whether the manifest names `module` for a symbol that is defined elsewhere. */
  isOutlet(module: ModuleKey, { origin }: GovernedSymbol): boolean {
    return this.#outlets.has([origin.module, origin.name, module].join("\0"));
  }

  /** The canonical modules of all migrations, chains followed. */
  get canonicalModules(): ReadonlySet<ModuleKey> {
    return this.#canonicalModules;
  }

  /** All symbols that are deprecated in `module`, a `"*"` last. */
  of(module: ModuleKey): readonly GovernedSymbol[] {
    return [...(this.#byModule.get(module)?.values() ?? [])].sort((one, other) => Number(one.name === "*") - Number(other.name === "*"));
  }

  /**
   * The deprecated symbol that (`module`, `name`) is, or `undefined`. Of a wholly deprecated module every name is one,
   * but for its `except`; the answer then carries that name on both sides.
   */
  deprecated(module: ModuleKey, name: string): GovernedSymbol | undefined {
    const symbols = this.#byModule.get(module);
    const named = symbols?.get(name);
    if (named) return named;
    const whole = symbols?.get("*");
    if (!whole || name === "*" || whole.entry.except.includes(name)) return undefined;
    return { ...whole, name, origin: { ...whole.origin, name }, canonical: whole.canonical && { ...whole.canonical, name } };
  }
}
