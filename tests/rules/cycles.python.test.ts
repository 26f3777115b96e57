/** Modules of Python in a circle, of which one is unfinished when another one is loaded first. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const files = {
  "ssot.json": { migrations: [{ id: "make", language: "python", phase: 2, canonical: { module: "shop.new", name: "make" }, deprecated: [{ module: "shop.old", name: "make" }] }] },
  "shop/__init__.py": "",
  "shop/old.py": '"""Deprecated: use shop.new."""\nfrom shop.new import *\n',
  "shop/new.py": "import shop.http\n\n\ndef make(): ...\n",
  "shop/http.py": "from . import old\n\n\ndef get():\n    return old.make()\n",
  "user.py": "from shop.old import make\n\nmake()\n",
};
const fixed = "from shop.new import make\n\nmake()\n";

async function user(changed: Readonly<Record<string, string>>): Promise<string> {
  const linted = await lintProject({ ...files, ...changed });
  const own = linted.found.filter(({ file }) => file === "user.py");
  return linted.fixed["user.py"] === files["user.py"] ? (/not automatic: (.*)\.$/.exec(own[0]?.message ?? "")?.[1] ?? "") : (linted.fixed["user.py"] ?? "");
}

describe("an old module that takes what the new one has, and that the new one loads", () => {
  const unfinished = "shop/old.py reads what the canonical module has while that loads, and the canonical module needs it";
  test.each([
    ["by a star", {}],
    ["by name", { "shop/old.py": '"""Deprecated: use shop.new."""\nfrom shop.new import make\n' }],
    ["in a branch", { "shop/http.py": "try:\n    from shop import old\nexcept ImportError:\n    old = None\n" }],
    ["by a package around what the new one loads", { "shop/new.py": "import shop.net.http\n\n\ndef make(): ...\n", "shop/net/__init__.py": "from shop.old import make\n", "shop/net/http.py": "" }],
  ])("%s: a suggestion", async (_, changed) => {
    expect(await user(changed)).toBe(unfinished);
  });

  test.each([
    ["in a function", { "shop/http.py": "def get():\n    from . import old\n\n    return old.make()\n" }],
    ["for type checkers", { "shop/http.py": "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from . import old\n" }],
    ["where the old module takes the new one as a whole", { "shop/old.py": '"""Deprecated: use shop.new."""\nfrom shop import new\n\n\ndef make():\n    return new.make()\n' }],
    ["where the old module takes it in a function", { "shop/old.py": '"""Deprecated: use shop.new."""\n\n\ndef make():\n    from shop.new import make\n\n    return make()\n' }],
    ["where the new one does not load it", { "shop/http.py": "" }],
  ])("%s: fixed", async (_, changed) => {
    expect(await user(changed)).toBe(fixed);
  });

  test("a package around the new module is there before it", async () => {
    const linted = await lintProject({
      ...files,
      "ssot.json": { migrations: [{ ...files["ssot.json"].migrations[0], deprecated: [{ module: "shop", name: "make" }] }] },
      "shop/__init__.py": "from shop.new import make\n",
      "shop/old.py": "",
      "user.py": "from shop import make\n\nmake()\n",
    });
    expect(linted.fixed["user.py"]).toBe(fixed);
  });
});
