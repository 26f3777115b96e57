import { describe, expect, test } from "vitest";
import { run, type Setting } from "./harness.ts";

/** What a line becomes, and the reasons where it does not. */
function line(text: string, setting: Setting = {}): string {
  const { output, reasons } = run(text, setting);
  return reasons.length > 0 ? `${output} # ${reasons.join("; ")}` : output;
}

const none = "no rewrite of the manifest has this shape";

describe("what a shape matches", () => {
  test.each([
    ["get_f().create(1, 2)", "create_x(1, 2)"],
    ["get_f( ) . create( 1,2 )", "create_x( 1,2 )"],
    ["(get_f()).create(1, 2)", "create_x(1, 2)"],
    ["((get_f)()).create((1), 2)", "create_x((1), 2)"],
    ["x = (get_f()\n     .create(1, 2))", "x = (create_x(1, 2))"],
    ["x = get_f() \\\n    .create(1, 2)", "x = create_x(1, 2)"],
    ["get_f().create(\n    1,\n    2,\n)", "create_x(\n    1,\n    2,\n)"],
    ["await get_f().create(1, 2)", "await create_x(1, 2)"],
    ["get_f().create(1, 2).run()", "create_x(1, 2).run()"],
    ["ns.get_f().create(1, 2)", "create_x(1, 2)"],
    ['getattr(ns, "get_f")().create(1, 2)', "create_x(1, 2)"],
    ["get_f().create(*[1], 2)", `get_f().create(*[1], 2) # ${none}`],
    ["get_f().create(1, b=2)", `get_f().create(1, b=2) # ${none}`],
    ["get_f().create(1, **k)", `get_f().create(1, **k) # ${none}`],
    ["get_f().create(1)", `get_f().create(1) # ${none}`],
    ["get_f().create(1, 2, 3)", `get_f().create(1, 2, 3) # ${none}`],
    ["get_f(1).create(1, 2)", `get_f(1).create(1, 2) # ${none}`],
    ["get_f().make(1, 2)", `get_f().make(1, 2) # ${none}`],
    ["get_f.create(1, 2)", `get_f.create(1, 2) # ${none}`],
    ["x = get_f", `x = get_f # ${none}`],
    ["def f(get_f):\n    return get_f().create(1, 2)", "def f(get_f):\n    return get_f().create(1, 2)"],
  ])("%s", (before, after) => {
    expect(line(before)).toBe(after);
  });

  test("a string within an annotation holds no call", () => {
    expect(line('x: "get_f().create(1, 2)" = 1')).toBe('x: "get_f().create(1, 2)" = 1 # it stands in a string');
  });
});

describe("keyword arguments", () => {
  const timeout: Setting = { rewrites: [{ from: "get_f($ctx, timeout=$t, retries=$r)", to: "create_x($ctx, deadline=$t, attempts=$r)" }] };
  test.each([
    ["get_f(a, timeout=1, retries=2)", "create_x(a, deadline=1, attempts=2)"],
    ["get_f(a, retries=2, timeout=1)", "create_x(a, deadline=1, attempts=2)"],
    ["get_f(a, timeout=1)", `get_f(a, timeout=1) # ${none}`],
    ["get_f(a, timeout=1, retries=2, x=3)", `get_f(a, timeout=1, retries=2, x=3) # ${none}`],
    ["get_f(a, 1, retries=2)", `get_f(a, 1, retries=2) # ${none}`],
    ["get_f(a, retries=f(), timeout=g())", "get_f(a, retries=f(), timeout=g()) # $t and $r would be evaluated in another order"],
    ["get_f(a, timeout=lambda: 1, retries=x if y else z)", "create_x(a, deadline=lambda: 1, attempts=x if y else z)"],
    ["get_f(a := 1, timeout=1, retries=2)", "create_x((a := 1), deadline=1, attempts=2)"],
  ])("%s", (before, after) => {
    expect(line(before, timeout)).toBe(after);
  });

  test("keep their own order where the list is kept", () => {
    expect(line("get_f(b=f(), a=g())", { rewrites: [{ from: "get_f(a=$a, b=$b)", to: "create_x(a=$a, b=$b)" }] })).toBe("create_x(b=f(), a=g())");
  });
});

