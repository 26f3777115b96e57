import { hours, now, sleep } from "./time";

export async function inHours(count: number, task: () => Promise<void>): Promise<number> {
  await sleep(hours(count));
  await task();
  return now();
}
