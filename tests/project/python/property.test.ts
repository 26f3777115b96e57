import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Seed } from "../../../src/policy/ways.ts";
import { createProject, type Project } from "../../../src/project/project.ts";
import { standingFolder } from "../../kit/project-folder.ts";
import { expectSameByName, linesOf, waysOf } from "../survey-kit.ts";
import { fileOf, graphs, modules, truthOf, writeGraph, type Graph, type Truth } from "./module-graphs.ts";
import { hasPython } from "../../kit/python.ts";

const base = standingFolder({});
const python = { roots: ["."] };

/** Samples in folders of their own, with the truth about each. */
function sampled(name: string, count: number, withBranches: boolean): readonly { readonly root: string; readonly graph: Graph; readonly truth: Truth }[] {
  const samples = fc.sample(graphs({ withBranches }), { numRuns: count, seed: 20_260_425 }).map((graph, index) => ({ graph, root: join(base, `${name}${String(index)}`) }));
  for (const { root, graph } of samples) writeGraph(root, graph);
  const truths = truthOf(samples.map(({ root }) => root));
  return samples.map((sample, index) => ({ ...sample, truth: truths[index] ?? {} }));
}

function textOf(graph: Graph): string {
  return graph.map((statements, index) => `# ${modules[index] ?? ""}\n${statements.join("\n")}`).join("\n");
}

/** What the project says a name is, in CPython's words. */
function told(project: Project, root: string, module: string, name: string): string | undefined {
  const home = project.home(project.manifestModule(module, "python"), name);
  return home && `${home.module.replace(`${root}/`, "")} ${home.name}`;
}

/** A module below a package takes an attribute's place when somebody else loads it: of that the package's text says nothing. */
const isBelow = (what: string): boolean => /^pkg\/.* \*$/.test(what);

test.skipIf(!hasPython)("says of every name what CPython says it is", () => {
  let compared = 0;
  let loadedByOthers = 0;
  for (const { root, graph, truth } of sampled("names", 90, false)) {
    const project = createProject(root, python);
    for (const module of modules) {
      const names = truth[module];
      if (!names) continue;
      for (const [name, what] of Object.entries(names)) {
        const ours = told(project, root, module, name);
        compared += 1;
        if (ours !== what && isBelow(what)) loadedByOthers += 1;
        else expect(ours, `${module}.${name} of\n${textOf(graph)}`).toBe(what);
      }
      for (const name of ["x", "y", "_z"]) if (!(name in names)) expect(told(project, root, module, name), `${module}.${name} of\n${textOf(graph)}`).toBeUndefined();
    }
  }
  expect(compared).toBeGreaterThan(1_500);
  expect(loadedByOthers / compared).toBeLessThan(0.06);
});

test.skipIf(!hasPython)("finds every way by which CPython has a definition", () => {
  let leaks = 0;
  for (const { root, graph, truth } of sampled("ways", 90, false)) {
    const [expected, found] = bothWays(root, truth);
    leaks += expected.length;
    expect(found, textOf(graph)).toEqual(expected);
  }
  expect(leaks).toBeGreaterThan(500);
});

test.skipIf(!hasPython)("finds no fewer where branches decide", () => {
  for (const { root, graph, truth } of sampled("branches", 90, true)) {
    const [expected, found] = bothWays(root, truth);
    expect(found, textOf(graph)).toEqual(expect.arrayContaining([...expected]));
  }
});

/** The names under which modules have what `home` defines, by CPython and by the survey; of modules that can be imported. */
function bothWays(root: string, truth: Truth): readonly [expected: readonly string[], found: readonly string[]] {
  const homes = Object.keys(truth["home"] ?? {}).map((name) => `home.py ${name}`);
  const expected = modules.flatMap((module) => Object.entries(truth[module] ?? {}).flatMap(([name, what]) => (module !== "home" && homes.includes(what) ? [`${fileOf(module)} ${name}`] : [])));
  const project = createProject(root, python);
  const seeds = homes.map((home) => ({ module: join(root, "home.py"), name: home.split(" ")[1] ?? "" }));
  const { leaks } = waysOf(project, seeds).ways;
  const told = new Map<string, string>(modules.flatMap((module) => Object.entries(truth[module] ?? {}).map(([name, what]) => [`${fileOf(module)} ${name}`, what] as const)));
  const fine = new Set(modules.filter((module) => truth[module]).map(fileOf));
  const found = linesOf(root, { leaks, namespaces: [] }).filter((line) => fine.has(line.split(" ")[0] ?? "") && !isBelow(told.get(line) ?? ""));
  return [expected.sort(), found];
}

