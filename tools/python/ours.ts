/** A file as oracle.py describes it, told from our own tree. */
import { parsePython } from "../../src/languages/python/parse.ts";
import { dunderAllOf } from "../../src/languages/python/read/dunder-all.ts";
import { type ImportedName, importsOf } from "../../src/languages/python/read/imports.ts";
import { scopesOf } from "../../src/languages/python/scopes/analyze.ts";
import type { Scope, Scopes } from "../../src/languages/python/scopes/scope.ts";
import type { PyCall } from "../../src/languages/python/tree/expressions.ts";
import type { PyModule, PyNode } from "../../src/languages/python/tree/node.ts";
import { walk } from "../../src/languages/python/tree/walk.ts";

/** One thing found: what it is, then where it starts and ends. */
export type Row = readonly [...unknown[], start: number, end: number];

/** What is compared of a file. */
export interface Described {
  readonly imports: readonly Row[];
  readonly froms: readonly Row[];
  readonly names: readonly Row[];
  readonly attributes: readonly Row[];
  readonly calls: readonly Row[];
  readonly strings: readonly Row[];
  readonly all: readonly Row[];
  /** Names and attributes in f-strings, where the oracle knows no places of them; sorted. */
  readonly inside: readonly string[];
  /** Each scope's head, and its names by what they are; `null` where the oracle has none. */
  readonly scopes: readonly (readonly [string, Readonly<Record<string, string>>])[] | null;
}

/** A file that does not parse. */
export interface Refused {
  readonly error: string;
  readonly line: number | null;
}

/**
 * @param placesInFormatStrings whether the oracle (CPython from 3.12 on) knows places in f-strings
 */
export function describe(text: string, placesInFormatStrings: boolean): Described | Refused {
  const parsed = parsePython(text);
  if (!parsed.ok) return { error: parsed.message, line: parsed.position.line };
  const rows = new Rows(parsed.ast, placesInFormatStrings);
  for (const { node, phase } of walk(parsed.ast)) {
    if (phase === 1) rows.enter(node);
    else rows.leave(node);
  }
  return rows.finish();
}

class Rows {
  readonly imports: Row[] = [];
  readonly froms: Row[] = [];
  readonly names: Row[] = [];
  readonly attributes: Row[] = [];
  readonly calls: Row[] = [];
  readonly strings: Row[] = [];
  readonly inside: string[] = [];
  readonly #module: PyModule;
  readonly #placesInFormatStrings: boolean;
  readonly #scopes: Scopes;
  readonly #contexts = new Map<PyNode, string>();
  #formatStrings = 0;

  constructor(module: PyModule, placesInFormatStrings: boolean) {
    this.#module = module;
    this.#placesInFormatStrings = placesInFormatStrings;
    this.#scopes = scopesOf(module);
    for (const { variables } of this.#scopes.all) {
      for (const { bindings } of variables.values()) for (const { kind, node } of bindings) this.#contexts.set(node, kind === "deletion" ? "Del" : "Store");
    }
  }

  leave(node: PyNode): void {
    if (node.type === "PyFormatString") this.#formatStrings--;
  }

  enter(node: PyNode): void {
    switch (node.type) {
      case "PyFormatString":
        this.#formatStrings++;
        break;
      case "PyName":
        this.#add(this.names, [node.name, this.#contexts.get(node) ?? this.#formOf(node), ...node.range]);
        break;
      case "PyConstant":
        if (node.value === "__debug__") this.#add(this.names, ["__debug__", "Load", ...node.range]);
        break;
      case "PyTypeAlias":
        this.#add(this.names, [node.name.name, "Store", ...node.name.range]);
        break;
      case "PyAttribute":
        this.#add(this.attributes, [node.attribute.name, ...node.range]);
        break;
      case "PyCall":
        if (this.#placed) this.calls.push(callRow(node));
        break;
      case "PyStrings": {
        const value = node.parts.map((part) => (part.type === "PyString" ? part.value : undefined));
        if (this.#formatStrings === 0 && !value.includes(undefined)) this.strings.push([value.join(""), ...node.range]);
      }
    }
  }

  get #placed(): boolean {
    return this.#formatStrings === 0 || this.#placesInFormatStrings;
  }

  /** `(x): int` binds nothing, yet CPython calls it stored. */
  #formOf(node: PyNode): string {
    return node.parent?.type === "PyAnnotated" && node.parent.target === node ? "Store" : "Load";
  }

  #add(rows: Row[], row: readonly [string, ...(string | number)[], number, number]): void {
    if (this.#placed) rows.push(row);
    else this.inside.push(row[0]);
  }

  finish(): Described {
    for (const each of importsOf(this.#module)) {
      if (each.kind === "module") this.imports.push([each.module, each.alias ?? null, ...each.span]);
      else this.froms.push([each.module || null, each.level, each.kind === "star" ? "*" : each.name, each.alias ?? null, ...each.span]);
    }
    const all = dunderAllOf(this.#module).entries.map(({ name, node }): Row => [name, ...node.range]);
    return {
      imports: this.imports,
      froms: this.froms,
      names: this.names,
      attributes: this.attributes,
      calls: this.calls,
      strings: this.strings,
      all,
      inside: this.inside,
      scopes: describeScopes(this.#scopes, importsOf(this.#module).some(isFutureAnnotations)),
    };
  }
}

function callRow(node: PyCall): Row {
  const keywords = node.arguments.filter(({ name, star }) => name ?? star === "**");
  return [node.arguments.length - keywords.length, keywords.map(({ name }) => name?.name ?? null), ...node.range];
}

function isFutureAnnotations(each: ImportedName): boolean {
  return each.kind === "name" && each.module === "__future__" && each.name === "annotations";
}

/** CPython makes no symbols of annotations that are never evaluated. */
function describeScopes({ all, module }: Scopes, lazyAnnotations: boolean): Described["scopes"] {
  const rows = all.map((scope): readonly [string, Record<string, string>] => {
    const names = new Set([...scope.globals, ...scope.nonlocals, ...scope.variables.keys()]);
    for (const { name, inAnnotation, inString } of scope.references) if (!inString && !(inAnnotation && lazyAnnotations)) names.add(name);
    names.delete("__class__");
    return [headOf(scope), Object.fromEntries(Array.from(names, (name) => [name, categoryOf(name, scope, module)]))];
  });
  return rows;
}

function headOf({ kind, node }: Scope): string {
  if (kind === "lambda") return `lambda ${node.loc.start.line}`;
  return node.type === "PyFunction" || node.type === "PyClass" ? `${kind} ${node.name.name}` : kind;
}

function categoryOf(name: string, scope: Scope, module: Scope): string {
  if (scope.globals.has(name)) return "global";
  if (scope.variables.has(name)) return "local";
  const reference = scope.references.find((each) => each.name === name);
  const owner = reference ? reference.variable?.scope : undefined;
  if (scope.nonlocals.has(name)) return "free";
  return !owner || owner === module ? "global" : "free";
}
