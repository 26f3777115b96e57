/** Exports across files: what a module exports, where it is defined, and what a file imports. */
import { isAbsolute } from "node:path";
import type { ExportKind, RequiredAs } from "../../languages/adapter.ts";
import { asBytes } from "../files/file-bytes.ts";
import type { ExportSource } from "./commonjs-values.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import { keptByFile, readText, type Disk } from "../files/disk.ts";
import { isPackageKey } from "../modules/module-path.ts";
import { exportedNames, type KnownNames } from "./names.ts";
import { closedText, mayPassOn } from "../texts/prefilter.ts";
import { createPythonGraph, type PythonGraph } from "../python/graph.ts";
import { isPython } from "../python/module-path.ts";
import type { PythonResolver } from "../python/resolver.ts";
import { readKinds, readRecord, type ModuleRecord } from "./record.ts";
import { requiredDefault } from "./required-default.ts";
import type { Resolver } from "../modules/resolver.ts";

/** What is known of an export. */
export interface ExportAnswer {
  /** `no` only where it is certain. */
  readonly known: "yes" | "no" | "unknown";
  readonly kind: ExportKind;
}

/** A definition: the module that has it and its name there. */
export interface Definition {
  readonly module: ModuleKey;
  readonly name: string;
}

export interface Graph {
  exportOf(module: ModuleKey, name: string): ExportAnswer;
  home(module: ModuleKey, name: string): Definition | undefined;
  /** The project files that a file imports, by what runs. */
  importsOf(module: ModuleKey): readonly ModuleKey[];
  /** Whether the module may have `name` from elsewhere; answered from its text, which is read and not parsed. */
  mayReexport(module: ModuleKey, name: string): boolean;
  /** The record of a project file; `undefined` where there is no such file. */
  recordOf(module: ModuleKey): ModuleRecord | undefined;
  /** Whether a default import of the module has all that it exports, as members: it is CommonJS, and not compiled. */
  isAllByDefault(module: ModuleKey): boolean;
  /** How `require` gives the module's default. */
  requiredDefault(module: ModuleKey): RequiredAs;
  /** Whether Node may not find `name` in the text of such a module, so that an import by that name fails. */
  mayHideName(module: ModuleKey, name: string): boolean;
  /** The names that a module is known to export. */
  exportNames(module: ModuleKey): KnownNames;
  /** The file that holds an export's definition, inside packages too, and the name there; `undefined` where not known. */
  definedAt(module: ModuleKey, name: string): Definition | undefined;
  /** What is asked of Python's modules alone. */
  readonly python: PythonGraph;
  /** Forgets what was answered by way of these files; without files, everything. */
  refresh(files?: readonly string[]): void;
}

/** The outcome of ECMA-262's ResolveExport, and "unknown", which a language with all its modules does not need. */
type Resolution =
  | { readonly state: "found"; readonly module: ModuleKey; readonly name: string; /** Asked for only when it is wanted: it takes the syntax tree. */ readonly kind: () => ExportKind; /** Where it is defined, inside packages too. */ readonly deep: string }
  | { readonly state: "absent" | "ambiguous" }
  /** `through`: the one module that must have it, if anything has. */
  | { readonly state: "unknown"; readonly through?: Definition };

const ABSENT: Resolution = { state: "absent" };
const onlyType = (): ExportKind => "type";

/** Files whose records are kept: what a record holds is small, and a big project has no more. */
const RECORD_LIMIT = 50_000;
const ANSWER_LIMIT = 100_000;

