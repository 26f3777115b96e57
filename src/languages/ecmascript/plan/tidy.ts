/** What a file that loses statements needs besides: that it stays a module, and no double blank lines. */
import type { TextEdit } from "../../adapter.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import { lineBreak, startOfLine } from "../../text-lines.ts";

function isModuleSyntax(statement: Node): boolean {
  switch (statement.type) {
    case Type.ImportDeclaration:
    case Type.ExportNamedDeclaration:
    case Type.ExportDefaultDeclaration:
    case Type.ExportAllDeclaration:
    case Type.TSExportAssignment:
      return true;
    case Type.TSImportEqualsDeclaration:
      return statement.moduleReference.type === Type.TSExternalModuleReference;
    default:
      return false;
  }
}

/**
 * Writes `export {};` in place of the last export where no import or export is left: else the file would be a script,
 * whose names are everybody's.
 */
export function keptModule(source: Source, edits: readonly TextEdit[]): readonly TextEdit[] {
  const statements: readonly Node[] = source.ast.body.filter(isModuleSyntax);
  const edited = (statement: Node): number => edits.findIndex(({ span }) => span[0] <= statement.range[0] && statement.range[1] <= span[1]);
  if (statements.length === 0 || statements.some((statement) => edited(statement) === -1)) return edits;
  if (edits.some(({ text }) => /(?:^|[;\s])(?:import\b(?!\s*[(.])|export\b)/.test(text))) return edits;
  const place = statements.findLast(({ type }) => type !== Type.ImportDeclaration) ?? statements.at(-1);
  if (!place) return edits;
  const at = edited(place);
  return edits.map((edit, index) => {
    if (index !== at) return edit;
    const old = source.text.slice(...edit.span);
    const before = /^\s*/.exec(old)?.[0] ?? "";
    const after = /\s*$/.exec(old)?.[0] ?? "";
    const rest = edit.text.trim() === "" || edit.text.trim() === ";" ? "" : edit.text.trim() + lineBreak(source.text);
    return { span: edit.span, text: `${before}${rest}export {}${endsBare(source) ? "" : ";"}${after}` };
  });
}

/** Whether the file is written without semicolons: its first statement that could have one has none. */
function endsBare(source: Source): boolean {
  const ending = source.ast.body.find(
    ({ type }) => type === Type.ImportDeclaration || type === Type.ExportAllDeclaration || type === Type.VariableDeclaration || type === Type.ExpressionStatement,
  );
  const named = source.ast.body.find((statement) => statement.type === Type.ExportNamedDeclaration && (!statement.declaration || statement.declaration.type === Type.VariableDeclaration));
  const statement = ending ?? named;
  return statement !== undefined && !source.getText(statement).endsWith(";");
}

/** Joins edits that take out whole lines one after the other, and leaves of the blank lines around them those before. */
export function tidied(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (let index = 0; index < edits.length; ) {
    const [first, ...run] = runFrom(text, edits, index);
    if (!first) return edits;
    index += 1 + run.length;
    const last = run.at(-1) ?? first;
    if (!takesLines(text, first)) {
      result.push(first);
      continue;
    }
    result.push(...joined(text, [first, ...run], first.span[0], last.span[1]));
  }
  return result;
}

/** The edits that take out whole lines with nothing but blank lines between them. */
function runFrom(text: string, edits: readonly TextEdit[], index: number): readonly TextEdit[] {
  const run: TextEdit[] = [];
  for (const edit of edits.slice(index)) {
    const previous = run.at(-1);
    if (previous && !(takesLines(text, previous) && takesLines(text, edit) && text.slice(previous.span[1], edit.span[0]).trim() === "")) break;
    run.push(edit);
  }
  return run;
}

function takesLines(text: string, { span: [start, end], text: left }: TextEdit): boolean {
  return left === "" && startOfLine(text, start) === start && end > start && (end === text.length || startOfLine(text, end) === end);
}

function joined(text: string, run: readonly TextEdit[], start: number, end: number): TextEdit[] {
  // Not the text from its start, which for thousands of edits would take long.
  const near = text.slice(Math.max(0, start - 200), start);
  const before = /(?:^|\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r))+$/.test(near);
  const behind = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text.slice(end))?.[0].length ?? 0;
  const gap = run.some(({ span }, index) => span[1] < (run[index + 1]?.span[0] ?? 0));
  if (end + behind === text.length) {
    // At the end no blank line stays, and a file that ended without a line break does so again.
    const lines = /(?:\r\n|\n|\r)[^\S\r\n]*/.source;
    const blank = new RegExp(`(?:${lines})*$`).exec(text.slice(0, start))?.[0] ?? "";
    const kept = /[\r\n]$/.test(text) ? (/^(?:\r\n|\n|\r)/.exec(blank)?.[0].length ?? 0) : 0;
    return [{ span: [start - blank.length + kept, text.length], text: "" }];
  }
  // At the top of the file or of a block, nothing is to be kept apart.
  const isFirst = start === 0 || /\{[^\S\r\n]*(?:\r\n|\n|\r)$/.test(near);
  if (before || isFirst || (gap && behind > 0)) return [{ span: [start, end + behind], text: before || isFirst ? "" : firstGap(text, run) }];
  return [{ span: [start, end], text: gap ? firstGap(text, run) : "" }];
}

function firstGap(text: string, run: readonly TextEdit[]): string {
  for (const [index, { span }] of run.entries()) {
    const next = run[index + 1];
    if (next && span[1] < next.span[0]) return text.slice(span[1], next.span[0]);
  }
  return "";
}
