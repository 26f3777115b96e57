/** Odd Python files: what each kind takes, and what is said of it. */
import { spawnSync } from "node:child_process";
import { oddKinds } from "./odd-python.ts";
import type { OddSample } from "./python-odd-child.ts";
import { childArguments } from "./samples.ts";

/** After so many milliseconds a kind is said to hang. */
const patience = 60_000;

/** A row for each kind, the slowest first. */
export function oddRows(folder: string, only: readonly string[] | undefined): readonly object[] {
  const rows = oddKinds.filter(({ name }) => !only || only.includes(name)).map(({ name }) => ({ name, outcome: sampleOf(name, folder) }));
  return rows.sort((one, other) => slowest(other.outcome) - slowest(one.outcome)).map(({ name, outcome }) => {
    if (typeof outcome === "string") return { kind: name, kB: "", "over 1 ms a kB": outcome };
    const { half, whole } = outcome;
    return {
      kind: name,
      kB: Math.round(whole.kB),
      "parse ms a kB": (whole.parse / whole.kB).toFixed(2),
      "lint ms a kB": (whole.lint / whole.kB).toFixed(2),
      "governed too": (whole.named / whole.kB).toFixed(2),
      "times, at twice the size": (whole.lint / half.lint).toFixed(1),
      "over 1 ms a kB": slowest(outcome) > 1 ? "yes" : "",
      message: whole.fatal?.slice(0, 60),
    };
  });
}

function slowest(outcome: OddSample | string): number {
  return typeof outcome === "string" ? Infinity : Math.max(outcome.whole.parse, outcome.whole.lint, outcome.whole.named) / outcome.whole.kB;
}

/** What a process says of the kind, or how it ended. */
function sampleOf(name: string, folder: string): OddSample | string {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, childArguments("python-odd-child", name, folder), { encoding: "utf8", timeout: patience });
  if (status === 0) return JSON.parse(stdout) as OddSample;
  return signal ? "hangs" : `crashes: ${/^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr.slice(-200)}`;
}
