/** A project that the real ESLint fixes: what its modules give when they are imported and run stays the same. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { lintProject } from "../../../kit/lint.ts";
import { projectFolder } from "../../../kit/project-folder.ts";
import { hasPython } from "../../../kit/python.ts";

const manifest = {
  migrations: [
    {
      id: "manager", language: "python", phase: 3,
      canonical: { module: "acme.ws.canonical", name: "create_manager" },
      deprecated: [
        {
          module: "acme.ws.factory", name: "get_factory",
          rewrites: [{ from: "get_factory().create($a, $b)", to: "create_manager($a, $b)" }],
        },
      ],
    },
    { id: "limit", language: "python", phase: 3, canonical: { module: "acme.ws.canonical", name: "LIMIT" }, deprecated: [{ module: "acme.ws.factory", name: "MAXIMUM" }] },
    { id: "open", language: "python", phase: 3, canonical: { module: "acme.ws.canonical", name: "open_socket" }, deprecated: [{ module: "acme.ws.factory", name: "open_ws" }] },
    { id: "dates", language: "python", phase: 3, canonical: { module: "acme.time.dates", name: "*" }, deprecated: [{ module: "acme.legacy.dates", name: "*" }] },
  ],
};

const files = {
  "ssot.json": manifest,
  "acme/__init__.py": "",
  "acme/ws/__init__.py": '"""Sockets."""\nfrom .factory import open_ws\n\n__all__ = ["open_ws"]\n',
  "acme/ws/factory.py": 'class _Factory:\n    def create(self, a, b):\n        return (a, b)\n\n\ndef get_factory():\n    return _Factory()\n\n\ndef open_ws(name):\n    return f"open {name}"\n\n\nMAXIMUM = 5\n',
  "acme/ws/canonical.py": 'LIMIT = 5\n\n\ndef create_manager(a, b):\n    return (a, b)\n\n\ndef open_socket(name):\n    return f"open {name}"\n',
  "acme/legacy/__init__.py": "",
  "acme/legacy/dates.py": "def parse(text):\n    return text.split('-')\n\n\ndef today():\n    return '1-2-3'\n",
  "acme/time/__init__.py": "",
  "acme/time/dates.py": "def parse(text):\n    return text.split('-')\n\n\ndef today():\n    return '1-2-3'\n",
  "acme/chat.py": `"""Chat."""
from __future__ import annotations

from typing import TYPE_CHECKING

from acme.ws.factory import (
    MAXIMUM,  # how many
    get_factory,
)

from .legacy import dates

if TYPE_CHECKING:
    from acme.ws.factory import open_ws


def start(opener: "open_ws" = None):
    factory = get_factory()
    return factory.create("chat", MAXIMUM), dates.parse(dates.today())


def lazy():
    from acme.ws.factory import open_ws

    return open_ws("lazy")
`,
  "acme/rooms.py": "import acme.ws.factory as ws\nfrom acme.legacy.dates import *\n\n\ndef rooms():\n    return ws.open_ws(ws.MAXIMUM), parse(today())\n",
  "acme/shared.py": "from acme.ws.factory import open_ws\n\n\ndef shared():\n    return open_ws('shared')\n",
  "acme/through.py": "from acme.shared import open_ws, shared\n\n\ndef through():\n    return open_ws('through'), shared()\n",
  "tests/test_shared.py": "from unittest.mock import patch\nfrom acme import shared\n\n\ndef test_shared():\n    with patch('acme.shared.open_ws', return_value='mocked'):\n        return shared.shared()\n",
  "main.py": "import json\nimport sys\n\nfrom acme import chat, rooms, through\nfrom acme.ws import open_ws\nsys.path.append('.')\nfrom tests.test_shared import test_shared\n\nprint(json.dumps([chat.start(), chat.lazy(), rooms.rooms(), through.through(), open_ws('main'), test_shared()]))\n",
};

function ran(project: Readonly<Record<string, string | object>>): string {
  const root = projectFolder(project);
  const { stdout, stderr } = spawnSync("python3", ["-W", "error", path.join(root, "main.py")], { cwd: root, encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
  return stdout + stderr;
}

test("a project does what it did when all that can be fixed is", { timeout: 60_000 }, async () => {
  const { fixed, unstable } = await lintProject(files);
  expect(unstable).toEqual([]);
  if (hasPython) expect(ran({ ...files, ...fixed })).toBe(ran(files));
  expect(fixed["acme/chat.py"]).toMatchInlineSnapshot(`
    """"Chat."""
    from __future__ import annotations

    from typing import TYPE_CHECKING

    from acme.ws.canonical import (
        LIMIT,  # how many
        create_manager,
    )

    from .time import dates

    if TYPE_CHECKING:
        from acme.ws.canonical import open_socket


    def start(opener: "open_socket" = None):
        return create_manager("chat", LIMIT), dates.parse(dates.today())


    def lazy():
        from acme.ws.canonical import open_socket

        return open_socket("lazy")
    "
  `);
  expect(fixed["acme/rooms.py"]).toMatchInlineSnapshot(`
    "from acme.ws.canonical import open_socket, LIMIT
    from acme.time.dates import *


    def rooms():
        return open_socket(LIMIT), parse(today())
    "
  `);
  expect(fixed["acme/shared.py"]).toMatchInlineSnapshot(`
    "from acme.ws.canonical import open_socket as open_ws


    def shared():
        return open_ws('shared')
    "
  `);
  expect(fixed["acme/ws/__init__.py"]).toMatchInlineSnapshot(`
    """"Sockets."""
    from .canonical import open_socket as open_ws

    __all__ = ["open_ws"]
    "
  `);
  expect(fixed["acme/through.py"]).toMatchInlineSnapshot(`
    "from acme.shared import shared
    from acme.ws.canonical import open_socket


    def through():
        return open_socket('through'), shared()
    "
  `);
});
