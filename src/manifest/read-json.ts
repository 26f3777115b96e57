/** Reads JSON with comments: its value, its tree for places, and what is wrong with its syntax. */
import { getNodeValue, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { explainSyntax, tokensOf, type SyntaxFinding } from "./explain-syntax.ts";
import { quoted } from "./judge-text.ts";
import type { JsonPath } from "./problems.ts";

/** What was read. */
export interface JsonReading {
  /** The tree, for places; absent where there is nothing usable in the text. */
  readonly tree: Node | undefined;
  /** The value, only where it is beyond doubt: otherwise its errors would be mere consequences of `findings`. */
  readonly value: { readonly json: unknown } | undefined;
  readonly findings: readonly SyntaxFinding[];
}

// No manifest is nearly as deep; the parser recurses, and an overflow of the stack would end an editor's server.
const deepest = 100;

/** @param text JSON with comments and trailing commas, without byte order mark; never throws, whatever it is */
export function readJson(text: string): JsonReading {
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) return { tree: undefined, value: undefined, findings: [tooDeep] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (tree === undefined && errors.length === 0) return { tree, value: undefined, findings: [nothing] };
  const findings = worthTelling(text, errors).map((error) => explainSyntax(text, error));
  if (tree === undefined || !errors.every(isMissingComma)) return { tree, value: undefined, findings };
  return { tree, value: { json: getNodeValue(tree) }, findings: [...findings, ...findTwice(tree, [])] };
}

const nothing: SyntaxFinding = {
  start: 0,
  end: 0,
  path: [],
  message: "There is no manifest in this file",
  mend: 'Write { "migrations": [] } to begin with',
};

function isMissingComma(error: ParseError): boolean {
  return printParseErrorCode(error.error) === "CommaExpected";
}

/** After a missing comma the parser goes on without harm; what follows any other error is mostly its consequence. */
function worthTelling(text: string, errors: readonly ParseError[]): readonly ParseError[] {
  const fatal = errors.find((error) => !isMissingComma(error));
  if (fatal === undefined) return errors;
  const lineStart = text.lastIndexOf("\n", fatal.offset - 1) + 1;
  return [...errors.filter((error) => isMissingComma(error) && error.offset < lineStart), fatal];
}

function findTooDeep(text: string): SyntaxFinding | undefined {
  let depth = 0;
  for (const { start } of tokensOf(text)) {
    const character = text[start];
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    if (depth > deepest) {
      return { start, end: start + 1, path: [], message: "Brackets are nested too deep here", mend: "Take them out" };
    }
  }
  return undefined;
}

/** A key that stands twice: JSON takes the last one, so that the first is silently without effect. */
function findTwice(node: Node, path: JsonPath): SyntaxFinding[] {
  const children = node.children ?? [];
  if (node.type === "array") return children.flatMap((child, index) => findTwice(child, [...path, index]));
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined) return [];
    const name = String(key.value);
    const here = [...path, name];
    const inside = value === undefined ? [] : findTwice(value, here);
    if (!seen.has(name)) {
      seen.add(name);
      return inside;
    }
    const message = `${quoted(name)} stands twice in the same object`;
    const mend = "Keep one of the two, since only the last would count";
    return [{ start: key.offset, end: key.offset + key.length, path: here, message, mend }, ...inside];
  });
}
