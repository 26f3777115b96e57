/** The files around the sources: packages, workspace, TypeScript, git, and the types of what is not installed. */
import type { Governed, Package } from "./model.ts";

const tsconfig = {
  compilerOptions: {
    target: "es2023", lib: ["es2023", "dom"], module: "esnext", moduleResolution: "bundler", jsx: "preserve", types: [],
    strict: true, skipLibCheck: true, noEmit: true, paths: { "@app/*": ["./packages/*"] },
  },
  include: ["packages/*/src", "types"],
  exclude: ["**/generated", "**/node_modules", "**/dist"],
};

const types = `declare namespace JSX {
  interface Element {}
  interface IntrinsicElements {
    [name: string]: any;
  }
}

declare module "react" {
  export function useState<Value>(first: Value): [Value, (next: Value) => void];
}

declare module "date-fns" {
  export function format(date: Date, pattern: string): string;
  export function parseISO(text: string): Date;
}

declare module "vitest" {
  export const vi: { mock(path: string, make: () => object): void; fn<Result>(body: () => Result): () => Result };
  export function describe(name: string, body: () => void): void;
  export function test(name: string, body: () => void | Promise<void>): void;
  export function expect(value: unknown): { toBe(other: unknown): void; toBeGreaterThan(other: number): void };
}
`;

/** Files that do not depend on the sources, by path. */
export function rootFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", json({ name: "acme", private: true, type: "module", workspaces: ["packages/*"] })],
    ["tsconfig.json", json(tsconfig)],
    [".gitignore", "node_modules/\ndist/\n# Written by the schema's generator.\ngenerated/\n"],
    ["types/uninstalled.d.ts", types],
  ]);
}

/** A package's package.json: its `exports` lead to a `dist` that is not built. */
export function packageJson({ owner, root, facade, features }: Package): string {
  const open = [root, facade, ...features.map(({ barrel }) => barrel)].filter((module) => module?.subpath !== undefined);
  const entries = open.flatMap((module) => {
    if (module?.subpath === undefined) return [];
    const built = module.path.replace(`packages/${owner.folder}/src/`, "./dist/").replace(/\.tsx?$/, "");
    return [[module.subpath, { types: `${built}.d.ts`, import: `${built}.js` }]];
  });
  return json({ name: owner.name, version: "1.0.0", private: owner.private, type: "module", exports: Object.fromEntries(entries) as object });
}

/** A valid manifest that governs the symbols. */
export function manifest(symbols: readonly Governed[]): string {
  const path = (module: Governed["home"]): string => `./${module.path.replace(/\.tsx?$/, "")}`;
  return json({
    exclude: ["**/generated/**"],
    migrations: symbols.map(({ id, home, name, canonical }, index) => ({
      id,
      title: `Manager ${String(index)}`,
      owner: "@platform",
      phase: (index % 3) + 1,
      canonical: { module: path(canonical.module), name: canonical.name },
      deprecated: [{ module: path(home), name }],
    })),
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
