/** Tests that mock what a file takes: when the file takes something else, their mocks no longer reach it. */
import path from "node:path";
import { phaseOf } from "../policy/phases.ts";
import type { Fact, ModuleKey } from "../policy/facts.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { OrderContext } from "./orders.ts";

/** Answers for one file. */
export class MocksLeftBehind {
  readonly #context: OrderContext;
  readonly #answers = new Map<ModuleKey, string | undefined>();

  constructor(context: OrderContext) {
    this.#context = context;
  }

  /**
   * Why a fix of `fact` should be made by a person: a test runs this file with a module mocked that the file takes the
   * symbol by, and that mock would not move along. `undefined` where there is no such test.
   * @param target the module that the file is to take the symbol from: a mock of that one goes on reaching it
   */
  of(symbol: GovernedSymbol, fact: Fact, target: ModuleKey): string | undefined {
    for (const module of new Set([fact.module, symbol.module, symbol.origin.module, ...symbol.through])) {
      if (module === target || this.#movesAlong(symbol, module)) continue;
      const reason = this.#mocked(module);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }

  /** Whether `no-deprecated-mock` takes mocks of the module along: it is about homes, and about no detour. */
  #movesAlong(symbol: GovernedSymbol, module: ModuleKey): boolean {
    const { active, symbols } = this.#context;
    const phase = active.get("no-deprecated-mock")?.phase ?? active.get("no-deprecated-import")?.phase ?? symbol.migration.phase;
    return phase >= phaseOf("no-deprecated-mock", "test") && symbol.rewrites.length === 0 && symbols.definedIn(module).length > 0;
  }

  #mocked(module: ModuleKey): string | undefined {
    if (!this.#answers.has(module)) this.#answers.set(module, this.#find(module));
    return this.#answers.get(module);
  }

  #find(module: ModuleKey): string | undefined {
    const { project, symbols, policy, file } = this.#context;
    if (!symbols.governs(module)) return undefined;
    const short = (each: ModuleKey): string => path.posix.relative(project.root, each);
    const test = project.surveyed
      ?.mockersOf(module)
      .find((mocker) => mocker !== file.module && !policy.excludes(short(mocker)) && project.needs(mocker, file.module));
    return test && `a mock of ${short(module)} in ${short(test)} would be left behind`;
  }
}
