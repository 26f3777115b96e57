import { readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Freshness } from "../../src/rule-kit/freshness.ts";

/** What is due for each lint; each by itself and with an ESLint object of its own, as editors' servers have them. */
async function dueAlone(freshness: Freshness, files: readonly string[], cost: number): Promise<readonly string[]> {
  const due: string[] = [];
  for (const file of files) {
    await nextTurn();
    const each = freshness.begin(file, {});
    if (each === "sources") freshness.looked(cost);
    due.push(each);
  }
  return due;
}

it("looks for each lint where a look is cheap", async () => {
  expect(await dueAlone(new Freshness(), ["a.ts", "a.ts", "b.ts"], 2)).toEqual(["sources", "sources", "sources"]);
});

it("looks at the file alone where a look at all is dear and has just been taken", async () => {
  expect(await dueAlone(new Freshness(), ["a.ts", "a.ts", "b.ts"], 300)).toEqual(["sources", "file", "file"]);
});

it("looks at all before a run of many files, however dear that is", async () => {
  const freshness = new Freshness();
  await dueAlone(freshness, ["a.ts"], 300);
  const reading = Array.from({ length: 3 }, async () => readFile(import.meta.filename));
  expect(freshness.begin("a.ts", {})).toBe("sources");
  await Promise.all(reading);
});

it("takes the passes of one lint together", () => {
  const freshness = new Freshness();
  const settings = {};
  expect([freshness.begin("a.ts", settings), freshness.begin("a.ts", settings)]).toEqual(["sources", "nothing"]);
});
