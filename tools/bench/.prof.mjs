// tools/bench/python-variants.ts
import { TextSourceCodeBase, VisitNodeStep } from "@eslint/plugin-kit";
var files = ["**/*.py"];
var EmptySourceCode = class extends TextSourceCodeBase {
  *traverse() {
    yield new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] });
    yield new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast] });
  }
};
var loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
var emptyLanguage = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: {},
  validateLanguageOptions: () => {
  },
  parse: () => ({ ok: true, ast: { type: "Empty", range: [0, 0], loc } }),
  createSourceCode: ({ body }, { ast }) => new EmptySourceCode({ text: typeof body === "string" ? body : "", ast })
};
var empty = () => [{ files, plugins: { bench: { languages: { empty: emptyLanguage } } }, language: "bench/empty" }];
var unused = {
  python: { roots: ["."] },
  migrations: Array.from({ length: 50 }, (_, index) => ({
    id: `unused-${String(index)}`,
    language: "python",
    phase: 3,
    message: "Measured.",
    deprecated: [{ module: `shop.gone.module_${String(index)}`, name: `gone_manager_${String(index)}` }]
  }))
};
async function ours(settings = {}) {
  const { default: plugin } = await import("../../dist/index.js");
  return [...plugin.configs.recommended, { settings: { ssot: settings } }];
}
var variants = {
  empty,
  "empty-again": empty,
  ssot: () => ours(),
  "ssot-cached": () => ours(),
  "ssot-unused": (folder2) => ours({ manifest: unused, root: folder2 })
};

// tools/bench/python-child.ts
var [name = "", folder = ""] = process.argv.slice(2);
var variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
var before = process.cpuUsage();
var { ESLint } = await import("eslint");
var eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: await variant(folder) });
var results = await eslint.lintFiles(["**/*.py"]);
var { user, system } = process.cpuUsage(before);
var sample = { cpu: (user + system) / 1e3, files: results.length, reports: results.reduce((sum, { messages }) => sum + messages.length, 0) };
console.log(JSON.stringify(sample));
