/** Tests that mock what a file takes: when the file takes something else, their mocks no longer reach it. */
import path from "node:path";
import { phaseOf } from "../policy/phases.ts";
import type { Fact } from "../policy/facts.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { OrderContext } from "./orders.ts";

/**
 * Why a fix of `fact` should be made by a person: a test runs this file with the old module mocked, and that mock would
 * not move along. `undefined` where there is no such test.
 */
export function mocksLeftBehind(symbol: GovernedSymbol, fact: Fact, { project, symbols, policy, file, active }: OrderContext): string | undefined {
  const phase = active.get("no-deprecated-mock")?.phase ?? active.get("no-deprecated-import")?.phase ?? symbol.migration.phase;
  const movesAlong = phase >= phaseOf("no-deprecated-mock", "test") && symbol.rewrites.length === 0;
  if (movesAlong || project.surveyed === undefined) return undefined;
  const modules = new Set([fact.module, symbol.module, symbol.origin.module, ...symbol.through].filter((module) => symbols.deprecated(module, symbol.name) ?? symbols.governs(module)));
  for (const module of modules) {
    for (const { file: test, by } of project.surveyed.takersOf(module)) {
      if (by !== "mock" || test === file.module || policy.excludes(path.posix.relative(project.root, test))) continue;
      if (project.closure(test).has(file.module))
        return `a mock of ${path.posix.relative(project.root, module)} in ${path.posix.relative(project.root, test)} would be left behind`;
    }
  }
  return undefined;
}
