/** A module that others have as an attribute of its package, without importing it: the last import of it goes by no fix. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = (name: string, phase = 3): object => ({
  migrations: [{ id: "nap", language: "python", phase, canonical: { module: "shop.sleeping", name }, deprecated: [{ module: "shop.nap", name }] }],
});

const base = {
  "shop/__init__.py": "from .nap import sleep\n\n\ndef wait():\n    return sleep(1)\n",
  "shop/nap.py": '"""Deprecated."""\nimport time\n\n\ndef sleep(seconds):\n    """Deprecated."""\n    time.sleep(seconds)\n',
  "shop/sleeping.py": "import time\n\n\ndef sleep(seconds):\n    time.sleep(seconds)\n",
};

const asking = "import shop\n\n\ndef test_wait(monkeypatch):\n    monkeypatch.setattr(shop.nap.time, 'sleep', print)\n    shop.wait()\n";

async function inPackage(files: Readonly<Record<string, string>>, name = "sleep", phase = 3): Promise<string> {
  const { found } = await lintProject({ "ssot.json": manifest(name, phase), ...base, ...files }, { only: ["ssot/no-deprecated-import"] });
  const report = found.find(({ file }) => file === "shop/__init__.py");
  return report?.fixable === true ? "fixed" : (/(?:automatic(?:ally)?): (.*)\.$/.exec(report?.message ?? "")?.[1] ?? "none");
}

const kept = "tests/test_wait.py has shop/nap.py as an attribute of its package, and nothing else would load it";

describe("an import by which the package gets the attribute", () => {
  test.each(["sleep", "*"])("is left to a person where %s moves", async (name) => {
    expect(await inPackage({ "tests/test_wait.py": asking }, name)).toBe(kept);
  });

  test("is left where the attribute is passed on", async () => {
    expect(await inPackage({ "tests/test_wait.py": "import shop\n\nprint(shop.nap)\n" })).toBe(kept);
  });

  test("is left where the test is not mended yet", async () => {
    const files = { "tests/test_wait.py": "import shop\n\nshop.nap.sleep(1)\n" };
    expect(await inPackage(files, "sleep", 2)).toBe(kept);
    expect(await inPackage(files, "sleep", 3)).toBe("fixed");
  });

  test.each([
    ["nobody asks for the attribute", { "tests/test_wait.py": "import shop\n\nshop.wait()\n" }],
    ["whoever asks for it imports it, too", { "tests/test_wait.py": asking.replace("import shop\n", "import shop\nimport shop.nap\n") }],
    ["the file takes more of it", { "shop/__init__.py": "from .nap import sleep, time\n", "tests/test_wait.py": asking }],
    ["another file takes more of it", { "shop/__init__.py": "from . import clock\nfrom .nap import sleep\n", "shop/clock.py": "from .nap import time\n", "tests/test_wait.py": asking }],
    ["the new module needs it", { "shop/sleeping.py": "from .nap import sleep\n", "shop/nap.py": "import time\n\n\ndef sleep(seconds): ...  # deprecated\n", "tests/test_wait.py": asking }],
    ["a mock names it", { "tests/test_wait.py": "from unittest.mock import patch\n\nimport shop\n\nwith patch('shop.nap.time'):\n    shop.wait()\n" }],
  ])("goes where %s", async (_why, files) => {
    expect(await inPackage(files)).toBe("fixed");
  });
});
