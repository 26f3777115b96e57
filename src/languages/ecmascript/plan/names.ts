/** Whether a name can be used at a place for what is to be imported under it. */
import type { TSESLint } from "@typescript-eslint/utils";
import type { Replacement } from "../../adapter.ts";
import type { Listed, Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { Type } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";

/** Names that can't be bound in a module. */
const reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(" "),
);

/** Decides over local names, and remembers those that the plan itself brings in. */
export class Names {
  readonly #reading: Reading;
  readonly #planned = new Map<string, string>();
  readonly #wanted = new Set<Taken>();
  readonly #same = new Map<Replacement, readonly Listed[]>();

  readonly #isMoving: (taken: Listed) => boolean;

  /** @param isMoving whether an import is to take its symbol from elsewhere */
  constructor(reading: Reading, isMoving: (taken: Listed) => boolean) {
    this.#reading = reading;
    this.#isMoving = isMoving;
  }

  /**
   * The local name of an import of the canonical symbol that the file already has, if every one of `places` sees it.
   * @param forValue whether a type-only import would not do
   * @param asking the import that would go for it
   */
  existing(replacement: Replacement, places: readonly Node[], forValue: boolean, asking?: Listed): Listed | undefined {
    const same = this.#sameAs(replacement);
    // Of several that take it by other paths the first changes its path and keeps its name; the others go for it. One that
    // nobody uses is dropped, and is none to go for.
    const kept = same.find((taken) => this.#isMoving(taken) && taken.uses.length > 0 && !(forValue && isTypeOnly(taken)));
    const found = same.find((taken) => {
      if (taken === asking || (this.#isMoving(taken) && taken !== kept)) return false;
      const { variable } = taken;
      if (!variable || (forValue && isTypeOnly(taken))) return false;
      const late = taken.holder.kind !== "import" && places.some((place) => place.range[0] < taken.node.range[1]);
      return !late && places.every((place) => this.#seen(place, variable.name) === variable);
    });
    // One that changes its path itself is written anew; the import as it stands is wanted by nobody.
    if (found && places.length > 0 && !this.#isMoving(found)) this.#wanted.add(found);
    return found;
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
   * @param scope where the import's binding is declared
   * @param replacement what the name is wanted for: a second wish for the same is no clash
   */
  free(name: string, scope: TSESLint.Scope.Scope | undefined, places: readonly Node[], replacement: Replacement): boolean {
    if (reserved.has(name) || !/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name)) return false;
    const wish = this.#planned.get(name);
    if (wish !== undefined && wish !== symbolOf(replacement)) return false;
    if (scope?.set.get(name)?.defs.length) return false;
    if (this.#readsGlobal(name)) return false;
    return places.every((place) => this.#seen(place, name) === undefined);
  }

  /** Takes `name` for `replacement` in this plan. */
  take(name: string, replacement: Replacement): void {
    this.#planned.set(name, symbolOf(replacement));
  }

  #seen(place: Node, name: string): Variable | undefined {
    // Undefined for a global that nobody declares in the file: it has no definition.
    for (let scope: TSESLint.Scope.Scope | null = this.#reading.source.getScope(place); scope; scope = scope.upper) {
      const variable = scope.set.get(name);
      if (variable && variable.defs.length > 0) return variable;
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

function symbolOf(replacement: Replacement): string {
  return `${replacement.module}\0${replacement.name}`;
}

/** Whether the item brings in a type only (`import type { X }`, `import { type X }`). */
export function isTypeOnly({ node, holder }: Listed): boolean {
  if (holder.node.type === Type.ImportDeclaration && holder.node.importKind === "type") return true;
  return node.type === Type.ImportSpecifier && node.importKind === "type";
}
