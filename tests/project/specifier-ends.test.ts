import { describe, expect, test } from "vitest";
import { fixture, type Tree } from "./fixture.ts";
import { waysOf } from "./survey-kit.ts";

/** Whether a survey that follows the module behind a specifier takes that specifier for a way to it. */
function mayLead(tree: Tree, file: string, specifier: string, expected: string): boolean {
  const { project, at, key } = fixture(tree);
  expect(key(file, specifier)).toBe(expected);
  const { survey } = waysOf(project, [{ module: project.moduleKey(at(file), specifier), name: "x" }]);
  return survey.mayLead(at(file), specifier);
}

const impl = "export const x = 1;";

describe("a module that is found by more than the end of its path", () => {
  test.each<[why: string, tree: Tree, specifier: string, module: string]>([
    ["an alias with folders behind its star", { "tsconfig.json": { compilerOptions: { paths: { "@m/*": ["./packages/*/lib/main.ts"] } } }, "packages/ws/lib/main.ts": impl }, "@m/ws", "packages/ws/lib/main.ts"],
    ["an alias with folders before and behind its star", { "tsconfig.json": { compilerOptions: { paths: { "@m/deep/*": ["./packages/*/lib/deep/main.ts"] } } }, "packages/ws/lib/deep/main.ts": impl }, "@m/deep/ws", "packages/ws/lib/deep/main.ts"],
    ["an alias to indexes", { "tsconfig.json": { compilerOptions: { paths: { "@m/all/*": ["./packages/*/index.ts"] } } }, "packages/ws/index.ts": impl }, "@m/all/ws", "packages/ws/index.ts"],
    ["an alias to folders, which have indexes", { "tsconfig.json": { compilerOptions: { paths: { "@m/all/*": ["./packages/*"] } } }, "packages/ws/src/index.ts": impl }, "@m/all/ws/src", "packages/ws/src/index.ts"],
    ["an alias of a whole name", { "tsconfig.json": { compilerOptions: { paths: { "the/one/name": ["./src/one.ts"] } } }, "src/one.ts": impl }, "the/one/name", "src/one.ts"],
    ["an alias with a part of the file's name", { "tsconfig.json": { compilerOptions: { paths: { "@s/of/*": ["./src/*.service.ts"] } } }, "src/user.service.ts": impl }, "@s/of/user", "src/user.service.ts"],
    ["a base folder", { "tsconfig.json": { compilerOptions: { baseUrl: "./src" } }, "src/a/b/index.ts": impl }, "a/b", "src/a/b/index.ts"],
    ["a package's pattern with folders behind its star", { "package.json": { name: "self", exports: { "./*": "./src/*/deep/impl.ts" } }, "src/sub/deep/impl.ts": impl }, "self/sub", "src/sub/deep/impl.ts"],
    ["a package's entry", { "package.json": { name: "@acme/self", exports: { "./a/sub": "./src/sub/deep/impl.ts" } }, "src/sub/deep/impl.ts": impl }, "@acme/self/a/sub", "src/sub/deep/impl.ts"],
    ["a package's own imports", { "package.json": { name: "self", imports: { "#in/of/*": "./src/*/deep/mod.ts" } }, "src/sub/deep/mod.ts": impl }, "#in/of/sub", "src/sub/deep/mod.ts"],
    ["a package's own imports of another one", { "package.json": { name: "root", workspaces: ["packages/*"], imports: { "#on/*": "@acme/ws/*" } }, "packages/p/package.json": { name: "@acme/ws", exports: { "./*": "./src/*/deep/mod.ts" } }, "packages/p/src/sub/deep/mod.ts": impl }, "#on/sub", "packages/p/src/sub/deep/mod.ts"],
    ["a workspace package", { "package.json": { name: "root", workspaces: ["packages/*"] }, "packages/p/package.json": { name: "@acme/ws", main: "dist/index.js" }, "packages/p/src/index.ts": impl }, "@acme/ws", "packages/p/src/index.ts"],
    ["a folder of a workspace package that is built", { "package.json": { name: "root", workspaces: ["packages/*"] }, "packages/p/package.json": { name: "@acme/ws" }, "packages/p/src/a/b.ts": impl }, "@acme/ws/lib/a/b", "packages/p/src/a/b.ts"],
    ["a folder whose package.json says where it begins", { "tsconfig.json": { compilerOptions: { paths: { "@m/all/*": ["./packages/*"] } } }, "packages/ws/sub/package.json": { main: "./real/impl.ts" }, "packages/ws/sub/real/impl.ts": impl }, "@m/all/ws/sub", "packages/ws/sub/real/impl.ts"],
    ["a folder that is linked into node_modules and listed nowhere", { "vendor/linked/lib/deep/main.js": impl, "vendor/linked/package.json": { name: "other", main: "./lib/deep/main.js" }, "node_modules/linked": { link: "vendor/linked" } }, "linked", "vendor/linked/lib/deep/main.js"],
    ["an installed package", { "node_modules/@acme/old/package.json": { name: "@acme/old", main: "./dist/cjs/main.js", exports: { ".": "./dist/cjs/main.js", "./a/b": "./dist/b/deep/impl.js" } }, "node_modules/@acme/old/dist/b/deep/impl.js": impl }, "@acme/old/a/b", "node_modules/@acme/old/dist/b/deep/impl.js"],
    ["an installed package's main module", { "node_modules/old/package.json": { name: "old", main: "./dist/cjs/main.js" }, "node_modules/old/dist/cjs/main.js": impl }, "old", "node_modules/old/dist/cjs/main.js"],
    ["a link to a folder of sources", { "real/deep/a.ts": impl, "src/alias": { link: "real" } }, "./alias/deep/a", "real/deep/a.ts"],
    ["an alias that leads nowhere any more", { "tsconfig.json": { compilerOptions: { paths: { "@m/all/*": ["./src/*"] } } }, "src/kept.ts": "" }, "@m/all/gone", "src/gone"],
  ])("%s", (_, tree, specifier, module) => {
    expect(mayLead({ "src/site.ts": `import { x } from ${JSON.stringify(specifier)};`, ...tree }, "src/site.ts", specifier, module)).toBe(true);
  });
});

describe("a module that no such specifier leads to", () => {
  const tree = { "tsconfig.json": { compilerOptions: { paths: { "@m/*": ["./packages/*"] } } }, "packages/ws/src/parts/old.ts": impl, "packages/ws/src/parts/new.ts": impl, "packages/ws/src/site.ts": "" };
  test.each(["@m/ws/src/parts/new", "@m/ws/src", "./parts/new", "some/where/packages", "@m/other/ws"])("%s", (specifier) => {
    const { project, at } = fixture(tree);
    const { survey } = waysOf(project, [{ module: at("packages/ws/src/parts/old.ts"), name: "x" }]);
    expect(survey.mayLead(at("packages/ws/src/site.ts"), specifier)).toBe(false);
  });
});
