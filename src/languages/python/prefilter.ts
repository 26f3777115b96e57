/** Whether a file has to be parsed at all, told from its text. */

/** Tells of a text whether it names something that is looked for. */
export type Mentions = (text: string) => boolean;

let last: { readonly names: unknown; readonly mentions: Mentions } | undefined;

/**
 * Reads the language option `ssotNames`: a list of names, or the source of a regular expression that finds one.
 * Absent, or anything else: every file is to be parsed.
 */
export function mentionsOf(names: unknown): Mentions {
  // ESLint hands the same options over for every file of a run.
  if (last?.names !== names || !last) last = { names, mentions: makeMentions(names) };
  return last.mentions;
}

function makeMentions(names: unknown): Mentions {
  const source = Array.isArray(names) ? sourceOf(names) : names;
  if (typeof source !== "string") return () => true;
  const expression = new RegExp(source, "u");
  return (text) => {
    // A directive may be unused or misspelt, which only a comment that was read can tell.
    if (expression.test(text) || text.includes("eslint")) return true;
    // Python compares identifiers in normal form KC.
    return beyondAscii.test(text) && expression.test(text.normalize("NFKC"));
  };
}

const beyondAscii = /[^\0-\x7f]/;

function sourceOf(names: readonly unknown[]): string {
  const literals = names.filter((name) => typeof name === "string" && name !== "").map((name) => escape(String(name)));
  // No name at all: nothing is found.
  return literals.length > 0 ? literals.join("|") : "[]";
}

function escape(name: string): string {
  return name.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
