import { describe, expect, test } from "vitest";
import type { Tree } from "../fixture.ts";
import { expectSameByName, waysOf } from "../survey-kit.ts";
import { pythonProject, type PythonFixture } from "./python-project.ts";

const shop: Tree = {
  "shop/__init__.py": "",
  "shop/legacy.py": "def old(): ...\ndef other(): ...\n",
  "shop/innocent.py": "def old(): ...\n",
  "shop/facade.py": "from . import legacy as kept\nfrom .legacy import old as outward\n",
};

function takers(made: PythonFixture, module = "shop.legacy"): readonly string[] {
  const seed = { module: made.project.manifestModule("shop.legacy", "python"), name: "old" };
  const { survey } = waysOf(made.project, [seed]);
  const asked = made.project.manifestModule(module, "python");
  expectSameByName(survey, asked, module === "shop.facade" ? "outward" : "old");
  return survey.takersOf(asked).map(({ file, name, by }) => `${file.slice(made.root.length + 1)} ${name}${by === "import" ? "" : ` ${by}`}`);
}

/** What one file takes of a module. */
function takesOf(text: string, module = "shop.legacy", path = "shop/use.py"): readonly string[] {
  return takers(pythonProject({ ...shop, [path]: text }), module)
    .filter((line) => line.startsWith(path))
    .map((line) => line.slice(path.length + 1))
    .sort();
}

describe("what a file takes", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["a name", "from shop.legacy import old\n", ["old"]],
    ["names, relative, aliased, in parentheses", "from .legacy import (  # (\n    old as o,\n    other,\n)\n", ["old", "other"]],
    ["a name of a module that is nowhere else spelled", "from .\\\n  legacy import\\\n  old", ["old"]],
    ["after a semicolon", "import os; from shop.legacy import old", ["old"]],
    ["in one line with its block", "try: from shop.legacy import old\nexcept ImportError: old = None\n", ["old"]],
    ["in a function", "def f():\n    from .legacy import old\n    return old()\n", ["old"]],
    ["for type checkers", "if TYPE_CHECKING:\n    from .legacy import old\n", ["old"]],
    ["everything", "from shop.legacy import *\n", ["* star"]],
    ["everything, over two lines and without a space", "from.legacy \\\n  import *\n", ["* star"]],
    ["everything of the package itself, from in it", "from . import *\n", []],
    ["a module, and of it an attribute", "import shop.legacy\nshop.legacy.old()\n", ["", "old"]],
    ["a module by another name", "import shop.legacy as l\nl.old(); l.other\n", ["", "old", "other"]],
    ["a module from its package", "from shop import legacy\nlegacy.old()\n", ["", "old"]],
    ["a module only", "import shop.legacy\n", [""]],
    ["a module that goes to somebody", "from . import legacy\nrun(legacy)\n", ["", "*"]],
    ["one under another name that goes to somebody", "def f():\n    from . import legacy as l\n    run(l)\n", ["", "*"]],
    ["one under a facade's name for it that goes to somebody", "import shop.facade\nrun(shop.facade.kept)\n", ["*"]],
    ["one of a package under another name that goes to somebody", "import shop as s\nrun(s.legacy)\n", ["*"]],
    ["a name behind a comment and a line break", "import shop\n(shop.legacy.  # old\n old)()\n", ["old"]],
    ["a module in a list of them", "from . import legacy\nmodules = [legacy]\n", ["", "*"]],
    ["getattr", "from . import legacy\ngetattr(legacy, 'old')\ngetattr(legacy, name)\n", ["", "*", "old"]],
    ["getattr of a dotted one", "import shop.legacy\ngetattr(shop.legacy, 'old', None)\n", ["", "old"]],
    ["an attribute that a test replaces", "from unittest.mock import patch\nfrom . import legacy\n@patch.object(legacy, 'old')\ndef test(mocked): ...\n", ["", "old", "old mock"]],
    ["attributes that fixtures replace", "from . import legacy\ndef test(monkeypatch, mocker):\n    monkeypatch.setattr(legacy, name='old', value=1)\n    mocker.spy(legacy, 'kept')\n    monkeypatch.delattr(legacy, 'gone')\n", ["", "gone", "gone mock", "kept", "kept mock", "old", "old mock"]],
    ["an attribute that a test replaces, which is computed", "from unittest import mock\nfrom . import legacy\nmock.patch.object(legacy, name)\nmock.patch.multiple(legacy, old=1)\n", ["", "*", "* mock"]],
    ["import_module", "from importlib import import_module\nimport_module('shop.legacy').old\n", ["", "*"]],
    ["import_module under another name", "from importlib import import_module as load\nm = load('shop.legacy')\nm.old\n", ["", "*"]],
    ["its names as a dict", "import shop.legacy\nshop.legacy.__dict__['old']\n", ["", "*", "__dict__"]],
    ["its names as a dict, of a module by another name", "from . import legacy as l\nx = l.__dict__\n", ["", "*", "__dict__"]],
    ["by its key", "import sys\nsys.modules['shop.legacy'].old()\n", ["*"]],
    ["in an annotation that is a string", "from . import legacy\ndef f(x: 'legacy.old'): ...\n", ["", "old"]],
    ["in a file that does not parse", "from shop.legacy import old\ndef f(:\n", ["*"]],
    ["a module through a facade", "from shop import facade\nfacade.kept.old()\n", ["old"]],
    ["a module that a facade has, by name", "from shop.facade import kept as k\nk.other\n", ["", "other"]],
    ["after a byte order mark, with carriage returns", "\uFEFFfrom shop.legacy import old\r\n", ["old"]],
  ])("%s", (_, text, expected) => {
    expect(takesOf(text)).toEqual(expected);
  });

  test.each<readonly [string, string]>([
    ["another module of the same names", "from shop.innocent import old\n"],
    ["prose", "# from shop.innocent import old\nx = 'shop.legacy.old'\n"],
    ["a package of that name", "from legacy import old\nimport legacy\n"],
    ["the package alone", "import shop\nshop.innocent\n"],
  ])("%s is innocent", (_, text) => {
    expect(takesOf(text)).toEqual([]);
  });

  test("who takes it through the facade is the facade's taker", () => {
    expect(takesOf("from shop.facade import outward\n", "shop.facade")).toEqual(["", "outward"].slice(1));
    expect(takesOf("import shop.facade as f\nf.outward()\n", "shop.facade")).toEqual(["", "outward"]);
  });
});

