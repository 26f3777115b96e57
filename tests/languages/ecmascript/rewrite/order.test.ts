import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

const swapped = shape("getF($a, $b)", "createX($b, $a)");
const lazy = shape("getF($a)", "createX(() => $a)");

describe("captured code is evaluated as it was", () => {
  test("effects in their order", () => { check({ code: "getF(n(), m());", setting: shape("getF($a, $b)", "createX({ a: $a, b: $b })"), fixed: "createX({ a: n(), b: m() });" }); });
  test("effects in another order are offered", () => { check({ code: "getF(n(), m());", setting: swapped, offered: "createX(m(), n());", reason: "$b and $a would be evaluated in another order" }); });
  test("effects of keys in another order are offered", () => {
    check({ code: "getF({ b: n(), a: m() });", setting: shape("getF({ a: $a, b: $b })", "createX($a, $b)"), offered: "createX(m(), n());", reason: "$a and $b would be evaluated in another order" });
  });
  test("effects of keys that are brought back to their order", () => { check({ code: "getF({ b: n(), a: m() });", setting: shape("getF({ a: $a, b: $b })", "createX($b, $a)"), fixed: "createX(n(), m());" }); });
  test("a variable that an effect may write is offered", () => { check({ code: "let v = 1; getF(v, v++);", setting: swapped, offered: "let v = 1; createX(v++, v);", reason: "$b and $a would be evaluated in another order" }); });
  test("a constant may pass an effect", () => { check({ code: "const v = 1; getF(v, n());", setting: swapped, fixed: "const v = 1; createX(n(), v);" }); });
  test("members may change places", () => { check({ code: "getF(a.b, c.d);", setting: swapped, fixed: "createX(c.d, a.b);" }); });
  for (const [title, code] of Object.entries({
    call: "n()", new: "new N()", assignment: "n = 1", update: "n++", delete: "delete n.m", "tagged template": "n`t`", import: 'import("n")', await: "await n", class: "class {}", "what runs an iterator": "[...n]",
  }))
    test(`${title} is no code to drop`, () => {
      check({ code: `getF(${code});`, setting: shape("getF($a)", "createX()"), offered: "createX();", reason: "$a has side effects and would be dropped" });
    });
  for (const [title, code] of Object.entries({ name: "n", member: "n.m", literal: "1", template: "`${n}`", function: "() => n()", object: "{ n }", copy: "{ ...n }", list: "[n, ...[1]]", this: "this", operator: "n + 1" }))
    test(`${title} may be dropped`, () => { check({ code: `getF(${code});`, setting: shape("getF($a)", "createX()"), fixed: "createX();" }); });
  test("an effect is not repeated", () => { check({ code: "getF(n());", setting: shape("getF($a)", "createX($a, $a)"), offered: "createX(n(), n());", reason: "$a would be evaluated more than once" }); });
  test("an object is not made twice", () => { check({ code: "getF({});", setting: shape("getF($a)", "createX($a, $a)"), offered: "createX({}, {});", reason: "$a would be evaluated more than once" }); });
  test("a name may be repeated", () => { check({ code: "getF(n);", setting: shape("getF($a)", "createX($a, $a)"), fixed: "createX(n, n);" }); });
  test("but not behind an effect", () => {
    check({ code: "let v = 1; v = 2; getF(v, n());", setting: shape("getF($a, $b)", "createX($a, $b, $a)"), offered: "let v = 1; v = 2; createX(v, n(), v);", reason: "$b and $a would be evaluated in another order" });
  });
  test("two effects do not become one", () => { check({ code: "getF(n(), n());", setting: shape("getF($a, $a)", "createX($a)"), offered: "createX(n());", reason: "$a was evaluated more than once" }); });
  test("an effect does not come under a condition", () => { check({ code: "getF(n());", setting: shape("getF($a)", "createX || $a"), offered: "createX || n();", reason: "$a would not be evaluated as it was" }); });
});

describe("captured code in a function of `to`", () => {
  const later = "$a would be evaluated when the function is called";
  test("a constant may", () => { check({ code: "const v = 1; getF(v);", setting: lazy, fixed: "const v = 1; createX(() => v);" }); });
  test("a variable is offered", () => { check({ code: "let v = 1; v = 2; getF(v);", setting: lazy, offered: "let v = 1; v = 2; createX(() => v);", reason: later }); });
  test("an effect is offered", () => { check({ code: "getF(n());", setting: lazy, offered: "createX(() => n());", reason: later }); });
  test("an object is offered, in parentheses", () => { check({ code: "getF({});", setting: lazy, offered: "createX(() => ({}));", reason: later }); });
  test("an await may not", () => { check({ code: "getF(await n);", setting: lazy, reason: "$a holds an await or yield, and would stand in a function" }); });
  test("this may in an arrow function", () => { check({ code: "class A { m() { getF(this); } }", setting: lazy, fixed: "class A { m() { createX(() => this); } }" }); });
  test("this may not in another", () => {
    check({ code: "class A { m() { getF(this); } }", setting: shape("getF($a)", "createX(function () { return $a; })"), reason: "$a holds this or arguments, and would stand in a function that has its own" });
  });
  test("nor arguments", () => {
    check({ code: "function g() { getF(arguments); }", setting: shape("getF($a)", "createX(function () { return $a; })"), reason: "$a holds this or arguments, and would stand in a function that has its own" });
  });
  test("a parameter's name may not capture", () => { check({ code: "const x = 1; getF(x);", setting: shape("getF($a)", "createX((x) => $a)"), reason: "the rewrite itself declares the name x" }); });
  test("nor the canonical symbol's local name", () => { check({ code: "getF();", setting: { ...shape("getF()", "(x) => createX(x)"), local: "x" }, reason: "the rewrite itself declares the name x" }); });
});

describe("names in `to`", () => {
  test("globals of the language", () => { check({ code: "getF(a);", setting: shape("getF($a)", "createX(Promise.resolve($a))"), fixed: "createX(Promise.resolve(a));" }); });
  test("a shadowed global is offered", () => { check({ code: "const Promise = 1; getF(a);", setting: shape("getF($a)", "createX(Promise.resolve($a))"), offered: "const Promise = 1; createX(Promise.resolve(a));", reason: "what Promise means here is not known" }); });
  test("any other name is offered", () => { check({ code: "getF();", setting: shape("getF()", "createX(config)"), offered: "createX(config);", reason: "what config means here is not known" }); });
  test("a name that `from` shows too", () => { check({ code: "getF(LEVEL);", setting: shape("getF(LEVEL)", "createX(LEVEL)"), fixed: "createX(LEVEL);" }); });
  test("`as const` is no name", () => { check({ code: "getF();", setting: shape("getF()", "createX([1] as const)"), fixed: "createX([1] as const);" }); });
  test("the canonical symbol as a shorthand property", () => { check({ code: "getF();", setting: { ...shape("getF()", "({ createX })"), local: "createX2" }, fixed: "({ createX: createX2 });" }); });
  test("a canonical name that is taken", () => { check({ code: "getF().create(1, 2);", setting: { taken: true }, reason: "the canonical name is taken here" }); });
});
