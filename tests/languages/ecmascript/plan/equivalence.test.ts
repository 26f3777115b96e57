import vm from "node:vm";
import fc from "fast-check";
import { Linter } from "eslint";
import * as parser from "@typescript-eslint/parser";
import { parseSync } from "oxc-parser";
import ts from "typescript";
import { expect, test } from "vitest";
import plugin from "../../../../src/index.ts";
import { projectFolder } from "../../../kit/project-folder.ts";

/** Old and canonical exports behave alike, so that a program does the same with either. */
const modules = {
  "./old": { getX: (n: number) => n + 1, OldC: class { value = 7 }, old: 5, keep: 11, default: (n: number) => n * 2 },
  "./new": { makeX: (n: number) => n + 1, NewC: class { value = 7 }, fresh: 5, other: 13, default: (n: number) => n * 2 },
};
const names = [["getX", "makeX"], ["OldC", "NewC"], ["old", "fresh"], ["default", "default"]] as const;
const manifest = {
  migrations: names.map(([from, to], index) => ({
    id: `m-${String(index)}`,
    phase: 3,
    canonical: { module: "./new", name: to },
    deprecated: [{ module: "./old", name: from }],
  })),
};

/** Import declarations, each with expressions and closing statements that it makes possible. */
const imports: readonly { readonly text: string; readonly values: readonly string[]; readonly ends?: readonly string[] }[] = [
  { text: `import { getX } from "./old";`, values: ["getX(1)", "({ getX }).getX(7)", "typeof getX"], ends: ["export { getX as renamed };"] },
  { text: `import { getX as g, keep } from "./old";`, values: ["g(2)", "keep", "g(keep)"] },
  { text: `import { OldC, old } from "./old";`, values: ["new OldC().value", "old", "({ old }).old", "[old, old].length", "`${old}`"], ends: ["export { old };", "export default OldC;", "export const y = old;"] },
  { text: `import {\n  old as o, // five\n  keep as k,\n} from "./old";`, values: ["o", "k", "o + k"] },
  { text: `import d from "./old";`, values: ["d(3)"], ends: ["export { d as default };", "export default d;"] },
  { text: `import d2, { old as o2 } from "./old";`, values: ["d2(3)", "o2"] },
  { text: `import * as ws from "./old";`, values: ["ws.getX(4)", "ws.old", "ws.keep", "new ws.OldC().value", "ws.default(5)", "ws?.old", `ws["old"]`, "(() => { const { getX, old: makeX } = ws; return [getX(3), makeX, ws.old]; })()", "(() => { const { OldC } = ws, { old, keep } = ws; { const fresh = local(); return [new OldC().value, old, keep, typeof fresh]; } })()", "(() => { const { old: x } = ws; { const { old } = ws; return [x, { old }]; } })()"] },
  { text: `import * as w from "./old";\nconst { getX, old: five, keep: kept } = w;`, values: ["getX(8)", "five", "kept", "({ getX }).getX(7)", "w.keep", "new w.OldC().value"] },
  { text: `import * as w2 from "./old";\nconst { old } = w2; // five\nlet { OldC } = w2, { default: twice } = w2;`, values: ["old", "new OldC().value", "twice(4)", "typeof OldC"], ends: ["export { old };", "export { OldC as default };"] },
  { text: `import { default as d3, getX as g3 } from './old'`, values: ["d3(2)", "g3(2)"] },
  { text: `import { makeX } from "./new";`, values: ["makeX(6)"] },
  { text: `import { fresh as f, other } from "./new";`, values: ["f", "other"] },
  { text: `import * as n from "./new";`, values: ["n.fresh", "n.other"] },
];
const locals = ["fresh", "makeX", "NewC", "old", "getX", "x"];

function statements(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.letrec<{ statement: string }>((tie) => {
    const body = fc.array(tie("statement"), { maxLength: 3 }).map((lines) => lines.join("\n"));
    const local = fc.constantFrom(...locals);
    return {
      statement: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        value.map((text) => `out.push(${text});`),
        fc.tuple(value, value).map(([a, b]) => `out.push([${a}, ${b}]);`),
        value.map((text) => `out.push(${text}) // last`),
        // A local that can be called, added and constructed, so that a captured name shows as another result, not as a crash.
        fc.tuple(local, body).map(([name, inner]) => `{ const ${name} = local(); out.push(typeof ${name});\n${inner}\n}`),
        fc.tuple(local, body).map(([name, inner]) => `((${name}: any) => {\n${inner}\n})(local());`),
        fc.tuple(local, body).map(([name, inner]) => `for (const ${name} of [local()]) {\n${inner}\n}`),
        fc.tuple(local, body).map(([name, inner]) => `try { throw local() } catch (${name}: any) {\n${inner}\n}`),
        fc.tuple(local, body).map(([name, inner]) => `(() => {\n${inner}\nfunction ${name}() { return 99 }\nout.push(typeof ${name});\n})();`),
      ),
    };
  }).statement;
}

