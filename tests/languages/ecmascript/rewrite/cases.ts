/** States what is to become of a text. */
import { expect } from "vitest";
import { run } from "./harness.ts";
import type { Setting } from "./harness.ts";

/** What is to become of a text: its automatic fix, a suggestion, or a report alone. */
export interface Case {
  readonly code: string;
  readonly setting?: Setting;
  /** The text after the automatic rewrite. */
  readonly fixed?: string;
  /** The text that is only suggested. */
  readonly offered?: string;
  /** Why it is not (wholly) automatic. */
  readonly reason?: string;
}

/** Checks a case in both ways: what is done without asking, and what is done on demand. */
export function check({ code, setting = {}, fixed: wanted, offered, reason }: Case): void {
  const automatic = run(code, setting);
  expect(automatic.output).toBe(wanted ?? code);
  expect(run(code, { ...setting, unsafe: true }).output).toBe(offered ?? wanted ?? code);
  expect(automatic.reasons).toEqual(reason === undefined ? [] : [reason]);
  if (wanted !== undefined) expect(run(wanted, setting).output).toBe(wanted);
}

/** A setting with one call shape. */
export function shape(from: string, to: string, bind: Setting["bind"] = {}): Setting {
  return { rewrites: [{ from, to }], bind };
}
