/** Nothing that a text or a setting can be overthrows the validation. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validateManifestObject, validateManifestText } from "../../src/manifest/load.ts";

const example = readFileSync(new URL("../fixtures/manifests/valid/design-example.json", import.meta.url), "utf8");

describe("whatever the text is", () => {
  test("nothing is thrown, and a manifest is there exactly if there is no problem", () => {
    const cut = fc.tuple(fc.nat(example.length), fc.nat(40), fc.string({ maxLength: 3, unit: "binary" }));
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 4 }), (cuts) => {
        const text = cuts.reduce(
          (before, [at, length, put]) => before.slice(0, at) + put + before.slice(at + length),
          example,
        );
        const { manifest, problems } = validateManifestText(text, "ssot.json");
        expect(manifest === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a function", () => 1],
    [
      "a key of every object's prototype",
      JSON.parse('{ "__proto__": 1, "constructor": 2, "migrations": [{ "toString": 1 }] }'),
    ],
    ["nothing where migrations are", { migrations: [null, undefined, { deprecated: [null, { bind: [] }] }] }],
  ])("an object setting may be %s", (_, value) => {
    expect(validateManifestObject(value).problems).not.toEqual([]);
  });

  test("a key of every object's prototype is only text", () => {
    const text = '{ "__proto__": { "migrations": [] }, "constructor": 1 }';
    const { problems } = validateManifestText(text, "ssot.json");
    expect(problems.map(({ path, message }) => `${path} ${message}`).sort()).toEqual([
      "__proto__ is not a known key",
      "constructor is not a known key",
      "migrations is missing",
    ]);
  });
});
