import { expect, test } from "vitest";
import { fixture, type Tree } from "./fixture.ts";

const sources = { "src/index.ts": "", "src/feature.ts": "", "src/deep/one.ts": "", "src/hidden.ts": "", "other.ts": "", "index.ts": "", "bin.js": "" };

const cases: readonly (readonly [what: string, content: object, entries: readonly string[], more?: Tree])[] = [
  ["exports of what is built", { exports: { ".": { types: "./dist/index.d.ts", import: "./dist/index.mjs" }, "./feature": "./dist/feature.js" } }, ["src/index.ts", "src/feature.ts"]],
  ["exports of sources", { exports: { ".": "./src/index.ts", "./package.json": "./package.json" } }, ["src/index.ts"]],
  ["exports that are one text, or conditions", { exports: "./src/feature.ts" }, ["src/feature.ts"]],
  ["conditions alone", { exports: { import: "./dist/feature.mjs", require: "./dist/feature.cjs" } }, ["src/feature.ts"]],
  ["a pattern", { exports: { "./*": "./dist/*.js", "./hidden": null } }, ["src/index.ts", "src/feature.ts", "src/deep/one.ts"]],
  ["a pattern for a folder", { exports: { "./deep/*": { default: "./dist/deep/*.js" } } }, ["src/deep/one.ts"]],
  ["a pattern with a part that is hidden", { exports: { "./*": "./src/*.ts", "./deep/*": null, "./hidden": null } }, ["src/index.ts", "src/feature.ts"]],
  ["a fallback list", { exports: { ".": ["./dist/index.mjs", "./dist/index.js"] } }, ["src/index.ts"]],
  ["a main that is built", { main: "dist/index.js" }, ["src/index.ts"]],
  ["a main beside it", { main: "./other.js" }, ["other.ts"]],
  ["several main fields that are different modules", { main: "./other.js", module: "./src/feature.ts" }, ["other.ts", "src/feature.ts"]],
  ["no field: the index", {}, ["index.ts"]],
  ["conditions that lead to different modules", { exports: { ".": { import: "./src/index.ts", require: "./other.ts" } } }, ["src/index.ts", "other.ts"]],
  ["conditions of other platforms beside the usual one", { exports: { ".": { browser: { import: "./dist/feature.js" }, "react-native": "./dist/deep/one.js", default: "./dist/index.js" } } }, ["src/index.ts", "src/feature.ts", "src/deep/one.ts"]],
  ["patterns of other platforms", { exports: { "./*": { browser: "./dist/deep/*.js", default: "./other/*.js" } } }, ["src/deep/one.ts"]],
  ["main fields of other platforms", { main: "./other.js", browser: "./dist/feature.js", "react-native": "./src/index.ts" }, ["src/index.ts", "src/feature.ts", "other.ts"]],
  ["fields that take others' places when it is published", { main: "./src/index.ts", publishConfig: { main: "./dist/index.js", exports: { ".": "./dist/index.js", "./feature": "./dist/feature.js" } } }, ["src/index.ts", "src/feature.ts"]],
  ["another main when it is published", { main: "./src/index.ts", publishConfig: { access: "public", module: "./dist/feature.js" } }, ["src/index.ts", "src/feature.ts"]],
  ["paths that older TypeScript is told of", { main: "./dist/index.js", typesVersions: { "*": { feature: ["dist/feature.d.ts"], "deep/*": ["./dist/deep/*.d.ts"] } } }, ["src/index.ts", "src/feature.ts", "src/deep/one.ts"]],
  ["a command is run, not imported", { exports: {}, bin: "./bin.js" }, []],
  ["exports hide what main names", { exports: { "./feature": "./src/feature.ts" }, main: "./src/index.ts" }, ["src/feature.ts"]],
  ["a private package", { private: true, exports: { ".": "./src/index.ts" } }, []],
  ["a package without a name", { name: undefined, exports: { ".": "./src/index.ts" } }, []],
  ["exports of nothing", { exports: null, main: "./other.ts" }, ["other.ts"]],
  ["a nested package.json that only tells the kind of modules", { exports: { ".": "./src/index.ts" } }, ["src/index.ts"], { "src/package.json": { type: "module" } }],
];

test.each(cases.map(([what, content, entries, more = {}]) => ({ what, content, entries, more })))("$what", ({ content, entries, more }) => {
  const made = fixture({ ...sources, ...more, "package.json": { name: "acme", ...content } });
  expect(Object.keys(sources).filter((path) => made.project.isPublicEntry(made.at(path)))).toEqual(Object.keys(sources).filter((path) => entries.includes(path)));
});

test.each([
  ["main", { main: "./lib/index.js" }, ["lib/index.js", "lib/index.d.ts"]],
  ["types beside exports", { exports: { ".": { types: "./lib/index.d.ts", default: "./lib/index.js" } } }, ["lib/index.js", "lib/index.d.ts"]],
  ["a pattern", { exports: { "./*": "./lib/*.mjs" } }, ["lib/more.mjs", "lib/more.d.mts"]],
])("the types beside what is public: %s", (_what, content, entries) => {
  const files = ["lib/index.js", "lib/index.d.ts", "lib/more.mjs", "lib/more.d.mts", "lib/inner.js", "lib/inner.d.ts"];
  const made = fixture({ ...Object.fromEntries(files.map((file) => [file, ""])), "package.json": { name: "acme", ...content } });
  expect(files.filter((path) => made.project.isPublicEntry(made.at(path)))).toEqual(entries);
});

test("each package of a workspace for itself", () => {
  const made = fixture({ "package.json": { name: "root", private: true, workspaces: ["p/*"] }, "p/open/package.json": { name: "open", main: "dist/index.js" }, "p/open/src/index.ts": "", "p/closed/package.json": { name: "closed", private: true, main: "index.ts" }, "p/closed/index.ts": "", "index.ts": "" });
  expect(["p/open/src/index.ts", "p/closed/index.ts", "index.ts", "p/open/gone.ts"].filter((path) => made.project.isPublicEntry(made.at(path)))).toEqual(["p/open/src/index.ts"]);
  expect(made.project.isPublicEntry("rxjs")).toBe(false);
});
