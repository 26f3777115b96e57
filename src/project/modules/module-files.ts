/** The file behind a specifier, as Node, TypeScript and bundlers find it: relative paths, installed packages, `imports`. */
import { posix } from "node:path";
import { ResolverFactory, type ResolveResult } from "oxc-resolver";
import { CODE_EXTENSIONS, COMPONENT_EXTENSIONS, DECLARATION_EXTENSIONS, withSlashes } from "./module-path.ts";

/** Every method gives a real absolute path, or `undefined` where nothing is found. */
export interface ModuleFiles {
  /** The file that runs. */
  find(folder: string, specifier: string): string | undefined;
  /** The file at an absolute path, which may lack its extension or name a folder. */
  locate(path: string): string | undefined;
  /** The file that runs where a package is taken by `require`. */
  findRequired(folder: string, specifier: string): string | undefined;
  /** Like `find`, for packages that have types only. */
  findTypes(folder: string, specifier: string): string | undefined;
  /** The declaration file (or source) that TypeScript reads for a specifier of a file. */
  findDeclaration(file: string, specifier: string): string | undefined;
  /** Forgets every answer. */
  refresh(): void;
}

const EXTENSIONS = [...CODE_EXTENSIONS, ...DECLARATION_EXTENSIONS, ".json", ...COMPONENT_EXTENSIONS];

/**
 * One fixed set, whatever the form of the import: `import` and `require` of a package must be the same module. It has
 * no `types`: modules that share one declaration file (`date-fns/esm/*` did) would become one.
 */
const RUNTIME = ["import", "module", "node", "module-sync", "require", "default"];

export function findModuleFiles(): ModuleFiles {
  const runtime = new ResolverFactory({
    extensions: EXTENSIONS,
    // TypeScript first, as the compiler has it; `.d.ts` last, so that a hand-written one beside a `.js` is not taken.
    extensionAlias: {
      ".js": [".ts", ".tsx", ".js", ".jsx", ".d.ts"],
      ".jsx": [".tsx", ".jsx", ".d.ts"],
      ".mjs": [".mts", ".mjs", ".d.mts"],
      ".cjs": [".cts", ".cjs", ".d.cts"],
    },
    conditionNames: RUNTIME,
    mainFields: ["module", "main"],
    nodePath: false,
  });
  const types = runtime.cloneWithOptions({
    extensions: [".d.ts", ...EXTENSIONS],
    conditionNames: ["types", ...RUNTIME],
    mainFields: ["types", "typings", "module", "main"],
    nodePath: false,
  });
  const required = runtime.cloneWithOptions({ extensions: EXTENSIONS, conditionNames: ["node", "module-sync", "require", "default"], mainFields: ["main"], nodePath: false });
  const path = (answer: ResolveResult): string | undefined => (answer.path === undefined ? undefined : withSlashes(answer.path));
  return {
    find: (folder, specifier) => path(runtime.sync(folder, specifier)),
    locate: (absolute) => path(runtime.sync(posix.dirname(absolute), absolute)),
    findRequired: (folder, specifier) => path(required.sync(folder, specifier)),
    findTypes: (folder, specifier) => path(types.sync(folder, specifier)),
    findDeclaration: (file, specifier) => path(types.resolveDtsSync(file, specifier)),
    refresh() {
      runtime.clearCache();
      required.clearCache();
      types.clearCache();
    },
  };
}
