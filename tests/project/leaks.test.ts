import { describe, expect, it, test } from "vitest";
import { fixture, type Tree } from "./fixture.ts";
import { leaksOf, seedOf, waysOf } from "./survey-kit.ts";

const home = { "home.ts": "export function getX() {} export const other = 1; export default class Old {}", "elsewhere.ts": "export function getX() {} export default 1;" };
const seeds = ["home.ts getX", "home.ts default"];

type Case = readonly [what: string, tree: Tree, expected: readonly string[]];

describe("ECMAScript modules", () => {
  test.each<Case>([
    ["a list", { "b.ts": 'export { getX } from "./home";' }, ["b.ts getX"]],
    ["a list that renames", { "b.ts": 'export { getX as makeX } from "./home";' }, ["b.ts makeX"]],
    ["a name that is a string", { "b.ts": 'export { getX as "make x" } from "./home";', "c.ts": 'export { "make x" as again } from "./b";' }, ["b.ts make x", "c.ts again"]],
    ["comments between tokens", { "b.ts": 'export/* { a } */{/* b */getX/* c */as/* d */makeX/* e */}/* f */from/* "./g" */"./home"', "c.ts": "export // all\n* // of it\nfrom // there\n'./b'" }, ["b.ts makeX", "c.ts makeX"]],
    ["no spaces at all", { "b.ts": 'export{getX}from"./home";export*from"./c"', "c.ts": "export{default as D}from'./home'" }, ["b.ts D", "b.ts getX", "c.ts D"]],
    ["CRLF, a byte order mark, an emoji", { "b.ts": '\uFEFF// 🎉\r\nexport {\r\n  getX,\r\n} from "./home";\r\n' }, ["b.ts getX"]],
    ["a name written with an escape", { "b.ts": 'export { \\u0067etX as y } from "./home";' }, ["b.ts y"]],
    ["a specifier written with an escape", { "b.ts": 'export { getX } from "./\\u0068ome";', "c.ts": "export * from './\\x68ome'" }, ["b.ts getX", "c.ts getX"]],
    ["import, then export", { "b.ts": 'import { getX } from "./home"; export { getX };' }, ["b.ts getX"]],
    ["export, then import, all renamed", { "b.ts": 'export { b as c };\nimport { getX as b } from "./home";' }, ["b.ts c"]],
    ["the default of another", { "b.ts": 'export { default } from "./home";', "c.ts": 'export { default as Old } from "./b";', "d.ts": 'export { Old as default } from "./c";' }, ["b.ts default", "c.ts Old", "d.ts default"]],
    ["an imported default as a default", { "b.ts": 'import Old from "./home"; export default Old;', "c.ts": 'import { default as O } from "./b"; export { O };' }, ["b.ts default", "c.ts O"]],
    ["an imported name as a default", { "b.ts": 'import { getX } from "./home";\nexport default /* it */ getX;' }, ["b.ts default"]],
    ["a default that is made on the spot is the file's own", { "b.ts": 'import { getX } from "./home"; export default getX();', "c.ts": 'import { getX } from "./home"; export default function () { return getX; }', "d.ts": 'import { getX } from "./home"; export default () => getX;' }, []],
    ["a definition of the same name is another", { "b.ts": 'import { getX as old } from "./home"; export const getX = () => old();' }, []],
    ["an import alone lets nothing out", { "b.ts": 'import { getX } from "./home"; getX();' }, []],
    ["in a comment or a string it is no export", { "b.ts": '// export { getX } from "./home"\nconst s = \'export * from "./home"\'; export { s };' }, []],
    ["a star", { "b.ts": 'export * from "./home";' }, ["b.ts getX"]],
    ["stars upon stars", { "b.ts": 'export * from "./home";', "c/index.ts": 'export * from "../b";', "d.ts": 'export * from "./c";' }, ["b.ts getX", "c/index.ts getX", "d.ts getX"]],
    ["default does not pass a star", { "b.ts": 'export { default } from "./home";', "c.ts": 'export * from "./b";' }, ["b.ts default"]],
    ["a renamed default passes one", { "b.ts": 'export { default as Old } from "./home";', "c.ts": 'export * from "./b";' }, ["b.ts Old", "c.ts Old"]],
    ["what is spelled wins over a star", { "b.ts": 'export * from "./home"; export const getX = 1;', "c.ts": 'export * from "./home"; export { getX } from "./elsewhere";', "d.ts": 'export * from "./elsewhere"; export { getX } from "./home";' }, ["d.ts getX"]],
    ["a spelled default of another's name does not", { "b.ts": 'export * from "./home"; export { other as default } from "./home";' }, ["b.ts getX"]],
    ["two stars that disagree", { "b.ts": 'export * from "./home"; export * from "./elsewhere";', "c.ts": 'export * from "./b";', "d.ts": 'export { getX } from "./b";' }, []],
    ["two stars that disagree far off", { "b.ts": 'export * from "./home";', "c.ts": 'export * from "./elsewhere";', "d.ts": 'export * from "./b"; export * from "./c";' }, ["b.ts getX"]],
    ["two stars that agree", { "b.ts": 'export * from "./home";', "c.ts": 'export { getX } from "./home";', "d.ts": 'export * from "./b"; export * from "./c"; export * from "./home";' }, ["b.ts getX", "c.ts getX", "d.ts getX"]],
    ["two stars that agree on a renamed one", { "b.ts": 'export { getX as y } from "./home";', "c.ts": 'import { getX as y } from "./home"; export { y };', "d.ts": 'export * from "./b"; export * from "./c";' }, ["b.ts y", "c.ts y", "d.ts y"]],
    ["a star that disagrees with a star in a cycle", { "b.ts": 'export * from "./c"; export * from "./home";', "c.ts": 'export * from "./b"; export * from "./elsewhere";' }, []],
    ["a cycle of stars", { "b.ts": 'export * from "./c";', "c.ts": 'export * from "./b"; export * from "./home";' }, ["b.ts getX", "c.ts getX"]],
    ["a module that stars itself", { "b.ts": 'export * from "./b"; export * from "./home";' }, ["b.ts getX"]],
    ["a name that goes round and never arrives", { "b.ts": 'export { getX } from "./c";', "c.ts": 'export { getX } from "./b";' }, []],
    ["a home that takes part in a cycle", { "home.ts": 'export * from "./b"; export function getX() {}', "b.ts": 'export * from "./home";' }, ["b.ts getX"]],
    ["a home that exports it twice", { "home.ts": "function getX() {} export { getX, getX as alias };", "b.ts": 'export { alias, getX } from "./home";' }, ["b.ts getX"]],
    ["types only", { "b.ts": 'export type { getX } from "./home";', "c.ts": 'export { type getX as T } from "./home";', "d.ts": 'export type * from "./home";', "e.ts": 'import type { getX } from "./home"; export { getX };', "f.ts": 'import { type getX } from "./home"; export type { getX };' }, ["b.ts getX", "c.ts T", "d.ts getX", "e.ts getX", "f.ts getX"]],
    ["attributes and phases", { "b.ts": 'export { getX } from "./home" with { type: "x" };', "c.ts": 'export * from "./home" with { type: "x" }' }, ["b.ts getX", "c.ts getX"]],
    ["an extension, an index, a dot, a query, a longer way", { "b.ts": 'export * from "./home.js";', "d/index.ts": 'export { getX } from "../home.ts";', "e.ts": 'export * from "./d/index.js";', "d/x.ts": 'export * from ".";', "f.ts": 'export { getX } from "./home?raw";', "g.ts": 'export * from "./d/../home";', "d/deep/y.ts": 'export * from "..";', "h.ts": "export { getX } from './d/';" }, ["b.ts getX", "d/deep/y.ts getX", "d/index.ts getX", "d/x.ts getX", "e.ts getX", "g.ts getX", "h.ts getX"]],
    ["odd names of files", { "a b.ts": 'export * from "./home";', "c#/it's.ts": 'export * from "../a b";', "ü.ts": 'export * from "./c#/it\'s";', "d.ts": 'export * from "./ü";', "e.min.ts": 'export * from "./d";', "f.ts": 'export * from "./e.min"' }, ["a b.ts getX", "c#/it's.ts getX", "d.ts getX", "e.min.ts getX", "f.ts getX", "ü.ts getX"]],
    ["several on a line, several of one file", { "b.ts": 'export { other } from "./home"; export { getX, getX as y, default as z, default } from "./home"; export { getX as w } from "./elsewhere";' }, ["b.ts default", "b.ts getX", "b.ts y", "b.ts z"]],
    ["JavaScript, JSX and TSX", { "b.js": 'export { getX } from "./home";', "c.mjs": 'export { getX } from "./home.js";', "d.jsx": 'import { getX } from "./home"; export { getX }; export const A = () => <a>{getX}</a>;', "e.tsx": 'export * from "./home"; export const B = <T,>() => <b/>;', "f.mts": 'export * from "./home.js"', "g.cts": 'export * from "./home.js"' }, ["b.js getX", "c.mjs getX", "d.jsx getX", "e.tsx getX", "f.mts getX", "g.cts getX"]],
    ["a file that does not parse to its end", { "b.ts": 'export { getX } from "./home";\nexport const = ;' }, ["b.ts getX"]],
    ["a banner of slashes after a word", { "b.ts": `/// export ${"/".repeat(4000)}\n/* export ${"* /* ".repeat(400)}*/\nexport ${"/**/ ".repeat(400)}const a = 1;\nexport { getX } from "./home";` }, ["b.ts getX"]],
  ])("%s", (_, tree, expected) => {
    expect(leaksOf(fixture({ ...home, ...tree }), seeds)).toEqual([...expected].sort());
  });
});

