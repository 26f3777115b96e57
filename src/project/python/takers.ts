/** Which modules a Python file takes something of. */
import { isAbsolute } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../graph.ts";
import type { ModuleRecord } from "../record.ts";
import type { Resolver } from "../resolver.ts";
import { dottedText } from "./module-path.ts";

interface Ports {
  readonly graph: Pick<Graph, "home">;
  readonly resolver: Pick<Resolver, "moduleKey">;
  /** Whether anybody asks for the module's takers. */
  isWanted(module: ModuleKey): boolean;
}

/** A take, as takers.ts has it. */
interface Take {
  readonly module: ModuleKey;
  readonly name: string;
  readonly by: "import" | "star" | "mock";
}

/** @param file whose record it is */
export function* pythonTakes(file: ModuleKey, { takes, mocks }: Pick<ModuleRecord, "takes" | "mocks">, ports: Ports): Iterable<Take> {
  for (const { from, name, isStar = false } of takes) {
    const at = behind(file, from, ports);
    if (at?.rest.length === 0 && ports.isWanted(at.module)) yield { module: at.module, name, by: isStar ? "star" : "import" };
  }
  for (const text of mocks) {
    const at = behind(file, text, ports);
    if (at && ports.isWanted(at.module)) yield { module: at.module, name: at.rest[0] ?? "*", by: "mock" };
  }
}

/** The module that a text leads to, by modules and by attributes that are modules, and the names behind it. */
function behind(file: ModuleKey, text: string, { graph, resolver, isWanted }: Ports): { readonly module: ModuleKey; readonly rest: readonly string[] } | undefined {
  const dotted = dottedText(text);
  if (!dotted) return undefined;
  const { level, parts } = dotted;
  const first = level > 0 ? 0 : 1;
  let module = resolver.moduleKey(file, ".".repeat(level) + parts.slice(0, first).join("."));
  const wantedUpTo = (count: number): ModuleKey | undefined => {
    const key = resolver.moduleKey(file, ".".repeat(level) + parts.slice(0, count).join("."));
    return isWanted(key) ? key : undefined;
  };
  for (let index = first; index < parts.length; index++) {
    const home = isAbsolute(module) ? graph.home(module, parts[index] ?? "") : undefined;
    if (home?.name === "*") {
      module = home.module;
      continue;
    }
    // A module that is gone, and one of a package that is not the project's, are known by their texts alone.
    for (let count = parts.length; count > index; count--) {
      const key = home && home.name !== parts[index] ? undefined : wantedUpTo(count);
      if (key !== undefined) return { module: key, rest: parts.slice(count) };
    }
    return { module, rest: parts.slice(index) };
  }
  return { module, rest: [] };
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
