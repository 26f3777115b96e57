/** Whether the new text is allowed where it comes to stand: in an f-string, in a list of arguments. */
import type { PyNode } from "../tree/node.ts";
import type { CompiledRewrite } from "./compile.ts";
import { type Job, rangesOf } from "./fill.ts";
import type { KeptList } from "./kept-lists.ts";
import { keywordOf } from "./lists.ts";
import type { Match } from "./match.ts";
import type { Objection } from "./order.ts";
import { requoted } from "./quotes.ts";
import { outerRange, within } from "./ranges.ts";
import { around } from "./surroundings.ts";

/** Before Python 3.12 a field of an f-string holds no backslash, no comment, and none of the string's quotes. */
export function objectionsToFormat({ file, match, rewrite, bound, quotes }: Job): readonly Objection[] {
  if (quotes.size === 0) return [];
  const { template } = rewrite.output;
  const [other] = (["'", '"'] as const).filter((quote) => !quotes.has(quote));
  const fits = (text: string): boolean => !/["'\\#\r\n]/.test(text);
  const strings = template.nodes.filter(({ type }) => type === "PyString" || type === "PyFormatString").map(({ range }) => template.code.slice(...range));
  const areQuotable = strings.every((text) => other !== undefined && requoted(text, other).endsWith(other) && !/[\\\r\n]/.test(text));
  const brought = [...match.captures.values()]
    .flatMap((capture) => rangesOf(capture, file.text))
    .filter((range) => !within(range, match.root.range))
    .map((range) => file.text.slice(...range));
  const found: Objection[] = [];
  if (!areQuotable || /[\r\n]/.test(template.text) || ![...brought, ...[...bound.values()].map(({ text }) => text)].every(fits))
    found.push({ grave: true, reason: "before Python 3.12 the new code could not stand in this f-string" });
  if (showsItself(match.root, file.text)) found.push({ grave: false, reason: "the f-string shows the code itself" });
  return found;
}

/** `f"{get_f().x=}"`: the field that holds the match has a `=` behind it. */
function showsItself(root: PyNode, text: string): boolean {
  for (const { owner, child } of around(root)) if (owner.type === "PyFormatString" && /^\s*=\s*[!:}]/.test(text.slice(outerRange(child, text)[1]))) return true;
  return false;
}

/** Keyword arguments stand behind the others, and each once. */
export function objectionsToLists({ pattern, output }: CompiledRewrite, match: Match, kept: readonly KeptList[]): readonly Objection[] {
  const found: Objection[] = [];
  for (const { node, name, rest } of output.holes) {
    const items = match.captures.get(name)?.nodes ?? [];
    const argument = node.parent;
    if (!rest || kept.some(({ place }) => within(node.range, place))) continue;
    const keywords = items.flatMap((item) => keywordOf(item) ?? []);
    if (argument?.type !== "PyArgument" || argument.parent?.type !== "PyCall") {
      if (items.some((item) => item.type === "PyArgument" && item.star !== "") || keywords.length > 0)
        found.push({ grave: true, reason: `$$$${name} holds arguments that are no items of a list` });
      continue;
    }
    const { arguments: list } = argument.parent;
    const behind = list.slice(list.indexOf(argument) + 1);
    if (keywords.length > 0 && behind.some((other) => keywordOf(other) === undefined))
      found.push({ grave: true, reason: `a keyword argument of $$$${name} would stand before others` });
    const own = list.flatMap((other) => keywordOf(other) ?? []).filter((keyword) => keyword !== "");
    for (const keyword of own) if (keywords.includes(keyword)) found.push({ grave: true, reason: `${keyword} would be given twice` });
    const was = new Set(pattern.template.nodes.flatMap((other) => keywordOf(other) ?? []));
    if (keywords.includes("") && own.some((keyword) => !was.has(keyword))) found.push({ grave: false, reason: `$$$${name} may give a keyword that the new call has too` });
  }
  return found;
}
