/** Ways to measure so that what the machine does beside us, it does to all alike. */
import os from "node:os";
import path from "node:path";

/** What `node` is to be called with for a program of this folder in a process of its own; `tsdown.config.ts` has built it. */
export function childArguments(program: string, ...parameters: readonly string[]): string[] {
  return [path.join(import.meta.dirname, "../../node_modules/.bench", `${program}.mjs`), ...parameters];
}

/** The CPU milliseconds of all threads since then. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

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

/** What one process has to say. */
export interface Cost {
  /** Milliseconds of all threads. */
  readonly cpu: number;
  readonly reports: number;
}

/**
 * A row for each comparison: variant and base run side by side, a core for each, and their ratio is taken. A virtual machine's
 * speed goes up and down by a third within minutes; by this it does so for both.
 */
export async function inPairs(comparisons: readonly Comparison[], rounds: number, take: (name: string) => Promise<Cost>): Promise<readonly object[]> {
  const measured = comparisons.map(([variant, base]) => ({ variant, base, pairs: [] as { readonly own: Cost; readonly base: Cost }[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { variant, base, pairs } of measured) {
      const [own, theirs] = await Promise.all([take(variant), take(base)]);
      pairs.push({ own, base: theirs });
    }
    process.stderr.write(`round ${String(round + 1)} of ${String(rounds)}\n`);
  }
  return measured.map(({ variant, base, pairs }) => {
    const each = pairs.map((pair) => pair.own.cpu / pair.base.cpu).toSorted((one, other) => one - other);
    return {
      variant,
      "divided by": base,
      "median of the pairs": median(each).toFixed(3),
      "lowest and highest": `${each[0]?.toFixed(3) ?? ""}–${each.at(-1)?.toFixed(3) ?? ""}`,
      "CPU ms": median(pairs.map(({ own }) => own.cpu)).toFixed(0),
      reports: pairs[0]?.own.reports,
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
