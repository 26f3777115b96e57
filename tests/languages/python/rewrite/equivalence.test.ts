import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "./harness.ts";
import { programs, traces } from "./programs.ts";
import { hasPython } from "../../../kit/python.ts";

const numRuns = Number(process.env["SSOT_RUNS"] ?? 4);

test.skipIf(!hasPython)("a rewritten program does what it did, keeps its comments, and is not rewritten again", { timeout: 600_000 }, () => {
  let [changed, all] = [0, 0];
  fc.assert(
    fc.property(fc.array(programs, { minLength: 100, maxLength: 100 }), (batch) => {
      const rewritten = batch.map(({ text, equivalence }) => run(text, { rewrites: [equivalence] }).output);
      const before = traces(batch.map(({ text }) => text));
      const after = traces(rewritten);
      for (const [index, { text, equivalence }] of batch.entries()) {
        all++;
        const output = rewritten[index] ?? "";
        // A program that fails anyway (a variable before its value) promises nothing.
        if (output === text || before[index]?.startsWith("ok") !== true) continue;
        changed++;
        if (after[index] !== before[index]) throw new Error([equivalence.from, equivalence.to, text, output, before[index], after[index]].join("\n"));
        expect(run(output, { rewrites: [equivalence] }).output).toBe(output);
        expect(output.split("# note").length).toBeGreaterThanOrEqual(text.split("# note").length);
      }
    }),
    // Shrinking a batch takes longer than reading it, and showing all of it helps nobody.
    {
      numRuns,
      endOnFailure: true,
      reporter: ({ failed, seed, errorInstance }) => {
        if (failed) throw new Error(`seed ${String(seed)}: ${errorInstance instanceof Error ? errorInstance.message : ""}`);
      },
    },
  );
  expect(changed).toBeGreaterThan(all / 4);
});
