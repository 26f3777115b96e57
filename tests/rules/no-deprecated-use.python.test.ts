import { testPythonRule } from "../kit/python-rule-tester.ts";
import type { PythonCase } from "../kit/python-rule-tester.ts";
import { managerData, project } from "./python-project.ts";

const imported = "from acme.ws.factory import get_manager, ManagerOptions\n";

const uses: readonly PythonCase[] = [
  { name: "a call", code: `${imported}manager = «get_manager»()\n`, data: managerData },
  { name: "under its alias", code: "from acme.ws.factory import get_manager as make\n\n«make»()\n" },
  { name: "each of several, some on one line", code: `${imported}a = «get_manager»(); b = «get_manager»\nprint(«get_manager»,\n      «get_manager»)\n` },
  { name: "a decorator, a base class, a default, a metaclass's argument", code: `${imported}@«get_manager»\nclass Hub(«ManagerOptions», make=«get_manager»):\n    def start(self, make=«get_manager»): ...\n` },
  { name: "annotations, as strings too", code: `${imported}def start(a: «ManagerOptions», b: 'list[«ManagerOptions»]') -> "«ManagerOptions» | None": ...\nx: «ManagerOptions»\n` },
  { name: "in f-strings, comprehensions, lambdas", code: `${imported}f"{«get_manager»()!r}"\n[«get_manager»() for a in «get_manager»()]\nlambda: «get_manager»\n` },
  { name: "in nested functions, after `global`", code: `def load():\n    global get_manager\n    from acme.ws.factory import get_manager\ndef start():\n    def inner():\n        return «get_manager»()\n` },
  { name: "another name for it", code: `${imported}create = «get_manager»\n` },
  { name: "a name that a star brings in", code: "from acme.ws.factory import *\n\n«get_manager»()\nopen_socket()\n" },
  { name: "in `match` and `except`", code: `${imported}match x:\n    case «ManagerOptions»(): ...\ntry: ...\nexcept «ManagerOptions»: ...\n` },
  { name: "where it may be a stand-in", code: "try:\n    from acme.ws.factory import get_manager\nexcept ImportError:\n    get_manager = None\n\nif «get_manager»: «get_manager»()\n" },
];

const none: readonly PythonCase[] = [
  { name: "a parameter of that name", code: `${imported}def start(get_manager):\n    return get_manager()\n` },
  { name: "a local of that name", code: `${imported}def start():\n    get_manager = 1\n    return get_manager\n` },
  { name: "an attribute, a keyword, a class's own", code: `${imported}hub.get_manager(get_manager=1)\nclass Hub:\n    def get_manager(self): return self.get_manager\n` },
  { name: "a lazy import's name elsewhere", code: "def start():\n    from acme.ws.factory import get_manager\nget_manager()\n" },
  { name: "attributes are the import rule's", code: "from acme.ws import factory\nfactory.get_manager()\n" },
];

testPythonRule("no-deprecated-use", "deprecated", project, [...uses, ...none]);
