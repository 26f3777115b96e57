/** Modules that a file holds whole, and what it takes of them as attributes. */
import type { ImportFact, ImportForm, ModuleKey } from "../../../policy/facts.ts";
import { byKey } from "../../grouped.ts";
import type { Member, Named, Namespace } from "../model.ts";
import type { Reading } from "../read.ts";
import type { DynamicImport } from "../read/dynamic.ts";
import { dynamicIn } from "../read/dynamic.ts";
import { specifierOf } from "../read/imports.ts";
import type { ModuleImport, NameImport } from "../read/imports.ts";
import { runsBefore } from "../read/place.ts";
import type { Reference, Variable } from "../scopes/scope.ts";
import type { PyExpression } from "../tree/expressions.ts";
import type { PyRange } from "../tree/node.ts";
import { below, getattrsOf, stepsFrom } from "./chains.ts";
import type { Getattrs, Step } from "./chains.ts";
import { loadedBy } from "./loaded.ts";

/** What an import or a call puts under a name. */
interface Bound {
  readonly imported: Namespace["imported"];
  readonly variable: Variable | undefined;
  readonly form: ImportForm;
  readonly span: PyRange;
  /** The module that the import names. */
  readonly named: Named;
  /** The module that the name is: `a` after `import a.b`. */
  readonly start: Named;
}

/** A module on the way along attributes, and the expression that is it. */
interface Passed extends Named {
  readonly index: number;
  /** The module that the file names, where this one is an export of it. */
  readonly via: ModuleKey | undefined;
}

