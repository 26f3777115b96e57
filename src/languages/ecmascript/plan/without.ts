/** Takes parts of a file out: what a list loses, when its statement goes with it, and which comments go along. */
import type { TSESTree } from "@typescript-eslint/utils";
import { cut } from "../../pieces.ts";
import { firstToken } from "../definitions.ts";
import type { Piece } from "../../compose.ts";
import { isForNextLine } from "../next-line.ts";
import { endOf } from "../rewrite/remove.ts";
import { continues, isUnended } from "../rewrite/semicolon.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { endOfLine, wholeLines, withoutItems } from "./list-edits.ts";
import { behindBreak, startOfLine } from "../../text-lines.ts";
import { isIn, statementOf } from "./parts.ts";

/**
 * The pieces that take `parts` out.
 * @param loads whether a statement that goes has to leave a bare import of its module behind
 */
export function without(source: Source, parts: Iterable<Node>, loads: (statement: Node) => boolean): Piece[] {
  const gone = new Set<Node>([...parts].map(statementOf));
  const lists = new Map<Node, readonly Node[]>();
  // A list that loses its last item goes itself, and so may what that is an item of: nodes that are added are visited too.
  for (const node of gone) {
    const list = listAround(node);
    if (!list) continue;
    if (list.owner.type !== Type.ObjectExpression && list.items.every((item) => gone.has(item))) gone.add(ownerPart(list.owner));
    else lists.set(list.owner, list.items);
  }
  const pieces: Piece[] = [];
  for (const node of gone)
    if (!listAround(node) && !liesIn(gone, node.parent)) pieces.push(withoutWhole(source, node, gone, loads(node)));
  for (const [owner, items] of lists) {
    const going = new Set(items.filter((item) => gone.has(item)));
    if (gone.has(ownerPart(owner)) || isIn([...gone].filter((other) => !going.has(other)), owner)) continue;
    pieces.push(...(going.size === items.length ? emptied(source, owner) : withoutItems(source, items, going)));
    pieces.push(...[...going].flatMap((item) => withoutDoc(source, item)));
    // TypeScript reads what stands above a declaration as its first name's.
    const [first] = items;
    if (owner.type === Type.VariableDeclaration && first && going.has(first)) pieces.push(...withoutDoc(source, statementOf(owner), (doc) => isDoc(doc) && saysDeprecated(doc)));
  }
  return pieces;
}

/** Whether `node` is one of `gone`, or lies in one: from the node upwards, since those may be thousands. */
function liesIn(gone: ReadonlySet<Node>, node: Node | undefined): boolean {
  for (let around = node; around; around = around.parent) if (gone.has(around)) return true;
  return false;
}

interface List {
  readonly owner: Node;
  readonly items: readonly Node[];
}

/** The list that `node` is an item of. */
function listAround(node: Node): List | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case Type.ExportNamedDeclaration:
      return node.type === Type.ExportSpecifier ? { owner: parent, items: parent.specifiers } : undefined;
    case Type.VariableDeclaration:
      return { owner: parent, items: parent.declarations };
    case Type.ObjectExpression:
    case Type.ObjectPattern:
      return { owner: parent, items: parent.properties };
    default:
      return undefined;
  }
}

/** What goes when the list of `owner` is empty. */
function ownerPart(owner: Node): Node {
  if (owner.type !== Type.ObjectPattern) return statementOf(owner);
  const holder: Node = owner.parent.type === Type.AssignmentPattern ? owner.parent.parent : owner.parent;
  return holder;
}

function emptied(source: Source, object: Node): Piece[] {
  const open = source.getFirstToken(object);
  const close = source.getLastToken(object);
  return open && close ? [cut(open.range[1], close.range[0])] : [];
}

function withoutWhole(source: Source, statement: Node, gone: ReadonlySet<Node>, loads: boolean): Piece {
  const { text } = source;
  const start = startWithComments(source, statement);
  const end = endOf(source, statement);
  const left = (loads ? bareImport(source, statement) : undefined) ?? (joins(source, statement, end, gone) ? ";" : "");
  const next = source.getTokenAfter(statement, { includeComments: true });
  // What then would be joined begins with the semicolon, as it is written without others.
  if (left === ";" && next && next === source.getTokenAfter(statement)) return { span: [start, next.range[0]], text: () => left };
  if (left !== "") return { span: [start, endOfLine(text, end) ?? end], text: () => left };
  const lines = wholeLines(text, start, end);
  if (lines) return cut(...lines);
  // Before other code on its line it goes with the space between; behind other code, with the space before it.
  const ending = endOfLine(text, end);
  if (ending !== undefined && isLastOfGone(source, statement, start, gone)) return cut(start, behindBreak(text, ending));
  if (ending !== undefined) return cut(start - (/[^\S\r\n]*$/.exec(text.slice(startOfLine(text, start), start))?.[0].length ?? 0), ending);
  return cut(start, end + (/^[^\S\r\n]*/.exec(text.slice(end))?.[0].length ?? 0));
}

