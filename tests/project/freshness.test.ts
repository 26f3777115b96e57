import { rmSync, utimesSync } from "node:fs";
import { expect, it } from "vitest";
import { fixture } from "./fixture.ts";

it("sees a changed file after a refresh, and not before", () => {
  const { project, at, write } = fixture({ "a.ts": 'export * from "./b";', "b.ts": "export const x = 1;" });
  const a = project.fileKey(at("a.ts"));
  expect(project.exportOf(a, "y").known).toBe("no");
  write({ "b.ts": "export const x = 1; export class y {}" });
  expect(project.exportOf(a, "y").known).toBe("no");
  project.refresh();
  expect(project.exportOf(a, "y")).toEqual({ known: "yes", kind: "both" });
  write({ "b.ts": "export const x = 1; export type y = 1" });
  project.refresh();
  expect(project.exportOf(a, "y")).toEqual({ known: "yes", kind: "type" });
});

it("sees a change of the same size whose mtime was put back", () => {
  const { project, at, write } = fixture({ "a.ts": "export const x = 1;" });
  utimesSync(at("a.ts"), 1000, 1000);
  expect(project.exportOf(at("a.ts"), "x").known).toBe("yes");
  write({ "a.ts": "export const y = 1;" });
  utimesSync(at("a.ts"), 1000, 1000);
  project.refresh();
  expect(project.exportOf(at("a.ts"), "x").known).toBe("no");
});

it("sees files that come and go", () => {
  const { project, at, write, key, manifest } = fixture({ "a.ts": 'import "./new";', "src/x.ts": "" });
  expect([key("a.ts", "./new"), manifest("./new"), key("a.ts", "rxjs")]).toEqual(["new", "new", "rxjs"]);
  const needs = (): boolean => project.needs(at("a.ts"), at("new.ts"));
  expect(needs()).toBe(false);
  write({ "new.ts": "", "node_modules/rxjs/index.js": "" });
  project.refresh();
  project.surveyed?.look();
  expect([key("a.ts", "./new"), manifest("./new"), key("a.ts", "rxjs")]).toEqual(["new.ts", "new.ts", "node_modules/rxjs/index.js"]);
  expect([project.fileKey(at("new.ts")), needs()]).toEqual([at("new.ts"), true]);
  rmSync(at("new.ts"));
  project.refresh();
  project.surveyed?.look();
  expect([key("a.ts", "./new"), project.fileKey(at("new.ts")), needs()]).toEqual(["new", at("new"), false]);
});

it("sees changed configs: tsconfig and what it extends, package.json, the workspace's list", () => {
  const { project, key, write } = fixture({
    "package.json": { name: "root", workspaces: ["p/*"] }, "base.json": { compilerOptions: { paths: { "@/*": ["./one/*"] } } }, "tsconfig.json": { extends: "./base.json" }, "one/x.ts": "", "two/x.ts": "",
    "p/ws/package.json": { name: "ws", main: "./one.ts" }, "p/ws/one.ts": "", "p/ws/two.ts": "", "q/late/package.json": { name: "late", main: "i.ts" }, "q/late/i.ts": "",
  });
  expect([key("a.ts", "@/x"), key("a.ts", "ws"), key("a.ts", "late"), key("a.ts", "#i")]).toEqual(["one/x.ts", "p/ws/one.ts", "late", "#i"]);
  write({ "base.json": { compilerOptions: { paths: { "@/*": ["./two/*"] } } }, "p/ws/package.json": { name: "ws", main: "./two.ts" }, "package.json": { name: "root", workspaces: ["p/*", "q/*"], imports: { "#i": "./one/x.ts" } } });
  project.refresh();
  expect([key("a.ts", "@/x"), key("a.ts", "ws"), key("a.ts", "late"), key("a.ts", "#i")]).toEqual(["two/x.ts", "p/ws/two.ts", "q/late/i.ts", "one/x.ts"]);
  write({ "one/tsconfig.json": { compilerOptions: { paths: { "@/*": ["./*"] } } }, "p/new/package.json": { name: "new" }, "p/new/index.js": "" });
  project.refresh();
  expect([key("one/y.ts", "@/x"), key("a.ts", "new")]).toEqual(["one/x.ts", "p/new/index.js"]);
});
