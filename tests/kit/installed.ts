/**
 * The package as a user has it: built, packed, and installed from the tarball beside a real ESLint, outside of this
 * repository, so that nothing is found that the package does not bring. Made once for each state of the sources, and
 * shared by all test files that need it.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { folderUntil } from "./project-folder.ts";
import { run, succeed } from "./run.ts";
import type { Ran } from "./run.ts";

/** The majors of ESLint that the package supports. */
export const eslintMajors = [9, 10] as const;
export type EslintMajor = (typeof eslintMajors)[number];

/** This repository. */
export const repository = path.resolve(import.meta.dirname, "../..");
const shelf = path.join(realpathSync(tmpdir()), "eslint-plugin-ssot-tests");
const day = 86_400_000;

/** The packed package. Builds and packs where the sources have changed since. */
export async function tarball(): Promise<string> {
  const folder = path.join(shelf, stateOfSources());
  await once(path.join(folder, "packed"), async (target) => {
    // What earlier states left is of no use; a run beside this one may still need what is young.
    for (const name of readdirSync(shelf)) {
      const old = path.join(shelf, name);
      if (Date.now() - statSync(old).mtimeMs > day) rmSync(old, { recursive: true, force: true });
    }
    await succeed("npx", ["tsdown", "--log-level", "error"], repository);
    // Without `prepack`, which would build a second time.
    await succeed("npm", ["pack", "--ignore-scripts", "--pack-destination", target], repository);
  });
  const [name = ""] = readdirSync(path.join(folder, "packed"));
  return path.join(folder, "packed", name);
}

/** A folder whose `node_modules` has the package, ESLint of `major`, TypeScript, and what a `.ts` config needs. */
export async function installed(major: EslintMajor): Promise<string> {
  const packed = await tarball();
  const folder = path.join(shelf, stateOfSources(), `eslint-${String(major)}`);
  await once(folder, async (target) => {
    writeFileSync(path.join(target, "package.json"), JSON.stringify({ private: true }));
    const beside = [
      `eslint@${versionOf(major === 9 ? "eslint9" : "eslint")}`,
      ...["typescript", "typescript-eslint", "vue-eslint-parser"].map((name) => `${name}@${versionOf(name)}`),
      // What ESLint reads `eslint.config.ts` with on this version of Node; every user of that form has it.
      "jiti@^2.2.0",
    ];
    await succeed("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", packed, ...beside], target);
  });
  return folder;
}

/** A project of a user who has installed the package. */
export interface UserProject {
  readonly root: string;
  /** Runs ESLint's command line. */
  eslint(...args: readonly string[]): Promise<Ran>;
  /** The text of one of its files as it is now. */
  read(name: string): string;
  /** Writes one of its files. */
  write(name: string, content: string | object): void;
}

/**
 * Writes `files` into a fresh folder in which the package is installed.
 * @param end when it goes; by default after the test
 */
export async function userProject(
  major: EslintMajor,
  files: Readonly<Record<string, string | object>>,
  end: (remove: () => void) => void = onTestFinished,
): Promise<UserProject> {
  const home = await installed(major);
  const root = folderUntil(end, files);
  symlinkSync(path.join(home, "node_modules"), path.join(root, "node_modules"), "junction");
  return {
    root,
    eslint: async (...args) => await run(process.execPath, [path.join(root, "node_modules/eslint/bin/eslint.js"), ...args], root),
    read: (name) => readFileSync(path.join(root, name), "utf8"),
    write: (name, content) => {
      writeFileSync(path.join(root, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
    },
  };
}

/** Makes the folder `target` by `make`, once, whoever asks at the same time: test files run in processes of their own. */
async function once(target: string, make: (folder: string) => Promise<void>): Promise<void> {
  const making = `${target}.making`;
  mkdirSync(path.dirname(target), { recursive: true });
  for (;;) {
    if (existsSync(target)) return;
    try {
      mkdirSync(making);
      break;
    } catch {
      // Another process makes it; where it died over it, the lock goes.
      if (Date.now() - (statSync(making, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 180_000) rmSync(making, { recursive: true, force: true });
      await pause(200);
    }
  }
  try {
    await make(making);
    renameSync(making, target);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}

let state: string | undefined;

/** Another text whenever something changes that goes into the package. */
function stateOfSources(): string {
  if (state !== undefined) return state;
  const hash = createHash("sha256");
  const add = (name: string): void => {
    const file = path.join(repository, name);
    if (statSync(file).isDirectory()) for (const child of readdirSync(file).sort()) add(path.join(name, child));
    else hash.update(`${name}\0`).update(readFileSync(file));
  };
  for (const name of ["src", "package.json", "schema.json", "tsdown.config.ts"]) add(name);
  state = hash.digest("hex").slice(0, 12);
  return state;
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(path.join(repository, "node_modules", name, "package.json"), "utf8")) as { readonly version: string };
  return version;
}