describe("any number of arguments", () => {
  const rest: Setting = { rewrites: [{ from: "get_f($$$all)", to: "create_x($$$all, strict=True)" }] };
  test.each([
    ["get_f()", "create_x(strict=True)"],
    ["get_f(1)", "create_x(1, strict=True)"],
    ["get_f(1, *a, k=2)", "create_x(1, *a, k=2, strict=True)"],
    ["get_f(1, strict=False)", "get_f(1, strict=False) # strict would be given twice"],
    ["get_f(1, **k)", "get_f(1, **k) # $$$all may give a keyword that the new call has too"],
    ["get_f(x for x in y)", "create_x((x for x in y), strict=True)"],
    ["get_f(\n    1,  # one\n    2,\n)", "create_x(\n    1,  # one\n    2,\n    strict=True,\n)"],
    ["get_f((1), (2))", "create_x((1), (2), strict=True)"],
  ])("%s", (before, after) => {
    expect(line(before, rest)).toBe(after);
  });

  test.each([
    ["get_f(1, timeout=5, retries=3)", "create_x(1, retries=3, deadline=5)"],
    ["get_f(timeout=5)", "create_x(deadline=5)"],
    ["get_f(timeout=f(), retries=g())", "get_f(timeout=f(), retries=g()) # $all and $t would be evaluated in another order"],
  ])("beside a keyword: %s", (before, after) => {
    expect(line(before, { rewrites: [{ from: "get_f($$$all, timeout=$t)", to: "create_x($$$all, deadline=$t)" }] })).toBe(after);
  });

  test("a keyword does not come to stand before others", () => {
    const rewrites = [{ from: "get_f($$$all).make($x)", to: "create_x($$$all, $x)" }];
    expect(line("get_f(a=1).make(2)", { rewrites })).toBe("get_f(a=1).make(2) # a keyword argument of $$$all would stand before others");
    expect(line("get_f(1).make(2)", { rewrites })).toBe("create_x(1, 2)");
  });

  test("in a list", () => {
    const rewrites = [{ from: "get_f($$$all)", to: "create_x([$$$all])" }];
    expect(line("get_f(1, 2)", { rewrites })).toBe("create_x([1, 2])");
    expect(line("get_f()", { rewrites })).toBe("create_x([])");
    expect(line("get_f(*a)", { rewrites })).toBe("get_f(*a) # $$$all holds arguments that are no items of a list");
  });
});

describe("which rewrite", () => {
  const two: Setting = {
    rewrites: [
      { from: "get_f()", to: "create_x()" },
      { from: "get_f().create($a)", to: "create_x($a)" },
    ],
  };
  const apart = "the value is taken apart, or kept elsewhere, where it is declared";
  const further = "its value is used further, in a way that no shape describes";
  test.each([
    ["get_f().create(1)", "create_x(1)"],
    ["x(get_f())", "x(create_x())"],
    ["get_f().other(1)", `get_f().other(1) # ${further}`],
    ["def g():\n    f = get_f()\n    f.other(1)", `def g():\n    f = get_f()\n    f.other(1) # \`f\` has a use that no shape describes`],
    ["def g():\n    f = get_f()\n    return f", "def g():\n    f = create_x()\n    return f"],
    ["with get_f() as f:\n    f.create(1)", `with get_f() as f:\n    f.create(1) # ${further}`],
    ["@get_f()\ndef g(): ...", `@get_f()\ndef g(): ... # ${further}`],
    ["self.f = get_f()\nself.f.x()", `self.f = get_f()\nself.f.x() # ${apart}`],
    ["a, b = get_f()", `a, b = get_f() # ${apart}`],
    ["x = {'f': get_f()}\nx['f'].go()", `x = {'f': get_f()}\nx['f'].go() # ${further}`],
    ["x = {'f': get_f()}\nx['g'].go()", "x = {'f': create_x()}\nx['g'].go()"],
    ["for a in get_f(): pass", `for a in get_f(): pass # ${further}`],
  ])("%s", (before, after) => {
    expect(line(before, two)).toBe(after);
  });

  test("the first that matches", () => {
    expect(line("get_f(1)", { rewrites: [{ from: "get_f($a)", to: "create_x(a=$a)" }, { from: "get_f(1)", to: "create_x()" }] })).toBe("create_x(a=1)");
  });

  test("not safe by the manifest's word", () => {
    expect(line("get_f(1)", { rewrites: [{ from: "get_f($a)", to: "create_x($a)", safe: false }] })).toBe("get_f(1) # the manifest calls this rewrite not safe");
  });
});

describe("shapes in shapes", () => {
  const nested: Setting = { rewrites: [{ from: "get_f($a)", to: "create_x($a, deep=True)" }] };
  test.each([
    ["get_f(get_f(1))", "get_f(1)", "create_x(create_x(1, deep=True), deep=True)"],
    ["get_f([get_f(1), lambda: get_f(2)])", "", "create_x([create_x(1, deep=True), lambda: create_x(2, deep=True)], deep=True)"],
  ])("%s", (before, _, after) => {
    expect(line(before, nested)).toBe(after);
  });

  test("parentheses are those that the inner result needs", () => {
    const rewrites = [{ from: "get_f($a)", to: "create_x if $a else None" }];
    expect(line("get_f(get_f(1))", { rewrites })).toBe("create_x if (create_x if 1 else None) else None");
    expect(line("-get_f(1) + 2", { rewrites })).toBe("-(create_x if 1 else None) + 2");
  });
});
