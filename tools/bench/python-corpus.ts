/** The Python files that are measured: real ones, of which a few take something governed from a package that is put beside them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How many symbols the manifest governs. */
const symbols = 50;
/** How many of them a module of the package defines. */
const perModule = 10;

/** What a corpus is to be made of. */
export interface PythonCorpusOptions {
  /** A folder of Python files; they are taken again and again, until there are enough. */
  readonly source: string;
  /** How many files, those of the governed package not counted. */
  readonly files: number;
  /** How many of them name a governed symbol. */
  readonly naming: number;
}

const dull = /(?:^|\/)(?:site-packages|dist-packages|node_modules|__pycache__|\.git|\.tox|\.?venv)\//;

/** The folder of the standard library of the machine's `python3`: about 2,000 files. */
export function standardLibrary(): string {
  return execFileSync("python3", ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"], { encoding: "utf8" }).trim();
}

/** Writes a corpus to `folder`, which is emptied before; nothing where it holds this very corpus already. */
export function makePythonCorpus(folder: string, options: PythonCorpusOptions): void {
  const note = path.join(folder, "corpus.json");
  const made = JSON.stringify(options);
  if (existsSync(note) && readFileSync(note, "utf8") === made) return;
  rmSync(folder, { recursive: true, force: true });
  // Where the plugin keeps what it knows of the project.
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  write(folder, "pyproject.toml", '[project]\nname = "corpus"\n');
  write(folder, "ssot.json", JSON.stringify(manifest(), null, 2));
  writePackage(folder);
  writeFiles(folder, options);
  writeFileSync(note, made);
}

/** The names that the manifest governs, by the module that is deprecated. */
export function governedIn(module: number): readonly string[] {
  return Array.from({ length: perModule }, (_, index) => `get_channel_manager_${String(module * perModule + index)}`);
}

function manifest(): object {
  const migrations = Array.from({ length: symbols / perModule }, (_, module) =>
    governedIn(module).map((name) => ({
      id: name.replaceAll("_", "-"),
      language: "python",
      phase: 3,
      canonical: { module: `shop.channels.canonical_${String(module)}`, name: name.replace("get", "create") },
      deprecated: [{ module: `shop.legacy.factory_${String(module)}`, name }],
    })));
  return { python: { roots: ["."] }, migrations: migrations.flat() };
}

/** The package that the governed symbols are in, old and new. */
function writePackage(folder: string): void {
  for (const name of ["shop", "shop/channels", "shop/legacy"]) write(folder, `${name}/__init__.py`, "");
  for (let module = 0; module < symbols / perModule; module++) {
    const old = governedIn(module).map((name) => `def ${name}(name, timeout=None):\n    return (name, timeout)\n`);
    write(folder, `shop/legacy/factory_${String(module)}.py`, old.join("\n\n"));
    write(folder, `shop/channels/canonical_${String(module)}.py`, old.join("\n\n").replaceAll("get_", "create_"));
  }
}

function writeFiles(folder: string, { source, files, naming }: PythonCorpusOptions): void {
  const names = readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(".py") && !dull.test(name)).sort();
  if (names.length === 0) throw new Error(`There is no Python file in ${source}.`);
  const every = Math.floor(files / naming);
  let named = 0;
  for (let index = 0; index < files; index++) {
    const name = names[index % names.length] ?? "";
    const text = readFileSync(path.join(source, name));
    const isNaming = named < naming && index >= named * every && canTake(text);
    const to = `packages/copy_${String(Math.floor(index / names.length))}/${name}`;
    write(folder, to, isNaming ? taking(text.toString("utf8"), named++) : text);
  }
  if (named < naming) throw new Error(`Only ${String(named)} of the files can take a governed symbol.`);
}

/** Whether lines may be put at the end of a file: it is UTF-8, and ends with a line. */
function canTake(text: Buffer): boolean {
  return Buffer.from(text.toString("utf8")).equals(text) && text.at(-1) === 10 && !/\\\n$|coding[:=]/.test(text.toString("utf8"));
}

/** The text with an import and some uses, as a module that was written over the years has them. */
function taking(text: string, index: number): string {
  const module = index % (symbols / perModule);
  const names = governedIn(module);
  const name = names[Math.floor(index / 5) % names.length] ?? "";
  const from = `from shop.legacy.factory_${String(module)} import`;
  return [
    `${text}\n\n${from} ${name}\n\n`,
    `channel = ${name}("chat", timeout=30)\n\n`,
    `class ChannelOwner:\n    manager = ${name}("room")\n`,
    `    def reopen(self):\n        ${from} ${name} as get_manager\n        return get_manager(self.manager[0])\n`,
  ].join("\n");
}

function write(folder: string, name: string, content: string | Buffer): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
