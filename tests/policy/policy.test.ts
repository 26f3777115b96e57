import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/policy/facts.ts";
import { phaseOf } from "../../src/policy/phases.ts";
import type { RuleName } from "../../src/policy/phases.ts";
import { inForce } from "../../src/policy/policy.ts";
import type { Decision, JudgedFile, Policy } from "../../src/policy/policy.ts";
import { score } from "../../src/policy/score.ts";
import { facts, manifestOf, policyOf, portsOf, production, test } from "./build.ts";

/** The verdict before anything is to be removed. */
function verdict(policy: Policy, fact: Fact, file: JudgedFile): Decision | undefined {
  return policy.judge(fact, file).find(({ phase }) => phase < 4);
}

describe("from which phase on a rule is in force (DESIGN section 4)", () => {
  const rows: readonly (readonly [RuleName, number, number])[] = [
    ["no-deprecated-reexport", 1, 1],
    ["require-deprecation-notice", 1, 1],
    ["no-deprecated-import", 2, 3],
    ["no-deprecated-use", 2, 3],
    ["canonical-import-path", 2, 3],
    ["no-duplicate-definition", 2, 3],
    ["no-deprecated-mock", 3, 3],
    ["no-deprecated-definition", 4, 4],
  ];
  it.each(rows)("%s: %i in production, %i in tests", (rule, inProduction, inTests) => {
    expect([phaseOf(rule, "production"), phaseOf(rule, "test")]).toEqual([inProduction, inTests]);
  });
});

describe("the verdict on a fact", () => {
  const policy = policyOf(manifestOf([{}]));

  it.each([
    ["import", "no-deprecated-import", 2, 3],
    ["use", "no-deprecated-use", 2, 3],
    ["reexport", "no-deprecated-reexport", 1, 1],
    ["mock", "no-deprecated-mock", 3, 3],
    ["definition", "require-deprecation-notice", 1, 1],
  ] as const)("%s is %s's", (kind, rule, inProduction, inTests) => {
    const fact = facts[kind];
    expect(verdict(policy, fact, production)).toMatchObject({ fact, rule, phase: inProduction, symbol: { name: "getOld" } });
    expect(verdict(policy, fact, test)).toMatchObject({ fact, rule, phase: inTests });
  });

  it.each(Object.values(facts))("of another export or another module there is none ($kind)", (fact) => {
    expect(verdict(policy, { ...fact, name: "other" }, production)).toBeUndefined();
    expect(verdict(policy, { ...fact, module: "elsewhere" }, production)).toBeUndefined();
  });

  it("an import that lets the symbol out is a re-export's as well, from phase 1 on", () => {
    const rules = (fact: Fact): readonly unknown[] => policy.judge(fact, production).map(({ rule, phase }) => [rule, phase]);
    expect(rules({ ...facts.import, outward: "getOld" })).toEqual([["no-deprecated-import", 2], ["no-deprecated-reexport", 1]]);
    expect(rules(facts.import)).toEqual([["no-deprecated-import", 2]]);
    expect(rules({ ...facts.import, name: "other", outward: "other" })).toEqual([]);
  });

  it("a definition that carries its notice is none", () => {
    expect(verdict(policy, { ...facts.definition, noticed: true }, production)).toBeUndefined();
  });

  it("a namespace is none where its members are, and the other way round", () => {
    const whole = policyOf(manifestOf([{ canonical: { module: "./new", name: "*" }, deprecated: [{ module: "./old", name: "*", except: ["merge"] }] }]));
    const namespace: Fact = { ...facts.import, form: "namespace", name: "*" };
    const member: Fact = { ...facts.import, form: "member" };
    expect(verdict(policy, namespace, production)).toBeUndefined();
    expect(verdict(policy, member, production)).toBeDefined();
    expect(verdict(whole, namespace, production)).toBeDefined();
    expect(verdict(whole, member, production)).toBeUndefined();
    expect(verdict(whole, facts.import, production)?.symbol).toMatchObject({ name: "getOld", canonical: { module: "new", name: "getOld" } });
    expect(verdict(whole, { ...facts.import, name: "merge" }, production)).toBeUndefined();
  });
});

describe("re-exports", () => {
  const policy = policyOf(
    manifestOf([{ deprecated: [{ module: "./old", name: "getOld" }, { module: "./old", name: "default" }, { module: "./old", name: "other" }] }]),
  );
  const names = (fact: Fact): readonly string[] | undefined => verdict(policy, fact, production)?.symbols.map(({ name }) => name);
  const star: Fact = { ...facts.reexport, name: "*", as: "*" };

  it("`export *` lets all out but `default` and what the file exports itself", () => {
    expect(names(star)).toEqual(["getOld", "other"]);
    expect(names({ ...star, hidden: ["other"] })).toEqual(["getOld"]);
    expect(names({ ...star, hidden: ["other", "getOld"] })).toBeUndefined();
  });

  it("a namespace carries `default` along", () => {
    expect(names({ ...star, as: "ns" })).toEqual(["getOld", "default", "other"]);
  });

  it("neither its home nor the module that the manifest names leaks it, but a third does", () => {
    const named = policyOf(manifestOf([{ deprecated: [{ module: "./index", name: "getOld" }] }]), portsOf({ "index#getOld": "old#getOld" }));
    for (const module of ["index", "old"]) expect(verdict(named, facts.reexport, { ...production, module })).toBeUndefined();
    expect(verdict(named, facts.reexport, { ...production, module: "barrel" })).toBeDefined();
    expect(verdict(named, { ...facts.reexport, module: "index" }, { ...production, module: "barrel" })).toBeDefined();
  });

  it("nor does one of two modules that the manifest names for the same symbol", () => {
    const home = portsOf({ "index#getOld": "old#getOld", "other#getOld": "old#getOld" });
    for (const modules of [["./old", "./index"], ["./index", "./old"], ["./other", "./index"]]) {
      const named = policyOf(manifestOf([{ deprecated: modules.map((module) => ({ module, name: "getOld" })) }]), home);
      expect(verdict(named, facts.reexport, { ...production, module: "index" })).toBeUndefined();
      expect(verdict(named, facts.reexport, { ...production, module: "barrel" })).toBeDefined();
    }
  });

  it("nor does the named module use the old way when it takes the symbol from its home, to let it out", () => {
    const named = policyOf(manifestOf([{ deprecated: [{ module: "./index", name: "getOld" }] }]), portsOf({ "index#getOld": "old#getOld" }));
    for (const fact of [facts.import, facts.use]) {
      expect(verdict(named, fact, { ...production, module: "index" })).toBeUndefined();
      expect(verdict(named, fact, { ...production, module: "consumer" })).toBeDefined();
    }
  });

  it("to name another symbol of a module is no licence to leak this one", () => {
    const two = policyOf(manifestOf([{}, { deprecated: [{ module: "./barrel", name: "getOther" }] }]));
    expect(verdict(two, facts.reexport, { ...production, module: "barrel" })).toBeDefined();
  });
});

