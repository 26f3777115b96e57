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
