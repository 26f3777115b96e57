/** JavaScript and TypeScript, as ESLint's own language reads them: the adapter. */
import type { FileReading, Language, Order, ParsedFile } from "../adapter.ts";
import { planFile } from "./plan/plan.ts";
import { Reading } from "./read.ts";
import { reparser } from "./reparse.ts";
import { exportedOf, mayConcern } from "./requests.ts";
import type { Source } from "./syntax.ts";

/** The language of `js/js`, with any parser that gives ESTree. */
export const ecmascript: Language = {
  name: "ecmascript",
  reads: (file) => isSource(file),
  root: () => "Program",
  concerns(file, ports) {
    if (ports.definitions.length > 0) return true;
    if (!isSource(file)) return false;
    if (exportedOf(file, ports.exclusiveNames).length > 0) return true;
    return mayConcern(file, (specifier) => ports.deprecatedNamesBehind(specifier));
  },
  reparser,
  read: (file, ports): FileReading => {
    if (!isSource(file)) return { facts: [], plan: () => ({ edits: [], outcomes: new Map() }) };
    const reading = new Reading(file, ports);
    return { facts: reading.facts, plan: (orders: readonly Order[]) => planFile(reading, orders) };
  },
};

/** An ESTree program is the brand: JSON's root is a `Document`, CSS's a `StyleSheet`. */
function isSource(file: ParsedFile): file is ParsedFile & Source {
  return "type" in file.ast && file.ast.type === "Program" && "body" in file.ast && Array.isArray(file.ast.body);
}
