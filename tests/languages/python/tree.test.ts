import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { visitorKeys } from "../../../src/languages/python/tree/keys.ts";
import type { PyModule, PyNode } from "../../../src/languages/python/tree/node.ts";
import { childrenOf, walk } from "../../../src/languages/python/tree/walk.ts";

const text = readFileSync(path.join(import.meta.dirname, "../../fixtures/python/syntax.py"), "utf8");

function treeOf(source: string): PyModule {
  const parsed = parsePython(source);
  if (!parsed.ok) throw new Error(`${parsed.message} ${JSON.stringify(parsed.position)}`);
  return parsed.ast;
}

function nodesOf(tree: PyModule): readonly PyNode[] {
  return [...walk(tree)].flatMap(({ node, phase }) => (phase === 1 ? [node] : []));
}

/** The tree in short: names of types, and the text of leaves. */
function short(node: PyNode, source: string): string {
  const children = childrenOf(node);
  const name = node.type.slice(2);
  if (children.length > 0) return `${name}(${children.map((child) => short(child, source)).join(" ")})`;
  return `${name}«${source.slice(...node.range)}»`;
}

/** Not by what the walk goes by: that trusts the keys. */
const isPyNode = (value: unknown): boolean => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && value.type in visitorKeys;

describe("the tree of a file with all syntax", () => {
  const nodes = nodesOf(treeOf(text));

  test.each(Object.entries(visitorKeys))("has %s, with the keys that its type says", (type, keys) => {
    const some = nodes.filter((node) => node.type === type);
    expect(some.length).toBeGreaterThan(0);
    for (const node of some) {
      const held = Object.entries(node).filter(([key, value]) => key !== "parent" && key !== "forward" && [value].flat().some(isPyNode));
      expect(keys).toEqual(expect.arrayContaining(held.map(([key]) => key)));
      for (const key of keys) expect(Object.keys(node)).toContain(key);
    }
    // Each key holds something somewhere.
    for (const key of keys) expect(some.some((node) => childrenOf(node).some((child) => [Reflect.get(node, key)].flat().includes(child))), key).toBe(true);
  });

  test("no value is left out: where pyright names one otherwise, it would be `undefined` everywhere", () => {
    const missing = new Map<string, boolean>();
    for (const node of nodes) {
      for (const [key, value] of Object.entries(node)) {
        const name = `${node.type}.${key}`;
        missing.set(name, (missing.get(name) ?? true) && value === undefined);
      }
    }
    const never = [...missing].filter(([name, is]) => is && !name.endsWith(".parenthesized")).map(([name]) => name);
    expect(never).toEqual([]);
    expect(new Set(nodes.flatMap((node) => (node.type === "PyBinary" || node.type === "PyUnary" ? [node.operator] : [])))).toEqual(
      new Set(["not", "-", "**", "+", "<", "<=", "and", "is not", "or", "not in", "~", "@"]),
    );
  });

  test("children lie in their parent, one behind the other", () => {
    for (const node of nodes) {
      let end = node.range[0];
      for (const child of childrenOf(node)) {
        expect(child.parent).toBe(node);
        const [start, stop] = child.parenthesized ?? child.range;
        expect(start, `${node.type} ${child.type} ${text.slice(start, stop)}`).toBeGreaterThanOrEqual(end);
        expect(stop).toBeLessThanOrEqual(node.range[1]);
        end = stop;
      }
    }
  });

  test("a name's range is its text", () => {
    for (const node of nodes) if (node.type === "PyName" || node.type === "PyIdentifier") expect(text.slice(...node.range)).toBe(node.name);
  });
});

test.each([
  ["a = b = c", "Module(StatementLine(Assignment(Name«a» Name«b» Name«c»)))"],
  ["a: int = 1", "Module(StatementLine(Assignment(Annotated(Name«a» Name«int») Number«1»)))"],
  ["a.b(c=1)[0]", "Module(StatementLine(Subscript(Call(Attribute(Name«a» Identifier«b») Argument(Identifier«c» Number«1»)) Argument(Number«0»))))"],
  ["from ..a.b import c as d, e", "Module(StatementLine(ImportFrom(ModuleName(Identifier«a» Identifier«b») ImportFromAlias(Identifier«c» Identifier«d») ImportFromAlias(Identifier«e»))))"],
  ["from . import *", "Module(StatementLine(ImportFrom(ModuleName«.»)))"],
  ["import a.b as c", "Module(StatementLine(ImportAlias(ModuleName(Identifier«a» Identifier«b») Identifier«c»)))".replace("ImportAlias", "Import(ImportAlias") + ")"],
  ["((a)) + (b, (c))", "Module(StatementLine(Binary(Name«a» Tuple(Name«b» Name«c»))))"],
  ["a; b;", "Module(StatementLine(Name«a» Name«b»))"],
  ["f(x for x in y)", "Module(StatementLine(Call(Name«f» Argument(Comprehension(Name«x» ComprehensionFor(Name«x» Name«y»))))))"],
])("%s", (source, expected) => {
  expect(short(treeOf(`${source}\n`), source)).toBe(expected);
});

test("a string in an annotation holds an expression, at its place", () => {
  const source = 'a: "old.Thing" = 1\nb = "old.Thing"\n';
  const strings = nodesOf(treeOf(source)).flatMap((node) => (node.type === "PyStrings" ? [node] : []));
  expect(strings.map(({ forward }) => forward && source.slice(...forward.range))).toEqual(["old.Thing", undefined]);
  expect(strings[0]?.forward?.parent).toBe(strings[0]);
});

test("a string knows where its text stands", () => {
  const source = `a = rb'x' "" """y"""\n`;
  const strings = nodesOf(treeOf(source)).flatMap((node) => (node.type === "PyString" ? [node] : []));
  expect(strings.map(({ value, isBytes, inner }) => [value, isBytes, source.slice(...inner)])).toEqual([
    ["x", true, "x"],
    ["", false, ""],
    ["y", false, "y"],
  ]);
});
