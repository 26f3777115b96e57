/** The files that are measured: a folder of the caller's, or real sources from the registry. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import type { CorpusNotes } from "./variants.ts";

/** Packages that ship their TypeScript sources, 2,077 files in all. Pinned, so that two runs measure the same. */
const packages = ["viem@2.57.20:", "rxjs@7.8.2:src", "zod@4.6.7:src"];

/** Makes the corpus in `cache`, once, and gives its folder. */
export function registryCorpus(cache: string): string {
  const folder = path.join(cache, "corpus");
  if (existsSync(path.join(folder, "bench.json"))) return folder;
  const installed = path.join(cache, "installed");
  mkdirSync(installed, { recursive: true });
  writeFileSync(path.join(installed, "package.json"), "{}");
  const wanted = packages.map((each) => each.slice(0, each.indexOf(":")));
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", ...wanted], { cwd: installed, stdio: "inherit" });
  for (const each of packages) {
    const [name = "", , sources = ""] = each.split(/[@:]/);
    cpSync(path.join(installed, "node_modules", name, sources), path.join(folder, name), {
      recursive: true,
      filter: (file) => !path.relative(installed, file).includes(`${name}/node_modules`) && !/\.d\.[cm]?ts$|\.[cm]?js$|\.map$/.test(file),
    });
  }
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, module: "nodenext", target: "es2023", skipLibCheck: true, noEmit: true }, include: ["."] }));
  writeNotes(folder);
  return folder;
}

/** The TypeScript sources below `folder`, as relative paths. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts") && !/(?:^|\/)(?:node_modules|\.git|dist)\//.test(name))
    .sort();
}

/** Chooses fifty exports that few files import, spread over the folder, and writes them to its `bench.json`. */
export function writeNotes(folder: string): void {
  const importers = new Map<string, number>();
  for (const name of sourcesIn(folder)) {
    const { module } = parseSync(name, readFileSync(path.join(folder, name), "utf8"));
    for (const { moduleRequest, entries } of module.staticImports) {
      if (!moduleRequest.value.startsWith(".")) continue;
      const target = path.posix.join(path.dirname(name), moduleRequest.value).replace(/\.[jt]sx?$/, "");
      for (const { importName } of entries) if (importName.kind === "Name") count(importers, `${target}\0${importName.name ?? ""}`);
    }
  }
  const rare = [...importers].filter(([key, times]) => times <= 2 && exists(folder, key)).sort(([one], [other]) => (one < other ? -1 : 1));
  const step = Math.max(1, Math.floor(rare.length / 50));
  const symbols = rare.filter((_, index) => index % step === 0).slice(0, 50).map(([key, times]) => {
    const [module = "", name = ""] = key.split("\0");
    return { module, name, importers: times };
  });
  const notes: CorpusNotes = { symbols };
  writeFileSync(path.join(folder, "bench.json"), JSON.stringify(notes, null, 1));
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function exists(folder: string, key: string): boolean {
  const [module = ""] = key.split("\0");
  return existsSync(path.join(folder, `${module}.ts`)) || existsSync(path.join(folder, `${module}.tsx`));
}
