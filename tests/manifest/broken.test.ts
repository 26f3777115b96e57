/**
 * Every broken manifest in `tests/fixtures/manifests/broken` is printed as its golden says. A golden is what a person
 * gets to see: place, what is wrong in plain words, and what to do.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ManifestError, validateManifestText, type RewriteChecker } from "../../src/manifest/load.ts";
import { checkRewrites } from "../../src/rule-kit/languages.ts";

const folder = fileURLToPath(new URL("../fixtures/manifests/broken/", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""));

/** Stands in for a language: one that knows brackets only. Python's call shapes are checked by their own. */
const checkBrackets: RewriteChecker = {
  isExpression: checkRewrites.isExpression,
  complaints({ from, to }, symbols, language) {
    if (language === "python") return checkRewrites.complaints({ from, to }, symbols, language);
    return (["from", "to"] as const).flatMap((part) => {
      const code = part === "from" ? from : to;
      const isBalanced = code.split("(").length === code.split(")").length;
      return isBalanced ? [] : [{ part, message: "has a ( that is not closed", mend: "Close it" }];
    });
  },
};

describe("a broken manifest", () => {
  test("is shown in thirty ways or more", () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  test.each(names)("%s", async (name) => {
    const text = readFileSync(`${folder}${name}.json`, "utf8");
    const { manifest, problems } = validateManifestText(text, `/shop/${name}.json`, checkBrackets);
    expect(manifest).toBeUndefined();
    expect(problems).not.toEqual([]);
    const printed = new ManifestError(problems).message;
    expect(printed).not.toMatch(/invalid input|expected|received|unrecognized|undefined|NaN|\[object/i);
    await expect(`${printed}\n`).toMatchFileSnapshot(`${folder}${name}.txt`);
  });

  test.each(names)("%s: every place is within the text, and columns agree with offsets", (name) => {
    const text = readFileSync(`${folder}${name}.json`, "utf8");
    const lines = text.split(/\r\n|\n|\r/);
    for (const problem of validateManifestText(text, name, checkBrackets).problems) {
      expect(problem.start).toBeGreaterThanOrEqual(0);
      expect(problem.end).toBeGreaterThanOrEqual(problem.start);
      expect(problem.end).toBeLessThanOrEqual(text.length);
      const line = lines[problem.line - 1] ?? "";
      expect(text.slice(problem.start).startsWith(line.slice(problem.column - 1))).toBe(true);
    }
  });
});
