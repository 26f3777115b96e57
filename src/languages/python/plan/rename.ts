/** Plans a rename or a move with the same signature: import and all references are changed together. */
import type { Fact } from "../../../policy/facts.ts";
import type { Replacement } from "../../adapter.ts";
import { replaced } from "../../pieces.ts";
import type { Listed, Use } from "../model.ts";
import { placeOf } from "../read/place.ts";
import { specifierOf } from "../read/imports.ts";
import { refuse } from "./group.ts";
import type { Addition, Desk, Planned } from "./group.ts";
import { attribute, isCertain } from "./members.ts";
import { isHiddenByStar, isPrivate, symbolOf } from "./names.ts";

/** Plans an import by name, without call shapes. */
export function planRename(desk: Desk, taken: Listed, replacement: Replacement): Planned {
  const { variable, uses, imported } = taken;
  // A use that may read something else too has the fact of whichever import stands first.
  const isChanging = ({ fact }: Use): boolean => (desk.order(fact)?.action ?? (taken.isShared ? "replace" : "keep")) === "replace";
  const wanted = uses.filter(isChanging);
  const isExported = isExportKept(desk, taken);
  const isKept = isExported || wanted.length < uses.length;
  // Where the old name stays for some, what may read a class's attribute of that name goes on doing so.
  const changing = isKept ? wanted.filter(({ reference }) => isCertain(reference, variable)) : wanted;
  const facts = [taken.fact, ...uses.map(({ fact }) => fact)];
  if (!variable) return refuse(facts, "its binding can't be followed");
  if (isPrivate(replacement.name, variable.scope)) return refuse(facts, `within a class \`${replacement.name}\` is another name`);
  const fallback = whichFallback(desk, taken, replacement);
  if (fallback !== undefined) return refuse(facts, fallback);
  if (isKept && changing.length === 0) return refuse(facts, "every use of it is kept by a disable comment");
  if (taken.isShared && isKept) return refuse(facts, "some uses of it are kept by a disable comment");

  const repeats = imported.alias === imported.name;
  if (repeats && isMuted(desk, taken, replacement)) return refuse(facts, `in a stub \`${replacement.name} as ${imported.name}\` lets nothing out`);
  // Whatever else is bound to the name, or asks for it, goes on doing so.
  const isHeld = desk.held(taken) !== undefined || taken.isShared || repeats;
  const isNeeded = uses.length > 0 || isHeld || isProbed(taken);
  // What only goes takes no name from others.
  const local = isNeeded ? localName(desk, taken, changing, replacement, { isHeld, isKept }) : { name: variable.name, isExisting: false };
  if (local === undefined) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const left = isKept ? undefined : desk.whyLeft(taken);
  if (left !== undefined && (local.name === variable.name || uses.length === 0)) return refuse(facts, left);
  const isGone = !isKept && left === undefined;
  const pieces = local.name === variable.name ? [] : changing.map(({ reference }) => replaced(reference.node, local.name));
  const addition: Addition | undefined =
    local.isExisting || !isNeeded
      ? undefined
      : {
          specifier: replacement.specifier,
          module: replacement.module,
          name: replacement.name,
          // A private name of a class is written without what makes it one.
          local: local.name === variable.name ? imported.local : local.name,
          repeats,
          at: imported.statement,
          item: isGone ? imported.node : undefined,
          joins: isRebound(taken) ? "none" : isHeld ? "above" : "any",
        };
  const isSure = !isKept && !desk.isDoubted(taken);
  if (isSure && addition) desk.names.noteMoved(replacement, local.name, variable, imported.statement);
  if (isSure && addition?.local !== variable.name) desk.names.noteFreed(variable);
  return {
    groups: [
      {
        facts: [...(isGone ? [taken.fact] : []), ...changing.map(({ fact }) => fact), ...(isKept ? [] : exportsAlong(desk, taken))],
        owner: taken,
        keepsOwner: isExported,
        consumes: changing.map(({ reference }) => reference.node),
        pieces,
        additions: addition ? [addition] : [],
      },
    ],
    refused: new Map<Fact, string>([
      ...(changing === wanted ? [] : wanted.filter(({ reference }) => !isCertain(reference, variable)).map((use) => [use.fact, attribute] as const)),
      ...(left === undefined ? [] : [[taken.fact, left] as const]),
    ]),
  };
}

