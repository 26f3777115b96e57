/** Code that goes on taking the old symbol: a mock that moved would no longer reach it. */
import path from "node:path";
import type { Fact } from "../policy/facts.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { OrderContext } from "./orders.ts";

/** Why a person should move the mock at `fact`: the test runs a file that is right as it is, or has a disable comment. */
export function codeLeftBehind(symbol: GovernedSymbol, fact: Fact, { project, symbols, policy, file }: OrderContext): string | undefined {
  const { origin, migration } = symbol;
  const ways = [...symbols.governed()].filter((each) => each.migration === migration && each.origin.module === origin.module && each.origin.name === origin.name);
  for (const { module, name } of [fact, ...ways]) {
    for (const taker of project.surveyed?.takersOf(module, [name]) ?? []) {
      // What only passes it on is asked about by its own name.
      if (taker.by !== "import" || taker.file === file.module || symbols.of(taker.file).length > 0) continue;
      const short = path.posix.relative(project.root, taker.file);
      const stays = policy.allows(short, migration) || project.mayDisable(taker.file, ["no-deprecated-import", "no-deprecated-use"]);
      if (stays && project.needs(file.module, taker.file)) return `${short}, which this test runs, goes on taking the old one`;
    }
  }
  return undefined;
}
