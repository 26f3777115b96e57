import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { createProject } from "../../src/project/project.ts";
import { fixture, type Fixture } from "./fixture.ts";

const answer = ({ project, at }: Fixture, file: string, name: string): string => {
  const { known, kind } = project.exportOf(project.fileKey(at(file)), name);
  return known === "yes" ? kind : known;
};
const home = ({ project, at, root }: Fixture, file: string, name: string): string | undefined => {
  const found = project.home(project.fileKey(at(file)), name);
  return found === undefined ? undefined : `${found.module.replace(`${root}/`, "")} ${found.name}`;
};

describe("kinds of exports", () => {
  const it1 = fixture({
    "a.ts": `
      export const value = 1, { x, y: [z], ...rest } = o; export function f() {} export class C {} export abstract class A {} export enum E { X }
      export namespace N { export const q = 1 } export interface I {} export type T = string; export declare const d: number; export declare function df(): void;
      interface Both {} const Both = 1; export { Both, value as renamed, C as "string name" }; export type { C as OnlyType }; export { type C as Inline };
      export default class {} export import Alias = N.q; const hidden = 1;`,
    "def-f.ts": "export default function () {}", "def-i.ts": "export default interface I {}", "def-x.ts": "export default { a: 1 }",
    "def-local.ts": "enum E { A } export default E;", "def-abstract.ts": "export default abstract class K {}", "def-arrow.tsx": "export default () => <div/>;",
    "re.ts": `import { C, I } from "./a"; import type { f } from "./a"; import * as star from "./a"; import def from "./a";
      export { C, I as J, f, star, def }; export type { value } from "./a"; export * as ns from "./a"; export { default } from "./def-f"; export { missing } from "./a"; export { gone } from "./gone";`,
    "star.ts": 'export * from "./a"; export * from "rxjs";', "types.ts": 'export type * from "./a"; export type * as ns from "./a";',
    "jsx.js": "export const V = () => <div/>;", "amb.d.ts": "declare function implicit(): void; interface Also {} export declare const c: 1; import type { I } from './a';",
    "list.d.ts": "declare const hidden: 1; declare const shown: 1; export { shown };", "script.d.ts": "declare module 'x' { export const a: 1 }",
    "eq.d.ts": "declare function f(): void; declare namespace f { const a: 1; interface I {} } export = f;",
    "import-eq.ts": 'import fs = require("./a"); export { fs }; export import again = require("./a");',
    "data.json": '{ "key": 1 }', "App.vue": "<script>export default {}</script>", "syntax.ts": "export const fine = 1; let let 2 3 (", "empty.ts": "", "style.css": "a {}",
  });
  test.each([
    ["a.ts", "value", "value"], ["a.ts", "x", "value"], ["a.ts", "z", "value"], ["a.ts", "rest", "value"], ["a.ts", "f", "value"], ["a.ts", "C", "both"], ["a.ts", "A", "both"],
    ["a.ts", "E", "both"], ["a.ts", "N", "both"], ["a.ts", "I", "type"], ["a.ts", "T", "type"], ["a.ts", "d", "value"], ["a.ts", "df", "value"], ["a.ts", "Both", "both"],
    ["a.ts", "renamed", "value"], ["a.ts", "string name", "both"], ["a.ts", "OnlyType", "type"], ["a.ts", "Inline", "type"], ["a.ts", "default", "both"],
    ["a.ts", "Alias", "unknown"], ["a.ts", "hidden", "no"], ["a.ts", "toString", "no"], ["a.ts", "*", "both"],
    ["def-f.ts", "default", "value"], ["def-i.ts", "default", "type"], ["def-x.ts", "default", "value"], ["def-local.ts", "default", "both"], ["def-abstract.ts", "default", "both"], ["def-arrow.tsx", "default", "value"],
    ["re.ts", "C", "both"], ["re.ts", "J", "type"], ["re.ts", "I", "no"], ["re.ts", "f", "type"], ["re.ts", "star", "both"], ["re.ts", "def", "both"], ["re.ts", "value", "type"], ["re.ts", "ns", "both"],
    ["re.ts", "default", "value"], ["re.ts", "missing", "no"], ["re.ts", "gone", "unknown"],
    ["star.ts", "C", "both"], ["star.ts", "default", "no"], ["star.ts", "nobody", "unknown"], ["types.ts", "C", "type"], ["types.ts", "ns", "type"], ["jsx.js", "V", "value"],
    ["amb.d.ts", "implicit", "value"], ["amb.d.ts", "Also", "type"], ["amb.d.ts", "c", "value"], ["amb.d.ts", "I", "no"], ["list.d.ts", "hidden", "no"], ["list.d.ts", "shown", "value"],
    ["script.d.ts", "a", "unknown"], ["eq.d.ts", "a", "value"], ["eq.d.ts", "I", "type"], ["eq.d.ts", "other", "unknown"], ["eq.d.ts", "default", "unknown"],
    ["import-eq.ts", "fs", "both"], ["import-eq.ts", "again", "both"], ["data.json", "default", "value"], ["data.json", "key", "value"], ["data.json", "no", "no"],
    ["App.vue", "default", "value"], ["App.vue", "x", "unknown"], ["syntax.ts", "x", "unknown"], ["empty.ts", "x", "no"], ["style.css", "x", "unknown"], ["gone.ts", "x", "unknown"],
  ])("%s %s: %s", (file, name, expected) => expect(answer(it1, file, name)).toBe(expected));

  it("says yes to a re-export of what is gone: it is named there", () => {
    expect(it1.project.exportOf(it1.at("re.ts"), "gone").known).toBe("yes");
    expect(home(it1, "re.ts", "gone")).toBe("gone gone");
  });
});