/** Whether a stub lets a name out by an alias that repeats it, and would no longer, since the new name is another. */
function isMuted({ reading }: Desk, { imported }: Listed, { name }: Replacement): boolean {
  return reading.file.isStub && name !== imported.name && !reading.all.names.has(imported.name);
}

/** Whether something else than this import, further up or down, binds the name, or unbinds it. */
function isRebound({ variable, imported }: Listed): boolean {
  return variable === undefined || variable.declarations.length > 0 || variable.bindings.some(({ node, kind }) => node !== imported.node && kind !== "annotation");
}

/** Entries of `__all__` that let the symbol out: they keep their name, and give the canonical symbol. */
function exportsAlong(desk: Desk, { fact, variable }: Listed): readonly Use["fact"][] {
  return desk.reading.exportedAs(variable?.name ?? "").flatMap(({ fact: exported }) => {
    if (exported.module !== fact.module || exported.name !== fact.name) return [];
    return desk.order(exported)?.action === "replace" && typeof desk.replacementOf(exported) !== "string" ? [exported] : [];
  });
}

/** Whether a disable comment keeps an entry of `__all__` that lets the symbol out. */
function isExportKept(desk: Desk, { fact, variable }: Listed): boolean {
  const exported = variable?.scope.kind === "module" ? desk.reading.exportedAs(variable.name) : [];
  return exported.some((each) => each.fact.module === fact.module && each.fact.name === fact.name && desk.order(each.fact)?.action === "keep");
}

interface Bound {
  readonly isHeld: boolean;
  /** Some uses stay as they are, so that the old import does too. */
  readonly isKept: boolean;
}

function localName(
  desk: Desk,
  { variable, imported }: Listed,
  changing: readonly Use[],
  replacement: Replacement,
  { isHeld, isKept }: Bound,
): { readonly name: string; readonly isExisting: boolean } | undefined {
  if (!variable) return undefined;
  const spots = changing.map(({ reference }) => reference);
  const existing = isHeld && !isKept ? undefined : desk.names.existing(replacement, spots, imported.statement);
  if (existing !== undefined) return { name: existing, isExisting: true };
  const keep = { name: variable.name, isExisting: false };
  const isAliased = imported.alias !== undefined;
  if (!isKept && (isHeld || isAliased || replacement.name === variable.name || !replacement.renames)) return keep;
  const symbol = symbolOf(replacement);
  const isHidden = isHiddenByStar(desk.reading, replacement.name, variable.scope, imported.statement.range[0]);
  if (!isHidden && desk.names.free(replacement.name, variable.scope, spots, symbol)) {
    desk.names.take(replacement.name, variable.scope, spots, symbol);
    return { name: replacement.name, isExisting: false };
  }
  // What takes the name may be an import of the same symbol, by another way.
  const moved = desk.names.moved(replacement, spots, imported.statement);
  if (moved === replacement.name) return { name: moved, isExisting: true };
  return isKept ? undefined : keep;
}

/** An import that nobody uses may be there to try whether it can be made. */
export function isProbed({ imported }: Listed): boolean {
  return placeOf(imported.statement).tries.some(({ part }) => part === "body");
}

/** Why an import whose name is bound elsewhere too is left: beside one of the canonical symbol it is there for when that one fails. */
function whichFallback(desk: Desk, { variable, imported, isShared }: Listed, replacement: Replacement): string | undefined {
  if (!variable || !isShared) return undefined;
  const others = new Set(variable.bindings.map(({ node }) => node).filter((node) => node !== imported.node));
  const isCanonical = desk.reading.imports.some(
    (each) => each.kind === "name" && others.has(each.node) && desk.reading.ports.moduleKey(specifierOf(each)) === replacement.module,
  );
  return isCanonical ? `it is the fallback beside "${replacement.specifier}"` : undefined;
}
