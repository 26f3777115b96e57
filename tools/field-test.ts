/**
 * Lints a real repository with the built plugin and one manifest, fixes it, and says what came of it:
 *
 *   npm run build
 *   npx tsx tools/field-test.ts CHECKOUT MANIFEST --check "npx tsc --noEmit -p tsconfig.json --pretty false"
 *
 *   --baseline FILE              the type check's output before, where it is known already
 *   --folder src --folder test   what is linted; default the whole checkout
 *   --count tsconfig.json        compares the sites with an independent count by TypeScript's compiler API
 *   --python python3             compares the sites with an independent count by this CPython, and compiles all before and after
 *   --plugin DIR                 a built copy of the plugin; default this one's
 *   --sample 50                  so many reports and hunks, spread evenly, into OUT/reports.txt and OUT/hunks.diff
 *   --out DIR                    where reports and diffs are left; default a folder beside the system's temporary files
 *   --keep                       leaves the fixes in the checkout
 *
 * The checkout has to be a git work tree without changes, and is restored afterwards. Nothing is read from the network.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { countSites } from "./field-test/count.ts";
import type { Counted } from "./field-test/count.ts";
import { compileErrors, countPythonSites } from "./field-test/python.ts";
import { errorsOf, hunksOf, minus, sample, shares, sitesOf, unparsed } from "./field-test/report.ts";
import type { LintedFile } from "./field-test/report.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "string" },
    baseline: { type: "string" },
    folder: { type: "string", multiple: true, default: ["."] },
    count: { type: "string" },
    python: { type: "string" },
    plugin: { type: "string", default: path.resolve(import.meta.dirname, "..") },
    sample: { type: "string", default: "50" },
    out: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const [checkoutArgument, manifestArgument] = positionals;
if (checkoutArgument === undefined || manifestArgument === undefined) throw new Error("Usage: field-test.ts CHECKOUT MANIFEST [--check COMMAND]");
const checkout = path.resolve(checkoutArgument);
const manifest = path.resolve(manifestArgument);
const out = path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), "ssot-field-")));
mkdirSync(out, { recursive: true });

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: checkout, encoding: "utf8", maxBuffer: 1 << 30 });
}

if (git("diff", "--stat") !== "") throw new Error(`${checkout} has changes; this would lose them`);

/** Only our preset: what the project itself would lint is no matter here. */
const config = path.join(out, "eslint.config.mjs");
writeFileSync(
  config,
  `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ssot from ${JSON.stringify(path.join(values.plugin, "dist/index.js"))};
const { parse } = createRequire(${JSON.stringify(path.join(values.plugin, "package.json"))})("jsonc-parser");
const manifest = parse(readFileSync(${JSON.stringify(manifest)}, "utf8"), [], { allowTrailingComma: true });
export default [
  ...ssot.configs.recommended,
  { settings: { ssot: { manifest, root: ${JSON.stringify(checkout)} } } },
  { linterOptions: { reportUnusedDisableDirectives: "off" } },
];
`,
);

/** ESLint's own JSON has a file's whole edit in each of its reports: of a big file with hundreds, more than a string can hold. */
const formatter = path.join(out, "format.mjs");
writeFileSync(formatter, 'export default (results) => JSON.stringify(results, (key, value) => (key === "fix" && value ? {} : key === "output" ? undefined : value));\n');

function lint(name: string, ...options: readonly string[]): { readonly files: readonly LintedFile[]; readonly seconds: number } {
  const result = path.join(out, `${name}.json`);
  const eslint = path.join(values.plugin, "node_modules/eslint/bin/eslint.js");
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=6000", eslint, "-c", config, "--no-warn-ignored", "-f", formatter, "-o", result, ...options, ...values.folder],
    { cwd: checkout, encoding: "utf8" },
  );
  if (status !== 0 && status !== 1) throw new Error(`ESLint left ${String(status)}\n${stderr}`);
  const files = JSON.parse(readFileSync(result, "utf8")) as readonly LintedFile[];
  return { files, seconds: Math.round((performance.now() - began) / 1000) };
}

