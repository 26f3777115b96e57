/** What a look at a known manifest costs: a rule asks for it once for each file that is linted. */
import * as fs from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { loadManifest } from "../../src/manifest/load.ts";
import { standingFolder } from "../kit/project-folder.ts";

// The modules of node cannot be spied on in place; these count, and do what the real ones do.
vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, statSync: vi.fn(real.statSync), readFileSync: vi.fn(real.readFileSync) };
});

const folder = standingFolder({});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** How often the file system was asked. */
function costs(): { readonly stats: number; readonly reads: number } {
  return { stats: vi.mocked(fs.statSync).mock.calls.length, reads: vi.mocked(fs.readFileSync).mock.calls.length };
}

test.each([
  ["valid", '{ "migrations": [] }'],
  ["broken", '{ "migrations": 1 }'],
])("one stat, once the file has been left alone for a while: %s", (name, text) => {
  const cwd = join(folder, name);
  fs.mkdirSync(cwd);
  fs.writeFileSync(join(cwd, "ssot.json"), text);
  const load = (): unknown => {
    try {
      return loadManifest({ cwd }).version;
    } catch (error) {
      return String(error);
    }
  };
  const first = load();
  expect(costs()).toEqual({ stats: 1, reads: 1 });
  // Just written: the clock of the file system may be too coarse to show a second write.
  expect(load()).toBe(first);
  expect(costs()).toEqual({ stats: 2, reads: 2 });
  vi.useFakeTimers({ now: Date.now() + 10_000 });
  expect(load()).toBe(first);
  expect(costs()).toEqual({ stats: 3, reads: 3 });
  for (let again = 0; again < 100; again += 1) expect(load()).toBe(first);
  expect(costs()).toEqual({ stats: 103, reads: 3 });
});
