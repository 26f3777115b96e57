import { expect, test } from "vitest";
import type { Tree } from "../fixture.ts";
import { pythonProject } from "./python-project.ts";

function closureOf(tree: Tree, module: string): readonly string[] {
  const made = pythonProject(tree);
  return Object.keys(tree).filter((file) => made.project.needs(made.project.manifestModule(module, "python"), `${made.root}/${file}`)).sort();
}

const shop: Tree = {
  "shop/__init__.py": "from .handlers import handle\nfrom .new import create\nfrom lib.log import log\n",
  "shop/new.py": "import typing\nfrom typing import TYPE_CHECKING\nfrom . import models\nif TYPE_CHECKING:\n    from .handlers import Handler\n",
  "shop/models.py": "def later():\n    from .fields import Field\n",
  "shop/fields.py": "",
  "shop/handlers.py": "from .legacy import old\n",
  "shop/legacy.py": "",
  "lib/__init__.py": "from . import caller\n",
  "lib/log.py": "",
  "lib/caller.py": "from app import main\n",
  "app.py": "from shop.legacy import old\n",
};

test("what runs at import time and later; nothing for type checkers; not what its own package shows", () => {
  expect(closureOf(shop, "shop.new")).toEqual([
    // The packages run these before anybody outside has `shop.new`.
    "app.py", "lib/log.py",
    "shop/fields.py", "shop/models.py", "shop/new.py",
  ].sort());
});

test("a package that is asked for something runs, with all that it imports", () => {
  expect(closureOf({ ...shop, "shop/new.py": "from . import handle\n" }, "shop.new")).toContain("shop/handlers.py");
  expect(closureOf({ ...shop, "shop/new.py": "import shop\n" }, "shop.new")).toContain("shop/handlers.py");
  expect(closureOf({ ...shop, "shop/new.py": "from shop import *\n" }, "shop.new")).toContain("shop/handlers.py");
});

test("cycles end", () => {
  expect(closureOf({ "a.py": "import b\n", "b.py": "import a\n", "c.py": "" }, "a")).toEqual(["a.py", "b.py"]);
});

const shown: Tree = {
  "shop/__init__.py": "from . import tags, parts\n",
  "shop/new.py": "",
  "shop/tags.py": "",
  "shop/parts/__init__.py": "from . import filters\n",
  "shop/parts/filters.py": "from shop.legacy import old\n",
  "shop/legacy.py": "from .new import old\n",
};

test("what a package around both shows counts for neither, nor the packages that run because of that", () => {
  expect(closureOf(shown, "shop.new")).toEqual(["shop/new.py"]);
});

test("a package around the file alone runs because of the module, and the file with it", () => {
  expect(closureOf({ ...shown, "shop/new.py": "from .parts.sizes import size\n", "shop/parts/sizes.py": "" }, "shop.new")).toEqual(["shop/legacy.py", "shop/new.py", "shop/parts/__init__.py", "shop/parts/filters.py", "shop/parts/sizes.py"]);
});
