import * as time from "../utils/time";

export async function cleanUp(seen: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const { getLogger } = await import("../logging/log");
  const stale = [...seen].filter(([, at]) => time.now() - at > time.hours(24)).map(([id]) => id);
  getLogger("cleanup")(`${String(stale.length)} stale`);
  return stale;
}
