/** A symbol that moved to another package, and files whose own package.json does not list that one. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const site = "packages/web/src/page.ts";
const code = `import { createQuery } from "@acme/solid";\n\nexport const query = createQuery();\n`;
const moved = `import { createQuery } from "@acme/core";\n\nexport const query = createQuery();\n`;
const files = {
  "ssot.json": { migrations: [{ id: "query", phase: 2, canonical: { module: "@acme/core", name: "createQuery" }, deprecated: [{ module: "@acme/solid", name: "createQuery" }] }] },
  "package.json": { name: "root", private: true, workspaces: ["packages/*"] },
  "packages/core/package.json": { name: "@acme/core", exports: "./src/index.ts" },
  "packages/core/src/index.ts": "export const createQuery = () => 1;\n",
  "packages/solid/package.json": { name: "@acme/solid", exports: "./src/index.ts", dependencies: { "@acme/core": "workspace:*" } },
  "packages/solid/src/index.ts": "/** @deprecated */\nexport const createQuery = () => 1;\n",
  [site]: code,
};

async function after(more: Readonly<Record<string, string | object>>): Promise<{ readonly messages: readonly string[]; readonly text: string | undefined; readonly suggestions: number }> {
  const { found, fixed } = await lintProject({ ...files, ...more }, { preset: "recommended" });
  const here = found.filter(({ file }) => file === site);
  return { messages: here.map(({ message }) => message), text: fixed[site], suggestions: here.filter(({ suggestions }) => suggestions > 0).length };
}

describe("a package.json that lists the old package alone", () => {
  it.each(["dependencies", "devDependencies", "peerDependencies"])("(%s) makes it a suggestion that says so", async (field) => {
    const { messages, text, suggestions } = await after({ "packages/web/package.json": { name: "web", [field]: { "@acme/solid": "workspace:*" } } });
    expect(text).toBe(code);
    expect(messages[0]).toContain('Offered as a quick fix, not automatic: packages/web/package.json does not list "@acme/core".');
    expect([messages.length, suggestions]).toEqual([2, 2]);
  });
});

describe("the fix is automatic", () => {
  it.each<[string, Readonly<Record<string, string | object>>]>([
    ["where both are listed", { "packages/web/package.json": { name: "web", dependencies: { "@acme/solid": "workspace:*" }, devDependencies: { "@acme/core": "workspace:*" } } }],
    ["where a package.json above lists it", { "packages/web/package.json": { name: "web", dependencies: { "@acme/solid": "1" } }, "package.json": { ...files["package.json"], dependencies: { "@acme/core": "1" } } }],
    ["where it is installed", { "packages/web/package.json": { name: "web", dependencies: { "@acme/solid": "1" } }, "node_modules/@acme/core/package.json": { name: "@acme/core", main: "index.js" }, "node_modules/@acme/core/index.js": "exports.createQuery = () => 1;\n", "packages/core/package.json": { name: "other" } }],
    ["where neither is listed: lists are not kept here", { "packages/web/package.json": { name: "web" } }],
  ])("%s", async (_, more) => {
    expect((await after(more)).text).toBe(moved);
  });
});
