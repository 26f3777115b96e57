/** Runs call shapes over a Python text, as the file planner does. */
import { applyEdits, compose, type Piece } from "../../../../src/languages/compose.ts";
import { parsePython, type ParsedPython } from "../../../../src/languages/python/parse.ts";
import { compileRewrites } from "../../../../src/languages/python/rewrite/compile.ts";
import { matchShape, type ShapeResult } from "../../../../src/languages/python/rewrite/match-shape.ts";
import { dynamicOf } from "../../../../src/languages/python/read/dynamic.ts";
import { scopesOf } from "../../../../src/languages/python/scopes/analyze.ts";
import type { PyAttribute, PyCall, PyName } from "../../../../src/languages/python/tree/expressions.ts";
import type { PyModule, PyNode } from "../../../../src/languages/python/tree/node.ts";

export interface Setting {
  readonly rewrites?: readonly { readonly from: string; readonly to: string; readonly safe?: boolean }[];
  readonly bind?: Readonly<Record<string, readonly string[]>>;
  readonly deprecated?: string;
  readonly canonical?: string;
  /** How the canonical symbol is spelled, where it is not by its own name. */
  readonly local?: string;
  /** The canonical name cannot be used. */
  readonly taken?: boolean;
  /** Apply suggestions too. */
  readonly unsafe?: boolean;
}

export interface Run {
  readonly output: string;
  readonly results: readonly ShapeResult[];
  /** Reasons of what is no automatic fix. */
  readonly reasons: readonly string[];
}

export function parse(text: string): ParsedPython {
  const parsed = parsePython(text);
  if (!parsed.ok) throw new Error(`${parsed.message} (${String(parsed.position.line)}:${String(parsed.position.column)})\n${text}`);
  return parsed;
}

/** Applies the rewrites at every reference to the deprecated symbol. */
export function run(text: string, setting: Setting = {}): Run {
  const { ast, comments } = parse(text);
  const deprecated = setting.deprecated ?? "get_f";
  const canonical = setting.canonical ?? "create_x";
  const rewrites = compileRewrites(
    (setting.rewrites ?? [{ from: "get_f().create($a, $b)", to: "create_x($a, $b)" }]).map((rewrite) => ({ safe: true, ...rewrite })),
    { deprecated, canonical },
  );
  const file = { text, ast, comments: comments() };
  const results = anchorsIn(ast, deprecated).map((anchor) =>
    matchShape({ file, anchor, rewrites, bind: setting.bind ?? {}, canonicalAt: () => (setting.taken === true ? undefined : (setting.local ?? canonical)) }),
  );
  const done = results.flatMap((result) => (result.matched && (result.doubt === undefined || setting.unsafe === true) ? [result] : []));
  const pieces = [...done.flatMap((result) => result.pieces), ...done.flatMap((result) => result.removed.map((node) => removal(text, node)))];
  const output = applyEdits(text, compose(text, pieces));
  parse(output);
  return { output, results, reasons: results.flatMap((result) => (result.matched ? (result.doubt ?? []) : result.reason)) };
}

/** The references to an imported name, and to that name of `ns`. */
function anchorsIn(ast: PyModule, name: string): readonly (PyName | PyAttribute | PyCall)[] {
  const found = new Set<PyName | PyAttribute | PyCall>();
  for (const scope of scopesOf(ast).all)
    for (const { node, variable } of scope.references) {
      if (node.name === name && (!variable || variable.bindings[0]?.kind === "import")) found.add(node);
      if (node.name === "ns" && node.parent?.type === "PyAttribute" && node.parent.attribute.name === name) found.add(node.parent);
    }
  for (const { node, name: attribute, object } of dynamicOf(ast).attributes)
    if (attribute === name && object.type === "PyName" && object.name === "ns") found.add(node);
  return [...found].sort((one, other) => one.range[0] - other.range[0]);
}

/** The planner's work, done plainly: the line goes, or what stands alone in its block becomes `pass`. */
function removal(text: string, statement: PyNode): Piece {
  const line = statement.parent;
  const block = line?.parent;
  const alone = line?.type === "PyStatementLine" && line.body.length === 1 && (block?.type === "PySuite" || block?.type === "PyModule") && block.body.length > 1;
  if (!alone) return { span: statement.range, text: () => "pass" };
  const [start, end] = statement.range;
  const from = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const rest = /^[ \t]*(?:;[ \t]*)?(?:#[^\r\n]*)?(?:\r\n|[\r\n]|$)/.exec(text.slice(end))?.[0].length ?? 0;
  return { span: [from, end + rest], text: () => "" };
}
