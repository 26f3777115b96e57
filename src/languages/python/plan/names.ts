/** Whether a name can be used at a place for what is to be imported under it. */
import type { Replacement } from "../../adapter.ts";
import type { NameImport } from "../read/imports.ts";
import { specifierOf } from "../read/imports.ts";
import { placeOf } from "../read/place.ts";
import type { Reading } from "../read.ts";
import type { Reference, Scope, Variable } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import type { ImportStatement } from "./group.ts";

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield __debug__".split(" "),
);

/** Where a name is read: the scope is enough. */
export type Spot = Pick<Reference, "scope">;

/** An import of the canonical symbol that the file already has. */
export interface Existing {
  readonly imported: NameImport;
  readonly variable: Variable;
}

/** Decides over local names, and remembers those that the plan itself brings in. */
export class Names {
  readonly #reading: Reading;
  readonly #isMoving: (imported: NameImport) => boolean;
  readonly #planned = new Map<string, string>();
  readonly #wanted = new Set<PyNode>();

  /** @param isMoving whether an import is to take its symbol from elsewhere */
  constructor(reading: Reading, isMoving: (imported: NameImport) => boolean) {
    this.#reading = reading;
    this.#isMoving = isMoving;
  }

  /** An import of the very symbol that runs before `at` whenever that runs, and that every one of `spots` sees. */
  existing(replacement: Replacement, spots: readonly Spot[], at: ImportStatement): Existing | undefined {
    for (const imported of this.#reading.imports) {
      if (imported.kind !== "name" || this.#isMoving(imported) || !replacement.isSame(this.#reading.ports.moduleKey(specifierOf(imported)), imported.name)) continue;
      const variable = this.#reading.variableAt(imported.node);
      if (!variable || variable.bindings.length !== 1 || variable.declarations.length > 0 || variable.scope.kind === "class") continue;
      // A star behind it may put something else in its place.
      if (variable.scope.starImports.some(({ range }) => range[0] > imported.statement.range[0])) continue;
      if (!runsBefore(imported.statement, at) || !spots.every(({ scope }) => seen(scope, variable.name) === variable)) continue;
      this.#wanted.add(imported.node);
      return { imported, variable };
    }
    return undefined;
  }

  /** Whether new text refers to an import that the file already has. */
  isWanted(item: PyNode): boolean {
    return this.#wanted.has(item);
  }

  /**
   * Whether `name` means nothing yet at any of `spots`, nor where it would be bound.
   * @param home the scope in which it would be bound
   * @param symbol what the name is wanted for: a second wish for the same is no clash
   */
  free(name: string, home: Scope, spots: readonly Spot[], symbol: string): boolean {
    if (keywords.has(name) || !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) return false;
    const wish = this.#planned.get(name);
    if (wish !== undefined && wish !== symbol) return false;
    // A private name of a class is another one there.
    if (name.startsWith("__") && !name.endsWith("__") && [home, ...spots.map(({ scope }) => scope)].some(isInClass)) return false;
    if (home.variables.has(name) || home.globals.has(name) || home.nonlocals.has(name)) return false;
    if (readsFrom(home, name)) return false;
    return spots.every(({ scope }) => !boundBetween(scope, home, name));
  }

  /** Takes `name` for `symbol` in this plan. */
  take(name: string, symbol: string): void {
    this.#planned.set(name, symbol);
  }
}

/** What `take` and `free` know a symbol by. */
export function symbolOf({ module, name }: Pick<Replacement, "module" | "name">): string {
  return `${module}\0${name}`;
}

/** What `name` is in `scope`: outwards, through functions. */
export function seen(scope: Scope, name: string): Variable | undefined {
  let seesClass = true;
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const isHidden = each.kind === "class" && !seesClass;
    seesClass = each.kind === "type-parameters" && seesClass;
    if (isHidden) continue;
    if (each.globals.has(name)) return rootOf(each).variables.get(name);
    const variable = each.nonlocals.has(name) ? undefined : each.variables.get(name);
    if (variable) return variable;
  }
  return undefined;
}

/** The module's scope. */
export function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.parent) root = root.parent;
  return root;
}

/** Whether a scope within `home`, from `scope` outwards, has the name for something else, or leads past `home`. */
function boundBetween(scope: Scope, home: Scope, name: string): boolean {
  for (let each: Scope | undefined = scope; each && each !== home; each = each.parent) {
    if (each.globals.has(name) ? home.kind !== "module" : each.nonlocals.has(name)) return true;
    if (each.variables.has(name)) return true;
  }
  return false;
}

/** Whether anything in `home` or below reads a `name` that is bound further out, or nowhere. */
function readsFrom(home: Scope, name: string): boolean {
  const pending = [home];
  for (let scope = pending.pop(); scope; scope = pending.pop()) {
    for (const { name: read, variable, fallback } of scope.references) {
      if (read !== name) continue;
      if (!variable || !isBelow(variable.scope, home) || (fallback === undefined && variable.scope.kind === "class" && home.kind === "module")) return true;
    }
    pending.push(...scope.children);
  }
  return false;
}

function isBelow(scope: Scope, home: Scope): boolean {
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each === home) return true;
  return false;
}

function isInClass(scope: Scope): boolean {
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each.kind === "class") return true;
  return false;
}

/** Whether `first` has run whenever `second` runs: in the same block before it, or in a body around it. */
export function runsBefore(first: ImportStatement, second: ImportStatement): boolean {
  if (first === second || first.range[0] > second.range[0]) return false;
  const [there, here] = [placeOf(first), placeOf(second)];
  if (there.block === here.block) return true;
  const isBody = there.block.type === "PyModule" || there.block.parent?.type === "PyFunction";
  if (!isBody) return false;
  for (let node: PyNode | null = second; node; node = node.parent) if (node === there.block) return true;
  return false;
}
