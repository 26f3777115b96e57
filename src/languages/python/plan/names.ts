/** Whether a name can be used at a place for what is to be imported under it. */
import type { Replacement } from "../../adapter.ts";
import type { NameImport } from "../read/imports.ts";
import { specifierOf } from "../read/imports.ts";
import { runsBefore } from "../read/place.ts";
import type { Reading } from "../read.ts";
import type { Reference, Scope, Variable } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import type { ImportStatement } from "./group.ts";
import { onlyImportsBetween } from "./statements.ts";

const keywords = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield __debug__".split(" "),
);

/** Where a name is read: the scope is enough. */
export type Spot = Pick<Reference, "scope">;

/** An import of the canonical symbol that the plan makes, in the place of the old one. */
interface Moved {
  readonly symbol: string;
  readonly name: string;
  /** The scope in which it binds the name. */
  readonly scope: Scope;
  readonly statement: ImportStatement;
  /** What the old import binds; absent for a name that is brought in beside it. */
  readonly variable?: Variable;
}

/** Decides over local names, and remembers those that the plan itself brings in. */
export class Names {
  readonly #reading: Reading;
  /** The imports of names that stay where they are: most of a file's may move, and each is asked about. */
  readonly #staying: readonly NameImport[];
  readonly #planned = new Map<string, string>();
  /** By name: the scopes in which the plan binds it, and those that it reads it through, on the way to the one that binds it. */
  readonly #bound = new Map<string, Set<Scope>>();
  readonly #passed = new Map<string, Set<Scope>>();
  /** What the plan leaves unbound, so that its name is to be had. */
  readonly #freed = new Set<Variable>();
  readonly #wanted = new Set<PyNode>();
  readonly #moved: Moved[] = [];

  /** @param isMoving whether an import is to take its symbol from elsewhere */
  constructor(reading: Reading, isMoving: (imported: NameImport) => boolean) {
    this.#reading = reading;
    this.#staying = reading.imports.filter((imported) => imported.kind === "name").filter((imported) => !isMoving(imported));
  }

