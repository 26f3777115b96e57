/** Star imports in Python of a module that moved as a whole. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = (phase: number, more: object = {}): object => ({
  migrations: [{ id: "settings", language: "python", phase, canonical: { module: "site.conf", name: "*" }, deprecated: [{ module: "site.settings", name: "*", ...more }] }],
});

const settings = "import os\n\nDEBUG = False\nROOT = os.getcwd()\n\n\ndef load(name): ...\n";
const base = { "site/__init__.py": "", "site/settings.py": settings, "site/conf.py": settings };
const text = "from site.settings import *\n\nDEBUG = True\nPATH = load(ROOT)\n";

async function outcome(files: Readonly<Record<string, string>>, phase = 2, more: object = {}, file = "site/dev.py") {
  const { fixed, found, unstable } = await lintProject({ "ssot.json": manifest(phase, more), ...base, ...files });
  expect(unstable).toEqual([]);
  const messages = found.filter((each) => each.file === file).map(({ message }) => /(?:automatic(?:ally)?): (.*)\.$/.exec(message)?.[1] ?? "");
  return { text: fixed[file], why: messages[0] };
}

describe("is taken of the new module", () => {
  test("where that gives the same, and to others too", async () => {
    expect((await outcome({ "site/dev.py": text, "main.py": "from site.dev import *\n\nload(ROOT)\n" })).text).toBe(text.replace("site.settings", "site.conf"));
  });

  test("relative as it was, with its comment", async () => {
    expect((await outcome({ "site/dev.py": "from .settings import *  # noqa: F403\n\nload('a')\n" })).text).toBe("from .conf import *  # noqa: F403\n\nload('a')\n");
  });

  test("where what stays is not asked for", async () => {
    expect((await outcome({ "site/dev.py": text }, 2, { except: ["DEFAULTS"] })).text).toBe(text.replace("site.settings", "site.conf"));
    expect((await outcome({ "site/dev.py": "from site.settings import *\n\nload('a')\n" }, 2, { except: ["ROOT"] })).text).toBe("from site.conf import *\n\nload('a')\n");
  });
});

describe("stays", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["where the new module lacks a name that is used", { "site/conf.py": "DEBUG = False\nROOT = '.'\n" }, '`load` is not known to be exported by "site.conf"'],
    ["where its `__all__` leaves one out", { "site/conf.py": `${settings}\n\n__all__ = ["DEBUG", "load"]\n` }, '`ROOT` is not known to be exported by "site.conf"'],
    ["where a package of the old one's is used", { "site/conf.py": settings.replace("import os\n", "from os import getcwd\n").replace("os.", ""), "site/dev.py": `${text}HERE = os.curdir\n` }, '`os` is not known to be exported by "site.conf"'],
    ["where another file takes such a name through it", { "site/conf.py": settings.replace("DEBUG = False\n", ""), "site/dev.py": "from site.settings import *\n\nload('a')\n", "main.py": "from site.dev import DEBUG\n" }, '`DEBUG` is not known to be exported by "site.conf"'],
    ["where the new module has a name that means something here", { "site/conf.py": `${settings}\n\ndef print(*all): ...\n`, "site/dev.py": `${text}print(PATH)\n` }, '"site.conf" would put something else under `print`'],
    ["where not all names are known", { "site/conf.py": `${settings}from elsewhere import *\n` }, 'not all names of "site.settings" and "site.conf" are known'],
    ["where another star may take names of packages", { "site/conf.py": settings.replace("import os\n", "from os import getcwd\n").replace("os.", ""), "main.py": "from site.dev import *\n\nprint(os.curdir)\n" }, "main.py may take other names through it"],
  ])("%s", async (_name, files, why) => {
    const all = { "site/dev.py": text, ...files };
    expect(await outcome(all)).toEqual({ text: all["site/dev.py"], why });
  });

  test("in phase 1, and where the old module does something", async () => {
    expect((await outcome({ "site/dev.py": text }, 1)).text).toBe(text);
    expect(await outcome({ "site/dev.py": text }, 2, { sideEffects: true })).toEqual({ text, why: 'importing "site.settings" does something' });
  });

  test("in tests before phase 3", async () => {
    expect((await outcome({ "tests/test_dev.py": text }, 2, {}, "tests/test_dev.py")).text).toBe(text);
    expect((await outcome({ "tests/test_dev.py": text }, 3, {}, "tests/test_dev.py")).text).toBe(text.replace("site.settings", "site.conf"));
  });
});

test("a module that another one imports for itself comes along with its star, and is no report", async () => {
  const files = {
    "ssot.json": { migrations: [{ id: "old", language: "python", phase: 3, canonical: { module: "shop.new", name: "make" }, deprecated: [{ module: "shop.legacy", name: "get_old" }] }] },
    "shop/__init__.py": "",
    "shop/new.py": "def make(): ...\n",
    "shop/legacy.py": "def get_old(): ...\n",
    "shop/lib.py": "import shop.legacy as _legacy\nfrom shop import legacy\n\nprint(_legacy, legacy)\n",
    "main.py": "from shop.lib import *\n",
  };
  const { found } = await lintProject(files);
  expect(found.filter(({ file }) => file === "main.py")).toEqual([]);
});

describe("a star of a module of which some names are deprecated", () => {
  const symbols = ["get_old", "get_older"].map((name) => ({ module: "shop.legacy", name }));
  const files = (api: string): Readonly<Record<string, string | object>> => ({
    "ssot.json": { migrations: [{ id: "old", language: "python", phase: 2, canonical: { module: "shop.new", name: "make" }, deprecated: symbols }] },
    "shop/__init__.py": "",
    "shop/new.py": "def make(): ...\n",
    "shop/legacy.py": "def get_old(): ...\ndef get_older(): ...\ndef other(): ...\n",
    "shop/api.py": api,
  });

  test("an entry of `__all__` goes in the same pass as the uses change", async () => {
    const before = 'from shop.legacy import *\n\n__all__ = ["other", "get_old"]\n\n\ndef f():\n    return get_old()\n';
    const { fixed, unstable } = await lintProject(files(before));
    expect(unstable).toEqual([]);
    expect(fixed["shop/api.py"]).toBe('from shop.legacy import *\nfrom shop.new import make\n\n__all__ = ["other"]\n\n\ndef f():\n    return make()\n');
  });

  test("its message says once what takes the place of all of them", async () => {
    const { found } = await lintProject(files("from shop.legacy import *\n"));
    expect(found.find(({ file }) => file === "shop/api.py")?.message).toMatch(/^This export lets `get_old`, `get_older` from "shop.legacy" out, which is deprecated\. Use `make` from "shop.new" instead\. Not fixed/);
  });
});
