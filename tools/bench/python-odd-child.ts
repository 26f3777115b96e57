/**
 * One kind of odd Python file in a process of its own, at half its size and at its size; prints what it took as JSON.
 *
 *   node node_modules/.bench/python-odd-child.mjs KIND FOLDER
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import { oddKinds, ordinary } from "./odd-python.ts";
import { cpuSince } from "./samples.ts";

/** What one file took, in milliseconds of CPU. */
export interface OddTimes {
  readonly kB: number;
  readonly parse: number;
  /** All of ESLint and the plugin, the file parsed whatever it names. */
  readonly lint: number;
  /** The same where a governed symbol is imported and used at its end. */
  readonly named: number;
  /** What the lints said that was no report: `undefined` where the file parses. */
  readonly fatal: string | undefined;
}

/** What one kind took. */
export interface OddSample {
  readonly half: OddTimes;
  readonly whole: OddTimes;
}

const [name = "", folder = ""] = process.argv.slice(2);
const kind = oddKinds.find((each) => each.name === name);
if (!kind) throw new Error(`no such kind: ${name}`);
mkdirSync(folder, { recursive: true });
const { default: plugin } = await import("../../dist/index.js");
const manifest = {
  python: { roots: ["."] },
  migrations: [{ id: "manager", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "create_manager" }, deprecated: [{ module: "shop.legacy", name: "get_manager" }] }],
};
const rules = Object.fromEntries(["no-deprecated-import", "no-deprecated-use", "no-deprecated-reexport", "require-deprecation-notice", "canonical-import-path", "no-duplicate-definition"].map((rule) => [`ssot/${rule}`, "error" as const]));
const config = { files: ["**/*.py"], plugins: { ssot: plugin }, language: "ssot/python", settings: { ssot: { manifest, root: folder } }, rules } satisfies Linter.Config;
const linter = new Linter({ configType: "flat", cwd: folder });
let files = 0;

function took(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return cpuSince(before);
}

function lint(text: string): readonly Linter.LintMessage[] {
  return linter.verify(text, config, { filename: path.join(folder, `odd_${String(files++)}.py`) });
}

function timesOf(text: string): OddTimes {
  let messages: readonly Linter.LintMessage[] = [];
  const parse = took(() => void plugin.languages.python.parse({ path: path.join(folder, "odd.py"), physicalPath: path.join(folder, "odd.py"), body: text, bom: false }, { languageOptions: {} }));
  const whole = took(() => {
    messages = lint(text);
  });
  const named = took(() => void lint(`${text}\nfrom shop.legacy import get_manager\nx = get_manager("chat")\n`));
  const fatal = messages.filter((each) => each.fatal).map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
  return { kB: text.length / 1000, parse, lint: whole, named, fatal: fatal.length > 0 ? fatal.join("; ") : undefined };
}

/** The lowest of three: what else the machine does, and the garbage of the file before, only ever adds to it. */
function lowestOf(text: string): OddTimes {
  const [first, ...others] = [timesOf(text), timesOf(text), timesOf(text)];
  return others.reduce((one, other) => ({ ...one, parse: Math.min(one.parse, other.parse), lint: Math.min(one.lint, other.lint), named: Math.min(one.named, other.named) }), first);
}

// Code that has never run is slow, whatever the file.
for (let round = 0; round < 4; round++) timesOf(ordinary(200));
const sample: OddSample = { half: lowestOf(kind.text(Math.floor(kind.size / 2))), whole: lowestOf(kind.text(kind.size)) };
console.log(JSON.stringify(sample));
