import { testPythonRule } from "../kit/python-rule-tester.ts";
import type { PythonCase } from "../kit/python-rule-tester.ts";
import { project } from "./python-project.ts";

const file = "acme/ws/factory.py";

/** Of a symbol by the module that lets it out. */
const hub = { migrations: [{ id: "hub", language: "python", phase: 4, canonical: { module: "acme.ws.canonical", name: "create_manager" }, deprecated: [{ module: "acme.ws.public", name: "get_hub" }] }] };

const cases: readonly PythonCase[] = [
  { name: "a function", file, phase: 4, code: "@deprecated('Use create_manager.')\ndef «get_manager»(): ...\n", data: { symbol: '`get_manager` from "acme.ws.factory" is deprecated, and is to be removed.' } },
  { name: "a class, an assignment, a type", file, phase: 4, code: "class «ManagerOptions»: ...\n«get_manager»: Callable = make\ntype «reset_pool» = int\n" },
  { name: "overloads are one definition", file, phase: 4, code: "@overload\ndef «get_manager»(a: int): ...\n@overload\ndef get_manager(a: str): ...\ndef get_manager(a):\n    warn('x', DeprecationWarning)\n" },
  { name: "a whole module", file: "acme/legacy/dates.py", phase: 4, messageId: "module", code: '«"""Deprecated."""»\nimport os\n' },
  { name: "an entry of `__all__` for what the module has from elsewhere", file: "acme/ws/public.py", phase: 4, messageId: "entry", manifest: hub, code: "from acme.ws.impl import get_hub\n\n__all__ = ['other', «'get_hub'»]\n" },
  { name: "and what it has there", file: "acme/ws/impl.py", phase: 4, manifest: hub, code: "def «get_hub»(): ...\n" },
  { name: "not before phase 4", file, phase: 3, code: "def get_manager(): ...\n" },
  { name: "not elsewhere", file: "acme/other.py", phase: 4, code: "def get_manager(): ...\n" },
  { name: "not a method, not an import", file, phase: 4, code: "from x import get_manager\nclass A:\n    def reset_pool(self): ...\n" },
];

testPythonRule("no-deprecated-definition", "definition", project, cases);