const program = fc.uniqueArray(fc.constantFrom(...imports), { minLength: 1, maxLength: 4 }).chain((chosen) =>
  fc
    .tuple(
      fc.array(statements(fc.constantFrom(...chosen.flatMap(({ values }) => values))), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("", ...chosen.flatMap(({ ends }) => ends ?? [])),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([body, end, newline]) =>
      `${chosen.map(({ text }) => text).join("\n")}\nconst local = (): any => Object.assign(function () {}, { value: 0 });\nexport const out: unknown[] = [];\n${body.join("\n")}\n${end}\n`.replaceAll("\n", newline),
    ),
);

/**
 * An ES module as a function body. (TypeScript's own CommonJS output is wrong where a block shadows an exported import:
 * it assigns the shadowing variable to the export.)
 */
function asFunctionBody(text: string): string {
  const { module } = parseSync("program.mjs", text);
  const replacements = [
    ...module.staticImports.map(({ start, end, moduleRequest, entries }) => ({
      start,
      end,
      text: entries
        .map(({ importName, localName }) => {
          const from = `require(${JSON.stringify(moduleRequest.value)})`;
          const member = importName.kind === "NamespaceObject" ? "" : `[${JSON.stringify(importName.name ?? "default")}]`;
          return `const ${localName.value} = ${from}${member};`;
        })
        .join(" "),
    })),
    ...module.staticExports.map(({ start, end, entries }) => {
      const written = text.slice(start, end);
      const exports = entries.map(({ exportName, localName }) => `later.push(() => { exports[${JSON.stringify(exportName.name ?? "default")}] = ${localName.name ?? "undefined"}; });`).join(" ");
      return { start, end, text: /^export (const|let)/.test(written) ? `${written.slice(7)} ${exports}` : exports };
    }),
  ];
  let result = text;
  for (const { start, end, text: replacement } of replacements.sort((one, other) => other.start - one.start))
    result = result.slice(0, start) + replacement + result.slice(end);
  return `const later = []; ${result}\nfor (const each of later) each();`;
}

/** Whether an import and a declaration of the file's top level have one name, which compiles without types. */
function declaresTwice(text: string): boolean {
  const names = parseSync("program.ts", text).program.body.flatMap((statement) => {
    if (statement.type === "ImportDeclaration") return statement.specifiers.map(({ local }) => local.name);
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id }) => (id.type === "ObjectPattern" ? id.properties.map(({ value }) => (value?.type === "Identifier" ? value.name : "")) : id.type === "Identifier" ? [id.name] : []));
  });
  return new Set(names).size < names.length;
}

/** What a program computes and exports; `undefined` where it does not compile or run. */
function outcome(text: string): string | undefined {
  if (declaresTwice(text)) return undefined;
  const { outputText, diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  if (diagnostics && diagnostics.length > 0) return undefined;
  const exports: Record<string, unknown> = {};
  try {
    vm.runInNewContext(asFunctionBody(outputText), { exports, require: (name: keyof typeof modules) => modules[name] });
  } catch {
    return undefined;
  }
  const shown = Object.entries(exports).map(([key, each]) => [key, typeof each === "object" ? each : typeof each]);
  return JSON.stringify(shown.sort());
}

test("a fix changes no behaviour: generated programs do and export the same before and after", () => {
  const root = projectFolder({
    "old.ts": "export const getX = (n: number) => n; export class OldC { value = 7 } export const old = 5; export const keep = 11; export default (n: number) => n;",
    "new.ts": "export const makeX = (n: number) => n; export class NewC { value = 7 } export const fresh = 5; export const other = 13; export default (n: number) => n;",
  });
  const linter = new Linter({ cwd: root, configType: "flat" });
  const config: Linter.Config[] = [
    ...plugin.configs.recommended.filter(({ name }) => name === "ssot/recommended/rules"),
    { files: ["**/*.ts"], languageOptions: { parser }, settings: { ssot: { manifest, root } } },
  ];
  let ran = 0;
  let changed = 0;
  fc.assert(
    fc.property(program, (text) => {
      const before = outcome(text);
      fc.pre(before !== undefined);
      ran++;
      const { output, fixed } = linter.verifyAndFix(text, config, { filename: `${root}/consumer.ts` });
      if (fixed) changed++;
      expect(outcome(output), output).toBe(before);
      const again = linter.verifyAndFix(output, config, { filename: `${root}/consumer.ts` });
      expect(again.output).toBe(output);
    }),
    { numRuns: Number(process.env["SSOT_PROPERTY_RUNS"] ?? 120), endOnFailure: true },
  );
  // A generator whose programs seldom run, or are seldom changed, would show nothing.
  expect(ran).toBeGreaterThan(80);
  expect(changed / ran).toBeGreaterThan(0.5);
}, 300_000);
