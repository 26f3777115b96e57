/** A project with a Python file, for tests of editors. */
import { configForms } from "../kit/sample.ts";

export const pythonUser = "from shop.factory import get_manager\n\nparty = '🎉'; manager = get_manager('a')\n";
export const pythonFixed = "from shop.canonical import create_manager\n\nparty = '🎉'; manager = create_manager('a')\n";

export const pythonProject = {
  "package.json": { name: "shop", private: true, type: "module" },
  "eslint.config.js": configForms["eslint.config.js"],
  "ssot.json": {
    migrations: [
      {
        id: "manager",
        language: "python",
        phase: 2,
        canonical: { module: "shop.canonical", name: "create_manager" },
        deprecated: [{ module: "shop.factory", name: "get_manager" }],
      },
    ],
  },
  "shop/__init__.py": "",
  "shop/canonical.py": "def create_manager(id):\n    return id\n",
  "shop/factory.py": 'def get_manager(id):\n    """Deprecated: use create_manager."""\n    return id\n',
} as const;
