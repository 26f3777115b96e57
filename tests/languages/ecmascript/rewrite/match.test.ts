import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

const none = "no rewrite of the manifest has this shape";

describe("matches whatever the writing", () => {
  test("spacing", () => { check({ code: "x = getF ( ) . create ( a , b ) ;", fixed: "x = createX( a , b ) ;" }); });
  test("line breaks", () => { check({ code: "x = getF()\n  .create(\n    a,\n    b\n  );", fixed: "x = createX(\n    a,\n    b\n  );" }); });
  test("a trailing comma", () => { check({ code: "x = getF().create(a, b,);", fixed: "x = createX(a, b,);" }); });
  test("parentheses around the inner call", () => { check({ code: "x = (getF()).create(a, b);", fixed: "x = createX(a, b);" }); });
  test("parentheses around the callee", () => { check({ code: "x = (getF().create)(a, b);", fixed: "x = createX(a, b);" }); });
  test("parentheses around the whole", () => { check({ code: "x = (getF().create(a, b));", fixed: "x = (createX(a, b));" }); });
  test("the other quotes", () => { check({ code: "getF('a');", setting: shape('getF("a")', "createX()"), fixed: "createX();" }); });
  const options = shape("getF({ a: $a, 'b-c': { d: $d } })", "createX($a, $d)");
  test("keys in another order, in quotes or without", () => { check({ code: "getF({ 'b-c': { 'd': e }, a });", setting: options, fixed: "createX(a, e);" }); });
  test("keys in another order, in JavaScript's own tree", () => { check({ code: "getF({ 'b-c': { d }, a: 1, });", setting: { ...options, javascript: true }, fixed: "createX(1, d);" }); });
  test("keys in another order that stay an object", () => { check({ code: "getF({ b: n(), a: m() });", setting: shape("getF({ a: $a, b: $b })", "createX({ a: $a, b: $b })"), fixed: "createX({ b: n(), a: m() });" }); });
  test("an alias", () => { check({ code: 'import { getF as g } from "m"; g();', setting: { ...shape("getF()", "createX()"), anchor: "g" }, fixed: 'import { getF as g } from "m"; createX();' }); });
  test("a namespace member", () => { check({ code: "ns.getF().create(a, b);", fixed: "createX(a, b);" }); });
  test("JavaScript's own tree", () => { check({ code: "x = getF().create(/r/g, 1n, `t${a}`, { b });", setting: { ...shape("getF().create(/r/g, 1n, `t${$a}`, { b })", "createX($a)"), javascript: true }, fixed: "x = createX(a);" }); });
  test("an optional call that `from` shows", () => { check({ code: "getF()?.create(a);", setting: shape("getF()?.create($a)", "createX?.($a)"), fixed: "createX?.(a);" }); });
  test("type arguments that `from` shows", () => { check({ code: "getF<string>(a);", setting: shape("getF<$T>($a)", "createX<$T>($a)"), fixed: "createX<string>(a);" }); });
  test("`new` that `from` shows, without a list", () => { check({ code: "x = new getF;", setting: shape("new getF()", "createX()"), fixed: "x = createX();" }); });
  test("the symbol as an argument of another call", () => { check({ code: "use(getF, 1);", setting: shape("use(getF, $a)", "use(createX, $a)"), fixed: "use(createX, 1);" }); });
  test("a bare reference, shorthand property too", () => { check({ code: "x = { getF };", setting: shape("getF", "createX"), fixed: "x = { getF: createX };" }); });
  test("the default export, by the leftmost free name", () => {
    check({ code: "getF().create(1, 2);", setting: { ...shape("factory().create($a, $b)", "make($a, $b)"), deprecated: "default", canonical: "default", anchor: "getF", local: "createX" }, fixed: "createX(1, 2);" });
  });
});

describe("does not match", () => {
  const kept = (code: string, setting = {}): void => { check({ code, setting, reason: none }); };
  test("`as` in it", () => { kept("(getF() as F).create(a, b);"); });
  test("`!` in it", () => { kept("getF()!.create(a, b);"); });
  test("`satisfies` in it", () => { kept("(getF() satisfies F).create(a, b);"); });
  test("an optional member", () => { kept("getF()?.create(a, b);"); });
  test("an optional call", () => { kept("getF().create?.(a, b);"); });
  test("an optional inner call", () => { kept("getF?.().create(a, b);"); });
  test("type arguments of the inner call", () => { kept("getF<T>().create(a, b);"); });
  test("type arguments of the outer call", () => { kept("getF().create<T>(a, b);"); });
  test("`new`", () => { kept("new (getF().create)(a, b);"); });
  test("a tagged template", () => { kept("getF().create`a`;"); });
  test("one argument too few", () => { kept("getF().create(a);"); });
  test("one argument too many", () => { kept("getF().create(a, b, c);"); });
  test("a spread for one placeholder", () => { kept("getF().create(...a, b);"); });
  for (const [title, code] of Object.entries({ "another key": "{ a: 1, c: 2 }", "a key too many": "{ a: 1, b: 2, c: 3 }", "a key too few": "{ a: 1 }", "a method": "{ a: 1, b() {} }", "a getter": "{ a: 1, get b() { return 1; } }", "a computed key": "{ a: 1, [b]: 2 }", "a spread": "{ a: 1, ...b }", "a key twice": "{ a: 1, b: 2, b: 3 }" }))
    test(`an object with ${title}`, () => { kept(`getF(${code});`, shape("getF({ a: $a, b: $b })", "createX($a, $b)")); });
  test("a computed member", () => { kept('getF()["create"](a, b);'); });
  test("another member", () => { kept("getF().make(a, b);"); });
  test("`null` for `false`", () => { kept("getF(null);", shape("getF(false)", "createX()")); });
  test("a type query", () => { kept("let z: typeof getF;", shape("getF", "createX")); });
  test("an export", () => { kept("export { getF };", shape("getF", "createX")); });
  test("a target of an assignment", () => { kept("getF().x = 1;", shape("getF().x", "createX().x")); });
  test("what is deleted", () => { kept("delete getF().x;", shape("getF().x", "createX().x")); });
  test("what is counted up", () => { kept("getF().x++;", shape("getF().x", "createX().x")); });
  test("an instantiated function", () => { kept("x = getF<string>;", shape("getF", "createX")); });
});

