/** Plans what is to go: entries of `__all__`, stars, and imports by which a file lets a symbol out. */
import type { Fact } from "../../../policy/facts.ts";
import type { Order } from "../../adapter.ts";
import { grouped } from "../../grouped.ts";
import type { Piece } from "../../compose.ts";
import { cut, replaced } from "../../pieces.ts";
import type { Exported, Listed, Namespace, Starred } from "../model.ts";
import { isBuiltin } from "../rewrite/builtins.ts";
import type { Reference, Variable } from "../scopes/scope.ts";
import type { PyExpression } from "../tree/expressions.ts";
import type { PyNode, PyRange } from "../tree/node.ts";
import { refuse } from "./group.ts";
import type { Desk, Group, Planned, Unlisted } from "./group.ts";
import { behindComma } from "../edits/layout.ts";
import { hasTrailingComma, withoutItems } from "../edits/lists.ts";
import type { CommaList } from "../edits/lists.ts";

const inExpression = "it is a part of an expression";

/** Plans an entry of `__all__`, or another module's list in it. The import that this leaves unused goes too. */
export function planUnlisting(desk: Desk, { fact, entry, site }: Exported, order: Order): Planned {
  const unlisted = entry ? unlistedEntry(entry.node, entry.list) : unlistedModule(site);
  if (!unlisted) return refuse([fact], inExpression);
  const owner = entry && desk.reading.taken.find((taken): taken is Listed | Namespace => isBoundAs(desk, taken, entry.name));
  // A use that stays keeps the import.
  const group: Group = { facts: [fact], owner, keepsOwner: owner && desk.held(owner) !== undefined, consumes: [], pieces: [], unlists: [unlisted], doubt: order.doubt };
  return { groups: [group], refused: new Map() };
}

function isBoundAs({ reading }: Desk, taken: Listed | Namespace | object, name: string): boolean {
  return "variable" in taken && taken.variable !== undefined && taken.variable === reading.scopes.module.variables.get(name);
}

/** An item of a list, or the statement that adds it alone. */
function unlistedEntry(node: PyExpression, list: PyExpression | undefined): Unlisted | undefined {
  if (list?.type === "PyList" || list?.type === "PyTuple" || list?.type === "PySet") return { item: node, list };
  const statement = node.parent?.parent;
  return statement && isStatement(statement) ? { statement } : undefined;
}

/** `__all__ += other.__all__`, `__all__.extend(other.__all__)`, `[*other.__all__]`. */
function unlistedModule(site: PyNode): Unlisted | undefined {
  const { parent } = site;
  if (parent?.type === "PyStarred" && (parent.parent?.type === "PyList" || parent.parent?.type === "PyTuple" || parent.parent?.type === "PySet")) return { item: parent, list: parent.parent };
  const statement = parent?.type === "PyArgument" ? parent.parent : parent;
  return statement && isStatement(statement) && statement.type !== "PyAssignment" ? { statement } : undefined;
}

function isStatement(node: PyNode): boolean {
  return node.parent?.type === "PyStatementLine";
}

/** The pieces that take entries out of their lists, and the statements that go with their last one. */
export function unlisting(text: string, unlisted: readonly Unlisted[]): { readonly pieces: readonly Piece[]; readonly removes: readonly PyNode[] } {
  const pieces: Piece[] = [];
  const removes: PyNode[] = unlisted.flatMap((each) => ("statement" in each ? [each.statement] : []));
  const items = unlisted.flatMap((each) => ("item" in each ? [each] : []));
  const empty: Brackets[] = [];
  for (const group of grouped(items, ({ list }) => list)) {
    const [first] = group;
    if (!first) continue;
    const { list } = first;
    const gone = new Set<PyExpression>(group.map(({ item }) => item));
    const kept = list.items.filter((item) => !gone.has(item));
    const adding = kept.length === 0 && !isBare(list) ? addingStatement(list) : undefined;
    if (adding) removes.push(adding);
    else if (kept.length === 0) empty.push(list);
    else pieces.push(...withoutSome(text, list, gone, kept));
  }
  for (const list of empty) pieces.push(...(withoutOperand(text, list, empty) ?? emptied(text, list)));
  return { pieces, removes };
}

/**
 * Takes a list that is left empty out of a concatenation, where others remain, or a list of the file's own: another module's
 * would not be copied any longer.
 */
function withoutOperand(text: string, list: Brackets, empty: readonly PyExpression[]): Piece[] | undefined {
  const operands = operandsAround(list);
  const left = operands.filter((each) => !empty.includes(each));
  const [only] = left;
  if (!only || left.length < operands.length - 1 || (left.length === 1 && only.type !== "PyList" && only.type !== "PyTuple")) return undefined;
  const at = operands.indexOf(list);
  const [before, after] = [operands[at - 1], operands[at + 1]];
  const [start, end] = list.parenthesized ?? list.range;
  const span: PyRange = before ? [(before.parenthesized ?? before.range)[1], end] : [start, (after?.parenthesized ?? after?.range ?? list.range)[0]];
  return text.slice(...span).includes("#") ? undefined : [cut(...span)];
}

/** The parts of the concatenation that a list is one of. */
function operandsAround(list: PyExpression): readonly PyExpression[] {
  let sum: PyNode | null = list.parent;
  while (sum?.parent?.type === "PyBinary" && sum.parent.left === sum && !sum.parenthesized) sum = sum.parent;
  const operands: PyExpression[] = [];
  for (let node: PyNode | null = sum; node?.type === "PyBinary" && node.operator === "+"; node = node.left) {
    operands.unshift(node.right);
    if (node.left.type !== "PyBinary" || node.left.parenthesized) operands.unshift(node.left);
    if (node.left.parenthesized) break;
  }
  return operands;
}

