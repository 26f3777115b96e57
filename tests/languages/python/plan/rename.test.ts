import { describe, expect, test } from "vitest";
import { becomes, deprecated, planText, replaceAll } from "./orders.ts";
import type { Decide } from "./orders.ts";

const changed = (text: string): string => planText(text).text;

describe("an import and its uses are changed together", () => {
  test.each<[string, string, string]>([
    ["plain", "from acme.old import get_x\nget_x()\n", "from acme.new import create_x\ncreate_x()\n"],
    ["an alias stays", "from acme.old import get_x as y\ny()\n", "from acme.new import create_x as y\ny()\n"],
    ["one of several", "from acme.old import a, get_x, b\nget_x(a, b)\n", "from acme.old import a, b\nfrom acme.new import create_x\ncreate_x(a, b)\n"],
    ["with its comment, one a line", "from acme.old import (\n    a,  # one\n    get_x,  # two\n    b,  # three\n)\nget_x(a, b)\n", "from acme.old import (\n    a,  # one\n    b,  # three\n)\nfrom acme.new import create_x\ncreate_x(a, b)\n"],
    ["the last, with a trailing comma", "from acme.old import (\n    a,\n    get_x,\n)\nget_x(a)\n", "from acme.old import (\n    a,\n)\nfrom acme.new import create_x\ncreate_x(a)\n"],
    ["the last, without one", "from acme.old import (\n    a,\n    get_x\n)\nget_x(a)\n", "from acme.old import (\n    a\n)\nfrom acme.new import create_x\ncreate_x(a)\n"],
    ["comments above each stay, before the bracket", "from acme.old import (\n    a,  # one\n\n    # two\n    get_x,  # too\n    # three\n    OldThing)\nget_x(a, OldThing)\n", "from acme.old import (\n    a  # one\n\n    # two\n    # three\n)\nfrom acme.new import (\n    create_x,\n    NewThing)\ncreate_x(a, NewThing)\n"],
    ["comments above each stay, behind no comment", "from acme.old import (\n    a,\n    get_x,\n    # three\n    OldThing)\nget_x(a, OldThing)\n", "from acme.old import (\n    a\n    # three\n)\nfrom acme.new import (\n    create_x,\n    NewThing)\ncreate_x(a, NewThing)\n"],
    ["comments above each stay, behind the bracket", "from acme.old import (get_x,  # two\n    # three\n    OldThing, a)\nget_x(a, OldThing)\n", "from acme.old import (\n    # three\n    a)\nfrom acme.new import create_x, NewThing\ncreate_x(a, NewThing)\n"],
    ["backslashes", "from acme.old import a, \\\n    get_x, \\\n    b\nget_x(a, b)\n", "from acme.old import a, \\\n    b\nfrom acme.new import create_x\ncreate_x(a, b)\n"],
    ["the last behind a backslash", "from acme.old import a, \\\n    get_x\nget_x(a)\n", "from acme.old import a\nfrom acme.new import create_x\ncreate_x(a)\n"],
    ["the last of a line that it shares", "from acme.old import (\n    a, b, get_x,\n    c, d,\n)\nget_x(a, b, c, d)\n", "from acme.old import (\n    a, b,\n    c, d,\n)\nfrom acme.new import create_x\ncreate_x(a, b, c, d)\n"],
    ["the last of a line, with a comment", "from acme.old import (\n    a, get_x,  # two\n    c,\n)\nget_x(a, c)\n", "from acme.old import (\n    a, c,\n)\nfrom acme.new import create_x\ncreate_x(a, c)\n"],
    ["all of a parenthesised list", "from acme.old import (  # why\n    get_x,  # this\n    OldThing,\n)\nget_x(OldThing)\n", "from acme.new import (  # why\n    create_x,  # this\n    NewThing,\n)\ncreate_x(NewThing)\n"],
    ["CRLF, a BOM, tabs", "\uFEFFdef f():\r\n\tfrom acme.old import get_x, a\r\n\treturn get_x(a)\r\n", "\uFEFFdef f():\r\n\tfrom acme.old import a\r\n\tfrom acme.new import create_x\r\n\treturn create_x(a)\r\n"],
    ["no final newline", "get_y = 1\nfrom acme.old import get_x, a\nget_x(a)", "get_y = 1\nfrom acme.old import a\nfrom acme.new import create_x\ncreate_x(a)"],
    ["an emoji before it on the line", "e = '👍'; from acme.old import get_x; get_x('👍')\n", "e = '👍'; from acme.new import create_x; create_x('👍')\n"],
    ["several statements on a line", "import a; from acme.old import get_x, b; get_x(b)\n", "import a; from acme.old import b; from acme.new import create_x; create_x(b)\n"],
    ["behind a colon", "if 1: from acme.old import get_x, b\nget_x(b)\n", "if 1: from acme.old import b; from acme.new import create_x\ncreate_x(b)\n"],
    ["lazy, in a function", "def f():\n    from acme.old import get_x\n    return get_x()\n", "def f():\n    from acme.new import create_x\n    return create_x()\n"],
    ["decorators, bases, comprehensions, f-strings", "from acme.old import get_x, OldThing\n@get_x\nclass A(OldThing):\n    b = [get_x() for _ in get_x()]\n    c = f'{get_x()!r}'\n", "from acme.new import create_x, NewThing\n@create_x\nclass A(NewThing):\n    b = [create_x() for _ in create_x()]\n    c = f'{create_x()!r}'\n"],
    ["string annotations", "from acme.old import OldThing\ndef f(a: 'list[OldThing]') -> \"OldThing\": ...\n", "from acme.new import NewThing\ndef f(a: 'list[NewThing]') -> \"NewThing\": ...\n"],
    ["under TYPE_CHECKING it stays there", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from acme.old import OldThing\ndef f(a: 'OldThing'): ...\n", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from acme.new import NewThing\ndef f(a: 'NewThing'): ...\n"],
    ["a docstring and a future import above", '"""Doc."""\nfrom __future__ import annotations\nfrom acme.old import get_x\nget_x()\n', '"""Doc."""\nfrom __future__ import annotations\nfrom acme.new import create_x\ncreate_x()\n'],
    ["form feeds", "a = 1\n\f\nfrom acme.old import get_x, b\nget_x(b)\n", "a = 1\n\f\nfrom acme.old import b\nfrom acme.new import create_x\ncreate_x(b)\n"],
    ["the same module", "from acme.new import a, old_x\n", "from acme.new import a, old_x\n"],
    ["moved under its own name", "from acme.moved import a, b as c\na(c)\n", "from acme.placed import a, b as c\na(c)\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });
});

describe("a name that nobody uses", () => {
  test.each<[string, string, string]>([
    ["goes with its line", "import a\nfrom acme.old import get_x  # noqa\n\n\na.b()\n", "import a\n\n\na.b()\n"],
    ["leaves no double blank lines", "import a\n\nfrom acme.old import get_x\n\na.b()\n", "import a\n\na.b()\n"],
    ["leaves the longer run of blank lines", "import a\n\nfrom acme.old import get_x\n\n\ndef f(): ...\n", "import a\n\n\ndef f(): ...\n"],
    ["leaves `pass` in a block", "def f():\n    from acme.old import get_x  # why\n", "def f():\n    pass\n"],
    ["leaves `pass` behind a colon", "if a: from acme.old import get_x\n", "if a: pass\n"],
    ["goes from a line of several", "import a; from acme.old import get_x; a.b()\n", "import a; a.b()\n"],
    ["goes from the end of a line", "import a; from acme.old import get_x  # c\n", "import a  # c\n"],
    ["keeps the comments above", "# about\nfrom acme.old import get_x\na = 1\n", "# about\na = 1\n"],
    ["is tried out in a `try`", "try:\n    from acme.old import get_x\n    HAS = True\nexcept ImportError:\n    HAS = False\n", "try:\n    from acme.new import create_x\n    HAS = True\nexcept ImportError:\n    HAS = False\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });
});

describe("where the new name is taken, the old one stays as an alias", () => {
  const aliased = (rest: string): string => `from acme.old import get_x\n${rest}`;
  test.each<[string, string]>([
    ["in the module", "create_x = 1\nget_x()\n"],
    ["by a parameter around a use", "def f(create_x): return get_x()\n"],
    ["by a comprehension's variable", "[get_x for create_x in a]\n"],
    ["by a builtin or an unknown that is read", "get_x(create_x)\n"],
    ["by an attribute of a class around a use", "class A:\n    create_x = 1\n    b = get_x()\n"],
    ["held by `global`", "def f():\n    global get_x\n    get_x()\n"],
    ["held by `del`", "get_x()\ndel get_x\n"],
    ["held by `__all__`", "__all__ = ['get_x']\nget_x()\n"],
    ["held by an `__all__` that is computed", "__all__ = 'get_x other'.split()\nget_x()\n"],
    ["held by what a loop adds to `__all__`", "__all__ = []\nfor name in ['get_x']: __all__.append(name)\n"],
    ["held by the old module's `__all__`", "import acme.old as m\n__all__ = m.__all__\n"],
    ["held by the module as an object", "import sys\nsys.modules[__name__].get_x()\nget_x()\n"],
    ["held by a name of the module as an object", "import sys\ngetattr(sys.modules[__name__], 'get_x')()\nget_x()\n"],
    ["held by `globals()`", "globals()['get_x']()\nget_x()\n"],
    ["held by an example that doctest runs", "def f():\n    \"\"\"Does it.\n\n    >>> f() is get_x()\n    True\n    \"\"\"\n    return get_x()\n"],
    ["held by `eval`", "eval('get_x()')\nget_x()\n"],
    ["held by a string for type checkers", "from typing import cast\na = cast('get_x', get_x())\n"],
    ["held by a string in a type's brackets", "from typing import Optional\nT = Optional['get_x']\nget_x()\n"],
    ["held by a string in a built-in type's brackets", "T = dict[str, 'get_x']\nget_x()\n"],
    ["held by a string in brackets of the file's own class", "class stack: ...\nT = stack['get_x']\nget_x()\n"],
    ["held by a class attribute of the same name", "class A:\n    get_x = get_x\n"],
    ["held by an f-string that shows it", "print(f'{get_x()=}')\n"],
    ["held by a mock of this module", "from unittest.mock import patch\n@patch('app.user.get_x')\ndef test_x(mock): get_x()\n"],
    ["held by a mock of this module, as its tests find it", "def test_x(mocker):\n    mocker.patch('user.get_x.cache')\n    get_x()\n"],
    ["held by a mock of this module in an f-string", "from unittest.mock import patch\n@patch(f'{__name__}.get_x')\ndef test_x(mock): get_x()\n"],
    ["held by a mock of this module in a sum", "def test_x(monkeypatch):\n    monkeypatch.setattr(__name__ + '.get_x', 1)\n    get_x()\n"],
    ["held by a mock of this module in a pattern", "from unittest.mock import patch\n@patch('%s.get_x' % __name__)\ndef test_x(mock): get_x()\n"],
    ["held by a mock of this module as an object", "import sys\nfrom unittest.mock import patch\n@patch.object(sys.modules[__name__], 'get_x')\ndef test_x(mock): get_x()\n"],
    ["held by an f-string that shows another one with it", "print(f'{f\"{get_x()}\" = !r}')\n"],
  ])("%s", (_name, rest) => {
    expect(changed(aliased(rest))).toBe(`from acme.new import create_x as get_x\n${rest}`);
  });

  test.each<[string, string]>([
    ["of a parameter", "def f(config):\n    return NAME(config['get_x'])\n"],
    ["of a module's value", "import os\nNAME(os.environ['get_x'], settings['get_x'])\n"],
    ["of an attribute and of a result", "def f(self):\n    return NAME(self.data['get_x'], self.read()['get_x'], self.rows[0]['get_x'])\n"],
  ])("a key %s holds nothing", (_name, rest) => {
    const [before, after] = ["get_x", "create_x"].map((name) => rest.replaceAll("NAME", name));
    expect(changed(aliased(before ?? ""))).toBe(`from acme.new import create_x\n${after ?? ""}`);
  });

  test("a mock of another module, or of another name, holds nothing", () => {
    const text = "from acme.old import get_x\n\n\n@patch('shop.user.get_x')\n@patch('other.get_x')\n@patch(f'{__name__}.other')\n@patch('app.user.other.get_x')\ndef test_x(*mocks): get_x('get_x', '.py')\n";
    expect(changed(text)).toBe(text.replace("acme.old import get_x", "acme.new import create_x").replace(": get_x(", ": create_x("));
  });

  test("an example that imports it itself holds nothing", () => {
    const text = "from acme.old import get_x\ndef f():\n    \"\"\"\n    >>> from acme.old import get_x\n    >>> get_x()\n    \"\"\"\n    return get_x()\n";
    expect(changed(text)).toBe(text.replace("from acme.old import get_x\ndef", "from acme.new import create_x\ndef").replace("return get_x", "return create_x"));
  });

  test("an alias that repeats the name, which lets it out for type checkers, does so afterwards", () => {
    const same: Decide = (fact) => replaceAll(fact) && { replacement: becomes("get_x", "acme.new", { renames: false }) };
    expect(planText("from acme.old import get_x as get_x\n", { decide: same }).text).toBe("from acme.new import get_x as get_x\n");
    expect(planText("from acme.old import (\n    get_x as get_x,\n    keep,\n)\n", { decide: same }).text).toBe("from acme.old import (\n    keep,\n)\nfrom acme.new import get_x as get_x\n");
    expect(changed("from acme.new import create_x\nfrom acme.old import get_x as get_x\n")).toBe("from acme.new import create_x, create_x as get_x\n");
    // In a stub no other alias does.
    const stub = (text: string): readonly string[] => planText(text, { self: "/p/acme/user.pyi" }).outcomes;
    expect(stub("from acme.old import get_x as get_x\n")).toEqual(["get_x: none (in a stub `create_x as get_x` lets nothing out)"]);
    expect(stub("from acme.old import get_x as get_x\n__all__ = ['get_x']\n")).toContain("get_x: automatic");
    expect(stub("from acme.old import get_x as y\n")).toEqual(["get_x: automatic"]);
  });

  test("but not where another import by its detour is what takes it", () => {
    const detour: Decide = (fact) => (fact.module === "acme" ? { replacement: becomes("create_x", "acme.new", { renames: false }) } : replaceAll(fact));
    const both = (text: string): string => planText(text, { decide: detour, deprecated: { ...deprecated, acme: ["create_x"] } }).text;
    const fixed = "from acme.new import create_x\ncreate_x(create_x)\n";
    expect(both("from acme import create_x\nfrom acme.old import get_x\nget_x(create_x)\n")).toBe(fixed);
    expect(both("from acme.old import get_x\nfrom acme import create_x\nget_x(create_x)\n")).toBe(fixed);
    expect(both("from acme.old import get_x as y\nfrom acme import create_x\ny(create_x)\n")).toBe("from acme.new import create_x as y, create_x\ny(create_x)\n");
    // What runs between uses the one before the other is there.
    expect(both("from acme.old import get_x\nget_x()\nfrom acme import create_x\ncreate_x()\n")).toBe("from acme.new import create_x as get_x, create_x\nget_x()\ncreate_x()\n");
  });

  test("a class's private names", () => {
    const decide: Decide = (fact) => replaceAll(fact) && { replacement: becomes("__create_x") };
    // Within a class `__create_x` is `_C__create_x`, also where it is imported.
    const used = "\n\nclass C:\n    def f(self):\n        return get_x()\n";
    expect(planText(`from acme.old import get_x${used}`, { decide }).text).toBe(`from acme.new import __create_x as get_x${used}`);
    const member = `import acme.old as ws${used.replace("get_x", "ws.get_x")}`;
    expect(planText(`from acme.new import __create_x\n${member}`, { decide }).text).toBe(`from acme.new import __create_x, __create_x as get_x${used}`);
    const within = "class C:\n    def f(self):\n        from acme.old import get_x\n        return get_x()\n";
    expect(planText(within, { decide }).outcomes).toContain("get_x: none (within a class `__create_x` is another name)");
    const memberWithin = "class C:\n    def f(self):\n        import acme.old as ws\n        return ws.get_x()\n";
    expect(planText(memberWithin, { decide }).text).toBe(memberWithin);
    // An alias stays as it is written.
    expect(changed("class C:\n    from acme.old import get_x as __x\n    a = __x()\n")).toBe("class C:\n    from acme.new import create_x as __x\n    a = __x()\n");
  });

  test("what a disable comment keeps in `__all__` is taken from where it was", () => {
    const decide: Decide = (fact) => (fact.kind === "reexport" ? { action: "keep" } : replaceAll(fact));
    expect(planText("from acme.old import get_x\n__all__ = ['get_x']\nget_x()\n", { decide }).text).toBe("from acme.old import get_x\nfrom acme.new import create_x\n__all__ = ['get_x']\ncreate_x()\n");
    const unused = planText("from acme.old import get_x\n__all__ = ['get_x']\n", { decide });
    expect(unused.text).toBe("from acme.old import get_x\n__all__ = ['get_x']\n");
    expect(unused.outcomes).toContain("get_x: none (every use of it is kept by a disable comment)");
  });

  test("held by another file", () => {
    const { text } = planText("from acme.old import get_x\nget_x()\n", { takers: { get_x: ["/app/other.py"] } });
    expect(text).toBe("from acme.new import create_x as get_x\nget_x()\n");
  });

  test("an attribute of a class", () => {
    expect(changed("class A:\n    from acme.old import get_x\n    b = get_x()\n")).toBe("class A:\n    from acme.new import create_x as get_x\n    b = get_x()\n");
  });
});

describe("an import that is there", () => {
  test.each<[string, string, string]>([
    ["is joined", "from acme.new import a\nfrom acme.old import get_x\nget_x(a)\n", "from acme.new import a, create_x\ncreate_x(a)\n"],
    ["is joined below, with only imports between", "from acme.old import get_x\nimport b\nfrom acme.new import a\nget_x(a, b)\n", "import b\nfrom acme.new import a, create_x\ncreate_x(a, b)\n"],
    ["is not joined below code", "from acme.old import get_x\nget_x()\nfrom acme.new import a\na()\n", "from acme.new import create_x\ncreate_x()\nfrom acme.new import a\na()\n"],
    ["is joined in its form", "from acme.new import (\n    a,  # one\n)\nfrom acme.old import get_x\nget_x(a)\n", "from acme.new import (\n    a,  # one\n    create_x,\n)\ncreate_x(a)\n"],
    ["is joined in its form, without a trailing comma", "from acme.new import (\n    a  # one\n)\nfrom acme.old import get_x\nget_x(a)\n", "from acme.new import (\n    a,  # one\n    create_x\n)\ncreate_x(a)\n"],
    ["is joined behind a backslash", "from acme.new import a, \\\n    b\nfrom acme.old import get_x\nget_x(a, b)\n", "from acme.new import a, \\\n    b, create_x\ncreate_x(a, b)\n"],
    ["under TYPE_CHECKING is not joined", "if TYPE_CHECKING:\n    from acme.new import a\nfrom acme.old import get_x\nget_x()\n", "if TYPE_CHECKING:\n    from acme.new import a\nfrom acme.new import create_x\ncreate_x()\n"],
    ["in the module is not joined by a function's", "from acme.new import a\ndef f():\n    from acme.old import get_x\n    return get_x(a)\n", "from acme.new import a\ndef f():\n    from acme.new import create_x\n    return create_x(a)\n"],
    ["of the symbol itself is used", "from acme.new import create_x\nfrom acme.old import get_x\nget_x(create_x)\n", "from acme.new import create_x\ncreate_x(create_x)\n"],
    ["of the symbol itself, under another name", "from acme.new import create_x as c\ndef f():\n    from acme.old import get_x as y\n    return y(c)\n", "from acme.new import create_x as c\ndef f():\n    return c(c)\n"],
    ["of the symbol itself further down is not used", "def f():\n    from acme.old import get_x\n    return get_x()\nf()\nfrom acme.new import create_x\ncreate_x()\n", "def f():\n    from acme.new import create_x\n    return create_x()\nf()\nfrom acme.new import create_x\ncreate_x()\n"],
    ["two old ones become one", "from acme.old import get_x\nfrom acme.old import OldThing\nget_x(OldThing)\n", "from acme.new import create_x, NewThing\ncreate_x(NewThing)\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });
});

test("the symbol itself in the same statement is used", () => {
  const setting = { deprecated: { "acme.both": ["get_x"] }, decide: ((fact) => (fact.name === "get_x" ? { replacement: becomes("create_x", "acme.both") } : undefined)) satisfies Decide };
  expect(planText("from acme.both import get_x, create_x\nget_x(create_x)\n", setting).text).toBe("from acme.both import create_x\ncreate_x(create_x)\n");
});

describe("a name that is bound elsewhere too", () => {
  test.each([
    ["where it fails", "try:\n    from acme.old import get_x\nexcept ImportError:\n    get_x = None\nget_x()\n"],
    ["by an import that stays", "try:\n    from acme.old import get_x\nexcept ImportError:\n    from acme.older import get_x\nget_x()\n"],
    ["where it is the fallback itself", "try:\n    from fast import get_x\nexcept ImportError:\n    from acme.old import get_x\nget_x()\n"],
    ["by what is made of it", "from acme.old import get_x\nget_x = cached(get_x)\nget_x()\n"],
    ["by a function", "from acme.old import get_x\ndef f():\n    global get_x\n    get_x = None\nget_x()\n"],
    ["for type checkers", "if TYPE_CHECKING:\n    from acme.old import get_x\nelse:\n    get_x = None\ndef f(x: get_x): ...\n"],
    ["in a class", "class A:\n    from acme.old import get_x\n    get_x = staticmethod(get_x)\n"],
  ])("with something else, %s: the name stays", (_, text) => {
    expect(changed(text)).toBe(text.replace("from acme.old import get_x", "from acme.new import create_x as get_x"));
  });

  test("as the fallback for the new one: left", () => {
    const text = "try:\n    from acme.new import create_x as get_x\nexcept ImportError:\n    from acme.old import get_x\nget_x()\n";
    expect(planText(text)).toMatchObject({ text, outcomes: ['get_x: none (it is the fallback beside "acme.new")'] });
  });

  test("by imports that all move", () => {
    const text = "if a:\n    from acme.old import get_x\nelse:\n    from acme.old import get_x\nget_x()\n";
    expect(changed(text)).toBe(text.replaceAll("from acme.old import get_x", "from acme.new import create_x as get_x"));
  });
});
