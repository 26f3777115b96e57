import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

const one = (to: string): ReturnType<typeof shape> => shape("getF($a)", to);

describe("parentheses", () => {
  const becomes = (code: string, to: string, fixed: string): void => { check({ code, setting: one(to), fixed }); };
  test("captured arrow function, called", () => { becomes("getF(() => 1);", "createX(($a)())", "createX((() => 1)());"); });
  test("captured arrow function, called, without any in `to`", () => { becomes("getF(() => 1);", "createX($a())", "createX((() => 1)());"); });
  test("captured conditional, accessed", () => { becomes("getF(a ? b : c);", "createX($a.x)", "createX((a ? b : c).x);"); });
  test("captured sequence", () => { becomes("getF((a, b));", "createX([$a])", "createX([(a, b)]);"); });
  test("captured assignment as an operand", () => { becomes("getF(a = 1);", "createX($a + 1)", "createX((a = 1) + 1);"); });
  test("captured `as`, accessed", () => { becomes("getF(a as B);", "createX($a.x)", "createX((a as B).x);"); });
  test("captured object as an arrow function's body", () => { check({ code: "getF({});", setting: one("createX(() => $a)"), offered: "createX(() => ({}));", reason: "$a would be evaluated when the function is called" }); });
  test("captured `new` without a list, accessed", () => { becomes("getF(new B);", "createX($a.x)", "createX((new B).x);"); });
  test("captured call as the callee of `new`", () => { becomes("getF(b());", "createX(new $a())", "createX(new (b())());"); });
  test("captured optional chain, accessed", () => { becomes("getF(a?.b);", "createX($a.x)", "createX((a?.b).x);"); });
  test("captured unary before **", () => { becomes("getF(-a);", "createX($a ** 2)", "createX((-a) ** 2);"); });
  test("captured unary behind the same sign", () => { becomes("getF(-a);", "createX(-$a)", "createX(-(-a));"); });
  test("captured ?? in ||", () => { becomes("getF(a ?? b);", "createX($a || 1)", "createX((a ?? b) || 1);"); });
  test("captured number, accessed", () => { becomes("getF(1);", "createX($a.x)", "createX((1).x);"); });
  test("none for an argument, element, property, spread or template", () => { becomes("getF(a ? b : c);", "createX($a, [$a], { a: $a }, ...$a, `${$a}`)", "createX(a ? b : c, [a ? b : c], { a: a ? b : c }, ...a ? b : c, `${a ? b : c}`);"); });
  test("object at the start of a statement", () => { becomes("getF(1);", "{ a: createX($a) }", "({ a: createX(1) });"); });
  test("object at the start of a statement, accessed", () => { becomes("getF(1).b;", "{ a: createX($a) }", "({ a: createX(1) }).b;"); });
  test("object as an arrow function's body", () => { becomes("() => getF(1);", "{ a: createX($a) }", "() => ({ a: createX(1) });"); });
  test("function at the start of a statement and of a default export", () => { becomes("getF(1); export default getF(1);", "function () { return createX(1); }", "(function () { return createX(1); }); export default (function () { return createX(1); });"); });
  test("await in `extends`", () => { becomes("class A extends getF(1) {}", "createX || $a", "class A extends (createX || 1) {}"); });
  test("a call as the callee of `new` stays in its own", () => { becomes("new (getF(1))();", "createX($a)", "new (createX(1))();"); });
  test("arrow function in a decorator", () => { becomes("class A { @getF(1) m() {} }", "() => createX($a)", "class A { @(() => createX(1)) m() {} }"); });
  test("call in a decorator", () => { becomes("class A { @getF(1) m() {} }", "createX($a)", "class A { @createX(1) m() {} }"); });
  test("arrow function before `as`", () => { becomes("x = getF(1) as B;", "() => createX($a)", "x = (() => createX(1)) as B;"); });
  test("optional call, accessed further", () => { becomes("x = getF(1).b;", "createX?.($a)", "x = (createX?.(1)).b;"); });
  test("none where the code has them", () => { becomes("x = (getF(1)).b;", "createX ?? $a", "x = (createX ?? 1).b;"); });
  test("none in a template literal, a condition or an index", () => { becomes("`${getF(1)}`; if (getF(1)) a[getF(1)];", "createX ?? $a", "`${createX ?? 1}`; if (createX ?? 1) a[createX ?? 1];"); });
  test("what a nested rewrite becomes is looked at, not what it was", () => { becomes("getF(getF(b));", "createX + $a.x", "createX + (createX + b.x).x;"); });
});

describe("neighbours", () => {
  test("`in` in a loop's head", () => { check({ code: "for (let x = getF(1); x; ) {}", setting: one("$a in createX"), fixed: "for (let x = (1 in createX); x; ) {}" }); });
  test("a keyword before", () => { check({ code: "async () => { return(await getF(1)).b; }", setting: shape("getF($a).b", "createX($a)"), fixed: "async () => { return await createX(1); }" }); });
  test("a keyword behind", () => { check({ code: "x = getF(1)in y;", setting: one("createX"), fixed: "x = createX in y;" }); });
  test("the same sign before", () => { check({ code: "x = 1 -getF(1);", setting: one("-createX($a)"), fixed: "x = 1 - -createX(1);" }); });
  test("a division before a comment", () => { check({ code: "x = 1/getF(/* c */);", setting: shape("getF()", "createX"), fixed: "x = 1/ /* c */ createX;" }); });
});

