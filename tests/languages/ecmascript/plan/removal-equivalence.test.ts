/** Generated modules: what is not removed goes on to be exported, and to do the same. */
import vm from "node:vm";
import { Linter } from "eslint";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { standingFolder } from "../../../kit/project-folder.ts";
import { typeErrors } from "../../../kit/prove.ts";
import { planText, replacement } from "./orders.ts";
import type { Decide } from "./orders.ts";

const modules = {
  "old.ts": `export const old0 = "same";\nexport const old1 = "o1";\nexport const old2 = (depth: number): string => depth > 3 ? "." : "o2";\n`,
  "new.ts": `export const createX = "same";\n`,
  "dep.ts": `export const dep0 = "d0";\nexport const dep1 = "d1";\nexport type Text = string;\n`,
};
const imports = [
  `import { old0 } from "./old";\nimport { old1, old2 } from "./old";\n`,
  `import {\n  old0, // first\n  old1,\n  old2,\n} from "./old";\n`,
  `import { old1, old2, old0 } from "./old"; // all\n`,
];
const values = ["old0", "old1", "old2(depth)", "dep0", "dep1", ...[0, 1, 2, 3].map((n) => `help${String(n)}(depth + 1)`), ...[0, 1, 2, 3].map((n) => `get${String(n)}(depth + 1)`)];

/** A function that gives a text of what it refers to; the depth ends circles. */
type Form = (name: string, body: string) => string;
const arrow = (body: string): string => `(depth = 0): Text => depth > 3 ? "." : [${body}].join()`;
const helpers: readonly Form[] = [
  (name, body) => `function ${name}(depth = 0): Text {\n  return depth > 3 ? "." : [${body}].join(); // ${name}'s\n}\n`,
  (name, body) => `/** ${name}'s. */\nconst ${name} = ${arrow(body)};\n`,
  (name, body) => `const ${name} = ${arrow(body)}, ${name}Too = ${arrow(`${name}(depth + 1)`)};\nout.push(${name}Too());\n`,
  (name, body) => `const ${name} = ${arrow(body)};\nout.push("made ${name}");\n`,
  (name, body) => `class ${name}Made { static of = ${arrow(body)}; }\nconst ${name} = (depth = 0): Text => ${name}Made.of(depth);\n`,
  (name, body) => `interface ${name}Shape { of(depth?: number): Text }\nconst ${name}Box: ${name}Shape = { of: ${arrow(body)} };\nconst { of: ${name} } = ${name}Box;\n`,
];
const exported: readonly Form[] = [
  (name, body) => `export function ${name}(depth = 0): Text {\n  return depth > 3 ? "." : [${body}].join();\n}\n`,
  (name, body) => `export function ${name}(): Text;\nexport function ${name}(depth: number): Text;\nexport function ${name}(depth = 0): Text {\n  return depth > 3 ? "." : [${body}].join();\n}\n`,
  (name, body) => `/**\n * ${name}'s.\n * @deprecated\n */\nexport const ${name} = ${arrow(body)}; // behind\n`,
  (name, body) => `export { ${name} };\nfunction ${name}(depth = 0): Text { return depth > 3 ? "." : [${body}].join(); }\n`,
  (name, body) => `const ${name} = ${arrow(body)};\nexport { ${name}, ${name} as also_${name} };\n`,
  (name, body) => `export const ${name}Pair = "pair", ${name} = ${arrow(body)};\n`,
  (name, body) => `const ${name}Box = { ${name}: ${arrow(body)}, rest_${name}: 1 };\nexport const { ${name}, rest_${name} } = ${name}Box;\n`,
  (name, body) => `export const ${name} = ((): ((depth?: number) => Text) => { out.push("${name}"); return ${arrow(body)}; })();\n`,
];
const reexports = [
  `export { old0 } from "./old";\n`,
  `export { old0, old1 as renamed } from "./old"; // both\n`,
  `export { old1 };\n`,
  `export { old1 as renamed, old2, help0 as given };\n`,
  `export const aliased = old1;\n`,
  `export default old1;\n`,
  `export * as space from "./old";\n`,
  `export * from "./old";\n`,
  `export default { old1, other: 1 };\n`,
];
const outward = ["get0", "get1", "get2", "get3", "also_get1", "old0", "old1", "old2", "renamed", "aliased", "default", "space", "*"];

const body = fc.array(fc.constantFrom(...values), { maxLength: 3 }).map((parts) => parts.join(", "));
const declarations = (names: readonly string[], forms: readonly Form[]): fc.Arbitrary<readonly string[]> =>
  fc.tuple(...names.map((name) => fc.tuple(fc.constantFrom(...forms), body).map(([form, text]) => form(name, text))));

