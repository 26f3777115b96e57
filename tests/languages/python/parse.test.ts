import { describe, expect, test } from "vitest";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { walk } from "../../../src/languages/python/tree/walk.ts";
import { majors, block } from "./kit.ts";

const odd = {
  "20,000 parentheses": `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n`,
  "20,000 brackets, unclosed": `x = ${"[".repeat(20_000)}\n`,
  "20,000 times not": `x = ${"not ".repeat(20_000)}1\n`,
  "20,000 lambdas": `x = ${"lambda: ".repeat(20_000)}1\n`,
  "a sum of 50,000 strings": `x = ${"'abc' + ".repeat(50_000)}'d'\n`,
  "a chain of 20,000 calls": `x = a${".b(1)[2]".repeat(20_000)}\n`,
  "20,000 assignments in one": `${"a = ".repeat(20_000)}1\n`,
  "2,000 elifs": `if a: pass\n${"elif a: pass\n".repeat(2000)}`,
  "90 blocks in each other": Array.from({ length: 90 }, (_, depth) => `${" ".repeat(depth)}if a:\n`).join("") + `${" ".repeat(90)}pass\n`,
  "500 kB of comments": "# a comment, of no great interest\n".repeat(15_000),
  "one comment of 1 MB": `# ${"x ".repeat(500_000)}\n`,
  "one line of 1 MB": `x = [${"1234567, ".repeat(116_000)}]\n`,
  "one string of 1 MB": `x = "${"a\\n".repeat(333_000)}"\n`,
  "1 MB of f-strings": `x = f"${"{a}b".repeat(250_000)}"\n`,
  "1 MB of spaces": `x = 1${" ".repeat(1_000_000)}\n`,
  "1 MB of empty lines": "\n".repeat(1_000_000),
  "1 MB of backslashes": `x = 1 ${"\\\n".repeat(500_000)}\n`,
  "100,000 semicolons": `${"a;".repeat(100_000)}\n`,
  "100,000 names in an import": `from a import (${"b,\n".repeat(100_000)})\n`,
  "an unclosed docstring of 1 MB": `"""${"text\n".repeat(200_000)}`,
  "1 MB of quotes": `${"'".repeat(1_000_000)}\n`,
  "1 MB of nulls": "\0".repeat(1_000_000),
};

/** Milliseconds of the processor, since the machine may be busy. */
function spent(work: () => void): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** Four times the aim, for the code may be cold, and its garbage is counted too. What is quadratic takes far longer. */
const budget = (text: string): number => Math.max(1500, (4 * text.length) / 1024);

describe.each(Object.entries(odd))("%s", (_name, text) => {
  test("is read, or refused, in time", () => {
    const elapsed = spent(() => {
      const parsed = parsePython(text);
      let steps = 0;
      if (parsed.ok) for (const { phase } of walk(parsed.ast)) steps += phase;
      expect(parsed.ok ? steps : parsed.message).toBeTruthy();
    });
    expect(elapsed).toBeLessThan(budget(text));
  });

  test.each(majors)("neither overflows nor stalls ESLint %s", (_major, Linter) => {
    const elapsed = spent(() => {
      const messages = new Linter({ configType: "flat" }).verify(text, block({ rules: {} }), "app.py");
      expect(messages.filter(({ fatal }) => !fatal)).toEqual([]);
      expect(messages.length).toBeLessThanOrEqual(1);
    });
    expect(elapsed).toBeLessThan(budget(text));
  });
});

test("where an expression is nested too deeply, it is told", () => {
  const text = `import a\nx = ${"(".repeat(20_000)}\n`;
  expect(parsePython(text)).toMatchObject({ ok: false, message: "Expression is nested too deeply to be read", position: { line: 2 } });
});

test("nesting as deep as CPython allows is read", () => {
  expect(parsePython(`x = ${"(".repeat(200)}1${")".repeat(200)}\n`).ok).toBe(true);
});

test("comments are those of the file, with their places", () => {
  const text = '#!/bin/python\nx = "# none"  # a\r\nf(  # b\n  1) # c';
  const parsed = parsePython(text);
  expect(parsed.ok && parsed.comments().map(({ value, range, loc }) => [value, text.slice(...range), `${String(loc.start.line)}:${String(loc.start.column)}`])).toEqual([
    ["!/bin/python", "#!/bin/python", "1:0"],
    [" a", "# a", "2:14"],
    [" b", "# b", "3:4"],
    [" c", "# c", "4:5"],
  ]);
});

describe("what pyright's parser lets pass, and Python's does not", () => {
  test.each<[string, number, string]>([
    ["os.chmod(path, 0755)", 15, "Leading zeros are not permitted in decimal numbers; octal ones begin with 0o"],
    ["x = 08", 4, "Leading zeros are not permitted in decimal numbers; octal ones begin with 0o"],
    ["f() = 1", 0, "Cannot assign to this expression"],
    ["x = 5 = y", 4, "Cannot assign to this expression"],
    ["(a, [b, 1]) = c", 8, "Cannot assign to this expression"],
    ["None = 1", 0, "Cannot assign to this expression"],
    ["a, b += 1", 0, "Cannot assign to this expression"],
    ["for a() in b: pass", 4, "Cannot assign to this expression"],
    ["[1 for 2 in x]", 7, "Cannot assign to this expression"],
    ["with a as 5: pass", 10, "Cannot assign to this expression"],
    ["del a, f()", 7, "Cannot delete this expression"],
    ["del *a", 4, "Cannot delete this expression"],
    ["a, b: int = 1", 0, "Cannot annotate this expression"],
    ["a() = 1; b() = 2", 0, "Cannot assign to this expression"],
  ])("%s", (text, column, message) => {
    expect(parsePython(`import a\n${text}\n`)).toMatchObject({ ok: false, message, position: { line: 2, column } });
  });

  test.each([
    "00 + 0_0 + 0 + 0.5 + 01.5 + 01e5 + 07j + 0o7",
    "a = b.c = d[0] = (e) = (f, [g, *h]) = i",
    "a: int; b.c: int = 1; d[0]: int; (e): int = 2",
    "a.b += 1; (c) += 1; d[0] -= 1",
    "for a, (b.c, *d) in e: pass",
    "for x, in y: pass",
    "for [] in y: () = z",
    "with a as (b, c.d), e as f[0]: del (b, [c.d]), f[0]",
    "a = 1  # type: int",
    "a, b = c  # type: int, int",
  ])("%s is right", (text) => {
    expect(parsePython(`${text}\n`)).toMatchObject({ ok: true });
  });
});
