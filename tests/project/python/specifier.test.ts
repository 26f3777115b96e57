import { describe, expect, test } from "vitest";
import { pythonProject, type PythonFixture } from "./python-project.ts";

function rewrite(made: PythonFixture, fromFile: string, replaced: string, module: string): string | undefined {
  return made.project.specifierFor(made.at(fromFile), replaced, { module: made.project.manifestModule(module, "python"), manifestText: module });
}

const files = {
  "shop/__init__.py": "", "shop/cart.py": "", "shop/ws/__init__.py": "", "shop/ws/factory.py": "", "shop/ws/old.py": "", "lib/log.py": "", "lib/old.py": "", "main.py": "",
};

describe("in a plain project", () => {
  const made = pythonProject(files);
  test.each<readonly [string, string, string, string | undefined]>([
    ["main.py", "shop.ws.old", "shop.ws.factory", "shop.ws.factory"],
    ["shop/cart.py", "shop.ws.old", "shop.ws.factory", "shop.ws.factory"],
    ["shop/cart.py", ".ws.old", "shop.ws.factory", ".ws.factory"],
    ["shop/ws/old.py", ".old", "shop.ws.factory", ".factory"],
    ["shop/ws/old.py", "..cart", "shop.cart", "..cart"],
    ["shop/ws/__init__.py", ".old", "shop.ws.factory", ".factory"],
    ["shop/ws/old.py", ".old", "shop.ws", "."],
    ["shop/ws/old.py", ".old", "shop", ".."],
    ["shop/ws/old.py", ".old", "lib.log", "lib.log"],
    ["lib/old.py", ".old", "lib.log", ".log"],
    ["shop/fresh.py", ".ws.old", "shop.ws.factory", ".ws.factory"],
    ["shop/cart.py", "old_package", "new_package.api", "new_package.api"],
  ])("%s: %s → %s is %s", (file, replaced, module, expected) => {
    expect(rewrite(made, file, replaced, module)).toBe(expected);
  });
});

describe("with roots", () => {
  test("the manifest's text where it leads there", () => {
    const made = pythonProject({ "src/shop/__init__.py": "", "src/shop/new.py": "", "tests/test_x.py": "" });
    expect(rewrite(made, "tests/test_x.py", "shop.old", "shop.new")).toBe("shop.new");
    expect(rewrite(made, "tests/test_x.py", "src.shop.old", "src.shop.new")).toBe("src.shop.new");
    expect(rewrite(made, "src/shop/a.py", ".old", "shop.new")).toBe(".new");
  });

  test("from the root that the replaced text starts from", () => {
    const made = pythonProject({ "src/shop/__init__.py": "", "src/shop/new.py": "", "src/shop/old.py": "", "lib/old.py": "" }, [".", "src", "lib"]);
    expect(rewrite(made, "tests/test_x.py", "src.shop.old", "shop.new")).toBe("src.shop.new");
    expect(rewrite(made, "tests/test_x.py", "shop.old", "src.shop.new")).toBe("shop.new");
    expect(rewrite(made, "tests/test_x.py", "old", "shop.new")).toBe("shop.new");
  });

  test("what is no name is no module to import", () => {
    const made = pythonProject({ "my-tools/new.py": "" }, ["."]);
    expect(made.project.specifierFor(made.at("a.py"), "x", { module: made.at("my-tools/new.py"), manifestText: "my-tools.new" })).toBeUndefined();
  });

  test("what no root reaches is not to be had", () => {
    const made = pythonProject({ "one/a.py": "", "two/new.py": "" }, ["one"]);
    expect(made.project.specifierFor(made.at("one/a.py"), "x", { module: made.at("two/new.py"), manifestText: "two.new" })).toBeUndefined();
  });
});
