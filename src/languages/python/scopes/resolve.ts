/** Whose a name is. */
import type { OpenScope, OpenVariable } from "./scope.ts";

/** What a name means in a scope. */
export interface Resolved {
  readonly variable: OpenVariable | undefined;
  readonly fallback: OpenVariable | undefined;
}

/** What reading `name` in `scope` reads. All bindings have to be known. */
export function resolve(scope: OpenScope, name: string): Resolved {
  const variable = variableOf(scope, name);
  const inClass = scope.kind === "class" && variable?.scope === scope;
  return { variable, fallback: inClass ? scope.root.variables.get(name) : undefined };
}

/** The variable that `name` is in `scope`; `undefined` where nobody binds it. */
export function variableOf(scope: OpenScope, name: string): OpenVariable | undefined {
  if (scope.globals.has(name)) return scope.root.own(name);
  const own = scope.nonlocals.has(name) ? undefined : scope.variables.get(name);
  return own ?? outerVariable(scope, name);
}

/** Outwards through functions: a class's names are its body's alone, and its annotation scopes'. */
function outerVariable(inner: OpenScope, name: string): OpenVariable | undefined {
  let seesClass = inner.kind === "type-parameters";
  for (let scope = inner.parent; scope; scope = scope.parent) {
    const skipped = scope.kind === "class" && !seesClass;
    seesClass &&= scope.kind === "type-parameters";
    if (skipped) continue;
    if (scope.globals.has(name)) return scope.root.own(name);
    const variable = scope.nonlocals.has(name) ? undefined : scope.variables.get(name);
    if (variable) return variable;
  }
  return undefined;
}
