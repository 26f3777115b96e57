/** The calls of the canonical symbol that a `to` writes, for the check against that symbol's definition. */
import { readNames } from "./placeholder.ts";
import { readTemplate } from "./template.ts";

/** One call of a symbol, by its bare name. */
export interface TemplateCall {
  readonly isNew: false;
  /** Arguments by position that are surely there. */
  readonly count: number;
  /** There may be more: a `$$$name`, a `*` or a `**`. */
  readonly isOpen: boolean;
  /** Names of arguments. */
  readonly keywords: readonly string[];
}

/**
 * The direct calls of a symbol in a manifest text; `x.m()` is none of `x`.
 * @param text an expression of the manifest; what does not parse has no calls
 */
export function callsIn(text: string, symbol: string): readonly TemplateCall[] {
  const template = readTemplate(text);
  if (!template) return [];
  const { symbol: nodes, holes } = readNames(template, symbol);
  const many = new Set<object>(holes.flatMap(({ node, rest }) => (rest ? [node] : [])));
  return nodes.flatMap((node): TemplateCall[] => {
    const call = node.parent;
    if (call?.type !== "PyCall" || call.callee !== node) return [];
    const sure = call.arguments.filter(({ star, value }) => star === "" && !many.has(value));
    const keywords = sure.flatMap(({ name }) => name?.name ?? []);
    return [{ isNew: false, count: sure.length - keywords.length, isOpen: sure.length < call.arguments.length, keywords }];
  });
}
