/** What a file that names modules says of them, and nothing else that is in it. */
import { posix } from "node:path";
import { asObject, readJsonObject, readText } from "./disk.ts";
import { PLATFORM_FIELDS } from "./public-entries.ts";
import { MAIN_FIELDS } from "./sources.ts";
import { pnpmPackages } from "./workspace.ts";

/**
 * Another value when what specifiers lead to, or what is public, may be another; the same for a script, a version, a
 * compiler's option.
 * @param path absolute
 */
export function configFacts(path: string): unknown {
  if (path.endsWith(".yaml")) return pnpmPackages(readText(path) ?? "");
  const content = readJsonObject(path);
  if (posix.basename(path) === "package.json") return picked(content, ["name", "private", "exports", "imports", "workspaces", ...MAIN_FIELDS, ...PLATFORM_FIELDS]);
  const options = picked(asObject(content["compilerOptions"]), ["baseUrl", "paths", "module", "moduleResolution"]);
  return [picked(content, ["extends", "files", "include", "exclude", "references"]), options];
}

function picked(content: Readonly<Record<string, unknown>>, names: readonly string[]): readonly unknown[] {
  return names.map((name) => content[name]);
}
