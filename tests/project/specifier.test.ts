import { describe, expect, it, test } from "vitest";
import { fixture } from "./fixture.ts";

describe("within one package", () => {
  const { rewrite } = fixture({
    "package.json": { name: "self", imports: { "#lib/*": "./lib/*.js", "#one": "./src/one.ts" }, exports: { ".": "./dist/index.js", "./feature/*": "./dist/feature/*.js" } },
    "tsconfig.json": { compilerOptions: { baseUrl: ".", paths: { "@/*": ["./src/*"], "@ui/*": ["./src/ui/*"], "main": ["./src/main/index.ts"] } } },
    "src/old.ts": "", "src/new.ts": "", "src/dir/index.ts": "", "src/ui/button.tsx": "", "src/m.mts": "", "src/c.cjs": "", "src/App.vue": "", "src/data.json": "{}", "src/main/index.ts": "", "src/one.ts": "",
    "src/types.d.ts": "", "src/clash.ts": "", "src/clash/index.ts": "", "src/deep/x.ts": "", "src/feature/f.ts": "", "src/index.ts": "", "lib/l.ts": "", "lib/k.ts": "", "outside/o.ts": "",
    "src/node.ts": 'import "./old.js"; import "rxjs";', "src/bare.ts": 'import "./old";', "src/ts.ts": 'import "./old.ts";',
  });
  test.each([
    // relative, by the habit of the replaced specifier
    ["src/x.ts", "./old", "./src/new", "./new"], ["src/x.ts", "./old.js", "./src/new", "./new.js"], ["src/x.ts", "./old.ts", "./src/new", "./new.ts"], ["src/deep/x.ts", "../old", "./src/new", "../new"],
    ["src/deep/x.ts", "./old", "./src/new", "../new"], ["x.ts", "./old", "./src/new", "./src/new"], ["src/x.ts", "./old", "./src/dir", "./dir"], ["src/x.ts", "./old.js", "./src/dir", "./dir/index.js"],
    ["src/x.ts", "./old/index", "./src/dir", "./dir/index"], ["src/x.ts", "./old/index.js", "./src/dir", "./dir/index.js"], ["src/x.ts", "./old/index", "./src/new", "./new"], ["src/x.ts", "./old.ts", "./src/dir", "./dir/index.ts"],
    ["src/x.ts", "./old", "./src/ui/button", "./ui/button"], ["src/x.ts", "./old.js", "./src/ui/button", "./ui/button.js"], ["src/x.ts", "./old.jsx", "./src/ui/button", "./ui/button.jsx"], ["src/x.ts", "./old.ts", "./src/ui/button", "./ui/button.tsx"],
    ["src/x.ts", "./old", "./src/m", "./m.mjs"], ["src/x.ts", "./old.mjs", "./src/m.mts", "./m.mjs"], ["src/x.ts", "./old", "./src/c", "./c.cjs"], ["src/x.ts", "./old", "./src/App.vue", "./App.vue"], ["src/x.ts", "./old.js", "./src/data.json", "./data.json"],
    ["src/x.ts", "./Old.vue", "./src/new", "./new"], ["src/node.ts", "./Old.vue", "./src/new", "./new.js"], ["src/x.ts", "./old", "./src/types", "./types"], ["src/x.ts", "./old.js", "./src/types", "./types.js"],
    ["src/x.ts", "./old", "./src/clash/index", "./clash/index"], ["src/dir/x.ts", "../old", "./src/dir", "."], ["src/dir/deep/x.ts", "../old", "./src/dir", ".."], ["src/x.ts", "./old", "./src/old-service.gone", "./old-service.gone"],
    // aliases
    ["src/x.ts", "@/old", "./src/new", "@/new"], ["src/x.ts", "@/old.js", "./src/new", "@/new.js"], ["src/x.ts", "@/old.js", "./src/dir", "@/dir/index.js"], ["src/x.ts", "@/old", "./src/ui/button", "@/ui/button"],
    ["src/x.ts", "@ui/old", "./src/ui/button", "@ui/button"], ["src/x.ts", "@ui/old", "./src/new", "@/new"], ["src/x.ts", "@/old", "./src/main", "@/main"], ["src/x.ts", "@/old", "./lib/l", "#lib/l"],
    ["src/x.ts", "#lib/k", "./lib/l", "#lib/l"], ["src/x.ts", "#lib/k", "./src/one", "@/one"], ["src/x.ts", "#lib/k", "./outside/o", "../outside/o"], ["src/x.ts", "@/old", "./outside/o", "../outside/o"],
    ["x.ts", "src/old", "./src/new", "src/new"], ["x.ts", "src/old.js", "./outside/o", "outside/o.js"],
    // the package's own name
    ["src/x.ts", "self/feature/old", "./src/feature/f", "self/feature/f"], ["src/x.ts", "self/feature/f", "./src/index", "self"], ["src/x.ts", "self/feature/old", "./src/new", "@/new"], ["src/x.ts", "self/feature/old", "./outside/o", "../outside/o"],
    // from a package's name to a project file
    ["src/x.ts", "rxjs", "./src/new", "@/new"], ["src/x.ts", "rxjs", "./src/ui/button", "@ui/button"], ["src/x.ts", "@scope/pkg/sub", "./lib/l", "#lib/l"], ["src/x.ts", "rxjs", "./outside/o", "../outside/o"],
    ["src/node.ts", "rxjs", "./outside/o", "../outside/o.js"], ["src/bare.ts", "rxjs", "./outside/o", "../outside/o"], ["src/ts.ts", "highlight.js", "./outside/o", "../outside/o.ts"], ["src/x.mts", "rxjs", "./outside/o", "../outside/o.js"],
    // to a package
    ["src/x.ts", "./old", "rxjs", "rxjs"], ["src/x.ts", "@/old", "rxjs/operators", "rxjs/operators"], ["src/x.ts", "old-pkg", "@new/pkg", "@new/pkg"],
  ])("in %s, %s becomes, for %s, %s", (file, replaced, module, expected) => expect(rewrite(file, replaced, module)).toBe(expected));

  it("writes no `#` of a package.json that is not the nearest: Node looks no farther", () => {
    const nested = fixture({
      "package.json": { name: "self", exports: "./dist/index.js", imports: { "#core/*": "./src/core/*.ts" } },
      "tests/package.json": { type: "module" }, "tests/typed/tsconfig.json": { compilerOptions: { paths: { "#core/*": ["../../src/core/*"] } } },
      "src/core/old.ts": "", "src/core/new.ts": "", "src/index.ts": "", "src/x.ts": 'import "./core/old";', "tests/x.ts": 'import "./y.ts";', "tests/typed/x.ts": "",
    });
    expect(nested.rewrite("src/x.ts", "rxjs", "./src/core/new")).toBe("#core/new");
    expect(nested.rewrite("tests/x.ts", "rxjs", "./src/core/new")).toBe("../src/core/new.ts");
    expect(nested.rewrite("tests/x.ts", "#core/old", "./src/core/new")).toBe("#core/new");
    expect(nested.rewrite("tests/typed/x.ts", "rxjs", "./src/core/new")).toBe("#core/new");
  });

  it("asks the tsconfig where neither the replaced specifier nor the file shows a habit", () => {
    const nodeNext = fixture({ "tsconfig.json": { compilerOptions: { module: "NodeNext" } }, "src/x.ts": 'import "rxjs";', "src/new.ts": "" });
    expect(nodeNext.rewrite("src/x.ts", "rxjs", "./src/new")).toBe("./new.js");
  });
});