describe("namespaces", () => {
  test.each<Case>([
    ["a star with a name", { "b.ts": 'export * as x from "./home";' }, ["b.ts x = home.ts"]],
    ["an imported one", { "b.ts": 'import * as x from "./home"; export { x as y };' }, ["b.ts y = home.ts"]],
    ["one as a default", { "b.ts": 'import * as x from "./home"; export default x;', "c.ts": 'export { default as z } from "./b";', "d.ts": 'export * from "./b";' }, ["b.ts default = home.ts", "c.ts z = home.ts"]],
    ["through several modules", { "b.ts": 'export * as x from "./home";', "c.ts": 'export { x as y } from "./b";', "d.ts": 'import { y } from "./c"; export { y as z };', "e.ts": 'export * from "./d";' }, ["b.ts x = home.ts", "c.ts y = home.ts", "d.ts z = home.ts", "e.ts z = home.ts"]],
    ["of a barrel", { "b.ts": 'export * from "./home";', "c.ts": 'export * as x from "./b";' }, ["b.ts getX", "c.ts x = b.ts"]],
    ["of a namespace", { "b.ts": 'export * as x from "./home";', "c.ts": 'export * as y from "./b";', "d.ts": 'export { y } from "./c";' }, ["b.ts x = home.ts", "c.ts y = b.ts", "d.ts y = b.ts"]],
    ["of a module that lets nothing out", { "b.ts": 'import { getX } from "./home"; getX();', "c.ts": 'export * as x from "./b";' }, []],
    ["whose name is spelled", { "b.ts": 'export * as x from "./home";', "c.ts": 'export * from "./b"; export const x = 1;' }, ["b.ts x = home.ts"]],
    ["two of one module agree", { "b.ts": 'export * as x from "./home";', "c.ts": 'export * as x from "./home";', "d.ts": 'export * from "./b"; export * from "./c";' }, ["b.ts x = home.ts", "c.ts x = home.ts", "d.ts x = home.ts"]],
    ["two that are imported do not: each is a binding of its own file", { "b.ts": 'import * as x from "./home"; export { x };', "c.ts": 'import * as x from "./home"; export { x };', "d.ts": 'export * from "./b"; export * from "./c";', "e.ts": 'export * from "./b"; export { x } from "./b";', "f.ts": 'export * from "./b"; export * from "./e";' }, ["b.ts x = home.ts", "c.ts x = home.ts", "e.ts x = home.ts", "f.ts x = home.ts"]],
    ["two of different modules do not", { "b.ts": 'export * as x from "./home";', "c.ts": 'export * as x from "./elsewhere";', "d.ts": 'export * from "./b"; export * from "./c";' }, ["b.ts x = home.ts"]],
    ["one of types", { "b.ts": 'export type * as x from "./home";', "c.ts": 'import type * as x from "./home"; export { x };' }, ["b.ts x = home.ts", "c.ts x = home.ts"]],
    ["of itself", { "home.ts": 'export * as self from "./home"; export function getX() {}', "b.ts": 'export { self } from "./home";' }, ["b.ts self = home.ts", "home.ts self = home.ts"]],
    ["in a cycle", { "b.ts": 'export * as c from "./c"; export * from "./home";', "c.ts": 'export * as b from "./b";' }, ["b.ts c = c.ts", "b.ts getX", "c.ts b = b.ts"]],
    ["a member of one is the symbol itself only where it is spelled as an export", { "b.ts": 'import * as x from "./home"; export const getX = x.getX;' }, []],
  ])("%s", (_, tree, expected) => {
    expect(leaksOf(fixture({ ...home, ...tree }), seeds)).toEqual(expected);
  });
});

