/** Reads a Python file's facts. */
import type { Fact, ModuleKey } from "../../policy/facts.ts";
import type { ReadPorts } from "../adapter.ts";
import { byKey } from "../grouped.ts";
import { below } from "./facts/chains.ts";
import { definedOf } from "./facts/definitions.ts";
import { exportedOf, ownAllOf } from "./facts/exported.ts";
import type { OwnAll } from "./facts/exported.ts";
import { Namespaces } from "./facts/namespaces.ts";
import { starredOf } from "./facts/stars.ts";
import type { Defined, Exported, Named, Taken, Use } from "./model.ts";
import { importsOf, specifierOf } from "./read/imports.ts";
import type { ImportedName, NameImport, StarImport } from "./read/imports.ts";
import { scopesOf } from "./scopes/analyze.ts";
import type { Binding, Reference, Scopes, Variable } from "./scopes/scope.ts";
import type { PythonFile } from "./source-code.ts";

/** Facts with the syntax behind them. */
export class Reading {
  /** In the order of the text. */
  readonly facts: readonly Fact[];
  readonly taken: Taken[] = [];
  readonly exported: readonly Exported[];
  readonly defined: readonly Defined[];
  readonly file: PythonFile;
  readonly ports: ReadPorts;
  readonly scopes: Scopes;
  /** Every import, governed or not, in the order of the text: a new name may join one. */
  readonly imports: readonly ImportedName[];
  /** Those that bring in whatever a module has. */
  readonly stars: readonly StarImport[];
  /** The file's own `__all__`. */
  readonly all: OwnAll;
  readonly #variables = new Map<Binding["node"], Variable>();
  readonly #noted = new Set<Fact>();
  #byModule: ReadonlyMap<ModuleKey, readonly NameImport[]> | undefined;
  #byOutward: ReadonlyMap<string, readonly Exported[]> | undefined;
  /** The fact of each reference: where two imports share a variable, it is the first one's. */
  readonly #uses = new Map<Reference, Use>();

  constructor(file: PythonFile, ports: ReadPorts) {
    this.file = file;
    this.ports = ports;
    this.scopes = scopesOf(file.ast);
    this.imports = importsOf(file.ast);
    this.stars = this.imports.filter((imported) => imported.kind === "star");
    this.all = ownAllOf(file.ast);
    for (const { variables } of this.scopes.all) for (const variable of variables.values()) for (const { node } of variable.bindings) this.#variables.set(node, variable);
    const namespaces = new Namespaces(this);
    for (const imported of this.imports) {
      if (imported.kind === "module") namespaces.addImport(imported);
      else if (imported.kind === "name") this.#name(imported, namespaces);
    }
    namespaces.finish();
    const starred = starredOf(this, this.stars);
    for (const each of starred) {
      this.taken.push(each);
      for (const { fact } of [each, ...each.uses]) this.note(fact);
    }
    this.exported = exportedOf(this, starred);
    this.defined = definedOf(this);
    for (const { fact } of [...this.exported, ...this.defined]) this.note(fact);
    this.facts = [...this.#noted].sort((one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1]);
  }

  /** The imports that take something of a module by name, in the order of the text. */
  namesFrom(module: ModuleKey): readonly NameImport[] {
    this.#byModule ??= byKey(this.imports.filter((imported) => imported.kind === "name"), (imported) => this.ports.moduleKey(specifierOf(imported)));
    return this.#byModule.get(module) ?? [];
  }

  /** What `__all__` lets out under a name. */
  exportedAs(name: string): readonly Exported[] {
    this.#byOutward ??= byKey(this.exported, ({ fact }) => fact.as);
    return this.#byOutward.get(name) ?? [];
  }

  /** Notes a fact, once. */
  note(fact: Fact): void {
    this.#noted.add(fact);
  }

  /** The variable that is bound at `node`. */
  variableAt(node: Binding["node"]): Variable | undefined {
    return this.#variables.get(node);
  }

  /** The name under which other files may take what an import puts in a variable; where `__all__` tells of it, that is the site. */
  outward(variable: Variable | undefined): { readonly outward?: string } {
    if (variable?.scope.kind !== "module") return {};
    const { name } = variable;
    return this.all.names.has(name) ? {} : { outward: name };
  }

  /** A name that is an export of the module, or a module below it, or passes one on whole. */
  #name(imported: NameImport, namespaces: Namespaces): void {
    const { ports } = this;
    const specifier = specifierOf(imported);
    const module = ports.moduleKey(specifier);
    const { name } = imported;
    const inner = ports.namespaceAt(module, name);
    if (inner !== undefined) return namespaces.addName(imported, { module: inner, specifier: below(specifier, name) });
    const own: Named = { specifier: below(specifier, name), module: ports.moduleKey(below(specifier, name)) };
    const isExport = ports.deprecatedNames(module).includes(name) || (ports.governs(module) && !ports.governs(own.module));
    if (isExport) this.#addListed(imported, { module, specifier });
    else namespaces.addName(imported, own);
  }

  #addListed(imported: NameImport, { module, specifier }: Named): void {
    const { name, span, node } = imported;
    const variable = this.variableAt(node);
    const fact = { kind: "import", form: "named", module, specifier, name, span, ...this.outward(variable) } as const;
    this.note(fact);
    const uses = (variable?.references ?? []).map((reference): Use => {
      const known = this.#uses.get(reference);
      if (known) return known;
      const use: Use = { reference, fact: { kind: "use", module, specifier, name, span: reference.node.range } };
      this.#uses.set(reference, use);
      this.note(use.fact);
      return use;
    });
    const isShared = variable?.bindings.some((binding) => binding.node !== node && binding.kind !== "annotation" && binding.kind !== "deletion") ?? false;
    this.taken.push({ how: "listed", fact, imported, variable, uses, isShared });
  }
}
