/** What docs/adoption.md tells a team with thousands of sites, with ESLint's own command line. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { installed, userProject } from "../kit/installed.ts";
import { configForms, sample, user, userFixed } from "../kit/sample.ts";

const files = { ...sample, "eslint.config.js": configForms["eslint.config.js"] };
const sites = 'export const more = getManager("b");\n';
/** How many problems ESLint's summary counts. */
const problems = (stdout: string): number => Number(/(\d+) problems?/.exec(stdout)?.[1] ?? 0);

describe("adoption", () => {
  beforeAll(async () => {
    await installed(10);
  });

  test("--suppress-all holds what is there; a new site in the same file, and in another, is reported", async () => {
    const project = await userProject(10, files);
    expect((await project.eslint("src", "--suppress-all")).code).toBe(0);
    expect(JSON.parse(project.read("eslint-suppressions.json"))).toEqual({
      "src/user.ts": { "ssot/no-deprecated-import": { count: 1 }, "ssot/no-deprecated-use": { count: 1 } },
    });
    expect(await project.eslint("src")).toMatchObject({ code: 0, stdout: "" });
    project.write("src/user.ts", user + sites);
    expect((await project.eslint("src")).code).toBe(1);
    project.write("src/user.ts", user);
    project.write("src/new.ts", user);
    const { code, stdout } = await project.eslint("src");
    expect(code).toBe(1);
    expect(stdout).toContain("new.ts");
    expect(problems(stdout)).toBe(2);
  });

  test("a mended site has to leave the suppressions file: 2 until --prune-suppressions", async () => {
    const project = await userProject(10, files);
    await project.eslint("src", "--suppress-all");
    project.write("src/user.ts", userFixed);
    expect((await project.eslint("src")).code).toBe(2);
    expect((await project.eslint("--pass-on-unpruned-suppressions", "src/user.ts")).code).toBe(0);
    expect((await project.eslint("src", "--prune-suppressions")).code).toBe(0);
    expect(JSON.parse(project.read("eslint-suppressions.json"))).toEqual({});
  });

  test("a severity that a team lowers keeps the phase of the preset, and leaves 0", async () => {
    const project = await userProject(10, {
      ...files,
      "ssot.json": { migrations: [{ ...sample["ssot.json"].migrations[0], phase: 1 }] },
      "eslint.config.js": `import { defineConfig } from "eslint/config";
import ssot from "eslint-plugin-ssot";

export default defineConfig([
  ssot.configs["phase-2"],
  { rules: { "ssot/no-deprecated-import": "warn", "ssot/no-deprecated-use": "warn" } },
]);
`,
    });
    const { code, stdout } = await project.eslint(".");
    expect(code).toBe(0);
    expect(stdout).toContain("2 problems (0 errors, 2 warnings)");
    expect((await project.eslint(".", "--max-warnings", "1")).code).toBe(1);
  });

  test("one staged file, as lint-staged gives it: only that one is fixed", async () => {
    const project = await userProject(10, { ...files, "src/other.ts": user });
    const staged = await project.eslint("--fix", "--max-warnings", "0", "--no-warn-ignored", `${project.root}/src/user.ts`);
    expect(staged).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(project.read("src/user.ts")).toBe(userFixed);
    expect(project.read("src/other.ts")).toBe(user);
  });

  test("one staged file with a site that is suppressed passes, and one with a new site does not", async () => {
    const unfixable = { migrations: [{ id: "gone", phase: 2, message: "Do without.", deprecated: [{ module: "./src/factory", name: "getManager" }] }] };
    const project = await userProject(10, { ...files, "ssot.json": unfixable });
    await project.eslint("src", "--suppress-all");
    expect((await project.eslint("--fix", "src/user.ts")).code).toBe(0);
    project.write("src/user.ts", user + sites);
    expect((await project.eslint("--fix", "src/user.ts")).code).toBe(1);
  });

  test("--cache: the same findings from the cache, and a changed file is linted anew", async () => {
    const project = await userProject(10, files);
    const first = await project.eslint("src", "--cache");
    expect(first.code).toBe(1);
    expect(await project.eslint("src", "--cache")).toEqual(first);
    project.write("src/user.ts", user + sites);
    expect(problems((await project.eslint("src", "--cache")).stdout)).toBe(3);
  });

  test.each(["ssot.json", "config/own.json"])("--cache: another phase in %s shows in files that are cached", async (manifest) => {
    const at = (phase: number): object => ({ migrations: [{ ...sample["ssot.json"].migrations[0], canonical: undefined, message: "Do without.", phase, deprecated: [{ module: "some-package", name: "getManager" }] }] });
    const project = await userProject(10, {
      "package.json": { type: "module" },
      "src/user.ts": user.replace("./factory", "some-package"),
      [manifest]: at(1),
      "eslint.config.js": `import ssot from "eslint-plugin-ssot";\nexport default [...ssot.configs.recommended, { settings: { ssot: { manifest: ${JSON.stringify(manifest)} } } }];\n`,
    });
    expect((await project.eslint("src", "--cache")).code).toBe(0);
    project.write(manifest, at(2));
    expect(problems((await project.eslint("src", "--cache")).stdout)).toBe(2);
  });

  test("what the next phase would bring, as JSON without edits", async () => {
    const page = readFileSync(new URL("../../docs/adoption.md", import.meta.url), "utf8");
    const block = (name: string): string => /^([^]*?)```/.exec(page.split(`// ${name}\n`)[1] ?? "")?.[1] ?? "";
    const project = await userProject(10, { ...files, "eslint.next.config.js": block("eslint.next.config.js"), "no-edits.mjs": block("no-edits.mjs") });
    await project.eslint("src", "--config", "eslint.next.config.js", "--format", "./no-edits.mjs", "--output-file", "next.json");
    const results = JSON.parse(project.read("next.json")) as readonly { readonly messages: readonly Readonly<Record<string, unknown>>[] }[];
    const messages = results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["ssot/no-deprecated-import", "ssot/no-deprecated-use"]);
    expect(messages.filter((message) => "fix" in message)).toEqual([]);
  });

  test("--concurrency 2: the same findings, and the same text by --fix", async () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`src/user-${String(index)}.ts`, user]));
    const project = await userProject(10, { ...files, ...many });
    const one = await project.eslint("src", "--concurrency", "off");
    const two = await project.eslint("src", "--concurrency", "2");
    // Of so few files ESLint says that workers are not worth it.
    expect({ ...two, stderr: "" }).toEqual(one);
    expect(problems(two.stdout)).toBe(18);
    expect((await project.eslint("src", "--fix", "--concurrency", "2")).code).toBe(0);
    for (const name of Object.keys(many)) expect(project.read(name)).toBe(userFixed);
  });
});
