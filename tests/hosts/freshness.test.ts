/**
 * A server that lives for days: one process lints one file, somebody writes another, and the very next lint knows.
 * Nothing here waits: between a change and the lint that has to see it no time goes by.
 */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { projectFolder } from "../kit/project-folder.ts";

type Files = Readonly<Record<string, string | object>>;

const migration = {
  id: "websocket-factory",
  phase: 2,
  canonical: { module: "./src/canonical", name: "createManager" },
  deprecated: [{ module: "./src/factory", name: "getManager" }],
};
const factory = "export const getManager = (id: string): string => id;\n";
const user = (from: string, name = "getManager"): string => `import { ${name} } from "${from}";\n\nexport const it = ${name}("a");\n`;

const canonical = "export const createManager = (id: string): string => id;\n";

const common: Files = {
  "package.json": { name: "server", private: true },
  "ssot.json": { migrations: [migration] },
  "src/canonical.ts": canonical,
  "src/factory.ts": factory,
  "src/a.ts": user("./barrel"),
};

/** Both ways in which a server keeps ESLint: the same object for all lints, or one for each. */
const keepings = ["the same ESLint object", "a new ESLint object"] as const;

/** A project and the process that lints it. */
class Server {
  readonly root: string;
  readonly #kept: ESLint | undefined;

  constructor(files: Files, keeping: (typeof keepings)[number] = "a new ESLint object", below = "") {
    this.root = path.join(projectFolder(files), below);
    if (keeping === "the same ESLint object") this.#kept = this.eslint();
  }

  eslint(): ESLint {
    return new ESLint({ cwd: this.root, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended], errorOnUnmatchedPattern: false });
  }

  /** What a lint of files finds: rule and line. */
  async lint(...names: readonly string[]): Promise<readonly string[]> {
    return found(await (this.#kept ?? this.eslint()).lintFiles([...names]));
  }

  async messages(name: string): Promise<string> {
    const results = await (this.#kept ?? this.eslint()).lintFiles([name]);
    return results.flatMap(({ messages }) => messages.map(({ message }) => message)).join("\n");
  }

  /** What the unsaved text of a file is told. */
  async lintText(name: string, text: string): Promise<readonly string[]> {
    return found(await (this.#kept ?? this.eslint()).lintText(text, { filePath: this.at(name) }));
  }

  at(name: string): string {
    return path.join(this.root, name);
  }

  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), typeof content === "string" ? content : JSON.stringify(content));
    }
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(this.at(from), this.at(to));
  }

  /** Other content, of which neither time nor size tells. */
  writeUnseen(name: string, content: string): void {
    const { size, atime, mtime } = statSync(this.at(name));
    expect(Buffer.byteLength(content)).toBe(size);
    writeFileSync(this.at(name), content);
    utimesSync(this.at(name), atime, mtime);
  }
}


