/**
 * `npm run demo`: lints the projects under `examples/` with the built plugin, mends them in a copy, and shows what came
 * of it. Nothing in `examples/` is changed.
 *
 * `npm run demo -- src/routes/chat.ts …` is about the files named alone.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ESLint } from "eslint";
import { mendOf, showFile } from "./demo/findings.ts";
import type { Mend } from "./demo/findings.ts";
import { coloured, count, heading, paint } from "./demo/paint.ts";
import { compile, copyExample, diff, exampleNames, lint, root } from "./demo/project.ts";

const only = process.argv.slice(2);
const print = (...lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

function showResults(folder: string, results: readonly ESLint.LintResult[]): void {
  for (const result of results)
    print(...showFile(path.relative(folder, result.filePath), result, readFileSync(result.filePath, "utf8").replace(/^\uFEFF/, "")));
}

function tally(results: readonly ESLint.LintResult[]): Record<Mend, number> & { all: number; files: number } {
  const mends = results.flatMap(({ messages }) => messages.map(mendOf));
  const of = (mend: Mend): number => mends.filter((each) => each === mend).length;
  return {
    all: mends.length,
    files: results.filter(({ messages }) => messages.length > 0).length,
    automatic: of("automatic"),
    suggestion: of("suggestion"),
    report: of("report"),
  };
}

async function show(name: string, copies: string): Promise<boolean> {
  const original = path.join(root, "examples", name);
  const before = path.join(copies, "before");
  const after = path.join(copies, "after");
  copyExample(name, before);
  copyExample(name, after);

  print(heading(`1. What ESLint finds in examples/${name}`));
  const found = await lint(original, only, false);
  showResults(original, found);

  print(heading("2. What eslint --fix changes, in a copy"));
  await lint(after, only, true);
  const once = diff(copies, "before", "after", false);
  // While others still take a re-export it stays; when the first run has sent them elsewhere, it goes.
  await lint(after, only, true);
  print(diff(copies, "before", "after", coloured), "");
  if (diff(copies, "before", "after", false) !== once) print("(In two runs: the second one removes exports that nobody takes any more.)", "");

  print(heading("3. What is left to people, and why"));
  const left = await lint(after, only, false);
  showResults(after, left);

  print(heading("4. In short"));
  const first = tally(found);
  const last = tally(left);
  print(`${paint("bold", count(first.all, "finding"))} in ${count(first.files, "file")}: ${String(first.all - last.all)} fixed automatically.`);
  print(`${paint("bold", `${String(last.all)} left`)}: ${count(last.suggestion, "suggestion")}, ${count(last.report, "report")}.`);
  if (last.automatic > 0) print(paint("red", `${count(last.automatic, "finding")} should have been fixed, and was not.`));

  const state = diff(copies, "before", "after", false);
  await lint(after, only, true);
  const isStable = diff(copies, "before", "after", false) === state;
  print(isStable ? "One more run of --fix changes nothing." : paint("red", "One more run of --fix changes the files again."));
  const errors = { before: compile(before), after: compile(after) };
  print(`TypeScript before: ${verdict(errors.before)}`, `TypeScript after:  ${verdict(errors.after)}`);
  return isStable && last.automatic === 0 && errors.before === "" && errors.after === "";
}

function verdict(errors: string): string {
  return errors === "" ? paint("green", "compiles") : `${paint("red", "does not compile")}\n${errors}`;
}

const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), "ssot-demo-")));
process.on("exit", () => {
  rmSync(temporary, { recursive: true, force: true });
});
// `npm run demo | head`: whoever reads has seen enough.
process.stdout.on("error", () => process.exit(0));

const names = exampleNames(only);
if (names.length === 0) throw new Error(`No project under examples/ has ${only.join(" and ")}`);
for (const name of names) {
  const copies = path.join(temporary, name);
  mkdirSync(copies);
  if (!(await show(name, copies))) process.exitCode = 1;
}
