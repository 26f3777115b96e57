/** What the new text looks like: parentheses, comments, line breaks, quotes. */
import { describe, expect, test } from "vitest";
import { run, type Setting } from "./harness.ts";

const to = (text: string, from = "get_f().create($a, $b)"): Setting => ({ rewrites: [{ from, to: text }] });

describe("parentheses", () => {
  test.each([
    ["get_f().create(1 + 2, 3)", "$a * create_x($b)", "(1 + 2) * create_x(3)"],
    ["get_f().create(1 * 2, 3)", "$a * create_x($b)", "1 * 2 * create_x(3)"],
    ["get_f().create(1 * 2, 3)", "create_x($b) / $a", "create_x(3) / (1 * 2)"],
    ["get_f().create(-1, 3)", "$a ** create_x($b)", "(-1) ** create_x(3)"],
    ["get_f().create(1, -3)", "create_x($a) ** $b", "create_x(1) ** -3"],
    ["get_f().create(a < b, c)", "$a < create_x($b)", "(a < b) < create_x(c)"],
    ["get_f().create(a or b, c)", "$a and create_x($b)", "(a or b) and create_x(c)"],
    ["get_f().create(not a, c)", "$a == create_x($b)", "(not a) == create_x(c)"],
    ["get_f().create(lambda: 1, c)", "$a(create_x, $b)", "(lambda: 1)(create_x, c)"],
    ["get_f().create(lambda: 1, c)", "create_x(a=$a, b=$b)", "create_x(a=lambda: 1, b=c)"],
    ["get_f().create(a if b else c, d)", "$a if create_x else $b", "(a if b else c) if create_x else d"],
    ["get_f().create(d, a if b else c)", "$a if create_x else $b", "d if create_x else a if b else c"],
    ["get_f().create(x := 1, 2)", "create_x(a=$a, b=$b)", "create_x(a=(x := 1), b=2)"],
    ["get_f().create(1, 2)", "$a.x(create_x, $b)", "(1).x(create_x, 2)"],
    ["get_f().create((a, b), 2)", "[create_x, $a, $b]", "[create_x, (a, b), 2]"],
    ["get_f().create((yield), 2)", "create_x(a=$a, b=$b)", "create_x(a=(yield), b=2)"],
    ["get_f().create([*a], 2)", "create_x(*$a, $b)", "create_x(*[*a], 2)"],
    ["get_f().create(a or b, 2)", "[*$a, create_x($b)]", "[*(a or b), create_x(2)]"],
    ["get_f().create(a or b, {})", "{**$b, 'k': create_x, 'l': $a}", "{**{}, 'k': create_x, 'l': a or b}"],
    ["get_f().create((x for x in y), 2)", "create_x(b=$b, a=$a)", "create_x(b=2, a=(x for x in y))"],
    ["get_f().create(\"a\" \"b\", 2)", "$a.join(create_x($b))", "\"a\" \"b\".join(create_x(2))"],
    ["x = get_f().create(1, 2) + 1", "create_x($a) if $b else 0", "x = (create_x(1) if 2 else 0) + 1"],
    ["x = get_f().create(1, 2).y", "create_x($a) + $b", "x = (create_x(1) + 2).y"],
    ["x = (get_f().create(1, 2)).y", "create_x($a) + $b", "x = (create_x(1) + 2).y"],
    ["x = f(*get_f().create(1, 2))", "create_x($a) or $b", "x = f(*create_x(1) or 2)"],
    ["x = [*get_f().create(1, 2)]", "create_x($a) or $b", "x = [*(create_x(1) or 2)]"],
    ["x = y if get_f().create(1, 2) else z", "create_x($a) if $b else 0", "x = y if (create_x(1) if 2 else 0) else z"],
    ["x = [y for y in z if get_f().create(1, 2)]", "create_x($a) if $b else 0", "x = [y for y in z if (create_x(1) if 2 else 0)]"],
    ["x = [y for y in get_f().create(1, 2)]", "lambda: create_x($a, $b)", "x = [y for y in (lambda: create_x(1, 2))]"],
    ["f(get_f().create(1, 2))", "(create_x, $a, $b)", "f((create_x, 1, 2))"],
    ["return_ = x in(get_f()).create(1, 2)", "create_x($a, $b)", "return_ = x in create_x(1, 2)"],
    ["x = (get_f()).create(1, 2)if y else z", "create_x($a).n", "x = create_x(1).n if y else z"],
  ])("%s → %s", (before, written, after) => {
    const wrap = before.includes("yield") ? (text: string): string => `def g():\n    ${text}` : (text: string): string => text;
    expect(run(wrap(before), { ...to(written), unsafe: true }).output).toBe(wrap(after));
  });

  test("a generator alone keeps its bare form where it stays alone", () => {
    const one = to("create_x($a)", "get_f().create($a)");
    expect(run("get_f().create(x for x in y)", one).output).toBe("create_x(x for x in y)");
    expect(run("get_f().create(x for x in y)", to("create_x($a,)", "get_f().create($a)")).output).toBe("create_x(x for x in y)");
    expect(run("get_f(x for x in y)", to("create_x($$$a,)", "get_f($$$a)")).output).toBe("create_x(x for x in y)");
    expect(run("get_f()", to("create_x($$$a,)", "get_f($$$a)")).output).toBe("create_x()");
    expect(run("get_f().create(x for x in y)", to("create_x(a=$a)", "get_f().create($a)")).output).toBe("create_x(a=(x for x in y))");
    expect(run("get_f().create((x) for x in (y))", to("create_x(1, $a)", "get_f().create($a)")).output).toBe("create_x(1, ((x) for x in (y)))");
    expect(run("get_f().create(((x) for x in (y)))", to("create_x(1, $a)", "get_f().create($a)")).output).toBe("create_x(1, ((x) for x in (y)))");
  });
});