describe("CommonJS", () => {
  const cases: readonly (readonly [text: string, expected: Readonly<Record<string, string>>])[] = [
    ["exports.a = 1; exports['b'] = class {}; module.exports.c = () => {};", { a: "value", b: "both", c: "value", d: "no" }],
    ["class K {} module.exports = { a, K, 'c-d': 1, m() {} };", { a: "value", K: "both", "c-d": "value", m: "value", default: "value", d: "no" }],
    ["module.exports = { ...other };", { a: "unknown", default: "value" }],
    ["module.exports = { ...require('./esm') };", { one: "value", a: "no" }],
    ["module.exports = require('./esm');", { one: "value", a: "no" }],
    ["if (x) { module.exports = require('./esm'); } else { module.exports = require('./esm2'); }", { one: "value", two: "value", a: "no" }],
    ["Object.defineProperty(exports, '__esModule', { value: true }); exports.b = exports.a = void 0; var e_1 = require('./esm'); Object.defineProperty(exports, 'one', { enumerable: true, get: function () { return e_1.one; } }); exports.a = 1;", { a: "value", b: "value", one: "value", default: "unknown" }],
    ["__exportStar(require('./esm'), exports); tslib_1.__exportStar(require('./esm2'), exports);", { one: "value", two: "value", a: "no" }],
    ["const all = {}; __export(all, { a: () => a }); module.exports = __toCommonJS(all); 0 && (module.exports = { a, ...require('./esm') });", { a: "value", one: "value", q: "no" }],
    ["const { one: uno } = require('./esm'); const e = require('./esm'); module.exports = { uno, dos: e.two, whole: e };", { uno: "value", dos: "no", whole: "both" }],
    ["module.exports = make();", { a: "unknown", default: "value" }],
    ["exports[name] = 1;", { a: "unknown" }],
    ["fill(exports);", { a: "unknown" }],
    ["(function (g, f) { typeof exports === 'object' ? f(exports) : f(g.x = {}); })(this, function (exports) { exports.a = 1; });", { a: "value", b: "unknown" }],
    ["var self = module.exports; self.a = 1;", { a: "unknown" }],
    ["if (require.main === module) run(); exports.a = exports.b; const t = { exports: 1, module: 2 }; x.exports.y = 3; return;", { a: "value", y: "no" }],
    ["exports = module.exports = { a };", { a: "value", b: "no" }],
    ["console.log(1);", { a: "no" }],
  ];
  test.each(cases)("%s", (text, expected) => {
    const project = fixture({ "a.js": text, "esm.js": "export const one = 1;", "esm2.js": "export const two = 2;" });
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, answer(project, "a.js", name)]))).toEqual(expected);
  });
  it("leads home through require", () => {
    const project = fixture({ "a.js": "const { one: uno } = require('./esm'); exports.x = uno; exports.y = require('./esm').one;", "esm.js": "export const one = 1;" });
    expect([home(project, "a.js", "x"), home(project, "a.js", "y")]).toEqual(["esm.js one", "esm.js one"]);
  });

  test.each<readonly [what: string, text: string, expected: string]>([
    ["another value in another branch", "if (q) exports.x = require('./esm').one; else exports.x = () => 1;", "a.js x"],
    ["a value made of it later", "exports.x = require('./esm').one; exports.x = wrap(exports.x);", "a.js x"],
    ["two modules' exports", "if (q) exports.x = require('./esm').one; else exports.x = require('./esm2').two;", "a.js x"],
    ["a variable that is assigned again", "let { one: x } = require('./esm'); x = wrap(x); module.exports = { x };", "a.js x"],
    ["the same value twice", "if (q) exports.x = require('./esm').one; else exports.x = require('./esm').one;", "esm.js one"],
    ["a name that is only announced before", "exports.x = void 0; exports.x = require('./esm').one;", "esm.js one"],
    ["one of two, of which the other may have it too", "module.exports = q ? require('./esm') : make();", "a.js x"],
    ["an object's own value behind a spread", "module.exports = { ...require('./esm'), x: 1 };", "a.js x"],
  ])("lets another module's export out only where it is nothing else: %s", (_, text, expected) => {
    expect(home(fixture({ "a.js": text, "esm.js": "export const one = 1, x = 1;", "esm2.js": "export const two = 2;" }), "a.js", "x")).toBe(expected);
  });

  test.each([
    "Object.assign(exports, require('./esm'));",
    "Object.assign(module.exports, { y: 1 }, require('./esm'));",
    "module.exports = Object.assign({}, require('./esm'), { y: 1 });",
    "module.exports = exports = { one: require('./esm').one };",
    "module.exports = { get one() { return require('./esm').one; } };",
    "module.exports = q ? require('./esm') : { y: 1 };",
    "Object.defineProperty(exports, '__esModule', { value: true }); var _esm = require('./esm'); Object.keys(_esm).forEach(function (key) { if (key === 'default') return; Object.defineProperty(exports, key, { enumerable: true, get: function () { return _esm[key]; } }); });",
    "var _esm = require('./esm'); Object.keys(_esm).forEach((k) => { exports[k] = _esm[k]; });",
    "var all = {}; __export(all, { one: () => import_esm.one }); module.exports = __toCommonJS(all); var import_esm = __toESM(require('./esm')); 0 && (module.exports = { one });",
  ])("lets all of a module out: %s", (text) => {
    expect(home(fixture({ "a.js": text, "esm.js": "export const one = 1;" }), "a.js", "one")).toBe("esm.js one");
  });
});

