/** Manifests, symbols and facts for tests of the policy: no file, no syntax. */
import { validateManifestObject } from "../../src/manifest/load.ts";
import type { Manifest } from "../../src/manifest/schema.ts";
import type { Fact } from "../../src/policy/facts.ts";
import { Policy } from "../../src/policy/policy.ts";
import type { JudgedFile } from "../../src/policy/policy.ts";
import { SymbolTable } from "../../src/policy/symbols.ts";
import type { SymbolPorts } from "../../src/policy/symbols.ts";

/** A manifest with one migration for each argument, with defaults for what a test is not about. */
export function manifestOf(migrations: readonly object[], rest: object = {}): Manifest {
  const full = migrations.map((migration, index) => ({
    id: `m-${String(index)}`,
    phase: 2,
    canonical: { module: "./new", name: "createNew" },
    deprecated: [{ module: "./old", name: "getOld" }],
    ...migration,
  }));
  const { manifest, problems } = validateManifestObject({ migrations: full, ...rest });
  if (!manifest) throw new Error(problems.map(({ message }) => message).join("\n"));
  return manifest;
}

/** A project in which a module is its text without `./`, and re-exports are as `homes` says (`"module#name"`). */
export function portsOf(homes: Readonly<Record<string, string | undefined>> = {}): SymbolPorts {
  return {
    manifestModule: (module) => module.replace(/^\.\//u, ""),
    passesOn: () => false,
    formsOf: () => [],
    ways: () => ({ leaks: [], namespaces: [] }),
    home(module, name) {
      const key = `${module}#${name}`;
      const found = key in homes ? homes[key] : key;
      const [homeModule, homeName] = found?.split("#") ?? [];
      return homeModule === undefined || homeName === undefined ? undefined : { module: homeModule, name: homeName };
    },
  };
}

export function tableOf(manifest: Manifest, ports = portsOf()): SymbolTable {
  return new SymbolTable(manifest, "ecmascript", ports);
}

export function policyOf(manifest: Manifest, ports = portsOf()): Policy {
  return new Policy(manifest, tableOf(manifest, ports));
}

export const production: JudgedFile = { module: "app", path: "src/app.ts", scope: "production" };
export const test: JudgedFile = { module: "app.test", path: "tests/app.test.ts", scope: "test" };

const base = { module: "old", specifier: "./old", name: "getOld", span: [0, 1] } as const;

/** A fact of each kind about `getOld` of `old`. */
export const facts = {
  import: { ...base, kind: "import", form: "named" },
  use: { ...base, kind: "use" },
  reexport: { ...base, kind: "reexport", as: "getOld", declares: false, imported: true, hidden: [] },
  mock: { ...base, kind: "mock" },
  definition: { ...base, kind: "definition", noticed: false },
} as const satisfies Record<string, Fact>;
