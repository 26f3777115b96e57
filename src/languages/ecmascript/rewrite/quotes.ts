/** The quotes that a file writes its strings with. */
import type { Source } from "../syntax.ts";
import type { TemplateNode } from "./template.ts";
import { held } from "./tree.ts";

/** The quote that most of the file's strings have; `undefined` where there is no string. */
export function preferredQuote(source: Source): '"' | "'" | undefined {
  let balance = 0;
  for (const { type, range } of source.ast.tokens) {
    if (type !== "String") continue;
    const quote = source.text[range[0]];
    if (quote === "'") balance--;
    if (quote === '"') balance++;
  }
  if (balance === 0) return undefined;
  return balance < 0 ? "'" : '"';
}

/** A string of a manifest text with the file's quotes; as it is where that would need escapes. */
export function requoted(node: TemplateNode, text: string, quote: '"' | "'" | undefined): string {
  const written = text.slice(node.start, node.end);
  const value = held(node, "value");
  if (quote === undefined || typeof value !== "string" || /["'\\]/.test(written.slice(1, -1))) return written;
  return quote + written.slice(1, -1) + quote;
}
