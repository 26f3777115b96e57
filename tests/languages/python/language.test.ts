import { builtinRules } from "eslint/use-at-your-own-risk";
import { builtinRules as builtinRules9 } from "eslint9/use-at-your-own-risk";
import { type ESLint, RuleTester } from "eslint";
import { describe, expect, it, test } from "vitest";
import { projectFolder } from "../../kit/project-folder.ts";
import { pythonLanguage } from "../../../src/languages/python/language.ts";
import { isPythonFile } from "../../../src/languages/python/source-code.ts";
import { block, eslintOf, majors, shown } from "./kit.ts";

describe.each(majors)("ESLint %s", (major, Linter) => {
  const lint = (text: string, more: object = {}, file = "app.py"): readonly string[] => shown(new Linter({ configType: "flat" }).verify(text, block(more), file));
  const fix = (text: string, more: object = {}): string => new Linter({ configType: "flat" }).verifyAndFix(text, block(more), "app.py").output;

  test.each([
    ["a plain file", "old()\n", ["1:1-1:4 No old."]],
    ["a byte order mark counts for nothing", "\uFEFFold()\n", ["1:1-1:4 No old."]],
    ["CRLF", "a = 1\r\nold()\r\n", ["2:1-2:4 No old."]],
    ["CR alone", "a = 1\rold()\r", ["2:1-2:4 No old."]],
    ["a form feed is a space", "a = 1\n\fold()\n", ["2:2-2:5 No old."]],
    ["a form feed within a line breaks none", "a = 1 \f + old\n", ["1:11-1:14 No old."]],
    ["a line separator breaks none", 'a = "\u2028"; old()\n', ["1:10-1:13 No old."]],
    ["tabs", "if a:\n\told()\n", ["2:2-2:5 No old."]],
    ["an emoji is two units", 'a = "👍"; old()\n', ["1:11-1:14 No old."]],
    ["no final line break", "old", ["1:1-1:4 No old."]],
    ["an encoding cookie", "# -*- coding: latin-1 -*-\nold()\n", ["2:1-2:4 No old."]],
    ["parentheses are no part of a name", "(  (old) )\n", ["1:5-1:8 No old."]],
    ["an attribute, a keyword, a parameter are no variables", "x.old; f(old=1)\ndef g(old): pass\n", []],
    ["inside an f-string", 'f"{old!r:>{old}} {{old}}"\n', ["1:4-1:7 No old.", "1:12-1:15 No old."]],
    ["a backslash joins lines", "a = 1 + \\\n  old\n", ["2:3-2:6 No old."]],
    ["several on a line", "old; old\n", ["1:1-1:4 No old.", "1:6-1:9 No old."]],
    ["an identifier is compared in normal form", "ｏｌｄ()\n", ["1:1-1:4 No old."]],
    ["an empty file", "", []],
  ])("%s", (_name, text, expected) => {
    expect(lint(text)).toEqual(expected);
  });

  test("stubs may use what their Python has not", () => {
    expect(lint("def f(a: old = ...) -> None: ...\n", {}, "app.pyi")).toEqual(["1:10-1:13 No old."]);
  });

  test.each([
    ["a statement that is none", "import a\nimport\nold()\n", "2:7 Parsing error: Expected module name"],
    ["Python 2's print", "import os\nprint 'x', old\n", "2:7 Parsing error: Statements must be separated by newlines or semicolons"],
    ["Python 2's raise", "if a:\n    raise E, 'x'\n", "2:12 Parsing error: Statements must be separated by newlines or semicolons"],
    ["Python 2's except", "try:\n  pass\nexcept A, e as b:\n  pass\n", expect.stringMatching(/^3:\d+ Parsing error: /)],
    ["Python 2's backticks", "\uFEFFa = 1\r\nb = `a`\r\n", expect.stringMatching(/^2:5 Parsing error: /)],
    ["an unclosed parenthesis", "f(\n  1,\n", expect.stringMatching(/^1:2 Parsing error: /)],
    ["an unclosed string", 'a = 1\nb = "x\n', "2:5 Parsing error: String literal is unterminated"],
    ["tabs and spaces at odds", "if 1:\n\tx=1\n        y=2\n", expect.stringMatching(/^3:1 Parsing error: /)],
    ["an indent out of nowhere", "a = 1\n    b = 2\n", expect.stringMatching(/^2:\d+ Parsing error: Unindent not expected|^2:1 Parsing error: Unexpected indent/)],
    ["a conflict's marks", "<<<<<<< HEAD\nold()\n", expect.stringMatching(/^1:1 Parsing error: /)],
    ["binary", "\0\0\x01", expect.stringMatching(/^1:1 Parsing error: /)],
  ])("%s does not parse: one fatal message", (_name, text, expected) => {
    expect(lint(text)).toEqual([expected]);
  });

  test.each([
    ["on the same line", "old()  # eslint-disable-line ssot/no-name -- why\n", []],
    ["behind another tool's", "old()  # noqa: F401  # eslint-disable-line ssot/no-name\n", []],
    ["above", "# eslint-disable-next-line ssot/no-name\nold()\nold()\n", ["3:1-3:4 No old."]],
    ["above, under CRLF and a byte order mark", "\uFEFF# eslint-disable-next-line\r\nold()\r\nold()\r\n", ["3:1-3:4 No old."]],
    ["for a stretch", "# eslint-disable ssot/no-name\nold()\n# eslint-enable ssot/no-name\nold()\n", ["4:1-4:4 No old."]],
    ["of another rule", "old()  # eslint-disable-line no-undef\n", ["1:1-1:4 No old.", "1:8 Unused eslint-disable directive (no problems were reported from 'no-undef')."]],
    ["that is unused", "a = 1\nb = 1  # eslint-disable-line ssot/no-name\n", ["2:8 Unused eslint-disable directive (no problems were reported from 'ssot/no-name')."]],
    ["in a string is none", 'a = "# eslint-disable-line"; old()\n', ["1:30-1:33 No old."]],
    ["in a docstring is none", '"""\n# eslint-disable ssot/no-name\n"""\nold()\n', ["4:1-4:4 No old."]],
    ["configuration", '# eslint ssot/no-name: ["error", { name: "older" }]\nold(); older()\n', ["2:8-2:13 No older."]],
    ["configuration that is none", "# eslint ssot/no-name: [\na = 1\n", [expect.stringMatching(/^1:1-1:25 Failed to parse JSON/)]],
  ])("a comment %s", (_name, text, expected) => {
    expect(lint(text, { linterOptions: { reportUnusedDisableDirectives: "warn" } })).toEqual(expected);
  });

  test("an unused directive is removed by --fix, and so is one of its rules", () => {
    const more = { linterOptions: { reportUnusedDisableDirectives: "warn" } };
    expect(fix("a = 1  # eslint-disable-line ssot/no-name\n", more)).toBe("a = 1   \n");
    expect(fix("old()  # eslint-disable-line no-undef, ssot/no-name\n", more)).toBe("old()  # eslint-disable-line ssot/no-name\n");
  });

  test("a fix keeps byte order mark, line endings and emoji", () => {
    const more = { rules: { "ssot/no-name": ["error", { to: "new" }] } };
    expect(fix('\uFEFF"👍"; old(\r\n  old)  # old 👍\r\n', more)).toBe('\uFEFF"👍"; new(\r\n  new)  # old 👍\r\n');
  });

  test("options that are meant for JavaScript are let be", () => {
    const languageOptions = { ecmaVersion: 2020, sourceType: "script", globals: { a: "readonly" }, parserOptions: { project: true } };
    expect(lint("old()\n", { languageOptions })).toEqual(["1:1-1:4 No old."]);
  });

  describe("the names to parse for", () => {
    const named = (ssotNames: unknown, text: string): readonly string[] => lint(text, { languageOptions: { ssotNames } });

    it.each([
      [["old"], "old()\n", 1],
      [["getX"], "old()\n", 0],
      ["old|older", "old()\n", 1],
      ["\\bolder\\b", "old()\n", 0],
      [[], "old()\n", 0],
      [["a.b", "$x"], "old()  # acb\n", 0],
      [["a/b", "c-d", "o(l)d[", "old"], "old()\n", 1],
      [["old"], "ｏｌｄ()\n", 1],
      [undefined, "old()\n", 1],
    ])("%j on %j", (names, text, count) => {
      expect(named(names, text)).toHaveLength(count);
    });

    it("an expression that is none is an error of the configuration", () => {
      expect(() => named("(", "old()\n")).toThrow(/languageOptions.*Invalid regular expression/s);
    });

    it("a file that names none may be broken; one that does may not", () => {
      expect(named(["getX"], "import\n")).toEqual([]);
      expect(named(["getX"], "import\ngetX\n")).toHaveLength(1);
    });

    it("a rule is told whether the file was parsed", () => {
      const told: unknown[] = [];
      const create = ({ sourceCode }: { sourceCode: object }): Record<string, never> => {
        told.push(isPythonFile(sourceCode) && sourceCode.isParsed);
        return {};
      };
      const plugins = { ssot: { languages: { python: pythonLanguage }, rules: { tell: { create } } } };
      const rules = { "ssot/tell": "error" } as const;
      const config = block({ plugins, rules, languageOptions: { ssotNames: ["old"] } });
      for (const text of ["old()\n", "new()\n", "# old\n"]) new Linter({ configType: "flat" }).verify(text, config, "app.py");
      new Linter({ configType: "flat" }).verify("a", { files: ["**/*.js"], plugins: { ssot: { rules: { tell: { create } } } }, rules }, "app.js");
      expect(told).toEqual([true, false, true, false]);
    });

    it("a directive is always read", () => {
      const unused = lint("a = 1  # eslint-disable-line\n", { languageOptions: { ssotNames: ["getX"] }, linterOptions: { reportUnusedDisableDirectives: "warn" } });
      expect(unused).toHaveLength(1);
    });
  });

  test("no rule of ESLint's own crashes on Python", () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else lists them
    const builtin = major === "10" ? builtinRules : builtinRules9;
    const rules = Object.fromEntries([...builtin.keys()].map((name) => [name, "error"]));
    const text = '#!/usr/bin/env python\nimport os\n\n\nclass A(B, metaclass=C):\n\t"""Doc."""\n\tdef f(self, *args: int, **kw) -> str:\n\t\treturn f"{self.x}" if args else lambda: (yield 1)  # TODO\n';
    const found = new Linter({ configType: "flat" }).verify(text, [{ ...block({ rules }), linterOptions: { reportUnusedDisableDirectives: "off" } }], "app.py");
    expect(found.filter(({ fatal }) => fatal)).toEqual([]);
  });

  test("the ESLint class: caches, suggests, and reports a broken file beside good ones", async () => {
    const cwd = projectFolder({ "a.py": "old()\n", "b.py": "print 1\n", "c/__init__.pyi": "x: old\n" });
    const options: ESLint.Options = { cwd, overrideConfigFile: true, overrideConfig: [block({ rules: { "ssot/no-name": ["error", { to: "new", suggest: true }] } })], cache: true, cacheLocation: `${cwd}/.cache` };
    const first = await eslintOf(major, options).lintFiles(["."]);
    expect(first.map(({ messages }) => shown(messages))).toEqual([
      ["1:1-1:4 No old."],
      ["1:7 Parsing error: Statements must be separated by newlines or semicolons"],
      ["1:4-1:7 No old."],
    ]);
    expect(first[0]?.messages[0]?.suggestions).toMatchObject([{ fix: { range: [0, 3], text: "new" } }]);
    expect((await eslintOf(major, options).lintFiles(["."])).map(({ messages }) => messages.length)).toEqual([1, 1, 1]);
  });
});

describe("RuleTester", () => {
  RuleTester.describe = describe;
  RuleTester.it = it;
  const { plugins, language } = block();
  const rule = plugins?.["ssot"]?.rules?.["no-name"];
  if (!rule) throw new Error("no rule");
  new RuleTester({ plugins, language } as never).run("no-name", rule, {
    valid: [{ code: "new()\n", filename: "a.py" }],
    invalid: [{ code: "old()\n", filename: "a.py", options: [{ to: "new" }], output: "new()\n", errors: [{ message: "No old.", line: 1, column: 1, endLine: 1, endColumn: 4 }] }],
  });
});
