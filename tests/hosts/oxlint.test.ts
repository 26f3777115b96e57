/** The built plugin under oxlint's `jsPlugins`, as docs/oxlint.md tells. */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { installed, repository, userProject } from "../kit/installed.ts";
import { run } from "../kit/run.ts";
import type { Ran } from "../kit/run.ts";
import { sample, user, userFixed } from "../kit/sample.ts";

const option = ["error", { phase: 2 }];
const config = {
  jsPlugins: ["eslint-plugin-ssot"],
  categories: { correctness: "off" },
  rules: {
    "ssot/no-deprecated-import": option,
    "ssot/no-deprecated-mock": option,
    "ssot/no-deprecated-reexport": option,
    "ssot/no-deprecated-use": option,
    "ssot/require-deprecation-notice": option,
  },
};
const files = { ...sample, ".oxlintrc.json": config };

const oxlint = async (root: string, ...args: readonly string[]): Promise<Ran> =>
  await run(process.execPath, [path.join(repository, "node_modules/oxlint/bin/oxlint"), "src", ...args], root);

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[] }[];
}

describe("oxlint", () => {
  beforeAll(async () => {
    await installed(10);
  });

  test("the same sites at the same places", async () => {
    const { root } = await userProject(10, files);
    const { code, stdout } = await oxlint(root, "--format", "json");
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as Report;
    const sites = diagnostics.map(({ code: rule, filename, labels: [label] }) => `${filename}:${String(label?.span.line)}:${String(label?.span.column)} ${rule}`);
    expect(sites.sort()).toEqual(["src/user.ts:1:10 ssot(no-deprecated-import)", "src/user.ts:3:24 ssot(no-deprecated-use)"]);
  });

  test("--fix writes the same text, and a second run leaves 0", async () => {
    const project = await userProject(10, files);
    await oxlint(project.root, "--fix");
    expect(project.read("src/user.ts")).toBe(userFixed);
    expect((await oxlint(project.root, "--fix")).code).toBe(0);
    expect(project.read("src/user.ts")).toBe(userFixed);
  });

  test("a site under a disable comment stays, and so does its import", async () => {
    const text = `${user.replace("export", "// oxlint-disable-next-line ssot/no-deprecated-use\nexport")}export const other = getManager("b");\n`;
    const project = await userProject(10, { ...files, "src/user.ts": text });
    await oxlint(project.root, "--fix");
    expect(project.read("src/user.ts")).toContain('export const manager = getManager("a");');
    expect(project.read("src/user.ts")).toContain('import { getManager } from "./factory";');
  });

  test("a broken manifest leaves 1 and names its place", async () => {
    const { root } = await userProject(10, { ...files, "ssot.json": '{ "migrations": 1 }' });
    const { code, stdout } = await oxlint(root);
    expect(code).toBe(1);
    expect(stdout).toContain("ssot.json:1:17");
  });
});
