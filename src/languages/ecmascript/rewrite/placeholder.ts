/** `$name` and `$$$name`, and which other names a manifest text refers to. */
import type { ShapeHole } from "../../call-shape.ts";
import type { Template, TemplateNode } from "./template.ts";
import { children, heldText, heldTrees, isFunction, isOnlyName } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** A place in a manifest text that a piece of code fills. */
export type Hole = ShapeHole<TemplateNode>;

/** A name in a manifest text that is neither a placeholder nor declared by the text itself. */
export interface FreeName {
  readonly node: TemplateNode;
  readonly name: string;
}

/** What the names of a manifest text are. */
export interface Names {
  /** In the order of the text. */
  readonly holes: readonly Hole[];
  /** In the order of the text; the symbol's own are among them. */
  readonly free: readonly FreeName[];
  readonly symbol: readonly TemplateNode[];
}

const placeholder = /^(\$|\$\$\$)([\p{L}_][\p{L}\p{N}_]*)$/u;

/**
 * Sorts a manifest text's names.
 * @param symbol the export's name; `"default"` has none of its own, so the leftmost free name stands for it
 */
export function readNames(template: Template, symbol: string): Names {
  const holes: Hole[] = [];
  const free: FreeName[] = [];
  for (const node of template.nodes) {
    const name = referredName(template, node);
    if (name === undefined) continue;
    const found = name === symbol ? null : placeholder.exec(name);
    if (found) holes.push({ node: typeHole(template, node), name: found[2] ?? "", rest: found[1] === "$$$" });
    else if (!declaredAround(template, node).has(name)) free.push({ node, name });
  }
  const own = symbol === "default" ? free[0]?.name : symbol;
  return { holes, free, symbol: free.filter(({ name }) => name === own).map(({ node }) => node) };
}

function referredName(template: Template, node: TemplateNode): string | undefined {
  if (node.type !== "Identifier") return undefined;
  const place = template.places.get(node);
  return place && isOnlyName(place.parent, place.key) ? undefined : heldText(node, "name");
}

/** `$T` among type arguments stands for the whole type. */
function typeHole(template: Template, node: TemplateNode): TemplateNode {
  const parent = template.places.get(node)?.parent;
  return parent?.type === "TSTypeReference" && heldTrees(parent, "typeArguments").length === 0 ? parent : node;
}

/** The functions of the text around a node of it, the innermost first. */
export function functionsAround(template: Template, node: Tree): Tree[] {
  const found: Tree[] = [];
  for (let place = template.places.get(node); place; place = template.places.get(place.parent))
    if (isFunction(place.parent)) found.push(place.parent);
  return found;
}

/** The names that the text's own functions declare around `node`. */
export function declaredAround(template: Template, node: Tree): Set<string> {
  const names = new Set<string>();
  if (isFunction(node)) declaredIn(node, names);
  for (const outer of functionsAround(template, node)) declaredIn(outer, names);
  return names;
}

/** Nested functions' own names are taken in too: that only refuses more. */
function declaredIn(node: Tree, names: Set<string>): void {
  if (isFunction(node)) for (const parameter of heldTrees(node, "params")) patternNames(parameter, names);
  if (node.type === "VariableDeclarator" || node.type.startsWith("Function") || node.type.startsWith("Class"))
    for (const id of heldTrees(node, "id")) patternNames(id, names);
  if (node.type === "CatchClause") for (const param of heldTrees(node, "param")) patternNames(param, names);
  for (const { node: child } of children(node)) declaredIn(child, names);
}

function patternNames(pattern: Tree, names: Set<string>): void {
  switch (pattern.type) {
    case "Identifier":
      names.add(heldText(pattern, "name") ?? "");
      break;
    case "AssignmentPattern":
      for (const left of heldTrees(pattern, "left")) patternNames(left, names);
      break;
    case "Property":
      for (const value of heldTrees(pattern, "value")) patternNames(value, names);
      break;
    default:
      for (const key of ["elements", "properties", "argument", "parameter"])
        for (const inner of heldTrees(pattern, key)) patternNames(inner, names);
  }
}
