/** Letters that ESLint reads as U+FFFD: lost ones are never written, those that stand in the file are. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { projectFolder } from "../kit/project-folder.ts";

const files = {
  "ssot.json": {
    migrations: [{ id: "mail", language: "python", phase: 2, canonical: { module: "shop.mailer", name: "send" }, deprecated: [{ module: "shop.smtp", name: "send_mail" }] }],
  },
  "shop/__init__.py": "",
  "shop/smtp.py": 'def send_mail(to):\n    """Deprecated."""\n',
  "shop/mailer.py": "def send(to): ...\n",
};

async function fixed(bytes: Buffer): Promise<string | undefined> {
  const root = projectFolder(files);
  writeFileSync(path.join(root, "orders.py"), bytes);
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended], fix: true });
  return (await eslint.lintFiles(["orders.py"]))[0]?.output;
}

describe("a file with U+FFFD in its text, that declares no encoding", () => {
  const text = 'from shop.smtp import send_mail\n\nsend_mail("caf\uFFFD")\n';

  test("is fixed where its bytes are UTF-8: the letter itself is meant", async () => {
    expect(await fixed(Buffer.from(text))).toBe('from shop.mailer import send\n\nsend("caf\uFFFD")\n');
  });

  test("is left alone where they are not: it would be written with the loss", async () => {
    expect(await fixed(Buffer.from(text.replace("\uFFFD", "é"), "latin1"))).toBeUndefined();
  });
});
