/** The old module leaves its home as a whole, under a name: each barrel that the name passes, who takes it there, and when it may go. */
import { describe, expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";

type Files = Readonly<Record<string, string | object>>;

const manifest = { migrations: [{ id: "ws", phase: 1, canonical: { module: "./src/new", name: "create" }, deprecated: [{ module: "./src/old", name: "get" }] }] };
const files = {
  "ssot.json": manifest,
  "src/new.ts": "export const create = (id: string) => id;\n",
  "src/old.ts": "/** @deprecated */\nexport const get = (id: string) => id;\nexport const open = 1;\n",
  "src/ws.ts": `export * as ws from "./old";\n`,
};

async function messages(more: Files): Promise<Readonly<Record<string, string>>> {
  const { found } = await lintProject({ ...files, ...more });
  return Object.fromEntries(found.map(({ file, at, message }) => [`${file} ${at.replace(/-.*/, "")}`, message.replace(/^.* which is deprecated/, "")]));
}

const instead = 'Use `create` from "./src/new" instead.';

describe("each barrel on the way is reported, with those before it", () => {
  test.each<[string, string, string]>([
    ["a star", `export * from "./ws";\n`, "1:1"],
    ["a list", `export { ws as sockets } from "./ws";\n`, "1:10"],
    ["an import that is exported", `import { ws } from "./ws";\nexport default ws;\n`, "2:16"],
    ["a namespace of the barrel", `export * as all from "./ws";\n`, "1:1"],
    ["CommonJS", `__exportStar(require("./ws"), exports);\n`, "1:14"],
  ])("%s", async (_, code, at) => {
    expect((await messages({ "src/index.ts": code }))[`src/index.ts ${at}`]).toMatch(new RegExp(`^, and comes here through src/ws\\.ts\\. ${instead}`));
  });

  test("a star whose file has another export of the name lets it not out", async () => {
    expect(Object.keys(await messages({ "src/index.ts": `export * from "./ws";\nexport const ws = 1;\n` }))).toEqual(["src/ws.ts 1:1"]);
  });

  test("many, and one that holds another", async () => {
    const found = await messages({ "src/a.ts": `export * from "./ws";\n`, "src/b.ts": `export * as facade from "./a";\n`, "src/index.ts": `export { facade } from "./b";\n` });
    expect(found["src/b.ts 1:1"]).toContain(", and comes here through src/ws.ts → src/a.ts. ");
    expect(found["src/index.ts 1:10"]).toContain(", and comes here through src/ws.ts → src/a.ts → src/b.ts. ");
  });
});

describe("who takes it there", () => {
  const user = { "src/a.ts": `export * from "./ws";\n`, "src/user.ts": `import { ws } from "./a";\n\nexport const all = [ws.get("a"), ws.open];\n` };

  test("is told all modules on the way, in every phase", async () => {
    const way = "through src/ws.ts → src/a.ts";
    for (const preset of ["phase-1", "phase-2"] as const) {
      const { found } = await lintProject({ ...files, ...user }, { preset });
      expect(found.find(({ file }) => file === "src/user.ts")?.message).toContain(way);
    }
  });

  test("takes it from its home", async () => {
    const { fixed } = await proveFix({ ...files, ...user });
    expect(fixed["src/user.ts"]).toBe(`import { ws } from "./a";\nimport { get } from "./old";\n\nexport const all = [get("a"), ws.open];\n`);
  });
});

describe("it goes when nobody takes it", () => {
  const whole = { ...files, "src/old.ts": "/** @deprecated */\nexport const get = (id: string) => id;\n" };

  test("not while a barrel passes it on with all the rest", async () => {
    const { found, fixed } = await lintProject({ ...whole, "src/index.ts": `export * from "./ws";\n`, "src/user.ts": `import { ws } from ".";\n\nexport const got = (ws as any)["get"]("a");\n` });
    expect(found.find(({ file }) => file === "src/ws.ts")?.message).toContain("one file may import it through here: src/index.ts.");
    expect(found.find(({ file }) => file === "src/index.ts")?.message).toContain("one file may import it through here: src/user.ts.");
    expect(fixed["src/ws.ts"]).toBe(whole["src/ws.ts"]);
    expect(fixed["src/index.ts"]).toBe(`export * from "./ws";\n`);
  });

  test("the last barrel first, unless other exports go through it", async () => {
    const index = `export * from "./ws";\n`;
    const first = await lintProject({ ...whole, "src/index.ts": index });
    expect([first.fixed["src/index.ts"], first.fixed["src/ws.ts"]]).toEqual(["export {};\n", whole["src/ws.ts"]]);
    const second = await lintProject({ ...whole, ...first.fixed, "ssot.json": manifest });
    expect(second.fixed["src/ws.ts"]).toBe("export {};\n");
    const other = await lintProject({ ...whole, "src/ws.ts": `${whole["src/ws.ts"]}export const more = 1;\n`, "src/index.ts": index });
    expect(other.found.find(({ file }) => file === "src/index.ts")?.message).toContain("other exports go through here as well.");
  });
});