/** The statement that adds the list as a whole to what there is. */
function addingStatement(list: PyExpression): PyNode | undefined {
  const { parent } = list;
  const statement = parent?.type === "PyArgument" ? parent.parent : parent;
  return (statement?.type === "PyAugmentedAssignment" || statement?.type === "PyCall") && isStatement(statement) ? statement : undefined;
}

type Brackets = Extract<PyExpression, { type: "PyList" | "PyTuple" | "PySet" }>;

/** Whether it is a tuple by its commas alone, the last of which its range does not have. */
function isBare(list: Brackets): boolean {
  return list.type === "PyTuple" && !list.hasParentheses;
}

/** An empty list of the same kind. */
function emptied(text: string, list: Brackets): Piece[] {
  if (list.type === "PySet") return [replaced(list, "set()")];
  if (isBare(list)) return [{ span: [list.range[0], behindComma(text, list.range[1]) ?? list.range[1]], text: () => "()" }];
  const [start, end] = list.range;
  return text.slice(start + 1, end - 1) === "" ? [] : [cut(start + 1, end - 1)];
}

function withoutSome(text: string, list: Brackets, gone: ReadonlySet<PyExpression>, kept: readonly PyExpression[]): Piece[] {
  const isEnclosed = !isBare(list);
  const commas: CommaList = { text, items: list.items, isEnclosed };
  const [only] = kept;
  // A tuple of one item is one by its comma.
  const isLone = list.type === "PyTuple" && kept.length === 1;
  const last = list.items.at(-1);
  if (!isLone || !only || !last || hasTrailingComma(text, last)) return withoutItems(commas, gone);
  const end = (only.parenthesized ?? only.range)[1];
  const before = list.items.filter((item) => item.range[0] < only.range[0]);
  const pieces = before.length > 0 ? withoutItems({ ...commas, items: [...before, only] }, new Set(before)) : [];
  return [...pieces, { span: [end, (last.parenthesized ?? last.range)[1]], text: () => "," }];
}

/**
 * Plans `from m import *`: nothing here may be what it brings in.
 * @param moved the plan of its uses, which then takes the star's place
 */
export function planUnstarring(desk: Desk, starred: Starred, order: Order, moved: Planned): Planned {
  const { fact, imported } = starred;
  const { groups, refused } = moved;
  const mended = new Set(groups.flatMap(({ facts }) => facts));
  const why = whyStarred(desk, starred, order, mended);
  if (why !== undefined) return { groups, refused: new Map([...refused, [fact, why]]) };
  const group: Group = {
    facts: [fact, ...mended],
    consumes: groups.flatMap(({ consumes }) => consumes),
    pieces: groups.flatMap(({ pieces }) => pieces),
    additions: groups.flatMap(({ additions }) => additions ?? []),
    removes: [imported.statement, ...groups.flatMap(({ removes }) => removes ?? [])],
    doubt: order.doubt ?? groups.find(({ doubt }) => doubt !== undefined)?.doubt,
  };
  return { groups: [group], refused };
}

/** Why a star has to stay where the uses in `mended` go by another name. */
function whyStarred(desk: Desk, { fact, uses }: Starred, { replacement }: Order, mended: ReadonlySet<Fact>): string | undefined {
  if ("sideEffects" in replacement && replacement.sideEffects) return `importing "${fact.specifier}" does something`;
  const gone = new Set(uses.flatMap((use) => (mended.has(use.fact) ? [use.reference] : [])));
  const { scopes, all, exported } = desk.reading;
  const names = new Set(desk.reading.ports.deprecatedNames(fact.module));
  // The file, or a class of it, may have bound the name by then, or not yet.
  const mayBe = ({ variable, name }: Reference): boolean => (isUnbound(variable) ? !isBuiltin(name) : names.has(name) && (variable?.scope.kind === "module" || variable?.scope.kind === "class"));
  const isRead = scopes.all.some(({ references }) => references.some((reference) => mayBe(reference) && !gone.has(reference)));
  if (isRead || [...scopes.module.variables.values()].some((variable) => isUnbound(variable) && variable.bindings.length > 0)) return "names that this file uses may come through it";
  const isListed = all.unknown.length > 0 || exported.some((each) => each.fact.module === fact.module && desk.order(each.fact)?.action !== "remove");
  return isListed ? "`__all__` may name what comes through it" : undefined;
}

/** Whether nothing in the file gives a variable its value: `del x` and `x: int` do not. */
function isUnbound(variable: Variable | undefined): boolean {
  return variable?.bindings.every(({ kind }) => kind === "deletion" || kind === "annotation") ?? true;
}

/** Plans an import that only lets the symbol out. */
export function planUnimporting(desk: Desk, taken: Listed, order: Order): Planned {
  const facts: readonly Fact[] = [taken.fact];
  if (taken.isShared) return refuse(facts, "its name is bound elsewhere in this file too");
  if (taken.uses.length > 0) return refuse(facts, "this file itself still uses it");
  const held = desk.held(taken);
  if (held !== undefined) return refuse(facts, held);
  return { groups: [{ facts, owner: taken, consumes: [], pieces: [], doubt: order.doubt }], refused: new Map() };
}
