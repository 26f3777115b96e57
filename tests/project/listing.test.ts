import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DiskListing } from "../../src/project/files/disk-listing.ts";
import { standingFolder } from "../kit/project-folder.ts";

const base = standingFolder({});
let made = 0;

/** An empty folder of its own. */
function emptyFolder(): string {
  const folder = join(base, String((made += 1)));
  mkdirSync(folder);
  return folder;
}

/** Writes texts below a folder; a path that ends in `/` is a folder. */
function write(root: string, tree: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(join(root, path.endsWith("/") ? path : join(path, "..")), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(root, path), text);
  }
}

function git(folder: string, ...args: readonly string[]): string {
  // Nothing of whoever runs the tests: no configuration, no ignore file of their own.
  const env = { PATH: process.env["PATH"] ?? "", HOME: base, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Every file that git would track below a folder, relative to it. */
function listedByGit(root: string): readonly string[] {
  return git(root, "ls-files", "-co", "--exclude-standard", "-z").split("\0").filter((path) => path !== "").sort();
}

/** Lists every file. */
function listingOf(root: string): DiskListing {
  return new DiskListing({ root, isSource: () => true, isExcludedFolder: () => false });
}

function listed(root: string): readonly string[] {
  const listing = listingOf(root);
  listing.look();
  return [...listing.files.keys()].map((path) => path.slice(root.length + 1)).sort();
}

describe("git's ignore rules, as git itself reads them", () => {
  const files = Object.fromEntries(
    ["a.ts", "Build/x.ts", "build/x.ts", "build/keep.ts", "build/deep/x.ts", "src/build/x.ts", "src/a.ts", "src/a.gen.ts", "src/deep/er/a.ts", "src/tail .ts", "src/tail ", "src/#h.ts", "src/!n.ts", "src/[z].ts", "src/z.ts", "src/ü.ts", "src/a b.ts",
      "src/back\\slash.ts", ".hidden/x.ts", "docs/x/y/z.ts", "docs/y/z.ts", "docs/z.ts", " lead.ts"].map((path) => [path, ""]),
  );
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["a folder anywhere", { ".gitignore": "build/" }],
    ["an anchored folder", { ".gitignore": "/build" }],
    ["a slash in the middle anchors", { ".gitignore": "src/build" }],
    ["case counts", { ".gitignore": "BUILD\n" }],
    ["a negated file, its folder's contents ignored", { ".gitignore": "build/*\n!build/keep.ts" }],
    ["a negated file in an ignored folder stays away", { ".gitignore": "build/\n!build/keep.ts" }],
    ["the last rule wins", { ".gitignore": "*.ts\n!a.ts\nsrc/a.ts\n" }],
    ["a nested file wins over one above", { ".gitignore": "*.gen.ts\nz.ts", "src/.gitignore": "!*.gen.ts", "docs/.gitignore": "!/z.ts" }],
    ["a nested file re-includes a folder", { ".gitignore": "docs/*", "docs/.gitignore": "!y/" }],
    ["a nested file re-includes a folder that is ignored from above", { ".gitignore": "src/*\n", "src/.gitignore": "!deep\n" }],
    ["two stars above go on below what a nested file re-includes", { ".gitignore": "docs/**", "docs/.gitignore": "!x/\n!y/\n" }],
    ["rules of a nested file are anchored there", { "src/.gitignore": "/a.ts\ndeep/er" }],
    ["two stars before", { ".gitignore": "**/z.ts" }],
    ["two stars after", { ".gitignore": "docs/**" }],
    ["two stars between", { ".gitignore": "docs/**/z.ts" }],
    ["two stars in a name are one", { ".gitignore": "src/**.ts" }],
    ["everything but", { ".gitignore": "/*\n!/src\n/src/*\n!/src/a.ts" }],
    ["trailing spaces go", { ".gitignore": "src/a.ts   \n" }],
    ["escaped trailing space stays", { ".gitignore": "src/tail\\ \n" }],
    ["a leading space counts", { ".gitignore": " lead.ts" }],
    ["escaped # and !", { ".gitignore": "\\#h.ts\n\\!n.ts" }],
    ["comments and empty lines", { ".gitignore": "# a.ts\n\n   \n#build/\n" }],
    ["classes of characters", { ".gitignore": "[[:alpha:]].ts\n" }],
    ["a negated class", { ".gitignore": "[!a].ts\n" }],
    ["an escaped bracket", { ".gitignore": "\\[z\\].ts" }],
    ["a question mark", { ".gitignore": "src/?.ts" }],
    ["letters beyond ASCII", { ".gitignore": "ü.ts" }],
    ["CRLF and a byte order mark", { ".gitignore": "\uFEFFbuild/\r\n*.gen.ts\r\n" }],
    ["no final newline after a negation", { ".gitignore": "*.ts\n!z.ts" }],
    ["info/exclude", { ".git/info/exclude": "*.gen.ts\n/docs\n" }],
    ["info/exclude loses to a .gitignore", { ".git/info/exclude": "*.ts", ".gitignore": "!a.ts", "src/.gitignore": "!z.ts" }],
    ["hidden folders are as others", { ".gitignore": ".*\n!.gitignore" }],
  ])("%s", (_, ignoring) => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, { ...files, ...ignoring });
    const expected = listedByGit(root);
    expect(listed(root)).toEqual(expected);
    // The same below the repository's root, by the rules above it.
    for (const folder of ["src", "docs"]) if (expected.some((path) => path.startsWith(`${folder}/`))) expect(listed(join(root, folder))).toEqual(listedByGit(join(root, folder)));
  });

  it("holds for generated trees and rules", () => {
    const name = fc.constantFrom("a", "b", "Ab", "lib", "x.ts", "y.ts", "x.gen.ts", "a b.ts", "#h.ts", "!n.ts", "t ", "[z].ts");
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const part = fc.oneof({ weight: 3, arbitrary: name.map((text) => text.replace(/^([#!])/, "\\$1").replace(/[[\]]/g, "\\$&").replace(/ $/, "\\ ")) }, { weight: 2, arbitrary: fc.constantFrom("*", "**", "*.ts", "?.ts", "[a-y]*", "[!x]*", "a*", "*b", "*.gen.*", "[xy].ts") });
    const pattern = fc.tuple(fc.constantFrom("", "", "!"), fc.constantFrom("", "", "/"), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom("", "", "/"), fc.constantFrom("", "", "  ")).map(([no, start, parts, end, space]) => no + start + parts.join("/") + end + space);
    const rules = fc.array(pattern, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n"));
    const folder = fc.constantFrom("", "a/", "b/", "lib/", "a/b/", "a/lib/", "lib/a/", "a/b/a/");
    const ignoring = fc.tuple(fc.option(rules), fc.array(fc.tuple(folder, rules), { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(path, { minLength: 5, maxLength: 25 }), ignoring, fc.integer({ min: 2, max: 9 }), (paths, [exclude, ignoreFiles], tracked) => {
        const root = emptyFolder();
        git(root, "init", "-q", "--template=");
        const tree = { ...(exclude !== null && { ".git/info/exclude": exclude }), ...Object.fromEntries(ignoreFiles.map(([at, text]) => [`${at}.gitignore`, text])) };
        // What is a folder for one path cannot be a file for another.
        const isFolder = (each: string): boolean => [...paths, ...ignoreFiles.map(([at]) => at)].some((other) => other.startsWith(`${each}/`));
        const own = paths.filter((each) => !isFolder(each) && !paths.some((other) => each.startsWith(`${other}/`) && !isFolder(other)));
        write(root, { ...tree, ...Object.fromEntries(own.map((each) => [each, ""])) });
        // Every so many are tracked, ignored or not.
        const forced = own.filter((_, index) => index % tracked === 1);
        if (forced.length > 0) git(root, "add", "-f", "--", ...forced.map((each) => `:(literal)${each}`));
        expect(listed(root)).toEqual(listedByGit(root));
        rmSync(root, { recursive: true });
      }),
      { numRuns: Number(process.env["SSOT_RUNS"] ?? 30) },
    );
  });

  it("lists a project that the repository around it ignores: somebody put a manifest there", () => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, { ".gitignore": "examples/\n*.gen.ts", "examples/one/a.ts": "", "examples/one/a.gen.ts": "" });
    expect(listed(join(root, "examples/one"))).toEqual(["a.ts"]);
  });

  it("holds in a work tree and in a submodule, whose `.git` is a file", () => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, { "a.ts": "" });
    git(root, "add", ".");
    git(root, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "one");
    git(root, "worktree", "add", "-q", "tree");
    write(root, { ".git/info/exclude": "*.gen.ts", "tree/b.gen.ts": "", "tree/c.ts": "" });
    expect(listed(join(root, "tree"))).toEqual(listedByGit(join(root, "tree")));
    expect(listed(join(root, "tree"))).toEqual(["a.ts", "c.ts"]);
    write(root, { "sub/.git": "gitdir: ../.git/modules/sub\n", ".git/modules/sub/info/exclude": "*.gen.ts", "sub/d.gen.ts": "", "sub/e.ts": "" });
    expect(listed(join(root, "sub"))).toEqual(["e.ts"]);
  });
});

describe("what git tracks though its rules ignore it", () => {
  const tree = { ".gitignore": "lib/\nenv\n*.gen.ts\nbuild/\n", "a.ts": "", "a.gen.ts": "", "b.gen.ts": "", "lib/deep/er/a.ts": "", "lib/b.ts": "", "src/env/a.ts": "", "src/env/b.ts": "", "src/env/.gitignore": "!b.ts\n", "build/x.ts": "", "ü/lib/é.ts": "" };
  const forced = ["a.gen.ts", "lib/deep/er/a.ts", "src/env/a.ts", "ü/lib/é.ts"];

  test.each<readonly [string, readonly string[], readonly (readonly string[])[]]>([
    ["an index of version 2", [], []],
    ["an index of version 3", [], [["add", "-f", "-N", "lib/b.ts"]]],
    ["an index of version 4", [], [["update-index", "--index-version", "4"]]],
    ["names of 256 bits", ["--object-format=sha256"], []],
  ])("by %s", (_, options, more) => {
    const root = emptyFolder();
    git(root, "init", "-q", ...options);
    write(root, { ...tree, [`lib/${"long/".repeat(60)}x.ts`]: "", [`lib/${"long/".repeat(60)}y.ts`]: "" });
    git(root, "add", "-f", ...forced, `lib/${"long/".repeat(60)}x.ts`);
    for (const args of more) git(root, ...args);
    expect(listed(root)).toEqual(listedByGit(root));
    expect(listed(root)).toEqual(expect.arrayContaining(forced));
    expect(listed(join(root, "src"))).toEqual(["env/a.ts"]);
  });

  it("in a further work tree, by its own index", () => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, tree);
    git(root, "add", "-f", ...forced);
    git(root, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "one");
    const other = emptyFolder();
    git(root, "worktree", "add", "-q", join(other, "tree"));
    write(other, { "tree/.gitignore": tree[".gitignore"], "tree/lib/b.ts": "" });
    expect(listed(join(other, "tree"))).toEqual([".gitignore", ...forced].sort());
  });

  it("not by an index that is damaged", () => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, tree);
    git(root, "add", "-f", ...forced);
    for (const damaged of ["", "DIRC", "DIRC\0\0\0\x02\0\0\0\x09abc", "nonsense and more of it"]) {
      write(root, { ".git/index": damaged });
      expect(listed(root)).toEqual([".gitignore", "a.ts"]);
    }
  });

  it("as soon as it does, and no longer than that", () => {
    const root = emptyFolder();
    git(root, "init", "-q");
    write(root, tree);
    const listing = listingOf(root);
    listing.look();
    for (const args of [["add", "-f", "lib/deep/er/a.ts"], ["add", "-f", "src/env/a.ts", "a.gen.ts"], ["rm", "-q", "--cached", "lib/deep/er/a.ts", "a.gen.ts"]]) {
      git(root, ...args);
      listing.look();
      expect([...listing.files.keys()].map((path) => path.slice(root.length + 1)).sort()).toEqual(listedByGit(root).filter((path) => path !== "src/env/.gitignore"));
    }
    const { folders, configFiles, ignoreFiles, links } = listing;
    git(root, "add", "-f", "lib/b.ts");
    const later = listingOf(root);
    later.restore({ folders, configFiles, ignoreFiles, links });
    expect(later.look().changed.map(({ path }) => path)).toContain(join(root, "lib/b.ts"));
    write(root, { "src/env/c.ts": "", "lib/c.ts": "" });
    later.look();
    expect([...later.files.keys()].map((path) => path.slice(root.length + 1)).sort()).toEqual(["a.ts", "lib/b.ts", "src/env/a.ts", ".gitignore"].sort());
  });
});

