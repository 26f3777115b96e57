/** The Python project that the rules' cases are about: a WebSocket factory that was replaced, a module that moved. */
import type { CaseProject } from "../kit/rule-tester.ts";

const details = { title: "WebSocket manager factory", owner: "@platform", url: "https://example.com/issues/989", removeBy: "2026-12-31" };

/** Every migration of the project; a case may set another phase by the rule's option. */
export const manifest = {
  migrations: [
    {
      id: "manager", language: "python", ...details, phase: 2,
      canonical: { module: "acme.ws.canonical", name: "create_manager" },
      deprecated: [{ module: "acme.ws.factory", name: "get_manager" }],
      allow: ["acme/compat/**"],
    },
    {
      id: "options", language: "python", phase: 2,
      canonical: { module: "acme.ws.canonical", name: "ManagerConfig" },
      deprecated: [{ module: "acme.ws.factory", name: "ManagerOptions" }],
    },
    {
      id: "no-successor", language: "python", phase: 2, owner: "@core", message: "Pools are gone; open one manager per tenant",
      deprecated: [{ module: "acme.ws.factory", name: "reset_pool" }],
    },
    {
      id: "dates", language: "python", phase: 2,
      canonical: { module: "acme.time.dates", name: "*" },
      deprecated: [{ module: "acme.legacy.dates", name: "*", except: ["format"] }],
    },
  ],
};

export const files = {
  "acme/__init__.py": "",
  "acme/ws/__init__.py": "",
  "acme/ws/factory.py": `class ManagerOptions:
    """Deprecated: use ManagerConfig."""


def get_manager(options=None):
    """Makes one.

    .. deprecated:: 2.0
    """


def reset_pool(): ...
def open_socket(): ...
`,
  "acme/ws/canonical.py": "class ManagerConfig: ...\n\n\ndef create_manager(options=None): ...\n",
  "acme/ws/public.py": "from acme.ws.impl import get_hub\n\n__all__ = ['get_hub']\n",
  "acme/ws/impl.py": "def get_hub(): ...\n",
  "acme/legacy/__init__.py": "",
  "acme/legacy/dates.py": '"""Deprecated: use acme.time.dates."""\n\n\ndef parse(text): ...\ndef format(date): ...\n',
  "acme/time/__init__.py": "",
  "acme/time/dates.py": "def parse(text): ...\n",
};

export const project: CaseProject = { files, manifest };

/** What every message about `get_manager` has to carry. */
export const managerData = {
  symbol: '`get_manager` from "acme.ws.factory"',
  instead: 'Use `create_manager` from "acme.ws.canonical" instead.',
  details: " (WebSocket manager factory; owner @platform; to be removed by 2026-12-31)",
  see: " See https://example.com/issues/989",
};