describe("line breaks", () => {
  test("an argument list is kept to the letter", () => {
    const list = "(\n        first,  # the first\n        *rest,\n\n        key = 1 ,\n    )";
    const rest = to("create_x($$$all)", "get_f().create($$$all)");
    expect(run(`x = get_f().create${list}`, rest).output).toBe(`x = create_x${list}`);
    expect(run(`x = get_f()\\\r\n  .create${list}`, rest).output).toBe(`x = create_x${list}`);
  });
  test("a list over lines keeps its form where arguments only get, lose or change names", () => {
    const list = (one: string, two: string): string => `(\n        ${one},  # one\n        ${two},\n    )`;
    expect(run(`x = get_f().create${list("1", "(y)")}`, to("create_x($a, b=$b)")).output).toBe(`x = create_x${list("1", "b=(y)")}`);
    expect(run(`x = get_f().create${list("a = 1", "b=get_f")}`, to("create_x($a, name=$b)", "get_f().create(a=$a, b=$b)")).output).toBe(`x = create_x${list("1", "name=get_f")}`);
    expect(run(`x = get_f().create${list("1", "get_f().create(2, 3)")}`, to("create_x($a, b=$b)")).output).toBe(`x = create_x${list("1", "b=create_x(2, b=3)")}`);
    expect(run(`x = get_f().create${list("b=1", "a=2")}`, { ...to("create_x(a=$a, c=$b)", "get_f().create(a=$a, b=$b)"), unsafe: true }).output).toBe("x = create_x(  # one\n    a=2, c=1)");
    expect(run("x = get_f().create(1, 2)", to("create_x($a, b=$b)")).output).toBe("x = create_x(1, b=2)");
  });
  test.each<[string, string, string]>([
    ["\n    1,\n    2,\n", "create_x($$$all, m='n')", "\n    1,\n    2,\n    m='n',\n"],
    ["\n    1,\n    k=2  # two\n", "create_x($$$all, m=1, n=2)", "\n    1,\n    k=2,  # two\n    m=1,\n    n=2\n"],
    ["1,\n                   2", "create_x($$$all, m=1)", "1,\n                   2,\n                   m=1"],
    ["\n    # first\n    1,\n    # last\n", "create_x($$$all, m=1)", "\n    # first\n    1,\n    m=1,\n    # last\n"],
    ["\n    1, 2,\n", "create_x($$$all, m=1)", "\n    1, 2, m=1,\n"],
    ["{\n    1: 2,\n}", "create_x($$$all, m=1)", "{\n    1: 2,\n}, m=1"],
    ["\n    # first\n    1,  # one\n    2,\n", "create_x(0, $$$all)", "\n    # first\n    0,\n    1,  # one\n    2,\n"],
    ["1,\n                   2", "create_x(0, $$$all)", "0, 1,\n                   2"],
    ["\n    1,\n    get_f().create(3),\n", "create_x(0, $$$all, m=1)", "\n    0,\n    1,\n    create_x(0, 3, m=1),\n    m=1,\n"],
    // What is no longer one list is written anew.
    ["\n    1,\n    2,\n", "create_x([$$$all], m=1)", "[1,\n    2], m=1"],
    ["\n    x for x in y\n", "create_x($$$all, m=1)", "(x for x in y), m=1"],
    ["\n", "create_x($$$all, m=1)", "m=1"],
  ])("a list over lines keeps its form where others are added: %j by %s", (list, written, expected) => {
    expect(run(`x = get_f().create(${list})`, to(written, "get_f().create($$$all)")).output).toBe(`x = create_x(${expected})`);
  });
  test.each<[string, string, string, string]>([
    ["\n    1,  # one\n    y,  # the y\n    2,\n    k=3,\n", "$a, $b, $$$all", "$a, $$$all", "\n    1,  # one\n    2,\n    k=3,\n"],
    ["\n    # the y\n    b=y,\n    k=3,\n", "$$$all, b=$b", "$$$all", "\n    # the y\n    k=3,\n"],
    ["\n    1,\n    y\n", "$a, $b", "$a", "\n    1\n"],
    ["1,\n                   y", "$a, $b", "$a", "1"],
    ["1, y,\n                   2", "$a, $b, $c", "$a, $c", "1,\n                   2"],
    ["\n    (1),\n    (y), z,\n    get_f().create(1, y, 3),\n", "$a, $b, $$$all", "$a, $$$all", "\n    (1),\n    z,\n    create_x(1, 3),\n"],
    ["\n    y,\n", "$a", "", ""],
  ])("a list over lines keeps its form where one is left out: %j by %s to %s", (list, from, written, expected) => {
    expect(run(`x = get_f().create(${list})`, to(`create_x(${written})`, `get_f().create(${from})`)).output).toBe(`x = create_x(${expected})`);
  });
  test("what is left out has no effects", () => {
    expect(run("x = get_f().create(\n    1,\n    y(),\n)", to("create_x($a)")).reasons).toEqual(["$b has side effects and would be dropped"]);
  });
  test("names that change and arguments that are added go together", () => {
    expect(run("x = get_f().create(\n    1,  # one\n    2,\n)", to("create_x($a, b=$b, m=1)")).output).toBe("x = create_x(\n    1,  # one\n    b=2,\n    m=1,\n)");
    const bound: Setting = { ...to("create_x($c, $$$all)", "get_f().create($$$all)"), bind: { c: ["c.d"] } };
    expect(run("c = 1\nx = get_f().create(\n    1,\n)", bound).output).toBe("c = 1\nx = create_x(\n    c.d,\n    1,\n)");
    expect(run("x = get_f().create(\n    1,\n    m=2,\n)", to("create_x($$$all, m=1)", "get_f().create($$$all)")).reasons).toEqual(["m would be given twice"]);
    expect(run("x = get_f().create(\n    1,\n    k=2,\n)", to("create_x($$$all, 1)", "get_f().create($$$all)")).reasons).toEqual(["a keyword argument of $$$all would stand before others"]);
  });
  test("a line is not broken outside of brackets", () => {
    expect(run("x = get_f().create(a\n    .b, 2)", to("$a.create(create_x, $b)")).output).toBe("x = (a\n    .b).create(create_x, 2)");
    expect(run("x = get_f().create(a\n    .b, 2)", to("create_x[$a]($b)")).output).toBe("x = create_x[a\n    .b](2)");
    expect(run("x = get_f().create(1, 2)", to("create_x($a)\n.then($b)")).output).toBe("x = (create_x(1)\n.then(2))");
    expect(run("if get_f().create('''a\n''', 2): pass", to("$a + create_x($b)")).output).toBe("if ('''a\n''') + create_x(2): pass");
  });
});

