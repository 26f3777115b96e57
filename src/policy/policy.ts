/** The one place that decides whether a fact violates the manifest, under which rule, and whether it is in force. */
import picomatch from "picomatch";
import type { Manifest } from "../manifest/schema.ts";
import type { Fact, ImportFact, ModuleKey, ReexportFact } from "./facts.ts";
import { phaseOf } from "./phases.ts";
import type { FileScope, Phase, RuleName } from "./phases.ts";
import type { GovernedSymbol, SymbolTable } from "./symbols.ts";

/** The file whose facts are judged. */
export interface JudgedFile {
  readonly module: ModuleKey;
  /** Relative to the manifest's folder, with `/`; globs are matched against it. */
  readonly path: string;
  readonly scope: FileScope;
}

/** The verdict on one fact that violates. */
export interface Decision {
  readonly fact: Fact;
  readonly rule: RuleName;
  readonly symbol: GovernedSymbol;
  /** Every deprecated export that the site lets through; more than one only for `export *` and whole modules. */
  readonly symbols: readonly GovernedSymbol[];
  /** The phase from which the site is in force. */
  readonly phase: Phase;
}

interface Violation {
  readonly rule: RuleName;
  readonly symbols: readonly GovernedSymbol[];
}

type Matcher = (path: string) => boolean;

/** Judges facts by one manifest. Pure: no ESLint, no file system, no syntax. */
export class Policy {
  readonly #symbols: SymbolTable;
  readonly #isTest: Matcher;
  readonly #isExcluded: Matcher;
  readonly #allowed = new Map<string, Matcher>();
  /** The entries that name the module which was asked about last. */
  #own: { readonly module: ModuleKey; readonly entries: ReadonlySet<GovernedSymbol["entry"]> } | undefined;

  constructor(manifest: Manifest, symbols: SymbolTable) {
    this.#symbols = symbols;
    this.#isTest = matcher(manifest.tests);
    this.#isExcluded = matcher(manifest.exclude);
    for (const migration of manifest.migrations) this.#allowed.set(migration.id, matcher(migration.allow));
  }

  /** Whether the manifest leaves this file out altogether. */
  excludes(path: string): boolean {
    return this.#isExcluded(path);
  }

  /** Whether sites of the migration are right as they are in this file. */
  allows(path: string, { id }: GovernedSymbol["migration"]): boolean {
    return this.#allowed.get(id)?.(path) === true;
  }

  /** Production or test. */
  scope(path: string): FileScope {
    return this.#isTest(path) ? "test" : "production";
  }

