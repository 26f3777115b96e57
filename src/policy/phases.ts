/** From which phase on each rule is in force (DESIGN section 4), in one place. */
import type { Phase } from "../manifest/schema.ts";

export type { Phase };

/** Whether a file is decided to be production code or a test, by the manifest's `tests` globs. */
export type FileScope = "production" | "test";

/** The rules that judge facts; `valid-manifest` is always in force and judges none. */
export type RuleName =
  | "no-deprecated-reexport"
  | "require-deprecation-notice"
  | "no-deprecated-import"
  | "no-deprecated-use"
  | "canonical-import-path"
  | "no-duplicate-definition"
  | "no-deprecated-mock"
  | "no-deprecated-definition";

const firstPhase: Readonly<Record<RuleName, Readonly<Record<FileScope, Phase>>>> = {
  "no-deprecated-reexport": { production: 1, test: 1 },
  "require-deprecation-notice": { production: 1, test: 1 },
  "no-deprecated-import": { production: 2, test: 3 },
  "no-deprecated-use": { production: 2, test: 3 },
  "canonical-import-path": { production: 2, test: 3 },
  "no-duplicate-definition": { production: 2, test: 3 },
  "no-deprecated-mock": { production: 3, test: 3 },
  "no-deprecated-definition": { production: 4, test: 4 },
};

/**
 * The phase from which `rule` holds in files of `scope`.
 * @param rule a rule that judges facts
 * @param scope production or test
 */
export function phaseOf(rule: RuleName, scope: FileScope): Phase {
  return firstPhase[rule][scope];
}
