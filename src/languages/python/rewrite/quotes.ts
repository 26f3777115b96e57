/** The quotes that a file writes its strings with. */
import type { PyModule, PyNode } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";

/** A kind of quotation mark. */
export type Quote = '"' | "'";

const known = new WeakMap<PyModule, Quote | undefined>();

/** The quote that most of the file's strings have, or the other one where that is forbidden; `undefined`: no matter. */
export function preferredQuote(ast: PyModule, text: string, forbidden: ReadonlySet<string>): Quote | undefined {
  if (forbidden.size > 0) return forbidden.has('"') ? "'" : '"';
  if (!known.has(ast)) known.set(ast, mostUsed(ast, text));
  return known.get(ast);
}

function mostUsed(ast: PyModule, text: string): Quote | undefined {
  let balance = 0;
  for (const node of nodesOf(ast)) {
    if (node.type !== "PyString" || node.inner[0] - node.range[0] > 2) continue;
    const quote = text[node.inner[0] - 1];
    if (quote === "'") balance--;
    if (quote === '"') balance++;
  }
  return balance === 0 ? undefined : balance < 0 ? "'" : '"';
}

/** A string's text with another quote; as it is where that would need escapes. */
export function requoted(text: string, quote: Quote | undefined): string {
  const [, prefix, , content] = /^([A-Za-z]*)(["'])([^"'\\]*)\2$/s.exec(text) ?? [];
  return quote === undefined || content === undefined ? text : `${prefix ?? ""}${quote}${content}${quote}`;
}

/** The quotation marks of the f-strings around a node: before Python 3.12 they may not stand in their fields again. */
export function quotesAround(node: PyNode, text: string): ReadonlySet<string> {
  const quotes = new Set<string>();
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type !== "PyFormatString") continue;
    const [, quote] = /^[A-Za-z]*(["'])/.exec(text.slice(...outer.range)) ?? [];
    if (quote) quotes.add(quote);
  }
  return quotes;
}
