import { describe, expect, test } from "vitest";
import type { Tree } from "../fixture.ts";
import { linesOf, waysOf } from "../survey-kit.ts";
import { pythonProject } from "./python-project.ts";

const home: Tree = { "home.py": "def old(): ...\ndef other(): ...\n", "new.py": "def new(): ...\n" };

/** Where `home.old` gets out, by modules and names; a module as a whole as `"facade.py home = home.py"`. */
function ways(tree: Tree, name = "old", barriers: readonly (readonly [string, string])[] = []): readonly string[] {
  const { project, root } = pythonProject({ ...home, ...tree });
  const at = (module: string): string => project.manifestModule(module, "python");
  return linesOf(root, waysOf(project, [{ module: at("home"), name }], barriers.map(([module, each]) => ({ module: at(module), name: each }))).ways);
}

describe("one file lets it out", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["by its name", "from home import old\n", ["a.py old"]],
    ["by another name", "from home import old as fresh\n", ["a.py fresh"]],
    ["with a star", "from home import *\n", ["a.py old"]],
    ["after a semicolon", "import os; from home import old\n", ["a.py old"]],
    ["after a colon", "if True: from home import old\n", ["a.py old"]],
    ["with a backslash", "from home \\\n  import \\\n  old\n", ["a.py old"]],
    ["with tabs and a form feed", "\f\nfrom\thome\timport\told\n", ["a.py old"]],
    ["in parentheses", "from home import(\n  # (old, other)\n  other as o,\n  old,\n)\n", ["a.py old"]],
    ["in a try, whatever the handler has", "try:\n    from home import old\nexcept ImportError:\n    from new import new as old\n", ["a.py old"]],
    ["in a handler", "try:\n    from new import new as old\nexcept ImportError:\n    from home import old\n", ["a.py old"]],
    ["or nothing", "try:\n    from home import old\nexcept ImportError:\n    old = None\n", ["a.py old"]],
    ["in a with", "with quiet():\n    from home import old\n", ["a.py old"]],
    ["for type checkers", "if TYPE_CHECKING:\n    from home import old\n", ["a.py old"]],
    ["in a function that says global", "def load():\n    global old\n    from home import old\n", ["a.py old"]],
    ["with carriage returns, without a last one", "import os\r\nfrom home import old", ["a.py old"]],
    ["as a whole module", "import home\n", ["a.py home = home.py"]],
    ["as a whole module by another name", "import home as h\n", ["a.py h = home.py"]],
    ["behind a string that looks like a comment", "x = '#'; from home import old\n", ["a.py old"]],
    ["by a name that is one only in normal form KC", "from home import ｏｌｄ\n", ["a.py old"]],
  ])("%s", (_, text, expected) => {
    expect(ways({ "a.py": text })).toEqual(expected);
  });

  test.each<readonly [string, string]>([
    ["in a function, for itself", "def f():\n    from home import old\n    return old()\n"],
    ["in a class, which is another name", "class A:\n    from home import old\n"],
    ["bound anew", "from home import old\ndef old(): ...\n"],
    ["imported anew", "from home import old\nfrom new import new as old\n"],
    ["deleted", "from home import old\nold()\ndel old\n"],
    ["another name of the module", "from home import other\n"],
    ["in a comment, and in prose", "# from home import old\n'''\nfrom home import old\n'''\n"],
    ["a star that others follow", "from home import *\nold = 1\n"],
    ["of a package of that name", "from .home.deeper import old\n"],
  ])("not %s", (_, text) => {
    expect(ways({ "a.py": text })).toEqual([]);
  });

  test("a star comes after a name, and wins", () => {
    expect(ways({ "a.py": "def old(): ...\nfrom home import *\n" })).toEqual(["a.py old"]);
  });
});

describe("through several files", () => {
  test("`__all__` decides for stars, and for nobody else", () => {
    expect(ways({ "a.py": "from home import old\n__all__ = []\n", "b.py": "from a import *\n", "c.py": "from a import old\n" })).toEqual(["a.py old", "c.py old"]);
    expect(ways({ "a.py": "from home import old as _old\n__all__ = ['_old']\n", "b.py": "from a import *\n" })).toEqual(["a.py _old", "b.py _old"]);
    expect(ways({ "a.py": "from home import old as _old\n", "b.py": "from a import *\n", "c.py": "from a import _old\n" })).toEqual(["a.py _old", "c.py _old"]);
    expect(ways({ "a.py": "from home import old\n__all__ = make()\n", "b.py": "from a import *\n" })).toEqual(["a.py old", "b.py old"]);
  });

  test("a package, its modules, and whoever has the package", () => {
    const tree = { "pkg/__init__.py": "from .inner import old\n", "pkg/inner.py": "from home import old\n", "app.py": "import pkg\nfrom pkg import inner as i\n" };
    expect(ways(tree)).toEqual(["app.py i = pkg/inner.py", "app.py pkg = pkg/__init__.py", "pkg/__init__.py inner = pkg/inner.py", "pkg/__init__.py old", "pkg/inner.py old"]);
  });

  test("a module below a package is one of its attributes, unless the package says otherwise", () => {
    const below = { "home.py": "", "pkg/__init__.py": "", "pkg/sub.py": "from home import old\n", "deep/er/sub.py": "from home import old\n", "app.py": "from deep import er\nimport pkg.sub\n" };
    expect(ways({ ...below, ...home })).toEqual([
      "deep/er sub = deep/er/sub.py", "deep/er/sub.py old", "pkg/__init__.py sub = pkg/sub.py", "pkg/sub.py old",
    ]);
    expect(ways({ ...below, ...home, "pkg/__init__.py": "from .sub import other as sub\n", "pkg/sub.py": "from home import old\ndef other(): ...\n" }).filter((line) => line.includes(" sub = "))).toEqual(["deep/er sub = deep/er/sub.py"]);
  });

  test("a choice is passed on as one", () => {
    const choice = "try:\n    from new import new as old\nexcept ImportError:\n    from home import old\n";
    expect(ways({ "a.py": choice, "b.py": "from a import old as x\n" })).toEqual(["a.py old", "b.py x"]);
  });

  test("nothing is followed beyond the canonical way", () => {
    expect(ways({ "a.py": "from home import old as fresh\n", "b.py": "from a import fresh\n" }, "old", [["a", "fresh"]])).toEqual([]);
  });

  test("every name of a module, but not what it has from packages", () => {
    expect(ways({ "home.py": "import os\nfrom typing import Any\ndef old(): ...\n", "a.py": "from home import *\n" }, "*")).toEqual(["a.py old"]);
  });
});

describe("homes of what is bound more than once", () => {
  const { home: homeOf } = pythonProject({
    ...home,
    "choice.py": "try:\n    from home import old\nexcept ImportError:\n    from new import new as old\n",
    "fallback.py": "try:\n    from home import old\nexcept ImportError:\n    old = None\n",
    "same.py": "import sys\nif sys.platform == 'win32':\n    from home import old\nelse:\n    from home import old\n",
    "own.py": "try:\n    from home import old\nexcept ImportError:\n    def old(): ...\n",
    "after.py": "from choice import old\n",
  });
  test.each([
    ["choice", "choice.py old"],
    ["fallback", "home.py old"],
    ["same", "home.py old"],
    ["own", "own.py old"],
    ["after", "choice.py old"],
  ])("%s", (module, expected) => {
    expect(homeOf(module, "old")).toBe(expected);
  });
});
