import { describe, expect, test } from "vitest";
import { planText, replaceAll } from "./orders.ts";
import type { Decide } from "./orders.ts";

const removed: Decide = (fact) => (fact.kind === "reexport" && (fact.name === "get_x" || fact.name === "*") ? { action: "remove" } : undefined);
const without = (text: string): string => planText(text, { decide: removed }).text;
const kept = "from acme.old import a\n";
const import_ = "from acme.old import a, get_x\n";

describe("an entry of `__all__` goes, with the import that this leaves unused", () => {
  test.each<[string, string, string]>([
    ["of one line", "__all__ = ['a', 'get_x']\n", "__all__ = ['a']\n"],
    ["the first of one line", "__all__ = ['get_x', 'a']\n", "__all__ = ['a']\n"],
    ["with a trailing comma", "__all__ = ['a', 'get_x',]\n", "__all__ = ['a',]\n"],
    ["one a line, with its comment", "__all__ = [\n    # first\n    'a',  # one\n    'get_x',  # two\n]\n", "__all__ = [\n    # first\n    'a',  # one\n]\n"],
    ["one a line, without a trailing comma", "__all__ = [\n    'a',\n    'get_x'\n]\n", "__all__ = [\n    'a'\n]\n"],
    ["CRLF", "__all__ = [\r\n    'get_x',\r\n    'a',\r\n]\r\n", "__all__ = [\r\n    'a',\r\n]\r\n"],
    ["a tuple", "__all__ = ('a', 'get_x', 'b')\n", "__all__ = ('a', 'b')\n"],
    ["a tuple of two keeps its comma", "__all__ = ('a', 'get_x')\n", "__all__ = ('a',)\n"],
    ["a tuple of two, the first", "__all__ = ('get_x', 'a')\n", "__all__ = ('a',)\n"],
    ["a tuple of two without parentheses", "__all__ = 'a', 'get_x'\n", "__all__ = 'a',\n"],
    ["a tuple of two, one a line", "__all__ = (\n    'a',\n    'get_x',\n)\n", "__all__ = (\n    'a',\n)\n"],
    ["a tuple of one", "__all__ = ('get_x',)\n", "__all__ = ()\n"],
    ["a tuple of one without parentheses", "__all__ = 'get_x',\n", "__all__ = ()\n"],
    ["a tuple of one without parentheses, added", "__all__ = ['a']\n__all__ += 'get_x',  # c\n", "__all__ = ['a']\n__all__ += ()  # c\n"],
    ["a list of one", "__all__ = ['get_x']\n", "__all__ = []\n"],
    ["a set of one", "__all__ = {'get_x'}\n", "__all__ = set()\n"],
    ["`+=`", "__all__ = ['a']\n__all__ += ['get_x']\n", "__all__ = ['a']\n"],
    ["`+=` with others", "__all__ = ['a']\n__all__ += ['b', 'get_x']\n", "__all__ = ['a']\n__all__ += ['b']\n"],
    ["`.extend`", "__all__ = ['a']\n__all__.extend(['get_x'])  # too\n", "__all__ = ['a']\n"],
    ["`.append`", "__all__ = ['a']\n__all__.append('get_x')\n", "__all__ = ['a']\n"],
    ["`.append` in a branch", "__all__ = ['a']\nif b:\n    __all__.append('get_x')\n", "__all__ = ['a']\nif b:\n    pass\n"],
    ["a part of a concatenation", "__all__ = ['a'] + ['get_x']\n", "__all__ = ['a']\n"],
    ["the first part of a concatenation", "__all__ = ['get_x'] + ['a']\n", "__all__ = ['a']\n"],
    ["a part of a concatenation over lines", "__all__ = ['a'] + \\\n    ['get_x'] + \\\n    ['b']\n", "__all__ = ['a'] + \\\n    ['b']\n"],
    ["a part between others", "__all__ = m.__all__ + (['get_x']) + n.__all__\n", "__all__ = m.__all__ + n.__all__\n"],
    ["some of a part", "__all__ = ['a'] + ['get_x', 'b']\n", "__all__ = ['a'] + ['b']\n"],
    // Without the other part it would be the other module's own list.
    ["a part beside another module's list", "__all__ = m.__all__ + ['get_x']\n", "__all__ = m.__all__ + []\n"],
    ["all parts", "__all__ = ['get_x'] + ['get_x']\n", "__all__ = [] + []\n"],
    ["a part with a comment", "__all__ = (['a']  # a\n    + ['get_x'])\n", "__all__ = (['a']  # a\n    + [])\n"],
  ])("%s", (_name, text, expected) => {
    expect(without(import_ + text)).toBe(kept + expected);
  });

  test("an import whose name an `__all__` may hold in a form that is not read stays", () => {
    const text = "from acme.old import get_x\n__all__ = ['get_x']\nb, __all__ = 1, ['get_x']\n";
    expect(without(text)).toBe(text.replace("__all__ = ['get_x']\nb", "__all__ = []\nb"));
  });

  test("an entry that comes behind a `.remove` is one", () => {
    expect(without("from acme.old import get_x\n__all__ = ['get_x']\n__all__.remove('get_x')\n__all__ += ['get_x']\n")).toBe("__all__ = ['get_x']\n__all__.remove('get_x')\n");
  });

  test("an import that is used stays", () => {
    expect(without("from acme.old import get_x\n__all__ = ['get_x', 'b']\nb = get_x()\n")).toBe("from acme.old import get_x\n__all__ = ['b']\nb = get_x()\n");
  });

  test("an import that another file takes stays", () => {
    const { text } = planText("from acme.old import get_x\n__all__ = ['get_x', 'b']\n", { decide: removed, takers: { get_x: ["/app/other.py"] } });
    expect(text).toBe("from acme.old import get_x\n__all__ = ['b']\n");
  });

  test("another module's list", () => {
    expect(without("import acme.old as m\n__all__ = ['a']\n__all__ += m.__all__\n")).toBe("import acme.old as m\n__all__ = ['a']\n");
    expect(without("import acme.old as m\n__all__ = ['a', *m.__all__]\n")).toBe("import acme.old as m\n__all__ = ['a']\n");
  });
});

