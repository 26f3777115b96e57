import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Data, Invalid, Valid } from "../kit/rule-tester.ts";
import { files, manifest as caseManifest } from "./case-project.ts";

const canonical = { module: "./src/ws/canonical", name: "createManager" };
const names = ["getManager", "default", "ManagerOptions"];

function manifestOf(entries: readonly object[]): object {
  return { migrations: entries.map((entry, index) => ({ id: `m-${String(index)}`, phase: 1, canonical, deprecated: [entry] })) };
}

const project = {
  files,
  manifest: manifestOf([
    ...names.map((name) => ({ module: "./src/old", name })),
    ...names.map((name) => ({ module: "./src/types.d.ts", name })),
  ]),
};
const whole = {
  files,
  manifest: { migrations: [{ id: "whole", phase: 1, canonical: { module: "./src/time/date", name: "*" }, deprecated: [{ module: "./src/old", name: "*" }] }] },
};
const text = 'Use `createManager` from "./src/ws/canonical" instead.';
const notice = `@deprecated ${text}`;
const data: Data = { symbol: '`getManager` from "./src/old"', instead: text, details: "" };

const definitions: readonly Invalid[] = [
  { name: "a function", code: `export function «getManager»() {}\n`, output: `/** ${notice} */\nexport function getManager() {}\n`, data },
  { name: "an async generator behind other code", code: `import x from "y";\n\nexport async function* «getManager»() {}\n`, output: `import x from "y";\n\n/** ${notice} */\nexport async function* getManager() {}\n` },
  { name: "a class", code: `export class «getManager» {}\n`, output: `/** ${notice} */\nexport class getManager {}\n` },
  { name: "a const", code: `export const «getManager» = 2;\n`, output: `/** ${notice} */\nexport const getManager = 2;\n` },
  { name: "one const of several, of which the others are not deprecated", code: `export const other = 1, «getManager» = 2;\n`, output: `export const other = 1, /** ${notice} */ getManager = 2;\n` },
  { name: "the first of several, exported later, with a comment of its own", code: `/** Of all. */\nlet /** Makes one. */ «getManager» = 1,\n  other = 2;\nexport { getManager, other };\n`, output: `/** Of all. */\nlet /**\n * Makes one.\n * ${notice}\n */ getManager = 1,\n  other = 2;\nexport { getManager, other };\n` },
  { name: "an arrow function", code: `export const «getManager» = () => {};\n`, output: `/** ${notice} */\nexport const getManager = () => {};\n` },
  { name: "taken out of a value", code: `export const { «getManager», other } = createApi();\n`, output: `/** ${notice} */\nexport const { getManager, other } = createApi();\n` },
  { name: "a local that is exported", code: `const «getManager» = () => {};\n\nexport { getManager };\n`, output: `/** ${notice} */\nconst getManager = () => {};\n\nexport { getManager };\n` },
  { name: "a local that is exported under the name", code: `function «make»() {}\nexport { make as getManager, make as "other" };\n`, output: `/** ${notice} */\nfunction make() {}\nexport { make as getManager, make as "other" };\n` },
  { name: "a local that is exported under the name as a string", code: `export { make as "getManager" };\nclass «make» {}\n`, output: `export { make as "getManager" };\n/** ${notice} */\nclass make {}\n` },
  { name: "the default: a function", code: `export default function «make»() {}\n`, output: `/** ${notice} */\nexport default function make() {}\n`, data: { symbol: 'the default export from "./src/old"', instead: text, details: "" } },
  { name: "the default: without a name", code: `export default «class {}»\n`, output: `/** ${notice} */\nexport default class {}\n` },
  { name: "the default: an expression", code: `export default «{ make() {} }»;\n`, output: `/** ${notice} */\nexport default { make() {} };\n` },
  { name: "the default: a local", code: `const «make» = 1;\nexport default make;\n`, output: `/** ${notice} */\nconst make = 1;\nexport default make;\n` },
  { name: "the default: a local by a specifier", code: `const «make» = 1;\nexport { make as default };\n`, output: `/** ${notice} */\nconst make = 1;\nexport { make as default };\n` },
];

