/** `ssot/python`: Python as a language of ESLint. */
import type { File, Language, LanguageOptions, OkParseResult, ParseResult } from "@eslint/core";
import { Lines } from "./lines.ts";
import { type ParsedPython, parsePython } from "./parse.ts";
import { isErrorWanted, isMentioned, mentionsOf } from "./prefilter.ts";
import type { LiveNames } from "./prefilter.ts";
import { PythonSourceCode } from "./source-code.ts";
import { emptyModule } from "./tree/convert.ts";
import { visitorKeysForESLint } from "./tree/keys.ts";
import type { PyModule, PyNode } from "./tree/node.ts";

/** The options that the language reads; others are not its own, and are let be. */
interface PythonLanguageOptions extends LanguageOptions {
  /**
   * What to parse files for: a list of names, or the source of a regular expression; the presets have an object that asks
   * the manifest. A file whose text names none of them is not parsed. Absent: every file is.
   */
  ssotNames?: readonly string[] | string | LiveNames;
}

interface Types {
  LangOptions: PythonLanguageOptions;
  Code: PythonSourceCode;
  RootNode: PyModule;
  Node: PyNode;
}

/** What `parse` hands to `createSourceCode`. */
type Parsed = OkParseResult<PyModule> & Pick<ParsedPython, "comments" | "lines"> & { readonly isParsed: boolean };

/** For `languages: { python }` of the plugin. */
export const pythonLanguage: Language<Types> = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: visitorKeysForESLint,

  // Rules made for JavaScript look into these.
  defaultLanguageOptions: { globals: {}, parserOptions: {} },

  // A block without `files` brings options that are meant for JavaScript: only what is ours is looked at.
  validateLanguageOptions({ ssotNames }): void {
    mentionsOf(ssotNames);
  },

  parse(file, { languageOptions }): ParseResult<PyModule> {
    const text = textOf(file);
    const lines = new Lines(text);
    if (!isMentioned(text, file.path, languageOptions)) return unread(text, lines);
    const parsed = parsePython(text, file.path.endsWith(".pyi"));
    if (parsed.ok) return { ...parsed, isParsed: true } satisfies Parsed;
    if (!isErrorWanted(text, file.path, languageOptions)) return unread(text, lines);
    const { line, column } = parsed.position;
    return { ok: false, errors: [{ message: parsed.message, line, column: column + 1 }] };
  },

  createSourceCode(file, result): PythonSourceCode {
    if (!isOurs(result)) throw new TypeError("This is not a result of the language's own parse.");
    return new PythonSourceCode({ text: textOf(file), hasBOM: file.bom, parsed: result, isParsed: result.isParsed, isStub: file.path.endsWith(".pyi") });
  },
};

function unread(text: string, lines: Lines): Parsed {
  return { ok: true, ast: emptyModule(text.length, lines), comments: () => [], lines, isParsed: false };
}

function textOf({ body }: File): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

/** ESLint's type of what `parse` gave holds anything. */
function isOurs(result: OkParseResult<PyModule>): result is Parsed {
  return typeof result["comments"] === "function" && result["lines"] instanceof Lines;
}
