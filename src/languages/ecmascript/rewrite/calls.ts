/** The calls of the canonical symbol that a `to` writes, for the check against that symbol's definition. */
import { readNames } from "./placeholder.ts";
import { readTemplate } from "./template.ts";
import { heldText, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** One call of a symbol, by its bare name. */
export interface TemplateCall {
  /** With `new`. */
  readonly isNew: boolean;
  /** Arguments that are surely there. */
  readonly count: number;
  /** There may be more: a `$$$name`, or a spread. */
  readonly isOpen: boolean;
}

/**
 * The direct calls of a symbol in a manifest text; `x.m()`, `x.call()` and a tagged template are none of `x`.
 * @param text an expression of the manifest; what does not parse has no calls
 * @param symbol the export's name; for `"default"` the leftmost free name stands for it
 */
export function callsIn(text: string, symbol: string): readonly TemplateCall[] {
  const template = readTemplate(text);
  if (!template) return [];
  return readNames(template, symbol).symbol.flatMap((node): TemplateCall[] => {
    const place = template.places.get(node);
    const isNew = place?.parent.type === "NewExpression";
    if (!place || place.key !== "callee" || (!isNew && place.parent.type !== "CallExpression")) return [];
    const given = heldTrees(place.parent, "arguments");
    const sure = given.filter((argument) => !isMany(argument));
    return [{ isNew, count: sure.length, isOpen: sure.length < given.length }];
  });
}

function isMany(argument: Tree): boolean {
  if (argument.type === "SpreadElement") return true;
  return argument.type === "Identifier" && /^\$\$\$[\p{L}_]/u.test(heldText(argument, "name") ?? "");
}
