/** The edits of simple statements: taking them out, and putting others behind them. */
import type { Piece } from "../../compose.ts";
import { cut, inserted, replaced } from "../../pieces.ts";
import { behindBreak, lineBreak, startOfLine } from "../../text-lines.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import type { PyStatementLine, PySuite } from "../tree/statements.ts";
import type { ImportStatement } from "./group.ts";
import { endOfLine, indentOf, isJoined, opensLine } from "../edits/layout.ts";

type Block = PyModule | PySuite;

/** The logical line of a simple statement, and the block that holds it. */
function standing(statement: PyNode): { readonly line: PyStatementLine; readonly block: Block } {
  const line = statement.parent;
  const block = line?.parent;
  if (line?.type !== "PyStatementLine" || (block?.type !== "PyModule" && block?.type !== "PySuite")) throw new TypeError(`A ${statement.type} is no statement of its own.`);
  return { line, block };
}

/** The block in which a simple statement stands. */
export function blockOf(statement: PyNode): Block {
  return standing(statement).block;
}

export function isImport(node: PyNode | null): node is ImportStatement {
  return node?.type === "PyImport" || node?.type === "PyImportFrom";
}

/** Whether the second of two imports stands in the block of the first, further down, and nothing but imports runs between. */
export function onlyImportsBetween(first: ImportStatement, second: ImportStatement): boolean {
  const block = blockOf(first);
  if (blockOf(second) !== block || second.range[0] < first.range[1]) return false;
  const statements = block.body.flatMap((each): readonly PyNode[] => (each.type === "PyStatementLine" ? each.body : [each]));
  return statements.filter(({ range }) => range[0] >= first.range[1] && range[1] <= second.range[0]).every(isImport);
}

/** Whether other code shares the lines of `line`: a header before it, or a backslash joins it to one. */
function isInline(text: string, line: PyStatementLine): boolean {
  return !opensLine(text, line.range[0]) || isJoined(text, line.range[0]);
}

/** Takes simple statements out, each with its line and a comment behind it; a block that would be empty gets `pass`. */
export function withoutStatements(text: string, statements: Iterable<PyNode>): Piece[] {
  const gone = new Set(statements);
  const lines = new Set([...gone].map((statement) => standing(statement).line));
  const isGone = (node: PyNode): boolean => node.type === "PyStatementLine" && node.body.every((each) => gone.has(each));
  const emptied = new Set([...new Set([...lines].map((line) => line.parent))].filter((block) => block?.type === "PySuite" && block.body.every(isGone)));
  return [...lines].flatMap((line): readonly Piece[] => {
    if (!isGone(line)) return withoutSome(line, gone);
    const { block } = standing(line.body[0] ?? line);
    const [first, last] = [line.body[0], line.body.at(-1)];
    if (!first || !last) return [];
    const end = endOfLine(text, behindSemicolon(text, last.range[1]));
    if (emptied.has(block) && block.body.at(-1) === line) return [{ span: [first.range[0], end ?? last.range[1]], text: () => "pass" }];
    if (isInline(text, line) || end === undefined) return [{ span: [first.range[0], last.range[1]], text: () => "pass" }];
    return [cut(startOfLine(text, first.range[0]), behindBreak(text, end))];
  });
}

/** What stays on the line keeps the semicolons between. */
function withoutSome({ body }: PyStatementLine, gone: ReadonlySet<PyNode>): Piece[] {
  const pieces: Piece[] = [];
  let kept: PyNode | undefined;
  let from: number | undefined;
  for (const statement of body) {
    if (gone.has(statement)) {
      from ??= statement.range[0];
      continue;
    }
    if (from !== undefined) pieces.push(cut(from, statement.range[0]));
    from = undefined;
    kept = statement;
  }
  const last = body.at(-1);
  if (from !== undefined && kept && last) pieces.push(cut(kept.range[1], last.range[1]));
  return pieces;
}

function behindSemicolon(text: string, offset: number): number {
  return offset + (/^[^\S\r\n]*;/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** Puts statements behind one that stays: on lines of their own, or on its line where other code shares that. */
export function behindStatement(text: string, statement: PyNode, added: readonly string[]): Piece[] {
  if (added.length === 0) return [];
  const { line } = standing(statement);
  const end = endOfLine(text, behindSemicolon(text, statement.range[1]));
  const isAlone = line.body.length === 1 && !isInline(text, line) && end !== undefined;
  if (!isAlone) return [inserted(statement.range[1], added.map((each) => `; ${each}`).join(""))];
  const start = lineBreak(text) + indentOf(text, statement.range[0]);
  return [inserted(end, added.map((each) => start + each).join(""))];
}

/** Puts statements before one that stays: on lines of their own, or on its line where other code shares that. */
export function beforeStatement(text: string, statement: PyNode, added: readonly string[]): Piece[] {
  const { line } = standing(statement);
  const isFirst = line.body[0] === statement && !isInline(text, line);
  const separator = isFirst ? lineBreak(text) + indentOf(text, statement.range[0]) : "; ";
  return added.length === 0 ? [] : [inserted(statement.range[0], added.map((each) => each + separator).join(""))];
}

/** Puts statements in the place of one. */
export function insteadOf(text: string, statement: PyNode, added: readonly string[]): Piece[] {
  const [first = "pass", ...others] = added;
  return [replaced(statement, first), ...behindStatement(text, statement, others)];
}
