/** Files of Python that have a module as an attribute of its package: that is there as long as anybody imports the module. */
import path from "node:path";
import type { Fact, ModuleKey } from "../policy/facts.ts";
import { phaseOf } from "../policy/phases.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import type { OrderContext } from "./orders.ts";

/** Answers for one file. */
export class PackageAttributes {
  readonly #context: OrderContext;
  readonly #answers = new Map<string, string | undefined>();

  constructor(context: OrderContext) {
    this.#context = context;
  }

  /** Why a fix should not take away this file's import of a module: without it another file would find no such attribute. */
  of({ migration }: GovernedSymbol, { module }: Fact, target: ModuleKey): string | undefined {
    if (migration.language !== "python" || module === target) return undefined;
    const question = `${module}\0${target}`;
    if (!this.#answers.has(question)) this.#answers.set(question, this.#find(module, target));
    return this.#answers.get(question);
  }

  #find(module: ModuleKey, target: ModuleKey): string | undefined {
    const { project, symbols, file } = this.#context;
    if (!project.loads(file.module, module) || project.needs(target, module) || !project.isPackageAttribute(module)) return undefined;
    const taken = this.#taken(module);
    // An import stays for what is not deprecated.
    const staying = [...taken].filter(([taker, names]) => project.loads(taker, module) && !names.every((name) => symbols.deprecated(module, name) !== undefined)).map(([taker]) => taker);
    if (staying.includes(file.module)) return undefined;
    const lacking = [...taken.keys()].find((taker) => {
      const names = taken.get(taker) ?? [];
      const finds = project.loads(taker, module) || names.every((name) => this.#becomesImport(module, name, taker));
      return !finds && project.needs(taker, file.module) && !staying.some((each) => project.needs(taker, each));
    });
    return lacking && `${this.#short(lacking)} has ${this.#short(module)} as an attribute of its package, and nothing else would load it`;
  }

  /** By file, the names that it takes of a module; one that only loads it takes whatever there is. */
  #taken(module: ModuleKey): ReadonlyMap<ModuleKey, readonly string[]> {
    const { project, policy } = this.#context;
    const taken = new Map<ModuleKey, string[]>();
    for (const { file, name, by } of project.surveyed?.takersOf(module) ?? []) {
      if (by === "mock" || policy.excludes(this.#short(file))) continue;
      taken.set(file, [...(taken.get(file) ?? []), name]);
    }
    for (const [file, names] of taken) {
      const named = names.filter((name) => name !== "");
      taken.set(file, named.length === 0 ? ["*"] : named);
    }
    return taken;
  }

  /** Whether a fix of the taker imports by its name what it has as an attribute now. */
  #becomesImport(module: ModuleKey, name: string, taker: ModuleKey): boolean {
    const { symbols, active, policy } = this.#context;
    const symbol = symbols.deprecated(module, name);
    if (!symbol || symbol.entry.name === "*") return false;
    return (active.get("no-deprecated-import")?.phase ?? symbol.migration.phase) >= phaseOf("no-deprecated-import", policy.scope(this.#short(taker)));
  }

  #short(file: ModuleKey): string {
    return path.posix.relative(this.#context.project.root, file);
  }
}
