/** Python, as this plugin's own language reads it: the adapter. */
import type { FileReading, Language, ParsedFile } from "../adapter.ts";
import { mayConcern } from "./concerns.ts";
import { parsePython } from "./parse.ts";
import { planFile } from "./plan/plan.ts";
import { Reading } from "./read.ts";
import { isPythonFile } from "./source-code.ts";
import type { PythonFile } from "./source-code.ts";

/** The language of `ssot/python`. */
export const python: Language = {
  name: "python",
  // One that was not parsed names nothing that is looked for: the names were asked for just before, so nobody need do so again.
  reads: (file) => isPython(file) && file.isParsed,
  root: () => "PyModule",
  concerns: (file, ports) => isPython(file) && mayConcern(file, ports),
  reparser: (path) => (text) => {
    const parsed = parsePython(text, path.endsWith(".pyi"));
    if (!parsed.ok) throw new SyntaxError(parsed.message);
  },
  read(file, ports): FileReading {
    if (!isPython(file)) return { facts: [], plan: () => ({ edits: [], outcomes: new Map() }) };
    const reading = new Reading(file, ports);
    return { facts: reading.facts, plan: (orders) => planFile(reading, orders) };
  },
};

function isPython(file: ParsedFile): file is PythonFile {
  return isPythonFile(file);
}
