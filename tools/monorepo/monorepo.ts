/**
 * A monorepo of any size, made for measuring and for tests: packages whose `dist` is not built, barrels three deep, renamed,
 * default and namespace re-exports, imports by relative path, by package and by alias, cycles, tests with mocks. The same
 * options give the same files.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { capital, filler } from "./code.ts";
import { randomFrom } from "./random.ts";

export interface MonorepoOptions {
  /** About how many source files there are to be. */
  readonly files: number;
  readonly seed?: number;
  /** How many symbols the manifest governs. */
  readonly symbols?: number;
}

/** One way by which a governed symbol gets out of its home. */
export interface ExpectedLeak {
  readonly file: string;
  readonly name: string;
}

/** What the generator knows about what it has made. */
export interface Expected {
  readonly symbols: readonly { readonly module: string; readonly name: string; readonly leaks: readonly ExpectedLeak[] }[];
}

const featuresOfPackage = 4;
const modulesOfFeature = 12;
/** Modules, the feature's own barrel; and of each package the two barrels above. */
const filesOfPackage = featuresOfPackage * (modulesOfFeature + 2) + 2;

/**
 * Writes a monorepo into `folder`, which should be empty.
 * @returns what is to be found in it; also written to its `expected.json`
 */
export function generateMonorepo(folder: string, { files, seed = 1, symbols = 50 }: MonorepoOptions): Expected {
  const random = randomFrom(seed);
  const packages = Math.max(2, Math.round(files / filesOfPackage));
  const governed = new Map<string, ExpectedLeak[]>();
  const write = writer(folder);
  for (let index = 0; index < packages; index++) writePackage(index);
  const list = [...governed.keys()].map((key) => key.split("#"));
  write("package.json", JSON.stringify({ name: "monorepo", private: true, type: "module", workspaces: ["packages/*"] }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: { strict: true, module: "esnext", moduleResolution: "bundler", target: "es2023", jsx: "preserve", noEmit: true, skipLibCheck: true, types: [], paths: aliases() }, include: ["packages"] }));
  write(".gitignore", "dist/\ncoverage/\n*.log\n/generated\n");
  write("generated/ignored.ts", `export * from "../packages/p0/src/index";\n`);
  write("ssot.json", JSON.stringify({ migrations: list.map(([module = "", name = ""], index) => migration(index, module, name)) }, null, 1));
  const expected: Expected = { symbols: list.map(([module = "", name = ""]) => ({ module, name, leaks: governed.get(`${module}#${name}`) ?? [] })) };
  write("expected.json", JSON.stringify(expected));
  return expected;

  function aliases(): Record<string, string[]> {
    return Object.fromEntries([["@app/*", ["./packages/*/src"]], ...Array.from({ length: Math.min(packages, 3) }, (_, index) => [`@first${String(index)}`, [`./packages/p${String(index)}/src/index.ts`]])]);
  }

  function writePackage(index: number): void {
    const name = `p${String(index)}`;
    const root = `packages/${name}`;
    write(`${root}/package.json`, JSON.stringify({ name: `@acme/${name}`, private: true, type: "module", exports: { ".": { types: "./dist/index.d.ts", import: "./dist/index.js" } } }));
    // As many packages have a governed symbol as there are symbols; it is in the first module of the first feature.
    const isGoverned = symbols > 0 && governed.size < symbols && index % Math.max(1, Math.floor(packages / symbols)) === 0;
    const old = `get${capital(name)}Manager`;
    if (isGoverned) governed.set(`./${root}/src/feature0/module0#${old}`, leaksOf(root, name, old, index));
    for (let feature = 0; feature < featuresOfPackage; feature++) writeFeature(root, name, index, feature, isGoverned ? old : undefined);
    const features = Array.from({ length: featuresOfPackage }, (_, feature) => `export * from "./feature${String(feature)}";`);
    write(`${root}/src/index.ts`, [`export * from "./all";`, ...(isGoverned ? [`export { ${old} as make${capital(name)} } from "./feature0";`, `export * as ${name}Space from "./feature0/inner";`] : []), ""].join("\n"));
    write(`${root}/src/all.ts`, `${features.join("\n")}\n`);
  }

  function leaksOf(root: string, name: string, old: string, index: number): ExpectedLeak[] {
    const through = ["feature0/inner.ts", "feature0/index.ts", "all.ts", "index.ts"].map((file) => ({ file: `${root}/src/${file}`, name: old }));
    const renamed = { file: `${root}/src/index.ts`, name: `make${capital(name)}` };
    const fallen = index % 2 === 0 ? [{ file: `${root}/src/feature1/module1.ts`, name: "default" }] : [];
    return [...through, renamed, ...fallen];
  }

  function writeFeature(root: string, name: string, index: number, feature: number, old: string | undefined): void {
    const folderOf = `${root}/src/feature${String(feature)}`;
    const names = Array.from({ length: modulesOfFeature }, (_, module) => `module${String(module)}`);
    write(`${folderOf}/inner.ts`, `${names.slice(0, 6).map((each) => `export * from "./${each}";`).join("\n")}\n`);
    write(`${folderOf}/index.ts`, `export * from "./inner";\n${names.slice(6).map((each) => `export * from "./${each}";`).join("\n")}\n`);
    for (const [module, each] of names.entries()) {
      const prefix = `${name}f${String(feature)}m${String(module)}x`;
      // Sizes as in real projects: most are small, some are large.
      const size = 500 + Math.floor(random() ** 3 * 14_000);
      const isHome = old !== undefined && feature === 0 && module === 0;
      const lines = [...(module === 0 && feature === 0 ? [] : importsOf(name, feature, module, prefix))];
      if (isHome) lines.push(`/** @deprecated Take create${capital(name)}Manager instead. */`, `export function ${old}(id: number): { id: number } {`, `  return { id };`, `}`, ``, `export function create${capital(name)}Manager(id: number): { id: number } {`, `  return { id };`, `}`, ``);
      if (old !== undefined && index % 2 === 0 && feature === 1 && module === 1) lines.push(`export { ${old} as default } from "../feature0/module0";`, ``);
      // About one file in a hundred takes a governed symbol, each in another way.
      if (old !== undefined && feature === 2 && module < 3) lines.push(...takesOf(name, old, module), ``);
      write(`${folderOf}/${each}.ts`, `${lines.join("\n")}${filler(prefix, size, random)}`);
    }
    if (feature === 3 && old !== undefined) write(`${folderOf}/module0.test.ts`, `declare const vi: { mock(path: string, factory: () => object): void };\nvi.mock("../feature0/module0", () => ({ ${old}: () => ({ id: 1 }) }));\nimport { ${old} } from "../feature0";\n\n${old}(1);\n`);
  }

  function takesOf(name: string, old: string, module: number): readonly string[] {
    if (module === 0) return [`import { ${old} } from "../feature0";`, `export const taken = ${old}(1);`];
    if (module === 1) return [`import { make${capital(name)} } from "../index";`, `export const made = make${capital(name)}(2);`];
    return [`import * as facade from "../index";`, `export const spaced = facade.${name}Space.${old}(3);`];
  }

  /** Neighbours, another feature, other packages by name and by alias; some lead back, and make cycles. */
  function importsOf(name: string, feature: number, module: number, prefix: string): readonly string[] {
    const lines: string[] = [];
    const other = Math.floor(random() * packages);
    if (module > 0) lines.push(`import { ${name}f${String(feature)}m${String(module - 1)}x0 } from "./module${String(module - 1)}";`, `export const ${prefix}Near = ${name}f${String(feature)}m${String(module - 1)}x0;`);
    if (random() < 0.3) lines.push(`import type { P${String(other)}f3m5x0Options } from "@app/p${String(other)}";`, `export type ${capital(prefix)}Other = P${String(other)}f3m5x0Options;`);
    if (random() < 0.1) lines.push(`import type { ${capital(name)}f${String((feature + 1) % featuresOfPackage)}m6x0Options } from "../index";`, `export type ${capital(prefix)}Back = ${capital(name)}f${String((feature + 1) % featuresOfPackage)}m6x0Options;`);
    return lines.length > 0 ? [...lines, ""] : lines;
  }
}

function migration(index: number, module: string, name: string): object {
  return { id: `migration-${String(index)}`, phase: 2, canonical: { module, name: name.replace("get", "create") }, deprecated: [{ module, name }] };
}

function writer(folder: string): (file: string, text: string) => void {
  const made = new Set<string>();
  return (file, text) => {
    const target = path.join(folder, file);
    const parent = path.dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
  };
}