describe("TypeScript", () => {
  test.each<Case>([
    ["export = of an import", { "b.ts": 'import { getX } from "./home"; export = getX;', "c.ts": 'import getX = require("./b"); getX();' }, ["b.ts default"]],
    ["export = of a namespace", { "b.ts": 'import * as x from "./home"; export = x;', "c.ts": 'import x = require("./home");\nexport /* it */ = x;' }, ["b.ts default", "b.ts getX", "c.ts default", "c.ts getX"]],
    ["import = require", { "b.ts": 'import x = require("./home"); export { x };', "c.ts": 'export import y = require("./home");', "d.ts": 'import type z = require("./home"); export type { z };', "e.ts": 'export/**/import/**/w/**/=/**/require/**/(/**/"./home"/**/);' }, ["b.ts x = home.ts", "c.ts y = home.ts", "d.ts z = home.ts", "e.ts w = home.ts"]],
    ["import = of a member", { "b.ts": 'import * as x from "./home"; export import y = x.getX;', "c.ts": 'import x = require("./home"); import y = x.getX; export { y as z };' }, ["b.ts y", "c.ts z"]],
    ["declaration files", { "b.d.ts": 'export { getX } from "./home";', "c.d.ts": 'import { getX } from "./home"; declare const c: 1; export { getX as z, c };', "d.d.ts": 'import { getX } from "./home"; declare const d: typeof getX;', "e.d.ts": 'export * from "./home"; export as namespace E;', "f.d.ts": 'import x = require("./home"); declare const f: typeof x;' }, ["b.d.ts getX", "c.d.ts z", "e.d.ts getX"]],
    ["declared modules are none of the file's exports", { "b.d.ts": 'declare module "virtual:x" { export { getX } from "./home"; export * from "./home"; }', "c.ts": 'export {}; declare module "./home" { interface I {} export { I as getX } }', "d.ts": 'export namespace n { export import getX = q.getX }' }, []],
    ["a name that is a type and a value", { "home.ts": "export interface getX {} export const getX = 1;", "b.ts": 'export type { getX } from "./home";', "c.ts": 'import { getX } from "./home"; export { getX };' }, ["b.ts getX", "c.ts getX"]],
  ])("%s", (_, tree, expected) => {
    expect(leaksOf(fixture({ ...home, ...tree }), seeds)).toEqual(expected);
  });
});

