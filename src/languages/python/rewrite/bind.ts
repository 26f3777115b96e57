/** Chooses the code for a `$name` of `to` that `from` does not bind. */
import type { Scopes, Variable } from "../scopes/scope.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { isAssignedAt } from "./assigned.ts";
import { isBuiltin } from "./builtins.ts";
import { readNames } from "./placeholder.ts";
import { hasSelfMember } from "./self-member.ts";
import { allowsAwait, variableAt } from "./surroundings.ts";
import { readTemplate, type Template } from "./template.ts";

/** Where a value is looked for. */
export interface BindPlace {
  readonly scopes: Scopes;
  readonly site: PyNode;
  /** A variable whose declaration the rewrite takes out. */
  readonly going: Variable | undefined;
}

/** The first of `texts` that has a value at a place. */
export function firstBound(place: BindPlace, texts: readonly string[]): Template | undefined {
  for (const text of texts) {
    const template = readTemplate(text);
    if (template && isBound(place, template)) return template;
  }
  return undefined;
}

function isBound(place: BindPlace, template: Template): boolean {
  for (const { type } of template.nodes) {
    if (type === "PyAwait" && !allowsAwait(place.site)) return false;
    if (type === "PyYield" || type === "PyYieldFrom" || type === "PyWalrus") return false;
  }
  const { free, holes } = readNames(template, "");
  return holes.length === 0 && free.every((name) => hasValue(place, name));
}

function hasValue({ scopes, site, going }: BindPlace, name: PyName): boolean {
  const { parent } = name;
  if (name.name === "self" && parent?.type === "PyAttribute") return hasSelfMember(scopes, site, parent.attribute.name);
  const variable = variableAt(scopes, site, name.name);
  if (!variable) return isBuiltin(name.name) && scopes.module.starImports.length === 0;
  return variable !== going && isAssignedAt(variable, site);
}
