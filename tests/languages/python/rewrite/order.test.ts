/** Captured code is evaluated once, always, in its order, and means what it meant; else it is not changed without asking. */
import { describe, expect, test } from "vitest";
import { run, type Setting } from "./harness.ts";

function reasons(text: string, to: string, from = "get_f().create($a, $b)"): readonly string[] {
  return run(text, { rewrites: [{ from, to }] }).reasons;
}
function output(text: string, to: string, from = "get_f().create($a, $b)"): string {
  return run(text, { rewrites: [{ from, to }] }).output;
}

describe("order", () => {
  const swapped = "$a and $b would be evaluated in another order";
  test.each([
    ["get_f().create(load(), save())", [swapped]],
    ["get_f().create(load(), self.user)", [swapped]],
    ["get_f().create(self.user, load())", [swapped]],
    ["get_f().create(self.user, request.id)", []],
    ["get_f().create(1, load())", []],
    ["get_f().create((x := 1), x)", [swapped]],
    ["get_f().create(d['a'], [1, 2])", []],
    ["get_f().create([x for x in it], next(it))", [swapped]],
    ["get_f().create((x for x in it), 1)", []],
    ["def g(a, b):\n    return get_f().create(a, load(b))", []],
    ["def g(a, b):\n    b = 1\n    return get_f().create(b, load(a))", [swapped]],
  ])("swapped: %s", (text, expected) => {
    expect(reasons(text, "create_x($b, $a)")).toEqual(expected);
  });

  test("of a conditional: the test comes first", () => {
    expect(reasons("get_f().create(load(), save())", "create_x($b) if $a else None")).toEqual(["$b would not be evaluated as it was"]);
  });

  test("of keywords: what the code has counts, not what `from` has", () => {
    expect(reasons("get_f(b=load(), a=save())", "create_x($a, $b)", "get_f(a=$a, b=$b)")).toEqual([swapped]);
    expect(reasons("get_f(b=load(), a=save())", "create_x($b, $a)", "get_f(a=$a, b=$b)")).toEqual([]);
  });

  test("of a star behind a keyword, which is evaluated before it", () => {
    expect(reasons("get_f(a=load(), *save())", "create_x(*$b, a=$a)", "get_f(*$b, a=$a)")).toEqual([]);
  });
});

describe("what goes through an iterator", () => {
  test("stars", () => {
    expect(reasons("def g(it):\n    get_f(*it, next(it))", "create_x($b, *$a)", "get_f(*$a, $b)")).toEqual(["$a and $b would be evaluated in another order"]);
    expect(reasons("def g(it):\n    get_f(*it)", "create_x(*$a, *$a)", "get_f(*$a)")).toEqual(["$a would be evaluated more than once"]);
    expect(reasons("def g(it):\n    get_f(*it, k=next(it))", "create_x($k, $$$r)", "get_f($$$r, k=$k)")).toEqual(["$r and $k would be evaluated in another order"]);
  });
});

describe("a chain of comparisons", () => {
  test("is no comparison of its parts", () => {
    const by = { rewrites: [{ from: "get_f() == $x", to: "create_x($x)" }] };
    expect(run("get_f() == 1", by).output).toBe("create_x(1)");
    expect(run("a and get_f() == (1 == b)", by).output).toBe("a and create_x(1 == b)");
    for (const text of ["get_f() == 1 == b", "a < get_f() == 1", "get_f() == 1 in b"]) expect(run(text, by).output).toBe(text);
  });
});

describe("how often", () => {
  test("dropped", () => {
    expect(reasons("get_f().create(load(), 2)", "create_x($b)")).toEqual(["$a has side effects and would be dropped"]);
    expect(reasons("get_f().create(self.x, 2)", "create_x($b)")).toEqual([]);
    expect(run("get_f().create((n := 1), 2)", { rewrites: [{ from: "get_f().create($a, $b)", to: "create_x($b)" }], unsafe: true }).output).toBe("get_f().create((n := 1), 2)");
  });
  test("twice", () => {
    expect(reasons("get_f().create(load(), 2)", "create_x($a, $a, $b)")).toEqual(["$a would be evaluated more than once"]);
    expect(reasons("get_f().create([], 2)", "create_x($a, $a, $b)")).toEqual(["$a would be evaluated more than once"]);
    expect(reasons("get_f().create((x for x in y), 2)", "create_x($a, $a, $b)")).toEqual(["$a would be evaluated more than once"]);
    expect(reasons("get_f().create(self.x, 2)", "create_x($a, $a, $b)")).toEqual([]);
  });
  test("once instead of twice", () => {
    expect(reasons("get_f(load(), load())", "create_x($a)", "get_f($a, $a)")).toEqual(["$a was evaluated more than once"]);
    expect(output("get_f( x.y , x . y )", "create_x($a)", "get_f($a, $a)")).toBe("create_x(x.y)");
  });
  test("only sometimes", () => {
    expect(reasons("get_f().create(load(), 2)", "create_x($b) or $a")).toEqual(["$a and $b would be evaluated in another order", "$a would not be evaluated as it was"].slice(1));
    expect(reasons("get_f().create(1, load())", "create_x(0 < $a < $b)")).toEqual(["$b would not be evaluated as it was"]);
  });
});

