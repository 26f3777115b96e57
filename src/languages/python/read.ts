/** Reads a Python file's facts. */
import type { Fact } from "../../policy/facts.ts";
import type { ReadPorts } from "../adapter.ts";
import type { Defined, Exported, Listed, Named, Taken, Use } from "./model.ts";
import { importsOf, specifierOf } from "./read/imports.ts";
import type { NameImport } from "./read/imports.ts";
import { scopesOf } from "./scopes/analyze.ts";
import type { Scopes, Variable } from "./scopes/scope.ts";
import type { PythonFile } from "./source-code.ts";

/** Facts with the syntax behind them. */
export class Reading {
  /** In the order of the text. */
  readonly facts: readonly Fact[];
  readonly taken: Taken[] = [];
  readonly exported: Exported[] = [];
  readonly defined: Defined[] = [];
  readonly file: PythonFile;
  readonly ports: ReadPorts;
  readonly scopes: Scopes;
  readonly #noted = new Set<Fact>();

  constructor(file: PythonFile, ports: ReadPorts) {
    this.file = file;
    this.ports = ports;
    this.scopes = scopesOf(file.ast);
    for (const imported of importsOf(file.ast)) {
      const specifier = specifierOf(imported);
      const module = ports.moduleKey(specifier);
      if (imported.kind === "name" && ports.governs(module)) this.#addListed(imported, { module, specifier });
    }
    this.facts = [...this.#noted].sort((one, other) => one.span[0] - other.span[0]);
  }

  #addListed(imported: NameImport, { module, specifier }: Named): void {
    const { name, span } = imported;
    const fact = { kind: "import", form: "named", module, specifier, name, span } as const;
    this.#noted.add(fact);
    const variable = this.#variableOf(imported);
    const uses: Use[] = (variable?.references ?? []).map((reference) => ({ reference, fact: { kind: "use", module, specifier, name, span: reference.node.range } }));
    for (const use of uses) this.#noted.add(use.fact);
    const isShared = variable?.bindings.some(({ node, kind }) => node !== imported.node && kind !== "annotation" && kind !== "deletion") ?? false;
    this.taken.push({ how: "listed", fact, imported, variable, uses, isShared } satisfies Listed);
  }

  #variableOf({ node, local }: NameImport): Variable | undefined {
    for (const scope of this.scopes.all) {
      const variable = scope.variables.get(scope.kind === "class" ? local : local);
      if (variable?.bindings.some((binding) => binding.node === node)) return variable;
    }
    return undefined;
  }
}