describe("files", () => {
  const policy = policyOf(manifestOf([{ allow: ["src/compat/**", "legacy/*.ts"] }], { tests: ["checks/**"], exclude: ["generated/**", "**/.cache/**"] }));

  it.each(["src/compat/a.ts", "src/compat/deep/.hidden/b.tsx", "legacy/a.ts"])("%s is allowed", (path) => {
    expect(verdict(policy, facts.import, { ...production, path })).toBeUndefined();
  });

  it.each(["src/compat.ts", "legacy/deep/a.ts", "other/src/compat/a.ts"])("%s is not allowed", (path) => {
    expect(verdict(policy, facts.import, { ...production, path })).toBeDefined();
  });

  it("to allow is of one migration", () => {
    const two = policyOf(manifestOf([{ allow: ["src/**"] }, { canonical: { module: "./new", name: "createOther" }, deprecated: [{ module: "./old", name: "getOther" }] }]));
    expect(verdict(two, facts.import, production)).toBeUndefined();
    expect(verdict(two, { ...facts.import, name: "getOther" }, production)).toBeDefined();
    const star: Fact = { ...facts.reexport, name: "*", as: "*" };
    expect(verdict(two, star, production)).toMatchObject({ symbol: { name: "getOther" }, symbols: [{ name: "getOther" }] });
  });

  it("excluded are those that the globs say, and no others", () => {
    expect(["generated/a.ts", "generated/deep/b.ts", "a/.cache/c.js"].map((path) => policy.excludes(path))).toEqual([true, true, true]);
    expect(["src/generated/a.ts", "generated.ts"].map((path) => policy.excludes(path))).toEqual([false, false]);
  });

  it("tests are those that the manifest's globs say, the usual ones only by default", () => {
    expect(policy.scope("checks/a.ts")).toBe("test");
    expect(policy.scope("src/a.test.ts")).toBe("production");
    const usual = policyOf(manifestOf([{}]));
    expect(["src/a.test.ts", "src/__tests__/a.ts", "test/a.js", "packages/a/tests/b.tsx", "a.spec.mjs"].map((path) => usual.scope(path))).toEqual(Array(5).fill("test"));
    expect(["src/latest/a.ts", "src/test.ts", "src/contest.ts"].map((path) => usual.scope(path))).toEqual(Array(3).fill("production"));
  });
});

describe("in force", () => {
  it.each([
    [1, undefined, false],
    [2, undefined, true],
    [4, undefined, true],
    [1, 2, true],
    [4, 1, false],
  ] as const)("an import in production, migration at %s, option %s: %s", (phase, override, expected) => {
    const decision = verdict(policyOf(manifestOf([{ phase }])), facts.import, production);
    expect(decision && inForce(decision, override) !== undefined).toBe(expected);
  });

  it("of several symbols only those are judged whose migration has come that far", () => {
    const policy = policyOf(
      manifestOf([{ phase: 2 }, { phase: 3, canonical: { module: "./new", name: "createOther" }, deprecated: [{ module: "./old", name: "getOther" }] }]),
    );
    const decision = verdict(policy, { ...facts.mock, name: "*" }, test);
    expect(decision?.symbols.map(({ name }) => name)).toEqual(["getOld", "getOther"]);
    expect(decision && inForce(decision, undefined)).toMatchObject({ symbol: { name: "getOther" }, symbols: [{ name: "getOther" }] });
    expect(decision && inForce(decision, 2)).toBeUndefined();
    expect(decision && inForce(decision, 3)?.symbols).toHaveLength(2);
  });
});

describe("the score", () => {
  it.each([
    [0, 0, 100],
    [5, 0, 100],
    [0, 5, 0],
    [1, 1, 50],
    [50, 30, 62.5],
    [2, 1, 66.6],
    [9997, 3, 99.9],
    [999_999, 1, 99.9],
    [1, 999_999, 0],
    [57, 43, 57],
  ])("%i canonical and %i violating: %d", (canonical, violating, expected) => {
    expect(score({ canonical, violating })).toBe(expected);
  });

  it("rises with each mended site, and is 100 only when nothing is left", () => {
    for (let violating = 300; violating > 0; violating--) {
      const before = score({ canonical: 300 - violating, violating });
      const after = score({ canonical: 301 - violating, violating: violating - 1 });
      expect(after).toBeGreaterThan(before);
      expect(before).toBeLessThan(100);
    }
  });
});
