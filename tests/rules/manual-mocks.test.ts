/** A file in `__mocks__` stands for a module that a test mocks without a factory: with another path, the runner would make up a mock. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const files = {
  "ssot.json": { migrations: [{ id: "mailer", phase: 3, canonical: { module: "./src/mail/mailer", name: "*" }, deprecated: [{ module: "./src/mailer", name: "*" }] }] },
  "src/mail/mailer.ts": "export const send = () => 1;\n",
  "src/mailer.ts": "/** @deprecated Moved. */\n\nexport const send = () => 1;\n",
  "src/signup.ts": `import { send } from "./mailer";\n\nexport const signup = () => send();\n`,
};
const test = `import { signup } from "../src/signup";\n\njest.mock("../src/mailer");\n\nsignup();\n`;
const moved = { "tests/signup.test.ts": test.replace("src/mailer", "src/mail/mailer"), "src/signup.ts": files["src/signup.ts"].replace("./mailer", "./mail/mailer") };

describe("a mock without a factory", () => {
  it("moves with the module", async () => {
    expect((await lintProject({ ...files, "tests/signup.test.ts": test })).fixed).toMatchObject(moved);
  });

  it.each([["src/__mocks__/mailer.ts"], ["src/__mocks__/mailer.js"]])("stays where %s stands for it, and so does what the test runs", async (mock) => {
    const linted = await lintProject({ ...files, "tests/signup.test.ts": test, [mock]: "export const send = () => 2;\n" });
    expect(linted.fixed["tests/signup.test.ts"]).toBe(test);
    expect(linted.fixed["src/signup.ts"]).toBe(files["src/signup.ts"]);
    expect(linted.found.find(({ file }) => file === "tests/signup.test.ts")?.message).toContain("Not fixed automatically: a file in __mocks__ stands for the old module.");
    expect(linted.found.find(({ file }) => file === "src/signup.ts")?.message).toContain("Offered as a quick fix, not automatic: a mock of src/mailer.ts in tests/signup.test.ts would be left behind.");
  });

  it.each([
    ["another file's", "src/__mocks__/other.ts", test],
    ["a file that a factory takes no part of", "src/__mocks__/mailer.ts", test.replace('"../src/mailer")', '"../src/mailer", () => ({ send: jest.fn() }))')],
  ])("is not held by %s", async (_, mock, code) => {
    const linted = await lintProject({ ...files, "tests/signup.test.ts": code, [mock]: "export const send = () => 2;\n" });
    expect(linted.fixed["tests/signup.test.ts"]).toBe(code.replace("src/mailer", "src/mail/mailer"));
    expect(linted.fixed["src/signup.ts"]).toBe(moved["src/signup.ts"]);
  });

  it("takes what the test runs along, by other names too", async () => {
    const named = {
      ...files,
      "ssot.json": { migrations: [{ id: "mailer", phase: 3, canonical: { module: "./src/mail/mailer", name: "deliver" }, deprecated: [{ module: "./src/mailer", name: "send" }] }] },
      "src/mail/mailer.ts": "export const deliver = () => 1;\n",
      "tests/signup.test.ts": test,
    };
    expect((await lintProject(named)).fixed).toMatchObject({ "tests/signup.test.ts": moved["tests/signup.test.ts"], "src/signup.ts": `import { deliver } from "./mail/mailer";\n\nexport const signup = () => deliver();\n` });
    const more = await lintProject({ ...named, "src/mail/mailer.ts": "export const deliver = () => 1;\nexport const render = () => 2;\n" });
    expect(more.fixed).toMatchObject({ "tests/signup.test.ts": test, "src/signup.ts": files["src/signup.ts"] });
  });

  it("of a package is held by the file at the project's root", async () => {
    const packages = {
      "ssot.json": { migrations: [{ id: "lodash", phase: 3, canonical: { module: "lodash-es", name: "*" }, deprecated: [{ module: "lodash", name: "*" }] }] },
      "src/a.ts": `import { pick } from "lodash";\n\nexport const a = pick;\n`,
      "tests/a.test.ts": `import { a } from "../src/a";\n\njest.mock("lodash");\n\na({}, "x");\n`,
    };
    const linted = await lintProject({ ...packages, "__mocks__/lodash.js": "module.exports = { pick() {} };\n" });
    expect(linted.fixed["tests/a.test.ts"]).toBe(packages["tests/a.test.ts"]);
    expect((await lintProject(packages)).fixed["tests/a.test.ts"]).toContain(`jest.mock("lodash-es");`);
  });
});