describe("without git", () => {
  const root = emptyFolder();
  write(root, { ".gitignore": "build/\n", "build/x.ts": "", "src/a.ts": "", "src/.gitignore": "*.gen.ts\n", "src/a.gen.ts": "" });
  write(base, { ".gitignore": "*" });
  it("the project's own ignore files hold, and none above it", () => {
    expect(listed(root)).toEqual([".gitignore", "src/.gitignore", "src/a.ts"]);
  });
});

describe("what is passed over", () => {
  it("never lists node_modules, a repository's inside, or what is no source", () => {
    const root = emptyFolder();
    write(root, { "a.ts": "", "node_modules/p/a.ts": "", "packages/b/node_modules/q/b.ts": "", ".git/hooks/h.ts": "", ".yarn/releases/y.ts": "", "c.css": "", "b.d.ts/": "" });
    const listing = new DiskListing({ root, isSource: (path) => path.endsWith(".ts"), isExcludedFolder: () => false });
    listing.look();
    expect([...listing.files.keys()]).toEqual([join(root, "a.ts")]);
  });

  it("follows no link: not in a circle, not out of the project, not twice to one file", () => {
    const root = emptyFolder();
    const outside = emptyFolder();
    write(root, { "src/a.ts": "", "src/deep/b.ts": "" });
    write(outside, { "c.ts": "" });
    for (const [path, target] of [["src/deep/up", "../.."], ["self", "self"], ["again", "src"], ["src/alias.ts", "a.ts"], ["dangling.ts", "nowhere.ts"], ["out", outside], ["out.ts", join(outside, "c.ts")]] as const) symlinkSync(target, join(root, path));
    const listing = listingOf(root);
    listing.look();
    expect([...listing.files.keys()].map((path) => path.slice(root.length + 1)).sort()).toEqual(["src/a.ts", "src/deep/b.ts"]);
    expect(Object.fromEntries(listing.notes.map(({ path, reason }) => [path.slice(root.length + 1), reason]))).toEqual({
      self: "the link leads nowhere, or in a circle", "dangling.ts": "the link leads nowhere, or in a circle", out: "the link leads out of the project", "out.ts": "the link leads out of the project",
    });
  });

  it("passes over what is no file: a pipe, a socket, a folder of a source's name", async () => {
    const root = emptyFolder();
    write(root, { "a.ts": "", "folder.ts/b.ts": "", "package.json/c.ts": "" });
    execFileSync("mkfifo", [join(root, "pipe.ts")]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "socket.ts"), resolve));
    const found = listed(root);
    server.close();
    expect(found).toEqual(["a.ts", "folder.ts/b.ts", "package.json/c.ts"]);
  });

  it("notes a folder that may not be read, and lists it as soon as it may", () => {
    const root = emptyFolder();
    write(root, { "a.ts": "", "locked/b.ts": "" });
    chmodSync(base, 0o755);
    chmodSync(root, 0o755);
    chmodSync(join(root, "locked"), 0);
    const listing = listingOf(root);
    asNobody(() => listing.look());
    expect(listing.notes).toEqual([{ path: join(root, "locked"), reason: "the folder cannot be read" }]);
    expect([...listing.files.keys()]).toEqual([join(root, "a.ts")]);
    chmodSync(join(root, "locked"), 0o755);
    expect(asNobody(() => listing.look()).changed.map(({ path }) => path)).toContain(join(root, "locked/b.ts"));
    expect(listing.notes).toEqual([]);
  });
});

