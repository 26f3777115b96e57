/** Which of Node's two kinds of modules a file is: https://nodejs.org/api/packages.html#determining-module-system. */
import { posix } from "node:path";
import type { Workspaces } from "./workspace.ts";

/** Whether Node takes the file for ESM, by its name or the nearest package.json; TypeScript as what it is compiled to. */
export function isNodeEsm(file: string, workspaces: Workspaces): boolean {
  if (/\.[cm][jt]s$/.test(file)) return /\.m[jt]s$/.test(file);
  return workspaces.nearestTo(posix.dirname(file))?.content["type"] === "module";
}
