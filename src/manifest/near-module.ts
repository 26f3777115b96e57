/** The module that was probably meant by a path that leads nowhere. */
import type { CodePorts } from "./code-ports.ts";

/** Chooses the one of `names` that was meant by `written`, if any. */
export type Chooser = (written: string, names: readonly string[]) => string | undefined;

/** How near a module has to be. */
export interface Nearness {
  readonly file: Chooser;
  /** For a folder that is not there. What is asked for has to be in the chosen one. */
  readonly folder: Chooser;
  /** Whether the module, as the manifest would write it, is one that may be meant. */
  fits(module: string): boolean;
}

const extension = /(?:\.d)?\.[cm]?[jt]sx?$|\.(?:vue|svelte|astro|json|pyi?)$/;

/**
 * @param module a path from the manifest's folder, which begins with `./`
 * @returns a path with one step put right, in the style of `module`; `undefined` where none is near
 */
export function nearModule(module: string, { list }: Pick<CodePorts, "list">, { file, folder, fits }: Nearness): string | undefined {
  const steps = module.split("/");
  for (let index = 1; index < steps.length; index += 1) {
    const written = steps[index] ?? "";
    const before = steps.slice(0, index);
    const after = steps.slice(index + 1);
    const names = list(before.join("/"));
    const folders = names.filter((name) => name.endsWith("/")).map((name) => name.slice(0, -1));
    if (after.length > 0 && folders.includes(written)) continue;
    const choices = after.length > 0 ? [folder(written, folders)] : spelled(written, names, file);
    return choices.flatMap((choice) => (choice === undefined ? [] : [[...before, choice, ...after].join("/")])).find((each) => each !== module && fits(each));
  }
  return undefined;
}

/**
 * @param module dotted, as an absolute import has it
 * @param roots where absolute imports start
 */
export function nearPythonModule(module: string, roots: readonly string[], ports: Pick<CodePorts, "list">, nearness: Nearness): string | undefined {
  for (const root of roots) {
    const base = root === "." ? "./" : `./${root}/`;
    const dotted = (path: string): string => path.slice(base.length).replace(extension, "").replaceAll("/", ".");
    const meant = nearModule(base + module.replaceAll(".", "/"), ports, { ...nearness, fits: (other) => other.startsWith(base) && nearness.fits(dotted(other)) });
    if (meant !== undefined) return dotted(meant);
  }
  return undefined;
}

/** The last step with and without the extension that was written, and with the file's own. */
function spelled(written: string, names: readonly string[], choose: Chooser): readonly string[] {
  const suffix = extension.exec(written)?.[0] ?? "";
  const stemOf = (name: string): string => name.replace(/\/$/, "").replace(extension, "");
  const meant = choose(stemOf(written), names.filter((name) => name.endsWith("/") || extension.test(name)).map(stemOf));
  if (meant === undefined) return [];
  return [meant + suffix, ...names.filter((name) => !name.endsWith("/") && stemOf(name) === meant)];
}
