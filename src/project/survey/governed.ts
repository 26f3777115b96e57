/** What is governed, as far as the project was asked about it: it only grows, and who counts with too much only asks in vain. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Ways } from "../../policy/ways.ts";
import type { SurveyRequest } from "./survey-tools.ts";

export class Governed {
  /** Every module that was found to let a governed export out, or to be asked about. */
  readonly modules = new Set<ModuleKey>();
  /** The names under which they do. */
  readonly names = new Set<string>();
  /** By module, the names under which others pass it on as a whole. */
  readonly aliases = new Map<ModuleKey, Set<string>>();
  /** By module, those others. */
  readonly holders = new Map<ModuleKey, Set<ModuleKey>>();

  /**
   * Takes an answer in.
   * @returns the modules that are new, and whether anything is
   */
  add({ seeds, barriers }: SurveyRequest, { leaks, namespaces }: Ways): { readonly modules: readonly ModuleKey[]; readonly isGrown: boolean } {
    const modules = [...new Set([...seeds, ...barriers, ...leaks, ...namespaces].map(({ module }) => module))].filter((module) => !this.modules.has(module));
    let isGrown = modules.length > 0;
    const addTo = (set: Set<string>, name: string): void => {
      if (set.has(name)) return;
      isGrown = true;
      set.add(name);
    };
    for (const module of modules) this.modules.add(module);
    for (const { name } of [...seeds, ...leaks]) addTo(this.names, name);
    for (const { module, name, target } of namespaces) {
      const names = this.aliases.get(target) ?? new Set();
      this.aliases.set(target, names);
      addTo(names, name);
      this.holders.set(target, (this.holders.get(target) ?? new Set()).add(module));
    }
    return { modules, isGrown };
  }
}
