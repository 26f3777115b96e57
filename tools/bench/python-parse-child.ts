/**
 * Parses all Python files below a folder in one process; prints bytes and CPU milliseconds as JSON. The files are read before,
 * and each is parsed once: what the engine has to learn is in the figures.
 *
 *   node node_modules/.bench/python-parse-child.mjs raw|tree|scopes FOLDER
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type * as Pyright from "../../src/languages/python/python-parser.cjs";
import { scopesOf } from "../../src/languages/python/scopes/analyze.ts";
import type { PyModule } from "../../src/languages/python/tree/node.ts";
import { cpuSince } from "./samples.ts";

/** What one process has parsed. */
export interface ParseSample {
  readonly bytes: number;
  readonly cpu: number;
  /** Files that do not parse. */
  readonly broken: number;
}

const [what = "", folder = ""] = process.argv.slice(2);
const { default: plugin } = await import("../../dist/index.js");
// The bundle as it is shipped.
const load: (file: string) => typeof Pyright = createRequire(import.meta.url);
const { parsePython } = load("../../dist/python-parser.cjs");

/** By name: parses a text, and tells whether it could. */
const ways: Readonly<Record<string, (text: string, file: string) => boolean>> = {
  raw: (text) => parsePython(text, false).errors.length === 0,
  tree: (text, file) => treeOf(text, file) !== undefined,
  scopes(text, file) {
    const tree = treeOf(text, file);
    return tree !== undefined && scopesOf(tree).all.length > 0;
  },
};

function treeOf(body: string, file: string): PyModule | undefined {
  const result = plugin.languages.python.parse({ path: file, physicalPath: file, body, bom: false }, { languageOptions: {} });
  return result.ok ? (result.ast as PyModule) : undefined;
}

const way = ways[what];
if (!way) throw new Error(`no such way: ${what}`);
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py"));
let bytes = 0;
let broken = 0;
let cpu = 0;
// Not all texts are held at once: the engine would walk through them again and again.
for (let start = 0; start < names.length; start += 100) {
  const texts = names.slice(start, start + 100).map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const);
  const before = process.cpuUsage();
  for (const [name, text] of texts) {
    bytes += Buffer.byteLength(text);
    if (!way(text, path.join(folder, name))) broken += 1;
  }
  cpu += cpuSince(before);
}
const sample: ParseSample = { bytes, cpu, broken };
console.log(JSON.stringify(sample));