const comments: readonly Invalid[] = [
  { name: "JSDoc of what is exported by two names", code: `/** Makes one. */\nfunction «««make»»»() {}\nexport { make as getManager, make as ManagerOptions };\nexport default make;\n`, output: `/**\n * Makes one.\n * ${notice}\n */\nfunction make() {}\nexport { make as getManager, make as ManagerOptions };\nexport default make;\n` },
  { name: "no JSDoc before two names that are taken out of a value", code: `export const { «getManager», «ManagerOptions» } = createApi();\n`, output: `/** ${notice} */\nexport const { getManager, ManagerOptions } = createApi();\n` },
  { name: "JSDoc of one line", code: `/** Makes one. */\nexport function «getManager»() {}\n`, output: `/**\n * Makes one.\n * ${notice}\n */\nexport function getManager() {}\n` },
  { name: "JSDoc of many lines", code: `/**\n * Makes one.\n *\n * @param x what\n */\nexport function «getManager»(x) {}\n`, output: `/**\n * Makes one.\n *\n * @param x what\n * ${notice}\n */\nexport function getManager(x) {}\n` },
  { name: "JSDoc of many lines with CRLF", code: `/**\r\n * Makes one.\r\n */\r\nexport function «getManager»() {}\r\n`, output: `/**\r\n * Makes one.\r\n * ${notice}\r\n */\r\nexport function getManager() {}\r\n` },
  { name: "no JSDoc, with CRLF", code: `const a = 1;\r\nexport function «getManager»() {}\r\n`, output: `const a = 1;\r\n/** ${notice} */\r\nexport function getManager() {}\r\n` },
  { name: "line comments before", code: `// Makes one.\n// eslint-disable-next-line max-params\nexport function «getManager»() {}\n`, output: `// Makes one.\n/** ${notice} */\n// eslint-disable-next-line max-params\nexport function getManager() {}\n` },
  { name: "what speaks of the next line, indented, with more comments", code: `start();\n  // @ts-expect-error: no types\n  // for this one\n  export function «getManager»() {}\n`, output: `start();\n  /** ${notice} */\n  // @ts-expect-error: no types\n  // for this one\n  export function getManager() {}\n` },
  { name: "what speaks of the next line, behind other code", code: `start(); // eslint-disable-next-line max-params\nexport function «getManager»() {}\n`, output: `start(); // eslint-disable-next-line max-params\n/** ${notice} */ export function getManager() {}\n` },
  { name: "a block that speaks of the next declarator", code: `export let other = 1,\n  /* istanbul ignore next */\n  «getManager» = 2;\n`, output: `export let other = 1,\n  /** ${notice} */\n  /* istanbul ignore next */\n  getManager = 2;\n` },
  { name: "indented", code: `  export function «getManager»() {}\n`, output: `  /** ${notice} */\n  export function getManager() {}\n` },
  { name: "indented, with JSDoc of many lines", code: `\t/**\n\t * Makes one.\n\t */\n\texport function «getManager»() {}\n`, output: `\t/**\n\t * Makes one.\n\t * ${notice}\n\t */\n\texport function getManager() {}\n` },
  { name: "behind other code on its line", code: `start(); export function «getManager»() {}\n`, output: `start(); /** ${notice} */\nexport function getManager() {}\n` },
  { name: "no JSDoc, a block comment that says so", code: `/* @deprecated */\nexport function «getManager»() {}\n`, output: `/* @deprecated */\n/** ${notice} */\nexport function getManager() {}\n` },
  { name: "JSDoc that only speaks of it", code: `/** Says \`@deprecated\`, mail a@deprecated.org, {@link deprecated}. */\nexport function «getManager»() {}\n`, output: `/**\n * Says \`@deprecated\`, mail a@deprecated.org, {@link deprecated}.\n * ${notice}\n */\nexport function getManager() {}\n` },
  { name: "the notice of another definition", code: `/** @deprecated */\nexport const other = 1;\nexport function «getManager»() {}\n`, output: `/** @deprecated */\nexport const other = 1;\n/** ${notice} */\nexport function getManager() {}\n` },
  { name: "no final newline, an emoji, a byte order mark", code: `\uFEFFconst party = "🎉"; export const «getManager» = "🎉"`, output: `\uFEFFconst party = "🎉"; /** ${notice} */\nexport const getManager = "🎉"` },
];

