/** What takes a deprecated symbol's place in one file, or why nothing may. */
import path from "node:path";
import type { Replacement, StarChange } from "../languages/adapter.ts";
import type { Fact, ModuleKey } from "../policy/facts.ts";
import type { CanonicalTarget, GovernedSymbol } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";
import { noReplacement } from "./messages.ts";

/** The canonical symbol as a file is to take it, or the reason why it can't. */
export type Answer = Replacement | { readonly refused: string };

const ofHome = "its home";

/** Answers for one file. */
export class Replacements {
  readonly #project: Project;
  readonly #file: string;
  readonly #self: ModuleKey;
  readonly #isErased: (fact: Fact) => boolean;
  readonly #answers = new Map<string, Answer>();

  /**
   * @param file its absolute path
   * @param isErased whether what the fact is about is taken as a type alone, of which nothing runs
   */
  constructor(project: Project, file: string, isErased: (fact: Fact) => boolean) {
    this.#project = project;
    this.#file = file;
    this.#self = project.fileKey(file);
    this.#isErased = isErased;
  }

  /** What takes the place of `symbol` at `fact`. */
  of(symbol: GovernedSymbol, fact: Fact): Answer {
    return this.#once(symbol, fact, true);
  }

  /** The same symbol by its canonical path. */
  byCanonicalPath(symbol: GovernedSymbol, fact: Fact): Answer {
    return this.#once(symbol, fact, false);
  }

  #once(symbol: GovernedSymbol, fact: Fact, renames: boolean): Answer {
    const key = [symbol.migration.id, symbol.module, symbol.name, fact.specifier, String(this.#isErased(fact))].join("\0");
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#answer(symbol, fact, renames);
    this.#answers.set(key, answer);
    return answer;
  }

  /** The deprecated symbol itself, from its home: what an import that takes it through other modules is to take instead. */
  fromHome(symbol: GovernedSymbol, fact: Fact): Answer {
    const { module, name } = symbol.origin;
    return this.#answer({ ...symbol, canonical: { module, specifier: symbol.entry.module, name }, rewrites: [] }, fact, false, ofHome);
  }

  #answer(symbol: GovernedSymbol, fact: Fact, renames: boolean, target = "the canonical module"): Answer {
    const { canonical } = symbol;
    if (!canonical) return { refused: noReplacement };
    if (this.#closesCircle(canonical, fact))
      return { refused: `${target} is this file, or needs it` };
    const there = canonical.name === "*" ? undefined : this.#project.exportOf(canonical.module, canonical.name);
    if (there?.known !== "yes" && this.#isMissing(symbol, canonical)) return { refused: `there is no module "${canonical.specifier}"` };
    if (there && !this.#isKnown(symbol, canonical, there.known))
      return { refused: `"${canonical.specifier}" is not known to ${symbol.migration.language === "python" ? "have" : "export"} \`${canonical.name}\`` };
    // An exclusive symbol has one path, and a home is asked for as such.
    const passed = symbol.migration.exclusive || canonical.name === "*" || target === ofHome ? undefined : canonical.name;
    const way = this.#project.wayTo(this.#file, fact.specifier, { module: canonical.module, manifestText: canonical.specifier }, passed);
    if (way === undefined) return { refused: `no public path leads from here to "${canonical.specifier}"` };
    // Through a shim the barrel's own export is the canonical symbol already: the import would stay as it is.
    if (way.module !== canonical.module && way.module === fact.module && fact.name === canonical.name)
      return { refused: `"${way.specifier}" itself takes it through the old module` };
    const kind = there?.kind ?? "unknown";
    const home = there && this.#project.home(canonical.module, canonical.name);
    const was = this.#project.exportOf(symbol.module, symbol.name).kind;
    return {
      specifier: way.specifier,
      module: way.module,
      name: canonical.name,
      kind,
      required: canonical.name === "default" ? this.#project.requiredDefault(way.module) : "member",
      isSame: (module, name) => {
        if (module === canonical.module && name === canonical.name) return true;
        const other = home && this.#project.home(module, name);
        return other !== undefined && other.module === home?.module && other.name === home.name;
      },
      renames,
      becomesType: kind === "type" && (was === "value" || was === "both"),
      rewrites: symbol.rewrites,
      rewriteNames: symbol.rewriteNames,
      bind: symbol.bind,
      // A helper of tests may let a symbol out, and set something up beside: of that the manifest knows nothing.
      sideEffects: way.module !== symbol.module && (symbol.entry.sideEffects || (symbol.through.length > 0 && this.#project.actsAtLoad(symbol.module))),
      moves: (member) =>
        !symbol.entry.except.includes(member) &&
        this.#isKnown(symbol, canonical, this.#project.exportOf(canonical.module, member).known),
      movesAll: () => symbol.entry.except.length === 0 && this.#project.hasSameExports(symbol.module, canonical.module),
      starred: () => this.#starChange(symbol, canonical),
    };
  }

  /** Whether a fix would make the canonical symbol call itself, or close a cycle of imports. A type does so in the symbol's own modules alone. */
  #closesCircle({ module, name }: CanonicalTarget, fact: Fact): boolean {
    if (this.#isErased(fact) && module !== this.#self && this.#project.home(module, name)?.module !== this.#self) return false;
    return this.#project.needs(module, this.#self);
  }

  #starChange({ module, entry }: GovernedSymbol, canonical: CanonicalTarget): StarChange | undefined {
    const [before, after] = [this.#project.starNames(module), this.#project.starNames(canonical.module)];
    if (!before.isAll || !after.isAll) return undefined;
    const [old, fresh] = [new Set(before.names), new Set(after.names)];
    return { lacks: before.names.filter((name) => !fresh.has(name) || entry.except.includes(name)), adds: after.names.filter((name) => !old.has(name)) };
  }

  /** The manifest's word is taken of packages, not of a file of the project that is not there, nor of a path without `./`. */
  #isMissing({ migration }: GovernedSymbol, { module, specifier }: CanonicalTarget): boolean {
    const { code } = this.#project;
    return code.presenceOf(specifier, migration.language) === "no" && (path.isAbsolute(module) || code.presenceOf(`./${specifier}`) === "yes");
  }

  /**
   * Of a package that is not installed the manifest's word is taken; of one that can't be read, only for a name it spells,
   * or where the old module has all from there.
   */
  #isKnown(symbol: GovernedSymbol, { module }: CanonicalTarget, known: "yes" | "no" | "unknown"): boolean {
    if (known !== "unknown") return known === "yes";
    return symbol.entry.name !== "*" || !path.isAbsolute(module) || this.#project.isStandIn(symbol.module, module);
  }
}
