import { describe, expect, test } from "vitest";
import { pythonProject } from "./python-project.ts";

describe("absolute modules", () => {
  const shop = pythonProject({
    "shop/__init__.py": "",
    "shop/cart.py": "",
    "shop/ws/__init__.py": "",
    "shop/ws/factory.py": "",
    "plain/deep/tool.py": "",
    "tool.py": "",
    "tool/__init__.py": "",
    "assets/logo.svg": "",
    "typed/__init__.pyi": "",
    "typed/only.pyi": "",
    "shop/cart.pyi": "",
  });
  test.each([
    ["shop", "shop/__init__.py"],
    ["shop.cart", "shop/cart.py"],
    ["shop.ws", "shop/ws/__init__.py"],
    ["shop.ws.factory", "shop/ws/factory.py"],
    ["plain", "plain"],
    ["plain.deep", "plain/deep"],
    ["plain.deep.tool", "plain/deep/tool.py"],
    ["tool", "tool/__init__.py"],
    ["typed", "typed/__init__.pyi"],
    ["typed.only", "typed/only.pyi"],
    ["requests.sessions", "requests.sessions"],
    ["assets", "assets"],
    ["shop.gone", "shop/gone"],
    ["shop.gone.deeper", "shop/gone/deeper"],
    ["shop.cart.old", "shop/cart/old"],
    ["plain.gone", "plain/gone"],
    ["a b", "a b"],
    ["a..b", "a..b"],
  ])("%s is %s", (dotted, expected) => {
    expect(shop.key("shop/cart.py", dotted)).toBe(expected);
    expect(shop.module(dotted)).toBe(expected);
  });

  test.each([
    ["shop/ws/factory.py", ".", "shop/ws/__init__.py"],
    ["shop/ws/__init__.py", ".", "shop/ws/__init__.py"],
    ["shop/ws/__init__.py", ".factory", "shop/ws/factory.py"],
    ["shop/ws/factory.py", "..", "shop/__init__.py"],
    ["shop/ws/factory.py", "..cart", "shop/cart.py"],
    ["shop/ws/factory.py", "..ws.factory", "shop/ws/factory.py"],
    ["shop/ws/factory.py", "..gone.deeper", "shop/gone/deeper"],
    ["shop/cart.pyi", ".ws", "shop/ws/__init__.py"],
    ["plain/deep/tool.py", "..other", "plain/other"],
    ["plain/deep/tool.py", ".", "plain/deep"],
    ["tool.py", ".", ""],
  ])("in %s, %s is %s", (file, specifier, expected) => {
    expect(shop.key(file, specifier)).toBe(expected === "" ? shop.root : expected);
  });

  test("a stub beside its source is that source; other files are themselves", () => {
    const key = (path: string): string => shop.project.fileKey(shop.at(path));
    expect(key("shop/cart.pyi")).toBe(shop.at("shop/cart.py"));
    expect(key("typed/only.pyi")).toBe(shop.at("typed/only.pyi"));
    expect(key("shop/gone.py")).toBe(shop.at("shop/gone"));
    expect(key("gone/__init__.py")).toBe(shop.at("gone"));
  });

  test("a file that comes is seen after a refresh", () => {
    expect(shop.module("shop.fresh")).toBe("shop/fresh");
    shop.write({ "shop/fresh.py": "" });
    shop.project.refresh();
    expect(shop.module("shop.fresh")).toBe("shop/fresh.py");
  });
});

describe("roots", () => {
  test("they are tried in order, a package before a folder without __init__", () => {
    const made = pythonProject({ "one/shared/a.py": "", "two/shared/__init__.py": "", "two/shared/b.py": "", "one/part/a.py": "", "two/part/b.py": "" }, ["one", "two"]);
    expect(made.module("shared")).toBe("two/shared/__init__.py");
    expect(made.module("shared.a")).toBe("two/shared/a");
    expect(made.module("part")).toBe("one/part");
    expect(made.module("part.a")).toBe("one/part/a.py");
    expect(made.module("part.b")).toBe("two/part/b.py");
    expect(made.module("one.part.a")).toBe("one.part.a");
  });

  test("src is one where it is no package, and both names are one module", () => {
    const made = pythonProject({ "src/shop/__init__.py": "", "src/shop/cart.py": "", "tests/test_cart.py": "" });
    expect(made.module("shop.cart")).toBe("src/shop/cart.py");
    expect(made.key("tests/test_cart.py", "src.shop.cart")).toBe("src/shop/cart.py");
    const packed = pythonProject({ "src/__init__.py": "", "src/shop/__init__.py": "" });
    expect(packed.module("shop")).toBe("shop");
  });

  test("a module behind a link is the file that it leads to", () => {
    const made = pythonProject({ "lib/real/__init__.py": "", "lib/real/x.py": "", alias: { link: "lib/real" } });
    expect(made.module("alias.x")).toBe("lib/real/x.py");
  });
});

describe("homes", () => {
  const shop = pythonProject({
    "shop/__init__.py": "from .ws.factory import make as create\nfrom .cart import *\n",
    "shop/cart.py": "__all__ = ['total']\ndef total(): ...\ndef hidden(): ...\n",
    "shop/ws/__init__.py": "",
    "shop/ws/factory.py": "def make(): ...\n",
    "app.py": "import shop.ws\nimport shop.cart as cart\nfrom shop import create, total, ws as sockets, hidden\n",
  });
  test.each([
    ["shop", "create", "shop/ws/factory.py make"],
    ["shop", "total", "shop/cart.py total"],
    ["shop", "hidden", undefined],
    ["shop", "ws", "shop/ws/__init__.py *"],
    ["shop", "cart", "shop/cart.py *"],
    ["app", "shop", "shop/__init__.py *"],
    ["app", "cart", "shop/cart.py *"],
    ["app", "create", "shop/ws/factory.py make"],
    ["app", "sockets", "shop/ws/__init__.py *"],
    ["app", "hidden", undefined],
    ["requests", "get", "requests get"],
  ])("%s.%s is %s", (module, name, expected) => {
    expect(shop.home(module, name)).toBe(expected);
  });
});