test("says after edits what a fresh survey says", () => {
  const seeds = (root: string): readonly Seed[] => [{ module: join(root, "home.py"), name: "x" }];
  const edits = fc.sample(fc.tuple(graphs({ withBranches: true }), graphs({ withBranches: true }), fc.uniqueArray(fc.integer({ min: 1, max: modules.length - 1 }), { minLength: 1, maxLength: 3 })), { numRuns: 40, seed: 20_260_426 });
  for (const [index, [before, after, changed]] of edits.entries()) {
    const root = join(base, `edits${String(index)}`);
    writeGraph(root, before);
    const project = createProject(root, python);
    const { survey } = waysOf(project, seeds(root));
    const graph = before.map((statements, at) => (changed.includes(at) ? (after[at] ?? []) : statements));
    writeGraph(root, graph);
    survey.look();
    expect(linesOf(root, waysOf(project, seeds(root)).ways), textOf(graph)).toEqual(linesOf(root, waysOf(createProject(root, python), seeds(root)).ways));
  }
});

const isSecondDeep = /^\s*(?:import \S+|from \S+ import (?:one|two|three|sub|facade|outer)) as deep$/m;

test("who is asked for by one name is whom the trees of all files show", () => {
  const dotted = fc.constantFrom(...modules.flatMap((module) => [module, module.split(".").at(-1) ?? "", `${module}.x`, `${module} \\\n  .y`]), "x", "deep.deep", "x.deep", "y.sub.two", "_z.x", "x.one.y", "deep.x.deep");
  const modulesName = fc.constantFrom(...modules);
  const composed = fc.oneof(
    modulesName.map((each) => `BASE = "${each}"\npatch(f"{BASE}.x")`),
    modulesName.map((each) => `BASE = "${each}."\npatch(BASE + "x")`),
    modulesName.map((each) => `for each in ["x", "y"]: patch("${each}." + each)`),
    modulesName.map((each) => `def test(name): patch(f"${each}.{name}")`),
    modulesName.map((each) => `patch("%s.x" % "${each}")`),
    modulesName.map((each) => `patch("{}.x".format("${each}"))`),
    modulesName.map((each) => `BASE = "${each.split(".")[0] ?? ""}"\npatch(f"{BASE}.${each.split(".").slice(1).join(".")}.x")`),
    modulesName.map((each) => `patch("${each.split(".").join('." + "')}." + name)`),
    modulesName.map((each) => `patch("${each.split(".").join('." "')}" ".x")`),
    modulesName.map((each) => `import ${each}\nmonkeypatch.setattr(${each}.__name__ + ".x", None)`),
  );
  const use = fc.oneof(composed, dotted.map((each) => `run(${each})`), dotted.map((each) => `getattr(${each}, "x")`), dotted.map((each) => `patch("${each}")`), dotted.map((each) => `mock.patch.object(${each}, "y")`), dotted.map((each) => `patch.multiple("${each}", x=1)`), dotted.map((each) => `(${each}  # x\n .x)`), dotted.map((each) => `# ${each.replace(/\\\n/, "")}`));
  const samples = fc.sample(fc.tuple(graphs({ withBranches: true }), fc.array(fc.tuple(fc.nat(modules.length - 1), use), { maxLength: 12 })), { numRuns: Number(process.env["SSOT_RUNS"] ?? 60), seed: 20_261_126 });
  let asked = 0;
  for (const [index, [plain, uses]] of samples.entries()) {
    const root = join(base, `named${String(index)}`);
    // Which of two modules `pkg.sub.deep` is depends on who was loaded first, and imports and attributes may disagree.
    const graph = plain.map((statements, at) => [...statements.filter((each) => !isSecondDeep.test(each)), ...uses.flatMap(([place, text]) => (place === at ? text : []))]);
    writeGraph(root, graph);
    const { survey, ways } = waysOf(createProject(root, python), [{ module: join(root, "home.py"), name: "x" }, { module: join(root, "home.py"), name: "deep" }]);
    for (const { module, name } of [{ module: join(root, "home.py"), name: "x" }, ...ways.leaks]) {
      asked += survey.takersOf(module, [name]).length;
      expectSameByName(survey, module, name, textOf(graph));
    }
  }
  expect(asked).toBeGreaterThan(300);
});
