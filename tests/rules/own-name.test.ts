/** A package's tests that take it by its own name, as its users do: what they get is what the build wrote. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const site = "tests/reply.test.ts";
const code = `import { OldReply, delay } from "acme";\n\nexport const reply = [new OldReply(), delay];\n`;
const byPath = `import { delay } from "acme";\nimport { Reply } from "#core/reply";\n\nexport const reply = [new Reply(), delay];\n`;
const files = {
  "ssot.json": { migrations: [{ id: "reply", phase: 3, canonical: { module: "./src/core/reply", name: "Reply" }, deprecated: [{ module: "./src/core/old-reply", name: "OldReply" }] }] },
  "package.json": { name: "acme", exports: { ".": "./lib/core/index.mjs" }, imports: { "#core/*": "./src/core/*.ts" } },
  "src/core/reply.ts": "export class Reply { x = 1; }\n",
  "src/core/old-reply.ts": "/** @deprecated */\nexport class OldReply { x = 1; }\n",
  "src/core/index.ts": `export { OldReply } from "./old-reply";\nexport const delay = 1;\n`,
  [site]: code,
};
const reason = 'Offered as a quick fix, not automatic: "acme" is what a build writes, and "#core/reply" its source.';

async function after(more: Readonly<Record<string, string | object>>): Promise<{ readonly messages: readonly string[]; readonly text: string | undefined }> {
  const { found, fixed } = await lintProject({ ...files, ...more }, { preset: "recommended" });
  return { messages: found.filter(({ file }) => file === site).map(({ message }) => message), text: fixed[site] };
}

describe("an import of a package by its own name", () => {
  it("goes on by that name where the package lets the new symbol out", async () => {
    const { text } = await after({ "src/core/index.ts": `export { OldReply } from "./old-reply";\nexport { Reply } from "./reply";\nexport const delay = 1;\n` });
    expect(text).toBe(`import { Reply, delay } from "acme";\n\nexport const reply = [new Reply(), delay];\n`);
  });

  it("is left to a person where only a path into the sources leads there, which are not what was built of them", async () => {
    const { text, messages } = await after({});
    expect(text).toBe(code);
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toContain(reason);
  });

  it.each<[string, Readonly<Record<string, string | object>>]>([
    ["the name leads to the source itself", { "package.json": { name: "acme", exports: { ".": "./src/core/index.ts" }, imports: { "#core/*": "./src/core/*.ts" } } }],
    ["a tsconfig says that the name is the source", { "tsconfig.json": { compilerOptions: { paths: { acme: ["./src/core/index.ts"] } } } }],
  ])("is changed where %s", async (_, more) => {
    expect((await after(more)).text).toBe(byPath);
  });

  it("is changed where only types are taken", async () => {
    const { text } = await after({ [site]: `import type { OldReply } from "acme";\n\nexport type R = OldReply;\n` });
    expect(text).toBe(`import type { Reply } from "#core/reply";\n\nexport type R = Reply;\n`);
  });
});
