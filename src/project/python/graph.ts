/** What the graph says of Python's modules. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Disk } from "../files/disk.ts";
import type { KnownNames } from "../exports/names.ts";
import type { ModuleRecord } from "../exports/record.ts";
import { pythonNames, starNames } from "./exported-names.ts";
import { createPythonExports, mayImport, type PythonExports } from "./exports.ts";
import { keysBelow } from "./leaks.ts";
import { isPython } from "./module-path.ts";
import type { RunImport } from "./names.ts";
import type { PythonResolver } from "./resolver.ts";
import { filesRun, isInside, type RunPorts } from "./runs.ts";
import { pythonRunsIn } from "./specifiers-in-text.ts";

export interface PythonGraph extends Pick<PythonExports, "resolve" | "mayBe" | "refresh">, Pick<PythonResolver, "parentOf"> {
  /** Whether a module of this text may have an export from elsewhere. */
  mayReexport(module: ModuleKey, text: string, name: string): boolean;
  /** The files that a file really runs. */
  importsOf(file: ModuleKey): readonly ModuleKey[];
  /** Those that it may run by its text, those for type checkers too; `undefined` where that does not tell. */
  importsIn(file: ModuleKey, text: string): readonly ModuleKey[] | undefined;
  /**
   * Whether `module` takes names of `target` while it loads, and `target` loads it: who loads `target` first finds it
   * unfinished there, and a star then passes nothing.
   */
  meetsUnfinished(module: ModuleKey, target: ModuleKey): boolean;
  exportNames(module: ModuleKey): KnownNames;
  /** All that a star import of the module binds. */
  starNames(module: ModuleKey): KnownNames;
  /** What files ask for that may have an export from its module; empty for other languages' modules, which are asked for as wholes. */
  askedBy(module: ModuleKey, name: string): readonly ModuleKey[];
}

export interface PythonGraphPorts {
  readonly disk: Disk;
  readonly resolver: PythonResolver;
  record(file: ModuleKey): ModuleRecord | undefined;
  readonly home: RunPorts["home"];
}

export function createPythonGraph({ disk, resolver, record, home }: PythonGraphPorts): PythonGraph {
  const { resolve, mayBe, refresh } = createPythonExports(resolver, record);
  const runPorts = { resolver, isFile: (path: string) => disk.isFile(path), home };
  const filesOf = (file: ModuleKey, runs: Iterable<RunImport>): readonly ModuleKey[] => [...filesRun(file, runs, runPorts)];
  const runsOf = (file: ModuleKey): readonly RunImport[] => (isPython(file) ? record(file)?.names?.runs : undefined) ?? [];
  /** Whether `file` has to have run when `from` has been loaded; packages around `file` run before it in any case. */
  const loads = (from: ModuleKey, file: ModuleKey): boolean => {
    const loaded = new Set([from]);
    // A Set visits what is added while it is walked.
    for (const each of loaded) {
      for (const next of filesOf(each, runsOf(each).filter(({ isLate }) => isLate !== true))) loaded.add(next);
      for (let at = resolver.parentOf(each); at && !isInside(at.module, file); at = resolver.parentOf(at.module)) loaded.add(at.module);
      if (loaded.has(file)) return true;
    }
    return false;
  };
  const unfinished = new Map<string, boolean>();
  return {
    resolve,
    mayBe,
    refresh() {
      unfinished.clear();
      refresh();
    },
    meetsUnfinished(module, target) {
      const question = `${module}\0${target}`;
      let answer = unfinished.get(question);
      if (answer === undefined) {
        // Of a module below, the name is there as soon as that is.
        const isTaking = ({ from, names, isLate }: RunImport): boolean =>
          isLate !== true && resolver.moduleKey(module, from) === target && names.some((name) => name === "*" || home(target, name)?.name !== "*");
        answer = !isInside(module, target) && runsOf(module).some(isTaking) && loads(target, module);
        unfinished.set(question, answer);
      }
      return answer;
    },
    parentOf: resolver.parentOf,
    mayReexport: (module, text, name) => mayImport(text, name) || resolver.submodule(module, name) !== undefined,
    importsOf: (file) => filesOf(file, runsOf(file)),
    importsIn(file, text) {
      const runs = pythonRunsIn(text);
      return runs && filesOf(file, runs);
    },
    exportNames: (module) => pythonNames(module, { resolver, record }),
    starNames: (module) => starNames(module, { resolver, record }),
    askedBy: (module, name) => (resolver.isModule(module) ? keysBelow(module, name) : []),
  };
}
