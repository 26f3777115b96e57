/** A project of some hundred files, and somebody who edits it without end. All chance comes from a seed. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const homes = 10;
const barrels = 40;
const importers = 200;
const tests = 20;
const extras = 30;

/** The project in a folder, with everything in it that is edited. */
export class SoakProject {
  readonly root: string;
  readonly #random: () => number;
  #edits = 0;

  /** Writes the project into an empty folder. */
  constructor(root: string, random: () => number) {
    this.root = root;
    this.#random = random;
    this.#write("package.json", JSON.stringify({ name: "soak", private: true }));
    this.#write("tsconfig.json", "{}");
    this.#manifest();
    for (let index = 0; index < homes; index += 1) this.#home(index);
    for (let index = 0; index < barrels; index += 1) this.#barrel(index);
    for (let index = 0; index < importers; index += 1) this.#importer(index);
    for (let index = 0; index < tests; index += 1) this.#test(index);
  }

  /** Edits something. */
  edit(): string {
    this.#edits += 1;
    const kind = this.#random();
    if (kind < 0.35) return this.#barrel(this.#below(barrels));
    if (kind < 0.65) return this.#importer(this.#below(importers));
    if (kind < 0.75) return this.#home(this.#below(homes));
    if (kind < 0.85) return this.#extra(this.#below(extras));
    if (kind < 0.92) return this.#test(this.#below(tests));
    if (kind < 0.97) return this.#tsconfig();
    return this.#manifest();
  }

  /** A file that is to be linted next. */
  anyFile(): string {
    return this.#random() < 0.5 ? `src/use/i${String(this.#below(importers))}.ts` : `src/barrels/b${String(this.#below(barrels))}.ts`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #one<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.#below(values.length)] ?? values[0];
  }

  #write(name: string, text: string): string {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return `wrote ${name}`;
  }

  #manifest(): string {
    const migrations = Array.from({ length: homes }, (_, index) => ({
      id: `m${String(index)}`,
      // Never the same twice: what is kept for a manifest must go with it.
      title: `Edit ${String(this.#edits)}`,
      phase: 1 + this.#below(3),
      canonical: { module: `./src/new/n${String(index)}`, name: `make${String(index)}` },
      exclusive: index % 2 === 0,
      deprecated: [{ module: `./src/homes/h${String(index)}`, name: `get${String(index)}` }],
    }));
    return this.#write("ssot.json", JSON.stringify({ migrations: migrations.slice(this.#below(3)) }));
  }

  #tsconfig(): string {
    const paths = { "@/*": [this.#one(["./src/*", "./src/barrels/*"])], "#it": [`./src/barrels/b${String(this.#below(barrels))}.ts`] };
    return this.#write("tsconfig.json", JSON.stringify({ compilerOptions: { paths } }));
  }

  #home(index: number): string {
    const name = String(index);
    const needs = this.#one(["", "", `import "../use/i${String(this.#below(importers))}";\n`]);
    this.#write(`src/new/n${name}.ts`, this.#random() < 0.1 ? "export const gone = 1;\n" : `${needs}export const make${name} = (id: string): string => id;\n`);
    const elsewhere = this.#random() < 0.2;
    this.#write(`src/homes/inner${name}.ts`, `export const get${name} = (id: string): string => id + "${String(this.#edits)}";\n`);
    return this.#write(`src/homes/h${name}.ts`, elsewhere ? `export * from "./inner${name}";\n` : `export const get${name} = (id: string): string => id;\n`);
  }

  #barrel(index: number): string {
    const home = String(this.#below(homes));
    const other = String(this.#below(barrels));
    const text = this.#one([
      `export * from "../homes/h${home}";\n`,
      `export { get${home} } from "../homes/h${home}";\n`,
      `export { get${home} as make } from "../homes/h${home}";\n`,
      `export * as ws from "../homes/h${home}";\n`,
      `export * from "./b${other}";\nexport const own = 1;\n`,
      `import { get${home} } from "@/homes/h${home}";\n\nexport { get${home} };\n`,
      `export const silent = ${String(this.#edits)};\n`,
    ]);
    return this.#write(`src/barrels/b${String(index)}.ts`, text);
  }

  #importer(index: number): string {
    const home = String(this.#below(homes));
    const from = this.#one([`../homes/h${home}`, `../barrels/b${String(this.#below(barrels))}`, `@/b${String(this.#below(barrels))}`, "#it", `../extra/e${String(this.#below(extras))}`, `../use/i${String(this.#below(importers))}`]);
    const name = this.#one([`get${home}`, `get${home}`, "make", "ws"]);
    const use = name === "ws" ? `ws.get${home}("a")` : `${name}("a")`;
    return this.#write(`src/use/i${String(index)}.ts`, `import { ${name} } from "${from}";\n\nexport const it${String(index)} = ${use};\n`);
  }

  #test(index: number): string {
    const home = String(this.#below(homes));
    return this.#write(`src/use/i${String(index)}.test.ts`, `import { vi } from "vitest";\nimport { it${String(index)} } from "./i${String(index)}";\n\nvi.mock("../homes/h${home}");\nit${String(index)};\n`);
  }

  /** Comes, changes and goes. */
  #extra(index: number): string {
    const name = `src/extra/e${String(index)}.ts`;
    if (!existsSync(path.join(this.root, name)) || this.#random() < 0.4) return this.#write(name, `export * from "../barrels/b${String(this.#below(barrels))}";\n`);
    rmSync(path.join(this.root, name));
    return `removed ${name}`;
  }
}
