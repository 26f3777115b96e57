/** Modules of which nothing is left but the canonical symbol, let out under its old name or path. */
import { expect, it } from "vitest";
import { proveFix } from "../kit/prove.ts";

const files = {
  "ssot.json": {
    migrations: [
      { id: "manager", phase: 2, canonical: { module: "./src/canonical", name: "createManager" }, deprecated: [{ module: "./src/old", name: "getManager" }] },
      { id: "moved", phase: 2, canonical: { module: "./src/canonical", name: "open" }, deprecated: [{ module: "./src/moved", name: "open" }] },
    ],
  },
  "src/canonical.ts": `export const createManager = (id: string) => ({ id });\nexport const open = (id: string) => id;\nexport const close = (id: string) => id;\n`,
  "src/old.ts": `export { createManager as getManager } from "./canonical";\n`,
  "src/moved.ts": `export * from "./canonical";\n`,
};

it.each([
  ["an import and its uses are renamed together", `import { getManager } from "./old";\n\nexport const main = getManager(getManager.name);\n`, `import { createManager } from "./canonical";\n\nexport const main = createManager(createManager.name);\n`],
  ["an alias of the file's own stays", `import { getManager as make } from "./old";\n\nexport const main = make("a");\n`, `import { createManager as make } from "./canonical";\n\nexport const main = make("a");\n`],
  ["a name that is taken", `import { getManager } from "./old";\n\nexport const createManager = getManager("a");\n`, `import { createManager as getManager } from "./canonical";\n\nexport const createManager = getManager("a");\n`],
  ["what only moved", `import { close, open } from "./moved";\n\nexport const main = close(open("a"));\n`, `import { close } from "./moved";\nimport { open } from "./canonical";\n\nexport const main = close(open("a"));\n`],
])("%s", async (_, code, output) => {
  const { fixed } = await proveFix({ ...files, "src/app.ts": code });
  expect(fixed["src/app.ts"]).toBe(output);
});

it("a namespace that is deprecated leaves the module behind it alone", async () => {
  const manifest = { migrations: [{ id: "ns", phase: 4, canonical: { module: "./src/index", name: "api" }, deprecated: [{ module: "./src/index", name: "legacy" }] }] };
  const { found, fixed } = await proveFix({
    ...files,
    "ssot.json": manifest,
    "src/impl.ts": `export const open = (id: string) => id;\n`,
    "src/index.ts": `export * as api from "./canonical";\nexport * as legacy from "./impl";\n`,
    "src/app.ts": `import { open } from "./impl";\nimport { legacy } from "./index";\nexport const main = [open("a"), legacy.open("b")];\n`,
  });
  expect(found.map(({ file, rule, at }) => `${file} ${rule} ${at.replace(/-.*/, "")}`)).toEqual(["src/app.ts ssot/no-deprecated-import 2:10", "src/app.ts ssot/no-deprecated-use 3:33"]);
  expect(fixed["src/app.ts"]).toBe(`import { open } from "./impl";\nimport { api } from "./index";\nexport const main = [open("a"), api.open("b")];\n`);
});
