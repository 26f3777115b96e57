/** Table-driven cases for rules in Python files: sites are marked in the code, in a project on disk. */
import path from "node:path";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import type { rules } from "../../src/rules/index.ts";
import { standingFolder } from "./project-folder.ts";
import { marked } from "./rule-tester.ts";
import type { CaseProject, Data } from "./rule-tester.ts";

/** One file, linted by one rule. */
export interface PythonCase {
  /** What the case shows; the name of the test. */
  readonly name: string;
  /** With every site between `«` and `»`; none: nothing is reported. */
  readonly code: string;
  /** The file's path in the project. Default `acme/app.py`. */
  readonly file?: string;
  readonly phase?: 1 | 2 | 3 | 4;
  /** What the default manifest is replaced by. */
  readonly manifest?: object;
  /** By site; one for all of them where it is not a list. */
  readonly messageId?: string | readonly string[];
  /** Words that the messages have to carry. */
  readonly data?: Data;
  /** The whole file after the fix; absent where that is not what the case is about. */
  readonly output?: string;
}

/** Runs the cases of one rule. */
export function testPythonRule(name: keyof typeof rules, messageId: string, project: CaseProject, cases: readonly PythonCase[]): void {
  const root = standingFolder(project.files);
  describe(`${name} in Python`, () => {
    test.each(cases)("$name", (each) => {
      const { code, places } = marked(each.code);
      const config = {
        files: ["**/*.{py,pyi}"],
        plugins: { ssot: plugin },
        language: "ssot/python",
        settings: { ssot: { manifest: each.manifest ?? project.manifest, root } },
        rules: { [`ssot/${name}`]: ["error", ...(each.phase === undefined ? [] : [{ phase: each.phase }])] },
      } as Linter.Config;
      const filename = path.join(root, each.file ?? "acme/app.py");
      const linter = new Linter({ configType: "flat", cwd: root });
      const found = linter.verify(code, config, { filename });
      const ids = (index: number): string => (typeof each.messageId === "string" ? each.messageId : each.messageId?.[index]) ?? messageId;
      expect(found.map((message) => shown(message, message.messageId ?? message.message))).toEqual(places.map((place, index) => shown(place, ids(index))));
      for (const words of Object.values(each.data ?? {})) for (const { message } of found) expect(message).toContain(words);
      if (each.output !== undefined) expect(linter.verifyAndFix(code, config, { filename }).output).toBe(each.output.replace(/^\uFEFF/u, ""));
    });
  });
}

function shown({ line, column, endLine, endColumn }: Pick<Linter.LintMessage, "line" | "column" | "endLine" | "endColumn">, id: string): string {
  return `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${id}`;
}
