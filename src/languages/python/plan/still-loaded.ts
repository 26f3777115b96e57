/**
 * A module that is had as an attribute of its package is there because some import has loaded it. Where that import goes, who has
 * the module so finds it no longer.
 */
import type { Fact, ModuleKey } from "../../../policy/facts.ts";
import { byKey } from "../../grouped.ts";
import { below } from "../facts/chains.ts";
import type { Listed, Namespace, Starred } from "../model.ts";
import { specifierOf } from "../read/imports.ts";
import type { ImportedName } from "../read/imports.ts";
import { modulesByKey } from "../read/dynamic.ts";
import { attributesOf } from "../read/expressions.ts";
import { isInFunction, placeOf } from "../read/place.ts";
import type { Reading } from "../read.ts";
import type { Reference, Variable } from "../scopes/scope.ts";
import type { Desk, Group } from "./group.ts";

type Importing = Listed | Namespace | Starred;

/** Leaves to a person what takes away the import that loads a module which the file has through its package; others than the file ask the project. */
export function withLoaded(desk: Desk, groups: readonly Group[]): readonly Group[] {
  const { reading } = desk;
  if (reading.file.isStub) return groups;
  const importing = new Map<Fact, Importing>(reading.taken.flatMap((taken) => (taken.how === "member" ? [] : [[taken.fact, taken]])));
  const reliance = new Reliance(desk, importing.values(), groups);
  return groups.map((group) => {
    const fact = group.owner?.fact ?? group.facts.find((each) => importing.has(each));
    const taken = fact && importing.get(fact);
    if (group.doubt !== undefined || !taken || isForTypes(taken.imported)) return group;
    const doubt = reliance.on(taken);
    return doubt === undefined || group.facts.every((each) => loadsToo(desk, each, taken.fact.module)) ? group : { ...group, doubt };
  });
}

/** Whether the file relies on its own imports: many may be asked about. */
class Reliance {
  readonly #desk: Desk;
  readonly #answers = new Map<ModuleKey, string | undefined>();
  readonly #mended: ReadonlySet<Fact>;
  /** What the imports load that stay. */
  readonly #staying: readonly string[];
  /** By their last parts, the texts that lead to what the file has without an import of its own. */
  #passed: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(desk: Desk, importing: Iterable<Importing>, groups: readonly Group[]) {
    this.#desk = desk;
    this.#mended = new Set(groups.flatMap(({ facts, doubt }) => (doubt === undefined ? facts : [])));
    const taken = new Map(Array.from(importing, (each) => [each.imported, each]));
    const stays = (imported: ImportedName): boolean => !isForTypes(imported) && !isInFunction(imported.statement) && !goes(desk, taken.get(imported));
    this.#staying = [...new Set(desk.reading.imports.filter(stays).flatMap(loadedBy))];
  }

  on({ fact }: Importing): string | undefined {
    const { module } = fact;
    if (!this.#answers.has(module)) this.#answers.set(module, this.#find(fact));
    return this.#answers.get(module);
  }

  #find(fact: Importing["fact"]): string | undefined {
    const { reading } = this.#desk;
    const { ports } = reading;
    const replacement = this.#desk.replacementOf(fact);
    const instead = typeof replacement === "string" ? [] : ancestors(replacement.specifier);
    const going = ancestors(fact.specifier);
    const names = new Set(going.map(lastOf));
    const loaded = new Set([...instead, ...this.#staying].filter((text) => names.has(lastOf(text))).map((text) => ports.moduleKey(text)));
    const unloaded = new Set(going.map((text) => ports.moduleKey(text)).filter((module) => !loaded.has(module)));
    if (!unloaded.has(fact.module)) return undefined;
    this.#passed ??= byKey([...passedTexts(reading, this.#mended), ...modulesByKey(reading.file)], lastOf);
    const passed = [...names].flatMap((name) => this.#passed?.get(name) ?? []);
    return passed.some((text) => unloaded.has(ports.moduleKey(text))) ? `this file relies on this import to load "${fact.specifier}"` : undefined;
  }
}

/** What the file has as attributes of packages, by texts that lead there; what is changed with its module is left out. */
function* passedTexts(reading: Reading, mended: ReadonlySet<Fact>): Iterable<string> {
  const changed = new Set<Reference>();
  /** By variable, the texts of modules that are changed where they stand. */
  const moved = new Map<Variable, Set<string>>();
  for (const taken of reading.taken) {
    if (!mended.has(taken.fact)) continue;
    if (taken.how === "member" && taken.reference) changed.add(taken.reference);
    if (taken.how === "namespace" && taken.variable) moved.set(taken.variable, (moved.get(taken.variable) ?? new Set()).add(taken.fact.specifier));
  }
  const begun = new Map<Variable, Set<string>>();
  for (const imported of reading.imports) {
    const variable = imported.kind === "star" ? undefined : reading.variableAt(imported.node);
    if (!variable || imported.kind === "star") continue;
    const specifier = specifierOf(imported);
    const start = imported.kind === "name" ? below(specifier, imported.name) : imported.alias === undefined ? imported.local : specifier;
    // Many imports may put one package there.
    const starts = begun.get(variable) ?? new Set();
    if (starts.has(start)) continue;
    begun.set(variable, starts.add(start));
    for (const reference of variable.references) {
      if (changed.has(reference)) continue;
      let text = start;
      const texts = attributesOf(reference.node).map(({ attribute }) => (text = below(text, attribute.name)));
      if (![start, ...texts].some((each) => moved.get(variable)?.has(each) === true)) yield* texts;
    }
  }
}

/** The module that an import names, what it takes of it, and all that is around. */
function loadedBy(imported: ImportedName): readonly string[] {
  const specifier = specifierOf(imported);
  return [...ancestors(specifier), ...(imported.kind === "name" ? [below(specifier, imported.name)] : [])];
}

function lastOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf(".") + 1);
}

/** A dotted text and those around it. */
function ancestors(specifier: string): readonly string[] {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  const parts = rest === "" ? [] : rest.split(".");
  return [...parts.keys()].map((index) => dots + parts.slice(0, index + 1).join("."));
}

function isForTypes(imported: Importing["imported"]): boolean {
  return "statement" in imported && placeOf(imported.statement).typeChecking;
}

/** Whether the import, or all that refers to it, is to be changed. */
function goes(desk: Desk, taken: Importing | undefined): boolean {
  const isOrdered = (fact: Fact): boolean => (desk.order(fact)?.action ?? "keep") !== "keep";
  if (!taken) return false;
  if (isOrdered(taken.fact)) return true;
  if (taken.how !== "namespace" || taken.references.length === 0) return false;
  const changed = new Set(taken.members.flatMap(({ fact, reference }) => (isOrdered(fact) ? [reference] : [])));
  return taken.references.every((reference) => changed.has(reference));
}

/** Whether what takes the place of the fact loads the module as well. */
function loadsToo(desk: Desk, fact: Fact, module: ModuleKey): boolean {
  const replacement = desk.replacementOf(fact);
  return typeof replacement !== "string" && desk.reading.ports.loadsAlong(replacement.module, module);
}
