import { describe, expect, test } from "vitest";
import { callsIn } from "../../../../src/languages/ecmascript/rewrite/calls.ts";

describe("the calls of the canonical symbol in a `to`", () => {
  test.each([
    ["createX($a, $b)", "createX", "2"],
    ["createX()", "createX", "0"],
    ["createX( /* none */ )", "createX", "0"],
    ["createX($a, /* the second, */ { b: 1, c: [2, 3] },)", "createX", "2"],
    ["createX<Options>($a)", "createX", "1"],
    ["createX?.($a)", "createX", "1"],
    ["(createX)($a)", "createX", "1"],
    ["await createX($a)", "createX", "1"],
    ["createX($a)($b, $c)", "createX", "1"],
    ["createX($a).open($b, $c)", "createX", "1"],
    ["wrap(createX($a), createX($a, $b))", "createX", "1 2"],
    ["createX(createX($a), $b)", "createX", "2 1"],
    ["createX($$$rest)", "createX", "0+"],
    ["createX($a, $$$rest)", "createX", "1+"],
    ["createX($a, ...$b)", "createX", "1+"],
    ["createX('🎉', $a)", "createX", "2"],
    ["new DataSource($o).initialize()", "DataSource", "new 1"],
    ["new DataSource", "DataSource", "new 0"],
    ["new DataSource($a, $$$rest)", "DataSource", "new 1+"],
    // Other uses of the symbol are no calls of it.
    ["logger.error($x)", "logger", ""],
    ["createX.call($self, $a)", "createX", ""],
    ["createX`$a`", "createX", ""],
    ["wrap(createX, $a)", "createX", ""],
    ["other.createX($a)", "createX", ""],
    ["new other.DataSource($a)", "DataSource", ""],
    ["((createX) => createX($a))(wrap)", "createX", ""],
    ["'createX(1)'", "createX", ""],
    // A default export has no name of its own: the leftmost free one is it.
    ["anything($a).other()", "default", "1"],
    ["createX(", "createX", ""],
  ])("%s of %s: %s", (to, name, expected) => {
    const shown = callsIn(to, name).map(({ isNew, count, isOpen }) => `${isNew ? "new " : ""}${String(count)}${isOpen ? "+" : ""}`);
    expect(shown.join(" ")).toBe(expected);
  });
});
