import { RuleTester } from "eslint";
import { describe, it } from "vitest";
import plugin from "../../src/index.ts";
import { standingFolder } from "../kit/project-folder.ts";
import { rules } from "../../src/rules/index.ts";
import { files, manifest } from "./python-project.ts";

const exclusive = { migrations: manifest.migrations.map((migration) => (migration.id === "manager" ? { ...migration, exclusive: true } : migration)) };
const root = standingFolder({ ...files, "ssot.json": exclusive });

RuleTester.describe = describe;
RuleTester.it = it;
// ESLint's own tester, as people who write rules use it.
const tester = new RuleTester({ plugins: { ssot: plugin }, language: "ssot/python", settings: { ssot: { manifest: exclusive, root } } });
const at = (line: number, column: number): RuleTester.TestCaseError => ({ messageId: "duplicate", line, column, endLine: line, endColumn: column + "create_manager".length });

tester.run("no-duplicate-definition in Python", rules["no-duplicate-definition"], {
  assertionOptions: { requireMessage: "messageId", requireLocation: true },
  valid: [
    { name: "the canonical one", code: "def create_manager(): ...\n", filename: `${root}/acme/ws/canonical.py` },
    { name: "an import of it", code: "from acme.ws.canonical import create_manager\n__all__ = ['create_manager']\n", filename: `${root}/acme/app.py` },
    { name: "a method and a local", code: "class A:\n    def create_manager(self): ...\ndef f():\n    create_manager = 1\n", filename: `${root}/acme/app.py` },
    { name: "a name that `__all__` leaves out", code: "def create_manager(): ...\n__all__ = []\n", filename: `${root}/acme/app.py` },
    { name: "none, where an import of it fails", code: "try:\n    from acme.ws.canonical import create_manager\nexcept ImportError:\n    create_manager = None\n", filename: `${root}/acme/app.py` },
    { name: "phase 1", code: "def create_manager(): ...\n", filename: `${root}/acme/app.py`, options: [{ phase: 1 }] },
  ],
  invalid: [
    { name: "a function", code: "def create_manager(): ...\n", filename: `${root}/acme/app.py`, errors: [at(1, 5)] },
    { name: "an assignment in a branch", code: "try: ...\nexcept ImportError:\n    create_manager = None\n", filename: `${root}/acme/app.py`, errors: [at(3, 5)] },
    { name: "another one, where an import of it fails", code: "try:\n    from acme.ws.canonical import create_manager\nexcept ImportError:\n    create_manager = None\n    def create_manager(): ...\n", filename: `${root}/acme/app.py`, errors: [at(4, 5)] },
    { name: "a class that `__all__` names", code: "__all__ = ('create_manager',)\nclass create_manager: ...\n", filename: `${root}/acme/app.py`, errors: [at(2, 7)] },
  ],
});
