import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readCallable } from "../../src/project/exports/parameters.ts";
import { standingFolder } from "../kit/project-folder.ts";
import { fixture } from "./fixture.ts";

const folder = standingFolder({});
let count = 0;

/** `f 1-2 (key, options?)` for each way to call, `new …` for each way to construct; empty where nothing is known. */
function read(text: string, name: string, extension: string): string {
  const path = join(folder, `${String((count += 1))}${extension}`);
  writeFileSync(path, text);
  const { calls, news } = readCallable(path, text.length, name);
  const show = ({ min, max, text: shown }: { min: number; max: number; text: string }): string => `${String(min)}-${max === Infinity ? "" : String(max)} ${shown}`;
  return [...(calls ?? []).map(show), ...(news ?? []).map((each) => `new ${show(each)}`)].join(" | ");
}

type Case = readonly [text: string, name: string, expected: string];

describe("TypeScript", () => {
  const cases: readonly Case[] = [
    ["export function open(): void {}", "open", "0-0 ()"],
    ["export function open(key: string, id: number): void {}", "open", "2-2 (key, id)"],
    ["export async function* open<T>(key: T, id?: number, size = 1) {}", "open", "1-3 (key, id?, size?)"],
    ["export function open(key = 'a', id: number) {}", "open", "2-2 (key?, id)"],
    ["export function open(key: string, ...rest: string[]) {}", "open", "1- (key, ...rest)"],
    ["export function open({ key, id }: Options, [first]: string[], { size }: Size = {}) {}", "open", "2-3 ({…}, […], {…}?)"],
    ["export function open(this: Window, key: string) {}", "open", "1-1 (key)"],
    ["export function open(key: string, done: void) {}", "open", "1-2 (key, done?)"],
    ["export function open(key: string | void) {}", "open", "0-1 (key?)"],
    // A comment, a comma, and an emoji where they may stand.
    ["export function open(/* 🎉 first */ key: string, // the key\r\n  id: number,\r\n) {}", "open", "2-2 (key, id)"],
    ["\uFEFFexport function open(key: string) {}", "open", "1-1 (key)"],
    // Overloads hide the implementation.
    ["export function open(key: string): A;\nexport function open(key: string, id: number, size: number): B;\nexport function open(...all: unknown[]): A | B { return all; }", "open", "1-1 (key) | 3-3 (key, id, size)"],
    ["function open(key: string): A;\nfunction open(key: string, id: number): B;\nfunction open(...all: any[]) {}\nexport { open as start };", "start", "1-1 (key) | 2-2 (key, id)"],
    ["export declare function open(key: string): void;", "open", "1-1 (key)"],
    ["export const open = (key: string, id?: number) => key;", "open", "1-2 (key, id?)"],
    ["export const open = function (key: string) {};", "open", "1-1 (key)"],
    ["export const other = 1, open = async (key: string): Promise<void> => {};", "open", "1-1 (key)"],
    ["export const open = ((key: string) => key) satisfies Opener;", "open", "1-1 (key)"],
    ["const open = <T,>(key: T) => key;\nexport { open };", "open", "1-1 (key)"],
    ["const open = (key: string) => key;\nexport { open as \"start it\" };", "start it", "1-1 (key)"],
    // The type that is written decides, not the value.
    ["export const open: (key: string, id?: number) => void = (key) => {};", "open", "1-2 (key, id?)"],
    ["export declare const open: (key: string) => void;", "open", "1-1 (key)"],
    ["export const open: Opener = (key: string) => {};", "open", ""],
    ["export const open = ((key: string) => key) as Opener;", "open", ""],
    ["export const open = memo((key: string) => key);", "open", ""],
    ["export let open = (key: string) => key;", "open", ""],
    ["export const { open } = factory;", "open", ""],
    ["import { open } from './other';\nexport { open };", "open", ""],
    ["export enum open { A }", "open", ""],
    ["export type open = (key: string) => void;", "open", ""],
    // The same name, as a type or as a namespace, changes no call.
    ["export function open(key: string) {}\nexport namespace open { export const size = 1; }\nexport interface open { size: number }", "open", "1-1 (key)"],
    // A function of that name elsewhere is another one.
    ["{ function open(a: 1, b: 2) {} }\nexport function open(key: string) { function open(a: 1, b: 2, c: 3) {} }", "open", "1-1 (key)"],
    ["function hidden(a: 1, b: 2) {}\nexport function open(key: string) {}", "open", "1-1 (key)"],
    ["export default function (key: string) {}", "default", "1-1 (key)"],
    ["export default function open(key: string): void;\nexport default function open(key: string, id: number): void;\nexport default function open(...all: any[]) {}", "default", "1-1 (key) | 2-2 (key, id)"],
    ["export default (key: string) => key;", "default", "1-1 (key)"],
    ["function open(key: string) {}\nexport default open;", "default", "1-1 (key)"],
    ["export default open(1);", "default", ""],
    ["export default interface Options { key: string }", "default", ""],
    ["function open(key: string): void;\nexport = open;", "default", "1-1 (key)"],
    ["export function open(key: string {", "open", ""],
    ["export const nothing = 1;", "open", ""],
  ];
  test.each(cases)("%s", (text, name, expected) => expect(read(text, name, ".ts")).toBe(expected));
});

