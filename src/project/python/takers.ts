/** Which modules a Python file takes something of. */
import { isAbsolute } from "node:path";
import { replacingWords } from "../../languages/python/read/replacing.ts";
import { isAscii } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../exports/graph.ts";
import type { ModuleRecord } from "../exports/record.ts";
import type { Resolver } from "../modules/resolver.ts";
import { dottedText } from "./module-path.ts";

interface Ports {
  readonly graph: Pick<Graph, "home">;
  readonly resolver: Pick<Resolver, "moduleKey">;
  /** Whether a module that is asked about may be called so; to find where a text leads, other files have to be read. */
  mayBeName(part: string): boolean;
}

/** A take, as takers.ts has it. */
interface Take {
  readonly module: ModuleKey;
  readonly name: string;
  readonly by: "import" | "star" | "mock";
}

/**
 * What a file takes of the modules that are asked about, and maybe of others: of those that it names, and those that it
 * may mean.
 * @param file whose record it is
 */
export function* pythonTakes(file: ModuleKey, { takes, mocks, names }: Pick<ModuleRecord, "takes" | "mocks" | "names">, ports: Ports): Iterable<Take> {
  const known = new Map<string, readonly Reached[]>();
  const reached = (text: string): readonly Reached[] => {
    let found = known.get(text);
    if (!found) known.set(text, (found = [...behind(file, text, ports)]));
    return found;
  };
  for (const { from, name, isStar = false } of takes) {
    const last = from.slice(from.lastIndexOf(".") + 1);
    if (last !== "" && !ports.mayBeName(last)) continue;
    for (const { module, rest } of reached(from)) if (rest.length === 0) yield { module, name, by: isStar ? "star" : "import" };
  }
  const mayLead = (text: string): boolean => text.split(".").some((part) => ports.mayBeName(part));
  for (const text of mocks) if (mayLead(text)) for (const { module, rest } of reached(text)) yield { module, name: rest[0] ?? "*", by: "mock" };
  // An attribute of what a module has is no attribute of the module.
  for (const text of names?.assigned ?? []) if (mayLead(text)) for (const { module, rest: [name, ...more] } of reached(text)) if (name !== undefined && more.length === 0) yield { module, name, by: "mock" };
}

interface Reached {
  readonly module: ModuleKey;
  /** The names behind it. */
  readonly rest: readonly string[];
}

/** The modules that a text leads to, by modules and by attributes that are modules. */
function* behind(file: ModuleKey, text: string, { graph, resolver }: Ports): Iterable<Reached> {
  const dotted = dottedText(text);
  if (!dotted) return;
  const { level, parts } = dotted;
  const first = level > 0 ? 0 : 1;
  const upTo = (count: number): ModuleKey => resolver.moduleKey(file, ".".repeat(level) + parts.slice(0, count).join("."));
  let module = upTo(first);
  for (let index = first; index < parts.length; index++) {
    const home = isAbsolute(module) ? graph.home(module, parts[index] ?? "") : undefined;
    if (home?.name === "*") {
      module = home.module;
      continue;
    }
    // A module that is gone, and one of a package that is not the project's, are known by their texts alone.
    for (let count = parts.length; count > index && (!home || home.name === parts[index]); count--) yield { module: upTo(count), rest: parts.slice(count) };
    yield { module, rest: parts.slice(index) };
    return;
  }
  yield { module, rest: [] };
}

/** Whether a text has a word of the calls by which tests replace things; other characters may stand for these letters. */
export function mayReplace(text: string): boolean {
  return replacingWords.test(text) || !isAscii(text);
}

/** Whether a text may give an attribute of a module, which is none of `self`, another value, or delete it. */
export function mayAssign(text: string): boolean {
  return /(?<!\b(?:self|cls))\.\w+[^\S\n]*(?:[-+*/%@&|^]|\/\/|\*\*|<<|>>)?=(?!=)|\bdel\s/.test(text) || !isAscii(text);
}

/** Whether a text has a part of a name of which the rest stands elsewhere: `f"{module}.old"`, `module + ".old"`, `"module." + name`. */
export function mayCompose(text: string): boolean {
  if (!/(?:(?<!dis)patch|mock)[\w.]*\s*\(|(?:\.\s*(?:setattr|delattr)|\bspy)\s*\(/i.test(text)) return false;
  // Not the end of a sentence, nor a file's extension by itself: most tests have these.
  return /(?:\+|["'])\s*["']\.[\w.\x80-\uffff]+["']|(?:\}|%[sr])(?:\.[\w\x80-\uffff]+)+["']|["'](?:[\w\x80-\uffff]+\.)+(?:["']|\{|%[sr])/.test(text);
}

/** Strings that tests may name what they replace by, whole or as far as they are written out, with all that may be modules in them. */
export function dottedStringsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, , written = ""] of text.matchAll(/(["'])([A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:\.[\w\x80-\uffff]+)*)(?:\1|\.["'{%])/g)) {
    for (let dot = written.indexOf("."); dot > 0; dot = written.indexOf(".", dot + 1)) found.add(written.slice(0, dot));
    found.add(written);
  }
  return [...found];
}
