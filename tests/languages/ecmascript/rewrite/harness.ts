/** Runs call shapes over a text, as the file planner does. */
import * as parser from "@typescript-eslint/parser";
import { AST_NODE_TYPES } from "@typescript-eslint/utils";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Linter, SourceCode } from "eslint";
import { applyEdits, compose } from "../../../../src/languages/compose.ts";
import { compileRewrites } from "../../../../src/languages/ecmascript/rewrite/compile.ts";
import { matchShape } from "../../../../src/languages/ecmascript/rewrite/match-shape.ts";
import type { ShapeResult } from "../../../../src/languages/ecmascript/rewrite/match-shape.ts";

export interface Setting {
  readonly rewrites?: readonly { readonly from: string; readonly to: string; readonly safe?: boolean }[];
  readonly bind?: Readonly<Record<string, readonly string[]>>;
  readonly deprecated?: string;
  readonly canonical?: string;
  /** The local name of the deprecated symbol, where it is not its own. */
  readonly anchor?: string;
  /** The canonical symbol's local name, where it is not its own. */
  readonly local?: string;
  /** The canonical name cannot be used. */
  readonly taken?: boolean;
  /** Apply suggestions too. */
  readonly unsafe?: boolean;
  readonly sourceType?: "module" | "script" | "commonjs";
  readonly javascript?: boolean;
  readonly jsx?: boolean;
}

export interface Run {
  readonly output: string;
  readonly results: readonly ShapeResult[];
  /** Reasons of what is no automatic fix. */
  readonly reasons: readonly string[];
}

/** Parses as ESLint would, scopes and all. */
export function parse(text: string, setting: Setting = {}): TSESLint.SourceCode {
  const linter = new Linter();
  const messages = linter.verify(text, {
    files: ["**"],
    languageOptions: {
      sourceType: setting.sourceType ?? "module",
      ...(setting.javascript ? { parserOptions: { ecmaFeatures: { jsx: true } } } : { parser, parserOptions: { ecmaFeatures: { jsx: setting.jsx === true } } }),
    },
  }, setting.javascript ? "file.js" : setting.jsx === true ? "file.tsx" : "file.ts");
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message} (${String(fatal.line)}:${String(fatal.column)})\n${text}`);
  const source: unknown = linter.getSourceCode();
  if (!(source instanceof SourceCode)) throw new Error("no SourceCode");
  return source as never;
}

/** Applies the rewrites at every reference to the deprecated symbol. */
export function run(text: string, setting: Setting = {}): Run {
  const source = parse(text, setting);
  const deprecated = setting.deprecated ?? "getF";
  const canonical = setting.canonical ?? "createX";
  const rewrites = compileRewrites(
    (setting.rewrites ?? [{ from: "getF().create($a, $b)", to: "createX($a, $b)" }]).map((rewrite) => ({ safe: true, ...rewrite })),
    { deprecated, canonical },
  );
  const results = anchors(source, setting.anchor ?? deprecated).map((anchor) =>
    matchShape({ sourceCode: source, anchor, rewrites, bind: setting.bind ?? {}, canonicalAt: () => (setting.taken === true ? undefined : (setting.local ?? canonical)) }),
  );
  const pieces = results.flatMap((result) => (result.matched && (result.safe || setting.unsafe === true) ? result.pieces : []));
  const output = applyEdits(source.text, compose(source.text, pieces));
  parse(output, setting);
  const reasons = results.flatMap((result) => (result.matched ? (result.reason ?? []) : result.reason));
  return { output, results, reasons };
}

/** The references to `name` that no scope of the file declares but its imports. */
export function anchors(source: TSESLint.SourceCode, name: string): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  for (const scope of source.scopeManager?.scopes ?? [])
    for (const reference of scope.references) {
      const { identifier, resolved } = reference;
      const isOuter = !resolved || resolved.defs.length === 0 || String(resolved.defs[0]?.type) === "ImportBinding";
      if (identifier.name === name && isOuter && reference.init !== true) found.push(identifier);
      if (identifier.name === "ns" && identifier.parent.type === AST_NODE_TYPES.MemberExpression) found.push(identifier.parent);
    }
  return [...new Set(found)].sort((one, other) => one.range[0] - other.range[0]);
}
