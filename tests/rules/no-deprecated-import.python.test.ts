import { testPythonRule } from "../kit/python-rule-tester.ts";
import type { PythonCase } from "../kit/python-rule-tester.ts";
import { managerData, project } from "./python-project.ts";

const named: readonly PythonCase[] = [
  { name: "by name", code: "from acme.ws.factory import «get_manager»\n\nmanager = get_manager()\n", data: managerData },
  { name: "an alias", code: "from acme.ws.factory import «get_manager as make»\nmake()\n" },
  { name: "relative, of the same package", file: "acme/ws/hub.py", code: "from .factory import «get_manager»\nget_manager()\n" },
  { name: "relative, of the package above", file: "acme/jobs/cleanup.py", code: "from ..ws.factory import «get_manager»\nget_manager()\n" },
  { name: "several in parentheses, each at its name", code: "from acme.ws.factory import (\n    open_socket,  # stays\n    «get_manager»,  # goes\n    «ManagerOptions as Options»,\n)\nopen_socket(get_manager(Options()))\n" },
  { name: "behind a backslash", code: "from acme.ws.factory import open_socket, \\\n    «get_manager»\n" },
  { name: "several statements on a line, an emoji, CRLF, a byte order mark", code: "\uFEFFparty = '🎉'; from acme.ws.factory import «get_manager»; get_manager()\r\n" },
  { name: "lazy, in a function", code: "def start():\n\tfrom acme.ws.factory import «get_manager»\n\treturn get_manager()\n" },
  { name: "in a method, behind a form feed", code: "class Hub:\n\f    def start(self):\n        from acme.ws.factory import «get_manager»\n        return get_manager()\n" },
  { name: "in `try`, with a stand-in", code: "try:\n    from acme.ws.factory import «get_manager»\nexcept ImportError:\n    get_manager = None\n" },
  { name: "under TYPE_CHECKING", code: "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from acme.ws.factory import «ManagerOptions»\n\n\ndef start(options: 'ManagerOptions') -> None: ...\n" },
  { name: "no successor: the manifest's own message", code: "from acme.ws.factory import «reset_pool»\nreset_pool()\n", data: { instead: "Pools are gone; open one manager per tenant.", details: " (owner @core)" } },
  { name: "in a stub", file: "acme/app.pyi", code: "from acme.ws.factory import «ManagerOptions»\nx: ManagerOptions\n" },
];

const modules: readonly PythonCase[] = [
  { name: "as an attribute of the module", code: "import acme.ws.factory\n\n«acme.ws.factory.get_manager»()\nacme.ws.factory.open_socket()\n" },
  { name: "of an alias", code: "import acme.ws.factory as ws\n\n«ws.get_manager»()\n" },
  { name: "of a module by name", code: "from acme.ws import factory\n\n«factory.get_manager»(«factory.ManagerOptions»())\n" },
  { name: "of a relative module", file: "acme/ws/hub.py", code: "from . import factory\n\n«factory.get_manager»()\n" },
  { name: "through packages", code: "import acme\n\n«acme.ws.factory.get_manager»()\n" },
  { name: "in an annotation as a string", code: "import acme.ws.factory as ws\n\n\ndef start(options: '«ws.ManagerOptions»'): ...\n" },
  { name: "getattr with a literal", code: "from acme.ws import factory\n\n«getattr(factory, 'get_manager')»()\ngetattr(factory, name)()\n" },
  { name: "import_module", code: "from importlib import import_module\n\nws = import_module('acme.ws.factory')\n«ws.get_manager»()\n«import_module('acme.ws.factory').get_manager»()\n" },
  { name: "__import__", code: "«__import__('acme.ws.factory').ws.factory.get_manager»()\n" },
  { name: "a whole module: the import, not its members", code: "import «acme.legacy.dates»\nfrom acme.legacy import «dates as d»\n\nacme.legacy.dates.parse('')\nd.parse('')\n" },
  { name: "a whole module through packages: the expression", code: "import acme\n\n«acme.legacy.dates».parse('')\n" },
  { name: "names of a whole module, but those that stay", code: "from acme.legacy.dates import «parse», format\n" },
];

const none: readonly PythonCase[] = [
  { name: "other names of the module", code: "from acme.ws.factory import open_socket\nopen_socket()\n" },
  { name: "the same name of another module", code: "from acme.other import get_manager\nfrom .factory import get_manager as make\n" },
  { name: "a function of that name", code: "def get_manager(): ...\nget_manager()\n" },
  { name: "words in strings and comments", code: '"""from acme.ws.factory import get_manager"""\n# from acme.ws.factory import get_manager\n' },
  { name: "the module that defines it", file: "acme/ws/factory.py", code: "def get_manager(): ...\nget_manager()\n" },
  { name: "files that are allowed to", file: "acme/compat/v1.py", code: "from acme.ws.factory import get_manager\n" },
  { name: "tests, before phase 3", file: "tests/test_hub.py", code: "from acme.ws.factory import get_manager\n" },
  { name: "phase 1", phase: 1, code: "from acme.ws.factory import get_manager\n" },
  { name: "tests, from phase 3", file: "tests/test_hub.py", phase: 3, code: "from acme.ws.factory import «get_manager»\n" },
];

testPythonRule("no-deprecated-import", "deprecated", project, [...named, ...modules, ...none]);
