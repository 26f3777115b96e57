import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DiskListing } from "../../src/project/disk-listing.ts";
import { standingFolder } from "../kit/project-folder.ts";

const base = standingFolder({});

/** An empty folder of its own. */
function emptyFolder(): string {
  return mkdtempSync(join(base, "p-"));
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
      fc.property(fc.array(path, { minLength: 5, maxLength: 25 }), ignoring, (paths, [exclude, ignoreFiles]) => {
        const root = emptyFolder();
        git(root, "init", "-q", "--template=");
        const tree = { ...(exclude !== null && { ".git/info/exclude": exclude }), ...Object.fromEntries(ignoreFiles.map(([at, text]) => [`${at}.gitignore`, text])) };
        // What is a folder for one path cannot be a file for another.
        const isFolder = (each: string): boolean => [...paths, ...ignoreFiles.map(([at]) => at)].some((other) => other.startsWith(`${each}/`));
        write(root, { ...tree, ...Object.fromEntries(paths.filter((each) => !isFolder(each) && !paths.some((other) => each.startsWith(`${other}/`) && !isFolder(other))).map((each) => [each, ""])) });
        expect(listed(root)).toEqual(listedByGit(root));
        rmSync(root, { recursive: true });
      }),
      { numRuns: 60 },
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

describe("without git", () => {
  const root = emptyFolder();
  write(root, { ".gitignore": "build/\n", "build/x.ts": "", "src/a.ts": "", "src/.gitignore": "*.gen.ts\n", "src/a.gen.ts": "" });
  write(base, { ".gitignore": "*" });
  it("the project's own ignore files hold, and none above it", () => {
    expect(listed(root)).toEqual([".gitignore", "src/.gitignore", "src/a.ts"]);
  });
});
