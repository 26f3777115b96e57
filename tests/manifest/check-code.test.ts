import { describe, expect, test } from "vitest";
import { callsIn } from "../../src/languages/ecmascript/rewrite/calls.ts";
import { checkCode, describeProblem, placeInText, validateManifestText, type CodePorts } from "../../src/manifest/load.ts";

/** What a module exports: `min-max` of its arguments (`new 1-2` for a class, `?` for what is not known), or `-> module name`. */
type Exports = Readonly<Record<string, string>>;

/**
 * Code that is only told of. A module is known by its path with extension, or by a package's name; a package that is
 * not told of is not installed. `others` are further names of a module.
 */
function portsOf(modules: Readonly<Record<string, Exports | "opaque">>, others: Readonly<Record<string, string>> = {}): CodePorts {
  const manifestModule = (module: string): string => others[module] ?? Object.keys(modules).find((each) => [each, each.replace(/\.ts$/, ""), each.replace(/\/index\.ts$/, "")].includes(module)) ?? module;
  const exportsOf = (module: string): Exports | undefined => {
    const found = modules[module];
    return found === "opaque" ? undefined : found;
  };
  const home: CodePorts["home"] = (module, name) => {
    const [, target = "", inner = ""] = /^-> (\S+) (\S+)$/.exec(exportsOf(module)?.[name] ?? "") ?? [];
    return target === "" ? { module, name } : home(target, inner);
  };
  return {
    manifestModule,
    presenceOf: (module) => (manifestModule(module) in modules ? "yes" : module.startsWith("./") || module.startsWith("installed/") ? "no" : "unknown"),
    exportOf: (module, name) => ({ known: exportsOf(module) === undefined ? "unknown" : name in (exportsOf(module) ?? {}) ? "yes" : "no" }),
    exportNames: (module) => Object.keys(exportsOf(module) ?? {}),
    home,
    callableOf(module, name) {
      const at = home(module, name);
      const texts = (at && exportsOf(at.module)?.[at.name])?.split(" | ") ?? [];
      const signatures = texts.flatMap((text) => {
        const [, min, max] = /(\d+)-(\d*)$/.exec(text) ?? [];
        return min === undefined ? [] : [{ min: Number(min), max: max === "" ? Infinity : Number(max), text: `(${text})` }];
      });
      return signatures.length === 0 ? {} : texts[0]?.startsWith("new") === true ? { news: signatures } : { calls: signatures };
    },
    callsIn,
    list(folder) {
      const below = Object.keys(modules).filter((module) => module.startsWith(`${folder}/`)).map((module) => module.slice(folder.length + 1));
      return [...new Set(below.map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path)))];
    },
  };
}

