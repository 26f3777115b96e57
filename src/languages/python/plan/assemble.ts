/** Puts groups together: what their uses leave of the imports, and what is to be imported instead. */
import type { Piece } from "../../compose.ts";
import type { Listed, Namespace } from "../model.ts";
import { placeOf } from "../read/place.ts";
import type { Reading } from "../read.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { Addition, Group, ImportItem, ImportStatement } from "./group.ts";
import { written } from "./import-edits.ts";
import { isHiddenByStar } from "./names.ts";
import { unlisting } from "./removal.ts";
import { blockOf, isImport, onlyImportsBetween, withoutStatements } from "./statements.ts";

/** All pieces of some groups, and the imports that go with them. */
export interface Assembled {
  readonly pieces: readonly Piece[];
  readonly gone: ReadonlySet<Listed | Namespace>;
}

/** Names to import, each once: by what they are. */
type Additions = Map<string, Addition>;

/** What becomes of one statement that imports. */
export interface Work {
  readonly statement: ImportStatement;
  readonly gone: Set<ImportItem>;
  readonly additions: Additions;
  /** Names of other statements that join this one. */
  readonly joined: Additions;
  /** Statements that go on loading modules, since that does something. */
  readonly loads: Set<string>;
}

/** What holds an import beyond the references to it. */
export interface Ties {
  stays(taken: Listed | Namespace): boolean;
  /** The statement that loads the module, where that has to be done even when nothing is taken from it. */
  loads(taken: Listed | Namespace): string | undefined;
}

/** @param groups all of them are made; those that share an import decide together whether it goes */
export function assemble(reading: Reading, groups: readonly Group[], ties: Ties): Assembled {
  const { text } = reading.file;
  const pieces = groups.flatMap((group) => group.pieces);
  const consumed = new Set(groups.flatMap((group) => group.consumes));
  const gone = new Set<Listed | Namespace>();
  const kept = new Set(groups.flatMap(({ owner, keepsOwner }) => (owner && keepsOwner === true ? [owner] : [])));
  const works = new Map<ImportStatement, Work>();
  const workOf = (statement: ImportStatement): Work => {
    const known = works.get(statement);
    if (known) return known;
    const work: Work = { statement, gone: new Set(), additions: new Map(), joined: new Map(), loads: new Set() };
    works.set(statement, work);
    return work;
  };
  for (const { owner, additions = [], drops = [] } of groups) {
    for (const addition of additions) add(workOf(addition.at).additions, addition);
    for (const item of drops) if (isImport(item.parent)) workOf(item.parent).gone.add(item);
    const item = owner && itemOf(owner);
    if (!item || !isImport(item.parent) || gone.has(owner) || kept.has(owner) || ties.stays(owner) || !isLeft(owner, consumed)) continue;
    gone.add(owner);
    const work = workOf(item.parent);
    work.gone.add(item);
    const loaded = ties.loads(owner);
    if (loaded !== undefined) work.loads.add(loaded);
  }
  const inOrder = [...works.values()].sort((one, other) => one.statement.range[0] - other.statement.range[0]);
  loadOnce(inOrder);
  const hosts = new Map<PyNode, Work[]>();
  for (const work of inOrder) join(reading, work, workOf, hosts);
  const removed = new Set(groups.flatMap(({ removes }) => removes ?? []));
  for (const work of works.values()) {
    const edit = written(text, work, reading.ports.moduleKey(specifierText(work.statement)), removed.has(work.statement));
    for (const piece of edit.pieces) pieces.push(piece);
    if (edit.isEmptied) removed.add(work.statement);
    else removed.delete(work.statement);
  }
  const unlisted = unlisting(text, groups.flatMap(({ unlists }) => unlists ?? []));
  for (const statement of unlisted.removes) removed.add(statement);
  return { pieces: [...pieces, ...unlisted.pieces, ...withoutStatements(text, removed)], gone };
}

