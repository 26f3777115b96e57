import { describe, expect, test } from "vitest";
import { becomes, deprecated, planText, replaceAll } from "./orders.ts";
import type { Decide } from "./orders.ts";

const changed = (text: string): string => planText(text).text;

describe("a member of a module becomes an import by name", () => {
  test.each<[string, string, string]>([
    ["an alias", "import acme.old as ws\nws.get_x()\n", "from acme.new import create_x\ncreate_x()\n"],
    ["a module below a package", "from acme import old\nold.get_x(1)\n", "from acme.new import create_x\ncreate_x(1)\n"],
    ["a dotted one", "import acme.old\nacme.old.get_x()\n", "from acme.new import create_x\ncreate_x()\n"],
    ["while others are used", "import acme.old as ws\nws.get_x(ws.keep)\n", "import acme.old as ws\nfrom acme.new import create_x\ncreate_x(ws.keep)\n"],
    ["while the package is used", "import acme.old\nacme.old.get_x(acme.version)\n", "import acme.old\nfrom acme.new import create_x\ncreate_x(acme.version)\n"],
    ["one of several modules", "import os, acme.old as ws, sys\nws.get_x(os, sys)\n", "import os, sys\nfrom acme.new import create_x\ncreate_x(os, sys)\n"],
    ["the last of several modules", "import os, acme.old as ws\nws.get_x(os)\n", "import os\nfrom acme.new import create_x\ncreate_x(os)\n"],
    ["getattr", "import acme.old as ws\ngetattr(ws, 'get_x')()\n", "from acme.new import create_x\ncreate_x()\n"],
    ["two names", "import acme.old as ws\nws.get_x(ws.OldThing)\n", "from acme.new import create_x, NewThing\ncreate_x(NewThing)\n"],
    ["in a function", "def f():\n    import acme.old as ws\n    return ws.get_x()\n", "def f():\n    from acme.new import create_x\n    return create_x()\n"],
    ["joins an import", "from acme.new import a\nimport acme.old as ws\nws.get_x(a)\n", "from acme.new import a, create_x\ncreate_x(a)\n"],
    ["under the old name where the new one is taken", "import acme.old as ws\ncreate_x = ws.get_x()\n", "from acme.new import create_x as get_x\ncreate_x = get_x()\n"],
    ["in a method of a class that has an attribute of the new name", "import acme.old as ws\nclass C:\n    create_x = 1\n    def f(self):\n        return ws.get_x()\n", "from acme.new import create_x\nclass C:\n    create_x = 1\n    def f(self):\n        return create_x()\n"],
    ["in an annotation, in a string", "import acme.old as ws\ndef f(a: 'ws.OldThing', b: ws.OldThing): ...\n", "from acme.new import NewThing\ndef f(a: 'NewThing', b: NewThing): ...\n"],
    ["of a module that type checkers import too", "def f():\n    if TYPE_CHECKING:\n        import acme.old\n    if a: import acme.old; acme.old.get_x()\n", "def f():\n    if TYPE_CHECKING:\n        import acme.old\n    if a: from acme.new import create_x; create_x()\n"],
    ["beside an import of it that nobody uses", "import acme.old\ndef f():\n    from acme.old import get_x\n    acme.old.get_x()\n", "from acme.new import create_x\ndef f():\n    create_x()\n"],
    ["of an import whose name stays", "import acme.old as ws\nws.get_x()\n__all__ = ['ws']\n", "import acme.old as ws\nfrom acme.new import create_x\ncreate_x()\n__all__ = ['ws']\n"],
    ["loaded by a string", "from importlib import import_module\nimport_module('acme.old').get_x()\n", "from importlib import import_module\nimport_module('acme.new').create_x()\n"],
    ["loaded by a string, relative to a package", "from importlib import import_module\nimport_module('.old', 'acme').get_x()\n", "from importlib import import_module\nimport_module('.new', 'acme').create_x()\n"],
    ["loaded by a string, from further up", "import importlib\nimportlib.import_module('..old', package='acme.sub').get_x()\n", "import importlib\nimportlib.import_module('..new', package='acme.sub').create_x()\n"],
    ["of a variable that was loaded by a string", "import importlib\nm = importlib.import_module(\"acme.old\")\nm.get_x(m.OldThing)\n", "import importlib\nm = importlib.import_module(\"acme.new\")\nm.create_x(m.NewThing)\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ["an assignment to it", "import acme.old as ws\nws.get_x = 1\nws.get_x()\n", "it is assigned to"],
    ["a patch of it", "import acme.old as ws\ndef test(monkeypatch):\n    monkeypatch.setattr(ws, 'get_x', 1)\n    ws.get_x()\n", "this file puts something else in its place on the module"],
    ["a question whether it is there", "import acme.old as ws\nif hasattr(ws, 'get_x'):\n    ws.get_x()\n", "`hasattr` asks the module for it"],
    ["a default of getattr", "import acme.old as ws\ngetattr(ws, 'get_x', None)\n", "`getattr` has something else to give where it is missing"],
    ["a module that may be something else", "try:\n    import acme.old as ws\nexcept ImportError:\n    ws = None\nws.get_x()\n", "the variable that holds the module is bound elsewhere too"],
    ["a value in a pattern, where a name alone takes whatever comes", "import acme.old as ws\nmatch a:\n    case [ws.get_x]:\n        pass\n    case {ws.get_x: 1}:\n        pass\n    case ws.get_x:\n        pass\n", "in a `case` a name alone would take whatever comes"],
    ["a comment within", "import acme.old as ws\n(ws.  # why\n get_x)()\n", "a comment stands within it"],
    ["a module that either branch imports", "if a:\n    import acme.old\nelse:\n    import acme.old\nacme.old.get_x()\n", "several imports of the module may have run before it"],
    ["others of what a string loaded", "import importlib\nm = importlib.import_module('acme.old')\nm.get_x(m.keep)\n", "other exports of the module are used as well"],
    ["a module that is passed on", "import importlib\nm = importlib.import_module('acme.old')\nm.get_x(m)\n", "the module object is passed on, and may be asked for any export"],
  ])("not: %s", (_name, text, reason) => {
    const planned = planText(text);
    expect(planned.text).toBe(text);
    expect(new Set(planned.outcomes.map((each) => each.replace(/^\w+: /, "")))).toContain(`none (${reason})`);
  });
});

test("a class in a pattern is a name there too", () => {
  expect(changed("import acme.old as ws\nmatch a:\n    case ws.OldThing(b=1) | [ws.OldThing()]:\n        pass\n")).toBe("from acme.new import NewThing\nmatch a:\n    case NewThing(b=1) | [NewThing()]:\n        pass\n");
});

test("what an f-string shows the text of is a suggestion, apart from all else", () => {
  const planned = planText("import acme.old as ws\nws.get_x(f'{ws.get_x()=}')\n");
  expect(planned.text).toBe("import acme.old as ws\nfrom acme.new import create_x\ncreate_x(f'{ws.get_x()=}')\n");
  expect(planned.outcomes).toEqual(["get_x: automatic", "get_x: suggestion (the f-string shows the code itself)"]);
  expect(planText("import importlib\nm = importlib.import_module('acme.old')\nprint(f'{m.get_x() = }')\n").outcomes).toEqual(["get_x: suggestion (the f-string shows the code itself)"]);
});

describe("what a star brought in", () => {
  test.each<[string, string, string]>([
    ["is imported by name behind it", "from acme.old import *\n\nget_x(keep)\n", "from acme.old import *\nfrom acme.new import create_x\n\ncreate_x(keep)\n"],
    ["joins no import above, which the star may hide", "from acme.new import a\nfrom acme.old import *\nget_x(a)\n", "from acme.new import a\nfrom acme.old import *\nfrom acme.new import create_x\ncreate_x(a)\n"],
    ["keeps its name where an f-string shows it", "from acme.old import *\nprint(f'{get_x()=}')\n", "from acme.old import *\nfrom acme.new import create_x as get_x\nprint(f'{get_x()=}')\n"],
    ["joins an import below", "from acme.old import *\nfrom acme.new import a\nget_x(a)\n", "from acme.old import *\nfrom acme.new import a, create_x\ncreate_x(a)\n"],
    ["keeps its name where the new one is taken", "from acme.old import *\ncreate_x = get_x()\n", "from acme.old import *\nfrom acme.new import create_x as get_x\ncreate_x = get_x()\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ["another star that has the new name", "from acme.old import *\nfrom acme.hiding import *\nget_x()\n", "from acme.old import *\nfrom acme.new import create_x as get_x\nfrom acme.hiding import *\nget_x()\n"],
    ["another star that has both names", "import acme.old as ws\nfrom acme.hiding_both import *\nws.get_x()\n", "import acme.old as ws\nfrom acme.hiding_both import *\nws.get_x()\n"],
    ["another star that has neither", "from acme.old import *\nfrom os.path import *\nget_x()\n", "from acme.old import *\nfrom acme.new import create_x\nfrom os.path import *\ncreate_x()\n"],
  ])("before %s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });
});

describe("a module that moved as a whole", () => {
  const whole: Decide = (fact) => {
    if (fact.module === "acme.moved" && fact.name === "*") return { replacement: becomes("*", "acme.placed") };
    return fact.kind === "import" && fact.form === "member" ? undefined : replaceAll(fact);
  };
  const moved = (text: string, to = "acme.placed"): string =>
    planText(text, { decide: (fact) => { const order = whole(fact); return order && fact.name === "*" ? { replacement: becomes("*", to) } : order; } }).text;

  test.each<[string, string, string]>([
    ["its names", "from acme.moved import a, b\na(b)\n", "from acme.placed import a, b\na(b)\n"],
    ["an alias", "import acme.moved as m\nm.a(m.b)\n", "import acme.placed as m\nm.a(m.b)\n"],
    ["below its package, beside the new one", "from acme import placed\nfrom acme import moved\nmoved.a(placed.b)\n", "from acme import placed\nplaced.a(placed.b)\n"],
    ["below its package, in one list with the new one", "from acme import moved, placed\nmoved.a(placed.b)\n", "from acme import placed\nplaced.a(placed.b)\n"],
    ["dotted", "import acme.moved\nacme.moved.a(acme.version)\n", "import acme.placed\nacme.placed.a(acme.version)\n"],
    ["dotted, beside the new one above", "import acme.placed\nimport acme.moved\nacme.moved.a(acme.placed.b)\n", "import acme.placed\nacme.placed.a(acme.placed.b)\n"],
    ["dotted, beside the new one in its list", "import acme.moved, acme.placed\nacme.moved.a()\n", "import acme.placed\nacme.placed.a()\n"],
    ["dotted, beside one further down that something runs before", "import acme.moved\nacme.moved.a()\nimport acme.placed\n", "import acme.placed\nacme.placed.a()\nimport acme.placed\n"],
    ["dotted, beside one that may not have run", "if a:\n    import acme.placed\nimport acme.moved\nacme.moved.a()\n", "if a:\n    import acme.placed\nimport acme.placed\nacme.placed.a()\n"],
    ["dotted, in another scope", "import acme.placed\ndef f():\n    import acme.moved\n    acme.moved.a()\n", "import acme.placed\ndef f():\n    import acme.placed\n    acme.placed.a()\n"],
    ["below a package", "from acme import moved\nmoved.a()\n", "from acme import placed\nplaced.a()\n"],
    ["below a package, an alias", "from acme import moved as m\nm.a()\n", "from acme import placed as m\nm.a()\n"],
    ["below a package, one of several", "from acme import a, moved\nmoved.a(a)\n", "from acme import a, placed\nplaced.a(a)\n"],
    ["left where an f-string shows it", "import acme.moved\nprint(f'{acme.moved.a()=}')\n", "import acme.moved\nprint(f'{acme.moved.a()=}')\n"],
    ["its star", "from acme.moved import *\na()\n", "from acme.placed import *\na()\n"],
    ["loaded by a string", "import importlib\nm = importlib.import_module('acme.moved')\nm.a()\n", "import importlib\nm = importlib.import_module('acme.placed')\nm.a()\n"],
  ])("%s", (_name, text, expected) => {
    expect(moved(text)).toBe(expected);
  });

  test.each<[string, string, string, string]>([
    ["to the top, dotted", "place", "import acme.moved\nacme.moved.a()\n", "import place\nplace.a()\n"],
    ["to another package", "other.place", "from acme import moved\nmoved.a()\n", "from other import place\nplace.a()\n"],
    ["to the top, from a package", "place", "from acme import moved\nmoved.a()\n", "import place\nplace.a()\n"],
    ["to the top, from a package with others", "place", "from acme import a, moved as m\nm.a(a)\n", "from acme import a\nimport place as m\nm.a(a)\n"],
    ["below a package, under its name", "other.top", "import os, top\ntop.a(os)\n", "import os\nfrom other import top\ntop.a(os)\n"],
    ["below a package, under its name, beside another", "other.top", "from other import b\nimport top\ntop.a(b)\n", "from other import b, top\ntop.a(b)\n"],
    ["below a package, under another name", "other.place", "import top\ntop.a()\n", "import other.place\nother.place.a()\n"],
    ["relative", ".place", "from . import moved\nmoved.a()\n", "from . import place\nplace.a()\n"],
    ["left where the package is used for others, and goes", "other.place", "import acme.moved\nacme.moved.a(acme.version)\n", "import acme.moved\nacme.moved.a(acme.version)\n"],
    ["left where it is passed on", "other.place", "import acme.moved as m\nm.a(m)\n", "import acme.moved as m\nm.a(m)\n"],
  ])("%s", (_name, to, text, expected) => {
    const decide: Decide = (fact) => (fact.name === "*" ? { replacement: becomes("*", to) } : undefined);
    expect(planText(text, { decide, deprecated: { ...deprecated, top: ["*"] }, aliases: { ".moved": "acme.moved" } }).text).toBe(expected);
  });
});
