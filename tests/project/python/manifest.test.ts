import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkManifest } from "../../../src/rule-kit/check-manifest.ts";
import { standingFolder } from "../../kit/project-folder.ts";

const code = `import functools
from dataclasses import dataclass
from typing import overload
from typing_extensions import deprecated

def plain(key, mode="x"): ...
def keyed(key, *, context, quiet=False): ...
def placed(key, /, mode=None): ...
def rest(*args, **kwargs): ...
@functools.lru_cache(maxsize=1)
def cached(key): ...
@route("/x")
def routed(key): ...
@overload
def many(a: int): ...
@overload
def many(a: str, b: int): ...
def many(*args): ...
async def later(key): ...
class Manager:
    def __init__(self, url, *, retries=3): ...
class Empty: ...
class Child(Manager): ...
@dataclass
class Data:
    key: str
class New:
    def __new__(cls, a): ...
if True:
    def twice(a): ...
else:
    def twice(a, b): ...
value = 1
`;

const root = standingFolder({ "shop/__init__.py": "from .new import plain as shown\n", "shop/new.py": code, "shop/old.py": "def get(): ...\ndef get_factory(): ...\n", "shop/legacy.py": "def get_client(): ...\n", "space/part.py": "def x(): ...\n" });

function check(canonical: object, deprecated: object = { module: "shop.old", name: "get" }): readonly string[] {
  const text = JSON.stringify({ migrations: [{ id: "m", language: "python", canonical, deprecated: [deprecated] }] });
  return checkManifest(text, join(root, "ssot.json")).map(({ message, mend }) => `${message}. ${mend}`);
}

/** What is said of a call of a name in \`shop.new\`. */
function said(name: string, to: string, module = "shop.new"): readonly string[] {
  return check({ module, name }, { module: "shop.old", name: "get", rewrites: [{ from: "get($a, $b, $$$more)", to }] }).map((line) => line.replace(/\. Its parameters.*$/, ""));
}

describe("calls", () => {
  test.each<readonly [string, string]>([
    ["plain", "plain($a)"],
    ["plain", "plain($a, mode=$b)"],
    ["plain", "plain(mode=$a, key=$b)"],
    ["plain", "plain($$$more)"],
    ["plain", "plain($$$more, mode=1)"],
    ["plain", "wrap(plain, plain.x($a, $b, $a))"],
    ["keyed", "keyed($a, context=$b)"],
    ["placed", "placed($a, mode=$b)"],
    ["placed", "placed($a, $b)"],
    ["rest", "rest($a, $b, x=1)"],
    ["cached", "cached($a)"],
    ["routed", "routed($a, $b, $a)"],
    ["many", "many($a, $b)"],
    ["later", "await later($a)"],
    ["Manager", "Manager($a, retries=$b)"],
    ["Empty", "Empty()"],
    ["Child", "Child($a, $b, $a)"],
    ["Data", "Data($a, $b)"],
    ["New", "New($a, $b)"],
    ["twice", "twice($a, $b)"],
  ])("%s: %s fits, or is not known", (name, to) => {
    expect(said(name, to)).toEqual([]);
  });

  test.each<readonly [string, string, string]>([
    ["plain", "plain()", "calls `plain` without `key`"],
    ["plain", "plain($a, $b, 1)", "gives `plain` 3 arguments, but it takes 1 to 2"],
    ["plain", "plain($a, other=$b)", "calls `plain` with `other`, which it does not take by name"],
    ["plain", "plain($a, key=$b)", "calls `plain` with `key` twice"],
    ["keyed", "keyed($a)", "calls `keyed` without `context`"],
    ["keyed", "keyed($a, $b)", "gives `keyed` 2 arguments, but it takes 1"],
    ["placed", "placed(key=$a)", "calls `placed` with `key`, which it does not take by name"],
    ["cached", "cached($a, $b)", "gives `cached` 2 arguments, but it takes 1"],
    ["many", "many()", "gives `many` 0 arguments, but it takes 1 or 2"],
    ["later", "await later()", "calls `later` without `key`"],
    ["Manager", "Manager()", "calls `Manager` without `url`"],
    ["Empty", "Empty($a)", "gives `Empty` 1 argument, but it takes none"],
  ])("%s: %s: %s", (name, to, expected) => {
    expect(said(name, to)).toEqual([expected]);
  });

  test("through a package that shows it", () => {
    expect(said("shown", "shown()", "shop")).toEqual(["calls `shown` without `key`"]);
  });

  test("the parameters are shown", () => {
    expect(check({ module: "shop.new", name: "keyed" }, { module: "shop.old", name: "get", rewrites: [{ from: "get()", to: "keyed(1)" }] })).toEqual(["calls `keyed` without `context`. Its parameters are (key, *, context, quiet=…): give what they ask for"]);
  });
});

