/** All that is wrong with a manifest that is being written: by itself and, once it is right there, against the code. */
import { dirname, isAbsolute } from "node:path";
import { callsIn as callsInScript } from "../languages/ecmascript/rewrite/calls.ts";
import { callsIn as callsInPython } from "../languages/python/rewrite/calls.ts";
import { checkCode, placeInText, validateManifestText } from "../manifest/load.ts";
import type { CodePorts, ManifestProblem } from "../manifest/load.ts";
import type { Manifest } from "../manifest/schema.ts";
import { createProject } from "../project/project.ts";
import type { Project } from "../project/project.ts";
import { checkRewrites } from "./languages.ts";

/**
 * The project of the manifest that was checked last. Not the linting session's: this one is looked at anew at each call,
 * which in the midst of a run would cost that session all it knows.
 */
let last: { readonly folder: string; readonly roots: string; readonly project: Project } | undefined;

/**
 * The disk is looked at anew at each call, so that an editor sees that a module was mended.
 * @param text the manifest's, which may not be saved yet
 * @param file its path; without an absolute one it belongs to no project, and is checked by itself only
 * @returns in the order of the text
 */
export function checkManifest(text: string, file: string): readonly ManifestProblem[] {
  const { manifest, problems } = validateManifestText(text, file, checkRewrites);
  if (manifest === undefined || !isAbsolute(file)) return problems;
  return placeInText(checkCode(manifest, portsOf(projectAt(dirname(file), manifest))), text, file);
}

function projectAt(folder: string, { python }: Manifest): Project {
  const roots = python.roots.join("\n");
  if (last?.folder === folder && last.roots === roots) last.project.refresh();
  else last = { folder, roots, project: createProject(folder, python) };
  return last.project;
}

function portsOf(project: Project): CodePorts {
  const { manifestModule, exportOf, home, code } = project;
  const callsIn: CodePorts["callsIn"] = (to, name, language) => (language === "python" ? callsInPython : callsInScript)(to, name);
  return { manifestModule, exportOf, home, callsIn, ...code };
}