  /**
   * The verdicts on `fact`, at most one for each rule, the one that goes furthest first: of those in force a site gets the
   * first. Empty where it is no violation. Whether one is in force: `inForce`.
   */
  judge(fact: Fact, file: JudgedFile): readonly Decision[] {
    return this.#violated(fact, file).flatMap(({ rule, symbols }) => {
      const governed = symbols.filter(({ migration }) => !this.allows(file.path, migration));
      const [symbol] = governed;
      return symbol ? [{ fact, rule, symbol, symbols: governed, phase: phaseOf(rule, file.scope) }] : [];
    });
  }

  #violated(fact: Fact, file: JudgedFile): readonly Violation[] {
    switch (fact.kind) {
      case "definition": {
        const duplicated = fact.passesOn === true ? undefined : this.#symbols.exclusive.duplicated(fact.module, fact.name);
        const symbol = this.#symbols.deprecated(fact.module, fact.name);
        if (!symbol) return [{ rule: "no-duplicate-definition", symbols: duplicated ? [duplicated] : [] }];
        // What is defined behind a path that goes is the canonical symbol; a shim has nothing, so that this is the old one.
        if (symbol.through.length > 0 || (symbol.isPath && !this.#symbols.shims(fact.module).includes(symbol))) return [];
        return [
          { rule: "no-deprecated-definition", symbols: [symbol] },
          { rule: "require-deprecation-notice", symbols: fact.noticed ? [] : [symbol] },
        ];
      }
      case "import":
        return this.#imported(fact, file);
      case "use":
        return [{ rule: "no-deprecated-use", symbols: this.#abroad(this.#named(fact.module, fact.name), file).map((symbol) => this.#passing(symbol, fact)) }];
      case "mock":
        return [{ rule: "no-deprecated-mock", symbols: fact.name === "*" ? this.#home(fact.module) : this.#named(fact.module, fact.name) }];
      case "reexport": {
        const symbols = (fact.name === "*" ? this.#letOut(fact) : this.#named(fact.module, fact.name)).map((symbol) => this.#passing(symbol, fact));
        const abroad = this.#abroad(symbols, file);
        return [
          { rule: "no-deprecated-reexport", symbols: abroad },
          // The module that the manifest names may re-export it as long as it is there at all.
          { rule: "no-deprecated-definition", symbols: symbols.length > 0 ? symbols.filter((symbol) => !abroad.includes(symbol)) : this.#shims(fact, file) },
        ];
      }
    }
  }

  #imported(fact: ImportFact, file: JudgedFile): readonly Violation[] {
    const whole = this.#symbols.of(fact.module).find(({ name }) => name === "*");
    const named = fact.form === "member" && whole ? [] : this.#abroad(this.#named(fact.module, fact.name), file);
    const symbols = named.map((symbol) => this.#passing(symbol, fact));
    // A namespace that another module lets out is a detour too, though what it holds is the canonical module.
    const detour = this.#symbols.exclusive.detour(fact.module, fact.name) ?? (fact.via === undefined || fact.via === fact.module ? undefined : this.#symbols.exclusive.at(fact.module, fact.name));
    return [
      { rule: "no-deprecated-import", symbols },
      { rule: "no-deprecated-reexport", symbols: fact.outward === undefined ? symbols.filter(({ through }) => through.length > 0) : symbols },
      { rule: "no-deprecated-definition", symbols: symbols.length > 0 ? [] : this.#shims(fact, file) },
      { rule: "canonical-import-path", symbols: detour && symbols.length === 0 && detour.canonical?.module !== file.module ? [detour] : [] },
    ];
  }

  /** What a module that the manifest names lets out of the canonical module, under its own old name or path. */
  #shims(fact: ImportFact | ReexportFact, { module }: JudgedFile): readonly GovernedSymbol[] {
    if (fact.kind === "reexport" && fact.as === "*") return this.#symbols.shims(module, fact.module).filter(({ name }) => !fact.hidden.includes(name));
    const as = fact.kind === "import" ? fact.outward : fact.as;
    // What declares it is a definition, and judged as one.
    if (as === undefined || (fact.kind === "reexport" && fact.declares)) return [];
    return this.#symbols.shims(module).filter(({ name }) => name === as);
  }

  /** What a module that is named as a whole has of its own: a mock of a barrel is about all the rest of it too. */
  #home(module: ModuleKey): readonly GovernedSymbol[] {
    return this.#symbols.of(module).filter(({ through }) => through.length === 0);
  }

  #named(module: ModuleKey, name: string): readonly GovernedSymbol[] {
    const symbol = this.#symbols.deprecated(module, name);
    return symbol ? [symbol] : [];
  }

  /** ECMA-262 16.2.1.7.2.1: `default` does not pass an `export *`; a namespace carries it along. */
  #letOut(fact: ReexportFact): readonly GovernedSymbol[] {
    const held = [...(this.#symbols.namespaces.in(fact.module)?.values() ?? [])].flatMap(({ module, name, target, through }) =>
      target === module ? [] : this.#symbols.of(target).map((symbol): GovernedSymbol => ({ ...passing(symbol, through), module, name })),
    );
    return [...this.#symbols.of(fact.module), ...held].filter(({ name }) => !(fact.as === "*" && name === "default") && !fact.hidden.includes(name));
  }

  /** The symbol as it comes to a site that has it of a module which another one holds. */
  #passing(symbol: GovernedSymbol, { module, via }: Fact): GovernedSymbol {
    return via === undefined || via === module ? symbol : passing(symbol, this.#symbols.namespaces.passed(via, module));
  }

  /**
   * The module that the manifest names may take the symbol from where it is defined, to let it out: that is neither a
   * leak nor a use of the old way, it is the old way.
   */
  #abroad(symbols: readonly GovernedSymbol[], file: JudgedFile): readonly GovernedSymbol[] {
    return symbols.filter((symbol) => !this.#namedBy(symbol.entry, file.module) && !this.#symbols.isOutlet(file.module, symbol));
  }

  /** Whether `module` is one that the manifest names for this entry. */
  #namedBy(entry: GovernedSymbol["entry"], module: ModuleKey): boolean {
    // Asked for each site of a file, of which a module may have thousands.
    if (this.#own?.module !== module) {
      const own = this.#symbols.of(module).filter(({ through }) => through.length === 0);
      this.#own = { module, entries: new Set(own.map((symbol) => symbol.entry)) };
    }
    return this.#own.entries.has(entry);
  }
}

/**
 * The part of a decision that is in force: only the symbols whose migration has come that far; `undefined` where none has.
 * @param decision the verdict
 * @param override the rule's `phase` option, which stands for every migration's own phase
 */
export function inForce(decision: Decision, override: Phase | undefined): Decision | undefined {
  const symbols = decision.symbols.filter(({ migration }) => (override ?? migration.phase) >= decision.phase);
  const [symbol] = symbols;
  return symbol && { ...decision, symbol, symbols };
}

/** The symbol as it comes through more modules. */
function passing(symbol: GovernedSymbol, modules: readonly ModuleKey[]): GovernedSymbol {
  return { ...symbol, through: [...new Set([...symbol.through, ...modules])] };
}

function matcher(globs: readonly string[]): Matcher {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
}
