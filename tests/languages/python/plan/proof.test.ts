import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit } from "../../../../src/languages/adapter.ts";
import { applyEdits } from "../../../../src/languages/compose.ts";
import { parsePython } from "../../../../src/languages/python/parse.ts";
import { changedStatements } from "../../../../src/languages/python/plan/proof.ts";
import { programs } from "./programs.ts";

const text = `"""Doc."""
import a

@decorated
def f():
    return a
b = f(); c = b
if b:
    pass
# the end
`;

function partsOf(...edits: readonly TextEdit[]): readonly string[] {
  const parsed = parsePython(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return [...changedStatements(text, parsed.ast, edits)];
}

const at = (old: string, by: string): TextEdit => {
  const start = text.indexOf(old);
  return { span: [start, start + old.length], text: by };
};

test("only the statements that change are parsed, side by side as one", () => {
  expect(partsOf(at("import a", "import x"), at("return a", "return x"))).toEqual(["import x\n\n@decorated\ndef f():\n    return x\npass\n"]);
  expect(partsOf(at("import a", "import x"), at("f();", "g();"))).toEqual(["import x\n\npass\n", "b = g(); c = b\npass\n"]);
  expect(partsOf(at("pass", "..."))).toEqual(["if b:\n    ...\n# the end\n"]);
  expect(partsOf(at("import a\n\n", ""))).toEqual(["@decorated\ndef f():\n    return a\npass\n"]);
  expect(partsOf()).toEqual([]);
});

const tokens = fc.constantFrom("", "", "x", "(", ")", "[", '"""', "'", "\\\n", "\n", "    ", "\n    ", ":", "if 1:\n", "@", "#", "; y", "pass", "else:\n    pass\n", "import ");

test("where all of them parse, the file does", () => {
  let [good, bad] = [0, 0];
  fc.assert(
    fc.property(programs, fc.array(fc.tuple(fc.nat(2000), fc.nat(12), tokens), { minLength: 1, maxLength: 3 }), (program, wishes) => {
      const parsed = parsePython(program);
      if (!parsed.ok) throw new Error(parsed.message);
      let done = 0;
      const edits = wishes.map(([start, length, by]) => ({ start: Math.min(start, program.length), length, by })).toSorted((one, other) => one.start - other.start)
        .flatMap(({ start, length, by }): readonly TextEdit[] => {
          if (start < done) return [];
          done = Math.min(program.length, start + length) + 1;
          return [{ span: [start, done - 1], text: by }];
        });
      const doParts = [...changedStatements(program, parsed.ast, edits)].every((part) => parsePython(part).ok);
      const doesWhole = parsePython(applyEdits(program, edits)).ok;
      if (doParts) good++;
      if (doesWhole && !doParts) bad++;
      if (doParts && !doesWhole) throw new Error(`The parts parse, and the whole does not:\n${applyEdits(program, edits)}\n-----\n${[...changedStatements(program, parsed.ast, edits)].join("-----\n")}`);
    }),
    { numRuns: Number(process.env["SSOT_RUNS"] ?? 1500), endOnFailure: true },
  );
  expect(good).toBeGreaterThan(100);
  // The other way round it fails only where two faults make one right.
  expect(bad).toBeLessThan(good / 20);
});