describe("a star goes where nothing here may come through it", () => {
  test.each<[string, string, string]>([
    ["unused", "import a\nfrom acme.old import *\n\na.b(len(a))\n", "import a\n\na.b(len(a))\n"],
    ["with a name that nobody binds", "from acme.old import *\nkeep()\n", "from acme.old import *\nkeep()\n"],
  ])("%s", (_name, text, expected) => {
    expect(without(text)).toBe(expected);
  });

  const both: Decide = (fact) => (fact.kind === "reexport" ? removed(fact) : replaceAll(fact));
  test.each<[string, string, string]>([
    ["with uses that move", "from acme.old import *  # noqa\nget_x()\nOldThing\n", "from acme.new import create_x, NewThing  # noqa\ncreate_x()\nNewThing\n"],
    ["with uses that an import further down can hold", "import a\nfrom acme.old import *\nfrom acme.new import other\nget_x(other)\n", "import a\nfrom acme.new import other, create_x\ncreate_x(other)\n"],
    ["beside a name that nobody binds", "from acme.old import *\nget_x(keep)\n", "from acme.old import *\nfrom acme.new import create_x\ncreate_x(keep)\n"],
    ["beside Python's own names", "from acme.old import *\ntry:\n    get_x()\nexcept ImportError:\n    raise SystemExit(__doc__)\n", "from acme.new import create_x\ntry:\n    create_x()\nexcept ImportError:\n    raise SystemExit(__doc__)\n"],
    ["not where a name of it is deleted", "from acme.old import *\nget_x()\ndel get_x\n", "from acme.old import *\nget_x()\ndel get_x\n"],
    ["not where a class may read it before it has the name itself", "from acme.old import *\nclass A:\n    get_x = get_x\n", "from acme.old import *\nclass A:\n    get_x = get_x\n"],
    ["not where the file gives the name another value later", "from acme.old import *\nget_x()\nget_x = 1\n", "from acme.old import *\nget_x()\nget_x = 1\n"],
    ["beside a local of the name", "from acme.old import *\ndef f(get_x): return get_x()\nget_x()\n", "from acme.new import create_x\ndef f(get_x): return get_x()\ncreate_x()\n"],
    ["not where a name of it is only annotated", "from acme.old import *\nget_x: object\nget_x()\n", "from acme.old import *\nget_x: object\nget_x()\n"],
    ["not where a string may mean one", "from acme.old import *\neval('keep')\n", "from acme.old import *\neval('keep')\n"],
    ["beside another statement", "import a; from acme.old import *; get_x(a)\n", "import a; from acme.new import create_x; create_x(a)\n"],
  ])("%s", (_name, text, expected) => {
    expect(planText(text, { decide: both }).text).toBe(expected);
  });

  test("it stays where what it brings in may be listed", () => {
    for (const list of ["'get_x a'.split()", "['get_x']"]) {
      const text = `from acme.old import *\n__all__ = ${list}\n`;
      const planned = planText(text, { decide: (fact) => ({ action: fact.name === "*" ? "remove" : "keep" }) });
      expect(planned.text).toBe(text);
      expect(planned.outcomes).toContain("*: none (`__all__` may name what comes through it)");
    }
  });
});
