import { describe, expect, test } from "vitest";
import { becomes, planText } from "./orders.ts";
import type { Decide, PlanSetting } from "./orders.ts";

const rewrites = [
  { from: "get_x().make($a, $b)", to: "create_x($a, $b)", safe: true },
  { from: "get_x()", to: "create_x()", safe: true },
];
const decide: Decide = (fact) => (fact.module === "acme.old" && fact.name === "get_x" ? { replacement: becomes("create_x", "acme.new", { rewrites }) } : undefined);
const changed = (text: string, setting: PlanSetting = {}): string => planText(text, { decide, ...setting }).text;

describe("calls change their shape, and the import goes with the last", () => {
  test.each<[string, string, string]>([
    ["a call", "from acme.old import get_x\na = get_x().make(1, 2)\n", "from acme.new import create_x\na = create_x(1, 2)\n"],
    ["a call that matches nothing keeps the import", "from acme.old import get_x\na = get_x().make(1, 2)\nb = get_x\n", "from acme.old import get_x\nfrom acme.new import create_x\na = create_x(1, 2)\nb = get_x\n"],
    ["beside other names", "from acme.old import a, get_x\nget_x().make(a, 2)\n", "from acme.old import a\nfrom acme.new import create_x\ncreate_x(a, 2)\n"],
    ["by an alias", "from acme.old import get_x as g\ng().make(1, 2)\n", "from acme.new import create_x\ncreate_x(1, 2)\n"],
    ["by a variable, in a block of its own", "def f():\n    from acme.old import get_x\n    factory = get_x()\n    return factory.make(1, 2)\n", "def f():\n    from acme.new import create_x\n    return create_x(1, 2)\n"],
    ["of a module", "import acme.old as ws\nws.get_x().make(1, 2)\n", "from acme.new import create_x\ncreate_x(1, 2)\n"],
    ["of a star", "from acme.old import *\nget_x().make(1, 2)\n", "from acme.old import *\nfrom acme.new import create_x\ncreate_x(1, 2)\n"],
    ["with an import that is there", "from acme.new import create_x as c\nfrom acme.old import get_x\nget_x().make(c, 2)\n", "from acme.new import create_x as c\nc(c, 2)\n"],
    ["with an import that stands below, behind imports alone", "from acme.old import get_x, a\nimport b\nfrom acme.new import create_x\nget_x().make(a, 2)\n", "from acme.old import a\nimport b\nfrom acme.new import create_x\ncreate_x(a, 2)\n"],
    ["but not with one that stands behind a use", "from acme.old import get_x\na = get_x().make(1, 2)\nfrom acme.new import create_x\n", "from acme.old import get_x\na = get_x().make(1, 2)\nfrom acme.new import create_x\n"],
    ["of an import whose name stays", "from acme.old import get_x\n__all__ = ['get_x']\nget_x().make(1, 2)\n", "from acme.old import get_x\nfrom acme.new import create_x\n__all__ = ['get_x']\ncreate_x(1, 2)\n"],
    ["where the new name is taken: left", "from acme.old import get_x\ncreate_x = get_x().make(1, 2)\n", "from acme.old import get_x\ncreate_x = get_x().make(1, 2)\n"],
    ["that nobody uses", "from acme.old import get_x\n", ""],
  ])("%s", (_name, text, expected) => {
    expect(changed(text)).toBe(expected);
  });

  const reversed = [{ from: "get_x().reopen($b, $a)", to: "create_x($a, $b)", safe: true }];
  const doubting: Decide = (fact) => (fact.module === "acme.old" && fact.name === "get_x" ? { replacement: becomes("create_x", "acme.new", { rewrites: reversed }) } : undefined);

  test("what a first run left as a suggestion is one in the second run too", () => {
    const once = planText("from acme.old import get_x\na = get_x().reopen(1, 2)\nget_x().reopen(f(), g())\n", { decide: doubting });
    expect(once.text).toBe("from acme.old import get_x\nfrom acme.new import create_x\na = create_x(2, 1)\nget_x().reopen(f(), g())\n");
    const twice = planText(once.text, { decide: doubting });
    expect(twice.outcomes).toContain("get_x: suggestion ($b and $a would be evaluated in another order)");
  });

  test("beside a mock of the name: a suggestion", () => {
    const text = "from acme.old import get_x\nget_x().make(1, 2)\n";
    const planned = planText(text, { decide, mocked: ["get_x"] });
    expect(planned).toMatchObject({ text, outcomes: expect.arrayContaining(["get_x: suggestion (tests/test_user.py may put a mock in its place)"]) as unknown });
    expect(planned.suggested["get_x"]).toBe("from acme.old import get_x\nfrom acme.new import create_x\ncreate_x(1, 2)\n");
  });

  test("beside a mock of a name that stays for another reason too: a suggestion", () => {
    const planned = planText("from acme.old import get_x\n__all__ = ['get_x']\nget_x().make(1, 2)\n", { decide, mocked: ["get_x"] });
    expect(planned.outcomes).toContain("get_x: suggestion (tests/test_user.py may put a mock in its place)");
  });

  test("beside a mock of the name in this very file: a suggestion", () => {
    const text = "from acme.old import get_x\n\n@patch(f'{__name__}.get_x')\ndef test_x(mock): get_x().make(1, 2)\n";
    expect(planText(text, { decide })).toMatchObject({ text, outcomes: expect.arrayContaining(["get_x: suggestion (this file may put a mock in its place)"]) as unknown });
  });
});

test("a renamed import keeps its name for a mock, and the mock its effect", () => {
  expect(planText("from acme.old import get_x\nget_x()\n", { mocked: ["get_x"] }).text).toBe("from acme.new import create_x as get_x\nget_x()\n");
});

describe("an old module that does something when it is imported", () => {
  const loading: Decide = (fact) => (fact.module === "acme.old" && fact.name === "get_x" ? { replacement: becomes("create_x", "acme.new", { sideEffects: true }) } : undefined);
  test.each<[string, string, string]>([
    ["is still loaded", "from acme.old import get_x\nget_x()\n", "import acme.old\nfrom acme.new import create_x\ncreate_x()\n"],
    ["is loaded anyway while other names are taken", "from acme.old import get_x, a\nget_x(a)\n", "from acme.old import a\nfrom acme.new import create_x\ncreate_x(a)\n"],
    ["is left where its package's name is another thing here", "acme = 1\nfrom acme.old import get_x\nget_x(acme)\n", "acme = 1\nfrom acme.old import get_x\nfrom acme.new import create_x\ncreate_x(acme)\n"],
    ["is still loaded by its relative name", "from .old import get_x\nget_x()\n", "from . import old\nfrom acme.new import create_x\ncreate_x()\n"],
  ])("%s", (_name, text, expected) => {
    expect(changed(text, { decide: loading, aliases: { ".old": "acme.old" } })).toBe(expected);
  });
});
