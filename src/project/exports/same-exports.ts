/** Whether one module has just what another one has, so that who passes its object on may pass the other's. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Graph } from "./graph.ts";
import { isPython } from "../python/module-path.ts";
import type { Resolver } from "../modules/resolver.ts";

interface Ports {
  readonly graph: Pick<Graph, "exportNames" | "exportOf" | "recordOf">;
  readonly resolver: Pick<Resolver, "moduleKey">;
}

/**
 * Whether the file does nothing but pass on all that another module has, known or not: `module.exports = require("./new")`,
 * or `export *` with the default beside it where there may be one. Of Python's modules never.
 */
export function isStandIn(module: ModuleKey, other: ModuleKey, { graph, resolver }: Ports): boolean {
  const record = isPython(module) ? undefined : graph.recordOf(module);
  const [star, ...more] = record?.stars ?? [];
  if (!record || record.open || !star || star.typeOnly || more.length > 0) return false;
  const isOther = (from: string | undefined): boolean => from !== undefined && resolver.moduleKey(module, from) === other;
  // What a script of CommonJS exports as a whole is its default too; one without only copies the other's members.
  const isScript = record.isCommonJs === true;
  if (isScript && !record.exports.has("default")) return false;
  const nameThere = isScript ? "*" : "default";
  for (const [name, source] of record.exports) if (name !== "default" || source.name !== nameThere || source.typeOnly || !isOther(source.from)) return false;
  return isOther(star.from) && (star.withDefault || record.exports.has("default") || graph.exportOf(other, "default").known === "no");
}

/** Whether two modules are known to have the same names, each of the same kind, or one stands in for the other. */
export function hasSameExports(module: ModuleKey, other: ModuleKey, ports: Ports): boolean {
  if (isPython(module)) return false;
  const { graph } = ports;
  const [own, others] = [graph.exportNames(module), graph.exportNames(other)];
  const names = new Set(others.names);
  const isSame = (name: string): boolean => names.has(name) && graph.exportOf(module, name).kind === graph.exportOf(other, name).kind;
  return (own.isAll && others.isAll && own.names.length > 0 && own.names.length === names.size && own.names.every(isSame)) || isStandIn(module, other, ports);
}
