/**
 * Makes migrations out of a repository's own modules: definitions move to new modules, get other names or call shapes, and the old
 * modules let them out as before, deprecated. So the code behaves as it did, with work left for `--fix`.
 *
 *   npx tsx tools/field-test/behaviour/make.ts CHECKOUT --source src [--entry src/index.ts]… [--skip REGEXP] [--phase 3] [--share 70]
 *
 * What an entry lets out is moved by hand, as a person would: it keeps its outward names, and takes them from the new modules.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { rewriteEntry } from "./entries.ts";
import { openProject } from "./program.ts";
import { moveModule } from "./styles.ts";
import type { Migration, Moved } from "./styles.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { type: "string", default: "src" },
    entry: { type: "string", multiple: true, default: [] },
    skip: { type: "string", default: "^$" },
    phase: { type: "string", default: "3" },
    share: { type: "string", default: "70" },
    seed: { type: "string", default: "1" },
  },
});
const [checkout] = positionals;
if (checkout === undefined) throw new Error("Usage: make.ts CHECKOUT [--source src] [--entry FILE]");
const root = path.resolve(checkout);
const source = path.join(root, values.source);
const entries = values.entry.map((entry) => path.join(root, entry));
const project = openProject(root, source);

const moved = new Map<string, Moved>();
const migrations: Migration[] = [];
const skip = new RegExp(values.skip);
project.files.forEach((file, index) => {
  const relative = path.relative(source, file);
  const chance = ((index + 1) * 7919 + Number(values.seed) * 104729) % 100;
  if (skip.test(relative) || entries.includes(file) || chance >= Number(values.share)) return;
  const result = moveModule(project, file, path.join(source, "moved", relative), chance % 6);
  if (result) moved.set(file, result);
});
for (const { symbols, from, to } of moved.values()) {
  const module = (file: string): string => `./${path.relative(root, file).replace(/\.tsx?$/, "")}`;
  for (const { name, as, rewrites } of symbols) {
    migrations.push({ id: `m${migrations.length}`, phase: Number(values.phase), canonical: { module: module(to), name: as }, deprecated: [{ module: module(from), name, ...(rewrites && { rewrites }) }] });
  }
}
for (const { from, to, shim, text } of moved.values()) {
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, text);
  writeFileSync(from, shim);
}
for (const entry of entries.filter((each) => project.files.includes(each))) writeFileSync(entry, rewriteEntry(project, entry, moved));
const tests = ["**/*.{test,spec}.{ts,tsx}", "**/*.test-d.ts", "**/*.bench.ts", "**/{test,tests,__tests__,benchmarks}/**"];
writeFileSync(path.join(root, "ssot.json"), JSON.stringify({ tests, migrations }, null, 1));
console.log(JSON.stringify({ modules: moved.size, migrations: migrations.length, reshaped: migrations.filter((each) => each.deprecated[0]?.rewrites).length, whole: migrations.filter((each) => each.canonical.name === "*").length }));
