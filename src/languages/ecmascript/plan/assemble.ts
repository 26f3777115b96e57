/** Puts groups together: what their uses leave of the lists of imports, and what is to be imported instead. */
import { replaced } from "../../pieces.ts";
import type { Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import type { Piece } from "../../compose.ts";
import { Type } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { add, dropDoubles, isSame, isWhole } from "./additions.ts";
import { isTakenApart } from "./apart.ts";
import { isUsedElsewhere } from "./elsewhere.ts";
import type { Addition, Group } from "./group.ts";
import { endOf } from "../rewrite/remove.ts";
import { requoted } from "./in-place.ts";
import { behind, withItems, withoutItems, withoutStatement } from "./list-edits.ts";
import { widest, widestLike } from "./layout.ts";
import { canHold, isPlain, isTypeList, itemText, listOf, listsOf, statementText } from "./lists.ts";
import type { Lists, NameList } from "./lists.ts";
import { isLoadedWith } from "./loads.ts";
import { lineBreak, indentBefore } from "../../text-lines.ts";
import { withOrphans } from "./orphans.ts";
import { isIn } from "./parts.ts";
import { bareImports } from "./still-loaded.ts";
import type { Ties } from "./ties.ts";
import { without } from "./without.ts";

/** All pieces of some groups, and the imports that go with them. */
export interface Assembled {
  readonly pieces: readonly Piece[];
  readonly gone: ReadonlySet<Taken>;
}

interface Work {
  readonly list: NameList;
  readonly gone: Map<Node, Taken>;
  readonly additions: Addition[];
  /** Names of other lists that join this one. */
  readonly joined: Addition[];
  /** Names of other lists that join the statement that this one's additions make. */
  readonly guests: Addition[];
  /** How long a line may get by names that join: as those lists have it that they come from. */
  most: number;
}

/**
 * @param groups all of them are made; those that share an import decide together whether it goes
 */
export function assemble(reading: Reading, groups: readonly Group[], ties: Ties): Assembled {
  const pieces = groups.flatMap((group) => group.pieces);
  const parts = withOrphans(reading, groups.flatMap(({ removes }) => removes ?? []), ties);
  pieces.push(...without(reading.source, parts, (statement) => ties.loading.has(statement)));
  const consumes = new Set(groups.flatMap((group) => group.consumes));
  const consumed = (node: Node): boolean => consumes.has(node) || isIn(parts, node) || isTakenApart(node, parts);
  // An import whose place another one takes under the same name.
  const renewed = new Set(groups.flatMap(({ owner, addition }) => (owner && owner.how !== "member" && addition?.local === owner.variable?.name ? [owner] : [])));
  const isMissed = (owner: Taken): boolean => owner.how !== "member" && !renewed.has(owner) && isUsedElsewhere(reading, owner);
  const gone = new Set<Taken>();
  const works = new Map<Node, Work>();
  const workOf = (list: NameList): Work => {
    const known = works.get(list.statement);
    if (known) return known;
    const work: Work = { list, gone: new Map(), additions: [], joined: [], guests: [], most: widest };
    works.set(list.statement, work);
    return work;
  };
  for (const { owner, addition } of [...groups, ...servants(reading, parts)]) {
    const list = owner && listOf(owner);
    if (!list) continue;
    const work = workOf(list);
    if (!gone.has(owner) && !ties.stays(owner) && isLeft(owner, consumed) && !isMissed(owner)) {
      gone.add(owner);
      work.gone.set(owner.node, owner);
    }
    if (addition) add(work.additions, addition);
  }
  dropDoubles([...works.values()]);
  const hosts: Work[] = [];
  const lists = listsOf(reading);
  for (const work of [...works.values()].sort(inText))
    join(reading, lists, work, workOf, hosts);
  let known: Map<string, number> | undefined;
  // Most files have nothing that is to be loaded still.
  const bare = (): Map<string, number> => (known ??= bareImports(reading.source));
  for (const work of [...works.values()].sort(inText)) pieces.push(...written(reading, work, (taken) => ties.runs(taken), bare));
  return { pieces, gone };
}

function inText(one: Work, other: Work): number {
  return one.list.statement.range[0] - other.list.statement.range[0];
}

/** The imports that what goes refers to, but for those that are a part of it. */
function servants(reading: Reading, parts: readonly Node[]): readonly Pick<Group, "owner" | "addition">[] {
  if (parts.length === 0) return [];
  return reading.taken
    .filter((taken) => referencesTo(taken).some((node) => isIn(parts, node)) && !isIn(parts, taken.node))
    .map((owner) => ({ owner }));
}

function referencesTo(taken: Taken): readonly Node[] {
  if (taken.how === "listed") return taken.uses.map(({ node }) => node);
  return taken.how === "namespace" ? taken.references : [];
}

/** Whether nobody refers to the import any longer. A namespace that nobody used before is not ours to drop. */
function isLeft(owner: Taken, consumed: (node: Node) => boolean): boolean {
  const references = referencesTo(owner);
  if (owner.how === "listed" ? !owner.variable : owner.how !== "namespace" || references.length === 0) return false;
  return references.every(consumed);
}

/**
 * Moves additions to lists that the file already has for their module, else to the statement that an earlier list's
 * additions make for it.
 * @param hosts works whose additions make new statements; this one joins them if any are left to it
 */
function join(reading: Reading, lists: Lists, work: Work, workOf: (list: NameList) => Work, hosts: Work[]): void {
  const left: Addition[] = [];
  for (const addition of work.additions) {
    if (isWhole(addition, work.list)) {
      left.push(addition);
      continue;
    }
    // A list that stays and is of that very module keeps the name, whatever other lists there are.
    if (addition.replacement.module === work.list.holder.module && work.gone.size < work.list.items.length) {
      left.push(addition);
      continue;
    }
    const target = [...lists.of(addition.replacement)].find((list) => list.statement !== work.list.statement && canHold(reading.source, list, addition, work.list));
    const host = target && workOf(target);
    if (host) {
      add(host.joined, addition);
      host.most = Math.min(host.most, widestLike(reading.source, work.list));
    } else if (!joinHost(reading, hosts, work, addition)) left.push(addition);
  }
  work.additions.splice(0, work.additions.length, ...left);
  if (left.length > 0) hosts.push(work);
}

function joinHost(reading: Reading, hosts: readonly Work[], work: Work, addition: Addition): boolean {
  if (addition.replacement.module === work.list.holder.module) return false;
  for (const host of hosts) {
    const peers = host.additions.filter((other) => other.replacement.module === addition.replacement.module && !isWhole(other, host.list));
    const [peer] = peers;
    if (!peer || peer.replacement.module === host.list.holder.module) continue;
    if (host.list.form !== work.list.form || host.list.statement.parent !== work.list.statement.parent || !isLoadedWith(reading.source, host.list, work.list)) continue;
    const same = host.additions.findIndex((other) => isSame(other, addition));
    const known = host.additions[same];
    if (known) {
      if (known.typeOnly && !addition.typeOnly) host.additions[same] = { ...known, typeOnly: false };
      return true;
    }
    // Who keeps types apart goes on doing so; and in `import type` a value has no place.
    if (isTypeList(host.list) !== isTypeList(work.list)) continue;
    add(host.guests, addition);
    return true;
  }
  return false;
}

function written(reading: Reading, { list, gone, additions, joined, guests, most }: Work, runs: (taken: Taken) => boolean, bare: () => Map<string, number>): Piece[] {
  const { source } = reading;
  const inPlace = additions.filter((addition) => addition.replacement.module === list.holder.module && !isWhole(addition, list) && holdsNames(list));
  const elsewhere = additions.filter((addition) => !inPlace.includes(addition));
  const removed = new Set(gone.keys());
  const pieces: Piece[] = [];
  const appended = [...joined];
  for (const addition of inPlace) {
    const item = addition.item ?? [...removed].find((node) => isPlain(node));
    if (item && removed.delete(item)) pieces.push(...rewrittenItem(list, item, addition));
    else appended.push(addition);
  }
  pieces.push(...withItems(source, list, removed, appended, most));
  const emptied = removed.size === list.items.length && appended.length === 0 && inPlace.length === 0;
  if (!emptied) {
    if (removed.size > 0) pieces.push(...withoutItems(source, list.items, removed));
    return [...pieces, ...behind(source, list.statement, newStatements(reading, list, [...elsewhere, ...guests]))];
  }
  const [start] = list.statement.range;
  // One bare import of a module is enough, if it comes first.
  const isLoaded = (): boolean => list.form === "import" && (bare().get(list.holder.specifier) ?? start) < start;
  const stays = [...gone.values()].some(runs) && !isLoaded();
  if (stays) bare().set(list.holder.specifier, start);
  if (elsewhere.length > 0 && !stays) {
    const isFull = guests.length > 0 && isTypeList(list) && list.items.some(({ type }) => type === Type.ImportDefaultSpecifier);
    const moved = isFull || guests.some(({ replacement }) => replacement.module !== elsewhere[0]?.replacement.module)
      ? undefined
      : movedInPlace(list, elsewhere, gone);
    if (moved) return [...pieces, ...moved, ...withItems(source, list, new Set(), guests)];
  }
  return [...pieces, ...replacedStatement(reading, list, [...elsewhere, ...guests], stays)];
}

/** `import { a } from "old"` becomes `import { b } from "new"`: names and specifier are changed, all else stays. */
function movedInPlace(list: NameList, additions: readonly Addition[], gone: ReadonlyMap<Node, Taken>): Piece[] | undefined {
  const [first] = additions;
  if (!first || additions.length !== list.items.length || additions.some((addition) => isWhole(addition, list))) return undefined;
  if (isTypeList(list) && additions.some(({ typeOnly }) => !typeOnly)) return undefined;
  const items = additions.map(({ item }, index) => item ?? (additions.length === 1 ? [...gone.keys()][index] : undefined));
  const pieces: Piece[] = [];
  for (const [index, addition] of additions.entries()) {
    const item = items[index];
    if (!item || addition.replacement.module !== first.replacement.module) return undefined;
    if (item.type === Type.ImportDefaultSpecifier && addition.replacement.name === "default") continue;
    if (item.type === Type.ImportDefaultSpecifier && list.items.length === 1) {
      pieces.push(replaced(item, `{ ${itemText("import", addition, isTypeList(list))} }`));
      continue;
    }
    if (!isPlain(item) || addition.replacement.name === "default") return undefined;
    pieces.push(...rewrittenItem(list, item, addition));
  }
  if (new Set(items).size !== items.length) return undefined;
  for (const literal of [list.holder.literal, ...list.types]) pieces.push(requoted(literal, first.replacement.specifier));
  return pieces;
}

/** A whole module, in a namespace or a variable, has no place for a name beside it. */
function holdsNames({ items }: NameList): boolean {
  return items.every((item) => isPlain(item) || item.type === Type.ImportDefaultSpecifier);
}

function rewrittenItem(list: NameList, item: Node, addition: Addition): Piece[] {
  return [replaced(item, itemText(list.form, addition, isTypeList(list)))];
}

function newStatements(reading: Reading, list: NameList, additions: readonly Addition[]): string[] {
  const alone = additions.filter((addition) => isWhole(addition, list));
  const named = additions.filter((addition) => !alone.includes(addition));
  const modules = new Set(named.map(({ replacement }) => replacement.module));
  const together = [...modules].map((module) => named.filter(({ replacement }) => replacement.module === module));
  return [...alone.map((addition) => [addition]), ...together].map((each) => statementText(reading.source, list, each));
}

function replacedStatement(reading: Reading, list: NameList, additions: readonly Addition[], stays: boolean): Piece[] {
  const { source } = reading;
  const statements = newStatements(reading, list, additions);
  const [start] = list.statement.range;
  const end = endOf(source, list.statement);
  if (stays) {
    const semicolon = source.text.slice(start, end).endsWith(";") ? ";" : "";
    const awaited = list.form === "dynamic" ? "await " : "";
    // With its attributes.
    const loading = list.form === "import" ? `import ${source.text.slice(list.holder.literal.range[0], end)}` : `${awaited}${source.getText(list.holder.node)}${semicolon}`;
    statements.unshift(loading);
  }
  if (statements.length === 0) return [withoutStatement(source, list.statement)];
  const separator = lineBreak(source.text) + indentBefore(source.text, list.statement.range[0]);
  return [replaced({ range: [start, end] }, statements.join(separator))];
}
