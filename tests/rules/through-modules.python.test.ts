/** What comes through other modules of Python, and what they let out. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";
import type { LintOptions } from "../kit/lint.ts";

const manifest = (phase: number, more: object = {}): object => ({
  migrations: [
    {
      id: "manager", language: "python", phase,
      canonical: { module: "shop.canonical", name: "create_manager" },
      deprecated: [{ module: "shop.factory", name: "get_manager" }],
      ...more,
    },
  ],
});

const base = {
  "shop/__init__.py": "",
  "shop/canonical.py": "def create_manager(): ...\n",
  "shop/factory.py": '"""Old."""\n\n\ndef get_manager():\n    """Deprecated."""\n\n\ndef other(): ...\n',
};

const lint = async (files: Readonly<Record<string, string>>, phase: number, options: LintOptions = {}, more: object = {}): Promise<readonly string[]> => {
  const { found } = await lintProject({ "ssot.json": manifest(phase, more), ...base, ...files }, options);
  return found.map(({ file, at, rule, messageId }) => `${file} ${at} ${rule.replace("ssot/", "")} ${String(messageId)}`);
};

describe("phase 1: letting out", () => {
  test("an entry of `__all__`, and a star", async () => {
    expect(await lint({
      "shop/api.py": "from .factory import get_manager, other\n\n__all__ = ['other', 'get_manager']\n",
      "shop/star.py": "from shop.factory import *\n",
    }, 1)).toEqual(["shop/api.py 3:21-3:34 no-deprecated-reexport leaked", "shop/star.py 1:26-1:27 no-deprecated-reexport leaked"]);
  });

  test("an import at module level that another file takes the name through; not one that nobody does", async () => {
    const files = {
      "shop/facade.py": "from shop.factory import get_manager as obtain\n",
      "shop/lonely.py": "from shop.factory import get_manager\n",
      "shop/lazy.py": "def f():\n    from shop.factory import get_manager\n",
      "shop/user.py": "from shop.facade import obtain\n",
    };
    expect(await lint(files, 1)).toEqual(["shop/facade.py 1:26-1:47 no-deprecated-reexport importable", "shop/user.py 1:25-1:31 no-deprecated-reexport taken"]);
    expect(await lint(files, 2, { only: ["ssot/no-deprecated-import", "ssot/no-deprecated-reexport"] })).toEqual([
      "shop/facade.py 1:26-1:47 no-deprecated-import deprecated",
      "shop/lazy.py 2:30-2:41 no-deprecated-import deprecated",
      "shop/lonely.py 1:26-1:37 no-deprecated-import deprecated",
      "shop/user.py 1:25-1:31 no-deprecated-import through",
    ]);
  });

  test("the message says who takes it", async () => {
    const { found } = await lintProject({ "ssot.json": manifest(1), ...base, "shop/facade.py": "from shop.factory import get_manager\n", "shop/user.py": "from shop.facade import get_manager\n" });
    expect(found[0]?.message).toContain("This import lets `get_manager` from \"shop.factory\" out, which is deprecated: other files take it from here.");
    expect(found[0]?.message).toContain("shop/user.py");
    expect(found[0]?.fixable).toBe(false);
  });

  test("by a star that passes on all", async () => {
    expect(await lint({ "shop/facade.py": "from shop.factory import get_manager\n", "shop/all.py": "from shop.facade import *\n", "user.py": "from shop.all import get_manager\n" }, 1)).toEqual([
      "shop/all.py 1:25-1:26 no-deprecated-reexport passedOn",
      "shop/facade.py 1:26-1:37 no-deprecated-reexport importable",
      "user.py 1:22-1:33 no-deprecated-reexport taken",
    ]);
  });

  test("what `__all__` leaves out does not pass a star", async () => {
    expect(await lint({ "shop/star.py": "from shop.factory import *\n\n__all__ = ['other']\n", "shop/own.py": "from shop.factory import *\n\n\ndef get_manager(): ...\n" }, 1)).toEqual([]);
  });
});

test("two stars that have the name: the later one's is seen", async () => {
  const files = { "shop/new.py": "def get_manager(): ...\n", "a.py": "from shop.factory import *\nfrom shop.new import *\n\nget_manager()\n", "b.py": "from shop.new import *\nfrom shop.factory import *\n\nget_manager()\n" };
  expect(await lint(files, 2)).toEqual(["b.py 2:26-2:27 no-deprecated-reexport leaked", "b.py 4:1-4:12 no-deprecated-use deprecated"]);
});

describe("phase 2: by other paths and names", () => {
  const files = { "shop/ws/__init__.py": "from ..factory import get_manager as obtain\n", "shop/api.py": "from shop import ws\n" };

  test("a renamed one, an attribute of a package, a module passed on", async () => {
    expect(await lint({
      ...files,
      "a.py": "from shop.ws import obtain\n\nobtain()\n",
      "b.py": "import shop.ws\n\nshop.ws.obtain()\n",
      "c.py": "from shop import api\n\napi.ws.obtain()\n",
    }, 2)).toEqual([
      "a.py 1:21-1:27 no-deprecated-import through",
      "a.py 3:1-3:7 no-deprecated-use through",
      "b.py 3:1-3:15 no-deprecated-import through",
      "c.py 3:1-3:14 no-deprecated-import through",
      "shop/ws/__init__.py 1:23-1:44 no-deprecated-import deprecated",
    ]);
  });

  test("the same name that a module defines itself is another one", async () => {
    expect(await lint({ "shop/facade.py": "from shop.factory import get_manager\n\n\ndef get_manager(): ...\n", "user.py": "from shop.facade import get_manager\n" }, 2)).toEqual(["shop/facade.py 1:26-1:37 no-deprecated-import deprecated"]);
  });
});

test("canonical-import-path: by another module than the canonical one", async () => {
  expect(await lint({ "shop/api.py": "from shop.canonical import create_manager as create\n", "user.py": "from shop.api import create\n\ncreate()\n", "good.py": "from shop.canonical import create_manager\n" }, 2, {}, { exclusive: true })).toEqual([
    "user.py 1:22-1:28 canonical-import-path detour",
  ]);
});