describe("classes", () => {
  const cases: readonly Case[] = [
    ["export class Manager { constructor(private readonly key: string, public id = 1) {} }", "Manager", "new 1-2 (key, id?)"],
    ["export class Manager { constructor(); constructor(key: string, id: number); constructor(...all: unknown[]) {} }", "Manager", "new 0-0 () | new 2-2 (key, id)"],
    ["export class Manager { open(key: string) {} static constructor2(a: 1) {} }", "Manager", "new 0-0 ()"],
    ["export class Manager extends Base {}", "Manager", ""],
    ["export class Manager extends Base { constructor(key: string) { super(); } }", "Manager", "new 1-1 (key)"],
    ["export abstract class Manager { protected constructor(key: string) {} }", "Manager", "new 1-1 (key)"],
    ["export default class { constructor(key: string) {} }", "default", "new 1-1 (key)"],
    ["export const Manager = class { constructor(key: string) {} };", "Manager", "new 1-1 (key)"],
    ["export class Manager { constructor(key: string) {} }\nexport interface Manager { size: number }", "Manager", "new 1-1 (key)"],
  ];
  test.each(cases)("%s", (text, name, expected) => expect(read(text, name, ".ts")).toBe(expected));
});

describe("declaration files", () => {
  const cases: readonly Case[] = [
    ["declare function open(key: string): void;\ndeclare function open(key: string, id: number): void;\nexport { open };", "open", "1-1 (key) | 2-2 (key, id)"],
    ["export declare class Manager { constructor(key: string); }", "Manager", "new 1-1 (key)"],
    ["declare function implicit(key?: string): void;", "implicit", "0-1 (key?)"],
    ["export function open({ key }?: Options): void;", "open", "0-1 ({…}?)"],
    ["export const open: Opener;", "open", ""],
  ];
  test.each(cases)("%s", (text, name, expected) => expect(read(text, name, ".d.ts")).toBe(expected));
});

describe("plain JavaScript, where any argument may be left out: one that is used without a look is wanted", () => {
  const cases: readonly Case[] = [
    ["export function open(key, id) { return connect(key, id); }", "open", "2-2 (key, id)"],
    ["export function open(key, size = 1, ...rest) {}", "open", "1- (key, size?, ...rest)"],
    ["export function open(key, id) { if (!id) return; }", "open", "1-2 (key, id?)"],
    ["export function open(key, id) { id = id || 1; }", "open", "1-2 (key, id?)"],
    ["export function open(key, id) { return id ?? key; }", "open", "1-2 (key, id?)"],
    ["export const open = (key, options) => options?.size;", "open", "1-2 (key, options?)"],
    ["export const open = (key, done) => { done?.(key); };", "open", "1-2 (key, done?)"],
    ["export const open = (key, id) => (id === undefined ? key : id);", "open", "1-2 (key, id?)"],
    ["export const open = (key, options) => ({ key, ...options });", "open", "1-2 (key, options?)"],
    ["export const open = (key, id) => (typeof id === 'string' ? id : key);", "open", "1-2 (key, id?)"],
    ["export function open(key) { return connect(key, arguments); }", "open", "0- (key?)"],
    ["/** @param {string} key @param {number} [id] */\nexport function open(key, id) { return [key, id]; }", "open", "1-2 (key, id?)"],
    ["/**\n * @param {string} key\n * @param {number=} id\n */\nexport const open = (key, id) => [key, id];", "open", "1-2 (key, id?)"],
    ["/** @param {number} [id] */\nexport const other = 1;\nexport function open(id) { return [id]; }", "open", "1-1 (id)"],
    ["/** @type {import('./types').Opener} */\nexport const open = (key, id) => [key, id];", "open", ""],
    ["/* @type {Opener} */\nexport const open = (key) => [key];", "open", "1-1 (key)"],
    ["export class Manager { /** @param {string} [key] */ constructor(key, id) { this.key = key; } }", "Manager", "new 2-2 (key?, id)"],
    ["export const View = (props) => <div>{props.a}</div>;", "View", "1-1 (props)"],
    ["exports.open = (key) => key;", "open", ""],
  ];
  test.each(cases)("%s", (text, name, expected) => expect(read(text, name, ".js")).toBe(expected));
});