/** Finds them; asked once for each file. */
export class Namespaces {
  readonly #reading: Reading;
  readonly #getattrs: Getattrs;
  readonly #loads: readonly DynamicImport[];
  /** What is under each name; several imports may put parts of one package there. */
  readonly #bound = new Map<Variable, Bound[]>();
  readonly #loose: Bound[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    const { imports, attributes } = dynamicIn(reading.file);
    this.#getattrs = getattrsOf(attributes);
    this.#loads = imports;
  }

  /** `import a.b`, `import a.b as c`. */
  addImport(imported: ModuleImport): void {
    const named = this.#named(specifierOf(imported));
    const start = imported.alias === undefined ? this.#named(imported.local) : named;
    this.#add({ imported, variable: this.#reading.variableAt(imported.node), form: "namespace", span: imported.span, named, start });
  }

  /**
   * `from a import b` where `b` is, or may be, a module.
   * @param named that module
   */
  addName(imported: NameImport, named: Named): void {
    this.#add({ imported, variable: this.#reading.variableAt(imported.node), form: "namespace", span: imported.span, named, start: named });
  }

  /** What the added names take of modules, and what calls load. */
  finish(): void {
    for (const load of this.#loads) this.#addLoad(load);
    for (const [variable, bound] of this.#bound) this.#variable(variable, bound);
    for (const bound of this.#loose) this.#namespace(bound, []);
  }

  #named(specifier: string): Named {
    return { specifier, module: this.#reading.ports.moduleKey(specifier) };
  }

  #add(bound: Bound): void {
    const { variable } = bound;
    const known = variable && this.#bound.get(variable);
    if (known) known.push(bound);
    else if (variable) this.#bound.set(variable, [bound]);
    else this.#loose.push(bound);
  }

  #addLoad(load: DynamicImport): void {
    const { specifier, start } = loadedBy(load, this.#reading.ports.self);
    if (specifier === "") return;
    const named = this.#named(specifier);
    const bound = { imported: load, form: "dynamic", span: load.node.range, named, start: start === specifier ? named : this.#named(start) } as const;
    const target = targetOf(load.node);
    const variable = target && this.#reading.variableAt(target);
    if (variable) return this.#add({ ...bound, variable });
    if (!this.#steps(load.node, bound.start, undefined, nobody)) this.#loose.push({ ...bound, variable: undefined });
  }

  #variable(variable: Variable, bound: readonly Bound[]): void {
    const namespaces = bound.map((each) => ({ bound: each, namespace: this.#create(each, variable.references) }));
    // `import a.b` and `import a.c` put one and the same `a` there.
    const byStart = [...byKey(namespaces, (each) => each.bound.start.specifier).values()].map((own) => ({ own, bySpecifier: byKey(own, (each) => each.bound.named.specifier) }));
    for (const reference of variable.references) {
      for (const owners of byStart) {
        const [first] = owners.own;
        if (first) this.#steps(reference.node, first.bound.start, reference, owners);
      }
    }
    for (const each of namespaces) this.#note(each.bound, each.namespace);
  }

  #create({ imported, variable, form, span, named }: Bound, references: readonly Reference[]): Namespace {
    const fact: ImportFact = { kind: "import", form, ...named, name: "*", span, ...this.#reading.outward(variable) };
    return { how: "namespace", fact, imported, variable, references, members: [] };
  }

  #namespace(bound: Bound, references: readonly Reference[]): void {
    this.#note(bound, this.#create(bound, references));
  }

  /** A package that is not governed matters where something below it is taken. */
  #note({ named }: Bound, namespace: Namespace): void {
    if (this.#reading.ports.governs(named.module)) this.#reading.note(namespace.fact);
    else if (namespace.members.length === 0) return;
    this.#reading.taken.push(namespace);
  }

  /**
   * Follows the attributes behind an expression that is the module `start`.
   * @returns whether something was taken of a governed module
   */
  #steps(expression: PyExpression, start: Named, reference: Reference | undefined, owners: Owners): boolean {
    const steps = [...stepsFrom(expression, this.#getattrs)];
    const from = this.#moduleBefore(steps, start);
    const step = from && steps[from.index];
    if (!from || !step) return false;
    const { ports } = this.#reading;
    const namespace = ownerOf(from.specifier, owners, expression);
    const common = { kind: "import", module: from.module, specifier: from.specifier, ...(from.via === undefined ? {} : { via: from.via }) } as const;
    // A whole module that went, reached through a package: no import names it.
    const carrier = steps[from.index - 1];
    if (carrier && ports.deprecatedNames(from.module).includes("*") && !owners.own.some(({ bound }) => bound.named.module === from.module))
      this.#addMember({ fact: { ...common, form: "namespace", name: "*", span: carrier.node.range }, ...carrier, namespace, reference });
    const form = reference ? "member" : "dynamic";
    this.#addMember({ fact: { ...common, form, name: step.name, span: step.node.range }, ...step, namespace, reference });
    return true;
  }

  #addMember({ fact, node, object, namespace, reference }: Omit<Member, "how">): void {
    const member: Member = { how: "member", fact, node, object, namespace, reference };
    this.#reading.note(fact);
    this.#reading.taken.push(member);
    namespace?.members.push(member);
  }

  /** The module of which a governed export is taken: the first that has one of that name, else the last that is governed. */
  #moduleBefore(steps: readonly Step[], start: Named): Passed | undefined {
    const { ports } = this.#reading;
    let found: Passed | undefined;
    let at: Passed = { ...start, index: 0, via: undefined };
    for (const { name } of steps) {
      const inner = ports.namespaceAt(at.module, name);
      if (inner === undefined && ports.governs(at.module)) {
        found = at;
        if (ports.deprecatedNames(at.module).includes(name)) return found;
      }
      const own = this.#named(below(at.specifier, name));
      const index = at.index + 1;
      // A package's own module is no detour.
      at = inner === undefined || inner === own.module ? { ...own, index, via: undefined } : { ...own, module: inner, index, via: at.via ?? at.module };
    }
    return found;
  }
}

interface Owner {
  readonly bound: Bound;
  readonly namespace: Namespace;
}

/** The imports that put one package under a name. */
interface Owners {
  readonly own: readonly Owner[];
  /** By the module that each names. */
  readonly bySpecifier: ReadonlyMap<string, readonly Owner[]>;
}

const nobody: Owners = { own: [], bySpecifier: new Map() };

/**
 * Of the imports that may have put a package there, the one that names the module, or the nearest above it; of several of one
 * module, one that has run whenever `at` runs.
 */
function ownerOf(specifier: string, { own, bySpecifier }: Owners, at: PyExpression): Namespace | undefined {
  let above = specifier;
  while (above !== "" && !bySpecifier.has(above)) above = above.slice(0, Math.max(0, above.lastIndexOf(".")));
  const nearest = bySpecifier.get(above) ?? own;
  const sure = nearest.length > 1 ? nearest.find(({ bound: { imported } }) => "kind" in imported && runsBefore(imported.statement, at)) : undefined;
  return (sure ?? nearest[0])?.namespace;
}

/** `m = import_module("a.b")`: the name. */
function targetOf(node: DynamicImport["node"]): Variable["bindings"][number]["node"] | undefined {
  const { parent } = node;
  if (parent?.type === "PyWalrus") return parent.target;
  if (parent?.type !== "PyAssignment" || parent.targets.length !== 1) return undefined;
  const [target] = parent.targets;
  const name = target?.type === "PyAnnotated" ? target.target : target;
  return name?.type === "PyName" ? name : undefined;
}