describe("placeholders", () => {
  test("$$$ takes any number of arguments, spreads too", () => {
    check({ code: "getF(); getF(a); getF(a, ...b);", setting: shape("getF($$$all)", "createX(0, $$$all)"), fixed: "createX(0); createX(0, a); createX(0, a, ...b);" });
  });
  test("an empty $$$ takes the comma behind it along", () => { check({ code: "getF();", setting: shape("getF($$$all)", "createX($$$all, 0)"), fixed: "createX(0);" }); });
  test("an empty $$$ alone leaves an empty list", () => { check({ code: "getF(1);", setting: shape("getF($a, $$$all)", "createX([$$$all], $a)"), fixed: "createX([], 1);" }); });
  test("$$$ keeps the parentheses of its items", () => { check({ code: "getF((a, b), (c));", setting: shape("getF($$$all)", "createX(0, $$$all)"), fixed: "createX(0, (a, b), (c));" }); });
  test("$$$ between others takes what they leave", () => { check({ code: "getF(1, 2, 3, 4);", setting: shape("getF($a, $$$m, $z)", "createX([$$$m], $a, $z)"), fixed: "createX([2, 3], 1, 4);" }); });
  test("a name twice in `from` must be the same code", () => {
    check({ code: "getF(a.b, a . b); getF(a, b);", setting: shape("getF($a, $a)", "createX($a)"), fixed: "createX(a.b); getF(a, b);", reason: none });
  });
});

describe("the order of rewrites", () => {
  const both = { rewrites: [{ from: "getF().create($a, $b)", to: "createX($a, $b)" }, { from: "getF()", to: "createX(0, 0)" }] };
  const reversed = { rewrites: both.rewrites.toReversed() };
  const further = "its value is used further, in a way that no shape describes";
  test("the first that matches wins", () => { check({ code: "getF(1);", setting: { rewrites: [{ from: "getF(1)", to: "createX(1)" }, { from: "getF($a)", to: "createX(0, $a)" }] }, fixed: "createX(1);" }); });
  test("a longer shape wins wherever it stands in the list", () => { check({ code: "getF().create(1, 2);", setting: reversed, fixed: "createX(1, 2);" }); });
  test("a shorter one applies where the value goes nowhere", () => { check({ code: "use(getF());", setting: both, fixed: "use(createX(0, 0));" }); });
  test("not where it is accessed at once", () => { check({ code: "getF().other();", setting: both, reason: further }); });
  test("not where it is accessed through `await` and `as`", () => { check({ code: "((await getF()) as F).other();", setting: both, reason: further }); });
  test("not where it is accessed behind a branch", () => { check({ code: "(c ? getF() : d).other();", setting: both, reason: further }); });
  test("not where its variable is accessed", () => { check({ code: "const f = getF(); f.other();", setting: both, reason: "`f` has a use that no shape describes" }); });
  test("not where a variable assigned later is accessed", () => { check({ code: "let f; f = getF(); f.other();", setting: both, reason: further }); });
  test("not where it is taken apart", () => { check({ code: "const { create } = getF();", setting: both, reason: "the value is taken apart where it is declared" }); });
  test("not where its field is accessed", () => { check({ code: "class A { f = getF(); m() { this.f.other(); } }", setting: both, reason: further }); });
  test("not where its property is accessed", () => { check({ code: "const o = { f: getF() }; o.f.other();", setting: both, reason: further }); });
  test("but where its variable is only passed on", () => { check({ code: "const f = getF(); use(f);", setting: both, fixed: "const f = createX(0, 0); use(f);" }); });
  test("a shape that none extends applies whatever follows", () => { check({ code: "getF().other();", setting: shape("getF()", "createX()"), fixed: "createX().other();" }); });
  test("a shape that the manifest calls not safe is offered", () => {
    check({ code: "getF();", setting: { rewrites: [{ from: "getF()", to: "createX()", safe: false }] }, offered: "createX();", reason: "the manifest calls this rewrite not safe" });
  });
});
