/**
 * What the modules of Python have under their names, and where it comes from. Other than ECMAScript's, a name may be
 * bound often: the last binding wins, branches and handlers leave a choice, and stars bind like anything else does.
 */
import { isAbsolute } from "node:path";
import { isAscii } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import type { ModuleRecord } from "../exports/record.ts";
import { isPython } from "./module-path.ts";
import type { NameBinding, NameStar } from "./names.ts";
import type { PythonResolver } from "./resolver.ts";

interface Definition {
  readonly module: ModuleKey;
  readonly name: string;
}

/** What a name of a module is. */
export type PythonAnswer =
  | { readonly state: "found"; readonly module: ModuleKey; readonly name: string }
  | { readonly state: "absent" }
  /** `through`: the one module that must have it, if anything has. */
  | { readonly state: "unknown"; readonly through?: Definition };

export interface PythonExports {
  /** `undefined` for a module that is none of Python's. A choice between several is a definition of the module that chooses. */
  resolve(module: ModuleKey, name: string): PythonAnswer | undefined;
  /** Whether the name may be that definition: one of several too. */
  mayBe(module: ModuleKey, name: string, definition: Definition): boolean;
  refresh(): void;
}

/** What one way to a name gives. */
interface Found {
  /** Where it is defined, or chosen; absent where there is nothing. */
  readonly at: (Definition & { readonly isNothing: boolean }) | undefined;
  /** Every definition that it may be, those that choose among others too. */
  readonly all: readonly Definition[];
  /** Modules that may have it. */
  readonly unknown: readonly (Definition | undefined)[];
  /** Nothing that was bound before can be meant. */
  readonly isSure: boolean;
}

const NOTHING: Found = { at: undefined, all: [], unknown: [], isSure: false };

/** What every module has, whether or not it says so. */
const everywhere = new Set(["__name__", "__doc__", "__file__", "__spec__", "__loader__", "__package__", "__path__", "__builtins__", "__dict__", "__cached__", "__class__"]);

const LIMIT = 100_000;

/** @param record gives a file's record; `undefined` where there is no such file */
export function createPythonExports(resolver: PythonResolver, record: (file: ModuleKey) => ModuleRecord | undefined): PythonExports {
  const answers = new Map<string, Found>();

  /** An attribute of a module, or a module below it, as `from module import name` takes it. */
  const attribute = (module: ModuleKey, name: string, seen: Set<string>): Found => {
    const step = `${name}\0${module}`;
    if (seen.has(step)) return NOTHING;
    seen.add(step);
    const own = isAbsolute(module) ? inModule(module, name, seen) : { ...NOTHING, unknown: [{ module, name }] };
    if (own.at) return own;
    const below = isAbsolute(module) ? resolver.submodule(module, name) : undefined;
    if (below !== undefined) return { ...defined({ module: below, name: "*" }), isSure: own.unknown.length === 0 };
    if (everywhere.has(name)) return defined({ module, name });
    return own;
  };

  /** What the module's own statements bind. */
  const inModule = (module: ModuleKey, name: string, seen: Set<string>): Found => {
    const known = isPython(module) ? record(module) : undefined;
    if (known?.names === undefined) return { ...NOTHING, unknown: [{ module, name }] };
    const { bindings, stars } = known.names;
    const ways: Found[] = [];
    let isSure = false;
    for (const each of latestFirst(bindings.get(name) ?? [], stars)) {
      const way = "is" in each ? bound(module, name, each, seen) : star(resolver.moduleKey(module, each.from), name, seen);
      if (way) ways.push(way);
      isSure = each.isSure && way !== undefined && ("is" in each || (way.isSure && way.at !== undefined));
      if (isSure) break;
    }
    return chosen({ module, name }, ways, { isSure, isOpen: known.open });
  };

  /** `undefined` where the binding is none after all. */
  const bound = (module: ModuleKey, name: string, { is }: NameBinding, seen: Set<string>): Found | undefined => {
    if (is.kind === "own") return defined({ module, name }, is.isNothing);
    if (is.kind === "deleted") return NOTHING;
    if (is.kind === "loaded") {
      const below = resolver.submodule(module, name);
      return below === undefined ? undefined : defined({ module: below, name: "*" });
    }
    const target = resolver.moduleKey(module, is.from);
    if (is.name === "*") return defined({ module: target, name: "*" });
    // `from . import sub` in the package: what it had before, or else the module.
    if (target === module && is.name === name) return undefined;
    const found = attribute(target, is.name, seen);
    // It is imported by its name: if it cannot be known, it is there all the same.
    return found.at || found.unknown.length === 0 ? found : defined(only(found.unknown) ?? { module: target, name: is.name });
  };

  const star = (module: ModuleKey, name: string, seen: Set<string>): Found => {
    if (!isAbsolute(module)) return { ...NOTHING, unknown: [{ module, name }] };
    const all = record(module)?.names?.all;
    if (all?.names.has(name) === true) return attribute(module, name, seen);
    if (all?.isOpen === true) return { ...attribute(module, name, seen), isSure: false };
    if (all || name.startsWith("_")) return NOTHING;
    const step = `* ${name}\0${module}`;
    if (seen.has(step)) return NOTHING;
    seen.add(step);
    // Modules below are passed only where the package has them by then: a folder of modules has none.
    return isPython(module) || resolver.submodule(module, name) === undefined ? inModule(module, name, seen) : NOTHING;
  };

  /** Answers are kept for whole questions only: within a cycle a part's answer depends on where one came from. */
  const answer = (module: ModuleKey, name: string): Found => {
    const question = `${name}\0${module}`;
    let found = answers.get(question);
    if (!found) {
      found = attribute(module, name, new Set());
      if (answers.size >= LIMIT) answers.clear();
      answers.set(question, found);
    }
    return found;
  };

  return {
    resolve(module, name) {
      if (!isPython(module) && !resolver.isForeign(module) && !(isAbsolute(module) && resolver.submodule(module, name) !== undefined)) return undefined;
      const { at, unknown } = answer(module, name);
      if (at) return { state: "found", module: at.module, name: at.name };
      const through = only(unknown);
      return unknown.length === 0 ? { state: "absent" } : { state: "unknown", ...(through && { through }) };
    },
    mayBe: (module, name, definition) => answer(module, name).all.some((each) => isSame(each, definition)),
    refresh: () => answers.clear(),
  };
}

