/**
 * What one process has seen of the files is kept on disk for the next one, which only checks it. It may be damaged, or
 * not be written at all: the answers are those of a process that reads everything.
 */
import * as fs from "node:fs";
import path from "node:path";
import { threadId } from "node:worker_threads";
import { ESLint } from "eslint";
import { beforeEach, expect, test, vi } from "vitest";
import { projectFolder } from "../kit/project-folder.ts";
import { sampleManifest } from "../kit/sample.ts";

// The modules of node cannot be spied on in place; this counts, and does what the real one does.
vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, openSync: vi.fn(real.openSync) };
});

const leaks = 'export * from "./factory";\n';
const silent = "export const other = 1;\n";
const user = 'import { getManager } from "./barrel";\n\nexport const manager = getManager("a");\n';
const taken = ["no-deprecated-import", "no-deprecated-use"];
/** More than a look has to read for its survey to be worth keeping. */
const many = 520;

const files = {
  "package.json": { name: "kept", private: true },
  "node_modules/.keep": "",
  "ssot.json": sampleManifest,
  ".gitignore": "# nothing\n",
  "tsconfig.json": {},
  "src/canonical.ts": "export const createManager = (id: string): string => id;\n",
  "src/factory.ts": "export const getManager = (id: string): string => id;\n",
  "src/barrel.ts": leaks,
  "src/user.ts": user,
  ...Object.fromEntries(Array.from({ length: many }, (_, index) => [`src/more/f${String(index)}.ts`, `export const f${String(index)} = ${String(index)};\n`])),
};

let root = "";
beforeEach(() => {
  root = projectFolder(files);
  // As if somebody had written them yesterday, so that their content need not tell.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
});

const at = (name: string): string => path.join(root, name);
const write = (name: string, content: string): void => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), content);
};
const folder = (): string => at("node_modules/.cache/eslint-plugin-ssot");
const kept = (): readonly string[] => (fs.existsSync(folder()) && fs.statSync(folder()).isDirectory() ? fs.readdirSync(folder()) : []);
const keptFile = (): string => path.join(folder(), kept()[0] ?? "none");

/** Lints as a process of its own would, which knows nothing from before. */
async function lint(name = "src/user.ts"): Promise<{ readonly found: readonly string[]; readonly said: readonly string[]; readonly read: number }> {
  vi.resetModules();
  vi.mocked(fs.openSync).mockClear();
  const { default: plugin } = await import("../../src/index.ts");
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...plugin.configs.recommended] });
  const results = await eslint.lintFiles([name]);
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId?.replace("ssot/", "") ?? "fatal"));
  const said = results.flatMap(({ messages }) => messages.map(({ message }) => message));
  return { found, said, read: new Set(vi.mocked(fs.openSync).mock.calls.map(([file]) => String(file)).filter((file) => file.includes("/src/more/"))).size };
}

test.each<readonly [name: string, change: () => void, expected: readonly string[]]>([
  ["nothing", () => undefined, taken],
  ["the barrel's content", () => write("src/barrel.ts", silent), []],
  ["the barrel's content, of the same size and mtime", () => {
    const { atime, mtime } = fs.statSync(at("src/barrel.ts"));
    write("src/barrel.ts", leaks.replace("factory", "factorx"));
    fs.utimesSync(at("src/barrel.ts"), atime, mtime);
  }, []],
  ["the barrel is gone", () => fs.rmSync(at("src/barrel.ts")), []],
  ["the barrel has moved", () => fs.renameSync(at("src/barrel.ts"), at("src/elsewhere.ts")), []],
  ["the barrel has become a folder", () => {
    fs.rmSync(at("src/barrel.ts"));
    write("src/barrel/index.ts", 'export * from "../more/new";\n');
    write("src/more/new.ts", 'export { getManager } from "../factory";\n');
  }, taken],
  ["a new file stands before another one", () => write("src/factory/index.ts", silent), taken],
  ["the home has moved", () => {
    fs.renameSync(at("src/factory.ts"), at("src/more/home.ts"));
    write("src/factory.ts", 'export * from "./more/home";\n');
  }, taken],
  ["the paths of tsconfig, which the user does not go by", () => write("tsconfig.json", '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }'), taken],
])("what changes between two processes: %s", async (_name, change, expected) => {
  expect(await lint()).toMatchObject({ found: taken, read: many });
  expect(kept()).toHaveLength(1);
  expect((await lint()).found).toEqual(taken);
  change();
  const restored = await lint();
  expect(restored.found).toEqual(expected);
  fs.rmSync(folder(), { recursive: true });
  expect((await lint()).found).toEqual(expected);
});

