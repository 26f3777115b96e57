/** Python files of the kinds that nobody writes by hand: each grows with one number, and in one direction only. */

/** One kind of odd file. */
export interface OddKind {
  readonly name: string;
  /** How many of what there are in a file of the usual size. */
  readonly size: number;
  /** The text for a size. */
  readonly text: (size: number) => string;
}

const lines = (size: number, line: (index: number) => string): string => Array.from({ length: size }, (_, index) => line(index)).join("\n") + "\n";

const nested = (before: string, middle: string, behind: string) => (size: number): string => `x = ${before.repeat(size)}${middle}${behind.repeat(size)}\n`;

/** Quotes may be used again in the fields of an f-string since 3.12. */
const nestedFormatStrings = (size: number): string => `x = ${'f"{'.repeat(size)}1${'}"'.repeat(size)}\n`;

const deepIndentation = (size: number): string => lines(size, (index) => `${" ".repeat(index)}if x:`) + `${" ".repeat(size)}pass\n`;

/**
 * An ordinary module of some `kB` with every form of statement and expression: what runs for the first time is slow, whatever
 * the file, and is not to be counted as the file's.
 */
export function ordinary(kB: number): string {
  const part = (index: number): string => `
import os, p.m${String(index)}
from m${String(index)} import a, b as c
from .n import (
    d,
    e as f,  # why
)
__all__ = ["a${String(index)}", "b"]
__all__ += ["c"]
type T[X: int] = list[X]
count: "dict[str, 'A']" = {"a": 1, **b}
first = second = größe = (1, [2, 3], {4}, (5, (6, 7))) if a and not b or c < d < e else -1 + 2 * 3 ** 4
text = ("one" 'two' "\\x41\\n") + f"{a!r:>{b}} {c=}" + """three
lines"""
match = lambda x, *y, z=1: (yield x)


@d(1)
@property
def g${String(index)}(self, a: int, /, b: "A | None" = None, *c, d=1, **e) -> "list[A]":
    """Says what it does."""
    global count
    del a, b[0], c.d
    assert a, "why"
    for x, (y, *z) in items[1:2, ::3]:
        if x == 1:
            continue
        elif x == 2:
            break
        elif x == 3:
            pass
        else:
            raise E("x") from None
    while True:
        count += 1
    return [h(x, y=2, *z, **w) for x in xs if x for y in ys] + list(a.b.c().d()[0][1]() for a in {b: c for b in d})


async def h():
    async with (a as b, c(d) as e):
        await f()
    try:
        match (x, 1):
            case {"a": [1, *b], **c} if b:
                pass
            case A(1, b=2) | 3 | "x" as y:
                pass
            case _:
                pass
    except (A, B) as error:
        (z := 1)
    finally:
        print(not a, ~b, a if b else c)


class A${String(index)}(B, metaclass=C):
    a = 1; b = 2  # type: int
    def m(self): return self.a \\
        + 1
`;
  return `from stars import *\n${Array.from({ length: Math.ceil((kB * 1000) / part(0).length) }, (_, index) => part(index)).join("")}`;
}

