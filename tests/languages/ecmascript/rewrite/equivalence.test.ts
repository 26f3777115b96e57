import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "./harness.ts";
import { programs, trace } from "./programs.ts";

const numRuns = Number(process.env["SSOT_RUNS"] ?? 100);

test("a rewritten program does what it did, keeps its comments, and is not rewritten again", { timeout: 600_000 }, async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(programs, async ({ text, equivalence }) => {
      const setting = { rewrites: [equivalence], javascript: true, sourceType: "commonjs" as const };
      const { output } = run(text, setting);
      if (output === text) return;
      const before = await trace(text, equivalence);
      // A program that fails anyway (a variable before its declaration) promises nothing.
      if (before.at(-1)?.startsWith("threw")) return;
      changed++;
      expect(await trace(output, equivalence)).toEqual(before);
      expect(run(output, setting).output).toBe(output);
      for (const comment of ["// note", "// line", "/* c */"])
        expect(output.split(comment).length).toBeGreaterThanOrEqual(text.split(comment).length);
    }),
    // Shrinking such a program takes longer than reading it.
    { numRuns, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(numRuns / 3);
});
