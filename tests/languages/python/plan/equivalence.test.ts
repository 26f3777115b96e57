import fc from "fast-check";
import { expect, test } from "vitest";
import { planText, replaceAll } from "./orders.ts";
import type { PlanSetting } from "./orders.ts";
import { programs, traces } from "./programs.ts";
import type { Trace } from "./programs.ts";
import { hasPython } from "../../../kit/python.ts";

const numRuns = Number(process.env["SSOT_RUNS"] ?? 3);

/** Plans batches of programs, and compares what they do before and after; says how many of the running ones changed. */
function compare(fix: (text: string) => string, view: (trace: Trace) => unknown): number {
  let [changed, all] = [0, 0];
  fc.assert(
    fc.property(fc.array(programs, { minLength: 200, maxLength: 200 }), (batch) => {
      const fixed = batch.map((text) => {
        try {
          return fix(text);
        } catch (error) {
          throw new Error(`${error instanceof Error ? error.message : ""}\n${text}`);
        }
      });
      const before = traces(batch);
      const after = traces(fixed);
      const failures: string[] = [];
      for (const [index, text] of batch.entries()) {
        const [was, is] = [before[index], after[index]];
        // A program that fails anyway (a name before its value) promises nothing.
        if (was?.[0] !== "ok") continue;
        all++;
        if (fixed[index] === text) continue;
        changed++;
        // A name of `__all__` that nothing binds is let out by nobody.
        const missing = Object.keys(was[2]).filter((name) => was[2][name] === "missing");
        const [expected, found] = [JSON.stringify(view(was)), is && JSON.stringify(view(is[0] === "ok" ? [is[0], is[1], { ...is[2], ...Object.fromEntries(missing.map((name) => [name, "missing"])) }] : is))];
        if (expected !== found) failures.push([text, "-----", fixed[index], "-----", expected, found].join("\n"));
      }
      const [shortest] = failures.toSorted((one, other) => one.length - other.length);
      if (shortest !== undefined) throw new Error(shortest);
    }),
    // Shrinking a batch takes longer than reading its shortest failure.
    {
      numRuns, ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}),
      endOnFailure: true,
      reporter: ({ failed, seed, errorInstance }) => {
        if (failed) throw new Error(`seed ${String(seed)}: ${errorInstance instanceof Error ? errorInstance.message : ""}`);
      },
    },
  );
  return changed / all;
}

test.skipIf(!hasPython)("a fix changes no behaviour: programs do and let out the same before and after", { timeout: 600_000 }, () => {
  expect(compare((text) => planText(text).text, (trace) => trace)).toBeGreaterThan(0.5);
});

test.skipIf(!hasPython)("where some sites are kept by a disable comment, too", { timeout: 600_000 }, () => {
  const decide: PlanSetting["decide"] = (fact) => (fact.span[0] % 4 === 0 ? { action: "keep" } : replaceAll(fact));
  expect(compare((text) => planText(text, { decide, repeats: false }).text, (trace) => trace)).toBeGreaterThan(0.2);
});

test.skipIf(!hasPython)("a removed entry of `__all__` changes nothing else", { timeout: 600_000 }, () => {
  const decide: PlanSetting["decide"] = (fact) => (fact.kind === "reexport" && fact.name === "get_x" ? { action: "remove" } : undefined);
  const view = ([how, seen, out]: Trace): unknown => [how, seen, Object.keys(out).filter((name) => name !== "get_x")];
  expect(compare((text) => planText(text, { decide }).text, view)).toBeGreaterThan(0.1);
});
