/** Whether the new text is allowed where it comes to stand: in an f-string, in a list of arguments. */
import type { CompiledRewrite } from "./compile.ts";
import { type Job, rangesOf } from "./fill.ts";
import type { KeptList } from "./kept-lists.ts";
import { keywordOf } from "./lists.ts";
import type { Match } from "./match.ts";
import type { Objection } from "./order.ts";
import { requoted } from "./quotes.ts";
import { within } from "./ranges.ts";
import { isShown, shown } from "./shown.ts";
import { around } from "./surroundings.ts";

/** Before Python 3.12 a field of an f-string holds no backslash, no comment, and none of the string's quotes. */
export function objectionsToFormat(job: Job): readonly Objection[] {
  const { file, match, quotes } = job;
  const found: Objection[] = [];
  if (!fitsOwnFormats(job)) found.push({ grave: true, reason: "the code could not stand in the f-string of the rewrite" });
  if (quotes.size > 0 && !fitsFormatAround(job)) found.push({ grave: true, reason: "before Python 3.12 the new code could not stand in this f-string" });
  if (quotes.size > 0 && isShown(match.root, file.text)) found.push({ grave: false, reason: shown });
  return found;
}

/** What is filled into an f-string of `to` must go with any quotes, and begin with no brace. */
function fitsOwnFormats({ file, match, rewrite, bound }: Job): boolean {
  return rewrite.output.holes.every(({ node, name }) => {
    if (![...around(node)].some(({ owner }) => owner.type === "PyFormatString")) return true;
    const capture = match.captures.get(name);
    const texts = capture ? rangesOf(capture, file.text).map((range) => file.text.slice(...range)) : [bound.get(name)?.text ?? ""];
    return texts.every((text) => isPlain(text) && !text.startsWith("{"));
  });
}

/** Neither quotes nor backslashes, comments or line breaks. */
function isPlain(text: string): boolean {
  return !/["'\\#\r\n]/.test(text);
}

function fitsFormatAround({ file, match, rewrite, bound, quotes }: Job): boolean {
  const { template } = rewrite.output;
  const [other] = (["'", '"'] as const).filter((quote) => !quotes.has(quote));
  if (/[\r\n]/.test(template.text) || template.nodes.some(({ type }) => type === "PyFormatString")) return false;
  const strings = template.nodes.filter(({ type }) => type === "PyString").map(({ range }) => template.code.slice(...range));
  if (!strings.every((text) => other !== undefined && requoted(text, other).endsWith(other) && !text.includes("\\"))) return false;
  const brought = [...match.captures.values()].flatMap((capture) => rangesOf(capture, file.text)).filter((range) => !within(range, match.root.range));
  return [...brought.map((range) => file.text.slice(...range)), ...[...bound.values()].map(({ text }) => text)].every(isPlain);
}

/** Keyword arguments stand behind the others, and each once. */
export function objectionsToLists({ pattern, output }: CompiledRewrite, match: Match, kept: readonly KeptList[]): readonly Objection[] {
  const found: Objection[] = [];
  for (const { node, name, rest } of output.holes) {
    const items = match.captures.get(name)?.nodes ?? [];
    const argument = node.parent;
    if (!rest || kept.some(({ place, added }) => added.before.length + added.behind.length === 0 && within(node.range, place))) continue;
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
