import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

const refused = "an await is not allowed here";

describe("an `await` in the shape moves to the whole", () => {
  test("from the inner call", () => { check({ code: "x = (await getF()).create(1, 2);", fixed: "x = await createX(1, 2);" }); });
  test("in parentheses where the value is accessed", () => { check({ code: "x = (await getF()).create(1, 2).b;", fixed: "x = (await createX(1, 2)).b;" }); });
  test("in parentheses where it is called", () => { check({ code: "x = (await getF()).create(1, 2)();", fixed: "x = (await createX(1, 2))();" }); });
  test("in parentheses before `**`", () => { check({ code: "x = (await getF()).create(1, 2) ** 2;", fixed: "x = (await createX(1, 2)) ** 2;" }); });
  test("in no parentheses in an operand", () => { check({ code: "x = 1 + (await getF()).create(1, 2);", fixed: "x = 1 + await createX(1, 2);" }); });
  test("and stays one where the whole is awaited too", () => { check({ code: "await (await getF()).create(1, 2);", fixed: "await createX(1, 2);" }); });
  test("with a space behind a keyword", () => { check({ code: "async () => { return(await getF()).create(1, 2); }", fixed: "async () => { return await createX(1, 2); }" }); });
  test("around a low operator of `to`", () => { check({ code: "x = (await getF()).create(1);", setting: shape("getF().create($a)", "createX ?? $a"), fixed: "x = await (createX ?? 1);" }); });
  test("an `await` around the whole stays", () => { check({ code: "await getF().create(1, 2);", fixed: "await createX(1, 2);" }); });
  test("but not automatically over an argument with side effects", () => {
    check({ code: "(await getF()).create(n(), 2);", offered: "await createX(n(), 2);", reason: "$a would be evaluated before the await instead of after it" });
  });
  test("nor over a variable that another function writes", () => {
    check({
      code: "let n = 1;\nconst g = () => { n = 2; };\nasync () => (await getF()).create(n, 2);",
      offered: "let n = 1;\nconst g = () => { n = 2; };\nasync () => await createX(n, 2);",
      reason: "$a would be evaluated before the await instead of after it",
    });
  });
  test("nor where the value is used as a promise", () => {
    check({ code: "(await getF()).create(1, 2).then(g);", offered: "(await createX(1, 2)).then(g);", reason: "it is used as a promise, but would be awaited" });
  });
});

describe("an `await` at a variable's declaration moves to its uses", () => {
  const from = (use: string): string => `async function a() {\n  const f = await getF();\n  ${use}\n}`;
  const to = (use: string): string => `async function a() {\n  ${use}\n}`;
  test("a use", () => { check({ code: from("return f.create(1, 2);"), fixed: to("return await createX(1, 2);") }); });
  test("an awaited use", () => { check({ code: from("await f.create(1, 2);"), fixed: to("await createX(1, 2);") }); });
  test("a use that is accessed", () => { check({ code: from("f.create(1, 2).go();"), fixed: to("(await createX(1, 2)).go();") }); });
  test("into an async closure", () => { check({ code: from("g(async () => f.create(1, 2));"), fixed: to("g(async () => await createX(1, 2));") }); });
  test("not into a function that is not async", () => { check({ code: from("xs.map((x) => f.create(x, 2));"), reason: refused }); });
  test("not into a parameter's default", () => { check({ code: from("async function b(x = f.create(1, 2)) {}"), reason: refused }); });
  test("not into a field", () => { check({ code: from("class A { x = f.create(1, 2); }"), reason: refused }); });
  test("not into a static block", () => { check({ code: from("class A { static { f.create(1, 2); } }"), reason: refused }); });
});

describe("an `await` in `to`", () => {
  const setting = shape("getF($a)", "await createX($a)");
  test("in an async function", () => { check({ code: "async () => getF(1);", setting, fixed: "async () => await createX(1);" }); });
  test("at the top of a module", () => { check({ code: "getF(1);", setting, fixed: "await createX(1);" }); });
  test("not at the top of a script", () => { check({ code: "getF(1);", setting: { ...setting, sourceType: "script" }, reason: refused }); });
  test("not in a function that is not async", () => { check({ code: "() => getF(1);", setting, reason: refused }); });
  test("not twice", () => { check({ code: "await getF(1);", setting, fixed: "await createX(1);" }); });
  test("in a function of `to`, wherever", () => { check({ code: "() => getF(1);", setting: shape("getF($a)", "async () => await createX($a)"), fixed: "() => async () => await createX(1);" }); });
  test("a `yield` only in a generator", () => {
    const yielding = shape("getF($a)", "yield createX($a)");
    check({ code: "function* g() { getF(1); }", setting: yielding, fixed: "function* g() { yield createX(1); }" });
    check({ code: "function g() { getF(1); }", setting: yielding, reason: "a yield is not allowed here" });
  });
});
