/** The one place that decides whether a fact violates the manifest, under which rule, and whether it is in force. */
import picomatch from "picomatch";
import type { Manifest } from "../manifest/schema.ts";
import type { Fact, ModuleKey, ReexportFact } from "./facts.ts";
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

const ruleOf: Readonly<Record<Fact["kind"], RuleName>> = {
  import: "no-deprecated-import",
  use: "no-deprecated-use",
  reexport: "no-deprecated-reexport",
  mock: "no-deprecated-mock",
  definition: "require-deprecation-notice",
};

type Matcher = (path: string) => boolean;

/** Judges facts by one manifest. Pure: no ESLint, no file system, no syntax. */
export class Policy {
  readonly #symbols: SymbolTable;
  readonly #isTest: Matcher;
  readonly #isExcluded: Matcher;
  readonly #allowed = new Map<string, Matcher>();

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

  /** Production or test. */
  scope(path: string): FileScope {
    return this.#isTest(path) ? "test" : "production";
  }

  /** The verdict on `fact`, or `undefined` where it is no violation. Whether it is in force: `inForce`. */
  judge(fact: Fact, file: JudgedFile): Decision | undefined {
    const symbols = this.#violated(fact, file).filter(
      ({ migration }) => !this.#allowed.get(migration.id)?.(file.path),
    );
    const [symbol] = symbols;
    if (!symbol) return undefined;
    const rule = ruleOf[fact.kind];
    return { fact, rule, symbol, symbols, phase: phaseOf(rule, file.scope) };
  }

  #violated(fact: Fact, file: JudgedFile): readonly GovernedSymbol[] {
    switch (fact.kind) {
      case "definition": {
        const symbol = this.#symbols.deprecated(fact.module, fact.name);
        return symbol && !fact.noticed ? [symbol] : [];
      }
      case "import": {
        const whole = this.#symbols.of(fact.module).find(({ name }) => name === "*");
        return fact.form === "member" && whole ? [] : this.#abroad(this.#named(fact.module, fact.name), file);
      }
      case "use":
        return this.#abroad(this.#named(fact.module, fact.name), file);
      case "mock":
        return fact.name === "*" ? this.#symbols.of(fact.module) : this.#named(fact.module, fact.name);
      case "reexport":
        return this.#abroad(fact.name === "*" ? this.#letOut(fact) : this.#named(fact.module, fact.name), file);
    }
  }

  #named(module: ModuleKey, name: string): readonly GovernedSymbol[] {
    const symbol = this.#symbols.deprecated(module, name);
    return symbol ? [symbol] : [];
  }

  /** ECMA-262 16.2.1.7.2.1: `default` does not pass an `export *`; a namespace carries it along. */
  #letOut(fact: ReexportFact): readonly GovernedSymbol[] {
    const symbols = this.#symbols.of(fact.module);
    return symbols.filter(({ name }) => !(fact.as === "*" && name === "default") && !fact.hidden.includes(name));
  }

  /**
   * The module that the manifest names may take the symbol from where it is defined, to let it out: that is neither a
   * leak nor a use of the old way, it is the old way.
   */
  #abroad(symbols: readonly GovernedSymbol[], file: JudgedFile): readonly GovernedSymbol[] {
    return symbols.filter(({ entry }) => !this.#namedBy(entry, file.module));
  }

  /** Whether `module` is one that the manifest names for this entry. */
  #namedBy(entry: GovernedSymbol["entry"], module: ModuleKey): boolean {
    return this.#symbols.of(module).some((symbol) => symbol.entry === entry);
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

function matcher(globs: readonly string[]): Matcher {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
}
