/**
 * The gate's machine has nothing but Node, git and the registry. What only a running CPython can show is skipped there, and
 * shown wherever there is one.
 */
import { spawnSync } from "node:child_process";

export const hasPython = spawnSync("python3", ["--version"]).status === 0;
