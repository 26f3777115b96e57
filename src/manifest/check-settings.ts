/** Checks across the fields of `gates`. */
import type { Finding } from "./problems.ts";
import type { SalvagedManifest } from "./salvage.ts";

/** @returns what is wrong between the gates of two phases */
export function checkGates({ gates }: SalvagedManifest): readonly Finding[] {
  const phases = ["1", "2", "3", "4"] as const;
  return phases.flatMap((phase, index) => {
    const before = phases[index - 1];
    if (before === undefined) return [];
    const lower = gates.fields[before];
    const upper = gates.fields[phase];
    if (lower === undefined || upper === undefined || lower <= upper) return [];
    // Where only one of the two is written, that is the one to change.
    const wrong = gates.isWritten(phase) ? phase : before;
    const name = (of: "1" | "2" | "3" | "4") => (gates.isWritten(of) ? "" : ", its default");
    return [
      {
        path: [...gates.path, wrong],
        message: `phase ${before} requires a score of ${lower}${name(before)}, and phase ${phase} only ${upper}${name(phase)}`,
        mend: gates.isWritten(phase)
          ? `Let phase ${phase} require at least what phase ${before} does`
          : `Write "${phase}" too, with at least ${lower}, or a lower score here`,
      },
    ];
  });
}
