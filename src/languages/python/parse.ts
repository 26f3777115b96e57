/** A Python file's text → its tree, or the error for which it has none. */
import { createRequire } from "node:module";
import { Lines } from "./lines.ts";
import type * as Pyright from "./python-parser.cjs";
import { convert, UnreadableNode } from "./tree/convert.ts";
import type { PyModule, PyPosition, PyRange } from "./tree/node.ts";

/** A comment, without its `#` in `value`. */
export interface PyComment {
  readonly type: "PyComment";
  readonly value: string;
  readonly range: PyRange;
  readonly loc: { readonly start: PyPosition; readonly end: PyPosition };
}

/** A file that parses. */
export interface ParsedPython {
  readonly ok: true;
  readonly ast: PyModule;
  /** All comments, in the order of the text; made when first asked for. */
  readonly comments: () => readonly PyComment[];
  readonly lines: Lines;
}

/** A file that does not, and where it first goes wrong. */
export interface BrokenPython {
  readonly ok: false;
  readonly message: string;
  /** Line from 1, column from 0. */
  readonly position: PyPosition;
}

type Parser = typeof Pyright;

let loaded: Parser | undefined;

/** The parser is a quarter of a megabyte of code: it is loaded at the first Python file. */
function parser(): Parser {
  loaded ??= loadParser();
  return loaded;
}

function loadParser(): Parser {
  const load: (path: string) => Parser = createRequire(import.meta.url);
  return load("./python-parser.cjs");
}

/** Parses the text of a `.py`, or with `isStub` of a `.pyi`; a byte order mark is cut off before. */
export function parsePython(text: string, isStub = false): ParsedPython | BrokenPython {
  const lines = new Lines(text);
  const { root, annotations, tokens, errors } = parser().parsePython(text, isStub);
  const [error] = errors;
  if (error) return { ok: false, message: error.message.replaceAll(/\s*\n\s*/g, " "), position: lines.position(error.start) };
  if (!root) return { ok: false, message: "The file cannot be read", position: lines.position(0) };
  try {
    const ast = convert(root, annotations, text, lines);
    let comments: readonly PyComment[] | undefined;
    return { ok: true, ast, comments: () => (comments ??= readComments(tokens, lines)), lines };
  } catch (failure) {
    if (failure instanceof UnreadableNode) return { ok: false, message: failure.message, position: lines.position(failure.offset) };
    throw failure;
  }
}

function readComments(tokens: Pyright.RawResult["tokens"], lines: Lines): readonly PyComment[] {
  const comments: PyComment[] = [];
  for (let index = 0; index < tokens.count; index++) {
    for (const { start, length, value } of tokens.getItemAt(index).comments ?? []) {
      const range: PyRange = [start - 1, start + length];
      comments.push({ type: "PyComment", value, range, loc: { start: lines.position(range[0]), end: lines.position(range[1]) } });
    }
  }
  return comments;
}
