/** Who has a module as an attribute of its package, and leaves it to others to load it. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "../exports/graph.ts";
import type { ModuleRecord } from "../exports/record.ts";
import { decoded, readBytes } from "../files/file-bytes.ts";
import type { SourceFile } from "../files/listing.ts";
import type { Resolver } from "../modules/resolver.ts";
import { dottedBelow, lastPart } from "./module-path.ts";

interface Ports {
  readonly graph: Pick<Graph, "home" | "recordOf"> & { readonly python: Pick<Graph["python"], "parentOf"> };
  readonly resolver: Pick<Resolver, "moduleKey">;
}

/** @param naming gives the files that may take something of the module */
export function whoPassesThrough(module: ModuleKey, { graph, resolver }: Ports, naming: () => readonly SourceFile[]): readonly ModuleKey[] {
  const name = lastPart(module);
  const around = graph.python.parentOf(module)?.module;
  // The package may have something else of that name.
  if (around !== undefined && (graph.home(around, name)?.name ?? "*") !== "*") return [];
  const isPassing = (path: ModuleKey): boolean => passesThrough(graph.recordOf(path) ?? { takes: [] }, name, (text) => resolver.moduleKey(path, text) === module);
  return naming().flatMap(({ path, size }) => (mayPassThrough(decoded(readBytes(path, size) ?? ""), name) && isPassing(path) ? [path] : []));
}

/** Whether a text takes an attribute `name` anywhere but in an import. */
function mayPassThrough(text: string, name: string): boolean {
  for (const { index } of text.matchAll(new RegExp(`\\.[\\s\\\\]*${name}(?![\\w\\x80-\\uffff])`, "g"))) {
    const start = Math.max(text.lastIndexOf("\n", index), text.lastIndexOf(";", index)) + 1;
    if (!/^\s*(?:from|import)\s/.test(text.slice(start, index))) return true;
  }
  return false;
}

/**
 * Whether a file takes `name` of a package, which is the module asked about, and has no import of that, nor of anything in it.
 * @param isModule whether a text leads to the module
 */
function passesThrough({ takes }: Pick<ModuleRecord, "takes">, name: string, isModule: (text: string) => boolean): boolean {
  const loaded = takes.filter((take) => take.name === "").map(({ from }) => from);
  const texts = takes.flatMap((take) => (take.name === name ? [dottedBelow(take.from, name)] : []));
  return texts.some((text) => !loaded.some((each) => each === text || each.startsWith(`${text}.`)) && isModule(text));
}