const types: readonly Invalid[] = [
  { name: "overloads, each of them; the implementation is nobody's", code: `export function «getManager»(): void;\n/** With options. */\nexport function getManager(options: object): void;\nexport function getManager(options?: object) {}\n`, output: `/** ${notice} */\nexport function getManager(): void;\n/**\n * With options.\n * ${notice}\n */\nexport function getManager(options: object): void;\nexport function getManager(options?: object) {}\n` },
  { name: "an overload that has none beside one that has", code: `/** @deprecated */\nexport function getManager(): void;\nexport function «getManager»(options: object): void;\nexport function getManager(options?: object) {}\n`, output: `/** @deprecated */\nexport function getManager(): void;\n/** ${notice} */\nexport function getManager(options: object): void;\nexport function getManager(options?: object) {}\n` },
  { name: "a decorated class", code: `@Injectable()\nexport class «getManager» {}\n`, output: `/** ${notice} */\n@Injectable()\nexport class getManager {}\n` },
  { name: "a decorated class, export first", code: `/** Makes. */\nexport @Injectable() class «getManager» {}\n`, output: `/**\n * Makes.\n * ${notice}\n */\nexport @Injectable() class getManager {}\n` },
  { name: "an abstract class", code: `export abstract class «getManager» {}\n`, output: `/** ${notice} */\nexport abstract class getManager {}\n` },
  { name: "an interface", code: `export interface «ManagerOptions» {}\n`, output: `/** ${notice} */\nexport interface ManagerOptions {}\n` },
  { name: "a type", code: `export type «ManagerOptions» = object;\n`, output: `/** ${notice} */\nexport type ManagerOptions = object;\n` },
  { name: "a type that is exported as one", code: `type «Options» = object;\nexport type { Options as ManagerOptions };\n`, output: `/** ${notice} */\ntype Options = object;\nexport type { Options as ManagerOptions };\n` },
  { name: "an enum, a const enum", code: `export const enum «ManagerOptions» { A }\n`, output: `/** ${notice} */\nexport const enum ManagerOptions { A }\n` },
  { name: "a namespace", code: `export namespace «getManager» { export function getManager() {} }\n`, output: `/** ${notice} */\nexport namespace getManager { export function getManager() {} }\n` },
  { name: "a type and a value of one name: each", code: `export interface «ManagerOptions» {}\nexport const ManagerOptions = {};\n`, output: `/** ${notice} */\nexport interface ManagerOptions {}\n/** ${notice} */\nexport const ManagerOptions = {};\n` },
  { name: "export =", code: `class «Factory» {}\nexport = Factory;\n`, output: `/** ${notice} */\nclass Factory {}\nexport = Factory;\n` },
  { name: "a declaration file", file: "src/types.d.ts", kinds: ["ts"], code: `export declare function «getManager»(): void;\ndeclare const «_default»: number;\nexport default _default;\n`, output: `/** ${notice} */\nexport declare function getManager(): void;\n/** ${notice} */\ndeclare const _default: number;\nexport default _default;\n` },
];