describe("mocks", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["patch", "from unittest.mock import patch\n@patch('shop.legacy.old')\ndef test_x(old): ...\n", ["old mock"]],
    ["mocker", "def test_x(mocker): mocker.patch('shop.legacy.old', return_value=1)\n", ["old mock"]],
    ["monkeypatch", "def test_x(monkeypatch): monkeypatch.setattr('shop.legacy.old', None)\n", ["old mock"]],
    ["deeper than the symbol", "patch('shop.legacy.Old.run')\n", ["Old mock"]],
    ["a whole module", "patch.multiple('shop.legacy', old=1)\n", ["* mock"]],
    ["an attribute of the name", "from shop.legacy import Old\npatch.object(Old, 'run')\n", ["Old", "Old mock"]],
    ["an object", "from shop import legacy\npatch.object(legacy, 'old')\n", ["", "old", "old mock"]],
    ["through a facade", "patch('shop.facade.kept.old')\n", ["old mock"]],
    ["an f-string over a constant", "MODULE = 'shop.legacy'\n\n\n@patch(f'{MODULE}.old')\ndef test_x(old): ...\n", ["old mock"]],
    ["an f-string over a package", "BASE = 'shop'\npatch(f'{BASE}.legacy.old')\n", ["old mock"]],
    ["an f-string over a module's name", "from shop import legacy\nmonkeypatch.setattr(f\"{legacy.__name__}.old\", None)\n", ["", "__name__", "old mock"]],
    ["a name that is put behind", "for name in ['old']:\n    patch(f'shop.legacy.{name}')\n", ["* mock"]],
    ["a sum", "BASE = 'shop'\npatch(BASE + '.legacy' + '.old')\n", ["old mock"]],
    ["a sum with a constant that ends in a dot", "BASE = 'shop.legacy.'\npatch(BASE + 'old')\n", ["old mock"]],
    ["strings side by side", "patch(\n    'shop.'\n    'legacy.old'\n)\n", ["old mock"]],
    ["a sum of the module's parts", "patch('shop.' + 'legacy' + '.' + name)\n", ["* mock"]],
    ["a name behind a constant, side by side", "BASE = 'shop'\npatch(f'{BASE}' '.legacy.old')\n", ["old mock"]],
    ["a format", "MODULE = 'shop.legacy'\npatch('{}.old'.format(MODULE))\npatch('%s.other' % MODULE)\n", ["old mock", "other mock"]],
    ["a parameter, where an import is no text", "from shop.legacy import old\n\n\ndef start(name):\n    patch(name)\n    patch(name + '.open')\n    old()\n", ["old"]],
    ["another module than this file", "MODULE = 'shop.legacy'\npatch(f'{__name__}.old')\nmonkeypatch.setattr(__name__ + '.old', 1)\n", []],
    ["a constant, or a parameter", "TARGET = 'shop.legacy.old'\npatch(TARGET)\n", ["old mock"]],
  ])("%s", (_, text, expected) => {
    expect(takesOf(text, "shop.legacy", "tests/test_x.py")).toEqual(expected);
  });

  test("none is a call that dispatches", () => {
    expect(takesOf("from shop.legacy import Old\n\n\n@dispatch(Old, Old)\ndef union(a, b): ...\n", "shop.legacy", "shop/sets.py")).toEqual(["Old"]);
  });
});

test("what is installed is never looked at", () => {
  const made = pythonProject({ ...shop, "shop/use.py": "from shop.legacy import old\n", ".venv/lib/site-packages/x.py": "from shop.legacy import old\n", "venv/y.py": "from shop.legacy import old\n" });
  expect(takers(made).map((line) => line.split(" ")[0])).toEqual(["shop/facade.py", "shop/facade.py", "shop/use.py"]);
});

test.each<readonly [string, string, readonly string[]]>([
  ["a string", "patch('shop.legacy.old')\n", ["tests.py"]],
  ["an object that an import has brought in", "from shop import legacy\npatch.object(legacy, 'old')\n", ["tests.py"]],
  ["a function in other letters", "from shop import legacy\nｐatch.object(legacy, 'old')\n", ["tests.py"]],
  ["nothing", "from shop import legacy\nlegacy.old()\n", []],
])("who mocks, by %s", (_, text, expected) => {
  const { project, root } = pythonProject({ ...shop, "tests.py": text });
  const module = project.manifestModule("shop.legacy", "python");
  const { survey } = waysOf(project, [{ module, name: "old" }]);
  expect(survey.mockersOf(module, "old").map((file) => file.slice(root.length + 1))).toEqual(expected);
});
