/** A second client: Neovim without a window, on the same server. Debian's package is `neovim`. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { eslintMajors, repository, userProject } from "../kit/installed.ts";
import { run } from "../kit/run.ts";
import { pythonFixed, pythonProject, pythonUser } from "./python-project.ts";

const isThere = spawnSync("nvim", ["--version"]).status === 0;
const server = path.join(repository, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");

describe.each(eslintMajors)("Neovim with ESLint %i", (major) => {
  test("sites are underlined, and saving mends them", async (context) => {
    if (!isThere) context.skip("Neovim is not on this machine: apt-get install neovim");
    const { root, read } = await userProject(major, { ...pythonProject, "shop/user.py": pythonUser });
    const report = path.join(root, "report.json");
    const env = { REPORT: report, SERVER: server, NODE: process.execPath, TARGET: "shop/user.py" };
    const { stderr } = await run("nvim", ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${path.join(import.meta.dirname, "neovim.lua")}`], root, env);
    expect(existsSync(report), stderr).toBe(true);
    expect(JSON.parse(readFileSync(report, "utf8"))).toEqual({ before: ["get_manager", "get_manager"], after: [] });
    expect(read("shop/user.py")).toBe(pythonFixed);
  });
});
