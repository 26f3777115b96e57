import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createProject, type Project } from "../../src/project/project.ts";
import { standingFolder } from "../kit/project-folder.ts";
import { graphs, moduleOf, pathOf, Resolver, surroundings, textOf, type Graph, type Statement } from "./module-graphs.ts";
import { linesOf, waysOf } from "./survey-kit.ts";

const base = standingFolder({});
let made = 0;

/** Writes a graph into a folder of its own. */
function written(graph: Graph): string {
  const root = join(base, String((made += 1)));
  for (const [path, content] of Object.entries(surroundings)) write(root, path, JSON.stringify(content));
  for (const [module, statements] of graph.entries()) write(root, pathOf(module), textOf(module, statements));
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

type Seeds = readonly (readonly [module: number, name: string])[];

/** Up to two of the definitions in a graph. */
function seedsIn(graph: Graph, [first, second]: readonly [number, number]): Seeds {
  const defined = graph.flatMap((statements, module) => statements.flatMap((each) => (each.does === "define" ? [[module, each.name] as const] : [])));
  const picked = [defined[first % defined.length], defined[second % defined.length]].filter((each) => each !== undefined);
  return [...new Set(picked)];
}

function found(project: Project, root: string, seeds: Seeds): readonly string[] {
  return linesOf(root, waysOf(project, seeds.map(([module, name]) => ({ module: join(root, pathOf(module)), name }))).ways);
}

const picks = fc.tuple(fc.nat(20), fc.nat(20));

it("finds what the whole graph says, though it parses few files", () => {
  let leaks = 0;
  fc.assert(
    fc.property(graphs, picks, (graph, pick) => {
      const root = written(graph);
      const seeds = seedsIn(graph, pick);
      const expected = new Resolver(graph).ways(seeds);
      leaks += expected.length;
      expect(found(createProject(root), root, seeds)).toEqual(expected);
      rmSync(root, { recursive: true });
    }),
    { numRuns: 150 },
  );
  // Graphs in which nothing gets out would prove nothing.
  expect(leaks).toBeGreaterThan(150);
});

it("takes every export of a module for a seed where the manifest says so", () => {
  fc.assert(
    fc.property(graphs, fc.nat(9), fc.constantFrom("a", "b"), (graph, pick, excepted) => {
      const root = written(graph);
      const module = pick % graph.length;
      const resolver = new Resolver(graph);
      // A module that the seed's module has whole is an export of it too, and followed as that.
      const names = resolver.names(module).filter((name) => name !== excepted && !resolver.resolve(module, name)?.includes("*"));
      const { ways } = waysOf(createProject(root), [{ module: join(root, pathOf(module)), name: "*", except: [excepted] }]);
      const expected = resolver.ways(names.map((name) => [module, name]));
      expect(linesOf(root, { leaks: ways.leaks, namespaces: [] })).toEqual(expect.arrayContaining(expected.filter((line) => !line.includes(" = "))));
      rmSync(root, { recursive: true });
    }),
    { numRuns: 40 },
  );
});

it("says after any edits what a fresh survey says", () => {
  const edit = fc.tuple(fc.nat(9), fc.oneof({ weight: 4, arbitrary: moduleOf(4) }, { weight: 1, arbitrary: fc.constant(undefined) }));
  fc.assert(
    fc.property(graphs, picks, fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (first, pick, rounds) => {
      const root = written(first);
      const graph: (readonly Statement[])[] = [...first];
      const seeds = seedsIn(first, pick);
      const project = createProject(root);
      const { survey } = waysOf(project, seeds.map(([module, name]) => ({ module: join(root, pathOf(module)), name })));
      for (const round of rounds) {
        for (const [which, statements] of round) {
          const module = which % graph.length;
          // The homes of seeds stay: what is asked stays the same.
          if (seeds.some(([seed]) => seed === module)) continue;
          graph[module] = statements ?? [];
          if (statements === undefined) rmSync(join(root, pathOf(module)), { force: true });
          else write(root, pathOf(module), textOf(module, statements));
        }
        survey.look();
        const updated = found(project, root, seeds);
        expect(updated).toEqual(found(createProject(root), root, seeds));
      }
      rmSync(root, { recursive: true });
    }),
    { numRuns: 40 },
  );
});
