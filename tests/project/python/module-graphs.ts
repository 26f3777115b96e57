/** Generated graphs of Python modules, and what CPython says of them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";

/** Importers come after what they import: a cycle's outcome depends on who is asked first. */
export const modules = ["home", "pkg.one", "pkg.sub.deep", "pkg.sub.two", "pkg.sub", "pkg.three", "pkg", "facade", "outer", "loose.inner", "last"] as const;

const files: Readonly<Record<string, string>> = { pkg: "pkg/__init__.py", "pkg.sub": "pkg/sub/__init__.py" };

export function fileOf(module: string): string {
  return files[module] ?? `${module.replaceAll(".", "/")}.py`;
}

/** `deep` is a module and a name too: `from .deep import deep` is how many a package begins. */
const names = ["x", "y", "_z", "deep"] as const;
const name = fc.constantFrom(...names);

/** Statements of one module, as text. */
type Statements = readonly string[];

/** How a module names another one. */
function specifier(from: string, target: string, isRelative: boolean): string {
  if (!isRelative || !from.startsWith("pkg") || !target.startsWith("pkg")) return target;
  const folder = files[from] === undefined ? from.split(".").slice(0, -1) : from.split(".");
  const parts = target.split(".");
  let shared = 0;
  while (shared < folder.length && shared < parts.length && folder[shared] === parts[shared]) shared += 1;
  return ".".repeat(folder.length - shared + 1) + parts.slice(shared).join(".");
}

function statement(index: number): fc.Arbitrary<string> {
  const self = modules[index] ?? "";
  const earlier = modules.slice(0, index);
  // Within a package its own names are not there yet.
  const target = earlier.length === 0 ? undefined : fc.nat(earlier.length - 1).map((at) => earlier[at] ?? "");
  const define = name.map((each) => `def ${each}(): pass`);
  if (!target) return define;
  const named = fc.tuple(target, fc.boolean(), name, fc.option(name)).map(([module, isRelative, taken, as]) => `from ${specifier(self, module, isRelative)} import ${taken}${as === null ? "" : ` as ${as}`}`);
  const star = fc.tuple(target, fc.boolean()).map(([module, isRelative]) => `from ${specifier(self, module, isRelative)} import *`);
  // What the package has under that name is decided while this very module is loaded.
  const outside = target.filter((module) => !(self === "pkg.sub.two" && module === "pkg.sub.deep"));
  const whole = fc.tuple(outside, fc.option(name)).map(([module, as]) => `import ${module}${as === null ? "" : ` as ${as}`}`);
  const below = fc.tuple(outside, fc.option(name)).map(([module, as]) => {
    const [last = "", ...rest] = module.split(".").reverse();
    return rest.length === 0 ? `import ${module}` : `from ${rest.reverse().join(".")} import ${last}${as === null ? "" : ` as ${as}`}`;
  });
  const listed = fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((all) => `__all__ = ${JSON.stringify(all.filter((each) => each !== "deep"))}`);
  return fc.oneof(
    { weight: 4, arbitrary: define },
    { weight: 6, arbitrary: named },
    { weight: 3, arbitrary: star },
    { weight: 2, arbitrary: whole },
    { weight: 2, arbitrary: below },
    { weight: 1, arbitrary: listed },
  );
}

/** Branches: what runs is one of them, and which one the text does not say. */
const branch = fc.constantFrom("try:\n    $\nexcept ImportError:\n    pass", "if len(__name__) % 2:\n    $", "try:\n    $\nexcept ImportError:\n    _z = None");

/** The text of every module. */
export type Graph = readonly Statements[];

export function graphs({ withBranches }: { readonly withBranches: boolean }): fc.Arbitrary<Graph> {
  const of = (index: number): fc.Arbitrary<Statements> => {
    const plain = statement(index);
    const any = withBranches ? fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: fc.tuple(plain.filter((each) => !each.endsWith("*")), branch).map(([inner, around]) => around.replace("$", inner)) }) : plain;
    // A name that is nowhere lets an import fail, and there is nothing to compare.
    const first = index === 0 ? names.map((each) => `def ${each}(): pass`) : [index % 2 === 0 ? "from home import x, y, deep" : "from home import x, _z"];
    return fc.array(any, { minLength: 1, maxLength: 4 }).map((statements) => [...first, ...statements]);
  };
  return fc.tuple(...modules.map((_, index) => of(index)));
}

/** Writes a graph. `_exists` is taken by no star, so that no module is empty. */
export function writeGraph(root: string, graph: Graph): void {
  for (const [index, statements] of graph.entries()) {
    const path = join(root, fileOf(modules[index] ?? ""));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${statements.join("\n")}\n`);
  }
}

/** What CPython says: of each module that can be imported, its names and what they are (`"home.py x"`, `"pkg/one.py *"`). */
export type Truth = Readonly<Record<string, Readonly<Record<string, string>> | null>>;

const runner = `
import importlib, json, os, sys, types
names = sys.argv[1].split(",")
def short(root, file): return os.path.relpath(file, root)
def tell(root, value):
    if isinstance(value, types.ModuleType):
        return (short(root, value.__file__) if getattr(value, "__file__", None) else short(root, list(value.__path__)[0])) + " *"
    if isinstance(value, types.FunctionType): return short(root, value.__code__.co_filename) + " " + value.__name__
    return "nothing"
sys.dont_write_bytecode = True
before = set(sys.modules)
for root in sys.stdin.read().split():
    sys.path.insert(0, root)
    truth = {}
    for name in names:
        for each in set(sys.modules) - before: del sys.modules[each]
        importlib.invalidate_caches()
        try:
            module = importlib.import_module(name)
            truth[name] = {k: tell(root, v) for k, v in vars(module).items() if not (k.startswith("__") and k.endswith("__"))}
        except Exception as error:
            truth[name] = None
    sys.path.remove(root)
    print(json.dumps(truth))
`;

/** Asks CPython about many graphs at once. */
export function truthOf(roots: readonly string[]): readonly Truth[] {
  const output = execFileSync("python3", ["-c", runner, modules.join(",")], { input: roots.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
  return output.trim().split("\n").map((line) => JSON.parse(line) as Truth);
}
