/**
 * Our reading against what CPython 3.11 said of the same files, which `tools/python-conformance.ts --write` puts beside
 * them. Over thousands of files the tool itself compares.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe as group, expect, test } from "vitest";
import { type Answer, differences } from "../../../tools/python/compare.ts";
import { describe } from "../../../tools/python/ours.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/python/conformance");
const files = readdirSync(folder).filter((name) => name.endsWith(".py"));

group.each(files)("%s", (file) => {
  const text = readFileSync(path.join(folder, file), "utf8").replace(/^\uFEFF/, "");
  const theirs = JSON.parse(readFileSync(path.join(folder, `${file}.json`), "utf8")) as Answer;

  test("is read as CPython reads it", () => {
    expect(differences(describe(text, false), theirs, text)).toEqual([]);
  });

  test("and a difference would be seen", () => {
    const ours = describe(text, false);
    if ("error" in ours || "error" in theirs) throw new Error(`${file} does not parse`);
    for (const part of ["imports", "froms", "names", "attributes", "calls", "strings", "all", "inside"] as const) {
      if (ours[part].length === 0) continue;
      expect(differences({ ...ours, [part]: ours[part].slice(1) }, theirs, text), part).toHaveLength(1);
    }
    expect(differences({ ...ours, scopes: ours.scopes?.slice(1) ?? null }, theirs, text)).toHaveLength(1);
  });
});

test("the sample holds every part", () => {
  const found = files.map((file) => describe(readFileSync(path.join(folder, file), "utf8").replace(/^\uFEFF/, ""), false));
  for (const part of ["imports", "froms", "names", "attributes", "calls", "strings", "all", "inside"] as const) {
    expect(found.some((each) => !("error" in each) && each[part].length > 0), part).toBe(true);
  }
});