test("what cannot be read is not known, and nothing throws", () => {
  expect(readCallable(join(folder, "missing.ts"), 0, "open")).toEqual({});
  expect(readCallable(folder, 0, "open")).toEqual({});
  expect(read("<script>export function open(key) {}</script>", "open", ".vue")).toBe("");
});

describe("over files", () => {
  const it1 = fixture({
    "package.json": { name: "app" },
    "src/barrel.ts": 'export { open as start } from "./impl"; export * from "./more"; export { connect } from "typed"; export { gone } from "./gone";',
    "src/impl.ts": "export function open(key: string, id?: number) {}",
    "src/more.ts": "export class Manager { constructor(key: string) {} }",
    "node_modules/typed/package.json": { name: "typed", main: "index.js", types: "index.d.ts", exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./sub": "./sub.js" } },
    "node_modules/typed/index.js": "export function connect(a, b, c) {} export function untyped(a) {}",
    "node_modules/typed/sub.js": "export function only(a) {}",
    "node_modules/typed/index.d.ts": 'export * from "./connect";',
    "node_modules/typed/connect.d.ts": "export declare function connect(url: string): void;",
    "node_modules/plain/package.json": { name: "plain", main: "index.js" },
    "node_modules/plain/index.js": "export function connect(a) {}",
  });
  const { code, manifestModule } = it1.project;
  test.each([
    ["./src/barrel", "start", "1-2"],
    ["./src/barrel", "Manager", "new 1-1"],
    ["./src/barrel", "connect", "1-1"],
    ["./src/barrel", "gone", ""],
    ["typed", "connect", "1-1"],
    // A package's own code is no text to be read.
    ["plain", "connect", ""],
    ["missing", "connect", ""],
  ])("%s %s: %s", (module, name, expected) => {
    const { calls, news } = code.callableOf(manifestModule(module), name);
    const shown = [...(calls ?? []).map(({ min, max }) => `${String(min)}-${String(max)}`), ...(news ?? []).map(({ min, max }) => `new ${String(min)}-${String(max)}`)];
    expect(shown.join()).toBe(expected);
  });

  test.each([
    ["./src/barrel", ["start", "connect", "gone", "Manager"]],
    ["./src/missing", []],
    ["typed", ["connect"]],
    ["missing", []],
  ])("names of %s", (module, names) => {
    expect(code.exportNames(manifestModule(module))).toEqual(names);
  });

  test.each([
    ["./src/barrel", "yes"],
    ["./src/barrel.ts", "yes"],
    ["./src/missing", "no"],
    ["./src", "no"],
    ["typed", "yes"],
    ["typed/sub", "yes"],
    ["typed/other", "no"],
    ["plain/other", "no"],
    ["missing", "unknown"],
    ["missing/sub", "unknown"],
    ["node:fs", "yes"],
    ["fs/promises", "yes"],
  ])("presence of %s: %s", (module, expected) => {
    expect(code.presenceOf(module)).toBe(expected);
  });

  it("lists a folder, and nothing of one that is not there", () => {
    expect([...code.list("./src")].sort()).toEqual(["barrel.ts", "impl.ts", "more.ts"]);
    expect(code.list(".")).toContain("src/");
    expect(code.list("./nowhere")).toEqual([]);
  });
});

describe("a package of the workspace", () => {
  const it1 = fixture({
    "package.json": { name: "root", workspaces: ["packages/*"] },
    "packages/ws/package.json": { name: "@acme/ws", exports: { ".": "./dist/index.js", "./*": "./src/*.ts" } },
    "packages/ws/src/index.ts": "export const a = 1;",
    "packages/ws/src/other.ts": "export const b = 1;",
    "packages/wasm/package.json": { name: "@acme/wasm", exports: { ".": "./pkg/index.js" } },
  });
  test.each([
    ["@acme/ws", "yes"],
    ["@acme/ws/other", "yes"],
    ["@acme/ws/missing", "no"],
    // It is not built yet, and what it is built from is not known.
    ["@acme/wasm", "unknown"],
  ])("presence of %s: %s", (module, expected) => {
    expect(it1.project.code.presenceOf(module)).toBe(expected);
  });
});