/** The item of a statement that an import is; `undefined` for what is loaded by a call. */
export function itemOf({ imported }: Listed | Namespace): ImportItem | undefined {
  return "kind" in imported ? imported.node : undefined;
}

function specifierText(statement: ImportStatement): string {
  if (statement.type === "PyImport") return "";
  return ".".repeat(statement.module.level) + statement.module.parts.map(({ name }) => name).join(".");
}

/** Whether nobody refers to the import any longer. A module that nobody used before is not ours to drop. */
function isLeft(owner: Listed | Namespace, consumed: ReadonlySet<PyName>): boolean {
  if (!owner.variable) return false;
  if (owner.how === "listed") return owner.uses.every(({ reference }) => consumed.has(reference.node));
  return owner.references.length > 0 && owner.variable.references.every(({ node }) => consumed.has(node));
}

/** In one block a module is loaded once. */
function loadOnce(works: readonly Work[]): void {
  const loaded = new Map<PyNode, Set<string>>();
  for (const { statement, loads } of works) {
    if (loads.size === 0) continue;
    const above = loaded.get(blockOf(statement)) ?? new Set();
    loaded.set(blockOf(statement), above);
    for (const load of loads) {
      if (above.has(load)) loads.delete(load);
      else above.add(load);
    }
  }
}

/** One name is imported once. */
function add(additions: Additions, addition: Addition): void {
  const key = [addition.module, addition.name, addition.local].join("\0");
  const known = additions.get(key);
  if (!known || (addition.item && !known.item)) additions.set(key, addition);
}

/**
 * Moves additions to imports that the file already has of their module, else to the statement that an earlier one's
 * additions make for it.
 * @param hosts works whose additions make new statements, by their block; this one joins them if any are left to it
 */
function join(reading: Reading, work: Work, workOf: (statement: ImportStatement) => Work, hosts: Map<PyNode, Work[]>): void {
  const left: Addition[] = [];
  const block = blockOf(work.statement);
  const around = hosts.get(block) ?? [];
  for (const addition of work.additions.values()) {
    const host = around.find(
      (each) =>
        (addition.joins === "any" || addition.joins === "above") &&
        !isHiddenByStar(reading, addition.local, reading.scopes.module, each.statement.range[0], work.statement.range[0]) &&
        makes(each, addition),
    );
    const target = joinable(reading, work.statement, addition);
    if (target && !works(workOf(target))) add(workOf(target).joined, addition);
    else if (host) add(host.additions, { ...addition, item: undefined });
    else left.push(addition);
  }
  work.additions.clear();
  for (const addition of left) add(work.additions, addition);
  if (left.length === 0) return;
  around.push(work);
  hosts.set(block, around);
}

/** Whether a statement of the addition's module is made of a work's own. */
function makes({ additions }: Work, { module, specifier }: Addition): boolean {
  for (const each of additions.values()) if (each.module === module && each.specifier === specifier) return true;
  return false;
}

/** Whether a statement is itself changed so that it may no longer be of its module. */
function works({ gone, statement }: Work): boolean {
  return gone.size >= statement.names.length;
}

/** An import of the addition's module, in the same block, that has run when the old import would have. */
function joinable(reading: Reading, statement: ImportStatement, { module, joins, local }: Addition): ImportStatement | undefined {
  const block = blockOf(statement);
  // What stands in a `try` stands there on purpose.
  const isGuarded = placeOf(statement).tries.some(({ part }) => part === "body");
  if (isGuarded) return undefined;
  for (const { statement: other } of reading.namesFrom(module)) {
    if (other === statement || other.isLazy !== statement.isLazy || blockOf(other) !== block) continue;
    const isAbove = other.range[0] < statement.range[0];
    if (joins !== "any" && joins !== (isAbove ? "above" : "below")) continue;
    const isHidden = isHiddenByStar(reading, local, reading.scopes.module, other.range[0], statement.range[0]);
    if (isAbove ? !isHidden : onlyImportsBetween(statement, other)) return other;
  }
  return undefined;
}
