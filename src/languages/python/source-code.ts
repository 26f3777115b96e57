/** A Python file as ESLint and rules see it. */
import { VisitNodeStep } from "@eslint/plugin-kit";
import type { Directive, LanguageOptions } from "@eslint/core";
import { disableDirectives, inlineConfig, type InlineConfig, inlineConfigNodes } from "./directives.ts";
import { WithJavaScriptAnswers } from "./javascript-answers.ts";
import { lineBreak } from "./lines.ts";
import type { ParsedPython, PyComment } from "./parse.ts";
import { visitorKeysForESLint } from "./tree/keys.ts";
import { walk } from "./tree/walk.ts";
import type { PyModule, PyNode } from "./tree/node.ts";

/** The types that ESLint's interfaces take. */
export interface SourceCodeTypes {
  LangOptions: LanguageOptions;
  RootNode: PyModule;
  SyntaxElementWithLoc: PyNode | PyComment;
  ConfigNode: PyComment;
}

/** Tells a Python file: registered, so that two installed copies of the plugin know each other's. */
export const pythonBrand = Symbol.for("eslint-plugin-ssot.python");

/** What else than text and tree a Python file holds. */
export interface PythonFile {
  readonly text: string;
  readonly ast: PyModule;
  /** All comments, in the order of the text. */
  readonly comments: readonly PyComment[];
  /** Whether the file was parsed; `false` where its text names nothing that is looked for, and its tree is empty. */
  readonly isParsed: boolean;
  /** A `.pyi`. */
  readonly isStub: boolean;
}

/** Whether a file that ESLint hands to a rule is a Python one. */
export function isPythonFile(file: object): file is PythonFile {
  return pythonBrand in file;
}

/** How the class is made. */
export interface PythonSource {
  readonly text: string;
  readonly hasBOM: boolean;
  readonly parsed: Omit<ParsedPython, "ok">;
  readonly isParsed: boolean;
  readonly isStub: boolean;
}

/**
 * ESLint moves the list of a node's ancestors at each step, so that a sum of 50,000 terms would take it seconds: below
 * this depth a node is left before its children are entered.
 */
const deepest = 100;

/** The file as ESLint takes it from the language. */
export class PythonSourceCode extends WithJavaScriptAnswers implements PythonFile {
  readonly [pythonBrand] = true;
  readonly visitorKeys = visitorKeysForESLint;
  readonly hasBOM: boolean;
  readonly isParsed: boolean;
  readonly isStub: boolean;
  readonly #parsed: Omit<ParsedPython, "ok">;
  #configNodes: PyComment[] | undefined;

  constructor({ text, hasBOM, parsed, isParsed, isStub }: PythonSource) {
    super({ text, ast: parsed.ast, lineEndingPattern: lineBreak });
    this.hasBOM = hasBOM;
    this.isParsed = isParsed;
    this.isStub = isStub;
    this.#parsed = parsed;
  }

  get comments(): readonly PyComment[] {
    return this.#parsed.comments();
  }

  override getParent(node: PyNode | PyComment): PyNode | undefined {
    return "parent" in node ? (node.parent ?? undefined) : undefined;
  }

  override *traverse(): Iterable<VisitNodeStep> {
    let depth = 0;
    for (const { node, phase } of walk(this.ast)) {
      if (phase === 1) depth++;
      if (phase === 1 || depth <= deepest) yield new VisitNodeStep({ target: node, phase, args: [node] });
      if (phase === 1 && depth > deepest) yield new VisitNodeStep({ target: node, phase: 2, args: [node] });
      if (phase === 2) depth--;
    }
  }

  getInlineConfigNodes(): PyComment[] {
    this.#configNodes ??= this.isParsed && this.text.includes("eslint") ? inlineConfigNodes(this.comments, this.#parsed.lines) : [];
    return this.#configNodes;
  }

  getDisableDirectives(): { directives: Directive[]; problems: never[] } {
    return { directives: disableDirectives(this.getInlineConfigNodes()), problems: [] };
  }

  applyInlineConfig(): InlineConfig {
    return inlineConfig(this.getInlineConfigNodes());
  }
}