/** @param resolver gives the modules behind the specifiers that records hold */
export function createGraph(disk: Disk, resolver: Resolver, pythonResolver: PythonResolver): Graph {
  const records = keptByFile(disk, RECORD_LIMIT, (path) => readRecord(path, disk.size(path)));
  const mentions = keptByFile(disk, RECORD_LIMIT, () => ({ isOpen: false, names: new Map<string, boolean>() }));
  const kinds = keptByFile(disk, 2_000, (path) => readKinds(path, disk.size(path)));
  const reexports = keptByFile(disk, RECORD_LIMIT, () => new Map<string, boolean>());
  const answers = new Map<string, Resolution>();
  /** The questions whose answers came by way of a file. */
  const asked = new Map<string, Set<string>>();

  /**
   * Whether a file may export a name, told from its text: of the many that an `export *` may have it from, most do not
   * even spell it, and need no parsing. `undefined` where the text does not tell.
   */
  const mayExport = (file: string, name: string): boolean | undefined => {
    if (name === "default" || name === "*" || !isAbsolute(file) || !/\.[cm]?[jt]sx?$/.test(file)) return undefined;
    const spelled = mentions(file);
    if (spelled === undefined || spelled.isOpen) return undefined;
    const known = spelled.names.get(name);
    if (known !== undefined) return known;
    const text = closedText(file, disk.size(file));
    spelled.isOpen = text === undefined;
    const answer = text?.includes(asBytes(name));
    if (answer !== undefined) spelled.names.set(name, answer);
    return answer;
  };

  /** Follows one specifier of a file. Inside packages the types' files are followed, not the modules that run. */
  const next = (file: string, specifier: string): string =>
    file.includes("/node_modules/") ? (resolver.insidePackage(file, specifier) ?? specifier) : resolver.moduleKey(file, specifier);

  /** ResolveExport over files. `seen` ends cycles. */
  const resolveInFile = (file: string, name: string, seen: Set<string>): Resolution => {
    const step = `${name}\0${file}`;
    if (seen.has(step)) return ABSENT;
    seen.add(step);
    if (mayExport(file, name) === false) return ABSENT;
    const record = isAbsolute(file) ? records(file) : undefined;
    if (record === undefined) return { state: "unknown", through: { module: file, name } };
    const source = record.exports.get(name);
    if (source !== undefined) {
      if (source.from === undefined) {
        const kind = (): ExportKind => (record.kinds ?? kinds(file))?.get(name) ?? "unknown";
        return { state: "found", module: file, name, kind, deep: step };
      }
      return follow(file, source.from, source, seen);
    }
    return resolveInStars(file, name, record, seen);
  };

  /** An explicit re-export: it is there even where its source cannot be known. */
  const follow = (file: string, specifier: string, { name, typeOnly, binding }: ExportSource, seen: Set<string>): Resolution => {
    const target = next(file, specifier);
    if (name === "*") return { state: "found", module: target, name, kind: () => (typeOnly ? "type" : "both"), deep: binding === undefined ? `*\0${target}` : `* as ${binding}\0${file}` };
    const result = resolve(file, target, name, seen);
    if (result.state === "found") return typeOnly ? { ...result, kind: onlyType } : result;
    if (result.state !== "unknown") return result;
    const at = result.through ?? { module: target, name };
    return { state: "found", ...at, kind: () => (typeOnly ? "type" : "unknown"), deep: `${at.name}\0${at.module}` };
  };

  const resolveInStars = (file: string, name: string, record: ModuleRecord, seen: Set<string>): Resolution => {
    let found: Extract<Resolution, { state: "found" }> | undefined;
    const unknown: (Definition | undefined)[] = record.open ? [undefined] : [];
    for (const star of record.stars) {
      if (name === "default" && !star.withDefault) continue;
      const result = resolve(file, next(file, star.from), name, seen);
      if (result.state === "ambiguous") return result;
      if (result.state === "unknown") unknown.push(result.through);
      if (result.state !== "found") continue;
      if (found !== undefined && found.deep !== result.deep) return { state: "ambiguous" };
      found ??= star.typeOnly ? { ...result, kind: onlyType } : result;
    }
    if (found !== undefined) return found;
    if (unknown.length === 0) return ABSENT;
    const [only] = unknown;
    return unknown.length === 1 && only !== undefined ? { state: "unknown", through: only } : { state: "unknown" };
  };

  /** A package is one module to the project: what it has inside tells names and kinds, and is nobody's home. */
  const resolveInPackage = (module: ModuleKey, name: string): Resolution => {
    const itself: Definition = { module, name };
    const types = resolver.typesOf(module);
    const inTypes = types === undefined ? undefined : resolveInFile(types, name, new Set());
    // Types of CommonJS often leave the default out that interop gives.
    const result = inTypes === undefined || (inTypes.state === "absent" && name === "default") ? resolveInFile(module, name, new Set()) : inTypes;
    if (result.state === "found") return { ...result, ...itself };
    return result.state === "unknown" ? { state: "unknown", through: itself } : result;
  };

  const resolve = (from: string, target: string, name: string, seen: Set<string>): Resolution => {
    if (!isPackageKey(target)) return resolveInFile(target, name, seen);
    return isPackageKey(from) ? resolveInFile(resolver.typesOf(target) ?? target, name, seen) : answer(target, name);
  };

  /** Answers are kept for whole questions only: within a cycle a part's answer depends on where one came from. */
  const answer = (module: ModuleKey, name: string): Resolution => {
    const question = `${name}\0${module}`;
    const known = answers.get(question);
    if (known !== undefined) return known;
    const inPython = pythonAnswer(module, name);
    if (inPython) return inPython;
    // A package that re-exports the project that re-exports it must end somewhere.
    answers.set(question, ABSENT);
    const seen = new Set<string>();
    const result: Resolution = name === "*"
      ? { state: "found", module, name, kind: () => "both", deep: question }
      : isPackageKey(module) ? resolveInPackage(module, name) : resolveInFile(module, name, seen);
    if (answers.size >= ANSWER_LIMIT) answers.clear();
    answers.set(question, result);
    for (const step of seen) {
      const file = step.slice(step.indexOf("\0") + 1);
      const questions = asked.get(file);
      if (questions) questions.add(question);
      else asked.set(file, new Set([question]));
    }
    return result;
  };

  const pythonAnswer = (module: ModuleKey, name: string): Resolution | undefined => {
    const found = python.resolve(module, name);
    return found?.state === "found" ? { ...found, kind: () => "value", deep: `${found.name}\0${found.module}` } : found;
  };

  const passesOn = (module: ModuleKey, name: string): boolean => {
    const text = readText(module);
    if (text !== undefined && isPython(module)) return python.mayReexport(module, text, name);
    return text !== undefined && mayPassOn(text, name);
  };

  const home = (module: ModuleKey, name: string): Definition | undefined => {
    const result = answer(module, name);
    if (result.state === "found") return { module: result.module, name: result.name };
    return result.state === "unknown" ? (result.through ?? { module, name }) : undefined;
  };

  const python = createPythonGraph({ disk, resolver: pythonResolver, record: records, home });
  return {
    recordOf: (module) => (isPackageKey(module) ? undefined : records(module)),
    isAllByDefault: (module) => isAbsolute(module) && records(module)?.byDefault !== undefined,
    requiredDefault: (module) => requiredDefault(resolver.requiredOf(module), { record: records, required: (file, specifier) => resolver.requiredOf(resolver.moduleKey(file, specifier)) }),
    mayHideName: (module, name) => isAbsolute(module) && records(module)?.byDefault?.named.has(name) === false,
    exportOf(module, name) {
      const result = answer(module, name);
      if (result.state === "found") return { known: "yes", kind: result.kind() };
      return { known: result.state === "unknown" ? "unknown" : "no", kind: "unknown" };
    },
    home,
    mayReexport(module, name) {
      // A package is its own exports' home, whatever it has inside.
      const known = isPackageKey(module) ? undefined : reexports(module);
      if (!known) return false;
      let answer = known.get(name);
      if (answer === undefined) known.set(name, (answer = passesOn(module, name)));
      return answer;
    },
    importsOf(module) {
      if (isPackageKey(module)) return [];
      if (isPython(module)) return python.importsOf(module);
      const targets = (records(module)?.imports ?? []).map((specifier) => resolver.moduleKey(module, specifier));
      return targets.filter((target) => !isPackageKey(target) && disk.isFile(target));
    },
    exportNames: (module) => isPython(module) ? python.exportNames(module) : exportedNames(module, { record: records, next, typesOf: resolver.typesOf }),
    definedAt(module, name) {
      const result = answer(module, name);
      const [inner = "", file = ""] = result.state === "found" ? result.deep.split("\0") : [];
      return file === "" ? undefined : { module: file, name: inner };
    },
    python,
    refresh(files) {
      python.refresh();
      for (const file of files ?? asked.keys()) {
        for (const question of asked.get(file) ?? []) answers.delete(question);
        asked.delete(file);
      }
      if (!files) answers.clear();
    },
  };
}
