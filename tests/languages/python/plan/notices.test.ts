import { describe, expect, test } from "vitest";
import { planText } from "./orders.ts";

const words = 'Use `create_x` from "acme.new" instead.';
const noticed = (text: string, definitions = ["get_x"]): string =>
  planText(text, { definitions, decide: (fact) => (fact.kind === "definition" && !fact.noticed ? { notice: words } : undefined) }).text;
const doc = `"""Deprecated: ${words}"""`;

describe("a notice", () => {
  test.each<[string, string, string]>([
    ["of a function", "def get_x():\n    return 1\n", `def get_x():\n    ${doc}\n    return 1\n`],
    ["of a function behind decorators and comments", "@a\n@b(1)\nasync def get_x(\n    a,\n):  # why\n    # first\n    return 1\n", `@a\n@b(1)\nasync def get_x(\n    a,\n):  # why\n    # first\n    ${doc}\n    return 1\n`],
    ["of a function of one line", "def get_x(a={1: 2}) -> int: return 1; a\n", `def get_x(a={1: 2}) -> int:\n    ${doc}\n    return 1; a\n`],
    ["of a function of one line, by tabs", "if a:\n\tdef get_x(): ...\n", `if a:\n\tdef get_x():\n\t\t${doc}\n\t\t...\n`],
    ["in a docstring of one line", 'def get_x():\n    """Gives x."""\n', `def get_x():\n    """Gives x.\n\n    Deprecated: ${words}\n    """\n`],
    ["in a docstring of several lines", 'class get_x:\n    """Is x.\n\n    And y.\n    """\n', `class get_x:\n    """Is x.\n\n    And y.\n\n    Deprecated: ${words}\n    """\n`],
    ["in a docstring that ends at its text", 'def get_x():\n    """Gives x.\n\n    And y."""\n', `def get_x():\n    """Gives x.\n\n    And y.\n\n    Deprecated: ${words}"""\n`],
    ["in a docstring between plain quotes", "def get_x():\n    'Gives x.'\n    return 1\n", `def get_x():\n    '''Gives x.\n\n    Deprecated: ${words}\n    '''\n    return 1\n`],
    ["in a docstring behind the colon", 'class get_x(A): "Is x."\n', `class get_x(A):\n    """Is x.\n\n    Deprecated: ${words}\n    """\n`],
    ["in a docstring behind the colon, before a statement", 'if a:\n\tdef get_x(): """Gives x."""; return 1  # why\n', `if a:\n\tdef get_x():\n\t\t"""Gives x.\n\n\t\tDeprecated: ${words}\n\t\t"""\n\t\treturn 1  # why\n`],
    ["in an empty docstring behind the colon", 'class get_x: ""\n', `class get_x:\n    ${doc}\n`],
    ["in a docstring between the quotes that the notice has", 'def get_x():\n    "Gives x."; return 1\n', `def get_x():\n    """Gives x.\n\n    Deprecated: ${words}\n    """; return 1\n`],
    ["in a docstring that goes on behind a backslash", "def get_x():\n    'Gives \\\n    x.'\n    return 1\n", `def get_x():\n    '''Gives \\\n    x.\n\n    Deprecated: ${words}\n    '''\n    return 1\n`],
    ["in an empty docstring between plain quotes", 'def get_x():\n    ""\n', `def get_x():\n    ${doc}\n`],
    ["in a raw docstring", 'def get_x():\n    r"""Gives \\x."""\n', `def get_x():\n    r"""Gives \\x.\n\n    Deprecated: ${words}\n    """\n`],
    ["in an empty docstring", 'def get_x():\n    """"""\n', `def get_x():\n    ${doc}\n`],
    ["of a class", "class get_x(A):\n    a = 1\n", `class get_x(A):\n    ${doc}\n\n    a = 1\n`],
    ["of an assignment", "# about\nget_x = 1\n", `# about\n# Deprecated: ${words}\nget_x = 1\n`],
    ["of an assignment in a branch", "if a:\n    get_x: int = 1\n", `if a:\n    # Deprecated: ${words}\n    get_x: int = 1\n`],
    ["of an assignment behind a colon", "if a: get_x = 1\n", `# Deprecated: ${words}\nif a: get_x = 1\n`],
    ["of a type alias", "type get_x = int\n", `# Deprecated: ${words}\ntype get_x = int\n`],
    ["of the implementation, not of its overloads", "from typing import overload\n@overload\ndef get_x(a: int): ...\n@overload\ndef get_x(a: str): ...\ndef get_x(a):\n    return a\n", `from typing import overload\n@overload\ndef get_x(a: int): ...\n@overload\ndef get_x(a: str): ...\ndef get_x(a):\n    ${doc}\n    return a\n`],
    ["of both branches", "if a:\n    def get_x(): pass\nelse:\n    get_x = None\n", `if a:\n    def get_x():\n        ${doc}\n        pass\nelse:\n    # Deprecated: ${words}\n    get_x = None\n`],
    ["with CRLF", "def get_x():\r\n    return 1\r\n", `def get_x():\r\n    ${doc}\r\n    return 1\r\n`],
  ])("%s", (_name, text, expected) => {
    expect(noticed(text)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ["without comments", "from __future__ import annotations\nimport a\n", `${doc}\n\nfrom __future__ import annotations\nimport a\n`],
    ["with a docstring", '"""About x."""\nimport a\n', `"""About x.\n\nDeprecated: ${words}\n"""\nimport a\n`],
    ["behind `#!`, an encoding and a licence", "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# Copyright me\n\nimport a\n", `#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# Copyright me\n\n${doc}\n\nimport a\n`],
    ["behind `#!`, above a comment of the code", "#!/usr/bin/env python3\nimport a\n", `#!/usr/bin/env python3\n${doc}\n\nimport a\n`],
    ["above a comment of the code", "# the modules\nimport a\n", `${doc}\n\n# the modules\nimport a\n`],
    ["of an empty file", "", `${doc}\n`],
  ])("of a whole file %s", (_name, text, expected) => {
    expect(noticed(text, ["*"])).toBe(expected);
  });

  test("of two names of one statement is said once", () => {
    expect(noticed("get_x = OldThing = 1\n", ["get_x", "OldThing"])).toBe(`# Deprecated: ${words}\nget_x = OldThing = 1\n`);
  });

  test("a docstring that is put together is left", () => {
    const text = "def get_x():\n    'Gives ' 'x.'\n";
    expect(noticed(text)).toBe(text);
  });
});
