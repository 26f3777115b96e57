/** Small projects on the real disk. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Manifest } from "../../src/manifest/schema.ts";
import { createProject, type Project } from "../../src/project/project.ts";
import { standingFolder } from "../kit/project-folder.ts";

/** Paths and texts; an object is written as JSON, `{ link }` is a symbolic link relative to the root. */
export type Tree = Readonly<Record<string, string | Buffer | object>>;

export interface Fixture {
  readonly root: string;
  readonly project: Project;
  /** Absolute path of a file. */
  at(path: string): string;
  write(tree: Tree): void;
  /** Identity that a specifier has in a file, relative to the root where it is a path. */
  key(fromFile: string, specifier: string): string;
  /** Identity of the manifest's `module`, likewise. */
  manifest(module: string): string;
  /** The new specifier for a module of the manifest. */
  rewrite(fromFile: string, replaced: string, module: string): string | undefined;
}

export function fixture(tree: Tree, manifestFolder = "", python?: Manifest["python"]): Fixture {
  const root = standingFolder({});
  const write = (more: Tree): void => {
    for (const [path, content] of Object.entries(more)) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === "string" || Buffer.isBuffer(content)) writeFileSync(file, content);
      else if ("link" in content && typeof content.link === "string") symlinkSync(join(root, content.link), file);
      else writeFileSync(file, JSON.stringify(content, null, 2));
    }
  };
  write(tree);
  const project = createProject(join(root, manifestFolder), python);
  const short = (key: string): string => (key.startsWith(`${root}/`) ? key.slice(root.length + 1) : key);
  const at = (path: string): string => join(root, path);
  return {
    root,
    project,
    at,
    write,
    key: (fromFile, specifier) => short(project.moduleKey(at(fromFile), specifier)),
    manifest: (module) => short(project.manifestModule(module)),
    rewrite: (fromFile, replaced, module) => project.specifierFor(at(fromFile), replaced, { module: project.manifestModule(module), manifestText: module }),
  };
}
