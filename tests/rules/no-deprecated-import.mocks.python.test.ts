/** Tests that replace the old symbol where it is defined: nothing takes their mocks along in Python, in no phase. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = (phase: number): object => ({
  migrations: [
    { id: "mail", language: "python", phase, canonical: { module: "shop.mailer", name: "send" }, deprecated: [{ module: "shop.smtp", name: "send_mail" }] },
    { id: "limit", language: "python", phase, canonical: { module: "shop.mailer", name: "LIMIT" }, deprecated: [{ module: "shop.smtp", name: "MAXIMUM" }] },
  ],
});

const base = {
  "shop/__init__.py": "",
  "shop/smtp.py": 'MAXIMUM = 3  # deprecated\n\n\ndef send_mail(to):\n    """Deprecated."""\n',
  "shop/mailer.py": "LIMIT = 3\n\n\ndef send(to): ...\n",
  "shop/orders.py": "def confirm(to):\n    from shop.smtp import send_mail\n\n    return send_mail(to)\n",
  "shop/limits.py": "from shop import smtp\n\n\ndef allowed():\n    return smtp.MAXIMUM\n",
};

const patching = "from unittest.mock import patch\n\nfrom shop import limits, orders\n\n\ndef test_confirm():\n    with patch('shop.smtp.send_mail') as mocked:\n        orders.confirm('me')\n    mocked.assert_called_once_with('me')\n";

async function outcomes(phase: number, files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { found } = await lintProject({ "ssot.json": manifest(phase), ...base, ...files }, { only: ["ssot/no-deprecated-import"] });
  return Object.fromEntries(found.map(({ file, message, fixable }) => [file, fixable ? "fixed" : (/(?:automatic(?:ally)?): (.*)\.$/.exec(message)?.[1] ?? message)]));
}

describe.each([2, 3, 4])("in phase %i a mock of the old symbol leaves the code that it reaches to a person", (phase) => {
  test("a string, in a test that imports the code; what is not mocked is fixed", async () => {
    const found = await outcomes(phase, { "tests/test_orders.py": patching });
    expect(found["shop/orders.py"]).toBe("a mock of shop/smtp.py in tests/test_orders.py would be left behind");
    expect(found["shop/limits.py"]).toBe("fixed");
  });

  test("a string that is put together", async () => {
    const found = await outcomes(phase, { "tests/test_orders.py": patching.replace("from shop import", "SMTP = 'shop.smtp'\nfrom shop import").replace("'shop.smtp.send_mail'", "f'{SMTP}.send_mail'") });
    expect(found["shop/orders.py"]).toBe("a mock of shop/smtp.py in tests/test_orders.py would be left behind");
    expect(found["shop/limits.py"]).toBe("fixed");
  });

  test("an attribute of the module", async () => {
    const found = await outcomes(phase, { "tests/test_orders.py": "from shop import orders, smtp\n\n\ndef test_confirm(monkeypatch):\n    monkeypatch.setattr(smtp, 'send_mail', lambda to: 'sent')\n    assert orders.confirm('me') == 'sent'\n" });
    expect(found["shop/orders.py"]).toBe("a mock of shop/smtp.py in tests/test_orders.py would be left behind");
  });

  test.each([
    ["is assigned", "smtp.send_mail = lambda to: 'sent'"],
    ["is assigned with others", "before, smtp.send_mail = smtp.send_mail, None"],
    ["is deleted", "del smtp.send_mail"],
  ])("an attribute of the module that %s", async (_how, statement) => {
    const found = await outcomes(phase, { "tests/test_orders.py": `from shop import orders, smtp\n\n\ndef test_confirm():\n    ${statement}\n    assert orders.confirm('me') == 'sent'\n` });
    expect(found["shop/orders.py"]).toBe("a mock of shop/smtp.py in tests/test_orders.py would be left behind");
    expect(found["shop/limits.py"]).toBe("fixed");
  });

  test.each([
    ["a fixture", "def test_allowed(monkeypatch):\n    monkeypatch.setattr(limits, 'other', 1)\n"],
    ["a decorator", "@patch.object(limits, 'other')\ndef test_allowed(mocked): ...\n"],
  ])("what %s replaces in the module that takes it is that attribute alone", async (_by, code) => {
    const user = "from shop.smtp import MAXIMUM, send_mail\n\n\ndef allowed():\n    return MAXIMUM, send_mail\n";
    const { fixed } = await lintProject({ "ssot.json": manifest(phase), ...base, "shop/limits.py": user, "tests/test_limits.py": `from unittest.mock import patch\n\nfrom shop import limits\n\n\n${code}` });
    expect(fixed["shop/limits.py"]).toBe("from shop.mailer import LIMIT, send\n\n\ndef allowed():\n    return LIMIT, send\n");
  });

  test("but no attribute of the symbol itself: that goes along with it", async () => {
    const found = await outcomes(phase, { "tests/test_orders.py": "from shop import orders, smtp\nfrom shop.smtp import send_mail\n\n\ndef test_confirm():\n    smtp.send_mail.calls = 0\n    send_mail.calls = 0\n    assert orders.confirm('me') == 'sent'\n" });
    expect(found["shop/orders.py"]).toBe("fixed");
  });

  test("a fixture of `conftest.py`, which imports nothing of the code", async () => {
    const found = await outcomes(phase, { "tests/conftest.py": "import pytest\n\n\n@pytest.fixture(autouse=True)\ndef no_mail(monkeypatch):\n    monkeypatch.setattr('shop.smtp.send_mail', lambda to: None)\n" });
    expect(found["shop/orders.py"]).toBe("a mock of shop/smtp.py in tests/conftest.py would be left behind");
    expect(found["shop/limits.py"]).toBe("fixed");
  });
});

test("a test that takes the old symbol itself, under its own mock", async () => {
  const found = await outcomes(3, { "tests/test_smtp.py": "from unittest.mock import patch\n\n\n@patch('shop.smtp.send_mail')\ndef test_send(mocked):\n    from shop.smtp import send_mail\n\n    assert send_mail('me') is mocked.return_value\n" });
  expect(found["tests/test_smtp.py"]).toBe("a mock of shop/smtp.py in tests/test_smtp.py would be left behind");
});

describe("a symbol that comes through other modules", () => {
  const through = {
    "shop/facade.py": "from shop.smtp import MAXIMUM as LIMIT_OF_ALL, send_mail\n\n\ndef charge(): ...\n",
    "shop/front.py": "from shop.facade import LIMIT_OF_ALL as MOST, charge, send_mail\n",
    "shop/orders.py": "def confirm(to):\n    from shop.front import send_mail\n\n    return send_mail(to)\n",
    "shop/limits.py": "def allowed():\n    from shop.front import MOST\n\n    return MOST\n",
  };
  const mocking = (target: string): string => patching.replace("shop.smtp.send_mail", target);

  test.each([
    ["shop.front.charge", "fixed", "fixed"],
    ["shop.front.send_mail", "a mock of shop/front.py in tests/test_orders.py would be left behind", "fixed"],
    ["shop.facade.send_mail", "a mock of shop/facade.py in tests/test_orders.py would be left behind", "a mock of shop/facade.py in tests/test_orders.py would be left behind"],
    ["shop.smtp.send_mail", "a mock of shop/smtp.py in tests/test_orders.py would be left behind", "fixed"],
    ["shop.facade.charge", "fixed", "a mock of shop/facade.py in tests/test_orders.py would be left behind"],
  ])("is held by a mock of its name there, not by one of another name: %s", async (target, orders, limits) => {
    const found = await outcomes(3, { ...through, "tests/test_orders.py": mocking(target) });
    expect([found["shop/orders.py"], found["shop/limits.py"]]).toEqual([orders, limits]);
  });
});