const program = fc
  .record({
    head: fc.constantFrom(...imports),
    helpers: declarations(["help0", "help1", "help2", "help3"], helpers),
    exported: declarations(["get0", "get1", "get2", "get3"], exported),
    reexports: fc.uniqueArray(fc.constantFrom(...reexports), { maxLength: 3 }),
    removed: fc.uniqueArray(fc.constantFrom(...outward), { minLength: 1, maxLength: 8 }),
    replaced: fc.boolean(),
    kept: fc.boolean(),
    end: fc.constantFrom(`out.push(String(depth));`, `out.push(help0(), old0);`, `out.push(get2());`),
    blank: fc.constantFrom("", "\n"),
    newline: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ head, helpers: locals, exported: outs, reexports: others, end, blank, newline, ...rest }) => {
    const parts = [`declare const out: string[];\nconst depth = 0;\n`, ...locals, ...others, ...outs, end + "\n"];
    const text = `${head}import { dep0, dep1, type Text } from "./dep";\n${blank}${parts.join(blank)}`;
    return { ...rest, text: text.replaceAll("\n", newline) };
  });

const compiledModules = new Map<string, string>();

function compiled(text: string): string {
  const known = compiledModules.get(text);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true } });
  compiledModules.set(text, outputText);
  return outputText;
}

/** What a module does and exports: a function by what it gives. */
function run(text: string): { readonly out: readonly string[]; readonly exports: Readonly<Record<string, unknown>> } {
  const load = (source: string, globals: object, require: (name: string) => unknown): Record<string, unknown> => {
    const module = { exports: {} };
    vm.runInNewContext(compiled(source), { module, exports: module.exports, require, ...globals });
    return module.exports;
  };
  const out: string[] = [];
  const found = load(text, { out }, (name) => load(modules[`${name.slice(2)}.ts` as keyof typeof modules], {}, () => ({})));
  const shown = (value: unknown): unknown => (typeof value === "function" ? String(Reflect.apply(value, undefined, [])) : typeof value === "object" ? JSON.stringify(value) : value);
  return { out, exports: Object.fromEntries(Object.entries(found).map(([name, value]) => [name, shown(value)])) };
}

const root = standingFolder({});

/** Names that TypeScript does not find, exports it sees twice, declarations that nobody uses. */
function complaints(text: string): ReadonlySet<string> {
  return new Set(typeErrors(root, { ...modules, "file.ts": text }, { noImplicitAny: false }));
}

/** Of a list of imports that nobody uses TypeScript complains by name, unless that is all of them. */
function isNew(complaint: string, before: ReadonlySet<string>): boolean {
  if (before.has(complaint)) return false;
  return !complaint.includes("TS6192") || ![...before].some((other) => /'(?:old|dep|Text)\d?' is declared/.test(other));
}

function plan({ text, removed, replaced, kept }: { text: string; removed: readonly string[]; replaced: boolean; kept: boolean }): ReturnType<typeof planText> {
  let keeps = kept;
  const decide: Decide = (fact) => {
    if (fact.kind === "reexport") return removed.includes(fact.as) ? { action: "remove" } : undefined;
    if (fact.kind === "definition") return { action: "remove" };
    if (!replaced || fact.name !== "old0") return undefined;
    if (fact.kind === "use" && keeps) {
      keeps = false;
      return { action: "keep" };
    }
    return { action: "replace", replacement };
  };
  return planText(text, { decide, definitions: removed.filter((name) => /get\d/.test(name)), repeats: !kept });
}

/** Whether it is a module at all (no name is exported twice), and comes to its end. */
function runs(text: string): boolean {
  try {
    run(text);
    const module = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true } });
    return new Linter().verify(module.outputText, {}).every(({ fatal }) => !fatal);
  } catch {
    return false;
  }
}

test("what stays does, and exports, what it did", () => {
  let changed = 0;
  fc.assert(
    fc.property(program, (sample) => {
      fc.pre(runs(sample.text));
      const planned = plan(sample);
      if (planned.text !== sample.text) changed += 1;
      const before = run(sample.text);
      const after = run(planned.text);
      expect(after.out).toEqual(before.out);
      const star = sample.removed.includes("*");
      for (const [name, value] of Object.entries(before.exports)) {
        // Of an object that is exported as a whole only a property goes.
        const bag = sample.removed.includes("old1") && typeof value === "string" ? value.replace('"old1":"o1",', "") : value;
        if (name in after.exports) expect([[name, value], [name, bag]]).toContainEqual([name, after.exports[name]]);
        // `export *` lets out what else the old module has.
        else expect(sample.removed.includes(name) || (star && name.startsWith("old"))).toBe(true);
      }
      for (const line of planned.outcomes) {
        const [, name = "", fix] = /^(\w+): (\w+)/.exec(line) ?? [];
        if (fix === "automatic" && /^(?:also_)?get/.test(name)) expect(after.exports).not.toHaveProperty(name);
        // Of an `old` there are uses that are left, too.
        if (fix === "none" && !name.startsWith("old") && name in before.exports) expect(after.exports).toHaveProperty(name);
      }
    }),
    { numRuns: 120 },
  );
  expect(changed).toBeGreaterThan(70);
}, 240_000);

test("TypeScript finds nothing wrong that it did not before", () => {
  fc.assert(
    fc.property(program, (sample) => {
      fc.pre(runs(sample.text));
      const planned = plan(sample);
      const before = complaints(sample.text);
      // A helper with a site under a disable comment stays, used or not.
      expect([...complaints(planned.text)].filter((complaint) => isNew(complaint, before) && !(sample.kept && complaint.includes("'help")))).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 240_000);
