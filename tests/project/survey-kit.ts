/** What a survey says of a small project, as lines that can be read. */
import { expect } from "vitest";
import type { ModuleKey } from "../../src/policy/facts.ts";
import type { Definition, Project, Survey } from "../../src/project/project.ts";
import type { Seed, Ways } from "../../src/policy/ways.ts";
import { isPython } from "../../src/project/python/module-path.ts";
import type { Taker } from "../../src/project/takers/takers.ts";
import type { Fixture } from "./fixture.ts";

/** `"home.ts x"`, `"home.ts *"` or `"home.ts * but a b"`. */
export type SeedLine = string;

export function seedOf({ project }: Pick<Fixture, "project">, line: SeedLine): Seed {
  const [module = "", name = "", , ...except] = line.split(" ");
  return { module: project.manifestModule(/^\.|\.\w+$/.test(module) ? `./${module}` : module), name, ...(except.length > 0 && { except }) };
}

/** Where the seeds get out, as of now. */
export function waysOf(project: Project, seeds: readonly Seed[], barriers: readonly Definition[] = [], exclude: readonly string[] = []): { survey: Survey; ways: Ways } {
  const survey = project.survey(exclude);
  return { survey, ways: survey.ways({ seeds, barriers, texts: [] }) };
}

/** Every leak as `"barrel.ts x"` and every namespace as `"barrel.ts ns = home.ts"`, in the order of the alphabet. */
export function leaksOf(fixture: Pick<Fixture, "project" | "root">, seeds: readonly SeedLine[], barriers: readonly SeedLine[] = [], exclude: readonly string[] = []): readonly string[] {
  const { ways } = waysOf(fixture.project, seeds.map((seed) => seedOf(fixture, seed)), barriers.map((each) => seedOf(fixture, each)), exclude);
  return linesOf(fixture.root, ways);
}

export function linesOf(root: string, { leaks, namespaces }: Ways): readonly string[] {
  const short = (module: string): string => module.replace(`${root}/`, "");
  return [...leaks.map(({ module, name }) => `${short(module)} ${name}`), ...namespaces.map(({ module, name, target }) => `${short(module)} ${name} = ${short(target)}`)].sort();
}

/**
 * Asked about by its name alone, an export has the very takers, and mockers, that are found among all of the module's; and
 * those are the same where no text helps, since a name is among them that nothing governed has.
 */
export function expectSameByName(survey: Survey, module: ModuleKey, name: string, shown = ""): void {
  const lines = (takers: readonly Taker[]): readonly string[] => takers.map((taker) => `${taker.file} ${taker.by} ${taker.name}`).sort();
  const concerns = (taker: Taker): boolean => taker.name === name || taker.name === "*";
  const all = survey.takersOf(module, ["*", "nobody's"]);
  expect(lines(survey.takersOf(module)), `${module}\n${shown}`).toEqual(lines(all));
  expect(lines(survey.takersOf(module, [name]).filter(concerns)), `${module} ${name}\n${shown}`).toEqual(lines(all.filter(concerns)));
  if (!isPython(module)) return;
  const mockers = new Set(all.filter((taker) => taker.by === "mock" && concerns(taker)).map(({ file }) => file));
  expect(survey.mockersOf(module, name), `mocks of ${module} ${name}\n${shown}`).toEqual([...mockers].sort());
}
