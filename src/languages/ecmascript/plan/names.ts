/** Whether a name can be used at a place for what is to be imported under it. */
import type { TSESLint } from "@typescript-eslint/utils";
import type { Fact } from "../../../policy/facts.ts";
import type { Order, Replacement } from "../../adapter.ts";
import type { Listed, Namespace, Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { isAssigned } from "../rewrite/assigned.ts";
import { isIdentifierName, keyName, mergedIn, Type } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";
import { loadOf } from "./loads.ts";

type Scope = TSESLint.Scope.Scope;

/** Names that can't be bound in a module. */
const reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(" "),
);

/** Decides over local names, and remembers those that the plan itself brings in. */
export class Names {
  readonly #reading: Reading;
  readonly #planned = new Map<string, { readonly symbol: string; readonly scopes: Set<Scope> }>();
  readonly #wanted = new Set<Taken>();
  readonly #same = new Map<Replacement, readonly Listed[]>();

  readonly #orders: ReadonlyMap<Fact, Order>;

  constructor(reading: Reading, orders: ReadonlyMap<Fact, Order>) {
    this.#reading = reading;
    this.#orders = orders;
  }

  /** Whether an import is to take its symbol from elsewhere. */
  #isMoving({ fact }: Listed): boolean {
    return this.#orders.get(fact)?.action === "replace";
  }

  /** Whether an import that moves is there afterwards, under the name that it has. */
  #keepsName(taken: Listed): boolean {
    const replacement = this.#orders.get(taken.fact)?.replacement;
    if (!replacement || "refused" in replacement) return true;
    return replacement.rewrites.length === 0 && (!replacement.renames || isAliased(taken) || ["default", taken.variable?.name].includes(replacement.name));
  }

  /**
   * The local name of an import of the canonical symbol that the file already has, if every one of `places` sees it.
   * @param forValue whether a type-only import would not do
   * @param asking the import that would go for it: an `import` goes for no `require`, which may come too late for it, and
   * nothing for what is loaded at another time
   */
  existing(replacement: Replacement, places: readonly Node[], forValue: boolean, asking: Taken): Listed | undefined {
    const isImport = asking.holder.kind === "import";
    const same = this.#sameAs(replacement).filter(({ holder }) => (!isImport || holder.kind === "import") && this.#load({ holder }) === this.#load(asking));
    // Of several that take it by other paths the first that keeps its name changes its path; the others go for it. One that
    // nobody uses, or that goes for an import of the right path itself, is dropped, and is none to go for.
    const kept = same.find((taken) => this.#isMoving(taken) && this.#keepsName(taken) && taken.uses.length > 0 && !(forValue && isTypeOnly(taken)));
    const isKept = kept !== undefined && !same.some((taken) => !this.#isMoving(taken) && this.#serves(taken, kept.uses.map(({ node }) => node), !isTypeOnly(kept)));
    const found = same.find((taken) => {
      if (taken === asking || (this.#isMoving(taken) && !(isKept && taken === kept))) return false;
      return this.#serves(taken, places, forValue);
    });
    // One that changes its path itself is written anew; the import as it stands is wanted by nobody.
    if (found && places.length > 0 && !this.#isMoving(found)) this.#wanted.add(found);
    return found;
  }

  /** Whether each of `places` sees the import, and has a value by it where it needs one. */
  #serves(taken: Listed, places: readonly Node[], forValue: boolean): boolean {
    const { variable } = taken;
    if (!variable || (forValue && isTypeOnly(taken))) return false;
    const late = taken.holder.kind !== "import" && places.some((place) => !isAssigned(this.#reading.source, variable, place));
    return !late && places.every((place) => this.#seen(place, variable.name) === variable);
  }

  /** Every import of the canonical symbol, by whatever path. A file may have thousands of imports to ask this for. */
  #sameAs(replacement: Replacement): readonly Listed[] {
    let same = this.#same.get(replacement);
    if (!same) {
      same = this.#reading.taken.filter((taken): taken is Listed => taken.how === "listed" && replacement.isSame(taken.fact.module, taken.fact.name));
      this.#same.set(replacement, same);
    }
    return same;
  }

  /** Whether new text may refer to an import that the file already has. */
  isWanted(taken: Taken): boolean {
    return this.#wanted.has(taken);
  }

  /**
   * Whether `name` means nothing yet at any of `places`, nor where it would be declared.
   * @param asking the import whose binding is declared where the name would be
   * @param replacement what the name is wanted for: a second wish for the same in the same scope is no clash
   * @param leaving variables that the plan takes out
   */
  free(name: string, asking: Listed | Namespace, places: readonly Node[], replacement: Replacement, leaving: readonly Variable[] = []): boolean {
    const scope = asking.variable?.scope;
    if (reserved.has(name) || !isIdentifierName(name)) return false;
    const wish = this.#planned.get(name);
    if (wish && (wish.symbol !== this.#symbol(replacement, asking) || [...wish.scopes].some((other) => isWithin(scope, other) || isWithin(other, scope)))) return false;
    const own = scope?.set.get(name);
    if (own && own.defs.length > 0 && !leaving.includes(own)) return false;
    if (this.#readsGlobal(name)) return false;
    return places.every((place) => this.#seen(place, name, leaving) === undefined);
  }

  /** Takes `name` for `replacement` in this plan. */
  take(name: string, asking: Listed | Namespace, replacement: Replacement): void {
    const { scopes } = this.#planned.get(name) ?? { scopes: new Set() };
    if (asking.variable) scopes.add(asking.variable.scope);
    this.#planned.set(name, { symbol: this.#symbol(replacement, asking), scopes });
  }

  #load({ holder }: Pick<Taken, "holder">): string {
    return loadOf(this.#reading.source, holder);
  }

  #symbol({ module, name }: Replacement, asking: Taken): string {
    return [module, name, this.#load(asking)].join("\0");
  }

  #seen(place: Node, name: string, leaving: readonly Variable[] = []): Variable | undefined {
    // Undefined for a global that nobody declares in the file: it has no definition.
    for (let scope: Scope | null = this.#reading.source.getScope(place); scope; scope = scope.upper) {
      const variable = scope.set.get(name) ?? mergedIn(this.#reading.source, scope, name);
      if (variable && variable.defs.length > 0 && !leaving.includes(variable)) return variable;
    }
    return undefined;
  }

  #readsGlobal(name: string): boolean {
    const globals = this.#reading.source.scopeManager?.globalScope;
    if (!globals) return false;
    return (
      globals.through.some(({ identifier }) => identifier.name === name) ||
      (globals.set.get(name)?.references.length ?? 0) > 0
    );
  }
}

function isWithin(scope: Scope | undefined, outer: Scope | undefined): boolean {
  for (let each = scope?.upper; each; each = each.upper) if (each === outer) return true;
  return false;
}

/** Whether the file gives it a name of its own. */
export function isAliased({ node, variable }: Listed): boolean {
  const name = node.type === Type.ImportSpecifier ? keyName(node.imported) : node.type === Type.Property ? keyName(node.key, node.computed) : undefined;
  return name === undefined || name !== variable?.name;
}

/** Whether the item brings in a type only (`import type { X }`, `import { type X }`). */
export function isTypeOnly({ node, holder }: Listed): boolean {
  if (holder.node.type === Type.ImportDeclaration && holder.node.importKind === "type") return true;
  return node.type === Type.ImportSpecifier && node.importKind === "type";
}