function typeErrors(name: string): readonly string[] {
  if (values.check === undefined) return [];
  const { stdout, stderr } = spawnSync("sh", ["-c", values.check], { cwd: checkout, encoding: "utf8", maxBuffer: 1 << 28 });
  writeFileSync(path.join(out, `check.${name}.txt`), stdout + stderr);
  return errorsOf(stdout + stderr);
}

const errorsBefore = values.baseline === undefined ? typeErrors("before") : errorsOf(readFileSync(values.baseline, "utf8"));
const before = lint("lint");
const sites = sitesOf(before.files, checkout);
console.log(`${checkout} ${git("rev-parse", "--short=10", "HEAD").trim()}: ${String(before.files.length)} files, linted in ${String(before.seconds)} s`);
console.table(shares(sites));
for (const problem of unparsed(before.files, checkout)) console.log(`does not parse: ${problem}`);

const linted = before.files.map(({ filePath }) => filePath);

function compare(counted: readonly Counted[]): void {
  const reported = new Set(sites.map(({ at }) => at));
  const expected = new Set(counted.map(({ at }) => at));
  const missed = counted.filter(({ at }) => !reported.has(at));
  const surplus = sites.filter(({ at }) => !expected.has(at));
  console.log(`counted ${String(counted.length)} sites by another way: ${String(missed.length)} of them not reported, ${String(surplus.length)} reports without a counted site`);
  writeFileSync(path.join(out, "missed.txt"), missed.map(({ at, what }) => `${at} ${what}\n`).join(""));
  writeFileSync(path.join(out, "surplus.txt"), surplus.map(({ at, rule, message }) => `${at} ${rule} ${message}\n`).join(""));
}

if (values.count !== undefined) compare(countSites(checkout, manifest, path.join(checkout, values.count), linted));
if (values.python !== undefined) compare(countPythonSites(values.python, checkout, manifest, linted));
const uncompiledBefore = values.python === undefined ? [] : compileErrors(values.python, linted);

const fixed = lint("fix", "--fix");
const diff = git("diff");
writeFileSync(path.join(out, "fix.diff"), diff);
console.log(`--fix in ${String(fixed.seconds)} s: ${git("diff", "--shortstat").trim()}; left: ${String(sitesOf(fixed.files, checkout).length)}`);
for (const problem of minus(unparsed(fixed.files, checkout), unparsed(before.files, checkout))) console.log(`DOES NOT PARSE ANY MORE: ${problem}`);
lint("again", "--fix");
console.log(git("diff") === diff ? "a second --fix changes nothing" : "A SECOND --fix CHANGES MORE");

function compareErrors(kind: string, errors: readonly string[], errorsAfter: readonly string[]): void {
  const more = minus(errorsAfter, errors);
  const fewer = minus(errors, errorsAfter);
  console.log(`${kind}: ${String(errors.length)} errors before, ${String(errorsAfter.length)} after; new: ${String(more.length)}, gone: ${String(fewer.length)}`);
  for (const error of more) console.log(`  + ${error}`);
  for (const error of fewer) console.log(`  - ${error}`);
}

if (values.check !== undefined) compareErrors("type check", errorsBefore, typeErrors("after"));
if (values.python !== undefined) compareErrors("compiled", uncompiledBefore, compileErrors(values.python, linted));

const size = Number(values.sample);
writeFileSync(path.join(out, "reports.txt"), sample(sites, size).map(({ at, rule, share, line, message }) => `${at} ${rule} [${share}]\n  ${line.trim()}\n  ${message}\n`).join(""));
writeFileSync(path.join(out, "hunks.diff"), sample(hunksOf(diff), size).join(""));
console.log(`reports and diffs: ${out}`);
if (!values.keep) git("checkout", "--", ".");