describe("comments", () => {
  test("in the replaced call survive, behind its parenthesis", () => {
    expect(run("x = (\n    get_f()  # the old way\n    .create(1, 2)\n)").output).toBe("x = (\n    create_x(  # the old way\n        1, 2)\n)");
    expect(run("x = get_f(\n    # none\n).create(\n    # one\n    1,\n    2,  # two\n)").output).toBe("x = create_x(  # none\n    # one\n    1,\n    2,  # two\n)");
    expect(run("\tx = get_f().create(1,  # one\n\t\t2)".replace(/^/, "if y:\n"), to("create_x($b, $a)")).output).toBe("if y:\n\tx = create_x(  # one\n\t\t2, 1)");
  });
  test("without a parenthesis to stand in, nothing is changed", () => {
    expect(run("x = get_f(  # old\n).create(1, 2)", to("create_x[$a, $b]")).reasons).toEqual(["a comment has no place in the new code"]);
  });
  test("with Windows line ends", () => {
    expect(run("x = (get_f()  # old\r\n    .create(1, 2))\r\n").output).toBe("x = (create_x(  # old\r\n    1, 2))\r\n");
  });
});

describe("strings", () => {
  test("are written with the file's quotes", () => {
    expect(run("a = 'b'\nget_f().create('x', 2)", to('create_x($a, $b, mode="fast", sep="\'")')).output).toBe("a = 'b'\ncreate_x('x', 2, mode='fast', sep=\"'\")");
    expect(run('a = "b"\nget_f().create(1, 2)', to("create_x($a, $b, r'x', b'y')")).output).toBe('a = "b"\ncreate_x(1, 2, r"x", b"y")');
  });
  test("a $ in a string is a $", () => {
    expect(run("get_f('$a')", to("create_x('costs $a')", "get_f('$a')")).output).toBe("create_x('costs $a')");
    expect(run("get_f('a')", to("create_x('costs $a')", "get_f('$a')")).output).toBe("get_f('a')");
  });
  test("prefixes stay", () => {
    expect(run("get_f().create(rb'\\x', f'{a}')").output).toBe("create_x(rb'\\x', f'{a}')");
  });
});

