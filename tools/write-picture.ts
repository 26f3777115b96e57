/**
 * Writes docs/images/demo.svg: what the demo really prints about a file, with its colours, as a picture.
 * Needs the plugin to be built. `--check` only compares.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = path.join(root, "docs/images/demo.svg");
const files = ["src/services/recovery.ts"];
const columns = 108;

const character = 7.8;
const line = 18;
const margin = 18;
const background = "#1e1e1e";
const foreground = "#d4d4d4";

/** What a terminal shows for the parameters of an SGR sequence, as SVG attributes. */
const styles: Readonly<Record<string, string>> = {
  "1": 'font-weight="bold"',
  "2": 'fill="#8a8a8a"',
  "31": 'fill="#f48771"',
  "32": 'fill="#89d185"',
  "33": 'fill="#e2c08d"',
  "36": 'fill="#6cb6ff"',
};
/** What ends each of them. */
const ends: Readonly<Record<string, readonly string[]>> = { "22": ["1", "2"], "39": ["31", "32", "33", "36"] };

interface Run {
  readonly text: string;
  readonly style: string;
}

/** The runs of one line of text with SGR sequences; styles last until they are ended, across lines too. */
function runsOf(text: string, on: Set<string>): Run[] {
  const runs: Run[] = [];
  for (const [index, part] of text.split(/\x1b\[([\d;]*)m/).entries()) {
    if (index % 2 === 0) {
      if (part !== "") runs.push({ text: part, style: [...on].map((code) => styles[code] ?? "").join(" ") });
      continue;
    }
    for (const code of part.split(";")) {
      if (code === "" || code === "0") on.clear();
      else if (ends[code]) for (const ended of ends[code]) on.delete(ended);
      else if (styles[code]) on.add(code);
    }
  }
  return runs;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function svgOf(ansi: string): string {
  const on = new Set<string>();
  const lines = ansi.split("\n");
  const width = columns * character + 2 * margin;
  const height = lines.length * line + 2 * margin;
  const rows = lines.flatMap((text, index) => {
    let column = 0;
    const y = margin + index * line + 13;
    return runsOf(text, on).map((run) => {
      const x = (margin + column * character).toFixed(1);
      column += run.text.length;
      // The length is fixed so that columns stay below each other, whatever font the reader has.
      const length = (run.text.length * character).toFixed(1);
      const style = run.style === "" ? "" : ` ${run.style}`;
      return `  <text x="${x}" y="${String(y)}" textLength="${length}"${style}>${escaped(run.text)}</text>`;
    });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${String(height)}" width="${width.toFixed(0)}" height="${String(height)}" role="img" aria-label="What tools/demo.ts prints">`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    `<g xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="${foreground}">`,
    ...rows,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", path.join(root, "tools/demo.ts"), ...files], {
  cwd: root,
  encoding: "utf8",
  env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: undefined, COLUMNS: String(columns) },
});
if (status !== 0) throw new Error(`The demo failed:\n${stdout}${stderr}`);
const svg = svgOf(`\x1b[1m$ npx tsx tools/demo.ts ${files.join(" ")}\x1b[22m\n\n${stdout.trimEnd()}`);
if (!process.argv.includes("--check")) {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, svg);
} else if (readFileSync(target, "utf8") !== svg) {
  console.error("docs/images/demo.svg is not what the demo prints now: run `npx tsx tools/write-picture.ts`");
  process.exitCode = 1;
}
