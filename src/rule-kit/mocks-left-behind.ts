/** Tests that mock what a file takes: when the file takes something else, their mocks no longer reach it. */
import path from "node:path";
import type { Successor } from "../languages/adapter.ts";
import type { LanguageName } from "../manifest/schema.ts";
import { phaseOf } from "../policy/phases.ts";
import type { Fact, ModuleKey } from "../policy/facts.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { Definition, FactoryMock } from "../project/project.ts";
import type { OrderContext } from "./orders.ts";
import { successorOf } from "./successor.ts";

/** Answers for one file. */
export class MocksLeftBehind {
  readonly #context: OrderContext;
  readonly #answers = new Map<string, string | undefined>();
  readonly #successors = new Map<ModuleKey, Successor | undefined>();

  constructor(context: OrderContext) {
    this.#context = context;
  }

  /**
   * Why a fix of `fact` should be made by a person: a test runs this file with a module mocked that the file takes the
   * symbol by, and that mock would not move along. `undefined` where there is no such test.
   * @param target the module that the file is to take the symbol from: a mock of that one goes on reaching it, but for one that
   *   has the old name in the new one's own module
   */
  of(symbol: GovernedSymbol, fact: Fact, target: ModuleKey): string | undefined {
    const ways = [fact, symbol, symbol.origin, ...symbol.through.map((module) => ({ module, name: this.#nameIn(module, symbol) }))];
    const isPython = symbol.migration.language === "python";
    for (const { module, name } of ways) {
      if (module === target && (isPython || symbol.canonical?.module !== target || symbol.canonical.name === name)) continue;
      const movesAlong = this.#movesAlong(symbol, module, name, target);
      const reason =
        (movesAlong ? undefined : this.#mocked(module, isPython || module === target ? name : "*", symbol)) ?? (isPython ? undefined : this.#staying(module, name, symbol, { target, movesAlong }));
      if (reason !== undefined) return reason;
    }
    return undefined;
  }

  /** What a module on its way has it as; `"*"` where that is another name than before and after. */
  #nameIn(module: ModuleKey, { name, origin, migration }: GovernedSymbol): string {
    const { project, symbols } = this.#context;
    if (migration.language === "ecmascript") {
      const [here, ...others] = symbols.of(module).filter((each) => each.origin.module === origin.module && each.origin.name === origin.name);
      return others.length === 0 ? (here?.name ?? "*") : "*";
    }
    const there = project.home(origin.module, origin.name);
    const isHere = (each: string): boolean => {
      const here = project.home(module, each);
      return here?.module === there?.module && here?.name === there?.name;
    };
    return (there && [name, origin.name].find(isHere)) ?? "*";
  }

  /** Whether `no-deprecated-mock` takes mocks of the module along: it is about what is deprecated and new names, about no detour, and not about Python. */
  #movesAlong(symbol: GovernedSymbol, module: ModuleKey, name: string, target: ModuleKey): boolean {
    if (symbol.migration.language === "python") return false;
    const { active, symbols } = this.#context;
    const phase = active.get("no-deprecated-mock")?.phase ?? active.get("no-deprecated-import")?.phase ?? symbol.migration.phase;
    return phase >= phaseOf("no-deprecated-mock", "test") && symbol.rewrites.length === 0 && (module === target || symbols.definedIn(module).length > 0 || (name !== "*" && symbols.deprecated(module, name) !== undefined));
  }

  #mocked(module: ModuleKey, name: string, symbol: GovernedSymbol): string | undefined {
    const question = [module, name].join("\0");
    if (!this.#answers.has(question)) this.#answers.set(question, this.#find(module, name, symbol));
    return this.#answers.get(question);
  }

  /** Mocks of JavaScript that stay where they are, though others move along: spies, mocks without a factory, and those whose factory asks for the old module. */
  #staying(module: ModuleKey, name: string, symbol: GovernedSymbol, { target, movesAlong }: { readonly target: ModuleKey; readonly movesAlong: boolean }): string | undefined {
    // Within a module a key is renamed, and a spy's string.
    if (movesAlong && module === target) return undefined;
    const isWhole = name === "*";
    const { project, symbols } = this.#context;
    // Of a module that moves whole they move too, if no file stands for it. One that only passes something on is mocked whole for all the rest.
    const movesWhole = symbol.entry.name === "*" && symbol.through.length === 0 && !project.hasManualMock(module);
    const isHome = symbols.definedIn(module).length > 0;
    const question = [module, name, String(module === target)].join("\0");
    const kinds = {
      spies: !isWhole && (!movesAlong || !movesWhole),
      wholes: !isWhole && module !== target && !(movesAlong && (movesWhole || (isHome && this.#successorOf(module)?.hasNoOther() === true && !project.hasManualMock(module)))),
      asking: () => !isWhole && module !== target && !movesWhole && !this.#successorOf(module),
      factory: (mock: FactoryMock, test: ModuleKey) => movesAlong && !this.#moves(mock, test, { module, name, target }, symbol),
    };
    if (!this.#answers.has(question)) this.#answers.set(question, this.#firstOf((survey) => survey.stayingMockersOf(module, name, kinds), module, symbol.migration.language));
    return this.#answers.get(question);
  }

  /** Whether the mock goes where what it gives does: all of it to one module, and not from a file that is right as it is. */
  #moves({ names, isOpen, isForeign }: FactoryMock, test: ModuleKey, { module, name, target }: Definition & { readonly target: ModuleKey }, { entry, canonical, migration }: GovernedSymbol): boolean {
    const { project, symbols, policy } = this.#context;
    if (policy.allows(path.posix.relative(project.root, test), migration) || project.mayDisable(test, ["no-deprecated-mock"])) return false;
    // Of two mocks of one module the runner takes one.
    if (isForeign || project.surveyed?.mockersOf(target).includes(test) === true) return false;
    if (!names) return entry.name === "*";
    if (name === "*" && !names.some((each) => symbols.deprecated(module, each))) return true;
    const all = entry.name === "*" || this.#successorOf(module) !== undefined;
    const goesAlong = (each: string): boolean => {
      const other = each === name ? undefined : symbols.deprecated(module, each);
      return each === name || (other?.rewrites.length === 0 && other.canonical?.module === canonical?.module) || (all && project.exportOf(module, each).known === "no");
    };
    return (all || !isOpen) && names.every(goesAlong);
  }

  /** With one, what a factory asks for is there in the new module. */
  #successorOf(module: ModuleKey): Successor | undefined {
    const { project, symbols } = this.#context;
    if (!this.#successors.has(module)) this.#successors.set(module, successorOf(module, project, symbols));
    return this.#successors.get(module);
  }

  #find(module: ModuleKey, name: string, { migration }: GovernedSymbol): string | undefined {
    return this.#firstOf((survey) => survey.mockersOf(module, name), module, migration.language);
  }

  /** Says which of the tests runs this file. */
  #firstOf(mockersIn: (survey: NonNullable<OrderContext["project"]["surveyed"]>) => readonly ModuleKey[], module: ModuleKey, language: LanguageName): string | undefined {
    const { project, symbols, policy, file } = this.#context;
    if (!symbols.governs(module)) return undefined;
    const short = (each: ModuleKey): string => path.posix.relative(project.root, each);
    // Mocks of the file itself are planned with it, but in Python.
    const isOther = (mocker: ModuleKey): boolean => mocker !== file.module || language === "python";
    const mockers = project.surveyed ? mockersIn(project.surveyed) : [];
    const test = mockers.find((mocker) => isOther(mocker) && !policy.excludes(short(mocker)) && (isForAllTests(mocker) || project.needs(mocker, file.module)));
    return test && `a mock of ${short(module)} in ${short(test)} would be left behind`;
  }
}

/** pytest runs what is in such a file for tests that do not import it. */
function isForAllTests(file: ModuleKey): boolean {
  return path.posix.basename(file) === "conftest.py";
}
