/** Values from `bind`: only what surely has one at the place. */
import { describe, expect, test } from "vitest";
import { run } from "./harness.ts";

const rewrites = [{ from: "get_f()", to: "create_x($ctx)" }];

/** What `$ctx` became; `undefined` where nothing could stand for it. */
function chosen(text: string, ...texts: readonly string[]): string | undefined {
  const { output, reasons } = run(text, { rewrites, bind: { ctx: texts } });
  if (reasons.length > 0) expect(reasons).toEqual(["nothing here can stand for $ctx"]);
  return /create_x\((.*)\)/.exec(output)?.[1];
}

describe("a name", () => {
  test.each([
    ["a parameter", "def g(ctx):\n    get_f()"],
    ["any kind of parameter", "def g(*, ctx=None):\n    get_f()"],
    ["a lambda's parameter", "g = lambda ctx: get_f()"],
    ["an outer function's parameter", "def g(ctx):\n    def h():\n        return get_f()"],
    ["what is assigned before", "def g():\n    ctx = 1\n    get_f()"],
    ["what is assigned before on the same line", "def g():\n    ctx = 1; get_f()"],
    ["what is taken apart before", "def g():\n    a, (ctx, *b) = f()\n    get_f()"],
    ["what both branches assign", "def g(a):\n    if a:\n        ctx = 1\n    elif b:\n        raise E\n    else:\n        ctx = 2\n    get_f()"],
    ["what a try and its handlers assign", "try:\n    import ctx\nexcept ImportError:\n    ctx = None\nget_f()"],
    ["what a try assigns, for its else", "try:\n    import ctx\nexcept ImportError:\n    pass\nelse:\n    get_f()"],
    ["a loop's variable, within it", "for ctx in x:\n    get_f()"],
    ["a context manager's, within it", "with x as ctx:\n    get_f()"],
    ["and behind it", "with x as ctx:\n    pass\nget_f()"],
    ["an exception's, within its handler", "try: pass\nexcept E as ctx:\n    get_f()"],
    ["a comprehension's variable", "[get_f() for ctx in x]"],
    ["in its condition", "[1 for ctx in x if get_f()]"],
    ["in a later iterable", "[1 for ctx in x for y in get_f()]"],
    ["an import", "import ctx\ndef g():\n    get_f()"],
    ["a function of the module, further down", "def g():\n    get_f()\ndef ctx(): ..."],
    ["a value of the module, further down", "def g():\n    get_f()\nctx = make()"],
    ["a class's variable, in its body", "class C:\n    ctx = 1\n    x = get_f()"],
    ["a module's, in a method", "ctx = 1\nclass C:\n    ctx = 2\n    def m(self):\n        get_f()"],
    ["a nested function's, defined behind it", "def g():\n    ctx = 1\n    def h():\n        get_f()\n    return h"],
  ])("%s", (_, text) => {
    expect(chosen(text, "ctx")).toBe("ctx");
  });

  test.each([
    ["nobody's", "get_f()"],
    ["what is assigned behind", "def g():\n    get_f()\n    ctx = 1"],
    ["what one branch assigns", "def g(a):\n    if a:\n        ctx = 1\n    get_f()"],
    ["what another branch assigns", "def g(a):\n    if a:\n        ctx = 1\n    else:\n        get_f()"],
    ["what a try assigns, in its handler", "try:\n    ctx = f()\nexcept E:\n    get_f()"],
    ["what a try assigns, in its finally", "try:\n    ctx = f()\nfinally:\n    get_f()"],
    ["what a with assigns, which may swallow an exception", "with suppress(E):\n    ctx = f()\nget_f()"],
    ["a loop's variable, behind it", "for ctx in x:\n    pass\nget_f()"],
    ["a loop's variable, in its else", "for ctx in x:\n    pass\nelse:\n    get_f()"],
    ["a loop's variable, in its iterable", "for ctx in get_f():\n    pass"],
    ["an exception's, behind its handler", "try: pass\nexcept E as ctx: pass\nget_f()"],
    ["an exception's, in a function that is called later", "try: pass\nexcept E as ctx:\n    h = lambda: get_f()"],
    ["what is deleted", "def g(ctx):\n    del ctx\n    get_f()"],
    ["what is only annotated", "def g():\n    ctx: int\n    get_f()"],
    ["what is imported for type checkers", "if TYPE_CHECKING:\n    import ctx\ndef g():\n    get_f()"],
    ["the variable itself", "ctx = get_f()"],
    ["a parameter, in a default", "def g(ctx, x=get_f()): ..."],
    ["a parameter, in a decorator", "@get_f()\ndef g(ctx): ..."],
    ["a comprehension's variable, in its first iterable", "[1 for ctx in get_f()]"],
    ["a comprehension's variable, outside", "[1 for ctx in x]\nget_f()"],
    ["a class's variable, in a method", "class C:\n    ctx = 1\n    def m(self):\n        get_f()"],
    ["a class's variable, in a comprehension of its body", "class C:\n    ctx = 1\n    x = [get_f() for _ in y]"],
    ["a module's, hidden by a local", "ctx = 1\ndef g():\n    get_f()\n    ctx = 2"],
    ["a module's, where the function may have been called by then", "def g():\n    get_f()\ng()\nctx = 1"],
    ["a module's, where a helper may have called it", "def g():\n    get_f()\ndef h(): g()\nx = h()\nctx = 1"],
    ["a module's, where the function is decorated", "@run\ndef g():\n    get_f()\nctx = 1"],
    ["what a function makes global", "def s():\n    global ctx\n    ctx = 1\ndef g():\n    get_f()"],
  ])("not %s", (_, text) => {
    expect(chosen(text, "ctx")).toBeUndefined();
  });

  test("the first that has a value", () => {
    expect(chosen("def g(ctx):\n    get_f()", "user.ctx", "ctx.user", "ctx")).toBe("ctx.user");
    expect(chosen("get_f()", "ctx", "None")).toBe("None");
    expect(chosen("get_f()", "ctx", "dict()")).toBe("dict()");
    expect(chosen("from m import *\nget_f()", "dict()")).toBeUndefined();
    expect(run("get_f()", { rewrites }).reasons).toEqual(["nothing in the manifest says what $ctx is"]);
  });

  test("not the variable that goes", () => {
    const by = { rewrites: [{ from: "get_f().create()", to: "create_x($ctx)" }], bind: { ctx: ["f", "g"] } };
    expect(run("def g():\n    f = get_f()\n    return f.create()", by).output).toBe("def g():\n    return create_x(g)");
  });

  test("in parentheses where its place needs them", () => {
    const by = { rewrites: [{ from: "get_f()", to: "$ctx.make(create_x)" }], bind: { ctx: ["a or b"] } };
    expect(run("def g(a, b):\n    get_f()", by).output).toBe("def g(a, b):\n    (a or b).make(create_x)");
  });

  test("an await only where it is allowed", () => {
    expect(chosen("async def g(ctx):\n    get_f()", "await ctx")).toBe("await ctx");
    expect(chosen("def g(ctx):\n    get_f()", "await ctx")).toBeUndefined();
    expect(chosen("async def g(ctx):\n    lambda: get_f()", "await ctx")).toBeUndefined();
  });
});

