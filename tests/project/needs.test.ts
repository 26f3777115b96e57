import { readdirSync } from "node:fs";
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
