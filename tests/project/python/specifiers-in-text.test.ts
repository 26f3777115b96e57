import { describe, expect, test } from "vitest";
import { pythonPassingsIn, pythonSpecifiersIn } from "../../../src/project/python/specifiers-in-text.ts";

describe("what a file may pass on", () => {
  test.each<readonly [string, readonly string[]]>([
    ["from a.b import c as d, e", ["a.b.?", "a.b.c", "a.b.e"]],
    ["from . import (c, # d, e\n  f as g\n  ,)", [".?", ".c", ".f"]],
    ["from.x import*", [".x.?", ".x.*"]],
    ["from .. . x import y", ["...x.?", "...x.y"]],
    ["from a \\\r\n . b import \\\n c", ["a.b.?", "a.b.c"]],
    ["import a, b.c, d.e as f", ["a", "d.e"]],
    ["try: import a\nexcept ImportError: import b as a", ["a", "b"]],
    ["x = 1; from a import b; y = 2", ["a.?", "a.b"]],
    ["def f():\n\tfrom a import b", ["a.?", "a.b"]],
    ["from ａ import ｂ", ["a.?", "a.b"]],
    ["yield from a\nimport b", ["b"]],
    ["raise X from error", []],
    ["fromage = important", []],
  ])("%j", (text, expected) => {
    expect(pythonPassingsIn(text)).toEqual(expected);
  });
});

test("what a file may take, with all that it loads", () => {
  expect(pythonSpecifiersIn("import a.b.c\nfrom ..x.y import z\nimport_module('p.q')\n")).toEqual(["a", "a.b", "a.b.c", "..x.y", "..x.y.z", "p", "p.q"]);
  // Under another name it may be whatever is called.
  expect(pythonSpecifiersIn("from importlib import import_module as load\nload (name=\"p.q\")\nother('r')\n")).toEqual(["importlib", "importlib.import_module", "p", "p.q", "r"]);
});

test.each([
  ["imports within comments of imports", `${"from a import ( # ".repeat(20_000)}\n${"b,".repeat(200_000)}`],
  ["one long name", `from ${"a.".repeat(250_000)}b import c`],
  ["white space", `from ${" ".repeat(500_000)}`],
  ["backslashes", `import ${"\\\n".repeat(250_000)}`],
  ["comments in parentheses", `from a import (${"#\n".repeat(250_000)}`],
  ["the words alone", "from import ".repeat(40_000)],
])("takes little time over %s", (_, text) => {
  const start = performance.now();
  pythonPassingsIn(text);
  pythonSpecifiersIn(text);
  expect(performance.now() - start).toBeLessThan(5_000);
});
