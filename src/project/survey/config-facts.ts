/** What a file that names modules says of them, and nothing else that is in it. */
import { posix } from "node:path";
import { lists } from "../modules/dependencies.ts";
import { asObject, readJsonObject, readText } from "../files/disk.ts";
import { packageSpecifier } from "../modules/module-path.ts";
import { MAIN_FIELDS, PLATFORM_FIELDS } from "../modules/sources.ts";
import type { SurveyTools } from "./survey-tools.ts";
import { pnpmPackages } from "../modules/workspace.ts";

/**
 * Other values when what specifiers lead to, or what is public, may be another, or whether an import of `specifiers` or of
 * the project's own packages is listed; the same for a script, a version, a compiler's option.
 * @returns them by the files' absolute paths
 */
export function factsOfConfigs({ listing, workspaces }: Pick<SurveyTools, "listing" | "workspaces">, specifiers: Iterable<string>): readonly (readonly [path: string, facts: unknown])[] {
  const paths = [...listing.configFiles].flatMap(([path, state]) => (state === "" ? [] : [path]));
  const own = paths.map((path) => workspaces.packageAt(posix.dirname(path))?.name);
  const packages = new Set([...own, ...Array.from(specifiers, (each) => packageSpecifier(each)?.name)].filter((name) => name !== undefined));
  return paths.map((path) => [path, factsOf(path, packages)]);
}

function factsOf(path: string, packages: ReadonlySet<string>): unknown {
  if (path.endsWith(".yaml")) return pnpmPackages(readText(path) ?? "");
  const content = readJsonObject(path);
  if (posix.basename(path) === "package.json")
    return [picked(content, ["name", "private", "exports", "imports", "workspaces", "publishConfig", "typesVersions", ...MAIN_FIELDS, ...PLATFORM_FIELDS]), [...packages].filter((name) => lists(content, name)).sort()];
  if (posix.basename(path) === "lerna.json") return content["packages"];
  const options = picked(asObject(content["compilerOptions"]), ["baseUrl", "paths", "module", "moduleResolution"]);
  return [picked(content, ["extends", "files", "include", "exclude", "references"]), options];
}

function picked(content: Readonly<Record<string, unknown>>, names: readonly string[]): readonly unknown[] {
  return names.map((name) => content[name]);
}
