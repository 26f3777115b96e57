/** An export goes, and importing its module does something: that goes on being done. */
import { expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = {
  migrations: [
    { id: "ws", phase: 1, canonical: { module: "./new", name: "create" }, deprecated: [{ module: "./old", name: "get", sideEffects: true }] },
    { id: "hub", language: "python", phase: 1, canonical: { module: "hub.new", name: "create" }, deprecated: [{ module: "hub.old", name: "get", sideEffects: true }] },
  ],
};
const files = {
  "ssot.json": manifest,
  "new.ts": "export const create = () => 1;\n", "old.ts": "/** @deprecated */\nexport const get = () => 1;\n",
  "hub/new.py": "def create(): ...\n", "hub/old.py": 'def get():\n    """Deprecated."""\n',
};

test.each<[string, string, string, string]>([
  ["from there", "index.ts", `export { get } from "./old";\nexport const a = 1;\n`, `import "./old";\nexport const a = 1;\n`],
  ["imported", "index.ts", `import { get } from "./old";\nexport { get };\nexport const a = 1;\n`, `import "./old";\nexport const a = 1;\n`],
  ["a star", "index.ts", `export * from "./old";\nexport const a = 1;\n`, `import "./old";\nexport const a = 1;\n`],
  ["an entry of `__all__`", "hub/api.py", "from hub.old import get\n\n__all__ = ['get', 'a']\na = 1\n", "import hub.old\n\n__all__ = ['a']\na = 1\n"],
  ["a star of Python, which stays", "hub/api.py", "from hub.old import *\n\na = 1\n", "from hub.old import *\n\na = 1\n"],
])("%s", async (_name, file, before, after) => {
  const { fixed, unstable } = await lintProject({ ...files, [file]: before });
  expect({ text: fixed[file], unstable }).toEqual({ text: after, unstable: [] });
});