test("what has not changed is not read again, and takes nothing from the answers", async () => {
  const fresh = [await lint("src/barrel.ts"), await lint("src/user.ts")].map(({ found }) => found);
  // Who takes what is not kept: a barrel's own lint reads on.
  expect(await lint("src/factory.ts")).toMatchObject({ read: 0 });
  expect([await lint("src/barrel.ts"), await lint("src/user.ts")].map(({ found }) => found)).toEqual(fresh);
});

test("a file has come in a folder that is listed first: what is kept of each file stays that file's", async () => {
  await lint("src/more/f0.ts");
  write("new.ts", silent);
  const { said, read } = await lint("src/barrel.ts");
  expect(said).toEqual([expect.stringContaining("src/user.ts")]);
  expect(read).toBe(many);
  expect(await lint("src/barrel.ts")).toMatchObject({ said, read: 0 });
});

test("another build of the same version has seen nothing", async () => {
  const code = path.join(import.meta.dirname, "../../src/project/survey/survey-file.ts");
  const { atime, mtime } = fs.statSync(code);
  await lint();
  fs.utimesSync(code, atime, new Date(mtime.getTime() + 1000));
  try {
    expect(await lint()).toMatchObject({ read: many });
  } finally {
    fs.utimesSync(code, atime, mtime);
  }
});

test.each<readonly [name: string, damage: () => void]>([
  ["cut short", () => fs.truncateSync(keptFile(), 1000)],
  ["empty", () => fs.truncateSync(keptFile(), 0)],
  ["one byte is another", () => {
    const bytes = fs.readFileSync(keptFile());
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    fs.writeFileSync(keptFile(), bytes);
  }],
  ["somebody else's", () => fs.writeFileSync(keptFile(), '{ "not": "ours" }')],
  ["a folder", () => {
    const file = keptFile();
    fs.rmSync(file);
    fs.mkdirSync(file);
  }],
])("a damaged file is as good as none: %s", async (_name, damage) => {
  await lint();
  damage();
  write("src/barrel.ts", silent);
  expect(await lint()).toMatchObject({ found: [], read: many });
});

test.each<readonly [name: string, spoil: () => void]>([
  ["a file stands in the folder's place", () => write("node_modules/.cache/eslint-plugin-ssot", "a file")],
  ["a file stands in the place of the folder above", () => write("node_modules/.cache", "a file")],
  ["a link leads in a circle", () => fs.symlinkSync(at("node_modules/.cache"), at("node_modules/.cache"))],
  ["nobody may write there", () => {
    fs.mkdirSync(folder(), { recursive: true });
    fs.chmodSync(folder(), 0o500);
  }],
])("where nothing can be kept, everything is read, and nothing said: %s", async (_name, spoil) => {
  spoil();
  expect(await lint()).toMatchObject({ found: taken, read: many });
  write("src/barrel.ts", silent);
  expect((await lint()).found).toEqual([]);
});

test.skipIf(!fs.existsSync("/dev/full"))("the disk is full: nothing is said, and nothing is left", async () => {
  await lint();
  const file = keptFile();
  fs.rmSync(file);
  fs.symlinkSync("/dev/full", `${file}.${String(process.pid)}.${String(threadId)}`);
  expect(await lint()).toMatchObject({ found: taken, read: many });
  expect(kept()).toEqual([]);
});

// Waits for the branch that keeps the states of git's rules.
test("what changes between two processes: .gitignore, in place", async () => {
  await lint();
  write(".gitignore", "barrel.ts\n");
  expect((await lint()).found).toEqual([]);
});

test("old ones go: of many manifests the latest are kept", async () => {
  for (let index = 0; index < 6; index += 1) {
    write("ssot.json", JSON.stringify({ exclude: [`none-${String(index)}`], migrations: sampleManifest.migrations }));
    expect((await lint()).found).toEqual(taken);
  }
  expect(kept().length).toBeLessThanOrEqual(4);
});
