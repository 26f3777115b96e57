/** What holds imports and declarations in a file beyond the references to them. */
import type { Fact } from "../../../policy/facts.ts";
import type { Order } from "../../adapter.ts";
import type { Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import type { Names } from "./names.ts";
import { isIn } from "./parts.ts";

/** Whether a part of the file holds the site of a fact. */
export function holds(part: Node, { span }: Pick<Fact, "span">): boolean {
  return part.range[0] <= span[0] && span[1] <= part.range[1];
}

function named({ module, specifier }: Pick<Fact, "module" | "specifier">): string {
  return [module, specifier].join("\0");
}

/** The ties of one file under its orders. */
export class Ties {
  readonly #reading: Reading;
  readonly #orders: ReadonlyMap<Fact, Order>;
  readonly #names: Names;
  /** The modules that do something when they are loaded, each with the specifier that an order is about. */
  readonly #running: ReadonlySet<string>;
  /** Statements of the form `export … from` that leave a bare import of their module behind. */
  loading: ReadonlySet<Node> = new Set();

  constructor(reading: Reading, orders: ReadonlyMap<Fact, Order>, names: Names) {
    this.#reading = reading;
    this.#orders = orders;
    this.#names = names;
    const doing = [...orders.values()].filter(({ action, replacement }) => action !== "keep" && "sideEffects" in replacement && replacement.sideEffects);
    this.#running = new Set(doing.map(({ fact }) => named(fact)));
  }

  /** Whether the module is loaded and that does something, so that a bare import of it stays: any order for it says so. */
  runs({ holder }: Taken): boolean {
    const { node } = holder;
    if (holder.kind === "type" || ((node.type === Type.ImportDeclaration || node.type === Type.TSImportEqualsDeclaration) && node.importKind === "type")) return false;
    return this.#running.has(named(holder));
  }

  /** Whether an import stays, used or not: under a disable comment, or wanted by what is written anew. */
  stays(taken: Taken): boolean {
    return this.#orders.get(taken.fact)?.action === "keep" || this.#names.isWanted(taken);
  }

  /** Whether a declaration is not to go with what only it serves: it holds a kept site, or loads a module that does something. */
  isPinned(part: Node): boolean {
    if ([...this.#orders.values()].some(({ fact, action }) => action === "keep" && holds(part, fact))) return true;
    return this.#reading.taken.some((taken) => isIn([part], taken.holder.node) && this.runs(taken));
  }
}
