/** What is written where an import loses names, or its module. */
import type { ModuleKey } from "../../../policy/facts.ts";
import type { Piece } from "../../compose.ts";
import { replaced } from "../../pieces.ts";
import type { PyImportFrom } from "../tree/statements.ts";
import type { Work } from "./assemble.ts";
import type { Addition, ImportItem } from "./group.ts";
import { listText, withItems, withoutItems } from "../edits/lists.ts";
import type { CommaList } from "../edits/lists.ts";
import { indentOf } from "../edits/layout.ts";
import { beforeStatement, behindStatement, insteadOf } from "./statements.ts";

/** The edits of one statement, and whether it is to go altogether. */
export interface Written {
  readonly pieces: readonly Piece[];
  readonly isEmptied: boolean;
}

/**
 * @param module the module that the statement is of; nothing that a plain `import` could share
 * @param isRemoved whether the statement goes in any case
 */
export function written(text: string, work: Work, module: ModuleKey, isRemoved: boolean): Written {
  const { statement, gone, loads } = work;
  const [additions, joined] = [[...work.additions.values()], work.joined.values()];
  const list: CommaList = { text, items: statement.names, isEnclosed: statement.type === "PyImportFrom" && statement.hasParentheses };
  const isFrom = statement.type === "PyImportFrom" && !statement.star;
  const isInPlace = (addition: Addition): boolean => isFrom && addition.module === module;
  const elsewhere = byModule(additions.filter((addition) => !isInPlace(addition)));
  const loading = [...loads];
  const statements = (lists: typeof elsewhere): readonly string[] => lists.map((additions) => statementText(additions, list, statement.range[0]));
  const own = [...additions.filter(isInPlace), ...joined];
  if (!isRemoved && (gone.size === 0 || gone.size < statement.names.length || own.length > 0)) {
    return { pieces: [...changed(list, gone, own), ...behindStatement(text, statement, statements(elsewhere))], isEmptied: false };
  }
  const [first, ...others] = elsewhere;
  if (!first && loading.length === 0) return { pieces: [], isEmptied: true };
  if (!first || !isFrom) return { pieces: insteadOf(text, statement, [...loading, ...statements(elsewhere)]), isEmptied: false };
  return { pieces: [...beforeStatement(text, statement, loading), ...moved(statement, list, first), ...behindStatement(text, statement, statements(others))], isEmptied: false };
}

function byModule(additions: readonly Addition[]): readonly (readonly [Addition, ...Addition[]])[] {
  const lists = new Map<string, [Addition, ...Addition[]]>();
  for (const addition of additions) {
    const known = lists.get(addition.specifier);
    if (known) known.push(addition);
    else lists.set(addition.specifier, [addition]);
  }
  return [...lists.values()];
}

function itemText({ name, local, repeats = false }: Addition): string {
  return name === local && !repeats ? name : `${name} as ${local}`;
}

/**
 * `from m import a, b as c`, laid out as the list that the names were in; where there is no module to take it from, `import a as c`.
 * @param start of the statement that has that list
 */
function statementText(additions: readonly [Addition, ...Addition[]], list: CommaList, start: number): string {
  const names = additions.map(itemText);
  const { specifier } = additions[0];
  if (specifier === "") return `import ${names.join(", ")}`;
  const head = `from ${specifier} import `;
  return head + listText(list, names, indentOf(list.text, start) + head);
}

/** The list loses `gone`, but for items whose place one of `added` takes; what is left of those is appended. */
function changed(list: CommaList, gone: ReadonlySet<ImportItem>, added: readonly Addition[]): Piece[] {
  const { items } = list;
  const removed = new Set(gone);
  const pieces: Piece[] = [];
  const appended: Addition[] = [];
  for (const addition of added) {
    const { item } = addition;
    if (item && removed.delete(item)) pieces.push(replaced(item, itemText(addition)));
    else appended.push(addition);
  }
  // Of a list that loses all of its names, the first one's place is taken.
  if (removed.size === items.length) {
    const [first] = removed;
    const addition = appended.shift();
    if (first && addition) {
      removed.delete(first);
      pieces.push(replaced(first, itemText(addition)));
    }
  }
  const last = items.findLast((item) => !isIn(removed, item));
  if (last) pieces.push(...withItems(list, last, appended.map(itemText)));
  if (removed.size > 0) pieces.push(...withoutItems(list, removed));
  return pieces;
}

function isIn(items: ReadonlySet<object>, item: object): boolean {
  return items.has(item);
}

/** `from old import a` becomes `from new import b`: names and module are changed, all else stays. */
function moved(statement: PyImportFrom, list: CommaList, additions: readonly [Addition, ...Addition[]]): Piece[] {
  const { specifier } = additions[0];
  if (specifier === "") return [replaced(statement, statementText(additions, list, statement.range[0]))];
  return [replaced(statement.module, specifier), ...changed(list, new Set(statement.names), additions)];
}
