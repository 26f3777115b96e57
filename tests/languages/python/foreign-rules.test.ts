import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { foreignMessages } from "../../../tools/python/foreign-rules.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/python");

test("rules that are made for JavaScript and set without files say nothing of Python, and do not crash", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
  expect(files.length).toBeGreaterThan(3);
  expect(foreignMessages(files.map((name) => path.join(folder, name)))).toEqual([]);
});
