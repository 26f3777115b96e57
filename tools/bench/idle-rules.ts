/** What ESLint itself takes as soon as rules are on. */
import type { Linter } from "eslint";

/** As many as our preset has. */
const names = Array.from({ length: 8 }, (_, index) => `rule-${String(index)}`);

/** Switches rules on that do nothing. */
export function idleRules(files: string[]): Linter.Config {
  return {
    files,
    plugins: { idle: { rules: Object.fromEntries(names.map((name) => [name, { create: () => ({}) }])) } },
    rules: Object.fromEntries(names.map((name) => [`idle/${name}`, "error"])),
  };
}
