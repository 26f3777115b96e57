import { testPythonRule } from "../kit/python-rule-tester.ts";
import type { PythonCase } from "../kit/python-rule-tester.ts";
import { project } from "./python-project.ts";

const file = "acme/ws/factory.py";
const data = { symbol: '`get_manager` from "acme.ws.factory"', instead: 'Use `create_manager` from "acme.ws.canonical" instead.' };

const missing: readonly PythonCase[] = [
  { name: "a function", code: 'def «get_manager»(options=None):\n    """Makes one."""\n', data },
  { name: "a coroutine with decorators", code: "@cache\n@other.deprecated_arguments('x')\nasync def «get_manager»(): ...\n" },
  { name: "a class", code: "class «ManagerOptions»:\n    def warn(self):\n        warnings.warn('x', DeprecationWarning)\n" },
  { name: "an assignment", code: "a = 1  # deprecated\n«get_manager» = make\n" },
  { name: "in a branch that has none", code: "if a:\n    @deprecated('')\n    def get_manager(): ...\nelse:\n    def «get_manager»(): ...\n" },
  { name: "overloads need none beside the implementation", code: "@overload\ndef get_manager(a: int): ...\ndef «get_manager»(a): ...\n" },
  { name: "another warning", code: "def «get_manager»():\n    warnings.warn('slow', RuntimeWarning)\n" },
];

const there: readonly PythonCase[] = [
  { name: "PEP 702", code: "from warnings import deprecated\n\n\n@deprecated('Use create_manager.')\ndef get_manager(): ...\n" },
  { name: "a warning", code: "def get_manager():\n    import warnings\n    warnings.warn('x', DeprecationWarning, stacklevel=2)\n" },
  { name: "a docstring", code: 'def get_manager():\n    """Makes one.\n\n    .. deprecated:: 2.0\n    """\n' },
  { name: "a comment behind an assignment", code: "get_manager = make  # deprecated: use create_manager\n" },
  { name: "a wrapper", code: "from sympy.core.decorators import deprecated\n\nget_manager = deprecated(useinstead='create_manager')(make)\n" },
  { name: "an import is no definition", code: "from .impl import get_manager\n" },
  { name: "a local function is none", code: "def f():\n    def get_manager(): ...\n" },
];

const whole: readonly PythonCase[] = [
  { name: "a whole module without a header", file: "acme/legacy/dates.py", messageId: "pythonModule", code: "«def parse(text): ...»\n" },
  { name: "with a docstring", file: "acme/legacy/dates.py", code: '"""Dates.\n\nDeprecated: use acme.time.dates.\n"""\n' },
  { name: "with a warning", file: "acme/legacy/dates.py", code: "import warnings\n\nwarnings.warn('x', DeprecationWarning, stacklevel=2)\n" },
  { name: "with a comment on top", file: "acme/legacy/dates.py", code: "# -*- coding: utf-8 -*-\n# Deprecated: use acme.time.dates\nimport os\n" },
];

testPythonRule("require-deprecation-notice", "pythonDefinition", project, [...missing.map((each) => ({ file, ...each })), ...there.map((each) => ({ file, ...each })), ...whole]);
