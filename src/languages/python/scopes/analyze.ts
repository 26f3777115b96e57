/** A file's tree → its scopes. Two steps: what each scope binds and reads; then what each read means. */
import type { PyIdentifier, PyName } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import { pushReversed } from "../tree/walk.ts";
import { type Item, itemsBelow, type Mode } from "./items.ts";
import { resolve, variableOf } from "./resolve.ts";
import { type Binding, type BindingKind, OpenScope, type Reference, type ScopeKind, type Scopes } from "./scope.ts";

const known = new WeakMap<PyModule, Scopes>();

/** The scopes of a file; made once for each tree. */
export function scopesOf(module: PyModule): Scopes {
  let scopes = known.get(module);
  if (!scopes) {
    scopes = new Analysis(module).finish();
    known.set(module, scopes);
  }
  return scopes;
}

/** A binding or a read, before it is known whose it is: a `global` statement may stand below. */
interface Bound {
  readonly name: string;
  readonly scope: OpenScope;
  readonly binding: Binding;
}

interface Read {
  readonly node: PyName;
  readonly scope: OpenScope;
  readonly mode: Mode;
}

/** What items.ts tells of. */
export class Analysis {
  readonly #module: OpenScope;
  readonly #all: OpenScope[] = [];
  readonly #byNode = new Map<PyNode, OpenScope>();
  readonly #bound: Bound[] = [];
  readonly #reads: Read[] = [];
  readonly #declared: { readonly node: PyIdentifier; readonly scope: OpenScope }[] = [];

  constructor(module: PyModule) {
    this.#module = this.open("module", module, undefined);
    const pending: Item[] = [{ node: module, scope: this.#module, mode: "read" }];
    for (let item = pending.pop(); item; item = pending.pop()) pushReversed(pending, itemsBelow(item, this));
  }

  /** Opens the scope that `node` makes. */
  open(kind: ScopeKind, node: PyNode, parent: OpenScope | undefined, className = parent?.className): OpenScope {
    const scope = new OpenScope(kind, node, parent, className);
    this.#all.push(scope);
    // A generic function makes two: its own is the inner one.
    if (kind !== "type-parameters" || !this.#byNode.has(node)) this.#byNode.set(node, scope);
    return scope;
  }

  /** `name` is bound in `scope`, at `node`. */
  bind(kind: BindingKind, name: string, node: Binding["node"], scope: OpenScope): void {
    this.#bound.push({ name: scope.mangled(name), scope, binding: { kind, node, scope } });
  }

  /** A variable is read. */
  read(node: PyName, scope: OpenScope, mode: Mode): void {
    this.#reads.push({ node, scope, mode });
  }

  /** `global` or `nonlocal` names a variable. */
  declare(node: PyIdentifier, scope: OpenScope, outer: "globals" | "nonlocals"): void {
    scope[outer].add(scope.mangled(node.name));
    this.#declared.push({ node, scope });
  }

  /** Says whose each binding and each read is. */
  finish(): Scopes {
    // First those of the scopes' own, since a `nonlocal` needs them.
    const outward = ({ name, scope }: Bound): boolean => scope.globals.has(name) || scope.nonlocals.has(name);
    for (const bound of this.#bound) if (!outward(bound)) bound.scope.own(bound.name).bindings.push(bound.binding);
    for (const bound of this.#bound) {
      if (outward(bound)) (variableOf(bound.scope, bound.name) ?? bound.scope.own(bound.name)).bindings.push(bound.binding);
    }
    for (const { node, scope } of this.#declared) variableOf(scope, scope.mangled(node.name))?.declarations.push(node);
    const byName = new Map<PyName, Reference>();
    for (const read of this.#reads) byName.set(read.node, refer(read));
    for (const scope of this.#all) for (const variable of scope.variables.values()) if (variable.bindings.length > 1) variable.bindings.sort(byPlace);
    return { module: this.#module, all: this.#all, of: (node) => this.#byNode.get(node), referenceAt: (node) => byName.get(node) };
  }
}

function byPlace(left: Binding, right: Binding): number {
  return left.node.range[0] - right.node.range[0];
}

function refer({ node, scope, mode }: Read): Reference {
  const name = scope.mangled(node.name);
  const { variable, fallback } = resolve(scope, name);
  const reference: Reference = { node, name, scope, inAnnotation: mode !== "read", inString: mode === "string", variable, fallback };
  scope.references.push(reference);
  variable?.references.push(reference);
  fallback?.references.push(reference);
  return reference;
}
