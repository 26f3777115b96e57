/** What differs between our description of a file and the oracle's. */
import type { Described, Refused } from "./ours.ts";

/** The oracle's answer: the same as ours, and maybe that the file parses but does not compile. */
export type Answer = (Described & { readonly compileError?: string }) | Refused;

const parts = ["imports", "froms", "names", "attributes", "calls", "strings", "all", "inside", "scopes"] as const;

/**
 * Differences in words, each with what only one side has. Rows are compared without regard to their order: the two
 * walk differently. Strings with `\\N{…}` are left out, since their names are CPython's to know.
 */
export function differences(ours: Described | Refused, theirs: Answer, text: string): readonly string[] {
  if ("error" in theirs) return [];
  if ("error" in ours) return [`refused, line ${String(ours.line)}: ${ours.error}`];
  return parts.flatMap((part) => {
    const [mine, other] = [lines(ours[part], text), lines(theirs[part], text)];
    // No scopes: the file does not compile, or this CPython's are of another kind.
    if (theirs[part] === null) return [];
    return [...only(mine, other).map((line) => `${part}: only we say ${line}`), ...only(other, mine).map((line) => `${part}: we do not say ${line}`)];
  });
}

function only(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of those) left.set(line, (left.get(line) ?? 0) + 1);
  return these.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function lines(rows: Described[(typeof parts)[number]], text: string): readonly string[] {
  return (rows ?? []).flatMap((row) => {
    if (typeof row === "string") return [row];
    const [head, symbols] = row;
    if (isSymbols(symbols)) return [`${String(head)} ${JSON.stringify(Object.entries(symbols).sort())}`];
    const [start, end] = [Number(row.at(-2)), Number(row.at(-1))];
    return text.slice(start, end).includes("\\N{") ? [] : [JSON.stringify(row)];
  });
}

function isSymbols(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