describe("CommonJS", () => {
  test.each<Case>([
    ["module.exports = require", { "b.js": 'module.exports = require("./home");', "c.cjs": 'module /**/ . exports = require /**/ ("./b");' }, ["b.js default = home.ts", "b.js getX", "c.cjs default = b.js", "c.cjs getX"]],
    ["a member", { "b.js": 'exports.getX = require("./home").getX;', "c.js": 'const h = require("./home"); exports.y = h.getX; module.exports.z = h["getX"];', "d.js": 'const { getX, getX: w } = require("./home"); exports.x = getX; exports["v"] = w;' }, ["b.js default = b.js", "b.js getX", "c.js default = c.js", "c.js y", "c.js z", "d.js default = d.js", "d.js v", "d.js x"]],
    ["an object", { "b.js": 'const { getX } = require("./home"); module.exports = { getX, y: getX, other: 1, ["c" + 1]: 2 };', "c.js": 'module.exports = { ...require("./home"), own: 1 };' }, ["b.js default = b.js", "b.js getX", "b.js y", "c.js default = c.js", "c.js getX"]],
    ["what TypeScript compiles to", {
      "b.js": '"use strict"; Object.defineProperty(exports, "__esModule", { value: true }); exports.y = void 0; var home_1 = require("./home"); Object.defineProperty(exports, "y", { enumerable: true, get: function () { return home_1.getX; } });',
      "c.js": 'var __exportStar = (this && this.__exportStar) || function () {}; Object.defineProperty(exports, "__esModule", { value: true }); __exportStar(require("./b"), exports);',
      "d.js": 'Object.defineProperty(exports, "__esModule", { value: true }); exports.x = __importStar(require("./home")); const home_1 = __importDefault(require("./home")); exports.default = home_1.default;',
      "e.js": 'tslib_1.__exportStar(require("./home"), exports);', "f.js": 'function __export(m) { for (var p in m) if (!exports.hasOwnProperty(p)) exports[p] = m[p]; } exports.__esModule = true; __export(require("./home"));',
    }, ["b.js y", "c.js y", "d.js default", "d.js x = home.ts", "e.js default = e.js", "e.js getX", "f.js default", "f.js getX"]],
    ["what others compile to", {
      "b.js": 'Object.defineProperty(exports, "__esModule", { value: true }); Object.defineProperty(exports, "y", { enumerable: true, get: () => _home.getX }); const _home = require("./home");',
      "c.js": 'exports.__esModule = true; var _home = _interopRequireWildcard(require("./home")); exports.x = _home;',
    }, ["b.js y", "c.js x = home.ts"]],
    ["a function that gives it is another thing", { "b.js": 'const h = require("./home"); exports.lazy = () => { return h.getX; }; exports.getX = function () { return h.getX; }; const w = function () { return h.getX }; exports.w = w;', "c.js": 'exports.lazy = () => require("./home").getX; module.exports.made = require("./home").getX();' }, []],
    ["a module of both kinds", { "b.mjs": 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const h = require("./home"); export const y = h.getX;', "c.js": 'import { getX } from "./home"; const z = require("./elsewhere"); export { getX, z };' }, ["c.js getX"]],
  ])("%s", (_, tree, expected) => {
    expect(leaksOf(fixture({ ...home, ...tree }), seeds)).toEqual(expected);
  });

  test("a default import has all of it, unless it has a default of its own", () => {
    const tree = {
      "home.js": "exports.getX = 1;",
      "own.js": "exports.getX = exports.default = 1;",
      "b.mjs": 'export { default as x } from "./home.js"; export { default as y } from "./own.js";',
      "c.ts": 'import h from "./home.js"; export { h as z }; export default h;',
    };
    expect(leaksOf(fixture(tree), ["home.js getX", "own.js getX"])).toEqual(["b.mjs x = home.js", "c.ts default = home.js", "c.ts z = home.js", "home.js default = home.js"]);
  });
});

describe("specifiers that are no paths", () => {
  test.each<Case>([
    ["a workspace package whose dist is not built", {
      "package.json": { workspaces: ["packages/*"] },
      "packages/ws/package.json": { name: "@acme/ws", exports: { ".": { types: "./dist/index.d.ts", import: "./dist/index.mjs" }, "./sub": "./dist/lib/deep.js", "./all/*": "./dist/lib/*.js", "./of-*": "./dist/lib/*.js" } },
      "packages/ws/src/index.ts": 'export { made } from "./lib/deep.js";', "packages/ws/src/lib/deep.ts": 'export { default as made } from "../../../../home";',
      "packages/app/package.json": { name: "app" }, "packages/app/a.ts": 'export * from "@acme/ws";', "packages/app/b.ts": 'export { made as b } from "@acme/ws/sub";', "packages/app/c.ts": 'import { made as c } from "@acme/ws/all/deep"; export { c };', "packages/app/d.ts": 'export { made as d } from "@acme/ws/of-deep"', "packages/app/e.ts": 'export * from "@acme/ws/hidden";',
    }, ["packages/app/a.ts made", "packages/app/b.ts b", "packages/app/c.ts c", "packages/app/d.ts d", "packages/ws/src/index.ts made", "packages/ws/src/lib/deep.ts made"]],
    ["an old package with a main, and a package's own name", {
      "package.json": { workspaces: ["p/*"] }, "p/old/package.json": { name: "old-style", main: "lib/main.js" }, "p/old/src/main.ts": 'export { default as made } from "../../../home";', "p/app/package.json": { name: "app", exports: "./src/entry.ts" }, "p/app/src/entry.ts": 'export * from "old-style";', "p/app/src/x.ts": 'export { made as x } from "app";',
    }, ["p/app/src/entry.ts made", "p/app/src/x.ts x", "p/old/src/main.ts made"]],
    ["paths of a tsconfig", {
      "base.json": { compilerOptions: { paths: { "@/*": ["./src/*"], exact: ["./src/deep/one.ts"], "~*": ["./src/deep/*"], "@s/*": ["./src/*.service.ts"], "@pre/*": ["./src/pre-*.ts"] } } }, "tsconfig.json": { extends: "./base.json" },
      "src/deep/one.ts": 'export { default as made } from "../../home";', "src/a.ts": 'export { made as a } from "@/deep/one";', "src/b.ts": 'export { made as b } from "exact";', "src/c.ts": 'export { made as c } from "~one";', "src/x.service.ts": 'export * from "exact";', "src/d.ts": 'export { made as d } from "@s/x";', "src/pre-y.ts": 'export * from "exact";', "src/e.ts": 'export { made as e } from "@pre/y";',
    }, ["src/a.ts a", "src/b.ts b", "src/c.ts c", "src/d.ts d", "src/deep/one.ts made", "src/e.ts e", "src/pre-y.ts made", "src/x.service.ts made"]],
    ["a tsconfig in a folder, one that references others, a baseUrl", {
      "web/tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }] }, "web/tsconfig.app.json": { compilerOptions: { paths: { start: ["./src/one.ts"] } }, include: ["src"] }, "web/src/one.ts": 'export { default as made } from "../../home";', "web/src/two.ts": 'export { made as two } from "start";',
      "js/jsconfig.json": { compilerOptions: { baseUrl: "lib" } }, "js/lib/three.js": 'export { default as made } from "../../home"', "js/four.js": 'export { made as four } from "three";',
    }, ["js/four.js four", "js/lib/three.js made", "web/src/one.ts made", "web/src/two.ts two"]],
    ["#imports", {
      "package.json": { name: "root", imports: { "#legacy": "./src/one.ts", "#lib/*": "./src/*.ts", "#in-*": { default: "./dist/*.js" } } },
      "src/one.ts": 'export { default as made } from "../home";', "src/a.ts": 'export { made as a } from "#legacy";', "src/b.ts": 'export { made as b } from "#lib/one";', "src/c.ts": 'export { made as c } from "#in-one";',
    }, ["src/a.ts a", "src/b.ts b", "src/c.ts c", "src/one.ts made"]],
    ["links: to a file, to a folder, to a package under another name", {
      "package.json": { name: "root", dependencies: { alias: "link:./real" } }, "real/package.json": { name: "real", main: "i.ts" }, "real/i.ts": 'export { default as made } from "../home";', "node_modules/alias": { link: "real" }, "short.ts": { link: "home.ts" }, "linked": { link: "real" },
      "a.ts": 'export { made as a } from "alias";', "b.ts": 'export { default as b } from "./short";', "c.ts": 'export { made as c } from "./linked/i";', "d.ts": 'export { made as d } from "./linked";',
    }, ["a.ts a", "b.ts b", "c.ts c", "d.ts d", "real/i.ts made"]],
    ["a folder with dots whose package.json sends elsewhere, and files with more", { "sub.one.two/package.json": { main: "../impl/.entry.x.ts" }, "impl/.entry.x.ts": 'export { default as made } from "../home";', "a.b.c.ts": 'export { made as a } from "./sub.one.two";', "d.ts": 'export * from "./a.b.c.js";' }, ["a.b.c.ts a", "d.ts a", "impl/.entry.x.ts made"]],
    ["a folder whose package.json sends elsewhere", { "sub/package.json": { main: "../impl/entry.ts" }, "impl/entry.ts": 'export { default as made } from "../home";', "a.ts": 'export { made as a } from "./sub";' }, ["a.ts a", "impl/entry.ts made"]],
    ["an absolute path and an address", { "a.ts": 'export * from "/nowhere/home";', "b.ts": 'export * from "file:///nowhere/home.ts";', "c.ts": 'export { made } from "https://x.y/home.ts";', "d.ts": 'export { made } from "raw-loader!./home";' }, []],
  ])("%s", (_, tree, expected) => {
    const found = leaksOf(fixture({ ...home, ...tree }), seeds);
    expect(found.filter((line) => !line.includes("home.ts"))).toEqual(expected);
  });

  it("sees what is configured above the manifest's folder", () => {
    const { project, root } = fixture({
      "tsconfig.json": { compilerOptions: { paths: { exact: ["./app/src/one.ts"] } } }, "package.json": { name: "whole", imports: { "#x": "./app/src/one.ts" }, exports: { "./pub": "./app/src/one.ts" } },
      "app/src/home.ts": "export default 1;", "app/src/one.ts": 'export { default as made } from "./home";', "app/src/a.ts": 'export { made as a } from "exact";', "app/src/b.ts": 'export { made as b } from "#x";', "app/src/c.ts": 'export { made as c } from "whole/pub";',
    }, "app/src");
    expect(leaksOf({ project, root }, ["home.ts default"])).toEqual(["app/src/a.ts a", "app/src/b.ts b", "app/src/c.ts c", "app/src/one.ts made"]);
  });
});

describe("packages", () => {
  it("of one that is not installed the asked-for names are known", () => {
    const project = fixture({ "a.ts": 'export { merge, map as m } from "rxjs/operators";', "b.ts": 'export { m as n } from "./a";', "c.ts": 'export * from "rxjs/operators";', "d.ts": 'import { merge } from "rxjs"; export { merge };', "e.ts": 'export * as ops from "rxjs/operators";' });
    expect(leaksOf(project, ["rxjs/operators merge"])).toEqual(["a.ts merge", "c.ts merge", "e.ts ops = rxjs/operators"]);
  });
  it("follows every export of one but the excepted ones", () => {
    const tree = { "a.ts": 'export { merge, map as m, tap } from "rxjs/operators"; export { merge as other } from "rxjs";', "b.ts": 'export { m as n, merge } from "./a";', "c.ts": 'export * from "rxjs/operators";', "d.ts": 'export { tap as t, merge as no } from "./c";', "e.ts": 'export * as ops from "rxjs/operators";', "f.ts": 'import { m } from "./b"; import { filter } from "rxjs/operators"; export { m, filter };' };
    const installed = { "node_modules/rxjs/package.json": { name: "rxjs", exports: { "./operators": "./operators.js", ".": "./index.js" } }, "node_modules/rxjs/operators.js": "export const merge = 1, map = 2, tap = 3, filter = 4;", "node_modules/rxjs/index.js": "export const merge = 1;" };
    const expected = ["a.ts m", "a.ts tap", "b.ts n", "d.ts t", "f.ts filter"];
    const short = (line: string): string => line.replace("node_modules/rxjs/operators.js", "rxjs/operators");
    const inStar = ["c.ts filter", "c.ts map", "c.ts tap"];
    expect(leaksOf(fixture({ ...tree, ...installed }), ["rxjs/operators * but merge"]).map(short)).toEqual([...expected, ...inStar, "e.ts ops = rxjs/operators"].sort());
    // Nobody knows what else there is to pass the star of one that is not installed.
    expect(leaksOf(fixture(tree), ["rxjs/operators * but merge"]).filter((line) => !inStar.includes(line))).toEqual([...expected, "e.ts ops = rxjs/operators"].sort());
  });
});

describe("seeds and barriers", () => {
  it("follows every export of a file but the excepted ones, those that it has from elsewhere too", () => {
    const project = fixture({ ...home, "shim.ts": 'export * from "./home"; export const a = 1, b = 2;', "c.ts": 'export * from "./shim";', "d.ts": 'export { a as z, b } from "./shim";', "e.ts": 'export { getX } from "./home";' });
    expect(leaksOf(project, ["shim.ts * but b"])).toEqual(["c.ts a", "c.ts getX", "c.ts other", "d.ts z"]);
  });
  it("follows a file whose list of exports is open by the names that are asked for", () => {
    const project = fixture({ "shim.js": "exports[name] = 1; exports.a = 2;", "b.ts": 'export { a, q as r, no } from "./shim";', "c.ts": 'export { r } from "./b";' });
    expect(leaksOf(project, ["shim.js * but no"])).toEqual(["b.ts a", "b.ts r", "c.ts r"]);
  });
  it("starts at a module that itself re-exports: the home is no leak, and what goes round it is none either", () => {
    const project = fixture({ ...home, "named.ts": 'export { getX } from "./home";', "a.ts": 'export * from "./named";', "b.ts": 'export * from "./home";' });
    expect(leaksOf(project, ["named.ts getX"])).toEqual(["a.ts getX"]);
  });
  it("stops at a barrier", () => {
    const project = fixture({ ...home, "canonical.ts": 'export { getX as createX } from "./home";', "a.ts": 'export { createX } from "./canonical";', "b.ts": 'export { getX } from "./home";' });
    expect(leaksOf(project, ["home.ts getX"], ["canonical.ts createX"])).toEqual(["b.ts getX"]);
    expect(leaksOf(project, ["home.ts getX"])).toEqual(["a.ts createX", "b.ts getX", "canonical.ts createX"]);
  });
  it("finds nothing of a home that is gone or exports no such name, but what still asks for it", () => {
    const project = fixture({ "b.ts": 'export { getX } from "./gone"; export { nothing } from "./there";', "there.ts": "export const x = 1;", "c.ts": 'export * from "./b";' });
    expect(leaksOf(project, ["./gone getX", "there.ts nothing"])).toEqual(["b.ts getX", "c.ts getX"]);
  });
  it("tells the way: nearest module first, the name at home", () => {
    const made = fixture({ ...home, "b.ts": 'export { getX as y } from "./home";', "c.ts": 'export * from "./b";', "d.ts": 'export { y as z } from "./c";' });
    const seed = seedOf(made, "home.ts getX");
    const { leaks } = waysOf(made.project, [seed]).ways;
    expect(leaks).toContainEqual({ module: made.at("d.ts"), name: "z", seed, original: "getX", through: [made.at("b.ts"), made.at("c.ts"), made.at("d.ts")] });
  });
  it("leaves out what the manifest excludes and git ignores, in its folders and files", () => {
    const leak = 'export { getX } from "home";';
    const project = fixture({ ...home, "tsconfig.json": { compilerOptions: { paths: { home: ["./home.ts"] } } }, ".gitignore": "ignored\n", "ignored/a.ts": leak, "generated/a.ts": leak, "deep/generated/a.ts": leak, "a.gen.ts": leak, ".hidden/a.ts": leak, "a.ts": leak, "node_modules/p/a.ts": leak });
    expect(leaksOf(project, seeds, [], ["generated/**", "*.gen.ts"])).toEqual([".hidden/a.ts getX", "a.ts getX", "deep/generated/a.ts getX"]);
    expect(leaksOf(project, seeds, [], ["**/generated/**", ".hidden"])).toEqual([".hidden/a.ts getX", "a.gen.ts getX", "a.ts getX"]);
  });
});

it("passes over files that are too large or binary, with a note, and is not misled by small ones", () => {
  const leak = 'export { getX } from "./home";\n';
  const made = fixture({ ...home, "big.ts": leak + " ".repeat(1_000_000), "bytes.ts": Buffer.concat([Buffer.from(leak), Buffer.from([0, 1, 2])]), "video.ts": Buffer.from([0x47, 0x40, 0, 0x10, 0xff, 0]), "wide.ts": Buffer.from(`\uFEFF${leak}`, "utf16le"), "latin.ts": Buffer.from(`// caf\xe9\n${leak}`, "latin1"), "empty.ts": "", "almost.ts": leak + " ".repeat(999_000 - leak.length) });
  const { survey, ways } = waysOf(made.project, [seedOf(made, "home.ts getX")]);
  expect(ways.leaks.map(({ module }) => module).sort()).toEqual([made.at("almost.ts"), made.at("latin.ts")]);
  expect(Object.fromEntries(survey.notes.map(({ path, reason }) => [path.slice(made.root.length + 1), reason]))).toEqual({ "big.ts": "the file is over 1 MB", "bytes.ts": "the file is binary", "video.ts": "the file is binary", "wide.ts": "the file is binary" });
});
