import { describe, expect, test } from "vitest";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { dunderAllOf } from "../../../src/languages/python/read/dunder-all.ts";
import { dynamicOf } from "../../../src/languages/python/read/dynamic.ts";
import { attributesOf, dottedName } from "../../../src/languages/python/read/expressions.ts";
import { importsOf } from "../../../src/languages/python/read/imports.ts";
import type { PyModule, PyNode } from "../../../src/languages/python/tree/node.ts";
import { walk } from "../../../src/languages/python/tree/walk.ts";

function treeOf(text: string): PyModule {
  const parsed = parsePython(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.ast;
}

function nodesOf(text: string): readonly PyNode[] {
  return [...walk(treeOf(text))].flatMap(({ node, phase }) => (phase === 1 ? [node] : []));
}

describe("imports", () => {
  const shown = (text: string): readonly string[] =>
    importsOf(treeOf(text)).map((each) => {
      const from = `${".".repeat(each.level)}${each.module}`;
      const what = each.kind === "name" ? ` ${each.name}` : "";
      const local = each.kind === "star" ? "" : ` → ${each.local}`;
      return `${each.kind} ${from}${what}${local} «${text.slice(...each.span)}»`;
    });

  test.each([
    ["import a, b.c as d, e.f\n", ["module a → a «a»", "module b.c → d «b.c as d»", "module e.f → e «e.f»"]],
    ["from a.b import c, d as e\n", ["name a.b c → c «c»", "name a.b d → e «d as e»"]],
    ["from . import a\nfrom .. import b\nfrom ...c.d import e\n", ["name . a → a «a»", "name .. b → b «b»", "name ...c.d e → e «e»"]],
    ["from a import *\n", ["star a «*»"]],
    ["from a import (  # one\r\n    b,  # two\r\n    c,\r\n)\r\n", ["name a b → b «b»", "name a c → c «c»"]],
    ["def f():\n  import a\n  class B:\n    from c import d\ntry: import e\nexcept: import f\nif x: import g; import h\n", ["module a → a «a»", "name c d → d «d»", "module e → e «e»", "module f → f «f»", "module g → g «g»", "module h → h «h»"]],
    ["from a import \\\n  b, \\\n  c\n", ["name a b → b «b»", "name a c → c «c»"]],
    ["'👍'; from a import b\n", ["name a b → b «b»"]],
    ["import ﬁle\n", ["module file → file «ﬁle»"]],
    ["lazy import a\nlazy from b import c\n", ["module a → a «a»", "name b c → c «c»"]],
  ])("%j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("__all__", () => {
  const shown = (text: string): object => {
    const { entries, modules, unknown, isSet } = dunderAllOf(treeOf(text));
    return {
      entries: entries.map(({ name, node, removes, list }) => `${removes ? "-" : ""}${name} «${text.slice(...node.range)}»${list ? ` of ${list.type.slice(2)}` : ""}`),
      modules: modules.map(({ object }) => text.slice(...object.range)),
      unknown: unknown.map((node) => text.slice(...node.range)),
      isSet,
    };
  };
  const nothing = { entries: [], modules: [], unknown: [], isSet: false };

  test.each([
    ["a = 1\n", nothing],
    [`__all__ = ["a", 'b',]\n`, { entries: [`a «"a"» of List`, "b «'b'» of List"], isSet: true }],
    [`__all__ = "a", "b"\n`, { entries: [`a «"a"» of Tuple`, `b «"b"» of Tuple`], isSet: true }],
    [`__all__: list[str] = ("a" "b", "c")\n`, { entries: [`ab «"a" "b"» of Tuple`, `c «"c"» of Tuple`], isSet: true }],
    [`__all__ = ["a"] + b.__all__ + list(c.d.__all__) + ["e"]\n`, { entries: [`a «"a"» of List`, `e «"e"» of List`], modules: ["b", "c.d"], isSet: true }],
    [`__all__ = []\n__all__ += ["a"]\n__all__.extend(b.__all__)\n__all__.append("c")\n__all__.remove("a")\n`, { entries: [`a «"a"» of List`, `c «"c"»`, `-a «"a"»`], modules: ["b"], isSet: true }],
    [`__all__ = ["a", *b.__all__, c]\n`, { entries: [`a «"a"» of List`], modules: ["b"], unknown: ["c"], isSet: true }],
    [`__all__ = [n for n in dir()]\n`, { unknown: ["n for n in dir()"], isSet: true }],
    [`__all__ = __all__ + x\n__all__.sort()\n__all__.pop()\n__all__.insert(0, "a")\n`, { entries: [`a «"a"»`], unknown: ["x", "__all__.pop()"], isSet: true }],
    [`try:\n  __all__ = ["a"]\nexcept E:\n  __all__ = ["b"]\nelse:\n  if c: __all__ += ["d"]\n  else: __all__ += ["e"]\n`, { entries: [`a «"a"» of List`, `b «"b"» of List`, `d «"d"» of List`, `e «"e"» of List`], isSet: true }],
    [`def f():\n  __all__ = ["a"]\nclass B:\n  __all__ = ["b"]\nx.__all__ = ["c"]\n__all__ == ["d"]\n`, {}],
    [`a, __all__ = 1, ["a"]\n__all__[:] = ["b"]\n`, { unknown: [`a, __all__ = 1, ["a"]`, `__all__[:] = ["b"]`], isSet: true }],
    [`match a:\n  case 1: __all__ = ["a"]\n`, { entries: [`a «"a"» of List`], isSet: true }],
    [`__all__ = [f"a", b"c", 1]\n`, { unknown: [`f"a"`, `b"c"`, "1"], isSet: true }],
  ])("%j", (text, expected) => {
    expect(shown(text)).toEqual({ ...nothing, ...expected });
  });
});

describe("strings that name modules and attributes", () => {
  const shown = (text: string): readonly string[] => {
    const { imports, attributes } = dynamicOf(treeOf(text));
    return [
      ...imports.map(({ level, module, from, gives, string }) => `${gives} ${".".repeat(level)}${module}${from ? ` from ${text.slice(...from.range)}` : ""} «${text.slice(...string.range)}»`),
      ...attributes.map(({ by, object, name, string }) => `${by} ${text.slice(...object.range)} ${name} «${text.slice(...string.range)}»`),
    ];
  };

  test.each([
    [`import importlib\nimportlib.import_module("a.b")\n`, [`module a.b «"a.b"»`]],
    [`from importlib import import_module as load\nload(name="a" "b")\n`, [`module ab «"a" "b"»`]],
    [`import importlib as i\ni.import_module(".a", __package__); i.import_module("..b", package="c.d")\n`, [`module .a from __package__ «".a"»`, `module ..b from "c.d" «"..b"»`]],
    [`__import__("a.b")\n`, [`root a.b «"a.b"»`]],
    [`import builtins\nbuiltins.getattr(a, "b")\n`, [`getattr a b «"b"»`]],
    [`getattr(a.b, 'c', None)\nsetattr(a, "d", 1)\nhasattr(a, "e")\ndelattr(a, "f")\n`, ["getattr a.b c «'c'»", `setattr a d «"d"»`, `hasattr a e «"e"»`, `delattr a f «"f"»`]],
    [`def getattr(a, b): pass\ngetattr(a, "b")\n`, []],
    [`import_module("a")\nother.import_module("b")\n`, []],
    [`import importlib\ndef f(importlib): importlib.import_module("a")\n`, []],
    [`getattr(a, b)\ngetattr(a, f"b")\ngetattr(a, b"c")\ngetattr(*a, "b")\ngetattr(a)\n`, []],
    [`try:\n    from importlib import import_module\nexcept ImportError:\n    from compat import import_module\nimport_module("a")\n`, []],
    [`from .importlib import import_module\nimport_module("a")\n`, []],
  ])("%j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("attributes of a name", () => {
  test.each([
    ["a.b.c(1).d", ["a.b", "a.b.c"]],
    ["(a).b", ["(a).b"]],
    ["a", []],
    ["x[a].b", []],
    ["a(b).c", []],
  ])("%s", (text, expected) => {
    const [name] = nodesOf(`${text}\n`).flatMap((node) => (node.type === "PyName" && node.name === "a" ? [node] : []));
    expect(name && attributesOf(name).map(({ range }) => text.slice(...range))).toEqual(expected);
  });

  test("a dotted expression is told apart from others", () => {
    const [outer] = nodesOf("a.b.c\n").flatMap((node) => (node.type === "PyAttribute" ? [node] : []));
    expect(outer && dottedName(outer)).toMatchObject({ root: { name: "a" }, attributes: [{ attribute: { name: "b" } }, { attribute: { name: "c" } }] });
    const [call] = nodesOf("a().b\n").flatMap((node) => (node.type === "PyAttribute" ? [node] : []));
    expect(call && dottedName(call)).toBeUndefined();
  });
});
