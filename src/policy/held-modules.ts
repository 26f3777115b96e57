/** Exports that are a governed module as a whole: who has one has all of that module's symbols. */
import type { ModuleKey } from "./facts.ts";
import { nested } from "./nested.ts";
import type { Ways } from "./ways.ts";

export type HeldModule = Ways["namespaces"][number];

export class HeldModules {
  readonly #byModule = new Map<ModuleKey, Map<string, HeldModule>>();

  add(held: HeldModule): void {
    nested(this.#byModule, held.module).set(held.name, held);
  }

  has(module: ModuleKey): boolean {
    return this.#byModule.has(module);
  }

  /** Those that `module` has, by name. */
  in(module: ModuleKey): ReadonlyMap<string, HeldModule> | undefined {
    return this.#byModule.get(module);
  }

  /** The module that an export is as a whole, where that one is governed. */
  at(module: ModuleKey, name: string): ModuleKey | undefined {
    return this.#byModule.get(module)?.get(name)?.target;
  }

  *all(): Iterable<HeldModule> {
    for (const names of this.#byModule.values()) yield* names.values();
  }

  /** The modules that `module` passes to be had as a member of `via`, which is the last. */
  passed(via: ModuleKey, module: ModuleKey): readonly ModuleKey[] {
    // By one that holds another one: each has passed what that one has.
    const reached = new Map<ModuleKey, readonly ModuleKey[]>([[via, [via]]]);
    for (const [holder, through] of reached)
      for (const held of this.#byModule.get(holder)?.values() ?? []) {
        const all = [...new Set([...held.through, ...through])];
        if (held.target === module) return all;
        if (!reached.has(held.target)) reached.set(held.target, all);
      }
    return [via];
  }
}