function found(results: readonly ESLint.LintResult[]): readonly string[] {
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${ruleId?.replace("ssot/", "") ?? message} ${String(line)}`));
}

const taken = ["no-deprecated-import 1", "no-deprecated-use 3"];
const leaks = 'export * from "./factory";\n';
const silent = "export const other = 1;\n";

interface Change {
  readonly name: string;
  /** Beside the common ones. */
  readonly files: Files & { readonly "src/b.ts": string };
  /** What happens, each time with what a lint of `src/b.ts` has to find from then on. */
  readonly steps: readonly (readonly [change: (server: Server) => void, expected: readonly string[]])[];
  readonly before: readonly string[];
}

const changes: readonly Change[] = [
  {
    name: "a barrel lets the symbol out, and no longer",
    files: { "src/barrel.ts": silent, "src/b.ts": user("./barrel") },
    before: [],
    steps: [
      [(server) => server.write({ "src/barrel.ts": leaks }), taken],
      [(server) => server.write({ "src/barrel.ts": silent }), []],
      [(server) => server.write({ "src/barrel.ts": leaks }), taken],
    ],
  },
  {
    name: "one of three barrels in a row",
    files: { "src/barrel.ts": silent, "src/one.ts": 'export * from "./two";\n', "src/two.ts": 'export * from "./three";\n', "src/three.ts": silent, "src/b.ts": user("./one") },
    before: [],
    steps: [
      [(server) => server.write({ "src/three.ts": leaks }), taken],
      [(server) => server.write({ "src/two.ts": silent }), []],
    ],
  },
  {
    name: "another outward name",
    files: { "src/barrel.ts": leaks, "src/b.ts": user("./barrel", "make") },
    before: [],
    steps: [
      [(server) => server.write({ "src/barrel.ts": 'export { getManager as make } from "./factory";\n' }), taken],
      [(server) => server.write({ "src/barrel.ts": 'import * as make from "./factory";\nexport { make };\n' }), []],
    ],
  },
  {
    name: "the home moves",
    files: { "src/barrel.ts": leaks, "src/inner.ts": silent, "src/b.ts": user("./inner") },
    before: [],
    steps: [[(server) => server.write({ "src/inner.ts": factory, "src/factory.ts": 'export * from "./inner";\n' }), taken]],
  },
  {
    name: "a new file, and its end",
    files: { "src/barrel.ts": leaks, "src/b.ts": user("./late") },
    before: [],
    steps: [
      [(server) => server.write({ "src/late.ts": leaks }), taken],
      [(server) => server.remove("src/late.ts"), []],
      [(server) => server.write({ "src/late.ts": leaks }), taken],
    ],
  },
  {
    name: "a new folder, and another one in its place",
    files: { "src/barrel.ts": leaks, "src/b.ts": user("./deep/er") },
    before: [],
    steps: [
      [(server) => server.write({ "src/deep/er/index.ts": 'export * from "../../factory";\n' }), taken],
      [(server) => server.rename("src/deep", "src/elsewhere"), []],
      [(server) => server.rename("src/elsewhere", "src/deep"), taken],
      [(server) => server.write({ "src/deep/er.ts": silent }), []],
    ],
  },
  {
    name: "a file is deleted, and comes back as it was",
    files: { "src/barrel.ts": leaks, "src/b.ts": user("./barrel") },
    before: taken,
    steps: [
      [(server) => server.remove("src/barrel.ts"), []],
      [(server) => server.write({ "src/barrel.ts": leaks }), taken],
    ],
  },
  {
    name: "a file is renamed, and back",
    files: { "src/barrel.ts": leaks, "src/b.ts": user("./named") },
    before: [],
    steps: [
      [(server) => server.rename("src/barrel.ts", "src/named.ts"), taken],
      [(server) => server.rename("src/named.ts", "src/barrel.ts"), []],
      [(server) => server.rename("src/barrel.ts", "src/named.ts"), taken],
    ],
  },
  {
    name: "a nearer file takes the specifier over",
    files: { "src/barrel.ts": leaks, "src/way.js": leaks, "src/b.ts": user("./way") },
    before: taken,
    steps: [
      [(server) => server.write({ "src/way.ts": silent }), []],
      [(server) => server.remove("src/way.ts"), taken],
    ],
  },
  {
    name: "content of the same size under the same mtime",
    files: { "src/barrel.ts": 'export * from "./factorx";\n', "src/b.ts": user("./barrel") },
    before: [],
    steps: [
      [(server) => server.writeUnseen("src/barrel.ts", leaks), taken],
      [(server) => server.writeUnseen("src/barrel.ts", 'export * from "./factorx";\n'), []],
      [(server) => server.writeUnseen("src/barrel.ts", leaks), taken],
    ],
  },
  {
    name: "tsconfig's paths",
    files: { "src/barrel.ts": leaks, "tsconfig.json": {}, "src/b.ts": user("@/it") },
    before: [],
    steps: [
      [(server) => server.write({ "tsconfig.json": { compilerOptions: { paths: { "@/it": ["./src/barrel.ts"] } } } }), taken],
      [(server) => server.write({ "tsconfig.json": { compilerOptions: { paths: { "@/it": ["./src/canonical.ts"] } } } }), []],
      [(server) => server.write({ "src/tsconfig.json": { compilerOptions: { paths: { "@/it": ["./barrel"] } } } }), taken],
      [(server) => server.remove("src/tsconfig.json"), []],
    ],
  },
  {
    name: "the paths of a config that tsconfig extends",
    files: { "src/barrel.ts": leaks, "tsconfig.json": { extends: "./config/base.json" }, "config/base.json": {}, "src/b.ts": user("@/it") },
    before: [],
    steps: [
      [(server) => server.write({ "config/base.json": { compilerOptions: { paths: { "@/it": ["../src/barrel.ts"] } } } }), taken],
      [(server) => server.write({ "config/base.json": {} }), []],
    ],
  },
  {
    name: "a workspace package's package.json",
    files: {
      "src/barrel.ts": leaks, "package.json": { name: "server", private: true, workspaces: ["packages/*"] }, "src/b.ts": user("@acme/ws"),
      "packages/ws/package.json": { name: "@acme/ws", main: "./silent.ts" }, "packages/ws/silent.ts": silent, "packages/ws/leaks.ts": 'export * from "../../src/factory";\n',
    },
    before: [],
    steps: [
      [(server) => server.write({ "packages/ws/package.json": { name: "@acme/ws", exports: "./leaks.ts" } }), taken],
      [(server) => server.write({ "packages/ws/package.json": { name: "@acme/other", exports: "./leaks.ts" } }), []],
      [(server) => server.write({ "packages/new/package.json": { name: "@acme/ws", main: "i.ts" }, "packages/new/i.ts": 'export * from "../../src/barrel";\n' }), taken],
      [(server) => server.write({ "package.json": { name: "server", private: true } }), []],
    ],
  },
  {
    name: ".gitignore, in place, a deeper one, and none",
    files: { ".gitignore": "# nothing\n", "src/barrel.ts": leaks, "src/generated/one/index.ts": 'export * from "../../factory";\n', "src/b.ts": user("./generated/one") },
    before: taken,
    steps: [
      [(server) => server.write({ ".gitignore": "generated\n" }), []],
      [(server) => server.write({ ".gitignore": "# nothing\n" }), taken],
      [(server) => server.write({ "src/.gitignore": "one/\n" }), []],
      [(server) => server.remove("src/.gitignore"), taken],
      [(server) => server.write({ ".gitignore": "one" }), []],
      [(server) => server.remove(".gitignore"), taken],
    ],
  },
];

describe.each(keepings)("%s", (keeping) => {
  test.each(changes)("$name", async ({ files, before, steps }) => {
    const server = new Server({ ...common, ...files }, keeping);
    await server.lint("src/a.ts");
    expect(await server.lint("src/b.ts")).toEqual(before);
    for (const [change, expected] of steps) {
      await server.lint("src/a.ts");
      change(server);
      expect(await server.lint("src/b.ts")).toEqual(expected);
    }
  });

  test.each(changes)("$name: seen by a file that was not linted before", async ({ files, steps }) => {
    const server = new Server({ ...common, ...files }, keeping);
    for (const [index, [change, expected]] of steps.entries()) {
      // Known from its first lint on, so that the last change before counts.
      server.write({ [`src/b${String(index)}.ts`]: files["src/b.ts"] });
      await server.lint("src/a.ts", "src/factory.ts");
      change(server);
      expect(await server.lint(`src/b${String(index)}.ts`)).toEqual(expected);
    }
  });
});

describe("above the manifest's folder", () => {
  const inside = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, content]) => [`app/${name}`, content]));

  test("git's rules, of the folders above and of the repository alone", async () => {
    const files = { ...common, "src/barrel.ts": leaks, "src/out/index.ts": 'export * from "../factory";\n', "src/b.ts": user("./out") };
    const server = new Server({ ".git/HEAD": "ref: refs/heads/main\n", ".gitignore": "# nothing\n", ...inside(files) }, "a new ESLint object", "app");
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "../.gitignore": "out/\n" });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.remove("../.gitignore");
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "../.git/info/exclude": "out\n" });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "../.git/info/exclude": "# no\n" });
    expect(await server.lint("src/b.ts")).toEqual(taken);
  });

  test("configs: a tsconfig that comes, changes and goes, and the workspace's list", async () => {
    const files = { ...common, "src/barrel.ts": leaks, "src/b.ts": user("@/it"), "src/c.ts": user("ws") };
    const server = new Server({ ...inside(files), "ws/package.json": { name: "ws", main: "i.ts" }, "ws/i.ts": 'export * from "../app/src/factory";\n' }, "a new ESLint object", "app");
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "../tsconfig.json": { compilerOptions: { paths: { "@/it": ["./app/src/factory.ts"] } } } });
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "../tsconfig.json": { compilerOptions: { paths: { "@/it": ["./app/src/canonical.ts"] } } } });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.remove("../tsconfig.json");
    server.write({ "../tsconfig.base.json": { compilerOptions: { paths: { "@/it": ["./app/src/factory.ts"] } } } });
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "../pnpm-workspace.yaml": "packages:\n  - app\n", "package.json": { name: "app" }, "../ws/i.ts": "", "src/late.ts": factory });
    expect(await server.lint("src/c.ts")).toEqual([]);
  });
});

describe.each(keepings)("%s, who takes an export", (keeping) => {
  const leaking = 'export { getManager } from "./factory";\n';

  test("an importer comes and goes: the leak's message counts it", async () => {
    const server = new Server({ ...common, "src/barrel.ts": leaking }, keeping);
    expect(await server.messages("src/barrel.ts")).toContain("one file may import it through here: src/a.ts");
    server.write({ "src/b.ts": user("./barrel") });
    expect(await server.messages("src/barrel.ts")).toContain("2 files may import it through here: src/a.ts, src/b.ts");
    server.write({ "src/a.ts": silent });
    expect(await server.messages("src/barrel.ts")).toContain("one file may import it through here: src/b.ts");
    server.rename("src/b.ts", "src/z.ts");
    expect(await server.messages("src/barrel.ts")).toContain("one file may import it through here: src/z.ts");
    server.remove("src/z.ts");
    expect(await server.messages("src/barrel.ts")).not.toContain("through here");
  });

  test("a test that mocks the old module holds the fix back, as long as it runs the file", async () => {
    const mock = 'import { vi } from "vitest";\nimport { run } from "./helper";\n\nvi.mock("./factory");\nrun();\n';
    const server = new Server({ ...common, "src/barrel.ts": silent, "src/b.ts": user("./factory"), "src/helper.ts": "export const run = (): void => {};\n", "src/b.test.ts": mock }, keeping);
    expect(await server.messages("src/b.ts")).not.toContain("left behind");
    server.write({ "src/helper.ts": 'import { it } from "./b";\n\nexport const run = (): string => it;\n' });
    expect(await server.messages("src/b.ts")).toContain("a mock of src/factory.ts in src/b.test.ts would be left behind");
    server.write({ "src/b.test.ts": mock.replace("vi.mock", "void") });
    expect(await server.messages("src/b.ts")).not.toContain("left behind");
  });

  test("a namespace is let out, and gets another name", async () => {
    const server = new Server({ ...common, "src/barrel.ts": silent, "src/b.ts": 'import { ws } from "./barrel";\n\nexport const it = ws.getManager("a");\n' }, keeping);
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "src/barrel.ts": 'export * as ws from "./factory";\n' });
    expect(await server.lint("src/b.ts")).toEqual(["no-deprecated-import 3"]);
    server.write({ "src/barrel.ts": 'export * as sockets from "./factory";\n' });
    expect(await server.lint("src/b.ts")).toEqual([]);
  });

  test("the canonical export disappears, and comes back: nothing is fixed to where nothing is", async () => {
    const server = new Server({ ...common, "src/barrel.ts": leaks, "src/b.ts": user("./factory") }, keeping);
    expect(await server.messages("src/b.ts")).not.toContain("Not fixed automatically");
    server.write({ "src/canonical.ts": silent });
    expect(await server.messages("src/b.ts")).toContain("Not fixed automatically");
    server.write({ "src/canonical.ts": 'export { createManager } from "./new";\n', "src/new.ts": "export const createManager = (id: string): string => id;\n" });
    expect(await server.messages("src/b.ts")).not.toContain("Not fixed automatically");
  });
});

test("what the canonical module depends on, also where that is thousands of files", async () => {
  const many = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`src/deep/f${String(index)}.ts`, `import "../x";\nexport const f${String(index)} = 1;\n`]));
  const all = Object.keys(many).map((name) => `import "${name.replace("src", ".").replace(".ts", "")}";\n`).join("");
  const server = new Server({ ...common, ...many, "src/canonical.ts": `${all}import "./b";\n${canonical}`, "src/b.ts": user("./factory") });
  // On a busy machine a look at so many files is dear, and lints that follow at once may go by the last one.
  const idle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 1100));
  expect(await server.messages("src/b.ts")).toContain("Not fixed automatically");
  server.write({ "src/canonical.ts": `${all}${canonical}` });
  await idle();
  expect(await server.messages("src/b.ts")).not.toContain("Not fixed automatically");
  server.write({ "src/deep/f3999.ts": 'import "../b";\n' });
  await idle();
  expect(await server.messages("src/b.ts")).toContain("Not fixed automatically");
});

describe.each(keepings)("%s, unsaved text", (keeping) => {
  test("is judged by itself, whatever its file on disk says", async () => {
    const server = new Server({ ...common, "src/barrel.ts": leaks, "src/b.ts": silent }, keeping);
    expect(await server.lintText("src/b.ts", user("./barrel"))).toEqual(taken);
    expect(await server.lintText("src/b.ts", silent)).toEqual([]);
    server.write({ "src/b.ts": user("./barrel") });
    expect(await server.lintText("src/b.ts", silent)).toEqual([]);
    expect(await server.lintText("src/b.ts", user("./barrel"))).toEqual(taken);
    expect(await server.lintText("src/not-yet.ts", user("./barrel"))).toEqual(taken);
  });

  test("of a barrel: its own leak at once, and its importers when it is saved", async () => {
    const server = new Server({ ...common, "src/barrel.ts": silent, "src/b.ts": user("./barrel") }, keeping);
    expect(await server.lintText("src/barrel.ts", leaks)).toEqual(["no-deprecated-reexport 1"]);
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "src/barrel.ts": leaks });
    expect(await server.lintText("src/b.ts", user("./barrel"))).toEqual(taken);
    expect(await server.lintText("src/barrel.ts", silent)).toEqual([]);
    server.write({ "src/barrel.ts": silent });
    expect(await server.lintText("src/b.ts", user("./barrel"))).toEqual([]);
  });
});

describe.each(keepings)("%s, the manifest", (keeping) => {
  const files = { ...common, "src/barrel.ts": leaks, "src/b.ts": user("./barrel") };
  const another = { ...migration, deprecated: [{ module: "./src/old", name: "getManager" }] };

  test("a change takes effect at the next lint", async () => {
    const server = new Server(files, keeping);
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "ssot.json": { migrations: [{ ...migration, phase: 1 }] } });
    expect(await server.lint("src/b.ts")).toEqual(["no-deprecated-reexport 1"]);
    server.write({ "ssot.json": { migrations: [another] } });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "ssot.json": { exclude: ["src/b*"], migrations: [migration] } });
    expect(await server.lint("src/b.ts")).toEqual([]);
  });

  test("broken, then mended: never an old report, also of what changed meanwhile", async () => {
    const server = new Server(files, keeping);
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "ssot.json": '{ "migrations": [' });
    await expect(server.lint("src/b.ts")).rejects.toThrow(/ssot\.json/);
    server.write({ "src/barrel.ts": silent });
    await expect(server.lint("src/b.ts")).rejects.toThrow(/ssot\.json/);
    server.write({ "ssot.json": { migrations: [migration] } });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "src/barrel.ts": leaks });
    expect(await server.lint("src/b.ts")).toEqual(taken);
  });

  test("another one and back, while a barrel changes under the other one's eyes", async () => {
    const server = new Server(files, keeping);
    expect(await server.lint("src/b.ts")).toEqual(taken);
    server.write({ "ssot.json": { migrations: [another] }, "src/barrel.ts": silent });
    expect(await server.lint("src/b.ts")).toEqual([]);
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "ssot.json": { migrations: [migration] } });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "ssot.json": { migrations: [another] } });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "src/barrel.ts": leaks });
    expect(await server.lint("src/b.ts")).toEqual([]);
    server.write({ "ssot.json": { migrations: [migration] } });
    expect(await server.lint("src/b.ts")).toEqual(taken);
  });
});