  /**
   * The name of an import of the very symbol that every one of `spots` sees, and that has run where they could have read what
   * `at` imports: it runs before that one, or with it, or right behind it, where an earlier fix has put it. Under an alias it does not count
   * there: this run could not have gone for one that it makes itself.
   * @param old the name that a member has: an import under it may be what an earlier fix has made of a star, and does not count
   */
  existing(replacement: Replacement, spots: readonly Spot[], at: ImportStatement, old?: string): string | undefined {
    for (const imported of this.#staying) {
      if ((imported.alias !== undefined && imported.alias === old) || !replacement.isSame(this.#reading.ports.moduleKey(specifierOf(imported)), imported.name)) continue;
      const variable = this.#reading.variableAt(imported.node);
      if (variable?.bindings.length !== 1 || !isPlain(this.#reading, variable, imported.statement, variable.name)) continue;
      const isBehind = imported.alias === undefined && imported.name === replacement.name && onlyImportsBetween(at, imported.statement);
      if (!isBehind && imported.statement !== at && !runsBefore(imported.statement, at)) continue;
      if (!this.#reaches(variable, variable.name, spots)) continue;
      this.#wanted.add(imported.node);
      this.#noteReads(variable.name, variable.scope, spots);
      return variable.name;
    }
    return undefined;
  }

  /** The same, or the name that an import will have which is itself moved by this plan. */
  existingOrMoved(replacement: Replacement, spots: readonly Spot[], at: ImportStatement, old?: string): string | undefined {
    return this.existing(replacement, spots, at, old) ?? this.moved(replacement, spots, at);
  }

  /** The name that an import of the very symbol will have which is itself moved by this plan. */
  moved(replacement: Replacement, spots: readonly Spot[], at: ImportStatement): string | undefined {
    const symbol = symbolOf(replacement);
    const moved = this.#moved.find(({ symbol: its, name, scope: home, variable, statement }) => {
      const isBehind = name === replacement.name && onlyImportsBetween(at, statement);
      if (its !== symbol || (!isBehind && !runsBefore(statement, at))) return false;
      if (variable && !isPlain(this.#reading, variable, statement, name)) return false;
      if (name === variable?.name) return this.#reaches(variable, name, spots);
      return spots.every(({ scope }) => isBelow(scope, home)) && this.free(name, home, spots, symbol);
    });
    if (moved) this.#noteReads(moved.name, moved.scope, spots);
    return moved?.name;
  }

  /** Whether all `spots` see a variable, also when the plan is carried out. */
  #reaches(variable: Variable, name: string, spots: readonly Spot[]): boolean {
    return spots.every(({ scope }) => !isPrivate(name, scope) && seen(scope, name, this.#freed) === variable && !this.#isHidden(name, scope, variable.scope));
  }

  /** Whether the plan binds the name between a place and the scope where it is to be found. */
  #isHidden(name: string, spot: Scope, home: Scope): boolean {
    const bound = this.#bound.get(name);
    if (!bound) return false;
    for (const each of seenFrom(spot)) {
      if (each === home) return false;
      if (bound.has(each)) return true;
    }
    return false;
  }

  #noteReads(name: string, home: Scope, spots: readonly Spot[]): void {
    const passed = this.#passed.get(name) ?? new Set();
    this.#passed.set(name, passed);
    for (const { scope } of spots) {
      for (const each of seenFrom(scope)) {
        if (each === home) break;
        passed.add(each);
      }
    }
  }

  /** Notes that an import is surely moved, so that others may use the name that it binds. */
  noteMoved(replacement: Replacement, name: string, variable: Variable, statement: ImportStatement): void {
    this.#moved.push({ symbol: symbolOf(replacement), name, scope: variable.scope, variable, statement });
  }

  /** Notes that a name is surely brought in that no star hides, for what is taken of a module, by a star, or by a call shape. */
  noteBrought(symbol: string, name: string, scope: Scope, statement: ImportStatement): void {
    this.#moved.push({ symbol, name, scope, statement });
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
    if ([home, ...spots.map(({ scope }) => scope)].some((scope) => isPrivate(name, scope))) return false;
    const own = home.variables.get(name);
    if ((own && !this.#freed.has(own)) || home.globals.has(name) || home.nonlocals.has(name)) return false;
    if (this.#passed.get(name)?.has(home)) return false;
    if (spots.some(({ scope }) => this.#isHidden(name, scope, home))) return false;
    if (readsFrom(home, name)) return false;
    return spots.every(({ scope }) => !boundBetween(scope, home, name, this.#freed));
  }

  /** Binds `name` in `home` to `symbol` in this plan, for it to be read from `spots`. */
  take(name: string, home: Scope, spots: readonly Spot[], symbol: string): void {
    this.#planned.set(name, symbol);
    this.#bound.set(name, (this.#bound.get(name) ?? new Set()).add(home));
    this.#noteReads(name, home, spots);
  }

  /** Notes that the plan surely leaves a variable unbound. */
  noteFreed(variable: Variable): void {
    this.#freed.add(variable);
  }
}

/** Whether a name is a package and nothing else: one more `import` of something in it changes nothing. */
export function isPackageOnly(variable: Variable | undefined): boolean {
  return variable !== undefined && variable.declarations.length === 0 && variable.bindings.every(({ node }) => node.type === "PyImportAlias" && !node.alias);
}

/** Whether a variable is what an import made of it: no statement changes that, nor a star behind it. */
function isPlain(reading: Reading, { scope, declarations, bindings }: Variable, { range }: ImportStatement, name: string): boolean {
  if (scope.kind === "class" || declarations.length > 0 || bindings.some(({ kind }) => kind !== "import")) return false;
  return !isHiddenByStar(reading, name, scope, range[0]);
}

/** Whether a star import that stands between two offsets puts something else under a name of `scope`. */
export function isHiddenByStar({ stars, ports }: Reading, name: string, scope: Scope, from: number, to = Infinity): boolean {
  if (scope.kind !== "module") return false;
  return stars.some(
    (imported) => imported.statement.range[0] > from && imported.statement.range[0] < to && ports.exports(ports.moduleKey(specifierOf(imported)), name),
  );
}

/** What `take` and `free` know a symbol by. */
export function symbolOf({ module, name }: Pick<Replacement, "module" | "name">): string {
  return `${module}\0${name}`;
}

/** A scope and those around it whose names are seen there: a class's names are its body's alone, and its annotation scopes'. */
function* seenFrom(scope: Scope): Iterable<Scope> {
  let seesClass = true;
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    if (each.kind !== "class" || seesClass) yield each;
    seesClass &&= each.kind === "type-parameters";
  }
}

/**
 * What `name` is in `scope`.
 * @param freed what is passed over, since it will be bound no longer
 */
function seen(scope: Scope, name: string, freed: ReadonlySet<Variable>): Variable | undefined {
  for (const each of seenFrom(scope)) {
    if (each.globals.has(name)) return rootOf(each).variables.get(name);
    const variable = each.nonlocals.has(name) ? undefined : each.variables.get(name);
    if (variable && !freed.has(variable)) return variable;
  }
  return undefined;
}

/** The module's scope. */
function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.parent) root = root.parent;
  return root;
}

/** Whether a scope within `home`, from `scope` outwards, has the name for something else, or leads past `home`. */
function boundBetween(scope: Scope, home: Scope, name: string, freed: ReadonlySet<Variable>): boolean {
  for (const each of seenFrom(scope)) {
    if (each === home) return false;
    if (each.globals.has(name) ? home.kind !== "module" : each.nonlocals.has(name)) return true;
    const variable = each.variables.get(name);
    if (variable && !freed.has(variable)) return true;
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
    for (const child of scope.children) pending.push(child);
  }
  return false;
}

function isBelow(scope: Scope, home: Scope): boolean {
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each === home) return true;
  return false;
}

/** Whether a name is a private one of a class, and another name there: written in an import too. */
export function isPrivate(name: string, scope: Scope): boolean {
  if (!name.startsWith("__") || name.endsWith("__")) return false;
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each.kind === "class") return true;
  return false;
}
