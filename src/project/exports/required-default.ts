/** How `require` gives the default of a module: what the module is itself, or a member of that. */
import type { RequiredAs } from "../../languages/adapter.ts";
import type { ModuleRecord } from "./record.ts";

interface Ports {
  record(file: string): ModuleRecord | undefined;
  /** The file that `require` of a specifier runs. */
  required(fromFile: string, specifier: string): string | undefined;
}

/**
 * @param file absolute path
 * @param seen files on the way, where one passes another on whole
 */
export function requiredDefault(file: string | undefined, ports: Ports, seen: ReadonlySet<string> = new Set()): RequiredAs {
  if (file === undefined || seen.has(file)) return "unknown";
  const record = ports.record(file);
  if (!record) return "unknown";
  // What Node makes of an ES module, and a compiler of one, has the default as a member.
  if (record.isCommonJs !== true) return record.exports.size > 0 || record.stars.length > 0 ? "member" : "unknown";
  if (!record.byDefault) return "member";
  const passed = record.stars.filter(({ withDefault }) => withDefault).map(({ from }) => requiredDefault(ports.required(file, from), ports, new Set([...seen, file])));
  const [first = "itself"] = passed;
  return passed.every((each) => each === first) ? first : "unknown";
}
