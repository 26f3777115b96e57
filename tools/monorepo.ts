/**
 * Generates a TypeScript monorepo of any size, the same for the same seed, for benchmarks and tests.
 *
 *   npx tsx tools/monorepo.ts --files 10000 --out DIR [--seed 1]
 *
 * Packages whose `exports` lead to an unbuilt `dist`; barrels three deep; names that are renamed, taken as namespaces and
 * as defaults on their way; cycles; tests with mocks; a `generated` folder that git ignores. `ssot.json` governs fifty
 * symbols, and `expected.json` says by which exports each of them leaks.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { planBarrels } from "./monorepo/barrels.ts";
import { expectedOf } from "./monorepo/expected.ts";
import { planIgnored, planNamesakes, planSymbols, planUses } from "./monorepo/govern.ts";
import type { Module } from "./monorepo/model.ts";
import { planPackages } from "./monorepo/packages.ts";
import { manifest, packageJson, rootFiles } from "./monorepo/project-files.ts";
import { createRandom } from "./monorepo/random.ts";
import { renderBarrel, renderModule } from "./monorepo/render.ts";

export type { Expected, ExpectedExport, ExpectedSymbol } from "./monorepo/expected.ts";

/** How big a monorepo is to be, and which one of that size. */
export interface MonorepoOptions {
  /** Number of source files of all packages; ignored and configuration files come on top. At least 300. */
  readonly files: number;
  /** A whole number; 1 where absent. */
  readonly seed?: number;
}

/**
 * Writes a monorepo into `folder`, which is made where it is not there.
 * @returns the paths of its source files from `folder`, with `/`
 * @throws where the folder has something in it: two monorepos in one would be neither
 */
export function generateMonorepo(folder: string, { files, seed = 1 }: MonorepoOptions): readonly string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  const random = createRandom(seed);
  const packages = planPackages(files, random);
  const symbols = planSymbols(packages);
  planNamesakes(packages, symbols, random);
  planBarrels(packages, symbols, random);
  planUses(packages.flatMap(({ features }) => features.flatMap(({ modules }) => modules)), symbols, files, random);

  const made = new Set<string>();
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  };
  const sources: string[] = [];
  const writeModule = (module: Module, text: string): void => {
    write(module.path, text);
    sources.push(module.path);
  };
  const rendering = { seed, symbols };
  for (const here of packages) {
    write(`packages/${here.owner.folder}/package.json`, packageJson(here));
    for (const barrel of [here.root, here.facade]) if (barrel !== undefined) writeModule(barrel, renderBarrel(barrel, rendering));
    for (const feature of here.features) {
      for (const barrel of [feature.barrel, feature.inner]) if (barrel !== undefined) writeModule(barrel, renderBarrel(barrel, rendering));
      for (const module of feature.modules) writeModule(module, renderModule(module, { here, feature, packages }, rendering));
    }
  }
  for (const [name, text] of [...rootFiles(), ...planIgnored(symbols)]) write(name, text);
  write("ssot.json", manifest(symbols));
  write("expected.json", `${JSON.stringify(expectedOf(packages, symbols), null, 1)}\n`);
  return sources;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { files: { type: "string", default: "1000" }, out: { type: "string" }, seed: { type: "string", default: "1" } } });
  if (values.out === undefined) throw new Error("Say where to write it: --out DIR");
  const start = performance.now();
  const sources = generateMonorepo(path.resolve(values.out), { files: Number(values.files), seed: Number(values.seed) });
  console.log(`${String(sources.length)} files in ${((performance.now() - start) / 1000).toFixed(1)} s: ${path.resolve(values.out)}`);
}
