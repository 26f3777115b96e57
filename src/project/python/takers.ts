/** Which modules a Python file takes something of. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../graph.ts";
import type { ModuleRecord } from "../record.ts";
import type { Resolver } from "../resolver.ts";
import { dottedText, isPython } from "./module-path.ts";

interface Ports {
  readonly graph: Pick<Graph, "home">;
  readonly resolver: Pick<Resolver, "moduleKey">;
  /** Whether anybody may ask for a module that has no file. */
  isGoverned(module: ModuleKey): boolean;
  /** Where absolute texts lead: many files have the same. */
  readonly absolute: Map<string, readonly Place[]>;
}

/** A module, and the names of a text behind it. */
export interface Place {
  readonly module: ModuleKey;
  readonly rest: readonly string[];
}

/** A take, as takers.ts has it. */
interface Take {
  readonly module: ModuleKey;
  readonly name: string;
  readonly by: "import" | "star" | "mock";
}

/**
 * Takes of every module that a text of the file may lead to.
 * @param file whose record it is
 */
export function* pythonTakes(file: ModuleKey, { takes, mocks }: Pick<ModuleRecord, "takes" | "mocks">, ports: Ports): Iterable<Take> {
  for (const { from, name, isStar = false } of takes)
    for (const { module, rest } of placesOf(file, from, ports)) if (rest.length === 0) yield { module, name, by: isStar ? "star" : "import" };
  for (const text of mocks) {
    const seen = new Set<ModuleKey>();
    for (const { module, rest } of placesOf(file, text, ports)) {
      // The longest text that leads there is the one that counts.
      if (!seen.has(module)) yield { module, name: rest[0] ?? "*", by: "mock" };
      seen.add(module);
    }
  }
}

function placesOf(file: ModuleKey, text: string, ports: Ports): readonly Place[] {
  if (text.startsWith(".")) return [...behind(file, text, ports)];
  let places = ports.absolute.get(text);
  if (!places) ports.absolute.set(text, (places = [...behind(file, text, ports)]));
  return places;
}

/** The module that a text leads to, by modules and by attributes that are modules, and the names behind it. */
function* behind(file: ModuleKey, text: string, { graph, resolver, isGoverned }: Ports): Iterable<Place> {
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
    for (let count = parts.length; count > index && (!home || home.name === parts[index]); count--) {
      const key = upTo(count);
      if (isPython(key) || isGoverned(key)) yield { module: key, rest: parts.slice(count) };
    }
    yield { module, rest: parts.slice(index) };
    return;
  }
  yield { module, rest: [] };
}

/** Strings that tests may name what they replace by, with all that may be modules in them. */
export function dottedStringsIn(text: string): readonly string[] {
  if (!/patch|mock|setattr|delattr|spy/i.test(text)) return [];
  const found = new Set<string>();
  for (const [, , written = ""] of text.matchAll(/(["'])([A-Za-z_\x80-\uffff][\w.\x80-\uffff]*)\1/g)) {
    for (let dot = written.indexOf("."); dot > 0; dot = written.indexOf(".", dot + 1)) found.add(written.slice(0, dot));
    found.add(written);
  }
  return [...found];
}
