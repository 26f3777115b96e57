import { describe, test } from "vitest";
import { check, shape } from "./cases.ts";

const setting = shape("getF()", "createX($ctx)", { ctx: ["ctx", "this.ctx"] });
const reason = "nothing here can stand for $ctx";

/** `@` marks the place of the call; it becomes `value`, or stays. */
function bound(code: string, value: string): void {
  check({ code: code.replace("@", "getF()"), setting, fixed: code.replace("@", `createX(${value})`) });
}
function unbound(code: string): void {
  check({ code: code.replace("@", "getF()"), setting, reason });
}

describe("a variable is taken where it is definitely assigned", () => {
  for (const [title, code] of Object.entries({
    "a constant before": "const ctx = 1; @;",
    "a constant of a block around": "const ctx = 1; { if (a) { @; } }",
    "a declarator before, of the same declaration": "const ctx = 1, b = @;",
    "an assignment before": "let ctx; ctx = 1; @;",
    "a parameter": "function g(ctx) { @; }",
    "a parameter with a default": "function g(ctx: C = c) { @; }",
    "a parameter taken apart": "function g({ ctx }) { return () => @; }",
    "an earlier parameter, in a default": "function g(ctx, a = @) {}",
    "a constructor's parameter property": "class A { constructor(private ctx: C) { @; } }",
    "an import": 'import { ctx } from "m"; @;',
    "a hoisted function": "@; function ctx() {}",
    "a class before": "class ctx {} @;",
    "a caught error": "try { a(); } catch (ctx) { @; }",
    "a loop's variable, in its body": "for (const ctx of a) { @; }",
    "a loop's counter": "for (let ctx = 0; ctx < 2; ctx++) { @; }",
    "a counter by var, behind the loop": "for (var ctx = 0; ctx < 2; ctx++) {} @;",
    "the same case of a switch": "switch (a) { case 1: const ctx = 1; @; }",
    "an ambient constant": "declare const ctx: number; @;",
    "a closure made behind the declaration": "const ctx = 1; const g = () => @;",
    "a hoisted function that is called behind the declaration": "const ctx = 1; function g() { @; } g();",
    "an exported function behind an exported constant": "export const ctx = 1; export function g() { @; }",
  }))
    test(title, () => { bound(code, "ctx"); });
});

describe("a variable is not taken where it may have no value", () => {
  for (const [title, code] of Object.entries({
    "declared later": "@; const ctx = 1;",
    "declared there": "const ctx = @;",
    "of an inner block": "{ const ctx = 1; } @;",
    "by var, of an inner block": "{ var ctx = 1; } @;",
    "never assigned": "let ctx; @;",
    "assigned in a branch": "let ctx; if (a) ctx = 1; @;",
    "assigned in a branch's block": "let ctx; if (a) { ctx = 1; } @;",
    "assigned in a try": "let ctx; try { ctx = 1; } catch { @; }",
    "assigned in a closure": "let ctx; const g = () => { ctx = 1; }; @;",
    "assigned by ??=": "let ctx; ctx ??= 1; @;",
    "of another case": "switch (a) { case 1: let ctx = 1; break; case 2: @; }",
    "a loop's variable, in its head": "for (const ctx of @) {}",
    "a loop's variable by var, behind the loop": "for (var ctx of a) {} @;",
    "a caught error, behind the catch": "try {} catch (ctx) {} @;",
    "its own parameter": "function g(ctx = @) {}",
    "a parameter that may be left out": "function g(ctx?: C) { @; }",
    "a parameter property that may be left out": "class A { constructor(private ctx?: C) { @; } }",
    "a later parameter": "function g(a = @, ctx) {}",
    "a constant of the body, in a parameter's default": "function g(a = @) { const ctx = 1; }",
    "in a closure made before": "const g = () => @; const ctx = 1;",
    "in a function called before": "g(); const ctx = 1; function g() { @; }",
    "in a function called before by another": "h(); const ctx = 1; function g() { @; } function h() { g(); }",
    "a class declared later": "@; class ctx {}",
    "a type": "type ctx = 1; @;",
    "an import of a type": 'import type { ctx } from "m"; @;',
    "a specifier of a type": 'import { type ctx } from "m"; @;',
    "not declared at all": "@;",
  }))
    test(title, () => { unbound(code); });
  test("a parameter, in a parameter's decorator", () => { check({ code: "class A { m(ctx, @d(getF()) p) {} }", setting, reason }); });
  test("the variable that goes itself", () => {
    check({ code: "const f = getF();\nf.create();", setting: shape("getF().create()", "createX($f)", { f: ["f"] }), reason: "nothing here can stand for $f" });
  });
});