/** Whether the whole line goes, and this is the last statement on it: those before take the space up to here along. */
function isLastOfGone({ text }: Source, statement: Node, start: number, gone: ReadonlySet<Node>): boolean {
  const around = statement.parent;
  const siblings: readonly Node[] = around && "body" in around && Array.isArray(around.body) ? around.body : [];
  const line = startOfLine(text, start);
  let at = start;
  for (const sibling of siblings.filter(({ range }) => line <= range[0] && range[1] <= start).toReversed()) {
    if (!gone.has(sibling) || text.slice(sibling.range[1], at).trim() !== "") return false;
    [at] = sibling.range;
  }
  return at < start && at === line;
}

/** `import "m";` for `export { a } from "m";`, with its attributes. Types load nothing. */
function bareImport(source: Source, statement: Node): string | undefined {
  if (statement.type !== Type.ExportNamedDeclaration && statement.type !== Type.ExportAllDeclaration) return undefined;
  if (!statement.source || statement.exportKind === "type") return undefined;
  return `import ${source.text.slice(statement.source.range[0], statement.range[1])}`;
}

/** Whether the statements around would become one. What stands before may be an import, which may go as well. */
function joins(source: Source, statement: Node, end: number, gone: ReadonlySet<Node>): boolean {
  if (end < statement.range[1]) return false;
  const next = source.getTokenAfter(statement);
  if (!next || !continues(source.text.slice(next.range[0], next.range[0] + 12))) return false;
  const { body } = source.ast;
  for (const earlier of body.slice(0, Math.max(0, body.findIndex((each) => each === statement))).toReversed()) {
    if (gone.has(earlier)) continue;
    if (isUnended(source, earlier)) return true;
    if (earlier.type !== Type.ImportDeclaration) return false;
  }
  return false;
}

const licence = /^\*?!|@licen[cs]e|@preserve|copyright|SPDX-|@(?:file|fileoverview|module|packageDocumentation)\b/i;

/**
 * Where what goes with a statement starts. Comments above stay, but for those that would speak of the next statement
 * then: directives for the next line, and the JSDoc block of a declaration, or with `@deprecated`.
 */
function startWithComments(source: Source, statement: Node): number {
  const first = firstToken(statement);
  let start = Math.min(first.range[0], statement.range[0]);
  let line = source.getLocFromIndex(start).line;
  const own = line;
  let isNext = true;
  for (const comment of source.getCommentsBefore(first).toReversed()) {
    const isDoc = isOwnDoc(comment, statement);
    const onOwnLine = source.text.slice(startOfLine(source.text, comment.range[0]), comment.range[0]).trim() === "";
    if (comment.loc.end.line < line - 1 || (!onOwnLine && comment.loc.start.line !== own)) break;
    if (isDoc) return comment.range[0];
    isNext &&= isForNextLine(comment);
    if (isNext) start = comment.range[0];
    line = comment.loc.start.line;
  }
  return start;
}

function isOwnDoc(comment: TSESTree.Comment, node: Node): boolean {
  const declares = "declaration" in node ? node.declaration !== null && node.declaration.type !== Type.Identifier : node.type.endsWith("Declaration");
  return isDoc(comment) && (declares || node.type === Type.Property || saysDeprecated(comment));
}

function isDoc({ type, value }: TSESTree.Comment): boolean {
  return type === "Block" && value.startsWith("*") && !licence.test(value);
}

function saysDeprecated({ value }: TSESTree.Comment): boolean {
  return /[\s*]@deprecated\b/.test(value);
}

/** The JSDoc block of an item, which would be read as the next item's. */
function withoutDoc(source: Source, item: Node, isOwn = isOwnDoc): Piece[] {
  const doc = source.getCommentsBefore(item).at(-1);
  if (!doc || !isOwn(doc, item) || doc.loc.end.line < item.loc.start.line - 1) return [];
  const lines = wholeLines(source.text, ...doc.range);
  return [{ span: lines ?? [doc.range[0], item.range[0]], text: () => "" }];
}
