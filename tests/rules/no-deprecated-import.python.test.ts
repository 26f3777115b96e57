import { expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = {
  migrations: [
    {
      id: "websocket-factory",
      language: "python",
      phase: 2,
      canonical: { module: "acme.websocket.canonical", name: "create_manager" },
      deprecated: [{ module: "acme.websocket.factory", name: "get_manager" }],
    },
  ],
};

test("an import by name", async () => {
  const files = { "ssot.json": manifest, "acme/chat.py": "from acme.websocket.factory import get_manager as make\n\nmanager = make('a')\n" };
  const { found } = await lintProject(files);
  expect(found.map(({ file, at, rule, messageId }) => `${file} ${at} ${rule} ${String(messageId)}`)).toEqual([
    "acme/chat.py 1:36-1:55 ssot/no-deprecated-import deprecated",
    "acme/chat.py 3:11-3:15 ssot/no-deprecated-use deprecated",
  ]);
});
