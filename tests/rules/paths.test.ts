/** Where the canonical symbol is the deprecated one by another path: the path goes, and what stands behind it stays. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";
import type { Linted } from "../kit/lint.ts";

const phases = [1, 2, 3, 4];

function manifestOf(phase: number, canonical: object, deprecated: object, more: object = {}): object {
  return { migrations: [{ id: "path", phase, canonical, deprecated: [deprecated], ...more }] };
}

function sites({ found }: Linted): readonly string[] {
  return found.map(({ file, rule, at }) => `${file} ${rule.replace("ssot/", "")} ${at.replace(/-.*/, "")}`);
}

const files = {
  "src/impl.ts": `export const create = (id: string) => ({ id });\nexport const other = 1;\n`,
  "src/mid.ts": `export { create } from "./impl";\n`,
  "src/api.ts": `export * from "./mid";\nexport * from "./impl";\n`,
  "src/public.ts": `import { create } from "./api";\n\nexport const one = create("a");\n`,
  "src/deep.ts": `import { create } from "./impl";\n\nexport const two = create("b");\n`,
};

describe.each(phases)("in phase %i", (phase) => {
  const importer = phase < 2 ? [] : ["src/deep.ts no-deprecated-import 1:10", "src/deep.ts no-deprecated-use 3:20"];
  const moved = phase < 2 ? files["src/deep.ts"] : `import { create } from "./api";\n\nexport const two = create("b");\n`;

  it.each([
    ["a symbol", { module: "./src/api", name: "create" }, { module: "./src/impl", name: "create" }],
    ["a whole module", { module: "./src/api", name: "*" }, { module: "./src/impl", name: "*" }],
  ])("%s by the file that defines it: only importers are told", async (_, canonical, deprecated) => {
    const linted = await proveFix({ ...files, "ssot.json": manifestOf(phase, canonical, deprecated) });
    expect(sites(linted)).toEqual(importer);
    expect(linted.fixed).toMatchObject({ ...files, "src/deep.ts": moved });
  });

  it("a symbol by a module on the canonical one's own way", async () => {
    const linted = await proveFix({ ...files, "src/deep.ts": files["src/deep.ts"].replace("impl", "mid"), "ssot.json": manifestOf(phase, { module: "./src/api", name: "create" }, { module: "./src/mid", name: "create" }) });
    expect(sites(linted)).toEqual(importer);
  });

  it("Python: a private module behind its package", async () => {
    const linted = await lintProject({
      "shop/__init__.py": "from ._impl import create\n\n__all__ = ['create']\n",
      "shop/_impl.py": "def create(): ...\n",
      "app.py": "from shop import create\n\ncreate()\n",
      "deep.py": "from shop._impl import create\n\ncreate()\n",
      "ssot.json": manifestOf(phase, { module: "shop", name: "create" }, { module: "shop._impl", name: "create" }, { language: "python" }),
    });
    expect(sites(linted)).toEqual(phase < 2 ? [] : ["deep.py no-deprecated-import 1:24", "deep.py no-deprecated-use 3:1"]);
    expect(linted.fixed["deep.py"]).toBe(`from ${phase < 2 ? "shop._impl" : "shop"} import create\n\ncreate()\n`);
  });
});

it("a shim of the canonical module is no way to it: who has it is told, even where the canonical module needs them", async () => {
  const linted = await lintProject({
    "src/core.ts": `import { two } from "./needed";\n\nexport const create = (id: string) => ({ id });\nexport const three = two;\n`,
    "src/old.ts": `export { create } from "./core";\n`,
    "src/needed.ts": `import { create } from "./old";\n\nexport const two = () => create("b");\n`,
    "ssot.json": manifestOf(2, { module: "./src/core", name: "create" }, { module: "./src/old", name: "create" }),
  });
  expect(sites(linted)).toEqual(["src/needed.ts no-deprecated-import 1:10", "src/needed.ts no-deprecated-use 3:26"]);
});
