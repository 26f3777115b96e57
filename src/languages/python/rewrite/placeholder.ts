/** `$name` and `$$$name`, and which other names a manifest text refers to. */
import type { ShapeHole } from "../../call-shape.ts";
import type { Scope } from "../scopes/scope.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { sigil, type Template } from "./template.ts";

/** A place in a manifest text that a piece of code fills. */
export type Hole = ShapeHole<PyName>;

/** What the names of a manifest text are, in the order of the text. */
export interface Names {
  readonly holes: readonly Hole[];
  /** Names that are neither placeholders nor declared by the text itself; the symbol's own are among them. */
  readonly free: readonly PyName[];
  readonly symbol: readonly PyName[];
}

const placeholder = new RegExp(`^(${sigil}{3}|${sigil})(?!${sigil})([\\p{L}_][\\p{L}\\p{N}_]*)$`, "u");

/** Sorts a manifest text's names; `symbol` is the export's name. */
export function readNames(template: Template, symbol: string): Names {
  const holes: Hole[] = [];
  const free: PyName[] = [];
  for (const node of template.nodes) {
    if (node.type !== "PyName") continue;
    const reference = template.scopes.referenceAt(node);
    if (!reference) continue;
    const found = placeholder.exec(node.name);
    if (found && !found[2]?.includes(sigil)) holes.push({ node, name: found[2] ?? "", rest: found[1] !== sigil });
    else if (!reference.variable || reference.variable.scope.kind === "module") free.push(node);
  }
  return { holes, free, symbol: free.filter(({ name }) => name === symbol) };
}

/** The scopes of the text's own lambdas and comprehensions in which `node` stands, the innermost first. */
export function scopesAround(template: Template, node: PyName): readonly Scope[] {
  const found: Scope[] = [];
  let scope = template.scopes.referenceAt(node)?.scope;
  for (; scope && (scope.kind === "lambda" || scope.kind === "comprehension"); scope = scope.parent) found.push(scope);
  return found;
}

/** The names that the text's own lambdas and comprehensions declare around `node`. */
export function declaredAround(template: Template, node: PyName): ReadonlySet<string> {
  return new Set(scopesAround(template, node).flatMap(({ variables }) => [...variables.keys()]));
}

/** A name as the manifest writes it. */
export function written(name: string): string {
  return name.replaceAll(sigil, "$");
}

/** Everything that is called by a name, in the text's nodes: keyword arguments, attributes, parameters, targets. */
export function isNamed(node: PyNode): node is PyNode & { readonly name: string } {
  return node.type === "PyName" || node.type === "PyIdentifier";
}
