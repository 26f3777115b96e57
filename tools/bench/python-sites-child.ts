/**
 * A Python file of many governed sites in a process of its own, at half its size and at its size; prints what it took as
 * JSON.
 *
 *   node node_modules/.bench/python-sites-child.mjs KIND SIZE FOLDER
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { manifest, projectOf, siteKinds } from "./many-sites.ts";
import { cpuSince } from "./samples.ts";

/** What one file took, in milliseconds of CPU. */
export interface SiteTimes {
  readonly lint: number;
  readonly fix: number;
  readonly reports: number;
  /** Reports after the fix. */
  readonly left: number;
}

export interface SiteSample {
  readonly half: SiteTimes;
  readonly whole: SiteTimes;
}

const [name = "", count = "", folder = ""] = process.argv.slice(2);
const size = Number(count);
const kind = siteKinds.find((each) => each.name === name);
if (!kind) throw new Error(`no such kind: ${name}`);
const { default: plugin } = await import("../../dist/index.js");
rmSync(folder, { recursive: true, force: true });
for (const [file, text] of Object.entries(projectOf(size))) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

async function took(text: string, fix: boolean): Promise<{ readonly cpu: number; readonly reports: number }> {
  const file = path.join(folder, "app.py");
  writeFileSync(file, text);
  const eslint = new ESLint({ cwd: folder, fix, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended, { settings: { ssot: { manifest, root: folder } } }] });
  const before = process.cpuUsage();
  const [result] = await eslint.lintFiles([file]);
  return { cpu: cpuSince(before), reports: result?.messages.length ?? 0 };
}

async function timesOf(text: string): Promise<SiteTimes> {
  const lint = await took(text, false);
  const fix = await took(text, true);
  return { lint: lint.cpu, fix: fix.cpu, reports: lint.reports, left: fix.reports };
}

// Code that has never run is slow, whatever the file.
await timesOf(kind.text(Math.floor(size / 10)));
await timesOf(kind.text(Math.floor(size / 5)));
const sample: SiteSample = { half: await timesOf(kind.text(Math.floor(size / 2))), whole: await timesOf(kind.text(size)) };
console.log(JSON.stringify(sample));
