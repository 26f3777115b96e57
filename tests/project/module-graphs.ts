/** Generated module graphs: as text to write to disk, and as a model whose exports a simple implementation of ECMA-262 resolves. */
import { posix } from "node:path";
import fc from "fast-check";

/** What one statement of a module does; modules are numbers, and names those of exports. */
export type Statement =
  | { readonly does: "define"; readonly name: string; readonly form: number }
  | { readonly does: "pass"; readonly name: string; readonly as: string; readonly of: number; readonly form: number; readonly spelling: Spelling }
  | { readonly does: "whole"; readonly as: string; readonly of: number; readonly form: number; readonly spelling: Spelling }
  | { readonly does: "star"; readonly of: number; readonly form: number; readonly spelling: Spelling }
  | { readonly does: "use"; readonly name: string; readonly of: number; readonly spelling: Spelling };

/** How a specifier and the space between tokens are written. */
interface Spelling {
  readonly way: number;
  readonly gap: string;
  readonly quote: string;
}

export type Graph = readonly (readonly Statement[])[];

const paths = ["zero.ts", "one.ts", "lib/index.ts", "lib/two.tsx", "deep/er/three.mts", "four.js", "deep/index.mjs", "packages/ws/src/index.ts", "packages/ws/src/sub.ts", "dotted.name.ts"] as const;

export function pathOf(module: number): string {
  return paths[module] ?? "";
}

/** Everything beside the modules: names that lead to them. */
export const surroundings = {
  "package.json": { name: "root", workspaces: ["packages/*"], imports: { "#four": "./four.js", "#of-*": "./lib/*.tsx" } },
  "packages/ws/package.json": { name: "@acme/ws", exports: { ".": "./dist/index.js", "./*": "./dist/*.js" } },
  "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./*"], "@one": ["./one.ts"], "~*": ["./deep/*"], "@n/*": ["./*.name.ts"] } } },
};

/** Names that lead to a module from anywhere. */
const names: readonly (readonly string[])[] = [["@/zero"], ["@one", "@/one.js"], ["@/lib"], ["@/lib/two", "#of-two"], ["~er/three.mjs"], ["#four", "@/four"], ["@/deep/index.mjs"], ["@acme/ws"], ["@acme/ws/sub"], ["@n/dotted", "@/dotted.name"]];

function specifier(from: number, to: number, way: number): string {
  const path = posix.relative(posix.dirname(`/${pathOf(from)}`), `/${pathOf(to)}`);
  const relative = path.startsWith(".") ? path : `./${path}`;
  const bare = relative.replace(/\.[mc]?[jt]sx?$/, "");
  // `#` names are the package's own.
  const known = (names[to] ?? []).filter((each) => !each.startsWith("#") || !pathOf(from).startsWith("packages/"));
  const ways = [bare, relative.replace(/\.(m?)tsx?$/, ".$1js"), ...known, relative.replace(/^\.\//, ".//"), ...(bare.endsWith("/index") ? [bare.slice(0, -"index".length)] : [])];
  return ways[way % ways.length] ?? bare;
}

const name = fc.constantFrom("a", "b", "c", "default", "x y", "ünter");
const spelling = fc.record({ way: fc.nat(9), gap: fc.constantFrom(" ", " ", "\n", "/* from './zero' */", " // export *\n", "\r\n/**/"), quote: fc.constantFrom('"', "'") });
const form = fc.nat(9);

function statement(of: fc.Arbitrary<number>): fc.Arbitrary<Statement> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.record({ does: fc.constant("define" as const), name, form }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant("pass" as const), name, as: name, of, form, spelling }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant("whole" as const), as: name, of, form, spelling }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant("star" as const), of, form, spelling }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant("use" as const), name, of, spelling }) },
  );
}

/** One module: no export twice. */
export function moduleOf(count: number): fc.Arbitrary<readonly Statement[]> {
  return fc.array(statement(fc.nat(count - 1)), { maxLength: 5 }).map((statements) => {
    const seen = new Set<string>();
    return statements.filter((each) => {
      const exported = outward(each);
      if (exported === undefined) return true;
      if (seen.has(exported)) return false;
      seen.add(exported);
      return true;
    });
  });
}

export const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 2, max: paths.length }).chain((count) => fc.array(moduleOf(count), { minLength: count, maxLength: count }));

function outward(statement: Statement): string | undefined {
  if (statement.does === "define") return statement.name;
  return statement.does === "pass" || statement.does === "whole" ? statement.as : undefined;
}

/** The module's text. */
export function textOf(module: number, statements: readonly Statement[]): string {
  return statements.map((each, index) => write(module, each, `l${String(index)}`)).join("\n");
}