describe("in a lambda or comprehension of `to`", () => {
  const lazy = "create_x(lambda: $a, $b)";
  test("later, as often as it runs", () => {
    expect(reasons("get_f().create(load(), 2)", lazy)).toEqual(["$a would be evaluated when the lambda or comprehension runs"]);
    expect(reasons("get_f().create(self.x, 2)", lazy)).toEqual(["$a would be evaluated when the lambda or comprehension runs"]);
    expect(reasons("get_f().create(1, 2)", lazy)).toEqual([]);
    expect(reasons("get_f().create(load(), 2)", "create_x([x for x in $a], $b)")).toEqual([]);
  });
  test.each(["get_f().create(await load(), 2)", "get_f().create((yield), 2)", "get_f().create((n := 1), 2)", "get_f().create(super().x, 2)"])(
    "%s means something else there",
    (call) => {
      expect(reasons(`async def g():\n    ${call}`, lazy)).toEqual(["$a would mean something else in a lambda or comprehension"]);
    },
  );
  test("names are not captured", () => {
    expect(reasons("def g(x):\n    get_f().create(x, 2)", "create_x(lambda x: $a, $b)")).toEqual(["the rewrite itself declares the name x"]);
    expect(reasons("def g(x):\n    get_f().create(lambda x: x, 2)", "create_x([$a for x in $b])")).toEqual(["$a would be evaluated when the lambda or comprehension runs"]);
    expect(run("get_f()", { rewrites: [{ from: "get_f()", to: "create_x(lambda x: create_x(x))" }], local: "x.create" }).reasons).toEqual(["the rewrite itself declares the name x"]);
  });
  test("a class's names are not seen there", () => {
    expect(reasons("class C:\n    n = 1\n    a = get_f().create(n, 2)", "create_x([$a for _ in $b])")).toEqual(["n is not seen in a lambda or comprehension here"]);
  });
});

describe("names of `to`", () => {
  test("that nobody knows are asked for", () => {
    expect(reasons("get_f().create(1, 2)", "create_x(settings.X, $a, $b)")).toEqual(["what settings means here is not known"]);
    expect(reasons("get_f().create(1, 2)", "create_x(len($a), $b)")).toEqual([]);
    expect(reasons("def len(x): ...\nget_f().create(1, 2)", "create_x(len($a), $b)")).toEqual(["what len means here is not known"]);
    expect(reasons("get_f(settings)", "create_x(settings)", "get_f(settings)")).toEqual([]);
  });
  test("the canonical name is taken", () => {
    expect(run("get_f().create(1, 2)", { taken: true }).reasons).toEqual(["the canonical name is taken here"]);
  });
});

describe("await", () => {
  const one = { rewrites: [{ from: "get_f().create($a)", to: "create_x($a)" }] };
  const text = (body: string): string => `async def g(x, xs):\n    ${body}`;
  test.each([
    ["(await get_f()).create(1)", "await create_x(1)"],
    ["await (await get_f()).create(1)", "await create_x(1)"],
    ["return(await get_f()).create(1)", "return await create_x(1)"],
    ["(await get_f()).create(1).run()", "(await create_x(1)).run()"],
    ["(await get_f()).create(1) ** 2", "await create_x(1) ** 2"],
    ["2 ** (await get_f()).create(1)", "2 ** await create_x(1)"],
    ["[(await get_f()).create(1) for x in xs]", "[await create_x(1) for x in xs]"],
    ["f = await get_f(); return f.create(x)", "pass; return await create_x(x)"],
  ])("inside moves to the whole: %s", (before, after) => {
    expect(run(text(before), one).output).toBe(text(after));
    expect(run(text(before), one).reasons).toEqual([]);
  });
  test.each([
    ["(await get_f()).create(load())", "$a would be evaluated before the await instead of after it"],
    ["f = await get_f(); return lambda: f.create(x)", "an await is not allowed here"],
    ["f = await get_f(); return [f.create(x) for x in xs]", "an await is not allowed here"],
    ["f = await get_f(); return (f.create(x) for x in xs)", "an await is not allowed here"],
  ])("asks, or refuses: %s", (before, reason) => {
    expect(run(text(before), one).reasons).toEqual([reason]);
  });
  test("of `to`", () => {
    const setting: Setting = { rewrites: [{ from: "get_f()", to: "await create_x()" }] };
    expect(run("def g():\n    get_f()", setting).reasons).toEqual(["an await is not allowed here"]);
    expect(run("get_f()", setting).reasons).toEqual(["an await is not allowed here"]);
    expect(run("async def g():\n    get_f().x", setting).output).toBe("async def g():\n    (await create_x()).x");
    expect(run("async def g():\n    await get_f()", setting).output).toBe("async def g():\n    await create_x()");
    const awaiting: Setting = { rewrites: [{ from: "(await get_f()).open($a)", to: "await create_x($a)" }] };
    expect(run("async def g():\n    [(await get_f()).open(i) for i in x]", awaiting).output).toBe("async def g():\n    [await create_x(i) for i in x]");
    expect(run("async def g():\n    [(await get_f()).open(i).a for i in x]", awaiting).output).toBe("async def g():\n    [(await create_x(i)).a for i in x]");
    for (const [open, close] of ["[]", "{}"]) {
      expect(run(`async def g():\n    return ${open}get_f() for x in xs${close}`, setting).output).toBe(`async def g():\n    return ${open}await create_x() for x in xs${close}`);
    }
    expect(run("async def g():\n    return {x: get_f() for x in xs if get_f()}", setting).output).toBe("async def g():\n    return {x: await create_x() for x in xs if await create_x()}");
    // A generator would become an asynchronous one; one within another asks for Python 3.11.
    for (const inner of ["(get_f() for x in xs)", "list(get_f() for x in xs)", "[(get_f() for x in xs)]", "{(get_f() for x in xs), 1}", "[[get_f() for x in y] for y in xs]", "lambda: [get_f() for x in xs]"]) {
      expect(run(`async def g():\n    return ${inner}`, setting).reasons).toEqual(["an await is not allowed here"]);
    }
    expect(run("def g():\n    return [get_f() for x in xs]", setting).reasons).toEqual(["an await is not allowed here"]);
    expect(run("async def g(a=get_f()): ...", setting).reasons).toEqual(["an await is not allowed here"]);
    expect(run("async def g():\n    class C:\n        x = get_f()", setting).reasons).toEqual(["an await is not allowed here"]);
  });
});