describe("modules and names", () => {
  test.each<readonly [string, object, readonly string[]]>([
    ["there", { module: "shop.new", name: "plain" }, []],
    ["a package that is not installed", { module: "requests.sessions", name: "Session" }, []],
    ["a module that is gone", { module: "shop.gone", name: "plain" }, ['there is no module "shop.gone". Name the module that has `plain`']],
    ["a module that is mistyped", { module: "shop.nwe", name: "plain" }, ['there is no module "shop.nwe". Did you mean "shop.new"?']],
    ["a module that is mistyped, whose neighbour has no such name", { module: "shop.nwe", name: "get" }, ['there is no module "shop.nwe". Name the module that has `get`']],
    ["a module below a folder that others may share", { module: "space.gone", name: "plain" }, []],
    ["a name that is mistyped", { module: "shop.new", name: "plian" }, ['"shop.new" has no `plian`. Did you mean `plain`?']],
    ["a module as a name", { module: "shop", name: "new" }, []],
  ])("%s", (_, canonical, expected) => {
    expect(check(canonical)).toEqual(expected);
  });

  test("a deprecated symbol that is gone is none of it, unless it is mistyped", () => {
    expect(check({ module: "shop.new", name: "plain" }, { module: "shop.old", name: "removed_long_ago" })).toEqual([]);
    expect(check({ module: "shop.new", name: "plain" }, { module: "shop.old", name: "get_factroy" })).toEqual(['"shop.old" has no `get_factroy`. Did you mean `get_factory`?']);
    expect(check({ module: "shop.new", name: "plain" }, { module: "shop.removed", name: "get" })).toEqual([]);
    expect(check({ module: "shop.new", name: "plain" }, { module: "shop.legcay", name: "get_client" })).toEqual(['there is no module "shop.legcay". Did you mean "shop.legacy"?']);
    expect(check({ module: "shop.new", name: "plain" }, { module: "shop.legcay", name: "get_server" })).toEqual([]);
  });

  test("a mistyped module is looked for from each of `python.roots`", () => {
    const folder = standingFolder({ "src/shop/__init__.py": "", "src/shop/client.py": "def create(): ...\n", "lib/tools/__init__.py": "", "lib/tools/legacy/__init__.py": "def get_client(): ...\n" });
    const text = JSON.stringify({ python: { roots: ["src", "lib"] }, migrations: [{ id: "m", language: "python", canonical: { module: "shop.clinet", name: "create" }, deprecated: [{ module: "tools.legcay", name: "get_client" }] }] });
    expect(checkManifest(text, join(folder, "ssot.json")).map(({ mend }) => mend)).toEqual(['Did you mean "shop.client"?', 'Did you mean "tools.legacy"?']);
  });

  test("one definition by two ways is one symbol", () => {
    const text = JSON.stringify({ migrations: [
      { id: "a", language: "python", canonical: { module: "shop.new", name: "keyed" }, deprecated: [{ module: "shop", name: "shown" }] },
      { id: "b", language: "python", canonical: { module: "shop.new", name: "placed" }, deprecated: [{ module: "shop.new", name: "plain" }] },
    ] });
    expect(checkManifest(text, join(root, "ssot.json")).map(({ message }) => message).join()).toContain("is the same definition as");
  });
});
