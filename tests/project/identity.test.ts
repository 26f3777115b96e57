import { describe, expect, it, test } from "vitest";
import { pnpmPackages } from "../../src/project/modules/workspace.ts";
import { fixture } from "./fixture.ts";

describe("relative specifiers", () => {
  const { key, manifest, project, at } = fixture({
    "src/a.ts": "", "src/b.tsx": "", "src/dir/index.ts": "", "src/dir.test.ts": "", "src/m.mts": "", "src/c.cts": "",
    "src/plain.js": "", "src/typed.js": "", "src/typed.d.ts": "", "src/only.d.ts": "", "src/data.json": "{}", "src/App.vue": "",
    "src/Card.svelte": "", "src/Page.astro": "", "src/both.ts": "", "src/both/index.ts": "", "src/foo.ts": "", "src/foo/index.ts": "",
    "src/style.css": "",
  });
  test.each([
    ["./a", "src/a.ts"], ["./a.js", "src/a.ts"], ["./a.ts", "src/a.ts"], ["./b", "src/b.tsx"], ["./b.js", "src/b.tsx"], ["./b.jsx", "src/b.tsx"],
    ["./dir", "src/dir/index.ts"], ["./dir/", "src/dir/index.ts"], ["./dir/index", "src/dir/index.ts"], ["./dir/index.js", "src/dir/index.ts"],
    ["./dir.test", "src/dir.test.ts"], ["./m.mjs", "src/m.mts"], ["./c.cjs", "src/c.cts"], ["./plain", "src/plain.js"], ["./typed", "src/typed.js"],
    ["./typed.js", "src/typed.js"], ["./only", "src/only.d.ts"], ["./only.js", "src/only.d.ts"], ["./data.json", "src/data.json"],
    ["./App.vue", "src/App.vue"], ["./Card.svelte", "src/Card.svelte"], ["./Page.astro", "src/Page.astro"], ["./both", "src/both.ts"],
    ["./style.css", "src/style.css"], [".././src/a", "src/a.ts"],
  ])("%s is %s", (specifier, expected) => {
    expect(key("src/from.ts", specifier)).toBe(expected);
    expect(manifest(specifier.replace(/^(?:\.\.\/)?\.\//, "./src/").replace("src/src", "src"))).toBe(expected);
  });

  it("takes `.` and `..` for folders, even beside a file of their name", () => {
    expect(key("src/foo/x.ts", ".")).toBe("src/foo/index.ts");
    expect(key("src/foo/x.ts", "./")).toBe("src/foo/index.ts");
    expect(key("src/foo/deep/x.ts", "..")).toBe("src/foo/index.ts");
    expect(key("src/foo/x.ts", "../foo")).toBe("src/foo.ts");
  });

  it("gives a module that is gone one key, however it is written", () => {
    for (const specifier of ["../old", "../old.js", "../old.ts", "../old/index", "../old/index.js", "../old/"]) expect(key("src/dir/x.ts", specifier)).toBe("src/old");
    for (const module of ["./src/old", "./src/old.ts", "./src/old/index"]) expect(manifest(module)).toBe("src/old");
    expect(key("src/x.ts", "./old.service")).toBe("src/old.service");
    expect(key("gone/folder/x.ts", "../../src/a")).toBe("src/a.ts");
  });

  it("knows files by themselves, absolute paths and file: addresses", () => {
    expect(project.fileKey(at("src/a.ts"))).toBe(at("src/a.ts"));
    expect(project.fileKey(at("src/old/index.ts"))).toBe(at("src/old"));
    expect(key("src/x.ts", at("src/a"))).toBe("src/a.ts");
    expect(key("src/x.ts", `file://${at("src/a.ts")}`)).toBe("src/a.ts");
  });

  it("keeps a query apart from the module without it", () => {
    expect(key("src/x.ts", "./a?raw")).toBe("src/a.ts?raw");
    expect(key("src/x.ts", "./old?worker")).toBe("src/old?worker");
  });

  test.each(["", " ", ".", "..", "/", "*", "./*", "@", "@a", "@a/", "#", "#*", "?", "a\0b", "./a\0", "\0virtual", "raw-loader!./a", "https://x.y/z.js",
    "data:text/javascript,1", "virtual:pwa", "file://%", "file://host/x", "C:\\x", "\\\\server\\x", "[", "./[x", "%", "a".repeat(5000), "./" + "a/".repeat(3000)])(
    "does not throw for %j", (specifier) => {
      expect(typeof project.moduleKey(at("src/from.ts"), specifier)).toBe("string");
      expect(typeof project.manifestModule(specifier)).toBe("string");
      expect(() => project.specifierFor(at("src/from.ts"), specifier, { module: at("src/a.ts"), manifestText: specifier })).not.toThrow();
      expect(() => project.exportOf(specifier, "x")).not.toThrow();
      expect(() => project.home(specifier, "x")).not.toThrow();
      expect(() => project.needs(specifier, at("src/a.ts"))).not.toThrow();
    });
});

describe("packages that are no part of the project", () => {
  const { key, manifest } = fixture({
    "package.json": { name: "root" },
    "node_modules/dual/package.json": { name: "dual", exports: { ".": { types: "./t.d.ts", require: "./c.cjs", import: "./m.mjs" }, "./es": { types: "./t.d.ts", default: "./es.mjs" } } },
    "node_modules/dual/t.d.ts": "", "node_modules/dual/c.cjs": "", "node_modules/dual/m.mjs": "", "node_modules/dual/es.mjs": "",
    "node_modules/old/package.json": { name: "old", main: "lib" }, "node_modules/old/lib/index.js": "", "node_modules/old/sub.js": "",
    "node_modules/only-types/package.json": { name: "only-types", types: "x.d.ts" }, "node_modules/only-types/x.d.ts": "",
    "app/package.json": { name: "app" }, "app/node_modules/below/package.json": { name: "below", main: "x.js" }, "app/node_modules/below/x.js": "",
  });
  it("has the text of a package that is not installed", () => {
    for (const text of ["rxjs", "rxjs/operators", "@scope/name/sub"]) expect([key("src/a.ts", text), manifest(text)]).toEqual([text, text]);
    expect(key("src/a.ts", "rxjs/")).toBe("rxjs");
  });
  it("has the file of one that is, the same for every form", () => {
    expect(key("src/a.ts", "dual")).toBe("node_modules/dual/c.cjs");
    expect(key("src/a.ts", "old")).toBe("node_modules/old/lib/index.js");
    expect(key("src/a.ts", "old/sub")).toBe(key("src/a.ts", "old/sub.js"));
    expect(key("src/a.ts", "only-types")).toBe("node_modules/only-types/x.d.ts");
  });
  it("keeps two modules apart that share a declaration file", () => {
    expect(key("src/a.ts", "dual/es")).not.toBe(key("src/a.ts", "dual"));
  });
  it("takes node:fs and fs for one, and leaves node:test its prefix", () => {
    expect([key("a.ts", "node:fs"), key("a.ts", "fs"), manifest("node:fs"), key("a.ts", "node:fs/promises"), key("a.ts", "node:test")]).toEqual(["fs", "fs", "fs", "fs/promises", "node:test"]);
  });
  it("finds a manifest's package where only a folder below has it", () => {
    expect(manifest("below")).toBe("app/node_modules/below/x.js");
    expect(key("app/src/a.ts", "below")).toBe(manifest("below"));
  });
});

describe("tsconfig paths", () => {
  const { key, manifest } = fixture({
    "package.json": { name: "root" },
    "tsconfig.base.json": '{ // comment\n "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"], "exact": ["./src/exact/main.ts"], "@lib/*": ["./gone/*", "./lib/*"], "#/*": ["./src/*"], }, } }',
    "tsconfig.json": { extends: "./tsconfig.base.json" },
    "src/a.ts": "", "src/exact/main.ts": "", "lib/l.ts": "", "src/dir/index.ts": "",
    "web/tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }, { path: "./tsconfig.node.json" }] },
    "web/tsconfig.app.json": { compilerOptions: { paths: { "~/*": ["./src/*"] } }, include: ["src"] },
    "web/tsconfig.node.json": { compilerOptions: { paths: { "~/*": ["./tools/*"] } }, include: ["*.config.ts", "tools"] },
    "web/src/w.ts": "", "web/src/vite.ts": "", "web/tools/w.ts": "", "web/vite.config.ts": "",
    "js/jsconfig.json": { compilerOptions: { paths: { "$lib/*": ["./lib/*"] } } }, "js/lib/j.js": "",
    "deep/tsconfig.json": { extends: ["@acme/tsconfig/base.json", "./own.json"] }, "deep/own.json": { compilerOptions: { strict: true } },
    "node_modules/@acme/tsconfig/base.json": { compilerOptions: { paths: { "d/*": ["${configDir}/x/*"] } } }, "deep/x/d.ts": "",
    "loop/tsconfig.json": { extends: "./tsconfig.json" }, "broken/tsconfig.json": "{ nope",
  });
  test.each([
    ["src/x.ts", "@/a", "src/a.ts"], ["src/x.ts", "@/a.js", "src/a.ts"], ["src/x.ts", "@/dir", "src/dir/index.ts"], ["src/x.ts", "exact", "src/exact/main.ts"],
    ["src/x.ts", "@lib/l", "lib/l.ts"], ["src/x.ts", "#/a", "src/a.ts"], ["src/x.ts", "src/a", "src/a.ts"], ["src/x.ts", "@/old", "src/old"],
    ["src/x.ts", "@/deep/old.js", "src/deep/old"], ["web/src/x.ts", "~/w", "web/src/w.ts"], ["web/vite.config.ts", "~/w", "web/tools/w.ts"], ["web/tools/x.ts", "~/w", "web/tools/w.ts"],
    ["js/x.js", "$lib/j", "js/lib/j.js"], ["deep/y.ts", "d/d", "deep/x/d.ts"], ["loop/x.ts", "y", "y"], ["broken/x.ts", "@/a", "@/a"],
  ])("in %s, %s is %s", (file, specifier, expected) => expect(key(file, specifier)).toBe(expected));
  it("agrees with the manifest's path", () => {
    expect([manifest("./src/a"), manifest("@/a"), manifest("./src/old"), manifest("@/old")]).toEqual(["src/a.ts", "src/a.ts", "src/old", "src/old"]);
  });
});

it("takes an alias whose module is gone for the project's only where its folder is there", () => {
  const { key, manifest } = fixture({ "tsconfig.json": { compilerOptions: { paths: { "@acme/*": ["./packages/*/src"], "@ui/*": ["./ui/*"], "*": ["./types/*"] } } }, "packages/ws/x.ts": "", "ui/a.ts": "" });
  expect([key("a.ts", "@ui/old"), manifest("./ui/old")]).toEqual(["ui/old", "ui/old"]);
  expect([key("a.ts", "@acme/ws"), key("a.ts", "@acme/registry"), key("a.ts", "rxjs")]).toEqual(["packages/ws/src", "@acme/registry", "rxjs"]);
  expect(manifest("@acme/registry")).toBe("@acme/registry");
});

describe("package imports and self-reference", () => {
  const { key } = fixture({
    "package.json": { name: "self", imports: { "#x/*": "./src/x/*.js", "#built/*": { default: "./dist/*.js" }, "#dep": "rxjs" }, exports: { ".": "./dist/index.js", "./feature/*": "./dist/feature/*.js", "./secret/*": null } },
    "src/index.ts": "", "src/x/a.ts": "", "src/b.ts": "", "src/feature/f.ts": "", "src/secret/s.ts": "",
  });
  test.each([
    ["#x/a", "src/x/a.ts"], ["#built/b", "src/b.ts"], ["#x/old", "src/x/old"], ["self", "src/index.ts"], ["self/feature/f", "src/feature/f.ts"],
    ["self/feature/old", "src/feature/old"], ["self/secret/s", "self/secret/s"], ["self/nothing", "self/nothing"],
  ])("%s is %s", (specifier, expected) => expect(key("src/y.ts", specifier)).toBe(expected));
});

describe("workspaces", () => {
  const tree = {
    "package.json": { name: "root", private: true, workspaces: ["packages/*", "!packages/off"] },
    "packages/ws/package.json": {
      name: "@acme/ws", main: "./dist/index.js",
      exports: { ".": { types: "./dist/index.d.ts", import: "./dist/index.mjs", require: "./dist/index.cjs" }, "./sub": "./dist/sub/index.js", "./deep/*": { default: "./dist/deep/*.js" }, "./raw/*": "./src/raw/*.ts", "./hidden/*": null },
    },
    "packages/ws/src/index.ts": "", "packages/ws/src/sub/index.ts": "", "packages/ws/src/deep/d.tsx": "", "packages/ws/src/raw/r.ts": "", "packages/ws/src/hidden/h.ts": "",
    "packages/old/package.json": { name: "old-style", main: "lib/main.js", types: "lib/main.d.ts" }, "packages/old/src/main.ts": "", "packages/old/src/util.ts": "",
    "packages/plain/package.json": { name: "plain" }, "packages/plain/index.js": "", "packages/plain/lib/x.js": "",
    "packages/hand/package.json": { name: "hand", main: "lib/index.js" }, "packages/hand/lib/index.js": "", "packages/hand/index.js": "",
    "packages/bundle/package.json": { name: "bundle", exports: { ".": { browser: "./browser.js", default: "./dist/bundle.umd.js" } } }, "packages/bundle/src/index.ts": "", "packages/bundle/browser.js": "",
    "packages/app/package.json": { name: "app" }, "packages/app/src/a.ts": "",
    "packages/off/package.json": { name: "off" }, "packages/off/index.ts": "",
  };
  const cases: readonly (readonly [string, string])[] = [
    ["@acme/ws", "packages/ws/src/index.ts"], ["@acme/ws/sub", "packages/ws/src/sub/index.ts"], ["@acme/ws/deep/d", "packages/ws/src/deep/d.tsx"],
    ["@acme/ws/raw/r", "packages/ws/src/raw/r.ts"], ["@acme/ws/deep/old", "packages/ws/src/deep/old"], ["old-style", "packages/old/src/main.ts"],
    ["old-style/lib/util", "packages/old/src/util.ts"], ["old-style/src/util", "packages/old/src/util.ts"], ["plain", "packages/plain/index.js"],
    ["plain/lib/x", "packages/plain/lib/x.js"], ["hand", "packages/hand/lib/index.js"],
  ];
  const hidden = [["@acme/ws/hidden/h", "@acme/ws/hidden/h"], ["@acme/ws/nothing", "@acme/ws/nothing"], ["off", "off"]] as const;
  const unbuilt = fixture(tree);
  test.each([...cases, ...hidden])("not built and not linked: %s is %s", (specifier, expected) => {
    expect(unbuilt.key("packages/app/src/a.ts", specifier)).toBe(expected);
    expect(unbuilt.manifest(specifier)).toBe(expected);
  });
  test.each([["#ws", "packages/ws/src/index.ts"], ["#deep/d", "packages/ws/src/deep/d.tsx"], ["#plain", "packages/plain/index.js"], ["#fs", "#fs"]])("by a package's own imports: %s is %s", (specifier, expected) => {
    const imports = { "#ws": { types: "@acme/ws", default: "@acme/ws" }, "#deep/*": "@acme/ws/deep/*", "#plain": "plain", "#fs": "node:fs" };
    const { key } = fixture({ ...tree, "packages/app/package.json": { name: "app", imports } });
    expect(key("packages/app/src/a.ts", specifier)).toBe(expected);
  });
  it("takes a bundle's source by the subpath's name, and this platform's target first", () => {
    expect(unbuilt.key("packages/app/src/a.ts", "bundle")).toBe("packages/bundle/src/index.ts");
  });

  const built = fixture({
    ...tree,
    "packages/ws/dist/index.mjs": "", "packages/ws/dist/index.cjs": "", "packages/ws/dist/index.d.ts": "", "packages/ws/dist/sub/index.js": "", "packages/ws/dist/deep/d.js": "",
    "packages/old/lib/main.js": "", "packages/old/lib/main.d.ts": "", "packages/old/lib/util.js": "", "packages/bundle/dist/bundle.umd.js": "",
    "node_modules/@acme/ws": { link: "packages/ws" }, "node_modules/old-style": { link: "packages/old" }, "node_modules/plain": { link: "packages/plain" },
    "node_modules/hand": { link: "packages/hand" }, "node_modules/bundle": { link: "packages/bundle" },
  });
  test.each([...cases, ...hidden, ["bundle", "packages/bundle/src/index.ts"] as const])("built and linked: %s is %s", (specifier, expected) => {
    expect(built.key("packages/app/src/a.ts", specifier)).toBe(expected);
  });
  it("has one key for the package's name, the relative path and the path through the link", () => {
    const name = built.key("packages/app/src/a.ts", "@acme/ws");
    expect(built.key("packages/app/src/a.ts", "../../ws/src/index.js")).toBe(name);
    expect(built.key("packages/app/src/a.ts", "../../../node_modules/@acme/ws/src")).toBe(name);
    expect(built.project.fileKey(built.at("node_modules/@acme/ws/src/index.ts"))).toBe(built.at(name));
    expect(built.manifest("./packages/ws/src/index")).toBe(name);
  });

  it("leaves a published version that is installed nearer what it is", () => {
    const { key } = fixture({ ...tree, "packages/app/node_modules/plain/package.json": { name: "plain", main: "p.js" }, "packages/app/node_modules/plain/p.js": "" });
    expect(key("packages/app/src/a.ts", "plain")).toBe("packages/app/node_modules/plain/p.js");
    expect(key("packages/ws/src/a.ts", "plain")).toBe("packages/plain/index.js");
  });

  it("reads pnpm-workspace.yaml and a manifest below the workspace", () => {
    const { key, manifest } = fixture({
      "package.json": { name: "root" }, "pnpm-workspace.yaml": "# all\npackages:\n  - 'libs/**' # all of them\n  - \"apps/web\"\n\ncatalog:\n  - x\n",
      "libs/a/b/package.json": { name: "@x/b", exports: "./dist/b.js" }, "libs/a/b/src/b.ts": "", "apps/web/package.json": { name: "web" },
    }, "apps/web");
    expect(key("apps/web/x.ts", "@x/b")).toBe("libs/a/b/src/b.ts");
    expect(manifest("@x/b")).toBe("libs/a/b/src/b.ts");
  });

  it("maps a linked folder that no workspace lists", () => {
    const { key } = fixture({ "package.json": { name: "r" }, "shared/package.json": { name: "shared", main: "dist/index.js" }, "shared/dist/index.js": "", "shared/src/index.ts": "", "node_modules/shared": { link: "shared" } });
    expect(key("a.ts", "shared")).toBe("shared/src/index.ts");
  });

  it("maps it before it is built as well, and by whatever name the link has", () => {
    const { key } = fixture({ "package.json": { name: "r" }, "shared/package.json": { name: "@x/shared", exports: { ".": "./dist/index.js", "./sub": "./dist/sub.js" } }, "shared/src/index.ts": "", "shared/src/sub.ts": "", "app/node_modules/@x/shared": { link: "shared" }, "app/node_modules/alias": { link: "shared" } });
    expect(["@x/shared", "@x/shared/sub", "alias", "alias/sub"].map((specifier) => key("app/a.ts", specifier))).toEqual(["shared/src/index.ts", "shared/src/sub.ts", "shared/src/index.ts", "shared/src/sub.ts"]);
    expect(key("a.ts", "@x/shared")).toBe("@x/shared");
  });

  it.each<[string, Record<string, object>]>([
    ["lerna.json", { "lerna.json": { packages: ["packages/*"] } }],
    ["lerna.json, by its default", { "lerna.json": { version: "independent" } }],
  ])("reads %s", (_, files) => {
    const { key } = fixture({ ...files, "package.json": { private: true }, "packages/core/package.json": { name: "@x/core", main: "lib/index.js" }, "packages/core/src/index.ts": "", "packages/app/package.json": { name: "app" } });
    expect(key("packages/app/a.ts", "@x/core")).toBe("packages/core/src/index.ts");
  });
});

test.each([
  ["packages: [a/*, 'b']", ["a/*", "b"]], ["packages:\n- a\n- 'b/*'\nother: 1", ["a", "b/*"]], ["packages: [\n  a,\n  b,\n]\n", ["a", "b"]],
  ["other:\n  - a", []], ["", []], ["packages:\n", []], ["'packages':\n  - '!**/test/**'\r\n  - x\r\n", ["!**/test/**", "x"]],
])("pnpm's list in %j", (yaml, expected) => expect(pnpmPackages(yaml)).toEqual(expected));
