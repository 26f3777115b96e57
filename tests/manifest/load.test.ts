/** Where the manifest is found, and what a long-lived process remembers of it. */
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { loadManifest, readSettings, ManifestError, type LoadRequest, type RewriteChecker } from "../../src/manifest/load.ts";
import { projectFolder } from "../kit/project-folder.ts";

let folder = "";
beforeEach(() => {
  folder = projectFolder({});
});

/** A manifest with one rewrite, so that a checker is asked once each time that the text is validated. */
function textOf(id: string, phase: number = 2): string {
  const rewrites = [{ from: "getOld()", to: "createNew()" }];
  const deprecated = [{ module: "./old", name: "getOld", rewrites }];
  return JSON.stringify({ migrations: [{ id, phase, canonical: { module: "./new", name: "createNew" }, deprecated }] });
}

function write(path: string, content: string | Uint8Array = textOf("one")): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function errorOf(request: LoadRequest): ManifestError {
  try {
    loadManifest(request);
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("the file", () => {
  test("is ssot.json, looked up from cwd upwards, the nearest first", () => {
    const far = write("ssot.json");
    const near = write("packages/a/ssot.json");
    mkdirSync(join(folder, "packages/a/src/deep"), { recursive: true });
    mkdirSync(join(folder, "packages/b"), { recursive: true });
    expect(loadManifest({ cwd: join(folder, "packages/a/src/deep") })).toMatchObject({
      file: near,
      root: join(folder, "packages/a"),
    });
    expect(loadManifest({ cwd: join(folder, "packages/b") })).toMatchObject({ file: far, root: folder });
  });

  test("that is nearer is seen when it appears later", () => {
    write("ssot.json");
    mkdirSync(join(folder, "a"));
    expect(loadManifest({ cwd: join(folder, "a") }).root).toBe(folder);
    write("a/ssot.json");
    expect(loadManifest({ cwd: join(folder, "a") }).root).toBe(join(folder, "a"));
  });

  test("may be named by a path, relative ones being looked up too", () => {
    const file = write("config/migrations.json");
    mkdirSync(join(folder, "src"));
    const found = { file, root: join(folder, "config") };
    expect(loadManifest({ cwd: join(folder, "src"), setting: "config/migrations.json" })).toMatchObject(found);
    expect(loadManifest({ cwd: "/", setting: file })).toMatchObject(found);
  });

  test("may be given as an object, with its root", () => {
    const setting: unknown = JSON.parse(textOf("one"));
    mkdirSync(join(folder, "app"));
    expect(loadManifest({ cwd: folder, setting })).toMatchObject({ file: undefined, root: folder });
    expect(loadManifest({ cwd: folder, setting, root: "app" }).root).toBe(join(folder, "app"));
    expect(loadManifest({ cwd: "/", setting, root: folder }).root).toBe(folder);
  });

  test("may have a byte order mark", () => {
    write("ssot.json", `\uFEFF${textOf("one")}`);
    expect(loadManifest({ cwd: folder }).manifest.migrations[0]?.id).toBe("one");
  });
});

describe("an error", () => {
  test("that the file is missing says where it was looked for, and what to do", () => {
    const { message } = errorOf({ cwd: folder, setting: "no-such-manifest.json" });
    expect(message.replaceAll(folder, "/shop")).toBe(
      [
        "ssot found an error in the manifest:",
        "  no-such-manifest.json  There is no such file in /shop or any folder above it. Create one (docs/manifest.md has a first one to copy), or set `settings.ssot.manifest` to the path of yours.",
        "docs/manifest.md of eslint-plugin-ssot explains every field.",
      ].join("\n"),
    );
    expect(errorOf({ cwd: folder, setting: "/no/such/manifest.json" }).message).toContain(
      "/no/such/manifest.json  There is no manifest at this path. Create it, or correct `settings.ssot.manifest`.",
    );
  });

  test.each([
    ["a number", 7],
    ["null", null],
    ["a list", []],
    ["true", true],
    ["an empty path", " "],
    ["a path with a NUL", "a\0b"],
    ["a URL", pathToFileURL("/ssot.json")],
  ])("that the setting is %s", (_, setting) => {
    expect(errorOf({ cwd: folder, setting }).message).toContain(
      "settings.ssot.manifest  is neither a path nor a manifest. Write ",
    );
  });

  test.each([
    ["a text", "ssot.json", 'settings.ssot  must be an object. Write { manifest: "config/ssot.json" }, or leave it out.'],
    ["null", null, "settings.ssot  must be an object. "],
    ["a list", [], "settings.ssot  must be an object. "],
    ["an object with a slip of the pen", { mainfest: "x" }, 'settings.ssot  has no field "mainfest". Write "manifest".'],
    ["an object with a field of another's", { rootDir: ".", cache: true }, 'settings.ssot  has no field "'],
  ])("that the settings are %s", (_, settings, message) => {
    expect(() => readSettings(settings)).toThrow(message);
  });

  test("but no settings, and those of the preset, are fine", () => {
    expect(readSettings(undefined)).toEqual({});
    expect(readSettings({ manifest: "x", toJSON() {} })).toMatchObject({ manifest: "x" });
  });

  test.each([["nowhere"], [7], [""]])("that the root is %s", (root) => {
    const setting: unknown = JSON.parse(textOf("one"));
    expect(errorOf({ cwd: folder, setting, root }).message).toContain("settings.ssot.root  ");
  });

  test.each([
    ["a folder", undefined, "This is a folder, not a manifest"],
    ["invalid UTF-8", Buffer.from([0x7b, 0x0a, 0x22, 0xe9, 0x22, 0x7d]), "Line 2 is not UTF-8. Save the file as UTF-8"],
    ["UTF-16", Buffer.from(`\uFEFF${textOf("one")}`, "utf16le"), "The manifest is written in UTF-16"],
    ["binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), "This is no text file"],
  ])("that the file is %s", (_, content, message) => {
    if (content === undefined) mkdirSync(join(folder, "ssot.json"));
    else write("ssot.json", content);
    const error = errorOf({ cwd: folder });
    expect(error.message).toContain(`${join(folder, "ssot.json")}  ${message}`);
    expect(error.problems).toHaveLength(1);
  });

  test("lists all that is wrong, in the order of the text", () => {
    const file = write("ssot.json", '{\n  "exlude": [],\n  "migrations": [{ "id": "A" }]\n}');
    const lines = errorOf({ cwd: folder }).message.split("\n");
    expect(lines[0]).toBe("ssot found 3 errors in the manifest:");
    expect(lines[1]).toBe(`  ${file}:2:3  exlude: is not a known key. Did you mean \`exclude\`?`);
    expect(lines).toHaveLength(5);
  });
});

describe("what is remembered", () => {
  /** Counts how often a text is validated. */
  function counting(): { readonly checkRewrite: RewriteChecker; readonly count: () => number } {
    let calls = 0;
    return {
      checkRewrite: {
        complaints() {
          calls += 1;
          return [];
        },
        isExpression: () => true,
      },
      count: () => calls,
    };
  }

  test("is the manifest, until the file changes", () => {
    write("ssot.json", textOf("one"));
    const { checkRewrite, count } = counting();
    const first = loadManifest({ cwd: folder, checkRewrite });
    const second = loadManifest({ cwd: folder, checkRewrite });
    expect(second.manifest).toBe(first.manifest);
    expect(count()).toBe(1);
    // Of the same length, in the same instant: only the content can tell.
    write("ssot.json", textOf("two"));
    const third = loadManifest({ cwd: folder, checkRewrite });
    expect(third.manifest.migrations[0]?.id).toBe("two");
    expect(third.version).not.toBe(first.version);
    expect(count()).toBe(2);
    write("ssot.json", textOf("one"));
    expect(loadManifest({ cwd: folder, checkRewrite }).version).toBe(first.version);
  });

  test("is not thrown away when the file is only touched", () => {
    const file = write("ssot.json");
    const { checkRewrite, count } = counting();
    const first = loadManifest({ cwd: folder, checkRewrite });
    utimesSync(file, 1, 1);
    expect(loadManifest({ cwd: folder, checkRewrite }).manifest).toBe(first.manifest);
    expect(count()).toBe(1);
  });

  test("is a failure too: the same text, in an error of its own, without a second look", () => {
    write("ssot.json", textOf("one", 7));
    const { checkRewrite, count } = counting();
    const first = errorOf({ cwd: folder, checkRewrite });
    const text = first.message;
    // ESLint writes into the message of what a rule throws.
    first.message = `Error while loading rule: ${first.message}`;
    const second = errorOf({ cwd: folder, checkRewrite });
    expect(second.message).toBe(text);
    expect(second).not.toBe(first);
    expect(count()).toBe(1);
  });

  test("is never an error that has been mended", () => {
    write("ssot.json", textOf("one", 7));
    errorOf({ cwd: folder });
    write("ssot.json", textOf("one", 3));
    expect(loadManifest({ cwd: folder }).manifest.migrations[0]?.phase).toBe(3);
    write("ssot.json", textOf("one", 8));
    expect(errorOf({ cwd: folder }).message).toContain("the number 8");
  });

  test("is little: of many manifests, those used last", () => {
    const { checkRewrite, count } = counting();
    const cwds = Array.from({ length: 20 }, (_, index) => join(write(`p${index}/ssot.json`), ".."));
    for (const cwd of cwds) loadManifest({ cwd, checkRewrite });
    expect(count()).toBe(20);
    for (const cwd of cwds.slice(-16)) loadManifest({ cwd, checkRewrite });
    expect(count()).toBe(20);
    for (const cwd of cwds.slice(0, 4)) loadManifest({ cwd, checkRewrite });
    expect(count()).toBe(24);
  });

  test("is an object's manifest, by identity; its version, by content", () => {
    const { checkRewrite, count } = counting();
    const [one, same, other] = [textOf("one"), textOf("one"), textOf("two")].map((text): unknown => JSON.parse(text));
    const first = loadManifest({ cwd: folder, setting: one, checkRewrite });
    expect(loadManifest({ cwd: folder, setting: one, checkRewrite }).manifest).toBe(first.manifest);
    expect(count()).toBe(1);
    expect(loadManifest({ cwd: folder, setting: same, checkRewrite }).version).toBe(first.version);
    expect(loadManifest({ cwd: folder, setting: other, checkRewrite }).version).not.toBe(first.version);
  });

  test("depends on who judges the rewrites", () => {
    write("ssot.json");
    loadManifest({ cwd: folder });
    const checkRewrite: RewriteChecker = {
      complaints: () => [{ part: "from", message: "does not parse", mend: "Close it" }],
      isExpression: () => true,
    };
    expect(errorOf({ cwd: folder, checkRewrite }).problems).toHaveLength(1);
    expect(loadManifest({ cwd: folder }).manifest.migrations).toHaveLength(1);
  });
});
