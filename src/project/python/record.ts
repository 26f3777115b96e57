/** What one Python file exports and imports, read from its text alone. */
import { parsePython } from "../../languages/python/parse.ts";
import { importsOf } from "../../languages/python/read/imports.ts";
import { isInFunction, placeOf } from "../../languages/python/read/place.ts";
import type { PyModule } from "../../languages/python/tree/node.ts";
import type { ExportSource } from "../exports/commonjs-values.ts";
import { readText } from "../files/disk.ts";
import type { ModuleRecord } from "../exports/record.ts";
import { SIZE_LIMIT } from "../files/file-bytes.ts";
import { bindingsOf, listedNames, starsOf, textOf } from "./bindings.ts";
import { pythonSpecifiersIn } from "./specifiers-in-text.ts";
import { takesOf } from "./takes.ts";
import type { NameBinding, PythonNames, RunImport } from "./names.ts";

const UNKNOWN: ModuleRecord = { exports: new Map(), stars: [], imports: [], takes: [], mocks: [], open: true, kinds: undefined };

/** By these a file may give itself names that no statement binds. */
const byOtherMeans = /\bglobals\s*\(|\bsys\s*\.\s*modules\b|\bexec\s*\(|\b__dict__\b/;

/**
 * Reads a file's exports and imports. Never throws: what cannot be read or parsed is open, with no names.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function readPythonRecord(path: string, size: number): ModuleRecord {
  const text = size > SIZE_LIMIT ? undefined : readText(path);
  if (text === undefined || text.includes("\0")) return UNKNOWN;
  try {
    const parsed = parsePython(text, path.endsWith(".pyi"));
    if (parsed.ok) return recordOf(parsed.ast, path, text);
    // While it is being edited it still takes what it took.
    return { ...UNKNOWN, takes: (pythonSpecifiersIn(text) ?? []).map((from) => ({ from, name: "*" })) };
  } catch {
    return UNKNOWN;
  }
}

function recordOf(module: PyModule, path: string, text: string): ModuleRecord {
  const bindings = bindingsOf(module, path);
  const { takes, mocks, assigned } = takesOf(module, text);
  const names: PythonNames = { bindings, stars: starsOf(module), all: listedNames(module), runs: runsOf(module), assigned };
  const exports = new Map([...bindings].flatMap(([name, all]) => (all.some(({ is }) => is.kind !== "deleted" && is.kind !== "loaded") ? [[name, sourceOf(name, all)] as const] : [])));
  return {
    exports,
    stars: names.stars.map(({ from }) => ({ from, typeOnly: false, withDefault: false })),
    imports: [...new Set(names.runs.map(({ from }) => from))],
    takes,
    mocks,
    open: bindings.has("__getattr__") || byOtherMeans.test(text),
    kinds: undefined,
    names,
  };
}

/** Where the name comes from in the end, as far as one answer can tell. */
function sourceOf(name: string, bindings: readonly NameBinding[]): ExportSource {
  const last = bindings.findLast(({ is }) => is.kind === "from")?.is;
  return last?.kind === "from" ? { from: last.from, name: last.name, typeOnly: false } : { name, typeOnly: false };
}

function runsOf(module: PyModule): readonly RunImport[] {
  return importsOf(module).flatMap((imported): RunImport[] => {
    if (placeOf(imported.statement).typeChecking) return [];
    const names = imported.kind === "name" ? [imported.name] : imported.kind === "star" ? ["*"] : [];
    return [{ from: textOf(imported), names, isLate: isInFunction(imported.statement) }];
  });
}