describe("in an f-string", () => {
  const quoted = to("create_x($a, $b, mode='fast')");
  test.each([
    ["f\"{get_f().create(1, 2)}\"", "f\"{create_x(1, 2, mode='fast')}\""],
    ["f'{get_f().create(1, 2)!r:>{w}}'", "f'{create_x(1, 2, mode=\"fast\")!r:>{w}}'"],
    ["f'''{get_f().create(\"a\", 2)}'''", "f'''{create_x(\"a\", 2, mode=\"fast\")}'''"],
    ["f'{x:{get_f().create(1, 2)}}'", "f'{x:{create_x(1, 2, mode=\"fast\")}}'"],
  ])("quotes do not clash: %s", (before, after) => {
    expect(run(before, quoted)).toMatchObject({ output: after, reasons: [] });
  });
  test("where no quotes are left, nothing is changed", () => {
    const text = "f\"{f'{get_f().create(1, 2)}'}\"";
    expect(run(text, quoted)).toMatchObject({ output: text, reasons: ["before Python 3.12 the new code could not stand in this f-string"] });
  });
  test("what comes from elsewhere", () => {
    const one = to("create_x($k, $a)", "get_f($k).create($a)");
    expect(run("def g():\n    h = get_f('k')\n    return f\"{h.create(1)}\"", one).reasons).toEqual(["before Python 3.12 the new code could not stand in this f-string"]);
    expect(run("def g(n):\n    return f\"{get_f(1).create(n)}\"", { rewrites: [{ from: "get_f(1).create($a)", to: "create_x($k, $a)" }], bind: { k: ["n['k']"] } }).reasons).toEqual(["before Python 3.12 the new code could not stand in this f-string"]);
  });
  test("of the rewrite itself", () => {
    const own = to("f'{create_x($a)} {$b!r}'");
    const no = "the code could not stand in the f-string of the rewrite";
    expect(run("x = \"y\", \"z\", get_f().create(a, b.c)", own).output).toBe("x = \"y\", \"z\", f'{create_x(a)} {b.c!r}'");
    for (const code of ["get_f().create('a', 2)", "get_f().create(1, {2: 3})", "get_f().create(d[\"k\"], 2)", "get_f().create(a\n, b\n.c)"]) expect(run(code, own).reasons).toEqual([no]);
    expect(run("x = 'y'; get_f().create(1, 2)", to("f'{create_x($a, \"m\")} {$b}'")).output).toBe("x = 'y'; f'{create_x(1, \"m\")} {2}'");
    expect(run("f'{get_f().create(1, 2)}'", own).reasons).toEqual(["before Python 3.12 the new code could not stand in this f-string"]);
  });
  test("parentheses keep colons and braces apart", () => {
    expect(run("f'{get_f().create(1, 2)}'", to("lambda: create_x($a, $b)")).output).toBe("f'{(lambda: create_x(1, 2))}'");
    expect(run("f'{get_f().create(1, 2)}'", to("{1: create_x($a, $b)}")).output).toBe("f'{ {1: create_x(1, 2)}}'");
  });
  test("one that shows its own code", () => {
    expect(run("f'{get_f().create(1, 2)=}'").reasons).toEqual(["the f-string shows the code itself"]);
    expect(run("f'{[get_f().create(1, 2)][0] = !r}'").reasons).toEqual(["the f-string shows the code itself"]);
    expect(run("f'{get_f().create(1, 2) == 3} = {h(get_f().create(1, 2), a=1)}'").reasons).toEqual([]);
  });
});

describe("the rest of the file", () => {
  test("emoji before the site, tabs, form feeds, no final newline", () => {
    expect(run("s = '😀'; x = get_f().create('😀', 2)\f").output).toBe("s = '😀'; x = create_x('😀', 2)\f");
    expect(run("if x:\n\ty = get_f().create(1, 2); z = 3").output).toBe("if x:\n\ty = create_x(1, 2); z = 3");
  });
  test("a dotted canonical symbol", () => {
    expect(run("get_f().create(1, 2)", { local: "ws.create_x" }).output).toBe("ws.create_x(1, 2)");
  });
  test("very deep nesting", () => {
    for (const text of [`1${" + 1".repeat(20_000)}`, `${"(".repeat(50)}1${")".repeat(50)}`])
      expect(run(`x = get_f().create(${text}, 2)`).output).toBe(`x = create_x(${text}, 2)`);
  });
});
