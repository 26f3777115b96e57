import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { checkRewrite } from "../../../../src/languages/python/rewrite/check.ts";
import { checkRewrites } from "../../../../src/rule-kit/languages.ts";

const names = { deprecated: "get_f", canonical: "create_x" };
const messages = (from: string, to: string): string[] => checkRewrite({ from, to }, names).map(({ part, message }) => `${part} ${message}`);

test("the parser is loaded for Python's call shapes only", () => {
  const isLoaded = (): boolean => Object.keys(createRequire(import.meta.url).cache).some((file) => file.endsWith("python-parser.cjs"));
  checkRewrites.complaints({ from: "getF()", to: "createX()" }, { deprecated: "getF", canonical: "createX" }, "ecmascript");
  expect(isLoaded()).toBe(false);
  checkRewrites.complaints({ from: "get_f()", to: "create_x()" }, names, "python");
  expect(isLoaded()).toBe(true);
});

describe("a call shape that is right", () => {
  test.each([
    ["get_f().create($a, $b)", "create_x($a, $b)"],
    ["get_f($$$all)", "create_x(*[$$$all])"],
    ["get_f(ctx=$ctx, *$rest, **$more)", "create_x(*$rest, ctx=$ctx, **$more)"],
    ["await get_f()", "await create_x()"],
    ["get_f", "create_x.get"],
    ["get_f[$a:$b]", "create_x($a, $b)"],
    ["get_f(lambda get_f: get_f)", "create_x([x for x in 'abc'])"],
    ["get_f().get_f", "create_x(f'{$other}')"],
    ["(get_f())", "(create_x(\n  $a,\n))"],
    ["get_f('$a')", "create_x('$1 costs $$')"],
    ["get_f(größe=$größe)", "create_x(größe=$größe)"],
    ["(x for x in get_f())", "(x for x in create_x())"],
  ])("%s to %s", (from, to) => {
    expect(messages(from, to)).toEqual([]);
  });
});

describe("a call shape that is wrong", () => {
  const wrongs: readonly (readonly [string, string, string])[] = [
    ["get_f(", "create_x()", "from is not one expression"],
    ["get_f();", "create_x()", "from is not one expression"],
    ["get_f($a, $$$all)", "create_x(a=$a, $$$all)", "to has $$$all behind a keyword argument"],
    ["", "create_x()", "from is not one expression"],
    ["get_f()\nget_f()", "create_x()", "from is not one expression"],
    ["get_f(), 1", "create_x()", "from is not one expression"],
    ["get_f(),", "create_x()", "from is not one expression"],
    ["*get_f()", "create_x()", "from is not one expression"],
    ["get_f()] + [1", "create_x()", "from is not one expression"],
    ["x for x in get_f()", "create_x()", "from is not one expression"],
    ["get_f() # old", "create_x()", "from is not one expression"],
    ["get_f($a, old=True, $$$rest)", "create_x($a, $$$rest)", "from has $$$rest behind a keyword argument"],
    ["get_f($$$rest)", "create_x(old=True, $$$rest)", "to has $$$rest behind a keyword argument"],
    ["get_f($$$rest", "create_x($$$rest)", "from is not one expression"],
    ["getǃf()", "create_x()", "from is not one expression"],
    ["get_f()", "x = create_x()", "to is not one expression"],
    ["get_f()", "return create_x()", "to is not one expression"],
    ["get_f()", "create_x(a=1, 2)", "to is not one expression"],
    ["other()", "create_x()", "from does not contain get_f"],
    ["x.get_f()", "create_x()", "from does not contain get_f"],
    ["'get_f()'", "create_x()", "from does not contain get_f"],
    ["x(get_f=1)", "create_x()", "from does not contain get_f"],
    ["get_f(get_f())", "create_x()", "from contains get_f more than once"],
    ["get_f()", "other()", "to does not contain create_x"],
    ["$$$a.get_f(get_f)", "create_x()", "from has $$$a where one expression belongs"],
    ["get_f(x=$$$a)", "create_x()", "from has $$$a where one expression belongs"],
    ["get_f(*$$$a)", "create_x()", "from has $$$a where one expression belongs"],
    ["get_f[$$$a]", "create_x()", "from has $$$a where one expression belongs"],
    ["get_f($$$a)", "$$$a(create_x)", "to has $$$a where one expression belongs"],
    ["get_f($$$a)", "(create_x, $$$a)", "to has $$$a where one expression belongs"],
    ["get_f($$$a, $$$b)", "create_x()", "from has $$$b beside another $$$ in one list"],
    ["get_f($a, $$$a)", "create_x()", "from has a name with $ and with $$$"],
    ["get_f($a)", "create_x(lambda $a: 1)", "to assigns to $a"],
    ["get_f($a)", "create_x([1 for $a in x])", "to assigns to $a"],
    ["get_f($a)", "create_x($a=1)", "to has $a where a fixed name belongs"],
    ["get_f.$a", "create_x()", "from has $a where a fixed name belongs"],
    ["get_f($1)", "create_x()", "from has $1, which is no placeholder"],
    ["get_f($$a)", "create_x()", "from has $$a, which is no placeholder"],
    ["get_f(a$b)", "create_x()", "from has a$b, which is no placeholder"],
    ["get_f($)", "create_x()", "from has $, which is no placeholder"],
    ["get_f()", "(x := create_x())", "to binds a name with :="],
    ["get_f()", "(yield create_x())", "to has a yield"],
  ];
  test.each(wrongs)("%s to %s", (from, to, message) => {
    expect(messages(from, to)).toContain(message);
  });
  test("every complaint says how to mend it", () => {
    for (const [from, to] of wrongs) for (const { mend } of checkRewrite({ from, to }, names)) expect(mend).toMatch(/^[A-Z]/);
  });
});
