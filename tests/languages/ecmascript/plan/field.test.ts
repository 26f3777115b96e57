/** What real repositories taught (docs/field-tests.md). */
import { describe, expect, test } from "vitest";
import { fixFile } from "./project.ts";

describe("a list of names", () => {
  test("one that ended without a comma does so when its last names go", async () => {
    const { text } = await fixFile(
      "src/consumer.ts",
      `import {\n  oldValue,\n  keep, // kept\n  OldClass\n} from './ws/old';\nexport const all = [keep, oldValue, OldClass];\n`,
    );
    expect(text).toBe(
      `import {\n  keep // kept\n} from './ws/old';\nimport { newValue, NewClass } from './ws/canonical';\nexport const all = [keep, newValue, NewClass];\n`,
    );
  });
});

describe("a deprecated name in the canonical's own module", () => {
  const more = {
    "ssot.json": {
      migrations: [
        {
          id: "log",
          phase: 3,
          canonical: { module: "./src/log", name: "logger" },
          deprecated: [{ module: "./src/log", name: "trace", rewrites: [{ from: "trace($$$all)", to: "logger.trace($$$all)" }] }],
        },
      ],
    },
    "src/log.ts": `/** @deprecated */\nexport function trace(text: string): void { void text; }\nexport const logger = { trace };\nexport const value = 1;\nexport const other = 2;\n`,
  };

  test("is replaced in its own list where that stays, though another takes of the module too", async () => {
    const { text } = await fixFile(
      "src/consumer.ts",
      `import {\n  value,\n  trace\n} from "./log";\nimport { other } from "./log";\ntrace(String(value + other));\n`,
      { more },
    );
    expect(text).toBe(`import {\n  value,\n  logger\n} from "./log";\nimport { other } from "./log";\nlogger.trace(String(value + other));\n`);
  });

  test("joins the other list where its own has no more names", async () => {
    const { text } = await fixFile("src/consumer.ts", `import { other } from "./log";\nimport { trace } from "./log";\ntrace(String(other));\n`, { more });
    expect(text).toBe(`import { other, logger } from "./log";\nlogger.trace(String(other));\n`);
  });
});
