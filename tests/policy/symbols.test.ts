import { describe, expect, it } from "vitest";
import { manifestOf, portsOf, tableOf } from "./build.ts";

describe("a deprecated symbol", () => {
  const table = tableOf(manifestOf([{}]));

  it("is found by module and name, and nothing else is", () => {
    expect(table.deprecated("old", "getOld")).toMatchObject({ name: "getOld", module: "old", canonical: { module: "new", specifier: "./new", name: "createNew" } });
    expect(table.deprecated("old", "other")).toBeUndefined();
    expect(table.deprecated("new", "getOld")).toBeUndefined();
    expect(table.deprecated("old", "*")).toBeUndefined();
    expect(table.governs("old")).toBe(true);
    expect(table.namesIn("new")).toEqual([]);
    expect([...table.canonicalModules]).toEqual(["new"]);
  });

  it("may have no replacement", () => {
    const alone = tableOf(manifestOf([{ canonical: undefined, message: "gone" }]));
    expect(alone.deprecated("old", "getOld")).toMatchObject({ canonical: undefined });
    expect(alone.canonicalModules.size).toBe(0);
  });

  it("of another language is none of ours", () => {
    const python = tableOf(manifestOf([{ language: "python", canonical: { module: "new", name: "a" }, deprecated: [{ module: "old", name: "b" }] }]));
    expect(python.governs("old")).toBe(false);
  });
});

describe("a module that is deprecated as a whole", () => {
  const table = tableOf(manifestOf([{ canonical: { module: "./new", name: "*" }, deprecated: [{ module: "./old", name: "*", except: ["merge"] }] }]));

  it("has every name, the same on both sides, but its exceptions", () => {
    expect(table.deprecated("old", "map")).toMatchObject({ name: "map", canonical: { name: "map", module: "new" } });
    expect(table.deprecated("old", "default")).toMatchObject({ name: "default", canonical: { name: "default" } });
    expect(table.deprecated("old", "merge")).toBeUndefined();
    expect(table.deprecated("old", "*")).toMatchObject({ name: "*", canonical: { name: "*" } });
  });

  it("comes last among the module's symbols", () => {
    const both = tableOf(
      manifestOf([
        { canonical: { module: "./new", name: "*" }, deprecated: [{ module: "./old", name: "*", except: ["getOld"] }] },
        {},
      ]),
    );
    expect(both.of("old").map(({ name }) => name)).toEqual(["getOld", "*"]);
    expect(both.deprecated("old", "getOld")?.canonical?.name).toBe("createNew");
  });
});

describe("chains", () => {
  const link = (from: string, to: string, rest: object = {}): object => ({
    canonical: { module: `./${to}`, name: `use-${to}`.replace("-", "") },
    deprecated: [{ module: `./${from}`, name: `use${from}`, ...rest }],
  });

  it("are followed to their end, whatever the order in the manifest", () => {
    for (const links of [["a", "b"], ["b", "c"], ["c", "d"]].map((_, turn, all) => [...all.slice(turn), ...all.slice(0, turn)])) {
      const table = tableOf(manifestOf(links.map(([from = "", to = ""]) => link(from, to))));
      for (const name of ["a", "b", "c"]) expect(table.deprecated(name, `use${name}`)?.canonical).toMatchObject({ module: "d", name: "used" });
    }
  });

  it("end where there is no replacement any more", () => {
    const table = tableOf(manifestOf([link("a", "b"), { canonical: undefined, message: "gone", deprecated: [{ module: "./b", name: "useb" }] }]));
    expect(table.deprecated("a", "usea")?.canonical).toBeUndefined();
  });

  it("take the call shapes of the one link that has some", () => {
    const rewrites = [{ from: "useb()", to: "usec()" }];
    const table = tableOf(manifestOf([link("a", "b"), link("b", "c", { rewrites })]));
    expect(table.deprecated("a", "usea")).toMatchObject({ rewrites, rewriteNames: { deprecated: "useb", canonical: "usec" }, canonical: { module: "c" } });
  });

  it("stop before a second link with call shapes", () => {
    const table = tableOf(
      manifestOf([link("a", "b", { rewrites: [{ from: "usea()", to: "useb()" }] }), link("b", "c", { rewrites: [{ from: "useb()", to: "usec()" }] })]),
    );
    expect(table.deprecated("a", "usea")).toMatchObject({ canonical: { module: "b" }, rewriteNames: { deprecated: "usea", canonical: "useb" } });
  });

  it("that two texts of one file close to a loop come to an end", () => {
    const ports = { ...portsOf(), manifestModule: (module: string) => module.replace(/^(?:\.|@app)\//u, "") };
    const table = tableOf(manifestOf([{ canonical: { module: "@app/b", name: "x" }, deprecated: [{ module: "./a", name: "x" }] }, { canonical: { module: "@app/a", name: "x" }, deprecated: [{ module: "./b", name: "x" }] }]), ports);
    expect(table.deprecated("a", "x")).toBeDefined();
    expect(table.deprecated("b", "x")).toBeDefined();
  });
});

describe("homes", () => {
  it("where a named module re-exports, the home's symbol is the same one", () => {
    const table = tableOf(manifestOf([{}]), portsOf({ "old#getOld": "impl#make" }));
    expect(table.deprecated("impl", "make")).toMatchObject({ module: "impl", name: "make", canonical: { name: "createNew" } });
    expect(table.deprecated("impl", "getOld")).toBeUndefined();
    expect(table.deprecated("old", "getOld")).toBeDefined();
  });

  it("what is not known to be exported has none", () => {
    const table = tableOf(manifestOf([{}]), portsOf({ "old#getOld": undefined }));
    expect(table.deprecated("old", "getOld")).toBeDefined();
  });

  it("a shim of the canonical symbol does not deprecate that", () => {
    const direct = tableOf(manifestOf([{}]), portsOf({ "old#getOld": "new#createNew" }));
    expect(direct.namesIn("new")).toEqual([]);
    const deep = tableOf(manifestOf([{}]), portsOf({ "old#getOld": "impl#create", "new#createNew": "impl#create" }));
    expect(deep.namesIn("impl")).toEqual([]);
  });

  it("a home that has an entry of its own keeps it", () => {
    const table = tableOf(
      manifestOf([{}, { canonical: { module: "./new", name: "other" }, deprecated: [{ module: "./impl", name: "make" }] }]),
      portsOf({ "old#getOld": "impl#make" }),
    );
    expect(table.deprecated("impl", "make")?.canonical?.name).toBe("other");
  });
});
