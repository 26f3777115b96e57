/** Small Python projects on the real disk. */
import { fixture, type Fixture, type Tree } from "../fixture.ts";

/** A project of Python, and short answers about it. */
export interface PythonFixture extends Fixture {
  /** Identity of a dotted module of the manifest, relative to the root where it is a path. */
  module(dotted: string): string;
  /** `"a/b.py name"`: where an export is defined; `undefined` where there is none. */
  home(dotted: string, name: string): string | undefined;
}

export function pythonProject(tree: Tree, roots: readonly string[] = ["."]): PythonFixture {
  const made = fixture(tree, "", { roots: [...roots] });
  const { project, root } = made;
  const short = (key: string): string => (key.startsWith(`${root}/`) ? key.slice(root.length + 1) : key);
  return {
    ...made,
    module: (dotted) => short(project.manifestModule(dotted, "python")),
    home(dotted, name) {
      const found = project.home(project.manifestModule(dotted, "python"), name);
      return found && `${short(found.module)} ${found.name}`;
    },
  };
}