function write(module: number, statement: Statement, local: string): string {
  if (statement.does === "define") {
    if (statement.name === "default") return ["export default function () {}", "export default class {}", "const d = 1; export { d as default };", "export default /* it */ async () => {};"][statement.form % 4] ?? "";
    if (statement.name.includes(" ")) return `const ${local} = 1; export { ${local} as "${statement.name}" };`;
    return [`export const ${statement.name} = 1;`, `export function ${statement.name}() {}`, `const ${local} = 1; export { ${local} as ${statement.name} };`][statement.form % 3] ?? "";
  }
  const { gap, quote, way } = statement.spelling;
  const from = `from${gap}${quote}${specifier(module, statement.of, way)}${quote};`;
  const spelled = (each: string): string => (each.includes(" ") ? `"${each}"` : each);
  switch (statement.does) {
    case "use":
      return `import${gap}{ ${spelled(statement.name)} as ${local} } ${from} void ${local};`;
    case "star":
      return `export${gap}*${gap}${from}`;
    case "whole": {
      if (statement.form % 2 === 0) return `export${gap}*${gap}as ${spelled(statement.as)}${gap} ${from}`;
      return `import${gap}*${gap}as ${local}${gap} ${from} ${exporting(local, statement.as, statement.form)}`;
    }
    case "pass": {
      const list = `{${gap}${spelled(statement.name)} as ${spelled(statement.as)}${gap}}`;
      if (statement.form % 3 === 0) return `export${gap}${list}${gap}${from}`;
      const taken = statement.name === "default" && statement.form % 3 === 1 ? local : `{ ${spelled(statement.name)} as ${local} }`;
      return `import${gap} ${taken} ${gap}${from} ${exporting(local, statement.as, statement.form)}`;
    }
  }
}

function exporting(local: string, as: string, form: number): string {
  if (as === "default" && form > 4) return `export default ${local};`;
  return `export { ${local} as ${as.includes(" ") ? `"${as}"` : as} };`;
}

/** An export's binding: `"3 a"`, or `"3 *"` for a module as a whole. */
type Binding = string;

/** ECMA-262 16.2.1.7.2.2 ResolveExport, over the model. */
export class Resolver {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** `"ambiguous"`, or `undefined` where the module has no such export. */
  resolve(module: number, name: string, seen = new Set<string>()): Binding | undefined {
    if (seen.has(`${String(module)} ${name}`)) return undefined;
    seen.add(`${String(module)} ${name}`);
    const statements = this.#graph[module] ?? [];
    for (const each of statements) {
      if (outward(each) !== name) continue;
      if (each.does === "define") return `${String(module)} ${name}`;
      // `import * as ns` makes a binding of this module: two of them are not the same.
      if (each.does === "whole") return each.form % 2 === 0 ? `${String(each.of)} *` : `${String(each.of)} * in ${String(module)} ${name}`;
      if (each.does === "pass") return this.resolve(each.of, each.name, seen);
    }
    if (name === "default") return undefined;
    let found: Binding | undefined;
    for (const each of statements) {
      if (each.does !== "star") continue;
      const binding = this.resolve(each.of, name, seen);
      if (binding === "ambiguous") return binding;
      if (binding === undefined) continue;
      if (found !== undefined && found !== binding) return "ambiguous";
      found = binding;
    }
    return found;
  }

  /** What the module has an export from, step by step. */
  sources(module: number, name: string): readonly (readonly [module: number, name: string])[] {
    const statements = this.#graph[module] ?? [];
    const spelled = statements.find((each) => outward(each) === name);
    if (spelled) return spelled.does === "pass" ? [[spelled.of, spelled.name]] : [];
    return name === "default" ? [] : statements.flatMap((each) => (each.does === "star" ? [[each.of, name] as const] : []));
  }

  /** 16.2.1.7.2.1 GetExportedNames, but for those that do not resolve. */
  names(module: number): readonly string[] {
    return ["a", "b", "c", "default", "x y", "ünter"].filter((each) => ![undefined, "ambiguous"].includes(this.resolve(module, each)));
  }

  /** Every way to the seeds beside themselves, in the lines of `linesOf`. */
  ways(seeds: readonly (readonly [module: number, name: string])[]): readonly string[] {
    const modules = this.#graph.map((_, index) => index);
    const all = modules.flatMap((module) => this.names(module).map((each) => [module, each] as const));
    const keyOf = (module: number, each: string): string => `${String(module)} ${each}`;
    const reached = new Set(seeds.map(([module, each]) => keyOf(module, each)));
    for (let size = -1; size !== reached.size; ) {
      size = reached.size;
      for (const [module, each] of all) if (this.sources(module, each).some(([of, other]) => reached.has(keyOf(of, other)) && this.resolve(of, other) === this.resolve(module, each))) reached.add(keyOf(module, each));
    }
    const leaks = all.filter(([module, each]) => reached.has(keyOf(module, each)) && !seeds.some(([seed, seedName]) => seed === module && seedName === each));
    const interesting = new Set([...seeds.map(([module]) => module), ...leaks.map(([module]) => module)]);
    const wholes = new Map<string, number>();
    for (let size = -1; size !== wholes.size; ) {
      size = wholes.size;
      for (const [module, each] of all) {
        const target = /^(\d+) \*/.exec(this.resolve(module, each) ?? "")?.[1];
        if (target === undefined || !interesting.has(Number(target)) || reached.has(keyOf(module, each))) continue;
        wholes.set(keyOf(module, each), Number(target));
        interesting.add(module);
      }
    }
    const line = (key: string): string => key.replace(/^\d+/, (module) => pathOf(Number(module)));
    return [...leaks.map(([module, each]) => line(keyOf(module, each))), ...[...wholes].map(([key, target]) => `${line(key)} = ${pathOf(target)}`)].sort();
  }
}