describe("places", () => {
  const whole: Setting = { rewrites: [{ from: "get_f", to: "create_x" }] };
  const member: Setting = { rewrites: [{ from: "get_f.a", to: "create_x.b" }] };
  test.each([
    ["del get_f.a", "it is deleted"],
    ["get_f.a = 1", "something is assigned to it"],
    ["get_f.a += 1", "something is assigned to it"],
    ["get_f.a: int = 1", "something is assigned to it"],
    ["x, [*get_f.a] = 1, 2", "something is assigned to it"],
    ["for get_f.a in x: pass", "something is assigned to it"],
    ["with x as get_f.a: pass", "something is assigned to it"],
    ["[0 for get_f.a in x]", "something is assigned to it"],
    ["match x:\n    case get_f.a(): pass", "it stands in a pattern"],
    ["match x:\n    case get_f.a: pass", "it stands in a pattern"],
  ])("%s", (text, reason) => {
    expect(run(text, member)).toMatchObject({ output: text, reasons: [reason] });
  });
  test.each([
    ["get_f.a.b = 1", "create_x.b.b = 1"],
    ["get_f.a[0] += 1", "create_x.b[0] += 1"],
    ["x += get_f.a", "x += create_x.b"],
    ["del x[get_f.a]", "del x[create_x.b]"],
    ["def g(x: get_f.a = get_f.a) -> get_f.a: ...", "def g(x: create_x.b = create_x.b) -> create_x.b: ..."],
    ["class C(get_f.a, metaclass=get_f.a): ...", "class C(create_x.b, metaclass=create_x.b): ..."],
    ["@get_f.a\ndef g(): ...", "@create_x.b\ndef g(): ..."],
    ["try: pass\nexcept get_f.a: pass", "try: pass\nexcept create_x.b: pass"],
    ["assert get_f.a, get_f.a", "assert create_x.b, create_x.b"],
    ["raise get_f.a from get_f.a", "raise create_x.b from create_x.b"],
  ])("%s", (text, after) => {
    expect(run(text, member)).toMatchObject({ output: after, reasons: [] });
  });
  test("a name alone", () => {
    expect(run("x = [get_f, get_f()]", whole).output).toBe("x = [create_x, create_x()]");
  });
  test("a context manager is entered", () => {
    const setting: Setting = { rewrites: [{ from: "get_f($a)", to: "create_x($a)" }] };
    expect(run("with get_f(1) as f, get_f(2): f.x()", setting)).toMatchObject({ output: "with create_x(1) as f, create_x(2): f.x()", reasons: [] });
    expect(run("async def g():\n    async with get_f(1) as f: f.x()", setting)).toMatchObject({ output: "async def g():\n    async with create_x(1) as f: f.x()", reasons: [] });
    expect(run("with get_f() as f:\n    f.create(1, 2)").reasons).toEqual(["no rewrite of the manifest has this shape"]);
  });
  test("a decorator", () => {
    expect(run("@get_f(1)\ndef g(): ...", { rewrites: [{ from: "get_f($a)", to: "create_x(a=$a)" }] })).toMatchObject({ output: "@create_x(a=1)\ndef g(): ...", reasons: [] });
    expect(run("@get_f(1)\ndef g(): ...", { rewrites: [{ from: "get_f($a)", to: "create_x()($a)" }] }).reasons).toEqual(["before Python 3.9 no such expression could be a decorator"]);
  });
});