const commonJs: readonly Invalid[] = [
  { name: "exports.x", code: `exports.«getManager» = function () {};\n`, output: `/** ${notice} */\nexports.getManager = function () {};\n` },
  { name: "module.exports.x, a class", code: `module.exports.«getManager» = class {};\n`, output: `/** ${notice} */\nmodule.exports.getManager = class {};\n` },
  { name: "exports.x of a local", code: `function «make»() {}\nexports.getManager = make;\n`, output: `/** ${notice} */\nfunction make() {}\nexports.getManager = make;\n` },
  { name: "an object of locals", code: `const «getManager» = () => {};\n\nmodule.exports = { getManager };\n`, output: `/** ${notice} */\nconst getManager = () => {};\n\nmodule.exports = { getManager };\n`, manifest: manifestOf([{ module: "./src/old", name: "getManager" }]) },
  { name: "a method of the object", code: `module.exports = {\n  other,\n  «getManager»() {},\n};\n`, output: `module.exports = {\n  other,\n  /** ${notice} */\n  getManager() {},\n};\n`, manifest: manifestOf([{ module: "./src/old", name: "getManager" }]) },
  { name: "the module itself", code: `module.«exports» = function () {};\n`, output: `/** ${notice} */\nmodule.exports = function () {};\n` },
  { name: "the module itself, a local", code: `class «Factory» {}\nmodule.exports = Factory;\n`, output: `/** ${notice} */\nclass Factory {}\nmodule.exports = Factory;\n` },
  { name: "several names at once", code: `exports.make = exports.«getManager» = () => {};\n`, output: `/** ${notice} */\nexports.make = exports.getManager = () => {};\n` },
];

const valid: readonly Valid[] = [
  { name: "noticed on one line", code: `/** @deprecated use createManager */\nexport function getManager() {}\n` },
  { name: "noticed among other lines, CRLF", code: `/**\r\n * Makes one.\r\n * @deprecated\r\n * @param x what\r\n */\r\nexport const getManager = (x) => x;\r\n` },
  { name: "noticed, other comments between", code: `/** @deprecated */\n// eslint-disable-next-line max-params\nexport default class {}\n` },
  { name: "noticed where it is defined, not where it is exported", code: `/** Makes one. @deprecated */\nfunction make() {}\nexport { make as getManager, make as default };\n` },
  { name: "a module that only re-exports it is no definition", code: `export { getManager, default } from "./ws/factory";\nimport { ManagerOptions } from "./ws/factory";\nexport { ManagerOptions };\n` },
  { name: "a local of that name that is not exported", code: `function getManager() {}\nexport const other = { getManager };\nclass A { getManager() {} }\nexport function outer() { function getManager() {} }\n` },
  { name: "the export of another file", file: "src/other", code: `export function getManager() {}\n` },
  { name: "an allowed file", code: `export function getManager() {}\n`, manifest: { migrations: [{ id: "m", canonical, deprecated: [{ module: "./src/old", name: "getManager" }], allow: ["src/old.*"] }] } },
  { name: "of CommonJS: what it takes from elsewhere, and what compilers announce", sourceType: "commonjs", kinds: ["js"], code: `exports.getManager = void 0;\nconst { ManagerOptions } = require("./impl");\nmodule.exports = { ManagerOptions };\nexports.getManager = require("./impl").getManager;\n`, manifest: manifestOf([{ module: "./src/old", name: "getManager" }, { module: "./src/old", name: "ManagerOptions" }]) },
  { name: "exports of something else", sourceType: "commonjs", kinds: ["js"], code: `foo.exports.getManager = function () {};\nmodule.getManager = function () {};\nexport_.getManager = () => {};\n` },
];

const at = (each: Invalid): Invalid => ({ file: "src/old", ...each });

testRule("require-deprecation-notice", "definition", project, {
  valid: [
    ...valid.map((each): Valid => ({ file: "src/old", ...each })),
    { name: "noticed overloads and a decorated class", file: "src/old", kinds: typescript, code: `/** @deprecated */\nexport function getManager(): void;\n/** @deprecated */\nexport function getManager(x: object): void;\nexport function getManager(x?: object) {}\n/** @deprecated */\n@Injectable()\nexport default class Factory {}\n` },
  ],
  invalid: [
    ...definitions.map(at),
    ...comments.map(at),
    ...types.map((each): Invalid => at({ kinds: typescript, ...each })),
    ...commonJs.map((each): Invalid => at({ kinds: ["js", "jsx"], sourceType: "commonjs", ...each })),
    { name: "no successor", file: "src/old", code: `export const «getManager» = 1;\n`, output: `/** @deprecated Pools are gone. */\nexport const getManager = 1;\n`, data: { symbol: '`getManager` from "./src/old"', instead: "Pools are gone.", details: "" }, manifest: { migrations: [{ id: "m", message: "Pools are gone", deprecated: [{ module: "./src/old", name: "getManager" }] }] } },
    { name: "by the phase option, whatever the migration's own phase", file: "src/old", phase: 4, code: `export const «getManager» = 1;\n`, output: `/** ${notice} */\nexport const getManager = 1;\n` },
  ],
});

