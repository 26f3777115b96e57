/** Whether names go on to mean what they meant: those of `to` here, and those of the code in lambdas of `to`. */
import type { Scope, Scopes, Variable } from "../scopes/scope.ts";
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
export function objectionsToNames(scopes: Scopes, { pattern, output }: CompiledRewrite, match: Match, bound: ReadonlyMap<string, Template>): readonly Objection[] {
  const { template } = output;
  const scope = scopeAt(scopes, match.root);
  const found: Objection[] = [];
  const refuse = (node: PyName, names: Iterable<string>): void => {
    for (const name of names) {
      const reason = refusalWithin(template, node, name, scope);
      if (reason !== undefined) found.push({ grave: true, reason });
    }
  };
  for (const node of output.others) {
    const isOwn = isBuiltin(node.name) && !variableIn(scope, node.name);
    if (!pattern.names.has(node.name) && !isOwn) found.push({ grave: false, reason: `what ${node.name} means here is not known` });
    refuse(node, [node.name]);
  }
  for (const { node, name } of output.holes) refuse(node, namesOf(scopes, match.captures.get(name)?.nodes ?? [], bound.get(name)));
  return found;
}

/** Why the canonical symbol, or the module that it is taken from, does not mean itself where `to` has it. */
export function refusalOfCanonical(scopes: Scopes, { output }: CompiledRewrite, match: Match, name: string): string | undefined {
  const scope = scopeAt(scopes, match.root);
  for (const node of output.canonical) {
    const reason = refusalWithin(output.template, node, name, scope);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Why a name of the code would mean another thing at a place in `to`: within a lambda or comprehension of that. */
function refusalWithin(template: Template, node: PyName, name: string, scope: Scope): string | undefined {
  if (scopesAround(template, node).length === 0) return undefined;
  if (declaredAround(template, node).has(name)) return `the rewrite itself declares the name ${name}`;
  // A class's names are seen by its body alone, not by what is nested in it.
  return scope.kind === "class" && variableIn(scope, name)?.scope === scope ? `${name} is not seen in a lambda or comprehension here` : undefined;
}

function namesOf(scopes: Scopes, nodes: readonly PyNode[], template: Template | undefined): Iterable<string> {
  if (template) return readNames(template, "").free.map(({ name }) => name);
  const names: ReadonlyMap<string, Variable | undefined> = examine(scopes, nodes).names;
  return names.keys();
}
