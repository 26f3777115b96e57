/** Errors of JSON syntax in plain words, at the place where a person has to type something. */
import { createScanner, printParseErrorCode } from "jsonc-parser";
import type { ParseError } from "jsonc-parser";
import { quoted } from "./judge-text.ts";
import type { JsonPath } from "./problems.ts";

/** An error of the syntax, or a key that stands twice, by offsets into the text. */
export interface SyntaxFinding {
  readonly start: number;
  readonly end: number;
  readonly path: JsonPath;
  readonly message: string;
  readonly mend: string;
}

/** A token that is neither space nor comment, by its offsets. */
interface Token {
  readonly start: number;
  readonly end: number;
}

/** All tokens of `text` but spaces and comments, one by one. */
export function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text, true);
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (end > start) yield { start, end };
  }
}

/** @returns `error` of the parser's, put in words */
export function explainSyntax(text: string, error: ParseError): SyntaxFinding {
  const here = { start: error.offset, end: error.offset + error.length, path: [] };
  const written = text.slice(here.start, here.end);
  const found = here.start >= text.length ? "the end of the file" : written.startsWith('"') ? written : quoted(written);
  switch (printParseErrorCode(error.error)) {
    case "CommaExpected": {
      const end = endBefore(text, error.offset);
      return { start: end, end, path: [], message: "A comma is missing here", mend: `Write one before ${found}` };
    }
    case "ColonExpected":
      return {
        ...here,
        message: `A colon is missing before ${found}`,
        mend: 'Write it between key and value: "key": value',
      };
    case "CloseBraceExpected":
    case "CloseBracketExpected":
      return unclosed(text);
    case "EndOfFileExpected":
      return {
        ...here,
        message: `${found} stands after the end of the manifest`,
        mend: "Take it out, or look for a bracket that was closed too early",
      };
    case "UnexpectedEndOfComment":
      return { ...here, end: here.start + 2, message: "This comment has no end", mend: "Close it with */" };
    case "UnexpectedEndOfString":
      return { ...here, message: "This text has no closing quote", mend: 'Write " where it ends, on the same line' };
    case "InvalidCharacter":
      return {
        ...here,
        message: "This text has a tab or another control character in it",
        mend: "Write \\t for a tab",
      };
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return {
        ...here,
        message: `${written} has a backslash that begins no valid escape`,
        mend: "Write / in paths, and \\\\ where a backslash is meant",
      };
    case "InvalidNumberFormat":
    case "UnexpectedEndOfNumber":
      return { ...here, message: `${found} is not a whole number literal`, mend: "Write a number such as 2 or 62.5" };
    case "InvalidSymbol":
      return { ...here, ...explainSymbol(written, text[here.start - 1]) };
    case "PropertyNameExpected":
      return {
        ...here,
        message: `${found} stands where a key belongs`,
        mend: "Write a key in double quotes, or take out what is too much",
      };
    default:
      return here.start >= text.length
        ? unclosed(text)
        : {
            ...here,
            message: `${found} stands where a value belongs`,
            mend: `Write a value before it, or look for a bracket that is missing`,
          };
  }
}

function explainSymbol(
  written: string,
  before: string | undefined,
): { readonly message: string; readonly mend: string } {
  if (/^(<{7}|={7}|>{7})/.test(written)) {
    return { message: "This is the mark of a merge conflict", mend: "Resolve the conflict" };
  }
  if (/^['`‘’“”]/.test(written)) {
    return {
      message: `${written} is not in double quotes`,
      mend: `Write ${quoted(written.replace(/^['`‘’“”]|['`‘’“”]:?$/g, ""))}`,
    };
  }
  const word = { True: "true", False: "false", None: "null" }[written];
  if (word !== undefined) return { message: `${written} is Python's way to write it`, mend: `Write ${word}` };
  if (before === '"') {
    return {
      message: `A text ends just before ${written}`,
      mend: 'Look for a quote that is missing further left, or write \\" for one in a text',
    };
  }
  return {
    message: `${written} is not JSON`,
    mend: "Put keys and texts in double quotes, and take out what is too much",
  };
}

/** The file ends while brackets are open: the innermost is where a person has to look. */
function unclosed(text: string): SyntaxFinding {
  const open: Token[] = [];
  for (const token of tokensOf(text)) {
    const character = text[token.start];
    if (character === "{" || character === "[") open.push(token);
    if (character === "}" || character === "]") open.pop();
  }
  const end = endBefore(text, text.length);
  const innermost = open.at(-1);
  if (innermost === undefined) {
    return { start: end, end, path: [], message: "The file ends too early", mend: "Write the value that is missing" };
  }
  const line = text.slice(0, innermost.start).split(/\r\n|\n|\r/).length;
  const [opening, closing] = text[innermost.start] === "{" ? ["{", "}"] : ["[", "]"];
  return {
    start: end,
    end,
    path: [],
    message: `The file ends too early: the ${opening} of line ${line} is not closed`,
    mend: `Write what is missing, and ${closing}`,
  };
}

/** Offset just after the last token before `offset`: where a comma belongs, comments and line breaks left aside. */
function endBefore(text: string, offset: number): number {
  let end = 0;
  for (const token of tokensOf(text)) {
    if (token.start >= offset) break;
    end = token.end;
  }
  return end;
}