describe("a later look", () => {
  /** A listing after its first look, and the paths that one more look finds. */
  function looked(tree: Readonly<Record<string, string>>, root = emptyFolder()): { root: string; listing: DiskListing; again(): { changed: readonly string[]; removed: readonly string[]; isMoved: boolean } } {
    write(root, tree);
    const listing = listingOf(root);
    listing.look();
    const short = (files: readonly { path: string }[]): readonly string[] => files.map(({ path }) => path.slice(root.length + 1)).sort();
    return {
      root,
      listing,
      again() {
        const { changed, removed, isMoved } = listing.look();
        return { changed: short(changed), removed: short(removed), isMoved };
      },
    };
  }
  /** Long enough for the clock to go on: from then on, times tell everything. */
  const pause = (): void => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  };
  const nothing = { changed: [], removed: [], isMoved: false };

  it("finds nothing where nothing has changed", () => {
    const { again } = looked({ "a.ts": "", "b/c.ts": "", ".gitignore": "x", "package.json": "{}" });
    pause();
    again();
    expect(again()).toEqual(nothing);
  });

  it("sees files that come, change and go", () => {
    const { root, again } = looked({ "a.ts": "1", "b/c.ts": "1", "b/d/e.ts": "" });
    pause();
    again();
    write(root, { "a.ts": "22", "new.ts": "", "far/off/new.ts": "" });
    rmSync(join(root, "b/d"), { recursive: true });
    expect(again()).toEqual({ changed: ["a.ts", "far/off/new.ts", "new.ts"], removed: ["b/d/e.ts"], isMoved: true });
    pause();
    again();
    write(root, { "b/c.ts": "2" });
    expect(again()).toEqual({ changed: ["b/c.ts"], removed: [], isMoved: false });
  });

  it("sees files and folders under new names", () => {
    const { root, again } = looked({ "a.ts": "1", "b/c.ts": "1", "b/d/e.ts": "", "z/c.ts": "2" });
    pause();
    again();
    renameSync(join(root, "a.ts"), join(root, "aa.ts"));
    renameSync(join(root, "b"), join(root, "bb"));
    expect(again()).toEqual({ changed: ["aa.ts", "bb/c.ts", "bb/d/e.ts"], removed: ["a.ts", "b/c.ts", "b/d/e.ts"], isMoved: true });
  });

  it("sees two folders that have changed places", () => {
    const { root, again } = looked({ "b/s/c.ts": "1", "b/s/x.ts": "", "z/s/c.ts": "2" });
    pause();
    again();
    renameSync(join(root, "b"), join(root, "tmp"));
    renameSync(join(root, "z"), join(root, "b"));
    renameSync(join(root, "tmp"), join(root, "z"));
    const { changed, removed } = again();
    expect(changed).toEqual(["b/s/c.ts", "z/s/c.ts", "z/s/x.ts"]);
    expect(removed).toContain("b/s/x.ts");
  });

  it("takes a folder for a file, and a file for a folder, as they are now", () => {
    const { root, again, listing } = looked({ "a.ts/b.ts": "", "c.ts": "" });
    rmSync(join(root, "a.ts"), { recursive: true });
    rmSync(join(root, "c.ts"));
    write(root, { "a.ts": "", "c.ts/d.ts": "" });
    again();
    expect([...listing.files.keys()].sort()).toEqual([join(root, "a.ts"), join(root, "c.ts/d.ts")]);
  });

  it("lists as changed what may have changed within one tick of the clock, and no longer than that", () => {
    const { root, again } = looked({});
    write(root, { "a.ts": "1" });
    expect(again().changed).toEqual(["a.ts"]);
    write(root, { "a.ts": "2" });
    expect(again().changed).toEqual(["a.ts"]);
    pause();
    expect(again().changed).toEqual(["a.ts"]);
    expect(again().changed).toEqual([]);
  });

  it("sees files come and go within one tick", () => {
    const { root, again } = looked({});
    for (let round = 0; round < 20; round += 1) {
      write(root, { [`${String(round)}.ts`]: "" });
      expect(again().changed).toContain(`${String(round)}.ts`);
      rmSync(join(root, `${String(round)}.ts`));
      expect(again().removed).toEqual([`${String(round)}.ts`]);
    }
  });

  test.each<readonly [string, (root: string) => void]>([
    ["edited", (root) => write(root, { ".gitignore": "y.ts" })],
    ["edited in the same tick, to the same size", (root) => write(root, { ".gitignore": "x.*\n" })],
    ["gone", (root) => rmSync(join(root, ".gitignore"))],
    ["new below", (root) => write(root, { "src/.gitignore": "!x.ts\n" })],
    ["new below, and one gone", (root) => { rmSync(join(root, "other/.gitignore")); write(root, { "src/.gitignore": "*" }); }],
    ["info/exclude", (root) => write(root, { ".git/info/exclude": "z.ts" })],
  ])("sees a .gitignore that is %s", (_, change) => {
    const root = emptyFolder();
    git(root, "init", "-q", "--template=");
    const { again, listing } = looked({ ".gitignore": "x.ts\n", "x.ts": "", "y.ts": "", "z.ts": "", "src/x.ts": "", "src/deep/x.ts": "", "src/deep/y.ts": "", "other/.gitignore": "y.ts", "other/y.ts": "" }, root);
    change(root);
    again();
    expect([...listing.files.keys()].map((path) => path.slice(root.length + 1)).sort()).toEqual(listedByGit(root));
    pause();
    again();
    expect(again()).toEqual(nothing);
  });

  it("sees a change of the rules above the project", () => {
    const around = emptyFolder();
    git(around, "init", "-q", "--template=");
    const { again } = looked({ "a.ts": "", "b.ts": "" }, join(around, "packages/p"));
    write(around, { ".gitignore": "a.ts" });
    expect(again().removed).toEqual(["a.ts"]);
    write(around, { "packages/.gitignore": "!a.ts\nb.ts" });
    expect(again()).toMatchObject({ changed: ["a.ts"], removed: ["b.ts"] });
    pause();
    write(around, { "packages/.gitignore": "", ".gitignore": "", ".git/info/exclude": "b.ts" });
    expect(again().removed).toEqual([]);
    write(around, { ".git/info/exclude": "" });
    expect(again().changed).toContain("b.ts");
  });

  it("finds what has changed since an earlier run", () => {
    const { root, again, listing } = looked({ ".gitignore": "x.ts\n", "x.ts": "", "y.ts": "", "z.ts": "1", "b/a.ts": "" });
    pause();
    again();
    again();
    const restored = (): { listing: DiskListing; found: ReturnType<DiskListing["look"]> } => {
      const later = listingOf(root);
      later.restore(listing);
      return { listing: later, found: later.look() };
    };
    expect(restored().found).toEqual({ ...nothing, isRenamed: false });
    write(root, { ".gitignore": "y.ts\n", "z.ts": "2" });
    symlinkSync("b", join(root, "c"));
    const later = restored();
    expect([...later.listing.files.keys()].map((path) => path.slice(root.length + 1)).sort()).toEqual([".gitignore", "b/a.ts", "x.ts", "z.ts"]);
    expect(later.found.changed.map(({ path }) => path.slice(root.length + 1)).sort()).toEqual([".gitignore", "x.ts", "z.ts"]);
    expect([later.found.isMoved, [...later.listing.links.keys()]]).toEqual([true, [join(root, "c")]]);
  });

  it("says that specifiers may lead elsewhere when a config or a link has changed", () => {
    const { root, again } = looked({ "a.ts": "", "package.json": "{}", "p/tsconfig.json": "{}", "p/a.ts": "" });
    const moved = (change: () => void): boolean => {
      pause();
      again();
      again();
      change();
      return again().isMoved;
    };
    expect(moved(() => write(root, { "a.ts": "changed" }))).toBe(false);
    expect(moved(() => write(root, { "package.json": "[]" }))).toBe(true);
    expect(moved(() => write(root, { "p/tsconfig.base.json": "{}" }))).toBe(true);
    expect(moved(() => rmSync(join(root, "p/tsconfig.json")))).toBe(true);
    expect(moved(() => write(root, { "pnpm-workspace.yaml": "" }))).toBe(true);
    expect(moved(() => symlinkSync("a.ts", join(root, "link.ts")))).toBe(true);
    expect(moved(() => { rmSync(join(root, "link.ts")); symlinkSync("p/a.ts", join(root, "link.ts")); })).toBe(true);
    expect(moved(() => rmSync(join(root, "link.ts")))).toBe(true);
    expect(moved(() => { write(root, { "package.json": "{}" }); again(); write(root, { "package.json": "[]" }); })).toBe(true);
  });
});

/** Runs as a user whom permissions stop, as they do not stop root. */
function asNobody<Result>(run: () => Result): Result {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}
