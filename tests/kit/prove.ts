/** Proves a fix: what compiled goes on compiling, and a second run changes nothing. */
import path from "node:path";
import ts from "typescript";
import { expect } from "vitest";
import { lintProject } from "./lint.ts";
import type { Linted, LintOptions } from "./lint.ts";

const options: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  checkJs: false,
  noEmit: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  types: [],
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
};

/** The libraries' declarations are parsed once for all tests of a file. */
const libraries = new Map<string, ts.SourceFile>();

/**
 * TypeScript's complaints about a project, without their places.
 * @param files path from `root` → text
 */
export function typeErrors(root: string, files: Readonly<Record<string, string>>, more: ts.CompilerOptions = {}): readonly string[] {
  const all = { ...options, ...more };
  const host = ts.createCompilerHost(all);
  const texts = new Map(Object.entries(files).map(([name, text]) => [path.join(root, name), text]));
  const { getSourceFile, readFile, fileExists } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageVersion) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, languageVersion);
    const known = libraries.get(name) ?? getSourceFile(name, languageVersion);
    if (known) libraries.set(name, known);
    return known;
  };
  const roots = [...texts.keys()].filter((name) => /\.[cm]?[jt]sx?$/.test(name));
  const program = ts.createProgram(roots, all, host);
  return ts.getPreEmitDiagnostics(program).map(({ code, messageText, file }) => {
    const name = file ? path.relative(root, file.fileName) : "";
    return `${name} TS${String(code)} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

export interface Proof extends LintOptions {
  /** Beside the kit's own; a function where they name the project's folder. */
  readonly compiler?: ts.CompilerOptions | ((root: string) => ts.CompilerOptions);
}

/**
 * Lints and fixes a project that compiles, and expects the fixed one to compile as well and to be left alone by a
 * second run.
 */
export async function proveFix(files: Readonly<Record<string, string | object>>, proof: Proof = {}): Promise<Linted> {
  const linted = await lintProject(files, proof);
  const before: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) if (typeof text === "string") before[name] = text;
  const compiler = typeof proof.compiler === "function" ? proof.compiler(linted.root) : proof.compiler;
  expect(typeErrors(linted.root, before, compiler), "before the fix").toEqual([]);
  expect(typeErrors(linted.root, linted.fixed, compiler), "after the fix").toEqual([]);
  expect(linted.unstable, "changed by a second run").toEqual([]);
  expect(linted.found.filter(({ rule }) => rule === "fatal")).toEqual([]);
  return linted;
}
