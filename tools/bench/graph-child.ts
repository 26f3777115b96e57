/**
 * One measurement of the export graph, in a process of its own: `graph-child.ts FOLDER read|first|update`. Prints JSON.
 * Run from the built plugin's sources, so that the peak of memory is ours alone.
 */
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadManifest } from "../../src/manifest/load.ts";
import { checkRewrites, languages } from "../../src/rule-kit/languages.ts";
import { sessionOf } from "../../src/rule-kit/session.ts";
import { randomFrom } from "../monorepo/random.ts";

const [folder = "", what] = process.argv.slice(2);
const source = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

/** What any tool does that looks at each file: list them, and read their bytes. */
function readAll(root: string): number {
  let files = 0;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git" || entry.name === "generated") continue;
    const full = `${root}/${entry.name}`;
    if (entry.isDirectory()) files += readAll(full);
    else if (source.test(entry.name)) {
      readFileSync(full);
      files += 1;
    }
  }
  return files;
}

function measured(work: () => number): { readonly ms: number; readonly cpu: number; readonly count: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  const count = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, count };
}

function ways(): number {
  const { session } = sessionOf(loadManifest({ cwd: folder, checkRewrite: checkRewrites }));
  return languages.reduce((sum, language) => sum + [...session.realm(language).symbols.governed()].length, 0);
}

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

if (what === "read") console.log(JSON.stringify({ ...measured(() => readAll(folder)), peak: peak() }));
else {
  const first = measured(ways);
  const result = { ...first, peak: peak(), updates: [] as number[] };
  if (what === "update") {
    const random = randomFrom(7);
    const { session } = sessionOf(loadManifest({ cwd: folder, checkRewrite: checkRewrites }));
    const settings = {};
    session.begin(folder, settings);
    const files = readdirSync(path.join(folder, "packages")).flatMap((name) => Array.from({ length: 4 }, (_, index) => `${folder}/packages/${name}/src/feature${String(index)}/module${String(index + 2)}.ts`));
    for (let edit = 0; edit < 200; edit++) {
      const file = files[Math.floor(random() * files.length)] ?? "";
      appendFileSync(file, edit % 2 === 0 ? "\nexport { };\n" : "\n// changed\n");
      const start = performance.now();
      session.begin(file, settings);
      ways();
      result.updates.push(performance.now() - start);
    }
  }
  console.log(JSON.stringify(result));
}
