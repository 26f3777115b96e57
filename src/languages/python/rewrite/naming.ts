/** Whether names go on to mean what they meant: those of `to` here, and those of the code in lambdas of `to`. */
import type { Scopes, Variable } from "../scopes/scope.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { isBuiltin } from "./builtins.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { Match } from "./match.ts";
import type { Objection } from "./order.ts";
import { declaredAround, readNames, scopesAround } from "./placeholder.ts";
import { examine } from "./purity.ts";
import { scopeAt, variableIn } from "./surroundings.ts";
import type { Template } from "./template.ts";

/** Everything that speaks against the names at a match. */
export function objectionsToNames(
  scopes: Scopes,
  { pattern, output }: CompiledRewrite,
  match: Match,
  bound: ReadonlyMap<string, Template>,
  canonical: string,
): readonly Objection[] {
  const { template } = output;
  const scope = scopeAt(scopes, match.root);
  const found: Objection[] = [];
  const inner = (node: PyName, names: Iterable<string>): void => {
    if (scopesAround(template, node).length === 0) return;
    const declared = declaredAround(template, node);
    for (const name of names) {
      if (declared.has(name)) found.push({ grave: true, reason: `the rewrite itself declares the name ${name}` });
      // A class's names are seen by its body alone, not by what is nested in it.
      if (scope.kind === "class" && variableIn(scope, name)?.scope === scope) found.push({ grave: true, reason: `${name} is not seen in a lambda or comprehension here` });
    }
  };
  for (const node of output.others) {
    const isOwn = isBuiltin(node.name) && !variableIn(scope, node.name);
    if (!pattern.names.has(node.name) && !isOwn) found.push({ grave: false, reason: `what ${node.name} means here is not known` });
    inner(node, [node.name]);
  }
  for (const node of output.canonical) inner(node, [canonical]);
  for (const { node, name } of output.holes) inner(node, namesOf(scopes, match.captures.get(name)?.nodes ?? [], bound.get(name)));
  return found;
}

function namesOf(scopes: Scopes, nodes: readonly PyNode[], template: Template | undefined): Iterable<string> {
  if (template) return readNames(template, "").free.map(({ name }) => name);
  const names: ReadonlyMap<string, Variable | undefined> = examine(scopes, nodes).names;
  return names.keys();
}
