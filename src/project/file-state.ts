/** The state by which a change of a file or folder shows. */
import { statSync, type Stats } from "node:fs";

/** A kernel's clock goes by ticks: two writes within one have the same time. In milliseconds. */
const TICK = 20;
/** File systems without fractions of a second: FAT counts two seconds at once. */
const COARSE = 2_000;

/** `undefined` where nothing is, or nothing may be read. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Whether it was changed so shortly before `now` (milliseconds) that another change may not show in its times.
 */
export function isYoung({ mtimeMs, ctimeMs }: Pick<Stats, "mtimeMs" | "ctimeMs">, now: number): boolean {
  const latest = Math.max(mtimeMs, ctimeMs);
  return now - latest < (Number.isInteger(latest) ? COARSE : TICK);
}

/** The times of a folder, which change when something comes or goes in it; `undefined` where there is no folder. */
export function folderTimes(path: string, now: number): string | undefined {
  const stats = statOf(path);
  if (stats?.isDirectory() !== true) return undefined;
  // Of a young one the next look finds another text, and lists it again.
  return isYoung(stats, now) ? `young at ${String(now)}` : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)}`;
}

/** A file's times and size; empty where there is none. */
export function fileTimes(path: string): string {
  const stats = statOf(path);
  return stats === undefined ? "" : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.size)}`;
}
