// tools/bench/python-sites-child.ts
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";

// tools/bench/many-sites.ts
var lines = (size2, line) => Array.from({ length: size2 }, (_, index) => line(index)).join("\n") + "\n";
var one = "from shop.legacy import get_manager\n";
var own = (index) => `get_${String(index)}`;
var siteKinds = [
  { name: "calls", text: (size2) => `${one}${lines(size2, (index) => `get_manager(${String(index)})`)}` },
  { name: "calls of another shape", text: (size2) => `from shop.legacy import open_manager
${lines(size2, (index) => `open_manager(${String(index)}).run()`)}` },
  { name: "imports in functions", text: (size2) => lines(size2, (index) => `def f${String(index)}():
    ${one}    return get_manager(${String(index)})
`) },
  { name: "imports, a statement each", text: (size2) => lines(size2, (index) => `from shop.legacy import ${own(index)}`) + lines(size2, (index) => `${own(index)}()`) },
  { name: "imports in one list", text: (size2) => `from shop.legacy import (
${lines(size2, (index) => `    ${own(index)},`)})
${lines(size2, (index) => `${own(index)}()`)}` },
  { name: "entries of __all__", text: (size2) => `from shop.legacy import (
${lines(size2, (index) => `    ${own(index)},`)})

__all__ = [
${lines(size2, (index) => `    "${own(index)}",`)}]
` },
  { name: "members", text: (size2) => `import shop.legacy
${lines(size2, (index) => `shop.legacy.${own(index)}()`)}` },
  { name: "mocks' strings", text: (size2) => `${one}from unittest.mock import patch


def test_it():
${lines(size2, () => '    patch("shop.legacy.get_manager")')}    get_manager(1)
` }
];
function projectOf(size2) {
  const functions = (verb) => lines(size2, (index) => `def ${verb}_${String(index)}(): pass`);
  return {
    "pyproject.toml": "",
    "shop/__init__.py": "",
    "shop/legacy.py": `def get_manager(x): pass
def open_manager(x): pass
${functions("get")}`,
    "shop/canonical.py": `def create_manager(x): pass
def run_manager(x): pass
${functions("get")}`
  };
}
var manifest = {
  python: { roots: ["."] },
  migrations: [
    { id: "manager", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "create_manager" }, deprecated: [{ module: "shop.legacy", name: "get_manager" }] },
    {
      id: "run",
      language: "python",
      phase: 3,
      canonical: { module: "shop.canonical", name: "run_manager" },
      deprecated: [{ module: "shop.legacy", name: "open_manager", rewrites: [{ from: "open_manager($x).run()", to: "run_manager($x)" }] }]
    },
    { id: "all", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "*" }, deprecated: [{ module: "shop.legacy", name: "*", except: ["get_manager", "open_manager"] }] }
  ]
};

// tools/bench/python-sites-child.ts
var [name = "", count = "", folder = ""] = process.argv.slice(2);
var size = Number(count);
var kind = siteKinds.find((each) => each.name === name);
if (!kind) throw new Error(`no such kind: ${name}`);
var { default: plugin } = await import("../../dist/index.js");
rmSync(folder, { recursive: true, force: true });
for (const [file, text] of Object.entries(projectOf(size))) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
async function took(text, fix) {
  const file = path.join(folder, "app.py");
  writeFileSync(file, text);
  const eslint = new ESLint({ cwd: folder, fix, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended, { settings: { ssot: { manifest, root: folder } } }] });
  const before = process.cpuUsage();
  const [result] = await eslint.lintFiles([file]);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e3, reports: result?.messages.length ?? 0 };
}
async function timesOf(text) {
  const lint = await took(text, false);
  const fix = await took(text, true);
  return { lint: lint.cpu, fix: fix.cpu, reports: lint.reports, left: fix.reports };
}
await timesOf(kind.text(Math.floor(size / 10)));
await timesOf(kind.text(Math.floor(size / 5)));
var sample = { half: await timesOf(kind.text(Math.floor(size / 2))), whole: await timesOf(kind.text(size)) };
console.log(JSON.stringify(sample));