interface Entry {
  readonly module: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

const migration = (canonical: { module: string; name: string } | undefined, ...deprecated: readonly Entry[]): object => ({
  ...(canonical === undefined ? { message: "Ask the service instead" } : { canonical }),
  deprecated,
});

/** What is found, as a squiggle says it. */
function check(migrations: readonly object[], ports: CodePorts): readonly string[] {
  const text = JSON.stringify({ migrations: migrations.map((each, index) => ({ id: `m-${String(index)}`, ...each })) }, null, 2);
  const { manifest, problems } = validateManifestText(text, "ssot.json");
  if (manifest === undefined) throw new Error(problems.map(describeProblem).join("\n"));
  return placeInText(checkCode(manifest, ports), text, "ssot.json").map(describeProblem);
}

const socket = { "./src/ws/canonical.ts": { createManager: "2-2", default: "1-1" }, "./src/ws/factory.ts": { getManager: "0-0", getFactory: "0-0" } };
const canonical = { module: "./src/ws/canonical", name: "createManager" };
const factory = { module: "./src/ws/factory", name: "getManager" };

describe("the canonical symbol", () => {
  test("is there: nothing is found", () => {
    expect(check([migration(canonical, factory)], portsOf(socket))).toEqual([]);
    expect(check([migration({ ...canonical, module: "./src/ws/canonical.ts" }, factory)], portsOf(socket))).toEqual([]);
    expect(check([migration({ ...canonical, name: "default" }, factory)], portsOf(socket))).toEqual([]);
  });

  test.each([
    ["./src/ws/canonicl", "createManager", 'canonical.module: there is no module "./src/ws/canonicl". Did you mean "./src/ws/canonical"?'],
    // Its extension stays as it was written.
    ["./src/ws/canonicl.ts", "createManager", 'canonical.module: there is no module "./src/ws/canonicl.ts". Did you mean "./src/ws/canonical.ts"?'],
    ["./src/wss/canonical", "createManager", 'canonical.module: there is no module "./src/wss/canonical". Did you mean "./src/ws/canonical"?'],
    ["./source/ws/canonical", "createManager", 'canonical.module: there is no module "./source/ws/canonical". Name the module that exports `createManager`.'],
    ["./src/ws/canonical.mjs", "createManager", 'canonical.module: there is no module "./src/ws/canonical.mjs". Did you mean "./src/ws/canonical.ts"?'],
    // What is near does not export it.
    ["./src/ws/canonicl", "createOther", 'canonical.module: there is no module "./src/ws/canonicl". Name the module that exports `createOther`.'],
    ["./src/ws", "createManager", 'canonical.module: there is no module "./src/ws". Name the module that exports `createManager`.'],
    ["installed/missing", "createManager", 'canonical.module: the package has no module "installed/missing". Name the module that exports `createManager`.'],
    ["./src/ws/canonical", "createManger", 'canonical.name: "./src/ws/canonical" does not export `createManger`. Did you mean `createManager`?'],
    ["./src/ws/canonical", "connect", 'canonical.name: "./src/ws/canonical" does not export `connect`. Export it there, or name what it exports: `createManager`, `default`.'],
    // Not what is to go itself.
    ["./src/ws/factory", "getManagr", 'canonical.name: "./src/ws/factory" does not export `getManagr`. Export it there, or name what it exports: `getFactory`.'],
    ["./src/empty", "connect", 'canonical.name: "./src/empty" does not export `connect`. Export it there, or name another module.'],
    ["./src/many", "default", 'canonical.name: "./src/many" has no default export. Export it there, or name what it exports: `a`, `b`, `c`, `d`, `e`, ….'],
  ])("%s %s", (module, name, expected) => {
    const ports = portsOf({ ...socket, "./src/empty.ts": {}, "./src/many.ts": { a: "?", b: "?", c: "?", d: "?", e: "?", f: "?" } });
    expect(check([migration({ module, name }, factory)], ports)).toEqual([`migrations[0].${expected}`]);
  });

  test.each([
    ["a package that is not installed", { module: "missing-package/sub", name: "createManager" }],
    ["a module that cannot be read", { module: "./src/opaque", name: "createManager" }],
  ])("%s is taken at the manifest's word", (_, target) => {
    expect(check([migration(target, factory)], portsOf({ ...socket, "./src/opaque.ts": "opaque" }))).toEqual([]);
  });

  test('"*" asks for the module only', () => {
    const star = { module: "./src/ws/factory", name: "*" };
    expect(check([migration({ module: "./src/ws/canonical", name: "*" }, star)], portsOf(socket))).toEqual([]);
    expect(check([migration({ module: "./src/ws/canonicl", name: "*" }, star)], portsOf(socket))).toEqual([
      'migrations[0].canonical.module: there is no module "./src/ws/canonicl". Did you mean "./src/ws/canonical"?',
    ]);
    expect(check([migration({ module: "./src/other/x", name: "*" }, star)], portsOf(socket))).toEqual([
      'migrations[0].canonical.module: there is no module "./src/other/x". Name the module that exports what the deprecated one did.',
    ]);
  });

  test("a link of a chain may be gone", () => {
    const link = { module: "./src/ws/middle", name: "openManager" };
    expect(check([migration(link, factory), migration(canonical, link)], portsOf(socket))).toEqual([]);
    expect(check([migration(link, factory), migration({ ...canonical, name: "*" }, { ...link, name: "*" })], portsOf(socket))).toEqual([]);
    // But not where the next link leaves it out.
    expect(check([migration(link, factory), migration({ ...canonical, name: "*" }, { ...link, name: "*", except: ["openManager"] })], portsOf(socket))).toHaveLength(1);
  });

  test("migrations of Python are not looked at", () => {
    expect(check([{ language: "python", canonical: { module: "shop.new", name: "a" }, deprecated: [{ module: "shop.old", name: "b", rewrites: [{ from: "b()", to: "a(1)" }] }] }], portsOf({}))).toEqual([]);
  });
});

describe("the deprecated symbol", () => {
  test.each([
    ["is there", "./src/ws/factory", "getManager"],
    ["has gone from its module", "./src/ws/factory", "connect"],
    ["has gone with its module", "./src/ws/legacy", "getManager"],
    ["has gone with its folder", "./lib/old/factory", "getManager"],
    ["has a neighbour with another first letter", "./src/ws/factory", "setManager"],
    ["has a neighbour with another ending", "./src/ws/factory", "getManagers"],
    ["has a neighbour with another number", "./src/v/client1", "open"],
    ["has a short neighbour", "./src/v/api", "open"],
    ["is the old, wrong spelling of the canonical one", "./src/ws/canonical", "createManger"],
    ["was in a module whose name was wrong", "./src/ws/canonicl", "createManager"],
    ["has a neighbour that does not export it", "./src/ws/factry", "connect"],
    ["is of a package that is not installed", "missing-package", "getManager"],
    ["is of a package that has no such module any more", "installed/old", "getManager"],
    ["is of a module that cannot be read", "./src/opaque", "getManager"],
    ["is a whole module that has gone", "./src/ws/legacy", "*"],
  ])("%s: nothing is found", (_, module, name) => {
    const ports = portsOf({ ...socket, "./src/opaque.ts": "opaque", "./src/v/client2.ts": { open: "?" }, "./src/v/app.ts": { open: "?" } });
    expect(check([migration(name === "*" ? { ...canonical, name } : canonical, { module, name })], ports)).toEqual([]);
  });

  test.each([
    ["./src/ws/factory", "getMangaer", 'name: "./src/ws/factory" does not export `getMangaer`. Did you mean `getManager`?'],
    ["./src/ws/factory", "getFactoy", 'name: "./src/ws/factory" does not export `getFactoy`. Did you mean `getFactory`?'],
    ["./src/ws/factory", "getFactor", undefined],
    ["./src/ws/factory", "getFatory", 'name: "./src/ws/factory" does not export `getFatory`. Did you mean `getFactory`?'],
    ["./src/ws/factory", "GetManager", 'name: "./src/ws/factory" does not export `GetManager`. Did you mean `getManager`?'],
    ["./src/ws/factroy", "getManager", 'module: there is no module "./src/ws/factroy". Did you mean "./src/ws/factory"?'],
    ["./src/ws/factroy", "*", 'module: there is no module "./src/ws/factroy". Did you mean "./src/ws/factory"?'],
    ["./scr/ws/factory.ts", "getManager", 'module: there is no module "./scr/ws/factory.ts". Did you mean "./src/ws/factory.ts"?'],
    ["./src/ws/factory.vue", "getManager", 'module: there is no module "./src/ws/factory.vue". Did you mean "./src/ws/factory.ts"?'],
  ])("%s %s", (module, name, expected) => {
    const target = { module: "./src/ws/canonical", name: name === "*" ? "*" : "createManager" };
    expect(check([migration(target, { module, name })], portsOf(socket))).toEqual(expected === undefined ? [] : [`migrations[0].deprecated[0].${expected}`]);
  });
});

test("the right spelling is looked for in modules that the manifest names otherwise, too", () => {
  const found = check([migration(canonical, factory, { module: "./src/ws/factroy", name: "getFactory" })], portsOf(socket));
  expect(found).toEqual(['migrations[0].deprecated[1].module: there is no module "./src/ws/factroy". Did you mean "./src/ws/factory"?']);
});

describe("arguments", () => {
  const definitions: Exports = { none: "0-0", two: "2-2", some: "1-3", many: "1-", over: "1-1 | 3-3", Manager: "new 1-2", opaque: "?" };
  const ports = portsOf({ "./src/new.ts": definitions, "./src/barrel.ts": { again: "-> ./src/new.ts two" }, "./src/old.ts": { old: "0-0" } });
  test.each([
    ["two($a, $b)", undefined],
    ["two($a)", "1 argument, but it takes 2. Its parameters are (2-2): write as many here."],
    ["two($a, $b, $c)", "3 arguments, but it takes 2. Its parameters are (2-2): write as many here."],
    ["two($$$rest)", undefined],
    ["two($a, $b, $$$rest)", undefined],
    ["two($a, $b, $c, $$$rest)", "3 or more arguments, but it takes 2. Its parameters are (2-2): write as many here."],
    ["two($a, ...$b)", undefined],
    ["none()", undefined],
    ["none($a)", "1 argument, but it takes none. Its parameters are (0-0): write as many here."],
    ["some()", "0 arguments, but it takes 1 to 3. Its parameters are (1-3): write as many here."],
    ["some($a)", undefined],
    ["some($a, $b, $c)", undefined],
    ["many()", "0 arguments, but it takes 1 or more. Its parameters are (1-): write as many here."],
    ["many($a, $b, $c, 4, 5)", undefined],
    ["over($a)", undefined],
    ["over($a, $b, $c)", undefined],
    ["over($a, $b)", "2 arguments, but it takes 1 or 3. Its parameters are (1-1) or (3-3): write as many here."],
    ["over($a, $b, $$$rest)", undefined],
    ["new Manager($a)", undefined],
    ["new Manager()", "0 arguments, but it takes 1 to 2. Its parameters are (new 1-2): write as many here."],
    // Called without `new`, or constructed without being a class: what that gives is not told by the arguments.
    ["Manager()", undefined],
    ["new two($a)", undefined],
    ["opaque()", undefined],
    ["two.bind($a)", undefined],
    ["wrap(two($a, $b), two($a))", "1 argument, but it takes 2. Its parameters are (2-2): write as many here."],
  ])("%s", (to, expected) => {
    const name = /two|none|some|many|over|Manager|opaque/.exec(to)?.[0] ?? "";
    const holes = ["a", "b", "c"].filter((hole) => to.includes(`$${hole}`)).map((hole) => `$${hole}`);
    const from = `old(${[...holes, ...(to.includes("$$$rest") ? ["$$$rest"] : [])].join(", ")})`;
    const found = check([migration({ module: "./src/new", name }, { module: "./src/old", name: "old", rewrites: [{ from: "old().x", to: name }, { from, to }] })], ports);
    expect(found).toEqual(expected === undefined ? [] : [`migrations[0].deprecated[0].rewrites[1].to: gives \`${name}\` ${expected}`]);
  });

  test("are those of the definition behind a barrel", () => {
    const found = check([migration({ module: "./src/barrel", name: "again" }, { module: "./src/old", name: "old", rewrites: [{ from: "old()", to: "again()" }] })], ports);
    expect(found).toEqual(["migrations[0].deprecated[0].rewrites[0].to: gives `again` 0 arguments, but it takes 2. Its parameters are (2-2): write as many here."]);
  });
});

describe("the same symbol", () => {
  const modules = {
    "./src/impl.ts": { get: "0-0" },
    "./src/index.ts": { get: "-> ./src/impl.ts get", pick: "-> ./src/impl.ts get", first: "0-0" },
    "./src/new.ts": { one: "0-0", two: "0-0" },
    "./src/barrel.ts": { uno: "-> ./src/new.ts one" },
  };
  const ports = portsOf(modules, { "@acme/app": "./src/index.ts", "@acme/app/new": "./src/new.ts" });
  const one = { module: "./src/new", name: "one" };
  const two = { module: "./src/new", name: "two" };
  const at = (module: string, name: string): { module: string; name: string } => ({ module, name });

  test("deprecated by two texts of one module", () => {
    expect(check([migration(one, at("./src/index", "first")), migration(one, at("@acme/app", "first"))], ports)).toEqual([
      'migrations[1].deprecated[0].name: `first` of "@acme/app" is deprecated by migrations[0].deprecated[0] already, as `first` of "./src/index". Keep one of the two entries.',
    ]);
  });

  test("as a whole, too", () => {
    const star = at("./src/new", "*");
    expect(check([migration(star, at("./src/index", "*"), at("@acme/app", "*"))], ports)).toHaveLength(1);
  });

  test("by two paths, in favour of one symbol: that is how paths are cleaned up", () => {
    expect(check([migration(one, at("./src/index", "get"), at("./src/impl", "get"), at("./src/index", "pick"))], ports)).toEqual([]);
    // The same canonical symbol by two paths, and at the end of a chain.
    expect(check([migration(one, at("./src/index", "get")), migration(at("./src/barrel", "uno"), at("./src/impl", "get"))], ports)).toEqual([]);
    expect(check([migration(at("./src/impl", "get"), at("./src/index", "get")), migration(one, at("./src/impl", "get"))], ports)).toEqual([]);
    expect(check([migration(undefined, at("./src/index", "get")), migration(undefined, at("./src/impl", "get"))], ports)).toEqual([]);
  });

  test("by two paths, in favour of two symbols", () => {
    expect(check([migration(one, at("./src/index", "get")), migration(two, at("./src/impl", "get"))], ports)).toEqual([
      'migrations[1].deprecated[0].name: `get` of "./src/impl" is the same definition as `get` of "./src/index", which migrations[0].deprecated[0] replaces otherwise. Let both have the same canonical symbol, or take one of the two entries out.',
    ]);
    expect(check([migration(one, at("./src/index", "get")), migration(undefined, at("./src/impl", "get"))], ports)).toHaveLength(1);
  });

  test("deprecated in favour of itself, by another text", () => {
    expect(check([migration(one, at("@acme/app/new", "one"))], ports)).toEqual([
      'migrations[0].deprecated[0].name: `one` of "@acme/app/new" is to be replaced by itself: "./src/new" is the same module. Name another symbol here, or in `canonical`.',
    ]);
  });

  test("by a re-exporting path, in favour of its home, or the other way round", () => {
    expect(check([migration(at("./src/impl", "get"), at("./src/index", "get"))], ports)).toEqual([]);
    expect(check([migration(at("./src/index", "get"), at("./src/impl", "get"))], ports)).toEqual([]);
    // Another name of it in the same module is another name.
    expect(check([migration(at("./src/index", "get"), at("./src/index", "pick"))], ports)).toEqual([]);
  });

  test("in a circle, by other texts", () => {
    expect(check([migration(at("@acme/app", "first"), at("./src/new", "one")), migration(at("@acme/app/new", "one"), at("./src/index", "first"))], ports)).toEqual([
      'migrations[0].deprecated[0].name: the replacements go in a circle: `one` of "./src/new" → `first` of "@acme/app" → `one` of "./src/new". Decide which of them stays, and take out the entry that deprecates it.',
    ]);
  });
});

test("all errors come at once, in the order of the text, each at its place", () => {
  const text = `\uFEFF{\r\n  // 🎉\r\n  "migrations": [{ "id": "🎉".length, }]\r\n}`.replace(
    `{ "id": "🎉".length, }`,
    `{ "id": "a", /* 🎉 */ "canonical": { "module": "./src/new", "name": "createNw" },\r\n    "deprecated": [{ "module": "./src/odlder", "name": "getOld" }] }`,
  );
  const { manifest } = validateManifestText(text, "ssot.json");
  if (manifest === undefined) throw new Error("has to be valid");
  const found = placeInText(checkCode(manifest, portsOf({ "./src/new.ts": { createNew: "?" }, "./src/older.ts": { getOld: "?" } })), text, "ssot.json");
  expect(found.map(({ line, column, endLine, endColumn, path }) => `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${path}`)).toEqual([
    "3:86-3:96 migrations[0].canonical.name",
    "4:32-4:46 migrations[0].deprecated[0].module",
  ]);
  expect(found.map(({ start, end }) => text.slice(1).slice(start, end))).toEqual(['"createNw"', '"./src/odlder"']);
});
