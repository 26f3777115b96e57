import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { files, manifest } from "./exclusive-project.ts";

const data = {
  symbol: '`createManager` from "./src/ws/canonical"',
  instead: 'Use `createManager` from "./src/ws/canonical" instead.',
  details: " (WebSocket manager factory; owner @platform; to be removed by 2026-12-31) See https://example.com/issues/989",
};

const modules: readonly Invalid[] = [
  { name: "a function", code: `export function «createManager»() {}\n`, data },
  { name: "a variable, at its name", code: `export const other = 1, «createManager» = () => {};\n`, data },
  { name: "a class", code: `export class «Hub» {}\n`, data: { symbol: '`Hub` from "./src/ws/hub"', instead: 'Use `Hub` from "./src/ws/hub" instead.', details: "" } },
  { name: "exported later, defined where the report stands", code: `const «createManager» = 1;\nclass «Hub» {}\nexport { createManager, Hub };\n` },
  { name: "exported under that name: the outward name decides", code: `function «make»() {}\nexport { make as createManager };\n`, data },
  { name: "under that name by a string", code: `const «make» = 1;\nexport { make as "createManager" };\n`, data },
  { name: "what wraps the canonical one is another one", code: `import { createManager as inner } from "./ws/canonical";\nexport const «createManager» = (id) => inner(id);\n`, kinds: ["js", "jsx"] },
  { name: "taken out of an object or a list", code: `export const { «createManager», kits: [«Hub» = 1] } = makeKit();\n`, kinds: ["js", "ts"] },
  { name: "beside imports that are other rules' affair", code: `import { getManager } from "./ws/factory";\nexport const «createManager» = () => getManager("a");\n` },
  { name: "CRLF, a byte order mark, an emoji before it, several on a line, no final newline", code: `\uFEFF/* 🎉 */ export class «Hub» {}\r\n/* 🎉 */ export function «createManager»() {} export const a = 1` },
  { name: "comments between the tokens", code: `export /* 1 */ const /* 2 */ «createManager» /* 3 */ = /* 4 */ 1;\n` },
  { name: "in a test, from phase 3 on", file: "tests/helpers", phase: 3, code: `export const «createManager» = () => ({});\n` },
  { name: "in production, in phase 2 by the option", phase: 2, manifest: { migrations: manifest.migrations.map((each) => ({ ...each, phase: 1 })) }, code: `export const «createManager» = 1;\n` },
];

const types: readonly Invalid[] = [
  { name: "types, which are taken by the same name", code: `export interface «Hub» {}\n` },
  { name: "an alias, an enum, an abstract class", code: `export type «Hub» = string;\nexport enum «createManager» {}\n` },
  { name: "overloads, reported once", code: `export function «createManager»(id: string): object;\nexport function createManager(id: number): object;\nexport function createManager(id: unknown): object {\n  return { id };\n}\n` },
  { name: "declared", code: `export declare function «createManager»(): void;\nexport declare const «Hub»: unknown;\n` },
  { name: "a namespace", code: `export namespace «Hub» {\n  export const createManager = 1;\n}\n` },
  { name: "a variable with a type, at its name", code: `export const «createManager»: () => void = () => {};\n` },
];

const commonJs: readonly Invalid[] = [
  { name: "exports.x", code: `exports.«createManager» = () => {};\nmodule.exports.«Hub» = class {};\n` },
  { name: "in an exported object", code: `function «Hub»() {}\nmodule.exports = { «createManager»() {}, Hub };\n` },
];

const valid: readonly Valid[] = [
  { name: "the definition itself", file: "src/ws/canonical.ts", code: `export const createManager = () => {};\n` },
  { name: "the definition of what the canonical module lets out", file: "src/ws/hub-impl.ts", code: `export class Hub {}\n` },
  { name: "the canonical module that lets it out", file: "src/ws/hub.ts", code: `export { Hub } from "./hub-impl";\n` },
  { name: "nobody else can take it", code: `const createManager = 1;\nclass Hub {}\nexport const all = [createManager, Hub];\n` },
  { name: "exported under another name", code: `const createManager = 1;\nexport { createManager as create };\nexport default class Hub {}\n` },
  { name: "passed on", code: `export { createManager } from "./ws/canonical";\nexport { openSocket as Hub } from "./ws";\nimport { other } from "./ws";\nexport { other };\n` },
  { name: "passed on as a constant", code: `import { createManager as make } from "./ws/canonical";\nimport * as ws from "./ws";\nexport const createManager = make, Hub = ws.other;\n` },
  { name: "the types of a module in a file beside it", file: "src/ws/plain.d.ts", kinds: typescript, manifest: { migrations: [{ ...manifest.migrations[0], canonical: { module: "./src/ws/plain", name: "createPlain" } }] }, code: `export declare const createPlain: () => void;\n` },
  { name: "what the definition was built to", file: "dist/ws/canonical.js", code: `export const createManager = () => {};\n` },
  { name: "the types that were built of it", file: "dist/ws/canonical.d.ts", code: `export declare const createManager: () => void;\n` },
  { name: "passed on by taking a module apart", code: `import * as ws from "./ws/canonical";\nexport const { createManager } = ws;\nexport const { Hub } = await import("./ws/hub");\n`, kinds: ["ts"] },
  { name: "members of that name", code: `export const api = { createManager() {} };\nexport class Own { createManager() {} }\n` },
  { name: "strings and comments", code: `// export function createManager() {}\nexport const text = "export function createManager() {}";\n` },
  { name: "required, then exported", kinds: ["js"], sourceType: "commonjs", code: `const ws = require("./ws/canonical");\nexports.createManager = ws.createManager;\nmodule.exports.Hub = require("./ws/hub").Hub;\n` },
  { name: "what a compiler announces", kinds: ["js"], sourceType: "commonjs", code: `exports.createManager = void 0;\n` },
  { name: "the deprecated symbol's own name is another rule's", file: "src/ws/factory.ts", code: `export const getManager = () => {};\n` },
  { name: "in a test, in phase 2", file: "tests/helpers", code: `export const createManager = () => ({});\n` },
  { name: "in production, in phase 1", phase: 1, code: `export const createManager = () => ({});\n` },
  { name: "in an allowed file", file: "src/compat/ws", code: `export const createManager = () => ({});\n` },
  { name: "where nothing is exclusive", code: `export const createManager = () => ({});\n`, manifest: { migrations: manifest.migrations.map((each) => ({ ...each, exclusive: false })) } },
];

testRule("no-duplicate-definition", "duplicate", { files, manifest }, {
  valid,
  invalid: [...modules, ...types.map((each): Invalid => ({ kinds: typescript, ...each })), ...commonJs.map((each): Invalid => ({ kinds: ["js", "jsx"], sourceType: "commonjs", ...each }))],
});
