/** Calls by a variable: `f = get_f()`, and then `f.create(a, b)`. */
import { describe, expect, test } from "vitest";
import { run, type Setting } from "./harness.ts";

/** A function's body, before and after. */
function body(text: string, setting: Setting = {}): string {
  const wrap = (inner: string): string => `def g(a, b, items):\n${inner.replace(/^(?=.)/gm, "    ")}\n`;
  const { output, reasons } = run(wrap(text), setting);
  const lines = output.split("\n").slice(1, -1).map((each) => each.replace(/^ {4}/, ""));
  return [...lines, ...reasons.map((reason) => `# ${reason}`)].join("\n");
}

describe("a variable that is assigned once", () => {
  test.each([
    ["f = get_f()\nreturn f.create(a, b)", "return create_x(a, b)"],
    ["f = get_f()  # the factory\nreturn f.create(a, b)", "return create_x(a, b)"],
    ["f: Factory = get_f()\nreturn f.create(a, b)", "return create_x(a, b)"],
    ["f = (get_f())\nreturn (f).create(a, b)", "return create_x(a, b)"],
    ["f = get_f()\nfor x in items:\n    f.create(x, b)", "for x in items:\n    create_x(x, b)"],
    ["f = get_f()\nreturn [f.create(x, b) for x in items]", "return [create_x(x, b) for x in items]"],
    ["f = get_f()\nreturn lambda: f.create(a, b)", "return lambda: create_x(a, b)"],
    ["f = get_f()\ndef h():\n    return f.create(a, b)\nreturn h", "def h():\n    return create_x(a, b)\nreturn h"],
    ["if a:\n    f = get_f()\n    f.create(a, b)", "if a:\n    create_x(a, b)"],
    ["make = get_f().create\nreturn make(a, b)", "return create_x(a, b)"],
    ["f = get_f()\nreturn f.create(f.create(a, 1), b)", "return create_x(create_x(a, 1), b)"],
    ["try:\n    f = get_f()\n    f.create(a, b)\nexcept E: pass", "try:\n    create_x(a, b)\nexcept E: pass"],
  ])("%s", (before, after) => {
    expect(body(before)).toBe(after);
  });

  test.each([
    ["f = get_f()\nf.create(a, b)\nreturn f", "`f` has a use that no shape describes"],
    ["f = get_f()\nf.create(a, b)\nf.other()", "`f` has a use that no shape describes"],
    ["f = get_f()\nf = get_f()\nf.create(a, b)", "`f` is assigned more than once"],
    ["f = None\nif a:\n    f = get_f()\nf.create(a, b)", "`f` is assigned more than once"],
    ["f = get_f()\nf.create(a, b)\ndel f", "a `del` statement names f"],
    ["f = get_f()\ndef h():\n    nonlocal f\n    f = 1\nf.create(a, b)", "a `global` or `nonlocal` statement names f"],
    ["global f\nf = get_f()\nf.create(a, b)", "a `global` or `nonlocal` statement names f"],
    ["f = e = get_f()\nf.create(a, b)", "the value is taken apart, or kept elsewhere, where it is declared"],
    ["f, = get_f()\nf.create(a, b)", "the value is taken apart, or kept elsewhere, where it is declared"],
    ["f = get_f()\nf.create(a, b)\nreturn locals()", "f may be read by its name"],
    ["f = get_f()\nf.create(a, b)\nx: f = 1", "`f` has a use that no shape describes"],
    ["f = get_f(\n    # none\n)\nf.create(a, b)", "a comment in the declaration of f would be lost"],
    ["f = get_f()", "no rewrite of the manifest has this shape"],
    ["class C:\n    f = get_f()\n    x = f.create(1, 2)", "f is an attribute of its class"],
    ["f = get_f()\nwith f.create(a, b) as f: pass", "`f` is assigned more than once"],
    ["(f := get_f()).create(a, b)\nf.create(a, b)", "no rewrite of the manifest has this shape"],
    ["if a:\n    f = get_f()\nf.create(a, b)", "f may not be assigned where it is used"],
    ["try:\n    f = get_f()\nexcept E:\n    return\nf.create(a, b)", "f is assigned under a try or with, and used outside of it"],
    ["with a:\n    f = get_f()\nf.create(a, b)", "f may not be assigned where it is used"],
    ["for x in items:\n    f.create(a, b)\n    f = get_f()", "f may not be assigned where it is used"],
  ])("refuses, or asks: %s", (before, reason) => {
    const { reasons, output } = run(`def g(a, b, items):\n${before.replace(/^/gm, "    ")}\n`);
    expect(reasons[0]).toBe(reason);
    expect(output).toContain("get_f()".slice(0, 6));
  });

  test("of a module may be taken by others", () => {
    expect(run("f = get_f()\nx = f.create(1, 2)").reasons).toEqual(["other modules may take f from this one"]);
    expect(run('if __name__ == "__main__":\n    f = get_f()\n    f.create(1, 2)\n')).toMatchObject({ output: 'if __name__ == "__main__":\n    create_x(1, 2)\n', reasons: [] });
    expect(run("__all__ = ['f']\nf = get_f()\nx = f.create(1, 2)").reasons).toEqual(["f may be read by its name"]);
  });
});