function* latestFirst(bindings: readonly NameBinding[], stars: readonly NameStar[]): Iterable<NameBinding | NameStar> {
  let [binding, star] = [bindings.length - 1, stars.length - 1];
  while (binding >= 0 || star >= 0) {
    const [one, other] = [bindings[binding], stars[star]];
    if (one && (!other || one.at >= other.at)) {
      binding -= 1;
      yield one;
    } else if (other) {
      star -= 1;
      yield other;
    }
  }
}

function defined(definition: Definition, isNothing = false): Found {
  return { at: { ...definition, isNothing }, all: [definition], unknown: [], isSure: true };
}

/** What the ways to a name come to. `None` is no choice, but what is left when there is none. */
function chosen(own: Definition, ways: readonly Found[], { isSure, isOpen }: { readonly isSure: boolean; readonly isOpen: boolean }): Found {
  const ends = ways.flatMap(({ at }) => at ?? []);
  const things = ends.some(({ isNothing }) => !isNothing) ? ends.filter(({ isNothing }) => !isNothing) : ends;
  const [first, ...others] = things;
  const isOne = others.every(({ module, name }) => module === first?.module && name === first.name);
  const at = first === undefined || isOne ? first : { ...own, isNothing: false };
  const all = ways.flatMap((way) => way.all);
  const unknown = [...ways.flatMap((way) => way.unknown), ...(isOpen ? [undefined] : [])];
  return { at, all: at && !isOne ? [...all, own] : all, unknown, isSure: isSure && at !== undefined };
}

/** A module of a package that is not the project's may be told as an attribute: nobody knows. */
function isSame(one: Definition, { module, name }: Definition): boolean {
  return (one.module === module && one.name === name) || (name === "*" && !isAbsolute(module) && `${one.module}.${one.name}` === module);
}

function only(unknown: readonly (Definition | undefined)[]): Definition | undefined {
  return unknown.length === 1 ? unknown[0] : undefined;
}

/** Whether a file may have a name from elsewhere, told from its text. */
export function mayImport(text: string, name: string): boolean {
  return /\bimport\b/.test(text) && (text.includes(name) || /\bimport[\s\\]*\*/.test(text) || !isAscii(text));
}
