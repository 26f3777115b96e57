/** Variants that take turns, so that what the machine does beside us, it does to all alike; and what comes of it. */
import os from "node:os";

/** A variant, and what it is divided by. */
export type Comparison = readonly [variant: string, base: string];

/** The samples of each variant, a round after the other. */
export function inTurns<Sample>(names: readonly string[], rounds: number, take: (name: string) => Sample): ReadonlyMap<string, readonly Sample[]> {
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] ?? "";
      samples.get(name)?.push(take(name));
    }
    process.stderr.write(`round ${String(round + 1)} of ${String(rounds)}\n`);
  }
  return samples;
}

/** The names that comparisons need, each once. */
export function namesIn(comparisons: readonly Comparison[]): readonly string[] {
  return [...new Set(comparisons.flatMap(([variant, base]) => [base, variant]))];
}

/** One row of a table for each comparison. */
export function ratios(comparisons: readonly Comparison[], samples: ReadonlyMap<string, readonly { readonly cpu: number; readonly reports: number }[]>): readonly object[] {
  return comparisons.map(([variant, base]) => {
    const own = samples.get(variant) ?? [];
    const theirs = samples.get(base) ?? [];
    const each = own.map(({ cpu }, round) => cpu / (theirs[round]?.cpu ?? Number.NaN)).toSorted((one, other) => one - other);
    const cpuOf = (some: readonly { readonly cpu: number }[]): readonly number[] => some.map(({ cpu }) => cpu);
    return {
      variant,
      "divided by": base,
      "median ÷ median": (median(cpuOf(own)) / median(cpuOf(theirs))).toFixed(3),
      "lowest ÷ lowest": (Math.min(...cpuOf(own)) / Math.min(...cpuOf(theirs))).toFixed(3),
      "lowest and highest": `${each[0]?.toFixed(3) ?? ""}–${each.at(-1)?.toFixed(3) ?? ""}`,
      "CPU ms": median(cpuOf(own)).toFixed(0),
      reports: own[0]?.reports,
    };
  });
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** What the figures were measured on. */
export function machine(): string {
  return `${os.cpus()[0]?.model ?? "unknown CPU"}, ${String(os.cpus().length)} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1) ?? "?"}`;
}