describe("what was given to the inner call", () => {
  const given: Setting = { rewrites: [{ from: "get_f($k).create($a)", to: "create_x($k, $a)" }] };
  test.each([
    ["f = get_f(a)\nreturn f.create(b)", "return create_x(a, b)"],
    ["f = get_f(a)\nreturn lambda: f.create(b)", "return lambda: create_x(a, b)"],
    ["f = get_f(len)\nreturn f.create(b)", "return create_x(len, b)"],
    ["for x in items:\n    f = get_f(x)\n    f.create(b)", "for x in items:\n    create_x(x, b)"],
    ["while a:\n    n = next(a)\n    f = get_f(n)\n    for x in items: f.create(x)", "while a:\n    n = next(a)\n    for x in items: create_x(n, x)"],
    ["f = get_f('k')\nfor x in items: f.create(x)", "for x in items: create_x('k', x)"],
    ["f = get_f(\n    [\n        1,  # one\n    ]\n)\nf.create(b)", "create_x([\n        1,  # one\n    ], b)"],
  ])("moves along: %s", (before, after) => {
    expect(body(before, given)).toBe(after);
  });
  test.each([
    ["f = get_f(load())\nf.create(b)", "$k may have changed where the value is used"],
    ["f = get_f(a.x)\na.x = 1\nf.create(b)", "$k may have changed where the value is used"],
    ["f = get_f(a)\na = 1\nf.create(b)", "$k may have changed where the value is used"],
    ["f = get_f([])\nf.create(a)\nf.create(b)", "$k would be made anew at each use"],
    ["f = get_f([])\nfor x in items: f.create(x)", "$k would be made anew at each use"],
    ["f = get_f(a)\nreturn lambda a: f.create(b)", "a is another variable where the value is used"],
    ["f = get_f(a)\nreturn [f.create(b) for a in items]", "a is another variable where the value is used"],
    ["for x in items:\n    f = get_f(x)\n    later(lambda: f.create(b))", "$k may have changed where the value is used"],
    ["for x in items:\n    f = get_f(x)\n    x = 2\n    f.create(b)", "$k may have changed where the value is used"],
    ["for x in items:\n    f = get_f(x)\n    for x in a: f.create(b)", "$k may have changed where the value is used"],
    ["while a:\n    f = get_f(n)\n    n = f.create(b)", "$k may have changed where the value is used"],
    ["f = get_f(a if b else 1)\nf.create(b)", "$k may have changed where the value is used"],
    ["f = get_f((n := 1))\nf.create(n)", "$k would mean something else where the variable is used"],
  ])("asks, or refuses: %s", (before, reason) => {
    expect(body(before, given)).toBe(`${before}\n# ${reason}`);
  });
});
