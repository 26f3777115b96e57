/** Python files with thousands of governed sites, a kind in each. */

/** One kind of such a file. */
export interface SiteKind {
  readonly name: string;
  readonly text: (size: number) => string;
}

const lines = (size: number, line: (index: number) => string): string => Array.from({ length: size }, (_, index) => line(index)).join("\n") + "\n";

const one = "from shop.legacy import get_manager\n";
const own = (index: number): string => `get_${String(index)}`;

/** All kinds. */
export const siteKinds: readonly SiteKind[] = [
  { name: "calls", text: (size) => `${one}${lines(size, (index) => `get_manager(${String(index)})`)}` },
  { name: "calls of another shape", text: (size) => `from shop.legacy import open_manager\n${lines(size, (index) => `open_manager(${String(index)}).run()`)}` },
  { name: "imports in functions", text: (size) => lines(size, (index) => `def f${String(index)}():\n    ${one}    return get_manager(${String(index)})\n`) },
  { name: "imports, a statement each", text: (size) => lines(size, (index) => `from shop.legacy import ${own(index)}`) + lines(size, (index) => `${own(index)}()`) },
  { name: "imports in one list", text: (size) => `from shop.legacy import (\n${lines(size, (index) => `    ${own(index)},`)})\n${lines(size, (index) => `${own(index)}()`)}` },
  { name: "entries of __all__", text: (size) => `from shop.legacy import (\n${lines(size, (index) => `    ${own(index)},`)})\n\n__all__ = [\n${lines(size, (index) => `    "${own(index)}",`)}]\n` },
  { name: "members", text: (size) => `import shop.legacy\n${lines(size, (index) => `shop.legacy.${own(index)}()`)}` },
  { name: "mocks' strings", text: (size) => `${one}from unittest.mock import patch\n\n\ndef test_it():\n${lines(size, () => '    patch("shop.legacy.get_manager")')}    get_manager(1)\n` },
];

/** The files of the project that the sites are of, for files of up to `size` sites. */
export function projectOf(size: number): Readonly<Record<string, string>> {
  const functions = (verb: string): string => lines(size, (index) => `def ${verb}_${String(index)}(): pass`);
  return {
    "pyproject.toml": "",
    "shop/__init__.py": "",
    "shop/legacy.py": `def get_manager(x): pass\ndef open_manager(x): pass\n${functions("get")}`,
    "shop/canonical.py": `def create_manager(x): pass\ndef run_manager(x): pass\n${functions("get")}`,
  };
}

/** What governs them. */
export const manifest = {
  python: { roots: ["."] },
  migrations: [
    { id: "manager", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "create_manager" }, deprecated: [{ module: "shop.legacy", name: "get_manager" }] },
    {
      id: "run",
      language: "python",
      phase: 3,
      canonical: { module: "shop.canonical", name: "run_manager" },
      deprecated: [{ module: "shop.legacy", name: "open_manager", rewrites: [{ from: "open_manager($x).run()", to: "run_manager($x)" }] }],
    },
    { id: "all", language: "python", phase: 3, canonical: { module: "shop.canonical", name: "*" }, deprecated: [{ module: "shop.legacy", name: "*", except: ["get_manager", "open_manager"] }] },
  ],
};
