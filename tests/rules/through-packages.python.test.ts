/** Modules that are had as attributes of their packages are there because some import has loaded them: it does not go by itself. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = {
  migrations: [
    { id: "send", language: "python", phase: 3, canonical: { module: "shop.mail.new", name: "send" }, deprecated: [{ module: "shop.mail.old", name: "send_mail" }] },
    { id: "dates", language: "python", phase: 3, canonical: { module: "shop.time.dates", name: "*" }, deprecated: [{ module: "shop.legacy.dates", name: "*" }] },
  ],
};

const base = {
  "shop/__init__.py": "",
  "shop/mail/__init__.py": "",
  "shop/mail/old.py": 'def send_mail():\n    """Deprecated."""\n\n\ndef check(): ...\n',
  "shop/mail/new.py": "def send(): ...\n",
  "shop/legacy/__init__.py": "",
  "shop/legacy/dates.py": '"""Deprecated."""\n\n\ndef parse(): ...\ndef today(): ...\n',
  "shop/time/__init__.py": "",
  "shop/time/dates.py": "def parse(): ...\ndef today(): ...\n",
};

async function fixed(files: Readonly<Record<string, string>>): Promise<{ readonly texts: Readonly<Record<string, string>>; readonly reasons: readonly string[] }> {
  const { fixed: texts, found } = await lintProject({ "ssot.json": manifest, ...base, ...files });
  return { texts, reasons: found.flatMap(({ message }) => /not automatic: (.*)\.$/.exec(message)?.[1] ?? []) };
}

describe("in the same file", () => {
  test.each([
    ["by name", "import shop.mail\nfrom shop.mail.old import send_mail\n\nshop.mail.old.check()\nsend_mail()\n"],
    ["of a package by name", "from shop import mail\nfrom shop.mail.old import send_mail\n\nmail.old.check()\nsend_mail()\n"],
    ["by an alias", "import shop.mail\nimport shop.mail.old as o\n\nshop.mail.old.check()\no.send_mail()\n"],
    ["whole", "import shop\nimport shop.legacy.dates as d\n\nshop.legacy.dates.parse()\nd.parse()\n"],
    ["the package around it", "import shop.legacy.dates\n\nshop.legacy.dates.parse()\nshop.legacy.VERSION\n"],
    ["the package around it, by another import", "import shop\nfrom shop.legacy.dates import parse\n\nparse()\nshop.legacy.VERSION\n"],
    ["from among the modules that are loaded", "import sys\nfrom shop.mail.old import send_mail\n\nsend_mail()\nsys.modules['shop.mail.old'].check()\n"],
    ["whole, by name", "from shop import legacy\nfrom shop.legacy.dates import today\n\nlegacy.dates.parse()\ntoday()\n"],
  ])("%s", async (_name, text) => {
    const { texts, reasons } = await fixed({ "shop/user.py": text });
    expect(texts["shop/user.py"]).toBe(text);
    expect(new Set(reasons).size).toBe(1);
    expect(reasons[0]).toMatch(/^this file relies on this import to load "shop\.(?:mail\.old|legacy\.dates)"$/);
  });

  test("not where that is changed by the same edit", async () => {
    const { texts } = await fixed({ "shop/user.py": "from shop import legacy\nfrom shop.legacy.dates import parse\n\nlegacy.dates.parse()\nparse()\n" });
    expect(texts["shop/user.py"]).toBe("from shop.time.dates import parse\n\nparse()\nparse()\n");
  });

  test("where another import of it stays, or all is changed", async () => {
    const staying = "import shop.mail.old\nfrom shop.mail.old import send_mail\n\nshop.mail.old.check()\nsend_mail()\n";
    const other = "import shop.mail\nfrom shop.mail.old import check, send_mail\n\nshop.mail.old.check()\nsend_mail(check)\n";
    const all = "import shop.mail\nfrom shop.mail.old import send_mail\n\nshop.mail.old.send_mail()\nsend_mail()\n";
    const whole = "import shop.legacy\nimport shop.legacy.dates\n\nshop.legacy.dates.parse()\nshop.legacy.VERSION\n";
    const around = "import shop.mail.old\n\nshop.mail.old.send_mail()\nshop.mail.LIMIT\n";
    const { texts } = await fixed({ "shop/staying.py": staying, "shop/other.py": other, "shop/all.py": all, "shop/whole.py": whole, "shop/around.py": around });
    expect(texts["shop/whole.py"]).toBe("import shop.legacy\nimport shop.time.dates\n\nshop.time.dates.parse()\nshop.legacy.VERSION\n");
    expect(texts["shop/around.py"]).toBe("import shop.mail.old\nfrom shop.mail.new import send\n\nsend()\nshop.mail.LIMIT\n");
    expect(texts["shop/staying.py"]).toBe("import shop.mail.old\nfrom shop.mail.new import send\n\nshop.mail.old.check()\nsend()\n");
    expect(texts["shop/other.py"]).toBe("import shop.mail\nfrom shop.mail.old import check\nfrom shop.mail.new import send\n\nshop.mail.old.check()\nsend(check)\n");
    expect(texts["shop/all.py"]).toBe("from shop.mail.new import send\n\nsend()\nsend()\n");
  });
});

describe("in a file that runs this one", () => {
  const api = "from shop.mail.old import send_mail\n\nsend_mail()\n";
  const changed = "from shop.mail.new import send\n\nsend()\n";

  test.each([
    ["of the package", "import shop.mail\n\nshop.mail.old.check()\n"],
    ["of an alias", "from shop import mail as m\n\nm.old.check()\n"],
  ])("%s", async (_name, user) => {
    const { texts, reasons } = await fixed({ "shop/mail/__init__.py": api, "user.py": user });
    expect(texts["shop/mail/__init__.py"]).toBe(api);
    expect(new Set(reasons)).toEqual(new Set(['user.py has shop/mail/old.py as an attribute of its package, and nothing else would load it']));
  });

  test.each([
    ["loads it itself", "import shop.mail.old\n\nshop.mail.old.check()\n"],
    ["takes a name of it itself", "import shop.mail\nfrom shop.mail.old import check\n\nshop.mail.old.check()\n"],
    ["has something else of the package", "import shop.mail\n\nshop.mail.other.check()\n"],
  ])("not where that %s", async (_name, user) => {
    const { texts } = await fixed({ "shop/mail/__init__.py": api, "user.py": user });
    expect(texts["shop/mail/__init__.py"]).toBe("from shop.mail.new import send as send_mail\n\nsend_mail()\n");
  });

  test("not where the package has something else of that name", async () => {
    const init = "from shop.mail.old import send_mail\n\n\ndef old():\n    return send_mail()\n";
    const { texts } = await fixed({ "shop/mail/__init__.py": init, "user.py": "import shop.mail\n\nshop.mail.old()\n" });
    expect(texts["shop/mail/__init__.py"]).toBe(init.replace("old import send_mail", "new import send as send_mail"));
  });

  test("nor where that does not run this file, or the new module loads the old one", async () => {
    const user = "import shop.mail\n\nshop.mail.old.check()\n";
    expect((await fixed({ "shop/other.py": api, "user.py": user })).texts["shop/other.py"]).toBe(changed);
    const { texts } = await fixed({ "shop/mail/new.py": "import shop.mail.old\n\n\ndef send(): ...\n", "shop/page.py": api, "user.py": `import shop.page\n${user}` });
    expect(texts["shop/page.py"]).toBe(changed);
  });
});
