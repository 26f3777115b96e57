import { hours as hoursOfClock, now as nowOfClock } from "../time/clock";

export const now = nowOfClock;
export const hours = hoursOfClock;

export async function sleep(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) await Promise.resolve();
}