const header = '/** @deprecated Use "./src/time/date" instead. */';

testRule("require-deprecation-notice", "module", whole, {
  valid: [
    { name: "a header", file: "src/old", code: `/** @deprecated see ./time/date */\n\nexport const parse = 1;\n` },
    { name: "a header behind others", file: "src/old", code: `#!/usr/bin/env node\n// Copyright\n/**\n * Dates.\n * @deprecated\n */\nimport x from "y";\nexport const parse = x;\n` },
    { name: "a header of an empty file", file: "src/old", code: `/** @deprecated */\n` },
  ],
  invalid: [
    { name: "a header, with a blank line behind it", file: "src/old", code: `«export const parse = 1;»\nexport const now = 2;\n`, output: `${header}\n\nexport const parse = 1;\nexport const now = 2;\n`, data: { symbol: 'the module "./src/old"', instead: 'Use "./src/time/date" instead.', details: "" } },
    { name: "behind a hashbang", file: "src/old", code: `«#!/usr/bin/env node»\r\nexport const parse = 1;\r\n`, output: `#!/usr/bin/env node\r\n${header}\r\n\r\nexport const parse = 1;\r\n` },
    { name: "behind a licence", file: "src/old", code: `«/*! Copyright (c) 2026 Somebody */»\nexport const parse = 1;\n`, output: `/*! Copyright (c) 2026 Somebody */\n${header}\n\nexport const parse = 1;\n` },
    { name: "behind a licence of many lines, and the blank line that is there", file: "src/old", code: `«/**»\n * @license MIT\n */\n\nexport const parse = 1;\n`, output: `/**\n * @license MIT\n */\n${header}\n\nexport const parse = 1;\n` },
    { name: "behind a licence in line comments", file: "src/old", code: `«// SPDX-License-Identifier: MIT»\n// Copyright 2026\nexport const parse = 1;\n`, output: `// SPDX-License-Identifier: MIT\n// Copyright 2026\n${header}\n\nexport const parse = 1;\n` },
    { name: "behind a hashbang and a licence", file: "src/old", code: `«#!/usr/bin/env node»\n/* Copyright 2026 */\n\nexport const parse = 1;\n`, output: `#!/usr/bin/env node\n/* Copyright 2026 */\n${header}\n\nexport const parse = 1;\n` },
    { name: "before JSDoc and line comments that are no licence", file: "src/old", code: `«// @ts-check»\n/** Dates. */\nexport const parse = 1;\n`, output: `${header}\n\n// @ts-check\n/** Dates. */\nexport const parse = 1;\n` },
    { name: "a notice further down is none of the file", file: "src/old", code: `«import x from "y";»\n/** @deprecated */\nexport const parse = x;\n`, output: `${header}\n\nimport x from "y";\n/** @deprecated */\nexport const parse = x;\n` },
    { name: "a byte order mark", file: "src/old", code: `\uFEFF«export const parse = 1;»`, output: `\uFEFF${header}\n\nexport const parse = 1;` },
    { name: "also of a module that only re-exports", file: "src/old", code: `«export * from "./time/date";»\n`, output: `${header}\n\nexport * from "./time/date";\n` },
  ],
});

testRule("require-deprecation-notice", "module", { files, manifest: caseManifest }, {
  valid: [],
  invalid: [
    {
      name: "of a module with exceptions the header says what it is not about", phase: 1, file: "src/legacy/date.ts",
      code: `«export const parse = 1;»\nexport const format = 2;\n`,
      output: `/** @deprecated Use "./src/time/date" instead. Not deprecated: \`format\`. */\n\nexport const parse = 1;\nexport const format = 2;\n`,
    },
  ],
});
