/** Maps by module and name. */
import type { ModuleKey } from "./facts.ts";

/** The names of one module, made where there are none yet. */
export function nested<Value>(map: Map<ModuleKey, Map<string, Value>>, module: ModuleKey): Map<string, Value> {
  const known = map.get(module) ?? new Map<string, Value>();
  map.set(module, known);
  return known;
}