/** All kinds, those first that CPython refuses to read at their usual size. */
export const oddKinds: readonly OddKind[] = [
  { name: "nested parentheses", size: 20_000, text: nested("(", "1", ")") },
  { name: "nested brackets", size: 20_000, text: nested("[", "1", "]") },
  { name: "nested braces", size: 20_000, text: nested("{1: ", "1", "}") },
  { name: "nested calls", size: 20_000, text: nested("f(", "1", ")") },
  { name: "nested subscripts", size: 20_000, text: nested("a[", "1", "]") },
  { name: "nested f-strings", size: 2_000, text: nestedFormatStrings },
  { name: "unclosed parentheses", size: 20_000, text: (size) => "(".repeat(size) },
  { name: "unclosed calls, a line each", size: 20_000, text: (size) => lines(size, (index) => `f${String(index)}(`) },
  { name: "unclosed strings", size: 20_000, text: (size) => lines(size, () => 'x = "abc') },
  { name: "unclosed triple quotes", size: 1_000_000, text: (size) => `x = """${"a".repeat(size)}` },
  { name: "unclosed f-string fields", size: 20_000, text: (size) => lines(size, () => 'x = f"{') },
  { name: "unopened parentheses", size: 20_000, text: (size) => ")".repeat(size) },
  { name: "statements without an end", size: 20_000, text: (size) => lines(size, (index) => `def f${String(index)}(`) },
  { name: "deep indentation", size: 1_000, text: deepIndentation },
  { name: "unary operators", size: 20_000, text: nested("- ", "1", "") },
  { name: "negations", size: 20_000, text: nested("not ", "1", "") },
  { name: "powers", size: 20_000, text: nested("2 ** ", "1", "") },
  { name: "lambdas", size: 20_000, text: nested("lambda: ", "1", "") },
  { name: "conditional expressions", size: 20_000, text: nested("1 if x else ", "1", "") },
  { name: "awaits", size: 5_000, text: (size) => `async def f():\n    return ${"await ".repeat(size)}x\n` },
  { name: "assignments in a row", size: 20_000, text: (size) => `${"a = ".repeat(size)}1\n` },
  { name: "elif chain", size: 5_000, text: (size) => `if x == -1:\n    pass\n${lines(size, (index) => `elif x == ${String(index)}:\n    f(${String(index)})`)}` },
  { name: "sum", size: 5_000, text: (size) => `x = ${Array.from({ length: size }, (_, index) => `a${String(index)}`).join(" + ")}\n` },
  { name: "sum of numbers", size: 100_000, text: (size) => `x = ${"1+".repeat(size)}1\n` },
  { name: "comparisons", size: 5_000, text: (size) => `x = ${Array.from({ length: size }, (_, index) => `a${String(index)}`).join(" < ")}\n` },
  { name: "and, or", size: 5_000, text: (size) => `x = ${"a and b or ".repeat(size)}c\n` },
  { name: "attributes", size: 20_000, text: (size) => `x = a${".b".repeat(size)}\n` },
  { name: "calls in a row", size: 20_000, text: (size) => `x = f${"()".repeat(size)}\n` },
  { name: "methods in a row", size: 20_000, text: (size) => `x = f${".g()".repeat(size)}\n` },
  { name: "subscripts in a row", size: 20_000, text: (size) => `x = a${"[0]".repeat(size)}\n` },
  { name: "dots of a relative import", size: 100_000, text: (size) => `from ${".".repeat(size)} import a\n` },
  { name: "dotted import", size: 20_000, text: (size) => `import a${".b".repeat(size)}\n` },
  { name: "comments", size: 500_000, text: (size) => lines(Math.ceil(size / 50), (index) => `# ${String(index).padEnd(47, "x")}`) },
  { name: "one comment", size: 1_000_000, text: (size) => `#${"x".repeat(size)}\n` },
  { name: "empty comments", size: 100_000, text: (size) => "#\n".repeat(size) },
  { name: "comments that speak to ESLint", size: 10_000, text: (size) => lines(size, () => "x = 1  # noqa  # eslint-disable-line ssot/no-deprecated-use -- why") },
  { name: "one comment full of hashes", size: 500_000, text: (size) => `# eslint ${"# ".repeat(size / 2)}\n` },
  { name: "one line", size: 1_000_000, text: (size) => `${"x = 1; ".repeat(size / 7)}\n` },
  { name: "blank lines", size: 1_000_000, text: (size) => "\n".repeat(size) },
  { name: "spaces", size: 1_000_000, text: (size) => `${" ".repeat(size)}\n` },
  { name: "form feeds", size: 100_000, text: (size) => "\fx\n".repeat(size) },
  { name: "continued lines", size: 50_000, text: (size) => `x = 1 ${"+ \\\n 1".repeat(size)}\n` },
  { name: "carriage returns", size: 100_000, text: (size) => "x\r".repeat(size) },
  { name: "list of numbers", size: 100_000, text: (size) => `x = [${Array.from({ length: size }, (_, index) => String(index)).join(", ")}]\n` },
  { name: "dict of strings", size: 50_000, text: (size) => `x = {\n${lines(size, (index) => `    "key${String(index)}": ${String(index)},`)}}\n` },
  { name: "tuples of tuples", size: 50_000, text: (size) => `x = (\n${lines(size, () => "    (1, (2, 3)),")})\n` },
  { name: "arguments", size: 50_000, text: (size) => `f(${lines(size, (index) => `a${String(index)}=1,`)})\n` },
  { name: "parameters", size: 20_000, text: (size) => `def f(${lines(size, (index) => `a${String(index)}=1,`)}): pass\n` },
  { name: "comprehension clauses", size: 10_000, text: (size) => `x = [1 ${"for a in b if c ".repeat(size)}]\n` },
  { name: "decorators", size: 2_000, text: (size) => `${lines(size, (index) => `@d${String(index)}(1)`)}def f(): pass\n` },
  { name: "context managers", size: 5_000, text: (size) => `with (${lines(size, (index) => `a${String(index)} as b,`)}): pass\n` },
  { name: "context managers without parentheses", size: 5_000, text: (size) => `with ${Array.from({ length: size }, () => "(a) as b").join(", ")}: pass\n` },
  { name: "handlers", size: 5_000, text: (size) => `try:\n    pass\n${lines(size, (index) => `except E${String(index)} as e:\n    pass`)}` },
  { name: "match cases", size: 5_000, text: (size) => `match x:\n${lines(size, (index) => `    case {"a": [1, *b], **c} if b: f(${String(index)})`)}` },
  { name: "alternatives of a pattern", size: 10_000, text: (size) => `match x:\n    case ${Array.from({ length: size }, (_, index) => String(index)).join(" | ")}: pass\n` },
  { name: "names called match", size: 10_000, text: (size) => lines(size, () => "match (x, 1)\nmatch[a](b)") },
  { name: "escapes", size: 50_000, text: (size) => `x = "${String.raw`\n\x41\u0041\U0001F44D\101`.repeat(size / 5)}"\n` },
  { name: "named escapes", size: 20_000, text: (size) => `x = "${String.raw`\N{BULLET}`.repeat(size)}"\n` },
  { name: "strings side by side", size: 50_000, text: (size) => `x = (${lines(size, () => '"ab"')})\n` },
  { name: "one triple-quoted string", size: 1_000_000, text: (size) => `x = """${"abcdefghi\n".repeat(size / 10)}"""\n` },
  { name: "backslashes", size: 500_000, text: (size) => `x = "${"\\\\".repeat(size / 2)}"\n` },
  { name: "f-string fields", size: 20_000, text: (size) => `x = f"${"{a!r:>{b}} ".repeat(size)}"\n` },
  { name: "f-strings", size: 20_000, text: (size) => lines(size, (index) => `x = f"a{b}{{c}}{d:{e}}{${String(index)}=}"`) },
  { name: "quoted annotations", size: 20_000, text: (size) => lines(size, (index) => `x${String(index)}: "A[B, 'C']" = 1`) },
  { name: "one quoted annotation", size: 20_000, text: (size) => `x: "A[${"B, ".repeat(size)}]"\n` },
  { name: "quotes in quoted annotations", size: 5_000, text: (size) => `x: "A[${"'B', ".repeat(size)}]"\n` },
  { name: "type comments", size: 20_000, text: (size) => lines(size, () => "x = []  # type: list[int]") },
  { name: "functions", size: 20_000, text: (size) => lines(size, (index) => `def f${String(index)}(): pass`) },
  { name: "classes with members", size: 5_000, text: (size) => lines(size, (index) => `class C${String(index)}:\n    a = 1\n    def m(self): return self.a`) },
  { name: "globals", size: 10_000, text: (size) => lines(size, (index) => `def f${String(index)}():\n    global a\n    a = b`) },
  { name: "one name bound often", size: 50_000, text: (size) => lines(size, () => "a = a") },
  { name: "imports", size: 20_000, text: (size) => lines(size, (index) => `from m${String(index % 7)} import a${String(index)}`) },
  { name: "imports of one package", size: 10_000, text: (size) => lines(size, (index) => `import p.m${String(index)}`) + "p.m1.x\n" },
  { name: "star imports", size: 5_000, text: (size) => lines(size, (index) => `from m${String(index)} import *`) },
  { name: "one import list", size: 20_000, text: (size) => `from m import (\n${lines(size, (index) => `    a${String(index)},`)})\n` },
  { name: "entries of __all__", size: 20_000, text: (size) => `__all__ = [\n${lines(size, (index) => `    "a${String(index)}",`)}]\n` },
  { name: "additions to __all__", size: 10_000, text: (size) => lines(size, (index) => `__all__ += ["a${String(index)}"]`) },
  { name: "names beyond ASCII", size: 50_000, text: (size) => lines(size, (index) => `größe${String(index)} = "ß😀"`) },
  { name: "null characters", size: 100_000, text: (size) => "\0".repeat(size) },
  { name: "characters of no token", size: 100_000, text: (size) => "$?!".repeat(size / 3) },
];