describe("files without semicolons", () => {
  const awaited = shape("getF($a)", "(await createX($a)).b");
  test("a `(` at the start of a statement", () => { check({ code: "a()\ngetF(1)\n", setting: awaited, fixed: "a()\n;(await createX(1)).b\n" }); });
  test("a `[`", () => { check({ code: "a()\ngetF(1)\n", setting: one("[createX($a)]"), fixed: "a()\n;[createX(1)]\n" }); });
  test("a template", () => { check({ code: "a()\ngetF(1)\n", setting: one("`${createX($a)}`"), fixed: "a()\n;`${createX(1)}`\n" }); });
  test("a parenthesised object", () => { check({ code: "a()\ngetF(1)\n", setting: one("{ a: createX($a) }"), fixed: "a()\n;({ a: createX(1) })\n" }); });
  test("none behind a semicolon, a block or at the start", () => { check({ code: "getF(1)\nif (x) {}\ngetF(1);\ngetF(1)", setting: awaited, fixed: "(await createX(1)).b\nif (x) {}\n(await createX(1)).b;\n(await createX(1)).b" }); });
  test("none in the body of an if", () => { check({ code: "if (x)\n  getF(1)", setting: awaited, fixed: "if (x)\n  (await createX(1)).b" }); });
  test("one where a declaration with its semicolon goes", () => { check({ code: "a()\nconst f = getF();\n[1].map((x) => f.create(x, 1))\n", fixed: "a()\n;[1].map((x) => createX(x, 1))\n" }); });
  test("one that is there for the next statement stays", () => { check({ code: "a()\nconst f = getF() // f\n;[1].map((x) => f.create(x, 1))\n", fixed: "a()\n;[1].map((x) => createX(x, 1))\n" }); });
  test("a declaration between", () => { check({ code: "a()\nconst f = getF()\nf.create(1, 2)\n", fixed: "a()\ncreateX(1, 2)\n" }); });
});

describe("comments survive", () => {
  test("in the argument list, to the letter", () => {
    check({ code: "getF().create( // first\n  a, /* b */ b, // last\n);", fixed: "createX( // first\n  a, /* b */ b, // last\n);" });
  });
  test("between tokens: block comments lead", () => { check({ code: "x = getF(/* 1 */) /* 2 */ . /* 3 */ create /* 4 */ (a, b);", fixed: "x = /* 1 */ /* 2 */ /* 3 */ /* 4 */ createX(a, b);" }); });
  test("between tokens: line comments stand behind the next parenthesis", () => { check({ code: "x = getF() // why\n  .create(a, b);", fixed: "x = createX( // why\n  a, b);" }); });
  test("with no line more where the list begins with one", () => { check({ code: "x = getF() // why\n  .create(\n    a,\n    b,\n  );", fixed: "x = createX( // why\n    a,\n    b,\n  );" }); });
  test("behind return no line break is made", () => { check({ code: "() => { return getF() /* a\n b */ .create(1, 2); }", fixed: "() => { return createX( /* a\n b */\n 1, 2); }" }); });
  test("with CRLF", () => { check({ code: "x = getF() // why\r\n  .create(a, b);\r\n", fixed: "x = createX( // why\r\n  a, b);\r\n" }); });
  test("beside an argument they go with it", () => { check({ code: "getF(/* one */ a /* two */);", setting: one("createX({ a: $a })"), fixed: "createX({ a: /* one */ a /* two */ });" }); });
  test("of a dropped argument they lead", () => { check({ code: "getF(/* one */ a);", setting: one("createX()"), fixed: "/* one */ createX();" }); });
  test("a line comment without a place is offered as a block", () => { check({ code: "x = getF( // why\n);", setting: shape("getF()", "createX"), offered: "x = /* why */ createX;", reason: "a comment has no place in the new code" }); });
  test("around the call they are not touched", () => { check({ code: "/* a */ getF().create(1, 2) /* b */; // c", fixed: "/* a */ createX(1, 2) /* b */; // c" }); });
});

describe("text", () => {
  test("nested matches are composed from the inside", () => { check({ code: "getF().create(getF().create(1, 2), getF().create(3, 4));", fixed: "createX(createX(1, 2), createX(3, 4));" }); });
  test("nested matches where arguments move", () => { check({ code: "getF(getF(a.b, c.d), 1);", setting: shape("getF($a, $b)", "createX($b, $a)"), fixed: "createX(1, createX(c.d, a.b));" }); });
  test("emoji and no final line break", () => { check({ code: 's = "😀"; getF().create("😀", s)', fixed: 's = "😀"; createX("😀", s)' }); });
  test("strings of `to` take the file's quotes", () => { check({ code: "getF('a');", setting: shape("getF($a)", 'createX("k", $a)'), fixed: "createX('k', 'a');" }); });
  test("strings of the code keep theirs", () => { check({ code: "getF('a', \"b\");", setting: shape("getF($a, $b)", "createX([$a, $b])"), fixed: "createX(['a', \"b\"]);" }); });
  test("the list of `new` is kept too", () => { check({ code: "getF(a /* a */, b);", setting: shape("getF($a, $b)", "new createX($a, $b)"), fixed: "new createX(a /* a */, b);" }); });
});
