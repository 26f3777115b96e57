import { describe, expect, test } from "vitest";
import { readPython, shownFact } from "./facts.ts";
import type { ReadSetting } from "./facts.ts";

const shown = (text: string, setting: ReadSetting = {}): readonly string[] => {
  const { facts, concerns } = readPython(text, setting);
  // The cheap question must never say no to a file with a fact of a deprecated name.
  if (facts.length > 0) expect(concerns, text).toBe(true);
  return facts.map((fact) => shownFact(text, fact));
};

const packages: ReadSetting = { deprecated: { "acme.old": ["get_x"], "acme.moved": ["*"] } };

describe("imports by name", () => {
  test.each<[string, string, readonly string[]]>([
    ["plain", "from acme.old import get_x\nget_x()\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["an alias", "from acme.old import get_x as make\nmake()\n", ["import named get_x «get_x as make»", "use get_x «make»"]],
    ["several, one governed", "from acme.old import a, get_x, b\n", ["import named a «a»", "import named get_x «get_x»", "import named b «b»"]],
    ["in parentheses, with comments, CRLF and a BOM", "\uFEFFfrom acme.old import (  # why\r\n    get_x,  # this\r\n)\r\nget_x\r\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["after a backslash", "from acme.old \\\n    import get_x\n", ["import named get_x «get_x»"]],
    ["behind an emoji and a form feed", "a = '👍'; from acme.old import get_x\n\fget_x()", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["lazy, in a function", "def f():\n    from acme.old import get_x\n    return get_x()\nget_x()\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["in a class", "class A:\n    from acme.old import get_x\n    y = get_x\n    def f(self): get_x\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["under TYPE_CHECKING, used in string annotations", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from acme.old import get_x\ndef f(a: 'list[get_x]') -> \"get_x\": ...\n", ["import named get_x «get_x»", "use get_x «get_x»", "use get_x «get_x»"]],
    ["decorators, bases, defaults", "from acme.old import get_x\n@get_x\nclass A(get_x, metaclass=get_x):\n    def f(self, a=get_x()): ...\n", ["import named get_x «get_x»", ...Array.from({ length: 4 }, () => "use get_x «get_x»")]],
    ["comprehensions, f-strings, lambdas, walrus", "from acme.old import get_x\na = [get_x() for get_y in get_x() if (z := get_x)]\nf'{get_x()!r}'\nlambda: get_x\n", ["import named get_x «get_x»", ...Array.from({ length: 5 }, () => "use get_x «get_x»")]],
    ["an assignment is a use", "from acme.old import get_x\nget_y = get_x\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["global", "def f():\n    global get_x\n    from acme.old import get_x\ndef g(): return get_x()\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["a class body that reads the module's name", "from acme.old import get_x\nclass A:\n    get_x = get_x\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
  ])("%s", (_name, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ["a parameter", "from acme.old import get_x\ndef f(get_x): return get_x()\n", ["import named get_x «get_x»"]],
    ["a local variable", "from acme.old import get_x\ndef f():\n    get_x = 1\n    return get_x\n", ["import named get_x «get_x»"]],
    ["a comprehension's variable", "from acme.old import get_x\n[get_x for get_x in a]\n", ["import named get_x «get_x»"]],
    ["a class attribute, a keyword, an attribute", "from acme.old import get_x\nclass A:\n    def get_x(self): ...\na.get_x(get_x=1)\n", ["import named get_x «get_x»"]],
    ["an import in another function", "def f():\n    from acme.old import get_x\ndef g(get_x): return get_x\n", ["import named get_x «get_x»"]],
    ["another module's", "from acme.other import get_x\nget_x()\n", []],
    ["a string, a comment, a docstring", '"""get_x of acme.old"""\n# from acme.old import get_x\na = "get_x"\n', []],
  ])("not %s", (_name, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("one variable of two imports: each reference is one use", () => {
    const text = "try:\n    from acme.old import get_x\nexcept ImportError:\n    from acme.older import get_x\nget_x()\n";
    const { reading } = readPython(text, { deprecated: { "acme.old": ["get_x"], "acme.older": ["get_x"] } });
    expect(reading.facts.map((fact) => shownFact(text, fact))).toEqual(["import named get_x «get_x»", "import named get_x «get_x»", "use get_x «get_x»"]);
    expect(reading.taken.map((taken) => taken.how === "listed" && taken.isShared)).toEqual([true, true]);
  });

  test("what is bound elsewhere too is shared; what is only deleted or annotated is not", () => {
    const isShared = (rest: string): boolean => readPython(`from acme.old import get_x\n${rest}`).reading.taken.some((taken) => taken.how === "listed" && taken.isShared);
    expect(isShared("get_x = None\n")).toBe(true);
    expect(isShared("def f():\n    global get_x\n    get_x = 1\n")).toBe(true);
    expect(isShared("del get_x\n")).toBe(false);
    expect(isShared("def f(): get_x = 1\n")).toBe(false);
  });

  test("relative, by what the dots lead to", () => {
    const setting = { aliases: { ".old": "acme.old", "..acme.old": "acme.old" } };
    expect(shown("from .old import get_x\n", setting)).toEqual(["import named get_x «get_x»"]);
    expect(shown("from . import old\nold.get_x()\n", setting)).toEqual(["import namespace * «old»", "import member get_x «old.get_x»"]);
    expect(shown("from ..acme import old as o\no.get_x()\n", setting)).toEqual(["import namespace * «old as o»", "import member get_x «o.get_x»"]);
    expect(shown("from ..other import old\nold.get_x()\n", setting)).toEqual([]);
  });
});

describe("modules", () => {
  test.each<[string, string, readonly string[]]>([
    ["import a.b", "import acme.old\nacme.old.get_x()\n", ["import namespace * «acme.old»", "import member get_x «acme.old.get_x»"]],
    ["import a.b as m", "import acme.old as o\no.get_x()\no.other()\n", ["import namespace * «acme.old as o»", "import member get_x «o.get_x»", "import member other «o.other»"]],
    ["import a, and attributes through it", "import acme\nacme.old.get_x()\nacme.other()\n", ["import member get_x «acme.old.get_x»"]],
    ["from a import b", "from acme import old\nold.get_x()\n", ["import namespace * «old»", "import member get_x «old.get_x»"]],
    ["from a import b, attributes further down", "from root import acme\nacme.old.get_x\n", []],
    ["two imports of one package", "import acme.other\nimport acme.old\nacme.old.get_x()\nacme.other.get_x()\n", ["import namespace * «acme.old»", "import member get_x «acme.old.get_x»"]],
    ["in a function, in an annotation, in a string", "def f():\n    import acme.old\n    def g(a: acme.old.get_x, b: 'acme.old.get_x'): ...\n", ["import namespace * «acme.old»", "import member get_x «acme.old.get_x»", "import member get_x «acme.old.get_x»"]],
    ["an attribute with space and comments in it", "import acme.old\n(acme\n .old  # here\n .get_x())\n", ["import namespace * «acme.old»", "import member get_x «acme\n .old  # here\n .get_x»"]],
    ["a local of the package's name", "import acme.old\ndef f(acme): return acme.old.get_x()\n", ["import namespace * «acme.old»"]],
    ["getattr", "import acme.old\ngetattr(acme.old, 'get_x')()\ngetattr(acme.old, name)\ngetattr(acme, 'old').get_x\n", ["import namespace * «acme.old»", "import member get_x «getattr(acme.old, 'get_x')»", "import member get_x «getattr(acme, 'old').get_x»"]],
    ["import_module in a variable", "import importlib\nm = importlib.import_module('acme.old')\nm.get_x()\n", ["import dynamic * «importlib.import_module('acme.old')»", "import member get_x «m.get_x»"]],
    ["import_module, and what it has at once", "from importlib import import_module as load\nload('acme.old').get_x()\n", ["import dynamic get_x «load('acme.old').get_x»"]],
    ["import_module, for what it does", "from importlib import import_module\nimport_module('acme.old')\nimport_module('acme.other')\n", ["import dynamic * «import_module('acme.old')»"]],
    ["getattr in other letters, which Python takes for the same", "import acme.old\nｇetattr(acme.old, 'get_x')()\n", ["import namespace * «acme.old»", "import member get_x «ｇetattr(acme.old, 'get_x')»"]],
    ["import_module with getattr", "from importlib import import_module\ngetattr(import_module('acme.old'), 'get_x')\n", ["import dynamic get_x «getattr(import_module('acme.old'), 'get_x')»"]],
    ["import_module, relative to a package", "from importlib import import_module\nimport_module('.old', 'acme').get_x\nimport_module('..old', 'acme.sub').get_x\n", ["import dynamic get_x «import_module('.old', 'acme').get_x»", "import dynamic get_x «import_module('..old', 'acme.sub').get_x»"]],
    ["__import__ gives the root", "__import__('acme.old').old.get_x\n__import__('acme.old', fromlist=['get_x']).get_x\n", ["import dynamic get_x «__import__('acme.old').old.get_x»", "import dynamic get_x «__import__('acme.old', fromlist=['get_x']).get_x»"]],
  ])("%s", (_name, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("a member belongs to the import that names its module", () => {
    const { reading } = readPython("import acme.other\nimport acme.old\nacme.old.get_x()\n");
    const [namespace, member] = ["namespace", "member"].map((how) => reading.taken.find((taken) => taken.how === how));
    expect(member?.how === "member" && member.namespace).toBe(namespace);
    expect(namespace?.how === "namespace" && namespace.members).toEqual([member]);
  });

  test("of a whole module the import is the site; where none names it, the expression", () => {
    expect(shown("import acme.moved\nacme.moved.a()\n", packages)).toEqual(["import namespace * «acme.moved»", "import member a «acme.moved.a»"]);
    expect(shown("import acme\nacme.moved.a()\n", packages)).toEqual(["import member a «acme.moved.a»", "import namespace * «acme.moved»"]);
    expect(shown("from acme import moved\nmoved.a()\n", packages)).toEqual(["import namespace * «moved»", "import member a «moved.a»"]);
  });

  test("a module that another one passes on whole", () => {
    const setting = { ...packages, namespaces: { facade: { ws: "acme.old" } } };
    expect(shown("from facade import ws\nws.get_x()\n", setting)).toEqual(["import namespace * «ws»", "import member get_x «ws.get_x»"]);
    expect(shown("import facade\nfacade.ws.get_x()\n", setting)).toEqual(["import namespace * «facade»", "import member get_x «facade.ws.get_x»"]);
    expect(readPython("import facade\nfacade.ws.get_x()\n", setting).facts[1]).toMatchObject({ module: "acme.old", via: "facade" });
  });

  test("an export hides a module of the same name", () => {
    expect(shown("from acme import old\nold()\n", { deprecated: { acme: ["old"], "acme.old": ["get_x"] } })).toEqual(["import named old «old»", "use old «old»"]);
  });
});

describe("star imports", () => {
  test.each<[string, string, readonly string[]]>([
    ["the names it brings in", "from acme.old import *\nget_x()\nother()\ndef f(): return get_x\n", ["reexport * as * «*»", "use get_x «get_x»", "use get_x «get_x»"]],
    ["not what the file binds", "from acme.old import *\ndef f(get_x): return get_x\n", ["reexport * as * «*»"]],
    ["of another module", "from acme.other import *\nget_x()\n", []],
    ["with __all__", "from acme.old import *\n__all__ = ['get_x']\n", ["reexport * as * «*»", "reexport get_x as get_x «'get_x'»"]],
  ])("%s", (_name, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("a later star that has the name too hides it", () => {
    const setting = { exports: { "acme.new": ["get_x"] } };
    expect(shown("from acme.old import *\nfrom acme.new import *\nget_x()\n", setting)).toEqual(["reexport * as * «*»"]);
    expect(readPython("from acme.old import *\nfrom acme.new import *\n", setting).facts).toMatchObject([{ hidden: ["get_x"] }]);
    expect(shown("from acme.new import *\nfrom acme.old import *\nget_x()\n", setting)).toEqual(["reexport * as * «*»", "use get_x «get_x»"]);
    expect(shown("from acme.old import *\nfrom unknown import *\nget_x()\n", setting)).toEqual(["reexport * as * «*»", "use get_x «get_x»"]);
  });

  const hidden = (rest: string, setting?: ReadSetting): readonly string[] =>
    readPython(`from acme.old import *\n${rest}`, setting).facts.flatMap((fact) => (fact.kind === "reexport" && fact.name === "*" ? fact.hidden : []));

  test("what the file binds later itself is hidden, not what a branch may", () => {
    expect(hidden("def get_x(): ...\n")).toEqual(["get_x"]);
    expect(hidden("from acme.new import get_x\n")).toEqual(["get_x"]);
    expect(hidden("if a:\n    get_x = 1\n")).toEqual([]);
    expect(hidden("def f():\n    get_x = 1\n")).not.toContain("get_x");
    expect(readPython("get_x = 1\nfrom acme.old import *\n").facts).toMatchObject([{ hidden: [] }]);
  });

  test("what the file's own __all__ leaves out is hidden, where that is known", () => {
    expect(hidden("__all__ = ['other']\n")).toEqual(["__all__", "get_x"]);
    expect(hidden("__all__ = ['get_x']\n")).toEqual(["__all__"]);
    expect(hidden("__all__ = names()\n")).toEqual(["__all__"]);
    const whole = { deprecated: { "acme.old": ["*"] } };
    expect(hidden("__all__ = ['a']\ndef a(): ...\n", whole)).toEqual(["__all__", "a", "*"]);
    expect(hidden("__all__ = ['b']\ndef a(): ...\n", whole)).toEqual(["__all__", "a"]);
  });
});

describe("letting out", () => {
  test.each<[string, string, readonly string[]]>([
    ["a list", "from acme.old import get_x\n__all__ = [\n    'a',\n    \"get_x\",  # old\n]\n", ["import named get_x «get_x»", 'reexport get_x as get_x «"get_x"»']],
    ["+=, extend, append, a tuple", "from acme.old import get_x as a\n__all__ = ()\n__all__ += ('a',)\n__all__.extend(['a'])\n__all__.append('a')\n", ["import named get_x «get_x as a»", ...Array.from({ length: 3 }, () => "reexport get_x as a «'a'»")]],
    ["in a branch", "try:\n    from acme.old import get_x\n    __all__ = ['get_x']\nexcept ImportError:\n    __all__ = []\n", ["import named get_x «get_x»", "reexport get_x as get_x «'get_x'»"]],
    ["an entry that is taken out again is none", "from acme.old import get_x\n__all__ = ['get_x']\n__all__.remove('get_x')\n", ["import named get_x «get_x»"]],
    ["a name of the file's own is none", "from acme.old import get_x\nget_y = get_x\n__all__ = ['get_y']\n", ["import named get_x «get_x»", "use get_x «get_x»"]],
    ["a lazy import is none", "def f():\n    from acme.old import get_x\n__all__ = ['get_x']\n", ["import named get_x «get_x»"]],
    ["another module's list", "from acme import old\nfrom acme.old import *\n__all__ = [*old.__all__, 'a']\n__all__ += old.__all__\n", ["import namespace * «old»", "reexport * as * «*»", "reexport * as * «old.__all__»", "import member __all__ «old.__all__»", "reexport * as * «old.__all__»", "import member __all__ «old.__all__»"]],
    ["a module that has other things too is none", "from acme import old\n__all__ = ['old']\n", ["import namespace * «old»"]],
  ])("%s", (_name, text, expected) => {
    expect([...shown(text)].sort()).toEqual([...expected].sort());
  });

  test("a module that went as a whole", () => {
    expect(shown("from acme import moved\n__all__ = ['moved']\n", packages)).toEqual(["import namespace * «moved»", "reexport * as moved «'moved'»"]);
  });

  test("a package's own module, which is to be had there anyway, is not let out", () => {
    expect(shown("from . import moved\n__all__ = ['moved']\n", { ...packages, aliases: { ".moved": "acme.moved" } })).toEqual(["import namespace * «moved»"]);
  });

  test("others may take a name through an import at module level", () => {
    const outward = (text: string): unknown => {
      const fact = readPython(text).facts.find(({ kind }) => kind === "import");
      return fact?.kind === "import" && fact.outward;
    };
    expect(outward("from acme.old import get_x\n")).toBe("get_x");
    expect(outward("try:\n    from acme.old import get_x as make\nexcept ImportError: pass\n")).toBe("make");
    expect(outward("def f():\n    global get_x\n    from acme.old import get_x\n")).toBe("get_x");
    expect(outward("from acme import old as o\n")).toBe("o");
    expect(outward("def f():\n    from acme.old import get_x\n")).toBeUndefined();
    // There the entry is the site.
    expect(outward("from acme.old import get_x\n__all__ = ['get_x']\n")).toBeUndefined();
  });
});

describe("definitions", () => {
  const own: ReadSetting = { deprecated: {}, definitions: ["get_x"] };
  const noticed = (text: string, setting: ReadSetting = own): unknown => {
    const found = readPython(text, setting).facts.filter((fact) => fact.kind === "definition");
    return found.length === 1 && found[0]?.noticed;
  };

  test.each<[string, string]>([
    ["a function", "def get_x(): ...\n"],
    ["an async one", "@decorated\nasync def get_x(): ...\n"],
    ["a class", "class get_x(Base): ...\n"],
    ["an assignment", "a = get_x = 1\n"],
    ["an annotated one", "get_x: int = 1\n"],
    ["one of a tuple", "(get_x, b) = 1, 2\n"],
    ["a type alias", "type get_x = int\n"],
    ["in a branch", "if a:\n    def get_x(): ...\nelse:\n    get_x = None\n"],
  ])("%s", (_name, text) => {
    expect(shown(text, own)).toEqual(["definition get_x «get_x»"]);
  });

  test.each<[string, string]>([
    ["an import", "from acme.new import get_x\n"],
    ["a loop's variable", "for get_x in a: ...\n"],
    ["a method", "class A:\n    def get_x(self): ...\n"],
    ["a nested function", "def f():\n    def get_x(): ...\n"],
    ["a bare annotation", "get_x: int\n"],
    ["a walrus", "a = (get_x := 1)\n"],
  ])("%s is none", (_name, text) => {
    expect(shown(text, own)).toEqual([]);
  });

  test("a bare annotation is one in a stub", () => {
    expect(shown("get_x: int\n", { ...own, self: "/app/old.pyi" })).toEqual(["definition get_x «get_x»"]);
  });

  test("overloads and branches are one definition of several statements", () => {
    const text = "@overload\ndef get_x(a: int): ...\n@typing.overload\ndef get_x(a: str): ...\ndef get_x(a):\n    warnings.warn('x', DeprecationWarning)\n";
    expect(readPython(text, own).reading.defined.map(({ statements }) => statements.length)).toEqual([3]);
    expect(noticed(text)).toBe(true);
    expect(noticed("if a:\n    @deprecated('')\n    def get_x(): ...\nelse:\n    def get_x(): ...\n")).toBe(false);
  });

  test.each<[string, string]>([
    ["@deprecated", "@deprecated('Use y.')\ndef get_x(): ...\n"],
    ["@typing_extensions.deprecated", "@typing_extensions.deprecated('Use y.')\nclass get_x: ...\n"],
    ["an alias of it", "from warnings import deprecated as old\n@old('Use y.')\ndef get_x(): ...\n"],
    ["warnings.warn", "def get_x():\n    if a:\n        warnings.warn('x', DeprecationWarning, stacklevel=2)\n"],
    ["warn by keyword", "def get_x():\n    warn('x', category=PendingDeprecationWarning)\n"],
    ["warn of an instance", "def get_x():\n    warn(DeprecationWarning('x'))\n"],
    ["a class that warns when it is made", "class get_x:\n    def __init__(self):\n        warnings.warn('x', DeprecationWarning)\n"],
    ["Sphinx's directive", 'def get_x():\n    """Gets x.\n\n    .. deprecated:: 2.0\n    """\n'],
    ["a docstring that begins with it", 'class get_x:\n    """Deprecated: use y."""\n'],
    ["a comment behind", "get_x = 1  # deprecated: use y\n"],
    ["a comment above", "# Deprecated, use y:\n# it is better.\nget_x: int = 1\n"],
    ["a string below", 'get_x = 1\n"""Deprecated."""\n'],
  ])("%s is a notice", (_name, text) => {
    expect(noticed(text)).toBe(true);
  });

  test.each<[string, string]>([
    ["a docstring that speaks of others", 'def get_x():\n    """Not a deprecated one."""\n'],
    ["another warning", "def get_x():\n    warnings.warn('x', UserWarning)\n"],
    ["a nested function's warning", "def get_x():\n    def f():\n        warnings.warn('x', DeprecationWarning)\n    return f\n"],
    ["a method's warning", "class get_x:\n    def f(self):\n        warnings.warn('x', DeprecationWarning)\n"],
    ["catching one", "def get_x():\n    with pytest.raises(DeprecationWarning): ...\n"],
    ["a comment further up", "# Deprecated.\n\nget_x = 1\n"],
    ["another statement's comment", "a = 1  # deprecated\nget_x = 1\n"],
    ["another statement's string", 'get_x = 1\na = 1\n"""Deprecated."""\n'],
    ["@deprecate_arguments", "@deprecate_arguments('a')\ndef get_x(): ...\n"],
  ])("%s is none", (_name, text) => {
    expect(noticed(text)).toBe(false);
  });

  test.each<[string, string, boolean]>([
    ["a docstring", '"""Old things.\n\n.. deprecated:: 2.0\n"""\nimport a\n', true],
    ["a comment block", "#!/usr/bin/env python\n# Deprecated: use acme.new\n\nimport a\n", true],
    ["a warning", "import warnings\nwarnings.warn('x', DeprecationWarning)\n", true],
    ["a warning of a function", "import warnings\ndef f():\n    warnings.warn('x', DeprecationWarning)\n", false],
    ["a comment further down", "import a\n# Deprecated\n", false],
  ])("a whole file, by %s", (_name, text, expected) => {
    expect(noticed(text, { deprecated: {}, definitions: ["*"] })).toBe(expected);
  });

  test("of an exclusive name, unless the file's own __all__ leaves it out", () => {
    const exclusive: ReadSetting = { deprecated: {}, exclusive: ["create_x"] };
    expect(shown("def create_x(): ...\n", exclusive)).toEqual(["definition create_x «create_x»"]);
    expect(shown("def create_x(): ...\n__all__ = ['create_x']\n", exclusive)).toEqual(["definition create_x «create_x»"]);
    expect(readPython("def create_x(): ...\n__all__ = []\n", exclusive).facts).toEqual([]);
    expect(shown("def create_y(create_x): ...\n", exclusive)).toEqual([]);
  });
});
