/** Files that are awkward to change: in other encodings, half changed before, with modules that have to be loaded. */
import { describe, expect, test } from "vitest";
import { becomes, planText, replaceAll } from "./orders.ts";
import type { Decide } from "./orders.ts";

describe("a file in another encoding than UTF-8", () => {
  const declared = "#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\nfrom acme.old import get_x\n";

  test("is not written where letters were lost on reading", () => {
    const text = `${declared}print("caf\uFFFD", get_x())\n`;
    const planned = planText(text);
    expect(planned.text).toBe(text);
    expect(planned.outcomes).toEqual(Array(2).fill("get_x: none (the file is in latin-1, and ESLint would write it in UTF-8)"));
  });

  test.each([
    ["that says nothing of it", 'from acme.old import get_x\nget_x("caf\uFFFD")\n'],
    ["that only mentions an encoding further down", 'from acme.old import get_x\n\n# coding: latin-1\nget_x("\uFFFD")\n'],
  ])("%s is not written either", (_name, text) => {
    const planned = planText(text);
    expect(planned.text).toBe(text);
    expect(planned.outcomes).toEqual(Array(2).fill("get_x: none (the file has letters that are not in UTF-8, and ESLint would write what it has lost)"));
  });

  test.each([
    ["in ASCII letters alone", `${declared}get_x()\n`],
    ["of UTF-8 with a replacement character", '# coding: utf8\nfrom acme.old import get_x\nget_x("\uFFFD")\n'],
  ])("%s is", (_name, text) => {
    expect(planText(text).text).toBe(text.replace("acme.old", "acme.new").replaceAll("get_x", "create_x"));
  });
});

describe("the canonical import that an earlier fix left behind the old one", () => {
  const safe = { from: "get_x($a)", to: "create_x($a)", safe: false };
  const rewriting: Decide = (fact) => (fact.name === "get_x" ? { replacement: becomes("create_x", "acme.new", { rewrites: [safe], rewriteNames: { deprecated: "get_x", canonical: "create_x" } }) } : undefined);

  test("is used by what was only offered", () => {
    const { outcomes, suggested } = planText("from acme.old import get_x, other\nfrom acme.new import create_x\n\n\ndef f(a):\n    return create_x(other), get_x(a)\n", { decide: rewriting, repeats: false });
    expect(outcomes).toEqual(["get_x: none (it stays until every use of it is changed)", "get_x: suggestion (the manifest calls this rewrite not safe)"]);
    expect(suggested).toEqual({ get_x: "from acme.old import other\nfrom acme.new import create_x\n\n\ndef f(a):\n    return create_x(other), create_x(a)\n" });
  });

  test("is used by what could not be changed before", () => {
    expect(planText("def f():\n    from acme.old import get_x\n    import os\n    from acme.new import create_x\n    return create_x(os), get_x()\n").text).toBe(
      "def f():\n    import os\n    from acme.new import create_x\n    return create_x(os), create_x()\n",
    );
  });

  test.each([
    ["where code runs between", "from acme.old import get_x\nget_x()\nfrom acme.new import create_x\ncreate_x()\n", "from acme.new import create_x as get_x\nget_x()\nfrom acme.new import create_x\ncreate_x()\n"],
    ["where it is guarded", "from acme.old import get_x\ntry:\n    from acme.new import create_x\nexcept ImportError:\n    pass\nget_x()\n", "from acme.new import create_x as get_x\ntry:\n    from acme.new import create_x\nexcept ImportError:\n    pass\nget_x()\n"],
  ])("but not %s", (_name, text, expected) => {
    expect(planText(text).text).toBe(expected);
  });
});

describe("a module that has to be loaded", () => {
  const loading: Decide = (fact) => {
    const order = replaceAll(fact);
    return order?.replacement && "name" in order.replacement ? { replacement: { ...order.replacement, sideEffects: true } } : undefined;
  };
  const loaded = (text: string, self?: string): string => planText(text, { decide: loading, ...(self === undefined ? {} : { self }) }).text;

  test("beside imports of its package", () => {
    expect(loaded("import acme.other\nfrom acme.old import get_x as g\n\ng()\n")).toBe("import acme.other\nimport acme.old\nfrom acme.new import create_x as g\n\ng()\n");
  });

  test("keeps the form and the comments of its import", () => {
    expect(loaded("from acme.old import (  # why\n    get_x,  # x\n)\n\nget_x()\n")).toBe("import acme.old\nfrom acme.new import (  # why\n    create_x,  # x\n)\n\ncreate_x()\n");
    expect(loaded("def f():\n    from acme.old import \\\n        get_x\n    get_x()\nif a: from acme.old import get_x as y; y()\n")).toBe(
      "def f():\n    import acme.old\n    from acme.new import \\\n        create_x\n    create_x()\nif a: import acme.old; from acme.new import create_x as y; y()\n",
    );
  });

  test("is loaded once in a block", () => {
    expect(loaded("from acme.old import get_x\nfrom acme.old import OldThing as Thing\nimport acme.old as ws\n\nget_x(Thing(), ws.get_x())\n")).toBe(
      "import acme.old\nfrom acme.new import create_x, NewThing as Thing\n\ncreate_x(Thing(), create_x())\n",
    );
  });

  test("where its package's name means something else, the old import stays, and its name with it", () => {
    const text = "acme = 1\nfrom acme.old import get_x as g\n\ng()\n";
    const planned = planText(text, { decide: loading });
    expect(planned.text).toBe(text);
    expect(planned.outcomes).toEqual(Array(2).fill("get_x: none (importing \"acme.old\" does something, and there is no other way to do that here)"));
  });

  test("is not loaded for type checkers", () => {
    expect(loaded("from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from acme.old import OldThing\n\n\ndef f(a: 'OldThing'): ...\n")).toBe(
      "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from acme.new import NewThing\n\n\ndef f(a: 'NewThing'): ...\n",
    );
    expect(loaded("from acme.old import OldThing\n\nthing: OldThing\n", "/app/user.pyi")).toBe("from acme.new import NewThing\n\nthing: NewThing\n");
  });
});
