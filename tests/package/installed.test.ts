/** The package as installed from its tarball, driven by ESLint's command line. */
import { beforeAll, describe, expect, test } from "vitest";
import { eslintMajors, installed, userProject } from "../kit/installed.ts";
import { configForms, sample, userFixed, without } from "../kit/sample.ts";

const config = { "eslint.config.js": configForms["eslint.config.js"] };
const broken = '{\n  "migrations": [{ "id": "Not Kebab", "deprecated": [] }]\n}\n';

/** How many times `text` says `part`. */
const times = (text: string, part: string): number => text.split(part).length - 1;

describe.each(eslintMajors)("installed beside ESLint %i", (major) => {
  beforeAll(async () => {
    await installed(major);
  });

  test("a clean project leaves 0, sites leave 1 and are printed with their place", async () => {
    const project = await userProject(major, { ...sample, ...config });
    const found = await project.eslint(".", "--format", "json");
    expect(found).toMatchObject({ code: 1, stderr: "" });
    const results = JSON.parse(found.stdout) as { filePath: string; messages: { ruleId: string; line: number; column: number }[] }[];
    const sites = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, column }) => `${filePath.slice(project.root.length + 1)}:${String(line)}:${String(column)} ${ruleId}`),
    );
    expect(sites).toEqual(["src/user.ts:1:10 ssot/no-deprecated-import", "src/user.ts:3:24 ssot/no-deprecated-use"]);
    project.write("src/user.ts", userFixed);
    expect(await project.eslint(".")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("--fix writes the canonical import and its use, and leaves 0", async () => {
    const project = await userProject(major, { ...sample, ...config });
    expect(await project.eslint(".", "--fix")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(project.read("src/user.ts")).toBe(userFixed);
  });

  test.each([[], ["--concurrency", "2"]])("a broken manifest leaves 2 and is printed once %j %j", async (...args) => {
    const more = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`src/more-${String(index)}.ts`, sample["src/user.ts"]]));
    const project = await userProject(major, { ...sample, ...config, ...more, "ssot.json": broken });
    const { code, stdout, stderr } = await project.eslint("src", ...args);
    expect(code).toBe(2);
    expect(times(stdout + stderr, "Not Kebab"), stderr).toBeLessThanOrEqual(1);
    expect(times(stderr, "ssot.json:2:"), stderr).toBe(2);
  });

  test("a missing manifest leaves 2 and says where it was looked for", async () => {
    const project = await userProject(major, { ...without(sample, "ssot.json"), ...config });
    const { code, stderr } = await project.eslint(".");
    expect(code).toBe(2);
    expect(times(stderr, `no such file in ${project.root}`), stderr).toBe(1);
  });

  test.each(Object.entries(configForms))("%s", async (name, text) => {
    const project = await userProject(major, { ...sample, [name]: text });
    const { code, stdout, stderr } = await project.eslint("src");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("ssot/no-deprecated-import");
    expect(stdout).toContain("2 problems");
  });

  test("one config that imports the plugin and requires it as well has one plugin", async () => {
    const project = await userProject(major, {
      ...sample,
      "shared.cjs": 'module.exports = [{ files: ["**/*.ts"], plugins: { ssot: require("eslint-plugin-ssot") } }];\n',
      "eslint.config.js": 'import ssot from "eslint-plugin-ssot";\nimport shared from "./shared.cjs";\n\nexport default [...ssot.configs["phase-2"], ...shared];\n',
    });
    const { code, stderr } = await project.eslint("src");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });
});