describe("home", () => {
  const it1 = fixture({
    "def.ts": "export function x() {} export default x; export { x as inner }; const own = 1; export { own };",
    "renamed.ts": 'export { x as y } from "./def"; export { y as z } from "./renamed";', "local.ts": 'import { x as a } from "./def"; export { a as b }; export default a;',
    "barrel.ts": 'export * from "./renamed"; export * from "./def";', "barrel2.ts": 'export * from "./barrel";', "wins.ts": 'export * from "./def"; export const x = 2;',
    "other.ts": "export const x = 1; export const lone = 1;", "ambiguous.ts": 'export * from "./def"; export * from "./other";', "same.ts": 'export * from "./barrel"; export * from "./def";',
    "over.ts": 'export * from "./ambiguous";', "c1.ts": 'export * from "./c2"; export * from "./def";', "c2.ts": 'export * from "./c1";', "self.ts": 'export { q } from "./self"; export * from "./self";',
    "ns.ts": 'export * as all from "./def"; import * as again from "./def"; export { again };', "pkg.ts": 'export { merge as m } from "rxjs/operators"; export * from "old";', "two.ts": 'export * from "one"; export * from "two";',
    "vue.ts": 'export { default as App } from "./App.vue";', "App.vue": "",
  });
  test.each([
    ["def.ts", "x", "def.ts x"], ["def.ts", "inner", "def.ts inner"], ["def.ts", "default", "def.ts default"], ["renamed.ts", "y", "def.ts x"], ["renamed.ts", "z", "def.ts x"],
    ["local.ts", "b", "def.ts x"], ["local.ts", "default", "def.ts x"], ["local.ts", "a", undefined], ["barrel2.ts", "z", "def.ts x"], ["barrel2.ts", "default", undefined],
    ["wins.ts", "x", "wins.ts x"], ["ambiguous.ts", "x", undefined], ["over.ts", "x", undefined], ["ambiguous.ts", "lone", "other.ts lone"], ["same.ts", "x", "def.ts x"],
    ["c2.ts", "x", "def.ts x"], ["c1.ts", "x", "def.ts x"], ["c2.ts", "nobody", undefined], ["self.ts", "q", undefined], ["ns.ts", "all", "def.ts *"], ["ns.ts", "again", "def.ts *"],
    ["pkg.ts", "m", "rxjs/operators merge"], ["pkg.ts", "thing", "old thing"], ["two.ts", "thing", "two.ts thing"], ["vue.ts", "App", "App.vue default"], ["def.ts", "*", "def.ts *"],
  ])("%s %s: %s", (file, name, expected) => expect(home(it1, file, name)).toBe(expected));

  it("follows a workspace package to its source, and stops at an installed one", () => {
    const project = fixture({
      "package.json": { workspaces: ["p/*"] }, "p/ws/package.json": { name: "ws", main: "dist/index.js" }, "p/ws/src/index.ts": 'export * from "./deep"; export { ext } from "ext";', "p/ws/src/deep.ts": "export const d = 1;",
      "p/app/package.json": { name: "app" }, "p/app/a.ts": 'export { d, ext as e } from "ws";',
      "node_modules/ext/package.json": { main: "index.js" }, "node_modules/ext/index.js": "", "node_modules/ext/index.d.ts": 'export * from "./inner";', "node_modules/ext/inner.d.ts": "export declare class ext {}",
    });
    expect([home(project, "p/app/a.ts", "d"), home(project, "p/app/a.ts", "e"), answer(project, "p/app/a.ts", "e")]).toEqual(["p/ws/src/deep.ts d", "node_modules/ext/index.js ext", "both"]);
  });
  it("takes two paths to one definition inside packages for one", () => {
    const project = fixture({
      "node_modules/r/package.json": { main: "a.js" }, "node_modules/r/a.js": "", "node_modules/r/b.js": "", "node_modules/r/a.d.ts": 'export * from "./in"; export declare const two: 1;', "node_modules/r/b.d.ts": 'export * from "./in"; export declare const two: 2;',
      "node_modules/r/in.d.ts": "export declare const one: 1;", "x.ts": 'export * from "r"; export * from "r/b";',
    });
    expect([home(project, "x.ts", "one"), home(project, "x.ts", "two")]).toEqual(["node_modules/r/a.js one", undefined]);
  });
  it("ends where a package and the project re-export each other", () => {
    const project = fixture({ "package.json": { workspaces: ["p"] }, "p/package.json": { name: "p", main: "i.ts" }, "p/i.ts": 'export * from "q";', "node_modules/p": { link: "p" }, "node_modules/q/package.json": { types: "q.d.ts" }, "node_modules/q/q.d.ts": 'export * from "p";' });
    expect(home(project, "p/i.ts", "x")).toBe(undefined);
  });
});

