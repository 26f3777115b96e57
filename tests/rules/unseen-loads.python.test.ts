/** Files of Python that a framework loads by their path, and takes names from: pytest's fixtures, Django's commands. */
import { expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = (phase: number): object => ({
  migrations: [{ id: "client", language: "python", phase, canonical: { module: "shop.new", name: "new_client" }, deprecated: [{ module: "shop.old", name: "client" }] }],
});

const base = {
  "shop/__init__.py": "",
  "shop/old.py": 'def client():\n    """Deprecated."""\n',
  "shop/new.py": "def new_client(): ...\n",
};

async function fixed(phase: number, file: string, text: string): Promise<string | undefined> {
  const { fixed: texts } = await lintProject({ "ssot.json": manifest(phase), ...base, [file]: text });
  return texts[file];
}

const byPath = ["conftest.py", "tests/unit/conftest.py", "shop/management/commands/tidy.py", "shop/settings.py", "shop/settings/live.py", "shop/urls.py", "shop/wsgi.py", "shop/apps.py", "shop/models.py", "shop/models/__init__.py", "shop/templatetags/money.py"];

test.each(byPath)("what %s imports for nobody in the project keeps its name", async (file) => {
  expect(await fixed(3, file, "from shop.old import client  # noqa: F401\n")).toBe("from shop.new import new_client as client  # noqa: F401\n");
});

test.each(byPath)("a star of %s, and an entry of its `__all__`, stay", async (file) => {
  for (const text of ["from shop.old import *\n", "from shop.old import client\n\n__all__ = ['client']\n"]) expect(await fixed(1, file, text)).toBe(text);
});

test("what such a file uses itself goes by its new name", async () => {
  expect(await fixed(3, "shop/urls.py", "from shop.old import client\n\nurlpatterns = [client()]\n")).toBe("from shop.new import new_client\n\nurlpatterns = [new_client()]\n");
});

test("what another file imports for nobody goes", async () => {
  expect(await fixed(3, "shop/orders.py", "from shop.old import client\n\nx = 1\n")).toBe("x = 1\n");
});