describe("self.x", () => {
  const method = "    def m(self):\n        get_f()\n";
  const init = "    def __init__(self, ctx):\n        self.ctx = ctx\n";
  test.each([
    ["assigned by __init__", `class C:\n${init}${method}`],
    ["with an annotation", `class C:\n    def __init__(self, c):\n        self.ctx: int = c\n${method}`],
    ["among others", `class C:\n    def __init__(self, c):\n        self.a, self.ctx = c\n${method}`],
    ["of the class", `class C:\n    ctx = None\n${method}`],
    ["a property", `class C:\n    @property\n    def ctx(self): ...\n${method}`],
    ["of a dataclass", `@dataclass\nclass C:\n    ctx: int\n${method}`],
    ["of a model", `class C(Model):\n    ctx: int\n${method}`],
    ["in a lambda", `class C:\n${init}    def m(self):\n        return lambda: [get_f() for x in y]\n`],
    ["in __init__, behind it", "class C:\n    def __init__(self):\n        self.ctx = 1\n        get_f()\n"],
    ["in __init__, of the class", "class C:\n    ctx = 1\n    def __init__(self):\n        get_f()\n"],
    ["private", `class C:\n    def __init__(self):\n        self.__ctx = 1\n${method}`, "self.__ctx"],
  ])("%s", (_, text, what = "self.ctx") => {
    expect(chosen(text, what)).toBe(what);
  });
  test.each([
    ["nobody's", `class C:\n${method}`],
    ["assigned elsewhere only", `class C:\n    def set(self, c):\n        self.ctx = c\n${method}`],
    ["assigned sometimes", `class C:\n    def __init__(self, c):\n        if c:\n            self.ctx = c\n${method}`],
    ["only annotated", `class C:\n    ctx: int\n${method}`],
    ["in __init__, before it", "class C:\n    def __init__(self):\n        get_f()\n        self.ctx = 1\n"],
    ["in __init__, in it", "class C:\n    def __init__(self):\n        self.ctx = get_f()\n"],
    ["in a static method", `class C:\n${init}    @staticmethod\n    def m(self):\n        get_f()\n`],
    ["in a class method", `class C:\n${init}    @classmethod\n    def m(self):\n        get_f()\n`],
    ["in a method that calls it otherwise", `class C:\n${init}    def m(this):\n        get_f()\n`],
    ["in a function of its own", "def m(self):\n    get_f()\n"],
    ["in a method that assigns self", `class C:\n${init}    def m(self):\n        self = 1\n        get_f()\n`],
    ["in a nested function with a self of its own", `class C:\n${init}    def m(self):\n        def h(self):\n            get_f()\n`],
    ["in a nested function", `class C:\n${init}    def m(self):\n        def h():\n            get_f()\n        return h\n`],
    ["in a decorator", `class C:\n${init}    @get_f()\n    def m(self): ...\n`],
    ["in a default", `class C:\n${init}    def m(self, x=get_f()): ...\n`],
    ["in the class's body", `class C:\n    ctx = 1\n    x = get_f()\n`],
    ["in a class within the method", `class C:\n${init}    def m(self):\n        class D:\n            def n(self):\n                get_f()\n`],
    ["as a second parameter", `class C:\n${init}    def m(x, self):\n        get_f()\n`],
  ])("not %s", (_, text) => {
    expect(chosen(text, "self.ctx")).toBeUndefined();
  });
});
