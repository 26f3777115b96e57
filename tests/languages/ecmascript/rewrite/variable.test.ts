import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

describe("a variable between the calls", () => {
  test("its declaration goes with the line and the comment behind it", () => {
    check({ code: "a();\n  const f = getF(); // the factory\nf.create(1, 2);\n", fixed: "a();\ncreateX(1, 2);\n" });
  });
  test("comments above stay", () => { check({ code: "// Why.\nconst f = getF();\nf.create(1, 2);", fixed: "// Why.\ncreateX(1, 2);" }); });
  test("what speaks of its line goes with it", () => { check({ code: "// Why.\n// @ts-ignore\n// eslint-disable-next-line no-var\nvar f = getF();\nf.create(1, 2);", fixed: "// Why.\ncreateX(1, 2);" }); });
  test("comments inside stay", () => { check({ code: "const f = /* why */ getF();\nf.create(1, 2);", fixed: "/* why */\ncreateX(1, 2);" }); });
  test("a type goes along", () => { check({ code: "const f: Factory = getF();\nf.create(1, 2);", fixed: "createX(1, 2);" }); });
  test("let and var that are assigned once", () => { check({ code: "let f = getF();\nf.create(1, 2);", fixed: "createX(1, 2);" }); check({ code: "var f = getF();\nf.create(1, 2);", fixed: "createX(1, 2);" }); });
  test("several uses, in loops and closures", () => {
    check({
      code: "const f = getF();\nfor (const x of xs) f.create(x, 1);\nfunction g() { return () => f.create(1, 2); }",
      fixed: "for (const x of xs) createX(x, 1);\nfunction g() { return () => createX(1, 2); }",
    });
  });
  test("a use as an argument of another use", () => { check({ code: "const f = getF();\nf.create(f.create(1, 2), 3);", fixed: "createX(createX(1, 2), 3);" }); });
  test("uses of different shapes", () => {
    const rewrites = [{ from: "getF().create($a)", to: "createX($a)" }, { from: "getF().make()", to: "createX(0)" }];
    check({ code: "const f = getF();\nf.make();\nf.create(1);", setting: { rewrites }, fixed: "createX(0);\ncreateX(1);" });
  });
  test("on one line with what follows", () => { check({ code: "{ const f = getF(); f.create(1, 2); }", fixed: "{ createX(1, 2); }" }); });
  test("on one line with what comes before", () => { check({ code: "a(); const f = getF(); // f\nf.create(1, 2);", fixed: "a();\ncreateX(1, 2);" }); });
  test("at the end of a file without a last line break", () => {
    check({ code: "function g() { f.create(1, 2); }\nconst f = getF();", fixed: "function g() { createX(1, 2); }" });
  });
  test("with CRLF", () => { check({ code: "a();\r\nconst f = getF();\r\nf.create(1, 2);\r\n", fixed: "a();\r\ncreateX(1, 2);\r\n" }); });
});

describe("one of several declarators", () => {
  test("the first", () => { check({ code: "const f = getF(), y = 1;\nf.create(y, 2);", fixed: "const y = 1;\ncreateX(y, 2);" }); });
  test("the last", () => { check({ code: "const y = 1, f = getF();\nf.create(y, 2);", fixed: "const y = 1;\ncreateX(y, 2);" }); });
  test("one between", () => { check({ code: "let a = 1,\n  f = getF(), // f\n  b = 2;\nf.create(a, b);", fixed: "let a = 1,\n  b = 2;\ncreateX(a, b);" }); });
  test("the last two", () => { check({ code: "const y = 1, f = getF(), g = getF();\nf.create(1, 2); g.create(1, 2);", fixed: "const y = 1;\ncreateX(1, 2); createX(1, 2);" }); });
  test("all", () => { check({ code: "const f = getF(), g = getF();\nf.create(1, 2);\ng.create(1, 2);", fixed: "createX(1, 2);\ncreateX(1, 2);" }); });
  test("a comment on the next one stays", () => { check({ code: "const f = getF(), /* y */ y = 1;\nf.create(y, 2);", fixed: "const /* y */ y = 1;\ncreateX(y, 2);" }); });
});