describe("real packages", () => {
  const project = createProject(join(import.meta.dirname, "../.."));
  const ask = (specifier: string, name: string): string => {
    const { known, kind } = project.exportOf(project.manifestModule(specifier), name);
    return known === "yes" ? kind : known;
  };
  test.each([
    ["typescript-eslint", "config", "value"], ["typescript-eslint", "default", "value"], ["typescript-eslint", "nobody", "no"], ["zod", "z", "both"], ["zod", "object", "value"], ["zod", "ZodType", "both"], ["zod", "infer", "type"],
    ["zod", "nobody", "no"], ["vitest", "vi", "value"], ["vitest", "describe", "value"], ["vitest", "Mock", "type"], ["vitest", "nobody", "no"], ["vitest/config", "defineConfig", "value"],
    ["eslint", "ESLint", "both"], ["eslint", "Rule", "both"], ["eslint", "nobody", "no"], ["@eslint/core", "RuleDefinition", "type"], ["estree", "Node", "type"], ["picomatch", "default", "unknown"], ["picomatch", "makeRe", "value"],
    ["jsonc-parser", "parse", "value"], ["jsonc-parser", "ParseError", "type"], ["oxc-parser", "parseSync", "value"], ["typescript", "factory", "value"], ["not-installed-at-all", "x", "unknown"], ["node:fs", "readFileSync", "unknown"],
  ])("%s %s: %s", (specifier, name, expected) => expect(ask(specifier, name)).toBe(expected));
});

describe("files that cannot be read", () => {
  const it1 = fixture({ "big.ts": `export const a = 1; // ${"x".repeat(1_000_000)}`, "binary.ts": Buffer.from([0x89, 0x50, 0, 0xff, 0xfe, 0, 1]), "latin.ts": Buffer.from([...Buffer.from("export const a = '"), 0xe9, ...Buffer.from("';")]),
    "locked.ts": "export const a = 1;", "folder.ts/x.txt": "", "loop.ts": { link: "loop.ts" }, "dangling.ts": { link: "nowhere.ts" }, "bom.ts": "\uFEFFexport const a = 1;", "deep.js": `module.exports = { a: ${"(".repeat(3000)}1${")".repeat(3000)} };` });
  chmodSync(it1.at("locked.ts"), 0);
  test.each([["big.ts", "unknown"], ["binary.ts", "unknown"], ["latin.ts", "value"], ["folder.ts", "unknown"], ["loop.ts", "unknown"], ["dangling.ts", "unknown"], ["bom.ts", "value"], ["deep.js", "value"], ["none.ts", "unknown"]])("%s: %s", (file, expected) => {
    expect(answer(it1, file, "a")).toBe(expected);
    expect(it1.project.needs(it1.project.fileKey(it1.at(file)), it1.project.fileKey(it1.at("bom.ts")))).toBe(file === "bom.ts");
  });
  it.skipIf(process.getuid?.() === 0)("takes a forbidden file for unknown", () => expect(answer(it1, "locked.ts", "a")).toBe("unknown"));
});
