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

/** The state of what has just changed: another change may not show, so it is not even the same as itself. */
const UNCERTAIN = "young";

/** Whether nothing has changed between two states. */
export function isSameState(before: string | undefined, now: string | undefined): boolean {
  return before === now && now !== UNCERTAIN;
}

/** The state of a folder, which changes when something comes or goes in it; `undefined` where there is no folder. */
export function folderState(path: string, now: number): string | undefined {
  const stats = statOf(path);
  if (stats?.isDirectory() !== true) return undefined;
  return isYoung(stats, now) ? UNCERTAIN : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.ino)}`;
}

/** The state of a file; empty where there is none. */
export function fileState(path: string, now: number): string {
  const stats = statOf(path);
  if (stats === undefined) return "";
  return isYoung(stats, now) ? UNCERTAIN : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.size)} ${String(stats.ino)}`;
}
