/** Table-driven cases for ESLint's RuleTester: sites are marked in the code, and each case runs in every kind of file it is for. */
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { RuleTester } from "eslint";
import { describe, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { standingFolder } from "./project-folder.ts";

/** Kinds of files; those with a `t` are read by typescript-eslint's parser, the others by espree. */
export type FileKind = "js" | "ts" | "jsx" | "tsx";

export const everywhere: readonly FileKind[] = ["js", "ts", "jsx", "tsx"];
export const typescript: readonly FileKind[] = ["ts", "tsx"];
export const markup: readonly FileKind[] = ["jsx", "tsx"];

interface Common {
  /** What the case shows; the name of the test. */
  readonly name: string;
  /** With every site between `«` and `»`. */
  readonly code: string;
  /** Default: everywhere. */
  readonly kinds?: readonly FileKind[];
  /** The file's path in the project, without extension (with one, that is the only kind). Default `src/app`. */
  readonly file?: string;
  readonly phase?: 1 | 2 | 3 | 4;
  /** For espree; default `module`. */
  readonly sourceType?: "module" | "script" | "commonjs";
  /** What the default manifest is replaced by. */
  readonly manifest?: object;
}

export interface Invalid extends Common {
  /** The whole file after the fix; absent where nothing is fixed. */
  readonly output?: string;
  /** By site: the whole file after the suggestion, `null` for a site without one. Absent where no site has any. */
  readonly suggestions?: readonly (string | null)[];
  /** By site; one for all of them where it is not a list. */
  readonly data?: Data | readonly Data[];
  /** By site; one for all of them where it is not a list. */
  readonly messageId?: string | readonly string[];
}

export type Valid = Common;

export type Data = Readonly<Record<string, string>>;

/** A project on disk for all cases of a test file. */
export interface CaseProject {
  readonly files: Readonly<Record<string, string | object>>;
  readonly manifest: object;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The code without its marks, and the places that they marked, in the order in which they open. */
export function marked(code: string): { readonly code: string; readonly places: readonly Place[] } {
  const open: number[] = [];
  const spans: { start: number; end: number }[] = [];
  let plain = "";
  for (const part of code.split(/([«»])/u)) {
    if (part === "«") open.push(spans.push({ start: plain.length, end: -1 }) - 1);
    else if (part === "»") {
      const span = spans[open.pop() ?? -1];
      if (!span) throw new Error(`a » without « in: ${code}`);
      span.end = plain.length;
    } else plain += part;
  }
  if (open.length > 0) throw new Error(`a « without » in: ${code}`);
  return { code: plain, places: spans.map(({ start, end }) => ({ ...placeOf(plain, start), ...endOf(placeOf(plain, end)) })) };
}

/** ESLint counts lines and columns from 1, and a byte order mark not at all. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.replace(/^\uFEFF/u, "").slice(0, offset - (text.startsWith("\uFEFF") ? 1 : 0)).split(/\r\n|[\n\r\u2028\u2029]/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function endOf({ line, column }: { readonly line: number; readonly column: number }): { readonly endLine: number; readonly endColumn: number } {
  return { endLine: line, endColumn: column };
}

/** Runs the cases of one rule. */
export function testRule(name: keyof typeof rules, messageId: string, project: CaseProject, cases: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] }): void {
  const root = standingFolder(project.files);
  const tester = new RuleTester();
  RuleTester.describe = describe;
  RuleTester.it = it;
  RuleTester.itOnly = it.only;
  tester.run(name, rules[name], {
    assertionOptions: { requireMessage: "messageId", requireLocation: true },
    valid: cases.valid.flatMap((each) => {
      if (/[«»]/u.test(each.code)) throw new Error(`a valid case has no sites: ${each.name}`);
      return kindsOf(each).map((kind) => ({ ...testCase(root, project, each, kind), code: each.code }));
    }),
    invalid: cases.invalid.flatMap((each) => {
      const { code, places } = marked(each.code);
      if (places.length === 0) throw new Error(`an invalid case without a site: ${each.name}`);
      return kindsOf(each).map((kind) => ({
        ...testCase(root, project, each, kind),
        code,
        output: each.output ?? null,
        errors: places.map((place, index) => {
          const suggested = each.suggestions?.[index];
          const data = isList(each.data) ? each.data[index] : each.data;
          const id = isList(each.messageId) ? each.messageId[index] : each.messageId;
          return {
            ...place,
            messageId: id ?? messageId,
            ...(data ? { data: { subject: atStart(data["symbol"] ?? ""), ...data } } : {}),
            suggestions: suggested === undefined || suggested === null ? [] : [{ messageId: "replace", output: suggested }],
          };
        }),
      }));
    }),
  });
}

/** `subject` is `symbol` at the start of a sentence. */
function atStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isList<Item>(value: Item | readonly Item[] | undefined): value is readonly Item[] {
  return Array.isArray(value);
}

function kindsOf({ file, kinds = everywhere }: Common): readonly (FileKind | undefined)[] {
  return file !== undefined && /\.[cm]?[jt]sx?$/u.test(file) ? [undefined] : kinds;
}

function testCase(root: string, project: CaseProject, each: Common, kind: FileKind | undefined): Omit<RuleTester.ValidTestCase, "code"> {
  const { file = "src/app", name, phase, sourceType = "module", manifest = project.manifest } = each;
  const filename = path.join(root, kind ? `${file}.${kind}` : file);
  const isTyped = /\.[cm]?tsx?$/u.test(filename);
  const parserOptions = /x$/u.test(filename) || filename.endsWith(".js") ? { ecmaFeatures: { jsx: true } } : {};
  return {
    name: kind ? `${name} [${kind}]` : name,
    filename,
    options: phase === undefined ? [] : [{ phase }],
    settings: { ssot: { manifest, root } },
    languageOptions: { sourceType, parserOptions, ...(isTyped ? { parser: typescriptParser } : {}) },
  };
}
