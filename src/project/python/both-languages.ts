/** One resolver for the files of both languages. */
import type { Resolver } from "../modules/resolver.ts";
import { isPython } from "./module-path.ts";
import type { PythonResolver } from "./resolver.ts";

/** Asks Python's resolver for Python's files, by their extensions, and the other one for all else. */
export function forBothLanguages(ecmascript: Resolver, python: PythonResolver): Resolver {
  return {
    ...ecmascript,
    moduleKey: (fromFile, specifier) => (isPython(fromFile) ? python : ecmascript).moduleKey(fromFile, specifier),
    manifestModule: (module, language) => (language === "python" ? python : ecmascript).manifestModule(module),
    fileKey: (file) => (isPython(file) ? python : ecmascript).fileKey(file),
    refresh() {
      ecmascript.refresh();
      python.refresh();
    },
  };
}