describe("a variable that stays", () => {
  const stays = (code: string, reason: string): void => { check({ code, reason }); };
  const other = "`f` has a use that no shape describes";
  test("one use is another", () => { stays("const f = getF(); f.create(1, 2); use(f);", other); });
  test("one use is a type", () => { stays("const f = getF(); f.create(1, 2); let t: typeof f;", other); });
  test("it is exported", () => { stays("export const f = getF(); f.create(1, 2);", "the declaration of `f` cannot be taken out where it stands"); });
  test("it is exported by name", () => { stays("const f = getF(); f.create(1, 2); export { f };", other); });
  test("it is assigned again", () => { stays("let f = getF(); f.create(1, 2); f = null;", "`f` is assigned more than once"); });
  test("in the head of a loop", () => { stays("for (const f = getF(); ;) { f.create(1, 2); }", "the declaration of `f` cannot be taken out where it stands"); });
  test("in a case without a block", () => { stays("switch (x) { case 1: const f = getF(); f.create(1, 2); }", "the declaration of `f` cannot be taken out where it stands"); });
  test("as the body of an if", () => { stays("if (x) var f = getF(); f.create(1, 2);", "the declaration of `f` cannot be taken out where it stands"); });
  test("declared with using", () => { stays("{ using f = getF(); f.create(1, 2); }", "the declaration of `f` cannot be taken out where it stands"); });
  test("taken apart", () => { stays("const { create } = getF(); create(1, 2);", "the value is taken apart where it is declared"); });
  test("never used", () => { stays("const f = getF();", "no rewrite of the manifest has this shape"); });
  test("used in its own declaration", () => { check({ code: "const f = getF(() => f.create(1));", setting: shape("getF($c).create($a)", "createX($c, $a)"), reason: "`f` is used in its own declaration" }); });
  test("seen by other scripts", () => { check({ code: "var f = getF(); f.create(1, 2);", setting: { sourceType: "script" }, reason: "`f` can be used by other scripts" }); });
  test("used as an element, which TypeScript's parser tells otherwise", () => { check({ code: "const f = getF(); f.create(1, 2); const a = <f.X />;", setting: { jsx: true }, reason: "`f` is used as an element" }); });
  test("used as an element", () => { check({ code: "const f = getF(); f.create(1, 2); <f.X />;", setting: { javascript: true }, reason: "`f` is used as an element" }); });
});

test("a variable that is used within an element goes", () => {
  check({ code: "const f = getF();\nconst a = <p title={f.create(1, 2)}>{f.create(3, 4)}</p>;", setting: { jsx: true }, fixed: "const a = <p title={createX(1, 2)}>{createX(3, 4)}</p>;" });
});

describe("what was given to the inner call", () => {
  const setting = shape("getF($c).create($a)", "createX($c, $a)");
  test("a literal goes along", () => { check({ code: "const f = getF('c');\nf.create(1);", setting, fixed: "createX('c', 1);" }); });
  test("a constant goes along", () => { check({ code: "function g(c) {\n  const f = getF(c);\n  return () => f.create(1);\n}", setting, fixed: "function g(c) {\n  return () => createX(c, 1);\n}" }); });
  test("a variable that is written is offered", () => {
    check({ code: "let c = 1;\nconst f = getF(c);\nc = 2;\nf.create(1);", setting, offered: "let c = 1;\nc = 2;\ncreateX(c, 1);", reason: "$c may have changed where the value is used" });
  });
  test("a member is offered", () => { check({ code: "const c = {};\nconst f = getF(c.d);\nf.create(1);", setting, offered: "const c = {};\ncreateX(c.d, 1);", reason: "$c may have changed where the value is used" }); });
  test("a call is offered", () => { check({ code: "const f = getF(c());\nf.create(1);", setting, offered: "createX(c(), 1);", reason: "$c may have changed where the value is used" }); });
  test("an object is offered where it would be made twice", () => {
    check({ code: "const f = getF({});\nf.create(1);\nf.create(2);", setting, offered: "createX({}, 1);\ncreateX({}, 2);", reason: "$c would be made anew at each use" });
  });
  test("a shadowed name stays", () => { check({ code: "const c = 1;\nconst f = getF(c);\n{ const c = 2; f.create(c); }", setting, reason: "c is another variable where the value is used" }); });
  test("an await stays", () => { check({ code: "const f = getF(await c);\nf.create(1);", setting, reason: "$c would mean something else where the variable is used" }); });
  test("this stays where it would be another", () => {
    check({ code: "class A { m() { const f = getF(this); return function () { f.create(1); }; } }", setting, reason: "$c would mean something else where the variable is used" });
  });
});
