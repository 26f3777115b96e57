/**
 * A module that is had as an attribute of its package is there because some import has loaded it. Where that import goes, who has
 * the module so finds it no longer.
 */
import type { Fact, ModuleKey } from "../../../policy/facts.ts";
import { below } from "../facts/chains.ts";
import type { Listed, Namespace, Starred } from "../model.ts";
import { specifierOf } from "../read/imports.ts";
import type { ImportedName } from "../read/imports.ts";
import { isInFunction, placeOf } from "../read/place.ts";
import type { Reading } from "../read.ts";
import type { Desk, Group } from "./group.ts";

/** Leaves to a person what takes away the import that loads a module which somebody has through its package. */
export function withLoaded(desk: Desk, groups: readonly Group[]): readonly Group[] {
  const { reading } = desk;
  if (reading.file.isStub) return groups;
  const importing = new Map<Fact, Listed | Namespace | Starred>(reading.taken.flatMap((taken) => (taken.how === "member" ? [] : [[taken.fact, taken]])));
  const mended = new Set(groups.flatMap(({ facts, doubt }) => (doubt === undefined ? facts : [])));
  const doubts = new Map<ModuleKey, string | undefined>();
  return groups.map((group) => {
    const fact = group.owner?.fact ?? group.facts.find((each) => importing.has(each));
    const taken = fact && importing.get(fact);
    if (group.doubt !== undefined || !taken || isForTypes(taken.imported)) return group;
    const { module } = taken.fact;
    if (!doubts.has(module)) doubts.set(module, whyLoaded(desk, module, mended));
    const doubt = doubts.get(module);
    return doubt === undefined || group.facts.every((each) => loadsToo(desk, each, module)) ? group : { ...group, doubt };
  });
}

function whyLoaded(desk: Desk, module: ModuleKey, mended: ReadonlySet<Fact>): string | undefined {
  const { reading } = desk;
  // By an import of something else, or of the module's package.
  const isPassed = reading.taken.some((taken) => taken.how === "member" && taken.fact.module === module && taken.reference && taken.namespace?.fact.module !== module && !mended.has(taken.fact));
  if (!isPassed || reading.imports.some((imported) => isOf(reading, imported, module) && !isForTypes(imported) && !isInFunction(imported.statement) && !goes(desk, imported))) return undefined;
  return "this file has the old module as an attribute of its package, and nothing else would load it";
}

/** Whether the import loads the module. */
function isOf({ ports }: Reading, imported: ImportedName, module: ModuleKey): boolean {
  const specifier = specifierOf(imported);
  return ports.moduleKey(specifier) === module || (imported.kind === "name" && ports.moduleKey(below(specifier, imported.name)) === module);
}

function isForTypes(imported: (Listed | Namespace | Starred)["imported"]): boolean {
  return "statement" in imported && placeOf(imported.statement).typeChecking;
}

/** Whether the import, or all that refers to it, is to be changed. */
function goes(desk: Desk, imported: ImportedName): boolean {
  const isOrdered = (fact: Fact): boolean => (desk.order(fact)?.action ?? "keep") !== "keep";
  const taken = desk.reading.taken.find((each) => each.how !== "member" && each.imported === imported);
  if (!taken || taken.how === "member") return false;
  if (isOrdered(taken.fact)) return true;
  if (taken.how !== "namespace" || taken.references.length === 0) return false;
  const { members } = taken;
  return taken.references.every((reference) => members.some((member) => member.reference === reference && isOrdered(member.fact)));
}

/** Whether what takes the place of the fact loads the module as well. */
function loadsToo(desk: Desk, fact: Fact, module: ModuleKey): boolean {
  const replacement = desk.replacementOf(fact);
  return typeof replacement !== "string" && desk.reading.ports.loadsAlong(replacement.module, module);
}
