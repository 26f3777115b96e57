import { expect, test } from "vitest";
import type { Tree } from "../fixture.ts";
import { pythonProject } from "./python-project.ts";

const built = "[build-system]\nrequires = ['hatchling']\n";

test.each<readonly [string, Tree, string, boolean]>([
  ["a build system", { "pyproject.toml": built, "shop/api.py": "" }, "shop.api", true],
  ["in a table's array", { "pyproject.toml": `[project]\nname = "shop"\n\n  [ build-system ] # how\nrequires = []\n`, "shop/api.py": "" }, "shop.api", true],
  ["tools only", { "pyproject.toml": '[tool.ruff]\nselect = ["E"]\n', "shop/api.py": "" }, "shop.api", false],
  ["a table in a text of several lines", { "pyproject.toml": 'x = """\n[build-system]\n"""\n', "shop/api.py": "" }, "shop.api", false],
  ["a comment", { "pyproject.toml": "# [build-system]\n", "shop/api.py": "" }, "shop.api", false],
  ["a classifier that forbids it", { "pyproject.toml": `${built}[project]\nclassifiers = ["Private :: Do Not Upload"]\n`, "shop/api.py": "" }, "shop.api", false],
  ["a classifier that is commented out", { "pyproject.toml": `${built}# "Private :: Do Not Upload"\n`, "shop/api.py": "" }, "shop.api", true],
  ["setup.py", { "setup.py": "from setuptools import setup\nsetup()\n", "shop/api.py": "" }, "shop.api", true],
  ["setup.cfg", { "setup.cfg": "[metadata]\nname = shop\n", "shop/api.py": "" }, "shop.api", true],
  ["setup.cfg for tools", { "setup.cfg": "[flake8]\nmax-line-length = 100\n", "shop/api.py": "" }, "shop.api", false],
  ["nothing", { "shop/api.py": "" }, "shop.api", false],
  ["a private module", { "pyproject.toml": built, "shop/_api.py": "" }, "shop._api", false],
  ["a module of a private package", { "pyproject.toml": built, "shop/_core/api.py": "" }, "shop._core.api", false],
  ["a package", { "pyproject.toml": built, "shop/__init__.py": "" }, "shop", true],
  ["a folder above that is private", { "_work/pyproject.toml": built, "_work/shop/api.py": "" }, "_work.shop.api", false],
  ["the nearest file decides", { "pyproject.toml": built, "inner/pyproject.toml": "[tool.x]\n", "inner/api.py": "" }, "inner.api", false],
])("%s", (_, tree, module, expected) => {
  const made = pythonProject(tree);
  expect(made.project.isPublicEntry(made.project.manifestModule(module, "python"))).toBe(expected);
});
