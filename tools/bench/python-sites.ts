/** What a Python file of many governed sites takes, and how that grows. */
import { spawnSync } from "node:child_process";
import { siteKinds } from "./many-sites.ts";
import type { SiteSample } from "./python-sites-child.ts";
import { childArguments } from "./samples.ts";

/** A row for each kind of site. */
export function siteRows(folder: string, sites: number, only: readonly string[] | undefined): readonly object[] {
  return siteKinds.filter(({ name }) => !only || only.includes(name)).map(({ name }) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, childArguments("python-sites-child", name, String(sites), folder), { encoding: "utf8", timeout: 120_000 });
    if (status !== 0) return { sites: name, lint: stderr.slice(-300) || "hangs" };
    const { half, whole } = JSON.parse(stdout) as SiteSample;
    return {
      sites: name,
      reports: whole.reports,
      "lint ms": Math.round(whole.lint),
      "times, at twice the sites": (whole.lint / half.lint).toFixed(1),
      "fix ms": Math.round(whole.fix),
      "times with fix": (whole.fix / half.fix).toFixed(1),
      "reports left": whole.left,
    };
  });
}