describe("what shows nothing of the extension that a relative path needs", () => {
  const { rewrite } = fixture({
    "package.json": { name: "self", type: "module", imports: { "#old": "./src/old.js" } },
    "src/old.js": "", "src/new.js": "", "src/typed.ts": "", "src/one.js": 'import "#old";', "src/two.js": 'import "./old";', "src/three.ts": 'import "./old.js";', "src/four.ts": 'import "#old";', "old/package.json": { name: "scripts" }, "old/old.js": "", "old/new.js": "",
  });
  test.each([
    ["src/one.js", "#old", "./src/new", "./new.js"], ["src/one.js", "pkg/old", "./src/new", "./new.js"], ["src/one.js", "pkg/old.js", "./src/new", "./new.js"], ["src/one.js", "#old", "./src/typed", "./typed"],
    ["src/two.js", "#old", "./src/new", "./new"], ["src/three.ts", "#old", "./src/new", "./new.js"], ["src/four.ts", "#old", "./src/new", "./new"], ["src/one.js", "./old", "./src/new", "./new"], ["old/old.js", "pkg/old", "./old/new", "./new"],
  ])("in %s, %s becomes, for %s, %s", (file, replaced, module, expected) => expect(rewrite(file, replaced, module)).toBe(expected));
});

describe("across packages", () => {
  const { rewrite } = fixture({
    "package.json": { name: "root", workspaces: ["packages/*"] },
    "tsconfig.json": { compilerOptions: { paths: { "@all/*": ["./packages/*"], "@acme/ws/*": ["./packages/ws/src/*"], "entry": ["./packages/ws/src/index.ts"] } } },
    "packages/ws/package.json": { name: "@acme/ws", exports: { ".": { import: "./dist/index.mjs", require: "./dist/index.cjs" }, "./sub": "./dist/sub.js", "./deep/*": "./dist/deep/*.js", "./dir/*": "./dist/dir/*/index.js", "./raw/*": "./src/raw/*", "./bundle": "./dist/acme.umd.js", "./hidden/*": null } },
    "packages/ws/src/index.ts": "", "packages/ws/src/sub.ts": "", "packages/ws/src/deep/a/b.ts": "", "packages/ws/src/dir/d/index.ts": "", "packages/ws/src/raw/r.ts": "", "packages/ws/src/bundle.ts": "", "packages/ws/src/hidden/h.ts": "", "packages/ws/src/inner.ts": "", "packages/ws/src/old.ts": "",
    "packages/open/package.json": { name: "open", main: "lib/index.js" }, "packages/open/src/index.ts": "", "packages/open/src/util.ts": "", "packages/open/src/dir/index.ts": "",
    "packages/app/package.json": { name: "app" }, "packages/app/src/old.ts": "",
    "packages/far/package.json": { name: "far" }, "packages/far/node_modules/only/package.json": { name: "only" }, "packages/far/node_modules/only/index.js": "",
    "loose/package.json": { name: "loose" }, "loose/l.ts": "", "tools/t.ts": "",
  });
  test.each([
    ["./old", "./packages/ws/src/index", "@acme/ws"], ["./old.js", "./packages/ws/src/sub", "@acme/ws/sub"], ["./old", "./packages/ws/src/deep/a/b", "@acme/ws/deep/a/b"], ["./old", "./packages/ws/src/dir/d", "@acme/ws/dir/d"],
    ["./old", "./packages/ws/src/raw/r", "@acme/ws/raw/r.ts"], ["./old", "./packages/ws/src/bundle", "@acme/ws/bundle"], ["./old", "@acme/ws/sub", "@acme/ws/sub"],
    ["./old", "./packages/ws/src/hidden/h", undefined], ["./old", "./packages/ws/src/inner", undefined], ["rxjs", "./packages/ws/src/inner", undefined], ["@all/app/src/old", "./packages/ws/src/inner", undefined],
    ["rxjs", "./packages/ws/src/index", "@acme/ws"], ["@acme/ws/sub", "./packages/ws/src/index", "@acme/ws"], ["@acme/ws/deep/old", "./packages/ws/src/deep/a/b", "@acme/ws/deep/a/b"], ["@acme/ws", "./packages/ws/src/inner", undefined],
    ["@acme/ws/old", "./packages/ws/src/inner", undefined], ["../../ws/src/old", "./packages/ws/src/inner", "../../ws/src/inner"], ["../../ws/src/old.js", "./packages/ws/src/inner", "../../ws/src/inner.js"], ["@all/ws/src/old", "./packages/ws/src/inner", "@all/ws/src/inner"],
    ["./old", "./packages/open/src/index", "open"], ["./old", "./packages/open/src/util", "open/src/util"], ["open/lib/old", "./packages/open/src/util", "open/lib/util"], ["open/src/old.js", "./packages/open/src/util", "open/src/util.js"], ["open/lib/old", "./packages/open/src/dir", "open/lib/dir"],
    ["entry", "./packages/open/src/index", "open"], ["./old", "./loose/l", undefined], ["../../../loose/old", "./loose/l", "../../../loose/l"], ["./old", "./tools/t", undefined],
    ["./old", "only", undefined],
  ])("from packages/app, %s becomes, for %s, %s", (replaced, module, expected) => expect(rewrite("packages/app/src/x.ts", replaced, module)).toBe(expected));

  it("writes no path that is hidden when the package is published", () => {
    const { rewrite } = fixture({ "package.json": { workspaces: ["p/*"] }, "p/ws/package.json": { name: "ws", main: "src/index.ts", publishConfig: { exports: { ".": "./dist/index.js", "./src/shown": "./dist/shown.js" } } }, "p/ws/src/index.ts": "", "p/ws/src/shown.ts": "", "p/ws/src/inner.ts": "", "p/app/package.json": { name: "app" } });
    expect(["index", "shown", "inner"].map((name) => rewrite("p/app/x.ts", "ws", `./p/ws/src/${name}`))).toEqual(["ws", "ws/src/shown", undefined]);
  });

  it("writes an alias that is called as the package is", () => {
    const { rewrite } = fixture({ "package.json": { name: "root" }, "tsconfig.json": { compilerOptions: { paths: { "@x/ws": ["./libs/ws/src/index.ts"], "@x/ws/*": ["./libs/ws/src/*"], "@all/*": ["./libs/*"] } } }, "libs/ws/package.json": { name: "@x/ws" }, "libs/ws/src/index.ts": "", "libs/ws/src/inner.ts": "", "libs/app/package.json": { name: "app" } });
    expect(["@x/ws", "@x/ws/old", "rxjs"].map((replaced) => rewrite("libs/app/x.ts", replaced, "./libs/ws/src/inner"))).toEqual(Array(3).fill("@x/ws/inner"));
  });

  it("stays relative inside the package, and goes by name from outside of all packages", () => {
    expect(rewrite("packages/ws/src/x.ts", "./old", "./packages/ws/src/hidden/h")).toBe("./hidden/h");
    expect(rewrite("packages/ws/src/x.ts", "@acme/ws/sub", "./packages/ws/src/index")).toBe("@acme/ws");
    expect(rewrite("tools/x.ts", "./old", "./packages/ws/src/index")).toBe("@acme/ws");
    expect(rewrite("packages/far/x.ts", "./old", "only")).toBe("only");
  });
});
