import { readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fixture, type Fixture } from "./fixture.ts";

/** Every file of the fixture that one file needs. */
const closure = ({ project, at, root }: Fixture, file: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name) && project.needs(project.fileKey(at(file)), project.fileKey(at(name)))).sort();

it("takes every form of import, however far, round cycles", () => {
  const project = fixture({
    "a.ts": 'import { b } from "./b"; import "./effect"; const c = require("./c.cjs"); const d = import("./d"); const n = import(`./n`); import e = require("./e"); export * from "./f"; export { g } from "./g"; const no = import(`./${x}`);',
    "b.ts": 'import { a } from "./a"; import "rxjs"; import "./gone"; import "node:fs"; import "./data.json"; import "./App.vue"; import "./Page.astro";',
    "effect.ts": "", "c.cjs": 'function later() { return require("./far.js"); }', "far.js": "", "d.ts": "", "n.ts": "", "e.ts": "", "f.ts": "", "g.ts": "", "data.json": "{}", "no.ts": "",
    "App.vue": '<template/><script setup lang="ts">\nimport { s } from "./script";\n</script>', "script.ts": "", "Page.astro": '---\nimport "./front";\n---\n<p/>', "front.ts": "",
    "node_modules/rxjs/package.json": { main: "i.js" }, "node_modules/rxjs/i.js": "",
  });
  const all = ["App.vue", "Page.astro", "a.ts", "b.ts", "c.cjs", "d.ts", "data.json", "e.ts", "effect.ts", "f.ts", "far.js", "front.ts", "g.ts", "n.ts", "script.ts"];
  expect(closure(project, "a.ts")).toEqual(all);
  expect(closure(project, "b.ts")).toEqual(all);
  expect(closure(project, "far.js")).toEqual(["far.js"]);
});

it("leaves out what is erased", () => {
  const project = fixture({
    "a.ts": 'import type { T } from "./t1"; import { type T2 } from "./t2"; export type { T3 } from "./t3"; export type * from "./t4"; import type E = require("./t5"); export { type T6 } from "./t6"; import { type M, v } from "./v"; type I = import("./t7").I; import type { X } from "./t8"; export { X };',
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [`t${number}.ts`, "export type T = 1"])), "v.ts": "",
  });
  expect(closure(project, "a.ts")).toEqual(["a.ts", "v.ts"]);
});

it("goes through workspace packages and aliases, and no further than the project", () => {
  const project = fixture({
    "package.json": { workspaces: ["p/*"] }, "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./src/*"] } } }, "src/x.ts": 'import "ws";', "src/y.ts": 'import "@/x";',
    "p/ws/package.json": { name: "ws", main: "dist/i.js" }, "p/ws/src/i.ts": 'import "./j.js";', "p/ws/src/j.ts": "",
  });
  expect(closure(project, "src/y.ts")).toEqual(["p/ws/src/i.ts", "p/ws/src/j.ts", "src/x.ts", "src/y.ts"]);
  expect(project.project.needs("rxjs", project.at("src/x.ts"))).toBe(false);
});

/** Every form by which one file may name another, with whether it runs that one. */
const forms: readonly (readonly [text: (to: string) => string, runs: boolean])[] = [
  [(to) => `import "./${to}";`, true],
  [(to) => `import { x } from "./${to}";`, true],
  [(to) => `import type { X } from "./${to}";`, false],
  [(to) => `import type X from './${to}';`, false],
  [(to) => `export type { X } from "./${to}";`, false],
  [(to) => `export type * from "./${to}";`, false],
  [(to) => `import { type X } from "./${to}";`, false],
  [(to) => `import { type X, y } from "./${to}";`, true],
  [(to) => `import type from "./${to}";`, true],
  [(to) => `import type, { x } from "./${to}";`, true],
  [(to) => `export * from "./${to}";`, true],
  [(to) => `const x = require("./${to}");`, true],
  [(to) => `const x = () => import("./${to}");`, true],
  [(to) => `// import type { X } from "./${to}"\nimport { x } from "./${to}";`, true],
  [(to) => `// import { x } from "./${to}";`, false],
  [(to) => `const text = 'import { x } from "./${to}"';`, false],
  [(to) => `type X = import("./${to}").X;`, false],
];

const count = 7;
const line = fc.record({ file: fc.nat(count - 1), to: fc.nat(count - 1), form: fc.nat(forms.length - 1) });
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

it("says what a walk over all files says, after edits too", () => {
  const it1 = fixture(Object.fromEntries(Array.from({ length: count }, (_, file) => [`m${String(file)}.ts`, ""])));
  const { project, at, write } = it1;
  fc.assert(fc.property(fc.array(fc.array(line, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), (versions) => {
    for (const lines of versions) {
      write(Object.fromEntries(Array.from({ length: count }, (_, file) => [`m${String(file)}.ts`, lines.filter((each) => each.file === file).map(({ to, form }) => forms[form]?.[0](`m${String(to)}`)).join("\n")])));
      project.refresh();
      project.surveyed?.look();
      for (let from = 0; from < count; from++) {
        const found = Array.from({ length: count }, (_, to) => to).filter((to) => project.needs(at(`m${String(from)}.ts`), at(`m${String(to)}.ts`)));
        expect(found).toEqual(walked(lines, from));
      }
    }
  }), { numRuns: 150 });
});

function walked(lines: readonly Line[], from: number): readonly number[] {
  const found = new Set([from]);
  for (const each of found) for (const { file, to, form } of lines) if (file === each && forms[form]?.[1]) found.add(to);
  return [...found].sort();
}