describe("this.x is taken where the class declares it and it is assigned", () => {
  for (const [title, body] of Object.entries({
    "a field, in a method": "{ ctx = 1; m() { @; } }",
    "a typed field": "{ ctx: C; m() { @; } }",
    "a parameter property": "{ constructor(private ctx: C) {} m() { @; } }",
    "an accessor": "{ get ctx() { return 1; } m() { @; } }",
    "a method": "{ ctx() {} m() { @; } }",
    "an abstract field": "{ abstract ctx: C; m() { @; } }",
    "a field that the constructor makes": "{ constructor(c) { this.ctx = c; } m() { @; } }",
    "in an arrow function of a method": "{ ctx = 1; m() { return () => @; } }",
    "in a parameter's default of a method": "{ ctx = 1; m(a = @) {} }",
    "in the constructor, behind the assignment": "{ ctx; constructor(c) { this.ctx = c; @; } }",
    "in the constructor, a field with a value": "{ ctx = 1; constructor() { @; } }",
    "in the constructor, behind super()": "extends B { ctx = 1; constructor() { super(); @; } }",
  }))
    test(title, () => { bound(`${body.includes("abstract") ? "abstract " : ""}class A ${body}`, "this.ctx"); });
  for (const [title, body] of Object.entries({
    "nothing declares it": "{ m() { @; } }",
    "a base class may": "extends B { m() { @; } }",
    "it is static": "{ static ctx = 1; m() { @; } }",
    "it is optional": "{ ctx?: C; m() { @; } }",
    "it is private by #": "{ #ctx = 1; m() { @; } }",
    "it can only be set": "{ set ctx(c) {} m() { @; } }",
    "in a static method": "{ ctx = 1; static m() { @; } }",
    "in a static block": "{ ctx = 1; static { @; } }",
    "in a nested function": "{ ctx = 1; m() { return function () { @; }; } }",
    "in a method of an object": "{ ctx = 1; m() { return { n() { @; } }; } }",
    "in a field's value": "{ ctx = 1; b = @; }",
    "in an arrow function as a field's value": "{ ctx = 1; b = () => @; }",
    "in a computed key": "{ ctx = 1; [@]() {} }",
    // TypeScript refuses `this` there (TS2465), though it would be the method's.
    "in a computed key of a class in a method": "{ ctx = 1; m() { class I { [@]; } } }",
    "in the constructor, before the assignment": "{ ctx; constructor(c) { @; this.ctx = c; } }",
    "in the constructor, assigned in a branch": "{ ctx; constructor(c) { if (c) { this.ctx = c; } @; } }",
    "in the constructor, before super()": "extends B { ctx = 1; constructor() { @; super(); } }",
    "in the constructor, an accessor": "{ get ctx() { return 1; } constructor() { @; } }",
  }))
    test(`not where ${title}`, () => { unbound(`class A ${body}`); });
  test("not in a decorator", () => { check({ code: "class A { ctx = 1; @d(getF()) m() {} }", setting, reason }); });
});

describe("texts of `bind`", () => {
  test("the first that fits", () => { check({ code: "const b = 1; getF();", setting: shape("getF()", "createX($c)", { c: ["a", "b.c", "b"] }), fixed: "const b = 1; createX(b.c);" }); });
  test("a literal always fits", () => { check({ code: "getF();", setting: shape("getF()", "createX($c)", { c: ["a", "null"] }), fixed: "createX(null);" }); });
  test("in parentheses where needed", () => { check({ code: "const a = 1; getF();", setting: shape("getF()", "createX($c.d)", { c: ["a ?? null"] }), fixed: "const a = 1; createX((a ?? null).d);" }); });
  test("an await only where it is allowed", () => { check({ code: "const a = 1; () => getF();", setting: shape("getF()", "createX($c)", { c: ["await a", "a"] }), fixed: "const a = 1; () => createX(a);" }); });
  test("a private member", () => { check({ code: "class A { #c = 1; m() { getF(); } }", setting: shape("getF()", "createX($c)", { c: ["this.#c"] }), fixed: "class A { #c = 1; m() { createX(this.#c); } }" }); });
  test("none given", () => { check({ code: "getF();", setting: shape("getF()", "createX($c)"), reason: "nothing in the manifest says what $c is" }); });
});
