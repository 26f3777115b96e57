/** A short soak; `npm run soak` is the long one, whose figures are in docs/benchmarks.md. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { soak, type Checkpoint } from "../../tools/soak/soak.ts";

test("three hundred edits leave the reports of a fresh process, and no heap of garbage", async () => {
  setFlagsFromString("--expose-gc");
  globalThis.gc = runInNewContext("gc") as typeof globalThis.gc;
  const checkpoints: Checkpoint[] = [];
  await soak({ edits: 300, every: 150, seed: 4, note: (checkpoint) => checkpoints.push(checkpoint) });
  expect(checkpoints.map(({ differences }) => differences)).toEqual([[], []]);
  for (const { reports } of checkpoints) expect(reports).toBeGreaterThan(20);
  const [first, last] = checkpoints.map(({ heap }) => heap);
  expect((last ?? Infinity) / (first ?? 1)).toBeLessThan(1.3);
});
